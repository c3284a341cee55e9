"""Hostile texts in every field of a lived-in house, and every page that shows them, for a real browser to open."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from http import HTTPStatus
from io import BytesIO
from itertools import cycle
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from bs4 import Tag
from flask import Flask
from sqlalchemy import select
from werkzeug.exceptions import HTTPException
from werkzeug.routing import RequestRedirect

from quizapp import schema
from quizapp.articles import queries as articles
from quizapp.attempts import queries as attempts
from quizapp.banks.search import DRAWS, FACETS
from quizapp.web.security import CSP
from tests.house import FORMS, ROLES, House, Page, read

OWN = (
    "<script>alert(1)</script>",
    "\"'><img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "javascript:alert(1)",
    "</title></textarea></style><script>alert(1)</script>",
    "<iframe srcdoc='<script>parent.alert(1)</script>'></iframe>",
    '<a href="jav&#x09;ascript:alert(1)" onfocus=alert(1) autofocus>x</a>',
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
    "<img src=//elsewhere.example/x.png><link rel=stylesheet href=//elsewhere.example/x.css>",
    "<form action=//elsewhere.example><button formaction=javascript:alert(1)>x</button></form>",
    "<base href=//elsewhere.example/><meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "{{ 7*7 }}{% raw %}${alert(1)}<%= 7 %>",
    "\u202egnihton\u202c\u0000\u200b\ufeff",
    "' onmouseover=alert(1) x='",
    '"; alert(1); "',
)
"""Ours, each another way out of a text."""
OUT = "'\"></title></textarea></style><img src=x onerror=alert(1)><script>alert(1)</script>"
"""A way out of most places, which goes with each of the others."""
TEXTS: dict[str, tuple[str, ...]] = {
    "school": ("name",),
    "user": ("name", "sign_in_name"),
    "class": ("name", "subject", "school_year"),
    "membership": ("nickname",),
    "merged_student": ("nickname",),
    "quiz": ("title",),
    "bank": ("title", "topic", "licence"),
    "article_version": ("title", "subtitle", "outlet", "author", "licence", "origin", "text", "url"),
    "fact": ("statement", "holder", "quote"),
    "anchor": ("quote",),
    "item_act": ("why",),
    "upload": ("name",),
    "item_version": ("stem",),
    "item_tag": ("tag",),
    "report": ("words", "reply"),
}
"""The columns that people fill."""
JSON = {
    "item_version": ("content",),
    "draft": ("item",),
    "notice": ("about",),
    "attempt_event": ("about",),
    "admin_act": ("about",),
    "response": ("given",),
    "article_version": ("sources",),
    "drafting": ("flags",),
    "upload": ("wish",),
}
"""Those that hold texts of people among other things."""
SAME = {
    "decision": "fields",
    "drafting": "blocks sentences unsaid",
    "item": "key supersedes",
    "bank": "slug",
    "item_listing": "words",
    "membership": "nickname_key",
    "quiz_reading": "said",
    "sign_in_tries": "name",
    "upload": "content",
}
"""Texts of people a second time, folded, cut or packed: what is shown of them is spoilt elsewhere, or named by them."""
_SAID = {
    "stem", "text", "feedback", "explanation", "correction", "holder", "title", "outlet", "url", "left", "right", "why",
    "reply", "quiz", "author", "category", "label", "alt",
}  # fmt: skip
_ENTRIES = {"tags", "extra_rights"}
_ARGUMENT = re.compile(r"""request\.args\.get(?:list)?\("(\w+)\"""")


def naughty(fixtures: Path) -> list[str]:
    """The big list of naughty strings, from the folder of fixtures."""
    return list(json.loads((fixtures / "hostile" / "blns" / "blns.json").read_text(encoding="utf-8")))


def spoil(app: Flask, payloads: Iterable[str]) -> int:
    """Add payloads in turn to every text that is stored; to how many."""
    turn, count = cycle(f"{OUT} {payload}".replace("\0", "") for payload in payloads), 0

    def spoilt(name: str, value: Any) -> Any:
        nonlocal count
        if isinstance(value, dict):
            return {key: spoilt(key, each) for key, each in value.items()}
        if isinstance(value, list):
            return [spoilt(name if name in _ENTRIES else "", each) for each in value]
        if isinstance(value, str) and name in _SAID | _ENTRIES and value not in {"true", "false"}:
            count += 1
            return f"{'javascript:alert(1)//' if name == 'url' else ''}{value} {next(turn)}"
        return value

    with app.extensions["engine"].begin() as connection:
        for name, columns in TEXTS.items():
            for column in columns:
                _change(connection, name, (column,), partial(spoilt, "url" if column == "url" else "text"))
        for name, columns in JSON.items():
            _change(connection, name, columns, lambda value: spoilt("", value))
    _forget()
    return count


def _forget() -> None:
    """Items and texts never change, and are kept by a process that has read them: those of whoever lived here."""
    for kept in (articles._texts, attempts._items):
        kept._of.clear()


def _change(connection: Any, name: str, columns: tuple[str, ...], change: Callable[[Any], Any]) -> None:
    table = schema.TABLES[name]
    key = list(table.primary_key)
    for row in connection.execute(select(table)).mappings().all():
        values = {column: change(row[column]) for column in columns}
        connection.execute(table.update().where(*(each == row[each.name] for each in key)).values(values))


def answered(house: House, pages: Sequence[Page], payloads: Iterable[str]) -> Iterator[Page]:
    """What forms of these pages answer, each kind once, when every text and every file name in them is hostile."""
    turn, seen = cycle(payloads), set()
    adapter = house.app.url_map.bind("")
    for page in pages:
        for form in page.soup.find_all("form", method="post"):
            address = str(form.get("action") or page.address)
            with suppress(HTTPException, RequestRedirect):
                endpoint = adapter.match(address.partition("?")[0], method="POST")[0]
                if endpoint in FORMS and endpoint not in seen:
                    seen.add(endpoint)
                    yield _sent(house, page, address, form, next(turn))


def _sent(house: House, page: Page, address: str, form: Tag, payload: str) -> Page:
    data: dict[str, Any] = {}
    for field in form.find_all(["input", "textarea", "select"]):
        name, kind = str(field.get("name", "")), str(field.get("type", "text"))
        if field.name == "select":
            data[name] = [str(option.get("value", "")) for option in field.find_all("option")][-1:]
        elif kind == "file":
            data[name] = (BytesIO(payload.encode()), f"{payload}.png")
        elif kind in {"text", "search", "url", "password"} or field.name == "textarea":
            data[name] = payload
        else:
            data[name] = str(field.get("value", ""))
    answer = house.client(page.role).post(address, data=data, headers={"Accept-Language": page.lang})
    return Page(address, page.role, page.lang, answer.status_code, answer.headers, answer.text)


def asked(pages: Sequence[Page], house: House, payloads: Iterable[str]) -> Iterator[Page]:
    """These pages once more, with a hostile text in everything that a query may say; and addresses that are none."""
    turn, clients = cycle(payloads), {role: house.client(role) for role in ROLES}
    source = "".join(file.read_text(encoding="utf-8") for file in Path("quizapp").rglob("*.py"))
    names = {*_ARGUMENT.findall(source), *FACETS, *DRAWS, "q"} - {"get"}  # which fetches a file
    for page in pages:
        query = urlencode(dict.fromkeys(sorted(names), f"{OUT} {next(turn)}"))
        yield read(clients[page.role], f"{page.address.partition('?')[0]}?{query}", page.lang, page.role)
    for place in ("", "quizzes/", "classes/", "q/", "imports/"):
        yield read(clients["giulia"], f"/{place}{quote(OUT.replace('/', '%2f'))}", "it", "giulia")


def in_their_states(house: House, payloads: Sequence[str]) -> Iterator[Page]:
    """Pages that stand in a state of their own, and what scripts put into pages: the cards of a pasted list of names,
    the welcome to a class, an answer left behind, questions that come ahead, the board of a class."""
    giulia, ada, nobody = house.client("giulia"), house.client("ada"), house.client("nobody")
    names = "\n".join(" ".join(payload.replace("\0", "").split())[:100] or "-" for payload in payloads)
    made = giulia.post(f"/classes/{house.town.school_class}/accounts", data={"names": names})
    yield read(giulia, str(made.headers["Location"]), "it", "giulia")
    joined = nobody.post(f"/join/{house.ids['code'][0]}/new", data={"new-nickname": '"><svg onload=alert(1)>'})
    yield read(nobody, str(joined.headers["Location"]), "it", "nobody")
    yield house.resumed()[0]
    ahead = [ada.get(f"/q/{attempt}/ahead") for attempt in house.ids["attempt"]]
    told = "".join(piece for answer in ahead if answer.is_json for piece in dict(answer.json or {}).values())
    board = giulia.get(f"/assignments/{house.town.deferred}/live/board").text
    for name, piece in {"ahead": told, "board": board}.items():
        yield Page(f"/{name}", "ada", "it", HTTPStatus.OK, made.headers, f"<!doctype html><title>x</title>{piece}")


def collect(house: House, payloads: Sequence[str], *, briefly: bool = False) -> list[Page]:
    """Spoil everything, send every form, and give every page there is then, and what the forms answered.

    Briefly: of each kind of page one, as it was before the forms were sent.
    """
    spoil(house.app, payloads)
    first = one_of_each(house)
    stated = list(in_their_states(house, payloads))
    stated += asked(first, house, payloads)
    told = list(answered(house, first, payloads))
    return [
        *(first if briefly else all_of(house)),
        *stated,
        *(page for page in told if page.html.lstrip().startswith("<!doctype")),
    ]


def all_of(house: House) -> list[Page]:
    """Every page in Italian."""
    return house.pages(("it",))


def one_of_each(house: House) -> list[Page]:
    """The first page of each route, as the first of the cast who may see it."""
    found: dict[str, Page] = {}
    clients = {role: house.client(role) for role in ROLES}
    for rule, address in house.addresses():
        if rule.endpoint not in found:
            seen = (read(clients[role], address, "it", role) for role in reversed(ROLES))
            page = next((page for page in seen if page.status == HTTPStatus.OK), None)
            if page is not None:
                found[rule.endpoint] = page
    return list(found.values())


def served(app: Flask, pages: Sequence[Page]) -> Callable[..., Iterable[bytes]]:
    """The application, which shows each of these pages at `/hostile/<number>` too, under the policy of every page.

    `/hostile/bare` is what none of them may be: the payloads as they are.
    """
    bare = f"<!doctype html><title>x</title>{' '.join(OWN[:3])}"

    def answer(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        folder, _slash, number = str(environ["PATH_INFO"]).rpartition("/")
        if folder != "/hostile" or not (number == "bare" or number.isdecimal()):
            return app.wsgi_app(environ, start)
        html = bare if number == "bare" else pages[int(number)].html
        start("200 OK", [("Content-Type", "text/html; charset=utf-8"), ("Content-Security-Policy", CSP)])
        return [html.encode("utf-8", "replace")]

    return answer


_ADDRESSES = """[...document.querySelectorAll('[href], [src], [action], [formaction]')].flatMap(
  each => ['href', 'src', 'action', 'formaction'].map(name => each[name]?.baseVal ?? each[name] ?? '')
).filter(address => /^(javascript|data|vbscript):/i.test(address))"""


class Watcher:
    """A browser page that notes dialogs, violations of the policy, requests to other hosts and addresses that run."""

    def __init__(self, browser: Any, address: str) -> None:
        self.page = browser.new_context(locale="it-IT", viewport={"width": 1280, "height": 800}).new_page()
        self.address, self.noted = address, []  # type: ignore[var-annotated]
        self.page.add_init_script(
            "window.violations = [];"
            "document.addEventListener('securitypolicyviolation', e => window.violations.push(e.violatedDirective))"
        )
        self.page.on("dialog", self._dialog)
        self.page.on("request", self._request)

    def _dialog(self, dialog: Any) -> None:
        self.noted.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _request(self, request: Any) -> None:
        if not request.url.startswith((f"{self.address}/", "data:", "blob:")):
            self.noted.append(f"request: {request.url}")

    def look(self, place: str) -> list[str]:
        """Open a page; what was noted."""
        self.noted.clear()
        self.page.goto(f"{self.address}{place}", wait_until="load")
        found = {"violation": "window.violations", "address": _ADDRESSES}
        return [*self.noted, *(f"{what}: {each}" for what, asks in found.items() for each in self.page.evaluate(asks))]

"""A town that has been lived in, so that every page has something on it; and a walk over all its pages."""

import datetime
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from http import HTTPStatus
from itertools import product, takewhile
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup, Tag
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.datastructures import Headers
from werkzeug.routing import Rule

from quizapp import db, schema
from quizapp.accounts import second
from quizapp.accounts import service as people
from quizapp.accounts.models import User
from quizapp.attempts import queries as attempts
from quizapp.attempts.models import Attempt
from quizapp.banks import queries as banks
from quizapp.banks.models import Bank as BankRow
from quizapp.banks.models import Item as ItemRow
from quizapp.banks.models import ItemAct, ItemListing
from quizapp.banks.service import BankHead, add_item, copy_items, make_bank, sync_bank
from quizapp.bench.models import Draft
from quizapp.classes import queries as classes
from quizapp.classes.service import add_member, join, new_code
from quizapp.core.banks import Bank
from quizapp.core.items import Source
from quizapp.core.policy import Role
from quizapp.core.responses import Chosen, ChosenSet, Placed, Typed
from quizapp.core.scoring import Scoring
from quizapp.core.types import TYPES
from quizapp.exchange import service as exchange
from quizapp.formats.apart import Reading
from quizapp.formats.registry import read as read_file
from quizapp.quizzes import queries as quizzes
from quizapp.quizzes.service import Delivery, assign, make_quiz
from tests.build import ITEMS, NOW, Town, form_of, forms_in, make_item, signed_in

LANGUAGES = ("it", "en")
ROLES = ("nobody", "ada", "giulia", "admin", "bruno", "marco")
NO_PAGES = {
    "accounts.codes_picture",
    "static",
    "home.health",
    "attempts.ahead",
    "personal.download",
    "personal.handed_out",
    "progress.results_csv",
    "analysis.book_csv",
    "analysis.book_xlsx",
    "classes.code_picture",
    "bench.publish",
    "corrections.of_place",
    "items.picture",
    "attempts.picture",
    "progress.picture",
    "live.board",
    "live.picture",
}
"""GET routes that answer no HTML of their own."""
TURNED = {"live.show": "?right=1", "live.project": "?show=1"}
"""Pages that show more when asked to, which are walked both ways."""
WITH_A_STATE = {
    "accounts.codes_shown",
    "accounts.second_step",
    "accounts.setup",
    "attempts.resume_answer",
    "classes.cards",
    "classes.welcome",
}
"""Pages that stand only in a state of their own: before the first admin, after a dead session, right after joining,
with the signed sheet of a pasted list, between password and code, and right after codes were set up."""
FORMS = {
    "accounts.sign_in_submit": "nobody",
    "accounts.change_codes": "marco",
    "accounts.codes_submit": "giulia",
    "accounts.new_person_submit": "giulia",
    "accounts.own_password": "ada",
    "accounts.end_session": "ada",
    "attempts.answer": "ada",
    "home.reading_submit": "ada",
    "items.add_picture": "giulia",
    "items.edit_submit": "giulia",
    "banks.new_bank_submit": "giulia",
    "items.new_item_submit": "giulia",
    "items.preview_submit": "giulia",
    "items.supersede_submit": "giulia",
    "items.review_submit": "giulia",
    "upkeep.add_corroboration": "giulia",
    "upkeep.forecast_submit": "giulia",
    "upkeep.still_valid": "giulia",
    "banks.settings_submit": "giulia",
    "bench.add_counter": "giulia",
    "bench.provenance_submit": "giulia",
    "bench.take_in": "giulia",
    "classes.add_member": "giulia",
    "classes.again": "nobody",
    "classes.change_member": "giulia",
    "classes.create": "giulia",
    "classes.join_submit": "nobody",
    "classes.make_accounts": "giulia",
    "classes.newcomer": "nobody",
    "classes.roll_over": "giulia",
    "corrections.correct_article_submit": "giulia",
    "corrections.withdraw_submit": "giulia",
    "delivery.edit_submit": "giulia",
    "exchange.bring_in": "giulia",
    "exchange.send": "giulia",
    "doubles.ask_submit": "giulia",
    "personal.erase_submit": "admin",
    "personal.keeping_submit": "admin",
    "reports.report_submit": "ada",
    "reports.question_submit": "giulia",
    "progress.mark_submit": "giulia",
    "progress.set_marks": "giulia",
    "quizzes.add_draw": "giulia",
    "quizzes.assign": "giulia",
    "quizzes.edit_submit": "giulia",
    "quizzes.new_quiz_submit": "giulia",
    "quizzes.new_submit": "giulia",
}
"""POST routes that lead back to their page when nothing is filled in, and who may send them."""
BUTTONS = {
    "personal.hand_out",
    "accounts.end_school_sessions",
    "live.close_submit",
    "live.finish",
    "live.more_time",
    "live.reopen",
    "accounts.new_password",
    "accounts.reset_codes",
    "accounts.rules_submit",
    "accounts.second_step_submit",
    "accounts.set_active",
    "accounts.setup_submit",
    "accounts.sign_out",
    "attempts.hand_in",
    "progress.hand_in_rest",
    "attempts.retry",
    "attempts.start",
    "banks.copy_bank",
    "banks.copy_item",
    "classes.approve",
    "classes.approve_all",
    "classes.archive",
    "classes.change_code",
    "classes.change_rules",
    "classes.grant",
    "classes.join_as_me",
    "classes.new_recovery",
    "corrections.follow",
    "corrections.undo",
    "delivery.grant",
    "doubles.merge",
    "exchange.drop",
    "bench.add_phrase",
    "bench.approve",
    "bench.decide",
    "bench.purge",
    "bench.set_second",
    "items.remove_picture",
    "items.set_status",
    "upkeep.remove_corroboration",
    "upkeep.undo",
    "classes.remove_member",
    "home.preferences",
    "jobs.back_up_now",
    "jobs.cancel",
    "notices.mark",
    "personal.ask_erasure",
    "practice.opening_submit",
    "practice.start",
    "practice.start_bank",
    "practice.stop",
    "quizzes.add_items",
    "quizzes.bring",
    "quizzes.duplicate",
    "quizzes.put_back",
    "quizzes.shelve",
}
"""POST routes without a form to fill in, and that of the first admin, which a walk of the house cannot meet."""
_TYPED = ("marzo", "maggio", "3")
NEWS = (Path(__file__).parent / "bench" / "data" / "tassi.txt").read_text(encoding="utf-8")
"""An invented news story from which the engine drafts ten questions."""
SAID = {"outlet": "Il Quotidiano di Prova", "author": "Redazione", "published": "2026-06-11", "retrieved": "2026-06-12"}
"""Part of where it comes from."""


@dataclass(frozen=True)
class Page:
    """One page as one person saw it in one language."""

    address: str
    role: str
    lang: str
    status: int
    headers: Headers
    html: str

    @cached_property
    def soup(self) -> BeautifulSoup:
        """The page, parsed."""
        return BeautifulSoup(self.html, "html.parser")

    @cached_property
    def elements(self) -> list[Tag]:
        """Its elements in their order: each search of the tree for some of them takes longer than a look at all."""
        return [each for each in self.soup.descendants if isinstance(each, Tag)]

    def named(self, *names: str) -> list[Tag]:
        """Its elements of these names."""
        return [each for each in self.elements if each.name in names]

    @cached_property
    def of_id(self) -> dict[str, Tag]:
        """Its elements that have an id, by it."""
        return {str(each["id"]): each for each in reversed(self.elements) if each.has_attr("id")}

    @cached_property
    def labels(self) -> dict[str, list[Tag]]:
        """Its labels by the id of the field that each is for."""
        found: dict[str, list[Tag]] = defaultdict(list)
        for each in self.named("label"):
            found[str(each.get("for", ""))].append(each)
        return found

    def __str__(self) -> str:
        return f"{self.address} ({self.role}, {self.lang}, {self.status})"


@dataclass(frozen=True)
class House:
    """The application, its town, and the ids that make up addresses."""

    app: Flask
    town: Town
    ids: dict[str, list[Any]]

    @property
    def running(self) -> str:
        """Ada's open attempt of the deferred quiz, of which question 2 is left."""
        return str(self.ids["attempt"][-1])

    @property
    def stem(self) -> str:
        """The first question of the town."""
        return str(ITEMS[0]["stem"])

    def client(self, role: str) -> FlaskClient:
        """A browser of one of the cast."""
        return self.app.test_client() if role == "nobody" else signed_in(self.app, getattr(self.town, role))

    def addresses(self) -> Iterator[tuple[Rule, str]]:
        """Every GET route of a page, with its address for every id there is."""
        for rule in self.app.url_map.iter_rules():
            if "GET" in (rule.methods or ()) and rule.endpoint not in NO_PAGES | WITH_A_STATE:
                yield from self._built(rule)
                if rule.endpoint in TURNED:
                    yield from ((each, address + TURNED[each.endpoint]) for each, address in self._built(rule))

    def _built(self, rule: Rule) -> Iterator[tuple[Rule, str]]:
        names = sorted(rule.arguments)
        for values in product(*(self.ids[name] for name in names)):
            built = rule.build(dict(zip(names, values, strict=True)))
            assert built is not None
            yield rule, built[1]

    def pages(self, languages: Sequence[str] = LANGUAGES) -> list[Page]:
        """Every page in these languages: one with an id as the first of the cast who may see it, others as all."""
        clients = {role: self.client(role) for role in ROLES}
        found: list[Page] = []
        unseen = {rule.endpoint for rule, _address in self.addresses()}
        for rule, address in self.addresses():
            for role in ROLES:
                asked = (read(clients[role], address, lang, role) for lang in languages)
                answers = list(takewhile(lambda page: page.status == HTTPStatus.OK, asked))
                if len(answers) == len(languages):
                    found += answers
                    unseen.discard(rule.endpoint)
                    if rule.arguments:
                        break
        assert not unseen, f"pages that nobody of the cast could open: {unseen}"
        return found

    def again(self, pages: Sequence[Page]) -> list[Page]:
        """What stands now where these pages were, for whoever saw each and in its language."""
        clients = {role: self.client(role) for role in ROLES}
        return [read(clients[page.role], page.address, page.lang, page.role) for page in pages]

    def refused(self, languages: Sequence[str] = LANGUAGES) -> list[Page]:
        """What every form answers when nothing is filled in, or something wrong, in these languages."""
        found: list[Page] = []
        for rule in self.app.url_map.iter_rules():
            role = FORMS.get(rule.endpoint)
            if role is not None:
                client = self.client(role)
                found += [send(client, at, lang, role, {}) for _rule, at in self._built(rule) for lang in languages]
        found += [
            send(self.client(role), at, lang, role, data) for role, at, data in self.mistakes() for lang in languages
        ]
        return [page for page in found if page.status == 422]

    def resumed(self) -> list[Page]:
        """The page that offers an answer which a dead session left behind, in every language."""
        found = []
        for lang in LANGUAGES:
            client = self.client("ada")
            with client.session_transaction() as cookie:
                token = cookie.pop("token")
            client.post(f"/q/{self.running}/2", data={"seq": "0", "answer": "marzo"})
            with client.session_transaction() as cookie:
                cookie["token"] = token
            found.append(read(client, "/resume-answer", lang, "ada"))
        return found

    def mistakes(self) -> Iterator[tuple[str, str, dict[str, str]]]:
        """Forms that are filled in, and wrong."""
        yield "nobody", "/sign-in", {"sign_in_name": "ada", "password": "sbagliata"}
        yield "giulia", "/people/new", {"name": "Ada", "sign_in_name": "ada", "role": "admin"}
        yield "admin", "/people/new", {"name": "Ada", "sign_in_name": "ada", "role": "teacher"}
        days = {"opens_at": "ieri", "due_at": "mai", "attempts_allowed": "molti", "school_class": "3C"}
        yield "giulia", f"/quizzes/{self.town.quiz}/assign", days
        for place in (
            f"/classes/{self.town.school_class}/members/{self.town.user_ids['ada']}/extra",
            f"/assignments/{self.town.deferred}/extra/{self.town.user_ids['ada']}",
        ):
            yield "giulia", place, {"factor": "5", "minutes": "molti", "attempts": "-1"}
        rules = {"feedback": "deferred", "closes_at": "2026-03-29T02:30", "score_when": "date", "key_when": "each"}
        yield "giulia", f"/assignments/{self.town.immediate}/edit", rules
        yield "giulia", f"/banks/{self.town.bank}/quiz", {"title": "x" * 301, "items": "uno"}
        words = {"stem": self.stem, "timing": "dated", "as_of": "ieri", "kind": "voce"}
        yield "giulia", f"/items/{self.town.item}/edit", words
        ready = {"stem": self.stem, "timing": "dated", "kind": "fact", "key": "0", "save": "ready"}
        yield "giulia", f"/items/{self.town.item}/edit", ready
        yield "ada", f"/q/{self.running}/2", {"seq": "0", "answer": "altro"}
        yield "ada", f"/q/{self.running}/1/report", {"reason": "other", "words": "1" * 501}
        yield "giulia", f"/reports/{self.town.item}", {"reports": "altro", "state": "open", "reply": "1" * 501}
        yield "giulia", "/articles", {"text": "Troppo breve.", "url": "qui", "published": "ieri"}
        yield "giulia", "/articles", {"address": "http://127.0.0.1/"}


def everything(app: Flask) -> dict[str, list[str]]:
    """Every row but what reading may write: when a session was last seen, and the probe of /health."""
    with app.extensions["engine"].connect() as connection:
        return {
            name: sorted(map(repr, connection.execute(table.select())))
            for name, table in schema.TABLES.items()
            if name not in {"user_session", "setting"}
        }


def read(client: FlaskClient, address: str, lang: str, role: str) -> Page:
    """A page asked for by a browser of this language."""
    answer = client.get(address, headers={"Accept-Language": lang})
    return Page(address, role, lang, answer.status_code, answer.headers, answer.text)


def send(client: FlaskClient, address: str, lang: str, role: str, data: dict[str, str]) -> Page:
    """A form sent by a browser of this language."""
    answer = client.post(address, data=data, headers={"Accept-Language": lang})
    return Page(address, role, lang, answer.status_code, answer.headers, answer.text)


def fill(page: str, pick: int = 0) -> dict[str, Any]:
    """The answer form of a question page filled in: of every field the entry number `pick`."""
    form = next(forms_in(page, 'name="seq"'), None)
    assert form is not None, page
    (seq,) = form.find_all("input", {"name": "seq"})
    offered: dict[str, list[str]] = defaultdict(list)
    for field in form.find_all(["input", "select"]):
        name = str(field.get("name", ""))
        if not name.startswith("answer"):
            continue
        if field.name == "select":
            offered[name] += [str(option["value"]) for option in field.find_all("option") if option.get("value")]
        elif field.get("type", "text") in {"radio", "checkbox"}:
            offered[name].append(str(field["value"]))
        else:
            offered[name] += _TYPED
    return {"seq": seq["value"], **{name: values[pick % len(values)] for name, values in offered.items()}}


def answer_right(session: Session, client: FlaskClient, attempt: str, n: int) -> None:
    """Answer a question of an attempt with its key."""
    session.rollback()
    row = attempts.slot_at(session, attempt.rsplit("/", 1)[1], n)
    body: Any = attempts.item_of(session, row.item_version_id).body
    options = getattr(body, "options", ())
    answers: dict[str, Callable[[], Any]] = {
        "multiple": lambda: ChosenSet(frozenset(each.id for each in options if each.is_key)),
        "text": lambda: Typed(body.keys()[-1]),
        "number": lambda: Typed(body.keys()[0]),
        "classify": lambda: Placed({each.id: body.home(each).id for each in body.statements}),
    }
    answer = answers.get(body.type, lambda: Chosen(next(each.id for each in options if each.is_key)))()
    data = {"seq": str(row.seq), **body.fields(answer, attempts.shown(row).code)}
    assert client.post(f"{attempt}/{n}", data=data).status_code == 303


def copies(session: Session, town: Town, place: int, count: int) -> tuple[str, str]:
    """A quiz of so many copies of one question of the town, given to the class, and their bank; by public id."""
    with db.writing(session) as write:
        source = write.scalars(select(BankRow).where(BankRow.public_id == town.bank)).one()
        listed = banks.items_of(write, source)[place]
        into = make_bank(write, 1, BankHead("Tante", "it", None, None), owner_id=town.giulia, now=NOW)
        copy_items(write, source, [listed] * count, into, now=NOW, author_id=town.giulia)
        made = banks.items_of(write, into)
        for each in made:
            each.version.status = write.get_one(ItemListing, each.row.id).status = "ready"
        quiz = make_quiz(
            write,
            1,
            title="Tante",
            lang="it",
            article_id=None,
            item_version_ids=[each.version.id for each in made],
            owner_id=town.giulia,
            now=NOW,
        )
        school_class = classes.by_public_id(write, town.school_class)
        assert school_class is not None
        return assign(write, quiz, school_class.id, Delivery(), by=town.giulia, now=NOW).public_id, into.public_id


def begin(client: FlaskClient, assignment: str) -> str:
    """Start an attempt; its address."""
    return str(client.post(f"/assignments/{assignment}/start").headers["Location"]).rsplit("/", 1)[0]


def answer_all(client: FlaskClient, attempt: str, size: int, pick: int, *, leave: int | None = None) -> None:
    """Answer the questions of an attempt, but for one."""
    for n in range(1, size + 1):
        if n != leave:
            sent = client.post(f"{attempt}/{n}", data=fill(client.get(f"{attempt}/{n}").text, pick))
            assert sent.status_code == 303, (attempt, n)


def _let_them_say_more(session: Session, assignment: str) -> None:
    """From now on attempts ask how sure an answer is, and may say not to know."""
    with db.writing(session) as write:
        given = quizzes.by_public_id(write, assignment)
        assert given is not None
        given.assignment.scoring, given.assignment.dont_know = Scoring.CERTAINTY.value, True


def send_a_file(session: Session, user_id: int) -> str:
    """A teacher has sent a file with questions, of which one cannot be taken and one loses something; its public id."""
    data = "// [tag:x]\nCapitale?{~Milano#no =Roma}\n\nScrivi un tema.{}\n\n[markdown]È **qui**?{T}\n".encode()
    reading = Reading("gift", read_file(data, "gift"))
    return exchange.keep(session, reading, data, name="domande.gift", user_id=user_id, now=NOW).public_id


def _practise(app: Flask, town: Town) -> None:
    """Giulia opens the bank to her class; Ada has answered one of those that went wrong."""
    giulia, ada = signed_in(app, town.giulia), signed_in(app, town.ada)
    assert giulia.post(f"/banks/{town.bank}/practice", data={"classes": [town.school_class]}).status_code == 303
    place = str(ada.post("/practice", data={"what": "wrong"}).headers["Location"])
    assert ada.post(place, data=fill(ada.get(place).text)).status_code == 303


def live_in(app: Flask, town: Town, bank: Bank) -> House:
    """Attempts of every kind and state, five students, an item that came after, and two that are due."""
    with db.make_session(app.extensions["engine"]) as session:
        size = len(bank.items)
        mates = classmates(session, town)
        _something_came_after(session, bank)
        _something_is_due(app, town, session)
        for place, mate in enumerate([town.ada, *mates]):
            student = signed_in(app, mate)
            answer_all(student, begin(student, town.immediate), size, place)
        ada = signed_in(app, town.ada)
        answer_all(ada, again := begin(ada, town.immediate), size, 1)
        ada.post(f"{again}/retry")
        _practise(app, town)
        begin(ada, town.immediate)
        handed_in = begin(ada, town.deferred)
        answer_all(ada, handed_in, size, 1, leave=3)
        ada.post(f"{handed_in}/hand-in")
        _let_them_say_more(session, town.deferred)
        running = begin(ada, town.deferred)
        answer_all(ada, running, size, 0, leave=2)
        _report_problems(app, town, handed_in)
        copy = _change(app, town, session)
        with db.writing(session) as write:
            second.switch_on(write, town.marco, "-", 0, ["-"])
        bench = bring_article(app, town)
        with db.writing(session) as write:
            sent = send_a_file(write, town.giulia)
        asked = signed_in(app, town.admin).post("/admin/backup").headers["Location"]
        session.rollback()
        ids: dict[str, list[Any]] = {
            "school_class": [town.school_class],
            "upload": [sent],
            "job": [asked.rsplit("/", 1)[1]],
            "copy": [copy],
            "act": list(session.scalars(select(ItemAct.public_id).order_by(ItemAct.id))),
            "code": [_open_door(session, town)],
            "person": [town.user_ids["ada"]],
            "other": [_mate(session)],
            "bank": [town.bank],
            "quiz": [town.quiz],
            "article": [town.article, bench],
            "draft": list(session.scalars(select(Draft.public_id).order_by(Draft.id).limit(3))),
            "assignment": [town.immediate, town.deferred],
            "type_": list(TYPES),
            "n": list(range(1, size + 1)),
            "item": list(session.scalars(select(ItemRow.public_id).order_by(ItemRow.id))),
            "attempt": list(session.scalars(select(Attempt.public_id).where(Attempt.user_id == town.ada))),
        }
    return House(app, town, ids)


def _report_problems(app: Flask, town: Town, attempt: str) -> None:
    """Ada reports three problems of a quiz; Giulia answers the first, and has read of none."""
    ada, giulia = signed_in(app, town.ada), signed_in(app, town.giulia)
    for n, reason in enumerate(("key", "unclear", "other"), 1):
        assert ada.post(f"{attempt}/{n}/report", data={"reason": reason, "words": "Perché?"}).status_code == 303
    form = BeautifulSoup(giulia.get(f"/reports/{town.item}").text, "html.parser")
    chosen = [str(box["value"]) for box in form.select('input[name="reports"]')]
    sent = giulia.post(f"/reports/{town.item}", data={"reports": chosen, "state": "kept", "reply": "Lo dice la frase."})
    assert sent.status_code == 303
    assert ada.post(f"{attempt}/1/report", data={"reason": "typo", "words": "Ancora."}).status_code == 303


def _change(app: Flask, town: Town, session: Session) -> str:
    """Giulia corrects the first question, of which Marco has a copy, and withdraws the last but one; that copy."""
    with db.writing(session) as write:
        source = write.scalars(select(BankRow).where(BankRow.public_id == town.bank)).one()
        into = make_bank(write, 1, BankHead("Copie", "it"), owner_id=town.marco, now=NOW)
        listed = banks.items_of(write, source)[0]
        copy = copy_items(write, source, [listed], into, now=NOW, author_id=town.marco)[0].public_id
    giulia = signed_in(app, town.giulia)
    at = f"/items/{town.item}/edit"
    sent = {**form_of(giulia.get(at).text, at), "explanation": "Fu a Vienna.", "save": "apply", "why": "Era oscura."}
    assert giulia.post(at, data=sent).status_code == 303
    session.rollback()
    last = session.scalars(select(ItemRow.public_id).where(ItemRow.position == len(ITEMS) - 2)).first()
    assert giulia.post(f"/items/{last}/withdraw", data={"why": "Era ambigua."}).status_code == 303
    return copy


def _mate(session: Session) -> str:
    """A classmate of Ada's who has attempted what she has."""
    return str(session.scalars(select(User.public_id).where(User.name == "Carla")).one())


def _open_door(session: Session, town: Town) -> str:
    """A join code of the class, and a student who came in by it and waits to be let in."""
    with db.writing(session) as write:
        found = classes.by_public_id(write, town.school_class)
        assert found is not None
        new_code(write, found, datetime.datetime.now(datetime.UTC))
        found.join_code = code = "234567"  # without letters, which would look like words nobody translated
        found.asks_approval = True
        join(write, found, "Lupo", hashed="-", now=datetime.datetime.now(datetime.UTC))
        found.asks_approval = False
    return code


def bring_article(app: Flask, town: Town) -> str:
    """Giulia's own article on the bench, with a draft accepted, one in the editor, one rejected and the rest open."""
    giulia = signed_in(app, town.giulia)
    place = str(giulia.post("/articles", data={"text": NEWS, **SAID}).headers["Location"])
    drafts = re.findall(r'action="(/drafts/\w+)" hx-post', giulia.get(place).text)
    for act, at in zip(("accept", "reject", "edit"), drafts, strict=False):
        assert giulia.post(at, data={"act": act, "seq": "0"}).status_code == 303, act
    return place.split("/")[2]


def classmates(session: Session, town: Town) -> list[int]:
    """Four more students in the class; their ids."""
    with db.writing(session) as write:
        found = classes.by_public_id(write, town.school_class)
        assert found is not None
        made = []
        for name in ("carla", "dario", "elena", "fabio"):
            mate, _ = people.make_person(
                write, found.school_id, name=name.title(), sign_in_name=name, role=Role.STUDENT, now=NOW, password="-"
            )
            add_member(write, found, mate, NOW)
            made.append(mate.id)
        given = quizzes.by_public_id(write, town.immediate)
        assert given is not None
        given.assignment.due_at = datetime.datetime.now(datetime.UTC) + datetime.timedelta(days=9)
        return made


def _something_is_due(app: Flask, town: Town, session: Session) -> None:
    """In a bank of Giulia's own: an answer past its review date, and a forecast that can be told."""
    data = {"as_of": "2024-03-03", "evidence": None, "author": "Giulia"}
    stale = make_item(**data, id="vigore", stem="L’accordo è in vigore?", timing="current", review_by="2024-08-30")
    forecast = {"kind": "forecast", "holder": "Ministro", "horizon": "2025-03-03", "came_true": "open"}
    told = make_item(**data, **forecast, id="durata", stem="Quanto poteva durare l’accordo, nel marzo 2024?")
    with db.writing(session) as write:
        into = make_bank(write, 1, BankHead("Attualità", "it", None, None), owner_id=town.giulia, now=NOW)
        for item in (stale, told):
            add_item(write, into, item, None, now=NOW, author_id=town.giulia)
    session.rollback()


def _something_came_after(session: Session, bank: Bank) -> None:
    source = Source("Comunicato", "Ministero", datetime.date(2024, 5, 1), "https://example.org/comunicato")
    later = replace(
        make_item(id="citta-dopo", stem="In quale città fu spostata la firma nel maggio 2024?", supersedes="citta"),
        sources=(source,),
    )
    with db.writing(session) as write:
        school = write.scalars(select(BankRow.school_id)).first()
        assert school is not None
        sync_bank(write, replace(bank, items=(*bank.items, later)), school_id=school, now=NOW)

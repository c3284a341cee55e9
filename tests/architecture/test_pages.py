"""Every page, in both languages, as those who may see it: valid, named, labelled, translated, guarded, not stored.

The pages are the GET routes of the application walked with the ids of a lived-in town (`tests/house.py`), so a new
route is looked at without a line here; and the pages that a form sent with nothing in it leads back to.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

import html5lib
import pytest
from babel import Locale
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from bs4 import NavigableString, Tag
from sqlalchemy import select

from quizapp import create_app, db, schema, translations
from quizapp.core.items import dump_item
from quizapp.core.stems import framed
from quizapp.exchange.models import Upload
from quizapp.exchange.service import unpacked
from quizapp.formats.registry import FORMATS
from quizapp.intake.article import LEAST_WORDS, Unusable
from quizapp.intake.fetch import FetchRefused
from tests.house import BUTTONS, FORMS, LANGUAGES, ROLES, Page

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
GUARDS = {
    "Content-Security-Policy": {CSP},
    "X-Content-Type-Options": {"nosniff"},
    "Referrer-Policy": {"no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"},
    "Cache-Control": {"no-store"},
}
"""The headers of every page, with the values that will do."""
NAMED = ("input", "select", "textarea")
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
SPOKEN = ("aria-label", "title", "placeholder", "alt", "content", "data-l")
"""Attributes that are read out or shown."""


CODE = re.compile("[a-z_-]*")
PLAIN = r" !#-%'-;=?-~\t\n\xa0-\u2fff"
"""Signs that are the same to a parser, in a value as in a text: of no markup, of no control, and assigned."""
VALUES = re.compile(rf'(?<=[\w-])="[{PLAIN}]*"')
WORDS = re.compile(rf'>[{PLAIN}"]+(?=<)')
REFUSALS = (
    Unusable("too-short", limit=LEAST_WORDS).say("en"),
    FetchRefused("private", host="127.0.0.1").say("en"),
    "Troppo breve.",
)
"""What the walk's mistakes type and meet; said in both languages in `quizapp/intake` and tested there."""
NAMES = (
    {"quot", "idia", "Quotidia"}
    | {
        "Atkinson",
        "Hyperlegible",
        "Next",
        "Literata",
        "OFL",
        "Lucide",
        "Opinione",  # a category in the language of its bank
        "ISC",
        "htmx",
        "BSD",
        "SQLite",
        "PostgreSQL",
    }
    | {word for each in FORMATS.values() for word in re.findall(r"[^\W\d_]{2,}", each.title)}
)


def faults(pages: list[Page], look) -> list[str]:
    return [f"{page}: {fault}" for page in pages for fault in look(page)]


def test_the_walk_met_every_form_and_no_dead_end(pages):
    assert {page.status for page in pages} == {200, 422}
    assert {page.lang for page in pages} == set(LANGUAGES)
    assert {page.role for page in pages} == set(ROLES)


def test_every_form_is_either_walked_or_a_mere_button(house):
    posts = {rule.endpoint for rule in house.app.url_map.iter_rules() if "POST" in rule.methods}
    assert posts == FORMS.keys() | BUTTONS


def test_every_page_is_valid_html(pages):
    def look(page):
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        parser.parse(page.html)
        return parser.errors

    assert faults(list({marks_of(page.html): page for page in pages}.values()), look) == []


def marks_of(html: str) -> str:
    """A page without its plain words, whose markup a parser judges as it does that of the page.

    A value or a text with any other sign in it stays as it is, and so does a page with a comment.
    """
    if "<!--" in html:
        return html
    return WORDS.sub(lambda text: ">x" if text[0][1:].strip(" \t\n") else "> ", VALUES.sub('=""', html))


def test_every_page_says_its_language_its_title_and_one_heading(pages):
    def look(page):
        soup = page.soup
        if soup.html.get("lang") != page.lang:
            yield f"lang {soup.html.get('lang')}"
        name = soup.title.get_text().removesuffix(" – Quotidia").strip()
        if not name or not soup.title.get_text().endswith(" – Quotidia"):
            yield f"title {soup.title.get_text()!r}"
        headings = [heading.get_text(" ", strip=True) for heading in page.named("h1")]
        if len(headings) != 1 or not headings[0]:
            yield f"headings {headings}"

    assert faults(pages, look) == []


def test_a_page_that_a_form_led_back_to_says_so_in_its_title_and_links_to_the_field(pages):
    def look(page):
        start = {"it": "Errore:", "en": "Error:"}[page.lang]
        if not page.soup.title.get_text().startswith(start):
            yield page.soup.title.get_text()
        links = page.soup.select(".errors a")
        if not links or any(link["href"].removeprefix("#") not in page.of_id for link in links):
            yield f"links {[link['href'] for link in links]}"

    refused = [page for page in pages if page.status == 422]
    assert refused
    assert faults(refused, look) == []


def test_headings_leave_no_level_out(pages):
    def look(page):
        levels = [int(heading.name[1]) for heading in page.named(*HEADINGS)]
        return [f"{former} then {level}" for former, level in pairwise(levels) if level > former + 1]

    assert faults(pages, look) == []


def test_every_id_is_there_once_and_every_reference_finds_one(pages):
    def look(page):
        counted = Counter(element["id"] for element in page.elements if element.has_attr("id"))
        yield from (f"id {name} {count} times" for name, count in counted.items() if count > 1 or not name)
        for element in page.elements:
            for attribute in ("for", "aria-labelledby", "aria-describedby", "aria-controls"):
                for name in references(element, attribute):
                    if name not in counted:
                        yield f"{attribute} {name} leads nowhere"

    assert faults(pages, look) == []


def references(element: Tag, attribute: str) -> list[str]:
    return str(element.get(attribute) or "").split()


def test_every_field_and_every_button_has_a_name(pages):
    def look(page):
        for element in page.named(*NAMED, "button", "a"):
            if element.get("type") != "hidden" and not name_of(element, page):
                yield str(element)[:120]

    assert faults(pages, look) == []


def name_of(element: Tag, page: Page) -> str:
    if label := str(element.get("aria-label") or ""):
        return label.strip()
    if element.name in {"button", "a"}:
        return element.get_text(strip=True)
    labels = [page.of_id.get(name) for name in references(element, "aria-labelledby")]
    labels += page.labels[str(element["id"])] if element.get("id") else []
    labels.append(element.find_parent("label"))
    return "".join(label.get_text(strip=True) for label in labels if label)


def test_no_page_carries_a_style_a_script_or_a_handler_of_its_own(pages):
    def look(page):
        for element in page.elements:
            own = [name for name in element.attrs if name == "style" or name.startswith("on")]
            if own or element.name == "style" or (element.name == "script" and (element.string or not element["src"])):
                yield str(element)[:120]
            if any(str(value).strip().lower().startswith("javascript:") for value in element.attrs.values()):
                yield str(element)[:120]

    assert faults(pages, look) == []


def test_every_page_asks_only_this_server_for_what_it_shows(pages):
    def look(page):
        for element in page.named("script", "img", "link", "use", "iframe", "source"):
            for name in ("src", "href"):
                if not re.match("/(?!/)", str(element.get(name, "/"))):
                    yield str(element)[:120]

    assert faults(pages, look) == []


def test_every_page_is_guarded_and_never_stored(pages):
    def look(page):
        for name, allowed in GUARDS.items():
            if len(page.headers.getlist(name)) != 1 or page.headers[name] not in allowed:
                yield f"{name}: {page.headers.getlist(name)}"

    assert faults(pages, look) == []


def test_reading_every_page_changes_nothing(walk):
    assert len(walk.pages) > 200
    assert walk.after == walk.before


# --- in the reader's language -------------------------------------------------------------------
ITALIAN = Path(translations.__path__[0]) / "it" / "LC_MESSAGES" / "messages.po"


def said(page: Page) -> Iterator[tuple[str, str]]:
    """Every text that is shown or read out, with the language it is said to be in.

    But for the verifier's findings, which are said in both languages in `quizapp/core` and tested there, and for names
    of files and folders.
    """
    findings = page.soup.select('section[aria-labelledby="h-problems"] li, ul.findings li')
    names = [each for each in page.named("code") if each.get("translate") == "no"]
    elsewhere = {id(text) for part in names for text in part.find_all(string=True)}
    elsewhere |= {id(text) for part in findings for text in part.find_all(string=True) if text.parent.name != "strong"}
    for text in page.soup.find_all(string=True):
        if id(text) in elsewhere:
            continue
        if type(text) is NavigableString and text.strip():
            yield lang_of(text.parent), " ".join(text.split())
    for element in page.elements:
        for name in SPOKEN:
            if element.get(name) and (name != "content" or element.get("name") == "description"):
                yield lang_of(element), str(element[name])


def lang_of(element: Tag) -> str:
    return str(element["lang"]) if element.get("lang") else lang_of(element.parent)


def english_texts() -> dict[str, tuple[str, re.Pattern[str]]]:
    """Every text of the English catalogue that is something else in Italian: its longest words, and how it looks."""
    found: dict[str, tuple[str, re.Pattern[str]]] = {}
    with ITALIAN.open("rb") as file:
        for message in read_po(file, locale="it"):
            pairs = zip(as_tuple(message.id), as_tuple(message.string), strict=True)
            for english, italian in pairs:
                words = re.split(r"%\(\w+\)s", english)
                if english != italian and any(any(map(str.isalpha, word)) for word in words):
                    filled_in = re.compile(r"(?<!\w)" + ".+?".join(map(re.escape, words)) + r"(?!\w)")
                    found[english] = max(words, key=len), filled_in
    return found


def as_tuple(texts: str | tuple[str, ...]) -> tuple[str, ...]:
    return texts if isinstance(texts, tuple) else (texts,)


def test_a_page_in_italian_says_nothing_of_the_english_catalogue(pages):
    texts = english_texts()
    assert len(texts) > 200

    @cache
    def english_in(text):
        there = ((english, pattern) for english, (longest, pattern) in texts.items() if longest in text)
        return [f"{english!r} in {text!r}" for english, pattern in there if pattern.search(text)]

    def look(page):
        for lang, text in set(said(page)):
            if lang == "it":
                yield from english_in(text)

    assert faults([page for page in pages if page.lang == "it"], look) == []


@pytest.fixture(scope="module")
def marked(house, walk, tmp_path_factory) -> list[Page]:
    """The English pages with every text of the catalogue between ⟦ and ⟧, as those who saw them before."""
    folder = tmp_path_factory.mktemp("marked")
    target = folder / "en" / "LC_MESSAGES" / "messages.mo"
    target.parent.mkdir(parents=True)
    with ITALIAN.open("rb") as file:
        catalogue = read_po(file, locale="en")
    for message in catalogue:
        if message.id:
            texts = tuple(f"⟦{text}⟧" for text in as_tuple(message.id))
            message.string = texts if message.pluralizable else texts[0]
    with target.open("wb") as file:
        write_mo(file, catalogue)
    app = create_app(**{**house.app.config, "BABEL_TRANSLATION_DIRECTORIES": str(folder)})
    other = replace(house, app=app)
    again = other.again([page for page in walk.pages if page.lang == "en"])
    assert {page.status for page in again} == {200}
    yield [*again, *other.refused(["en"])]
    app.extensions["engine"].dispose()


def stored_texts(app) -> re.Pattern[str]:
    """Every text that people or bank files have put into the database; codes such as `ready` are none."""
    found = set(REFUSALS)
    with db.make_session(app.extensions["engine"]) as session:
        for upload in session.scalars(select(Upload).where(Upload.content.is_not(None))):
            read = unpacked(upload).imported  # packed, as it is kept
            found |= {text for item in read.items for text in leaves(dump_item(item)) if not CODE.fullmatch(text)}
            found |= {each.problem.say("en") for each in read.problems}
    with app.extensions["engine"].connect() as connection:
        for table in schema.TABLES.values():
            for row in connection.execute(table.select()).mappings():
                for column, value in row.items():
                    found |= set(value.get("tags", ())) if isinstance(value, dict) else set()
                    found |= {text for text in leaves(value) if column == "sign_in_name" or not CODE.fullmatch(text)}
    found |= {framed(text)[1] for text in found} - {""}
    longest_first = sorted(map(re.escape, found), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(longest_first)})(?!\w)")


def leaves(value) -> Iterator[str]:
    """The lines of a text and their sentences, each of which may stand on a page by itself."""
    if isinstance(value, str):
        for line in value.split("\n"):
            yield " ".join(line.split())
            yield from re.split(r"(?<=[.»]) (?=[«A-Z])", " ".join(line.split()))
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from leaves(each)


def calendar() -> Iterator[Iterable[str]]:
    locale = Locale("en")
    for names in (locale.months, locale.days):
        for width in ("wide", "abbreviated"):
            yield names["format"][width].values()


def test_every_word_that_is_not_of_the_content_goes_through_the_catalogue(marked, house):
    content = stored_texts(house.app)
    names = NAMES | {word for words in calendar() for word in words}

    def look(page):
        for lang, text in set(said(page)):
            if lang == "en":
                rest = text
                while (shorter := re.sub(r"⟦[^⟦⟧]*⟧", " ", rest)) != rest:
                    rest = shorter
                words = set(re.findall(r"[^\W\d_]{2,}", content.sub(" ", rest))) - names
                if words:
                    yield f"{sorted(words)} in {text[:100]!r}"

    assert faults(marked, look) == []


ROWS = {"notice", "session"}
"""Fields whose number is that of a row, which anybody could guess: of others' notices and sessions nothing happens."""
COUNTED = {
    "active", "asks_approval", "certainty", "close", "count", "days", "factor", "fraction", "get", "items", "key",
    "known", "locked", "lowest", "number", "passes", "place", "points", "sentence", "seq", "steps", "text_size",
    "text_spacing", "unknown", "version", "weight", "category",
}  # fmt: skip
"""Fields whose number is a count, a place within what the page is about, its version, or a yes."""


def test_no_number_on_a_page_names_a_row_but_those_that_are_judged(pages):
    named = {
        str((field.find_parent("select") or field).get("name", ""))
        for page in pages
        for field in page.named("input", "option", "button")
        if str(field.get("value", "")).isdecimal()
    }
    ours = {re.sub("-[0-9a-z]{16}$", "", name) for name in named if not re.fullmatch("answer(-[0-9a-f]{8})?", name)}
    assert {name.rpartition("-")[2] for name in ours} - {""} - ROWS - COUNTED == set()
    assert "notice" in named


def test_no_address_holds_a_number_but_that_of_a_place_in_a_quiz(house):
    found = {
        (name, type(made).__name__)
        for rule in house.app.url_map.iter_rules()
        for name, made in rule._converters.items()
    }
    assert {name for name, kind in found if kind != "UnicodeConverter"} == {"n", "filename"}
    named = {table.name for table in schema.TABLES.values() if "public_id" in table.c}
    assert all(re.fullmatch("[a-z0-9]{16}", each) for name in named & house.ids.keys() for each in house.ids[name])

"""Hostile texts in every name and every text of an item arrive on every page as text."""

import re

import html5lib
import pytest
from sqlalchemy import JSON, String, select

from quizapp import schema
from quizapp.accounts.models import User
from quizapp.banks.models import ItemVersion
from quizapp.classes.models import SchoolClass
from quizapp.core.html import clean, plain
from quizapp.formats.registry import WRITTEN_TO
from quizapp.quizzes.models import Quiz
from tests.build import signed_in
from tests.hostile import JSON as ALSO
from tests.hostile import SAME, TEXTS

CODES = {
    "admin_act": "act",
    "article": "lang",
    "article_version": "rights sha256",
    "assignment": "feedback grade_rule release scoring",
    "assignment_act": "act",
    "attempt": "feedback purpose scoring state",
    "attempt_event": "kind",
    "bank": "lang synced_hash visible",
    "class": "join_code timezone",
    "decision": "act",
    "draft": "drawer engine family flaws origin state",
    "drafting": "engine",
    "erasure": "cause counts key role",
    "fact": "key kind",
    "item": "synced_hash",
    "item_act": "about act",
    "item_listing": "difficulty kind lang status timing type",
    "item_version": "kind status type",
    "job": "about key kind problem result state",
    "membership": "role",
    "notice": "kind subject",
    "outcome": "reason",
    "quiz": "lang plan",
    "quiz_edition": "conflicts pools",
    "quiz_slot": "draw",
    "recovery_code": "code_hash",
    "report": "reason state",
    "school": "timezone",
    "setting": "key value",
    "slot": "order seed",
    "upload": "digest format",
    "user": "password_hash role totp_nonce",
    "user_session": "browser system token_hash",
}
"""Columns whose texts the application makes or chooses itself; public ids too."""
HOSTILE = (
    "<script>alert(1)</script>",
    "\"'><img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "{{ 7*7 }}{% raw %}",
    "\u202egnihton\u202c <svg onload=alert(1)>",
    "A" * 180,
)
ALLOWED_SCRIPTS = re.compile(r"/static/")


def faults(page):
    """Script that did not come from us, handlers, and addresses that run code."""
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    found = []
    for element in tree.iter():
        if element.tag == "script" and not ALLOWED_SCRIPTS.match(element.get("src", "")):
            found.append("script")
        found += [name for name in element.attrib if str(name).lower().startswith("on")]
        found += [
            value
            for name, value in element.attrib.items()
            if name in {"href", "src", "action", "formaction"} and value.strip().lower().startswith("javascript:")
        ]
        if element.tag in {"img", "iframe", "object", "embed"}:
            found.append(element.tag)
    return found


def spoil(value, text):
    """The same item content with every text a reader sees made hostile; ids, kinds and dates as they were."""
    if isinstance(value, dict):
        return {name: _spoiled(name, each, text) for name, each in value.items()}
    return [spoil(each, text) for each in value] if isinstance(value, list) else value


SAID = {"stem", "text", "feedback", "explanation", "correction", "holder", "title", "outlet", "url"}


def _spoiled(name, value, text):
    if name in SAID and isinstance(value, str) and value not in {"true", "false"}:
        return f"{value} {text}"
    return spoil(value, text)


@pytest.fixture(params=HOSTILE, ids=["script", "img", "javascript", "template", "svg", "long"])
def hostile_town(request, app, town, session):
    text = request.param
    with app.extensions["engine"].begin() as connection:
        for table, column in ((User, "name"), (SchoolClass, "name"), (Quiz, "title")):
            for row in connection.execute(select(table.id, getattr(table, column))).all():
                connection.execute(
                    table.__table__.update().where(table.id == row[0]).values({column: f"{row[1]} {text}"[:200]})
                )
        for row in connection.execute(select(ItemVersion.id, ItemVersion.content)).all():
            connection.execute(
                ItemVersion.__table__.update().where(ItemVersion.id == row[0]).values(content=spoil(row[1], text))
            )
    return town


def test_every_page_of_a_quiz_shows_hostile_texts_as_text(app, hostile_town):
    town = hostile_town
    ada, giulia = signed_in(app, town.ada), signed_in(app, town.giulia)
    attempt = ada.post(f"/assignments/{town.immediate}/start").headers["Location"].rsplit("/", 1)[0]
    pages = []
    for number in range(1, 6):
        page = ada.get(f"{attempt}/{number}").text
        names = {}
        for name, value in re.findall(r'name="(answer[^"]*)" value="([^"]*)"', page):
            names.setdefault(name, value or "marzo")
        answered = ada.post(f"{attempt}/{number}", data={"seq": "0", **names})
        pages += [
            page,
            ada.post(f"{attempt}/{number}", data={"seq": "0"}).text,
            ada.get(answered.headers["Location"]).text,
        ]
    addresses = ["/", "/history", f"{attempt}/results"]
    pages += [ada.get(address).text for address in addresses]
    shown = [
        "/",
        "/classes",
        "/people",
        "/banks",
        f"/banks/{town.bank}",
        f"/items/{town.item}",
        f"/items/{town.item}/edit",
    ]
    shown += [f"/classes/{town.school_class}", f"/quizzes/{town.quiz}", f"/articles/{town.article}"]
    shown += [f"/assignments/{town.immediate}/results", f"/assignments/{town.immediate}/questions/1"]
    pages += [giulia.get(address).text for address in shown]
    assert all("<h1" in page for page in pages)
    assert [found for page in pages for found in faults(page)] == []
    table = giulia.get(f"/assignments/{town.immediate}/results.csv").text
    assert not re.search(r"^[=+@-]|[,;][=+@-]", table, re.MULTILINE)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("<b>Chi</b> ha <i>firmato</i>?", "<b>Chi</b> ha <i>firmato</i>?"),
        ("<p>Uno</p><p>Due</p>", "Uno<br>Due"),
        ("Chi?<script>alert(1)</script>", "Chi?"),
        ('<img src=x onerror="alert(1)">Chi?', "Chi?"),
        ('<a href="javascript:alert(1)">Chi?</a>', "Chi?"),
        ('<b style="position:fixed" onclick="x()">Chi?</b>', "<b>Chi?</b>"),
        ("<iframe src=//x></iframe>Chi?", "Chi?"),
        ("1 &lt; 2", "1 &lt; 2"),
    ],
)
def test_html_of_an_item_keeps_harmless_inline_tags_alone(text, kept):
    assert clean(text) == kept


def test_the_words_of_an_html_text_stand_on_one_line():
    assert plain("<p>Uno &amp; <b>due</b></p>\n<p>tre</p>") == "Uno & due tre"


def test_every_text_of_the_schema_is_made_hostile_or_is_the_applications_own():
    said = {
        (name, column.name)
        for name, table in schema.TABLES.items()
        for column in table.columns
        if isinstance(column.type, String | JSON)
    }
    filled = {(name, column) for where in (TEXTS, ALSO) for name, columns in where.items() for column in columns}
    filled |= {(name, column) for name, columns in SAME.items() for column in columns.split()}
    own = {(name, column) for name, columns in CODES.items() for column in columns.split()}
    assert filled <= said
    assert own == {each for each in said - filled if each[1] != "public_id"}


def test_a_file_that_is_fetched_has_a_name_of_plain_signs_whatever_its_things_are_called(app, hostile_town):
    town, giulia = hostile_town, signed_in(app, hostile_town.giulia)
    places = [f"/assignments/{town.immediate}/results.csv", "/my-data.json"]
    places += [f"/classes/{town.school_class}/gradebook.{ending}" for ending in ("csv", "xlsx")]
    places += [
        f"/{of}/export?format={name}&get=1"
        for of in (f"banks/{town.bank}", f"quizzes/{town.quiz}")
        for name in WRITTEN_TO
    ]
    for place in places:
        answer = giulia.get(place)
        named = answer.headers.getlist("Content-Disposition")
        assert answer.status_code == 200, place
        assert len(named) == 1
        assert re.fullmatch(r'attachment; filename="?[\w.-]{1,90}"?', named[0], re.ASCII), (place, named)
        assert answer.headers["X-Content-Type-Options"] == "nosniff"

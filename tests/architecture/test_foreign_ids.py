"""Ids of somebody else's things in every field of every form and in every query: nothing there changes or is shown."""

import inspect
import re
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from sqlalchemy import select, update
from werkzeug.exceptions import HTTPException
from werkzeug.routing import RequestRedirect

from quizapp import db, schema
from quizapp.banks.models import Bank, ItemVersion
from quizapp.classes.models import SchoolClass
from quizapp.quizzes.models import Quiz
from tests.architecture.neighbours import elsewhere, next_door
from tests.build import signed_in
from tests.house import NO_PAGES, begin, read

BELONG = (
    "user",
    "class",
    "bank",
    "item",
    "item_version",
    "quiz",
    "assignment",
    "article",
    "article_version",
    "attempt",
)
"""Tables whose rows are of one school."""
MARK = "VEDETTA"
LEFT_OUT = {"accounts.sign_out"}
PEOPLE = {"user_id", "author_id", "by_id"}
OF_PEOPLE = {"membership"}
QUERIES = {
    "item": ("item", "item_version"),
    "into": ("bank",),
    "article": ("article", "article_version"),
    "quiz": ("quiz",),
    "bank": ("bank",),
    "edition": ("assignment", "quiz"),
    "after": ("item", "quiz"),
}
"""What a page may be asked for by name of a row."""
NO_ROWS = {
    "card", "code", "draw", "dated", "format", "from", "get", "lang", "last", "next", "on", "page",
    "phrase", "sentence", "shelf",
    "session", "sheet", "show", "seen", "versions", "v", "who",
}  # fmt: skip
"""One's own browsers (asked for with another's in the tests of accounts), counts, days, switches, texts, what is
signed, and places among the drafts of one's own article."""


def rows(session):
    session.rollback()
    return {
        name: {
            tuple(row[each.name] for each in table.primary_key): repr(row)
            for row in session.execute(select(table)).mappings()
        }
        for name, table in schema.TABLES.items()
        if name not in {"user_session", "setting"}
    }


def foreign(session, before):
    """Every id of the first school, public or not, by the table it is of."""
    found = {}
    for name in BELONG:
        table = schema.TABLES[name]
        shown = table.c.public_id if "public_id" in table.c else table.c.id
        values = session.execute(select(table.c.id, shown).order_by(table.c.id)).all()
        found[name] = [(row[0], str(row[1])) for row in values if (row[0],) in before[name]]
    return found


def forms(app, zoe, ids):
    """The forms of her pages, each with where it leads and what it would send."""
    for rule in app.url_map.iter_rules():
        if "GET" not in rule.methods or not rule.arguments <= ids.keys() or rule.endpoint in NO_PAGES:
            continue
        page = read(zoe, rule.build({name: ids[name] for name in rule.arguments})[1], "it", "zoe")
        if page.status != 200 or not page.html.startswith("<!doctype"):
            continue
        for form in page.soup.find_all("form", method="post"):
            yield str(form.get("action") or page.address), form


def sent(form):
    data = {}
    for field in form.find_all(["input", "select", "textarea", "button"]):
        name = field.get("name")
        if name and field.name == "select":
            data.setdefault(name, []).extend(str(option.get("value", "")) for option in field.find_all("option"))
        elif name:
            data.setdefault(name, []).append(str(field.get("value", "")) or "Testo")
    return data


@pytest.fixture(params=["zoe", "marco"])
def other(request, app, town, session):
    """Somebody whose things are his own, of another school or of the same: a browser, ids for addresses, rows before.

    What is Giulia's is hers alone, and what nobody else may have says so.
    """
    with db.writing(session) as write:
        write.execute(update(Bank).values(visible="own", title=f"{MARK}-banca"))
        write.execute(update(Quiz).values(title=f"{MARK}-quiz"))
        write.execute(update(SchoolClass).values(name=f"{MARK}-classe"))
        write.execute(update(ItemVersion).values(stem=f"{MARK}-domanda"))
    begin(signed_in(app, town.ada), town.immediate)
    before = rows(session)
    if request.param == "zoe":
        who, ids = elsewhere(session)
    else:
        who, ids = town.marco, next_door(app, town, session)
        for own in (town.marco, town.bruno):  # whom he teaches
            del before["user"][own,]
    ids.pop("attempt", None)  # Bruno's alone
    return signed_in(app, who), ids, before, request.param == "zoe"


def test_no_form_reaches_what_is_somebody_elses_whatever_ids_and_fields_it_is_sent(app, session, other):
    zoe, ids, before, abroad = other
    theirs = foreign(session, before)
    own = {value: name for name in BELONG for value in _own_ids(session, name, theirs)}
    adapter, tried, swapped = app.url_map.bind(""), set(), 0
    for address, form in list(forms(app, zoe, ids)):
        with suppress(HTTPException, RequestRedirect):
            endpoint, named = adapter.match(address.partition("?")[0], method="POST")
            data = sent(form)
            changed = {
                name: [theirs[own[value]][0][1] if value in own and theirs[own[value]] else value for value in values]
                for name, values in data.items()
            }
            if endpoint in LEFT_OUT or (changed == data and endpoint in tried):
                continue
            if named.get("person", ids["person"]) != ids["person"]:
                continue
            swapped += changed != data
            tried.add(endpoint)
            assert zoe.post(address, data=_unasked(theirs) | changed).status_code < 500, (endpoint, changed)
    assert zoe.get("/account").status_code == 200  # she was there to the end
    assert len(tried) > 25
    assert swapped > 3
    after = rows(session)
    assert {
        name: {key for key, row in kept.items() if after[name].get(key) != row}
        for name, kept in before.items()
        if kept.items() - after[name].items()
    } == {}
    pointing = list(_pointing_there(session, before, theirs))
    assert [each for each in pointing if abroad or not (each[1] in PEOPLE or each[0] in OF_PEOPLE)] == []


def _unasked(theirs):
    """Fields that no form has: the columns of the tables, with ids of somebody else, and what nobody gives himself."""
    ids = {
        key.parent.name: str(theirs[key.column.table.name][0][0])
        for table in schema.TABLES.values()
        for key in table.foreign_keys
        if theirs.get(key.column.table.name)
    }
    return ids | {"id": "1", "public_id": theirs["bank"][0][1], "state": "graded", "is_admin": "1", "score": "1"}


def test_no_query_shows_what_is_somebody_elses(app, session, other):
    zoe, ids, before, _abroad = other
    theirs, opened = foreign(session, before), 0
    for rule in app.url_map.iter_rules():
        source = inspect.getsource(sys.modules[app.view_functions[rule.endpoint].__module__])
        if "GET" not in rule.methods or not rule.arguments <= ids.keys() or "request.args" not in source:
            continue
        address = rule.build({name: ids[name] for name in rule.arguments})[1]
        for name, tables in QUERIES.items():
            if f'"{name}"' in source or "search." in source:
                for value in {str(each) for table in tables for each in theirs[table][0]}:
                    answer = zoe.get(address, query_string={name: value, "get": "1"}, buffered=True)
                    opened += answer.status_code == 200
                    assert answer.status_code < 500
                    assert MARK.encode() not in answer.data, (address, name)
    assert opened > 50


def test_every_name_that_a_query_may_have_is_tried_or_names_no_row():
    source = "".join(file.read_text(encoding="utf-8") for file in Path("quizapp").rglob("*views.py"))
    read_there = set(re.findall(r"""request\.args\.get(?:list)?\("(\w+)\"""", source))
    assert read_there - NO_ROWS <= set(QUERIES)
    assert not set(QUERIES) & NO_ROWS


def _own_ids(session, name, theirs):
    table = schema.TABLES[name]
    shown = table.c.public_id if "public_id" in table.c else table.c.id
    known = {key for key, _shown in theirs[name]}
    return [
        str(row[1])
        for row in session.execute(select(table.c.id, shown))
        if row[0] not in known and len(str(row[1])) > 6
    ]


def _pointing_there(session, before, theirs):
    """New rows that refer to a row of the first school."""
    for name, table in schema.TABLES.items():
        if name in {"user_session", "setting"}:
            continue
        for row in session.execute(select(table)).mappings():
            if tuple(row[each.name] for each in table.primary_key) in before[name]:
                continue
            for key in table.foreign_keys:
                target = key.column.table.name
                if target in BELONG and row[key.parent.name] in {each for each, _shown in theirs[target]}:
                    yield name, key.parent.name, dict(row)

"""Ids of another school in every field of every form: nothing there changes, and nothing here points there."""

from contextlib import suppress

from sqlalchemy import select
from werkzeug.exceptions import HTTPException
from werkzeug.routing import RequestRedirect

from quizapp import db, schema
from quizapp.accounts.models import School
from quizapp.accounts.service import make_person
from quizapp.articles.models import Article as ArticleRow
from quizapp.banks import queries as banks
from quizapp.banks.service import sync_bank
from quizapp.classes.service import add_member, make_class
from quizapp.core.policy import Role
from quizapp.quizzes.service import Delivery, assign, make_quiz
from tests.build import NOW, make_bank, signed_in
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


def elsewhere(session):
    """A second school with a teacher, a class, a student, a bank and a quiz: the teacher, and ids for addresses."""
    with db.writing(session) as write:
        school = School(name="Altrove")
        write.add(school)
        write.flush()
        zoe, _ = make_person(write, school.id, name="Zoe", sign_in_name="zoe", role=Role.TEACHER, now=NOW, password="-")
        leo, _ = make_person(write, school.id, name="Leo", sign_in_name="leo", role=Role.STUDENT, now=NOW, password="-")
        found = make_class(write, school.id, name="1Z", subject="", timezone="Europe/Rome", teacher_id=zoe.id, now=NOW)
        add_member(write, found, leo, NOW)
        sync_bank(write, make_bank(id="it/altrove"), school_id=school.id, now=NOW)
        bank = banks.bank_by_slug(write, school.id, "it/altrove")
        bank.owner_id, bank.visible = zoe.id, "own"
        listed = banks.items_of(write, bank)
        versions = [each.version.id for each in listed]
        quiz = make_quiz(
            write, school.id, title="Altrove", lang="it", article_id=bank.article_id, item_version_ids=versions,
            owner_id=zoe.id, now=NOW,
        )  # fmt: skip
        given = assign(write, quiz, found.id, Delivery(), by=zoe.id, now=NOW)
        return zoe.id, {
            "school_class": found.public_id,
            "bank": bank.public_id,
            "item": listed[0].row.public_id,
            "quiz": quiz.public_id,
            "article": write.get_one(ArticleRow, bank.article_id).public_id,
            "assignment": given.public_id,
            "person": leo.public_id,
            "type_": "choice",
            "n": 1,
        }


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


def test_no_form_reaches_into_another_school_whatever_ids_it_is_sent(app, town, session):
    begin(signed_in(app, town.ada), town.immediate)
    before = rows(session)
    zoe_id, ids = elsewhere(session)
    theirs, zoe = foreign(session, before), signed_in(app, zoe_id)
    own = {value: name for name in BELONG for value in _own_ids(session, name, theirs)}
    adapter, tried, swapped = app.url_map.bind(""), set(), 0
    for address, form in list(forms(app, zoe, ids)):
        with suppress(HTTPException, RequestRedirect):
            endpoint = adapter.match(address.partition("?")[0], method="POST")[0]
            data = sent(form)
            changed = {
                name: [theirs[own[value]][0][1] if value in own and theirs[own[value]] else value for value in values]
                for name, values in data.items()
            }
            if endpoint == "accounts.sign_out" or (changed == data and endpoint in tried):
                continue
            swapped += changed != data
            tried.add(endpoint)
            assert zoe.post(address, data=changed).status_code < 500, (endpoint, changed)
    assert zoe.get("/account").status_code == 200  # she was there to the end
    assert len(tried) > 25
    assert swapped > 3
    after = rows(session)
    assert {
        name: {key for key, row in kept.items() if after[name].get(key) != row}
        for name, kept in before.items()
        if kept.items() - after[name].items()
    } == {}
    assert list(_pointing_there(session, before, theirs)) == []


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

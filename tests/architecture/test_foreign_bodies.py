"""Ids of somebody else's things in the body of every route that takes one: nothing there is changed, used or told."""

import re
from collections import defaultdict
from contextlib import suppress
from pathlib import Path

import pytest
from werkzeug.exceptions import HTTPException
from werkzeug.routing import RequestRedirect

from quizapp import db, schema
from tests.architecture.neighbours import elsewhere
from tests.architecture.street import OPEN, meets, method_of, own_ids, rules
from tests.build import signed_in
from tests.house import NO_PAGES, read

MARK = "VEDETTA"
SAID = {"bank": "title", "quiz": "title", "class": "name", "item_version": "stem", "article_version": "title"}
"""Of what stands beside it the texts that say whose it is."""
APART = {"user_session", "setting", "sign_in_tries"}
"""Tables that anybody's visit writes in; of sessions those of others stay as they are."""
ROWS = {
    "article": "article", "attempt": "attempt", "bank": "bank", "classes": "class", "draft": "draft", "into": "bank",
    "item": "item", "items": "item", "notice": "notice", "other": "user", "person": "user", "quiz": "quiz",
    "reports": "report", "school_class": "class", "session": "user_session", "upload": "upload",
}  # fmt: skip
"""What a form may name a row by: its public id, or where it has none its number."""
NO_ROWS = {
    "act", "active", "as_class", "asks_approval", "close", "do", "known", "lang", "locked", "next", "number", "phrase",
    "place", "save", "second", "sentence", "seq", "shelf", "shortcuts", "show", "status", "theme", "what", "who",
    "version", "came_true", "category", "difficulty", "factor", "feedback", "format", "grade_rule", "key", "kind",
    "lowest", "match", "role", "rule", "scoring", "steps", "tag", "tolerance_kind", "topic", "type", "timing", "days",
    "shown", "reason", "rest", "rights", "school", "stance", "state", "text_size", "text_spacing", "truth", "unknown",
    "visible", "wording",
}  # fmt: skip
"""Switches, counts, texts, places within what the address names, what a page held when it was made, and the school at
which somebody signs in."""
FORM = re.compile(r"""request\.form\.get(?:list)?\("(\w+)\"""")
FIELD = re.compile(r"^    (\w+) = (?:SelectField|SelectMultipleField|HiddenField|RadioField)\(", re.MULTILINE)
WHO = ("nobody", "ada", "bruno", "giulia", "nino", "admin")


@pytest.fixture(scope="module")
def beyond(street, house):
    """The street with a school elsewhere: what is there of others, of Marco and of that school, table by table."""
    before = rows_of(street, house.app.extensions["engine"].url.database)
    with db.make_session(street.app.extensions["engine"]) as session:
        zoe, _ids = elsewhere(session)
    signed_in(street.app, zoe)
    strangers = {zoe, house.town.marco}
    own = {name: set(found) for name, found in before.items()}
    theirs = {
        name: {key: row for key, row in found.items() if key not in own[name]}
        for name, found in rows_of(street).items()
        if name not in APART
    }
    theirs["user_session"] = {
        key: row for key, row in rows_of(street)["user_session"].items() if row["user_id"] in strangers
    }
    mates = {key for key, row in theirs["user"].items() if row["sign_in_name"] in {"nino", "ugo"}}
    theirs["user"] = {key: row for key, row in theirs["user"].items() if key not in mates}
    theirs["membership"] = {key: row for key, row in theirs["membership"].items() if (row["user_id"],) not in mates}
    for table, column in SAID.items():
        for (key,) in theirs[table]:
            street.live.execute(f'UPDATE "{table}" SET {column} = ? WHERE id = ?', (mark_of(table, key), key))  # noqa: S608
    street.live.commit()
    street.live.backup(street.kept)
    marked = rows_of(street)
    return {name: {key: marked[name][key] for key in found} for name, found in theirs.items()}


def mark_of(table, key):
    return f"{MARK}-{table}-{key};"


def rows_of(street, file=None):
    """Every row by table and key, of the street or of another file."""
    if file:
        street.live.execute("ATTACH ? AS house", (str(file),))
    found = {}
    for name, table in schema.TABLES.items():
        cursor = street.live.execute(f'SELECT * FROM {"house" if file else "main"}."{name}"')  # noqa: S608
        columns = [each[0] for each in cursor.description]
        named = [dict(zip(columns, row, strict=True)) for row in cursor]
        found[name] = {tuple(row[each.name] for each in table.primary_key): row for row in named}
    if file:
        street.live.execute("DETACH house")
    return found


def foreign(theirs, school):
    """For each name that a form may call a row by, those of others: of one school or of both."""
    values = defaultdict(list)
    for name, table in ROWS.items():
        for (key, *_more), row in sorted(theirs.get(table, {}).items()):
            if school is None or row.get("school_id", school) == school:
                values[name].append(str(row.get("public_id", key)))
    return {name: [*found[:2], *found[-2:]] for name, found in values.items()}


def columns_of(theirs):
    """Fields that no form has: the columns that refer to rows, with rows of others, and what nobody gives himself."""
    ids = {
        key.parent.name: str(max(theirs[key.column.table.name])[0])
        for table in schema.TABLES.values()
        for key in table.foreign_keys
        if theirs.get(key.column.table.name)
    }
    return ids | {"id": "1", "state": "graded", "is_admin": "1", "score": "1", "owner": "1"}


def forms_of(street, house, who):
    """What the forms of somebody's pages send, by route: an address and the fields as they stand."""
    adapter, found = street.app.url_map.bind(""), {}
    for rule in rules(street.app):
        if method_of(rule) == "POST" or rule.endpoint in NO_PAGES:
            continue
        page = read(street.clients[who], rule.build(own_ids(street, house, rule))[1], "it", who)
        for form in page.soup.find_all("form", method="post") if page.status == 200 else ():
            at = {
                str(form.get("action") or page.address),
                *(str(each["formaction"]) for each in form.select("[formaction]")),
            }
            for address in sorted(at):
                with suppress(HTTPException, RequestRedirect):
                    endpoint, _named = adapter.match(address.partition("?")[0], method="POST")
                    found.setdefault(endpoint, (address, filled(form)))
    return found


def filled(form):
    data = defaultdict(list)
    for field in form.find_all(["input", "select", "textarea", "button"]):
        name = str(field.get("name", ""))
        if field.name == "select":
            chosen = field.find("option", selected=True) or field.find("option", value=re.compile("."))
            data[name].append(str(chosen.get("value", "")) if chosen else "")
        elif name and field.get("type") != "file":
            data[name].append(str(field.get("value", "")) or "2")
    data.pop("", None)
    return dict(data)


def bodies(own, values, columns):
    """A form's fields with all names of rows changed for others', and one by one."""
    yield {**columns, **own, **values}
    for name in own.keys() & values.keys() if len(own.keys() & values.keys()) > 1 else ():
        yield {**own, name: values[name]}
    for name in own.keys() & values.keys():
        for value in values[name]:
            yield {**own, name: value}


@pytest.mark.parametrize("who", WHO)
def test_no_body_reaches_what_is_somebody_elses(street, house, beyond, who):
    theirs = beyond
    if who in {"bruno", "admin"}:  # what is Marco's is near to them: he teaches the one, the other administers
        theirs = {name: {k: r for k, r in found.items() if abroad(beyond, name, r)} for name, found in beyond.items()}
    values, columns = foreign(theirs, 2 if who in {"bruno", "admin"} else None), columns_of(theirs)
    near = {"attempt", "draft", "notice", "reports", "upload"}
    assert values.keys() == ROWS.keys() - (near if who in {"bruno", "admin"} else set())
    marks = {mark_of(table, key) for table in SAID for (key,) in theirs[table]}
    pointing, forms, met = set(pointers(theirs, rows_of(street))), forms_of(street, house, who), {}
    for rule in rules(street.app):
        if method_of(rule) != "POST":
            continue
        address, own = forms.get(rule.endpoint, (rule.build(own_ids(street, house, rule))[1], {}))
        for body in bodies(own, values, columns):
            answer = street.visit(who, "POST", address, body)
            assert answer.status_code < 500, (rule.endpoint, body)
            assert {mark for mark in marks if mark in answer.text} == set(), (rule.endpoint, body)
            met[rule.endpoint] = meets(answer)
            if not street.written:
                continue
            after = rows_of(street)
            changed = {name for name, found in theirs.items() if any(after[name].get(k) != r for k, r in found.items())}
            assert changed == set(), (rule.endpoint, body)
            assert set(pointers(theirs, after)) <= pointing, (rule.endpoint, body)
            street.put_back()
    assert met.keys() == {rule.endpoint for rule in rules(street.app) if method_of(rule) == "POST"}
    assert sum(each == OPEN for each in met.values()) >= {"nobody": 6, "ada": 20, "bruno": 15, "nino": 50}.get(who, 80)


def abroad(theirs, name, row):
    """Whether a row is of the school elsewhere, by the row that says so."""
    if "school_id" in row:
        return row["school_id"] == 2
    for key in schema.TABLES[name].foreign_keys:
        target = theirs.get(key.column.table.name, {}).get((row[key.parent.name],))
        if target is not None:
            return abroad(theirs, key.column.table.name, target)
    return False


def pointers(theirs, rows):
    """Rows of one's own that refer to rows of others."""
    for name, table in schema.TABLES.items():
        for each in table.foreign_keys if name not in APART else ():
            targets = {key[0] for key in theirs.get(each.column.table.name, ())}
            for key, row in rows[name].items():
                if row[each.parent.name] in targets and key not in theirs.get(name, {}):
                    yield name, each.parent.name, key


def test_every_name_that_a_form_may_have_is_sent_or_names_no_row():
    views = "".join(file.read_text(encoding="utf-8") for file in Path("quizapp").rglob("*views.py"))
    fields = "".join(file.read_text(encoding="utf-8") for file in Path("quizapp").rglob("*forms.py"))
    found = {*FORM.findall(views), *FIELD.findall(fields)}
    assert found - NO_ROWS - ROWS.keys() == set()
    assert not ROWS.keys() & NO_ROWS

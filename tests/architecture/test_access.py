"""Every route and method meets every role as `access.txt` says, and no id of somebody else's thing opens it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp import db, schema
from quizapp.accounts.models import User
from tests.architecture.street import CAST, FORBIDDEN, OPEN, Street, method_of, own_ids, rules
from tests.hostile import spoil
from tests.house import House, everything

TABLE = Path(__file__).with_name("access.txt")
MARK = re.compile(r"ZQ\d+Z")
SENT = {"bench.add_phrase": {"sentence": "1", "phrase": "-", "place": "0"}}


def said() -> dict[str, str]:
    """The table: of a method and a route what each of the cast meets."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return dict(line.rsplit(maxsplit=1) for line in lines if line[:1].isupper())


def test_every_route_meets_every_role_as_the_table_says(street, house):
    found = {}
    for rule in rules(street.app):
        method, address = method_of(rule), rule.build(own_ids(street, house, rule))[1]
        found[f"{method} {rule.endpoint}"] = "".join(
            street.ask(who, method, address, SENT.get(rule.endpoint)) for who in CAST
        )

    assert found == said()


def test_every_route_has_one_method_and_without_its_body_it_opens_to_nobody_else(street, house):
    table = said()
    for rule in rules(street.app):
        assert rule.methods - {"OPTIONS"} in ({"GET", "HEAD"}, {"POST"}), rule.endpoint
        address = rule.build(own_ids(street, house, rule))[1]
        if method_of(rule) == "GET":
            met = "".join(street.ask(who, "HEAD", address) for who in CAST)
            assert met == table[f"GET {rule.endpoint}"], rule.endpoint
        told = street.clients["nobody"].options(address)
        assert (told.status_code, told.data) == (200, b""), rule.endpoint


ANY_STUDENT = {
    ("accounts.new_password", "person"),
    ("accounts.reset_codes", "person"),
    ("accounts.set_active", "person"),
}
"""Any teacher of a school helps any student of it to sign in."""


@pytest.mark.parametrize("who", ["ada", "giulia", "nino"])
def test_no_id_of_somebody_elses_thing_in_an_address_opens_it(street, house, who):
    before, table, opened, known = everything(street.app), said(), set(), set()
    for rule in rules(street.app):
        own = own_ids(street, house, rule)
        for name in sorted(rule.arguments & street.next_door.keys() - {"n", "type_"}):
            address = rule.build({**own, name: street.next_door[name]})[1]
            met = street.ask(who, method_of(rule), address, SENT.get(rule.endpoint))
            if met == OPEN:
                opened.add((rule.endpoint, name))
            elif met == FORBIDDEN != table[f"{method_of(rule)} {rule.endpoint}"][CAST.index(who)]:
                known.add((rule.endpoint, name))
    assert opened == (set() if who == "ada" else ANY_STUDENT)
    assert known == set()  # of what is not one's own not even that it is there
    assert everything(street.app) == before


DOOR = {"class.name", "class.subject"}
"""What a join code shows to whoever has it."""
PUPIL = DOOR | {
    "bank.title", "bank.topic", "item_version.content.categories.text", "item_version.content.options.text",
    "item_version.content.statements.text", "item_version.content.stem", "notice.about.quiz", "notice.about.reply",
    "item_version.stem", "notice.about.stem", "notice.about.why", "quiz.title", "school.name", "user.name",
    "class.school_year", "item_act.why", "user.sign_in_name",
}  # fmt: skip
ARTICLE = {f"article_version.{name}" for name in ("licence", "outlet", "text", "title")}
REPORT = {"report.words", "report.reply"}
READS = {
    "nobody": DOOR,
    "bruno": PUPIL | REPORT,
    "carla": PUPIL | ARTICLE | {"response.given.text"},
    "ada": PUPIL | ARTICLE | REPORT | {"response.given.text"},
}
"""What of people's words each of the cast may be shown anywhere: no key, no explanation, no report of another's."""


def test_nobody_reads_more_than_the_list_says_of_what_people_wrote(street, house):
    places = marked(street.app)
    for who in ("nobody", "ada", "carla", "bruno"):
        found = {places[mark] for mark in marks_on_pages(street, house, who)}
        own = None if who == "nobody" else identity_of(street, who)
        assert {where for where, _owner in found} - READS[who] == set(), who
        assert {each for each in found if each[1] not in {None, own}} == set(), who
        assert who == "nobody" or ("user.name", own) in found
    street.put_back()


def marks_on_pages(street: Street, house: House, who: str) -> set[str]:
    """Every mark in an answer to this person, of the addresses of Giulia's things and of Marco's."""
    found: set[str] = set()
    for rule in rules(street.app):
        own = own_ids(street, house, rule)
        theirs = {name: street.next_door.get(name, value) for name, value in own.items()}
        for ids in (own, theirs) if method_of(rule) == "GET" else ():
            answer = street.clients[who].get(rule.build(ids)[1])
            found |= set(MARK.findall(f"{answer.headers}{answer.data.decode('utf-8', 'replace')}"))
    return found


def identity_of(street: Street, who: str) -> int:
    """The id of one of the cast."""
    with db.make_session(street.app.extensions["engine"]) as session:
        return session.scalars(select(User.id).where(User.sign_in_name.startswith(who))).one()


def marked(app: Flask) -> dict[str, tuple[str, int | None]]:
    """Put a mark of its own into every text that people wrote: where each is, and whose row that is."""
    spoil(app, (f"ZQ{number}Z" for number in range(100_000)))
    places = {}
    with app.extensions["engine"].connect() as connection:
        attempts = schema.TABLES["attempt"]
        whose = {row.id: row.user_id for row in connection.execute(select(attempts.c.id, attempts.c.user_id))}
        for name, table in schema.TABLES.items():
            for row in connection.execute(select(table)).mappings():
                owner = row["id"] if name == "user" else row.get("user_id", whose.get(row.get("attempt_id")))
                for column, value in row.items():
                    for path, text in texts(value):
                        places |= dict.fromkeys(MARK.findall(text), (f"{name}.{column}{path}", owner))
    return places


def texts(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    """The texts within a value, each with where it is."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from texts(each, f"{path}.{key}")
    elif isinstance(value, list):
        for each in value:
            yield from texts(each, path)

"""The house and who lives beside it, on a database that is put back after each visit."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.routing import Rule
from werkzeug.test import TestResponse
from werkzeug.wrappers import Response

from quizapp import db
from quizapp.accounts.models import User
from quizapp.accounts.service import make_person
from quizapp.banks.models import Item, ItemVersion
from quizapp.classes import queries as classes
from quizapp.classes.service import add_member
from quizapp.core.policy import Role
from tests.architecture.neighbours import next_door
from tests.architecture.test_pages import CSP
from tests.build import NOW, signed_in
from tests.house import House
from tests.lending import lent

SIGN_IN, FORBIDDEN, NOT_THERE, OPEN = "sx-o"
CAST = ("nobody", "ada", "carla", "bruno", "giulia", "nino", "marco", "admin", "ugo")
"""Signed out; the student whose things they are, one of the same class, one of another; the teacher who owns them, one
of the same class, one of another; who administers; and a teacher of the class who was stopped."""

Body = Mapping[str, str | list[str]]


@dataclass
class Street:
    """The house with all its neighbours, on a database that can be put back to what it was."""

    app: Flask
    ids: dict[str, object]
    next_door: dict[str, object]
    clients: dict[str, FlaskClient]
    kept: sqlite3.Connection
    live: sqlite3.Connection
    seen: int = 0

    @property
    def written(self) -> bool:
        """Whether somebody has written in the database since it was put back."""
        return bool(self.live.execute("PRAGMA data_version").fetchone()[0] != self.seen)

    def put_back(self) -> None:
        """Make the database what it was, where somebody has written in it."""
        if self.written:
            self.kept.backup(self.live)
            self.seen = self.live.execute("PRAGMA data_version").fetchone()[0]

    def visit(self, who: str, method: str, address: str, data: Body | None = None) -> TestResponse:
        """What somebody is answered there; their cookie is then what it was."""
        client = self.clients[who]
        before = client.get_cookie("quotidia")
        answer = client.open(address, method=method, data=(data or {}) if method == "POST" else None)
        if before is None:
            client.delete_cookie("quotidia")
        else:
            client.set_cookie("quotidia", before.value)
        return answer

    def ask(self, who: str, method: str, address: str, data: Body | None = None) -> str:
        """What somebody meets there; the database is then what it was too."""
        answer = self.visit(who, method, address, data)
        assert answer.headers.getlist("Content-Security-Policy") == [CSP], address
        assert answer.headers.getlist("X-Content-Type-Options") == ["nosniff"], address
        met = meets(answer)
        if method == "POST" and met == OPEN:
            self.put_back()
        return met


def meets(answer: Response) -> str:
    """The sign-in page, a refusal, nothing, or the thing itself."""
    away = answer.status_code == 303 and answer.headers["Location"].partition("?")[0] == "/sign-in"
    if away or "HX-Refresh" in answer.headers:
        return SIGN_IN
    return {403: FORBIDDEN, 404: NOT_THERE}.get(answer.status_code, OPEN)


def method_of(rule: Rule) -> str:
    """The one method of a route that a page uses; HEAD is the same view, and OPTIONS none."""
    return "POST" if "POST" in (rule.methods or ()) else "GET"


@contextmanager
def beside(house: House, built: Flask, folder: Path) -> Iterator[Street]:
    """A copy of the house, with a classmate, a teacher of the same class, one who was stopped, and Marco's things."""
    kept, live = sqlite3.connect(":memory:"), sqlite3.connect(folder / "street.sqlite3")
    live.execute("PRAGMA synchronous=OFF")
    source = sqlite3.connect(house.app.extensions["engine"].url.database)
    source.backup(live)
    source.close()
    with lent(built, f"sqlite:///{folder / 'street.sqlite3'}", folder) as app:
        town = house.town
        people = {name: getattr(town, name) for name in ("ada", "bruno", "giulia", "marco", "admin")}
        with db.make_session(app.extensions["engine"]) as session:
            with db.writing(session) as write:
                people |= _more_people(write, town.school_class)
            theirs = next_door(app, town, session)
            told = select(Item.public_id).join(ItemVersion, ItemVersion.item_id == Item.id)
            forecast = session.scalars(told.where(ItemVersion.stem.startswith("Quanto poteva durare"))).one()
        ids = {name: values[0] for name, values in house.ids.items()}
        ids |= {"attempt": house.running, "assignment": town.deferred, "forecast": forecast, "name": "a.png"}
        clients = {name: signed_in(app, people[name]) if name in people else app.test_client() for name in CAST}
        live.backup(kept)
        yield Street(app, ids, theirs, clients, kept, live, live.execute("PRAGMA data_version").fetchone()[0])
    kept.close()
    live.close()


def _more_people(write: Session, school_class: str) -> dict[str, int]:
    found = classes.by_public_id(write, school_class)
    assert found is not None
    people = {"carla": write.scalars(select(User.id).where(User.sign_in_name == "carla")).one()}
    for name in ("nino", "ugo"):
        made, _ = make_person(
            write, found.school_id, name=name.title(), sign_in_name=name, role=Role.TEACHER, now=NOW, password="-"
        )
        add_member(write, found, made, NOW)
        made.active, people[name] = name != "ugo", made.id
    return people


def own_ids(street: Street, house: House, rule: Rule) -> dict[str, object]:
    """What stands in the address of a route, of Ada's and Giulia's; on the bench her own article, not the town's."""
    ids = dict(street.ids)
    if rule.endpoint.startswith("bench."):
        ids["article"] = house.ids["article"][-1]
    elif rule.endpoint.startswith("upkeep.forecast"):
        ids["item"] = ids["forecast"]
    elif rule.endpoint.startswith("progress.mark"):
        ids["attempt"] = house.ids["attempt"][-2]
    return {name: ids[name] for name in rule.arguments}


def rules(app: Flask) -> list[Rule]:
    """Every route but that of static files."""
    return sorted(
        (rule for rule in app.url_map.iter_rules() if rule.endpoint != "static"), key=lambda rule: rule.endpoint
    )

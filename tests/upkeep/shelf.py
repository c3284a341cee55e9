"""Items whose answers change, put in the town's bank, and what is read of them."""

import datetime
import re
from dataclasses import replace

from sqlalchemy import select, update

from quizapp import db
from quizapp.accounts.models import UserSession
from quizapp.banks import queries as banks
from quizapp.banks.models import Bank, Item, ItemVersion
from quizapp.banks.service import sync_bank
from quizapp.quizzes.models import Assignment
from tests.build import NOW, form_of, make_bank, make_item

DAY = datetime.timedelta(days=1)
TREATY = {
    "id": "vigore",
    "stem": "Il trattato di Vienna è in vigore?",
    "timing": "current",
    "as_of": "2026-11-24",
    "review_by": (NOW.date() + 180 * DAY).isoformat(),
}
FORECAST = {
    "id": "durata",
    "kind": "forecast",
    "holder": "il ministro",
    "stem": "Quanto poteva durare l’accordo, secondo il ministro a novembre 2026?",
    "as_of": "2026-11-24",
    "horizon": "2026-12-31",
    "came_true": "open",
}


def put(session, *data):
    """These items at the end of the town's bank, by key."""
    with db.writing(session) as write:
        bank = make_bank()
        items = (*bank.items, *(make_item(**each) for each in data))
        school = write.scalars(select(Bank.school_id)).first()
        sync_bank(write, replace(bank, items=items), school_id=school, now=NOW)
    session.rollback()
    return {row.key: row.public_id for row in session.execute(select(Item.key, Item.public_id))}


def newest(session, public_id):
    """An item in its newest version: number and value."""
    session.rollback()
    row = session.execute(
        select(ItemVersion)
        .join(Item, Item.id == ItemVersion.item_id)
        .where(Item.public_id == public_id)
        .order_by(ItemVersion.number.desc())
    ).first()[0]
    return row.number, banks.as_core(row.content, row.status)


def listed(client):
    """The public ids of what is due, in order."""
    return re.findall(r'<h3><a lang="it" href="/items/(\w+)"', client.get("/items/due").text)


def give(client, town, quiz):
    """Give a quiz to the class as its form stands."""
    place = f"/quizzes/{quiz}/assign"
    form = form_of(client.get(f"/quizzes/{quiz}").text, place)
    return client.post(place, data={**form, "school_class": town.school_class})


def newest_assignment(session):
    """The public id of what was given last."""
    session.rollback()
    return session.scalars(select(Assignment.public_id).order_by(Assignment.id.desc())).first()


def sign_in_again(clock, session, passed, clients):
    """Put the clock so much after the beginning, and sign these people in, by id, in their browsers."""
    moment = NOW + passed
    clock.move_to(moment)
    with db.writing(session) as write:
        write.execute(update(UserSession).values(created_at=moment, last_seen_at=moment))
    session.rollback()
    for user_id, client in clients.items():
        with client.session_transaction() as cookie:
            cookie["token"] = f"token-{user_id}"

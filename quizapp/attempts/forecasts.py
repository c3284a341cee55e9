"""How the forecast that a question asks about went: told with its outcome, however long ago it was asked."""

import datetime
from dataclasses import dataclass

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session, aliased

from quizapp.banks.models import ItemVersion
from quizapp.banks.queries import as_core
from quizapp.core.items import CameTrue, Item, Source
from quizapp.core.kinds import Kind
from quizapp.core.timeline import telling_sources
from quizapp.db import plain_rows
from quizapp.plain import prepared

_asked = aliased(ItemVersion)
_newest = prepared(
    select(ItemVersion.content, ItemVersion.status)
    .join(_asked, _asked.item_id == ItemVersion.item_id)
    .where(_asked.id == bindparam("version_id"))
    .order_by(ItemVersion.number.desc())
    .limit(1)
)


@dataclass(frozen=True, slots=True)
class Went:
    """What became of a forecast, and where that can be read."""

    came_true: CameTrue
    sources: tuple[Source, ...] = ()
    horizon: datetime.date | None = None


def how_it_went(session: Session, version_id: int, item: Item) -> Went | None:
    """What became of the forecast of a question; None for a question that asks of none.

    One that was open when it was asked is looked up in its newest version: one statement, for such questions alone.
    """
    if item.kind is not Kind.FORECAST:
        return None
    if item.came_true in {None, CameTrue.OPEN}:
        row = plain_rows(session, _newest, {"version_id": version_id}).first()
        item = as_core(row.content, row.status) if row else item
    came_true = item.came_true or CameTrue.OPEN
    return Went(came_true, () if came_true is CameTrue.OPEN else telling_sources(item), item.horizon)

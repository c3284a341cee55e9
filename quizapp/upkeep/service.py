"""Verbs of upkeep. Each is a further version of an item: marks, attempts and statistics stay as they are."""

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp.articles.models import ArticleVersion
from quizapp.banks.models import Bank, Item, ItemVersion
from quizapp.banks.queries import article_of, as_core
from quizapp.banks.service import add_version
from quizapp.core.items import CameTrue, Corroboration, Source
from quizapp.core.items import Item as CoreItem
from quizapp.core.policy import Identity
from quizapp.upkeep import queries


class ChangedError(Exception):
    """Items that somebody changed since the page was shown, by public id; nothing was written."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(", ".join(names))
        self.names = tuple(names)


@dataclass(frozen=True, slots=True)
class Look:
    """What a page showed of an item: its public id, and the number of its version."""

    name: str
    number: int


def still_valid(
    session: Session, who: Identity, until: Mapping[Look, datetime.date], now: datetime.datetime
) -> list[Look]:
    """These answers hold until the days given: a version with that review date each, by name and number.

    Raises ChangedError.
    """
    days = {look.name: day for look, day in until.items()}
    return change(session, who, list(until), lambda name, item: replace(item, review_by=days[name]), now)


def change(
    session: Session,
    who: Identity,
    looks: Sequence[Look],
    changed: Callable[[str, CoreItem], CoreItem],
    now: datetime.datetime,
) -> list[Look]:
    """A further version of each of these items, all or none; what was made, by name and number.

    Raises ChangedError where an item is in another version than was looked at, or may not be changed.
    """
    found = queries.newest(session, who, [look.name for look in looks])
    stale = [look.name for look in looks if look.name not in found or found[look.name][2].number != look.number]
    if stale:
        raise ChangedError(stale)
    articles: dict[int, ArticleVersion | None] = {}
    made = []
    for look in looks:
        bank, row, version = found[look.name]
        if bank.id not in articles:
            articles[bank.id] = article_of(session, bank)
        item = changed(look.name, as_core(version.content, version.status))
        number = add_version(session, row, item, articles[bank.id], now=now, author_id=who.id).number
        made.append(Look(look.name, number))
    return made


def undo(session: Session, who: Identity, made: Sequence[Look], now: datetime.datetime) -> None:
    """Each item as it was before the version that was made, in one more version.

    Raises ChangedError where something else has changed it since.
    """
    wanted = (
        select(Item.public_id, ItemVersion)
        .join(Item, Item.id == ItemVersion.item_id)
        .join(Bank, Bank.id == Item.bank_id)
        .where(Item.public_id.in_([look.name for look in made]), queries.editable(who))
    )
    past = {(row.public_id, row.ItemVersion.number): row.ItemVersion for row in session.execute(wanted)}
    former = {look.name: past.get((look.name, look.number - 1)) for look in made}
    if lost := [name for name, version in former.items() if version is None]:
        raise ChangedError(lost)

    def before(name: str, item: CoreItem) -> CoreItem:
        version = former[name]
        return item if version is None else as_core(version.content, version.status)

    change(session, who, made, before, now)


def tell(
    session: Session,
    who: Identity,
    look: Look,
    came_true: CameTrue,
    now: datetime.datetime,
    *,
    source: Source | None = None,
    horizon: datetime.date | None = None,
) -> None:
    """How a forecast went, with the source that says so; or that it is still open, with another horizon.

    Raises ChangedError.
    """

    def told(_name: str, item: CoreItem) -> CoreItem:
        sources = item.sources if source is None or source in item.sources else (*item.sources, source)
        return replace(item, came_true=came_true, sources=sources, horizon=horizon or item.horizon)

    change(session, who, [look], told, now)


def corroborate(session: Session, who: Identity, look: Look, further: Corroboration, now: datetime.datetime) -> None:
    """Another article says the same, or disputes it. Raises ChangedError."""
    change(session, who, [look], lambda _name, item: replace(item, corroboration=(*item.corroboration, further)), now)


def take_away(session: Session, who: Identity, look: Look, place: int, now: datetime.datetime) -> None:
    """Take a further article's span off, `place` from 0. Raises ChangedError."""

    def without(_name: str, item: CoreItem) -> CoreItem:
        return replace(item, corroboration=item.corroboration[:place] + item.corroboration[place + 1 :])

    change(session, who, [look], without, now)

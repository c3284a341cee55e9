"""Reads of what is due: answers past their review date or near it, and forecasts whose horizon has come."""

import datetime
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, String, and_, case, cast, func, or_, select, true
from sqlalchemy.orm import Session

from quizapp.articles.models import Article, ArticleVersion
from quizapp.banks.models import Bank, BankOpening, Item, ItemListing, ItemVersion
from quizapp.banks.queries import REPLACED, as_core
from quizapp.core.items import CameTrue
from quizapp.core.items import Item as CoreItem
from quizapp.core.kinds import Kind
from quizapp.core.lifecycle import Status, Timing
from quizapp.core.policy import Identity, Role
from quizapp.core.shelf_life import proposed_review_by
from quizapp.core.text import without_nul
from quizapp.quizzes.models import Assignment, Quiz, QuizEdition, QuizSlot

SOON = 30
"""Days before its review date from which an answer is on the list."""
PAGE = 50
_horizon = ItemVersion.content["horizon"].as_string()
_came_true = func.coalesce(ItemVersion.content["came_true"].as_string(), CameTrue.OPEN.value)


@dataclass(slots=True)
class Uses:
    """Where an item is in use: quizzes of this teacher's with how often they are given, colleagues', open classes."""

    quizzes: list[tuple[Quiz, int]] = field(default_factory=list)
    others: int = 0
    classes: int = 0


@dataclass(frozen=True, slots=True)
class Due:
    """An item to look at again by `day`; `proposed` is by when once more, from today."""

    bank: Bank
    row: Item
    version: ItemVersion
    item: CoreItem
    day: datetime.date
    proposed: datetime.date
    article: ArticleVersion | None
    uses: Uses
    forecast: bool
    """Whether what is asked for is how a forecast went."""

    @property
    def source_day(self) -> datetime.date | None:
        """The day of what it stands on: its article's, else that of its last source."""
        days = [source.date for source in self.item.sources if source.date]
        return (self.article.published if self.article else None) or max(days, default=None)


@dataclass(frozen=True, slots=True)
class DueList:
    """The items that are due, soonest first: at most `PAGE` of them, and how many there are."""

    items: list[Due]
    total: int
    overdue: int


def due(session: Session, who: Identity, today: datetime.date) -> DueList:
    """What this person has to look at again: as many statements whatever is found."""
    wanted = (
        _joined(select(Bank, Item, ItemVersion, _day(today).label("day"), _told(today).label("told")))
        .where(*_is_due(who, today))
        .order_by("day", Item.id)
        .limit(PAGE)
    )
    rows = session.execute(wanted).all()
    total, late = _counts(session, who, today)
    articles = _articles(session, {row.Bank.article_id for row in rows})
    uses = uses_of(session, who, [row.Item for row in rows])
    found = []
    for row in rows:
        item = as_core(row.ItemVersion.content, row.ItemVersion.status)
        found.append(
            Due(
                row.Bank,
                row.Item,
                row.ItemVersion,
                item,
                datetime.date.fromisoformat(row.day),
                proposed_review_by(item, today),
                articles.get(row.Bank.article_id),
                uses[row.Item.id],
                bool(row.told),
            )
        )
    return DueList(found, total, late)


def due_count(session: Session, who: Identity, today: datetime.date) -> int:
    """How many items are on the list."""
    return _counts(session, who, today)[0]


def editable(who: Identity) -> ColumnElement[bool]:
    """Banks that a person may change: `core.policy` over the table."""
    return and_(Bank.school_id == who.school, true() if who.role is Role.ADMIN else Bank.owner_id == who.id)


def newest(session: Session, who: Identity, names: Collection[str]) -> dict[str, tuple[Bank, Item, ItemVersion]]:
    """Those of these items, by public id, that a person may change, in their newest version."""
    wanted = _joined(select(Bank, Item, ItemVersion)).where(Item.public_id.in_(without_nul(names)), editable(who))
    return {row.Item.public_id: (row.Bank, row.Item, row.ItemVersion) for row in session.execute(wanted)}


def uses_of(session: Session, who: Identity, items: Sequence[Item]) -> dict[int, Uses]:
    """Where each of these items is in use: in the newest or a given edition of a quiz, fixed or to be drawn, or open
    for practice."""
    found: dict[int, Uses] = {item.id: Uses() for item in items}
    if not items:
        return found
    used: dict[int, dict[int, tuple[Quiz, int]]] = defaultdict(dict)
    for quiz, item_id, given in _pinned(session, found) + _drawn(session, who, found):
        used[item_id][quiz.id] = (quiz, max(given, used[item_id].get(quiz.id, (quiz, 0))[1]))
    for item_id, quizzes in used.items():
        for quiz, given in quizzes.values():
            if who.role is Role.ADMIN or quiz.owner_id == who.id:
                found[item_id].quizzes.append((quiz, given))
            else:
                found[item_id].others += 1
    wanted = select(BankOpening.bank_id, func.count()).where(BankOpening.bank_id.in_({item.bank_id for item in items}))
    opened = {row[0]: row[1] for row in session.execute(wanted.group_by(BankOpening.bank_id))}
    for item in items:
        found[item.id].classes = opened.get(item.bank_id, 0)
    return found


def _pinned(session: Session, items: Collection[int]) -> list[tuple[Quiz, int, int]]:
    newest_edition = (
        select(func.max(QuizEdition.number)).where(QuizEdition.quiz_id == Quiz.id).correlate(Quiz).scalar_subquery()
    )
    wanted = (
        select(Quiz, ItemVersion.item_id, func.count(Assignment.id.distinct()))
        .join(QuizSlot, QuizSlot.quiz_id == Quiz.id)
        .join(ItemVersion, ItemVersion.id == QuizSlot.item_version_id)
        .outerjoin(Assignment, and_(Assignment.quiz_id == Quiz.id, Assignment.edition == QuizSlot.edition))
        .where(
            ItemVersion.item_id.in_(items),
            Quiz.trashed_at.is_(None),
            or_(Assignment.id.is_not(None), QuizSlot.edition == newest_edition),
        )
        .group_by(Quiz.id, ItemVersion.item_id)
        .order_by(func.lower(Quiz.title), Quiz.id)
    )
    return [(row[0], row[1], row[2]) for row in session.execute(wanted)]


def _drawn(session: Session, who: Identity, items: Collection[int]) -> list[tuple[Quiz, int, int]]:
    """The teacher's own given quizzes that may draw one of these items."""
    wanted = (
        select(Quiz, QuizEdition.pools, func.count(Assignment.id.distinct()))
        .join(QuizEdition, QuizEdition.quiz_id == Quiz.id)
        .join(Assignment, and_(Assignment.quiz_id == Quiz.id, Assignment.edition == QuizEdition.number))
        .where(Quiz.owner_id == who.id, Quiz.trashed_at.is_(None), cast(QuizEdition.pools, String) != "{}")
        .group_by(Quiz.id, QuizEdition.quiz_id, QuizEdition.number)
    )
    rows = session.execute(wanted)
    pools = [(quiz, {each for ids in pool.values() for each in ids}, given) for quiz, pool, given in rows]
    if not pools:
        return []
    versions = session.execute(select(ItemVersion.id, ItemVersion.item_id).where(ItemVersion.item_id.in_(items))).all()
    return [(quiz, row.item_id, given) for quiz, pool, given in pools for row in versions if row.id in pool]


def _joined(wanted: Any) -> Any:
    return (
        wanted.select_from(Item)
        .join(Bank, Bank.id == Item.bank_id)
        .join(ItemListing, ItemListing.item_id == Item.id)
        .join(ItemVersion, ItemVersion.id == ItemListing.version_id)
    )


def _is_due(who: Identity, today: datetime.date) -> list[ColumnElement[bool]]:
    """Active items of banks this person may change that are due; what has been replaced needs no further look."""
    soon = today + datetime.timedelta(days=SOON)
    stale = and_(ItemListing.timing == Timing.CURRENT.value, ItemListing.review_by <= soon, ~REPLACED)
    return [editable(who), ItemListing.status == Status.READY.value, or_(stale, _told(today))]


def _told(today: datetime.date) -> ColumnElement[bool]:
    """A forecast of which it can be told how it went, and is not yet."""
    open_ = and_(ItemListing.kind == Kind.FORECAST.value, _came_true == CameTrue.OPEN.value)
    return and_(open_, func.coalesce(_horizon, "9999") <= today.isoformat())


def _day(today: datetime.date) -> Any:
    return case((_told(today), _horizon), else_=cast(ItemListing.review_by, String))


def _counts(session: Session, who: Identity, today: datetime.date) -> tuple[int, int]:
    late = case((_day(today) < today.isoformat(), 1), else_=0)
    row = session.execute(
        _joined(select(func.count(Item.id), func.coalesce(func.sum(late), 0))).where(*_is_due(who, today))
    ).one()
    return row[0], row[1]


def _articles(session: Session, ids: Collection[int | None]) -> dict[int, ArticleVersion]:
    """The newest version of each of these articles."""
    if not (known := {each for each in ids if each is not None}):
        return {}
    number = (
        select(func.max(ArticleVersion.number))
        .where(ArticleVersion.article_id == Article.id)
        .correlate(Article)
        .scalar_subquery()
    )
    wanted = (
        select(ArticleVersion)
        .join(Article, Article.id == ArticleVersion.article_id)
        .where(Article.id.in_(known), ArticleVersion.number == number)
    )
    return {version.article_id: version for version in session.scalars(wanted)}

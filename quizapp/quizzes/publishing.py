"""From the working copy to an edition: versions pinned, pools fixed, conflicts noted."""

import datetime
import json
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp.articles.models import ArticleVersion
from quizapp.banks import queries as banks
from quizapp.banks import search
from quizapp.banks.models import Anchor, Bank, Item, ItemVersion
from quizapp.core import conflicts, papers
from quizapp.core.items import Item as CoreItem
from quizapp.core.lifecycle import Unfit
from quizapp.core.policy import Identity
from quizapp.quizzes import plan as plans
from quizapp.quizzes import queries
from quizapp.quizzes.models import Quiz, QuizArticle, QuizEdition, QuizSlot
from quizapp.quizzes.named import Named, Past, named_items, past_in_pools
from quizapp.quizzes.plan import Plan


class Trouble(StrEnum):
    """What keeps a line, or a whole plan, from being published."""

    EMPTY = "empty"
    GONE = "gone"
    SHORT = "short"
    OVERLAP = "overlap"


class UnpublishableError(Exception):
    """A plan that cannot be published, with its troubles by line (0 for the whole)."""

    def __init__(self, troubles: Sequence[tuple[int, Trouble]]) -> None:
        super().__init__(str(troubles))
        self.troubles = tuple(troubles)


@dataclass(frozen=True, slots=True)
class Laid:
    """One line of a plan as it stands today: the question it names, or the pool it draws from."""

    line: plans.Line
    version: int | None
    item: CoreItem | None
    public_id: str | None
    selectable: bool
    pool: tuple[int, ...]
    conflicts_with: tuple[int, ...] = ()
    """Lines, counted from 1, that must not stand beside this one."""
    unfit: Unfit | None = None
    """Why no new quiz may ask it; what is only past its review date stays where it was published already."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A plan as it stands today, with what is wrong with it."""

    lines: tuple[Laid, ...]
    troubles: tuple[tuple[int, Trouble], ...]
    past: tuple[Past, ...] = ()
    """What published draws may still ask, though its review date has passed."""

    @property
    def stale(self) -> list[int]:
        """The lines, counted from 1, that stay though their review date has passed."""
        return [place for place, laid in enumerate(self.lines, 1) if laid.selectable and laid.unfit]

    def places(self) -> list[int | tuple[int, ...]]:
        """For each question of a sitting its version, or the pool to draw it from."""
        found: list[int | tuple[int, ...]] = []
        for laid in self.lines:
            found += [laid.version] if laid.version is not None else [laid.pool] * laid.line.count
        return found


def lay_out(session: Session, who: Identity, plan: Plan, today: datetime.date, quiz_id: int | None = None) -> Layout:
    """The plan with the newest versions and today's pools: as many statements whatever its length.

    What the newest edition of the quiz asks already may stay when its review date passes.
    """
    named = named_items(session, who, [line.item for line in plan if line.item is not None], today, quiz_id)
    wishes = [wish_of(line, today) for line in plan if line.item is None]
    fixed = {row.version for row in named.values()}
    pools = iter(search.pools(session, who, wishes))
    lines = []
    for line in plan:
        if line.item is None:
            pool = tuple(each for each in next(pools) if each not in fixed)
            lines.append(Laid(line, None, None, None, selectable=True, pool=pool))
        else:
            row = named.get(line.item)
            lines.append(_laid(line, row) if row else Laid(line, None, None, None, selectable=False, pool=()))
    found = _apart(lines, named)
    past = past_in_pools(session, quiz_id, today) if wishes and quiz_id is not None else []
    return Layout(found, tuple(_troubles(found)), tuple(past))


def _laid(line: plans.Line, row: Named) -> Laid:
    return Laid(line, row.version, row.item, row.public_id, row.selectable, pool=(), unfit=row.unfit)


def wish_of(line: plans.Line, today: datetime.date) -> search.Wish:
    """What a draw looks for on a day."""
    return search.wish_of(line.wish, selectable_on=today)


def _apart(lines: Sequence[Laid], named: dict[int, Named]) -> tuple[Laid, ...]:
    articles = {row.version: row.article for row in named.values()}
    clues = [
        (place, conflicts.clues(laid.item, articles[laid.version]))
        for place, laid in enumerate(lines, 1)
        if laid.item is not None and laid.version is not None
    ]
    pairs = conflicts.conflicts(clues)
    against: dict[int, list[int]] = {}
    for one, other in sorted(pairs):
        against.setdefault(one, []).append(other)
        against.setdefault(other, []).append(one)
    return tuple(replace(laid, conflicts_with=tuple(against.get(place, ()))) for place, laid in enumerate(lines, 1))


def _troubles(lines: Sequence[Laid]) -> list[tuple[int, Trouble]]:
    if not lines:
        return [(0, Trouble.EMPTY)]
    found = [(place, Trouble.GONE) for place, laid in enumerate(lines, 1) if not laid.selectable]
    found += [
        (place, Trouble.SHORT)
        for place, laid in enumerate(lines, 1)
        if laid.line.item is None and len(laid.pool) < laid.line.count
    ]
    if not found and not papers.enough(Layout(tuple(lines), ()).places()):
        found.append((0, Trouble.OVERLAP))
    return found


def pairs_of(session: Session, layout: Layout) -> list[tuple[int, int]]:
    """Every pair of versions in a layout that conflict; none is looked for where nothing is drawn."""
    if all(laid.version is not None for laid in layout.lines):
        return []
    versions = {laid.version for laid in layout.lines if laid.version} | {e for laid in layout.lines for e in laid.pool}
    return [(one, other) for one, other in _conflicting(session, sorted(versions))]


def publish(session: Session, who: Identity, quiz: Quiz, today: datetime.date, now: datetime.datetime) -> int:
    """The number of the edition that says what the working copy says, made now unless it is there.

    Raises UnpublishableError.
    """
    layout = lay_out(session, who, plans.read(quiz.plan), today, quiz.id)
    if layout.troubles:
        raise UnpublishableError(layout.troubles)
    slots, pools = _slots(layout)
    newest = queries.newest_edition(session, quiz.id)
    if newest is not None and newest.pools == pools and _said(session, newest) == slots:
        return newest.number
    number = newest.number + 1 if newest else 1
    versions = sorted(_versions(slots, pools))
    add_edition(
        session,
        quiz,
        number,
        slots,
        pools=pools,
        conflicting=_conflicting(session, versions) if pools else [],
        by=who.id,
        now=now,
    )
    _note_articles(session, quiz, versions)
    return number


def differs(session: Session, quiz: Quiz, layout: Layout, editions: Set[int]) -> bool:
    """Whether publishing now would give classes that have one of these editions anything else.

    A further review date alone is nothing else: a class sees nothing of it.
    """
    newest = queries.newest_edition(session, quiz.id)
    if newest is None or editions != {newest.number}:
        return True
    (slots, pools), said = _slots(layout), _said(session, newest)
    if newest.pools == pools and said == slots:
        return False
    alike = _alike(session, {*_versions(slots, pools), *_versions(said, newest.pools)})
    return _seen(slots, pools, alike) != _seen(said, newest.pools, alike)


def _versions(slots: "Slots", pools: Mapping[str, Any]) -> set[int]:
    return {each for each, _pool, _points in slots if each} | {each for ids in pools.values() for each in ids}


def _alike(session: Session, versions: Set[int]) -> dict[int, int]:
    """For each of these versions the first of its item that asks and tells the same."""
    wanted = select(ItemVersion.id, ItemVersion.item_id, ItemVersion.content).where(ItemVersion.id.in_(versions))
    first: dict[tuple[int, str], int] = {}
    found = {}
    for row in session.execute(wanted.order_by(ItemVersion.id)):
        shown = {key: value for key, value in row.content.items() if key != "review_by"}
        found[row.id] = first.setdefault((row.item_id, json.dumps(shown, sort_keys=True)), row.id)
    return found


def _seen(slots: "Slots", pools: Mapping[str, Any], alike: Mapping[int, int]) -> tuple["Slots", dict[str, list[int]]]:
    """An edition with each version as the first that is like it."""
    drawn = {name: sorted(alike[each] for each in ids) for name, ids in pools.items()}
    return [(each and alike[each], pool, points) for each, pool, points in slots], drawn


Slots = list[tuple[int | None, str | None, Fraction | None]]


def _slots(layout: Layout) -> tuple[Slots, dict[str, list[int]]]:
    slots: Slots = []
    pools: dict[str, list[int]] = {}
    for place, laid in enumerate(layout.lines, 1):
        if laid.version is not None:
            slots.append((laid.version, None, laid.line.points))
        else:
            pools[str(place)] = list(laid.pool)
            slots += [(None, str(place), laid.line.points)] * laid.line.count
    return slots, pools


def _said(session: Session, edition: QuizEdition) -> Slots:
    rows = queries.slots(session, edition.quiz_id, edition.number)
    return [(row.item_version_id, row.draw["pool"] if row.draw else None, row.points) for row in rows]


def add_edition(
    session: Session,
    quiz: Quiz,
    number: int,
    slots: Slots,
    *,
    pools: dict[str, Any],
    conflicting: list[Any],
    by: int | None,
    now: datetime.datetime,
) -> None:
    """A further edition with its slots."""
    session.add(
        QuizEdition(
            quiz_id=quiz.id, number=number, pools=pools, conflicts=conflicting, published_by=by, published_at=now
        )
    )
    session.flush()  # the slots refer to it
    session.add_all(
        QuizSlot(
            quiz_id=quiz.id,
            edition=number,
            position=place,
            item_version_id=version,
            draw=None if pool is None else {"pool": pool},
            points=points,
        )
        for place, (version, pool, points) in enumerate(slots, 1)
    )
    session.flush()  # callers read the slots


def _conflicting(session: Session, versions: Sequence[int]) -> list[list[int]]:
    rows = session.execute(
        select(ItemVersion.id, ItemVersion.content, ItemVersion.status, Bank.article_id)
        .join(Item, Item.id == ItemVersion.item_id)
        .join(Bank, Bank.id == Item.bank_id)
        .where(ItemVersion.id.in_(versions))
        .order_by(ItemVersion.id)
    )
    clues = [(row.id, conflicts.clues(banks.as_core(row.content, row.status), row.article_id)) for row in rows]
    return [list(pair) for pair in sorted(conflicts.conflicts(clues))]


def _note_articles(session: Session, quiz: Quiz, versions: Sequence[int]) -> None:
    """Remember which articles stand behind a quiz, so that its students may read them."""
    found = set(
        session.scalars(
            select(ArticleVersion.article_id)
            .join(Anchor, Anchor.article_version_id == ArticleVersion.id)
            .where(Anchor.item_version_id.in_(versions))
            .distinct()
        )
    )
    quiz.article_id = next(iter(found)) if len(found) == 1 else None
    known = set(session.scalars(select(QuizArticle.article_id).where(QuizArticle.quiz_id == quiz.id)))
    session.add_all(QuizArticle(quiz_id=quiz.id, article_id=each) for each in sorted(found - known))

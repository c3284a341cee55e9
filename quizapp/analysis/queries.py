"""Reads of the item analysis: first attempts, counted in the database by what makes them alike."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import BigInteger, Integer, Text, and_, case, cast, func, join, literal_column, select, union_all
from sqlalchemy.orm import Session, aliased

from quizapp.accounts.models import User
from quizapp.attempts.models import SUBMITTED, Attempt, Outcome, Purpose, Response
from quizapp.attempts.queries import item_of, load_items
from quizapp.banks.models import Bank, ItemVersion
from quizapp.banks.models import Item as ItemRow
from quizapp.core.analysis.figures import Cell
from quizapp.core.analysis.options import Offered
from quizapp.core.analysis.report import Question
from quizapp.core.items import Item
from quizapp.core.types import ChoiceBody, MultipleBody, TrueFalseBody
from quizapp.quizzes.models import Assignment

FINISHED = and_(
    Attempt.state == literal_column(f"'{SUBMITTED}'"), Attempt.purpose == literal_column(f"'{Purpose.GRADED.value}'")
)
"""As the index of these attempts says it: no value that is bound later would let SQLite use that."""
_PLACES, _ALIKE = 10**4, 10**7
"""Above every position of an attempt, and every number of `_ranked`: three for each attempt at most."""


@dataclass(frozen=True, slots=True)
class Posed:
    """A version of an item that a quiz asked: its row's public id, its number, its bank and its value."""

    version: int
    public_id: str
    number: int
    bank: Bank
    item: Item


@dataclass(frozen=True, slots=True)
class Asked(Posed):
    """The same, and who answered it how."""

    question: Question


@dataclass(frozen=True, slots=True)
class Taken:
    """The first attempts of one edition; `left` of them are of people who have no account any more."""

    edition: int
    count: int
    left: int


def taken(session: Session, quiz_id: int) -> list[Taken]:
    """The editions of a quiz that students have finished, the newest first."""
    firsts = _firsts(quiz_id)
    wanted = (
        select(Assignment.edition, func.count(), func.count().filter(User.active.is_(False)))
        .select_from(Attempt)
        .join(firsts, firsts.c.id == Attempt.id)
        .join(Assignment, Assignment.id == Attempt.assignment_id)
        .join(User, User.id == Attempt.user_id)
        .group_by(Assignment.edition)
        .order_by(Assignment.edition.desc())
    )
    return [Taken(*row) for row in session.execute(wanted)]


def asked(session: Session, quiz_id: int, edition: int, item_id: int | None = None) -> list[Asked]:
    """Every item version that the first attempts of an edition met, or those of one item, in the order of the quiz; as
    many statements however many attempts there are."""
    times: Counter[Any] = Counter()
    for row in session.execute(_alike(quiz_id, edition, item_id)):
        times[tuple(row[:-1])] += row.times
    found: dict[int, list[Cell]] = {}
    placed: dict[int, int] = {}
    for (met, given, mark, maximum, total, whole, standing), count in times.items():
        if count:
            version, place = divmod(met // _ALIKE, _PLACES)
            found.setdefault(version, []).append(Cell(mark, maximum, total, whole, standing, _chosen(given), count))
            placed[version] = min(place, placed.get(version, place))
    order = sorted(found, key=lambda version: (placed[version], version))
    return [_asked(each, found[each.version]) for each in posed(session, order)]


def posed(session: Session, versions: Sequence[int]) -> list[Posed]:
    """These versions of items, in this order."""
    load_items(session, versions)
    names = session.execute(
        select(ItemVersion.id, ItemRow.public_id, ItemVersion.number, Bank)
        .join(ItemRow, ItemRow.id == ItemVersion.item_id)
        .join(Bank, Bank.id == ItemRow.bank_id)
        .where(ItemVersion.id.in_(versions))
    )
    rows = {row[0]: row for row in names}
    return [Posed(*rows[version], item_of(session, version)) for version in versions]


def _asked(posed: Posed, cells: Sequence[Cell]) -> Asked:
    body = posed.item.body
    options = body.options if isinstance(body, ChoiceBody | MultipleBody | TrueFalseBody) else ()
    fractions = [] if isinstance(body, MultipleBody) else [option.fraction for option in options]
    question = Question(cells, [Offered(each.id, each.is_key) for each in options], fractions)
    return Asked(posed.version, posed.public_id, posed.number, posed.bank, posed.item, question)


def _chosen(given: str | None) -> frozenset[str] | None:
    """The options of a stored response of a type that has options."""
    if given is None:
        return None
    stored = json.loads(given)
    return frozenset(stored.get("options") or ([stored["option"]] if "option" in stored else ()))


def _firsts(quiz_id: int) -> Any:
    """The first finished graded attempt of every student at a quiz, whichever class it was given to."""
    return (
        select(func.min(Attempt.id).label("id"))
        .where(Attempt.quiz_id == quiz_id, FINISHED)
        .group_by(Attempt.user_id)
        .subquery()
    )


def _ranked(quiz_id: int, edition: int) -> Any:
    """The first attempts of an edition; `alike` is one number for those of the same total and standing.

    Standing as `core.analysis.figures.group_size` has it, ties by attempt.
    """
    firsts = _firsts(quiz_id)
    place = func.row_number().over(order_by=(Attempt.share.desc(), Attempt.id))
    n = func.count().over()
    rows = (
        select(
            Attempt.id,
            Attempt.mark,
            Attempt.maximum,
            func.dense_rank().over(order_by=(Attempt.share.desc(), Attempt.maximum, Attempt.mark)).label("level"),
            place.label("place"),
            n.label("n"),
        )
        .join(firsts, firsts.c.id == Attempt.id)
        .join(Assignment, Assignment.id == Attempt.assignment_id)
        .where(Assignment.edition == edition)
        .subquery()
    )
    # Whole division of a multiple: `/` alone is a floating one on some databases, and a whole one on others.
    part = cast((54 * rows.c.n + 100 - (54 * rows.c.n + 100) % 200) / 200, Integer)
    size = case((rows.c.n < 2, 1), else_=part)
    standing = case((rows.c.place <= size, 1), (rows.c.place > rows.c.n - size, -1), else_=0)
    alike = (rows.c.level * 3 + standing).label("alike")
    # From the 0th row on: so no database reckons the standing of an attempt anew for each of its answers.
    once = select(rows.c.id, rows.c.mark, rows.c.maximum, standing.label("standing"), alike).offset(0)
    return once.cte("ranked")


def _alike(quiz_id: int, edition: int, item_id: int | None) -> Any:
    """Outcomes alike, counted, with the totals of their attempts; those that a later one replaced with a minus.

    One statement, since attempts that are handed in meanwhile would move the ranks between two.
    """
    ranked = _ranked(quiz_id, edition)
    standings = (
        select(
            ranked.c.alike,
            func.min(ranked.c.mark).label("total"),
            func.min(ranked.c.maximum).label("whole"),
            func.min(ranked.c.standing).label("standing"),
        )
        .group_by(ranked.c.alike)
        .cte("standings")
    )
    counted = union_all(_counted(ranked, item_id), _superseded(ranked, item_id)).subquery("counted")
    return select(
        counted.c.met,
        counted.c.given,
        counted.c.mark,
        counted.c.maximum,
        standings.c.total,
        standings.c.whole,
        standings.c.standing,
        counted.c.times,
    ).join(standings, standings.c.alike == counted.c.met % _ALIKE)


def _counted(ranked: Any, item_id: int | None) -> Any:
    """Outcomes alike, counted, those too that a later one replaced: to leave the few out by a condition would cost more
    than the counting itself."""
    return _grouped(ranked, ranked, Outcome.attempt_id == ranked.c.id, func.count(), item_id)


def _superseded(ranked: Any, item_id: int | None) -> Any:
    """Outcomes alike, counted below nothing, those alone that a later one replaced."""
    later = aliased(Outcome)
    replaced = (
        (Outcome.attempt_id == later.attempt_id)
        & (Outcome.position == later.position)
        & (Outcome.number == later.number - 1)
    )
    rows = join(ranked, later, (later.attempt_id == ranked.c.id) & (later.number > literal_column("1")))
    return _grouped(ranked, rows, replaced, -func.count(), item_id)


def _grouped(ranked: Any, rows: Any, its_outcomes: Any, times: Any, item_id: int | None) -> Any:
    """Version, place and `alike` are one number, since to sort by three columns takes a third longer."""
    given = cast(Response.given, Text)
    place = cast(Outcome.item_version_id, BigInteger) * _PLACES + Outcome.position
    met = (place * _ALIKE + ranked.c.alike).label("met")
    response = (
        (Response.attempt_id == Outcome.attempt_id)
        & (Response.position == Outcome.position)
        & (Response.seq == Outcome.seq)
    )
    wanted = (
        select(met, given.label("given"), Outcome.mark, Outcome.maximum, times.label("times"))
        .select_from(rows)
        .join(Outcome, its_outcomes)
        .outerjoin(Response, response)
        .group_by(met, given, Outcome.mark, Outcome.maximum)
    )
    if item_id is None:
        return wanted
    return wanted.where(Outcome.item_version_id.in_(select(ItemVersion.id).where(ItemVersion.item_id == item_id)))

"""Reads of the item analysis: first attempts, counted in the database by what makes them alike."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from sqlalchemy import BigInteger, Integer, Text, case, cast, func, join, select
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

_PLACES, _ALIKE = 10**4, 10**7
"""Above every position of an attempt, and every number of `_ranked`: three for each attempt at most."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A version of an item that a quiz asked: its row's public id, its number, its bank, its value, and who answered it
    how."""

    public_id: str
    number: int
    bank: Bank
    item: Item
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
    ranked = _ranked(quiz_id, edition)
    standings = {row.alike: row for row in session.execute(_standings(ranked))}
    times = Counter({tuple(row[:-1]): row.times for row in session.execute(_counted(ranked, item_id))})
    times.subtract({tuple(row[:-1]): row.times for row in session.execute(_superseded(ranked, item_id))})
    found: dict[int, list[Cell]] = {}
    placed: dict[int, int] = {}
    for (met, given, mark, maximum), count in times.items():
        if count:
            (version, place), alike = divmod(met // _ALIKE, _PLACES), met % _ALIKE
            found.setdefault(version, []).append(_cell(mark, maximum, given, standings[alike], count))
            placed[version] = min(place, placed.get(version, place))
    load_items(session, found)
    names = session.execute(
        select(ItemVersion.id, ItemRow.public_id, ItemVersion.number, Bank)
        .join(ItemRow, ItemRow.id == ItemVersion.item_id)
        .join(Bank, Bank.id == ItemRow.bank_id)
        .where(ItemVersion.id.in_(found))
    )
    rows_of = {row[0]: (row[1], row[2], row[3]) for row in names}
    return [
        _asked(session, version, *rows_of[version], found[version])
        for version in sorted(found, key=lambda version: (placed[version], version))
    ]


def _cell(mark: Fraction, maximum: Fraction, given: str | None, standing: Any, count: int) -> Cell:
    return Cell(mark, maximum, standing.total, standing.whole, standing.standing, _chosen(given), count)


def _asked(session: Session, version: int, public_id: str, number: int, bank: Bank, cells: Sequence[Cell]) -> Asked:
    item = item_of(session, version)
    options = item.body.options if isinstance(item.body, ChoiceBody | MultipleBody | TrueFalseBody) else ()
    single = not isinstance(item.body, MultipleBody)
    fractions = [option.fraction for option in options] if single else []
    return Asked(
        public_id, number, bank, item, Question(cells, [Offered(each.id, each.is_key) for each in options], fractions)
    )


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
        .where(Attempt.quiz_id == quiz_id, Attempt.purpose == Purpose.GRADED.value, Attempt.state == SUBMITTED)
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


def _standings(ranked: Any) -> Any:
    return select(
        ranked.c.alike,
        func.min(ranked.c.mark).label("total"),
        func.min(ranked.c.maximum).label("whole"),
        func.min(ranked.c.standing).label("standing"),
    ).group_by(ranked.c.alike)


def _counted(ranked: Any, item_id: int | None) -> Any:
    """Outcomes alike, counted, those too that a later one replaced: to leave the few out by a condition would cost more
    than the counting itself."""
    return _grouped(ranked, ranked, Outcome.attempt_id == ranked.c.id, item_id)


def _superseded(ranked: Any, item_id: int | None) -> Any:
    """Outcomes alike, counted, those alone that a later one replaced."""
    later = aliased(Outcome)
    replaced = (
        (Outcome.attempt_id == later.attempt_id)
        & (Outcome.position == later.position)
        & (Outcome.number == later.number - 1)
    )
    return _grouped(
        ranked, join(ranked, later, (later.attempt_id == ranked.c.id) & (later.number > 1)), replaced, item_id
    )


def _grouped(ranked: Any, rows: Any, its_outcomes: Any, item_id: int | None) -> Any:
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
        select(met, given.label("given"), Outcome.mark, Outcome.maximum, func.count().label("times"))
        .select_from(rows)
        .join(Outcome, its_outcomes)
        .outerjoin(Response, response)
        .group_by(met, given, Outcome.mark, Outcome.maximum)
    )
    if item_id is None:
        return wanted
    return wanted.where(Outcome.item_version_id.in_(select(ItemVersion.id).where(ItemVersion.item_id == item_id)))

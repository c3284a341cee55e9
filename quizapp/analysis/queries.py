"""Reads of the item analysis: first attempts, counted in the database by what makes them alike."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from sqlalchemy import Text, case, cast, func, select
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
from quizapp.quizzes.models import Assignment


@dataclass(frozen=True, slots=True)
class Asked:
    """A version of an item that a quiz asked: its row's public id, its bank, its value, and who answered it how."""

    public_id: str
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


def asked(session: Session, quiz_id: int, edition: int) -> list[Asked]:
    """Every item version that the first attempts of an edition met, in the order of the quiz; two statements, however
    many attempts there are."""
    rows = session.execute(_counted(quiz_id, edition)).all()
    found: dict[int, list[Any]] = {}
    for row in sorted(rows, key=lambda row: row.place):
        found.setdefault(row.item_version_id, []).append(row)
    load_items(session, found)
    names = session.execute(
        select(ItemVersion.id, ItemRow.public_id, Bank)
        .join(ItemRow, ItemRow.id == ItemVersion.item_id)
        .join(Bank, Bank.id == ItemRow.bank_id)
        .where(ItemVersion.id.in_(found))
    )
    rows_of = {row[0]: (row[1], row[2]) for row in names}
    return [_asked(session, version, *rows_of[version], alike) for version, alike in found.items()]


def _asked(session: Session, version: int, public_id: str, bank: Bank, rows: Sequence[Any]) -> Asked:
    item = item_of(session, version)
    options = getattr(item.body, "options", ()) if hasattr(item.body, "chosen") or item.type == "true_false" else ()
    cells = [
        Cell(row.mark, row.maximum, row.total, row.whole, row.standing, _chosen(row.given), row.count) for row in rows
    ]
    single = item.type in {"choice", "true_false"}
    fractions: list[Fraction] = [option.fraction for option in options] if single else []
    return Asked(public_id, bank, item, Question(cells, [Offered(each.id, each.is_key) for each in options], fractions))


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


def _counted(quiz_id: int, edition: int) -> Any:
    """Attempts alike in an item, counted. Standing as `core.analysis.figures.group_size` has it, ties by attempt."""
    firsts = _firsts(quiz_id)
    ranked = (
        select(
            Attempt.id,
            Attempt.mark,
            Attempt.maximum,
            func.row_number().over(order_by=(Attempt.share.desc(), Attempt.id)).label("place"),
            func.count().over().label("n"),
        )
        .join(firsts, firsts.c.id == Attempt.id)
        .join(Assignment, Assignment.id == Attempt.assignment_id)
        .where(Assignment.edition == edition)
        .cte("ranked")
    )
    # Whole division: SQL truncates where both are integers, and `//` would say it in floating point on SQLite.
    part = cast((54 * ranked.c.n + 100 - (54 * ranked.c.n + 100) % 200) / 200, Attempt.id.type)
    size = case((part < 1, 1), else_=part)
    standing = case((ranked.c.place <= size, 1), (ranked.c.place > ranked.c.n - size, -1), else_=0)
    later = aliased(Outcome)
    given = cast(Response.given, Text)
    keys = (Outcome.item_version_id, Outcome.mark, Outcome.maximum, ranked.c.mark, ranked.c.maximum, standing, given)
    return (
        select(
            Outcome.item_version_id,
            Outcome.mark,
            Outcome.maximum,
            ranked.c.mark.label("total"),
            ranked.c.maximum.label("whole"),
            standing.label("standing"),
            given.label("given"),
            func.count().label("count"),
            func.min(Outcome.position).label("place"),
        )
        .select_from(ranked)
        .join(Outcome, Outcome.attempt_id == ranked.c.id)
        .outerjoin(
            Response,
            (Response.attempt_id == Outcome.attempt_id)
            & (Response.position == Outcome.position)
            & (Response.seq == Outcome.seq),
        )
        .where(
            ~select(later.attempt_id)
            .where(
                later.attempt_id == Outcome.attempt_id,
                later.position == Outcome.position,
                later.number == Outcome.number + 1,
            )
            .exists()
        )
        .group_by(*keys)
    )

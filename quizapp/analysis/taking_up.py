"""What a class should take up again: its first attempts by kind of sentence, by topic, and the weakest questions.

Three statements, however many answers there are. Nothing is said of fewer than ten students: it would be about them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from quizapp.attempts.models import SUBMITTED, Attempt, Outcome, Purpose
from quizapp.attempts.queries import item_of, load_items
from quizapp.banks.models import Bank, ItemVersion
from quizapp.banks.models import Item as ItemRow
from quizapp.banks.queries import thing
from quizapp.core.items import Item
from quizapp.core.policy import Thing
from quizapp.progress.queries import counts, newest_outcome
from quizapp.quizzes.models import Assignment

FEWEST = 10
"""Students below whom nothing is said of a kind, a topic or a question."""
SHOWN = 8


@dataclass(frozen=True, slots=True)
class Line:
    """Right answers of all answers to one kind or topic, and how many students gave them."""

    name: str | None
    lang: str
    right: int
    n: int
    students: int

    @property
    def share(self) -> float:
        """From 0 to 1."""
        return self.right / self.n

    @property
    def told(self) -> bool:
        """Whether enough students answered."""
        return self.students >= FEWEST


@dataclass(frozen=True, slots=True)
class Weak:
    """A question with the mean share of its mark that the class earned, and how many students met it; its row's public
    id, and what the policy needs to know of its bank."""

    item: Item
    public_id: str
    bank: Thing
    share: float
    students: int


@dataclass(frozen=True, slots=True)
class TakingUp:
    """The weakest first."""

    by_kind: Sequence[Line]
    by_topic: Sequence[Line]
    questions: Sequence[Weak]


def taking_up(session: Session, class_id: int) -> TakingUp:
    """Of the first finished graded attempt of every student at every quiz that the class was given."""
    answers = _answers(class_id)
    by_kind = _lines(session, answers.where(ItemVersion.kind.is_not(None)), ItemVersion.kind)
    return TakingUp(by_kind, _lines(session, answers, Bank.topic, Bank.lang), _weakest(session, answers))


def _answers(class_id: int) -> Any:
    firsts = (
        select(func.min(Attempt.id))
        .join(Assignment, Assignment.id == Attempt.assignment_id)
        .where(Assignment.class_id == class_id, Attempt.purpose == Purpose.GRADED.value, Attempt.state == SUBMITTED)
        .group_by(Attempt.user_id, Attempt.quiz_id)
    )
    return (
        select(func.count().label("n"), func.count(Attempt.user_id.distinct()).label("students"))
        .select_from(Outcome)
        .join(Attempt, Attempt.id == Outcome.attempt_id)
        .join(ItemVersion, ItemVersion.id == Outcome.item_version_id)
        .join(ItemRow, ItemRow.id == ItemVersion.item_id)
        .join(Bank, Bank.id == ItemRow.bank_id)
        .where(Outcome.attempt_id.in_(firsts), Outcome.number == newest_outcome(), counts())
    )


def _lines(session: Session, answers: Any, name: Any, lang: Any = None) -> list[Line]:
    right = func.sum(case((Outcome.share >= 1, 1), else_=0))
    columns = [name] if lang is None else [name, lang]
    rows = session.execute(answers.add_columns(right.label("right"), *columns).group_by(*columns))
    found = [Line(row[3], row[4] if lang is not None else "", row.right, row.n, row.students) for row in rows]
    return sorted(found, key=lambda line: (not line.told, line.share, line.name or ""))


def _weakest(session: Session, answers: Any) -> list[Weak]:
    mean = func.avg(Outcome.share)
    bank = (ItemRow.public_id, Bank.school_id, Bank.owner_id, Bank.visible)
    wanted = (
        answers.add_columns(Outcome.item_version_id, mean.label("share"), *bank)
        .group_by(Outcome.item_version_id, *bank)
        .having(func.count(Attempt.user_id.distinct()) >= FEWEST)
        .order_by(mean, Outcome.item_version_id)
        .limit(SHOWN)
    )
    rows: list[Any] = list(session.execute(wanted))
    load_items(session, [row.item_version_id for row in rows])
    return [
        Weak(item_of(session, row.item_version_id), row.public_id, thing(row), float(row.share), row.students)
        for row in rows
    ]

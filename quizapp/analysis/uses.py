"""One item over all its uses: what first attempts say of it in each quiz that asked it, and in all together."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp.analysis.queries import asked
from quizapp.attempts.models import SUBMITTED, Attempt, Purpose, Slot
from quizapp.banks.models import Item, ItemVersion
from quizapp.core.analysis.figures import Cell
from quizapp.core.analysis.report import Question, Reading, read_question
from quizapp.quizzes.models import Assignment, Quiz


@dataclass(frozen=True, slots=True)
class Use:
    """The item in one edition of a quiz."""

    quiz: Quiz
    edition: int
    reading: Reading


@dataclass(frozen=True, slots=True)
class Uses:
    """Every use, and the reading of all answers together.

    The rest of a quiz is that of the quiz in which the answer was given; options are not counted together, for
    versions may offer others.
    """

    uses: Sequence[Use]
    together: Reading


def uses_of(session: Session, item: Item) -> Uses:
    """The uses of an item by title; the statements grow with the quizzes that asked it, not with the answers."""
    wanted = (
        select(Quiz, Assignment.edition)
        .join(Attempt, Attempt.quiz_id == Quiz.id)
        .join(Assignment, Assignment.id == Attempt.assignment_id)
        .join(Slot, Slot.attempt_id == Attempt.id)
        .join(ItemVersion, ItemVersion.id == Slot.item_version_id)
        .where(ItemVersion.item_id == item.id, Attempt.purpose == Purpose.GRADED.value, Attempt.state == SUBMITTED)
        .distinct()
    )
    found: list[Use] = []
    cells: list[Cell] = []
    for quiz, edition in sorted(session.execute(wanted), key=lambda row: (row[0].title, row[0].id, row[1])):
        for each in asked(session, quiz.id, edition, item.id):
            found.append(Use(quiz, edition, read_question(each.question)))
            cells += each.question.cells
    return Uses(found, read_question(Question(cells)))

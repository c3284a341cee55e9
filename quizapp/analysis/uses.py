"""One item over all its uses: what first attempts say of it in each quiz that asked it, and in all together."""

from collections import defaultdict
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
    """A version of the item in one edition of a quiz."""

    quiz: Quiz
    edition: int
    version: int
    reading: Reading


@dataclass(frozen=True, slots=True)
class Uses:
    """Every use, the reading of each version by its number, the newest first, and of all answers together.

    An answer that was marked again counts for the version with which it was marked, one that was withdrawn for none.

    The rest of a quiz is that of the quiz in which the answer was given; options are not counted together, for
    versions may offer others.
    """

    uses: Sequence[Use]
    versions: Sequence[tuple[int, Reading]]
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
    cells: dict[int, list[Cell]] = defaultdict(list)
    for quiz, edition in sorted(session.execute(wanted), key=lambda row: (row[0].title, row[0].id, row[1])):
        for each in asked(session, quiz.id, edition, item.id):
            found.append(Use(quiz, edition, each.number, read_question(each.question)))
            cells[each.number] += each.question.cells
    apart = [(number, _read(cells[number])) for number in sorted(cells, reverse=True)]
    return Uses(found, apart, _read([cell for each in cells.values() for cell in each]))


def _read(cells: Sequence[Cell]) -> Reading:
    return read_question(Question([cell for cell in cells if cell.maximum] or cells))

"""Reads of practice: which of the items that a student met may be asked now, and which banks are open to them."""

import datetime
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sqlalchemy import select, tuple_
from sqlalchemy.orm import Session

from quizapp.attempts.models import OPEN, Attempt, Purpose
from quizapp.attempts.recall import recall
from quizapp.attempts.releases import not_to_practise
from quizapp.banks.models import Bank, BankOpening, Item, ItemListing, ItemVersion
from quizapp.banks.search import selectable
from quizapp.classes.models import Membership, SchoolClass
from quizapp.core.memory import DAILY, Days, Memory, spread
from quizapp.core.policy import Identity, Role
from quizapp.quizzes.models import QuizEdition, QuizSlot
from quizapp.quizzes.queries import for_student

_AHEAD = 7
"""Days that the page shows, today included."""


@dataclass(frozen=True, slots=True)
class OpenBank:
    """A bank that a student may practise; `versions` by item, in the order of the bank."""

    bank: Bank
    versions: dict[int, int]


@dataclass(frozen=True, slots=True)
class Board:
    """What a student can practise now.

    `days` are today and the next ones, by item; `versions` the version of each item to be asked; `wrong` the items
    whose last answer was not right, the last one first; `met` is whether anything was ever answered.
    """

    today: datetime.date
    days: Days
    versions: dict[int, int]
    wrong: tuple[int, ...]
    banks: tuple[OpenBank, ...]
    memories: dict[int, Memory]
    done: int
    met: bool

    @property
    def due(self) -> list[int]:
        """The items of today."""
        return self.days[0][1]

    @property
    def following(self) -> tuple[datetime.date, int] | None:
        """The next day that asks for something, and for how many items."""
        soon = next(((day, len(items)) for day, items in self.days[1:] if items), None)
        later = [memory.due for memory in self.memories.values() if memory.due > self.days[-1][0]]
        return soon or ((min(later), min(later.count(min(later)), DAILY)) if later else None)

    def wrong_now(self) -> list[int]:
        """The items to put right in one go."""
        return list(self.wrong[:DAILY])

    def asked(self, items: Iterable[int]) -> list[int]:
        """The versions that ask these items."""
        return [self.versions[item] for item in items]


def board(session: Session, who: Identity, now: datetime.datetime) -> Board:
    """Everything that the page of practice shows; as many statements however much was answered."""
    found = recall(session, who.id, now)
    kept = not_to_practise(session, who.id, now)
    versions = _practisable(session, who.school, found.memories.keys() - kept, found.today)
    memories = {item: found.memories[item] for item in versions}
    return Board(
        found.today,
        spread(memories, found.today, done=found.done, days=_AHEAD),
        versions,
        tuple(item for item in found.wrong if item in versions),
        tuple(_open_banks(session, who, found.today, now, kept)),
        memories,
        found.done,
        bool(found.memories),
    )


def _practisable(session: Session, school_id: int, items: Collection[int], today: datetime.date) -> dict[int, int]:
    """The newest version of each of these items that may be asked on this day."""
    if not items:
        return {}
    wanted = (
        select(ItemListing.item_id, ItemListing.version_id)
        .join(Item, Item.id == ItemListing.item_id)
        .join(Bank, Bank.id == Item.bank_id)
        .where(ItemListing.item_id.in_(items), Bank.school_id == school_id, selectable(today))
    )
    return {row.item_id: row.version_id for row in session.execute(wanted)}


def _open_banks(
    session: Session, who: Identity, today: datetime.date, now: datetime.datetime, kept: frozenset[int]
) -> Iterable[OpenBank]:
    wanted = (
        select(Bank, Item.id, ItemListing.version_id)
        .join(BankOpening, BankOpening.bank_id == Bank.id)
        .join(SchoolClass, SchoolClass.id == BankOpening.class_id)
        .join(Membership, Membership.class_id == SchoolClass.id)
        .join(Item, Item.bank_id == Bank.id)
        .join(ItemListing, ItemListing.item_id == Item.id)
        .where(
            Membership.user_id == who.id,
            Membership.role == Role.STUDENT.value,
            Membership.approved,
            SchoolClass.archived_at.is_(None),
            Bank.school_id == who.school,
            selectable(today),
        )
        .order_by(Bank.title, Bank.id, Item.position)
    )
    rows = session.execute(wanted).all()
    out = kept | _to_come(session, who.id, now) if rows else kept
    found: dict[int, OpenBank] = {}
    for bank, item, version in rows:
        here = found.setdefault(bank.id, OpenBank(bank, {}))
        if item not in out:
            here.versions[item] = version
    return found.values()


def _to_come(session: Session, user_id: int, now: datetime.datetime) -> frozenset[int]:
    """The items of the quizzes that a student has been given and not finished: practice would give them away."""
    finished = frozenset(
        session.scalars(
            select(Attempt.assignment_id).where(
                Attempt.user_id == user_id, Attempt.purpose == Purpose.GRADED.value, Attempt.state != OPEN
            )
        )
    )
    editions = {
        (given.quiz.id, given.assignment.edition)
        for given in for_student(session, user_id)
        if given.assignment.id not in finished and (given.closing is None or now < given.closing)
    }
    if not editions:
        return frozenset()
    pinned = select(QuizSlot.item_version_id).where(tuple_(QuizSlot.quiz_id, QuizSlot.edition).in_(editions))
    pools = session.scalars(
        select(QuizEdition.pools).where(tuple_(QuizEdition.quiz_id, QuizEdition.number).in_(editions))
    )
    drawn = {version for each in pools for pool in each.values() for version in pool}
    wanted = select(ItemVersion.item_id).where(ItemVersion.id.in_(pinned) | ItemVersion.id.in_(drawn))
    return frozenset(session.scalars(wanted))


def classes_of_opening(session: Session, bank_id: int) -> frozenset[int]:
    """The classes that may practise a bank."""
    return frozenset(session.scalars(select(BankOpening.class_id).where(BankOpening.bank_id == bank_id)))

"""Reads of acts: what one does or did, by assignment; the log of a bank; and who may read it."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import exists, or_, select
from sqlalchemy.orm import Session, aliased

from quizapp.accounts.models import User
from quizapp.attempts.models import WITHDRAWN, Attempt, Outcome, Purpose, Slot
from quizapp.banks.models import Bank, BankOpening, Deed, Item, ItemAct, ItemVersion
from quizapp.banks.queries import OWN, as_core
from quizapp.classes.models import Membership, SchoolClass
from quizapp.core.correcting import Totals
from quizapp.core.items import Item as CoreItem
from quizapp.core.policy import Identity, Role, Thing
from quizapp.corrections import reach
from quizapp.corrections.reach import Key, Mark, Reached
from quizapp.quizzes.models import Assignment, Quiz, QuizSlot


@dataclass(frozen=True, slots=True)
class Move:
    """What becomes of one place: its mark before (None: not marked yet) and after (None: it counts no more, or stays as
    it is because it was `kept`)."""

    place: Reached
    before: Mark | None
    after: Mark | None
    kept: bool = False

    @property
    def changes(self) -> bool:
        """Whether the mark becomes another."""
        return not self.kept and (self.before and self.before.mark) != (self.after and self.after.mark)


@dataclass(frozen=True, slots=True)
class Line:
    """A student's attempt that an act reaches, its mark, and its total before and after."""

    student: str
    attempt: Attempt
    move: Move
    before: Totals
    after: Totals


@dataclass(frozen=True, slots=True)
class Group:
    """The students of an assignment that an act reaches, by name."""

    assignment: str
    title: str
    lang: str
    school_class: str | None
    given_at: datetime.datetime
    lines: list[Line]


@dataclass(frozen=True, slots=True)
class Reach:
    """Whom an act reaches: by assignment where this teacher may see the results, in numbers where not."""

    groups: list[Group]
    elsewhere: int
    """Students of other teachers' classes."""
    elsewhere_changed: int
    practice: int
    """Attempts of practice, which count in no mark."""
    changed: int
    kept: int
    """Marks that stay because they were given by hand."""
    students: int


def reach_of(session: Session, who: Identity, moves: Sequence[Move], after: Mapping[int, Totals]) -> Reach:
    """Whom these moves reach; `after` are the totals of the attempts once they are made."""
    graded = [move for move in moves if move.place.attempt.purpose == Purpose.GRADED]
    known = _assignments(session, {move.place.attempt.assignment_id or 0 for move in graded})
    mine = _taught_by(session, who)
    names = _names(session, {move.place.attempt.user_id for move in graded})
    groups: dict[int, Group] = {}
    other: list[Move] = []
    for move in graded:
        attempt = move.place.attempt
        assignment, quiz, school_class = known[attempt.assignment_id or 0]
        if who.role is not Role.ADMIN and assignment.class_id not in mine:
            other.append(move)
            continue
        group = groups.setdefault(
            assignment.id,
            _group(assignment, quiz, school_class),
        )
        now = Totals(attempt.size, attempt.answered, attempt.right, attempt.mark, attempt.maximum)
        group.lines.append(Line(names[attempt.user_id], attempt, move, now, after[attempt.id]))
    for group in groups.values():
        group.lines.sort(key=lambda line: (line.student, line.attempt.id))
    return Reach(
        list(groups.values()),
        len({move.place.attempt.user_id for move in other}),
        sum(move.changes for move in other),
        len({move.place.attempt.id for move in moves if move.place.attempt.purpose == Purpose.PRACTICE}),
        sum(move.changes for move in graded),
        sum(move.kept for move in moves),
        len({move.place.attempt.user_id for move in graded}),
    )


def _group(assignment: Assignment, quiz: Quiz, school_class: SchoolClass | None) -> Group:
    name = school_class.name if school_class else None
    return Group(assignment.public_id, quiz.title, quiz.lang, name, assignment.created_at, [])


def applied(session: Session, act: ItemAct) -> list[Move]:
    """What an act did to every place that it gave a further outcome."""
    versions = select(ItemVersion.id).where(ItemVersion.item_id == act.item_id)
    former = reach.former_marks(session, act.id)
    made = _made(session, act.id)
    found = []
    for place in reach.reached(session, list(session.scalars(versions))):
        if place.key in made:
            before, outcome = former.get(place.key), made[place.key]
            after = None if outcome.reason == WITHDRAWN else _mark(outcome)
            found.append(Move(place, _mark(before) if before else None, after))
    return found


def _made(session: Session, act_id: int) -> dict[Key, Outcome]:
    """By place the outcome that an act made; taking it back made a later one."""
    wanted = select(Outcome).where(Outcome.act_id == act_id).order_by(Outcome.number.desc())
    return {(each.attempt_id, each.position): each for each in session.scalars(wanted)}


def _mark(outcome: Outcome) -> Mark:
    return Mark(outcome.fraction, outcome.mark, outcome.maximum)


def _assignments(session: Session, ids: set[int]) -> dict[int, tuple[Assignment, Quiz, SchoolClass | None]]:
    wanted = (
        select(Assignment, Quiz, SchoolClass)
        .join(Quiz, Quiz.id == Assignment.quiz_id)
        .outerjoin(SchoolClass, SchoolClass.id == Assignment.class_id)
        .where(Assignment.id.in_(ids))
        .order_by(Quiz.title, Assignment.id)
    )
    return {row[0].id: (row[0], row[1], row[2]) for row in session.execute(wanted)}


def _taught_by(session: Session, who: Identity) -> frozenset[int]:
    wanted = select(Membership.class_id).where(Membership.user_id == who.id, Membership.role == Role.TEACHER.value)
    return frozenset(session.scalars(wanted))


def _names(session: Session, ids: Iterable[int]) -> dict[int, str]:
    return dict(session.execute(select(User.id, User.name).where(User.id.in_(ids))).all())


@dataclass(frozen=True, slots=True)
class Entry:
    """An act as lists show it, with the item as it was when it was done, and the successor where there is one."""

    act: ItemAct
    row: Item
    item: CoreItem
    successor: CoreItem | None = None
    successor_id: str | None = None
    by: str | None = None
    undone_by: str | None = None
    shows_why: bool = field(default=True)

    @property
    def told(self) -> bool:
        """Whether it holds for others: a successor takes over once it is active."""
        return self.act.act != Deed.SUPERSEDED or self.act.told_at is not None


def entries(session: Session, *, bank_id: int | None = None, item_id: int | None = None) -> list[Entry]:
    """The acts on a bank's items, or on one, newest first: one statement."""
    next_, next_version = aliased(Item), aliased(ItemVersion)
    by, undone_by = aliased(User), aliased(User)
    newest = (
        select(next_version.id)
        .where(next_version.item_id == next_.id)
        .order_by(next_version.number.desc())
        .limit(1)
        .correlate(next_)
        .scalar_subquery()
    )
    shown = aliased(ItemVersion)
    wanted = (
        select(ItemAct, Item, ItemVersion, shown, next_.public_id, by.name.label("by"), undone_by.name.label("undone"))
        .join(Item, Item.id == ItemAct.item_id)
        .join(ItemVersion, ItemVersion.id == ItemAct.version_id)
        .outerjoin(next_, next_.id == ItemAct.successor_id)
        .outerjoin(shown, shown.id == newest)
        .outerjoin(by, by.id == ItemAct.by_id)
        .outerjoin(undone_by, undone_by.id == ItemAct.undone_by)
        .order_by(ItemAct.at.desc(), ItemAct.id.desc())
    )
    wanted = wanted.where(Item.bank_id == bank_id if item_id is None else ItemAct.item_id == item_id)
    return [
        Entry(
            row[0],
            row[1],
            as_core(row[2].content, row[2].status),
            _core(row[3]),
            row.public_id,
            row.by,
            row.undone,
        )
        for row in session.execute(wanted)
    ]


def _core(version: ItemVersion | None) -> CoreItem | None:
    return None if version is None else as_core(version.content, version.status)


def act_by_public_id(session: Session, public_id: str) -> tuple[Bank, Item, ItemAct] | None:
    """An act with its item and bank."""
    wanted = (
        select(Bank, Item, ItemAct)
        .join(Item, Item.bank_id == Bank.id)
        .join(ItemAct, ItemAct.item_id == Item.id)
        .where(ItemAct.public_id == public_id)
    )
    row = session.execute(wanted).first()
    return None if row is None else (row[0], row[1], row[2])


def bank_of(session: Session, version_id: int) -> str:
    """The public id of the bank of an item version."""
    wanted = (
        select(Bank.public_id)
        .join(Item, Item.bank_id == Bank.id)
        .join(ItemVersion, ItemVersion.item_id == Item.id)
        .where(ItemVersion.id == version_id)
    )
    return session.scalars(wanted).one()


def log_thing(session: Session, who: Identity, bank: Bank) -> Thing:
    """What the policy needs to know of a bank's log: who may see the bank, and the classes that used it."""
    used = frozenset({who.id}) if _used_by_class_of(session, who, bank) else frozenset()
    return Thing(school=bank.school_id, owner=bank.owner_id, students=used, teachers=used, shared=bank.visible != OWN)


def _used_by_class_of(session: Session, who: Identity, bank: Bank) -> bool:
    """Whether a class that this person belongs to was given or asked a question of the bank, or may practise it."""
    of_bank = select(ItemVersion.id).join(Item, Item.id == ItemVersion.item_id).where(Item.bank_id == bank.id)
    pinned = exists().where(
        QuizSlot.quiz_id == Assignment.quiz_id,
        QuizSlot.edition == Assignment.edition,
        QuizSlot.item_version_id.in_(of_bank),
    )
    asked = exists().where(
        Attempt.assignment_id == Assignment.id, Slot.attempt_id == Attempt.id, Slot.item_version_id.in_(of_bank)
    )
    mine = select(Membership.class_id).where(Membership.user_id == who.id, Membership.approved)
    given = exists().where(Assignment.class_id.in_(mine), or_(pinned, asked))
    opened = exists().where(BankOpening.bank_id == bank.id, BankOpening.class_id.in_(mine))
    answered = exists().where(
        Attempt.user_id == who.id, Slot.attempt_id == Attempt.id, Slot.item_version_id.in_(of_bank)
    )
    return bool(session.scalar(select(or_(given, opened, answered))))


def met(session: Session, user_id: int) -> frozenset[int]:
    """The ids of the items that attempts of a person have asked."""
    wanted = (
        select(ItemVersion.item_id)
        .join(Slot, Slot.item_version_id == ItemVersion.id)
        .join(Attempt, Attempt.id == Slot.attempt_id)
        .where(Attempt.user_id == user_id)
    )
    return frozenset(session.scalars(wanted.distinct()))


def counts(session: Session, item_id: int) -> tuple[int, int]:
    """How many running and how many finished attempts ask an item."""
    wanted = (
        select(Attempt.state, Attempt.id)
        .join(Slot, Slot.attempt_id == Attempt.id)
        .join(ItemVersion, ItemVersion.id == Slot.item_version_id)
        .where(ItemVersion.item_id == item_id)
        .distinct()
    )
    states = [row.state for row in session.execute(wanted)]
    return states.count("open"), len(states) - states.count("open")

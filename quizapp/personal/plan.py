"""What goes when somebody's data are erased: which rows of which table, as `tables.py` declares it.

The same plan is counted for the page that asks, and carried out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Table, and_, func, or_, select, true, tuple_
from sqlalchemy.orm import Session

from quizapp import db
from quizapp.accounts.models import User
from quizapp.accounts.queries import normal_name
from quizapp.attempts.models import SUBMITTED, Attempt, Purpose
from quizapp.banks.models import Bank, Item, ItemVersion
from quizapp.classes.models import Membership, SchoolClass
from quizapp.core.policy import Role
from quizapp.doubles.models import MergedStudent
from quizapp.personal.tables import TABLES, Fate

Where = ColumnElement[bool]


@dataclass(frozen=True, slots=True)
class Step:
    """The rows of a table that go, or that stay emptied."""

    table: Table
    fate: Fate
    where: Where


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose data: the accounts of one person, and which of their attempts (None: all, and all else with them)."""

    users: tuple[User, ...]
    attempts: Where | None = None

    @property
    def ids(self) -> list[int]:
        """The accounts."""
        return [user.id for user in self.users]


def asking_of(user_id: int) -> str:
    """The subject of the notice that somebody asks for their data to be erased."""
    return f"erasure of {user_id}"


def whole_person(session: Session, user: User) -> Subject:
    """A person with every account that was made one with theirs."""
    found, new = {user.id}, {user.id}
    while new:
        pairs = session.execute(
            select(MergedStudent.former_id, MergedStudent.kept_id).where(
                MergedStudent.former_id.in_(new) | MergedStudent.kept_id.in_(new)
            )
        )
        new = {each for pair in pairs for each in pair} - found
        found |= new
    wanted = select(User).where(User.id.in_(found)).order_by(User.id)
    return Subject(tuple(session.scalars(wanted)))


def steps(session: Session, subject: Subject) -> list[Step]:
    """Every step, children before their parents, and what goes before what stays emptied."""
    tables = [table for table in reversed(db.Model.metadata.sorted_tables) if TABLES[table.name].fate is not Fate.KEEP]
    found = [step for table in tables for step in _of_table(session, subject, table)]
    return sorted(found, key=lambda step: step.fate is Fate.EMPTY)


def counts(session: Session, plan: Sequence[Step]) -> dict[str, dict[str, int]]:
    """How many rows of each table: `{"delete": {table: rows}, "empty": {table: rows}}`, those with any."""
    told: dict[str, dict[str, int]] = {Fate.DELETE.value: {}, Fate.EMPTY.value: {}}
    for step in plan:
        count = session.scalar(select(func.count()).select_from(step.table).where(step.where)) or 0
        if count:
            told[step.fate.value][step.table.name] = count
    return told


def _of_table(session: Session, subject: Subject, table: Table) -> Iterator[Step]:
    said = TABLES[table.name]
    if table.name == "attempt" or said.through == "attempt":
        yield from _of_attempts(subject, table, said.fate)
    elif subject.attempts is None:
        yield Step(table, said.fate, _OWN.get(table.name, _by_column)(session, subject, table))
    elif table.name == "report":
        yield Step(table, said.fate, _in_attempts(subject, table, true()))


def _of_attempts(subject: Subject, table: Table, fate: Fate) -> Iterator[Step]:
    """Of attempts that count for statistics rows stay emptied; of others none."""
    counted = and_(Attempt.purpose == Purpose.GRADED.value, Attempt.state == SUBMITTED)
    if fate is Fate.DELETE:
        yield Step(table, fate, _in_attempts(subject, table, true()))
        return
    yield Step(table, Fate.DELETE, _in_attempts(subject, table, ~counted))
    if table.name != "slot":  # which holds nothing to empty
        yield Step(table, Fate.EMPTY, _in_attempts(subject, table, counted))


def _in_attempts(subject: Subject, table: Table, which: Where) -> Where:
    column = table.c.id if table.name == "attempt" else table.c.attempt_id
    wanted = select(Attempt.id).where(Attempt.user_id.in_(subject.ids), which)
    if subject.attempts is not None:
        wanted = wanted.where(subject.attempts)
    return column.in_(wanted)


def _by_column(_session: Session, subject: Subject, table: Table) -> Where:
    return or_(*(table.c[name].in_(subject.ids) for name in TABLES[table.name].own))


def _tries(session: Session, subject: Subject, table: Table) -> Where:
    """Failed sign-ins of their names, and of their nicknames where these were typed in a class."""
    names = {(user.school_id, user.sign_in_name) for user in subject.users}
    places = (
        select(SchoolClass.school_id, SchoolClass.public_id, Membership.nickname)
        .join(Membership, Membership.class_id == SchoolClass.id)
        .where(Membership.user_id.in_(subject.ids), Membership.nickname.is_not(None))
    )
    former = (
        select(SchoolClass.school_id, SchoolClass.public_id, MergedStudent.nickname)
        .join(MergedStudent, MergedStudent.class_id == SchoolClass.id)
        .where(MergedStudent.former_id.in_(subject.ids), MergedStudent.nickname.is_not(None))
    )
    for wanted in (places, former):
        names |= {(school, normal_name(f"{place}/{nickname}")) for school, place, nickname in session.execute(wanted)}
    return tuple_(table.c.school_id, table.c.name).in_(sorted(names))


def _notices(_session: Session, subject: Subject, table: Table) -> Where:
    """What they were told, and what others were told of their wish to be erased."""
    asking = [asking_of(user.id) for user in subject.users]
    return table.c.user_id.in_(subject.ids) | table.c.subject.in_(asking)


def _reports(_session: Session, subject: Subject, table: Table) -> Where:
    return table.c.user_id.in_(subject.ids) | _in_attempts(subject, table, true())


def _signed(_session: Session, subject: Subject, table: Table) -> Where:
    """Versions that carry a teacher's name as the author's, whoever saved them."""
    names = [user.name for user in subject.users if user.role != Role.STUDENT]
    schools = {user.school_id for user in subject.users}
    items = select(Item.id).join(Bank, Bank.id == Item.bank_id).where(Bank.school_id.in_(schools))
    signed: Where = ItemVersion.content["author"].as_string().in_(names)
    return table.c.item_id.in_(items) & signed


_OWN: dict[str, Any] = {
    "sign_in_tries": _tries,
    "notice": _notices,
    "report": _reports,
    "item_version": _signed,
}
"""Tables whose rows are not found by their own columns alone."""

"""Verbs on what is kept of people: erase it, and ask for that."""

import datetime
import hashlib
from collections.abc import Collection, Iterable

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from quizapp.accounts import queries as accounts
from quizapp.accounts.models import User
from quizapp.attempts.models import SUBMITTED, Attempt, Purpose
from quizapp.core.policy import Role
from quizapp.notices.models import Kind
from quizapp.notices.service import tell
from quizapp.personal.emptying import carry_out, emptied
from quizapp.personal.models import Cause, Erasure
from quizapp.personal.plan import Subject, Where, asking_of, counts, steps, whole_person
from quizapp.personal.queries import asked_at

Counts = dict[str, dict[str, int]]


def key_of(user: User) -> str:
    """How the list of erasures knows an account: nobody finds the way back from it."""
    return hashlib.sha256(user.public_id.encode()).hexdigest()


def erase(session: Session, user: User, cause: Cause, now: datetime.datetime, *, by: int | None = None) -> Counts:
    """Erase a person, with every account that was made one with theirs; how many rows went, and were emptied.

    What counts for statistics stays, of nobody. There is no way back; who is erased already is left alone.
    """
    subject = whole_person(session, user)
    plan = steps(session, subject)
    told = counts(session, plan)
    marks = [(each.school_id, key_of(each), each.role) for each in subject.users if each.erased_at is None]
    carry_out(session, plan, now)
    known = set(session.scalars(select(Erasure.key)))
    session.add_all(
        Erasure(school_id=school, key=key, role=role, cause=cause.value, by_id=by, counts=told, at=now)
        for school, key, role in marks
        if key not in known
    )
    session.flush()  # what is erased next looks for its key
    return told


def detach(session: Session, user: User, attempts: Where, now: datetime.datetime) -> None:
    """Erase some attempts of a student who stays: those that count for statistics become nobody's."""
    carry_out(session, steps(session, Subject((user,), attempts)), now)
    kept = Attempt.user_id == user.id, Attempt.purpose == Purpose.GRADED.value, Attempt.state == SUBMITTED, attempts
    found = list(session.scalars(select(Attempt.id).where(*kept)))
    if found:
        nobody = User(school_id=user.school_id, role=Role.STUDENT.value, **emptied(Role.STUDENT, now))
        session.add(nobody)
        session.flush()  # its id is whose they are
        session.execute(update(Attempt).where(Attempt.id.in_(found)).values(user_id=nobody.id))


def ask(session: Session, user: User, now: datetime.datetime) -> None:
    """Tell the administrators of the school that somebody wants their data erased; once is enough."""
    if asked_at(session, user.id) is None:
        for admin in accounts.admins(session, user.school_id):
            about = {"stem": "", "lang": "", "person": user.public_id}
            tell(session, admin.id, Kind.ERASURE, about, now, subject=asking_of(user.id))


def erase_again(session: Session, keys: Collection[str], now: datetime.datetime) -> int:
    """Erase those whom a backup has brought back; how many accounts."""
    back = [user for user in session.scalars(select(User)) if user.erased_at is None and key_of(user) in keys]
    for user in back:
        if user.erased_at is None:  # not yet, with another account of the same person
            erase(session, user, Cause.RESTORED, now)
    return len(back)


def keys_of(session: Session) -> Iterable[str]:
    """Every erasure that this database knows of."""
    return session.scalars(select(Erasure.key)).all()

"""How rows that stay are emptied of whose they were."""

import datetime
import secrets
from collections.abc import Callable
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from quizapp.accounts.models import User
from quizapp.attempts.models import Attempt, Outcome, Response, Slot
from quizapp.attempts.queries import item_of, load_items
from quizapp.banks.models import ItemVersion
from quizapp.core.forgetting import day_of, without_words
from quizapp.core.policy import Role
from quizapp.db import public_id
from quizapp.personal.plan import Step
from quizapp.personal.tables import Fate

NAMES = {
    Role.STUDENT: "studente cancellato",
    Role.TEACHER: "docente cancellato",
    Role.ADMIN: "amministratore cancellato",
}
"""What an emptied account is called from then on."""
_AT_ONCE = 500


def carry_out(session: Session, plan: list[Step], now: datetime.datetime) -> None:
    """Delete and empty, step by step."""
    session.flush()
    for step in plan:
        if step.fate is Fate.DELETE:
            session.execute(delete(step.table).where(step.where))
        else:
            EMPTYING[step.table.name](session, step, now)
    session.expire_all()


def emptied(role: Role, now: datetime.datetime) -> dict[str, Any]:
    """The columns of an account that is nobody's."""
    return {
        "public_id": public_id(),
        "sign_in_name": f"!{secrets.token_hex(8)}",
        "name": NAMES[role],
        "password_hash": None,
        "active": False,
        "text_size": 0,
        "text_spacing": 0,
        "totp_nonce": None,
        "totp_step": None,
        "created_at": day_of(now),
        "erased_at": now,
    }


def _users(session: Session, step: Step, now: datetime.datetime) -> None:
    for user in session.execute(select(step.table.c.id, step.table.c.role).where(step.where)).all():
        values = emptied(Role(user.role), now)
        session.execute(update(User).where(User.id == user.id).values(values))


def _attempts(session: Session, step: Step, _now: datetime.datetime) -> None:
    for attempt in session.scalars(select(Attempt).where(step.where)):
        attempt.public_id = public_id()
        attempt.started_at, attempt.last_at = day_of(attempt.started_at), day_of(attempt.last_at)
        attempt.finished_at = attempt.finished_at and day_of(attempt.finished_at)
    session.flush()


def _responses(session: Session, step: Step, _now: datetime.datetime) -> None:
    same = (Slot.attempt_id == Response.attempt_id) & (Slot.position == Response.position)
    wanted = select(Response, Slot.item_version_id).join(Slot, same).where(step.where)
    for rows in _portions(session, wanted):
        load_items(session, {version for _response, version in rows})
        for response, version in rows:
            response.given = without_words(item_of(session, version).body, response.given)
            response.at = day_of(response.at)
        session.flush()


def _outcomes(session: Session, step: Step, _now: datetime.datetime) -> None:
    for rows in _portions(session, select(Outcome).where(step.where)):
        for (outcome,) in rows:
            outcome.at = day_of(outcome.at)
        session.flush()


def _versions(session: Session, step: Step, _now: datetime.datetime) -> None:
    for version in session.scalars(select(ItemVersion).where(step.where)):
        version.content = {**version.content, "author": None}
    session.flush()


def _portions(session: Session, wanted: Any) -> list[list[Any]]:
    rows = list(session.execute(wanted).all())
    return [rows[start : start + _AT_ONCE] for start in range(0, len(rows), _AT_ONCE)]


EMPTYING: dict[str, Callable[[Session, Step, datetime.datetime], None]] = {
    "response": _responses,
    "outcome": _outcomes,
    "attempt": _attempts,
    "item_version": _versions,
    "user": _users,
}
"""Every table whose rows may stay emptied."""

"""The log of administrative acts: who did what when to which account, without a word of what students do."""

import datetime
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session, aliased

from quizapp.accounts.models import AdminAct, User
from quizapp.accounts.queries import named_like

KEPT = datetime.timedelta(days=365)
"""How long an act is remembered."""
PAGE = 50


class Act(StrEnum):
    """What was done; `about` holds what is named in brackets."""

    SET_UP = "set up"
    PERSON_MADE = "person made"
    ACCOUNTS_MADE = "accounts made"
    """From a list: `count`."""
    PASSWORD = "new password"  # noqa: S105 - the name of an act
    BARRED = "barred"
    ADMITTED = "admitted"
    CODES_OFF = "codes off"
    CODES_RULE = "codes rule"
    """Whether administrators must have codes: `on`."""
    SIGNED_OUT = "signed out"
    """`count` sessions."""
    HANDED_OUT = "handed out"
    ERASED = "erased"
    KEEPING = "keeping"
    """How long data are kept: `on`, `days`."""
    BACKUP = "backup"
    RESTORED = "restored"


@dataclass(frozen=True, slots=True)
class Wish:
    """Which acts are looked for; an empty one asks for all."""

    who: str = ""
    """Part of the name or sign-in name of who did it or whose account it was."""
    act: Act | None = None
    since: datetime.datetime | None = None
    before: datetime.datetime | None = None


def note(
    session: Session,
    school_id: int,
    act: Act,
    now: datetime.datetime,
    *,
    by: int | None,
    subject: int | None = None,
    **about: int | bool,
) -> None:
    """Remember an act, in the transaction that does it."""
    made = AdminAct(school_id=school_id, by_id=by, act=act.value, subject_id=subject, about=about or None, at=now)
    session.add(made)


def forget(session: Session, now: datetime.datetime) -> None:
    """Delete what is older than `KEPT`."""
    session.execute(delete(AdminAct).where(AdminAct.at < now - KEPT))


def found(session: Session, school_id: int, wish: Wish, page: int) -> tuple[list[Any], int]:
    """A page (from 1) of acts, newest first, each with the accounts of who did it and whose it was; and how many."""
    by, subject = aliased(User), aliased(User)
    wanted = (
        select(AdminAct, by.name.label("by_name"), subject.name.label("subject_name"))
        .outerjoin(by, by.id == AdminAct.by_id)
        .outerjoin(subject, subject.id == AdminAct.subject_id)
        .where(AdminAct.school_id == school_id)
    )
    wanted = _narrowed(wanted, wish, (by, subject))
    count = session.scalar(select(func.count()).select_from(wanted.subquery())) or 0
    newest = wanted.order_by(AdminAct.at.desc(), AdminAct.id.desc())
    return list(session.execute(newest.limit(PAGE).offset(PAGE * (page - 1)))), count


def _narrowed(wanted: Any, wish: Wish, people: tuple[Any, Any]) -> Any:
    if wish.who:
        wanted = wanted.where(named_like(wish.who, *people))
    if wish.act is not None:
        wanted = wanted.where(AdminAct.act == wish.act.value)
    if wish.since is not None:
        wanted = wanted.where(AdminAct.at >= wish.since)
    if wish.before is not None:
        wanted = wanted.where(AdminAct.at < wish.before)
    return wanted

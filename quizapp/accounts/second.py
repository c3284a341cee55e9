"""Verbs on the second factor: codes of a device, and the codes for whoever has lost it."""

import datetime
import secrets
from collections.abc import Sequence

from sqlalchemy import CursorResult, delete, or_, select, update
from sqlalchemy.orm import Session

from quizapp.accounts.models import RecoveryCode, Setting, User
from quizapp.accounts.passwords import hash_password, verify_password
from quizapp.core.codes import make_code, normal_code
from quizapp.core.totp import accepted, secret_of

MOST_CODES, CODE_LENGTH = 10, 10
_REQUIRED = "codes for admins {school}"


def new_nonce() -> str:
    """What the secret of a person is made of."""
    return secrets.token_hex(16)


def new_codes() -> tuple[list[str], list[str]]:
    """Ten codes for the loss of the device, and their hashes: to be made without a lock."""
    made = [make_code(CODE_LENGTH) for _ in range(MOST_CODES)]
    return made, [hash_password(code) for code in made]


def switch_on(session: Session, user_id: int, nonce: str, step: int, hashes: Sequence[str]) -> None:
    """Ask this person for codes from now on; that of `step` has been used to show that the device works."""
    user = session.get_one(User, user_id)
    user.totp_nonce, user.totp_step = nonce, step
    renew(session, user_id, hashes)


def renew(session: Session, user_id: int, hashes: Sequence[str]) -> None:
    """Other codes for the loss of the device; the former ones are worth nothing."""
    session.execute(delete(RecoveryCode).where(RecoveryCode.user_id == user_id))
    session.add_all(RecoveryCode(user_id=user_id, code_hash=each) for each in hashes)


def switch_off(session: Session, user: User) -> None:
    """Ask this person for no code any more."""
    user.totp_nonce = user.totp_step = None
    renew(session, user.id, ())


def step_typed(user: User, key: str, typed: str, now: datetime.datetime) -> int | None:
    """The step whose code of the person's device was typed; None for another, or one that was used."""
    if user.totp_nonce is None:
        return None
    return accepted(secret_of(key, user.totp_nonce), typed, now, user.totp_step)


def use_step(session: Session, user_id: int, step: int) -> bool:
    """Use the code of a step, of which there is one use; False where somebody was faster."""
    unused = or_(User.totp_step.is_(None), User.totp_step < step)
    return _one(session, update(User).where(User.id == user_id, unused).values(totp_step=step))


def recovery_typed(session: Session, user_id: int, typed: str) -> int | None:
    """The id of the code for the loss of the device that was typed; hashes a while, so outside of any lock."""
    code = normal_code(typed)
    if len(code) != CODE_LENGTH:
        return None
    rows = session.scalars(select(RecoveryCode).where(RecoveryCode.user_id == user_id).order_by(RecoveryCode.id))
    return next((row.id for row in rows if verify_password(row.code_hash, code)), None)


def use_recovery(session: Session, code_id: int) -> bool:
    """Use such a code, of which there is one use; False where somebody was faster."""
    return _one(session, delete(RecoveryCode).where(RecoveryCode.id == code_id))


def left(session: Session, user_id: int) -> int:
    """How many codes for the loss of the device a person has not used."""
    return len(session.scalars(select(RecoveryCode.id).where(RecoveryCode.user_id == user_id)).all())


def admins_need_codes(session: Session, school_id: int) -> bool:
    """Whether the administrators of a school must have codes."""
    return session.scalar(select(Setting.value).where(Setting.key == _REQUIRED.format(school=school_id))) == "on"


def set_admins_need_codes(session: Session, school_id: int, *, on: bool) -> None:
    """Decide it."""
    session.merge(Setting(key=_REQUIRED.format(school=school_id), value="on" if on else "off"))


def _one(session: Session, change: object) -> bool:
    done = session.execute(change)  # type: ignore[call-overload] # an update or a delete
    return isinstance(done, CursorResult) and done.rowcount == 1

"""Slowing down who guesses: an account is tried in vain a few times at one place, a few times more at all others.

A browser in which the account has signed in before is a place of its own, which nobody else's failures slow down.
Others are known by their address, which only this process remembers; what an account is tried at all of those is
counted in the database, for every process. No count is of an address alone: a class behind one address signs in.
"""

import hmac
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

from flask import request, session
from sqlalchemy.orm import Session

from quizapp.accounts import queries, service
from quizapp.accounts.models import User
from quizapp.accounts.passwords import hash_password, is_outdated
from quizapp.web import database
from quizapp.web.clock import now
from quizapp.web.guesses import Place, guesses
from quizapp.web.settings import free_tries, secret_key

KNOWN = "known"
"""What the cookie calls the accounts that signed in here: a mark of each, which tells nothing, and a random name."""
PLACES = 3
"""How many unknown places may use up their free tries before all of those wait."""
CODES = 200
"""How many codes that open nothing an address may try within the window: more than a whole school mistypes."""
_CODE = "code"
_MOST_KNOWN = 6
_MARK = 12
Found = TypeVar("Found")


def check_password(school_id: int, name: str, password: str) -> User | None:
    """The person when name and password fit, otherwise a failure is counted; hashes without a lock, and anew what was
    hashed as it would not be today.

    Raises TooManyTriesError.
    """
    known = queries.by_sign_in_name(database.session(), school_id, name)
    with trying(school_id, name, known) as attempt:
        user = service.check_password(known, password)
        attempt.failed = user is None
    if user is not None and user.password_hash and is_outdated(user.password_hash):
        hashed = hash_password(password)
        with database.writing() as write:
            write.get_one(User, user.id).password_hash = hashed
    return user


@dataclass(slots=True)
class Attempt:
    """A try under way, which counts as failed until it is known not to be."""

    failed: bool = True


@contextmanager
def trying(school_id: int, name: str, user: User | None, *, places: int = PLACES) -> Iterator[Attempt]:
    """Count a try of an account here, before it takes its time; one that did not fail is given back at the end.

    Raises TooManyTriesError where this place, or `places` unknown ones, have used up their free tries.
    """
    place, account = _place(user), _account(school_id, name, user)
    if not guesses().take(account, place, most=free_tries(), now=now(), since=now() - service.WINDOW):
        raise service.TooManyTriesError
    attempt, under_way = Attempt(), guesses().begin(account)
    try:
        if not place.known and _failures(school_id, name) + under_way > places * free_tries():
            attempt.failed = False
            raise service.TooManyTriesError
        yield attempt
        if attempt.failed and not place.known and school_id:
            with database.writing() as write:
                service.note_failure(write, school_id, name, now())
    finally:
        guesses().end(account)
        if not attempt.failed:
            guesses().give_back(account, place)


def _failures(school_id: int, name: str) -> int:
    database.session().rollback()  # what others have counted meanwhile counts
    return service.failures(database.session(), school_id, name, now())


def begin_anew(write: Session, user: User, *, shared: bool) -> None:
    """Whoever has signed in is slowed down by nothing; but on a shared computer, the browser is known from now on."""
    place = _place(user)
    guesses().forget(_account(user.school_id, user.sign_in_name, user), place)
    if not place.known:
        service.forget_failures(write, user)
        if not shared:
            _know(user)


def by_code(find: Callable[[], Found | None]) -> Found | None:
    """What a code on a board leads to. Raises TooManyTriesError where too many led nowhere from this address."""
    place, since = Place(request.remote_addr or "", known=False), now() - service.WINDOW
    if not guesses().take(_CODE, place, most=CODES, now=now(), since=since):
        raise service.TooManyTriesError
    found = find()
    if found is not None:
        guesses().give_back(_CODE, place)
    return found


def _account(school_id: int, name: str, user: User | None) -> str:
    """Another password makes another account of it."""
    return f"{school_id}\n{queries.normal_name(name)}\n{user.password_hash if user else ''}"


def _place(user: User | None) -> Place:
    """The address is that of the connection: what a request says of who forwarded it counts for nothing."""
    name = session.get(KNOWN, {}).get(_mark(user)) if user is not None else None
    return Place(str(name), known=True) if name else Place(request.remote_addr or "", known=False)


def _know(user: User) -> None:
    kept = list(session.get(KNOWN, {}).items())[1 - _MOST_KNOWN :]
    session[KNOWN] = {**dict(kept), _mark(user): secrets.token_urlsafe(9)}


def _mark(user: User) -> str:
    return hmac.new(secret_key().encode(), f"known|{user.public_id}".encode(), "sha256").hexdigest()[:_MARK]

"""Reports read from a copy of the database that follows it, where there is one."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from typing import ParamSpec, TypeVar

from flask import Flask, current_app, g
from flask import session as cookie
from sqlalchemy import Engine, text
from sqlalchemy.orm import Session
from werkzeug.exceptions import NotFound

from quizapp import db
from quizapp.obstacles import ERRORS

P = ParamSpec("P")
R = TypeVar("R")
LATEST_S = 10
"""How far it may be behind."""
PAUSE_S = 30.0
"""How long one that failed is not asked."""
_FOLLOWS = text(
    "SELECT NOT pg_is_in_recovery() OR EXISTS (SELECT FROM pg_stat_wal_receiver) AND"
    " (pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn()"
    " OR now() - pg_last_xact_replay_timestamp() < make_interval(secs => :latest))"
)


@dataclass
class Replica:
    """The copy, and until when, in seconds of the monotonic clock, it is left alone."""

    engine: Engine
    not_before: float = 0.0


def init_app(app: Flask) -> None:
    """Make its engine, where `QUIZAPP_REPORTS_DATABASE_URL` names one."""
    url = app.config.get("REPORTS_DATABASE_URL")
    app.extensions["replica"] = Replica(db.make_engine(url)) if url else None


def from_replica(view: Callable[P, R]) -> Callable[P, R]:
    """Declare a report: who asks is known from the database itself, what is shown is read from the copy.

    From the database itself where the copy fails, is cut off or late, and for whoever has just been told that something
    was done: its outcome must be seen. The view must change nothing.
    """

    @wraps(view)
    def read(*args: P.args, **kwargs: P.kwargs) -> R:
        replica: Replica | None = current_app.extensions["replica"]
        if replica is None or "_flashes" in cookie or time.monotonic() < replica.not_before:
            return view(*args, **kwargs)
        try:
            with db.make_session(replica.engine) as copy:
                if _follows(copy):
                    with _instead(copy):
                        return view(*args, **kwargs)
        except NotFound:  # perhaps not there yet
            return view(*args, **kwargs)
        except ERRORS:
            pass
        replica.not_before = time.monotonic() + PAUSE_S
        return view(*args, **kwargs)

    return read


def _follows(copy: Session) -> bool:
    return copy.get_bind().dialect.name != "postgresql" or bool(copy.scalar(_FOLLOWS, {"latest": LATEST_S}))


@contextmanager
def _instead(copy: Session) -> Iterator[None]:
    own = g.get("session")
    g.session = copy
    try:
        yield
    finally:
        if own is None:
            g.pop("session")
        else:
            g.session = own

"""One database session per request, closed at its end; changes through `writing()`."""

from contextlib import AbstractContextManager

from flask import Flask, current_app, g
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from quizapp import db
from quizapp.obstacles import passing_over


def init_app(app: Flask) -> None:
    """Make the engine and close the session after each request."""
    app.extensions["engine"] = db.make_engine(app.config["DATABASE_URL"])
    app.teardown_appcontext(_close)


def engine() -> Engine:
    """The application's engine."""
    found: Engine = current_app.extensions["engine"]
    return found


def session() -> Session:
    """The session of this request; it reads."""
    own = g._get_current_object()  # noqa: SLF001 - documented
    found: Session | None = own.get("session")
    if found is None:
        found = own.session = db.make_session(engine())
    return found


def writing(only: str | None = None) -> AbstractContextManager[Session]:
    """One write transaction of this request: commits at the end of the block.

    On PostgreSQL it waits for everybody who writes, or with `only` for those who write the same thing.
    """
    return db.writing(session(), only)


def writing_if_free() -> AbstractContextManager[Session | None]:
    """As `writing`, or None at once while somebody else writes."""
    return db.writing_if_free(session())


def _close(_error: BaseException | None) -> None:
    """The answer is made by now: a connection that broke after the last reading takes nothing from it."""
    if "session" in g:
        with passing_over():
            g.pop("session").close()

"""Every table of every room, and the migrations that make them."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text

import quizapp.accounts.models
import quizapp.analysis.models
import quizapp.articles.models
import quizapp.attempts.models
import quizapp.banks.models
import quizapp.bench.models
import quizapp.classes.models
import quizapp.doubles.models
import quizapp.exchange.models
import quizapp.jobs.models
import quizapp.notices.models
import quizapp.personal.models
import quizapp.quizzes.models
import quizapp.reports.models  # noqa: F401 - importing registers the tables
from quizapp.analysis.models import TRIGGERS
from quizapp.db import Model, apart_from_writers
from quizapp.obstacles import ERRORS, LockedError, Obstacle, obstacle

TABLES = Model.metadata.tables
VERSION_TABLE = "alembic_version"
_TURN = text("SELECT pg_advisory_xact_lock(20240304)")
"""Several servers that start at once on one PostgreSQL bring it up to date one after another."""
_BRIEFLY = text("SET LOCAL lock_timeout = 300")
"""Milliseconds for which a migration waits for a table that somebody reads: whoever comes next stands behind it, and of
two that wait for each other PostgreSQL ends one after a second."""
_PATIENCE_S, _PAUSE_S = 60.0, 0.5
"""How long a migration that gave way begins anew, and how long everybody else has in between."""
_INDEXES_OF_WORDS = ("item_words", "ix_item_listing_words")
"""The full-text table of SQLite, with those it keeps for itself, and the index of PostgreSQL: made by a migration."""
_SCRIPTS = Path(__file__).resolve().parent / "migrations"


def upgrade(engine: Engine, revision: str = "head") -> None:
    """Bring the schema up to a revision; on PostgreSQL while others go on. Raises LockedError where they leave it no
    moment within a minute."""
    _between_others(engine, lambda connection: upgrade_on(connection, revision))


def upgrade_on(connection: Connection, revision: str) -> None:
    """Bring the schema up to a revision, in the transaction that `rebuilding` began."""
    command.upgrade(_config(connection), revision)


def downgrade(engine: Engine, revision: str) -> None:
    """Take the schema back to a revision, as `upgrade`."""
    _between_others(engine, lambda connection: command.downgrade(_config(connection), revision))


def _between_others(engine: Engine, change: Callable[[Connection], None]) -> None:
    """Whoever is in the way is never ended for it: the change gives way as a whole, and is begun anew."""
    until = time.monotonic() + _PATIENCE_S
    while True:
        try:
            with rebuilding(engine) as connection:
                if engine.dialect.name == "postgresql":
                    connection.execute(_BRIEFLY)
                return change(connection)
        except ERRORS as error:
            if obstacle(error) is not Obstacle.LOCKED:
                raise
            if time.monotonic() > until:
                raise LockedError from error
        time.sleep(_PAUSE_S)


def new_revision(engine: Engine, message: str) -> None:
    """Write a migration from the difference between models and schema (maintainers)."""
    with rebuilding(engine) as connection:
        command.revision(_config(connection), message, autogenerate=True)


def drift(engine: Engine) -> list[object]:
    """How the schema differs from the models; empty when it does not."""
    with engine.connect() as connection:
        opts = {"compare_type": True, "include_name": ours}
        context = MigrationContext.configure(connection, opts=opts)
        return [*compare_metadata(context, Model.metadata), *_lost_triggers(connection)]


def _lost_triggers(connection: Connection) -> list[object]:
    """As a difference each: on SQLite a table that is rebuilt loses its triggers, and nothing else would say so."""
    sqlite = connection.dialect.name == "sqlite"
    known = "SELECT name FROM sqlite_master WHERE type = 'trigger'" if sqlite else "SELECT tgname FROM pg_trigger"
    return [("add_trigger", name) for name in sorted(TRIGGERS - set(connection.scalars(text(known))))]


def revision_of(connection: Connection) -> str | None:
    """The revision that a database is at; None where it has no schema."""
    return MigrationContext.configure(connection).get_current_revision()


def newest() -> str | None:
    """The newest revision there is a migration for."""
    return _scripts().get_current_head()


def knows(revision: str) -> bool:
    """Whether there is a migration of this name."""
    return revision in {script.revision for script in _scripts().walk_revisions()}


def _scripts() -> ScriptDirectory:
    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS))
    return ScriptDirectory.from_config(config)


def ours(name: str | None, _kind: str, _parents: object) -> bool:
    """Whether the models know of what is found under this name in the database."""
    return not str(name).startswith(_INDEXES_OF_WORDS)


@contextmanager
def rebuilding(engine: Engine) -> Iterator[Connection]:
    """A connection in one transaction; on SQLite without foreign keys, since a rebuilt table drops its children, on
    PostgreSQL while nobody writes: an answer takes its tables in an order of its own."""
    sqlite = engine.dialect.name == "sqlite"
    with engine.connect() as connection:
        if sqlite:
            connection.connection.cursor().execute("PRAGMA foreign_keys=OFF")
        try:
            with connection.begin():
                if not sqlite:
                    connection.execute(_TURN)
                    apart_from_writers(connection)
                yield connection
                if sqlite and connection.execute(text("PRAGMA foreign_key_check")).first():
                    raise RuntimeError("a migration left rows without their parents")
        finally:  # also where it failed: the pool lends this connection to the next
            if sqlite:
                connection.connection.cursor().execute("PRAGMA foreign_keys=ON")


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS))
    config.attributes["connection"] = connection
    return config

"""A database with the schema, which is gone again afterwards."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine

from quizapp import schema


@contextmanager
def migrated(engine: Engine) -> Iterator[Engine]:
    """An engine whose database has the schema as long as the block lasts."""
    schema.upgrade(engine)
    yield engine
    schema.downgrade(engine, "base")
    engine.dispose()

"""A database with the schema, which is gone again afterwards."""

from collections.abc import Iterator
from contextlib import contextmanager

from flask import Flask
from sqlalchemy import Engine

from quizapp import create_app, schema


@contextmanager
def migrated(engine: Engine) -> Iterator[Engine]:
    """An engine whose database has the schema as long as the block lasts."""
    schema.upgrade(engine)
    yield engine
    schema.downgrade(engine, "base")
    engine.dispose()


@contextmanager
def served_on(url, folder) -> Iterator[Flask]:
    """The application over a database of its own."""
    made = create_app(TESTING=True, DATABASE_URL=url, DATA_DIR=folder, SECRET_KEY="test", WTF_CSRF_ENABLED=False)
    with migrated(made.extensions["engine"]):
        yield made

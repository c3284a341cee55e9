"""Databases of the PostgreSQL that the storage tests run."""

from contextlib import closing
from itertools import count

import psycopg
from sqlalchemy.engine import make_url

NUMBERS = count(1)


def command(url, *words):
    """Run commands, each outside any transaction."""
    with closing(psycopg.connect(url, autocommit=True)) as connection:
        for each in words:
            connection.execute(each)


def beside(postgres, name):
    """The address of another database of the same server."""
    return make_url(postgres).set(database=name).render_as_string(hide_password=False)


def copied(postgres, name, template):
    """A database made as a copy of another; its address."""
    command(postgres, f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY")
    return beside(postgres, name)

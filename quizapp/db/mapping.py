"""The mapping base, column types, and ids for URLs."""

import datetime
import secrets
from fractions import Fraction
from functools import lru_cache
from typing import Any, ClassVar

from sqlalchemy import DateTime, Integer, MetaData, String
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.types import JSON, TypeDecorator

_ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789"


class UtcDateTime(TypeDecorator[datetime.datetime]):
    """An aware moment, kept in UTC; naive ones are refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime.datetime | None, dialect: Dialect) -> datetime.datetime | None:
        """To UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a naive datetime cannot be stored")
        value = value.astimezone(datetime.UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime.datetime | None, dialect: Dialect) -> datetime.datetime | None:
        """Back to an aware moment."""
        if value is None:
            return None
        return value.replace(tzinfo=datetime.UTC) if value.tzinfo is None else value.astimezone(datetime.UTC)


@lru_cache(maxsize=4096)
def exact(written: str) -> Fraction:
    """A fraction from the text in which it is kept."""
    return Fraction(written)


class Exact(TypeDecorator[Fraction]):
    """An exact fraction, kept as text like `1/3`."""

    impl = String(60)
    cache_ok = True

    def process_bind_param(self, value: Fraction | None, dialect: Dialect) -> str | None:
        """To text."""
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Fraction | None:
        """Back to a fraction."""
        return None if value is None else exact(value)


class Model(DeclarativeBase):
    """Base of every table; all constraints have names."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        datetime.datetime: UtcDateTime(),
        Fraction: Exact(),
        dict[str, Any]: JSON(),
        list[Any]: JSON(),
        int: Integer(),
    }


def public_id() -> str:
    """A random id for URLs: 16 characters, 80 bits, no secret."""
    return id_from(secrets.token_bytes(16))


def id_from(random: bytes) -> str:
    """The id for URLs that at least 16 bytes make, as random as they are."""
    return "".join(_ALPHABET[byte % len(_ALPHABET)] for byte in random[:16])

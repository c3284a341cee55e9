"""Giulia at her desk, on a clock that stands."""

from tests.desk import giulia

__all__ = ["giulia"]

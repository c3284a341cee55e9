"""Giulia at her desk, on a clock that stands."""

from tests.desk import clock, giulia

__all__ = ["clock", "giulia"]

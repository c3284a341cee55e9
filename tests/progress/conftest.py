"""What the tests of this room share."""

from tests.desk import ada, clock, giulia

__all__ = ["ada", "clock", "giulia"]

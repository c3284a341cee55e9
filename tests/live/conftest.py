"""What the tests of a class at work share."""

from tests.desk import ada, bound, giulia

__all__ = ["ada", "bound", "giulia"]

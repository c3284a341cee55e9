"""What the tests of this room share."""

from tests.desk import ada, giulia

__all__ = ["ada", "giulia"]

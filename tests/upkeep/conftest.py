"""What the tests of this room share."""

import pytest

from tests.desk import ada, giulia
from tests.upkeep.shelf import sign_in_again

__all__ = ["ada", "giulia", "later"]


@pytest.fixture
def later(clock, session, town, giulia, ada):
    """Put the clock so much after the beginning; Giulia and Ada have signed in again."""

    def move(passed):
        sign_in_again(clock, session, passed, {town.giulia: giulia, town.ada: ada})

    return move

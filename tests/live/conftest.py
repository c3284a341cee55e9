"""A student and the teacher of the class, at a moment that stands still."""

import pytest
import time_machine

from tests.build import NOW, signed_in


@pytest.fixture
def clock():
    with time_machine.travel(NOW, tick=False) as found:
        yield found


@pytest.fixture
def ada(app, town, clock):
    return signed_in(app, town.ada)


@pytest.fixture
def giulia(app, town, clock):
    return signed_in(app, town.giulia)

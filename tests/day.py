"""The day on which every test runs, whenever that is: what has a date of its own is never early and never late."""

import datetime
import time
from collections.abc import Generator
from pathlib import Path

import pytest
import time_machine

from tests.build import NOW

BROWSERS = Path(__file__).parent / "browser"
_BEGUN = time.monotonic()


def keeps_its_own_time(test: pytest.Item) -> bool:
    """Whether real browsers take part, which judge by the machine's clock how long a cookie lasts."""
    return test.path.parent == BROWSERS


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Let a test and the fixtures made for it be of the day of the tests, on which the time passes as it does."""
    if keeps_its_own_time(item):
        return (yield)
    with time_machine.travel(NOW + datetime.timedelta(seconds=time.monotonic() - _BEGUN)):
        return (yield)

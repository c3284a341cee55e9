"""A thousand items through each format and back, in one file."""

import pytest

from tests.formats.crowd import TYPES, differing

COUNT = 1000
SLOW = {"bank"}
"""Read with every place in it, ten times as long as the others: by the drill."""


@pytest.mark.parametrize("name", sorted(set(TYPES) - SLOW))
def test_a_thousand_items_come_back_as_they_were_written(name):
    compared, wrong = differing(name, COUNT, name)
    assert wrong[:1] == []
    assert compared > COUNT // 2

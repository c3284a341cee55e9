"""The registry: every type under its name, with its page."""

import re
from pathlib import Path

from quizapp.core.types import TYPES

PAGES = Path(__file__).parents[3] / "templates" / "items"


def test_every_type_stands_under_its_own_name():
    assert {name: body.type for name, body in TYPES.items()} == {name: name for name in TYPES}
    assert len(TYPES) == 9


def test_every_type_has_its_page_with_both_macros():
    for name in TYPES:
        page = (PAGES / f"{name}.html").read_text(encoding="utf-8")
        assert {"ask", "told"} <= set(re.findall(r"{% macro (\w+)\(", page)), name

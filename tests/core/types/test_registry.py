"""The registry: every type under its name, and pages for those that are asked in a browser."""

import re
from pathlib import Path

from quizapp.core.types import ON_PAGES, TYPES

PAGES = Path(__file__).parents[3] / "templates" / "items"


def test_every_type_stands_under_its_own_name():
    assert {name: body.type for name, body in TYPES.items()} == {name: name for name in TYPES}
    assert len(TYPES) == 9


def test_a_type_is_asked_in_a_browser_exactly_where_it_has_its_page():
    table = re.search(r"{% set types = {(.*?)} %}", (PAGES / "types.html").read_text(encoding="utf-8"))[1]
    assert set(re.findall(r"'(\w+)':", table)) == ON_PAGES <= set(TYPES)
    assert {name for name in TYPES if (PAGES / f"{name}.html").exists()} == ON_PAGES

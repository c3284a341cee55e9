"""The dark colours stand twice, once by the system's wish and once by the reader's: they are the same."""

import re
from pathlib import Path

SHEET = Path("static/css/app.css")


def test_both_dark_blocks_hold_the_same_colours():
    css = SHEET.read_text(encoding="utf-8")
    blocks = [re.search(rf"/\*{name}\*/[^{{]*\{{(?P<tokens>[^}}]*)\}}", css) for name in ("DARK", "DARK-FORCED")]
    wished, forced = (block["tokens"].split() for block in blocks if block)
    assert len(wished) > 20
    assert wished == forced

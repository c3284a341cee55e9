"""What a filter is called where nothing is left under it."""

import re

import pytest

from tests.build import signed_in


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        ("shelf=school", "Dei colleghi (0)"),
        ("status=retired", "Ritirata (0)"),
        ("type=cloze", "Testo con lacune (0)"),
        ("kind=opinion", "Opinione (0)"),
        ("lang=en", "inglese (0)"),
        ("status=zzz", "zzz (0)"),
        ("kind=zzz", "zzz (0)"),
        ("author=zzz", "– (0)"),
    ],
)
def test_a_filter_that_leaves_nothing_is_named_in_the_readers_words(app, town, clock, asked, named):
    page = signed_in(app, town.giulia).get(f"/items?{asked}", headers={"Accept-Language": "it"})
    assert page.status_code == 200
    assert named in re.findall(r"<option [^>]*selected>([^<]*)</option>", page.text)

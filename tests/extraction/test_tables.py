"""The tables are what their lists give, small and licensed."""

import pytest

from quizapp.extraction.places import countries
from tools.build_tables import LANGUAGES, TABLES, built


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_countries_are_built_from_their_list(lang):
    assert (TABLES / f"countries-{lang}.json").read_text(encoding="utf-8") == built(lang)


def test_both_languages_know_the_same_countries():
    assert set(countries("it")) == set(countries("en"))


def test_the_tables_are_small_and_say_whose_they_are():
    files = [file for file in TABLES.iterdir() if file.suffix in {".json", ".txt"}]
    assert sum(file.stat().st_size for file in files) < 1_000_000
    notice = (TABLES / "NOTICE").read_text(encoding="utf-8")
    assert all(file.name in notice for file in files)

"""What makes a pattern cheap changes nothing of what it finds."""

import re

import pytest

from quizapp.extraction.cues import LANGUAGES, cues
from quizapp.extraction.patterns import alternatives, said_in, whole
from quizapp.extraction.verifying.wording import _ARTICLES, _RESIDUE

TEXT = "La Guinea equatoriale e la Guinea-Bissau; Guinea, Guineas, preGuinea, Guinea_ Guinea. Mali (Mali) Mal"


@pytest.mark.parametrize("said", ["Guinea", "Mali", "Mal", "Guinea equatoriale", "Congo", "a"])
def test_whole_words_are_found_where_the_pattern_finds_them(said):
    expected = [match.start() for match in re.finditer(rf"(?<![\w-]){re.escape(said)}(?![\w-])", TEXT)]
    assert list(whole(said, TEXT)) == expected


def test_a_word_that_goes_on_hides_none_that_starts_within_it():
    assert list(whole("a a", "ba a a a")) == [3]


def test_of_two_words_the_one_named_first_is_taken_as_before():
    words = ["Guinea equatoriale", "Guinea-Bissau", "Guinea", "Mali", "Mal", "Gambia"]
    plain, branched = ("|".join(map(re.escape, words)), alternatives(words))
    assert branched != plain
    assert re.findall(rf"\b(?:{branched})", TEXT) == re.findall(rf"\b(?:{plain})", TEXT)
    assert re.findall(alternatives(["Mal", "Mali"]), TEXT) == ["Mal"] * 3


@pytest.mark.parametrize("lang", LANGUAGES)
def test_patterns_that_are_looked_for_in_small_letters_are_written_in_them(lang):
    for pattern in (cues(lang).harm, cues(lang).loaded, _ARTICLES, _RESIDUE):
        written = re.sub(r"\\.", "", pattern.pattern)
        assert pattern.flags & re.IGNORECASE
        assert written == written.lower()


@pytest.mark.parametrize("text", ["Un REGIME spietato", "un regime", "regimental", "Regimen", ""])
def test_what_ignores_case_is_found_as_before(text):
    pattern = re.compile(r"\b(?:regime|spietat\w+)\b", re.IGNORECASE)
    assert said_in(pattern, text) is bool(pattern.search(text))

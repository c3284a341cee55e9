"""What makes a pattern cheap changes nothing of what it finds."""

import re

import pytest

from quizapp.extraction.patterns import alternatives, whole

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

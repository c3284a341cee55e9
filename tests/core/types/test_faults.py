"""Texts that are empty, doubled or nearly so, however many there are."""

from quizapp.core.types import faults
from quizapp.core.types.faults import faults_of_texts


def at(*texts):
    return [(("options", place, "text"), text) for place, text in enumerate(texts)]


def test_each_text_is_told_once_with_the_first_that_is_like_it():
    found = faults_of_texts(at("Città", "citta", "Città", " ", "CITTÀ", "altro"))
    assert [(each.code, each.path[1], each.values.get("other")) for each in found] == [
        ("spelling-only", 1, "Città"),
        ("option-doubled", 2, None),
        ("option-empty", 3, None),
        ("spelling-only", 4, "Città"),
    ]


def test_texts_without_a_letter_are_alike_only_if_they_are_the_same():
    assert [each.code for each in faults_of_texts(at("?", "!", "?"))] == ["option-doubled"]


def test_of_thousands_each_is_looked_at_once(monkeypatch):
    looked = []
    monkeypatch.setattr(faults, "fold", lambda text, _match: looked.append(text) or text)
    faults_of_texts(at(*map(str, range(3000))))
    assert len(looked) == 3000

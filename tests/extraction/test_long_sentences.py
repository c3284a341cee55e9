"""A sentence that says one thing again and again costs as many steps as it has words, not as many times as many."""

import sys

import pytest

from quizapp.extraction import facts, quantities
from quizapp.extraction.draft import Context
from quizapp.extraction.families import lands, offices
from tests.extraction.make import drafted

_ROUND = (
    "Il governo ha approvato la legge a Roma il 3 marzo 2024. La legge costerà {} dei fondi alle scuole. "
    "La Francia ha respinto la proposta nel 2023."
)


class Watched:
    """A pattern that notes over how many characters it is looked for."""

    def __init__(self, pattern, seen):
        self.pattern, self.seen = pattern, seen

    def search(self, text, start=0, end=None):
        self.seen.append((len(text) if end is None else end) - start)
        return self.pattern.search(text, *(start,) if end is None else (start, end))

    def finditer(self, text, start=0, end=None):
        self.seen.append((len(text) if end is None else end) - start)
        return self.pattern.finditer(text, *(start,) if end is None else (start, end))


def calls(text):
    """How many functions, of Python or of C, drafting a text calls."""
    count = 0

    def noted(_frame, event, _argument):
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(noted)
    try:
        drafted(text, title="La legge sulle scuole")
    finally:
        sys.setprofile(None)
    return count


@pytest.fixture(scope="module", autouse=True)
def _tables():
    drafted(_ROUND.format("il 5 per cento, dal 10 al 12 maggio, per Mario Rossi, perché"))


@pytest.mark.parametrize(
    "said", ["il 5 per cento", "dal 10 al 12 maggio", "Mario Rossi,", "perché", "1 200 euro", "«no»,"], ids=str
)
def test_twice_as_many_words_are_about_twice_as_many_steps(said):
    few, many = (calls(_ROUND.format(" ".join([said] * times))) for times in (200, 400))
    assert many < 2.3 * few


@pytest.mark.parametrize("name", ["_NAME_BEFORE", "_CAPITAL_BEFORE", "_AFTER_BOUND", "_MONEY_BEFORE"])
def test_what_stands_before_a_number_is_looked_for_near_it(name, monkeypatch):
    seen = []
    quantities.dates.cache_clear()
    monkeypatch.setattr(quantities, name, Watched(getattr(quantities, name), seen))
    drafted(_ROUND.format(" ".join(["il 5 per cento e 3 miliardi dal 10 al 12 maggio"] * 100)))
    assert len(seen) >= 100
    assert max(seen) <= 100


def test_a_number_far_into_a_sentence_has_the_bound_that_stands_before_it():
    text = _ROUND.format(" ".join(["il 5 per cento"] * 100) + " e almeno 30 milioni di euro")
    found = {each.text: each.bound for fact in drafted(text).context.facts for each in fact.quantities}
    assert found["30"] == "lower"


def test_an_office_is_looked_for_near_the_name(monkeypatch):
    seen = []
    monkeypatch.setattr(offices, "_TOKEN", Watched(offices._TOKEN, seen))
    drafted(_ROUND.format(" ".join(["il ministro Mario Rossi,"] * 100)))
    assert len(seen) >= 100
    assert max(seen) <= 400


def test_a_sentence_that_stays_too_long_is_not_looked_through_at_each_of_its_clauses(monkeypatch):
    looked = []
    whole = facts._whole
    monkeypatch.setattr(facts, "_whole", lambda kept, *more: looked.append(kept) or whole(kept, *more))
    drafted(_ROUND.format(" ".join(["perché serve"] * 200)))
    assert 0 < len(looked) < 60


def test_a_sentence_written_again_and_again_asks_for_each_country_once(monkeypatch):
    asked = []
    placed = lands.placed
    monkeypatch.setattr(lands, "placed", lambda *what: asked.append(what) or placed(*what))
    drafted(" ".join(["Nel 2024 la Francia ha vinto la partita contro la Germania."] * 100))
    assert 0 < len(asked) < 100 * 100


def test_sentences_that_say_the_same_are_known_by_their_places(monkeypatch):
    compared = []
    same_things = Context.same_things
    monkeypatch.setattr(Context, "same_things", lambda *what: compared.append(what) or same_things(*what))
    drafted(" ".join(["Nel 2024 la Francia ha vinto la partita contro la Germania."] * 60))
    assert len(compared) < 60 * 60 * 10

"""What is said of a student's reading and of their certainty, and from how many answers on."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.kinds import Kind
from quizapp.core.measure import LEAST, Sense, calibration, kinds_judged, read_kinds
from quizapp.core.responses import Chosen, Placed, Typed
from quizapp.core.scoring import Certainty
from tests.build import ITEMS, make_item

FACT, CLAIM, FORECAST, OPINION = Kind
counts = st.dictionaries(st.tuples(st.sampled_from(Kind), st.sampled_from(Kind)), st.integers(0, 30))


def reading(judged, kind):
    return next(each for each in read_kinds(judged) if each.kind is kind)


def test_ten_answers_say_what_a_kind_is_mistaken_for():
    found = reading({(CLAIM, FACT): 4, (CLAIM, OPINION): 1, (CLAIM, CLAIM): 5, (FACT, CLAIM): 9}, CLAIM)
    assert (found.n, found.right, found.missing, found.taken_for, found.times) == (10, 5, 0, FACT, 4)


def test_nine_answers_say_how_many_are_missing():
    found = reading({(CLAIM, FACT): 4, (CLAIM, CLAIM): 5}, CLAIM)
    assert (found.missing, found.taken_for, found.times) == (1, None, 0)


def test_what_is_never_mistaken_is_mistaken_for_nothing():
    found = reading({(CLAIM, CLAIM): 12}, CLAIM)
    assert (found.right, found.missing, found.taken_for) == (12, 0, None)


def test_without_answers_every_kind_is_missing_ten():
    assert [(each.kind, each.n, each.missing) for each in read_kinds({})] == [(kind, 0, LEAST) for kind in Kind]


@given(counts)
def test_a_mistake_is_named_from_ten_answers_on_and_is_the_most_frequent(judged):
    for each in read_kinds(judged):
        mistakes = {said: count for (kind, said), count in judged.items() if kind is each.kind and said is not kind}
        assert each.right + sum(mistakes.values()) == each.n
        assert (each.taken_for is None) == (each.n < LEAST or not any(mistakes.values()))
        if each.taken_for:
            assert each.times == max(mistakes.values()) == mistakes[each.taken_for]


def test_the_kinds_of_a_response_are_read_from_sorting_and_from_choosing():
    sort = make_item(**{"options": None, **ITEMS[4]})
    assert kinds_judged(sort, Placed({"s1": "c2", "s2": "c2"})) == [(FACT, FORECAST), (FORECAST, FORECAST)]
    options = [{"text": kind.value, "kind": kind.value, "fraction": int(kind is CLAIM)} for kind in Kind]
    choose = make_item(options=options)
    assert kinds_judged(choose, Chosen("o1")) == [(CLAIM, FACT)]
    assert kinds_judged(choose, None) == []
    assert kinds_judged(make_item(), Chosen("o1")) == []
    assert kinds_judged(choose, Typed("claim")) == []


@pytest.mark.parametrize(
    ("certainty", "right", "n", "sense"),
    [
        (Certainty.HIGH, 9, 9, None),
        (Certainty.HIGH, 10, 10, Sense.AS),
        (Certainty.HIGH, 8, 10, Sense.AS),
        (Certainty.HIGH, 7, 10, Sense.LESS),
        (Certainty.MIDDLE, 6, 10, Sense.LESS),
        (Certainty.MIDDLE, 10, 15, Sense.AS),
        (Certainty.MIDDLE, 9, 10, Sense.MORE),
        (Certainty.LOW, 0, 10, Sense.AS),
        (Certainty.LOW, 10, 15, Sense.AS),
        (Certainty.LOW, 7, 10, Sense.MORE),
        (Certainty.LOW, 0, 0, None),
    ],
)
def test_certainty_is_held_against_the_shares_for_which_it_earns_most(certainty, right, n, sense):
    (found,) = calibration([(certainty, right, n)])
    assert (found.sense, found.missing) == (sense, max(LEAST - n, 0))
    assert found.share == Fraction(right, n or 1)


def test_the_surest_answers_come_first():
    assert [each.certainty for each in calibration((sure, 1, 2) for sure in Certainty)] == [3, 2, 1]

"""`ordering`: the share of neighbours in their right order, and a first order that is never the right one."""

from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.presentation import Shown, draw_order
from quizapp.core.reading import Reader
from quizapp.core.responses import Ordered, Submission, Unreadable
from quizapp.core.types import OrderingBody

IDS = {"A": "e1", "B": "e2", "C": "e3"}


def _body(*texts):
    reader = Reader({"order": [{"text": text} for text in texts]})
    body = OrderingBody.read(reader)
    assert reader.problems == []
    return body


def _as_letters(count):
    return _body(*"abcdef"[:count])


@pytest.mark.parametrize("count", [2, 3, 4, 5])
def test_every_order_earns_the_share_of_neighbours_it_keeps(count):
    """Counted a second way: how often one letter is followed by the next of the alphabet."""
    body = _as_letters(count)
    letters = {step.id: step.text for step in body.order}
    for given_order in permutations(letters):
        word = "".join(letters[entry] for entry in given_order)
        kept = sum("abcdef"[n : n + 2] in word for n in range(count - 1))
        assert body.mark(Ordered(given_order)) == Fraction(kept, count - 1)


@pytest.mark.parametrize(
    ("entries", "mark"),
    [
        ("e1 e2 e3 e4", "1"),
        ("e4 e1 e2 e3", "2/3"),
        ("e3 e4 e1 e2", "2/3"),
        ("e2 e1 e3 e4", "1/3"),
        ("e4 e3 e2 e1", "0"),
    ],
)
def test_what_stays_together_counts_wherever_it_stands(entries, mark):
    assert _as_letters(4).mark(Ordered(tuple(entries.split()))) == Fraction(mark)


@given(st.text(), st.integers(2, 6))
def test_the_right_order_is_never_shown_first(seed, count):
    body = _as_letters(count)
    right = tuple(step.id for step in body.order)
    order = draw_order(body.groups(), seed)
    assert order != right
    assert sorted(order) == sorted(right)
    assert order == draw_order(body.groups(), seed)


def test_every_other_order_is_shown_about_as_often():
    orders = [draw_order(_as_letters(3).groups(), f"seed{n}") for n in range(1000)]
    others = set(permutations(("e1", "e2", "e3"))) - {("e1", "e2", "e3")}
    assert all(140 <= orders.count(order) <= 260 for order in others)


def test_a_known_seed_keeps_its_order_for_ever():
    assert draw_order(_as_letters(4).groups(), "seed0") == ("e4", "e3", "e1", "e2")
    # Whose first shuffle gives the right order, so that this one is the second.
    assert draw_order(_as_letters(3).groups(), "seed8") == ("e3", "e1", "e2")


@pytest.mark.parametrize("count", [0, 1])
def test_what_has_one_order_only_is_shown_in_it(count):
    assert len(draw_order(_as_letters(count).groups(), "s")) == count


@pytest.mark.parametrize(
    ("form", "response"),
    [
        ({"answer-A": ["2"], "answer-B": ["3"], "answer-C": ["1"]}, Ordered(("e3", "e1", "e2"))),
        ({"answer-A": [" 1 "], "answer-B": ["2"], "answer-C": ["3"]}, Ordered(("e1", "e2", "e3"))),
        ({}, Unreadable("empty")),
        ({"answer-A": [""], "answer-B": [" "]}, Unreadable("empty")),
        ({"answer-A": ["1"], "answer-B": ["2"]}, Unreadable("incomplete")),
        ({"answer-A": ["1"], "answer-B": ["2"], "answer-C": ["2"]}, Unreadable("place-doubled")),
        ({"answer-A": ["1"], "answer-B": ["2"], "answer-C": ["4"]}, Unreadable("not-offered")),
        ({"answer-A": ["0"], "answer-B": ["1"], "answer-C": ["2"]}, Unreadable("not-offered")),
        ({"answer-A": ["first"], "answer-B": ["1"], "answer-C": ["2"]}, Unreadable("not-offered")),
        ({"answer-A": ["01"], "answer-B": ["3"], "answer-C": ["2"]}, Unreadable("not-offered")),
    ],
)
def test_a_form_holds_each_place_once_or_is_asked_again(form, response):
    assert _as_letters(3).parse(Submission(form, IDS)) == response


@given(st.permutations(["e1", "e2", "e3", "e4", "e5"]))
def test_a_response_survives_storing_and_gives_back_its_form(entries):
    body, response = _as_letters(5), Ordered(tuple(entries))
    shown = Shown(draw_order(body.groups(), "s"), "s")
    assert body.restore(body.store(response)) == response
    assert body.parse(Submission(body.fields(response, shown.code), shown.ids)) == response
    assert 0 <= body.mark(response) <= 1


def test_correcting_the_order_keeps_what_was_answered():
    former = _body("guerra", "tregua", "pace")
    mended = _body("tregua", "guerra", "pace").carry_ids(former)
    response = Ordered(("e2", "e1", "e3"))
    assert (former.mark(response), mended.mark(response)) == (0, 1)
    assert mended.words(response) == ["1. tregua", "2. guerra", "3. pace"] == list(mended.keys())


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (("a", "b"), []),
        (("a",), ["order-too-short order"]),
        ((), ["order-too-short order"]),
        (("a", "b", "a"), ["option-doubled order.2.text"]),
        (("a", " ", "b"), ["option-empty order.1.text"]),
        (("Sì", "no", "si"), ["spelling-only order.2.text"]),
    ],
)
def test_what_makes_an_ordering_item_unusable_is_found(texts, found):
    assert [f"{each.code} {'.'.join(map(str, each.path))}" for each in _body(*texts).faults()] == found


def test_feedback_belongs_to_its_step_and_is_a_secret():
    body = OrderingBody.read(Reader({"order": [{"text": "a", "feedback": "fa"}, {"text": "b"}]}))
    assert [(remark.entry, remark.text) for remark in body.remarks(Ordered(("e2", "e1")))] == [("e1", "fa")]
    assert (body.secrets(), body.texts()) == (("fa",), ("a", "b"))

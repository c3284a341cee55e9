"""Formula 7: the mark of every possible selection, computed a second way."""

from fractions import Fraction
from itertools import chain, combinations

import pytest

from quizapp.core.responses import ChosenSet
from quizapp.core.types.entries import Option
from quizapp.core.types.multiple import MultipleBody, Rule

SHAPES = [(keys, wrong) for keys in range(1, 5) for wrong in range(1, 4)]


def _body(keys: int, wrong: int, rule: Rule) -> MultipleBody:
    shares = [1] * keys + [0] * wrong
    return MultipleBody(tuple(Option(f"o{n}", f"t{n}", Fraction(share)) for n, share in enumerate(shares)), rule)


def _selections(body: MultipleBody) -> list[frozenset[str]]:
    ids = [option.id for option in body.options]
    sizes = (combinations(ids, size) for size in range(len(ids) + 1))
    return [frozenset(chosen) for chosen in chain.from_iterable(sizes)]


def _net_correct(body: MultipleBody, chosen: frozenset[str]) -> Fraction:
    """Each key earns 1/c, each distractor costs 1/c, step by step, and the end is never below 0."""
    keys = {option.id for option in body.options if option.fraction == 1}
    steps = [Fraction(1 if entry in keys else -1, len(keys)) for entry in chosen]
    total = sum(steps, Fraction(0))
    return total if total > 0 else Fraction(0)


def _all_or_nothing(body: MultipleBody, chosen: frozenset[str]) -> Fraction:
    return Fraction(1 if chosen == {o.id for o in body.options if o.fraction == 1} else 0)


def _each_answer(body: MultipleBody, chosen: frozenset[str]) -> Fraction:
    """The share of boxes that are as they should be."""
    as_due = [(option.id in chosen) == (option.fraction == 1) for option in body.options]
    return Fraction(as_due.count(True), len(as_due))


@pytest.mark.parametrize(("keys", "wrong"), SHAPES)
@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (Rule.NET_CORRECT, _net_correct),
        (Rule.ALL_OR_NOTHING, _all_or_nothing),
        (Rule.EACH_ANSWER, _each_answer),
    ],
)
def test_every_selection_earns_what_the_rule_says(keys, wrong, rule, expected):
    body = _body(keys, wrong, rule)
    marks = {chosen: body.mark(ChosenSet(chosen)) for chosen in _selections(body)}
    assert len(marks) == 2 ** (keys + wrong)
    assert marks == {chosen: expected(body, chosen) for chosen in marks}


@pytest.mark.parametrize(
    ("chosen", "mark"),
    [
        ({"o1"}, "1/2"),
        ({"o1", "o2"}, "3/4"),
        ({"o1", "o2", "o3"}, "1/4"),
        ({"o3"}, "0"),
        ({"o1", "o2", "o4"}, "1"),
    ],
)
def test_weights_add_up_and_stay_between_0_and_1(chosen, mark):
    shares = {"o1": "1/2", "o2": "1/4", "o3": "-1/2", "o4": "1"}
    options = tuple(Option(name, name, Fraction(share)) for name, share in shares.items())
    body = MultipleBody(options, Rule.WEIGHTS)
    assert body.mark(ChosenSet(frozenset(chosen))) == Fraction(mark)


def test_ticking_everything_earns_nothing_where_distractors_are_as_many_as_keys():
    body = _body(2, 2, Rule.NET_CORRECT)
    assert body.mark(ChosenSet(frozenset(option.id for option in body.options))) == 0


def test_the_feedback_of_a_distractor_left_alone_is_not_shown():
    options = (
        Option("o1", "sì", Fraction(1), "chiave"),
        Option("o2", "no", Fraction(0), "preso"),
        Option("o3", "mai", Fraction(0), "lasciato"),
    )
    remarks = MultipleBody(options).remarks(ChosenSet(frozenset({"o2"})))
    assert [remark.text for remark in remarks] == ["chiave", "preso"]

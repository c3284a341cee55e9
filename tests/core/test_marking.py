"""Marks of single answers, verdicts and grades."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.marking import GradeRule, Verdict, grade, verdict_of
from quizapp.core.reading import Reader
from quizapp.core.responses import Chosen, Placed, Typed
from quizapp.core.types import TYPES

CHOICE = {"options": [{"text": "a", "fraction": 1}, {"text": "b"}, {"text": "c", "fraction": "-1/3"}]}
FALSE = {"options": [{"text": "true"}, {"text": "false", "fraction": 1}], "correction": "x"}
TEXT = {
    "answers": [
        {"text": "Kazan"},
        {"text": "Mosca", "fraction": "1/2"},
        {"text": "*", "fraction": 0},
    ]
}
CLASSIFY = {
    "categories": [{"text": "A"}, {"text": "B"}],
    "statements": [
        {"text": "uno", "category": 0},
        {"text": "due", "category": 1},
        {"text": "tre", "category": 1},
    ],
}
MARKS = [
    ("choice", CHOICE, Chosen("o1"), "1"),
    ("choice", CHOICE, Chosen("o2"), "0"),
    ("choice", CHOICE, Chosen("o3"), "-1/3"),
    ("true_false", FALSE, Chosen("o1"), "0"),
    ("true_false", FALSE, Chosen("o2"), "1"),
    ("text", TEXT, Typed("kazan"), "1"),
    ("text", TEXT, Typed("mosca"), "1/2"),
    ("text", TEXT, Typed("Roma"), "0"),
    ("classify", CLASSIFY, Placed({"s1": "c1", "s2": "c2", "s3": "c2"}), "1"),
    ("classify", CLASSIFY, Placed({"s1": "c1", "s2": "c1", "s3": "c2"}), "2/3"),
    ("classify", CLASSIFY, Placed({"s1": "c2", "s2": "c1", "s3": "c1"}), "0"),
]


@pytest.mark.parametrize(("kind", "data", "response", "mark"), MARKS)
def test_an_answer_earns_its_share(kind, data, response, mark):
    reader = Reader(data)
    body = TYPES[kind].read(reader)
    assert reader.problems == []
    assert body.mark(response) == Fraction(mark)


@pytest.mark.parametrize(("kind", "data", "response", "_mark"), MARKS)
def test_a_response_survives_storing(kind, data, response, _mark):
    body = TYPES[kind].read(Reader(data))
    assert body.restore(body.store(response)) == response


@pytest.mark.parametrize(
    ("share", "verdict"),
    [
        ("1", Verdict.RIGHT),
        ("2/3", Verdict.PARTLY),
        ("1/100", Verdict.PARTLY),
        ("0", Verdict.WRONG),
        ("-1/3", Verdict.WRONG),
    ],
)
def test_a_share_gives_its_verdict(share, verdict):
    assert verdict_of(Fraction(share)) is verdict


@pytest.mark.parametrize(
    ("rule", "counts"),
    [
        (GradeRule.FIRST, "1/2"),
        (GradeRule.LAST, "1/4"),
        (GradeRule.BEST, "3/4"),
        (GradeRule.AVERAGE, "1/2"),
    ],
)
def test_the_rule_picks_the_attempt_that_counts(rule, counts):
    assert grade([Fraction(1, 2), Fraction(3, 4), Fraction(1, 4)], rule) == Fraction(counts)


@pytest.mark.parametrize("rule", GradeRule)
def test_no_attempt_gives_no_grade(rule):
    assert grade([], rule) is None


@given(st.lists(st.fractions(0, 1), min_size=1))
def test_every_grade_lies_between_the_worst_and_the_best(shares):
    for rule in GradeRule:
        assert min(shares) <= grade(shares, rule) <= max(shares)

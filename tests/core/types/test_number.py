"""`number`: exact comparison within tolerances, the first match first, and forms that must be asked again."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.reading import Reader
from quizapp.core.responses import MAX_TYPED, Measured, Submission, Unreadable
from quizapp.core.types import NumberBody
from quizapp.core.types.number import Accepted, ToleranceKind

TRAINED = {
    "numbers": [
        {"value": 11000, "tolerance": "0.5", "feedback": "Lo dice il comando."},
        {"value": 11000, "tolerance": "0.1", "tolerance_kind": "relative", "fraction": "1/2"},
        {"value": -3, "fraction": "-1/3"},
        {"value": None, "feedback": "Rileggi la terza frase."},
    ],
    "unit": "militari",
}
MARKS = [
    ("11000", "1"),
    ("11000.5", "1"),
    ("10999.5", "1"),
    ("11000.50001", "1/2"),
    ("12100", "1/2"),
    ("9900", "1/2"),
    ("12100.01", "0"),
    ("9899.99", "0"),
    ("-3", "-1/3"),
    ("0", "0"),
]
EXACT = [
    ("0.7", "0.1", "0.8", 1),
    ("0.1", "0.2", "0.3", 1),
    ("0.3", "0", "0.30000000000000001", 0),
    ("1000000000000000000000000000000", "0", "1000000000000000000000000000001", 0),
    ("1000000000000000000000000000000", "1", "1000000000000000000000000000001", 1),
    ("1000000000000000000000000000000", "1", "1000000000000000000000000000001.0000001", 0),
]
FIGURES = st.decimals(-1000, 1000, places=2)
SLACK = st.decimals(0, 2, places=2)


def _body(data):
    reader = Reader(data)
    body = NumberBody.read(reader)
    assert reader.problems == []
    return body


def _given(figures):
    return Measured(figures, Decimal(figures))


def _parse(body, *typed):
    return body.parse(Submission({"answer": list(typed)}, {}))


@pytest.mark.parametrize(("figures", "mark"), MARKS)
def test_the_first_number_that_takes_the_answer_gives_the_mark(figures, mark):
    assert _body(TRAINED).mark(_given(figures)) == Fraction(mark)


@pytest.mark.parametrize(("value", "tolerance", "figures", "mark"), EXACT)
def test_the_edge_of_a_tolerance_is_exact(value, tolerance, figures, mark):
    body = _body({"numbers": [{"value": value, "tolerance": tolerance}]})
    assert body.mark(_given(figures)) == mark


@given(FIGURES, SLACK, st.sampled_from(ToleranceKind), FIGURES)
def test_a_number_is_taken_exactly_within_its_tolerance(value, tolerance, kind, answer):
    cents, slack, found = (int(each * 100) for each in (value, tolerance, answer))
    room = slack * 100 if kind is ToleranceKind.ABSOLUTE else abs(cents) * slack
    body = NumberBody((Accepted("n1", value, tolerance, kind),))
    assert body.mark(Measured("", answer)) == int(abs(found - cents) * 100 <= room)


@given(st.lists(st.tuples(FIGURES | st.none(), SLACK, st.fractions(-1, 1, max_denominator=9)), max_size=4), FIGURES)
def test_a_mark_is_one_of_the_shares_or_nothing(rows, answer):
    numbers = tuple(Accepted(f"n{n}", value, slack, fraction=share) for n, (value, slack, share) in enumerate(rows))
    mark = NumberBody(numbers).mark(Measured("", answer))
    assert mark in {0, *(share for _value, _slack, share in rows)}


@pytest.mark.parametrize(
    ("figures", "remark"),
    [("11000", ["Lo dice il comando."]), ("12000", []), ("5", ["Rileggi la terza frase."])],
)
def test_the_feedback_is_that_of_the_first_match(figures, remark):
    assert [each.text for each in _body(TRAINED).remarks(_given(figures))] == remark


@pytest.mark.parametrize(
    ("typed", "response"),
    [
        ("11 000 militari", Measured("11 000 militari", Decimal(11000))),
        (" 3,50 ", Measured("3,50", Decimal("3.5"))),
        ("-3", Measured("-3", Decimal(-3))),
        ("", Unreadable("empty")),
        ("  ", Unreadable("empty")),
        ("molti", Unreadable("not-number")),
        ("11000 soldati", Unreadable("not-number")),
        ("1" * (MAX_TYPED + 1), Unreadable("too-long")),
        ("1.234", Unreadable("ambiguous", ("1234", "1.2340"))),
        ("12,500 militari", Unreadable("ambiguous", ("12500", "12.5000"))),
    ],
)
def test_a_form_is_a_number_or_asked_again(typed, response):
    assert _parse(_body(TRAINED), typed) == response


@pytest.mark.parametrize("key", [1234, "1.234", 7])
def test_whether_a_number_is_ambiguous_says_nothing_of_the_key(key):
    assert _parse(_body({"numbers": [{"value": key}]}), "1.234").reason == "ambiguous"


def test_each_reading_of_an_ambiguous_number_can_be_sent_instead():
    body = _body({"numbers": [{"value": 1234}, {"value": "1.234", "fraction": "1/2"}]})
    asked = _parse(body, "1,234")
    assert [body.mark(_parse(body, figures)) for figures in asked.readings] == [1, Fraction(1, 2)]


@given(FIGURES)
def test_a_response_survives_storing_and_gives_back_its_form(value):
    body = _body(TRAINED)
    response = _parse(body, format(value, "f"))
    assert body.restore(body.store(response)) == response
    assert _parse(body, *body.fields(response, str)["answer"]) == response


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (3, 3),
        ("3.50", "3.50"),
        ("0.1", "0.1"),
        ("-2", -2),
        ("1e3", 1000),
        ("1e-3", "0.001"),
        (0.1, "0.1"),
        (None, None),
    ],
)
def test_a_value_is_kept_as_a_decimal_and_written_as_it_stood(value, written):
    body = _body({"numbers": [{"value": value, "fraction": 1}]})
    (dumped,) = body.dump()["numbers"]
    assert dumped["value"] == written
    assert type(dumped["value"]) is type(written)
    assert _body(body.dump()) == body


@pytest.mark.parametrize(
    "value", ["tre", "3,5", "1/3", "inf", "nan", "0x1F", "1_000", "190:20:30", "1e999", "", True, [1], "9" * 61]
)
def test_a_value_that_is_no_decimal_is_named(value):
    reader = Reader({"numbers": [{"value": value}]})
    NumberBody.read(reader)
    assert [(problem.path[-1], problem.code[:9]) for problem in reader.problems] == [("value", "field-not")]


def test_a_negative_tolerance_is_named():
    reader = Reader({"numbers": [{"value": 1, "tolerance": "-0.1"}]})
    assert NumberBody.read(reader).numbers[0].tolerance == 0
    assert [problem.code for problem in reader.problems] == ["field-negative"]


def test_a_number_without_value_earns_nothing_unless_it_says_so():
    numbers = _body({"numbers": [{"feedback": "No."}, {"value": 1}, {"value": None, "fraction": "1/4"}]}).numbers
    assert [accepted.fraction for accepted in numbers] == [0, 1, Fraction(1, 4)]


@pytest.mark.parametrize(
    ("numbers", "codes"),
    [
        ([{"value": 3}], []),
        ([{"value": 3}, {"value": 3, "tolerance": 1, "fraction": "1/2"}, {"value": None}], []),
        ([], ["answer-missing"]),
        ([{"value": 3, "fraction": "1/2"}], ["answer-missing"]),
        ([{"value": None, "fraction": 1}], ["answer-missing", "anything-right"]),
        ([{"value": 3}, {"value": None}, {"value": 4}], ["number-unreached"]),
        ([{"value": 3, "tolerance": 2}, {"value": 4, "tolerance": 1}], ["number-unreached"]),
        ([{"value": 3, "tolerance": 2}, {"value": 4, "tolerance": "1.01"}], []),
        ([{"value": 3}, {"value": None}, {"value": None}], ["number-unreached"]),
        ([{"value": 3, "tolerance": 1, "tolerance_kind": "relative"}], ["tolerance-not-share"]),
        ([{"value": 3, "tolerance": "0.99", "tolerance_kind": "relative"}], []),
    ],
)
def test_what_makes_a_number_item_unusable_is_found(numbers, codes):
    assert [problem.code for problem in _body({"numbers": numbers}).faults()] == codes


def test_nothing_but_the_unit_is_seen_before_the_answer():
    body = _body(TRAINED)
    assert body.texts() == ("militari",)
    assert body.keys() == ("11000 militari",)
    assert {"11000", "-3", "Lo dice il comando.", "Rileggi la terza frase."} <= set(body.secrets())


def test_an_accepted_number_keeps_its_id_when_its_tolerance_is_corrected():
    old = _body({"numbers": [{"value": 3}, {"value": 5, "fraction": 0}]})
    new = _body({"numbers": [{"value": 5, "fraction": 0}, {"value": 3, "tolerance": 1}]})
    assert [accepted.id for accepted in new.carry_ids(old).numbers] == ["n2", "n1"]

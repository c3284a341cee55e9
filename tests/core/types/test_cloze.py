"""`cloze`: gaps of three types in one stem, each marked by its own rules, together by their weights."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.presentation import Shown, draw_order
from quizapp.core.reading import Reader
from quizapp.core.responses import Chosen, Filled, Measured, Submission, Typed, Unreadable
from quizapp.core.types import ClozeBody
from quizapp.core.types.cloze import has_loose_brackets, markers, pieces

CITY = {"type": "choice", "options": [{"text": "Vienna", "fraction": 1}, {"text": "Roma", "fraction": "-1/2"}]}
MONTH = {"type": "text", "answers": [{"text": "marzo", "feedback": "Sì."}, {"text": "maggio", "fraction": "1/2"}]}
YEARS = {
    "type": "number",
    "unit": "anni",
    "numbers": [{"value": 5, "tolerance": 1}, {"value": None, "feedback": "No."}],
}
ACCORD = {"gaps": [CITY, {**MONTH, "weight": 2}, {**YEARS, "weight": "1/2"}]}
RIGHT, HALF, WRONG = Typed("marzo"), Typed("maggio"), Typed("boh")


def _body(data):
    reader = Reader(data)
    body = ClozeBody.read(reader)
    assert reader.problems == []
    return body


def _filled(city, month, years):
    return Filled({"g1": Chosen(city), "g2": month, "g3": Measured(str(years), Decimal(years))})


def _shown(body):
    return Shown(draw_order(body.groups(), "s"), "s")


def _form(body, *values):
    shown = _shown(body)
    return {body.field(shown.code(gap.id)): [value] for gap, value in zip(body.gaps, values, strict=False)}


def _parse(body, *values):
    shown = _shown(body)
    return body.parse(Submission(_form(body, *values), shown.ids))


@pytest.mark.parametrize(
    ("response", "mark"),
    [
        (_filled("o1", RIGHT, 6), "1"),
        (_filled("o1", WRONG, 7), "2/7"),
        (_filled("o2", WRONG, 7), "-1/7"),
        (_filled("o2", RIGHT, 5), "4/7"),
        (_filled("o1", HALF, 4), "5/7"),
        (_filled("o1", HALF, 3), "4/7"),
    ],
)
def test_the_mark_is_the_mean_by_weight(response, mark):
    """By hand: weights 1, 2 and 1/2 are 2/7, 4/7 and 1/7 of the whole."""
    assert _body(ACCORD).mark(response) == Fraction(mark)


@given(st.lists(st.tuples(st.fractions(-1, 1, max_denominator=6), st.integers(1, 5)), min_size=1, max_size=5))
def test_gaps_count_as_often_as_they_weigh(rows):
    """A gap of weight n counts like n gaps of weight 1."""
    gaps = [
        {"type": "choice", "weight": weight, "options": [{"text": "a", "fraction": str(share)}, {"text": "b"}]}
        for share, weight in rows
    ]
    body = _body({"gaps": gaps})
    mark = body.mark(Filled({gap.id: Chosen("o1") for gap in body.gaps}))
    single = [share for share, weight in rows for _ in range(weight)]
    assert mark == sum(single) / len(single)
    assert -1 <= mark <= 1


@pytest.mark.parametrize(
    ("stem", "cut"),
    [
        ("Nel [[1]] a [[2]].", ("Nel ", 1, " a ", 2, ".")),
        ("[[2]][[1]]", (2, 1)),
        ("niente", ("niente",)),
        ("", ()),
        (r"un \[[ letterale", ("un [[ letterale",)),
        (r"\[[1]] e [[1]]", ("[[1]] e ", 1)),
        ("[[[1]]]", ("[", 1, "]")),
        (r"\[[[1]]", ("[[[1]]",)),
        (r"\[[[[1]]", ("[[", 1)),
        (r"a\b [[12]]", (r"a\b ", 12)),
        ("[[0]] [[x]] [[1", ("[[0]] [[x]] [[1",)),
    ],
)
def test_a_stem_is_cut_at_its_markers(stem, cut):
    assert pieces(stem) == cut


@pytest.mark.parametrize(
    ("stem", "loose"),
    [
        ("[[1]]", False),
        (r"\[[", False),
        ("[1]", False),
        ("[[[1]]", False),
        ("[[x]]", True),
        ("[[0]]", True),
        ("[[", True),
    ],
)
def test_brackets_that_mark_nothing_are_noticed(stem, loose):
    assert has_loose_brackets(stem) is loose


@given(st.lists(st.text("ab[]\\1 ").filter(lambda text: not text.endswith(("\\", "\\["))), max_size=5))
def test_any_text_can_stand_between_markers(texts):
    stem = "".join(text.replace("[[", r"\[[") + f"[[{n}]]" for n, text in enumerate(texts, 1))
    assert markers(stem) == list(range(1, len(texts) + 1))
    assert [piece for piece in pieces(stem) if isinstance(piece, str)] == [text for text in texts if text]
    assert not has_loose_brackets(stem)


def test_entries_of_different_gaps_never_share_an_id():
    body = _body({"gaps": [CITY, CITY, MONTH]})
    order = draw_order(body.groups(), "s")
    assert sorted(order) == ["g1", "g1.o1", "g1.o2", "g2", "g2.o1", "g2.o2", "g3"]
    assert len(_shown(body).ids) == 7


def test_options_are_shuffled_inside_their_own_gap_and_pinned_ones_stay():
    options = [{"text": text, "pinned": text == "c"} for text in "abc"]
    body = _body({"gaps": [{"type": "choice", "options": options}, CITY]})
    orders = {draw_order(body.groups(), f"seed{n}") for n in range(200)}
    assert {order[:2] for order in orders} == {("g1", "g2")}
    assert {order[2:5] for order in orders} == {("g1.o1", "g1.o2", "g1.o3"), ("g1.o2", "g1.o1", "g1.o3")}
    assert {order[5:] for order in orders} == {("g2.o1", "g2.o2"), ("g2.o2", "g2.o1")}


def test_a_form_fills_every_gap():
    body = _body(ACCORD)
    parsed = _parse(body, _shown(body).code("g1.o2"), " marzo ", "5,5 anni")
    assert parsed == Filled({"g1": Chosen("o2"), "g2": RIGHT, "g3": Measured("5,5 anni", Decimal("5.5"))})


@pytest.mark.parametrize(
    ("values", "response"),
    [
        ((), Unreadable("empty")),
        (("", " ", ""), Unreadable("empty")),
        (("", "marzo", "5"), Unreadable("incomplete")),
        (("", "marzo", "1.234"), Unreadable("ambiguous", ("1234", "1.2340"), "g3")),
        (("", "marzo", "cinque"), Unreadable("not-number", entry="g3")),
        (("", "m" * 1001, "5"), Unreadable("too-long", entry="g2")),
        (("altro", "marzo", "5"), Unreadable("not-offered", entry="g1")),
    ],
)
def test_a_form_that_does_not_is_asked_again_and_names_the_gap(values, response):
    assert _parse(_body(ACCORD), *values) == response


def test_an_option_of_one_gap_is_not_on_offer_in_another():
    body = _body({"gaps": [CITY, CITY]})
    foreign = _shown(body).code("g1.o1")
    assert _parse(body, foreign, foreign) == Unreadable("not-offered", entry="g2")


def test_a_response_survives_storing_and_gives_back_its_form():
    body, response = _body(ACCORD), _filled("o2", HALF, 6)
    shown = _shown(body)
    assert body.restore(body.store(response)) == response
    assert body.parse(Submission(body.fields(response, shown.code), shown.ids)) == response
    assert body.words(response) == ["1. Roma", "2. maggio", "3. 6"]


def test_each_gap_shows_its_own_state_and_feedback():
    body, response = _body(ACCORD), _filled("o2", RIGHT, 9)
    assert [body.state(gap, response) for gap in body.gaps] == ["wrong", "right", "wrong"]
    assert body.state(body.gaps[0], None) == "missed"
    assert [(remark.entry, remark.text) for remark in body.remarks(response)] == [("g2", "Sì."), ("g3", "No.")]


def test_nothing_but_what_is_on_offer_is_seen_before_the_answer():
    body = _body(ACCORD)
    assert body.texts() == ("Vienna", "Roma", "anni")
    assert body.keys() == ("1. Vienna", "2. marzo", "3. 5 anni")
    assert {"marzo", "maggio", "5", "Sì.", "No."} <= set(body.secrets())
    assert not set(body.secrets()) & set(body.texts())


def test_gaps_keep_their_ids_and_those_of_their_entries_through_versions():
    former = _body(ACCORD)
    swapped = {"type": "choice", "options": [{"text": "Roma"}, {"text": "Vienna", "fraction": 1}]}
    newer = _body({"gaps": [MONTH, swapped, YEARS]}).carry_ids(former)
    assert [gap.id for gap in newer.gaps] == ["g2", "g1", "g3"]
    assert [option.id for option in newer.gaps[1].body.options] == ["o2", "o1"]


def test_a_gap_whose_type_changed_takes_no_ids_of_the_former():
    newer = _body({"gaps": [{"type": "text", "answers": [{"text": "Vienna"}]}]}).carry_ids(_body({"gaps": [CITY]}))
    assert [answer.id for answer in newer.gaps[0].body.answers] == ["a1"]


@pytest.mark.parametrize("name", ["matching", "ordering", "multiple", "true_false", "classify", "cloze", "riddle"])
def test_a_gap_of_another_type_is_refused_by_name(name):
    reader = Reader({"gaps": [CITY, {"type": name, "pairs": []}, MONTH]}, ("items", 0))
    body = ClozeBody.read(reader)
    (problem,) = reader.problems
    assert (problem.code, problem.path) == ("gap-type-unknown", ("items", 0, "gaps", 1, "type"))
    assert f"«{name}»" in problem.say("it")
    assert "choice, text, number" in problem.say("en")
    assert len(body.gaps) == 3


def test_a_gap_without_a_type_is_named_once():
    reader = Reader({"gaps": [{"answers": []}]})
    ClozeBody.read(reader)
    assert [problem.code for problem in reader.problems] == ["field-missing"]


@pytest.mark.parametrize(
    ("gaps", "found"),
    [
        ([CITY, MONTH, YEARS], []),
        ([], ["gaps-missing gaps"]),
        ([CITY, {**MONTH, "weight": 0}], ["gap-weightless gaps.1.weight"]),
        ([CITY, {"type": "choice", "options": [{"text": "a"}, {"text": "b"}]}], ["key-missing gaps.1.options"]),
        ([{"type": "number", "numbers": []}], ["answer-missing gaps.0.numbers"]),
        ([{"type": "text", "answers": [{"text": "a"}, {"text": "!"}]}], ["answer-empty gaps.0.answers.1.text"]),
    ],
)
def test_what_makes_a_cloze_item_unusable_is_found(gaps, found):
    assert [f"{each.code} {'.'.join(map(str, each.path))}" for each in _body({"gaps": gaps}).faults()] == found

"""`matching`: the share of pairs, right sides that may be shared, and ids that follow each side by its text."""

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.presentation import Shown, draw_order
from quizapp.core.reading import Reader
from quizapp.core.responses import Placed, Submission, Unreadable
from quizapp.core.types import MatchingBody

TREATY = {
    "pairs": [
        {"left": "Firma", "right": "giugno 2024", "feedback": "A Pyongyang."},
        {"left": "Ratifica russa", "right": "novembre 2024"},
        {"left": "Ratifica coreana", "right": "novembre 2024"},
    ],
    "extra_rights": ["dicembre 2023"],
}


def _body(data):
    reader = Reader(data)
    body = MatchingBody.read(reader)
    assert reader.problems == []
    return body


def _pairs(*sides, extra=()):
    pairs = [{"left": left, "right": right} for left, right in sides]
    return _body({"pairs": pairs, "extra_rights": list(extra)})


def _texts(body, response):
    return [f"{pair.left}={body.placed(pair, response).text}" for pair in body.pairs]


def test_a_right_side_that_two_pairs_share_is_offered_once():
    assert [(right.id, right.text) for right in _body(TREATY).rights] == [
        ("r1", "giugno 2024"),
        ("r2", "novembre 2024"),
        ("r3", "dicembre 2023"),
    ]


@pytest.mark.parametrize("sizes", [(2, 0), (3, 0), (3, 2), (4, 1)])
def test_every_way_of_matching_earns_its_share_of_pairs(sizes):
    count, more = sizes
    body = _pairs(*((f"l{n}", f"d{n}") for n in range(count)), extra=[f"x{n}" for n in range(more)])
    names = {right.id: right.text for right in body.rights}
    for choice in product(names, repeat=count):
        response = Placed({pair.id: place for pair, place in zip(body.pairs, choice, strict=True)})
        hits = [names[place] == f"d{n}" for n, place in enumerate(choice)].count(True)
        assert body.mark(response) == Fraction(hits, count)


@pytest.mark.parametrize(
    ("places", "mark"),
    [
        ({"p1": "r1", "p2": "r2", "p3": "r2"}, "1"),
        ({"p1": "r2", "p2": "r2", "p3": "r2"}, "2/3"),
        ({"p1": "r3", "p2": "r2", "p3": "r1"}, "1/3"),
        ({"p1": "r3", "p2": "r3", "p3": "r3"}, "0"),
    ],
)
def test_a_shared_right_side_is_right_for_both(places, mark):
    assert _body(TREATY).mark(Placed(places)) == Fraction(mark)


def test_left_and_right_sides_are_drawn_each_among_themselves():
    orders = {draw_order(_body(TREATY).groups(), f"seed{n}") for n in range(400)}
    assert {frozenset(order[:3]) for order in orders} == {frozenset({"p1", "p2", "p3"})}
    assert len({order[:3] for order in orders}) == len({order[3:] for order in orders}) == 6


def test_the_form_gives_back_the_response_under_public_ids():
    body = _body(TREATY)
    shown = Shown(draw_order(body.groups(), "s"), "s")
    response = Placed({"p1": "r3", "p2": "r1", "p3": "r2"})
    fields = body.fields(response, shown.code)
    assert not any(internal in str(fields) for internal in ("p1", "r1"))
    assert body.parse(Submission(fields, shown.ids)) == response
    assert body.restore(body.store(response)) == response


@pytest.mark.parametrize(
    ("form", "reason"),
    [
        ({}, "empty"),
        ({"answer-P1": [""], "answer-P2": [""], "answer-P3": [""]}, "empty"),
        ({"answer-P1": ["R1"]}, "incomplete"),
        ({"answer-P1": ["P2"], "answer-P2": ["R1"], "answer-P3": ["R1"]}, "not-offered"),
        ({"answer-P1": ["R1", "R2"], "answer-P2": ["R1"], "answer-P3": ["R1"]}, "not-offered"),
    ],
)
def test_a_form_without_a_right_side_for_every_pair_is_asked_again(form, reason):
    ids = {entry.upper(): entry for entry in ("p1", "p2", "p3", "r1", "r2", "r3")}
    assert _body(TREATY).parse(Submission(form, ids)) == Unreadable(reason)


def test_exchanging_two_right_sides_turns_the_marks_of_former_responses():
    wrong = _pairs(("Russia", "Pyongyang"), ("Corea", "Mosca"))
    response = Placed({"p1": "r1", "p2": "r2"})
    mended = _pairs(("Russia", "Mosca"), ("Corea", "Pyongyang")).carry_ids(wrong)
    assert _texts(mended, response) == _texts(wrong, response) == ["Russia=Pyongyang", "Corea=Mosca"]
    assert (wrong.mark(response), mended.mark(response)) == (1, 0)


def test_mending_the_spelling_of_a_right_side_keeps_its_responses_right():
    former = _pairs(("Russia", "Moska"), ("Corea", "Pyongyang"), extra=["Roma"])
    mended = _pairs(("Russia", "Mosca"), ("Corea", "Pyongyang"), extra=["Roma"]).carry_ids(former)
    response = Placed({"p1": "r1", "p2": "r2"})
    assert former.mark(response) == mended.mark(response) == 1


def test_giving_a_pair_an_extra_right_side_keeps_what_was_chosen():
    former = _pairs(("Russia", "Mosca"), ("Corea", "Pyongyang"), extra=["Seul"])
    mended = _pairs(("Russia", "Mosca"), ("Corea", "Seul"), extra=["Pyongyang"]).carry_ids(former)
    assert mended.mark(Placed({"p1": "r1", "p2": "r2"})) == Fraction(1, 2)
    assert mended.mark(Placed({"p1": "r1", "p2": "r3"})) == 1


def test_the_ids_of_right_sides_are_kept_with_the_content_and_nowhere_else():
    former = _pairs(("a", "A"), ("b", "B"))
    body = _pairs(("a", "B"), ("b", "A")).carry_ids(former)
    assert body.dump()["right_ids"] == ["r2", "r1"]
    assert _body(body.dump()) == body


@pytest.mark.parametrize("ids", [["r2"], ["r2", "r2"], ["r3", "r2", "r1"]])
def test_ids_that_do_not_fit_the_right_sides_are_made_anew(ids):
    data = {"pairs": [{"left": "a", "right": "A"}, {"left": "b", "right": "B"}], "right_ids": ids}
    assert [right.id for right in _body(data).rights] == ["r1", "r2"]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (_body(TREATY), []),
        (_pairs(("a", "A"), ("b", "A"), extra=["B"]), []),
        (_pairs(), ["pairs-too-few pairs"]),
        (_pairs(("a", "A"), extra=["B"]), ["pairs-too-few pairs"]),
        (_pairs(("a", "A"), ("b", "A")), ["rights-too-few pairs"]),
        (_pairs(("a", "A"), ("a", "B")), ["option-doubled pairs.1.left"]),
        (_pairs(("a", "A"), ("à", "B")), ["spelling-only pairs.1.left"]),
        (_pairs(("a", "Si"), ("b", "Sì")), ["spelling-only pairs.1.right"]),
        (_pairs(("a", "A"), (" ", "B")), ["option-empty pairs.1.left"]),
        (_pairs(("a", "A"), ("b", "")), ["option-empty pairs.1.right"]),
        (_pairs(("a", "A"), ("b", "B"), extra=["C", "A"]), ["option-doubled extra_rights.1"]),
        (_pairs(("a", "A"), ("b", "B"), extra=["C", "C"]), ["option-doubled extra_rights.1"]),
    ],
)
def test_what_makes_a_matching_item_unusable_is_found(body, found):
    assert [f"{each.code} {'.'.join(map(str, each.path))}" for each in body.faults()] == found


def test_words_and_keys_name_both_sides():
    body = _body(TREATY)
    right = Placed({"p1": "r1", "p2": "r2", "p3": "r2"})
    assert tuple(body.words(right)) == body.keys()
    assert body.keys()[0] == "Firma → giugno 2024"
    assert [remark.text for remark in body.remarks(right)] == list(body.secrets()) == ["A Pyongyang."]
    assert not set(body.secrets()) & set(body.texts())
    assert [body.state(pair, right) for pair in body.pairs] == ["right"] * 3
    assert body.state(body.pairs[0], Placed({"p1": "r2"})) == "wrong"
    assert body.state(body.pairs[0], None) == "missed"


@given(st.dictionaries(st.text("abcè ", max_size=3), st.sampled_from("ABC"), min_size=1, max_size=5), st.data())
def test_a_mark_lies_between_nothing_and_the_whole(sides, data):
    body = _pairs(*sides.items(), extra=["D"])
    places = {pair.id: data.draw(st.sampled_from([right.id for right in body.rights])) for pair in body.pairs}
    assert 0 <= body.mark(Placed(places)) <= 1
    assert (body.mark(Placed(places)) == 1) == (body.words(Placed(places)) == list(body.keys()))

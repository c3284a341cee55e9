"""Entries keep their ids through versions; what is written of them is read again; what outcomes say of each."""

from fractions import Fraction

import pytest

from quizapp.core.reading import Reader
from quizapp.core.responses import ChosenSet, Typed
from quizapp.core.types import TYPES
from quizapp.core.types.cloze import blanked
from quizapp.core.types.entries import Option, carried
from quizapp.core.types.multiple import MultipleBody
from quizapp.core.types.text import Match

SPAN = {"start": 0, "end": 2, "quote": "ab"}
FULL = {
    "choice": {"options": [{"id": "o1", "text": "a", "fraction": 1, "feedback": "sì", "pinned": True, "kind": "fact"},
                           {"id": "o2", "text": "b", "fraction": "-1/3"}]},
    "ordering": {"order": [{"id": "e1", "text": "a", "feedback": "sì", "evidence": [SPAN]}, {"id": "e2", "text": "b"}]},
    "matching": {"pairs": [{"id": "p1", "left": "a", "right": "A", "feedback": "sì", "evidence": [SPAN]},
                           {"id": "p2", "left": "b", "right": "B"}]},
}  # fmt: skip


def options(*named):
    return tuple(Option(name, text, Fraction(0)) for name, text in named)


@pytest.mark.parametrize(
    ("new", "old", "ids"),
    [
        ("ab", [("o1", "a"), ("o2", "b")], ["o1", "o2"]),
        ("ba", [("o1", "a"), ("o2", "b")], ["o2", "o1"]),
        ("xb", [("o1", "a"), ("o2", "b")], ["o1", "o2"]),
        ("bx", [("o1", "a"), ("o2", "b")], ["o2", "o3"]),
        ("xy", [("o1", "a"), ("o2", "b")], ["o1", "o2"]),
        ("abx", [("o1", "a"), ("o2", "b")], ["o1", "o2", "o3"]),
        ("abxy", [("o1", "a"), ("o4", "b")], ["o1", "o4", "o3", "o5"]),
        ("x", [("o1", "a"), ("o2", "b")], ["o3"]),
        ("aa", [("o1", "a"), ("o2", "a")], ["o1", "o2"]),
    ],
)
def test_an_entry_keeps_the_id_of_its_text_or_else_of_its_place_and_none_is_given_twice(new, old, ids):
    fresh = options(*(("", text) for text in new))
    assert [each.id for each in carried(fresh, options(*old), "o")] == ids


@pytest.mark.parametrize("name", FULL)
def test_an_entry_is_written_as_it_was_read(name):
    reader = Reader(FULL[name])
    body = TYPES[name].read(reader)
    assert reader.problems == []
    (field,) = FULL[name]
    assert body.dump()[field] == FULL[name][field]


def test_a_set_of_choices_is_stored_in_the_order_of_the_item_and_each_option_told():
    body = MultipleBody((*options(("o1", "a")), Option("o2", "b", Fraction(1)), Option("o3", "c", Fraction(1))))
    chosen = ChosenSet(frozenset({"o3", "o1"}))
    assert body.store(chosen) == {"options": ["o1", "o3"]}
    assert body.restore(body.store(chosen)) == chosen
    assert [body.state(each, chosen) for each in body.options] == ["wrong", "missed", "right"]
    assert [body.state(each, None) for each in body.options] == ["other", "right", "right"]
    assert body.keys() == ("b", "c")


@pytest.mark.parametrize(
    ("shares", "rule", "found"),
    [
        ((1, 0), "net-correct", []),
        ((0, 0), "net-correct", ["key-missing"]),
        ((1, 1), "net-correct", ["key-everything"]),
        ((2, 0), "net-correct", ["fraction-not-for-rule"]),
        (("1/2", 0), "weights", []),
    ],
)
def test_shares_fit_the_rule_and_not_every_option_is_right(shares, rule, found):
    reader = Reader({"rule": rule, "options": [{"text": f"t{n}", "fraction": 1} for n, _ in enumerate(shares)]})
    read = MultipleBody.read(reader)
    body = MultipleBody(tuple(Option(f"o{n}", f"t{n}", Fraction(share)) for n, share in enumerate(shares)), read.rule)
    assert [problem.code for problem in body.faults()] == found


def _text(**data):
    reader = Reader(data)
    body = TYPES["text"].read(reader)
    assert reader.problems == []
    return body


def test_a_text_tells_the_feedback_of_its_match_and_nothing_of_none():
    body = _text(answers=[{"text": "*Kazan", "feedback": "sì"}, {"text": "Mosca"}, {"text": "Ufa", "fraction": "1/2"}])
    assert [each.text for each in body.remarks(Typed("Kazan"))] == ["sì"]
    assert body.remarks(Typed("Mosca")) == ()
    assert body.remarks(Typed("Roma")) == ()
    assert body.keys() == ("Mosca",)
    assert set(body.secrets()) == {"*Kazan", "Mosca", "Ufa", "sì"}


def test_the_key_of_a_text_is_the_first_that_is_fully_right():
    body = _text(answers=[{"text": "Ufa", "fraction": "1/2"}, {"text": "Kazan"}, {"text": "Mosca"}])
    assert body.keys() == ("Kazan",)


def test_where_nothing_is_said_accents_alone_matter():
    assert _text(answers=[{"text": "città"}]).match == Match(case=False, accents=True, punctuation=False, spaces=False)
    body = _text(answers=[{"text": "Così, città"}])
    assert body.mark(Typed("così città")) == 1
    assert body.mark(Typed("cosi citta")) == 0
    for strict, typed in (("case", "così, città"), ("punctuation", "Così città"), ("spaces", "Così,  città")):
        assert _text(answers=[{"text": "Così, città"}], match={strict: True}).mark(Typed(typed)) == 0


def test_the_key_of_a_number_is_the_first_full_one_alone_with_its_unit():
    reader = Reader({
        "unit": "km",
        "numbers": [{"value": None, "fraction": 1}, {"value": "7", "fraction": "1/2"}, {"value": "8"}, {"value": "9"}],
    })  # fmt: skip
    assert TYPES["number"].read(reader).keys() == ("8 km",)


def test_gaps_are_numbered_where_there_are_several():
    assert blanked("Nel [[1]] a Roma.") == "Nel ____ a Roma."
    assert blanked("Nel [[1]] a [[2]].") == "Nel ____ (1) a ____ (2)."

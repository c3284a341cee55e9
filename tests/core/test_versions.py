"""Internal ids that follow an option through its versions."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.items import dump_item, read_item
from quizapp.core.reading import Reader
from quizapp.core.types import TYPES
from quizapp.core.types.entries import Option, carried

TEXTS = st.lists(st.sampled_from("abcdefgh"), unique=True, max_size=6)
ITEMS = [
    {"type": "choice", "options": [{"text": "a", "fraction": 1, "pinned": True}, {"text": "b", "feedback": "f"}]},
    {"type": "multiple", "rule": "weights", "options": [{"text": "a", "fraction": "1/3"}, {"text": "b"}]},
    {"type": "true_false", "options": [{"text": "true", "fraction": 1}, {"text": "false"}]},
    {"type": "text", "answers": [{"text": "a*"}, {"text": "b", "fraction": 0, "feedback": "f"}]},
    {
        "type": "number",
        "unit": "km",
        "numbers": [
            {"value": "3.50", "tolerance": "0.1", "tolerance_kind": "relative", "fraction": "1/2", "feedback": "f"},
            {"value": 3},
            {"value": None, "fraction": 0},
        ],
    },
    {
        "type": "matching",
        "pairs": [
            {"left": "a", "right": "A", "evidence": [{"start": 0, "end": 1, "quote": "A"}]},
            {"left": "b", "right": "A", "feedback": "f"},
        ],
        "extra_rights": ["B"],
    },
    {
        "type": "ordering",
        "order": [{"text": "a", "evidence": [{"start": 0, "end": 1, "quote": "A"}]}, {"text": "b", "feedback": "f"}],
    },
    {
        "type": "cloze",
        "gaps": [
            {"type": "choice", "weight": "1/2", "options": [{"text": "a", "fraction": 1, "pinned": True}]},
            {"type": "text", "answers": [{"text": "a"}]},
            {"type": "number", "numbers": [{"value": "0.1"}], "unit": "m"},
        ],
    },
    {
        "type": "classify",
        "categories": [{"text": "A", "kind": "fact"}, {"text": "B"}],
        "statements": [{"text": "s", "category": 1, "evidence": [{"start": 0, "end": 1, "quote": "A"}]}],
    },
]
FULL = {
    "id": "i",
    "stem": "s",
    "title": "t",
    "text_format": "html",
    "explanation": "e",
    "facts": ["f1"],
    "kind": "claim",
    "holder": "h",
    "as_of": "2024-10-14",
    "timing": "current",
    "review_by": "2025-10-14",
    "sources": [{"title": "t", "outlet": "o", "date": "2024-10-14", "url": "u"}],
    "tags": ["x"],
    "difficulty": "hard",
    "status": "ready",
    "points": "1/2",
    "penalty": "1/3",
    "hints": [{"text": "h", "clear_wrong": True}],
    "combined_feedback": {"correct": "c"},
    "supersedes": "it/altro#x",
    "horizon": "2030-01-01",
    "came_true": "open",
}


def _options(ids_and_texts):
    return tuple(Option(identifier, text) for identifier, text in ids_and_texts)


@pytest.mark.parametrize(
    ("old", "new", "ids"),
    [
        ("ab", "ab", ["o1", "o2"]),
        ("ab", "ba", ["o2", "o1"]),
        ("ab", "ax", ["o1", "o2"]),
        ("ab", "xa", ["o3", "o1"]),
        ("ab", "abx", ["o1", "o2", "o3"]),
        ("abc", "ac", ["o1", "o3"]),
        ("abc", "xc", ["o4", "o3"]),
    ],
)
def test_the_same_text_keeps_its_id_then_the_same_place(old, new, ids):
    before = _options((f"o{n}", text) for n, text in enumerate(old, 1))
    assert [option.id for option in carried(_options(("", text) for text in new), before, "o")] == ids


@given(TEXTS, TEXTS)
def test_ids_stay_unique_and_a_text_never_changes_its_id(old, new):
    before = _options((f"o{n}", text) for n, text in enumerate(old, 1))
    after = carried(_options(("", text) for text in new), before, "o")
    former = {option.text: option.id for option in before}
    assert len({option.id for option in after}) == len(after) == len(new)
    assert all(option.id == former[option.text] for option in after if option.text in former)


@pytest.mark.parametrize("body", ITEMS, ids=lambda body: body["type"])
def test_an_item_comes_back_from_its_plain_data(body):
    reader = Reader({**FULL, **body})
    item = read_item(reader, "it")
    again = Reader(dump_item(item, ids=True))
    assert reader.problems == []
    assert read_item(again, "it") == item
    assert again.problems == []


@pytest.mark.parametrize("body", ITEMS, ids=lambda body: body["type"])
def test_every_field_given_is_written_again(body):
    item = read_item(Reader({**FULL, **body}), "it")
    assert set(FULL) | set(body) <= set(dump_item(item))


@pytest.mark.parametrize("body", ITEMS, ids=lambda body: body["type"])
def test_what_a_file_holds_has_no_internal_ids(body):
    item = read_item(Reader({**FULL, **body}), "it")
    reader = Reader(dump_item(item))
    assert "'id'" not in str({key: value for key, value in dump_item(item).items() if key != "id"})
    assert "right_ids" not in dump_item(item)
    assert read_item(reader, "it") == item
    assert reader.problems == []


@pytest.mark.parametrize("body", ITEMS, ids=lambda body: body["type"])
def test_what_is_stored_survives_json(body):
    item = read_item(Reader({**FULL, **body}), "it")
    assert read_item(Reader(json.loads(json.dumps(dump_item(item, ids=True)))), "it") == item


@pytest.mark.parametrize("body", ITEMS, ids=lambda body: body["type"])
def test_an_unchanged_version_keeps_every_id(body):
    item = read_item(Reader({**FULL, **body}), "it")
    assert item.after(item) == item


def test_every_type_is_among_these():
    assert {body["type"] for body in ITEMS} == set(TYPES)


def test_an_item_of_another_type_gets_no_ids_of_the_former():
    choice, text = (read_item(Reader({**FULL, **ITEMS[n]}), "it") for n in (0, 3))
    assert text.after(choice) is text


def test_an_unknown_type_is_named_and_gives_no_item():
    reader = Reader({**FULL, "type": "riddle"}, ("items", 0))
    assert read_item(reader, "it") is None
    assert [(problem.code, problem.path) for problem in reader.problems] == [("type-unknown", ("items", 0, "type"))]

"""An item from plain data: every field that is not what it must be is refused by its code, at its place."""

import pytest

from quizapp.core.items import dump_item, read_item
from quizapp.core.reading import LONGEST, Reader

BARE = {
    "id": "q1", "type": "text", "lang": "it", "stem": "Chi?", "answers": [{"text": "io", "fraction": 1}],
    "match": {"case": False, "accents": True, "punctuation": False, "spaces": False},
}  # fmt: skip
SPAN = {"start": 0, "end": 2, "quote": "io"}
SOURCE = {"title": "t", "outlet": "o", "date": "2024-10-14", "url": "https://example.org/a"}
FILE = {"name": "a.png", "mime": "image/png", "alt": "a", "base64": "AAAA"}
HINT = {"text": "h", "clear_wrong": True, "show_count": True}
OTHER = {"article": "it/a", **SPAN, "origin": "ANSA", "stance": "supports"}
WHOLE = {
    **BARE, "title": "t", "text_format": "html", "explanation": "e", "facts": ["f1"], "kind": "claim", "holder": "h",
    "evidence": [SPAN], "as_of": "2024-10-14", "timing": "current", "review_by": "2024-11-14", "sources": [SOURCE],
    "tags": ["a"], "category": "c", "difficulty": "easy", "author": "x", "status": "ready", "files": [FILE],
    "hints": [HINT], "combined_feedback": {"correct": "c", "partial": "p", "incorrect": "i"}, "idnumber": "n",
    "points": 2, "penalty": "1/3", "supersedes": "q0", "horizon": "2024-12-14", "came_true": "open",
    "corroboration": [OTHER],
}  # fmt: skip
TEXTS = ("id", "lang", "stem", "title", "explanation", "holder", "category", "author", "idnumber", "supersedes")
LISTS = ("facts", "evidence", "sources", "tags", "files", "hints", "corroboration")
INSIDE = {
    "evidence": (SPAN, ("quote",)),
    "sources": (SOURCE, ("title", "outlet", "url")),
    "files": (FILE, ("name", "mime", "alt", "base64")),
    "hints": (HINT, ("text",)),
    "corroboration": (OTHER, ("article", "quote", "origin")),
}
"""The lists of entries: an entry that is right, and its texts."""


def found(**changed):
    reader = Reader({**WHOLE, **changed})
    read_item(reader, "it")
    return [(each.code, each.path) for each in reader.problems]


def test_an_item_with_every_field_is_read_and_comes_back_as_it_was():
    reader = Reader(WHOLE)
    item = read_item(reader, "it")
    assert reader.problems == []
    assert dump_item(item) == WHOLE


@pytest.mark.parametrize("name", ["type", "id", "stem"])
def test_what_an_item_cannot_be_without_is_named(name):
    assert ("field-missing", ()) in found(**{name: None})


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_is_a_text_of_bounded_length_without_nul(name):
    assert found(**{name: ["x"]})[0] == ("field-not-text", (name,))
    assert found(**{name: "a\0b"})[0] == ("text-with-nul", (name,))
    assert found(**{name: "a" * (LONGEST + 1)})[0] == ("text-too-long", (name,))


@pytest.mark.parametrize("name", ["facts", "tags"])
def test_a_list_of_texts_holds_texts_of_bounded_length_without_nul(name):
    assert found(**{name: ["a", 1]}) == [("field-not-text", (name, 1))]
    assert found(**{name: ["a", "a\0b"]}) == [("text-with-nul", (name, 1))]
    assert found(**{name: ["a", "a" * (LONGEST + 1)]}) == [("text-too-long", (name, 1))]


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_a_list(name):
    assert found(**{name: "x"}) == [("field-not-list", (name,))]


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("type", "essay", "type-unknown"),
        ("text_format", "markdown", "field-not-one-of"),
        ("kind", "guess", "field-not-one-of"),
        ("timing", "soon", "field-not-one-of"),
        ("difficulty", "hellish", "field-not-one-of"),
        ("status", "done", "field-not-one-of"),
        ("came_true", "perhaps", "field-not-one-of"),
        ("as_of", "ieri", "field-not-date"),
        ("review_by", "2024-13-01", "field-not-date"),
        ("horizon", "domani", "field-not-date"),
        ("points", "molti", "field-not-number"),
        ("points", -1, "field-out-of-range"),
        ("points", 1001, "field-out-of-range"),
        ("penalty", "poca", "field-not-number"),
        ("penalty", "-1/3", "field-out-of-range"),
        ("penalty", 2, "field-out-of-range"),
        ("combined_feedback", "bene", "field-not-map"),
        ("colour", "red", "field-unknown"),
    ],
)
def test_a_value_outside_what_is_allowed_is_refused(name, value, code):
    assert found(**{name: value}) == [(code, (name,))]


@pytest.mark.parametrize(("name", "inner"), [(name, inner) for name in INSIDE for inner in INSIDE[name][1]])
def test_the_texts_of_an_entry_are_texts(name, inner):
    entry = INSIDE[name][0]
    assert found(**{name: [entry, {**entry, inner: ["x"]}]}) == [("field-not-text", (name, 1, inner))]


@pytest.mark.parametrize(
    ("name", "inner"),
    [(name, inner) for name in INSIDE for inner in INSIDE[name][1] if inner != "url"]
    + [(name, inner) for name in ("evidence", "corroboration") for inner in ("start", "end")],
)
def test_an_entry_without_what_it_needs_is_refused(name, inner):
    entry = {key: value for key, value in INSIDE[name][0].items() if key != inner}
    assert [code for code, _path in found(**{name: [entry]})] == ["field-missing"]


@pytest.mark.parametrize(
    ("name", "inner", "value", "code"),
    [
        *(
            (name, inner, "due", "field-not-whole")
            for name in ("evidence", "corroboration")
            for inner in ("start", "end")
        ),
        ("corroboration", "stance", "doubts", "field-not-one-of"),
        ("sources", "date", "ieri", "field-not-date"),
        ("hints", "clear_wrong", "no", "field-not-flag"),
        ("hints", "show_count", "no", "field-not-flag"),
        *((name, "colour", "red", "field-unknown") for name in INSIDE),
    ],
)
def test_a_value_of_an_entry_outside_what_is_allowed_is_refused(name, inner, value, code):
    assert found(**{name: [{**INSIDE[name][0], inner: value}]}) == [(code, (name, 0, inner))]


@pytest.mark.parametrize("inner", ["correct", "partial", "incorrect"])
def test_each_comment_by_outcome_is_a_text(inner):
    assert found(combined_feedback={inner: ["x"]}) == [("field-not-text", ("combined_feedback", inner))]
    assert found(combined_feedback={"well": "x"}) == [("field-unknown", ("combined_feedback", "well"))]


def test_a_picture_is_no_longer_than_any_may_be():
    assert found(files=[{**FILE, "base64": "A" * 2_000_001}]) == [("text-too-long", ("files", 0, "base64"))]
    assert found(files=[{**FILE, "base64": "A" * 2_000_000}]) == []

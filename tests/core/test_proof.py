"""The evidence in its place: what is marked is exact, and one sentence stands on each side."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.proof import marked_passages
from quizapp.core.sentences import sentences
from quizapp.core.spans import Span

LONG = "Primo fatto. Secondo fatto. Terzo fatto. Quarto fatto. Quinto fatto. Sesto fatto."


def span(text, quote):
    return Span(text.index(quote), text.index(quote) + len(quote), quote)


@pytest.mark.parametrize(
    ("quotes", "pieces"),
    [
        (["Primo fatto."], [("Primo fatto.", True), (" Secondo fatto. …", False)]),
        (["Sesto fatto."], [("… Quinto fatto. ", False), ("Sesto fatto.", True)]),
        (
            ["Terzo fatto."],
            [("… Secondo fatto. ", False), ("Terzo fatto.", True), (" Quarto fatto. …", False)],
        ),
        (
            ["Primo fatto.", "Sesto fatto."],
            [("Primo fatto.", True), (" Secondo fatto. … Quinto fatto. ", False), ("Sesto fatto.", True)],
        ),
        (
            ["Terzo fatto.", "Quinto fatto."],
            [
                ("… Secondo fatto. ", False),
                ("Terzo fatto.", True),
                (" Quarto fatto. ", False),
                ("Quinto fatto.", True),
                (" Sesto fatto.", False),
            ],
        ),
        (["Terzo"], [("… Secondo fatto. ", False), ("Terzo", True), (" fatto. …", False)]),
    ],
    ids=["first", "last", "middle", "both ends", "one between", "a word"],
)
def test_one_sentence_stands_on_each_side_of_the_proof(quotes, pieces):
    assert marked_passages(LONG, [span(LONG, quote) for quote in quotes]) == [pieces]


def test_paragraphs_without_proof_are_left_out():
    text = "Avanti.\nQui la prova.\nDopo."
    assert marked_passages(text, [span(text, "Qui la prova.")]) == [[("Qui la prova.", True)]]


def test_spans_that_overlap_are_one_mark():
    text = "Qui la prova."
    assert marked_passages(text, [span(text, "Qui la"), span(text, "la prova.")]) == [[(text, True)]]


@given(st.data(), st.text(alphabet="Ab. !?\n«»", max_size=60))
def test_what_is_marked_is_what_was_anchored_and_nothing_is_invented(data, text):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    passages = marked_passages(text, [Span(start, end, text[start:end])])
    marked = "".join(piece for line in passages for piece, mark in line if mark)
    assert "".join(marked.split()) == "".join(text[start:end].split())
    for line in passages:
        for piece, mark in line:
            assert mark or all(part.strip() in text for part in piece.split("…"))


def test_a_line_of_full_stops_is_one_sentence():
    assert [each.quote for each in sentences("." * 20_000)] == ["." * 20_000]
    assert [each.quote for each in sentences("Uno... Due?! «Tre.» Quattro.»... Cinque")] == [
        "Uno...", "Due?!", "«Tre.»", "Quattro.»...", "Cinque",
    ]  # fmt: skip

"""Anki: a deck that opens, whose notes keep their name from one file to the next."""

import base64
import json
import sqlite3

import pytest

from quizapp.config import resource_dir
from quizapp.formats.anki_write import FIELDS, write_anki
from quizapp.formats.bank_exchange import sourced
from quizapp.formats.bankfile import read_bank
from tests.formats.packing import unpacked
from tests.formats.test_canvas import PNG
from tests.formats.test_csv import made

OPTIONS = [{"text": "Zeta", "fraction": 1}, {"text": "Alfa", "fraction": 0}]


def notes(written):
    """Guid and fields of each note, in order."""
    base = sqlite3.connect(":memory:")
    base.deserialize(unpacked(written.data)["collection.anki2"])
    assert base.execute("pragma integrity_check").fetchone() == ("ok",)
    found = base.execute("select n.guid, n.flds, n.mod, n.tags from notes n join cards c on c.nid = n.id").fetchall()
    base.close()
    return [
        (guid, dict(zip(FIELDS, fields.split("\x1f"), strict=True)), mod, tags) for guid, fields, mod, tags in found
    ]


def test_a_card_asks_in_front_and_gives_key_reason_sentence_source_and_day_behind():
    item = made(
        id="a-b", type="choice", options=OPTIONS, explanation="Perché <b>", as_of="2024-10-14", tags=["due parole"],
        evidence=[{"start": 0, "end": 400, "quote": "parola " * 57 + "x"}],
        sources=[{"title": "Titolo", "outlet": "Ansa", "date": "2024-10-14", "url": "https://x.it/?a=1&b"}],
    )  # fmt: skip
    ((_guid, card, _mod, tags),) = notes(write_anki([item], 5))
    assert card["Options"] == "<ul><li>Alfa</li><li>Zeta</li></ul>"
    assert (card["Answer"], card["Explanation"], card["As of"]) == ("Zeta", "Perché &lt;b&gt;", "2024-10-14")
    assert card["Source"] == '<a href="https://x.it/?a=1&amp;b">Titolo</a> (Ansa, 2024-10-14)'
    assert len(card["Sentence"]) <= 300 + len("<blockquote></blockquote>")
    assert tags == " due_parole "


def test_an_item_keeps_its_note_when_its_words_change_and_the_newer_file_says_so():
    first, second = (made(id="a-b", type="choice", stem=stem, options=OPTIONS) for stem in ("Chi?", "Chi è?"))
    (old,), (new,) = notes(write_anki([first], 5)), notes(write_anki([second], 6))
    assert (old[0], old[2], new[2]) == (new[0], 5, 6)


def test_items_that_only_count_the_questions_of_a_file_are_known_by_their_number_or_their_words():
    one, two, three = (
        made(id="q1", type="choice", options=OPTIONS, **more)
        for more in ({"stem": "Chi?"}, {"stem": "Dove?"}, {"idnumber": "n1"})
    )
    assert len({guid for guid, *_rest in notes(write_anki([one, two, three]))}) == 3
    assert len({guid for guid, *_rest in notes(write_anki([one, one]))}) == 2


def test_the_article_of_a_bank_is_the_first_source_of_its_cards():
    bank, _located = read_bank(min(resource_dir("questions").rglob("*.yaml")).read_bytes())
    ((_guid, card, *_rest), *_others) = notes(write_anki(sourced(bank.items, bank.article)))
    assert card["Source"].startswith(f"{bank.article.title} (")


def test_pictures_lie_beside_the_cards_and_only_those_of_the_question_stand_in_front():
    coded = base64.b64encode(PNG).decode()
    file = {"name": "a.png", "mime": "image/png", "alt": "Un leone", "base64": coded}
    told = 'Ecco <img src="file:a.png" alt="Un leone">'
    item = made(type="choice", options=OPTIONS, text_format="html", explanation=told, files=[file])
    written = write_anki([item])
    ((_guid, card, *_rest),) = notes(written)
    files = unpacked(written.data)
    ((number, name),) = json.loads(files["media"]).items()
    assert files[number] == PNG
    assert name in card["Explanation"]
    assert "<img" not in card["Question"]


@pytest.mark.parametrize(
    ("data", "answer"),
    [
        ({"type": "true_false", "options": [{"text": "true", "fraction": 0}, {"text": "false", "fraction": 1}],
          "correction": "Era ieri."}, "falso. Era ieri."),
        ({"type": "text", "answers": [{"text": "io", "fraction": 1}]}, "io"),
        ({"type": "number", "unit": "km", "numbers": [{"value": 5, "fraction": 1}]}, "5 km"),
        ({"type": "matching", "pairs": [{"left": "a", "right": "x"}, {"left": "b", "right": "y"}]},
         "<ul><li>a → x</li><li>b → y</li></ul>"),
        ({"type": "ordering", "order": [{"text": "b"}, {"text": "a"}]}, "<ol><li>b</li><li>a</li></ol>"),
        ({"type": "cloze", "stem": "È [[1]].", "gaps": [{"type": "choice", "options": OPTIONS}]}, "1. Zeta"),
        ({"type": "classify", "categories": [{"text": "x"}, {"text": "y"}], "statements": [
            {"text": "uno", "category": 1}, {"text": "due", "category": 0}]},
         "<ul><li>uno → y</li><li>due → x</li></ul>"),
    ],
)  # fmt: skip
def test_every_type_has_its_key_behind_and_none_in_front(data, answer):
    ((_guid, card, *_rest),) = notes(write_anki([made(**data)]))
    assert card["Answer"] == answer
    assert "[[" not in card["Question"]


def test_what_a_card_has_no_place_for_is_said():
    item = made(type="choice", title="T", hints=[{"text": "x"}], options=[{**OPTIONS[0], "feedback": "f"}, OPTIONS[1]])
    assert {each.element for each in write_anki([item]).problems} == {"title", "hints", "options.feedback"}

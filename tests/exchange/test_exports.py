"""Taking questions along: whose they may be, what is said beforehand, what never leaves, and that they come back."""

import re
import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest
from sqlalchemy import select

from quizapp import db
from quizapp.banks import queries as banks
from quizapp.banks.models import Item
from quizapp.banks.service import add_version
from quizapp.bench.signing import signed
from quizapp.core.items import read_item
from quizapp.core.lifecycle import Status
from quizapp.core.reading import Reader
from quizapp.exchange.leaving import leaving, title_of, written
from quizapp.exchange.problems import runs
from quizapp.extraction.engine import as_json
from quizapp.formats.bankfile import read_bank
from quizapp.formats.registry import FORMATS, WRITTEN_TO, read
from tests.build import NOW, make_bank, make_item, signed_in
from tests.extraction.make import drafted
from tests.formats.packing import unpacked

ENGLISH = {"Accept-Language": "en"}
_READ_AS = {"qti21": "qti", "qti30": "qti"}
SAID = {
    "it": "La Duma ha ratificato il trattato con la Corea del Nord il 24 ottobre 2024 con 397 voti.\n"
    "Il Giappone ha chiesto una riunione del Consiglio di sicurezza a New York nel novembre 2024.",
    "en": "The Duma ratified the treaty with North Korea on 24 October 2024 with 397 votes.\n"
    "Japan asked for a meeting of the Security Council in New York in November 2024.",
}


def test_the_page_says_what_a_format_does_not_carry_before_the_file_is_fetched(town, giulia):
    page = giulia.get(f"/banks/{town.bank}/export", headers=ENGLISH).text
    assert "Download" not in page
    for title in (FORMATS[name].title for name in WRITTEN_TO):
        assert title in page
    page = giulia.get(f"/banks/{town.bank}/export?format=aiken", headers=ENGLISH).text
    assert "What this format does not carry" in page
    assert re.search(r"<li>the explanation <span[^>]*>\(questions? [\d, –]+\)", page)
    assert re.search(r"<li>Questions of this form: [^<]+ <span[^>]*>\(question \d+\)", page)
    assert "Download" in page
    page = giulia.get(f"/banks/{town.bank}/export?format=bank", headers=ENGLISH).text
    assert "carries everything" in page


@pytest.mark.parametrize("name", WRITTEN_TO)
def test_a_bank_is_fetched_in_every_format_and_read_again(town, giulia, session, name):
    answer = giulia.get(f"/banks/{town.bank}/export?format={name}&get=1")
    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"].startswith("attachment; filename=")
    if name == "anki":
        assert "collection.anki2" in unpacked(answer.data)
        return
    bank = banks.whole_bank(session, banks.bank_by_public_id(session, town.bank))
    found = read(answer.data, _READ_AS.get(name, name))
    stems = [item.stem for item in bank.items if name != "aiken" or item.type == "choice"]
    assert {item.stem for item in found.items} <= {item.plain(item.stem) for item in bank.items}
    assert len(found.items) >= (1 if name in {"aiken", "gift", "csv", "xlsx", "moodle-xml"} else len(stems))


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ('../../etc/passwd"; filename="x.exe', "etc-passwd-filename-x-exe.gift.txt"),
        ("Città, «però»\r\nSet-Cookie: a=b", "citta-pero-set-cookie-a-b.gift.txt"),
        ("\u202egpj.exe", "gpj-exe.gift.txt"),
        ("…", "quotidia.gift.txt"),
    ],
)
def test_whatever_a_bank_is_called_its_file_has_a_name_that_every_system_takes(town, giulia, session, title, name):
    with db.writing(session) as write:
        banks.bank_by_public_id(write, town.bank).title = title
    answer = giulia.get(f"/banks/{town.bank}/export?format=gift&get=1")
    assert answer.headers["Content-Disposition"] == f"attachment; filename={name}"


def test_neither_an_articles_text_nor_a_long_sentence_leaves_with_a_bank(town, giulia, session):
    before = banks.whole_bank(session, banks.bank_by_public_id(session, town.bank))
    assert before.article.text
    data = giulia.get(f"/banks/{town.bank}/export?format=bank&get=1").data
    bank, _located = read_bank(data)
    assert bank.article.text is None
    assert before.article.text not in data.decode()
    assert all(len(span.quote) <= 300 for item in bank.items for span in item.spans)
    assert [item.id for item in bank.items] == [item.id for item in before.items]


def test_retired_questions_stay_and_the_page_counts_them(town, giulia, session):
    with db.writing(session) as write:
        bank = banks.bank_by_public_id(write, town.bank)
        listed = banks.items_of(write, bank)[0]
        add_version(write, listed.row, replace(listed.item, status=Status.RETIRED), None, now=NOW)
    page = giulia.get(f"/banks/{town.bank}/export", headers=ENGLISH).text
    assert "1 retired one stays here" in page
    text = giulia.get(f"/banks/{town.bank}/export?format=bank&get=1").data.decode()
    assert f"id: {listed.item.id}\n" not in text


def test_the_questions_of_a_quiz_and_those_ticked_are_fetched_too(town, giulia, session):
    names = list(session.scalars(select(Item.public_id).order_by(Item.id).limit(2)))
    quiz = giulia.get(f"/quizzes/{town.quiz}/export?format=bank&get=1")
    assert len(read(quiz.data, "bank").items) == 5
    ticked = giulia.get("/items/export", query_string={"item": names, "format": "bank", "get": "1"})
    assert len(read(ticked.data, "bank").items) == 2
    page = giulia.get("/items/export", query_string={"item": names, "format": "gift"}, headers=ENGLISH).text
    assert [f'name="item" value="{name}"' in page for name in names] == [True, True]
    assert "No question is chosen" in giulia.get("/items/export", headers=ENGLISH).text
    assert 'formaction="/items/export"' in giulia.get("/items").text


def test_a_card_of_anki_is_the_same_note_from_whichever_page_it_comes(town, giulia):
    decks = [
        giulia.get(f"{place}/export?format=anki&get=1").data
        for place in (f"/banks/{town.bank}", f"/quizzes/{town.quiz}")
    ]
    ids = [set(re.findall(rb"\x1f([a-z2-9]{16})", unpacked(deck)["collection.anki2"])) for deck in decks]
    assert ids[0] & ids[1]


@pytest.mark.parametrize(("role", "bank", "quiz"), [("marco", 200, 404), ("ada", 404, 404), ("bruno", 404, 404)])
def test_who_may_not_see_them_may_not_take_them_along(app, town, session, role, bank, quiz):
    client = signed_in(app, getattr(town, role))
    assert client.get(f"/banks/{town.bank}/export?format=gift&get=1").status_code == bank
    assert client.get(f"/quizzes/{town.quiz}/export?format=gift&get=1").status_code == quiz


@pytest.mark.parametrize("name", WRITTEN_TO)
@pytest.mark.parametrize("lang", ["it", "en"])
def test_what_the_engine_drafted_is_known_as_a_draft_in_every_format_that_has_tags(name, lang):
    mark = {"it": "bozza-automatica", "en": "automatic-draft"}[lang]
    told = as_json(drafted(SAID[lang], lang, published="2024-10-25"))["drafts"]
    data = next(each["item"] for each in told if each["item"]["type"] == "choice")
    draft = signed(read_item(Reader({**data, "evidence": [], "facts": []}), lang), make_bank().article, "Giulia")
    assert mark in _tags_in(leaving("x", [("p", draft)]), name)


@pytest.mark.parametrize("name", WRITTEN_TO)
def test_an_author_who_is_nobody_is_known_in_every_format_that_has_tags(name):
    on = leaving("x", [("p", make_item(author="Bozza automatica", tags=["a"]))])
    if name == "bank":
        assert read(written(on, "bank").data, "bank").items[0].author == "Bozza automatica"
    else:
        assert "bozza automatica" in _tags_in(on, name)


def _tags_in(on, name):
    """The tags of the first question in a file of a format; of Aiken, which has none, those that it says it loses."""
    file = written(on, name)
    if name == "aiken":
        assert {"tags", "author"} & {each.element for each in file.problems}
        return {*on.items[0].tags, (on.items[0].author or "").casefold()}
    if name == "anki":
        with closing(sqlite3.connect(":memory:")) as base:
            base.deserialize(unpacked(file.data)["collection.anki2"])
            (told,) = base.execute("select tags from notes").fetchone()
        return {each.replace("_", " ") for each in told.split()}
    return set(read(file.data, _READ_AS.get(name, name)).items[0].tags)


def test_ids_of_several_banks_are_told_apart():
    on = leaving("x", [("p", make_item()), ("q", make_item())])
    assert len({item.id for item in on.items}) == 2


@pytest.mark.parametrize(
    ("name", "title"),
    [("storia.gift.txt", "storia"), ("3a.B.xml", "3a.B"), ("storia.QTI21.zip", "storia"), ("a", "a"), (".csv", ".csv")],
)
def test_a_bank_is_called_as_its_file_without_the_ending(name, title):
    assert title_of(name) == title


@pytest.mark.parametrize(("numbers", "words"), [([], ""), ([3], "3"), ([1, 2, 3, 5, 7, 8], "1–3, 5, 7–8")])
def test_numbers_are_told_in_runs(numbers, words):
    assert runs(numbers) == words

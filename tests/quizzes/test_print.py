"""A quiz on paper: versions that stay the same, and keys that say what stands beside each letter on its own paper."""

import io
import re
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from quizapp import db
from quizapp.accounts.queries import school
from quizapp.banks import queries as banks
from quizapp.banks.service import sync_bank
from quizapp.quizzes.service import make_quiz
from tests.attempts.test_types import BODIES, MATCHING, ORDERING
from tests.build import CANARY, ITEMS, NOW, SENTENCE, make_bank, make_item, signed_in
from tests.items.test_editor import PNG

LETTERS = "ABC"


@pytest.fixture
def papers(app, session, town):
    """Of a quiz of all nine types, in three versions: for each letter its questions, and the rows of its key."""
    items = [make_item(**{"options": None, **each}) for each in ITEMS] + [
        make_item(id=name, type=name, options=None, **{"stem": f"Nel 2024, {name}?", **body})
        for name, body in BODIES.items()
    ]
    with db.writing(session) as write:
        here = school(write).id
        sync_bank(write, replace(make_bank(), id="it/nove", items=tuple(items)), school_id=here, now=NOW)
        bank = banks.bank_by_slug(write, here, "it/nove")
        versions = [each.version.id for each in banks.items_of(write, bank)]
        quiz = make_quiz(
            write, here, title="Nove", lang="it", article_id=bank.article_id, item_version_ids=versions,
            owner_id=town.giulia, now=NOW,
        )  # fmt: skip
        address = f"/quizzes/{quiz.public_id}/print?versions=3"
    giulia = signed_in(app, town.giulia)

    def read():
        soup = BeautifulSoup(giulia.get(address).text, "html.parser")
        return {
            letter: (
                soup.select(f'section[aria-labelledby="h-{letter}"] .pq'),
                soup.select(f'section[aria-labelledby="k-{letter}"] tbody tr'),
            )
            for letter in LETTERS
        }

    return read


def words(node):
    return re.sub(r"\s+", " ", node.get_text(" ", strip=True))


def rows(node):
    """What stands beside each letter or number of a list."""
    return {words(line.strong): words(line.find_all("span")[-1]) for line in node.select("li")}


def asked(papers, letter, about):
    """The question of a version whose heading has the words, and the cell of its key that answers it."""
    questions, key = papers[letter]
    place = next(place for place, each in enumerate(questions) if about in words(each))
    return questions[place], words(key[place].td)


@pytest.mark.parametrize("letter", LETTERS)
def test_the_letters_of_a_key_are_those_of_its_own_paper(papers, letter):
    found = papers()
    question, key = asked(found, letter, "In quale città")
    assert rows(question)[key.split()[0]] == "Vienna"
    question, key = asked(found, letter, "Che cosa è vero")
    assert {rows(question)[each] for each in re.findall(r"\b[ABC]\b", key)} == {"È di marzo", "È di Vienna"}
    question, key = asked(found, letter, "fu firmato nel 2023")
    assert rows(question)[key.split()[0]] == "Falso"
    question, key = asked(found, letter, "Nel 2024, ordering?")
    assert [rows(question)[each] for each in key.split(" → ")] == [step["text"] for step in ORDERING["order"]]
    for about, right in (
        ("Nel 2024, matching?", {pair["left"]: pair["right"] for pair in MATCHING["pairs"]}),
        ("Come presenta", {"L’accordo fu firmato.": "Dato per certo", "L’intesa potrebbe durare.": "Previsione"}),
    ):
        question, key = asked(found, letter, about)
        left, beside = map(rows, question.select(".two ol"))
        pairs = dict(re.findall(r"(\d) ([A-Z])", key))
        assert {left[number]: beside[each] for number, each in pairs.items()} == right


def test_what_is_typed_has_room_on_the_paper_and_its_answer_in_the_key_alone(papers):
    found = papers()
    for about, answer in (("In quale mese", "marzo"), ("Nel 2024, number?", "1234 stati"), ("Completa", "1. Vienna")):
        question, key = asked(found, "A", about)
        assert question.select(".line-to-fill, .blank")
        assert answer in key
    question, _key = asked(found, "A", "Completa")
    assert len(question.select(".blank")) == 3
    assert "Vienna · Oslo" in words(question) or "Oslo · Vienna" in words(question)
    assert all(CANARY not in words(each) for questions, _key in found.values() for each in questions)


def test_a_version_is_the_same_at_every_printing_and_each_has_its_own_order(papers):
    once, again = papers(), papers()
    order = {letter: [words(each.h3).split(". ", 1)[1] for each in once[letter][0]] for letter in LETTERS}
    assert {letter: [words(each) for each in again[letter][0]] for letter in LETTERS} == {
        letter: [words(each) for each in once[letter][0]] for letter in LETTERS
    }
    assert order["A"][0] == ITEMS[0]["stem"]
    assert len({tuple(each) for each in order.values()}) == 3
    assert len({tuple(sorted(each)) for each in order.values()}) == 1


def test_the_key_quotes_the_sentence_each_answer_stands_on(papers):
    for _questions, key in papers().values():
        assert all(SENTENCE in words(row) for row in key)


def test_a_number_of_versions_that_there_is_not_is_one(app, town):
    giulia = signed_in(app, town.giulia)
    for wanted in ("0", "7", "molte", ""):
        page = giulia.get(f"/quizzes/{town.quiz}/print?versions={wanted}")
        assert page.status_code == 200
        assert 'id="h-A"' in page.text
        assert 'id="h-B"' not in page.text


def test_students_have_no_paper(app, town):
    assert signed_in(app, town.ada).get(f"/quizzes/{town.quiz}/print").status_code == 404


@pytest.mark.parametrize("sheet", ["print", "preview"])
def test_a_picture_is_there_on_paper_and_in_the_preview_as_a_student_meets_it(app, town, sheet):
    giulia = signed_in(app, town.giulia)
    sent = {"picture": (io.BytesIO(PNG), "carta.png"), "alt": "Una carta dell’Adriatico"}
    assert giulia.post(f"/items/{town.item}/pictures", data=sent).status_code == 303
    quiz = giulia.post("/quizzes/new", data={"title": "Con la carta", "items": [town.item]}).headers["Location"]
    shown = BeautifulSoup(giulia.get(quiz.replace("edit", sheet)).text, "html.parser").select(".figures img")
    assert [each["alt"] for each in shown] == ["Una carta dell’Adriatico"]
    assert giulia.get(shown[0]["src"]).data == PNG

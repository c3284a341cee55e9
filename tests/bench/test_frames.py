"""Long stems: what says where a sentence is from stands apart, and lists show what tells the questions apart."""

import re

import pytest
from bs4 import BeautifulSoup

from tests.bench.paper import WHOLE, bring
from tests.build import signed_in
from tests.house import NEWS

TITLE = "La banca centrale abbassa i tassi e divide l’Europa"


@pytest.fixture
def bench(app, town):
    return bring(signed_in(app, town.giulia), **{**WHOLE, "title": TITLE})


def read(answer):
    return BeautifulSoup(answer if isinstance(answer, str) else answer.text, "html.parser")


def framed_card(bench):
    """A card whose stem is a sentence under the title of the article."""
    return next(
        card for card in read(bench.page()).select(".draft") if (f := card.h3.find(class_="frame")) and TITLE in f.text
    )


def test_the_card_the_list_of_the_bank_and_the_quiz_set_the_title_apart_and_keep_every_word(bench):
    card = framed_card(bench)
    stem, frame = card.h3.text, card.h3.select_one(".frame").text
    assert stem.startswith(frame)
    assert TITLE not in stem.removeprefix(frame)
    bench.decide(card.select_one("form[hx-post]")["action"], "accept")
    bank = re.search(r'href="(/banks/\w+)"><svg', bench.page())[1]
    for address in (bank, f"{bank}/quiz"):
        shown = read(bench.client.get(address)).find(
            lambda tag: tag.name in {"a", "span"} and tag.text.startswith(stem)
        )
        assert shown is not None, address
        assert shown.select_one(".frame").text == frame


def test_the_list_of_the_counter_source_shows_what_tells_questions_apart(bench):
    card = framed_card(bench)
    rest = card.h3.text.removeprefix(card.h3.select_one(".frame").text)
    bench.decide(card.select_one("form[hx-post]")["action"], "accept")
    bring(bench.client, **{**WHOLE, "text": NEWS.replace("2,1%", "2,4%")})
    page = read(bench.client.get(f"/articles/{bench.article}/voices"))
    assert rest in [option.text for option in page.select("#item option")]


def test_the_editor_numbers_the_sentences_as_the_bench_does(bench):
    card = framed_card(bench)
    number = re.search(r"frase (\d+)", card.select_one(".draft__top").text)[1]
    sentence = card.select_one(".srcline").text
    edited = bench.decide(card.select_one("form[hx-post]")["action"], "edit")
    page = read(bench.client.get(edited.headers["Location"]))
    chosen = page.select_one('[name="evidence-0-sentence"] option[selected]')
    assert chosen.text == f"{number}. {sentence}"

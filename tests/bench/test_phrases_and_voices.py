"""Any phrase, one question; and who speaks in an article."""

import re

import pytest
from bs4 import BeautifulSoup
from sqlalchemy import select

from quizapp.banks.models import ItemVersion
from quizapp.bench.models import Draft, Drafting
from tests.bench.paper import WHOLE, bring
from tests.build import signed_in
from tests.house import NEWS


@pytest.fixture
def bench(app, town):
    return bring(signed_in(app, town.giulia), **WHOLE)


def number_of(session, words):
    drafting = session.scalars(select(Drafting)).one()
    place = NEWS.index(words)
    return next(n for n, each in enumerate(drafting.sentences, 1) if each["start"] <= place < each["end"])


def ask(bench, number, phrase=""):
    return bench.client.get(f"/articles/{bench.article}/phrase", query_string={"sentence": number, "phrase": phrase})


def test_a_sentence_offers_its_figures_names_and_dates(bench, session):
    page = ask(bench, number_of(session, "Il governatore")).text
    for part in ("Fabio Panetta", "35"):
        assert f">{part}</a>" in page


def test_any_words_of_a_sentence_become_a_question(bench, session):
    number = number_of(session, "La presidente Christine")
    page = ask(bench, number, "altri tagli").text
    assert "_____" in page
    at = f"/articles/{bench.article}/phrase"
    sent = bench.client.post(at, data={"sentence": number, "phrase": "altri tagli", "place": "0"})
    assert sent.status_code == 303
    session.rollback()
    made = session.scalars(select(Draft).where(Draft.origin == "phrase")).one()
    assert made.item["answers"] == [{"text": "altri tagli", "fraction": 1}]
    assert made.item["evidence"][0]["quote"] in NEWS
    assert bench.decide(f"/drafts/{made.public_id}", "accept").status_code == 303
    session.rollback()
    assert session.scalars(select(ItemVersion).order_by(ItemVersion.id.desc())).first().status == "ready"


def test_a_name_is_asked_for_among_the_other_names_of_the_article(bench, session):
    page = ask(bench, number_of(session, "Il governatore"), "Fabio Panetta").text
    assert "Christine Lagarde" not in page or 'class="alts"' in page
    assert "_____" in page


@pytest.mark.parametrize("data", [{"sentence": "1", "place": "99"}, {"sentence": "1", "place": ""}])
def test_an_offer_that_was_not_made_is_refused(bench, data):
    assert bench.client.post(f"/articles/{bench.article}/phrase", data=data).status_code == 422


@pytest.mark.parametrize("sentence", ["0", "999", "x", ""])
def test_a_sentence_that_is_not_there_is_not_found(bench, sentence):
    assert bench.client.get(f"/articles/{bench.article}/phrase?sentence={sentence}").status_code == 404


def test_words_that_the_sentence_does_not_hold_give_no_question(bench, session):
    assert "Nessuna domanda da queste parole" in ask(bench, 1, "parole che non ci sono").text


def test_voices_are_counted(bench):
    page = bench.client.get(f"/articles/{bench.article}/voices").text
    assert "Christine Lagarde" in page
    assert "Qui parla una sola voce" not in page


def test_one_voice_alone_is_a_warning(app, town):
    text = (
        "La riforma della giustizia arriva in Parlamento\n\n"
        "Secondo il ministro Carlo Nordio, la riforma della giustizia partirà nel gennaio 2027. "
        "Il testo della riforma ha quaranta articoli e riguarda i tribunali di tutta Italia. "
        "La Camera lo discute nel mese di settembre 2026."
    )
    one = bring(signed_in(app, town.giulia), **{**WHOLE, "text": text})
    assert "Qui parla una sola voce" in one.client.get(f"/articles/{one.article}/voices").text


def test_a_minister_called_by_surname_later_is_one_voice_and_still_alone(app, town):
    text = (
        "La riforma della giustizia arriva in Parlamento\n\n"
        "Secondo il ministro Carlo Nordio, la riforma della giustizia partirà nel gennaio 2027. "
        "Il testo della riforma ha quaranta articoli e riguarda i tribunali di tutta Italia. "
        "Secondo Nordio, i tribunali di tutta Italia avranno duemila giudici in più."
    )
    one = bring(signed_in(app, town.giulia), **{**WHOLE, "text": text})
    page = one.client.get(f"/articles/{one.article}/voices").text
    assert "Qui parla una sola voce" in page
    assert "il ministro Carlo Nordio" in page
    assert '<td class="r">2</td>' in page


def test_a_surname_that_two_voices_bear_is_given_to_neither(app, town):
    text = (
        "La riforma della giustizia arriva in Parlamento\n\n"
        "Secondo il ministro Carlo Nordio, la riforma della giustizia partirà nel gennaio 2027. "
        "Secondo la deputata Anna Nordio, la riforma della giustizia partirà nel giugno 2029. "
        "Secondo Nordio, i tribunali di tutta Italia avranno duemila giudici in più."
    )
    one = bring(signed_in(app, town.giulia), **{**WHOLE, "text": text})
    page = one.client.get(f"/articles/{one.article}/voices").text
    assert page.count('<td class="r">1</td>') == 3


def rival(bench):
    """Where words of another article are set beside an accepted question, and the form that says which."""
    bench.decide(bench.drafts()[0], "accept")
    other = bring(bench.client, **{**WHOLE, "text": NEWS.replace("2,1%", "2,4%"), "outlet": "L’Altro Giornale"})
    place = f"/articles/{bench.article}/voices"
    page = bench.client.get(place).text
    item = re.search(r'<option[^>]* value="(\w+)"', page[page.index('name="item"') :])[1]
    quote = "l’inflazione dell’area dell’euro è scesa al 2,4% nel maggio 2026"
    return place, {"item": item, "article": other.article, "stance": "disputes", "quote": quote}


def test_words_of_another_article_stand_beside_a_question(bench, session):
    place, form = rival(bench)
    assert bench.client.post(place, data={**form, "quote": "parole mai scritte"}).status_code == 422
    assert bench.client.post(place, data=form).status_code == 303
    session.rollback()
    kept = session.scalars(select(ItemVersion).order_by(ItemVersion.id.desc())).first().content["corroboration"][0]
    assert (kept["stance"], kept["quote"], kept["origin"]) == ("disputes", form["quote"], "L’Altro Giornale")
    assert "La smentisce" in bench.client.get(place).text


def test_an_article_without_a_title_is_named_by_how_it_begins(app, town, bench):
    text = (
        "Il Senato ha votato la riforma. "
        + "Il ministro Carlo Nordio ha parlato a lungo alla Camera nel marzo 2026. " * 4
    )
    bench.decide(bench.drafts()[0], "accept")
    bring(bench.client, **{**WHOLE, "text": text, "title": "", "unknown": "title"})
    page = bench.client.get(f"/articles/{bench.article}/voices").text
    offered = page[page.index('name="article"') :]
    assert "«Il Senato ha votato la riforma. Il ministro Carlo Nordio ha parlato a…»" in offered
    assert ">unknown</option>" not in offered


def test_another_sentence_cannot_be_asked_for_without_its_number(bench):
    field = re.search(r'<input[^>]*id="sentence"[^>]*>', ask(bench, 1).text)[0]
    assert " required" in field


def test_the_first_word_of_a_sentence_is_offered_only_as_a_full_name(app, town):
    text = (
        "La riforma della giustizia arriva in Parlamento\n\n"
        "«Questa riforma riguarda i tribunali di tutta Italia», ha detto il ministro Carlo Nordio a Roma. "
        "Carlo Nordio ha presentato il testo della riforma alla Camera nel marzo 2026."
    )
    one = bring(signed_in(app, town.giulia), **{**WHOLE, "text": text})
    first, second = (ask(one, number).text for number in (1, 2))
    assert ">Roma</a>" in first
    assert ">Questa</a>" not in first
    assert ">Carlo Nordio</a>" in second


def test_one_person_is_one_voice_with_an_office_or_with_a_place(bench):
    page = bench.client.get(f"/articles/{bench.article}/voices").text
    rows = re.findall(r'<th scope="row"[^>]*>([^<]*Lagarde[^<]*)</th><td class="r">(\d+)', page)
    assert rows == [("la presidente Christine Lagarde", "2")]


def test_who_speaks_for_somebody_is_another_voice(app, town):
    text = (
        "La riforma della giustizia arriva in Parlamento\n\n"
        "Secondo il ministro Carlo Nordio, la riforma della giustizia partirà nel gennaio 2027. "
        "Secondo il portavoce di Carlo Nordio, i tribunali di tutta Italia avranno duemila giudici in più. "
        "Il testo della riforma ha quaranta articoli e riguarda i tribunali di tutta Italia."
    )
    one = bring(signed_in(app, town.giulia), **{**WHOLE, "text": text})
    page = one.client.get(f"/articles/{one.article}/voices").text
    assert page.count('<td class="r">1</td>') == 2


def test_the_same_words_are_set_beside_a_question_once(bench, session):
    place, form = rival(bench)
    assert bench.client.post(place, data=form).status_code == 303
    again = bench.client.post(place, data=form)
    assert again.status_code == 422
    assert "Questo c’è già." in again.text
    session.rollback()
    newest = session.scalars(select(ItemVersion).order_by(ItemVersion.id.desc())).first()
    assert len(newest.content["corroboration"]) == 1


def test_a_number_to_write_is_shown_as_the_reader_writes_it_and_marked_in_its_sentence(bench, session):
    page = ask(bench, number_of(session, "Il tasso sui depositi")).text
    card = page[page.index("Numero da scrivere") :]
    card = card[: card.index("</article>")]
    assert "2,75 %" in card
    assert "<mark>2,75</mark>" in card
    assert "2.75" not in card


def test_questions_to_choose_from_are_read_in_their_language(bench):
    bench.decide(bench.drafts()[0], "accept")
    place, _form = rival(bench)
    page = BeautifulSoup(bench.client.get(place, headers={"Accept-Language": "en"}).text, "html.parser")
    assert page.select_one('select[name="item"]')["lang"] == "it"

"""Who else says it: exact spans of a teacher's other articles, counted by independent origin, carried by bank files."""

import pytest
from sqlalchemy import select

from quizapp.articles.queries import as_core
from quizapp.banks import queries as banks
from quizapp.banks.models import Bank
from quizapp.core.items import Stance
from quizapp.formats.bankfile import read_bank, write_bank
from quizapp.verification.catalogue import verify
from tests.bench.paper import WHOLE, bring
from tests.build import form_of, signed_in
from tests.house import NEWS, answer_all, begin
from tests.upkeep.shelf import give, newest, newest_assignment

SENTENCE = next(line for line in NEWS.splitlines() if len(line) > 80).split(". ")[0] + "."


@pytest.fixture
def place(town):
    return f"/items/{town.item}/corroboration"


def brought(giulia, **said):
    return bring(giulia, **{**WHOLE, **said}).article


def add(client, place, shown, **said):
    form = form_of(client.get(f"{place}?article={shown}").text, place)
    return client.post(place, data={**form, "quote": SENTENCE, **said})


def test_a_sentence_or_pasted_words_are_located_exactly_and_kept_in_a_new_version(giulia, town, place, session):
    article = brought(giulia)
    page = giulia.get(f"{place}?article={article}").text
    form = form_of(page, place)
    assert form["origin"] == ["Il Quotidiano di Prova"]
    assert add(giulia, place, article).status_code == 303
    number, item = newest(session, town.item)
    (further,) = item.corroboration
    assert (number, further.span.quote, further.stance) == (2, SENTENCE, Stance.SUPPORTS)
    assert NEWS.replace("\r\n", "\n").count(SENTENCE) == 1
    second = page.split('<option value="')[-1].split('"')[0]
    assert giulia.post(place, data={**form, "version": "2", "sentence": second, "quote": ""}).status_code == 303
    assert len(newest(session, town.item)[1].corroboration) == 2


def test_two_articles_of_one_agency_are_one_source_and_a_third_origin_makes_three(giulia, town, place, session):
    first, second = brought(giulia, outlet="Il Mattino"), brought(giulia, outlet="La Sera")
    assert "1 fonte" in giulia.get(f"/items/{town.item}").text
    add(giulia, place, first, origin="ANSA")
    assert "2 fonti indipendenti" in giulia.get(f"/items/{town.item}").text
    add(giulia, place, second, origin="Ansa")
    assert "2 fonti indipendenti" in giulia.get(f"/items/{town.item}").text
    assert "2 fonti indipendenti" in giulia.get(f"/banks/{town.bank}").text
    add(giulia, place, second, origin="Reuters")
    assert "3+ fonti indipendenti" in giulia.get(f"/items/{town.item}").text
    add(giulia, place, first, origin="AFP", stance="disputes")
    assert "1 la contesta" in giulia.get(f"/items/{town.item}").text


def test_a_copy_of_the_items_own_origin_adds_nothing(giulia, town, place):
    add(giulia, place, brought(giulia), origin="quotidia")
    assert "1 fonte" in giulia.get(f"/items/{town.item}").text


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"quote": "Queste parole non ci sono."}, "non lo dice con queste parole"),
        ({"quote": "la"}, "lo dice due volte"),
        ({"quote": "", "sentence": "0-99999999"}, "Scegli una frase"),
        ({"quote": "", "sentence": f"{'1' * 5000}-9"}, "Scegli una frase"),
        ({"stance": "maybe"}, "Scegli tra quelli proposti"),
        ({"origin": ""}, "Questo campo"),
        ({"article": "altro"}, "Scegli un articolo"),
    ],
)
def test_what_the_article_does_not_say_once_and_exactly_is_refused(giulia, town, place, session, said, words):
    sent = add(giulia, place, brought(giulia), **said)
    assert sent.status_code == 422
    assert "Errore:" in sent.text
    assert newest(session, town.item)[0] == 1


def test_no_quote_is_longer_than_three_hundred_characters(giulia, town, place, session):
    text = NEWS.replace("\r\n", "\n")
    start = text.index(SENTENCE)
    long, short = text[start : start + 301], text[start : start + 300].rstrip()
    article = brought(giulia)
    assert "più lungo di 300 caratteri" in add(giulia, place, article, quote=long).text
    assert add(giulia, place, article, quote=short).status_code == 303


def test_the_same_span_is_kept_once_can_be_taken_away_and_gives_way_to_a_change(giulia, town, place, session):
    article = brought(giulia)
    old = form_of(giulia.get(f"{place}?article={article}").text, place)
    add(giulia, place, article)
    assert add(giulia, place, article).status_code == 422
    late = giulia.post(place, data={**old, "quote": SENTENCE, "origin": "Altri"})
    assert late.status_code == 409
    assert giulia.post(f"{place}/remove", data={"place": "0", "version": "1"}).status_code == 409
    assert giulia.post(f"{place}/remove", data={"place": "7", "version": "2"}).status_code == 422
    assert giulia.post(f"{place}/remove", data={"place": "0", "version": "2"}).status_code == 303
    assert newest(session, town.item)[1].corroboration == ()


def test_only_ones_own_articles_are_on_offer_and_only_the_owner_adds(app, giulia, town, place):
    marcos = bring(signed_in(app, town.marco), **WHOLE).article
    assert marcos not in giulia.get(place).text
    mine = brought(giulia)
    assert (
        giulia.post(place, data={"article": marcos, "quote": SENTENCE, "origin": "x", "version": "1"}).status_code
        == 422
    )
    marco = signed_in(app, town.marco)
    assert marco.get(f"{place}?article={mine}").status_code == 403
    assert marco.post(place, data={"article": marcos}).status_code == 403
    assert signed_in(app, town.ada).get(place).status_code == 404


def test_a_student_reads_the_count_and_the_words_with_the_outcome_and_not_before(giulia, ada, town, place, session):
    add(giulia, place, brought(giulia), origin="ANSA")
    quiz = giulia.post("/quizzes/new", data={"title": "Fonti", "items": [town.item]}).headers["Location"]
    give(giulia, town, quiz.rsplit("/", 2)[1])
    attempt = begin(ada, newest_assignment(session))
    assert SENTENCE not in ada.get(f"{attempt}/1").text
    answer_all(ada, attempt, 1, 0)
    told = ada.get(f"{attempt}/1/outcome").text
    assert "2 fonti indipendenti" in told
    assert f"«{SENTENCE}»" in told.replace("&#39;", "'")


def test_the_bank_file_carries_it_out_and_in(giulia, town, place, session):
    add(giulia, place, brought(giulia), origin="ANSA", stance="disputes")
    session.rollback()
    bank = session.scalars(select(Bank).where(Bank.public_id == town.bank)).one()
    whole = banks.whole_bank(session, bank)
    again, problems = read_bank(write_bank(whole).encode())
    assert [problem.problem.code for problem in problems if problem.problem.severity == "error"] == []
    assert again.items[0].corroboration == whole.items[0].corroboration != ()
    assert write_bank(again) == write_bank(whole)
    assert not verify(again.items[0], as_core(banks.article_of(session, bank)))

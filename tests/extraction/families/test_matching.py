"""Matching and ordering: three clean pairs or dates, or nothing."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.extraction.families.matches import Pair, fitting
from quizapp.extraction.families.offices import offices
from tests.extraction.families.make import drafts, item, one
from tests.extraction.make import context_of

OFFICES = (
    "Il presidente francese Emmanuel Macron ha accolto a Parigi il re di Norvegia.\n"
    "Il primo ministro greco Kyriakos Mitsotakis ha firmato un accordo con il Cairo.\n"
    "Il ministro degli Esteri italiano Antonio Tajani ha parlato a New York.\n"
    "Il Po scorre a Cremona."
)
SOURCES = (
    "Secondo il ministero della Difesa, il porto di Odessa resterà chiuso per una settimana.\n"
    "Secondo il ministero della Salute, i medici di Palermo sono partiti per Beirut.\n"
    "Secondo il ministero dell’Ambiente, il Po ha raggiunto il livello minimo a Cremona.\n"
    "Il Po scorre."
)
EVENTS = (
    "Il 4 settembre 2017 la regione Liguria aprì il porto di Genova con una cerimonia.\n"
    "Nel maggio 2018 il tribunale di Milano approvò la vendita della sede di Torino.\n"
    "Il porto di Trieste inaugurò il molo di levante il 3 marzo 2019.\n"
    "Il Po scorre."
)


def test_persons_find_their_offices():
    draft = one(OFFICES, "matching")
    assert [(each["left"], each["right"]) for each in draft.own["pairs"]] == [
        ("Emmanuel Macron", "Presidente francese"),
        ("Kyriakos Mitsotakis", "Primo ministro greco"),
        ("Antonio Tajani", "Ministro degli Esteri italiano"),
    ]
    assert item(OFFICES, "matching").stem.startswith("Abbina a ogni persona la carica")


def test_the_one_woman_is_not_told_by_the_gender_of_her_office():
    premier = "La premier italiana Giorgia Meloni ha visitato il porto di Beirut.\n"
    (draft,) = drafts(premier + OFFICES, "matching")
    assert "Giorgia Meloni" not in {pair["left"] for pair in draft.own["pairs"]}


def test_two_offices_are_too_few():
    assert drafts("\n".join(OFFICES.split("\n")[1:]), "matching") == []


def test_an_office_left_behind_is_not_asked():
    assert drafts(OFFICES.replace("Il presidente francese", "L’ex presidente francese"), "matching") == []


def test_statements_find_their_sources_without_a_final_stop():
    pairs = item(SOURCES, "matching").body.pairs
    assert {pair.right for pair in pairs} >= {"Il ministero della Salute", "Il ministero dell’Ambiente"}
    assert not [pair.left for pair in pairs if pair.left.endswith(".")]
    assert all(pair.evidence for pair in pairs)


def test_events_come_in_order_of_time_without_their_dates():
    body = item(EVENTS, "ordering").body
    assert [step.text for step in body.order] == [
        "La regione Liguria aprì il porto di Genova con una cerimonia",
        "Il tribunale di Milano approvò la vendita della sede di Torino",
        "Il porto di Trieste inaugurò il molo di levante",
    ]
    assert not [step.text for step in body.order if any(figure in step.text for figure in ("2017", "2018", "2019"))]


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ("Nel maggio 2018", "Nel 2017"),
        ("Nel maggio 2018 il", "Dopo il maggio 2018 il"),
        ("il molo di levante il 3 marzo 2019", "poi il molo di levante il 3 marzo 2019"),
        ("il 3 marzo 2019", "entro il 3 marzo 2019"),
        ("la regione Liguria aprì", "si aprì"),
    ],
    ids=["dates overlap", "a limit", "says then", "a deadline", "no subject"],
)
def test_an_event_whose_time_or_words_are_unclear_is_left_out(was, becomes):
    assert drafts(EVENTS.replace(was, becomes), "ordering") == []


@given(st.lists(st.tuples(st.text("abc ", min_size=1), st.text("xyz ", min_size=1)), max_size=6))
def test_no_side_of_a_kept_pair_fits_another(sides):
    kept = fitting([Pair(left, right, None) for left, right in sides])
    for number, pair in enumerate(kept):
        for other in kept[number + 1 :]:
            assert pair.left.lower() not in other.left.lower()
            assert other.left.lower() not in pair.left.lower()
            assert pair.right.lower() not in other.right.lower()
            assert other.right.lower() not in pair.right.lower()


def test_a_right_side_named_on_the_left_is_not_kept():
    pairs = [Pair("La Duma di Mosca vota", "Duma", None), Pair("Il Senato tace", "Camera", None)]
    assert [pair.right for pair in fitting(pairs)] == ["Camera"]


def test_english_events_in_order():
    text = (
        "On 4 September 2017 the region of Liguria opened the harbour of Genoa with a ceremony.\n"
        "In May 2018 the court of Milan approved the sale of the seat in Turin.\n"
        "The harbour of Trieste opened the eastern pier on 3 March 2019.\nIt rains."
    )
    days = [step.text[:20] for step in item(text, "ordering", "en").body.order]
    assert days == ["The region of Liguri", "The court of Milan a", "The harbour of Tries"]
    assert all(one_ != other for one_, other in pairwise(days))


@pytest.mark.parametrize(
    ("opening", "lang", "office"),
    [
        ("Il segretario generale della NATO, Mark Rutte, ha parlato a Oslo.", "it", "segretario generale della NATO"),
        ("Ha parlato Antonio Tajani, ministro degli Esteri italiano, a Oslo.", "it", "ministro degli Esteri italiano"),
        ("The French foreign minister, Catherine Colonna, spoke in Oslo.", "en", "French foreign minister"),
        ("US Secretary of State Antony Blinken spoke in Oslo.", "en", "Secretary of State"),
    ],
)
def test_an_office_is_read_whole(opening, lang, office):
    (held,) = offices(context_of(opening, lang))
    assert office in held.role


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("NATO’s secretary general, Mark Rutte, spoke in Oslo.", "en"),
        ("I deputati Luca Rossi e Carlo Bianchi hanno parlato a Oslo.", "it"),
        ("Il presidente di turno Mario Rossi ha parlato a Oslo.", "it"),
        ("L’assessore alla Cultura Lorella Bianchi, Ernesto Verdi e Vito Neri hanno parlato.", "it"),
    ],
)
def test_half_an_office_is_none(text, lang):
    assert [each.role for each in offices(context_of(text, lang)) if "Cultura" not in each.role] == []

"""Independent origins: an agency's copy counts once, whoever prints it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.agencies import agency_of
from quizapp.core.corroboration import backing
from quizapp.core.items import Corroboration, Stance
from quizapp.core.spans import Span


def span(origin, stance="supports", article="it/altro"):
    return Corroboration(article, Span(0, 4, "Dice"), origin, Stance(stance))


@pytest.mark.parametrize(
    ("own", "origins", "badge"),
    [
        (None, [], ""),
        ("Quotidia", [], "1"),
        ("Quotidia", ["ANSA"], "2"),
        ("Quotidia", ["ANSA", "Ansa"], "2"),
        ("Quotidia", ["ANSA", " ansa. "], "2"),
        ("ANSA", ["ANSA"], "1"),
        ("ANSA", ["ANSA", "Reuters", "AFP"], "3+"),
        ("Quotidia", ["ANSA", "Reuters", "AFP", "AP"], "3+"),
        ("unknown", [], "1"),
        ("unknown", ["unknown"], "1"),
        ("unknown", ["ANSA"], "1"),
        ("Quotidia", ["unknown", ""], "1"),
        (None, ["ANSA"], "1"),
    ],
)
def test_origins_are_counted_not_articles(own, origins, badge):
    assert backing(own, tuple(map(span, origins))).badge == badge


@pytest.mark.parametrize(
    ("said", "agency"),
    [
        ("Agenzia ANSA", "ansa"),
        ("Ansa.it", "ansa"),
        ("https://www.ansa.it/sito/notizie", "ansa"),
        ("agenzia di stampa Ansa", "ansa"),
        ("L’Ansa", "ansa"),
        ("Il Mattino (ANSA)", "ansa"),
        ("La Sera – su dati Ansa", "ansa"),
        ("The Associated Press", "ap"),
        ("A.P.", "ap"),
        ("apnews.com", "ap"),
        ("Agence France-Presse", "afp"),
        ("AFP news agency", "afp"),
        ("Il Post / Reuters", "reuters"),
        ("Agenzia Nova", "nova"),
        ("agensir.it", "sir"),
        ("Nova", None),
        ("La Presse", None),
        ("Reuters Institute for the Study of Journalism", None),
        ("Ansaldo Energia", None),
        ("Agenzia di stampa", None),
        ("Il Mattino", None),
        ("", None),
    ],
)
def test_an_agency_is_known_by_its_usual_names_alone_or_beside_an_outlet(said, agency):
    assert agency_of(said) == agency


def test_agency_copies_count_once_under_whatever_name_they_are_printed():
    origins = ["ANSA", "Agenzia ANSA", "Ansa.it", "Il Mattino (ANSA)"]
    assert backing("Quotidia", tuple(map(span, origins))).badge == "2"
    assert backing("La Sera (Ansa)", tuple(map(span, origins))).badge == "1"


def test_who_disputes_is_counted_apart():
    found = backing("Quotidia", (span("ANSA", "disputes"), span("Ansa", "disputes"), span("AFP")))
    assert (found.badge, len(found.disputes)) == ("2", 1)


ORIGINS = st.sampled_from(["ANSA", "Agenzia Ansa", "ansa.it", "Reuters", "AFP", "unknown", "", "Quotidia"])
SPANS = st.lists(st.builds(span, ORIGINS, st.sampled_from(["supports", "disputes"])), max_size=6)


@given(ORIGINS, SPANS, st.randoms(use_true_random=False))
def test_neither_order_nor_repetition_changes_the_count(own, spans, random):
    mixed = [*spans, *spans]
    random.shuffle(mixed)
    assert backing(own, tuple(mixed)) == backing(own, tuple(spans))


@given(ORIGINS, SPANS, ORIGINS)
def test_a_further_span_adds_one_origin_at_most_and_takes_none(own, spans, origin):
    before, after = backing(own, tuple(spans)), backing(own, (*spans, span(origin)))
    assert len(before.supports) <= len(after.supports) <= len(before.supports) + 1
    assert before.disputes == after.disputes


@given(st.lists(ORIGINS, max_size=6))
def test_copies_of_the_own_origin_leave_one(origins):
    assert backing("ANSA", tuple(span("Ansa") for _each in origins)).badge == "1"

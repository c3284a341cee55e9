"""Spanish and French: facts by position, dates, figures and statements; nothing that needs names or verbs."""

import datetime
import re

import pytest

from quizapp.extraction import assembly
from quizapp.extraction.cues import FULL, LANGUAGES
from quizapp.extraction.engine import as_json, draft_article
from quizapp.extraction.families import PLAIN, families_of
from quizapp.extraction.phrases_romance import FRENCH as FRENCH_WORDS
from quizapp.extraction.phrases_romance import SPANISH as SPANISH_WORDS
from quizapp.intake.blocks import blocks_of
from tests.extraction.make import drafted

SPANISH = (
    "El Congreso de Madrid aprobó la ley de puertos con 210 votos el 14 de marzo de 2023.\n"
    "Según el Banco de España, la inflación de Galicia bajó al 3,4 % en enero de 2024.\n"
    "El puerto de Vigo recibió más de 1.200 barcos en 2022, una cifra que la Xunta publicó en Santiago.\n"
    "El puerto de Bilbao podría cerrar el muelle de Santurce en los meses de invierno.\n"
    "El accidente de Burgos dejó 14 muertos en la carretera de Madrid en 2021."
)
FRENCH = (
    "L’Assemblée de Paris a voté la loi sur les ports avec 310 voix le 14 mars 2023.\n"
    "Selon la Banque de France, l’inflation de Bretagne est tombée à 3,4 % en janvier 2024.\n"
    "Le port de Brest a reçu plus de 900 navires en 2022, selon un rapport de la Région Bretagne.\n"
    "Le port de Calais pourrait fermer le quai de Dunkerque pendant les mois d’hiver.\n"
    "L’accident de Lyon a fait 14 morts sur la route de Paris en 2021."
)
TITLES = {
    "es": "El Congreso de Madrid aprueba la ley de puertos con 210 votos",
    "fr": "L’Assemblée de Paris vote la loi sur les ports avec 310 voix",
}
TEXTS = {"es": SPANISH, "fr": FRENCH}


def phrases(words):
    for text in (getattr(words, name) for name in words.__slots__):
        yield from text if isinstance(text, tuple) else (text,)


def families(lang):
    return {draft.family for draft in drafted(TEXTS[lang], lang, published="2025-01-10").drafts}


@pytest.mark.parametrize("lang", TEXTS)
def test_dates_figures_and_statements_are_drafted(lang):
    assert families(lang) >= {"gap-date", "gap-number", "gap-typed-number", "true-false-swap"}


@pytest.mark.parametrize("lang", TEXTS)
def test_every_draft_speaks_the_language_of_the_article(lang):
    for draft in drafted(TEXTS[lang], lang, published="2025-01-10").drafts:
        assert "language-mismatch" not in draft.flaws
        assert not [word for word in ("frase dell", "sentence from", "articolo") if word in draft.stem]


@pytest.mark.parametrize("lang", TEXTS)
def test_nothing_is_ready_in_a_language_whose_drafts_nobody_judged(lang, monkeypatch):
    monkeypatch.setattr(assembly, "PROVEN", frozenset({"true-false-lead"}))
    blocks, day = blocks_of(TEXTS[lang], lang), datetime.date(2025, 1, 10)
    ranked = draft_article(TEXTS[lang], blocks, lang, title=TITLES[lang], published=day).drafts
    assert "true-false-lead" in {draft.family for draft in ranked if draft.sound}
    assert {draft.drawer for draft in ranked} == {"check"}


@pytest.mark.parametrize(
    ("lang", "kinds"),
    [("es", ["fact", "claim", "fact", "forecast", "fact"]), ("fr", ["fact", "claim", "claim", "forecast", "fact"])],
)
def test_kinds_are_told_by_plain_cues(lang, kinds):
    assert [fact.reading.kind.value for fact in drafted(TEXTS[lang], lang).context.facts] == kinds


@pytest.mark.parametrize(("lang", "holder"), [("es", "el Banco de España"), ("fr", "la Banque de France")])
def test_a_claim_names_its_holder(lang, holder):
    facts = as_json(drafted(TEXTS[lang], lang))["facts"]
    assert holder in {fact["holder"] for fact in facts}


@pytest.mark.parametrize(
    ("lang", "date", "shape"),
    [("es", "14 de marzo de 2023", r"\d{1,2} de \w+ de \d{4}"), ("fr", "14 mars 2023", r"\d{1,2} \w+ \d{4}")],
)
def test_wrong_dates_are_written_as_the_right_one(lang, date, shape):
    draft = next(d for d in drafted(TEXTS[lang], lang).drafts if d.family == "gap-date" and d.focus == date)
    assert all(re.fullmatch(shape, option["text"]) for option in draft.own["options"])


@pytest.mark.parametrize("lang", TEXTS)
def test_no_number_of_dead_is_asked_or_made_up(lang):
    for draft in drafted(TEXTS[lang], lang).drafts:
        if draft.family in {"gap-number", "gap-typed-number", "true-false-swap"}:
            assert not re.search(r"14 (?:muertos|morts)", draft.facts[0].sentence.quote)


def test_a_spanish_question_opens_with_its_mark():
    for one in phrases(SPANISH_WORDS):
        assert one.count("¿") == one.count("?")


def test_french_marks_keep_their_space():
    for one in phrases(FRENCH_WORDS):
        for mark in "?:»":
            assert one.count(mark) == one.count(f"\u00a0{mark}")
        assert one.count("«") == one.count("«\u00a0")


def test_thousands_apart_are_no_figure_of_three():
    text = "Le port de Brest a reçu 12 500 navires en 2022, selon un rapport de la Région Bretagne."
    assert [each.text for fact in drafted(text, "fr").context.facts for each in fact.quantities] == []


def test_a_language_has_all_families_or_the_plain_ones():
    for lang in LANGUAGES:
        assert (families_of(lang) == PLAIN) == (lang not in FULL)


def test_a_lower_bound_is_swapped_upwards_alone():
    for lang, number in (("es", 1200), ("fr", 900)):
        for draft in drafted(TEXTS[lang], lang).drafts:
            if draft.family == "true-false-swap" and draft.focus in {"1.200", "900"}:
                wrong = draft.own["options"][0]["feedback"].rstrip(".").split()[-1]
                assert int(wrong.replace(".", "")) > number


@pytest.mark.parametrize(
    ("lang", "title"), [("es", "Madrid aprueba la ley con 400 votos"), ("fr", "Paris vote à 400 voix")]
)
def test_a_figure_of_the_title_alone_is_flagged_in_its_language(lang, title):
    (flag,) = [flag for flag in drafted(TEXTS[lang], lang, title=title).flags if flag["code"] == "headline-unsupported"]
    assert "400" in flag["message"]
    assert {"es": "titular", "fr": "titre"}[lang] in flag["message"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "fr",
            "Emmanuel Macron a condamné l’attentat de Lyon du 3 mars 2024.\nLe tribunal a jugé Paul Martin à Paris.",
        ),
        ("es", "Pedro Sánchez condenó el atentado de Burgos de 3 de marzo de 2024.\nEl tribunal juzgó a Juan Pérez."),
    ],
    ids=["fr", "es"],
)
def test_an_article_on_a_crime_that_names_people_is_drafted_too(lang, text):
    found = drafted(text, lang, title="Attentat / atentado", published="2024-03-04")
    assert [fact.sentence.index for fact in found.context.facts] == [0, 1]
    assert all("unreadable" not in draft.flaws for draft in found.drafts)

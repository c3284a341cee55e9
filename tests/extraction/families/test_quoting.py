"""Words whose speaker stands in the middle of them, after them or in the next sentence."""

import pytest

from quizapp.core.kinds import Kind
from tests.extraction.families.make import drafts, keys
from tests.extraction.make import drafted

WORDS = "La Conferenza di Roma apre una stagione di lavoro comune con l’Africa"
REST = "\nIl fiume scorre lento tra i campi di grano."


@pytest.mark.parametrize(
    "text",
    [
        f"«{WORDS}». Lo ha detto il ministro degli Esteri Mario Verdi a Napoli.",
        f"«{WORDS}». Così il ministro degli Esteri, Mario Verdi, in una nota.",
        f"«{WORDS}», ha detto il ministro degli Esteri Mario Verdi a Napoli.",
        f"«Siamo a Napoli per lavorare. {WORDS}», ha detto il ministro degli Esteri Mario Verdi.",
        "«La Conferenza di Roma apre una stagione – ha detto il ministro Mario Verdi – di lavoro comune con l’Africa».",
    ],
)
def test_words_go_back_to_the_one_who_said_them(text):
    (draft,) = drafts(text + REST, "who-quoted")
    assert keys(draft)[:2] == ["Mario Verdi", "Verdi"]
    office = ["ministro degli Esteri Verdi", "ministro degli Esteri"]
    assert keys(draft)[2:] == (office if "degli Esteri" in text else [])
    assert "apre una stagione" in draft.stem
    assert draft.stem.count("«") == draft.stem.count("»")


def test_a_statement_with_its_speaker_last_is_attributed_in_english():
    text = "The Bank of Peru is likely to raise the interest rate in March, Governor Julio Velarde said on Tuesday."
    (draft,) = drafts(text + "\nThe river flows slowly.", "who-said", "en")
    assert keys(draft) == ["Julio Velarde", "Velarde"]
    assert "said" not in draft.stem


@pytest.mark.parametrize(
    "said",
    [
        "Lo ha detto il portavoce del ministro Mario Verdi a Napoli.",
        "Lo ha detto Mario Verdi, un passante, a Napoli.",
        "Lo ha detto la folla davanti al municipio di Napoli.",
    ],
)
def test_nobody_without_an_office_and_nobody_spoken_for_is_a_key(said):
    assert drafts(f"«{WORDS}». {said}{REST}", "who-quoted") == []


def test_an_office_that_speaks_is_not_its_holder():
    text = "Britain is preparing over 35 bills for the next year of work, Prime Minister Keir Starmer's office said."
    assert drafts(text + "\nThe river flows slowly.", "who-said", "en") == []


def test_words_that_leave_out_what_they_speak_of_are_not_asked_for():
    text = (
        "«È una stagione di lavoro comune con l’Africa e con Roma». Lo ha detto il ministro degli Esteri Mario Verdi."
    )
    assert drafts(text + REST, "who-quoted") == []


def test_the_explanation_shows_no_lone_quotation_mark():
    text = f"«Siamo a Roma per lavorare. {WORDS}». Lo ha detto il ministro degli Esteri Mario Verdi."
    (draft,) = drafts(text + REST, "who-quoted")
    assert draft.explanation.startswith("Risposta: Mario Verdi. ")
    assert draft.explanation.count("«") == draft.explanation.count("»")
    assert "“" not in draft.explanation


def test_a_statement_that_the_next_sentence_gives_to_somebody_is_theirs_and_no_fact():
    text = "La Conferenza di Roma apre una stagione di lavoro comune con l’Africa. Lo ha detto il ministro Mario Verdi."
    (draft,) = drafts(text + REST, "who-said")
    assert keys(draft) == ["Mario Verdi", "Verdi"]
    assert drafted(text + REST, published="2024-11-20").facts[0].reading.kind is Kind.CLAIM


def test_what_the_next_sentence_gives_to_somebody_is_not_asked_as_a_fact():
    text = "Il Parlamento europeo ha approvato una direttiva sui treni notturni in Europa. Lo ha detto Mario Verdi."
    found = drafted(text + REST, title="Il Parlamento europeo approva la direttiva", published="2024-11-20").drafts
    assert any(draft.family == "short-answer" for draft in found)
    assert not any(draft.sound for draft in found)


def test_a_statement_around_which_a_clause_tells_who_speaks_is_not_cut_out():
    text = (
        "Forty ports of Peru closed, according to Julio Velarde, who heads the Bank of Peru, after the storm in Lima."
    )
    assert drafts(text + "\nThe river flows slowly.", "who-said", "en") == []

"""Which sentences may carry a question, and why the others may not."""

import pytest

from quizapp.extraction.cues import cues
from quizapp.extraction.eligibility import bare_definite, reason_against
from quizapp.extraction.sentences import split
from quizapp.intake.article import Block

TABLE = [
    ("it", "La Banca centrale europea ha tagliato i tassi nel giugno 2024.", None),
    ("it", "Questo trattato prevede il supporto reciproco in caso di attacco armato.", "leans-on-context"),
    ("it", "A ciò si aggiunge la crisi del gas in Europa nel 2022.", "leans-on-context"),
    ("it", "È stato condannato a cinque anni dal tribunale di Genova.", "no-subject"),
    ("it", "Terminata l’attività, è stato trasferito al museo di Torino.", "no-subject"),
    ("it", "La Bce ha tagliato oggi i tassi di un quarto di punto.", "relative-time"),
    ("it", "Il Consiglio ha approvato il bilancio il 12 giugno dopo due ore.", "relative-time"),
    ("it", "Il Senato ha deciso che la sonda resta sulla Luna.", "points-elsewhere"),
    ("it", "Il giudice Rossi ha letto a Genova la sentenza e lui tace.", "points-elsewhere"),
    ("it", "Roma dorme.", "too-short"),
    ("it", "Che cosa ha condotto al sequestro dei fondi della Lega?", "question"),
    ("en", "The European Central Bank cut interest rates in June 2024.", None),
    ("en", "They were inducted into the Rock & Roll Hall of Fame.", "leans-on-context"),
    ("en", "South Korea evacuated the town last week after the shelling.", "relative-time"),
    ("en", "Mary Jones praised the report and said nothing else.", "points-elsewhere"),
    ("en", "In his free time, Richard Guy climbed mountains in Canada.", "points-elsewhere"),
    ("en", "The were frozen at the Macau bank in Hong Kong.", "damaged"),
    ("en", "Spain and Murcia hosted 1, 690,000 guests in the year 2015.", "damaged"),
    ("it", "Il governo dell’Andalusia,che produce olio, ha chiesto aiuto a Madrid.", "damaged"),
    ("it", "Da qualche giorno l’Iran è al centro dell’agenda del Consiglio di sicurezza.", "relative-time"),
    ("en", "In recent days Iran has been on the agenda of the Security Council.", "relative-time"),
]


@pytest.mark.parametrize(("lang", "text", "reason"), TABLE)
def test_reason_against_a_sentence(lang, text, reason):
    (sentence,) = split(text, [Block(0, len(text), "body")], cues(lang))
    assert reason_against(sentence, cues(lang)) == reason


@pytest.mark.parametrize(
    ("lang", "text", "bare"),
    [
        ("it", "Il progetto prevede tre fasi.", True),
        ("it", "Il Parlamento prevede tre fasi.", False),
        ("it", "La presidenza russa prevede tre fasi.", False),
        ("en", "The model has three parts.", True),
        ("en", "The treaty of 1992 has three parts.", False),
    ],
)
def test_a_definite_opening_needs_a_name_before_its_verb(lang, text, bare):
    assert bare_definite(text, lang, cues(lang)) is bare


@pytest.mark.parametrize(
    ("phrase", "found"),
    [
        ("La copia del trattato del 19 giugno è lunga.", set()),
        ("La copia del trattato è vicina.", {"trattato"}),
        ("La copia della legge sui porti è vicina.", set()),
    ],
)
def test_a_definite_noun_is_taken_whole_or_not_at_all(phrase, found):
    assert {match["noun"] for match in cues("it").definite.finditer(phrase)} - {"copia"} == found

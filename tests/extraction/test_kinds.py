"""What a sentence is, and who says so."""

import pytest

from quizapp.extraction.cues import cues
from quizapp.extraction.kinds import read_kind
from quizapp.extraction.shadow import shadow

TABLE = [
    ("it", "La Duma ha ratificato il trattato il 24 ottobre 2024.", "fact", None),
    ("it", "Secondo fonti ucraine, migliaia di soldati sono pronti.", "claim", "fonti ucraine"),
    ("it", "Il ministro Rossi ha dichiarato che la scuola riapre.", "claim", "Il ministro Rossi"),
    ("it", "Secondo la Bce, l’inflazione è scesa nel 2024.", "claim", "la Bce"),
    ("it", "È arrivato il secondo trimestre di crescita.", "fact", None),
    ("it", "La penisola coreana potrebbe diventare un epicentro.", "forecast", None),
    ("it", "Il vertice si terrà a Roma nel 2026.", "forecast", None),
    ("it", "Il treno sarebbe deragliato per uno scambio difettoso.", "forecast", None),
    ("it", "È un risultato deludente per il governo.", "opinion", None),
    ("en", "The Senate passed the bill on 3 May 2024.", "fact", None),
    ("en", "According to the ministry, exports fell in 2023.", "claim", "the ministry"),
    ("en", "Mary Jones said that the plant had closed.", "claim", "Mary Jones"),
    ("en", "The government plans to build ten schools.", "forecast", None),
    ("en", "China added the most names to the list.", "fact", None),
    ("en", "It was a disappointing result for the team.", "opinion", None),
    ("en", "Mika, a terrier from Guernsey, claimed the hearts of islanders in Jersey on Saturday.", "fact", None),
    (
        "en",
        "Anna Larsen told a friend that the port was sold, the Lisbon Post reported on Friday.",
        "claim",
        "the Lisbon Post",
    ),
    ("it", "Anna Larsen ha detto che il porto è venduto, scrive la Gazzetta.", "claim", "la Gazzetta"),
]


@pytest.mark.parametrize(("lang", "sentence", "kind", "holder"), TABLE)
def test_kind_and_holder(lang, sentence, kind, holder):
    reading = read_kind(shadow(sentence), sentence, cues(lang))
    assert (reading.kind.value, reading.holder) == (kind, holder)


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("it", "Secondo il ministero, la scuola potrebbe riaprire."),
        ("it", "Le competenze possono risultare cruciali."),
        ("it", "A giudizio della redazione, la norma è la più importante."),
        ("en", "According to the ministry, exports could fall."),
        ("en", "In the opinion of the editors, the rule is the best."),
    ],
)
def test_two_readings_make_a_sentence_mixed(lang, sentence):
    assert read_kind(shadow(sentence), sentence, cues(lang)).mixed


def test_words_of_somebody_else_do_not_make_a_forecast():
    sentence = "«Il prezzo salirà», ha detto Anna Rossi."
    reading = read_kind(shadow(sentence), sentence, cues("it"))
    assert (reading.kind.value, reading.holder, reading.form) == ("claim", "Anna Rossi", "said-quote")

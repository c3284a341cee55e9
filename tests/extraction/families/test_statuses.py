"""How an article presents a sentence: stated, claimed or foreseen, where no careful reader could doubt which."""

import pytest

from quizapp.extraction.italian import CUES
from tests.extraction.families.make import drafts

FAMILY = "kind-status"
TITLE = "Atlantic ports meet in Lisbon"
REST = (
    "Ministers of nine Atlantic countries opened a meeting in Lisbon on Monday.\n"
    "The talks about Atlantic ports in Lisbon are the first since 2009.\n"
)


def keyed(sentence, lang="en", title=TITLE, rest=REST):
    """The kind that is the key of the one question about a sentence; None where nothing is asked."""
    found = [
        each for each in drafts(rest + sentence, FAMILY, lang, title) if sentence.split()[-1].rstrip(".") in each.stem
    ]
    return next((each["kind"] for draft in found for each in draft.own["options"] if each["fraction"]), None)


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The port of Rotterdam handled 440 million tonnes of Atlantic goods in 2018.", "fact"),
        ("Portuguese Prime Minister António Costa said that Atlantic ports were the lungs of Portugal.", "claim"),
        ("The Atlantic ports of Portugal could lose a third of their ships by 2030.", "forecast"),
    ],
)
def test_each_kind_is_asked_under_the_title(sentence, kind):
    assert keyed(sentence) == kind


@pytest.mark.parametrize(
    "sentence",
    [
        "The death of the harbour master was announced by António Costa, Prime Minister of Portugal.",
        "Portuguese Prime Minister António Costa confirmed that Atlantic ports were closed to tankers.",
        "The Atlantic ports of Portugal could not be rescued by the Union in 2012.",
        "Portuguese unions fear that the Atlantic ports could lose a third of their ships.",
        "The port of Lisbon was sold in 2018, and the mayor said that it was cheap.",
        "The port of Rotterdam handled 440 million tonnes of Atlantic goods in 2018, which made Portugal envious.",
        "Its plans to build Atlantic ports in Morocco were shown to the ministers in 2018.",
        "Portugal announced plans to build Atlantic ports with Morocco by the end of 2018.",
        "Portugal is hurrying to finish plans to mend the Atlantic port of Lisbon by ship.",
        "The port of Lisbon was to take over the Atlantic ships of Rotterdam in 2012.",
    ],
    ids=[
        "made known",
        "done by being said",
        "looks back",
        "somebody’s fear",
        "two clauses",
        "a clause hung on",
        "a noun",
        "a noun after what made it known",
        "a noun after a verb",
        "what was ahead",
    ],
)
def test_a_sentence_of_two_kinds_is_left_alone(sentence):
    assert keyed(sentence) is None


def test_a_second_thing_is_no_source():
    sentence = "Secondo successo per l’Italia al Mondiale 2010 in corso di svolgimento in Giappone."
    rest = "La nazionale di Roma gioca a Tokyo dal 29 ottobre 2010.\nIl torneo di Tokyo finisce il 14 novembre 2010.\n"
    assert keyed(sentence, "it", "Mondiale di volley a Tokyo", rest) != "claim"


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("Secondo successo per l'Italia", False),
        ("Trovato secondo ordigno inesploso", False),
        ("Secondo fonti locali il porto chiude", True),
        ("Il porto chiude, secondo l'Istat", True),
    ],
)
def test_secondo_names_a_source_only_before_one(words, source):
    assert bool(CUES.according.search(words)) is source

"""What a long sentence may do without: the rest is a whole clause, or nothing is cut."""

import pytest

from quizapp.extraction.cues import cues
from quizapp.extraction.facts import trimmed
from quizapp.extraction.sentences import split
from quizapp.intake.article import Block


def kept(text, lang):
    (sentence,) = split(text, [Block(0, len(text), "body")], cues(lang))
    return trimmed(sentence, lang, cues(lang)).quote


@pytest.mark.parametrize(
    ("lang", "whole", "dropped"),
    [
        (
            "it",
            "La Corte dei conti ha confermato il blocco di 49 milioni di euro del fondo per i porti di Bari e Ancona",
            ", che saranno restituiti allo Stato con un piano a rate, con sei versamenti all’anno per dieci anni.",
        ),
        (
            "it",
            "Il 17 marzo la Francia ha chiesto all’Onu di imporre una zona di pesca chiusa a tutte le navi straniere",
            ", richiesta che è stata approvata con il voto di Stati Uniti, Regno Unito, Gabon, Libano e Portogallo.",
        ),
        (
            "en",
            "The storms of last winter damaged forty fishing ports on the northern coast of Norway and Denmark",
            ", while the insurers of both countries waited until May and then paid out a first half of the sums.",
        ),
    ],
)
def test_a_whole_clause_stands_without_what_follows(lang, whole, dropped):
    assert kept(whole + dropped, lang) == whole


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "it",
            (
                "Un gruppo di ricerca del dipartimento di medicina di Otago, in Nuova Zelanda, guidato da Anna Conti, "
                "analizzando gli studi degli ultimi dieci anni ha riscontrato un legame tra sonno e memoria."
            ),
        ),
        (
            "it",
            (
                "La proposta sui nomi riguarda non solo l’introduzione di nuovi domini per le imprese e le città, "
                "che oggi sono poche, ma anche le regole con cui si potranno comprare e vendere in tutta l’Unione."
            ),
        ),
    ],
)
def test_half_a_sentence_is_never_kept(lang, text):
    assert kept(text, lang) == text


def test_a_clause_that_ends_on_what_the_rest_would_list_is_not_cut():
    text = (
        "In tutta la Norvegia e in tutta la Danimarca i pescatori smettono per un intero giorno di vendere tutto"
        ", mentre gli assicuratori dei due Paesi aspettano fino a maggio e poi pagano la prima metà delle somme dovute."
    )
    assert kept(text, "it") == text
    assert kept(text.replace("vendere tutto,", "vendere il merluzzo,"), "it") != text


def test_a_sentence_that_opens_with_a_side_clause_is_not_cut_before_its_main_one():
    text = (
        "Norway: While the ports of the northern coast were open all winter to the boats of both neighbours a year"
        ", while the insurers of both countries waited until May and then paid out a first half of all the sums due."
    )
    assert kept(text, "en") == text
    assert kept(text.removeprefix("Norway: While t").replace("he ports", "The ports", 1), "en") != text


def test_a_side_clause_after_which_the_verb_comes_is_not_where_a_sentence_ends():
    text = (
        "The Commission on Presidential Debates announced on Friday the second debate between President Donald Trump "
        "and former Vice President Joe Biden, which was slated for October 15, has been cancelled, citing safety "
        "concerns in the country."
    )
    assert "cancelled" in kept(text, "en")

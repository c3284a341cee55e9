"""Sentences keep their exact place, whatever marks, dates and abbreviations stand in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.extraction.cues import cues
from quizapp.extraction.facts import opened, resolved, trimmed
from quizapp.extraction.sentences import split
from quizapp.intake.article import Block


def cut(text, lang="it"):
    return split(text, [Block(0, len(text), "body")], cues(lang))


@pytest.mark.parametrize(
    ("lang", "text", "sentences"),
    [
        ("it", "Il dott. Rossi è a Roma. Il sig. Bianchi no.", ["Il dott. Rossi è a Roma.", "Il sig. Bianchi no."]),
        (
            "it",
            "L’art. 4 del trattato vale 3.500 euro. Poi basta!",
            ["L’art. 4 del trattato vale 3.500 euro.", "Poi basta!"],
        ),
        ("it", "«Non torno indietro. Mai», ha detto.", ["«Non torno indietro.", "Mai», ha detto."]),
        ("en", "The U.S. Senate voted. Mr. Smith left.", ["The U.S. Senate voted.", "Mr. Smith left."]),
        ("en", "J. R. Smith won 2.5 points… Nobody knew.", ["J. R. Smith won 2.5 points…", "Nobody knew."]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(lang, text, sentences):
    assert [sentence.quote for sentence in cut(text, lang)] == sentences


def test_a_sentence_inside_an_open_quotation_is_marked():
    assert [each.in_quote for each in cut("Ha detto: «Resto. Domani parlo.» Nessuno ride.")] == [True, True, False]


@given(st.text(alphabet="Aab .!?«»\"’'…\n1,", max_size=120))
def test_every_sentence_is_a_piece_of_the_text(text):
    for sentence in cut(text):
        assert text[sentence.start : sentence.end] == sentence.quote == sentence.quote.strip()


@pytest.mark.parametrize(
    ("lang", "text", "shown"),
    [
        ("it", "Tuttavia, il Senato ha votato la legge.", "Il Senato ha votato la legge."),
        ("en", "However, the Senate passed the bill.", "The Senate passed the bill."),
        ("it", "Il Senato ha votato la legge.", "Il Senato ha votato la legge."),
    ],
)
def test_an_opening_connective_is_left_out(lang, text, shown):
    sentence = opened(cut(text, lang)[0], cues(lang))
    assert sentence.capital == shown
    assert text[sentence.start : sentence.end] == sentence.quote


def test_a_long_sentence_loses_its_last_clause_but_never_its_speaker():
    body = "Il Parlamento europeo ha approvato il regolamento con 523 voti favorevoli e 46 contrari nella seduta"
    tail = ", mentre i gruppi minori hanno chiesto un rinvio del voto finale alla seduta che si terrà a Strasburgo"
    sentence = trimmed(cut(f"{body}{tail}.")[0], "it", cues("it"))
    assert sentence.capital == f"{body}."
    spoken = f"{body}, mentre i gruppi minori, ha detto Anna Rossi, hanno chiesto un rinvio del voto finale ad aprile."
    claimed = cut(spoken)[0]
    assert trimmed(claimed, "it", cues("it")) == claimed


def test_a_pronoun_gets_the_one_name_before_it_and_none_where_there_are_two():
    alone = "Richard Guy taught in Calgary. He retired in 1982 from the university."
    assert resolved(cut(alone, "en"), cues("en"))[1].capital.startswith("Richard Guy retired in 1982")
    both = "Richard Guy met Mary Jones in Calgary. He retired in 1982 from the university."
    assert resolved(cut(both, "en"), cues("en"))[1].capital.startswith("He retired")

"""Rough drafts: every key fact within the teacher's reach, and nothing of crime."""

from quizapp.core.items import read_item
from quizapp.core.reading import Reader
from quizapp.extraction.engine import item_data
from tests.extraction.make import drafted

TITLE = "Il nuovo ponte sul Po"
LEANING = (
    "Esso collega Piacenza a Lodi e misura 1.100 metri di lunghezza complessiva.\n"
    "Lo ha progettato Renzo Verdi con la Regione Lombardia e con il Politecnico di Milano.\n"
    "Questo attraversamento sostituisce quello di Cremona, chiuso dal 12 maggio 2017 per i lavori."
)


def rough(text, title=TITLE, lang="it"):
    return [draft for draft in drafted(text, lang, title, "2024-11-20").drafts if "rough" in draft.flaws]


def test_key_facts_that_no_family_reaches_get_a_draft_of_different_types():
    found = drafted(LEANING, "it", TITLE, "2024-11-20")
    assert {fact.sentence.index for draft in found.drafts for fact in draft.facts} == {0, 1, 2}
    assert len({draft.type for draft in found.drafts}) >= 2


def test_a_rough_draft_is_never_sound_nor_ready():
    assert rough(LEANING)
    assert not any(draft.sound or draft.drawer == "ready" for draft in rough(LEANING))


def test_every_rough_draft_is_an_item_whose_parts_were_in_the_sentence():
    found = drafted(LEANING, "it", TITLE, "2024-11-20")
    for draft in found.drafts:
        reader = Reader(item_data(found.context, draft, 1, []))
        read = read_item(reader, "it")
        assert [problem.code for problem in reader.problems] == []
        assert [problem.code for problem in read.body.faults()] == []
        for gap in draft.own.get("gaps", ()):
            for answer in gap.get("answers", ()):
                assert answer["text"] in draft.facts[0].sentence.quote
                assert answer["text"] not in draft.stem


def test_a_sentence_is_put_aside_still_for_the_flaw_it_has():
    assert all(
        "leans-on-context" in draft.flaws for draft in rough(LEANING) if draft.facts[0].reason == "leans-on-context"
    )


def test_of_a_crime_nothing_is_taken_out_and_nobody_is_asked_for():
    text = (
        "Ieri a Lodi Renzo Verdi è stato arrestato per omicidio dopo una fuga di 12 giorni.\n"
        "Egli era amico di Anna Bianchi, che lavora al Politecnico di Milano dal 2017."
    )
    asked = [draft.focus for draft in rough(text, title="Arrestato per omicidio") if draft.type != "true_false"]
    assert not any("Bianchi".lower() in focus or "verdi" in focus for focus in asked)
    assert not any("12" in focus for focus in asked)


def test_broken_sentences_stay_out():
    assert rough("Il ponte di Lodi?\nUn ponte di [...] 12 metri a Lodi.", title="") == []

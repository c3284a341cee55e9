"""Typed entities: what a sentence names, each at its place."""

import pytest

from quizapp.extraction.engine import as_json
from tests.extraction.make import drafted


def named(text, lang="it"):
    document = as_json(drafted(text, lang))
    return {(each["text"], each["type"]) for fact in document["facts"] for each in fact["entities"]}


def test_every_kind_of_entity_is_told():
    text = (
        "La Banca centrale europea ha annunciato a Francoforte, con la presidente Christine Lagarde, un taglio "
        "del 2,5 % il 6 giugno 2024 per la Germania e 300 imprese."
    )
    assert named(text) == {
        ("Banca centrale europea", "organisation"),
        ("Francoforte", "place"),
        ("Christine Lagarde", "person"),
        ("2,5", "percent"),
        ("6 giugno 2024", "date"),
        ("Germania", "country"),
        ("300", "number"),
    }


def test_a_surname_alone_is_the_person_named_in_full_elsewhere():
    text = (
        "La presidente Christine Lagarde ha parlato a Francoforte di tassi e di prezzi.\n"
        "A Francoforte Lagarde ha risposto alle domande dei giornalisti di tutta Europa."
    )
    assert ("Lagarde", "person") in named(text)


@pytest.mark.parametrize(
    ("sentence", "lang", "entity"),
    [
        ("La Casa Bianca ha chiuso il porto di Seattle alle navi nel 2023.", "it", ("Casa Bianca", "organisation")),
        ("Il vertice della Nato si è aperto a Vilnius con trenta Paesi.", "it", ("Nato", "organisation")),
        ("The World Bank has opened an office in Nairobi this week.", "en", ("World Bank", "organisation")),
    ],
)
def test_organisations_come_from_the_tables(sentence, lang, entity):
    assert entity in named(sentence, lang)


def test_a_university_is_no_person():
    assert not [
        text
        for text, kind in named("Duke University opened a lab in Boston with 300 students.", "en")
        if kind == "person"
    ]

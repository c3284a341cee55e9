"""A country in another's place takes the preposition and the article that it wants."""

import pytest

from quizapp.extraction.places import countries, mentions, placed, related

ITALIAN = [
    (
        "nel Regno Unito",
        {"IT": "in Italia", "US": "negli Stati Uniti", "CU": "a Cuba", "PH": "nelle Filippine", "IL": "in Israele"},
    ),
    (
        "della Russia",
        {
            "IT": "dell'Italia",
            "US": "degli Stati Uniti",
            "CU": "di Cuba",
            "JP": "del Giappone",
            "NL": "dei Paesi Bassi",
        },
    ),
    ("dall'Ucraina", {"CN": "dalla Cina", "US": "dagli Stati Uniti", "CU": "da Cuba", "YE": "dallo Yemen"}),
    ("alla Francia", {"IT": "all'Italia", "US": "agli Stati Uniti", "MT": "a Malta", "JP": "al Giappone"}),
    ("sulla Cina", {"IT": "sull'Italia", "US": "sugli Stati Uniti", "IQ": "sull'Iraq"}),
    ("in Germania", {"FR": "in Francia", "US": "negli Stati Uniti", "MT": "a Malta", "GB": "nel Regno Unito"}),
    ("la Cina", {"IT": "l'Italia", "US": "gli Stati Uniti", "CU": "Cuba", "JP": "il Giappone"}),
    ("di Grecia", {"PL": "di Polonia", "US": "di Stati Uniti"}),
]


@pytest.mark.parametrize(("phrase", "expected"), ITALIAN)
def test_determiners_in_italian(phrase, expected):
    (mention,) = mentions(f"parla {phrase} .", "it")
    table = countries("it")
    assert {iso: placed(mention, table[iso], "it") for iso in expected} == expected


def test_every_country_stands_in_the_place_of_every_other():
    table = countries("it")
    found = mentions("del Belgio, al Belgio, dal Belgio, nel Belgio, sul Belgio, il Belgio", "it")
    assert len(found) == 6
    for country in table.values():
        for mention in found:
            text = placed(mention, country, "it")
            assert text.endswith(country.name)
            assert "  " not in text
            assert ("'" in text.removesuffix(country.name)) <= (country.name[0] in "AEIOUHÀÈÌÒÙaeiou")


def test_a_country_keeps_the_capital_of_its_place():
    (mention,) = mentions("La Cina osserva.", "it")
    assert placed(mention, countries("it")["IT"], "it") == "L'Italia"


@pytest.mark.parametrize(
    ("text", "named"),
    [("Mosca e Pyongyang", {"RU", "KP"}), ("fonti ucraine", {"UA"}), ("la casa verde", set())],
)
def test_capitals_and_adjectives_stand_for_their_country(text, named):
    assert related(text, "it") == named


@pytest.mark.parametrize("text", ["North Korea's army", "US-led talks", "New Mexico", "Georgia Tech"])
def test_a_modifier_or_part_of_a_name_is_no_mention(text):
    assert mentions(text, "en") == ()

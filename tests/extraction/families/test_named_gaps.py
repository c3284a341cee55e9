"""A person, a body or a town taken out of its sentence, among others of its kind."""

import pytest

from tests.extraction.families.make import drafts

PEOPLE = (
    "Il primo ministro greco Kyriakos Mitsotakis, presidente del partito, ha firmato un accordo con il Cairo.\n"
    "Emmanuel Macron ha visitato il porto di Beirut con tre navi.\n"
    "Antonio Tajani ha parlato a New York della pesca."
)
BODIES = (
    "La Nato ha chiesto alla Norvegia dodici navi per i porti del nord.\n"
    "L’Onu vende il palazzo di Vienna.\nL’Unione africana apre una sede a Lisbona.\nLa Lega araba compra grano."
)
TOWNS = "La mostra sui porti del nord sarà inaugurata ad Ancona con dodici navi.\nIl museo di Bari è chiuso da mesi."


def options(draft):
    return {each["text"]: each["fraction"] for each in draft.own["options"]}


def test_office_and_apposition_go_with_the_person_and_the_others_are_of_the_article():
    draft = next(each for each in drafts(PEOPLE, "gap-person") if "accordo" in each.stem)
    assert "«_____ ha firmato un accordo con il Cairo.»" in draft.stem
    assert options(draft) == {"Kyriakos Mitsotakis": 1, "Emmanuel Macron": 0, "Antonio Tajani": 0}


@pytest.mark.parametrize(
    "line",
    [
        "Emmanuel Macron è stato eletto presidente della commissione sui porti.",
        "Il figlio di Emmanuel Macron ha visitato il porto di Beirut.",
        "Emmanuel Macron e Angela Merkel hanno visitato il porto di Beirut.",
        "«Il porto riaprirà a maggio», ha detto Emmanuel Macron a Beirut.",
    ],
)
def test_what_agrees_with_the_person_or_names_two_is_not_asked(line):
    text = f"{line}\n" + "\n".join(PEOPLE.split("\n")[2:]) + "\nMario Draghi ha parlato a Lisbona."
    assert not [each for each in drafts(text, "gap-person") if line[:20] in each.explanation]


def test_a_person_needs_two_others():
    assert drafts("\n".join(PEOPLE.split("\n")[:2]), "gap-person") == []


def test_a_body_stands_among_bodies_of_its_kind_each_with_its_article():
    draft = next(each for each in drafts(BODIES, "gap-body") if "Norvegia" in each.stem)
    assert options(draft) == {"La Nato": 1, "L’Onu": 0, "L’Unione africana": 0, "La Lega araba": 0}


def test_a_town_stands_among_towns_of_its_country_each_with_its_preposition():
    draft = next(each for each in drafts(TOWNS, "gap-place") if "mostra" in each.stem)
    found = options(draft)
    assert found["ad Ancona"] == 1
    assert all(text.startswith("a ") for text, fraction in found.items() if not fraction)


@pytest.mark.parametrize(("text", "family"), [(PEOPLE, "gap-person"), (BODIES, "gap-body"), (TOWNS, "gap-place")])
def test_they_are_items_of_the_application_and_none_is_sound(text, family):
    assert not any(draft.sound for draft in drafts(text, family))
    assert drafts(text, family)

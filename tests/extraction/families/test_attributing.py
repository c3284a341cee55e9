"""The source taken out of its sentence: who may be one, who may be a wrong one, and what is left alone."""

import pytest

from tests.extraction.families.make import drafts, item, keys, one

FAMILY = "who-told"
TITLE = "Leaders meet in Lisbon over the ports of the Atlantic"
FRENCH = (
    "French Finance Minister Claire Dupont said that the harbour dues of the Atlantic were too high for small boats."
)
SPANISH = (
    "Spanish Transport Minister Pedro Alonso told reporters that fishing crews had lost half of their income in a year."
)
IRISH = "Irish Energy Minister Mary Walsh said that wind farms off the coast would feed a million homes."
REST = f"{SPANISH}\n{IRISH}\nThe river of the old town was calm."


def made(text, **more):
    return one(text, FAMILY, "en", TITLE, **more)


def test_the_source_leaves_the_sentence_and_is_the_key_with_its_office():
    draft = next(each for each in drafts(f"{FRENCH}\n{REST}", FAMILY, "en", TITLE) if "harbour dues" in each.stem)
    assert "“_____ said that the harbour dues" in draft.stem
    assert keys(draft) == ["Claire Dupont, French Finance Minister"]
    assert "Dupont" not in draft.stem


def test_the_wrong_options_are_those_who_say_something_else_each_with_their_words():
    draft = next(each for each in drafts(f"{FRENCH}\n{REST}", FAMILY, "en", TITLE) if "harbour dues" in each.stem)
    wrong = [each for each in draft.own["options"] if not each["fraction"]]
    assert {each["text"] for each in wrong} == {
        "Pedro Alonso, Spanish Transport Minister",
        "Mary Walsh, Irish Energy Minister",
    }
    assert all("something else" in each["feedback"] for each in wrong)


def test_the_application_reads_it_as_a_choice():
    read = item(
        f"{FRENCH}\nSpanish Transport Minister Pedro Alonso and Irish Energy Minister Mary Walsh were there.",
        FAMILY,
        "en",
        TITLE,
    )
    assert read.type == "choice"


@pytest.mark.parametrize(
    "sentence",
    [
        FRENCH.replace("French Finance Minister Claire Dupont", "Claire Dupont"),
        FRENCH.replace("French Finance Minister Claire Dupont", "She"),
        FRENCH.replace("harbour dues", "French harbour dues"),
        FRENCH.replace("French Finance Minister Claire Dupont", "French Finance Minister Claire Dupont and the mayor"),
    ],
    ids=["a name without an office", "a pronoun", "the country is told", "two at once"],
)
def test_what_names_no_source_or_tells_it_is_left_alone(sentence):
    assert not [each for each in drafts(f"{sentence}\n{REST}", FAMILY, "en", TITLE) if "harbour dues" in each.stem]


def test_one_other_source_is_too_few():
    assert drafts(f"{FRENCH}\n{SPANISH}", FAMILY, "en", TITLE) == []


def test_an_italian_source_goes_with_its_article():
    text = (
        "Il ministro francese Claude Dupont ha detto che i canoni dei porti atlantici pesano sulle barche piccole.\n"
        "La ministra spagnola Carmen Alonso ha spiegato che i pescatori hanno perso metà del reddito in un anno.\n"
        "La ministra irlandese Mary Walsh ha riferito che i parchi eolici danno luce a un milione di case."
    )
    found = [each for each in drafts(text, FAMILY, "it", "I porti dell’Atlantico a Lisbona") if "canoni" in each.stem]
    assert [keys(each) for each in found] == [["Claude Dupont, ministro francese"]]
    assert "«_____ ha detto che i canoni" in found[0].stem

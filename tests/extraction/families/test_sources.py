"""Sources, countries that act together, and headings against their body."""

import pytest

from tests.extraction.families.make import drafts, item, keys, one
from tests.extraction.families.test_matching import SOURCES
from tests.extraction.make import drafted

TOGETHER = (
    "L’Italia e la Spagna hanno chiesto a Bruxelles un sostegno per i porti colpiti dalla siccità.\n"
    "La Germania ha chiuso tre centrali a carbone a Lipsia nel 2023.\n"
    "Il Portogallo vende vino alla Danimarca."
)
SEED = (
    "La presenza di soldati nordcoreani in Russia per l’addestramento inquieta il Giappone nel 2024.\n"
    "La Corea del Sud ha chiesto una riunione a New York nel 2024."
)
VOTES = "Il Parlamento di Roma ha votato la legge sui porti con 210 deputati nel 2024.\nIl Senato tace a Roma."


def test_a_statement_goes_back_to_one_of_three_like_sources():
    draft = one(SOURCES.replace("resterà", "è rimasto"), "source")
    assert keys(draft)[0] in {each["text"] for each in draft.own["options"]}
    assert {each["text"].split()[1] for each in draft.own["options"]} == {"ministero"}
    assert keys(draft)[0].lower() not in draft.stem.lower()


def test_two_sources_are_too_few():
    assert drafts("\n".join(SOURCES.split("\n")[:2]), "source") == []


def test_countries_with_one_verb_are_the_keys():
    draft = one(TOGETHER, "multiple-subjects")
    assert draft.stem.endswith("quali Paesi hanno chiesto a Bruxelles un sostegno per i porti colpiti dalla siccità?")
    assert set(keys(draft)) == {"L’Italia", "La Spagna"}
    assert len(draft.own["options"]) == 5
    assert item(TOGETHER, "multiple-subjects").type == "multiple"


def test_a_date_that_opens_the_sentence_opens_the_question_of_several_too():
    text = TOGETHER.replace("L’Italia e la Spagna", "Nel 2022 l’Italia e la Spagna")
    assert one(text, "multiple-subjects").stem.startswith("Nel 2022 quali Paesi hanno chiesto a Bruxelles")


@pytest.mark.parametrize(
    "sentence",
    [
        "L’Italia e la Spagna sono state invitate a Bruxelles per i porti colpiti dalla siccità.",
        "L’Italia e la Spagna, che hanno firmato, hanno chiesto a Bruxelles un sostegno per i porti.",
        "L’Italia e il ministro spagnolo hanno chiesto a Bruxelles un sostegno per i porti di Napoli.",
        "L’Italia ha chiesto a Bruxelles un sostegno per i porti colpiti dalla siccità.",
    ],
    ids=["agrees with the subjects", "relative", "not a country", "one"],
)
def test_countries_that_the_question_would_not_fit_are_left_alone(sentence):
    assert drafts(sentence + TOGETHER[TOGETHER.index("\n") :], "multiple-subjects") == []


def test_the_place_of_a_subtitle_is_held_against_the_body():
    draft = one(SEED, "headline", title="Soldati nordcoreani in Ucraina")
    assert draft.stem == (
        "Nel titolo di un articolo del 20 novembre 2024 si legge «Soldati nordcoreani in Ucraina». "
        "Secondo il testo dell’articolo, dove si trovano?"
    )
    assert keys(draft) == ["In Russia"]
    wrong = next(each for each in draft.own["options"] if each["text"] == "In Ucraina")
    assert wrong["feedback"].startswith("Lo dice il titolo")


def test_a_title_that_agrees_is_not_asked_about():
    assert drafts(SEED, "headline", title="Soldati nordcoreani in Russia") == []


def test_another_figure_in_the_title_is_asked_for_and_offered():
    draft = one(VOTES, "headline", title="Il Parlamento vota la legge sui porti: 300 deputati")
    assert keys(draft) == ["210"]
    assert "300" in {each["text"] for each in draft.own["options"]}


@pytest.mark.parametrize("figure", ["210", "200", "212"], ids=["same", "rounded down", "near"])
def test_a_figure_that_may_be_rounded_is_no_contradiction(figure):
    assert drafts(VOTES, "headline", title=f"Il Parlamento vota la legge sui porti: {figure} deputati") == []


@pytest.mark.parametrize(
    ("title", "codes"),
    [
        ("La Norvegia chiude i porti", ["headline-unsupported"]),
        ("La Russia chiude i porti", []),
        ("Mosca chiude i porti", []),
        ("Tokyo osserva Pyongyang", []),
        ("Soldati nordcoreani in Ucraina", ["headline-unsupported", "headline-contradicted"]),
    ],
)
def test_names_of_the_heading_without_a_sentence_are_flagged(title, codes):
    assert [flag["code"] for flag in drafted(SEED, title=title).flags] == codes

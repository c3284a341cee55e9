"""Who said it: the clause in its words, given back to one who speaks."""

import pytest

from tests.extraction.families.make import drafts, item, keys, one

TITLE = "La Banca d’Italia discute il rapporto sui salari"
THREE = (
    "Il ministro Carlo Bianchi ha detto che i salari reali in Italia sono cresciuti del due per cento nel 2023.\n"
    "Il governatore Fabio Panetta ha spiegato che la produttività delle imprese italiane è ferma dal 2010.\n"
    "La deputata Laura Verdi ha affermato che il salario minimo esiste già in molti Paesi europei."
)
PAIR = "\n".join(THREE.split("\n")[:2])


def test_the_clause_is_asked_with_its_verb_and_the_other_speakers_are_the_wrong_options():
    draft = next(d for d in drafts(THREE, "speaker", title=TITLE) if keys(d) == ["Carlo Bianchi"])
    assert draft.stem == (
        "Secondo un articolo del 20 novembre 2024 intitolato «La Banca d’Italia discute il rapporto sui salari», "
        "chi ha detto che i salari reali in Italia sono cresciuti del due per cento nel 2023?"
    )
    assert {o["text"] for o in draft.own["options"]} == {"Carlo Bianchi", "Fabio Panetta", "Laura Verdi"}
    wrong = next(o for o in draft.own["options"] if o["text"] == "Fabio Panetta")
    assert wrong["feedback"].startswith("Nell’articolo dice un’altra cosa: «Il governatore Fabio Panetta ha spiegato")


def test_with_fewer_than_three_speakers_the_name_is_typed_in_full_or_for_short():
    draft = next(d for d in drafts(PAIR, "speaker", title=TITLE) if "Carlo Bianchi" in keys(d))
    assert draft.type == "text"
    assert keys(draft) == ["Carlo Bianchi", "Bianchi"]
    assert [a["text"] for a in draft.own["answers"] if a["fraction"] == 0] == ["Fabio Panetta"]


def test_it_is_an_item_of_the_application():
    text = THREE.split("\n", maxsplit=1)[0]
    assert item(text, "speaker", title=TITLE).type == "text"


def test_english_without_that_and_a_surname_that_the_article_gives_in_full():
    text = (
        "Finance minister Anna Brown presented the budget of Ireland in Dublin in 2023.\n"
        "Brown said the deficit of Ireland had fallen to two percent of output."
    )
    draft = one(text, "speaker", lang="en", title="Ireland presents its budget")
    assert keys(draft) == ["Anna Brown", "Brown", "Finance minister Brown", "Finance minister"]
    assert draft.stem.endswith("who said that the deficit of Ireland had fallen to two percent of output?")


def test_the_plural_of_the_verb_becomes_singular():
    text = "Le autorità della Bce hanno detto che l’inflazione in Europa è scesa al due per cento nel 2023."
    assert all("hanno" not in draft.stem for draft in drafts(text, "speaker", title=TITLE))
    text = "La Bce hanno detto che l’inflazione in Europa è scesa al due per cento nel 2023."
    assert "chi ha detto che" in one(text, "speaker", title=TITLE).stem


@pytest.mark.parametrize(
    "clause",
    [
        "questa scelta è stata presa a Roma nel 2023 da tutti i ministri",  # points back
        "è stata presa a Roma nel 2023 una scelta di tutti i ministri",  # begins with its verb
        "la scelta di Roma è «storica» per tutti i ministri del 2023",  # words within words
        "i ministri di Roma hanno detto di volere una scelta nel 2023",  # a saying within
    ],
)
def test_a_clause_that_cannot_be_read_alone_is_not_asked(clause):
    assert drafts(f"Il ministro Carlo Bianchi ha detto che {clause}.", "speaker", title=TITLE) == []


def test_nobody_is_asked_for_where_the_sentence_is_about_a_crime():
    text = "Il procuratore Carlo Bianchi ha detto che l’omicidio di Roma del 2023 è stato premeditato da due persone."
    assert drafts(text, "speaker", title=TITLE) == []


def test_a_title_that_names_the_speaker_is_not_shown():
    draft = drafts(PAIR, "speaker", title="Bianchi difende i salari")
    assert all("intitolato" not in each.stem for each in draft if "Carlo Bianchi" in keys(each))


def test_a_title_that_says_what_was_said_is_not_shown_where_the_day_is():
    echo = "I salari reali in Italia sono cresciuti del due per cento"
    dated, undated = (
        next(d for d in drafts(THREE, "speaker", title=echo, published=day) if keys(d) == ["Carlo Bianchi"])
        for day in ("2024-11-20", None)
    )
    assert echo not in dated.stem
    assert echo in undated.stem


def test_somebody_of_the_same_sentence_is_no_wrong_option():
    text = THREE.replace("Il ministro Carlo Bianchi", "A Laura Verdi il ministro Carlo Bianchi")
    for draft in drafts(text, "speaker", title=TITLE):
        if "Carlo Bianchi" in keys(draft):
            assert "Laura Verdi" not in {o["text"] for o in draft.own.get("options", draft.own.get("answers"))}

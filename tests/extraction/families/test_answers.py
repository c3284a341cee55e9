"""Short answers: where the grammar is sure, what is asked, and what counts as right."""

import pytest

from quizapp.core.responses import Typed
from quizapp.extraction.families.answers import surnames
from tests.extraction.families.make import drafts, item, keys, one

FAMILY = "short-answer"
REST = "\nIl Senato di Roma ha votato la legge sui porti nel 2023.\nIl Po scorre a Cremona."


@pytest.mark.parametrize(
    ("sentence", "question"),
    [
        (
            "La Corea del Nord, pur colpita da sanzioni e in difficoltà, possiede missili e ordigni utili al Cremlino.",
            "quale Paese, pur colpito da sanzioni e in difficoltà, possiede missili e ordigni utili al Cremlino?",
        ),
        (
            "La Cina, principale alleato economico di Pyongyang, osserva con attenzione il trattato di Mosca.",
            "quale Paese, principale alleato economico di Pyongyang, osserva con attenzione il trattato di Mosca?",
        ),
        (
            "La Germania è stata ammessa nel consiglio dei porti del Baltico a Danzica.",
            "quale Paese è stato ammesso nel consiglio dei porti del Baltico a Danzica?",
        ),
        (
            "Il Giappone ha chiuso il porto di Osaka alle navi da crociera.",
            "quale Paese ha chiuso il porto di Osaka alle navi da crociera?",
        ),
    ],
)
def test_a_country_becomes_quale_paese_and_all_agrees_with_it(sentence, question):
    assert one(sentence + REST, FAMILY).stem == f"Secondo un articolo del 20 novembre 2024, {question}"


def test_a_year_in_the_question_needs_no_day_of_the_article():
    stem = one("Il Giappone ha chiuso il porto di Osaka alle navi nel 2023." + REST, FAMILY).stem
    assert stem == "Quale Paese ha chiuso il porto di Osaka alle navi nel 2023?"


@pytest.mark.parametrize("typed", ["Cina", "la cina", "LA CINA", "Repubblica Popolare Cinese"])
def test_every_usual_name_of_the_country_is_right(typed):
    body = item("La Cina osserva con attenzione il trattato di Mosca sui porti del Pacifico." + REST, FAMILY).body
    assert body.mark(Typed(typed)) == 1


def test_what_belongs_to_the_country_does_not_tell_it():
    (draft,) = drafts("La Russia vede nelle navi la sua forza nel mare di Odessa." + REST, FAMILY)
    assert draft.stem.endswith("quale Paese vede nelle navi la sua forza nel mare di Odessa?")


def test_the_capital_is_wrong_and_says_why():
    body = item("La Cina osserva con attenzione il trattato di Mosca sui porti del Pacifico." + REST, FAMILY).body
    assert body.mark(Typed("Pechino")) == 0
    assert "capitale" in body.remarks(Typed("Pechino"))[0].text


@pytest.mark.parametrize(
    "sentence",
    [
        "La Russia ha chiuso il porto di Odessa, e l’Ucraina ha risposto con una nota da Kiev.",
        "La Russia ha chiuso il porto di Odessa, ma ha riaperto il molo di levante.",
        "La Russia, che ha firmato il trattato, ha chiuso il porto di Odessa.",
        "Gli Stati Uniti hanno chiuso il porto di Odessa alle navi da crociera.",
        "La Russia ha chiesto ai russi di lasciare il porto di Odessa.",
        "La Palestina ha chiesto un posto nel consiglio dei porti di Danzica.",
        "La Russia ha ucciso tre marinai nel porto di Odessa secondo il rapporto.",
    ],
    ids=["second subject", "but", "relative", "plural", "own people", "disputed", "harm"],
)
def test_where_the_grammar_or_the_matter_is_in_doubt_nothing_is_asked(sentence):
    assert [draft for draft in drafts(sentence + REST, FAMILY) if draft.facts[0].sentence.index == 0] == []


def test_two_countries_that_do_like_things_are_not_asked_apart():
    text = (
        "Il Giappone ha chiuso il porto di Osaka alle grandi navi da crociera.\n"
        "La Cina ha chiuso il porto di Dalian alle grandi navi da crociera."
    )
    assert drafts(text, FAMILY) == []


def test_somebody_in_office_is_asked_with_chi_and_the_surname_is_enough():
    draft = one("Il presidente francese Emmanuel Macron ha accolto a Parigi il re di Norvegia." + REST, FAMILY)
    assert draft.stem.endswith(", chi ha accolto a Parigi il re di Norvegia?")
    assert keys(draft)[:2] == ["Emmanuel Macron", "Macron"]


def test_a_private_person_is_not_asked_for():
    assert drafts("Mario Rossi ha accolto a Parigi il re di Norvegia con la banda." + REST, FAMILY) == []


def test_english_asks_which_country():
    text = "Japan has closed the harbour of Osaka to cruise ships.\nThe Senate in Washington voted in 2022.\nIt rains."
    draft = one(text, FAMILY, "en")
    assert draft.stem == (
        "According to an article of 20 November 2024, which country has closed the harbour of Osaka to cruise ships?"
    )


@pytest.mark.parametrize(
    "sentence",
    ["Japan exports fell by a third in the harbour of Osaka.", "Japan based carmakers closed the harbour of Osaka."],
)
def test_english_words_that_may_be_no_verb_are_left_alone(sentence):
    assert drafts(sentence + "\nThe Senate voted in Washington in 2022.\nIt rains.", FAMILY, "en") == []


@pytest.mark.parametrize(
    ("sentence", "question"),
    [
        ("La Banca centrale europea ha tagliato i tassi dei depositi a Francoforte.", "quale istituzione ha tagliato"),
        ("Il Parlamento europeo ha approvato a Strasburgo la legge sui porti.", "quale organo ha approvato"),
        ("La Nato ha aperto a Vilnius il vertice con trenta Paesi del continente.", "quale organizzazione ha aperto"),
    ],
)
def test_an_institution_is_asked_by_what_it_is(sentence, question):
    assert question in one(sentence + "\nIl Senato tace a Roma.\nIl Po scorre a Cremona.", FAMILY).stem


def test_a_body_that_many_countries_have_is_not_asked_for():
    text = "The Supreme Court ruled on the sale of the harbour of Liverpool to a bank.\nIt rains.\nIt snows in Leeds."
    assert drafts(text, FAMILY, "en") == []


def test_a_territory_is_no_country_to_ask_for():
    text = "Greenland has closed the eastern pier to all cruise ships.\nIt rains.\nIt snows in Leeds."
    assert drafts(text.replace("Greenland", "Iceland"), FAMILY, "en") != []
    assert drafts(text, FAMILY, "en") == []


@pytest.mark.parametrize(
    ("sentence", "lang", "stem"),
    [
        ("Nel 2019 la Cina ha chiuso il porto di Dalian alle navi da crociera.", "it",
         "Nel 2019 quale Paese ha chiuso il porto di Dalian alle navi da crociera?"),
        ("Il 3 maggio 2019 il presidente francese Emmanuel Macron ha accolto a Parigi il re di Norvegia.", "it",
         "Il 3 maggio 2019 chi ha accolto a Parigi il re di Norvegia?"),
        ("On 3 May 2019, Japan closed the harbour of Osaka to all cruise ships.", "en",
         "On 3 May 2019, which country closed the harbour of Osaka to all cruise ships?"),
        ("Nel 2019 la Banca centrale europea ha tagliato i tassi dei depositi a Francoforte.", "it",
         "Nel 2019 quale istituzione ha tagliato i tassi dei depositi a Francoforte?"),
    ],
)  # fmt: skip
def test_a_date_that_opens_the_sentence_opens_the_question(sentence, lang, stem):
    rest = {"it": "\nIl fiume scorre piano.\nIl Senato tace.", "en": "\nIt rains.\nIt snows in Leeds."}[lang]
    assert one(sentence + rest, FAMILY, lang).stem == stem


def test_a_last_clause_with_a_gerund_is_left_out_of_question_and_evidence():
    text = "La Cina osserva con attenzione il trattato di Mosca sui porti, temendo che la Duma lo cambi ancora." + REST
    draft = one(text, FAMILY)
    assert draft.stem.endswith("quale Paese osserva con attenzione il trattato di Mosca sui porti?")
    assert item(text, FAMILY).evidence[0].quote == "La Cina osserva con attenzione il trattato di Mosca sui porti"


@pytest.mark.parametrize(
    ("person", "short"),
    [
        ("Emmanuel Macron", ["Macron"]),
        ("Kim Jong Un", ["Kim"]),
        ("Xi Jinping", ["Xi", "Jinping"]),
        ("Ursula von der Leyen", ["von der Leyen", "Leyen"]),
        ("Jens Li", []),
        ("Leone XIV", ["Leone"]),
    ],
)
def test_a_person_is_called_by_the_name_that_people_use(person, short):
    assert surnames(person) == short


def test_one_of_two_who_did_it_together_is_not_asked_for():
    text = "Putin e il presidente francese Emmanuel Macron hanno firmato a Mosca il trattato sui porti." + REST
    assert drafts(text, FAMILY) == []
    text = "Putin and the French president, Emmanuel Macron, signed the treaty in Moscow.\nIt rains.\nIt snows."
    assert drafts(text, FAMILY, "en") == []


def answers_to(sentence, title="Atlantic ports of Portugal"):
    text = f"{sentence}\nMinisters of nine Atlantic countries opened a meeting in Lisbon on Monday."
    return [
        {each["text"] for each in draft.own["answers"] if each["fraction"]}
        for draft in drafts(text, FAMILY, "en", title, "2019-05-06")
    ]


def test_the_office_alone_is_right_too():
    (right,) = answers_to("Portuguese Prime Minister Ana Costa has opened the Atlantic ports of Lisbon to all ships.")
    assert {"Ana Costa", "Costa", "Portuguese Prime Minister Ana Costa", "Portuguese Prime Minister"} <= right


def test_what_happened_around_it_is_in_no_answer():
    (right,) = answers_to(
        "During a visit to Sintra Portuguese Prime Minister Ana Costa opened the Atlantic ports of Lisbon to all ships."
    )
    assert right == {"Ana Costa", "Costa"}


@pytest.mark.parametrize(
    "rest",
    [
        "has opened the ports of Lisbon that were closed by the storm today to all ships.",
        "submitted her long resignation to the ports of Lisbon and her resignation was taken by the king.",
        "— opened the ports of Lisbon to all ships after the storm.",
    ],
)
def test_a_day_a_second_clause_or_a_dash_that_a_question_cannot_keep_leaves_it_unasked(rest):
    assert answers_to(f"Portuguese Prime Minister Ana Costa {rest}") == []

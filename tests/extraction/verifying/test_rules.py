"""Single rules of the verifier, each on the item that breaks it and on the one that does not."""

import pytest

from quizapp.core.items import read_item
from quizapp.core.reading import Reader
from quizapp.extraction.cues import cues
from quizapp.extraction.facts import stems_of
from quizapp.extraction.verifying.rules import flaws
from quizapp.extraction.verifying.sets import duplicates
from tests.extraction.make import drafted

TEXT = "La Duma di Mosca ha ratificato il trattato con 397 voti. Secondo fonti ucraine, i soldati sono a Kursk."


def item(stem, lang="it", quote=TEXT, **own):
    start = TEXT.find(quote)
    data = {"id": "x", "type": "choice", "lang": lang, "stem": stem, "explanation": "Sì.", **own}
    data["evidence"] = [{"start": start, "end": start + len(quote), "quote": quote}]
    return read_item(Reader(data), lang)


def options(key, *wrong):
    return [{"text": key, "fraction": 1}, *({"text": text, "fraction": 0, "feedback": "No."} for text in wrong)]


def judged(stem, *, true, quote, **own):
    marks = [{"text": "true", "fraction": int(true)}, {"text": "false", "fraction": int(not true)}]
    extra = {} if true else {"correction": "L’articolo dice altro."}
    return item(stem, quote=quote, type="true_false", options=marks, **extra, **own)


def found(asked, quote=TEXT):
    return flaws(asked, quote if quote == TEXT else None)


CRIME = "Mario Rossi è stato arrestato a Torino per rapina nel 2023 con 12 complici."


@pytest.mark.parametrize(
    "asked",
    [
        item("Chi fu arrestato nel 2023?", quote=CRIME, options=options("Mario Rossi", "Luca Bianchi", "Paolo Verdi")),
        judged("Mario Rossi è stato arrestato a Torino per rapina nel 2023 con 19 complici.", true=False, quote=CRIME),
        item("Quanti morti ha causato la frana del 2023?", options=options("14", "20", "31")),
    ],
    ids=["asks for the accused", "makes up a count in a crime", "offers numbers of dead"],
)  # fmt: skip
def test_nobody_private_beside_a_crime_and_no_number_of_dead(asked):
    assert "harm" in flaws(asked, None)


def test_somebody_in_office_may_be_named_beside_a_crime():
    quote = "Il ministro della Giustizia Carlo Nordio ha commentato a Torino l’arresto di un evaso nel 2023."
    asked = item("Chi ha commentato l’arresto nel 2023?", quote=quote, options=options("Carlo Nordio", "Luca Bianchi"))
    assert "harm" in flaws(asked, None)  # the wrong option is a private person
    alone = item("Chi ha commentato l’arresto nel 2023?", quote=quote, type="text", answers=[{"text": "Carlo Nordio"}])
    assert "harm" not in flaws(alone, None)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Russia", "Mosca"), ("la Russia", "Russia"), ("Stati Uniti", "gli Usa"), ("20 %", "20%"), ("1.000", "1 000"),
     ("Otto Perez Molina", "Perez Molina"), ("Perù", "Peru")],
)  # fmt: skip
def test_one_thing_under_two_names_is_one_option(one, other):
    assert "options-doubled" in flaws(item("Chi ha firmato nel 2024?", options=options(one, other, "Altro")), None)


@pytest.mark.parametrize(
    ("one", "other"), [("Corea del Nord", "Corea del Sud"), ("1.000", "1.000.000"), ("Niger", "Nigeria")]
)
def test_two_things_of_like_name_are_two_options(one, other):
    assert "options-doubled" not in flaws(item("Chi ha firmato nel 2024?", options=options(one, other, "Cuba")), None)


def test_a_claim_asked_without_its_holder_has_lost_its_attribution():
    quote = "Secondo fonti ucraine, i soldati sono a Kursk."
    lost = judged("I soldati sono a Kursk dal 2024.", true=True, quote=quote, kind="claim", holder="fonti ucraine")
    kept = judged(
        "Secondo fonti ucraine, i soldati sono a Kursk.", true=True, quote=quote, kind="claim", holder="fonti ucraine"
    )
    assert "attribution-lost" in flaws(lost, None)
    assert "attribution-lost" not in flaws(kept, None)


def test_a_swap_that_still_follows_is_no_false_statement():
    quote = "Il porto di Trieste ha ricevuto almeno 300 navi da crociera nel mese di maggio."
    weak = judged(quote.replace("300", "200"), true=False, quote=quote)
    strong = judged(quote.replace("300", "400"), true=False, quote=quote)
    assert "swap-entailed" in flaws(weak, None)
    assert "swap-entailed" not in flaws(strong, None)


def test_a_wrong_option_that_another_sentence_bears_out_is_no_wrong_option():
    text = (
        "La Duma di Mosca ha ratificato il trattato di cooperazione militare con Pyongyang nel 2024. "
        "Il trattato di cooperazione militare fu firmato a Pyongyang nel 2023."
    )
    quote = text[: text.index(".") + 1]
    stem = "Completa: «La Duma di Mosca ha ratificato il trattato di cooperazione militare con Pyongyang nel _____.»"
    data = {
        "id": "x", "type": "choice", "lang": "it", "stem": stem, "options": options("2024", "2023", "2019"),
        "evidence": [{"start": 0, "end": len(quote), "quote": quote}],
    }  # fmt: skip
    assert "true-elsewhere" in flaws(read_item(Reader(data), "it"), text)


def test_the_same_question_twice_is_found():
    first = item("Chi ha ratificato il trattato nel 2024?", options=options("La Duma", "Il Senato"))
    again = item("Nel 2024 chi ha ratificato il trattato?", options=options("La Duma", "La Camera"))
    other = item("Chi ha firmato il trattato nel 2024?", options=options("Il re", "Il Senato"))
    assert duplicates([first, other, again]) == [(0, 2)]


SIDES = (
    "{one} ha ratificato il trattato sui porti del Mar Nero con {two} nel 2024, e il Giappone osserva da Tokyo.\n"
    "Secondo fonti {adjective}, migliaia di militari {other} sono pronti a combattere a Verona dal 2024.\n"
    "{one} ha chiuso il porto di Vigo alle navi da crociera nel 2023.\n"
    "Il Giappone ha chiuso il porto di Osaka nel 2023."
)
BOTH = [
    ({"one": "La Russia", "two": "l’Ucraina", "adjective": "ucraine", "other": "russi"},
     {"one": "L’Ucraina", "two": "la Russia", "adjective": "russe", "other": "ucraini"}),
    ({"one": "La Cina", "two": "la Francia", "adjective": "francesi", "other": "cinesi"},
     {"one": "La Francia", "two": "la Cina", "adjective": "cinesi", "other": "francesi"}),
]  # fmt: skip


@pytest.mark.parametrize(("sides", "swapped"), BOTH)
def test_the_two_sides_get_the_same_verdicts(sides, swapped):
    verdicts = [
        sorted(
            (each.family, tuple(each.flaws)) for each in drafted(SIDES.format(**names), published="2025-01-10").drafts
        )
        for names in (sides, swapped)
    ]
    assert verdicts[0] == verdicts[1]
    assert {family for family, _flaws in verdicts[0]} >= {"gap-country", "who-said"}


@pytest.mark.parametrize(
    ("lang", "text"), [("it", "La Russia, i russi e le navi russe"), ("en", "Russia and the Russians")]
)
def test_a_country_and_its_people_are_one_word_to_the_ranking(lang, text):
    assert stems_of(text, cues(lang)) & {"=RU"} == stems_of(text, cues(lang)) - {"navi"}


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("Il trattato vale dal 2024 (fonte: KCNA, 5 dicembre 2024).", "residue"),
        ("La Camera ha votato la legge nel 2024, leggi anche il testo intero.", "residue"),
        ("La legge di Roma In the city ha chiuso il porto nel 2024.", "run-on"),
        ("Il trattato vale a Danzica (dal 2024) e a Riga.", None),
    ],
)
def test_what_was_around_the_article_is_no_part_of_a_statement(sentence, code):
    found_codes = flaws(judged(sentence, true=True, quote=sentence), None)
    assert ({"residue", "run-on"} & set(found_codes)) == ({code} - {None})

"""Articles and prepositions agree with every country; the samples are written by hand."""

import pytest

from quizapp.extraction.agreement import (
    ARTICLES,
    PREPOSITIONS,
    articulated,
    attach,
    definite,
    with_article,
    with_preposition,
)
from quizapp.extraction.lexicon import lexicon

IT = lexicon("it")
EN = lexicon("en")


def spaced(text: str) -> list[str]:
    return [word.replace("*", " ") for word in text.split()]


# The name, and what stands before it after di, a, da, in (the way there), su, con, per.
BY_HAND = {
    "IT": ("Italia", "dell' all' dall' in sull' con*l' per*l'"),
    "US": ("Stati Uniti", "degli agli dagli negli sugli con*gli per*gli"),
    "GB": ("Regno Unito", "del al dal nel sul con*il per*il"),
    "CU": ("Cuba", "di a da a su con per"),
    "IQ": ("Iraq", "dell' all' dall' in sull' con*l' per*l'"),
    "PH": ("Filippine", "delle alle dalle nelle sulle con*le per*le"),
    "MT": ("Malta", "di a da a su con per"),
    "CY": ("Cipro", "di a da a su con per"),
    "IL": ("Israele", "di a da in su con per"),
    "HT": ("Haiti", "di ad da ad su con per"),
    "AD": ("Andorra", "di ad da ad su con per"),
    "NL": ("Paesi Bassi", "dei ai dai nei sui con*i per*i"),
    "YE": ("Yemen", "dello allo dallo nello sullo con*lo per*lo"),
    "ZW": ("Zimbabwe", "dello allo dallo in sullo con*lo per*lo"),
    "LK": ("Sri Lanka", "dello allo dallo in sullo con*lo per*lo"),
    "CZ": ("Repubblica Ceca", "della alla dalla nella sulla con*la per*la"),
    "AE": ("Emirati Arabi Uniti", "degli agli dagli negli sugli con*gli per*gli"),
    "KP": ("Corea del Nord", "della alla dalla in sulla con*la per*la"),
    "JP": ("Giappone", "del al dal in sul con*il per*il"),
    "SM": ("San Marino", "di a da a su con per"),
    "SG": ("Singapore", "di a da a su con per"),
    "HN": ("Honduras", "dell' all' dall' in sull' con*l' per*l'"),
    "SV": ("El Salvador", "di a da in su con per"),
    "TW": ("Taiwan", "di a da a su con per"),
    "MC": ("Principato di Monaco", "del al dal nel sul con*il per*il"),
    "EH": ("Sahara Occidentale", "del al dal nel sul con*il per*il"),
    "MV": ("Maldive", "delle alle dalle nelle sulle con*le per*le"),
    "UA": ("Ucraina", "dell' all' dall' in sull' con*l' per*l'"),
}

# The whole table of the language, written out: nothing here is computed.
GROWN = {
    "": "di a da in su con per",
    "il": "del al dal nel sul con*il per*il",
    "lo": "dello allo dallo nello sullo con*lo per*lo",
    "la": "della alla dalla nella sulla con*la per*la",
    "l'": "dell' all' dall' nell' sull' con*l' per*l'",
    "i": "dei ai dai nei sui con*i per*i",
    "gli": "degli agli dagli negli sugli con*gli per*gli",
    "le": "delle alle dalle nelle sulle con*le per*le",
}

WITHOUT_ARTICLE = set(
    spaced("AD AG BB CU CV CY DJ GD HK HT IL KI KN LC MO MT MU NR PA PR PW SG SM ST SV TL TO TT TV TW VC VU WS")
)
PLURAL = {"AE", "BS", "FJ", "KM", "MH", "MV", "NL", "PH", "SB", "SC", "US"}
READ_BY_LETTERS = {"FBI", "FSB", "MI6", "NHK", "NSA", "PSOE", "UEFA", "UIL"}  # «l'Fbi», «la Uil»
READ_AS_IN_ENGLISH = {"Iowa", "Utah", "United States Geological Survey"}  # «lo Utah»
AD = {"AD", "AG", "HT"}
ENTERED_WITH_ARTICLE = {"CD", "CF", "CG", "CZ", "DO", "EH", "GB", "MC", "YE"}


@pytest.mark.parametrize("article", ARTICLES)
def test_every_preposition_grows_together_with_every_article(article):
    assert [articulated(preposition, article) for preposition in PREPOSITIONS] == spaced(GROWN[article])


@pytest.mark.parametrize("code", sorted(BY_HAND))
def test_the_samples_written_by_hand(code):
    name, before = BY_HAND[code]
    phrases = [word + name if word.endswith("'") else f"{word} {name}" for word in spaced(before)]

    assert [with_preposition(preposition, IT.countries[code]) for preposition in PREPOSITIONS] == phrases


def test_countries_without_article_are_these():
    assert {code for code, country in IT.countries.items() if not country.article} == WITHOUT_ARTICLE


def test_plural_countries_are_these():
    assert {code for code, country in IT.countries.items() if country.number == "p"} == PLURAL


def test_the_article_of_a_country_is_the_one_its_name_calls_for():
    names = [named for country in IT.countries.values() for named in (country, *country.aliases) if named.article]

    assert [one.name for one in names if one.article != definite(one.name, one.gender, one.number)] == []


def test_so_is_that_of_a_place_or_institution_unless_it_is_read_otherwise():
    named = [*IT.places.values(), *IT.organisations.values(), *IT.org_cues.values()]
    named += [alias for one in IT.organisations.values() for alias in one.aliases]
    odd = {one.name for one in named if one.article and one.article != definite(one.name, one.gender, one.number)}

    assert {name for name in odd if name.upper() not in READ_BY_LETTERS} == READ_AS_IN_ENGLISH


@pytest.mark.parametrize("preposition", ["di", "a", "da", "su", "con", "per"])
def test_every_country_with_every_preposition(preposition):
    for country in IT.countries.values():
        word = dict(zip(PREPOSITIONS, spaced(GROWN[country.article]), strict=True))[preposition]
        if preposition == "a" and country.code in AD:
            word = "ad"
        glued = word + country.name if word.endswith("'") else f"{word} {country.name}"
        assert with_preposition(preposition, country) == glued


def test_every_way_into_a_country():
    for country in IT.countries.values():
        if country.code in PLURAL | ENTERED_WITH_ARTICLE:
            word = dict(zip(PREPOSITIONS, spaced(GROWN[country.article]), strict=True))["in"]
        elif country.code in WITHOUT_ARTICLE - {"IL", "SV"}:
            word = "ad" if country.code in AD else "a"
        else:
            word = "in"
        assert with_preposition("in", country) == f"{word} {country.name}"


@pytest.mark.parametrize(
    ("word", "gender", "number", "article"),
    [
        ("8 per cento", "m", "s", "l'"),
        ("11 per cento", "m", "s", "l'"),
        ("80 per cento", "m", "s", "l'"),
        ("110 per cento", "m", "s", "il"),
        ("0,65 per cento", "m", "s", "lo"),
        ("20 per cento", "m", "s", "il"),
        ("Stato", "m", "s", "lo"),
        ("Stati", "m", "p", "gli"),
        ("Onu", "f", "s", "l'"),
        ("Nato", "f", "s", "la"),
        ("psicologo", "m", "s", "lo"),
        ("psicologi", "m", "p", "gli"),
        ("psicologa", "f", "s", "la"),
        ("gnomo", "m", "s", "lo"),
        ("Ionio", "m", "s", "lo"),
        ("isola", "f", "s", "l'"),
        ("isole", "f", "p", "le"),
        ("Yemen", "m", "s", "lo"),
        ("Élysée", "m", "s", "l'"),
        ("Houthi", "m", "p", "gli"),
        ("Paesi", "m", "p", "i"),
    ],
)
def test_the_definite_article_before_a_word(word, gender, number, article):
    assert definite(word, gender, number) == article


def test_the_apostrophe_is_the_one_that_the_text_uses():
    assert with_preposition("di", IT.countries["IT"], "’") == "dell’Italia"
    assert with_article(IT.countries["IT"], "’") == "l’Italia"
    assert attach("", "Cuba") == "Cuba"


@pytest.mark.parametrize(
    ("code", "preposition", "phrase"),
    [
        ("US", "in", "in the United States"),
        ("US", "of", "of the United States"),
        ("IT", "in", "in Italy"),
        ("IT", "with", "with Italy"),
        ("PH", "from", "from the Philippines"),
        ("NL", "in", "in the Netherlands"),
        ("GM", "in", "in the Gambia"),
        ("UA", "in", "in Ukraine"),
    ],
)
def test_english_countries(code, preposition, phrase):
    assert with_preposition(preposition, EN.countries[code]) == phrase

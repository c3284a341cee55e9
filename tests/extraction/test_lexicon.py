"""The tables have one shape for both languages, and hold what the rules count on."""

import dataclasses

import pytest

from quizapp.core.text import strip_accents
from quizapp.extraction.entries import Demonym
from quizapp.extraction.lexicon import LANGUAGES, Lexicon, harms_in, lexicon

FULL = ("it", "en")
IT, EN = lexicon("it"), lexicon("en")
both = pytest.mark.parametrize("words", [IT, EN], ids=FULL)


@both
def test_no_table_is_empty(words: Lexicon):
    assert [field.name for field in dataclasses.fields(words) if not getattr(words, field.name)] == []


@pytest.mark.parametrize("language", ["es", "fr"])
def test_spanish_and_french_have_dates_numbers_and_stop_words(language):
    words = lexicon(language)

    filled = {field.name for field in dataclasses.fields(words) if getattr(words, field.name)}
    assert filled == {"language", "months", "weekdays", "number_words", "scales", "collectives", "stop_words"}


def test_an_unknown_language_is_refused():
    with pytest.raises(ValueError, match="xx"):
        lexicon("xx")


def test_both_languages_know_the_same_countries_and_places_of_the_world():
    assert IT.countries.keys() == EN.countries.keys()
    for code, country in IT.countries.items():
        other = EN.countries[code]
        assert (country.continent, country.population_rank, country.disputed) == (
            other.continent, other.population_rank, other.disputed,
        )  # fmt: skip


@both
def test_every_kind_of_thing_is_the_same(words: Lexicon):
    other = EN if words is IT else IT
    assert set(words.harm) == set(other.harm)
    assert set(words.bounds) == set(other.bounds)
    assert words.currencies.keys() == other.currencies.keys()
    assert {unit.kind for unit in words.units.values()} == {unit.kind for unit in other.units.values()}
    assert {place.kind for place in words.places.values()} == {place.kind for place in other.places.values()}
    assert set(words.speech_verbs.values()) == set(other.speech_verbs.values())


@both
def test_words_are_in_lower_case(words: Lexicon):
    for name in (
        "given_names", "months", "weekdays", "deictic", "number_words", "stop_words", "finite_verbs", "participles",
        "noun_like", "speech_phrases", "attribution_cues", "hedges", "evaluative", "abbreviations", "anaphoric_starts",
        "role_nouns", "demonyms", "bare_humans",
    ):  # fmt: skip
        assert [word for word in getattr(words, name) if word != word.lower()] == [], name


@both
def test_no_text_has_stray_spaces(words: Lexicon):
    for field in dataclasses.fields(words):
        table = getattr(words, field.name)
        if not isinstance(table, str):
            assert [key for key in table if key != " ".join(key.split())] == [], field.name


@both
def test_every_country_is_complete(words: Lexicon):
    for country in words.countries.values():
        assert country.name
        assert country.capital
        assert country.where
        assert country.continent in {"AF", "AN", "AS", "EU", "NA", "OC", "SA"}
    assert sorted(one.population_rank for one in words.countries.values()) == list(range(1, len(words.countries) + 1))


@both
def test_no_name_belongs_to_two_countries(words: Lexicon):
    names = [
        (name, one.code) for one in words.countries.values() for name in (one.name, *(a.name for a in one.aliases))
    ]

    assert len({name for name, _ in names}) == len(set(names))


@both
def test_names_of_institutions_are_of_one_institution(words: Lexicon):
    names = [name for one in words.organisations.values() for name in {one.name, *(a.name for a in one.aliases)}]

    assert sorted(name for name in set(names) if names.count(name) > 1) == []


@both
def test_speech_verbs_have_forms(words: Lexicon):
    assert set(words.speech_verbs) <= set(words.infinitives)


@both
def test_harm_stems_have_no_accents(words: Lexicon):
    for stems in words.harm.values():
        assert [stem for stem in stems if strip_accents(stem) != stem] == []


@pytest.mark.parametrize(
    ("words", "text", "kinds"),
    [
        (IT, "È stato arrestato per l'omicidio del fratello.", {"crime"}),
        (IT, "La bambina è ricoverata in ospedale.", {"minors", "health"}),
        (IT, "Il bilancio è di 124 vittime.", {"casualties"}),
        (IT, "L'autista ha comandato un processore complicato; la dieta è mediterranea.", set()),
        (IT, "Gli studenti hanno partecipato alla conferenza sul clima.", set()),
        (EN, "He was charged with murder.", {"crime"}),
        (EN, "Her son died in hospital.", {"minors", "casualties", "health"}),
        (EN, "The diet of songbirds in Diego Garcia is stable, a courtesy of infantry.", set()),
    ],
)
def test_what_a_sentence_touches(words, text, kinds):
    assert harms_in(text, words) == kinds


@both
def test_ambiguous_names_are_names(words: Lexicon):
    assert words.ambiguous_names <= words.given_names


@both
def test_small_words_are_no_unambiguous_names(words: Lexicon):
    assert (words.stop_words & words.given_names) - words.ambiguous_names == frozenset()


@pytest.mark.parametrize(
    ("form", "reading"),
    [
        ("nordcoreano", Demonym("KP", False, "m", "s")),
        ("nordcoreana", Demonym("KP", True, "f", "s")),
        ("nordcoreani", Demonym("KP", False, "m", "p")),
        ("greche", Demonym("GR", False, "f", "p")),
        ("francesi", Demonym("FR", True, "", "p")),
        ("saudita", Demonym("SA", False, "", "s")),
        ("belgi", Demonym("BE", False, "m", "p")),
        ("statunitense", Demonym("US", False, "", "s")),
    ],
)
def test_italian_demonyms(form, reading):
    assert reading in IT.demonyms[form]


def test_an_adjective_agrees():
    north_korean = IT.countries["KP"].adjectives[0]

    assert [north_korean.form(gender, number) for number in "sp" for gender in "mf"] == [
        "nordcoreano",
        "nordcoreana",
        "nordcoreani",
        "nordcoreane",
    ]


@pytest.mark.parametrize(
    ("form", "reading"),
    [
        ("north korean", Demonym("KP", False, "", "")),
        ("north koreans", Demonym("KP", True, "", "p")),
        ("briton", Demonym("GB", True, "", "s")),
        ("british", Demonym("GB", False, "", "")),
        ("chinese", Demonym("CN", False, "", "")),
        ("poles", Demonym("PL", True, "", "p")),
    ],
)
def test_english_demonyms(form, reading):
    assert reading in EN.demonyms[form]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Usa", "US"),
        ("Stati Uniti d'America", "US"),
        ("Gran Bretagna", "GB"),
        ("Olanda", "NL"),
        ("Birmania", "MM"),
        ("Santa Sede", "VA"),
    ],
)
def test_italian_names_of_countries(name, code):
    assert IT.country_names[name] == code


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Londra", "GB"),
        ("Pechino", "CN"),
        ("Parigi", "FR"),
        ("Mosca", "RU"),
        ("Monaco di Baviera", "DE"),
        ("Il Cairo", "EG"),
        ("Cairo", "EG"),
        ("Bologna", "IT"),
        ("Siviglia", "ES"),
        ("L'Aia", "NL"),
        ("San Paolo", "BR"),
        ("Nizza", "FR"),
        ("Kharkiv", "UA"),
        ("Leopoli", "UA"),
    ],
)
def test_italian_cities(name, code):
    assert IT.cities[name] == code


@pytest.mark.parametrize(
    "name", ["London", "Paris", "Moscow", "Munich", "Rome", "Naples", "Turin", "Venice", "Warsaw", "Lisbon"]
)
def test_italian_has_no_english_name_of_a_city(name):
    assert name not in IT.cities


@pytest.mark.parametrize(
    ("words", "name", "kind", "code"),
    [
        (IT, "Lombardia", "region", "IT"),
        (IT, "Baviera", "region", "DE"),
        (IT, "Medio Oriente", "area", ""),
        (IT, "Asia", "continent", "AS"),
        (IT, "Mar Nero", "sea", ""),
        (IT, "Torino", "city", "IT"),
        (EN, "Lombardy", "region", "IT"),
        (EN, "Bavaria", "region", "DE"),
        (EN, "Texas", "region", "US"),
        (EN, "Middle East", "area", ""),
    ],
)
def test_places(words, name, kind, code):
    assert (words.places[name].kind, words.places[name].code) == (kind, code)


@pytest.mark.parametrize(
    ("words", "word", "value"),
    [
        (IT, "ventuno", 21),
        (IT, "ventotto", 28),
        (IT, "ventitré", 23),
        (IT, "trentatre", 33),
        (IT, "novantanove", 99),
        (IT, "cento", 100),
        (IT, "centotré", 103),
        (IT, "duecentocinquanta", 250),
        (IT, "tremila", 3000),
        (EN, "twenty-one", 21),
        (EN, "ninety", 90),
        (lexicon("es"), "treinta y cinco", 35),
        (lexicon("es"), "veintidós", 22),
        (lexicon("fr"), "quarante-deux", 42),
    ],
)
def test_number_words(words, word, value):
    assert words.number_words[word] == value


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_months_are_twelve_and_the_days_seven(language):
    words = lexicon(language)

    assert set(words.months.values()) == set(range(1, 13))
    assert set(words.weekdays.values()) == set(range(1, 8))


def test_months_and_days_have_their_place():
    assert (IT.months["gennaio"], IT.months["dic"], EN.months["september"], EN.months["sept"]) == (1, 12, 9, 9)
    assert (IT.weekdays["lunedì"], IT.weekdays["domenica"], EN.weekdays["monday"]) == (1, 7, 1)


def test_units_agree():
    assert (IT.units["tonnellate"].kind, IT.units["tonnellate"].gender) == ("mass", "f")
    assert (IT.units["miglia"].singular, IT.units["km"].kind) == ("miglio", "length")
    assert (IT.units["feriti"].kind, EN.units["victims"].kind) == ("casualties", "casualties")


def test_an_institution_is_known_by_all_its_names():
    assert {
        IT.organisation_names[name] for name in ("Onu", "ONU", "Nazioni Unite", "Organizzazione delle Nazioni Unite")
    } == {"Onu"}
    assert (IT.organisations["Onu"].article, IT.organisations["Onu"].gender) == ("l'", "f")
    assert EN.organisation_names["UN"] == "United Nations"
    assert (IT.house_metonyms["Casa Bianca"], IT.house_metonyms["Cremlino"], EN.house_metonyms["Downing Street"]) == (
        "US",
        "RU",
        "GB",
    )


def test_roles_have_gender_and_say_whether_they_are_public():
    (minister,) = IT.role_nouns["ministra degli esteri"]
    (mayors,) = IT.role_nouns["sindache"]
    (president,) = IT.role_nouns["presidente"]

    assert (minister.lemma, minister.gender, minister.number, minister.public) == (
        "ministro degli Esteri",
        "f",
        "s",
        True,
    )
    assert (mayors.lemma, mayors.gender, mayors.number) == ("sindaco", "f", "p")
    assert president.gender == ""
    assert IT.role_nouns["segretari generali"][0].lemma == "segretario generale"
    assert not IT.role_nouns["calciatrice"][0].public
    assert EN.role_nouns["attorneys general"][0].public


@pytest.mark.parametrize(
    ("words", "forms"),
    [
        (IT, "stato parte porta piano sopra verso causa forma prova legge marcia visita nomina vittime"),
        (EN, "plans reports talks deals leaders"),
    ],
    ids=FULL,
)
def test_forms_that_are_more_often_nouns(words, forms):
    assert set(forms.split()) <= words.noun_like


@both
def test_ambiguous_places_are_places(words: Lexicon):
    known = {*words.places, *words.country_names, *words.capitals}

    assert words.ambiguous_places - known == frozenset()


@both
def test_no_city_is_a_small_word(words: Lexicon):
    assert [name for name in words.cities if name.lower() in words.stop_words] == []


def test_italian_has_no_english_name_of_a_capital():
    foreign = {
        country.capital
        for code, country in EN.countries.items()
        if country.capital not in (IT.countries[code].capital, *IT.countries[code].other_capitals)
    }

    assert foreign & IT.cities.keys() == {"Beijing", "Cairo", "Valletta", "Washington"} & foreign

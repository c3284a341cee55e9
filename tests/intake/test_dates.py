"""Time expressions against the day of publication: resolved where only one day is meant."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.intake.dates import full_dates, resolve, without_dates

FRIDAY = date(2024, 6, 7)
MONDAY = date(2024, 6, 10)
CERTAIN = [
    ("it", "oggi", FRIDAY, date(2024, 6, 7)),
    ("it", "Questa mattina", FRIDAY, date(2024, 6, 7)),
    ("it", "stasera", FRIDAY, date(2024, 6, 7)),
    ("it", "ieri", FRIDAY, date(2024, 6, 6)),
    ("it", "ieri sera", FRIDAY, date(2024, 6, 6)),
    ("it", "nella giornata di ieri", FRIDAY, date(2024, 6, 6)),
    ("it", "l’altro ieri", FRIDAY, date(2024, 6, 5)),
    ("it", "domani", FRIDAY, date(2024, 6, 8)),
    ("it", "dopodomani", FRIDAY, date(2024, 6, 9)),
    ("it", "lunedì scorso", FRIDAY, date(2024, 6, 3)),
    ("it", "lo scorso lunedi", FRIDAY, date(2024, 6, 3)),
    ("it", "venerdì scorso", FRIDAY, date(2024, 5, 31)),
    ("it", "lunedì prossimo", FRIDAY, date(2024, 6, 10)),
    ("it", "domenica scorsa", FRIDAY, date(2024, 6, 2)),
    ("it", "tre giorni fa", FRIDAY, date(2024, 6, 4)),
    ("it", "tra due giorni", FRIDAY, date(2024, 6, 9)),
    ("it", "il 12 gennaio scorso", FRIDAY, date(2024, 1, 12)),
    ("it", "lo scorso 12 dicembre", FRIDAY, date(2023, 12, 12)),
    ("it", "il 7 febbraio prossimo", FRIDAY, date(2025, 2, 7)),
    ("it", "mercoledì 5 giugno", FRIDAY, date(2024, 6, 5)),
    ("it", "il 12 gennaio 2019", FRIDAY, date(2019, 1, 12)),
    ("it", "3/4/2024", FRIDAY, date(2024, 4, 3)),
    ("en", "today", FRIDAY, date(2024, 6, 7)),
    ("en", "Yesterday", FRIDAY, date(2024, 6, 6)),
    ("en", "the day before yesterday", FRIDAY, date(2024, 6, 5)),
    ("en", "tomorrow", FRIDAY, date(2024, 6, 8)),
    ("en", "last Monday", MONDAY, date(2024, 6, 3)),
    ("en", "last Friday", MONDAY, date(2024, 6, 7)),
    ("en", "this past Monday", FRIDAY, date(2024, 6, 3)),
    ("en", "next Monday", FRIDAY, date(2024, 6, 10)),
    ("en", "this Friday", FRIDAY, date(2024, 6, 7)),
    ("en", "Thursday, June 6", FRIDAY, date(2024, 6, 6)),
    ("en", "on January 12, 2019", FRIDAY, date(2019, 1, 12)),
    ("en", "two days ago", FRIDAY, date(2024, 6, 5)),
    ("en", "13/04/2024", FRIDAY, date(2024, 4, 13)),
    ("es", "ayer", FRIDAY, date(2024, 6, 6)),
    ("es", "el lunes pasado", FRIDAY, date(2024, 6, 3)),
    ("es", "el 5 de mayo de 2021", FRIDAY, date(2021, 5, 5)),
    ("fr", "hier au soir", FRIDAY, date(2024, 6, 6)),
    ("fr", "lundi dernier", FRIDAY, date(2024, 6, 3)),
    ("fr", "ce jeudi 6 juin", FRIDAY, date(2024, 6, 6)),
    ("fr", "le 23 janvier dernier", FRIDAY, date(2024, 1, 23)),
    ("fr", "le 1er mai 2016", FRIDAY, date(2016, 5, 1)),
]
OPEN = [
    ("it", "lunedì"),
    ("it", "il lunedì"),  # every Monday
    ("it", "stanotte"),  # the past one or the coming one
    ("it", "la settimana scorsa"),
    ("it", "una settimana fa"),
    ("it", "giovedì 5 giugno"),  # was a Wednesday
    ("it", "il 12 gennaio"),
    ("it", "30 febbraio 2024"),
    ("en", "on Monday"),
    ("en", "last Monday"),  # this week's or the one before
    ("en", "next Saturday"),
    ("en", "03/04/2024"),
    ("en", "last night"),
    ("en", "recently"),
    ("de", "gestern"),
    ("und", "ieri"),
    ("it", ""),
]
BESIDE_A_VERB = [
    ("it", "lunedì", "past", FRIDAY, date(2024, 6, 3)),
    ("it", "lunedì", "future", FRIDAY, date(2024, 6, 10)),
    ("it", "lunedì mattina", "past", FRIDAY, date(2024, 6, 3)),
    ("it", "venerdì", "past", FRIDAY, None),  # an Italian paper of Friday would say oggi
    ("it", "il lunedì", "past", FRIDAY, None),
    ("it", "il 12 gennaio", "past", FRIDAY, date(2024, 1, 12)),
    ("it", "il 12 gennaio", "future", FRIDAY, date(2025, 1, 12)),
    ("it", "il 7 giugno", "past", FRIDAY, date(2024, 6, 7)),
    ("it", "il 29 febbraio", "past", FRIDAY, date(2024, 2, 29)),
    ("en", "on Monday", "past", FRIDAY, date(2024, 6, 3)),
    ("en", "on Friday", "past", FRIDAY, date(2024, 6, 7)),  # agencies name today by its day
    ("en", "on Friday", "future", FRIDAY, None),
    ("en", "late on Tuesday", "past", FRIDAY, date(2024, 6, 4)),
    ("en", "last Monday", "past", FRIDAY, None),
    ("es", "el lunes", "past", FRIDAY, date(2024, 6, 3)),
    ("fr", "mardi", "past", FRIDAY, date(2024, 6, 4)),
]


@pytest.mark.parametrize(("lang", "said", "published", "day"), CERTAIN)
def test_what_can_mean_one_day_is_that_day(lang, said, published, day):
    assert resolve(said, published, lang) == day


@pytest.mark.parametrize(("lang", "said"), OPEN)
def test_what_can_mean_two_days_is_left_alone(lang, said):
    assert resolve(said, FRIDAY, lang) is None


@pytest.mark.parametrize(("lang", "said", "direction", "published", "day"), BESIDE_A_VERB)
def test_the_verb_beside_it_decides_a_bare_day(lang, said, direction, published, day):
    assert resolve(said, published, lang, direction=direction) == day


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.sampled_from(["lunedì", "giovedì", "domenica"]))
def test_a_weekday_is_within_a_week_and_of_that_name(published, name):
    number = ["lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"].index(name)
    past, future = resolve(f"{name} scorso", published, "it"), resolve(f"{name} prossimo", published, "it")
    assert past.weekday() == future.weekday() == number
    assert 1 <= (published - past).days <= 7
    assert 1 <= (future - published).days <= 7


@given(st.text(), st.dates(), st.sampled_from(["it", "en", "es", "fr"]), st.sampled_from(["past", "future", None]))
def test_any_text_and_day_have_an_answer(said, published, lang, direction):
    assert isinstance(resolve(said, published, lang, direction=direction), date | None)


@pytest.mark.parametrize(("lang", "said", "published"), [("it", "ieri", date.min), ("en", "tomorrow", date.max)])
def test_the_first_and_the_last_day_of_the_calendar_have_no_neighbour(lang, said, published):
    assert resolve(said, published, lang) is None


@given(st.dates(date(1000, 1, 1)))
def test_a_full_date_is_found_where_it_stands(day):
    text = f"Roma, {day:%Y-%m-%d} – testo"
    assert full_dates(text, "it") == [(6, 16, day)]


@pytest.mark.parametrize(
    ("text", "lang", "days"),
    [
        ("Thursday, May 7, 2015", "en", [date(2015, 5, 7)]),
        ("Friday, May 7, 2015", "en", [None]),
        ("Roma, 9 set. 2024 e 5 de mayo de 2021", "it", [date(2024, 9, 9), date(2021, 5, 5)]),
        ("12/3/2020", "it", [date(2020, 3, 12)]),
        ("12/3/2020", "en", [None]),
        ("12/3/2020", "de", [date(2020, 3, 12)]),
        ("31/2/2020", "it", [None]),
        ("il 9 settembre", "it", []),
        ("perche\u0301 il 9 settembre 2024", "it", [date(2024, 9, 9)]),
    ],
)
def test_full_dates_of_any_language_are_found(text, lang, days):
    found = full_dates(text, lang)
    assert [day for _, _, day in found] == days
    assert all(text[start:end].strip() == text[start:end] for start, end, _ in found)


def test_dates_go_out_of_a_line_with_or_without_their_year():
    assert without_dates("Roma, 6 giugno 2024, e 7 luglio").split() == ["Roma,", ",", "e"]

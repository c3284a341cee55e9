"""By when an answer is looked at again, and how its date comes into the question."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.banks import UNKNOWN
from quizapp.core.dating import YEAR, dated_stem
from quizapp.core.items import CameTrue
from quizapp.core.shelf_life import DAYS, SUBJECTS, kept_up, proposed_horizon, proposed_review_by, subject_of
from quizapp.core.text import words
from tests.build import make_item

DAY = date(2024, 10, 20)
DAYS_ON = st.dates(date(2000, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    ("lang", "stem", "subject"),
    [
        ("it", "Chi è il segretario generale della NATO?", "office"),
        ("it", "Chi guida il governo?", "background"),
        ("it", "Il trattato tra i due Paesi è in vigore?", "law"),
        ("it", "Quale ministra ha firmato il decreto?", "office"),
        ("it", "Il regolamento europeo vieta questo uso?", "law"),
        ("it", "Qual è il fiume più lungo d’Italia?", "background"),
        ("it", "È più leggero dell’acqua?", "background"),
        ("en", "Who is NATO’s secretary general?", "office"),
        ("en", "Has the treaty been ratified?", "law"),
        ("en", "Which river crosses Vienna?", "background"),
        ("fr", "Qui est le président ?", None),
    ],
)
def test_what_a_question_is_about_decides_when_it_is_looked_at_again(lang, stem, subject):
    item = make_item(lang=lang, stem=stem, timing="current")
    assert subject_of(item) == subject
    assert proposed_review_by(item, DAY) == DAY + timedelta(days=DAYS.get(subject, 180))


def test_a_treaty_item_is_due_after_half_a_year_and_an_office_holder_after_a_quarter():
    assert (DAYS["office"], DAYS["law"], DAYS["background"]) == (90, 180, 730)


@pytest.mark.parametrize(("kind", "days"), [("claim", 180), ("opinion", 180), ("forecast", 180), ("fact", 730)])
def test_what_somebody_says_is_never_left_for_two_years(kind, days):
    item = make_item(kind=kind, stem="Qual è il fiume più lungo?")
    assert proposed_review_by(item, DAY) == DAY + timedelta(days=days)


def test_a_forecast_is_looked_at_on_its_horizon():
    item = make_item(kind="forecast", horizon="2027-01-01", stem="Quanto durerà?")
    assert proposed_review_by(item, DAY) == date(2027, 1, 1)
    assert proposed_review_by(item, date(2027, 1, 1)) > date(2027, 1, 1)


@pytest.mark.parametrize(
    ("stem", "horizon"),
    [
        ("Che cosa può accadere nel 2025, secondo l’articolo del 2024?", date(2025, 12, 31)),
        ("Che cosa può accadere fra il 2030 e il 2027?", date(2027, 12, 31)),
        ("Che cosa può accadere, secondo l’articolo del 2024?", date(2025, 10, 20)),
    ],
)
def test_the_horizon_is_the_end_of_the_year_that_a_forecast_names_or_a_year_on(stem, horizon):
    assert proposed_horizon(make_item(kind="forecast", stem=stem, evidence=None), DAY) == horizon


@given(DAYS_ON, st.sampled_from(["it", "en", "fr"]), st.sampled_from(["fact", "claim", "forecast", "opinion"]))
def test_the_next_look_comes_later_and_within_two_years(day, lang, kind):
    found = proposed_review_by(make_item(lang=lang, kind=kind), day)
    assert day < found <= day + timedelta(days=730)


def test_dates_are_proposed_only_where_they_are_needed_and_lacking():
    current = make_item(timing="current", stem="Il trattato è in vigore?")
    assert kept_up(current, None).review_by == date(2024, 3, 3) + timedelta(days=180)
    assert kept_up(make_item(timing="current", review_by="2030-01-01"), None).review_by == date(2030, 1, 1)
    assert kept_up(make_item(), DAY) == make_item()
    assert kept_up(make_item(timing="current", as_of=None), None).review_by is None
    forecast = kept_up(make_item(kind="forecast", as_of=None), DAY)
    assert (forecast.horizon, forecast.came_true) == (date(2025, 10, 20), CameTrue.OPEN)
    assert kept_up(make_item(kind="forecast", horizon="2024-12-01"), DAY).horizon == date(2024, 12, 1)


def test_no_word_of_the_tables_can_never_be_met():
    for subjects in SUBJECTS.values():
        for subject in subjects:
            assert all(words(word.rstrip("*")) == [word.rstrip("*")] for word in subject.words), subject.name
            assert UNKNOWN not in subject.words


@pytest.mark.parametrize(
    ("lang", "stem", "dated"),
    [
        ("it", "Chi è il presidente?", "Al 20 ottobre 2024, chi è il presidente?"),
        ("it", "La Duma ha ratificato il trattato.", "Al 20 ottobre 2024, la Duma ha ratificato il trattato."),
        ("it", "Putin è presidente.", "Al 20 ottobre 2024, Putin è presidente."),
        ("it", "«Re» è un titolo.", "Al 20 ottobre 2024, «Re» è un titolo."),
        ("it", "Nel 2023, chi era il presidente?", "Nel 2023, chi era il presidente?"),
        ("en", "Who is the president?", "As of 20 October 2024, who is the president?"),
        ("en", "NATO has a secretary general.", "As of 20 October 2024, NATO has a secretary general."),
        ("fr", "Qui est le président ?", "As of 20 October 2024, Qui est le président ?"),
        ("it", "<p>Chi è?</p>", "<p>Al 20 ottobre 2024, chi è?</p>"),
    ],
)
def test_the_date_stands_at_the_head_of_the_question(lang, stem, dated):
    assert dated_stem(stem, lang, DAY) == dated


def test_the_eighth_and_the_eleventh_take_their_apostrophe():
    assert dated_stem("Chi è?", "it", date(2024, 11, 8)).startswith("All’8 novembre")
    assert dated_stem("Chi è?", "it", date(2024, 11, 11)).startswith("All’11 novembre")


@given(st.text(max_size=60), st.sampled_from(["it", "en"]), DAYS_ON)
def test_a_dated_question_names_a_year_and_is_dated_once(stem, lang, day):
    once = dated_stem(stem, lang, day)
    assert YEAR.search(once)
    assert dated_stem(once, lang, day) == once


def test_at_the_end_of_the_calendar_an_answer_is_looked_at_on_its_last_day():
    assert proposed_review_by(make_item(stem="Quale trattato?"), date(9999, 12, 1)) == date.max

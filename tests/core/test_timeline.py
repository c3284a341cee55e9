"""Which answers held on a day: the table of the date switch."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.items import CameTrue
from quizapp.core.lifecycle import Timing
from quizapp.core.timeline import Life, Why, held_on, life_of, proposed_days, told_on, turning_days
from tests.build import make_item

OCT, NOV, DEC, APR, NOW = (
    date(2024, 10, 20),
    date(2024, 11, 6),
    date(2024, 12, 4),
    date(2025, 4, 18),
    date(2026, 11, 24),
)
CURRENT = Life(OCT, Timing.CURRENT, APR)
REPLACED = Life(OCT, Timing.CURRENT, APR, replaced=((NOV, "Approvato?"), (DEC, "In vigore?")))
DATED = Life(OCT, Timing.DATED, None, replaced=((DEC, "In vigore?"),))
FORECAST = Life(OCT, Timing.DATED, None, forecast=True, came_true=CameTrue.YES, told_on=APR)


@pytest.mark.parametrize(
    ("life", "day", "holds", "why", "since", "by"),
    [
        (CURRENT, OCT - timedelta(days=1), False, Why.NOT_YET, OCT, None),
        (CURRENT, OCT, True, None, None, None),
        (CURRENT, APR, True, None, None, None),
        (CURRENT, APR + timedelta(days=1), False, Why.UNCHECKED, APR, None),
        (REPLACED, NOV - timedelta(days=1), True, None, None, None),
        (REPLACED, NOV, False, Why.REPLACED, NOV, "Approvato?"),
        (REPLACED, DEC, False, Why.REPLACED, DEC, "In vigore?"),
        (REPLACED, NOW, False, Why.REPLACED, DEC, "In vigore?"),
        (DATED, OCT, True, None, None, None),
        (DATED, NOW, True, Why.REPLACED, DEC, "In vigore?"),
        (Life(OCT, Timing.DATED, APR), NOW, True, None, None, None),
        (FORECAST, OCT, True, Why.OPEN, None, None),
        (FORECAST, APR, True, Why.CAME_TRUE, APR, None),
        (Life(OCT, Timing.DATED, forecast=True, came_true=CameTrue.NO, told_on=APR), NOW, True, Why.DID_NOT, APR, None),
        (Life(OCT, Timing.DATED, forecast=True, came_true=CameTrue.OPEN), NOW, True, Why.OPEN, None, None),
        (Life(OCT, Timing.DATED, forecast=True), OCT - timedelta(days=1), False, Why.NOT_YET, OCT, None),
        (Life(), NOW, True, None, None, None),
        (Life(None, Timing.CURRENT, replaced=((None, "Dopo?"),)), OCT, False, Why.REPLACED, None, "Dopo?"),
    ],
)
def test_an_answer_holds_on_a_day_or_does_not_and_says_why(life, day, holds, why, since, by):
    found = held_on(life, day)
    assert (found.holds, found.why, found.day, found.by) == (holds, why, since, by)


def test_a_forecast_is_told_on_the_day_of_its_last_source_else_on_its_horizon():
    source = {"title": "Rapporto", "outlet": "Ufficio", "date": "2025-04-26"}
    before = {"title": "Annuncio", "outlet": "Ufficio", "date": "2024-03-01"}
    forecast = make_item(kind="forecast", horizon="2025-03-03", came_true="yes", sources=[before, source])
    assert told_on(forecast) == date(2025, 4, 26)
    assert told_on(make_item(kind="forecast", horizon="2025-03-03", came_true="no", sources=[before])) == date(
        2025, 3, 3
    )
    assert told_on(make_item(kind="forecast", horizon="2025-03-03", came_true="open", sources=[source])) is None
    assert life_of(forecast).forecast


def test_the_switch_proposes_the_day_of_the_article_today_and_what_changes_between():
    assert proposed_days([REPLACED, DATED, FORECAST], OCT, NOW) == [OCT, NOV, DEC, APR, NOW]
    assert proposed_days([REPLACED], OCT, NOW, most=3) == [OCT, NOV, NOW]
    assert proposed_days([], None, NOW) == [NOW]
    assert proposed_days([CURRENT], None, NOW) == [OCT, APR + timedelta(days=1), NOW]
    assert proposed_days([CURRENT], NOW + timedelta(days=9), NOW) == [NOW]


DAYS = st.dates(date(2023, 1, 1), date(2027, 1, 1))
LIVES = st.builds(
    Life,
    as_of=st.none() | DAYS,
    timing=st.sampled_from([None, *Timing]),
    review_by=st.none() | DAYS,
    forecast=st.booleans(),
    came_true=st.sampled_from([None, *CameTrue]),
    told_on=st.none() | DAYS,
    replaced=st.lists(st.tuples(DAYS, st.just("Dopo?")), max_size=3).map(lambda found: tuple(sorted(found))),
)


@given(LIVES, DAYS)
def test_nothing_changes_but_on_a_turning_day(life, day):
    if day not in turning_days([life]):
        assert held_on(life, day) == held_on(life, day - timedelta(days=1))


@given(LIVES, DAYS)
def test_what_does_not_hold_says_why_and_a_dated_answer_once_known_holds_for_good(life, day):
    found = held_on(life, day)
    assert found.holds or found.why is not None
    if (life.timing is not Timing.CURRENT or life.forecast) and (life.as_of is None or life.as_of <= day):
        assert found.holds


@given(st.lists(LIVES, max_size=5), st.none() | DAYS, DAYS)
def test_the_proposed_days_are_few_in_order_and_end_today(lives, article, today):
    found = proposed_days(lives, article, today)
    assert found == sorted(set(found))
    assert found[-1] == today
    assert len(found) <= 6


def test_the_ends_of_the_calendar_are_days_like_others():
    life = Life(date.min, Timing.CURRENT, date.max)
    assert turning_days([life]).keys() <= {date.min}
    assert held_on(life, date.max).holds

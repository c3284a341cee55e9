"""Opening, due and closing time are entered and shown as the clock of the class says, and kept as moments."""

import datetime

import pytest
from sqlalchemy import select

from quizapp import db
from quizapp.classes import queries as classes
from quizapp.quizzes.models import Assignment
from tests.build import signed_in


@pytest.fixture
def give(app, town, session):
    """Give the quiz in a browser; what was answered, and the newest assignment where there is a new one."""
    giulia = signed_in(app, town.giulia)
    usual = {"school_class": town.school_class, "feedback": "immediate", "grade_rule": "first", "article_open": "y"}

    def given(**fields):
        before = session.scalars(select(Assignment.id)).all()
        answered = giulia.post(f"/quizzes/{town.quiz}/assign", data={**usual, **fields})
        session.rollback()
        made = session.scalars(select(Assignment).where(Assignment.id.not_in(before))).first()
        assert (made is not None) == (answered.status_code == 303)
        return answered, made

    return given


def utc(written):
    return datetime.datetime.fromisoformat(written).replace(tzinfo=datetime.UTC)


@pytest.mark.parametrize(
    ("zone", "field", "entered", "moment"),
    [
        ("Europe/Rome", "opens_at", "2026-11-24T09:00", "2026-11-24 08:00"),
        ("Europe/Rome", "due_at", "2026-07-01T09:00", "2026-07-01 07:00"),
        ("Europe/Rome", "opens_at", "2027-10-31T02:30", "2027-10-31 00:30"),  # comes twice: opens at the first
        ("Europe/Rome", "due_at", "2027-10-31T02:30", "2027-10-31 01:30"),  # and is due, and closes, at the second
        ("Europe/Rome", "closes_at", "2027-10-31T02:30", "2027-10-31 01:30"),
        ("Europe/Rome", "closes_at", "2027-03-28T03:00", "2027-03-28 01:00"),
        ("America/New_York", "closes_at", "2026-11-24T09:00", "2026-11-24 14:00"),
        ("Asia/Kolkata", "due_at", "2026-11-24T09:00", "2026-11-24 03:30"),
    ],
)
def test_an_hour_is_that_of_the_class(give, town, session, zone, field, entered, moment):
    with db.writing(session) as write:
        classes.by_public_id(write, town.school_class).timezone = zone
    _answered, made = give(**{field: entered})
    assert getattr(made, field) == utc(moment)


@pytest.mark.parametrize("field", ["opens_at", "due_at", "closes_at"])
def test_an_hour_that_the_clock_leaves_out_is_refused_by_its_field(give, field):
    answered, made = give(**{field: "2027-03-28T02:30"})
    assert answered.status_code == 422
    assert "quest’ora non c’è" in answered.text
    assert f'id="{field}-e"' in answered.text
    assert 'value="2027-03-28T02:30"' in answered.text
    assert made is None


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"opens_at": "2026-11-24T09:00", "due_at": "2026-11-24T09:00"}, "La scadenza viene prima dell’apertura."),
        ({"opens_at": "2026-11-24T09:00", "closes_at": "2026-11-24T08:00"}, "La chiusura viene prima dell’apertura."),
        ({"due_at": "2026-11-24T09:00", "closes_at": "2026-11-24T08:59"}, "La chiusura viene prima della scadenza."),
    ],
)
def test_times_that_do_not_follow_each_other_are_refused(give, fields, words):
    assert words in give(**fields)[0].text


def test_the_last_hour_of_the_night_it_comes_twice_may_still_close_after_it_opens(give):
    """02:10 is after 02:50, where the first opens before the clock is put back and the second closes after."""
    _answered, made = give(opens_at="2027-10-31T02:50", closes_at="2027-10-31T02:10")
    assert made.closes_at - made.opens_at == datetime.timedelta(minutes=20)


@pytest.mark.parametrize(
    ("zone", "moment", "words"),
    [
        ("Europe/Rome", "2027-10-30 23:30", "domenica 31 ottobre 2027, 01:30<"),
        ("Europe/Rome", "2027-10-31 00:30", "domenica 31 ottobre 2027, 02:30 (ora legale)<"),
        ("Europe/Rome", "2027-10-31 01:30", "domenica 31 ottobre 2027, 02:30 (ora solare)<"),
        ("Europe/Rome", "2027-10-31 02:30", "domenica 31 ottobre 2027, 03:30<"),
        ("America/New_York", "2027-06-01 02:30", "lunedì 31 maggio 2027, 22:30<"),
    ],
)
def test_a_student_reads_the_hour_of_the_class_and_which_of_two_it_is(app, town, session, zone, moment, words):
    with db.writing(session) as write:
        classes.by_public_id(write, town.school_class).timezone = zone
        for assignment in write.scalars(select(Assignment)):
            assignment.due_at = assignment.closes_at = utc(moment)
    page = signed_in(app, town.ada).get("/").text
    assert f"entro {words}" in page
    assert f"chiude {words}" in page


@pytest.mark.parametrize(
    ("sent", "seconds", "cuts"),
    [
        ({}, None, False),
        ({"time_limit": "60"}, 3600, False),
        ({"time_limit": "1", "closing_cuts": "y"}, 60, True),
    ],
)
def test_a_time_limit_is_off_unless_it_is_set(give, sent, seconds, cuts):
    made = give(**sent)[1]
    assert (made.time_limit_s, made.closing_cuts) == (seconds, cuts)


@pytest.mark.parametrize("minutes", ["0", "-5", "601", "1.5", "molti"])
def test_a_time_limit_out_of_reach_is_refused(give, minutes):
    assert give(time_limit=minutes)[0].status_code == 422


def test_in_a_class_that_was_put_away_nobody_begins_and_who_has_begun_goes_on(app, town):
    giulia, ada = signed_in(app, town.giulia), signed_in(app, town.ada)
    running = ada.post(f"/assignments/{town.immediate}/start").headers["Location"]
    assert giulia.post(f"/classes/{town.school_class}/archive").status_code == 303
    assert ada.post(f"/assignments/{town.deferred}/start").status_code == 409
    assert ada.post(f"/assignments/{town.immediate}/start").headers["Location"] == running
    assert ada.get(running).status_code == 200
    giulia.post(f"/classes/{town.school_class}/archive")
    assert ada.post(f"/assignments/{town.deferred}/start").status_code == 303

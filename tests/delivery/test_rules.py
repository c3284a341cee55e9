"""A teacher changes the dates and rules of a quiz that a class has; what students count on is not taken away."""

import datetime
from zoneinfo import ZoneInfo, available_timezones

import pytest
from flask import Flask
from flask_babel import Babel
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict
from wtforms import SelectField

from quizapp.delivery.forms import RulesForm, rules_form
from quizapp.quizzes.models import Assignment
from quizapp.quizzes.views import delivery_of
from tests.build import form_of, signed_in
from tests.delivery.conftest import in_minutes
from tests.house import begin


@pytest.fixture
def save(giulia, town):
    """Send the form of dates and rules as it stands, but for these fields; None takes one out."""
    place = f"/assignments/{town.immediate}/edit"

    def sent(**changes):
        fields = {**form_of(giulia.get(place).text, place), **changes}
        return giulia.post(place, data={name: value for name, value in fields.items() if value is not None})

    return sent


EMPTY = Flask(__name__)
EMPTY.config["WTF_CSRF_ENABLED"] = False
Babel(EMPTY)
RULES = {
    "opens_at": in_minutes(-90),
    "due_at": datetime.datetime(2027, 1, 10, 7, 0, tzinfo=datetime.UTC),
    "closes_at": datetime.datetime(2027, 10, 31, 0, 30, 20, tzinfo=datetime.UTC),  # the first 02:30 of that night
    "time_limit_s": 1800,
    "closing_cuts": True,
    "attempts_allowed": 3,
    "article_open": False,
    "release": {"key": "close", "explanation": "2027-10-31T00:30:40+00:00"},
}


def state(work, public_id):
    found = work(public_id)
    return {name: getattr(found, name) for name in (*RULES, "feedback", "grade_rule", "extra_s", "stopped_at")}


def test_the_form_shows_what_holds_and_sent_as_it_stands_changes_nothing(bound, save, giulia, town, work):
    bound(**RULES)
    page = giulia.get(f"/assignments/{town.immediate}/edit").text
    assert 'value="2027-01-10T08:00"' in page
    assert 'value="2027-10-31T02:30"' in page
    before = state(work, town.immediate)
    assert save().status_code == 303
    assert state(work, town.immediate) == before


ZONES = st.sampled_from(sorted(available_timezones())).map(ZoneInfo)
MOMENTS = st.integers(0, 820 * 24 * 60 * 60).map(
    lambda seconds: datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC) + datetime.timedelta(seconds=seconds)
)
CHANGES = st.sampled_from(["2026-03-29", "2026-10-25", "2027-03-28", "2027-10-31"]).flatmap(
    lambda day: st.integers(0, 180).map(
        lambda minutes: datetime.datetime.fromisoformat(f"{day}T00:00+00:00") + datetime.timedelta(minutes=minutes)
    )
)


@given(ZONES, MOMENTS | CHANGES, st.integers(0, 86400))
def test_a_form_sent_as_it_stands_keeps_every_moment_in_every_zone(zone, opens_at, later):
    closes_at = opens_at + datetime.timedelta(seconds=later + 1)
    work = Assignment(
        feedback="deferred", grade_rule="best", closing_cuts=False, article_open=True, opens_at=opens_at,
        closes_at=closes_at, release={"key": closes_at.isoformat(), "explanation": "never"}, dont_know=False,
        scoring="plain",
    )  # fmt: skip
    with EMPTY.test_request_context(method="POST"):
        shown = rules_form(work, zone)
        sent = MultiDict({field.name: field._value() for field in shown if hasattr(field, "_value")})
        sent |= {field.name: field.data for field in shown if isinstance(field, SelectField)}
        found = delivery_of(RulesForm(formdata=sent), zone, work)
    assert found is not None
    assert (found.opens_at, found.closes_at, found.release) == (opens_at, closes_at, work.release)


def test_every_rule_can_be_changed_before_anybody_has_begun(bound, save, town, work):
    bound(**RULES)
    changed = save(
        feedback="deferred",
        attempts_allowed="1",
        grade_rule="best",
        opens_at="2026-12-01T08:00",
        due_at="",
        closes_at="2027-03-28T03:00",
        time_limit="20",
        closing_cuts=None,
        article_open="y",
        key_when="never",
        explanation_when="never",
    )
    assert changed.status_code == 303
    assert state(work, town.immediate) == {
        "feedback": "deferred",
        "attempts_allowed": 1,
        "grade_rule": "best",
        "opens_at": datetime.datetime(2026, 12, 1, 7, 0, tzinfo=datetime.UTC),
        "due_at": None,
        "closes_at": datetime.datetime(2027, 3, 28, 1, 0, tzinfo=datetime.UTC),
        "time_limit_s": 1200,
        "closing_cuts": False,
        "article_open": True,
        "release": {"key": "never", "explanation": "never"},
        "extra_s": 0,
        "stopped_at": None,
    }


@pytest.mark.parametrize(
    ("rules", "changes", "words"),
    [
        ({}, {"feedback": "deferred"}, "il momento in cui si vede l’esito resta com’era"),
        ({}, {"opens_at": "2026-11-24T12:00"}, "l’apertura non si può più rimandare"),
        ({"time_limit_s": 1800}, {"time_limit": "20"}, "non accorciare né introdurre"),
        ({}, {"time_limit": "20"}, "non accorciare né introdurre"),
        ({}, {"closing_cuts": "y"}, "la chiusura non può più accorciarlo"),
        ({}, {"closes_at": "2026-11-24T09:30"}, "Per chiudere subito usa"),
    ],
)
def test_once_somebody_has_begun_what_they_count_on_stays(bound, save, ada, town, work, rules, changes, words):
    bound(**rules)
    begin(ada, town.immediate)
    before = state(work, town.immediate)
    refused = save(**changes)
    assert refused.status_code == 422
    assert words in refused.text
    assert state(work, town.immediate) == before


def test_attempts_cannot_be_fewer_than_somebody_has_made(bound, save, ada, town, work):
    bound(attempts_allowed=3, feedback="deferred")
    for _ in range(2):
        ada.post(f"{begin(ada, town.immediate)}/hand-in")
    refused = save(attempts_allowed="1")
    assert refused.status_code == 422
    assert "più tentativi di così" in refused.text
    assert save(attempts_allowed="2").status_code == 303
    assert work(town.immediate).attempts_allowed == 2


def test_what_helps_can_be_changed_while_they_work_and_holds_at_once(bound, save, ada, town, clock):
    bound(time_limit_s=1800, closes_at=in_minutes(60))
    attempt = begin(ada, town.immediate)
    assert save(time_limit="45", closes_at="2026-11-24T12:00", attempts_allowed="5").status_code == 303
    assert "Restano 45 minuti" in ada.get(f"{attempt}/1").text
    assert save(time_limit="").status_code == 303
    clock.move_to(in_minutes(100))
    assert ada.get(f"{attempt}/1").status_code == 200


def test_a_change_made_meanwhile_on_another_page_is_not_lost(bound, giulia, town, work):
    bound(time_limit_s=1800)
    place = f"/assignments/{town.immediate}/edit"
    fields = form_of(giulia.get(place).text, place)
    live = f"/assignments/{town.immediate}"
    known = form_of(giulia.get(f"{live}/live").text, f"{live}/more-time")["known"]
    giulia.post(f"{live}/more-time", data={"known": known})
    stale = giulia.post(place, data={**fields, "time_limit": "60"})
    assert stale.status_code == 409
    assert "Nel frattempo i tempi sono stati cambiati" in stale.text
    assert (work(town.immediate).time_limit_s, work(town.immediate).extra_s) == (1800, 300)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"closes_at": "2027-03-28T02:30"}, "quest’ora non c’è"),
        ({"key_when": "date"}, "Scegli il giorno e l’ora."),
        ({"key_when": "date", "key_at": "2027-03-28T02:30"}, "quest’ora non c’è"),
        ({"key_when": "hand-in", "correctness_when": "never"}, "Svelerebbe quello che sta sopra"),
        ({"feedback": "deferred", "score_when": "each"}, "non vengono corrette una per una"),
        (
            {
                "closes_at": "2026-12-01T08:00",
                "key_when": "date",
                "key_at": "2026-12-02T08:00",
                "explanation_when": "close",
            },
            "Svelerebbe quello che sta sopra",
        ),
    ],
)
def test_rules_that_contradict_each_other_are_refused_with_a_sentence(save, town, work, changes, words):
    before = state(work, town.immediate)
    refused = save(**changes)
    assert refused.status_code == 422
    assert words in refused.text
    assert state(work, town.immediate) == before


def test_students_are_told_of_new_times_once_and_of_nothing_else(save, ada, app, town):
    save(grade_rule="best")
    assert "I tempi di un quiz sono cambiati" not in ada.get("/notices").text
    save(closes_at="2026-12-12T14:00")
    save(closes_at="2026-12-12T15:00", time_limit="30")
    page = ada.get("/notices").text
    assert page.count("I tempi di un quiz sono cambiati") == 1
    assert "Chiude sabato 12 dicembre 2026, 15:00." in page
    assert "30 minuti per ogni tentativo." in page
    for other in (town.bruno, town.giulia):
        assert "I tempi di un quiz" not in signed_in(app, other).get("/notices").text


def test_who_does_not_teach_the_class_changes_nothing(app, town, work):
    before = state(work, town.immediate)
    for who, status in ((town.ada, 403), (town.bruno, 404), (town.marco, 404)):
        assert signed_in(app, who).post(f"/assignments/{town.immediate}/edit", data={}).status_code == status
    assert state(work, town.immediate) == before


def test_a_quiz_closed_by_hand_stays_closed_whatever_its_new_dates(save, giulia, ada, town):
    giulia.post(f"/assignments/{town.immediate}/close")
    assert save(closes_at="2026-12-12T15:00").status_code == 303
    assert ada.post(f"/assignments/{town.immediate}/start").status_code == 409

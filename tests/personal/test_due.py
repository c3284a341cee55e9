"""What a school keeps no longer: whose attempts, which accounts, of which school, and not a day too early."""

import datetime
from zoneinfo import ZoneInfo

import pytest
from bs4 import BeautifulSoup
from sqlalchemy import func, select

from quizapp import db, working
from quizapp.accounts.models import School, User, UserSession
from quizapp.accounts.service import make_person
from quizapp.articles.models import ArticleVersion
from quizapp.attempts.models import Attempt
from quizapp.classes import queries as classes
from quizapp.classes.service import add_member, make_class
from quizapp.config import BackupPlan
from quizapp.core.policy import Role
from quizapp.core.retention import Retention
from quizapp.doubles.models import MergedStudent
from quizapp.jobs.models import Job, Kind
from quizapp.personal import retention
from quizapp.personal.models import Cause
from quizapp.personal.service import erase
from tests.build import NOW, signed_in
from tests.house import begin

DAY, YEAR = datetime.timedelta(days=1), 365
LONG_AGO = NOW - 3 * YEAR * DAY


@pytest.fixture
def old(app, town, session, clock):
    """Ada's class was put away long ago, and what she did there is as old; Bruno was never in one."""
    begin(signed_in(app, town.ada), town.deferred)
    with db.writing(session) as write:
        classes.by_public_id(write, town.school_class).archived_at = LONG_AGO
        for user in write.scalars(select(User)):
            user.created_at = LONG_AGO
        write.scalars(select(Attempt)).one().last_at = LONG_AGO
        write.query(UserSession).delete()
    return town


def change(session, what):
    with db.writing(session) as write:
        what(write)


def due(session, now=NOW, school=1, days=YEAR):
    session.rollback()
    return retention.due(session, school, days, now)


def class_of(session, town):
    return classes.by_public_id(session, town.school_class)


def test_who_was_in_old_classes_alone_or_in_none_goes_and_no_teacher_does(session, old):
    found = due(session)
    assert (found.people, found.parts) == ((old.ada, old.bruno), {})


def test_who_was_erased_long_ago_is_not_due_again(session, old):
    change(session, lambda write: erase(write, write.get_one(User, old.ada), Cause.ASKED, LONG_AGO))
    assert due(session).people == (old.bruno,)


def test_a_class_that_goes_on_keeps_the_account_and_the_old_attempts_still_become_nobodys(session, old):
    def goes_on(write):
        other = make_class(write, 1, name="4ªB", subject="", timezone="Europe/Rome", teacher_id=old.giulia, now=NOW)
        add_member(write, other, write.get_one(User, old.ada), NOW)

    change(session, goes_on)
    found = due(session)
    assert (found.people, list(found.parts)) == ((old.bruno,), [old.ada])
    told = retention.rows_of(session, found)
    assert told["delete"]["attempt"] == 1  # it was never handed in


@pytest.mark.parametrize("seen", ["session", "attempt", "account"])
def test_of_whom_something_was_seen_since_stays(app, session, old, seen):
    cut = NOW - YEAR * DAY

    def see(moment):
        def do(write):
            if seen == "session":
                write.query(UserSession).delete()
                write.add(UserSession(token_hash="x", user_id=old.ada, created_at=LONG_AGO, last_seen_at=moment))
            elif seen == "attempt":
                write.scalars(select(Attempt)).one().last_at = moment
            else:
                write.get_one(User, old.ada).created_at = moment

        return do

    change(session, see(cut - datetime.timedelta(seconds=1)))
    assert old.ada in due(session).people
    change(session, see(cut))
    assert old.ada not in due(session).people
    assert (old.ada in due(session).parts) == (seen != "attempt")


def test_young_attempts_at_what_was_given_in_an_old_class_stay_as_they_are(app, session, old):
    change(session, lambda write: setattr(class_of(write, old), "archived_at", None))
    other = begin(signed_in(app, old.ada), old.immediate)
    change(session, lambda write: setattr(class_of(write, old), "archived_at", LONG_AGO))
    with db.writing(session) as write:
        old_one = write.scalars(select(Attempt).where(Attempt.last_at == LONG_AGO)).one()
        old_one.state = "submitted"
    found = due(session)
    assert (found.people, list(found.parts)) == ((old.bruno,), [old.ada])
    assert [each.attempts for each in found.classes] == [1]
    with db.make_session(session.get_bind()) as work:
        assert retention.carry_out(work, found, NOW) == 2
    session.rollback()
    mine = session.scalars(select(Attempt.public_id).where(Attempt.user_id == old.ada)).all()
    assert mine == [other.split("/")[2]]
    assert session.scalar(select(func.count()).select_from(Attempt)) == 2
    assert due(session).nothing


def test_an_account_that_was_made_one_with_another_follows_that_one(session, old):
    def merge(write):
        write.add(MergedStudent(
            class_id=class_of(write, old).id, former_id=old.bruno, kept_id=old.ada, by_id=old.giulia, at=LONG_AGO
        ))  # fmt: skip
        write.get_one(User, old.ada).created_at = NOW

    change(session, merge)
    assert due(session).people == ()


def test_nothing_of_another_school_is_due_and_each_school_decides_for_itself(session, old):
    def elsewhere(write):
        other = School(name="Altrove")
        write.add(other)
        write.flush()
        make_person(write, other.id, name="Zoe", sign_in_name="zoe", role=Role.STUDENT, now=LONG_AGO, password="-")
        retention.set_rule(write, other.id, Retention(on=True, days=90))

    change(session, elsewhere)
    zoe = session.scalars(select(User.id).where(User.name == "Zoe")).one()
    assert due(session).people == (old.ada, old.bruno)
    found = due(session, school=2)
    assert (found.people, found.parts, found.classes) == ((zoe,), {}, ())
    assert retention.schools_on(session) == [2]
    assert retention.rule_of(session, 1) == Retention(on=False, days=YEAR)
    assert [each.people for each in retention.due_everywhere(session, NOW)] == [(zoe,)]


@pytest.mark.parametrize(("zone", "hour"), [("Europe/Rome", 22), ("Pacific/Auckland", 12)])
def test_a_class_is_old_from_the_midnight_of_its_own_clocks(session, old, zone, hour):
    ended = datetime.datetime(2024, 9, 30, 12, tzinfo=ZoneInfo(zone))

    def end(write):
        found = class_of(write, old)
        found.timezone, found.archived_at = zone, ended

    change(session, end)
    midnight = datetime.datetime(2025, 10, 1, tzinfo=ZoneInfo(zone)).astimezone(datetime.UTC)
    assert midnight.hour in {hour, hour - 1}
    assert due(session, midnight - datetime.timedelta(seconds=1)).classes == ()
    assert [each.ended for each in due(session, midnight).classes] == [ended.date()]


def test_a_text_is_due_on_its_day(session, old):
    change(session, lambda write: setattr(write.scalars(select(ArticleVersion)).first(), "purge_on", NOW.date()))
    assert [due(session, NOW + off * DAY).texts for off in (-1, 0, 1)] == [0, 1, 1]


def test_the_page_counts_by_the_days_that_were_decided_and_all_rows_that_go(app, session, old):
    admin = signed_in(app, old.admin)
    for days in (1095, 90):
        change(session, lambda write, days=days: retention.set_rule(write, 1, Retention(on=False, days=days)))
        words = BeautifulSoup(admin.get("/retention").text, "html.parser").get_text(" ", strip=True)
        assert ("se ne vanno del tutto 2" in words) == (days == 90)
    assert "finché è disattivato, se ne vanno soltanto i testi degli articoli" in words


def test_a_text_goes_on_its_day_though_no_school_erases_by_itself(session, old, tmp_path, monkeypatch):
    """Whoever brought the article wrote that day down, and was promised no less."""
    monkeypatch.setenv("QUIZAPP_DATA_DIR", str(tmp_path))
    change(session, lambda write: setattr(write.scalars(select(ArticleVersion)).first(), "purge_on", NOW.date()))
    for moment, asked in ((NOW - DAY, []), (NOW, [Kind.PURGE])):
        working.look_ahead(session, BackupPlan(tmp_path, None, 1), ZoneInfo("Europe/Rome"), moment)
        session.rollback()
        assert session.scalars(select(Job.kind)).all() == asked
        session.rollback()  # who goes on reading keeps the file from being written anew
    working.carry_out(*working.take_up(session.get_bind()))
    session.rollback()
    assert session.scalars(select(ArticleVersion.text)).all() == [None]
    assert session.get_one(User, old.ada).erased_at is None


def test_a_school_that_says_so_is_asked_for_once_a_day_after_four(session, old, tmp_path):
    change(session, lambda write: retention.set_rule(write, 1, Retention(on=True, days=YEAR)))
    keys = []
    for hours in range(0, 48, 3):
        moment = NOW + datetime.timedelta(hours=hours)
        working.look_ahead(session, BackupPlan(tmp_path, None, 1), ZoneInfo("Europe/Rome"), moment)
        session.rollback()
        keys = session.scalars(select(Job.key).where(Job.kind == Kind.PURGE.value).order_by(Job.id)).all()
        with db.writing(session) as write:
            for job in write.scalars(select(Job)):
                job.state, job.ended_at = "done", moment
    assert keys == ["2026-11-24", "2026-11-25", "2026-11-26"]

"""A student who joined twice becomes one, and nothing is lost; on SQLite and PostgreSQL."""

import datetime

import pytest
from sqlalchemy import func, select

from quizapp import db, schema
from quizapp.accounts.models import User, UserSession
from quizapp.attempts.models import Attempt, AttemptEvent
from quizapp.classes import queries as classes
from quizapp.classes import service as joining
from quizapp.classes.models import Membership
from quizapp.core.timing import Extra
from quizapp.delivery import service as delivery
from quizapp.notices.models import Kind, Notice
from quizapp.notices.service import tell
from quizapp.quizzes import queries as quizzes
from quizapp.quizzes.extras import extra_in
from quizapp.quizzes.models import AssignmentStudent
from quizapp.reports.models import Report
from tests.build import ITEMS, NOW, signed_in
from tests.house import answer_all, begin, fill

SIZE = len(ITEMS)


@pytest.fixture
def app(on_both):
    return on_both


@pytest.fixture
def lupo(app, town, session, clock):
    """Ada, who has come into the class anew under a nickname; the account's id."""
    with db.writing(session) as write:
        found = classes.by_public_id(write, town.school_class)
        joining.new_code(write, found, NOW)
        made = joining.join(write, found, "Lupo", hashed="-", now=NOW)
        made.text_size = 2
        town.user_ids["lupo"] = made.public_id
        return made.id


@pytest.fixture
def giulia(app, town, clock):
    return signed_in(app, town.giulia)


def merging(town):
    """The page that makes Lupo and Ada one, who stays Ada."""
    return f"/classes/{town.school_class}/members/{town.user_ids['ada']}/merge/{town.user_ids['lupo']}"


@pytest.fixture
def place(town, lupo):
    return merging(town)


def at(clock, minutes):
    clock.move_to(NOW + datetime.timedelta(minutes=minutes))


def attempts_of(session, user, assignment):
    session.rollback()
    session.expire_all()
    rows = session.scalars(select(Attempt).where(Attempt.user_id == user).order_by(Attempt.number)).all()
    wanted = quizzes.by_public_id(session, assignment).assignment.id
    return [each for each in rows if each.assignment_id == wanted]


def sizes(session):
    session.rollback()
    return {name: session.scalar(select(func.count()).select_from(table)) for name, table in schema.TABLES.items()}


def test_all_that_the_second_has_becomes_the_firsts(app, town, session, lupo, giulia, place, clock):
    ada, again = signed_in(app, town.ada), signed_in(app, lupo)
    for minutes, client in ((0, again), (10, ada), (20, again)):
        at(clock, minutes)
        attempt = begin(client, town.deferred)
        answer_all(client, attempt, SIZE, minutes // 10)
        client.post(f"{attempt}/hand-in")
        client.post(f"{attempt}/1/report", data={"reason": "key"})
    with db.writing(session) as write:
        for moment, user in ((0, town.ada), (5, lupo)):
            said = {"stem": str(user), "lang": "it", "zone": None, "closes_at": None, "minutes": None}
            tell(write, user, Kind.RESCHEDULED, said, NOW + datetime.timedelta(minutes=moment), subject="assignment 1")
        assignment = quizzes.by_public_id(write, town.immediate).assignment.id
        write.add_all(AssignmentStudent(assignment_id=assignment, user_id=user) for user in (town.ada, lupo))
    before = sizes(session)
    assert giulia.post(place).status_code == 303
    mine = attempts_of(session, town.ada, town.deferred)
    assert [(each.number, each.started_at.minute) for each in mine] == [(1, 0), (2, 10), (3, 20)]
    assert not attempts_of(session, lupo, town.deferred)
    after = sizes(session)
    assert {name: after[name] - before[name] for name in after if after[name] != before[name]} == {
        "merged_student": 1,
        "membership": -1,
        "assignment_student": -1,
        "attempt_event": 3,
    }
    events = {each.attempt_id: each.about for each in session.scalars(select(AttemptEvent)) if each.kind == "merged"}
    assert [events[each.id]["number"] for each in mine] == [1, 1, 2]
    assert events[mine[0].id]["account"] == town.user_ids["lupo"]
    assert set(session.scalars(select(Report.user_id))) == {town.ada}
    unread = session.scalars(select(Notice).where(Notice.user_id == town.ada, Notice.read_at.is_(None))).all()
    assert [each.about["stem"] for each in unread] == [str(lupo)], "the newer of one subject"
    assert session.scalar(select(func.count()).where(Notice.user_id == lupo)) == 0
    assert session.get(User, town.ada).text_size == 2
    assert ada.get(f"/q/{mine[0].public_id}/results").status_code == 200
    assert ada.get("/history").text.count("/results") >= 3
    page = giulia.get(f"/assignments/{town.deferred}/attempts/{mine[1].public_id}").text
    assert all(f"/attempts/{each.public_id}" in page for each in mine), "the teacher goes from one to the others"


def test_the_second_comes_in_no_more_and_the_register_says_why(app, town, session, lupo, giulia, place):
    signed_in(app, lupo)
    page = giulia.post(place, follow_redirects=True).text
    assert "Era nella classe anche come Lupo" in page
    assert "Giulia" in page
    session.rollback()
    assert not session.get(User, lupo).active
    assert session.scalars(select(UserSession.revoked_at).where(UserSession.user_id == lupo)).one() is not None
    assert "Lupo" not in giulia.get(f"/classes/{town.school_class}").text


@pytest.mark.parametrize(("rule", "numbers"), [("first", (2, 1)), ("best", (1, 2)), ("last", (1, 2))])
def test_of_two_open_attempts_the_one_worked_on_last_goes_on(town, session, lupo, giulia, clock, app, rule, numbers):
    place = merging(town)
    with db.writing(session) as write:
        quizzes.by_public_id(write, town.deferred).assignment.grade_rule = rule
    ada, again = signed_in(app, town.ada), signed_in(app, lupo)
    left = begin(ada, town.deferred)
    ada.post(f"{left}/1", data=fill(ada.get(f"{left}/1").text))
    at(clock, 5)
    running = begin(again, town.deferred)
    again.post(f"{running}/2", data=fill(again.get(f"{running}/2").text))
    shown = giulia.get(place).text
    assert "continua" in shown
    assert "viene consegnato così com’è" in shown
    at(clock, 9)
    assert giulia.post(place).status_code == 303
    found = {f"/q/{each.public_id}": each for each in attempts_of(session, town.ada, town.deferred)}
    assert (found[left].state, found[left].answered, found[left].number) == ("submitted", 1, numbers[0])
    assert (found[running].state, found[running].answered, found[running].number) == ("open", 1, numbers[1])
    assert ada.post(f"/assignments/{town.deferred}/start").headers["Location"].startswith(running)
    assert ada.post(f"{running}/1", data=fill(ada.get(f"{running}/1").text)).status_code == 303
    assert ada.post(f"{running}/hand-in").status_code == 303
    assert [each.state for each in attempts_of(session, town.ada, town.deferred)] == ["submitted"] * 2


def test_of_practice_too_one_is_open(app, town, session, lupo, giulia, place, clock):
    for minutes, client in enumerate((signed_in(app, town.ada), signed_in(app, lupo))):
        at(clock, minutes)
        attempt = begin(client, town.immediate)
        answer_all(client, attempt, SIZE, 1)
        assert client.post(f"{attempt}/retry").status_code == 303
    assert giulia.post(place).status_code == 303
    practice = [each for each in attempts_of(session, town.ada, town.immediate) if each.purpose == "practice"]
    assert [(each.number, each.state) for each in practice] == [(1, "open"), (2, "submitted")]


def test_of_what_either_is_granted_the_larger_holds(town, session, lupo, giulia, place):
    with db.writing(session) as write:
        found = classes.by_public_id(write, town.school_class)
        joining.grant(write, found, town.ada, Extra(150, 0, 1), NOW)
        joining.grant(write, found, lupo, Extra(100, 10, 0), NOW)
        here, there = (quizzes.by_public_id(write, each).assignment.id for each in (town.immediate, town.deferred))
        delivery.set_extra(write, here, lupo, Extra(100, 0, 3))
    assert giulia.post(place).status_code == 303
    session.rollback()
    session.expire_all()
    assert extra_in(session, there, town.ada) == Extra(150, 10, 1)
    assert extra_in(session, here, town.ada) == Extra(150, 0, 3)


def test_what_is_in_a_class_of_somebody_else_is_not_disposed_of(app, town, session, lupo, giulia, place):
    with db.writing(session) as write:
        other = joining.make_class(
            write, 1, name="4ªC", subject="", timezone="Europe/Rome", teacher_id=town.marco, now=NOW
        )
        joining.add_member(write, other, write.get(User, lupo), NOW)
        other_id = other.id
    assert "classe che non insegni" in giulia.get(place).text
    assert giulia.post(place).status_code == 409
    kept = f"/classes/{town.school_class}/members/{town.user_ids['lupo']}/merge/{town.user_ids['ada']}"
    assert giulia.get(kept).text.count("classe che non insegni") == 0, "but it may be the one that stays"
    assert signed_in(app, town.admin).post(place).status_code == 303
    session.rollback()
    assert session.get(Membership, (other_id, town.ada)) is not None


def test_who_is_asked_and_who_is_not_there(app, town, lupo, giulia, place):
    ask = place.rsplit("/", 1)[0]
    assert "Lupo" in giulia.get(ask).text
    assert giulia.post(ask, data={"other": town.user_ids["lupo"]}).headers["Location"] == place
    for other in (town.user_ids["ada"], town.user_ids["giulia"], town.user_ids["bruno"], "nobody"):
        assert giulia.post(f"{ask}/{other}").status_code == 404
    assert signed_in(app, town.marco).post(place).status_code == 404
    assert signed_in(app, town.ada).post(place).status_code == 403

"""A reading that is kept is the one that is counted, whatever happened since; SQLite and PostgreSQL."""

import json
import re
from collections import Counter

import pytest
from sqlalchemy import event, func, select, text

from quizapp import db, schema, working
from quizapp.accounts.models import User
from quizapp.analysis import readings, service
from quizapp.analysis.models import QuizReading, QuizReadingChange
from quizapp.attempts.models import Attempt
from quizapp.backups.backup import back_up
from quizapp.backups.restore import restore
from quizapp.personal.models import Cause
from quizapp.personal.service import erase
from quizapp.quizzes import queries as quizzes
from tests.analysis.test_quiz import sit
from tests.architecture.test_statements import counted
from tests.build import NOW, signed_in
from tests.storage.living import HAPPENINGS, Life

ACTS = 28
TOKEN = re.compile(r'name="csrf_token"[^>]*>')


@pytest.fixture
def app(on_both):
    return on_both


@pytest.fixture
def session(app, town):
    with db.make_session(app.extensions["engine"]) as found:
        yield found


def quiz_of(session, town):
    return quizzes.quiz_by_public_id(session, town.quiz).id


def told_of(session, quiz):
    """What the page tells of every edition."""
    first = readings.told(session, quiz)
    return [readings.told(session, quiz, str(each.edition)) for each in first.editions]


def anew(session, quiz):
    return [readings.counted(session, quiz, str(each.edition)) for each in readings.taken(session, quiz)]


def plain(found):
    return [(each.editions, each.shown, [posed.version for posed in each.asked], each.reading) for each in found]


def holds(session, quiz):
    return session.scalar(readings.KEPT.where(QuizReading.quiz_id == quiz)) is not None


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_whatever_happens_what_is_told_is_what_is_counted(session, town, seed):
    life = Life(session, town, seed)
    quiz = quiz_of(session, town)
    service.count(session, quiz, NOW)
    deck = life.chance.sample(HAPPENINGS, k=len(HAPPENINGS))
    used, held = Counter(), 0
    for act in [*deck, *life.chance.choices(HAPPENINGS, k=ACTS - len(deck))]:
        getattr(life, act)()
        session.rollback()
        assert plain(told_of(session, quiz)) == plain(anew(session, quiz)), act
        held += holds(session, quiz)
        used[act] += 1
        if life.chance.random() < 0.7:
            service.keep_up(session, NOW)
            session.rollback()
            assert holds(session, quiz)
            assert plain(told_of(session, quiz)) == plain(anew(session, quiz)), act
    assert set(used) == set(HAPPENINGS)
    assert held > 0, "nothing was ever told from what is kept"


def test_a_page_told_from_what_is_kept_reads_no_answers_and_is_the_same_page(app, session, town):
    sit(session, town, [0, 0, 1, 2, 0, 1] * 3)
    teacher = signed_in(app, town.giulia)
    counted_now = teacher.get(f"/quizzes/{town.quiz}/analysis").text
    service.count(session, quiz_of(session, town), NOW)
    with counted(app) as statements:
        kept = teacher.get(f"/quizzes/{town.quiz}/analysis").text
    assert TOKEN.sub("", kept) == TOKEN.sub("", counted_now)
    assert not [each for each in statements if "outcome" in each or "response" in each]


def test_an_answer_that_comes_while_it_is_counted_leaves_a_reading_that_does_not_hold(app, session, town, monkeypatch):
    users = sit(session, town, [0, 1] * 6)
    quiz = quiz_of(session, town)
    everything = readings.everything

    def slowly(here, quiz_id):
        said = everything(here, quiz_id)
        here.rollback()
        with db.make_session(app.extensions["engine"]) as other:
            sit(other, town, [0])
        return said

    monkeypatch.setattr(service, "everything", slowly)
    service.count(session, quiz, NOW)
    session.rollback()
    assert not holds(session, quiz)
    assert readings.told(session, quiz).shown.count == len(users) + 1


def test_of_two_counts_at_once_the_older_one_is_not_kept(app, session, town, monkeypatch):
    sit(session, town, [0, 1] * 6)
    quiz = quiz_of(session, town)
    everything = readings.everything

    def overtaken(here, quiz_id):
        said = everything(here, quiz_id)
        here.rollback()
        monkeypatch.setattr(service, "everything", everything)
        with db.make_session(app.extensions["engine"]) as other:
            sit(other, town, [0])
            assert service.count(other, quiz, NOW)
        return said

    monkeypatch.setattr(service, "everything", overtaken)
    assert not service.count(session, quiz, NOW)
    session.rollback()
    assert holds(session, quiz)
    assert readings.told(session, quiz).shown.count == 13


FURTHER = """INSERT INTO outcome (attempt_id, "position", "number", seq, item_version_id, fraction, mark, maximum,
share, reason, at) SELECT attempt_id, "position", 2, seq, item_version_id, fraction, '1', maximum, share, 'by hand', at
FROM outcome WHERE "position" = 1"""
CHANGES = (
    FURTHER,
    "UPDATE outcome SET mark = '0'",
    "DELETE FROM outcome",
    "UPDATE response SET given = given",
    "DELETE FROM response",
    "UPDATE attempt SET mark = '0'",
    'UPDATE "user" SET active = NOT active',
)


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: " ".join(change.split()[:3]))
def test_whoever_changes_what_is_counted_by_whatever_way_makes_the_reading_one_that_does_not_hold(
    app, session, town, change
):
    sit(session, town, [0, 1, 2])
    quiz = quiz_of(session, town)
    service.count(session, quiz, NOW)
    session.rollback()
    assert holds(session, quiz)
    session.rollback()
    with app.extensions["engine"].begin() as connection:
        connection.execute(text(change))
    assert not holds(session, quiz)


def test_nothing_is_noted_of_a_quiz_without_a_reading_and_little_of_one_with(session, town):
    sit(session, town, [0, 1, 2])
    assert session.scalar(select(func.count()).select_from(QuizReadingChange)) == 0
    service.count(session, quiz_of(session, town), NOW)
    sit(session, town, [0])
    assert session.scalar(select(func.count()).select_from(QuizReadingChange)) == 1


def test_the_worker_keeps_what_many_took_and_counts_it_anew_when_it_holds_no_more(app, session, town, monkeypatch):
    monkeypatch.setattr(service.worth_keeping, "__defaults__", (6,))
    sit(session, town, [0] * 5)
    working.count_readings(app.extensions["engine"])
    assert service.kept(session) == []
    sit(session, town, [0])
    session.rollback()
    working.count_readings(app.extensions["engine"])
    session.rollback()
    assert holds(session, quiz_of(session, town))
    sit(session, town, [1])
    assert not holds(session, quiz_of(session, town))
    working.count_readings(app.extensions["engine"])
    session.rollback()
    assert holds(session, quiz_of(session, town))


def test_who_is_erased_leaves_nothing_in_what_is_kept(session, town):
    users = sit(session, town, [0, 1, 2] * 4)
    quiz = quiz_of(session, town)
    service.count(session, quiz, NOW)
    before = session.get_one(QuizReading, quiz).said
    with db.writing(session) as write:
        erase(write, write.get_one(User, users[0]), Cause.ASKED, NOW)
    service.keep_up(session, NOW)
    session.expire_all()
    kept = session.get_one(QuizReading, quiz)
    assert kept.said == json.loads(json.dumps(readings.everything(session, quiz)))
    assert [each["left"] for each in kept.said] == [1]
    assert [each["reading"] for each in kept.said] == [each["reading"] for each in before]
    named = {str(value) for user in users for value in (session.get_one(User, user).public_id,)}
    named |= set(session.scalars(select(Attempt.public_id)))
    assert not [each for each in named if each in json.dumps(kept.said)]


def test_it_is_no_part_of_a_backup_and_is_counted_anew_after_a_restore(app, session, town, tmp_path):
    sit(session, town, [0, 1] * 3)
    quiz, engine = quiz_of(session, town), app.extensions["engine"]
    service.count(session, quiz, NOW)
    session.rollback()
    back_up(engine, tmp_path / "backup.zip", now=NOW)
    url = f"sqlite:///{tmp_path / 'other.sqlite3'}"
    restore(url, tmp_path / "backup.zip", data_dir=tmp_path, replace=True, now=NOW)
    target = db.make_engine(url)
    with db.make_session(target) as other:
        assert service.kept(other) == []
        assert plain(told_of(other, quiz)) == plain(told_of(session, quiz))
        service.count(other, quiz, NOW)
        other.rollback()
        assert holds(other, quiz)
    assert schema.drift(target) == []
    target.dispose()


def test_a_trigger_that_is_lost_is_told_as_a_difference(app):
    engine = app.extensions["engine"]
    on = "" if engine.dialect.name == "sqlite" else " ON attempt"
    with engine.begin() as connection:
        connection.execute(text(f"DROP TRIGGER reading_of_attempt_update{on}"))
    assert schema.drift(engine) == [("add_trigger", "reading_of_attempt_update")]


def test_the_first_outcome_of_an_answer_writes_nothing_more(app, session, town):
    """As the answer's own transaction has it until its attempt is handed in."""
    service.count(session, quiz_of(session, town), NOW)
    life = Life(session, town, 5)
    service.keep_up(session, NOW)
    written = []
    event.listen(app.extensions["engine"], "before_cursor_execute", lambda *said: written.append(said[2]))
    life.somebody_begins()
    assert session.scalar(select(func.count()).select_from(QuizReadingChange)) == 0
    assert not [each for each in written if "quiz_reading" in each and each.startswith(("INSERT", "UPDATE"))]

"""Jobs on SQLite and PostgreSQL: asked for once, taken up by one worker, and ended by the last that took it up."""

import datetime
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import select

from quizapp import db
from quizapp.jobs import queries, service
from quizapp.jobs.models import Job, Kind, Problem, State
from tests.build import NOW

SECOND = datetime.timedelta(seconds=1)
LATER = NOW + queries.SILENT


@pytest.fixture
def doing(engine):
    """Do one thing to jobs in a transaction of its own."""

    def do(verb, *arguments, **named):
        with db.make_session(engine) as session, db.writing(session, service.QUEUE) as write:
            return verb(write, *arguments, **named)

    return do


@pytest.fixture
def job(engine):
    """The only job there is, as it stands."""

    def read():
        with db.make_session(engine) as session:
            return session.scalars(select(Job)).one()

    return read


def at_once(engine, verb):
    """What eight workers get who do the same at the same time."""

    def do(_number):
        with db.make_session(engine) as session, db.writing(session, service.QUEUE) as write:
            return verb(write)

    with ThreadPoolExecutor(8) as pool:
        return list(pool.map(do, range(8)))


def test_what_only_a_newer_release_knows_waits_for_its_worker(engine, doing, job):
    doing(service.ask, Kind.BACKUP, "oggi", NOW)
    with db.make_session(engine) as session, db.writing(session, service.QUEUE) as write:
        write.scalars(select(Job)).one().kind = "of tomorrow"
    assert doing(service.take, LATER) is None
    assert (job().state, job().run) == (State.WAITING, 0)


def test_what_eight_ask_for_is_one_job_and_one_worker_takes_it_up(engine, job):
    at_once(engine, lambda write: service.ask(write, Kind.BACKUP, "oggi", NOW))
    assert job().state == State.WAITING
    taken = at_once(engine, lambda write: service.take(write, NOW))
    assert len([each for each in taken if each is not None]) == 1
    assert (job().state, job().run) == (State.RUNNING, 1)


def test_nothing_is_taken_up_before_its_time(doing):
    doing(service.ask, Kind.BACKUP, "domani", NOW + SECOND)
    assert doing(service.take, NOW) is None
    assert doing(service.take, NOW + SECOND).key == "domani"


def test_a_job_whose_worker_fell_silent_ends_once_by_the_hand_of_the_next(doing, job):
    doing(service.ask, Kind.BACKUP, "oggi", NOW)
    first = doing(service.take, NOW)
    assert doing(service.take, LATER - SECOND) is None
    second = doing(service.take, LATER)
    assert (second.id, second.run) == (first.id, 2)
    with pytest.raises(service.LostJobError):
        doing(service.beat, first.id, first.run, 90, LATER)
    with pytest.raises(service.LostJobError):
        doing(service.end, first.id, first.run, State.DONE, LATER, result="prima")
    doing(service.end, second.id, second.run, State.DONE, LATER, result="seconda")
    with pytest.raises(service.LostJobError):
        doing(service.end, second.id, second.run, State.FAILED, LATER, problem=Problem.NO_ROOM)
    assert (job().state, job().result, job().problem) == (State.DONE, "seconda", None)
    assert doing(service.ask, Kind.BACKUP, "oggi", LATER).state == State.DONE
    assert doing(service.take, LATER) is None


def test_a_worker_that_is_heard_keeps_its_job(doing, job):
    doing(service.ask, Kind.BACKUP, "oggi", NOW)
    mine = doing(service.take, NOW)
    assert doing(service.beat, mine.id, mine.run, 40, LATER - SECOND) is False
    assert doing(service.take, LATER) is None
    assert job().progress == 40


def test_a_job_that_ends_its_worker_three_times_is_given_up(doing, job):
    doing(service.ask, Kind.FINALISE, "x", NOW)
    for run in range(service.MOST_RUNS):
        assert doing(service.take, NOW + run * queries.SILENT).run == run + 1
    assert doing(service.take, NOW + service.MOST_RUNS * queries.SILENT) is None
    assert job().state == State.FAILED
    assert (job().problem, job().about) == (Problem.GIVEN_UP, {"runs": service.MOST_RUNS})


def test_a_cancelled_job_ends_at_once_or_when_its_worker_hears_of_it(doing, job):
    def cancel(write):
        service.cancel(queries.of_key(write, Kind.BACKUP, "oggi"), NOW)

    doing(service.ask, Kind.BACKUP, "oggi", NOW)
    mine = doing(service.take, NOW)
    doing(cancel)
    assert doing(service.beat, mine.id, mine.run, 40, NOW) is True
    assert doing(service.take, LATER) is None
    assert job().state == State.CANCELLED
    doing(cancel)
    assert (job().state, job().ended_at) == (State.CANCELLED, LATER)


def test_one_that_waits_is_cancelled_before_anybody_takes_it_up(doing, job):
    doing(service.ask, Kind.BACKUP, "oggi", NOW)
    doing(lambda write: service.cancel(queries.of_key(write, Kind.BACKUP, "oggi"), NOW))
    assert doing(service.take, LATER) is None
    assert (job().state, job().run) == (State.CANCELLED, 0)


def test_what_ended_long_ago_is_forgotten_and_what_waits_is_not(engine, doing):
    for key in ("finito", "aperto"):
        doing(service.ask, Kind.BACKUP, key, NOW)
    taken = doing(service.take, NOW)
    doing(service.end, taken.id, taken.run, State.DONE, NOW)
    doing(service.forget, NOW + service.KEPT)
    with db.make_session(engine) as session:
        assert queries.of_key(session, Kind.BACKUP, "finito") is not None
    doing(service.forget, NOW + service.KEPT + SECOND)
    with db.make_session(engine) as session:
        assert [each.key for each in session.scalars(select(Job))] == ["aperto"]


def test_a_result_of_any_length_can_be_said_and_a_problem_names_what_it_is_about(doing, job):
    doing(service.ask, Kind.BACKUP, "oggi", NOW)
    mine = doing(service.take, NOW)
    doing(
        service.end,
        mine.id,
        mine.run,
        State.FAILED,
        NOW,
        problem=Problem.NOT_ALLOWED,
        about={"place": "/à"},
        result="y" * 900,
    )
    assert (job().problem, job().about, len(job().result)) == ("not allowed", {"place": "/à"}, 200)

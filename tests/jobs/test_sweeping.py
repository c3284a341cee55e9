"""Whoever is erased leaves the file of the database too, though the first try to write it anew came to nothing."""

import datetime

import pytest
from sqlalchemy import select

from quizapp import db, working
from quizapp.articles.models import ArticleVersion
from quizapp.config import BackupPlan
from quizapp.jobs import service
from quizapp.jobs.models import Job, Kind, State
from quizapp.personal import ledger
from tests.build import NOW, signed_in

HOUR = datetime.timedelta(hours=1)


@pytest.fixture
def engine(app, tmp_path, monkeypatch, clock):
    monkeypatch.setenv("QUIZAPP_DATA_DIR", str(tmp_path))
    return app.extensions["engine"]


@pytest.fixture
def reader(monkeypatch):
    """Somebody who reads for so long that the database cannot be written anew, until they end."""
    swept = []

    def sweep(engine):
        if reading:
            raise db.InUseError(db.IN_USE)
        swept.append(engine)

    reading = [True]
    monkeypatch.setattr(db, "sweep", sweep)
    return reading.clear, swept


def look(engine, tmp_path, moment):
    with db.make_session(engine) as session:
        working.look_ahead(session, BackupPlan(tmp_path, None, 1), working.ZoneInfo("Europe/Rome"), moment)


def work_off(engine):
    """Do what waits, and note what fails, as the worker does."""
    while (found := working.take_up(engine)) is not None:
        try:
            working.carry_out(*found)
        except (db.InUseError, ledger.LedgerError) as error:
            working.note_failure(found[1], error)


def states(engine):
    with db.make_session(engine) as session:
        return [(job.kind, job.state) for job in session.scalars(select(Job).order_by(Job.id))]


def test_one_that_an_administrator_asked_for_by_erasing_is_tried_again_each_hour(
    app, town, engine, reader, clock, tmp_path
):
    ends, swept = reader
    admin = signed_in(app, town.admin)
    admin.post(f"/people/{town.user_ids['ada']}/erase", data={"name": "Ada"})
    for minutes in (0, 59, 60, 61):
        clock.move_to(NOW + datetime.timedelta(minutes=minutes))
        look(engine, tmp_path, working.now())
        work_off(engine)
    assert states(engine) == [(Kind.SWEEP, State.FAILED)] * 2
    ends()
    for hours in (3, 5, 7):
        clock.move_to(NOW + hours * HOUR)
        look(engine, tmp_path, working.now())
        work_off(engine)
    assert states(engine) == [(Kind.SWEEP, State.FAILED)] * 2 + [(Kind.SWEEP, State.DONE)]
    assert len(swept) == 1


def due_text(engine):
    """A text whose day has come."""
    with db.make_session(engine) as session, db.writing(session) as write:
        version = write.scalars(select(ArticleVersion)).first()
        version.purge_on = NOW.date()


@pytest.mark.parametrize("how", ["failed", "killed"])
def test_a_purge_that_came_to_no_sweep_sweeps_the_next_time_though_nothing_is_left_to_erase(town, engine, reader, how):
    ends, swept = reader
    due_text(engine)
    with db.make_session(engine) as session, db.writing(session) as write:
        service.ask(write, Kind.PURGE, "2026-11-24", NOW)
    _kind, run = working.take_up(engine)
    with pytest.raises(db.InUseError):
        working.purge(run)
    ends()
    again = ("2026-11-24 2", 1) if how == "failed" else ("2026-11-24", 2)
    run.key, run.number = again
    working.purge(run)
    assert len(swept) == 1
    run.key, run.number = "2026-11-25", 1
    working.purge(run)
    assert len(swept) == 1


def test_a_list_that_cannot_be_read_keeps_nothing_of_the_erased_in_the_file(town, engine, reader, tmp_path):
    ends, swept = reader
    ends()
    due_text(engine)
    (tmp_path / "erased.json").write_text("{")
    with db.make_session(engine) as session, db.writing(session) as write:
        service.ask(write, Kind.PURGE, "2026-11-24", NOW)
    work_off(engine)
    assert states(engine) == [(Kind.PURGE, State.FAILED)]
    assert len(swept) == 1

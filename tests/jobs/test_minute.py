"""Each minute the worker looks for what is due, by the clock of the installation; a backup that fails costs none."""

import datetime
import errno

import pytest

from quizapp import config, db, shelf, working
from quizapp.jobs import queries, service
from quizapp.jobs.models import Kind
from tests.build import NOW

DAY = datetime.timedelta(days=1)


@pytest.fixture
def engine(app, tmp_path, monkeypatch, clock):
    monkeypatch.setenv("QUIZAPP_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("QUIZAPP_BACKUP_HOUR", "off")
    return app.extensions["engine"]


def test_every_minute_brings_a_look_for_what_is_due(engine):
    crew = working.Crew(engine, config.backup_plan(), working.ZoneInfo("Europe/Rome"))
    for minute in range(3):
        looks = crew.read_periodic(NOW + datetime.timedelta(minutes=minute))
        assert len(looks) == 2
        for each in looks:
            crew.execute(each)
    with db.make_session(engine) as session:
        assert queries.seen_at(session) == NOW


def test_the_hour_of_backups_is_that_of_the_installations_clocks(engine, monkeypatch):
    asked = []

    class FoundError(Exception):
        """Here the worker would begin."""

    def crew(_engine, plan, zone):
        asked.append((plan.hour, zone.key))
        raise FoundError

    monkeypatch.setattr(working, "Crew", crew)
    monkeypatch.setattr(working.journal, "take_over", lambda _journal: None)
    monkeypatch.setenv("QUIZAPP_BACKUP_HOUR", "2")
    for zone in ("Pacific/Auckland", None):
        if zone:
            monkeypatch.setenv("QUIZAPP_TIMEZONE", zone)
        else:
            monkeypatch.delenv("QUIZAPP_TIMEZONE")
        with pytest.raises(FoundError):
            working.work(engine, attached=False)
    assert asked == [(2, "Pacific/Auckland"), (2, "Europe/Rome")]


def test_a_backup_that_fails_deletes_none_of_those_before_and_is_not_the_last_one(engine, tmp_path, monkeypatch):
    monkeypatch.setenv("QUIZAPP_BACKUP_KEEP", "2")
    (tmp_path / "backups").mkdir()
    before = [shelf.next_name(NOW - days * DAY) for days in (1, 2, 3)]
    for name in before:
        (tmp_path / "backups" / name).touch()

    def full(*_given, **_named):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(working, "back_up", full)
    with db.make_session(engine) as session, db.writing(session) as write:
        service.ask(write, Kind.BACKUP, "oggi", NOW)
    with pytest.raises(OSError, match="No space"):
        working.carry_out(*working.take_up(engine))
    assert sorted(each.name for each in (tmp_path / "backups").iterdir()) == sorted(before)
    assert shelf.last_backup(tmp_path) is None

"""The worker: what is due is asked for once, a job begun by one that was killed has one effect, and it goes in time."""

import datetime
import errno
import os
import shutil
import signal
import subprocess
import sys
import time
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from quizapp import config, db, serving, shelf, working
from quizapp.attempts.models import Attempt
from quizapp.backups import BackupError
from quizapp.backups.archive import open_archive
from quizapp.beside import beside
from quizapp.jobs import queries, service
from quizapp.jobs.models import Job, Kind, Problem, State
from quizapp.quizzes import queries as quizzes
from tests.build import NOW, signed_in
from tests.house import begin

MINUTE, DAY = datetime.timedelta(minutes=1), datetime.timedelta(days=1)
ROME = "Europe/Rome"


@pytest.fixture
def engine(app, tmp_path, monkeypatch):
    monkeypatch.setenv("QUIZAPP_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("QUIZAPP_DATABASE_URL", app.config["DATABASE_URL"])
    monkeypatch.setenv("QUIZAPP_BACKUP_HOUR", "off")
    return app.extensions["engine"]


@pytest.fixture
def look(engine):
    """What a worker does each minute."""

    def do():
        with db.make_session(engine) as session:
            working.look_ahead(session, config.backup_plan(), working.ZoneInfo(ROME), working.now())

    return do


def all_jobs(engine):
    with db.make_session(engine) as session:
        return list(session.scalars(select(Job).order_by(Job.id)))


def work_off(engine):
    """Do what waits."""
    while (found := working.take_up(engine)) is not None:
        working.carry_out(*found)


def ask_for_a_backup(engine, key="oggi"):
    with db.make_session(engine) as session, db.writing(session) as write:
        service.ask(write, Kind.BACKUP, key, working.now())


def files(tmp_path):
    return sorted(each.name for each in (tmp_path / "backups").iterdir())


def test_an_attempt_whose_time_is_up_is_handed_in_without_anybody_asking(app, town, engine, look, clock):
    with db.make_session(engine) as session, db.writing(session) as write:
        quizzes.by_public_id(write, town.deferred).assignment.time_limit_s = 600
    begin(signed_in(app, town.ada), town.deferred)
    look()
    assert all_jobs(engine) == []
    clock.move_to(NOW + 11 * MINUTE)
    look()
    look()
    clock.move_to(NOW + 12 * MINUTE)
    look()
    work_off(engine)
    look()
    (done,) = all_jobs(engine)
    assert (done.kind, done.state, done.result, done.user_id) == (Kind.FINALISE, State.DONE, "1", None)
    with db.make_session(engine) as session:
        (attempt,) = session.scalars(select(Attempt))
        assert (attempt.state, attempt.finished_at) == ("submitted", NOW + 10 * MINUTE)
        assert queries.seen_at(session) == NOW + 12 * MINUTE


def test_a_backup_is_made_once_a_day_after_its_hour_and_old_ones_go(engine, look, clock, tmp_path, monkeypatch):
    monkeypatch.setenv("QUIZAPP_BACKUP_HOUR", "3")
    monkeypatch.setenv("QUIZAPP_BACKUP_KEEP", "3")
    for day in range(5):
        for hour in (1, 3, 14):
            clock.move_to(datetime.datetime(2026, 12, 1 + day, hour, 30, tzinfo=datetime.UTC))
            look()
            work_off(engine)
    made = [f"quizapp-202612{day:02}T033000Z.zip" for day in range(1, 6)]
    assert [job.key for job in all_jobs(engine)] == ["2026-11-30", *(f"2026-12-{day:02}" for day in range(1, 6))]
    assert [job.result for job in all_jobs(engine)][1:] == made
    assert files(tmp_path) == made[-3:]
    assert shelf.last_backup(tmp_path) == datetime.datetime(2026, 12, 5, 3, 30, tzinfo=datetime.UTC)


def test_without_an_hour_no_backup_is_made_by_itself(engine, look):
    look()
    assert all_jobs(engine) == []


@pytest.mark.parametrize("written", [False, True])
def test_a_backup_whose_worker_was_killed_is_one_file_in_the_end(engine, clock, tmp_path, written):
    ask_for_a_backup(engine)
    _kind, run = working.take_up(engine)
    if written:
        working.make_backup(run)
    clock.move_to(NOW + 2 * MINUTE)
    before = (tmp_path / "backups" / "quizapp-20261124T090000Z.zip").read_bytes() if written else None
    work_off(engine)
    (job,) = all_jobs(engine)
    assert (job.state, job.run, files(tmp_path)) == (State.DONE, 2, [job.result])
    file = tmp_path / "backups" / job.result
    assert before in {None, file.read_bytes()}
    with open_archive(file) as archive:
        assert "job" not in {table.name for table in archive.manifest.tables}
    with pytest.raises(service.LostJobError):
        working.carry_out(Kind.BACKUP, run)
    assert files(tmp_path) == [job.result]


def test_a_job_that_fails_says_why_and_the_next_one_is_done(engine, tmp_path):
    (tmp_path / "backups").write_text("")
    ask_for_a_backup(engine)
    found = working.take_up(engine)
    with pytest.raises(FileExistsError) as raised:
        working.carry_out(*found)
    working.note_failure(found[1], raised.value)
    working.note_failure(found[1], service.LostJobError())
    (tmp_path / "backups").unlink()
    ask_for_a_backup(engine, "di nuovo")
    work_off(engine)
    failed, done = all_jobs(engine)
    assert (failed.state, done.state) == (State.FAILED, State.DONE)
    assert (failed.problem, failed.about) == (Problem.NO_FOLDER, {"place": str(tmp_path / "backups")})


@pytest.mark.parametrize(
    ("error", "problem", "about"),
    [
        (OSError(errno.ENOSPC, "No space left on device", "/a"), Problem.NO_ROOM, {"place": "/a"}),
        (PermissionError(errno.EACCES, "Permission denied", "/a"), Problem.NOT_ALLOWED, {"place": "/a"}),
        (NotADirectoryError(errno.ENOTDIR, "Not a directory"), Problem.NO_FOLDER, {"place": ""}),
        (BackupError("damaged", why="x"), Problem.DATABASE, {"detail": "The database is damaged (x)."}),
        (OSError(errno.EIO, "I/O error"), Problem.UNEXPECTED, {"detail": "OSError: [Errno 5] I/O error"}),
        (ValueError(), Problem.UNEXPECTED, {"detail": "ValueError"}),
        (ValueError("x" * 900), Problem.UNEXPECTED, {"detail": f"ValueError: {'x' * 488}"}),
    ],
)
def test_what_went_wrong_is_a_code_with_what_it_names(error, problem, about):
    assert working.problem_of(error) == (problem, about)


def test_a_daily_backup_that_fails_is_tried_again_each_hour_but_not_for_ever(
    engine, look, clock, tmp_path, monkeypatch
):
    monkeypatch.setenv("QUIZAPP_BACKUP_HOUR", "3")
    (tmp_path / "backups").write_text("")
    day = datetime.datetime(2026, 12, 1, 3, 30, tzinfo=datetime.UTC)
    for quarter in range(4 * 12):
        clock.move_to(day + quarter * 15 * MINUTE)
        look()
        fail_off(engine)
    tries = all_jobs(engine)
    assert [each.key for each in tries] == ["2026-12-01", *(f"2026-12-01 {n}" for n in range(2, 7))]
    assert [each.due_at for each in tries] == [day + n * 60 * MINUTE for n in range(6)]
    assert {each.state for each in tries} == {State.FAILED}
    (tmp_path / "backups").unlink()
    clock.move_to(day + DAY)
    look()
    work_off(engine)
    assert [each.key for each in all_jobs(engine)][6:] == ["2026-12-02"]
    assert len(files(tmp_path)) == 1


def test_a_daily_backup_that_succeeds_the_second_time_is_made_once(engine, look, clock, tmp_path, monkeypatch):
    monkeypatch.setenv("QUIZAPP_BACKUP_HOUR", "3")
    (tmp_path / "backups").write_text("")
    look()
    fail_off(engine)
    (tmp_path / "backups").unlink()
    for hour in range(1, 5):
        clock.move_to(NOW + hour * 60 * MINUTE)
        look()
        work_off(engine)
    assert [each.state for each in all_jobs(engine)] == [State.FAILED, State.DONE]


def fail_off(engine):
    """Do what waits, which fails, as the worker notes it."""
    while (found := working.take_up(engine)) is not None:
        with pytest.raises(OSError, match="backups") as raised:
            working.carry_out(*found)
        working.note_failure(found[1], raised.value)


def test_a_job_that_nobody_wants_any_more_stops_and_leaves_nothing(engine, tmp_path):
    ask_for_a_backup(engine)
    kind, run = working.take_up(engine)
    run.unwanted.set()
    working.carry_out(kind, run)
    assert all_jobs(engine)[0].state == State.CANCELLED
    assert files(tmp_path) == []


def test_its_worker_hears_of_a_cancellation_while_it_works(engine, monkeypatch):
    monkeypatch.setattr(working, "BEAT_S", 0.01)
    ask_for_a_backup(engine)
    _kind, run = working.take_up(engine)
    run.progress = 40
    with db.make_session(engine) as session, db.writing(session) as write:
        service.cancel(queries.of_key(write, Kind.BACKUP, "oggi"), NOW)
    with beside(partial(working._beat, run)):
        assert run.unwanted.wait(30)
    assert all_jobs(engine)[0].progress == 40


def test_what_killed_backups_left_is_swept_after_a_day(tmp_path):
    folder, file, mine = (
        tmp_path / name for name in (".quizapp-copy-abc", ".quizapp-20261124T090000Z.zip.xyz.tmp", "mine.tmp")
    )
    folder.mkdir()
    for each in (folder, file, mine):
        each.touch()
        os.utime(each, (NOW.timestamp(), NOW.timestamp()))
    shelf.sweep(tmp_path, NOW)
    assert (folder.exists(), file.exists()) == (True, True)
    shelf.sweep(tmp_path, NOW + MINUTE)
    assert [each.name for each in tmp_path.iterdir()] == ["mine.tmp"]


@given(
    hour=st.integers(0, 23),
    zone=st.timezones(),
    moment=st.integers(0, 2 * 365 * 24 * 60).map(
        lambda minutes: datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC) + minutes * MINUTE
    ),
)
def test_the_last_slot_is_past_within_a_day_and_one_for_each_day_whatever_the_clocks_do(hour, zone, moment):
    slot = shelf.last_slot(hour, zone, moment)
    past = moment - slot.astimezone(datetime.UTC)
    assert datetime.timedelta(0) <= past < 2 * DAY
    following = shelf.last_slot(hour, zone, moment + DAY + datetime.timedelta(hours=2))
    assert following.date() > slot.date()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"QUIZAPP_BACKUP_HOUR": "24"}, "from 0 to 23"),
        ({"QUIZAPP_BACKUP_HOUR": "notte"}, "from 0 to 23"),
        ({"QUIZAPP_BACKUP_HOUR": "9" * 5000}, "from 0 to 23"),
        ({"QUIZAPP_BACKUP_KEEP": "0"}, "from 1"),
        ({"QUIZAPP_BACKUP_KEEP": "9" * 5000}, "from 1"),
    ],
)
def test_a_plan_that_is_none_is_refused(change, said):
    with pytest.raises(config.SettingsError, match=said):
        config.backup_plan(change)


def test_a_plan_is_read_and_a_demo_has_none(tmp_path):
    chosen = {"QUIZAPP_BACKUP_HOUR": "0", "QUIZAPP_BACKUP_KEEP": "5", "QUIZAPP_BACKUP_FOLDER": str(tmp_path)}
    assert config.backup_plan(chosen) == config.BackupPlan(tmp_path, 0, 5)
    assert config.backup_plan({"QUIZAPP_BACKUP_HOUR": "off"}).hour is None
    assert config.backup_plan({"QUIZAPP_DEMO": "true"}).hour is None
    assert config.backup_plan({}).hour == 3


def until_done(engine, key):
    """Wait for a job as its page does."""
    while True:
        with db.make_session(engine) as session:
            if queries.of_key(session, Kind.BACKUP, key).state == State.DONE:
                return
        time.sleep(0.05)  # asked without a pause it would take from the worker what that needs


def workers():
    """The worker processes that this one started."""
    found = subprocess.run(
        [shutil.which("pgrep"), "-P", str(os.getpid()), "-f", "quizapp work"], capture_output=True, check=False
    )
    return [int(each) for each in found.stdout.split()]


def test_a_server_has_a_worker_one_that_is_killed_is_replaced_and_none_outlives_it(engine, monkeypatch):
    monkeypatch.setattr(serving, "_FIRST_PAUSE_S", 0)
    monkeypatch.setattr(serving, "_PAUSE_S", 0)
    ask_for_a_backup(engine, "prima")
    with beside(serving.keep_a_worker):
        until_done(engine, "prima")
        (first,) = workers()
        os.kill(first, signal.SIGKILL)
        ask_for_a_backup(engine, "dopo")
        until_done(engine, "dopo")
        (second,) = workers()
    assert second != first
    assert workers() == []


def test_a_plan_that_is_none_is_one_line_of_the_command(engine):
    environ = {**os.environ, "QUIZAPP_BACKUP_KEEP": "molti"}
    done = subprocess.run(
        [sys.executable, "-m", "quizapp", "work"], env=environ, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "QUIZAPP_BACKUP_KEEP" in done.stderr

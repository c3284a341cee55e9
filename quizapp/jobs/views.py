"""The administrators' page of the installation, and the page of one job."""

import datetime
import shutil

from flask import Blueprint, abort, redirect, render_template, url_for
from werkzeug.wrappers import Response

from quizapp import config, shelf
from quizapp.accounts import acts
from quizapp.accounts import queries as accounts
from quizapp.accounts.acts import Act
from quizapp.accounts.probe import obstacle_now
from quizapp.config import MIB
from quizapp.core.policy import Action
from quizapp.jobs import queries, service
from quizapp.jobs.models import UNFINISHED, Job, Kind
from quizapp.web import database
from quizapp.web.clock import now
from quizapp.web.guard import allowed, me, require
from quizapp.web.settings import backup_plan, data_dir
from quizapp.web.settings import journal as current_journal

jobs = Blueprint("jobs", __name__)
_AWAY = datetime.timedelta(minutes=3)
"""A worker looks for what is due every minute: one that was not seen for so long is not there."""


@jobs.get("/admin")
@allowed(Action.RUN_INSTALLATION)
def admin() -> str:
    """Whether the installation is well, its last backup, and what the worker did and does."""
    db, moment = database.session(), now()
    seen = queries.seen_at(db)
    return render_template(
        "jobs/admin.html",
        version=config.version(),
        engine=database.engine().dialect.name,
        obstacle=obstacle_now(),
        room_mb=shutil.disk_usage(data_dir()).free // MIB,
        log=current_journal(),
        sessions=len(accounts.live_sessions(db, me().school, moment)),
        shelf=shelf.dated(backup_plan().folder),
        seen=seen,
        away=seen is None or moment - seen > _AWAY,
        last=shelf.last_backup(data_dir()),
        hours=_hours_since(shelf.last_backup(data_dir()), moment),
        plan=backup_plan(),
        jobs=queries.newest(db, me().school),
        unfinished=UNFINISHED,
        most_tries=service.MOST_TRIES,
    )


@jobs.post("/admin/backup")
@allowed(Action.RUN_INSTALLATION)
def back_up_now() -> Response:
    """Ask for a backup; twice within a minute is once."""
    moment = now()
    with database.writing(service.QUEUE) as write:
        job = service.ask(write, Kind.BACKUP, f"asked {moment:%Y-%m-%dT%H:%M}", moment, user_id=me().id)
        acts.note(write, me().school, Act.BACKUP, moment, by=me().id)
    return redirect(url_for("jobs.show", job=job.public_id) if job.user_id == me().id else url_for("jobs.admin"), 303)


@jobs.get("/jobs/<job>")
@allowed(Action.SEE_JOB)
def show(job: str) -> str:
    """How far a job is; while it is under way the page asks again by itself."""
    return render_template("jobs/show.html", job=_own(job), unfinished=UNFINISHED)


@jobs.post("/jobs/<job>/cancel")
@allowed(Action.SEE_JOB)
def cancel(job: str) -> Response:
    """Ask for the end of a job; of one that has ended, nothing changes."""
    _own(job)
    with database.writing(service.QUEUE):
        service.cancel(_own(job), now())
    return redirect(url_for("jobs.show", job=job), 303)


def _own(public_id: str) -> Job:
    found = queries.by_public_id(database.session(), public_id)
    if found is None:
        abort(404)
    require(Action.SEE_JOB, queries.thing(database.session(), found))
    return found


def _hours_since(moment: datetime.datetime | None, now: datetime.datetime) -> int | None:
    return None if moment is None else int((now - moment).total_seconds()) // 3600

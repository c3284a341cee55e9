"""Bringing questions in: a file is read and shown; nothing is stored in a bank before its teacher says so."""

from pathlib import PurePath

from flask import abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response

from quizapp.banks import queries as banks
from quizapp.banks.models import Bank
from quizapp.banks.service import BankHead
from quizapp.core.policy import Action
from quizapp.exchange import queries, service
from quizapp.exchange.forms import NEW, TargetForm, UploadForm
from quizapp.exchange.landing import language_of
from quizapp.exchange.leaving import title_of
from quizapp.exchange.models import Upload
from quizapp.exchange.problems import told
from quizapp.exchange.room import exchange, own
from quizapp.formats.apart import Reading, read_apart
from quizapp.formats.foreign import ARTICLE
from quizapp.formats.registry import FORMATS, READ_FROM
from quizapp.jobs import queries as job_queries
from quizapp.jobs import service as jobs
from quizapp.jobs.models import UNFINISHED, Job, Kind, State
from quizapp.web import database
from quizapp.web.clock import now
from quizapp.web.forms import choices_of, said
from quizapp.web.guard import allowed, me, require, uploads
from quizapp.web.languages import ui_language

_MEGABYTE = 1024 * 1024
_UNDER_WAY = frozenset({*UNFINISHED, State.DONE.value})
SHOWN = 100
"""Questions that the page of an upload shows; the others are counted."""


@exchange.get("/imports")
@allowed(Action.TEACH)
def index() -> str:
    """Send a file; the files sent before."""
    return _index_page(UploadForm())


@exchange.post("/imports")
@uploads(21 * _MEGABYTE)
@allowed(Action.TEACH)
def send() -> Response | tuple[str, int]:
    """Read a file apart from the server, and go on to what is in it."""
    form = UploadForm()
    upload = form.file.data
    if not form.validate() or upload is None or not upload.filename:
        form.file.errors = [*form.file.errors, *([] if form.errors else [_("Choose a file.")])]
        return _index_page(form), 422
    with upload.stream:
        data = upload.read()
    reading = read_apart(data, form.format.data or None)
    if not reading.imported.items:
        form.file.errors = [_why_none(reading)]
        return _index_page(form, reading), 422
    with database.writing() as db:
        kept = service.keep(db, reading, data, name=PurePath(upload.filename).name, user_id=me().id, now=now())
        made = kept.public_id
    return redirect(url_for("exchange.show", upload=made), 303)


@exchange.get("/imports/<upload>")
@allowed(Action.SEE_UPLOAD)
def show(upload: str) -> str | Response:
    """What a file holds, and what of it would land in a bank."""
    row = own(upload)
    if row.done_at is not None or _job_of(row) is not None:
        return _onward(row)
    form = _target_form()
    before = queries.earlier(database.session(), row)
    asked = request.args.get("into") or (before[1].public_id if before else NEW)
    form.into.data = asked if asked in dict(_targets()) else NEW
    form.title.data = title_of(row.name)
    return _preview(row, form)


@exchange.post("/imports/<upload>")
@allowed(Action.SEE_UPLOAD)
def bring_in(upload: str) -> Response | tuple[str, int]:
    """Put the questions in their bank in one transaction, or ask a job to where there are many."""
    row = own(upload)
    if row.done_at is not None or _job_of(row) is not None:
        return _onward(row)
    form = _target_form()
    if form.validate() and form.into.data == NEW and not said(form.title):
        form.title.errors = [_("Give the new bank a title.")]
    if form.errors:
        return _preview(row, form), 422
    if row.size > service.IN_A_JOB:
        return _ask(row, form)
    bank, head, moment = _bank_of(form), _head(row, form), now()
    made = service.ready(database.session(), row, service.prepared(row), bank, now=moment)
    with database.writing() as db:
        target = db.get_one(Bank, bank.id) if bank else head
        done = service.bring_in(db, row, made, target, school_id=me().school, now=moment)
        address = url_for("banks.show", bank=done.bank.public_id) if done else None
    if done is None or address is None:
        return _onward(own(upload))
    flash(_words(done.added, done.known), "ok")
    return redirect(address, 303)


@exchange.post("/imports/<upload>/drop")
@allowed(Action.SEE_UPLOAD)
def drop(upload: str) -> Response:
    """Give a file up: nothing of it is kept."""
    row = own(upload)
    with database.writing() as db:
        service.drop(db, db.get_one(Upload, row.id))
    return redirect(url_for("exchange.index"), 303)


def _index_page(form: UploadForm, reading: Reading | None = None) -> str:
    problems = reading.imported.problems if reading else ()
    return render_template(
        "exchange/index.html",
        form=form,
        refused=told(problems, ui_language(), "error") if len(problems) > 1 else [],
        article=any(each.problem.code == ARTICLE for each in problems),
        sent=queries.mine(database.session(), me().id),
        formats=[FORMATS[name].title for name in READ_FROM],
    )


def _why_none(reading: Reading) -> str:
    """One sentence about a file that gives no question."""
    problems = reading.imported.problems
    if reading.format is None and [each.problem.code for each in problems] == ["file-is-unknown"]:
        return str(_("The format cannot be told from the content: choose it below."))
    first = problems[0]
    place = _("line %(line)s", line=first.line) if first.line else ""
    words = first.problem.say(ui_language())
    return str(_("No question can be taken from this file: %(why)s", why=f"{words} ({place})" if place else words))


def _target_form() -> TargetForm:
    form = TargetForm()
    form.into.choices = choices_of([(NEW, _("A new bank")), *_targets()])
    return form


def _targets() -> list[tuple[str, str]]:
    return [(bank.public_id, bank.title) for bank in queries.own_banks(database.session(), me())]


def _bank_of(form: TargetForm) -> Bank | None:
    """The bank that is chosen, if the person may change it; None for a new one."""
    if form.into.data == NEW:
        return None
    found = banks.bank_by_public_id(database.session(), form.into.data)
    require(Action.EDIT_BANK, banks.thing(found) if found else None)
    return found


def _head(row: Upload, form: TargetForm) -> BankHead:
    return BankHead(said(form.title), language_of(service.unpacked(row).imported.items))


def _ask(row: Upload, form: TargetForm) -> Response:
    """Ask a job to bring the questions in."""
    bank, moment = _bank_of(form), now()
    with database.writing(jobs.QUEUE) as db:
        held = queries.held_fast(db, row.id)
        tries = job_queries.tries(db, Kind.IMPORT, row.public_id)
        if held.done_at is None and not (tries and tries[-1].state in _UNDER_WAY):
            held.wish = {"bank": bank.id} if bank else {"title": said(form.title)}
            key = f"{row.public_id} {len(tries) + 1}" if tries else row.public_id
            tries = [jobs.ask(db, Kind.IMPORT, key, moment, user_id=me().id)]
        asked = tries[-1].public_id if tries else None
    return redirect(url_for("jobs.show", job=asked) if asked else url_for("exchange.show", upload=row.public_id), 303)


def _job_of(row: Upload) -> Job | None:
    """The job that brings an upload in, or has; none where it failed or was cancelled, so that it can be asked anew."""
    tries = job_queries.tries(database.session(), Kind.IMPORT, row.public_id)
    return tries[-1] if tries and tries[-1].state in _UNDER_WAY else None


def _onward(row: Upload) -> Response:
    """To where the questions of an upload are, or are being brought."""
    db = database.session()
    if row.done_at is None:
        job = _job_of(row)
        return redirect(url_for("jobs.show", job=job.public_id) if job else url_for("exchange.index"), 303)
    bank = db.get(Bank, row.bank_id)
    flash(_("These questions are in their bank already."), "info")
    return redirect(url_for("banks.show", bank=bank.public_id) if bank else url_for("exchange.index"), 303)


def _words(added: int, known: int) -> str:
    told = [
        ngettext(
            "%(num)s question has come in, to be reviewed.", "%(num)s questions have come in, to be reviewed.", added
        )
    ]
    if known:
        told.append(ngettext("%(num)s was there already.", "%(num)s were there already.", known))
    return " ".join(map(str, told))


def _preview(row: Upload, form: TargetForm) -> str:
    reading = service.unpacked(row)
    bank = _bank_of(form) if form.into.data in dict(_targets()) else None
    found = service.lands(database.session(), service.prepared(row), bank)
    before = queries.earlier(database.session(), row)
    if not reading.imported.items:
        abort(404)
    return render_template(
        "exchange/show.html",
        upload=row,
        form=form,
        format=FORMATS[reading.format].title if reading.format else "",
        refused=told(reading.imported.problems, ui_language(), "error"),
        losses=told(reading.imported.problems, ui_language(), "warning"),
        found=found,
        shown=SHOWN,
        before=before,
        in_a_job=row.size > service.IN_A_JOB,
    )

"""The administrators' pages: erase a person, and decide how long what students did is kept."""

from flask import abort, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from quizapp import shelf
from quizapp.accounts import acts
from quizapp.accounts import queries as accounts
from quizapp.accounts.acts import Act
from quizapp.accounts.models import User
from quizapp.core.policy import Action
from quizapp.core.retention import Retention
from quizapp.jobs import service as jobs
from quizapp.jobs.models import Kind
from quizapp.personal import ledger, plan, queries, retention, service
from quizapp.personal.forms import LONG, EraseForm, RetentionForm
from quizapp.personal.models import Cause
from quizapp.personal.views import load_person, personal
from quizapp.personal.wording import TABLES_SAID
from quizapp.web import database
from quizapp.web.clock import now
from quizapp.web.forms import said
from quizapp.web.guard import allowed, me
from quizapp.web.settings import backup_plan, data_dir

_SHOWN = 50


@personal.get("/people/<person>/erase")
@allowed(Action.ERASE_PERSON)
def erase(person: str) -> str:
    """What would go, before anything does."""
    return _page(_load(person), EraseForm(formdata=None))


@personal.post("/people/<person>/erase")
@allowed(Action.ERASE_PERSON)
def erase_submit(person: str) -> Response | tuple[str, int]:
    """Erase a person for good, where the name was typed as it is."""
    user, form = _load(person), EraseForm()
    if form.validate() and _same(said(form.name), user.name):
        with database.writing() as db:
            there = accounts.by_public_id(db, person) or abort(404)
            service.erase(db, there, Cause.ASKED, now(), by=me().id)
            acts.note(db, me().school, Act.ERASED, now(), by=me().id, subject=there.id)
            jobs.ask(db, Kind.SWEEP, f"{now():%Y-%m-%dT%H:%M:%S.%f}", now())
        ledger.note(data_dir(), service.keys_of(database.session()))
        flash(_("The data are erased. The database is being written anew, so that no trace stays in its file."), "ok")
        return redirect(url_for("accounts.people"), 303)
    if not form.name.errors:
        form.name.errors = [_("This is not the name.")]
    return _page(user, form), 422


@personal.app_template_global()
def who_asks(person: str) -> str:
    """The name of who asks to be erased, for the notice of it: it stands in none, which would outlive them."""
    user = accounts.by_public_id(database.session(), person)
    return user.name if user and user.erased_at is None else ""


@personal.get("/retention")
@allowed(Action.SET_UP_SCHOOL)
def keeping() -> str:
    """How long what students did is kept, what would go now, and what was erased."""
    rule = retention.rule_of(database.session(), me().school)
    return _keeping_page(rule, RetentionForm(formdata=None, data={"days": rule.days, "on": rule.on}))


@personal.post("/retention")
@allowed(Action.SET_UP_SCHOOL)
def keeping_submit() -> Response | tuple[str, int]:
    """Decide it."""
    form = RetentionForm()
    if not form.validate():
        return _keeping_page(retention.rule_of(database.session(), me().school), form), 422
    with database.writing() as db:
        retention.set_rule(db, me().school, Retention(bool(form.on.data), form.days.data))
        acts.note(db, me().school, Act.KEEPING, now(), by=me().id, on=bool(form.on.data), days=form.days.data)
    flash(_("Decided. Below is what it means today."), "ok")
    return redirect(url_for("personal.keeping"), 303)


def _load(person: str) -> User:
    user = load_person(person)
    if user.id == me().id:
        abort(403)
    return user


def _same(typed: str, name: str) -> bool:
    return " ".join(typed.casefold().split()) == " ".join(name.casefold().split())


def _page(user: User, form: EraseForm) -> str:
    db = database.session()
    subject = plan.whole_person(db, user)
    return render_template(
        "personal/erase.html",
        user=user,
        others=[each for each in subject.users if each.id != user.id],
        form=form,
        counts=plan.counts(db, plan.steps(db, subject)),
        words=TABLES_SAID,
        backups=shelf.count_dated(backup_plan().folder),
        keep=backup_plan().keep,
    )


def _keeping_page(rule: Retention, form: RetentionForm) -> str:
    db = database.session()
    found = retention.due(db, me().school, rule.days, now())
    return render_template(
        "personal/keeping.html",
        rule=rule,
        form=form,
        long=LONG,
        due=found,
        counts=retention.rows_of(db, found),
        words=TABLES_SAID,
        erasures=queries.erasures(db, me().school, _SHOWN),
    )

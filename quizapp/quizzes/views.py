"""Making a quiz of a bank, looking at it, giving it to a class, and reading its article."""

import datetime
from collections.abc import Sequence
from functools import partial
from zoneinfo import ZoneInfo

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from quizapp.articles import queries as articles
from quizapp.banks import queries as banks
from quizapp.banks.models import Bank
from quizapp.classes import queries as classes
from quizapp.core.lifecycle import Unfit, selectable, unfit
from quizapp.core.marking import GradeRule
from quizapp.core.policy import Action, Role, Thing, may
from quizapp.core.release import plan_of, stored_plan
from quizapp.core.scoring import Scoring
from quizapp.core.spans import paragraphs
from quizapp.core.timing import Rules, closed_for_all
from quizapp.quizzes import plan as plans
from quizapp.quizzes import publishing, queries, service
from quizapp.quizzes.drawing import labels
from quizapp.quizzes.forms import AssignForm, DeliveryForm, QuizForm
from quizapp.quizzes.models import Assignment, Quiz
from quizapp.web import database
from quizapp.web.clock import now, today
from quizapp.web.forms import choices_of, said
from quizapp.web.guard import allowed, me, require
from quizapp.web.presses import once

quizzes = Blueprint("quizzes", __name__)


@quizzes.get("/banks/<bank>/quiz")
@allowed(Action.SEE_BANK)
def new(bank: str) -> str:
    """Choose the questions of a quiz; those named in the address (`?item=…`) are chosen already, else all."""
    found = _bank(bank)
    named = set(request.args.getlist("item"))
    chosen = [each.version.id for each in _selectable(found) if not named or each.row.public_id in named]
    form = QuizForm(data={"title": found.title, "items": chosen})
    return _new_page(found, form)


@quizzes.post("/banks/<bank>/quiz")
@allowed(Action.SEE_BANK)
def new_submit(bank: str) -> Response | tuple[str, int]:
    """Make the quiz."""
    found = _bank(bank)
    form = QuizForm()
    form.items.choices = choices_of((each.version.id, each.item.stem) for each in _selectable(found))
    if not form.validate():
        return _new_page(found, form), 422
    chosen = set(form.items.data or [])
    items = [each.row.id for each in _selectable(found) if each.version.id in chosen]
    return redirect(url_for("quizzes.show", quiz=make_quiz(said(form.title), found.lang, items)), 303)


def make_quiz(title: str, lang: str, items: list[int]) -> str:
    """A quiz of one's own from these items, one however often it is asked for; its public id."""
    with database.writing() as db:
        make = partial(
            service.new_quiz, db, me().school, title=title, lang=lang, items=items, owner_id=me().id, now=now()
        )
        return once(db, Quiz, make).public_id


@quizzes.get("/quizzes/<quiz>")
@allowed(Action.SEE_QUIZ)
def show(quiz: str) -> str:
    """A quiz, where it has been given, and the form that gives it."""
    return _quiz_page(load(quiz, Action.SEE_QUIZ), _assign_form())


@quizzes.post("/quizzes/<quiz>/assign")
@allowed(Action.EDIT_QUIZ)
def assign(quiz: str) -> Response | tuple[str, int]:
    """Give a quiz to a class."""
    found = load(quiz, Action.EDIT_QUIZ)
    form = _assign_form()
    if found.trashed_at is not None:
        abort(409)
    if form.validate():
        school_class = classes.by_public_id(database.session(), form.school_class.data)
        if school_class is None:
            abort(404)
        require(Action.SEE_CLASS, classes.thing(database.session(), school_class))
        delivery = delivery_of(form, ZoneInfo(school_class.timezone))
        if delivery is None:
            return _quiz_page(found, form), 422
        try:
            with database.writing() as db:
                row = db.get_one(Quiz, found.id)
                publishing.publish(db, me(), row, today(), now())
                make = partial(service.assign, db, row, school_class.id, delivery, by=me().id, now=now())
                once(db, Assignment, make)
        except publishing.UnpublishableError:
            return _quiz_page(found, form, refused=True), 422
        flash(_("The quiz is with %(name)s.", name=school_class.name), "ok")
        return redirect(url_for("quizzes.show", quiz=quiz), 303)
    return _quiz_page(found, form), 422


@quizzes.get("/articles/<article>")
@allowed(Action.READ_ARTICLE)
def article(article: str) -> str:
    """An article, for the teachers who share a bank on it and students who were given a quiz on it."""
    db = database.session()
    found = articles.by_public_id(db, article)
    if found is None:
        abort(404)
    row, version = found
    readers = frozenset(db.scalars(queries.readers_of_article(row)))
    shown = banks.is_shown(db, row)
    require(Action.READ_ARTICLE, Thing(row.school_id, owner=row.owner_id, shared=shown, students=readers))
    lines = paragraphs(version.text or "") if queries.shows_text(db, articles.head_of(row, version), me().id) else []
    sources = articles.as_core(version).sources
    may_correct = version.text is not None and may(me(), Action.CORRECT_ARTICLE, banks.article_thing(db, me(), row))
    return render_template(
        "quizzes/article.html",
        article=row,
        version=version,
        lines=lines,
        sources=sources,
        may_correct=may_correct,
    )


def _bank(bank: str) -> Bank:
    found = banks.bank_by_public_id(database.session(), bank)
    require(Action.SEE_BANK, banks.thing(found) if found else None)
    return found or abort(404)


def load(quiz: str, action: Action) -> Quiz:
    """The quiz, if the signed-in person may do this to it; 404 or 403 otherwise."""
    found = queries.quiz_by_public_id(database.session(), quiz)
    require(action, queries.quiz_thing(found) if found else None)
    return found or abort(404)


def shelf_moves(quiz: Quiz, given: Sequence[queries.Given]) -> list[tuple[str, str, str]]:
    """Where a quiz may be put, what the button says, and its icon."""
    if quiz.trashed_at is not None:
        return [(queries.ACTIVE, _("Take it out of the bin"), "undo-2")]
    moves = (
        [(queries.ARCHIVED, _("Archive"), "archive")]
        if quiz.archived_at is None
        else [(queries.ACTIVE, _("Take it out of the archive"), "undo-2")]
    )
    return moves if given else [*moves, (queries.TRASH, _("Put in the bin"), "trash-2")]


def _selectable(bank: Bank) -> list[banks.ListedItem]:
    return [each for each in banks.items_of(database.session(), bank) if selectable(each.standing, today())]


def _new_page(bank: Bank, form: QuizForm) -> str:
    listed = _selectable(bank)
    form.items.choices = choices_of((each.version.id, each.item.stem) for each in listed)
    return render_template(
        "quizzes/new.html",
        bank=bank,
        form=form,
        listed=listed,
        chosen=form.items.data or [],
        left_out=_left_out(bank),
    )


def _left_out(bank: Bank) -> list[tuple[banks.ListedItem, Unfit]]:
    """The active questions of a bank that no new quiz may ask today, each with its reason."""
    found = [(each, unfit(each.standing, today())) for each in banks.items_of(database.session(), bank)]
    return [(each, reason) for each, reason in found if reason not in {None, Unfit.STATUS}]


def _assign_form() -> AssignForm:
    form = AssignForm()
    mine = classes.of_teacher(database.session(), me().school, me().id, everything=me().role is Role.ADMIN)
    form.school_class.choices = choices_of((row[0].public_id, row[0].name) for row in mine)
    return form


def _quiz_page(quiz: Quiz, form: AssignForm, *, refused: bool = False) -> str:
    db = database.session()
    plan = plans.read(quiz.plan)
    given = queries.assignments_of(db, quiz.id)
    run = queries.run_by(db, me(), given)
    layout = publishing.lay_out(db, me(), plan, today(), quiz.id)
    return render_template(
        "quizzes/show.html",
        quiz=quiz,
        form=form,
        given=given,
        layout=layout,
        size=plans.size(plan),
        run={each.assignment.id for each in run},
        changed=bool(run) and publishing.differs(db, quiz, layout, {each.assignment.edition for each in run}),
        labels=labels(db, me()),
        refused=refused,
        shelf_moves=shelf_moves,
        sentences_only=queries.sentences_only(db, quiz),
    )


def delivery_of(form: DeliveryForm, zone: ZoneInfo, kept: Assignment | None = None) -> service.Delivery | None:
    """The rules that the form says, filled from those of `kept` where there is one; None where they do not hold."""
    bounds = {name: getattr(kept, name) for name in ("opens_at", "due_at", "closes_at")} if kept else {}
    moments = form.moments(zone, bounds)
    limit = datetime.timedelta(minutes=form.time_limit.data) if form.time_limit.data else None
    closed_at = closed_for_all(Rules(limit, moments["closes_at"], form.closing_cuts.data)) if moments else None
    plan = plan_of(kept.release, each=kept.feedback == service.IMMEDIATE) if kept else {}
    chosen = form.release(zone, closed_at, plan)
    if moments is None or chosen is None:
        return None
    return service.Delivery(
        feedback=form.feedback.data,
        attempts_allowed=form.attempts_allowed.data,
        grade_rule=GradeRule(form.grade_rule.data),
        **moments,
        article_open=form.article_open.data,
        time_limit=limit,
        closing_cuts=form.closing_cuts.data,
        release=stored_plan(chosen),
        dont_know=form.dont_know.data,
        scoring=Scoring(form.scoring.data),
    )

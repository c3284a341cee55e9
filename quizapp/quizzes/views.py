"""Making a quiz of a bank, giving it to a class, and reading its article."""

import datetime

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from quizapp.articles import queries as articles
from quizapp.banks import queries as banks
from quizapp.banks.models import Bank
from quizapp.classes import queries as classes
from quizapp.core.lifecycle import selectable
from quizapp.core.marking import GradeRule
from quizapp.core.policy import Action, Role, Thing
from quizapp.core.spans import paragraphs
from quizapp.quizzes import queries, service
from quizapp.quizzes.forms import AssignForm, QuizForm
from quizapp.quizzes.models import Quiz
from quizapp.web import database
from quizapp.web.clock import now, today, zone
from quizapp.web.forms import choices_of, said
from quizapp.web.guard import allowed, me, require

quizzes = Blueprint("quizzes", __name__)


@quizzes.get("/banks/<bank>/quiz")
@allowed(Action.SEE_BANK)
def new(bank: str) -> str:
    """Choose the questions of a quiz."""
    found = _bank(bank)
    form = QuizForm(data={"title": found.title, "items": [each.version.id for each in _selectable(found)]})
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
    with database.writing() as db:
        quiz = service.make_quiz(
            db,
            me().school,
            title=said(form.title),
            lang=found.lang,
            article_id=found.article_id,
            item_version_ids=[each.version.id for each in _selectable(found) if each.version.id in chosen],
            owner_id=me().id,
            now=now(),
        )
        made = quiz.public_id
    return redirect(url_for("quizzes.show", quiz=made), 303)


@quizzes.get("/quizzes/<quiz>")
@allowed(Action.SEE_QUIZ)
def show(quiz: str) -> str:
    """A quiz, where it has been given, and the form that gives it."""
    return _quiz_page(_quiz(quiz), _assign_form())


@quizzes.post("/quizzes/<quiz>/assign")
@allowed(Action.SEE_QUIZ)
def assign(quiz: str) -> Response | tuple[str, int]:
    """Give a quiz to a class."""
    found = _quiz(quiz)
    form = _assign_form()
    if form.validate():
        school_class = classes.by_public_id(database.session(), form.school_class.data)
        if school_class is None:
            abort(404)
        require(Action.SEE_CLASS, classes.thing(database.session(), school_class))
        with database.writing() as db:
            service.assign(
                db,
                db.get_one(Quiz, found.id),
                school_class.id,
                _delivery(form),
                by=me().id,
                now=now(),
            )
        flash(_("The quiz is with %(name)s.", name=school_class.name), "ok")
        return redirect(url_for("quizzes.show", quiz=quiz), 303)
    return _quiz_page(found, form), 422


@quizzes.get("/articles/<article>")
@allowed(Action.READ_ARTICLE)
def article(article: str) -> str:
    """An article, for teachers of the school and students who were given a quiz on it."""
    db = database.session()
    found = articles.by_public_id(db, article)
    if found is None:
        abort(404)
    row, version = found
    readers = frozenset(db.scalars(queries.readers_of_article(row.id)))
    require(Action.READ_ARTICLE, Thing(row.school_id, owner=row.owner_id, shared=True, students=readers))
    hidden = version.rights != "full" and me().role is Role.STUDENT
    lines = paragraphs(version.text) if version.text is not None and not hidden else []
    return render_template("quizzes/article.html", article=row, version=version, lines=lines)


def _bank(bank: str) -> Bank:
    found = banks.bank_by_public_id(database.session(), bank)
    require(Action.SEE_BANK, banks.thing(found) if found else None)
    return found or abort(404)


def _quiz(quiz: str) -> Quiz:
    found = queries.quiz_by_public_id(database.session(), quiz)
    require(Action.SEE_QUIZ, queries.quiz_thing(found) if found else None)
    return found or abort(404)


def _selectable(bank: Bank) -> list[banks.ListedItem]:
    return [each for each in banks.items_of(database.session(), bank) if selectable(each.standing, today())]


def _new_page(bank: Bank, form: QuizForm) -> str:
    listed = _selectable(bank)
    form.items.choices = choices_of((each.version.id, each.item.stem) for each in listed)
    return render_template("quizzes/new.html", bank=bank, form=form, listed=listed, chosen=form.items.data or [])


def _assign_form() -> AssignForm:
    form = AssignForm()
    mine = classes.of_teacher(database.session(), me().school, me().id, everything=me().role is Role.ADMIN)
    form.school_class.choices = choices_of((row[0].public_id, row[0].name) for row in mine)
    return form


def _quiz_page(quiz: Quiz, form: AssignForm) -> str:
    db = database.session()
    slots = queries.slots(db, quiz.id)
    items = banks.versions(db, [slot.item_version_id for slot in slots if slot.item_version_id])
    return render_template(
        "quizzes/show.html",
        quiz=quiz,
        form=form,
        given=queries.assignments_of(db, quiz.id),
        items=[items[slot.item_version_id] for slot in slots if slot.item_version_id],
    )


def _delivery(form: AssignForm) -> service.Delivery:
    return service.Delivery(
        feedback=form.feedback.data,
        attempts_allowed=form.attempts_allowed.data,
        grade_rule=GradeRule(form.grade_rule.data),
        opens_at=_aware(form.opens_at.data),
        due_at=_aware(form.due_at.data),
        closes_at=_aware(form.closes_at.data),
        article_open=form.article_open.data,
    )


def _aware(local: datetime.datetime | None) -> datetime.datetime | None:
    return None if local is None else local.replace(tzinfo=zone())

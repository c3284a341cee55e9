"""Building quizzes: their list, the working copy and its draws, a preview; the blueprint is that of `views`."""

import secrets
from collections.abc import Mapping
from functools import partial
from typing import Any

from flask import abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response

from quizapp.banks import picking, search
from quizapp.core.items import Item
from quizapp.core.policy import Action
from quizapp.core.typed import whole_number
from quizapp.quizzes import drawing, dropped, publishing, queries, service
from quizapp.quizzes import plan as plans
from quizapp.quizzes.forms import BuilderForm, DrawForm, NewQuizForm
from quizapp.quizzes.models import Quiz
from quizapp.quizzes.refilling import differs, filled
from quizapp.quizzes.sheets import VERSIONS, on_paper, sheets
from quizapp.quizzes.views import load, make_quiz, quizzes
from quizapp.web import database
from quizapp.web.clock import now, today
from quizapp.web.forms import choices_of, said
from quizapp.web.guard import allowed, me
from quizapp.web.languages import ui_language
from quizapp.web.presses import once

__all__ = ["quizzes"]
_VERSION_COUNTS = [str(number) for number in range(1, len(VERSIONS) + 1)]
Page = str | tuple[str, int] | Response


@quizzes.get("/quizzes")
@allowed(Action.TEACH)
def index() -> str:
    """The teacher's quizzes on one shelf: active, archived, or in the bin."""
    shelf = request.args.get("shelf", queries.ACTIVE)
    if shelf not in queries.SHELVES:
        abort(404)
    db = database.session()
    rows = queries.listed_quizzes(db, me(), shelf, after=search.place_of(request.args))
    return render_template(
        "quizzes/index.html",
        shelf=shelf,
        sizes=queries.shelf_sizes(db, me()),
        listed=rows[: queries.PAGE],
        after=rows[queries.PAGE - 1].quiz.id if len(rows) > queries.PAGE else None,
    )


@quizzes.get("/quizzes/new")
@allowed(Action.TEACH)
def new_quiz() -> str:
    """A new quiz, of the questions named in the address (`?item=…&item=…`) or still empty."""
    found = _asked_for(request.args.getlist("item"))
    _say_left_out(len(set(request.args.getlist("item"))) - len(found))
    return _new_page(NewQuizForm(items=list(found)), found)


@quizzes.post("/quizzes/new")
@allowed(Action.TEACH)
def new_quiz_submit() -> Page:
    """Make the quiz and go on building it."""
    form = NewQuizForm()
    found = _asked_for(request.form.getlist("items"))
    form.items.choices = choices_of((name, item.stem) for name, (_id, item) in found.items())
    if not form.validate():
        return _new_page(form, found), 422
    chosen = [each for name, each in found.items() if name in (form.items.data or [])]
    lang = chosen[0][1].lang if chosen else ui_language()
    made = make_quiz(said(form.title), lang, [item_id for item_id, _item in chosen])
    return redirect(url_for("quizzes.edit", quiz=made), 303)


@quizzes.get("/quizzes/<quiz>/edit")
@allowed(Action.EDIT_QUIZ)
def edit(quiz: str) -> str:
    """The working copy of a quiz."""
    row = _editable(quiz)
    return _builder(row, filled(row), _draw_form(row))


@quizzes.post("/quizzes/<quiz>/edit")
@allowed(Action.EDIT_QUIZ)
def edit_submit(quiz: str) -> Page:
    """Save title, points and draws, and do what the pressed button says: move a line, or take it out."""
    row = _editable(quiz)
    form = BuilderForm()
    plan = plans.read(row.plan)
    if not form.validate():
        return _builder(row, form, _draw_form(row)), 422
    if form.number.data is None or len(form.lines) != len(plan):
        return _stale(row, form)
    lines = [entry.form for entry in form.lines]
    plan = plans.changed(
        plan,
        [line.points.points for line in lines],
        [line.count.data or old.count for line, old in zip(lines, plan, strict=True)],
    )
    act, place = _act(request.form.get("do", "save"))
    number = form.number.data
    try:
        with database.writing() as db:
            changed = db.get_one(Quiz, row.id)
            service.change_plan(changed, _done(plan, act, place), number)
            changed.title = said(form.title)
    except service.StalePlanError:
        return _stale(row, form)
    if act == "save":
        flash(_("Saved."), "ok")
    if act == "drop" and 0 <= place < len(plan):
        dropped.keep(row, dropped.Dropped(plan[place], place, number + 1))
    return redirect(url_for("quizzes.edit", quiz=quiz, _anchor=_button(act, place, len(plan))), 303)


@quizzes.post("/quizzes/<quiz>/put-back")
@allowed(Action.EDIT_QUIZ)
def put_back(quiz: str) -> Page:
    """Put the line last taken out where it stood."""
    row = _editable(quiz)
    kept = dropped.of(row)
    if kept is None:
        return _stale(row)
    try:
        with database.writing() as db:
            changed = db.get_one(Quiz, row.id)
            service.change_plan(changed, plans.with_line(plans.read(changed.plan), kept.place, kept.line), kept.number)
    except service.StalePlanError:
        return _stale(row)
    flash(_("Line %(place)s is back.", place=kept.place + 1), "ok")
    return redirect(url_for("quizzes.edit", quiz=quiz, _anchor=f"line-{kept.place + 1}"), 303)


@quizzes.post("/quizzes/<quiz>/draws")
@allowed(Action.EDIT_QUIZ)
def add_draw(quiz: str) -> Page:
    """Add «draw N» at the end of a quiz."""
    row = _editable(quiz)
    form = _draw_form(row)
    if not form.validate():
        return _builder(row, filled(row), form), 422
    if len(row.plan) >= plans.MOST_LINES:
        return _full(quiz)
    wish = {name: said(form[name]) for name in search.DRAWS if said(form[name])}
    line = plans.Line(count=form.count.data or 1, wish=wish)
    with database.writing() as db:
        changed = db.get_one(Quiz, row.id)
        plan = (*plans.read(changed.plan), line)
        service.change_plan(changed, plan, changed.plan_number)
    return redirect(url_for("quizzes.edit", quiz=quiz, _anchor=f"line-{len(plan)}"), 303)


@quizzes.get("/quizzes/<quiz>/pick")
@allowed(Action.EDIT_QUIZ)
def pick(quiz: str) -> str:
    """Search the questions that may be asked, and choose some for a quiz."""
    row = _editable(quiz)
    db = database.session()
    wish = search.wish_of(picking.filters(request.args), selectable_on=today(), status=None)
    after = search.place_of(request.args)
    found = search.search(db, me(), wish, after=after)
    inside = {line.item for line in plans.read(row.plan)}
    chosen = request.args.getlist("item")
    return render_template(
        "quizzes/pick.html",
        quiz=row,
        found=found,
        first=after is None,
        wish=wish,
        params=search.params_of(wish),
        facets=[name for name in search.FACETS if name != "status"],
        inside=inside,
        chosen=chosen,
        elsewhere=picking.elsewhere(db, me(), chosen, found, today(), inside=inside),
        overdue=picking.overdue(db, me(), wish, today()),
        today=today(),
    )


@quizzes.post("/quizzes/<quiz>/items")
@allowed(Action.EDIT_QUIZ)
def add_items(quiz: str) -> Response:
    """Add the chosen questions at the end of a quiz."""
    row = _editable(quiz)
    found = _asked_for(request.form.getlist("item"))
    _say_left_out(len(set(request.form.getlist("item"))) - len(found))
    if not found:
        flash(_("Choose at least one question."), "error")
        again: dict[str, Any] = {**search.params_of(search.wish_of(request.form))}
        return redirect(url_for("quizzes.pick", quiz=quiz, **again), 303)
    if len(row.plan) >= plans.MOST_LINES:
        return _full(quiz)
    with database.writing() as db:
        changed = db.get_one(Quiz, row.id)
        before = plans.read(changed.plan)
        after = plans.with_items(before, [item_id for item_id, _item in found.values()])
        service.change_plan(changed, after, changed.plan_number)
    added = len(after) - len(before)
    flash(ngettext("%(num)s question added.", "%(num)s questions added.", added), "ok")
    return redirect(url_for("quizzes.edit", quiz=quiz, _anchor=f"line-{len(before) + 1}"), 303)


@quizzes.get("/quizzes/<quiz>/preview")
@allowed(Action.SEE_QUIZ)
def preview(quiz: str) -> str:
    """The working copy as a student would meet it, without the answers; nothing is recorded."""
    row = load(quiz, Action.SEE_QUIZ)
    db = database.session()
    layout = publishing.lay_out(db, me(), plans.read(row.plan), today(), row.id)
    seed = request.args.get("draw", "1")[:20]
    drawn = any(laid.line.item is None for laid in layout.lines)
    return render_template(
        "quizzes/preview.html",
        quiz=row,
        sheets=sheets(db, row, layout, seed),
        layout=layout,
        again=secrets.token_hex(4) if drawn else None,
    )


@quizzes.get("/quizzes/<quiz>/print")
@allowed(Action.SEE_QUIZ)
def print_out(quiz: str) -> str:
    """The working copy on paper: one version or more, then the key of each on a sheet of its own."""
    row = load(quiz, Action.SEE_QUIZ)
    db = database.session()
    layout = publishing.lay_out(db, me(), plans.read(row.plan), today(), row.id)
    wanted = request.args.get("versions", "1")
    count = int(wanted) if wanted in _VERSION_COUNTS else 1
    return render_template(
        "quizzes/print.html",
        quiz=row,
        layout=layout,
        counts=_VERSION_COUNTS,
        papers={letter: on_paper(db, row, layout, letter) for letter in VERSIONS[:count]},
    )


@quizzes.post("/quizzes/<quiz>/bring")
@allowed(Action.EDIT_QUIZ)
def bring(quiz: str) -> Response:
    """Publish the working copy and give it to one's classes that have the quiz, for the attempts to come."""
    row = _editable(quiz)
    try:
        with database.writing() as db:
            changed = db.get_one(Quiz, row.id)
            edition = publishing.publish(db, me(), changed, today(), now())
            count = service.bring_changes(queries.run_by(db, me(), queries.assignments_of(db, row.id)), edition)
    except publishing.UnpublishableError:
        flash(_("It cannot be given like this."), "error")
    else:
        flash(ngettext("%(num)s class has the changes.", "%(num)s classes have the changes.", count), "ok")
    return redirect(url_for("quizzes.show", quiz=quiz), 303)


@quizzes.post("/quizzes/<quiz>/duplicate")
@allowed(Action.SEE_QUIZ)
def duplicate(quiz: str) -> Response:
    """Make a quiz of its own with the same questions and draws."""
    row = load(quiz, Action.SEE_QUIZ)
    title = _("%(title)s (copy)", title=row.title)[:300]
    with database.writing() as db:
        make = partial(service.duplicate, db, db.get_one(Quiz, row.id), title=title, owner_id=me().id, now=now())
        made = once(db, Quiz, make).public_id
    flash(_("This is the copy: nobody has it yet."), "ok")
    return redirect(url_for("quizzes.edit", quiz=made), 303)


@quizzes.post("/quizzes/<quiz>/shelf")
@allowed(Action.EDIT_QUIZ)
def shelve(quiz: str) -> Response:
    """Archive a quiz, put it in the bin, or take it back; nothing of it is lost."""
    row = load(quiz, Action.EDIT_QUIZ)
    shelf = request.form.get("shelf", "")
    if shelf not in queries.SHELVES:
        abort(422)
    with database.writing() as db:
        moved = service.shelve(db, db.get_one(Quiz, row.id), shelf, now())
    if not moved:
        flash(_("A class has this quiz: it can be archived, not thrown away."), "error")
        return redirect(url_for("quizzes.show", quiz=quiz), 303)
    words = {
        queries.ACTIVE: _("The quiz is back among the active ones."),
        queries.ARCHIVED: _("The quiz is archived. Its results stay where they are."),
        queries.TRASH: _("The quiz is in the bin. You can take it back whenever you like."),
    }
    flash(words[shelf], "ok")
    return redirect(url_for("quizzes.show", quiz=quiz), 303)


def _editable(quiz: str) -> Quiz:
    row = load(quiz, Action.EDIT_QUIZ)
    if row.trashed_at is not None:
        if request.method != "GET":
            abort(409)
        flash(_("The quiz is in the bin: take it back before you change it."), "warn")
        abort(redirect(url_for("quizzes.show", quiz=quiz), 303))
    return row


def _full(quiz: str) -> Response:
    flash(_("A quiz has %(most)s lines at most.", most=plans.MOST_LINES), "error")
    return redirect(url_for("quizzes.edit", quiz=quiz), 303)


def _asked_for(names: list[str]) -> dict[str, tuple[int, Item]]:
    """Those of the items named by public id that may be asked, in the order named: id and value by name."""
    return picking.by_public_ids(database.session(), me(), names[: plans.MOST_LINES], today())


def _say_left_out(count: int) -> None:
    if count > 0:
        words = ngettext(
            "%(num)s question may not be asked now: it is not active, or it has to be checked again.",
            "%(num)s questions may not be asked now: they are not active, or they have to be checked again.",
            count,
        )
        flash(words, "warn")


def _new_page(form: NewQuizForm, found: Mapping[str, tuple[int, Item]]) -> str:
    form.items.choices = choices_of((name, item.stem) for name, (_id, item) in found.items())
    return render_template("quizzes/new_quiz.html", form=form, found=found)


def _draw_form(quiz: Quiz) -> DrawForm:
    if request.endpoint == "quizzes.add_draw":
        return DrawForm(formdata=request.form)
    return DrawForm(formdata=None, data={"count": 3, "lang": quiz.lang})


def _builder(quiz: Quiz, form: BuilderForm, draw: DrawForm) -> str:
    db = database.session()
    plan = plans.read(quiz.plan)
    offered = drawing.offered(db, me(), search.Wish(selectable_on=today()))
    return render_template(
        "quizzes/edit.html",
        quiz=quiz,
        form=form,
        draw=draw,
        offered=offered,
        size=plans.size(plan),
        layout=publishing.lay_out(db, me(), plan, today(), quiz.id),
        labels=drawing.names(offered),
        given=bool(queries.assignments_of(db, quiz.id)),
        dropped=dropped.of(quiz),
    )


def _stale(quiz: Quiz, typed: BuilderForm | None = None) -> tuple[str, int]:
    database.session().expire_all()
    row = load(quiz.public_id, Action.EDIT_QUIZ)
    flash(_("The quiz has changed in another tab: look at it again and repeat what you did."), "error")
    form = filled(row, typed)
    if said(form.title) != row.title:
        flash(_("The title below is yours, not saved yet: the quiz is called “%(title)s”.", title=row.title), "warn")
    if differs(row, form):
        flash(_("The points and numbers to draw that you typed are still below, not saved yet."), "warn")
    return _builder(row, form, _draw_form(row)), 409


def _act(said_: str) -> tuple[str, int]:
    """What a button does, and to which line, counted from 0; -1, which is none, where it names no line."""
    name, _dash, place = said_.partition("-")
    return name, (whole_number(place, plans.MOST_LINES) or 0) - 1


def _button(act: str, place: int, lines: int) -> str | None:
    """The id of the button that moves a line on from where it went; at either end the one that moves it back."""
    if act not in {"up", "down"}:
        return None
    now_at = min(max(place + (-1 if act == "up" else 1), 0), lines - 1)
    back = {0: "down", lines - 1: "up"}
    return f"{back.get(now_at, act)}-{now_at + 1}"


def _done(plan: plans.Plan, act: str, place: int) -> plans.Plan:
    if act in {"up", "down"}:
        return plans.moved(plan, place, -1 if act == "up" else 1)
    return plans.without(plan, place) if act == "drop" else plan

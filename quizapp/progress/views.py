"""History for students; results per student and per question for teachers."""

from collections.abc import Callable
from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response

from quizapp.accounts.models import User
from quizapp.attempts import pages
from quizapp.attempts import queries as attempts
from quizapp.attempts.endings import overdue
from quizapp.attempts.finishing import finalise
from quizapp.attempts.models import BY_HAND, WITHDRAWN, Purpose
from quizapp.core.policy import Action, may
from quizapp.progress import queries
from quizapp.progress.export import as_csv, divider
from quizapp.progress.forms import ScaleForm
from quizapp.progress.marks import Marked, failing, marked, mean_of, scale_of, set_scale
from quizapp.progress.regrading import is_settled
from quizapp.quizzes import queries as quizzes
from quizapp.quizzes.loading import load_given
from quizapp.quizzes.queries import Given
from quizapp.web import database
from quizapp.web.clock import now
from quizapp.web.filters import decimal, moment, percent
from quizapp.web.guard import allowed, me
from quizapp.web.languages import ui_language
from quizapp.web.pictures import sent_picture
from quizapp.web.replica import from_replica

progress = Blueprint("progress", __name__)


@progress.get("/assignments/<assignment>/results")
@allowed(Action.SEE_RESULTS)
@from_replica
def results(assignment: str) -> str:
    """Students × questions."""
    given = load_given(assignment, Action.SEE_RESULTS)
    db = database.session()
    lines = queries.results(db, given)
    handed_in = [line.grade for line in lines if line.grade is not None]
    return render_template(
        "progress/results.html",
        given=given,
        lines=lines,
        items=queries.items_of(db, given),
        sees_quiz=may(me(), Action.SEE_QUIZ, quizzes.quiz_thing(given.quiz)),
        facility=queries.facility(db, given),
        withdrawn=frozenset().union(*(line.withdrawn for line in lines)),
        handed_in=len(handed_in),
        done_by_hand=quizzes.done_by_hand(db, given.assignment.id),
        left_open=len(overdue(db, now(), given.assignment.id)),
        mean=sum(handed_in) / len(handed_in) if handed_in else None,
        divider=divider(ui_language()),
    )


@progress.post("/assignments/<assignment>/hand-in")
@allowed(Action.SEE_RESULTS)
def hand_in_rest(assignment: str) -> Response:
    """Once their time is up, hand in what students left open: what they had answered counts."""
    given = load_given(assignment, Action.SEE_RESULTS)
    if not overdue(database.session(), now(), given.assignment.id):
        abort(409)
    count = finalise(database.session(), now(), given.assignment.id)
    flash(ngettext("%(num)s attempt has been handed in.", "%(num)s attempts have been handed in.", count), "ok")
    return redirect(url_for("progress.results", assignment=assignment), 303)


@progress.get("/assignments/<assignment>/results.csv")
@allowed(Action.SEE_RESULTS)
@from_replica
def results_csv(assignment: str) -> Response:
    """The same, for a spreadsheet in the reader's language."""
    given = load_given(assignment, Action.SEE_RESULTS)
    lines = queries.results(database.session(), given)
    header = [
        _("Student"),
        _("Sign-in name"),
        _("Attempts"),
        _("Handed in"),
        _("Mark"),
        _("Maximum"),
        "%",
        _("Mark out of ten"),
    ]
    header += [_("Question %(number)s", number=place) for place in range(1, given.size + 1)]
    rows = [_csv_row(each, given.size) for each in marked(lines, scale_of(given.school_class))]
    body = as_csv(header, rows, ui_language())
    name = f"{given.assignment.public_id}.csv"
    return Response(body, mimetype="text/csv", headers={"Content-Disposition": f'attachment; filename="{name}"'})


@progress.get("/assignments/<assignment>/marks")
@allowed(Action.SEE_RESULTS)
@from_replica
def marks(assignment: str) -> str:
    """Every student's mark out of ten, ready for paper."""
    given = load_given(assignment, Action.SEE_RESULTS)
    scale = scale_of(given.school_class)
    form = ScaleForm(passes=int(scale.passes * 100), lowest=scale.lowest, steps=scale.steps)
    return _marks_page(given, form)


@progress.post("/assignments/<assignment>/marks")
@allowed(Action.SEE_RESULTS)
def set_marks(assignment: str) -> Response | tuple[str, int]:
    """Reckon the marks of the class on another scale."""
    given = load_given(assignment, Action.SEE_RESULTS)
    form = ScaleForm()
    if not form.validate():
        return _marks_page(given, form), 422
    if given.school_class is None or form.passes.data is None:
        abort(409)
    with database.writing() as db:
        set_scale(db.merge(given.school_class, load=True), form.passes.data, form.lowest.data, form.steps.data)
    flash(_("The marks of this class are now reckoned like this."), "ok")
    return redirect(url_for("progress.marks", assignment=assignment), 303)


def _marks_page(given: Given, form: ScaleForm) -> str:
    scale = scale_of(given.school_class)
    found = marked(queries.results(database.session(), given), scale)
    return render_template(
        "progress/marks.html",
        given=given,
        form=form,
        scale=scale,
        marked=found,
        mean=mean_of(found),
        failing=failing(found),
    )


@progress.get("/assignments/<assignment>/questions/<int(max=9999):n>")
@allowed(Action.SEE_RESULTS)
@from_replica
def question(assignment: str, n: int) -> str:
    """How one question was answered, option by option and student by student."""
    given = load_given(assignment, Action.SEE_RESULTS)
    db = database.session()
    found = next(
        ((version, item) for place, version, item in queries.items_of(db, given) if place == n),
        None,
    )
    if found is None:
        abort(404)
    version, item = found
    answers = queries.given_answers(db, given, n, version)
    said = [
        (user, attempt, pages.in_words(item, attempts.answer_of(item, answer))) for user, attempt, answer in answers
    ]
    return render_template(
        "progress/question.html",
        given=given,
        n=n,
        item=item,
        shares=queries.option_shares(item, [answer for _user, _attempt, answer in answers]),
        answers=said,
        unknown=sum(words.unknown for _user, _attempt, words in said),
        facility=queries.facility(db, given).get(n),
        sees_quiz=may(me(), Action.SEE_QUIZ, quizzes.quiz_thing(given.quiz)),
        proof=pages.proof(db, version, item, me().id),
    )


@progress.get("/assignments/<assignment>/attempts/<attempt>")
@allowed(Action.SEE_RESULTS)
def attempt(assignment: str, attempt: str) -> str:
    """One student's attempt as it was shown, with every answer."""
    given = load_given(assignment, Action.SEE_RESULTS)
    db = database.session()
    found = attempts.by_public_id(db, attempt)
    if found is None or not _given_in(given, found):
        abort(404)
    slots = []
    for row in attempts.slots_with_outcomes(db, found.id):
        item = attempts.item_of(db, row.key_id)
        answer = attempts.answer_of(item, row.given)
        response = None if answer is None else answer.response
        by_entry, general = pages.remarks(item, response)
        verdict = None if row.fraction is None else pages.verdict_name(row.fraction, answer)
        slots.append(
            {
                "n": row.position,
                "picture_url": _pictures_of(assignment, attempt, row.position),
                "item": item,
                "shown": attempts.shown(row),
                "response": response,
                "remarks": by_entry,
                "general_remark": general,
                "certainty": answer and answer.certainty,
                "mark": row.mark,
                "maximum": row.points,
                "verdict": "withdrawn"
                if row.reason == WITHDRAWN
                else "unanswered"
                if answer is None
                else verdict or "saved",
                "corrected": row.key_id != row.item_version_id,
                "settled": is_settled(found, row),
                "by_hand": row.reason == BY_HAND,
            }
        )

    return render_template(
        "progress/attempt.html",
        given=given,
        attempt=found,
        student=db.get_one(User, found.user_id),
        siblings=queries.attempts_of(db, given.assignment.id, found.user_id),
        slots=slots,
        options=attempts.options(found),
        back_url=url_for("progress.results", assignment=assignment),
    )


def _given_in(given: Given, found: Any) -> bool:
    """Whether an attempt, or a row with its columns, is one at this assignment: practice of what went wrong in it is
    the student's own."""
    return bool(found.assignment_id == given.assignment.id and found.purpose == Purpose.GRADED)


def _pictures_of(assignment: str, attempt: str, n: int) -> Callable[[str], str]:
    return lambda name: url_for("progress.picture", assignment=assignment, attempt=attempt, n=n, name=name)


@progress.get("/assignments/<assignment>/attempts/<attempt>/<int(max=9999):n>/pictures/<name>")
@allowed(Action.SEE_RESULTS)
def picture(assignment: str, attempt: str, n: int, name: str) -> Response:
    """A picture of a question as it was marked, for whoever sees the results."""
    given = load_given(assignment, Action.SEE_RESULTS)
    db = database.session()
    row = attempts.slot_at(db, attempt, n)
    if row is None or not _given_in(given, row):
        abort(404)
    return sent_picture(attempts.item_of(db, row.key_id).files, name)


def _csv_cell(place: queries.Place | None) -> str:
    if place is None:
        return ""
    return _("I don’t know") if place.unknown else decimal(place.earned)


def _csv_row(each: Marked, size: int) -> list[str]:
    line, attempt = each.line, each.line.attempt
    if attempt is None:
        return [line.student.name, line.student.sign_in_name, "0", *([""] * (size + 5))]
    return [
        line.student.name,
        line.student.sign_in_name,
        str(line.attempts),
        moment(attempt.finished_at) if attempt.finished_at else "",
        decimal(attempt.mark),
        decimal(attempt.maximum),
        "" if line.grade is None else percent(line.grade),
        "" if each.mark is None else decimal(each.mark),
        *(_csv_cell(place) for place in line.places),
    ]

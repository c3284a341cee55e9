"""Taking a quiz: the answer protocol of the contracts, section 4."""

import datetime
import secrets
from collections.abc import Callable
from typing import Any

from flask import Blueprint, abort, flash, jsonify, redirect, render_template, request, session, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response

from quizapp.attempts import pages, queries, service
from quizapp.attempts.endings import end_of, ends_at
from quizapp.attempts.models import OPEN, WITHDRAWN, Attempt, Purpose
from quizapp.attempts.passing import tell_passed
from quizapp.attempts.recall import returns_of
from quizapp.attempts.releases import awaited_of, not_to_practise, told_but, told_of
from quizapp.attempts.replies import Word, by_script, sign_in_first, word
from quizapp.attempts.results import results_values
from quizapp.attempts.service import Recorded
from quizapp.banks import queries as banks
from quizapp.core import answers
from quizapp.core.policy import Action
from quizapp.core.release import Part
from quizapp.core.responses import Submission, Unreadable
from quizapp.core.timing import Standing, seconds_late, standing
from quizapp.quizzes import queries as quizzes
from quizapp.quizzes.loading import load_given
from quizapp.quizzes.service import DEFERRED, IMMEDIATE
from quizapp.quizzes.sitting import Place, sitting_of, still_asked
from quizapp.web import database
from quizapp.web.clock import now
from quizapp.web.errors import RESCUES
from quizapp.web.guard import allowed, identity, me, remember, require, to_sign_in
from quizapp.web.pictures import sent_picture
from quizapp.web.unsaved import RESENT, STILL_THERE

attempts = Blueprint("attempts", __name__)
_SEQ_DIGITS = 9
Page = str | tuple[str, int] | Response


@attempts.post("/assignments/<assignment>/start")
@allowed(Action.START)
def start(assignment: str) -> Response:
    """Begin, or go on with, the attempt of this student."""
    given = load_given(assignment, Action.START)
    db = database.session()
    running = queries.open_attempt(db, me().id, given.assignment.id, Purpose.GRADED)
    if running is not None and standing(ends_at(db, running.id), now()) is Standing.OVER:
        with database.writing(running.public_id) as db:
            service.close_if_over(db, db.merge(running, load=True), now())
    return redirect(_next_place(running.public_id if running else begin(given, Purpose.GRADED)), 303)


def begin(given: quizzes.Given, purpose: Purpose) -> str:
    """The public id of the running attempt, started unless there is one; 409 when none is left, or no question of it
    may be asked any more."""
    if not given.open_at(now()):
        abort(409)
    seed = secrets.token_hex(16)
    seen = queries.seen_before(database.session(), me().id, given.quiz.id)
    with database.writing(_starts()) as db:
        sitting = sitting_of(db, given.assignment, seed, seen)  # an act on an item comes before or after, never between
        tell_passed(db, given, sitting.passed, now())
        try:
            attempt = service.start(
                db,
                given.assignment,
                me().id,
                sitting.places,
                purpose=purpose,
                seed=seed,
                now=now(),
            )
        except service.NoAttemptLeftError:
            abort(409)
        except service.NothingToAskError:
            attempt = None
        public_id = attempt and attempt.public_id
    return public_id or abort(409)


@attempts.get("/q/<attempt>/<int(max=9999):n>")
@allowed(Action.ANSWER)
def question(attempt: str, n: int) -> Page:
    """One question."""
    row = _slot(attempt, n)
    if (row.feedback == IMMEDIATE and row.seq) or row.state != OPEN or row.reason == WITHDRAWN:
        return redirect(url_for("attempts.outcome", attempt=attempt, n=n), 303)
    if _ended(row):
        return _closed_page(row)
    item = queries.item_of(database.session(), row.item_version_id)
    given = pages.fields_of(item, row.given, queries.shown(row))
    return _question_page(row, {**given, "seq": [str(row.seq)]}, None)


@attempts.post("/q/<attempt>/<int(max=9999):n>")
@allowed(Action.ANSWER)
def answer(attempt: str, n: int) -> Page:
    """Record an answer; the same one twice is one answer."""
    row = _slot(attempt, n)
    return _record(row, attempt, n, request.form.to_dict(flat=False))


@attempts.get("/q/<attempt>/ahead")
@allowed(Action.ANSWER)
def ahead(attempt: str) -> Page:
    """Every question of a deferred attempt as it stands, for going on while the network is away; no key in it."""
    row = _slot(attempt, 1)
    if row.feedback != DEFERRED or _ended(row):
        abort(404)
    db = database.session()
    slots = queries.slots_with_outcomes(db, row.id)
    queries.load_items(db, [slot.item_version_id for slot in slots])
    head = pages.head(db, row, now(), len(slots))
    return jsonify({slot.position: _form_ahead(head, slot) for slot in slots if slot.reason != WITHDRAWN})


def _form_ahead(head: pages.AttemptHead, slot: Any) -> str:  # a row of `slots_with_outcomes`
    item, shown = queries.item_of(database.session(), slot.item_version_id), queries.shown(slot)
    return render_template(
        "attempts/form.html",
        attempt=head,
        n=slot.position,
        item=item,
        shown=shown,
        given=pages.fields_of(item, slot.given, shown),
        seq=slot.seq,
        unknown=pages.says_unknown(item, slot.given),
        error=None,
        unsaved=None,
        article=None,
        picture_url=_pictures(head.public_id, slot.position),
    )


@attempts.get("/q/<attempt>/<int(max=9999):n>/outcome")
@allowed(Action.ANSWER)
def outcome(attempt: str, n: int) -> Page:
    """Right or not, and why."""
    row = _slot(attempt, n)
    db = database.session()
    steps = queries.steps(db, row.id)
    step = steps[n - 1]
    if step.waits and row.state == OPEN:
        return redirect(url_for("attempts.question", attempt=attempt, n=n), 303)
    if step.fraction is None and row.purpose == Purpose.PRACTICE:  # left when practice was stopped: still a question
        return redirect(url_for("attempts.results", attempt=attempt), 303)
    next_url, next_label = _next(row, steps, n)
    awaited = awaited_of(db, row, row, now())
    head = pages.head(db, row, now(), len(steps), told_but(awaited))
    return render_template(
        "attempts/outcome.html",
        attempt=head,
        n=n,
        right_count=row.right,
        next_url=next_url,
        next_label=next_label,
        steps=_step_names(head, steps, n),
        picture_url=_pictures(row.public_id, row.position),
        awaited=awaited,
        stops=row.quiz_id is None and row.state == OPEN,
        finished=row.state != OPEN,
        zone=_zone(row) if any(each.at for each in awaited) else None,
        returns=returns_of(db, row.id, row.user_id, now()).get(n) if row.purpose == Purpose.PRACTICE else None,
        **pages.outcome_values(db, row, step, head.told, now()),
    )


@attempts.get("/q/<attempt>/<int(max=9999):n>/pictures/<name>")
@allowed(Action.ANSWER)
def picture(attempt: str, n: int, name: str) -> Response:
    """A picture of a question, for whoever the attempt belongs to; those of its explanation once it is told."""
    row = _slot(attempt, n)
    over = row.state != OPEN and row.purpose != Purpose.PRACTICE
    told = Part.EXPLANATION in told_of(database.session(), row, row, now()) and (row.seq or over)
    item = queries.item_of(database.session(), row.key_id if told else row.item_version_id)
    return sent_picture(item.files if told else item.asked_files, name)


@attempts.get("/q/<attempt>/hand-in")
@allowed(Action.ANSWER)
def before_hand_in(attempt: str) -> Page:
    """What a deferred attempt still lacks, before it is handed in."""
    row = _slot(attempt, 1)
    if row.feedback != DEFERRED or row.state != OPEN:
        return redirect(url_for("attempts.results", attempt=attempt), 303)
    if _ended(row):
        return _closed_page(row)
    db = database.session()
    steps = queries.steps(db, row.id)
    here = pages.head(db, row, now(), len(steps))
    return render_template(
        "attempts/hand_in.html",
        attempt=here,
        n=0,
        steps=_step_names(here, steps, 0),
        asked=[step.position for step in steps if not step.withdrawn],
        todo=[step.position for step in steps if step.waits],
    )


@attempts.post("/q/<attempt>/hand-in")
@allowed(Action.ANSWER)
def hand_in(attempt: str) -> Response:
    """Close an attempt that is deferred, or whose time is up, and mark it; twice is once."""
    db = database.session()
    found = queries.by_public_id(db, attempt)
    require(Action.ANSWER, queries.thing(db, found) if found else None)
    if found is None:
        abort(404)
    moment, end = now(), ends_at(db, found.id)
    if found.feedback != DEFERRED and standing(end, moment) is Standing.RUNNING:
        abort(404)
    with database.writing(attempt) as db:
        done = service.hand_in(db, db.merge(found, load=True), moment)
    if done:
        _say_lateness(end, moment)
    return redirect(url_for("attempts.results", attempt=attempt), 303)


@attempts.get("/q/<attempt>/results")
@allowed(Action.SEE_ATTEMPT)
def results(attempt: str) -> Page:
    """The score, by kind and question by question."""
    db = database.session()
    found = queries.by_public_id(db, attempt)
    require(Action.SEE_ATTEMPT, queries.thing(db, found) if found else None)
    if found is None:
        abort(404)
    if found.state == OPEN:
        return redirect(_next_place(attempt), 303)
    return render_template("attempts/results.html", **results_values(db, found, now()))


@attempts.post("/q/<attempt>/retry")
@allowed(Action.ANSWER)
def retry(attempt: str) -> Response:
    """Practise the questions of an attempt that did not go right."""
    db = database.session()
    found = queries.by_public_id(db, attempt)
    require(Action.ANSWER, queries.thing(db, found) if found else None)
    if found is None or found.state == OPEN or found.assignment_id is None:
        abort(409)
    given = quizzes.by_id(db, found.assignment_id)
    if Part.KEY not in told_of(db, found, given.assignment, now()):
        abort(409)
    wrong = still_asked(db, service.wrong_versions(queries.slots_with_outcomes(db, found.id)))
    versions = banks.but_of(db, wrong, not_to_practise(db, me().id, now()))
    if wrong and not versions:
        flash(_("These questions are in a quiz whose answers you cannot see yet: practise them later."), "info")
        return redirect(url_for("attempts.results", attempt=attempt), 303)
    if not versions:
        flash(_("There is nothing to practise: every answer was right."), "info")
        return redirect(url_for("attempts.results", attempt=attempt), 303)
    with database.writing(_starts()) as db:
        made = service.start(
            db,
            quizzes.by_id(db, found.assignment_id).assignment,
            me().id,
            [Place(version) for version in versions],
            purpose=Purpose.PRACTICE,
            seed=secrets.token_hex(16),
            now=now(),
        )
        public_id = made.public_id
    return redirect(_next_place(public_id), 303)


@attempts.get("/resume-answer")
@allowed(Action.USE)
def resume_answer() -> Page:
    """Offer the answer that a dead session left behind, for sending again."""
    pending = session.pop("pending", None)
    if not pending or pending["user"] != me().id:
        return redirect(url_for("home.start"), 303)
    row = _slot(pending["attempt"], pending["n"])
    return _question_page(row, pending["fields"], None)


@attempts.before_request
def rescue_answer() -> Response | None:
    """An answer sent after the session died goes along through the sign-in page."""
    if identity() is not None or request.endpoint != "attempts.answer" or request.method != "POST":
        return None
    return keep_answer()


def keep_answer() -> Response | None:
    """Put an answer that cannot be recorded now aside, to be offered again once its student is signed in."""
    place = request.view_args or {}
    if by_script():
        return word(Word.STALE) if identity() else sign_in_first(url_for("attempts.question", **place))
    found = queries.by_public_id(database.session(), place["attempt"])
    if found is None:
        return None
    own = {k: v for k, v in request.form.to_dict(flat=False).items() if k == "seq" or k.startswith("answer")}
    pending = {"user": found.user_id, "attempt": found.public_id, "n": place["n"], "fields": own}
    kept = remember(pending=pending)
    if identity():
        return redirect(url_for("attempts.resume_answer"), 303) if kept else None
    return to_sign_in()


def not_saved(why: str) -> str | Response:
    """The question with the answer as it was given, and why it is not recorded yet."""
    if by_script():
        return word(Word.UNSAVED)
    place = request.view_args or {}
    return _question_page(_slot(**place), request.form.to_dict(flat=False), None, unsaved=why)


def answer_fields() -> list[tuple[str, str]]:
    """The answer of this request, as it was sent."""
    return [each for each in request.form.items(multi=True) if each[0] == "seq" or each[0].startswith("answer")]


RESCUES["attempts.answer"] = keep_answer
STILL_THERE["attempts.answer"] = not_saved
RESENT["attempts.answer"] = answer_fields


def _record(row: Any, attempt: str, n: int, fields: dict[str, list[str]]) -> Page:  # a row of `slot_at`
    db = database.session()
    item, shown = queries.item_of(db, row.item_version_id), queries.shown(row)
    parsed = answers.read(item.body, Submission(fields, shown.ids), queries.options(row))
    seq = _seq(fields)
    told = url_for("attempts.outcome", attempt=attempt, n=n)
    if isinstance(parsed, Unreadable):
        if row.reason == WITHDRAWN:
            return _go_on(told)
        if _over(row) or (row.seq and row.feedback == IMMEDIATE):
            _close_if_over(row)
            return _refused(row, None, fields)
        if by_script():
            return word(Word.UNREADABLE)
        with database.writing(attempt) as db:
            service.note(db, row.id, n, "unreadable", {"reason": parsed.reason}, now())
        return _question_page(row, fields, parsed), 422
    moment = now()
    with database.writing(attempt) as db:
        row = queries.slot_at(db, attempt, n)
        done = service.answer(db, row, seq, parsed.said, moment, parsed.certainty)
        if done is Recorded.CONFLICT and not by_script():
            service.note(db, row.id, n, "conflict", {"seq": seq}, moment)
    if done is Recorded.NEW:
        _say_lateness(end_of(row), moment)
    _close_if_over(row)
    if done in {Recorded.CONFLICT, Recorded.CLOSED}:
        return _refused(row, parsed, fields)
    return _go_on(told)


def _go_on(place: str) -> Page:
    return word(Word.SAVED, place) if by_script() else redirect(place, 303)


def _refused(row: Any, parsed: Any, fields: dict[str, list[str]]) -> Page:
    return word(Word.CONFLICT) if by_script() else (_conflict_page(row, parsed, fields), 409)


def _seq(fields: dict[str, list[str]]) -> int:
    written = (fields.get("seq") or ["0"])[0]
    return int(written) if written.isdecimal() and len(written) < _SEQ_DIGITS else 0


def _slot(attempt: str, n: int) -> Any:
    row = queries.slot_at(database.session(), attempt, n)
    if row is None:
        abort(404)
    if row.user_id != me().id:
        require(Action.ANSWER, queries.thing(database.session(), row))
    return row


def _starts() -> str:
    return f"attempts of {me().id}"


def _question_page(
    row: Any, given: dict[str, list[str]], error: Unreadable | None, *, unsaved: str | None = None
) -> str:
    db = database.session()
    steps = queries.steps(db, row.id)
    n, item = row.position, queries.item_of(db, row.item_version_id)
    head = pages.head(db, row, now(), len(steps))
    return render_template(
        "attempts/question.html",
        attempt=head,
        n=n,
        right_count=row.right,
        given=given,
        seq=_seq(given),  # what the sender knew: a stale form stays stale
        error=error,
        unsaved=unsaved,
        steps=_step_names(head, steps, n),
        unknown=pages.says_unknown(item, row.given),
        item=item,
        shown=queries.shown(row),
        picture_url=_pictures(row.public_id, row.position),
        article=pages.reading(db, row),
    )


def _ended(row: Any) -> bool:
    """Whether no further answer can be begun."""
    return _standing(row) is not Standing.RUNNING


def _over(row: Any) -> bool:
    """Whether no answer is taken any more, not even one on its way."""
    return _standing(row) is Standing.OVER


def _standing(row: Any) -> Standing:
    return standing(end_of(row), now()) if row.state == OPEN else Standing.OVER


def _close_if_over(row: Any) -> None:
    if row.state == OPEN and _over(row):
        with database.writing(row.public_id) as db:
            service.close_if_over(db, db.get_one(Attempt, row.id), now())


def _say_lateness(end: datetime.datetime | None, moment: datetime.datetime) -> None:
    if standing(end, moment) is Standing.GRACE:
        words = ngettext(
            "Handed in %(num)s second after the end: accepted.",
            "Handed in %(num)s seconds after the end: accepted.",
            seconds_late(end, moment),
        )
        flash(words, "warn")


def _closed_page(row: Any) -> str:
    db = database.session()
    steps = queries.steps(db, row.id)
    end, head = end_of(row), pages.head(db, row, now(), len(steps))
    return render_template(
        "attempts/closed.html",
        attempt=head,
        n=row.position,
        ends_at=end,
        own_time=end not in {row.closes_at, row.stopped_at},
        zone=_zone(row),
        answered=row.answered,
        steps=_step_names(head, steps, row.position),
    )


def _conflict_page(row: Any, parsed: Any, fields: dict[str, list[str]]) -> str:
    db = database.session()
    item, shown = queries.item_of(db, row.item_version_id), queries.shown(row)
    steps = queries.steps(db, row.id)
    n, head = row.position, pages.head(db, row, now(), len(steps))
    return render_template(
        "attempts/conflict.html",
        attempt=head,
        n=n,
        item=item,
        shown=shown,
        typed={name: values for name, values in fields.items() if name.startswith("answer")},
        seq=row.seq,
        ended=_over(row) and (row.feedback == DEFERRED or not row.seq),
        can_send_again=row.feedback == DEFERRED and not _over(row),
        recorded=pages.in_words(item, queries.answer_of(item, row.given)),
        sent=pages.in_words(item, parsed),
        continue_url=url_for("attempts.question", attempt=row.public_id, n=n),
        steps=_step_names(head, steps, n),
    )


def _step_names(head: pages.AttemptHead, steps: list[queries.Step], n: int) -> list[str]:
    return pages.step_names(steps, n, tell=Part.CORRECTNESS in head.told)


def _zone(row: Any) -> str | None:
    return quizzes.by_id(database.session(), row.assignment_id).zone if row.assignment_id else None


def _pictures(attempt: str, n: int) -> Callable[[str], str]:
    return lambda name: url_for("attempts.picture", attempt=attempt, n=n, name=name)


def _place(row: Any, n: int) -> str:
    return url_for("attempts.question", attempt=row.public_id, n=n)


def _next(row: Any, steps: list[queries.Step], n: int) -> tuple[str, str]:
    open_places = [step.position for step in steps if step.waits]
    if row.state == OPEN and open_places:
        n_next = next((place for place in open_places if place > n), open_places[0])
        return _place(row, n_next), _("Next, question %(number)s", number=n_next)
    if row.state == OPEN and any(not step.withdrawn for step in steps):
        return url_for("attempts.before_hand_in", attempt=row.public_id), _("Check and hand in")
    return url_for("attempts.results", attempt=row.public_id), _("See the results")


def _next_place(public_id: str) -> str:
    db = database.session()
    attempt = queries.by_public_id(db, public_id) or abort(404)
    if attempt.state != OPEN:
        return url_for("attempts.results", attempt=public_id)
    steps = queries.steps(db, attempt.id)
    todo = [step.position for step in steps if step.waits] or [step.position for step in steps if not step.withdrawn]
    return url_for("attempts.question", attempt=public_id, n=todo[0] if todo else 1)

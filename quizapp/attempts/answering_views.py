"""Recording an answer, once and for whoever sent it; the answer protocol of the contracts, section 4."""

import datetime
from typing import Any

from flask import redirect, render_template, request, session, url_for
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from quizapp.attempts import pages, queries, service
from quizapp.attempts.endings import end_of
from quizapp.attempts.models import WITHDRAWN
from quizapp.attempts.replies import Word, by_script, sign_in_first, word
from quizapp.attempts.service import Recorded
from quizapp.attempts.slots import Page, close_if_over, over, question_of, say_lateness, seq_in, slot_of, step_names
from quizapp.attempts.views import attempts, question_page
from quizapp.core import answers
from quizapp.core.answers import Answer
from quizapp.core.policy import Action
from quizapp.core.responses import Submission, Unreadable
from quizapp.quizzes.service import DEFERRED, IMMEDIATE
from quizapp.web import database
from quizapp.web.clock import now
from quizapp.web.errors import RESCUES
from quizapp.web.guard import allowed, identity, me, remember, to_sign_in
from quizapp.web.unsaved import RESENT, STILL_THERE

Parsed = Answer | Unreadable


@attempts.post("/q/<attempt>/<int(max=9999):n>")
@allowed(Action.ANSWER)
def answer(attempt: str, n: int) -> Page:
    """Record an answer; the same one twice is one answer."""
    fields, moment = request.form.to_dict(flat=False), now()
    with database.writing(attempt) as db:
        row = slot_of(attempt, n)
        parsed = _read(row, fields)
        done = _take(db, row, seq_in(fields), parsed, moment)
    if done is Recorded.NEW:
        say_lateness(end_of(row), moment)
    close_if_over(row)
    if done is None and isinstance(parsed, Unreadable):
        return word(Word.UNREADABLE) if by_script() else (question_page(question_of(attempt, n), fields, parsed), 422)
    if done in {Recorded.CONFLICT, Recorded.CLOSED}:
        return _refused(row, parsed, fields)
    told = url_for("attempts.outcome", attempt=attempt, n=n)
    return word(Word.SAVED, told) if by_script() else redirect(told, 303)


def _read(row: Any, fields: dict[str, list[str]]) -> Parsed:  # a row of `slot_at`
    item = queries.item_of(database.session(), row.item_version_id)
    return answers.read(item.body, Submission(fields, queries.shown(row).ids), queries.options(row))


def _take(db: Session, row: Any, seq: int, parsed: Parsed, moment: datetime.datetime) -> Recorded | None:
    """What became of it; None where nothing could be read, and the question stays open."""
    if isinstance(parsed, Unreadable):
        if row.reason == WITHDRAWN:
            return Recorded.WITHDRAWN
        if over(row) or (row.seq and row.feedback == IMMEDIATE):
            return Recorded.CLOSED
        if not by_script():
            service.note(db, row.id, row.position, "unreadable", {"reason": parsed.reason}, moment)
        return None
    done = service.answer(db, row, seq, parsed.said, moment, parsed.certainty)
    if done is Recorded.CONFLICT and not by_script():
        service.note(db, row.id, row.position, "conflict", {"seq": seq}, moment)
    return done


@attempts.get("/resume-answer")
@allowed(Action.USE)
def resume_answer() -> Page:
    """Offer the answer that a dead session left behind, for sending again."""
    pending = session.pop("pending", None)
    if not pending or pending["user"] != me().id:
        return redirect(url_for("home.start"), 303)
    row = question_of(pending["attempt"], pending["n"])
    return question_page(row, pending["fields"], None)


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
    return question_page(question_of(**place), request.form.to_dict(flat=False), None, unsaved=why)


def answer_fields() -> list[tuple[str, str]]:
    """The answer of this request, as it was sent."""
    return [each for each in request.form.items(multi=True) if each[0] == "seq" or each[0].startswith("answer")]


RESCUES["attempts.answer"] = keep_answer
STILL_THERE["attempts.answer"] = not_saved
RESENT["attempts.answer"] = answer_fields


def _refused(row: Any, parsed: Parsed, fields: dict[str, list[str]]) -> Page:
    return word(Word.CONFLICT) if by_script() else (_conflict_page(row, parsed, fields), 409)


def _conflict_page(row: Any, parsed: Parsed, fields: dict[str, list[str]]) -> str:
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
        ended=over(row) and (row.feedback == DEFERRED or not row.seq),
        can_send_again=row.feedback == DEFERRED and not over(row),
        recorded=pages.in_words(item, queries.answer_of(item, row.given)),
        sent=pages.in_words(item, None if isinstance(parsed, Unreadable) else parsed),
        continue_url=url_for("attempts.question", attempt=row.public_id, n=n),
        steps=step_names(head, steps, n),
    )

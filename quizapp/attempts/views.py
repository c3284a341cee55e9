"""Taking a quiz: its questions; the answer protocol of the contracts, section 4."""

from typing import Any

from flask import Blueprint, abort, jsonify, redirect, render_template, url_for
from werkzeug.wrappers import Response

from quizapp.attempts import pages, queries
from quizapp.attempts.models import OPEN, WITHDRAWN, Purpose
from quizapp.attempts.releases import told_of
from quizapp.attempts.slots import Page, closed_page, ended, pictures_of, question_of, seq_in, slot_of, step_names
from quizapp.core.policy import Action
from quizapp.core.release import Part
from quizapp.core.responses import Unreadable
from quizapp.quizzes.service import DEFERRED, IMMEDIATE
from quizapp.web import database
from quizapp.web.clock import now
from quizapp.web.guard import allowed
from quizapp.web.pictures import sent_picture

attempts = Blueprint("attempts", __name__)


@attempts.get("/q/<attempt>/<int(max=9999):n>")
@allowed(Action.ANSWER)
def question(attempt: str, n: int) -> Page:
    """One question."""
    row = question_of(attempt, n)
    if (row.feedback == IMMEDIATE and row.seq) or row.state != OPEN or row.reason == WITHDRAWN:
        return redirect(url_for("attempts.outcome", attempt=attempt, n=n), 303)
    if ended(row):
        return closed_page(row)
    item = queries.item_of(database.session(), row.item_version_id)
    given = pages.fields_of(item, row.given, queries.shown(row))
    return question_page(row, {**given, "seq": [str(row.seq)]}, None)


def question_page(
    row: Any, given: dict[str, list[str]], error: Unreadable | None, *, unsaved: str | None = None
) -> str:
    """The page of a question, of a row of `question_at`, with its form filled in, what is wrong with it, and why it is
    not recorded."""
    db = database.session()
    steps = queries.steps_in(row)
    n, item = row.position, queries.item_of(db, row.item_version_id)
    head = pages.head(db, row, now(), len(steps))
    return render_template(
        "attempts/question.html",
        attempt=head,
        n=n,
        right_count=row.right,
        given=given,
        seq=seq_in(given),  # what the sender knew: a stale form stays stale
        error=error,
        unsaved=unsaved,
        steps=step_names(head, steps, n),
        unknown=pages.says_unknown(item, row.given),
        item=item,
        shown=queries.shown(row),
        picture_url=pictures_of(row.public_id, row.position),
        article=pages.reading(db, row),
    )


@attempts.get("/q/<attempt>/ahead")
@allowed(Action.ANSWER)
def ahead(attempt: str) -> Page:
    """Every question of a deferred attempt as it stands, for going on while the network is away; no key in it."""
    row = slot_of(attempt, 1)
    if row.feedback != DEFERRED or ended(row):
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
        picture_url=pictures_of(head.public_id, slot.position),
    )


@attempts.get("/q/<attempt>/<int(max=9999):n>/pictures/<name>")
@allowed(Action.ANSWER)
def picture(attempt: str, n: int, name: str) -> Response:
    """A picture of a question, for whoever the attempt belongs to; those of its explanation once it is told."""
    row = slot_of(attempt, n)
    over = row.state != OPEN and row.purpose != Purpose.PRACTICE
    told = Part.EXPLANATION in told_of(database.session(), row, row, now()) and (row.seq or over)
    item = queries.item_of(database.session(), row.key_id if told else row.item_version_id)
    return sent_picture(item.files if told else item.asked_files, name)

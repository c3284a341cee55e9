"""What the pages of an attempt have in common: its slot for whoever may have it, when it ends, and where it goes on."""

import datetime
from collections.abc import Callable
from typing import Any

from flask import abort, flash, render_template, url_for
from flask_babel import ngettext
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from quizapp.attempts import pages, queries, service
from quizapp.attempts.endings import end_of
from quizapp.attempts.models import OPEN, Attempt
from quizapp.core.policy import Action
from quizapp.core.release import Part
from quizapp.core.timing import Standing, seconds_late, standing
from quizapp.core.typed import whole_number
from quizapp.quizzes import queries as quizzes
from quizapp.web import database
from quizapp.web.clock import now
from quizapp.web.guard import me, require

Page = str | tuple[str, int] | Response


def load_attempt(db: Session, attempt: str, action: Action) -> Attempt:
    """An attempt for whoever may do this with it; 404 and 403 for others."""
    found = queries.by_public_id(db, attempt)
    require(action, queries.thing(db, found) if found else None)
    return found or abort(404)


def slot_of(attempt: str, n: int) -> Any:
    """A row of `queries.slot_at` for whoever may have it; 404 and 403 for others."""
    return _theirs(queries.slot_at(database.session(), attempt, n))


def stepped_of(attempt: str, n: int) -> Any:
    """As `slot_of`, a row of `queries.stepped_at`."""
    return _theirs(queries.stepped_at(database.session(), attempt, n))


def question_of(attempt: str, n: int) -> Any:
    """As `slot_of`, a row of `queries.question_at`."""
    return _theirs(queries.question_at(database.session(), attempt, n))


def _theirs(row: Any) -> Any:
    if row is None:
        abort(404)
    if row.user_id != me().id:
        require(Action.ANSWER, queries.thing(database.session(), row))
    return row


def ended(row: Any) -> bool:
    """Whether no further answer can be begun."""
    return standing_of(row) is not Standing.RUNNING


def over(row: Any) -> bool:
    """Whether no answer is taken any more, not even one on its way."""
    return standing_of(row) is Standing.OVER


def standing_of(row: Any) -> Standing:
    """Where this moment lies; nothing runs of what is handed in."""
    return standing(end_of(row), now()) if row.state == OPEN else Standing.OVER


def close_if_over(row: Any) -> None:
    """Close and mark an attempt whose time, and the grace, have run out."""
    if row.state == OPEN and over(row):
        with database.writing(row.public_id) as db:
            service.close_if_over(db, db.get_one(Attempt, row.id), now())


def say_lateness(end: datetime.datetime | None, moment: datetime.datetime) -> None:
    """Tell whoever handed in within the grace by how much it was late."""
    if standing(end, moment) is Standing.GRACE:
        words = ngettext(
            "Handed in %(num)s second after the end: accepted.",
            "Handed in %(num)s seconds after the end: accepted.",
            seconds_late(end, moment),
        )
        flash(words, "warn")


def closed_page(row: Any) -> str:
    """The page of an attempt whose time is up, and which waits to be handed in."""
    db = database.session()
    steps = queries.steps(db, row.id)
    end, head = end_of(row), pages.head(db, row, now(), len(steps))
    return render_template(
        "attempts/closed.html",
        attempt=head,
        n=row.position,
        ends_at=end,
        own_time=end not in {row.closes_at, row.stopped_at},
        zone=zone_of(row),
        answered=row.answered,
        steps=step_names(head, steps, row.position),
    )


def step_names(head: pages.AttemptHead, steps: list[queries.Step], n: int) -> list[str]:
    """How far each question is, as far as it may be told."""
    return pages.step_names(steps, n, tell=Part.CORRECTNESS in head.told)


def zone_of(row: Any) -> str | None:
    """The time zone of the class; None where there is no assignment."""
    return quizzes.by_id(database.session(), row.assignment_id).zone if row.assignment_id else None


def pictures_of(attempt: str, n: int) -> Callable[[str], str]:
    """The addresses of a question's pictures by their names."""
    return lambda name: url_for("attempts.picture", attempt=attempt, n=n, name=name)


def next_place(public_id: str) -> str:
    """The address at which an attempt goes on: its first open question, or its results."""
    db = database.session()
    attempt = queries.by_public_id(db, public_id) or abort(404)
    if attempt.state != OPEN:
        return url_for("attempts.results", attempt=public_id)
    steps = queries.steps(db, attempt.id)
    todo = [step.position for step in steps if step.waits] or [step.position for step in steps if not step.withdrawn]
    return url_for("attempts.question", attempt=public_id, n=todo[0] if todo else 1)


def seq_in(fields: dict[str, list[str]]) -> int:
    """The number of recorded responses that a form knew of; 0 where it says none."""
    return whole_number((fields.get("seq") or ["0"])[0]) or 0

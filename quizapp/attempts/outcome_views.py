"""What came of an answer."""

from typing import Any

from flask import redirect, render_template, url_for

from quizapp.attempts import pages, queries
from quizapp.attempts.models import OPEN, Purpose
from quizapp.attempts.recall import returns_of
from quizapp.attempts.releases import awaited_of, told_but
from quizapp.attempts.slots import Page, pictures_of, step_names, stepped_of, zone_of
from quizapp.attempts.views import attempts
from quizapp.core.policy import Action
from quizapp.web import database
from quizapp.web.clock import now
from quizapp.web.guard import allowed


@attempts.get("/q/<attempt>/<int(max=9999):n>/outcome")
@allowed(Action.ANSWER)
def outcome(attempt: str, n: int) -> Page:
    """Right or not, and why."""
    row = stepped_of(attempt, n)
    db = database.session()
    steps = queries.steps_in(row)
    step = steps[n - 1]
    if step.waits and row.state == OPEN:
        return redirect(url_for("attempts.question", attempt=attempt, n=n), 303)
    if row.fraction is None and row.purpose == Purpose.PRACTICE:  # left when practice was stopped: still a question
        return redirect(url_for("attempts.results", attempt=attempt), 303)
    next_url, next_n = _next(row, steps, n)
    awaited = awaited_of(db, row, row, now())
    head = pages.head(db, row, now(), len(steps), told_but(awaited))
    return render_template(
        "attempts/outcome.html",
        attempt=head,
        n=n,
        right_count=row.right,
        next_url=next_url,
        next_n=next_n,
        steps=step_names(head, steps, n),
        picture_url=pictures_of(row.public_id, row.position),
        awaited=awaited,
        stops=row.quiz_id is None and row.state == OPEN,
        finished=row.state != OPEN,
        zone=zone_of(row) if any(each.at for each in awaited) else None,
        returns=returns_of(db, row.id, row.user_id, now()).get(n) if row.purpose == Purpose.PRACTICE else None,
        **pages.outcome_values(db, row, step, head.told, now()),
    )


def _next(row: Any, steps: list[queries.Step], n: int) -> tuple[str, int | None]:
    """Where to go on, and the number of the question where it is one; 0 for checking before handing in."""
    open_places = [step.position for step in steps if step.waits]
    if row.state == OPEN and open_places:
        n_next = next((place for place in open_places if place > n), open_places[0])
        return _place(row, n_next), n_next
    if row.state == OPEN and any(not step.withdrawn for step in steps):
        return url_for("attempts.before_hand_in", attempt=row.public_id), 0
    return url_for("attempts.results", attempt=row.public_id), None


def _place(row: Any, n: int) -> str:
    return url_for("attempts.question", attempt=row.public_id, n=n)

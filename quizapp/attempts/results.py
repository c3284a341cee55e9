"""The values of the results page of one attempt."""

import datetime
from collections.abc import Sequence
from typing import Any

from flask import url_for
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from quizapp.attempts import pages, queries
from quizapp.attempts.models import WITHDRAWN, Attempt, Purpose
from quizapp.attempts.recall import returns_of
from quizapp.attempts.releases import Told, awaited_of, lines_of, told_but
from quizapp.attempts.trend import Point, point_of
from quizapp.banks.queries import replaced
from quizapp.core.answers import Answer
from quizapp.core.kinds import Kind
from quizapp.core.release import Part
from quizapp.core.scoring import Certainty
from quizapp.quizzes.models import Quiz
from quizapp.quizzes.queries import by_id
from quizapp.web.guard import me

_TREND = 6


def results_values(session: Session, attempt: Attempt, now: datetime.datetime) -> dict[str, Any]:
    """Score, kinds, questions and trend of a finished attempt: for its student what may be seen, for a teacher all."""
    quiz = session.get(Quiz, attempt.quiz_id) if attempt.quiz_id else None
    given = by_id(session, attempt.assignment_id) if attempt.assignment_id else None
    assignment = given.assignment if given else None
    own = attempt.user_id == me().id
    awaited = awaited_of(session, attempt, assignment, now) if own else []
    here = told_but(awaited)
    questions = question_rows(session, attempt, here)
    graded = _graded(session, attempt.user_id, now)
    wrong = sum(question["verdict"] not in {"right", "withdrawn"} for question in questions) if Part.KEY in here else 0
    return {
        "attempt": attempt,
        "title": quiz and quiz.title,
        "lang": quiz and quiz.lang,
        "told": here,
        "awaited": awaited,
        "zone": given.zone if given else None,
        "score": attempt.share,
        "right_count": attempt.right,
        "size": attempt.size,
        "mark": attempt.mark,
        "maximum": attempt.maximum,
        "by_kind": by_kind(questions) if Part.KEY in here else [],
        "calibration": calibration(questions) if Part.CORRECTNESS in here else [],
        "options": queries.options(attempt),
        "questions": questions,
        "returns": returns_of(session, attempt.id, attempt.user_id, now) if own and Part.KEY in here else {},
        "retry_count": wrong,
        "retry_url": url_for("attempts.retry", attempt=attempt.public_id)
        if own and wrong and attempt.assignment_id
        else None,
        "words": pages.headline(attempt.right, attempt.size),
        "comparison": _comparison(graded, attempt) if Part.SCORE in here else None,
        "trend": _trend(graded, attempt),
        "own": own,
        "back_url": url_for("home.start") if quiz else url_for("practice.index"),
    }


def question_rows(session: Session, attempt: Attempt, here: Told) -> list[dict[str, Any]]:
    """Each question of an attempt, with the verdict and the kind of its sentence where they may be seen; but for those
    that were left when practice was stopped."""
    rows = []
    slots = [slot for slot in queries.slots_with_outcomes(session, attempt.id) if slot.fraction is not None]
    queries.load_items(session, [slot.key_id for slot in slots])
    changed = replaced(session, [slot.item_version_id for slot in slots]) if Part.KEY in here else frozenset()
    for row in slots:
        item = queries.item_of(session, row.key_id)
        answer = queries.answer_of(item, row.given)
        verdict = _verdict(row, answer)
        marked = Part.CORRECTNESS in here or verdict in {"unanswered", "withdrawn"}
        rows.append(
            {
                "n": row.position,
                "item": item,
                "verdict": verdict if marked else "saved",
                "kind": item.kind.value if item.kind and Part.KEY in here and verdict != "withdrawn" else None,
                "changed": row.item_version_id in changed,
                "share": float(row.fraction),
                "certainty": answer and answer.certainty if verdict != "withdrawn" else None,
                "url": url_for("attempts.outcome", attempt=attempt.public_id, n=row.position),
            }
        )
    return rows


def _verdict(row: Any, answer: Answer | None) -> str:
    if row.reason == WITHDRAWN:
        return "withdrawn"
    return "unanswered" if row.marked_seq is None else pages.verdict_name(row.fraction, answer)


def by_kind(questions: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Right answers by the kind of sentence asked about."""
    found = []
    for kind in Kind:
        mine = [question for question in questions if question["kind"] == kind]
        if mine:
            right = sum(question["verdict"] == "right" for question in mine)
            found.append({"kind": kind.value, "right": right, "total": len(mine), "share": right / len(mine)})
    return found


def calibration(questions: Sequence[dict[str, Any]]) -> list[tuple[int, int, int]]:
    """For each certainty that was said, the surest first: how many answers were right, out of how many."""
    found = []
    for sure in sorted(Certainty, reverse=True):
        mine = [question for question in questions if question["certainty"] == sure]
        if mine:
            found.append((sure.value, sum(question["verdict"] == "right" for question in mine), len(mine)))
    return found


def _graded(session: Session, user_id: int, now: datetime.datetime) -> list[Point]:
    lines = lines_of(session, queries.of_user(session, user_id, graded=True), now)
    return [
        point_of(line.attempt, line.title or "", line.lang or "")
        for line in reversed(lines)
        if line.scored and line.attempt.finished_at
    ]


def _comparison(graded: Sequence[Point], attempt: Attempt) -> str | None:
    if attempt.purpose != Purpose.GRADED:
        return None
    former = [each.share for each in graded if each.attempt_id < attempt.id]
    if former and attempt.share > max(former):
        return str(_("It is your best result so far."))
    return None


def _trend(graded: Sequence[Point], attempt: Attempt) -> list[Point]:
    return [each for each in graded if each.attempt_id <= attempt.id][-_TREND:]

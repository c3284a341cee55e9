"""The values of the results page of one attempt."""

from collections.abc import Sequence
from typing import Any

from flask import url_for
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from quizapp.attempts import pages, queries
from quizapp.attempts.models import Attempt
from quizapp.attempts.service import Purpose
from quizapp.core.kinds import Kind
from quizapp.quizzes.models import Quiz
from quizapp.web.filters import day
from quizapp.web.guard import me


def results_values(session: Session, attempt: Attempt) -> dict[str, Any]:
    """Score, kinds, questions and trend of a finished attempt, for its student or their teacher."""
    quiz = session.get_one(Quiz, attempt.quiz_id)
    questions = question_rows(session, attempt)
    own = attempt.user_id == me().id
    wrong = sum(question["verdict"] != "right" for question in questions)
    return {
        "attempt": attempt,
        "title": quiz.title,
        "score": attempt.share,
        "right_count": attempt.right,
        "size": attempt.size,
        "mark": attempt.mark,
        "maximum": attempt.maximum,
        "by_kind": by_kind(questions),
        "questions": questions,
        "retry_count": wrong,
        "retry_url": url_for("attempts.retry", attempt=attempt.public_id)
        if own and wrong and attempt.assignment_id
        else None,
        "words": pages.headline(attempt.right, attempt.size),
        "comparison": _comparison(session, attempt),
        "trend": _trend(session, attempt),
        "back_url": url_for("home.start"),
    }


def question_rows(session: Session, attempt: Attempt) -> list[dict[str, Any]]:
    """Each question of an attempt with its verdict."""
    rows = []
    slots = queries.slots_with_outcomes(session, attempt.id)
    queries.load_items(session, [slot.item_version_id for slot in slots])
    for row in slots:
        item = queries.item_of(session, row.item_version_id)
        verdict = "unanswered" if row.marked_seq is None else pages.verdict_name(row.fraction)
        rows.append(
            {
                "n": row.position,
                "stem": item.stem,
                "lang": item.lang,
                "verdict": verdict,
                "kind": item.kind.value if item.kind else None,
                "share": float(row.fraction),
                "url": url_for("attempts.outcome", attempt=attempt.public_id, n=row.position),
            }
        )
    return rows


def by_kind(questions: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Right answers by the kind of sentence asked about."""
    found = []
    for kind in Kind:
        mine = [question for question in questions if question["kind"] == kind]
        if mine:
            right = sum(question["verdict"] == "right" for question in mine)
            found.append({"kind": kind.value, "right": right, "total": len(mine), "share": right / len(mine)})
    return found


def _graded(session: Session, attempt: Attempt) -> list[Attempt]:
    rows = queries.of_user(session, attempt.user_id)
    return [row[0] for row in rows if row[0].purpose == Purpose.GRADED and row[0].finished_at]


def _comparison(session: Session, attempt: Attempt) -> str | None:
    if attempt.purpose != Purpose.GRADED:
        return None
    former = [each.share for each in _graded(session, attempt) if each.id < attempt.id]
    if former and attempt.share > max(former):
        return str(_("It is your best result so far."))
    return None


def _trend(session: Session, attempt: Attempt) -> list[tuple[str, float]]:
    done = [each for each in reversed(_graded(session, attempt)) if each.id <= attempt.id]
    return [(day(each.finished_at), each.share) for each in done[-6:] if each.finished_at]

"""The builder's form filled from the working copy, with what was typed in a tab whose quiz another tab changed."""

from collections import defaultdict
from typing import Any

from quizapp.quizzes import plan as plans
from quizapp.quizzes.forms import BuilderForm
from quizapp.quizzes.models import Quiz
from quizapp.web import filters
from quizapp.web.forms import said


def filled(quiz: Quiz, typed: BuilderForm | None = None) -> BuilderForm:
    """The form as the quiz stands now; of `typed`, a form filled from an earlier one, whatever was changed in it
    by hand stays, as long as its line is still there."""
    by_hand = _by_hand(typed) if typed else {}
    lines = []
    for line in plans.read(quiz.plan):
        worth = "" if line.points is None else filters.share(line.points)
        now = {"points": worth, "count": line.count, "shown": _shown(line)}
        changed = by_hand.get(line.name, [])
        lines.append(now | (changed.pop(0) if changed else {}))
    title = said(typed.title) if typed else ""
    return BuilderForm(formdata=None, data={"title": title or quiz.title, "number": quiz.plan_number, "lines": lines})


def differs(quiz: Quiz, form: BuilderForm) -> bool:
    """Whether a form shows other points, or numbers to draw, than the quiz has."""
    pairs = zip(plans.read(quiz.plan), form.lines.entries, strict=True)
    return any(
        entry.form.points.points != line.points or (line.item is None and entry.form.count.data != line.count)
        for line, entry in pairs
    )


def _shown(line: plans.Line) -> str:
    return f"{line.name} {line.points or ''} {line.count}"


def _by_hand(form: BuilderForm) -> dict[str, list[dict[str, Any]]]:
    """By line what is typed of it where that is not what the form showed at first; lines that are alike in order."""
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for entry in form.lines.entries:
        name, _space, rest = str(entry.form.shown.data or "").partition(" ")
        points, _space, count = rest.partition(" ")
        typed: dict[str, Any] = {}
        if str(entry.form.points.points or "") != points:
            typed["points"] = entry.form.points.data
        if entry.form.count.data and str(entry.form.count.data) != count:
            typed["count"] = entry.form.count.data
        found[name].append(typed)
    return found

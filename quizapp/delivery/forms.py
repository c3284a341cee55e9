"""Forms of a given assignment: its rules as they stand, and why some of them stay."""

from zoneinfo import ZoneInfo

from flask_babel import lazy_gettext as _l

from quizapp.core.release import Part, plan_of
from quizapp.core.wallclock import wall
from quizapp.delivery.service import Refusal
from quizapp.quizzes.forms import DeliveryForm
from quizapp.quizzes.models import Assignment
from quizapp.quizzes.service import IMMEDIATE

REFUSALS = {
    Refusal.FEEDBACK: _l("Somebody has begun: when answers are told stays as it was."),
    Refusal.OPENING: _l("Somebody has begun: the opening cannot be put off any more."),
    Refusal.CLOSING: _l("This moment has passed. To close at once, use “Close now” on the page of the class at work."),
    Refusal.LIMIT: _l("Somebody has begun: the time can be lengthened or taken away, not shortened or introduced."),
    Refusal.CUTS: _l("Somebody has begun, counting on the whole time: the closing cannot cut it any more."),
    Refusal.ATTEMPTS: _l("Somebody has made more attempts than that already."),
}


class RulesForm(DeliveryForm):
    """The rules of a given assignment, of which the class is none."""


def rules_form(assignment: Assignment, zone: ZoneInfo) -> RulesForm:
    """The form filled in with the rules as they stand, dates as the clock of the class shows them."""
    dates = {name: getattr(assignment, name) for name in ("opens_at", "due_at", "closes_at")}
    plan = plan_of(assignment.release, each=assignment.feedback == IMMEDIATE)
    said = {part: plan[part] for part in Part if part in (assignment.release or {})}
    return RulesForm(
        formdata=None,
        data={
            "feedback": assignment.feedback,
            "attempts_allowed": assignment.attempts_allowed,
            "grade_rule": assignment.grade_rule,
            "time_limit": assignment.time_limit_s and assignment.time_limit_s // 60,
            "closing_cuts": assignment.closing_cuts,
            "article_open": assignment.article_open,
            "dont_know": assignment.dont_know,
            "scoring": assignment.scoring,
            **{name: date and wall(date, zone) for name, date in dates.items()},
            **{f"{part}_when": when.moment.value for part, when in said.items()},
            **{f"{part}_at": wall(when.at, zone) for part, when in said.items() if when.at},
        },
    )


def complain(form: DeliveryForm, found: dict[str, Refusal]) -> None:
    """Say at each field why it stays."""
    for name, refusal in found.items():
        form[name].errors = [*form[name].errors, str(REFUSALS[refusal])]

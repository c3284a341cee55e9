"""Forms of reports."""

from flask_babel import lazy_gettext as _l
from wtforms import Field, Form, RadioField, SelectMultipleField, TextAreaField, ValidationError
from wtforms.validators import DataRequired, InputRequired, Length

from quizapp.reports.models import MOST_WORDS, Reason, State
from quizapp.web.forms import PageForm, choices, choices_of, said

_MOST = Length(max=MOST_WORDS, message=_l("At most 500 characters."))
REASONS = {
    Reason.KEY: _l("The answer marked as right is not right"),
    Reason.UNCLEAR: _l("The question is not clear"),
    Reason.OUTDATED: _l("It is no longer true"),
    Reason.TYPO: _l("There is a spelling mistake"),
    Reason.OTHER: _l("Something else"),
}
ANSWERS = {
    State.MENDED: _l("The question has been corrected"),
    State.KEPT: _l("The question stays as it is"),
    State.DECLINED: _l("The report is set aside"),
}


def _one_kind_of_line_end(text: str | None) -> str:
    """As it is stored: a browser sends two characters for each line end."""
    return (text or "").replace("\r\n", "\n").strip()


def _said_of_something_else(form: Form, field: Field) -> None:
    if form["reason"].data == Reason.OTHER and not said(field):
        raise ValidationError(_l("Say in a few words what it is."))


class ReportForm(PageForm):
    """What a student finds wrong."""

    reason = RadioField(
        _l("What is wrong?"), [InputRequired(_l("Choose one of these."))], choices=choices_of(REASONS.items())
    )
    words = TextAreaField(
        _l("In your words, if you like"),
        [_MOST, _said_of_something_else],
        filters=[_one_kind_of_line_end],
        description=_l("At most 500 characters. Write about the question, not about people."),
    )


class AnswerForm(PageForm):
    """What a teacher answers to some of the reports of a question."""

    reports = SelectMultipleField(_l("Reports to answer"), [DataRequired(_l("Choose at least one."))])
    state = RadioField(
        _l("What do you answer?"), [InputRequired(_l("Choose one of these."))], choices=choices_of(ANSWERS.items())
    )
    reply = TextAreaField(
        _l("A word to the students, if you like"),
        [_MOST],
        filters=[_one_kind_of_line_end],
        description=_l("At most 500 characters. Each of them reads it among their notices."),
    )

    def offer(self, reports: list[str]) -> None:
        """Let these be chosen; all of them are, until something else is sent."""
        self.reports.choices = choices(*((each, each) for each in reports))
        self.reports.data = (self.reports.data or []) if self.is_submitted() else reports

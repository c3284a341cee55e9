"""Forms of quizzes and assignments."""

import datetime
from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import (
    BooleanField,
    DateTimeLocalField,
    Field,
    FieldList,
    FormField,
    HiddenField,
    IntegerField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
)
from wtforms import Form as PlainForm
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange, Optional
from wtforms.widgets import CheckboxInput, HiddenInput, ListWidget

from quizapp.core.marking import GradeRule
from quizapp.core.release import Flaw, Moment, Part, Plan, When, flaws, usual
from quizapp.core.scoring import Scoring
from quizapp.core.typed import short_decimal
from quizapp.core.wallclock import NoSuchTimeError, moment_of, wall
from quizapp.quizzes.plan import MOST_DRAWN, MOST_LINES
from quizapp.quizzes.service import DEFERRED, IMMEDIATE
from quizapp.web.forms import PageForm, choices, near_in_time

MOST_MINUTES, _MOST_POINTS = 600, 100


class QuizForm(PageForm):
    """A quiz from the items of a bank."""

    title = StringField(
        _l("Title of the quiz"),
        [
            DataRequired(_l("This field is needed.")),
            Length(max=300, message=_l("At most 300 characters.")),
        ],
    )
    items = SelectMultipleField(
        _l("Questions"),
        [InputRequired(_l("Choose at least one question."))],
        option_widget=CheckboxInput(),
        widget=ListWidget(prefix_label=False),
        coerce=int,
    )


class NewQuizForm(PageForm):
    """A quiz from questions chosen elsewhere, or an empty one to be filled."""

    title = StringField(
        _l("Title of the quiz"),
        [DataRequired(_l("This field is needed.")), Length(max=300, message=_l("At most 300 characters."))],
    )
    items = SelectMultipleField(
        _l("Questions"), [Optional()], option_widget=CheckboxInput(), widget=ListWidget(prefix_label=False)
    )


class PointsField(StringField):
    """Points of a question as typed, with comma or point; None where each question keeps its own."""

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read the number."""
        typed = (valuelist[0] if valuelist else "").strip().replace(",", ".")
        self.data = typed
        if typed and not 0 < (short_decimal(typed) or 0) <= _MOST_POINTS:
            raise ValueError(_l("Write a number up to 100, such as 1 or 0.5."))

    @property
    def points(self) -> Fraction | None:
        """The points as a number."""
        return short_decimal(self.data)


class LineForm(PlainForm):
    """One line of a quiz: what it is worth, and how many a draw takes."""

    points = PointsField(_l("Points"))
    count = IntegerField(
        _l("How many to draw"),
        [Optional(), NumberRange(1, MOST_DRAWN, _l("A whole number from 1 to 100."))],
    )
    shown = HiddenField(validators=[Length(max=60)])


class BuilderForm(PageForm):
    """The working copy of a quiz."""

    title = StringField(
        _l("Title of the quiz"),
        [DataRequired(_l("This field is needed.")), Length(max=300, message=_l("At most 300 characters."))],
    )
    number = IntegerField(validators=[Optional()], widget=HiddenInput())
    lines = FieldList(FormField(LineForm), label=_l("Question"), max_entries=MOST_LINES)


class DrawForm(PageForm):
    """«Draw N» out of what fits."""

    count = IntegerField(
        _l("How many to draw"),
        [
            InputRequired(_l("Write a whole number.")),
            NumberRange(1, MOST_DRAWN, _l("A whole number from 1 to 100.")),
        ],
        default=3,
    )
    bank = SelectField(_l("Bank"), choices=[], validate_choice=False)
    article = SelectField(_l("Article"), choices=[], validate_choice=False)
    topic = SelectField(_l("Topic"), choices=[], validate_choice=False)
    tag = SelectField(_l("Tag"), choices=[], validate_choice=False)
    kind = SelectField(_l("Kind"), choices=[], validate_choice=False)
    type = SelectField(_l("Type"), choices=[], validate_choice=False)
    difficulty = SelectField(_l("Difficulty"), choices=[], validate_choice=False)
    lang = SelectField(_l("Language"), choices=[], validate_choice=False)


_MOMENTS = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M", "%Y-%m-%d %H:%M:%S"]
"""As a browser wants a moment written, and as people type it where the browser has no field for one."""


def _moment_field(label: Any) -> DateTimeLocalField:
    return DateTimeLocalField(label, [Optional(), near_in_time], format=_MOMENTS)


def _when_field(label: Any) -> SelectField:
    return SelectField(
        label,
        choices=choices(
            ("", _l("With the outcome")),
            (Moment.EACH.value, _l("After every answer")),
            (Moment.HAND_IN.value, _l("After handing in")),
            (Moment.CLOSE.value, _l("When the quiz closes")),
            (Moment.DATE.value, _l("On a day that you choose")),
            (Moment.NEVER.value, _l("Never")),
        ),
        default="",
    )


_FLAWS = {
    Flaw.NO_DATE: _l("Choose the day and the hour."),
    Flaw.NOT_EACH: _l("Answers that can be changed until the hand-in are not told one by one."),
    Flaw.TOO_EARLY: _l("It gives away what is above, which would come later: choose the same moment or a later one."),
}


class DeliveryForm(PageForm):
    """The rules of an assignment."""

    feedback = RadioField(
        _l("When students see the outcome"),
        choices=choices((IMMEDIATE, _l("After every answer")), (DEFERRED, _l("After handing in"))),
        default=IMMEDIATE,
    )
    attempts_allowed = IntegerField(
        _l("Attempts allowed (empty: any number)"),
        [Optional(), NumberRange(1, 99, _l("A whole number from 1 to 99."))],
    )
    grade_rule = SelectField(
        _l("Which attempt counts"),
        choices=choices(
            (GradeRule.FIRST.value, _l("The first")),
            (GradeRule.BEST.value, _l("The best")),
            (GradeRule.LAST.value, _l("The last")),
            (GradeRule.AVERAGE.value, _l("The average")),
        ),
    )
    opens_at = _moment_field(_l("Opens (empty: now)"))
    due_at = _moment_field(_l("Due (empty: no date)"))
    closes_at = _moment_field(_l("Closes (empty: never)"))
    time_limit = IntegerField(
        _l("Time limit in minutes (empty: none)"),
        [Optional(), NumberRange(1, MOST_MINUTES, _l("A whole number from 1 to 600."))],
        description=_l("It runs from the moment a student begins. The due date does not cut it short."),
    )
    closing_cuts = BooleanField(_l("The closing ends attempts that still have time left"))
    article_open = BooleanField(_l("Students may read the article while they answer"), default=True)
    dont_know = BooleanField(_l("Students may say “I don’t know”: it counts as answered, earns nothing, costs nothing"))
    scoring = SelectField(
        _l("What an answer earns"),
        choices=choices(
            (Scoring.PLAIN.value, _l("Right answers earn, wrong ones cost nothing")),
            (Scoring.CERTAINTY.value, _l("By certainty: students say how sure they are of each answer")),
            (Scoring.CHANCE.value, _l("A wrong choice costs what guessing would earn")),
            (Scoring.QUARTER.value, _l("A wrong choice costs a quarter of the mark")),
            (Scoring.THIRD.value, _l("A wrong choice costs a third of the mark")),
            (Scoring.HALF.value, _l("A wrong choice costs half the mark")),
        ),
        default=Scoring.PLAIN.value,
    )
    score_when = _when_field(_l("The score"))
    score_at = _moment_field(_l("The score, from"))
    correctness_when = _when_field(_l("Which answers are right"))
    correctness_at = _moment_field(_l("Which answers are right, from"))
    key_when = _when_field(_l("The right answers"))
    key_at = _moment_field(_l("The right answers, from"))
    explanation_when = _when_field(_l("The explanations and the proof"))
    explanation_at = _moment_field(_l("The explanations and the proof, from"))

    def moments(
        self, zone: datetime.tzinfo, kept: Mapping[str, datetime.datetime | None] = MappingProxyType({})
    ) -> dict[str, datetime.datetime | None] | None:
        """Opening, due and closing time as moments, from what the clock of the class shows.

        None where one of them never comes or they do not follow each other: the fields then say so. Of an hour
        that comes twice the opening takes the first, the other two the second, so that nobody loses time. A field
        that still shows the moment `kept` under its name stands for that very moment.
        """
        found = {
            "opens_at": _moment(self.opens_at, zone, kept.get("opens_at"), later=False),
            "due_at": _moment(self.due_at, zone, kept.get("due_at"), later=True),
            "closes_at": _moment(self.closes_at, zone, kept.get("closes_at"), later=True),
        }
        opens_at, due_at, closes_at = found.values()
        if opens_at and due_at and due_at <= opens_at:
            _complain(self.due_at, _("It is due before it opens."))
        if opens_at and closes_at and closes_at <= opens_at:
            _complain(self.closes_at, _("It closes before it opens."))
        if due_at and closes_at and closes_at < due_at:
            _complain(self.closes_at, _("It closes before it is due."))
        return None if any(self[name].errors for name in found) else found

    def release(
        self, zone: datetime.tzinfo, closed_at: datetime.datetime | None, kept: Plan = MappingProxyType({})
    ) -> dict[Part, When | None] | None:
        """When each part of the outcome is told, None for as usual; None for all where that does not hold: the fields
        then say why. `closed_at` is when the quiz closes for all, `kept` the plan that the form was filled from.
        """
        chosen = {part: self._when(part, zone, kept.get(part)) for part in Part}
        each = self.feedback.data == IMMEDIATE
        plan = {part: when or usual(each=each) for part, when in chosen.items()}
        for part, flaw in flaws(plan, each=each, closed_at=closed_at).items():
            _complain(self[f"{part}_{'at' if flaw is Flaw.NO_DATE else 'when'}"], str(_FLAWS[flaw]))
        fields = [self[f"{part}_{name}"] for part in Part for name in ("when", "at")]
        return None if any(field.errors for field in fields) else chosen

    def _when(self, part: Part, zone: datetime.tzinfo, kept: When | None) -> When | None:
        said = self[f"{part}_when"].data
        if said != Moment.DATE:
            return When(Moment(said)) if said else None
        return When(Moment.DATE, _moment(self[f"{part}_at"], zone, kept.at if kept else None, later=True))


class AssignForm(DeliveryForm):
    """How a quiz is delivered to a class."""

    school_class = SelectField(_l("Class"), [InputRequired(_l("Choose a class."))])


def _moment(
    field: DateTimeLocalField, zone: datetime.tzinfo, kept: datetime.datetime | None = None, *, later: bool
) -> datetime.datetime | None:
    if field.data is None:
        return None
    if kept is not None and field.data == wall(kept, zone).replace(second=0, microsecond=0):
        return kept
    try:
        return moment_of(field.data, zone, later=later)
    except NoSuchTimeError:
        _complain(field, _("On that day the clock is put forward over this hour: choose another."))
        return None


def _complain(field: Field, message: str) -> None:
    field.errors = [*field.errors, message]

"""Forms of quizzes and assignments."""

import datetime
import re
from fractions import Fraction

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import (
    BooleanField,
    DateTimeLocalField,
    Field,
    FieldList,
    FormField,
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
from quizapp.core.wallclock import NoSuchTimeError, moment_of
from quizapp.quizzes.plan import MOST_DRAWN, MOST_LINES
from quizapp.quizzes.service import DEFERRED, IMMEDIATE
from quizapp.web.forms import PageForm, choices, near_in_time

MOST_MINUTES = 600


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
        if typed and not (re.fullmatch(r"\d{1,3}(\.\d{1,2})?", typed, re.ASCII) and 0 < Fraction(typed) <= 100):
            raise ValueError(_l("Write a number up to 100, such as 1 or 0.5."))

    @property
    def points(self) -> Fraction | None:
        """The points as a number."""
        return Fraction(self.data) if self.data else None


class LineForm(PlainForm):
    """One line of a quiz: what it is worth, and how many a draw takes."""

    points = PointsField(_l("Points"))
    count = IntegerField(
        _l("How many to draw"),
        [Optional(), NumberRange(1, MOST_DRAWN, _l("A whole number from 1 to 100."))],
    )


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


class AssignForm(PageForm):
    """How a quiz is delivered to a class."""

    school_class = SelectField(_l("Class"), [InputRequired(_l("Choose a class."))])
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
    opens_at = DateTimeLocalField(_l("Opens (empty: now)"), [Optional(), near_in_time])
    due_at = DateTimeLocalField(_l("Due (empty: no date)"), [Optional(), near_in_time])
    closes_at = DateTimeLocalField(_l("Closes (empty: never)"), [Optional(), near_in_time])
    time_limit = IntegerField(
        _l("Time limit in minutes (empty: none)"),
        [Optional(), NumberRange(1, MOST_MINUTES, _l("A whole number from 1 to 600."))],
        description=_l("It runs from the moment a student begins. The due date does not cut it short."),
    )
    closing_cuts = BooleanField(_l("The closing ends attempts that still have time left"))
    article_open = BooleanField(_l("Students may read the article while they answer"), default=True)

    def moments(self, zone: datetime.tzinfo) -> dict[str, datetime.datetime | None] | None:
        """Opening, due and closing time as moments, from what the clock of the class shows.

        None where one of them never comes or they do not follow each other: the fields then say so. Of an hour
        that comes twice the opening takes the first, the other two the second, so that nobody loses time.
        """
        found = {
            "opens_at": _moment(self.opens_at, zone, later=False),
            "due_at": _moment(self.due_at, zone, later=True),
            "closes_at": _moment(self.closes_at, zone, later=True),
        }
        opens_at, due_at, closes_at = found.values()
        if opens_at and due_at and due_at <= opens_at:
            _complain(self.due_at, _("It is due before it opens."))
        if opens_at and closes_at and closes_at <= opens_at:
            _complain(self.closes_at, _("It closes before it opens."))
        if due_at and closes_at and closes_at < due_at:
            _complain(self.closes_at, _("It closes before it is due."))
        return None if any(self[name].errors for name in found) else found


def _moment(field: DateTimeLocalField, zone: datetime.tzinfo, *, later: bool) -> datetime.datetime | None:
    if field.data is None:
        return None
    try:
        return moment_of(field.data, zone, later=later)
    except NoSuchTimeError:
        _complain(field, _("On that day the clock is put forward over this hour: choose another."))
        return None


def _complain(field: Field, message: str) -> None:
    field.errors = [*field.errors, message]

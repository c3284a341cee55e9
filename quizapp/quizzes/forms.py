"""Forms of quizzes and assignments."""

from flask_babel import lazy_gettext as _l
from wtforms import (
    BooleanField,
    DateTimeLocalField,
    IntegerField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
)
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange, Optional
from wtforms.widgets import CheckboxInput, ListWidget

from quizapp.core.marking import GradeRule
from quizapp.quizzes.service import DEFERRED, IMMEDIATE
from quizapp.web.forms import PageForm, choices, near_in_time


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
    article_open = BooleanField(_l("Students may read the article while they answer"), default=True)

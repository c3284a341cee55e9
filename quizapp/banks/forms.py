"""The editor of an item: `choice` and `true_false`."""

from flask_babel import lazy_gettext as _l
from wtforms import (
    DateField,
    FieldList,
    FormField,
    RadioField,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms import Form as PlainForm
from wtforms.validators import DataRequired, Length, Optional

from quizapp.core.kinds import Kind
from quizapp.core.lifecycle import Timing
from quizapp.web.forms import PageForm, choices, choices_of

_LONG = Length(max=2000, message=_l("At most 2000 characters."))
KINDS = [
    ("", _l("Not said")),
    (Kind.FACT.value, _l("Stated as fact")),
    (Kind.CLAIM.value, _l("Claim")),
    (Kind.FORECAST.value, _l("Forecast")),
    (Kind.OPINION.value, _l("Opinion")),
]


class OptionForm(PlainForm):
    """One option: what it says, and why it misleads."""

    text = StringField(_l("Answer"), [Length(max=500, message=_l("At most 500 characters."))])
    feedback = StringField(_l("Why it misleads"), [_LONG])


class ItemForm(PageForm):
    """What both editors share."""

    stem = TextAreaField(_l("Question"), [DataRequired(_l("Write the question.")), _LONG])
    kind = SelectField(_l("Kind of the sentence asked about"), choices=choices(*KINDS))
    holder = StringField(
        _l("Whose claim it is"),
        [Length(max=300, message=_l("At most 300 characters."))],
        description=_l("For a claim: the speaker as the article names them, also named in the question."),
    )
    evidence = SelectField(_l("The sentence it stands on"), choices=[], validate_choice=False)
    as_of = DateField(
        _l("Answer valid as of"), [Optional()], description=_l("The day on which the answer was certainly right.")
    )
    timing = SelectField(
        _l("Does it say when?"),
        choices=choices(
            (Timing.DATED.value, _l("Yes, the question names its date")),
            (Timing.CURRENT.value, _l("No, it must be checked again by a date")),
        ),
    )
    review_by = DateField(
        _l("Check again by"), [Optional()], description=_l("Only for a question that does not name its date.")
    )
    explanation = TextAreaField(
        _l("Explanation for the student"),
        [_LONG],
        description=_l("Read after every answer, right or wrong: why the right answer is right."),
    )
    source_title = StringField(_l("Source beyond the article"), [_LONG])
    source_outlet = StringField(_l("Who published it"), [Length(max=200, message=_l("At most 200 characters."))])
    source_date = DateField(_l("Date of the source"), [Optional()])


class ChoiceForm(ItemForm):
    """`choice`: options of which one is right."""

    options = FieldList(FormField(OptionForm), min_entries=4, max_entries=8)
    key = RadioField(
        _l("The right answer"),
        choices=choices_of((str(n), str(n + 1)) for n in range(8)),
        default="0",
        validate_choice=False,
    )


class TrueFalseForm(ItemForm):
    """`true_false`: a statement, its truth, and what is true instead."""

    truth = RadioField(
        _l("The statement is"),
        choices=choices(("true", _l("True")), ("false", _l("False"))),
        default="true",
    )
    feedback = StringField(_l("Feedback on the wrong answer"), [_LONG])
    correction = StringField(_l("What is true, for a false statement"), [_LONG])

"""Forms of erasing and keeping."""

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, SelectField, StringField
from wtforms.validators import DataRequired

from quizapp.core.retention import DAYS
from quizapp.web.forms import PageForm, choices_of

LONG = dict(
    zip(DAYS, (_l("three months"), _l("six months"), _l("a year"), _l("two years"), _l("three years")), strict=True)
)
"""The days that a school may choose, in words."""


class EraseForm(PageForm):
    """The name of whom it is about, typed once more."""

    name = StringField(_l("Write the name once more, to be sure"), [DataRequired(_l("This field is needed."))])


class RetentionForm(PageForm):
    """How long a school keeps what students did."""

    days = SelectField(
        _l("After the end of a class, keep what its students did for"), coerce=int, choices=choices_of(LONG.items())
    )
    on = BooleanField(_l("Erase by itself, every day, what is older"))

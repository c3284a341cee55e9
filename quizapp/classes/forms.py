"""Forms of classes and of joining one."""

from fractions import Fraction

from flask_babel import lazy_gettext as _l
from wtforms import Field, Form, IntegerField, SelectField, StringField, TextAreaField, ValidationError
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange, Optional, Regexp

from quizapp.accounts.forms import shared_computer
from quizapp.core.text import legible
from quizapp.core.timing import NO_EXTRA, Extra
from quizapp.core.typed import short_decimal
from quizapp.web.filters import decimal
from quizapp.web.forms import PageForm

MOST_PASTED = 60
LONGEST_NAME = 120
_NEEDED = DataRequired(_l("This field is needed."))
_CLASS_NAME = Length(max=60, message=_l("At most 60 characters."))
_NICKNAME_MIN, _NICKNAME_MAX = 2, 30
_LONGEST_FACTOR = 4
_NICKNAME_SIZE = _l("From 2 to 30 characters.")


def _legible(_form: Form, field: Field) -> None:
    """As long as it has to be, of what is seen of it."""
    if not _NICKNAME_MIN <= len(legible(field.data or "")) <= _NICKNAME_MAX:
        raise ValidationError(_NICKNAME_SIZE)


_NICKNAME = [_NEEDED, Length(max=_NICKNAME_MAX, message=_NICKNAME_SIZE), _legible]
_YEAR = [Optional(), Regexp(r"\d{4}/\d{2}(\d{2})?", message=_l("Write it like 2026/27."))]


class ClassForm(PageForm):
    """A new class."""

    name = StringField(_l("Name of the class"), [_NEEDED, _CLASS_NAME])
    subject = StringField(_l("Subject"), [Length(max=120, message=_l("At most 120 characters."))])
    school_year = StringField(_l("School year"), _YEAR, description=_l("For example 2026/27."))


class RollOverForm(PageForm):
    """The same people in the next year."""

    name = StringField(_l("Name of the class"), [_NEEDED, _CLASS_NAME])
    school_year = StringField(_l("School year"), _YEAR, description=_l("For example 2026/27."))


class MemberForm(PageForm):
    """Somebody to put in a class."""

    person = SelectField(_l("Person"), [InputRequired(_l("Choose somebody."))])


class StudentForm(PageForm):
    """How a student stands in the register."""

    nickname = StringField(_l("Nickname"), [Optional(), *_NICKNAME[1:]])
    name = StringField(
        _l("Name in the register"), [_NEEDED, Length(max=LONGEST_NAME, message=_l("At most 120 characters."))]
    )


class FactorField(StringField):
    """How many times as long, as typed, with comma or point."""

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read the number."""
        self.data = (valuelist[0] if valuelist else "").strip().replace(",", ".")
        if self.data and not 1 <= (short_decimal(self.data) or 0) <= _LONGEST_FACTOR:
            raise ValueError(_l("Write a number from 1 to 4, such as 1.3."))

    @property
    def percent(self) -> int:
        """The same as a percentage; 100 where nothing is typed."""
        factor = short_decimal(self.data)
        return NO_EXTRA.percent if factor is None else int(factor * 100)


class ExtraForm(PageForm):
    """What a student is granted on top of everybody's time and attempts."""

    factor = FactorField(
        _l("Time, how many times as long"),
        description=_l("1.3 gives a student 39 minutes where the limit is 30. Empty: as everybody."),
    )
    minutes = IntegerField(_l("Minutes more"), [Optional(), NumberRange(0, 600, _l("A whole number from 0 to 600."))])
    attempts = IntegerField(_l("Attempts more"), [Optional(), NumberRange(0, 99, _l("A whole number from 0 to 99."))])

    @property
    def extra(self) -> Extra:
        """What the fields say."""
        return Extra(self.factor.percent, self.minutes.data or 0, self.attempts.data or 0)


def extra_form(extra: Extra) -> ExtraForm:
    """The form filled in with what is granted now."""
    factor = decimal(Fraction(extra.percent, 100)) if extra.percent != NO_EXTRA.percent else ""
    return ExtraForm(
        formdata=None, data={"factor": factor, "minutes": extra.minutes or None, "attempts": extra.attempts or None}
    )


class PastedForm(PageForm):
    """A list of names, one to a line."""

    names = TextAreaField(
        _l("Names, one to a line"),
        [_NEEDED, Length(max=6000, message=_l("At most 6000 characters."))],
        description=_l("Each student gets a sign-in name and a password on a card to cut out."),
    )


class CodeForm(PageForm):
    """The code on the board."""

    code = StringField(_l("Class code"), [_NEEDED, Length(max=20, message=_l("At most 20 characters."))])


class NewcomerForm(PageForm):
    """A student who comes in for the first time."""

    nickname = StringField(
        _l("Nickname"), _NICKNAME, description=_l("The class sees it. No surname, no telephone number.")
    )
    shared = shared_computer()


class ReturnForm(PageForm):
    """A student who comes back."""

    nickname = StringField(_l("Nickname"), _NICKNAME)
    recovery = StringField(_l("Recovery code"), [_NEEDED, Length(max=40, message=_l("At most 40 characters."))])
    shared = shared_computer()

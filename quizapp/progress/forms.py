"""Forms of the results."""

from fractions import Fraction

from flask_babel import lazy_gettext as _l
from wtforms import IntegerField, SelectField, StringField, TextAreaField, ValidationError
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange

from quizapp.core.typed import short_decimal
from quizapp.web.forms import PageForm, choices, choices_of

_PASSES = NumberRange(1, 99, message=_l("From 1 to 99 per cent."))


class ScaleForm(PageForm):
    """How a class's marks out of ten are reckoned."""

    passes = IntegerField(_l("A 6 from (per cent)"), [InputRequired(_l("This field is needed.")), _PASSES])
    lowest = SelectField(_l("Lowest mark"), choices=choices_of((n, str(n)) for n in range(6)), coerce=int)
    steps = SelectField(
        _l("Marks go by"),
        choices=choices((1, _l("whole marks")), (2, _l("half marks")), (4, _l("quarters of a mark"))),
        coerce=int,
    )


class MarkField(StringField):
    """A mark as typed, with comma or point and at most two decimals."""

    @property
    def number(self) -> Fraction | None:
        """The mark; None where what is typed is no number."""
        return short_decimal(self.data)


class RegradeForm(PageForm):
    """A mark given by hand, within the bounds `between`."""

    between = (Fraction(0), Fraction(1))
    mark = MarkField(_l("New mark"), [InputRequired(_l("This field is needed."))])
    why = TextAreaField(
        _l("Why"),
        [DataRequired(_l("This field is needed.")), Length(max=500, message=_l("At most 500 characters."))],
        description=_l("The student reads it, as soon as the score may be seen."),
    )

    def validate_mark(self, field: MarkField) -> None:
        """Refuse what is no mark that the answer can have."""
        lowest, highest = self.between
        if field.number is None or not lowest <= field.number <= highest:
            raise ValidationError(_l("Write a number within these bounds, such as 0.5."))

"""Forms of the results."""

from flask_babel import lazy_gettext as _l
from wtforms import IntegerField, SelectField
from wtforms.validators import InputRequired, NumberRange

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

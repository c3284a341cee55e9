"""Which of the class is the same student once more."""

from flask_babel import lazy_gettext as _l
from wtforms import SelectField
from wtforms.validators import InputRequired

from quizapp.web.forms import PageForm


class DoubleForm(PageForm):
    """The other account."""

    other = SelectField(_l("The same student once more"), [InputRequired(_l("Choose somebody."))])

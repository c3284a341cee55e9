"""Forms of classes."""

from flask_babel import lazy_gettext as _l
from wtforms import SelectField, StringField
from wtforms.validators import DataRequired, InputRequired, Length

from quizapp.web.forms import PageForm


class ClassForm(PageForm):
    """A new class."""

    name = StringField(
        _l("Name of the class"),
        [
            DataRequired(_l("This field is needed.")),
            Length(max=60, message=_l("At most 60 characters.")),
        ],
    )
    subject = StringField(_l("Subject"), [Length(max=120, message=_l("At most 120 characters."))])


class MemberForm(PageForm):
    """Somebody to put in a class."""

    person = SelectField(_l("Person"), [InputRequired(_l("Choose somebody."))])

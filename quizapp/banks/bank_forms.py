"""Forms of banks: what one is called, and who sees it."""

from flask_babel import lazy_gettext as _l
from wtforms import RadioField, SelectField, StringField
from wtforms.validators import DataRequired, InputRequired, Length

from quizapp.banks.queries import OWN, SCHOOL
from quizapp.web.forms import PageForm, choices


class BankForm(PageForm):
    """A bank of a teacher's."""

    title = StringField(
        _l("Title of the bank"),
        [DataRequired(_l("This field is needed.")), Length(max=300, message=_l("At most 300 characters."))],
    )
    topic = StringField(
        _l("Topic"),
        [Length(max=120, message=_l("At most 120 characters."))],
        description=_l("Colleagues find the bank by it, such as “Energy” or “European Union”."),
    )
    lang = SelectField(_l("Language of the questions"), choices=choices(("it", _l("Italian")), ("en", _l("English"))))
    licence = StringField(
        _l("Licence"),
        [Length(max=200, message=_l("At most 200 characters."))],
        description=_l("What others may do with the questions, such as “CC BY 4.0”."),
    )
    visible = RadioField(
        _l("Who finds it"),
        choices=choices(
            (OWN, _l("Only me")), (SCHOOL, _l("The teachers of my school: they may use and copy it, not change it"))
        ),
        default=OWN,
    )


class CopyForm(PageForm):
    """Where a copy of an item goes."""

    bank = SelectField(_l("Bank"), [InputRequired(_l("Choose a bank."))])

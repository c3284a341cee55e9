"""Forms of people and sign-in."""

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, PasswordField, SelectField, StringField
from wtforms.validators import DataRequired, Length

from quizapp.accounts.passwords import MIN_LENGTH
from quizapp.accounts.service import SHARED_IDLE_S
from quizapp.core.policy import Role
from quizapp.web.forms import PageForm, choices

_NEEDED = DataRequired(_l("This field is needed."))
_NAME = Length(max=120, message=_l("At most 120 characters."))
_SHORT = Length(max=60, message=_l("At most 60 characters."))


def shared_computer() -> BooleanField:
    """The box of a computer that others use too, with the minutes after which an idle session ends."""
    text = _l("Others use this computer too: sign me out after %(minutes)d minutes", minutes=SHARED_IDLE_S // 60)
    return BooleanField(text)


class SignInForm(PageForm):
    """Name and password."""

    sign_in_name = StringField(_l("Sign-in name"), [_NEEDED])
    password = PasswordField(_l("Password"), [_NEEDED])
    shared = shared_computer()


class SetupForm(PageForm):
    """The first admin."""

    code = StringField(_l("Set-up code"), [_NEEDED])
    name = StringField(_l("Your name"), [_NEEDED, _NAME])
    sign_in_name = StringField(_l("Sign-in name"), [_NEEDED, _SHORT])
    password = PasswordField(
        _l("Password"),
        [_NEEDED, Length(min=MIN_LENGTH, max=200, message=_l("Between 8 and 200 characters."))],
    )


class PersonForm(PageForm):
    """A new person; the password is generated."""

    name = StringField(_l("Name"), [_NEEDED, _NAME])
    sign_in_name = StringField(_l("Sign-in name"), [_NEEDED, _SHORT])
    role = SelectField(
        _l("Role"),
        choices=choices((Role.STUDENT.value, _l("Student")), (Role.TEACHER.value, _l("Teacher"))),
    )

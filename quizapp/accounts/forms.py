"""Forms of people and sign-in."""

from collections.abc import Sequence
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, DateField, PasswordField, RadioField, SelectField, StringField, ValidationError
from wtforms.validators import DataRequired, Length, Optional

from quizapp.accounts.acts import Act
from quizapp.accounts.models import School
from quizapp.accounts.passwords import MIN_LENGTH, is_common
from quizapp.accounts.service import SHARED_IDLE_S
from quizapp.core.policy import Role
from quizapp.web.forms import PageForm, choices, choices_of, near_in_time

_NEEDED = DataRequired(_l("This field is needed."))
_NAME = Length(max=120, message=_l("At most 120 characters."))
_SHORT = Length(max=60, message=_l("At most 60 characters."))


def shared_computer() -> BooleanField:
    """The box of a computer that others use too, with the minutes after which an idle session ends."""
    text = _l("Others use this computer too: sign me out after %(minutes)d minutes", minutes=SHARED_IDLE_S // 60)
    return BooleanField(text)


class SignInForm(PageForm):
    """Name and password, and the school where the installation has more than one."""

    school = SelectField(_l("School"), coerce=int)
    sign_in_name = StringField(_l("Sign-in name"), [_NEEDED])
    password = PasswordField(_l("Password"), [_NEEDED])
    shared = shared_computer()

    def offer(self, schools: Sequence[School]) -> None:
        """Ask for one of these schools; with one alone there is nothing to ask."""
        if len(schools) > 1:
            self.school.choices = choices_of((each.id, each.name) for each in schools)
        else:
            del self.school


class NewPassword(PasswordField):
    """A password that is chosen: long enough, and not among those tried first.

    `names` go with the person, and make a password that is one of them easy to guess.
    """

    def __init__(self, label: Any, **options: Any) -> None:
        length = Length(min=MIN_LENGTH, max=200, message=_l("Between 8 and 200 characters."))
        super().__init__(label, [_NEEDED, length], **options)
        self.names: tuple[str, ...] = ()

    def post_validate(self, _form: object, _stopped: bool) -> None:
        """Refuse what is tried first."""
        if not self.errors and is_common(self.data or "", self.names):
            raise ValidationError(_l("This password is among those that are tried first. Choose another one."))


class SetupForm(PageForm):
    """The first admin."""

    code = StringField(_l("Set-up code"), [_NEEDED])
    name = StringField(_l("Your name"), [_NEEDED, _NAME])
    sign_in_name = StringField(_l("Sign-in name"), [_NEEDED, _SHORT])
    password = NewPassword(_l("Password"))


class PasswordForm(PageForm):
    """Another password of one's own."""

    current = PasswordField(_l("The password you have now"), [_NEEDED])
    password = NewPassword(_l("The new password"))
    again = PasswordField(_l("The new password once more"), [_NEEDED])

    def validate_again(self, field: PasswordField) -> None:
        """Both are the same."""
        if field.data != self.password.data:
            raise ValidationError(_l("This is not the same as above."))


class CodeForm(PageForm):
    """A code of the device, or one for its loss."""

    code = StringField(_l("Code"), [_NEEDED])


class SureForm(PageForm):
    """One's password, before something that a stranger at the computer must not do."""

    password = PasswordField(_l("Your password"), [_NEEDED])


class SwitchOnForm(CodeForm, SureForm):
    """A first code of a device, from somebody who knows the password: a session left open locks nobody out."""


class EndForm(SureForm):
    """What one signs in with, before other browsers are signed out; the code where one is set up."""

    code: StringField | None = StringField(_l("Code of your device"), [_NEEDED])


class RulesForm(PageForm):
    """What a school asks of its administrators."""

    on = BooleanField(_l("Administrators must sign in with a code of their device, too"))


ACTS: dict[Act, Any] = {
    Act.SET_UP: _l("First administrator made"),
    Act.PERSON_MADE: _l("Account made"),
    Act.ACCOUNTS_MADE: _l("Accounts made from a list"),
    Act.PASSWORD: _l("New password or recovery code"),
    Act.BARRED: _l("Sign-in stopped"),
    Act.ADMITTED: _l("Sign-in allowed again"),
    Act.CODES_OFF: _l("Codes at sign-in switched off"),
    Act.CODES_RULE: _l("Rule on administrators’ codes"),
    Act.SIGNED_OUT: _l("Browsers signed out"),
    Act.HANDED_OUT: _l("Data handed out"),
    Act.ERASED: _l("Data erased"),
    Act.KEEPING: _l("Rule on how long data are kept"),
    Act.BACKUP: _l("Backup asked for"),
    Act.RESTORED: _l("Backup restored"),
}
"""What was done, in words."""


class ActsForm(PageForm):
    """Which administrative acts are looked for."""

    class Meta(PageForm.Meta):
        """It is asked for, and changes nothing."""

        csrf = False

    who = StringField(_l("Who did it, or whose account it was"), [Optional(), Length(max=120)])
    act = SelectField(
        _l("What"),
        default="",
        choices=choices(("", _l("Everything")), *((each.value, words) for each, words in ACTS.items())),
    )
    since = DateField(_l("From the day"), [Optional(), near_in_time])
    until = DateField(_l("To the day"), [Optional(), near_in_time])


class PersonForm(PageForm):
    """A new person; the password is generated."""

    name = StringField(_l("Name"), [_NEEDED, _NAME])
    sign_in_name = StringField(_l("Sign-in name"), [_NEEDED, _SHORT])
    role = SelectField(
        _l("Role"),
        choices=choices((Role.STUDENT.value, _l("Student")), (Role.TEACHER.value, _l("Teacher"))),
    )


class ReadingForm(PageForm):
    """How a person wants texts to look."""

    text_size = RadioField(
        _l("Size of texts"), choices=choices((0, _l("Usual")), (1, _l("Large")), (2, _l("Very large"))), coerce=int
    )
    text_spacing = RadioField(
        _l("Space between lines and letters"), choices=choices((0, _l("Usual")), (1, _l("Wide"))), coerce=int
    )

"""Forms of files with questions: which file, and where its questions are to go."""

from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField
from wtforms import SelectField, StringField
from wtforms.validators import Length

from quizapp.formats.registry import FORMATS, READ_FROM
from quizapp.web.forms import PageForm, choices_of

NEW = "new"
"""The choice of a bank that is still to be made."""


class UploadForm(PageForm):
    """A file with questions."""

    file = FileField(_l("File with questions"), description=_l("At most 20 MiB."))
    format = SelectField(
        _l("Format"),
        choices=choices_of([("", _l("Told by its content")), *((name, FORMATS[name].title) for name in READ_FROM)]),
        description=_l("Choose it only if it is not recognised."),
    )


class TargetForm(PageForm):
    """The bank that the questions go into."""

    into = SelectField(_l("Into which bank"))
    title = StringField(
        _l("Title of the new bank"),
        [Length(max=300, message=_l("At most 300 characters."))],
        description=_l("Only if the bank is new."),
    )

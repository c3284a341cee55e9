"""Forms of the bench."""

from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField
from wtforms import (
    DateField,
    HiddenField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
    ValidationError,
)
from wtforms.validators import DataRequired, Length, Optional
from wtforms.widgets import CheckboxInput, ListWidget

from quizapp.bench.provenance import DAYS, FIELDS, Provenance, gathered
from quizapp.bench.wording import LABELS
from quizapp.core.banks import Rights
from quizapp.core.items import Stance
from quizapp.core.sharing import LONGEST_QUOTE
from quizapp.web.forms import PageForm, choices, choices_of, said

_LONG = 200


def _text(name: str, most: int) -> StringField:
    return StringField(LABELS[name], [Length(max=most, message=_l("That is too long."))])


class ProvenanceForm(PageForm):
    """Where an article comes from: each field is filled in or declared unknown."""

    names = FIELDS

    title = _text("title", 500)
    outlet = _text("outlet", _LONG)
    author = _text("author", _LONG)
    published = DateField(LABELS["published"], [Optional()])
    retrieved = DateField(LABELS["retrieved"], [Optional()])
    url = _text("url", 2000)
    licence = _text("licence", _LONG)
    unknown = SelectMultipleField(
        _l("Unknown"),
        choices=choices_of(LABELS.items()),
        option_widget=CheckboxInput(),
        widget=ListWidget(prefix_label=False),
        validate_choice=False,
    )
    rights = RadioField(
        _l("What your class may read"),
        choices=choices(
            (Rights.SENTENCE.value, _l("Only the sentence that proves each answer")),
            (Rights.FULL.value, _l("The whole text, my class alone")),
        ),
        default=Rights.SENTENCE.value,
    )
    purge_on = DateField(_l("Delete the text on (empty: keep it)"), [Optional()])

    def validate_url(self, field: StringField) -> None:
        """An address of the web, or none."""
        if said(field) and not said(field).startswith(("https://", "http://")):
            raise ValidationError(_l("An address starts with https:// or http://."))

    def provenance(self, found: dict[str, Any] | None = None) -> Provenance:
        """What was filled in or declared unknown; for the rest what the file or page says."""
        typed = {name: self[name].data if name in DAYS else said(self[name]) for name in FIELDS}
        rights = Rights(self.rights.data or Rights.SENTENCE.value)
        return gathered(typed, self.unknown.data or (), found or {}, rights=rights, purge_on=self.purge_on.data)


class SayProvenanceForm(ProvenanceForm):
    """The same, where nothing may be left empty in silence; `rest` declares unknown at once what is left empty."""

    rest = HiddenField()

    def provenance(self, found: dict[str, Any] | None = None) -> Provenance:
        """What was filled in or declared unknown, field by field or all that is left."""
        if self.rest.data:
            self.unknown.data = [*(self.unknown.data or ()), *(name for name in FIELDS if not self[name].data)]
        return super().provenance(found)

    def validate(self, extra_validators: Any = None) -> bool:
        """Every field has a value or its tick."""
        sound = bool(super().validate(extra_validators))
        for name in self.provenance().unsaid:
            if not self[name].errors:
                self[name].errors = [_l("Write it, or tick “unknown”.")]
                sound = False
        return sound


class PasteForm(ProvenanceForm):
    """An article as text, file or address; what it says of itself need not be typed."""

    text = TextAreaField(_l("Text of the article"))
    file = FileField(_l("File (text, HTML, PDF or DOCX)"))
    address = StringField(_l("Address of the page"), [Length(max=2000, message=_l("That is too long."))])

    def brought(self) -> bool:
        """Whether there is an article in any of the three."""
        upload = self.file.data
        return bool(said(self.text) or (upload is not None and upload.filename) or said(self.address))


class CounterForm(PageForm):
    """Words of another article beside a question of this one."""

    item = SelectField(_l("Question"))
    article = SelectField(_l("The other article"))
    quote = TextAreaField(
        _l("Its words, exactly as it writes them"),
        [
            DataRequired(_l("Paste the words.")),
            Length(max=LONGEST_QUOTE, message=_l("At most %(num)s characters.", num=LONGEST_QUOTE)),
        ],
    )
    stance = SelectField(
        _l("What they do to the answer"),
        choices=choices((Stance.DISPUTES.value, _l("They dispute it")), (Stance.SUPPORTS.value, _l("They support it"))),
    )
    origin = StringField(
        _l("Who says so there (empty: its newspaper or site)"), [Length(max=200, message=_l("That is too long."))]
    )

"""Forms of upkeep: how a forecast went, and what another article says."""

import datetime
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import DateField, HiddenField, RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional

from quizapp.core.items import CameTrue, Source, Stance
from quizapp.web.forms import PageForm, choices, said

_SHORT = Length(max=500, message=_l("At most 500 characters."))
_NAME = Length(max=200, message=_l("At most 200 characters."))
_NEEDED = _l("This field is needed.")


class ForecastForm(PageForm):
    """How a forecast went, and where that can be read."""

    version = HiddenField()
    came_true = RadioField(
        _l("How did it go?"),
        [InputRequired(_l("Say how it went."))],
        choices=choices(
            (CameTrue.YES.value, _l("It came true")),
            (CameTrue.NO.value, _l("It did not come true")),
            (CameTrue.OPEN.value, _l("It cannot be told yet")),
        ),
    )
    title = StringField(_l("Title of the source"), [_SHORT])
    outlet = StringField(_l("Who published it"), [_NAME])
    date = DateField(_l("Date of the source"), [Optional()])
    url = StringField(_l("Address"), [_SHORT], description=_l("May stay empty."))
    horizon = DateField(
        _l("Look again on"), [Optional()], description=_l("Only for a forecast of which nothing can be told yet.")
    )

    def fits(self, as_of: datetime.date | None, today: datetime.date) -> bool:
        """Whether the fields go together: an outcome has its source, an open forecast a day to come."""
        if not self.validate():
            return False
        if self.came_true.data != CameTrue.OPEN.value:
            return self._has_source(as_of, today)
        if self.horizon.data is None or self.horizon.data <= today:
            self.horizon.errors = [_l("Choose a day to come.")]
        return not self.horizon.errors

    def _has_source(self, as_of: datetime.date | None, today: datetime.date) -> bool:
        for field in (self.title, self.outlet):
            if not said(field):
                field.errors = [_NEEDED]
        if self.date.data is None:
            self.date.errors = [_NEEDED]
        elif self.date.data > today or (as_of is not None and self.date.data < as_of):
            self.date.errors = [_l("The source comes after the forecast, and is no later than today.")]
        if said(self.url) and not said(self.url).startswith(("https://", "http://")):
            self.url.errors = [_l("An address begins with https://.")]
        return not any(field.errors for field in (self.title, self.outlet, self.date, self.url))

    @property
    def source(self) -> Source:
        """The source as the form says it."""
        return Source(said(self.title), said(self.outlet), self.date.data, said(self.url) or None)


class CorroborationForm(PageForm):
    """What another article of the teacher's says: one of its sentences, or words pasted from it."""

    version = HiddenField()
    article = SelectField(_l("Article"), validate_choice=False)
    sentence = SelectField(_l("Sentence"), choices=[], validate_choice=False)
    quote = TextAreaField(
        _l("Or its words, pasted"),
        [Length(max=2000, message=_l("At most 2000 characters."))],
        description=_l("Exactly as the article has them, at most 300 characters."),
    )
    stance = RadioField(
        _l("What it does"),
        [InputRequired(_l("Say whether it supports the answer or disputes it."))],
        choices=choices(
            (Stance.SUPPORTS.value, _l("It supports the answer")), (Stance.DISPUTES.value, _l("It disputes the answer"))
        ),
    )
    origin = StringField(
        _l("Where the news comes from"),
        [InputRequired(_NEEDED), _NAME],
        description=_l("The agency, where the article has it from one: copies of an agency’s story count once."),
    )

    def refuse(self, field: str, message: Any) -> None:
        """Say what is wrong with a field."""
        self[field].errors = [message]

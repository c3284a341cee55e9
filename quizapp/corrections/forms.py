"""Forms of the acts on an item."""

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, TextAreaField
from wtforms.validators import DataRequired, Length

from quizapp.web.forms import PageForm


class WhyForm(PageForm):
    """Why an act is done."""

    why = TextAreaField(
        _l("Why"),
        [DataRequired(_l("This field is needed.")), Length(max=500, message=_l("At most 500 characters."))],
        description=_l("Students and colleagues read it; write no names."),
    )


class TextForm(PageForm):
    """The text of an article, corrected; `known` is the number of the version that was shown."""

    text = TextAreaField(
        _l("Text of the article"),
        [DataRequired(_l("This field is needed.")), Length(max=200_000, message=_l("At most 200,000 characters."))],
    )
    known = HiddenField()

"""The editor's forms: one per item type; their fields are named as the item's keys."""

from collections.abc import Callable
from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField
from wtforms import (
    BooleanField,
    DateField,
    FieldList,
    FormField,
    RadioField,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms import Form as PlainForm
from wtforms.validators import DataRequired, Length, Optional

from quizapp.core.items import CameTrue, Difficulty
from quizapp.core.kinds import Kind
from quizapp.core.lifecycle import Timing
from quizapp.core.types.multiple import Rule
from quizapp.core.types.number import ToleranceKind
from quizapp.web.forms import PageForm, choices

MOST_ROWS = 20
_LONG = Length(max=2000, message=_l("At most 2000 characters."))
_SHORT = Length(max=500, message=_l("At most 500 characters."))
_TINY = Length(max=60, message=_l("At most 60 characters."))
KINDS = [
    ("", _l("Not said")),
    (Kind.FACT.value, _l("Stated as fact")),
    (Kind.CLAIM.value, _l("Claim")),
    (Kind.FORECAST.value, _l("Forecast")),
    (Kind.OPINION.value, _l("Opinion")),
]
_SHARE = _l("Share of the mark")
_SHARE_HINT = _l("1 is the whole mark; 1/2 is half of it; 0 is a wrong answer that you foresee.")


def _offered() -> SelectField:
    """A sentence of the article, filled in by the view."""
    return SelectField(_l("Its sentence in the article"), choices=[], validate_choice=False)


def _rows(label: Any, row: type[PlainForm]) -> "FieldList[Any]":
    return FieldList(FormField(row), label, max_entries=MOST_ROWS)


class OptionRow(PlainForm):
    """An option of which one is right."""

    text = StringField(_l("Answer"), [_SHORT])
    feedback = StringField(_l("What it tells the student"), [_LONG])


class KeyRow(PlainForm):
    """An option that may be one of several right ones."""

    text = StringField(_l("Answer"), [_SHORT])
    right = BooleanField(_l("It is right"))
    fraction = StringField(_l("Weight"), [_TINY], description=_l("Only under the rule “weights”: from -1 to 1."))
    feedback = StringField(_l("What it tells the student"), [_LONG])


class AnswerRow(PlainForm):
    """A typed answer that is foreseen."""

    text = StringField(_l("Answer"), [_SHORT], description=_l("An asterisk stands for any words."))
    fraction = StringField(_SHARE, [_TINY], default="1", description=_SHARE_HINT)
    feedback = StringField(_l("What it tells the student"), [_LONG])


class NumberRow(PlainForm):
    """A number that is foreseen."""

    value = StringField(_l("Number"), [_TINY], description=_l("Left empty: any other number."))
    tolerance = StringField(_l("Tolerance"), [_TINY])
    tolerance_kind = SelectField(
        _l("The tolerance is"),
        choices=choices(
            (ToleranceKind.ABSOLUTE.value, _l("an amount, such as 5")),
            (ToleranceKind.RELATIVE.value, _l("a share of the number, such as 5%")),
        ),
    )
    fraction = StringField(_SHARE, [_TINY], default="1", description=_SHARE_HINT)
    feedback = StringField(_l("What it tells the student"), [_LONG])


class PairRow(PlainForm):
    """Two sides that belong together."""

    left = StringField(_l("Left side"), [_SHORT])
    right = StringField(_l("What goes with it"), [_SHORT])
    feedback = StringField(_l("What it tells the student"), [_LONG])
    evidence = _offered()


class ExtraRow(PlainForm):
    """A right side that goes with nothing."""

    text = StringField(_l("Right side that goes with nothing"), [_SHORT])


class StepRow(PlainForm):
    """An entry of an order."""

    text = StringField(_l("Entry"), [_SHORT])
    feedback = StringField(_l("What it tells the student"), [_LONG])
    evidence = _offered()


class GapRow(PlainForm):
    """A gap and what fills it."""

    type = SelectField(
        _l("How it is filled"),
        choices=choices(
            ("choice", _l("By choosing from a list")),
            ("text", _l("By writing words")),
            ("number", _l("By writing a number")),
        ),
    )
    right = TextAreaField(_l("What fills it rightly"), [_LONG], description=_l("One a line; a list has one alone."))
    wrong = TextAreaField(_l("Wrong answers to choose from"), [_LONG], description=_l("One a line, for a list."))
    tolerance = StringField(_l("Tolerance"), [_TINY], description=_l("For a number."))
    weight = StringField(_l("Weight"), [_TINY], default="1")


class CategoryRow(PlainForm):
    """A category to sort into."""

    text = StringField(_l("Category"), [_SHORT])
    kind = SelectField(_l("Kind of sentence"), choices=choices(*KINDS))


class StatementRow(PlainForm):
    """A sentence to sort."""

    text = StringField(_l("Sentence"), [_SHORT])
    category = SelectField(_l("Its category"), choices=[], validate_choice=False)
    feedback = StringField(_l("What it tells the student"), [_LONG])
    evidence = _offered()


class EvidenceRow(PlainForm):
    """A sentence that the item stands on."""

    sentence = SelectField(_l("Sentence"), choices=[], validate_choice=False)


class SourceRow(PlainForm):
    """Something to read beyond the article."""

    title = StringField(_l("Title"), [_SHORT])
    outlet = StringField(_l("Who published it"), [Length(max=200, message=_l("At most 200 characters."))])
    date = DateField(_l("Date of the source"), [Optional()])
    url = StringField(_l("Address"), [_SHORT])


class ManyForm(PageForm):
    """What is said at once of many questions that do not say it."""

    as_of = DateField(
        _l("Answer valid as of"), [Optional()], description=_l("The day on which the answer was certainly right.")
    )
    title = StringField(
        _l("Where the answers can be read"), [_SHORT], description=_l("For instance the title of the textbook.")
    )
    outlet = StringField(_l("Who published it"), [Length(max=200, message=_l("At most 200 characters."))])
    url = StringField(_l("Address"), [_SHORT])


class ItemForm(PageForm):
    """What every editor shares."""

    stem = TextAreaField(_l("Question"), [DataRequired(_l("Write the question.")), _LONG])
    explanation = TextAreaField(
        _l("Explanation for the student"),
        [_LONG],
        description=_l("Read after every answer, right or wrong: why the right answer is right."),
    )
    evidence = _rows(_l("The sentences it stands on"), EvidenceRow)
    kind = SelectField(_l("Kind of the sentence asked about"), choices=choices(*KINDS))
    holder = StringField(
        _l("Whose claim it is"),
        [Length(max=300, message=_l("At most 300 characters."))],
        description=_l("For a claim: the speaker as the article names them, also named in the question."),
    )
    as_of = DateField(
        _l("Answer valid as of"), [Optional()], description=_l("The day on which the answer was certainly right.")
    )
    timing = SelectField(
        _l("Does it say when?"),
        choices=choices(
            (Timing.DATED.value, _l("Yes, the question names its date")),
            (Timing.CURRENT.value, _l("No, it must be checked again by a date")),
        ),
    )
    review_by = DateField(
        _l("Check again by"),
        [Optional()],
        description=_l("Only for a question that does not name its date. Left empty, a day is proposed."),
    )
    horizon = DateField(
        _l("When it can be told how it went"),
        [Optional()],
        description=_l("Only for a forecast. Left empty: the end of the year that it names, or a year on."),
    )
    came_true = SelectField(
        _l("How the forecast went"),
        choices=choices(
            ("", _l("Not said")),
            (CameTrue.OPEN.value, _l("Still open")),
            (CameTrue.YES.value, _l("It came true")),
            (CameTrue.NO.value, _l("It did not come true")),
        ),
        description=_l("With the source that tells it among the sources beyond the article."),
    )
    sources = _rows(_l("Sources beyond the article"), SourceRow)
    title = StringField(_l("Short title"), [_SHORT], description=_l("For lists; may stay empty."))
    category = StringField(_l("Topic"), [Length(max=120, message=_l("At most 120 characters."))])
    tags = StringField(_l("Tags"), [_SHORT], description=_l("Separated by commas."))
    difficulty = SelectField(
        _l("Difficulty"),
        choices=choices(
            ("", _l("Not said")),
            (Difficulty.EASY.value, _l("Easy")),
            (Difficulty.MEDIUM.value, _l("Medium")),
            (Difficulty.HARD.value, _l("Hard")),
        ),
    )
    points = StringField(_l("Points"), [_TINY], default="1")


class ChoiceForm(ItemForm):
    """`choice`: options of which one is right."""

    options = _rows(_l("Answers: mark the right one"), OptionRow)
    key = RadioField(_l("The right answer"), choices=[], validate_choice=False)


class MultipleForm(ItemForm):
    """`multiple`: options of which several may be right, and the rule for partial credit."""

    options = _rows(_l("Answers: mark the right ones"), KeyRow)
    rule = SelectField(
        _l("Rule for partial credit"),
        choices=choices(
            (Rule.NET_CORRECT.value, _l("Right ones chosen minus wrong ones chosen")),
            (Rule.ALL_OR_NOTHING.value, _l("All or nothing")),
            (Rule.EACH_ANSWER.value, _l("Every answer counts, chosen or left out")),
            (Rule.WEIGHTS.value, _l("The weights of the answers")),
        ),
    )


class TrueFalseForm(ItemForm):
    """`true_false`: a statement, its truth, and what is true instead."""

    truth = RadioField(
        _l("The statement is"),
        choices=choices(("true", _l("True")), ("false", _l("False"))),
        default="true",
    )
    feedback = StringField(_l("Feedback on the wrong answer"), [_LONG])
    correction = StringField(_l("What is true, for a false statement"), [_LONG])


class TextForm(ItemForm):
    """`text`: accepted answers, and what counts when they are compared."""

    answers = _rows(_l("Accepted answers, tried in order"), AnswerRow)
    case = BooleanField(_l("Capitals count"))
    accents = BooleanField(_l("Accents count"))
    punctuation = BooleanField(_l("Punctuation counts"))
    spaces = BooleanField(_l("Spaces count"))


class NumberForm(ItemForm):
    """`number`: accepted numbers, each with its tolerance."""

    numbers = _rows(_l("Accepted numbers, tried in order"), NumberRow)
    unit = StringField(_l("Unit"), [_TINY], description=_l("Shown beside the box; may stay empty."))


class MatchingForm(ItemForm):
    """`matching`: pairs, and right sides that go with nothing."""

    pairs = _rows(_l("Pairs"), PairRow)
    extra_rights = _rows(_l("Right sides that go with nothing"), ExtraRow)


class OrderingForm(ItemForm):
    """`ordering`: entries in their right order."""

    order = _rows(_l("Entries in their right order"), StepRow)


class ClozeForm(ItemForm):
    """`cloze`: what fills the gaps that the text marks."""

    gaps = _rows(_l("Gaps: the first is [[1]] in the text, the second [[2]]"), GapRow)


class ClassifyForm(ItemForm):
    """`classify`: categories, and statements to sort into them."""

    categories = _rows(_l("Categories"), CategoryRow)
    statements = _rows(_l("Sentences to sort"), StatementRow)


FORMS: dict[str, Callable[..., ItemForm]] = {
    "choice": ChoiceForm,
    "multiple": MultipleForm,
    "true_false": TrueFalseForm,
    "text": TextForm,
    "number": NumberForm,
    "matching": MatchingForm,
    "ordering": OrderingForm,
    "cloze": ClozeForm,
    "classify": ClassifyForm,
}


class PictureForm(PageForm):
    """A picture and what it shows, in words."""

    picture = FileField(_l("Picture"), description=_l("PNG, JPEG or WebP, at most 1 MB."))
    alt = StringField(
        _l("What it shows, in words"),
        [DataRequired(_l("Say in words what the picture shows.")), _SHORT],
        description=_l("Read out to whoever does not see it; it must not give the answer away."),
    )


class SupersedeForm(PageForm):
    """Why the world has changed, the source that says so, and the bank for the new question."""

    why = TextAreaField(
        _l("What has changed"),
        [DataRequired(_l("This field is needed.")), Length(max=500, message=_l("At most 500 characters."))],
        description=_l("Students and colleagues read it; write no names."),
    )
    title = StringField(_l("Title of the source"), [DataRequired(_l("This field is needed.")), _SHORT])
    outlet = StringField(
        _l("Who published it"),
        [DataRequired(_l("This field is needed.")), Length(max=200, message=_l("At most 200 characters."))],
    )
    date = DateField(_l("Date of the source"), [DataRequired(_l("This field is needed."))])
    url = StringField(_l("Address"), [_SHORT])
    bank = SelectField(_l("Bank of the new question"))

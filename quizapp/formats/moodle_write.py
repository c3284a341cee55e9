"""Moodle XML, written so that Moodle and `moodle_read` read the same: what all types share, and what is lost."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from xml.sax.saxutils import quoteattr

from quizapp.core.items import Item, TextFormat
from quizapp.core.problems import Problem
from quizapp.core.text import USUAL, Match
from quizapp.core.types import (
    ChoiceBody,
    ClozeBody,
    MultipleBody,
    NumberBody,
    TextBody,
)
from quizapp.core.types.multiple import Rule
from quizapp.core.wording import Wording
from quizapp.formats.exchange import SAYS, Found, Written, losses
from quizapp.formats.moodle_bodies import (
    body_of,
    coded_stem,
    content_of,
    looks_coded,
    plugged,
    relative,
    text_of,
    told,
    weighed,
)
from quizapp.formats.shares import is_grade

NAME = "Moodle XML"
COMMON = frozenset(
    {
        "id", "lang", "status", "title", "text_format", "explanation", "tags", "category", "idnumber", "points",
        "penalty", "combined_feedback", "hints", "files",
    }
)  # fmt: skip
_SHARED = frozenset({"fraction", "feedback", "text"})
_OPTIONS = frozenset({*(f"options.{name}" for name in _SHARED), "options.pinned"})
CARRIED = {
    "choice": _OPTIONS,
    "multiple": _OPTIONS | {"rule"},
    "true_false": frozenset(f"options.{name}" for name in _SHARED),
    "text": frozenset({"match", *(f"answers.{name}" for name in _SHARED)}),
    "number": frozenset(
        {"unit", *(f"numbers.{name}" for name in ("value", "tolerance", "tolerance_kind", "fraction", "feedback"))}
    ),
    "matching": frozenset({"pairs.left", "pairs.right", "extra_rights"}),
    "ordering": frozenset({"order.text"}),
    "cloze": frozenset(f"gaps.{name}" for name in ("type", "weight", "options", "answers", "numbers", "match", "unit")),
}
"""What Moodle XML carries of each type; `id`, `lang` and `status` are set anew where the file is read."""
_SAYS = {
    "moodle-code": Wording(
        "il testo contiene una parentesi graffa che Moodle prenderebbe per una lacuna",
        "the text holds a brace that Moodle would take for a gap",
    ),
    "moodle-weight": Wording(
        "Moodle non ammette il peso {value}: è scritto il più vicino",
        "Moodle has no weight {value}: the nearest is written",
    ),
}
_CASED = Match(case=True)
_COMBINED = frozenset({"choice", "multiple", "matching", "ordering"})
"""The types to which Moodle tells something by the verdict."""


def write_moodle(items: Sequence[Item]) -> Written:
    """The items as Moodle XML, and a warning for each thing it cannot say."""
    found = losses(items, CARRIED, COMMON, NAME)
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', "<quiz>"]
    category: str | None = None
    for index, item in enumerate(items, 1):
        if item.type not in CARRIED:
            continue
        if looks_coded(item):
            found.append(
                Found(Problem("moodle-code", (), _SAYS["moodle-code"], {}), index, element="stem", item=item.id)
            )
            continue
        if item.category != category:
            category = item.category
            lines += [
                '<question type="category"><category>',
                text_of(f"$course$/{category or ''}"),
                "</category></question>",
            ]
        found += _weakened(index, item)
        lines += _question(item)
    lines.append("</quiz>\n")
    return Written("\n".join(lines).encode(), tuple(found))


def _weakened(index: int, item: Item) -> Iterator[Found]:
    """What is carried, but not as it was."""
    for element in dict.fromkeys(_changed(item)):
        values: dict[str, object] = {"format": NAME, "field": element.rpartition(".")[2]}
        yield Found(
            Problem("field-not-carried", (), SAYS["field-not-carried"], values, "warning"),
            index,
            None,
            None,
            element,
            item.id,
        )
    for share in dict.fromkeys(_shares(item)):
        if not is_grade(share):
            values = {"value": str(share)}
            yield Found(
                Problem("moodle-weight", (), _SAYS["moodle-weight"], values, "warning"),
                index,
                None,
                None,
                "fraction",
                item.id,
            )


def _changed(item: Item) -> Iterator[str]:
    body = item.body
    if item.combined_feedback and item.type not in _COMBINED:
        yield "combined_feedback"
    if isinstance(body, MultipleBody) and body.rule is not Rule.WEIGHTS:
        yield "rule"
    if isinstance(body, TextBody) and body.match not in {USUAL, _CASED}:
        yield "match"
    if isinstance(body, NumberBody) and any(map(relative, body.numbers)):
        yield "numbers.tolerance_kind"
    if isinstance(body, ChoiceBody | MultipleBody) and len({option.pinned for option in body.options}) > 1:
        yield "options.pinned"
    if isinstance(body, ClozeBody):
        if item.points != 1:
            yield "points"  # the sum of the weights, to Moodle
        yield from _changed_gaps(body)


def _changed_gaps(body: ClozeBody) -> Iterator[str]:
    for gap in body.gaps:
        if gap.weight.denominator != 1:
            yield "gaps.weight"
        if isinstance(gap.body, TextBody) and gap.body.match not in {USUAL, _CASED}:
            yield "gaps.match"
        if isinstance(gap.body, NumberBody) and gap.body.unit:
            yield "gaps.unit"
        if isinstance(gap.body, NumberBody) and any(map(relative, gap.body.numbers)):
            yield "gaps.numbers"
        if isinstance(gap.body, ChoiceBody) and any(option.pinned for option in gap.body.options):
            yield "gaps.options"


def _shares(item: Item) -> Iterator[Fraction]:
    bodies = [gap.body for gap in item.body.gaps] if isinstance(item.body, ClozeBody) else [item.body]
    for body in bodies:
        if isinstance(body, MultipleBody):
            yield from (share for _option, share in weighed(body))
        elif isinstance(body, ChoiceBody):
            yield from (option.fraction for option in body.options)
        elif isinstance(body, TextBody):
            yield from (answer.fraction for answer in body.answers)
        elif isinstance(body, NumberBody):
            yield from (number.fraction for number in body.numbers)


_NAMES = {
    "choice": "multichoice", "multiple": "multichoice", "true_false": "truefalse", "text": "shortanswer",
    "number": "numerical", "matching": "matching", "ordering": "ordering", "cloze": "cloze",
}  # fmt: skip


def _question(item: Item) -> Iterator[str]:
    kind = _format(item)
    yield f'<question type="{_NAMES[item.type]}">'
    yield f"<name>{text_of(item.title or '')}</name>"
    stem = coded_stem(item, item.body) if isinstance(item.body, ClozeBody) else item.stem
    yield f'<questiontext format="{kind}">{text_of(plugged(stem))}'
    yield from (
        f'<file name={quoteattr(each.name)} path="/" encoding="base64">{each.base64}</file>' for each in item.files
    )
    yield "</questiontext>"
    yield told("generalfeedback", item.explanation, kind)
    if not isinstance(item.body, ClozeBody):
        yield f"<defaultgrade>{_decimal(item.points)}</defaultgrade>"
    if item.penalty is not None:
        yield f"<penalty>{_decimal(item.penalty)}</penalty>"
    if item.idnumber:
        yield f"<idnumber>{content_of(item.idnumber)}</idnumber>"
    yield from body_of(item, kind)
    yield from _feedback(item, kind)
    if item.tags:
        yield f"<tags>{''.join(f'<tag>{text_of(tag)}</tag>' for tag in item.tags)}</tags>"
    yield "</question>"


def _format(item: Item) -> str:
    return "html" if item.text_format is TextFormat.HTML else "plain_text"


def _decimal(value: Fraction) -> str:
    return f"{float(value):.7f}"


def _feedback(item: Item, kind: str) -> Iterator[str]:
    combined = item.combined_feedback
    if combined and item.type in _COMBINED:
        yield told("correctfeedback", combined.correct, kind)
        yield told("partiallycorrectfeedback", combined.partial, kind)
        yield told("incorrectfeedback", combined.incorrect, kind)
    for hint in item.hints:
        flags = ("<shownumcorrect/>" if hint.show_count else "") + ("<clearwrong/>" if hint.clear_wrong else "")
        yield f'<hint format="{kind}">{text_of(plugged(hint.text))}{flags}</hint>'

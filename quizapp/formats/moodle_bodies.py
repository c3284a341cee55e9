"""Moodle XML: how each type of question is written inside its element."""

import html
import math
import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from xml.sax.saxutils import escape

from quizapp.core.items import Item, TextFormat
from quizapp.core.numbers import written_number
from quizapp.core.types import (
    ChoiceBody,
    ClozeBody,
    MatchingBody,
    MultipleBody,
    NumberBody,
    OrderingBody,
    TextBody,
    TrueFalseBody,
)
from quizapp.core.types.cloze import Gap
from quizapp.core.types.entries import Option
from quizapp.core.types.multiple import Rule
from quizapp.core.types.number import Accepted, ToleranceKind
from quizapp.formats.cloze_codes import guarded
from quizapp.formats.shares import percent_of

_FILE = re.compile(r"\bfile:([^\"'\s>]+)")
_AUTO = "moodle_auto_format"
_CODE_LIKE = re.compile(r"\{(?=[0-9]*:[A-Z_]+:|#[0-9])")


def text_of(text: str) -> str:
    """An element `text`."""
    return f"<text>{content_of(text)}</text>"


def content_of(text: str) -> str:
    """A text as the content of an element: whole, as Moodle drops the white space between two escaped signs."""
    if escape(text) == text:
        return text
    return f"<![CDATA[{text.replace(']]>', ']]]]><![CDATA[>')}]]>"


def plugged(text: str) -> str:
    """Its pictures by the address that Moodle gives them."""
    return _FILE.sub(r"@@PLUGINFILE@@/\1", text)


def told(element: str, text: str | None, kind: str) -> str:
    """An element with a text in the item's format."""
    return f'<{element} format="{kind}">{text_of(plugged(text or ""))}</{element}>'


def relative(number: Accepted) -> bool:
    """Whether its tolerance is a share of its value."""
    return number.tolerance_kind is ToleranceKind.RELATIVE and number.value is not None and number.tolerance != 0


def body_of(item: Item, kind: str) -> Iterator[str]:
    """What a type owns, as elements."""
    body = item.body
    if isinstance(body, TrueFalseBody):
        return (_answer(each.fraction, each.text, each.feedback, kind, _AUTO) for each in body.options)
    if isinstance(body, ChoiceBody | MultipleBody):
        return _choice(body, kind)
    if isinstance(body, TextBody):
        return _short(body, kind)
    if isinstance(body, NumberBody):
        return _numerical(body, kind)
    if isinstance(body, MatchingBody):
        return _matching(body, kind)
    return _ordering(body, kind) if isinstance(body, OrderingBody) else iter(())


def _answer(share: Fraction, text: str, feedback: str | None, kind: str, form: str, more: str = "") -> str:
    inner = f"{text_of(text)}{more}{told('feedback', feedback, kind)}"
    return f'<answer fraction="{percent_of(share)}" format="{form}">{inner}</answer>'


def _choice(body: ChoiceBody | MultipleBody, kind: str) -> Iterator[str]:
    single = isinstance(body, ChoiceBody)
    fixed = all(option.pinned for option in body.options)
    yield f"<single>{str(single).lower()}</single><shuffleanswers>{str(not fixed).lower()}</shuffleanswers>"
    shares = [(each, each.fraction) for each in body.options] if isinstance(body, ChoiceBody) else weighed(body)
    for option, share in shares:
        yield _answer(share, plugged(option.text), option.feedback, kind, kind)


def weighed(body: MultipleBody) -> list[tuple[Option, Fraction]]:
    """Options with the weights that Moodle needs: a share per key, as much off for any other."""
    if body.rule is Rule.WEIGHTS:
        return [(option, option.fraction) for option in body.options]
    keys = sum(option.is_key for option in body.options) or 1
    return [(option, Fraction(1 if option.is_key else -1, keys)) for option in body.options]


def _short(body: TextBody, kind: str) -> Iterator[str]:
    yield f"<usecase>{int(body.match.case)}</usecase>"
    for each in body.answers:
        yield _answer(each.fraction, each.text, each.feedback, kind, _AUTO)


def _numerical(body: NumberBody, kind: str) -> Iterator[str]:
    for number in body.numbers:
        slack = _slack(number)
        more = f"<tolerance>{slack}</tolerance>"
        yield _answer(number.fraction, _figure(number), number.feedback, kind, _AUTO, more)
    if body.unit:
        unit = f"<unit><multiplier>1</multiplier><unit_name>{content_of(body.unit)}</unit_name></unit>"
        yield f"<units>{unit}</units><unitgradingtype>0</unitgradingtype><showunits>0</showunits>"


def _figure(number: Accepted) -> str:
    return "*" if number.value is None else str(written_number(number.value))


def _slack(number: Accepted) -> str:
    slack = abs(number.value or Decimal(0)) * number.tolerance if relative(number) else number.tolerance
    return str(written_number(slack))


def _matching(body: MatchingBody, kind: str) -> Iterator[str]:
    yield "<shuffleanswers>true</shuffleanswers>"
    sides = [(pair.left, pair.right) for pair in body.pairs] + [("", right) for right in body.extra_rights]
    for left, right in sides:
        yield f'<subquestion format="{kind}">{text_of(plugged(left))}<answer>{text_of(right)}</answer></subquestion>'


def _ordering(body: OrderingBody, kind: str) -> Iterator[str]:
    yield "<layouttype>VERTICAL</layouttype><selecttype>ALL</selecttype><selectcount>0</selectcount>"
    yield "<gradingtype>RELATIVE_NEXT_EXCLUDE_LAST</gradingtype><showgrading>SHOW</showgrading>"
    for place, step in enumerate(body.order, 1):
        yield f'<answer fraction="{place}.0000000" format="{kind}">{text_of(plugged(step.text))}</answer>'


def coded_stem(item: Item, body: ClozeBody) -> str:
    """The stem with Moodle's codes in its gaps; weights as whole numbers. In HTML, what only looks like one is none."""
    raised = item.text_format is TextFormat.HTML
    scale = math.lcm(*(gap.weight.denominator for gap in body.gaps)) if body.gaps else 1
    codes = [_code(gap, int(gap.weight * scale), raised=raised) for gap in body.gaps]

    def put(match: re.Match[str]) -> str:
        number = int(match["gap"] or 0)
        return "[[" if match["gap"] is None else codes[number - 1] if 0 < number <= len(codes) else match[0]

    stem = _CODE_LIKE.sub("&#123;", item.stem) if raised else item.stem
    return re.sub(r"\\\[\[|\[\[(?P<gap>[1-9][0-9]{0,3})\]\]", put, stem)


def looks_coded(item: Item) -> bool:
    """Whether a plain text with gaps holds what Moodle would take for one of its codes."""
    plain = isinstance(item.body, ClozeBody) and item.text_format is TextFormat.PLAIN
    return plain and _CODE_LIKE.search(item.stem) is not None


def _code(gap: Gap, weight: int, *, raised: bool) -> str:
    body = gap.body

    def marked(text: str | None) -> str:
        said = text or ""
        return said if raised else html.escape(said, quote=False).replace("\n", "<br>")

    if isinstance(body, ChoiceBody):
        parts = [_part(each.fraction, guarded(marked(each.text)), marked(each.feedback)) for each in body.options]
        fixed = all(option.pinned for option in body.options)
        return f"{{{weight}:{'MULTICHOICE' if fixed else 'MULTICHOICE_S'}:{'~'.join(parts)}}}"
    if isinstance(body, TextBody):
        parts = [_part(each.fraction, guarded(each.text), marked(each.feedback)) for each in body.answers]
        return f"{{{weight}:{'SHORTANSWER_C' if body.match.case else 'SHORTANSWER'}:{'~'.join(parts)}}}"
    numbers = body.numbers if isinstance(body, NumberBody) else ()
    parts = [_part(each.fraction, f"{_figure(each)}{_after(each)}", marked(each.feedback)) for each in numbers]
    return f"{{{weight}:NUMERICAL:{'~'.join(parts)}}}"


def _after(number: Accepted) -> str:
    slack = _slack(number)
    return "" if number.value is None or slack == "0" else f":{slack}"


def _part(share: Fraction, text: str, feedback: str) -> str:
    sign = "=" if share == 1 else f"%{percent_of(share)}%"
    return f"{sign}{text}" + (f"#{guarded(feedback)}" if feedback else "")

r"""GIFT, written so that Moodle and `gift_read` read the same: every text with its format, line ends as `\n`."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import chain

from quizapp.core.items import Item, TextFormat
from quizapp.core.numbers import written_number
from quizapp.core.problems import Problem
from quizapp.core.text import USUAL
from quizapp.core.types import ChoiceBody, MatchingBody, MultipleBody, NumberBody, TextBody, TrueFalseBody
from quizapp.core.types.multiple import Rule
from quizapp.core.types.number import Accepted
from quizapp.core.wording import Wording
from quizapp.formats.exchange import SAYS, Found, Written, losses
from quizapp.formats.moodle_bodies import relative, weighed
from quizapp.formats.shares import is_grade, percent_of

NAME = "GIFT"
COMMON = frozenset({"id", "lang", "status", "title", "text_format", "explanation", "tags", "category", "idnumber"})
_SHARED = frozenset({"fraction", "feedback", "text"})
CARRIED = {
    "choice": frozenset(f"options.{name}" for name in _SHARED),
    "multiple": frozenset({"rule", *(f"options.{name}" for name in _SHARED)}),
    "true_false": frozenset(f"options.{name}" for name in _SHARED),
    "text": frozenset({"match", *(f"answers.{name}" for name in _SHARED)}),
    "number": frozenset(
        {f"numbers.{name}" for name in ("value", "tolerance", "tolerance_kind", "fraction", "feedback")}
    ),
    "matching": frozenset({"pairs.left", "pairs.right", "extra_rights"}),
}
"""What GIFT carries of each type; `id`, `lang` and `status` are set anew where the file is read."""
_SAYS = {
    "gift-weight": Wording(
        "Moodle non ammette il peso {share}: è scritto il più vicino",
        "Moodle has no weight {share}: the nearest is written",
    ),
    "gift-arrow-inside": Wording(
        "un lato o una risposta contiene «->», che in GIFT divide",
        "a side or an answer holds “->”, which divides in GIFT",
    ),
}
_BREAKS, _UNTAGGED = re.compile(r"[\x00-\x1f\x7f]+"), re.compile(r"[<>`]+")
_ESCAPED = str.maketrans({sign: f"\\{sign}" for sign in ":#={}~"} | {"\\": "\\\\", "\n": "\\n"})


def write_gift(items: Sequence[Item]) -> Written:
    """The items as GIFT, and a warning for each thing it cannot say."""
    found = losses(items, CARRIED, COMMON, NAME)
    lines: list[str] = []
    category: str | None = None
    for index, item in enumerate(items, 1):
        if item.type not in CARRIED:
            continue
        arrow = _arrow_in(item)
        if arrow:
            found.append(_problem("gift-arrow-inside", index, item, arrow, error=True))
            continue
        if item.category != category:
            category = item.category
            lines += [f"$CATEGORY: $course$/{category or ''}", ""]
        found += _weakened(index, item)
        lines += [*_question(item), ""]
    return Written("\n".join(lines).encode(), tuple(found))


def _arrow_in(item: Item) -> str | None:
    """Where a text would be cut in two: answers to type that hold `->` are pairs to GIFT."""
    if isinstance(item.body, MatchingBody) and any("->" in pair.left for pair in item.body.pairs):
        return "pairs.left"
    answers = item.body.answers if isinstance(item.body, TextBody) else ()
    said = (text for answer in answers for text in (answer.text, answer.feedback or ""))
    return "answers.text" if any("->" in text for text in said) else None


def _problem(code: str, index: int, item: Item, element: str, *, error: bool = False, **values: object) -> Found:
    says = {**SAYS, **_SAYS}[code]
    return Found(Problem(code, (), says, values, "error" if error else "warning"), index, element=element, item=item.id)


def _weakened(index: int, item: Item) -> Iterator[Found]:
    """What is carried, but not as it was."""
    body = item.body
    if isinstance(body, MultipleBody) and body.rule is not Rule.WEIGHTS:
        yield _problem("field-not-carried", index, item, "rule", format=NAME, field="rule")
    if isinstance(body, TextBody) and body.match != USUAL:
        yield _problem("field-not-carried", index, item, "match", format=NAME, field="match")
    if isinstance(body, NumberBody) and any(relative(number) for number in body.numbers):
        yield _problem("field-not-carried", index, item, "numbers.tolerance_kind", format=NAME, field="tolerance_kind")
    if any(_UNTAGGED.search(tag) for tag in item.tags):
        yield _problem("field-not-carried", index, item, "tags", format=NAME, field="tags")
    for share in _shares(item):
        if not is_grade(share):
            yield _problem("gift-weight", index, item, "fraction", share=str(share))


def _shares(item: Item) -> Iterator[Fraction]:
    body = item.body
    entries = (
        weighed(body) if isinstance(body, MultipleBody)
        else [(option, option.fraction) for option in body.options] if isinstance(body, ChoiceBody)
        else [(answer, answer.fraction) for answer in body.answers] if isinstance(body, TextBody)
        else [(number, number.fraction) for number in body.numbers] if isinstance(body, NumberBody)
        else []
    )  # fmt: skip
    yield from (share for _entry, share in entries)


def _question(item: Item) -> Iterator[str]:
    if item.idnumber:
        yield f"// [id:{_bracketed(item.idnumber)}]"
    yield from (f"// [tag:{_bracketed(tag)}]" for tag in map(_tagged, item.tags) if tag)
    title = f"::{_said(' '.join(item.title.split()))}::" if item.title else ""
    kind = "html" if item.text_format is TextFormat.HTML else "plain"
    yield f"{title}[{kind}]{_said(item.stem)}{{"
    yield from _answers(item, kind)
    if item.explanation:
        yield f"####{_said(item.explanation)}"
    yield "}"


def _bracketed(text: str) -> str:
    return _BREAKS.sub(" ", text).strip().replace("]", "\\]")


def _tagged(tag: str) -> str:
    """A tag without the signs that no tag of Moodle has."""
    return " ".join(_UNTAGGED.sub("", tag).split())


def _said(text: str) -> str:
    return text.translate(_ESCAPED)


def _told(feedback: str | None) -> str:
    return f"#{_said(feedback)}" if feedback else ""


def _answers(item: Item, kind: str) -> Iterator[str]:
    body = item.body
    if isinstance(body, TrueFalseBody):
        return iter((_truth(body),))
    if isinstance(body, ChoiceBody | MultipleBody):
        return _options(body, kind)
    if isinstance(body, TextBody):
        return (f"={_weight(each.fraction)}{_opened(each.text, kind)}{_told(each.feedback)}" for each in body.answers)
    if isinstance(body, MatchingBody):
        pairs = (f"={_opened(pair.left, kind)} -> {_said(pair.right)}" for pair in body.pairs)
        return chain(pairs, (f"= -> {_said(right)}" for right in body.extra_rights))
    return chain("#", map(_number, body.numbers)) if isinstance(body, NumberBody) else iter(())


def _options(body: ChoiceBody | MultipleBody, kind: str) -> Iterator[str]:
    shares = weighed(body) if isinstance(body, MultipleBody) else [(each, each.fraction) for each in body.options]
    for option, share in shares:
        right = isinstance(body, ChoiceBody) and share == 1
        weight = _weight(share) if not right and (share or option.text.startswith("%")) else ""
        yield f"{'=' if right else '~'}{weight}{_opened(option.text, kind)}{_told(option.feedback)}"


def _opened(text: str, kind: str) -> str:
    """A text that opens with a bracket says its format, or the bracket would be taken for one."""
    return f"[{kind}]{_said(text)}" if text.startswith("[") else _said(text)


def _weight(share: Fraction) -> str:
    return f"%{percent_of(share)}%"


def _truth(body: TrueFalseBody) -> str:
    true, false = body.options
    right, wrong = (true, false) if body.statement_is_true else (false, true)
    said = "TRUE" if body.statement_is_true else "FALSE"
    if not wrong.feedback and not right.feedback:
        return said
    return f"{said}#{_said(wrong.feedback or '')}" + (f"#{_said(right.feedback)}" if right.feedback else "")


def _number(number: Accepted) -> str:
    if number.value is None and number.fraction == 0:
        return f"~{_told(number.feedback)}"
    if number.value is None:
        return f"={_weight(number.fraction)}*{_told(number.feedback)}"
    slack = abs(number.value) * number.tolerance if relative(number) else number.tolerance
    tolerance = f":{written_number(slack)}" if slack else ""
    return f"={_weight(number.fraction)}{written_number(number.value)}{tolerance}{_told(number.feedback)}"

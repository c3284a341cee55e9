"""Items as rows of a table, under the headings of their language; `tabular` says which columns there are."""

from collections.abc import Sequence
from fractions import Fraction

from quizapp.core.items import Item, TextFormat
from quizapp.core.numbers import written_number
from quizapp.core.problems import Problem
from quizapp.core.text import USUAL
from quizapp.core.types import (
    ChoiceBody,
    MatchingBody,
    MultipleBody,
    NumberBody,
    OrderingBody,
    TextBody,
    TrueFalseBody,
)
from quizapp.core.types.entries import Option
from quizapp.core.types.number import Accepted, ToleranceKind
from quizapp.formats.exchange import SAYS, Found, losses
from quizapp.formats.tabular import DIFFICULTIES, HEADINGS, SEVERAL, TRUTH, TYPES

COMMON = frozenset(
    {
        "id",
        "lang",
        "status",
        "title",
        "text_format",
        "explanation",
        "tags",
        "category",
        "idnumber",
        "points",
        "difficulty",
    }
)
_SHARED = frozenset({"fraction", "feedback", "text"})
CARRIED = {
    "choice": frozenset(f"options.{name}" for name in _SHARED),
    "multiple": frozenset({"rule", *(f"options.{name}" for name in _SHARED)}),
    "true_false": frozenset({"correction", *(f"options.{name}" for name in _SHARED)}),
    "text": frozenset({"match", *(f"answers.{name}" for name in _SHARED)}),
    "number": frozenset(
        {"unit", *(f"numbers.{name}" for name in ("value", "tolerance", "tolerance_kind", "fraction", "feedback"))}
    ),
    "matching": frozenset({"pairs.left", "pairs.right", "pairs.feedback", "extra_rights"}),
    "ordering": frozenset({"order.text"}),
}
"""What a table carries of each type; `id` and `status` are set anew where the file is read."""
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
Cells = dict[str, str]


def table_of(items: Sequence[Item], name: str) -> tuple[list[list[str]], list[Found]]:
    """Headings and rows, with the columns that are used, and what is lost."""
    found = losses(items, CARRIED, COMMON, name)
    lang = 1 if items and items[0].lang == "it" else 0
    rows: list[Cells] = []
    for index, item in enumerate(items, 1):
        if item.type not in CARRIED or _full(item):
            if item.type in CARRIED:
                found.append(_lost(index, item, name, "answers", "error"))
            continue
        if isinstance(item.body, TextBody) and item.body.match != USUAL:
            found.append(_lost(index, item, name, "match", "warning"))
        rows.append({**_common(item, lang), **_body(item, lang)})
    columns = _columns(rows)
    head = [_heading(column, lang) for column in columns]
    return [head, *([row.get(column, "") for column in columns] for row in rows)], found


def _lost(index: int, item: Item, name: str, element: str, severity: str) -> Found:
    values: dict[str, object] = {"format": name, "field": element}
    problem = Problem(
        "field-not-carried", (), SAYS["field-not-carried"], values, "error" if severity == "error" else "warning"
    )
    return Found(problem, index, element=element, item=item.id)


def _full(item: Item) -> bool:
    """More answers than a row has letters for, or a pair that would be cut elsewhere."""
    body = item.body
    if isinstance(body, MatchingBody):
        return len(body.pairs) + len(body.extra_rights) > len(_LETTERS) or any("=" in pair.left for pair in body.pairs)
    entries = getattr(body, "options", None) or getattr(body, "answers", None) or getattr(body, "order", None) or ()
    return len(entries) > len(_LETTERS)


def _columns(rows: Sequence[Cells]) -> list[str]:
    used = {column for row in rows for column in row if row[column]}
    found = []
    for column in HEADINGS:
        if column not in SEVERAL:
            found += [column] if column in used or column in {"type", "stem", "correct"} else []
            continue
        found += [f"{column} {number}" for number in range(1, len(_LETTERS) + 1) if f"{column} {number}" in used]
    return found


def _heading(column: str, lang: int) -> str:
    name, _space, number = column.partition(" ")
    return f"{HEADINGS[name][lang]} {number}".strip()


def _common(item: Item, lang: int) -> Cells:
    return {
        "type": TYPES[item.type][lang],
        "title": item.title or "",
        "stem": item.stem,
        "explanation": item.explanation or "",
        "tags": "; ".join(tag.replace("\\", "\\\\").replace(";", "\\;") for tag in item.tags),
        "category": item.category or "",
        "difficulty": DIFFICULTIES[item.difficulty.value][lang] if item.difficulty else "",
        "points": "" if item.points == 1 else str(item.points),
        "idnumber": item.idnumber or "",
        "lang": item.lang,
        "text_format": "html" if item.text_format is TextFormat.HTML else "",
    }


def _counted(name: str, values: Sequence[str | None]) -> Cells:
    return {f"{name} {number}": value or "" for number, value in enumerate(values, 1)}


def _weights(shares: Sequence[Fraction], usual: Sequence[Fraction]) -> Cells:
    """The shares that the key does not tell: whole percentages, or fractions."""
    if list(shares) == list(usual):
        return {}
    return _counted("weight", [_weight(share) for share in shares])


def _weight(share: Fraction) -> str:
    percent = share * 100
    return f"{percent.numerator}%" if percent.denominator == 1 else f"{share.numerator}/{share.denominator}"


def _body(item: Item, lang: int) -> Cells:
    body = item.body
    if isinstance(body, TrueFalseBody):
        truth = TRUTH["true" if body.statement_is_true else "false"][lang]
        told = _counted("feedback", [option.feedback for option in body.options])
        return {"correct": truth, "correction": body.correction or "", **told}
    if isinstance(body, ChoiceBody | MultipleBody):
        return _options(body.options) | ({"rule": body.rule.value} if isinstance(body, MultipleBody) else {})
    if isinstance(body, TextBody):
        shares = [answer.fraction for answer in body.answers]
        return {
            **_counted("answer", [answer.text for answer in body.answers]),
            **_counted("feedback", [answer.feedback for answer in body.answers]),
            **_weights(shares, [Fraction(1)] * len(shares)),
        }
    if isinstance(body, NumberBody):
        return _numbers(body)
    if isinstance(body, MatchingBody):
        sides = [f"{pair.left} = {pair.right}" for pair in body.pairs] + [f"= {right}" for right in body.extra_rights]
        return {**_counted("answer", sides), **_counted("feedback", [pair.feedback for pair in body.pairs])}
    return _counted("answer", [step.text for step in body.order]) if isinstance(body, OrderingBody) else {}


def _options(options: Sequence[Option]) -> Cells:
    keys = [place for place, option in enumerate(options) if option.fraction == 1]
    shares = [option.fraction for option in options]
    return {
        **_counted("answer", [option.text for option in options]),
        **_counted("feedback", [option.feedback for option in options]),
        "correct": ",".join(_LETTERS[place] for place in keys),
        **_weights(shares, [Fraction(int(place in keys)) for place in range(len(options))]),
    }


def _numbers(body: NumberBody) -> Cells:
    shares = [number.fraction for number in body.numbers]
    usual = [Fraction(int(number.value is not None)) for number in body.numbers]
    return {
        **_counted(
            "answer", ["*" if number.value is None else str(written_number(number.value)) for number in body.numbers]
        ),
        **_counted("feedback", [number.feedback for number in body.numbers]),
        **_counted("tolerance", [_tolerance(number) for number in body.numbers]),
        **_weights(shares, usual),
        "unit": body.unit or "",
    }


def _tolerance(number: Accepted) -> str:
    if not number.tolerance:
        return ""
    if number.tolerance_kind is ToleranceKind.RELATIVE:
        return f"{written_number(number.tolerance * 100)}%"
    return str(written_number(number.tolerance))

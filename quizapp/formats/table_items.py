"""The row of a table as an item: what each type reads from its columns."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from quizapp.core.numbers import written_number
from quizapp.core.typed import whole_number
from quizapp.core.types.entries import written
from quizapp.formats.exchange import Gathering
from quizapp.formats.markup import HTML, PLAIN, Marked
from quizapp.formats.tabular import BY_DIFFICULTY, BY_TRUTH, BY_TYPE, MOST, SEEN, TRUTH, Row, folded

_MOST_NUMBER = 99
_SHARE = re.compile(r"[+-]?(?:[0-9]{1,9}/[0-9]{1,9}|(?:[0-9]{1,9}(?:\.[0-9]{0,60})?|\.[0-9]{1,60})[% ]*)")


def take(gathering: Gathering, row: Row) -> None:
    """Add the item of a row, or say why there is none."""
    gathering.index += 1
    if not row.get("stem"):
        gathering.say("table-empty-question", line=row.line, element="stem")
        return
    kind = _type_of(gathering, row)
    body = _BODIES[kind](gathering, row) if kind else None
    if body is None:
        return
    form = folded(row.get("text_format"))
    if form not in {"", HTML, PLAIN}:
        gathering.warn("table-format", line=row.line, element="text_format", value=row.get("text_format")[:SEEN])
    marked = form == HTML

    def say(text: str) -> str:
        return Marked(text, HTML).raised() if marked else text

    data = {"type": kind, "stem": say(row.get("stem")), **_common(row, say), **_said(body, say)}
    if marked:
        data["text_format"] = HTML
    gathering.add(data, line=row.line)


def _said(body: dict[str, Any], say: Any) -> dict[str, Any]:
    """The texts of a body that may hold HTML; accepted answers and right sides are plain."""
    texts = [(option, "text") for option in body.get("options", ()) if option["text"] not in TRUTH]
    texts += [(step, "text") for step in body.get("order", ())]
    texts += [(pair, "left") for pair in body.get("pairs", ())]
    entries = [entry for name in ("options", "answers", "numbers", "pairs") for entry in body.get(name, ())]
    texts += [(entry, "feedback") for entry in entries if entry.get("feedback")]
    texts += [(body, "correction")] if body.get("correction") else []
    for entry, name in texts:
        entry[name] = say(entry[name])
    return body


def _common(row: Row, say: Any) -> dict[str, Any]:
    explanation = row.get("explanation")
    return {
        "title": row.get("title"),
        "explanation": say(explanation) if explanation else None,
        "tags": _listed(row.get("tags")),
        "category": row.get("category"),
        "difficulty": BY_DIFFICULTY.get(folded(row.get("difficulty")), row.get("difficulty")),
        "points": row.get("points").replace(",", ".") or None,
        "idnumber": row.get("idnumber"),
        "lang": row.get("lang").lower() or None,
    }


def _listed(text: str) -> list[str]:
    r"""Texts divided by semicolons; `\;` and `\\` are signs of their own."""
    parts = re.findall(r"(?:\\.|[^;\n\\]|\\$)+", text)
    return [re.sub(r"\\([;\\])", r"\1", part.strip()) for part in parts if part.strip()]


def _type_of(gathering: Gathering, row: Row) -> str | None:
    """The type that a row names, or the one that its answers and key look like."""
    said = row.get("type")
    if said:
        kind = BY_TYPE.get(folded(said))
        if kind is None:
            gathering.say("table-type", line=row.line, element="type", value=said[:SEEN])
        return kind
    if not row.counted("answer"):
        return "true_false" if folded(row.get("correct")) in BY_TRUTH else "text"
    return "multiple" if len(_keys(row.get("correct"))) > 1 else "choice"


def _keys(text: str) -> list[str]:
    return [key for key in re.split(r"[,;|\s]+", text) if key]


def _entries(gathering: Gathering, row: Row) -> list[dict[str, Any]] | None:
    """Answers with their feedback, and the weights that the row gives; None where a weight is unusable."""
    feedback = row.counted("feedback")
    found = []
    for place, text in enumerate(row.counted("answer")):
        entry: dict[str, Any] = {"text": text}
        weight = row.get(f"weight {place + 1}")
        if weight:
            share = _share(weight)
            if share is None:
                gathering.say("table-weight", line=row.line, element=f"weight {place + 1}", value=weight[:SEEN])
                return None
            entry["fraction"] = written(share)
        if place < len(feedback) and feedback[place]:
            entry["feedback"] = feedback[place]
        found.append(entry)
    return found


def _share(text: str) -> Fraction | None:
    """`50`, `50%` or `1/3`."""
    plain = text.strip().replace(",", ".")
    if not _SHARE.fullmatch(plain):
        return None
    try:
        share = Fraction(plain) if "/" in plain else Fraction(Decimal(plain.rstrip("% "))) / 100
    except ZeroDivisionError:
        return None
    return share if -1 <= share <= 1 else None


Body = dict[str, Any] | None


def _options(gathering: Gathering, row: Row) -> list[dict[str, Any]] | None:
    entries = _entries(gathering, row)
    if entries is None:
        return None
    keys = _keys(row.get("correct"))
    if not keys and not any("fraction" in entry for entry in entries):
        gathering.say("table-no-key", line=row.line, element="correct")
        return None
    right = set()
    for key in keys:
        place = _place(key, entries)
        if place is None:
            gathering.say("table-key", line=row.line, element="correct", value=key[:SEEN], number=len(entries))
            return None
        right.add(place)
    for place, entry in enumerate(entries):
        entry.setdefault("fraction", int(place in right))
    return entries


def _place(key: str, entries: Sequence[Mapping[str, Any]]) -> int | None:
    """The place of a key: a letter, a number from 1."""
    plain = key.strip(".)").upper()
    number = ord(plain) - ord("A") + 1 if re.fullmatch("[A-Z]", plain) else whole_number(plain, _MOST_NUMBER, least=1)
    return number - 1 if number is not None and number <= len(entries) else None


def _choice(gathering: Gathering, row: Row) -> Body:
    options = _options(gathering, row)
    return None if options is None else {"options": options}


def _multiple(gathering: Gathering, row: Row) -> Body:
    options = _options(gathering, row)
    if options is None:
        return None
    weighed = any(row.get(f"weight {place}") for place in range(1, MOST + 1))
    return {"options": options, "rule": row.get("rule") or ("weights" if weighed else "net-correct")}


def _true_false(gathering: Gathering, row: Row) -> Body:
    truth = BY_TRUTH.get(folded(row.get("correct")))
    if truth is None:
        gathering.say("table-truth", line=row.line, element="correct", value=row.get("correct")[:SEEN])
        return None
    options: list[dict[str, Any]] = [{"text": text, "fraction": int(text == truth)} for text in ("true", "false")]
    for option, feedback in zip(options, row.counted("feedback"), strict=False):
        if feedback:
            option["feedback"] = feedback
    return {"options": options, "correction": row.get("correction")}


def _text(gathering: Gathering, row: Row) -> Body:
    answers = _entries(gathering, row)
    if answers is None:
        return None
    answers = answers or [{"text": text.strip()} for text in row.get("correct").split("|") if text.strip()]
    if not answers:
        gathering.say("table-no-key", line=row.line, element="correct")
        return None
    return {"answers": [{"fraction": 1, **answer} for answer in answers]}


def _number(gathering: Gathering, row: Row) -> Body:
    entries = _entries(gathering, row)
    if entries is None:
        return None
    entries = entries or ([{"text": row.get("correct")}] if row.get("correct") else [])
    if not entries:
        gathering.say("table-no-key", line=row.line, element="correct")
        return None
    numbers = []
    for place, entry in enumerate(entries, 1):
        value = _value(gathering, row, str(entry.pop("text")), row.get(f"tolerance {place}"))
        if value is None:
            return None
        numbers.append({"fraction": 0 if value["value"] is None else 1, **entry, **value})
    return {"numbers": numbers, "unit": row.get("unit")}


def _value(gathering: Gathering, row: Row, text: str, tolerance: str) -> dict[str, Any] | None:
    if text == "*":
        return {"value": None}
    number, slack = _decimal(text), _decimal(tolerance.rstrip("% ") or "0")
    if number is None or slack is None or slack < 0:
        gathering.say(
            "table-number", line=row.line, element="answer", value=(text if number is None else tolerance)[:SEEN]
        )
        return None
    found: dict[str, Any] = {"value": written_number(number)}
    if slack and tolerance.endswith("%"):
        return found | {"tolerance": written_number(slack / 100), "tolerance_kind": "relative"}
    return found | ({"tolerance": written_number(slack)} if slack else {})


def _decimal(text: str) -> Decimal | None:
    plain = text.strip().replace(",", ".")
    return Decimal(plain) if re.fullmatch(r"[+-]?(?:\d{1,60}(?:\.\d{0,60})?|\.\d{1,60})", plain) else None


def _matching(gathering: Gathering, row: Row) -> Body:
    pairs, extra = [], []
    for said in row.counted("answer"):
        left, sign, right = said.partition("=")
        if not sign:
            gathering.say("table-pair", line=row.line, element="answer", value=said[:SEEN])
            return None
        if left.strip():
            pairs.append({"left": left.strip(), "right": right.strip()})
        else:
            extra.append(right.strip())
    for pair, feedback in zip(pairs, row.counted("feedback"), strict=False):
        if feedback:
            pair["feedback"] = feedback
    return {"pairs": pairs, "extra_rights": extra}


def _ordering(_gathering: Gathering, row: Row) -> Body:
    return {"order": [{"text": text} for text in row.counted("answer")]}


_BODIES = {
    "choice": _choice, "multiple": _multiple, "true_false": _true_false, "text": _text, "number": _number,
    "matching": _matching, "ordering": _ordering,
}  # fmt: skip

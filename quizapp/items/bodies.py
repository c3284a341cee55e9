"""What each type's part of the form says, as plain data of the contracts, and back."""

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Any

from quizapp.core.kinds import Kind
from quizapp.core.numbers import plain, readings
from quizapp.core.problems import Path, Problem
from quizapp.core.spans import Span
from quizapp.core.types import Body, ClozeBody
from quizapp.core.types.cloze import Gap, markers
from quizapp.core.types.entries import dump_span
from quizapp.core.types.multiple import Rule
from quizapp.core.wording import Wording
from quizapp.items.rows import filled, place_of
from quizapp.items.shares import exact
from quizapp.web import filters
from quizapp.web.forms import said

_AMBIGUOUS = Wording(
    "«{typed}» si può leggere in due modi: scrivilo senza separare le migliaia",
    "“{typed}” can be read in two ways: write it without dividing the thousands",
)
_NO_NUMBER = Wording(
    "«{typed}» non è un numero: scrivi solo le cifre", "“{typed}” is not a number: write the figures alone"
)
_NO_SHARE = Wording(
    "«{typed}» non è un numero: scrivi per esempio 1/2, 0,5 o 50%",
    "“{typed}” is not a number: write for example 1/2, 0.5 or 50%",
)
_NO_CATEGORY = Wording("scegli la categoria di questa frase", "choose the category of this sentence")
_KIND_NAMES = {
    "it": ("Dato per certo", "Dichiarazione", "Previsione", "Opinione"),
    "en": ("Stated as fact", "Claim", "Forecast", "Opinion"),
}


def blank(type_: str, lang: str) -> dict[str, Any]:
    """Plain data of an empty item of a type, with as many empty rows as it usually has."""
    text: dict[str, Any] = {"text": ""}
    names = _KIND_NAMES.get(lang, _KIND_NAMES["en"])
    blanks: dict[str, dict[str, Any]] = {
        "choice": {"options": [text] * 4},
        "multiple": {"options": [text] * 4},
        "true_false": {"options": [{"text": "true", "fraction": 1}, {"text": "false"}]},
        "text": {"answers": [text]},
        "number": {"numbers": []},
        "matching": {"pairs": [{"left": "", "right": ""}] * 3},
        "ordering": {"order": [text] * 3},
        "cloze": {"gaps": [{"type": "choice", "options": []}]},
        "classify": {
            "categories": [{"text": name, "kind": kind.value} for name, kind in zip(names, Kind, strict=True)],
            "statements": [{"text": "", "category": 0}] * 3,
        },
    }
    return blanks[type_]


def form_values(body: Body) -> dict[str, Any]:
    """What the form shows of a body."""
    shown = _SHOWN[body.type](body.dump(), body)
    return {name: [{}] if value == [] else value for name, value in shown.items()}


def _shown_choice(data: dict[str, Any], _body: Body) -> dict[str, Any]:
    key = next((str(n) for n, each in enumerate(data["options"]) if str(each["fraction"]) == "1"), "")
    return {"options": [_row(each, "text", "feedback") for each in data["options"]], "key": key}


def _shown_multiple(data: dict[str, Any], _body: Body) -> dict[str, Any]:
    weighted = data["rule"] == Rule.WEIGHTS
    rows = [
        {
            **_row(each, "text", "feedback"),
            "right": not str(each["fraction"]).startswith(("0", "-")),
            "fraction": _share(each) if weighted else "",
        }
        for each in data["options"]
    ]
    return {"options": rows, "rule": data["rule"]}


def _shown_true_false(data: dict[str, Any], _body: Body) -> dict[str, Any]:
    options = data["options"]
    key = next((each["text"] for each in options if str(each["fraction"]) == "1"), "true")
    wrong = next((each.get("feedback") for each in options if each["text"] != key), None)
    return {"truth": key, "feedback": wrong or "", "correction": data.get("correction") or ""}


def _shown_text(data: dict[str, Any], _body: Body) -> dict[str, Any]:
    rows = [{**_row(each, "text", "feedback"), "fraction": _share(each)} for each in data["answers"]]
    return {"answers": rows, **data["match"]}


def _shown_number(data: dict[str, Any], _body: Body) -> dict[str, Any]:
    rows = [
        {
            "value": _figures(each["value"]),
            "tolerance": _figures(each.get("tolerance")),
            "tolerance_kind": each.get("tolerance_kind", "absolute"),
            "fraction": _share(each),
            "feedback": each.get("feedback") or "",
        }
        for each in data["numbers"]
    ]
    return {"numbers": rows, "unit": data.get("unit") or ""}


def _shown_matching(data: dict[str, Any], _body: Body) -> dict[str, Any]:
    pairs = [{**_row(each, "left", "right", "feedback"), "evidence": _first(each)} for each in data["pairs"]]
    return {"pairs": pairs, "extra_rights": [{"text": text} for text in data["extra_rights"]]}


def _shown_ordering(data: dict[str, Any], _body: Body) -> dict[str, Any]:
    return {"order": [{**_row(each, "text", "feedback"), "evidence": _first(each)} for each in data["order"]]}


def _shown_cloze(_data: dict[str, Any], body: Body) -> dict[str, Any]:
    return {"gaps": [_gap_values(gap) for gap in body.gaps] if isinstance(body, ClozeBody) else []}


def _shown_classify(data: dict[str, Any], _body: Body) -> dict[str, Any]:
    return {
        "categories": [_row(each, "text", "kind") for each in data["categories"]],
        "statements": [
            {
                **_row(each, "text", "feedback"),
                "category": str(each["category"]) if each["text"] else "",
                "evidence": _first(each),
            }
            for each in data["statements"]
        ],
    }


_SHOWN: dict[str, Callable[[dict[str, Any], Body], dict[str, Any]]] = {
    "choice": _shown_choice,
    "multiple": _shown_multiple,
    "true_false": _shown_true_false,
    "text": _shown_text,
    "number": _shown_number,
    "matching": _shown_matching,
    "ordering": _shown_ordering,
    "cloze": _shown_cloze,
    "classify": _shown_classify,
}


@dataclass(slots=True)
class Reading:
    """One reading of a form; `span` finds the span that a field names."""

    former: Body
    span: Callable[[str], Span | None]
    rows: dict[str, list[str]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def body_data(self, form: Any) -> dict[str, Any]:
        """The body's plain data as the form says it."""
        return _SAID[self.former.type](self, form)

    def each(self, form: Any, name: str, least: int = 0) -> list[tuple[int, Any]]:
        """The filled rows of a list with their places, whose names are kept.

        The first `least` of the form stay even if empty, and with them any before the last filled one.
        """
        entries = filled(form[name])
        if least:
            last = max((form[name].entries.index(entry) + 1 for entry in entries), default=0)
            entries = form[name].entries[: max(least, last)]
        self.rows[name] = [entry.name for entry in entries]
        return [(place, entry.form) for place, entry in enumerate(entries)]

    def kept(self, name: str) -> list[dict[str, Any]]:
        """The former entries of a list, for what the form does not show of them."""
        found: list[dict[str, Any]] = self.former.dump().get(name, [])
        return found

    def number(self, typed: str, where: Path, unit: str = "") -> str | None:
        """A typed number as the contracts write it, its unit left out; an unclear one is a problem of its field."""
        if not typed:
            return None
        found = readings(typed, unit)
        if len(found) != 1:
            wording = _AMBIGUOUS if found else _NO_NUMBER
            self.problems.append(Problem("number-unclear", where, wording, {"typed": typed}))
        return format(found[0], "f") if found else "0"

    def share(self, typed: str, where: Path) -> str:
        """A typed share or weight as the contracts write it, the whole where nothing is typed."""
        found = exact(typed) if typed else "1"
        if found is None:
            self.problems.append(Problem("share-unclear", where, _NO_SHARE, {"typed": typed}))
        return found or "1"

    def tolerance(self, row: Any, name: str, place: int) -> dict[str, Any]:
        """The tolerance of a row, a share where it is written in percent."""
        typed = said(row.tolerance)
        share = typed.endswith("%")
        value = self.number(typed.removesuffix("%").strip(), (name, place, "tolerance"))
        if value is None:
            return {}
        kind = row.tolerance_kind.data if "tolerance_kind" in row else "absolute"
        if share:
            return {"tolerance": format(Decimal(value) / 100, "f"), "tolerance_kind": "relative"}
        return {"tolerance": value, "tolerance_kind": kind or "absolute"}

    def evidence(self, row: Any, former: dict[str, Any]) -> dict[str, Any]:
        """The sentence of a row; further ones it had stay."""
        chosen = self.span(said(row.evidence))
        rest = former.get("evidence", [])[1:]
        return {"evidence": [dump_span(chosen), *rest]} if chosen else {}


def _said_choice(reading: Reading, form: Any) -> dict[str, Any]:
    right = place_of(form.options, str(form.key.data or ""))
    former = {each["text"]: each for each in reading.kept("options")}
    options = []
    for place, row in reading.each(form, "options"):
        known = former.get(said(row.text), {})
        share = 1 if place == right else known.get("fraction", 0)
        if place != right and str(share) == "1":
            share = 0
        options.append({**_extras(known), **_texts(row, "text", "feedback"), "fraction": share})
    return {"options": options}


def _said_multiple(reading: Reading, form: Any) -> dict[str, Any]:
    former = {each["text"]: each for each in reading.kept("options")}
    weighted = form.rule.data == Rule.WEIGHTS
    options = []
    for place, row in reading.each(form, "options"):
        right = int(bool(row.right.data))
        typed = said(row.fraction)
        share = reading.share(typed, ("options", place, "fraction")) if weighted and typed else right
        known = _extras(former.get(said(row.text), {}))
        options.append({**known, **_texts(row, "text", "feedback"), "fraction": share})
    return {"options": options, "rule": form.rule.data or Rule.NET_CORRECT.value}


def _said_true_false(_reading: Reading, form: Any) -> dict[str, Any]:
    options: list[dict[str, Any]] = []
    for word in ("true", "false"):
        right = form.truth.data == word
        options.append(
            {"text": word, "fraction": int(right), "feedback": None if right else said(form.feedback) or None}
        )
    return {"options": options, "correction": said(form.correction) or None}


def _said_text(reading: Reading, form: Any) -> dict[str, Any]:
    answers = [
        {
            **_texts(row, "text", "feedback"),
            "fraction": reading.share(said(row.fraction), ("answers", place, "fraction")),
        }
        for place, row in reading.each(form, "answers")
    ]
    switches = {name: bool(form[name].data) for name in ("case", "accents", "punctuation", "spaces")}
    return {"answers": answers, "match": switches}


def _said_number(reading: Reading, form: Any) -> dict[str, Any]:
    numbers = [
        {
            "value": reading.number(said(row.value), ("numbers", place, "value"), said(form.unit)),
            **reading.tolerance(row, "numbers", place),
            "fraction": reading.share(said(row.fraction), ("numbers", place, "fraction")),
            "feedback": said(row.feedback) or None,
        }
        for place, row in reading.each(form, "numbers")
    ]
    return {"numbers": numbers, "unit": said(form.unit) or None}


def _said_matching(reading: Reading, form: Any) -> dict[str, Any]:
    former = {each["left"]: each for each in reading.kept("pairs")}
    pairs = [
        {**_texts(row, "left", "right", "feedback"), **reading.evidence(row, former.get(said(row.left), {}))}
        for _place, row in reading.each(form, "pairs")
    ]
    return {"pairs": pairs, "extra_rights": [said(row.text) for _place, row in reading.each(form, "extra_rights")]}


def _said_ordering(reading: Reading, form: Any) -> dict[str, Any]:
    former = {each["text"]: each for each in reading.kept("order")}
    order = [
        {**_texts(row, "text", "feedback"), **reading.evidence(row, former.get(said(row.text), {}))}
        for _place, row in reading.each(form, "order")
    ]
    return {"order": order}


def _said_cloze(reading: Reading, form: Any) -> dict[str, Any]:
    former = reading.former.gaps if isinstance(reading.former, ClozeBody) else ()
    gaps = []
    for place, row in reading.each(form, "gaps", least=max(markers(said(form.stem)), default=0)):
        values = {name: str(row[name].data or "").replace("\r\n", "\n").strip() for name in _GAP_FIELDS}
        same = next((gap for gap in former if _gap_values(gap) == values), None)
        gaps.append(_without_id(same.dump()) if same else _gap_data(reading, row, place))
    return {"gaps": gaps}


def _said_classify(reading: Reading, form: Any) -> dict[str, Any]:
    categories = [
        {"text": said(row.text), "kind": row.kind.data or None} for _place, row in reading.each(form, "categories")
    ]
    former = {each["text"]: each for each in reading.kept("statements")}
    statements = []
    for place, row in reading.each(form, "statements"):
        category = place_of(form.categories, str(row.category.data or ""))
        if category is None:
            reading.problems.append(Problem("category-missing", ("statements", place, "category"), _NO_CATEGORY))
        evidence = reading.evidence(row, former.get(said(row.text), {}))
        statements.append({**_texts(row, "text", "feedback"), "category": category or 0, **evidence})
    return {"categories": categories, "statements": statements}


_SAID: dict[str, Callable[[Reading, Any], dict[str, Any]]] = {
    "choice": _said_choice,
    "multiple": _said_multiple,
    "true_false": _said_true_false,
    "text": _said_text,
    "number": _said_number,
    "matching": _said_matching,
    "ordering": _said_ordering,
    "cloze": _said_cloze,
    "classify": _said_classify,
}
_GAP_FIELDS = ("type", "right", "wrong", "tolerance", "weight")


def _gap_values(gap: Gap) -> dict[str, str]:
    """A gap as its row shows it: what fills it, and what is offered beside it."""
    data = gap.dump()
    if gap.body.type == "choice":
        right = [each["text"] for each in data["options"] if str(each["fraction"]) == "1"]
        wrong = [each["text"] for each in data["options"] if str(each["fraction"]) != "1"]
    elif gap.body.type == "text":
        right, wrong = [each["text"] for each in data["answers"] if str(each["fraction"]) == "1"], []
    else:
        right = [_figures(each["value"]) for each in data["numbers"] if str(each["fraction"]) == "1"]
        wrong = []
    slack = next((_figures(each.get("tolerance")) for each in data.get("numbers", [])), "")
    values = ("\n".join(right), "\n".join(wrong), slack, _share(data, "weight"))
    return dict(zip(_GAP_FIELDS, (gap.body.type, *values), strict=True))


def _gap_data(reading: Reading, row: Any, place: int) -> dict[str, Any]:
    right, wrong = _lines(row.right), _lines(row.wrong)
    data: dict[str, Any] = {"type": row.type.data, "weight": reading.share(said(row.weight), ("gaps", place, "weight"))}
    if row.type.data == "number":
        slack = reading.tolerance(row, "gaps", place)
        return {
            **data,
            "numbers": [{"value": reading.number(each, ("gaps", place, "right")), **slack} for each in right],
        }
    if row.type.data == "text":
        return {**data, "answers": [{"text": each} for each in right]}
    options = [{"text": each, "fraction": 1} for each in right] + [{"text": each} for each in wrong]
    return {**data, "options": options}


def _lines(area: Any) -> list[str]:
    return [line.strip() for line in said(area).splitlines() if line.strip()]


def _row(data: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: data.get(name) or "" for name in names}


def _texts(row: Any, *names: str) -> dict[str, Any]:
    return {name: said(row[name]) or (None if name == "feedback" else "") for name in names}


def _extras(known: dict[str, Any]) -> dict[str, Any]:
    return {name: known[name] for name in ("pinned", "kind") if name in known}


def _without_id(data: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in data.items() if name != "id"}


def _first(data: dict[str, Any]) -> str:
    return next((f"{span['start']}-{span['end']}" for span in data.get("evidence", [])), "")


def _figures(value: object) -> str:
    try:
        return "" if value is None else filters.figures(plain(Decimal(str(value))))
    except InvalidOperation:
        return str(value)


def _share(data: dict[str, Any], name: str = "fraction") -> str:
    return filters.share(Fraction(data.get(name, 1)))

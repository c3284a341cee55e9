"""Between the item editor's form and the item, both ways; the form's fields are named as the item's keys."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from wtforms import FieldList, RadioField

from quizapp.core.dating import dated_stem
from quizapp.core.items import CameTrue, Difficulty, Item, Source
from quizapp.core.kinds import Kind
from quizapp.core.lifecycle import Status, Timing
from quizapp.core.problems import Problem
from quizapp.core.reading import Reader
from quizapp.core.sentences import sentences
from quizapp.core.shelf_life import kept_up
from quizapp.core.spans import Span, span_at
from quizapp.core.types import TYPES
from quizapp.items import bodies
from quizapp.items.forms import ItemForm
from quizapp.items.rows import filled
from quizapp.items.shares import exact
from quizapp.web import filters
from quizapp.web.forms import said

_BY_CODE = {
    "evidence-missing": "evidence",
    "sources-missing": "sources",
    "as-of-missing": "as_of",
    "timing-missing": "timing",
    "explanation-missing": "explanation",
    "correction-missing": "correction",
}


@dataclass(frozen=True, slots=True)
class Edited:
    """An item as a form says it, what could not be read of it, and the form's names of its rows."""

    item: Item
    problems: tuple[Problem, ...] = ()
    rows: dict[str, list[str]] = field(default_factory=dict)

    def place(self, problem: Problem, form: ItemForm) -> str:
        """The id of the field or row at which a problem can be mended."""
        path = problem.path
        if not path:
            wanted = _BY_CODE.get(problem.code, "stem")
            return wanted if wanted in form else "stem"
        name = str(path[0])
        names = self.rows.get(name, [])
        if len(path) > 1 and isinstance(path[1], int) and path[1] < len(names):
            return names[path[1]]
        if name in form:
            return name
        return "truth" if "truth" in form else "stem"

    def field(self, problem: Problem, form: ItemForm) -> str:
        """The id of what to type in or choose from to mend a problem: a link to it brings the keyboard there."""
        place = self.place(problem, form)
        if place in form and not isinstance(form[place], FieldList | RadioField):
            return place
        if place in form and isinstance(form[place], RadioField):
            return f"{place}-0"
        rows = form[place.rpartition("-")[0] or place].entries
        row = next((entry.form for entry in rows if place in {entry.name, entry.name.rpartition("-")[0]}), None)
        if row is None:
            return f"{place}-add"
        keyed = problem.code.startswith("key-")
        if keyed and "key" in form:
            return f"key-{rows[0].name.rpartition('-')[2]}"
        first = "right" if "right" in row and (keyed or "weight" in row) else next(iter(row)).short_name
        return str(row[next((str(step) for step in problem.path[2:] if step in row), first)].id)


def blank(lang: str, type_: str) -> Item:
    """An empty item of a type."""
    body = TYPES[type_].read(Reader(bodies.blank(type_, lang)))
    return Item(id="", lang=lang, stem="", body=body, timing=Timing.DATED, status=Status.DRAFT)


def sentence_choices(text: str | None, cut: Sequence[Mapping[str, Any]], item: Item) -> list[tuple[str, str]]:
    """The numbered sentences of an article by `start-end`, and spans of the item that are none of them.

    `cut` are its sentences as the bench numbers them, where it has been there.
    """
    found = [] if text is None else [_cut(text, each) for each in cut] or sentences(text)
    offered = {span_name(span): f"{number}. {span.quote}" for number, span in enumerate(found, 1)}
    others = {span_name(span): span.quote for span in item.spans if span_name(span) not in offered}
    return [*others.items(), *offered.items()]


def _cut(text: str, sentence: Mapping[str, Any]) -> Span:
    start, end = sentence["start"], sentence["end"]
    return Span(start, end, text[start:end])


def span_name(span: Span) -> str:
    """A span as the form names it."""
    return f"{span.start}-{span.end}"


def form_values(item: Item) -> dict[str, Any]:
    """What the form shows of an item."""
    return {
        "stem": item.stem,
        "title": item.title or "",
        "kind": item.kind.value if item.kind else "",
        "holder": item.holder or "",
        "evidence": [{"sentence": span_name(span)} for span in item.evidence] or [{}],
        "as_of": item.as_of,
        "timing": (item.timing or Timing.DATED).value,
        "review_by": item.review_by,
        "horizon": item.horizon,
        "came_true": item.came_true.value if item.came_true else "",
        "explanation": item.explanation or "",
        "sources": [
            {"title": each.title, "outlet": each.outlet, "date": each.date, "url": each.url or ""}
            for each in item.sources
        ]
        or [{}],
        "category": item.category or "",
        "tags": ", ".join(item.tags),
        "difficulty": item.difficulty.value if item.difficulty else "",
        "points": filters.share(item.points),
        **bodies.form_values(item.body),
    }


def edited(former: Item, form: ItemForm, text: str | None) -> Edited:
    """The item as the form says it, its review date and horizon proposed where they are left empty.

    What the form does not show stays as it was.
    """
    spans = {span_name(span): span for span in former.spans}
    reading = bodies.Reading(former.body, lambda value: _span(value, text, spans))
    data = reading.body_data(form)
    reader = Reader({**data, "points": exact(said(form.points)) or said(form.points) or "1"})
    points = reader.fraction("points", former.points, low=0, high=1000)
    body = TYPES[former.type].read(reader)
    evidence = filled(form.evidence)
    found = (
        _span(said(entry.form.sentence), text, spans) or next(iter(former.evidence[place : place + 1]), None)
        for place, entry in enumerate(evidence)
    )
    sources = filled(form.sources)
    item = replace(
        former,
        stem=said(form.stem),
        title=said(form.title) or None,
        kind=Kind(form.kind.data) if form.kind.data in set(Kind) else None,
        holder=said(form.holder) or None,
        evidence=tuple(span for span in found if span is not None),
        as_of=_day(form.as_of.data),
        timing=Timing(form.timing.data) if form.timing.data in set(Timing) else former.timing,
        review_by=_day(form.review_by.data),
        horizon=_day(form.horizon.data),
        came_true=CameTrue(form.came_true.data) if form.came_true.data in set(CameTrue) else None,
        explanation=said(form.explanation) or None,
        sources=tuple(_source(entry.form) for entry in sources),
        category=said(form.category) or None,
        tags=tuple(dict.fromkeys(tag.strip() for tag in said(form.tags).split(",") if tag.strip())),
        difficulty=Difficulty(form.difficulty.data) if form.difficulty.data in set(Difficulty) else None,
        points=points,
        body=body,
    )
    rows = {**reading.rows, "evidence": [e.name for e in evidence], "sources": [e.name for e in sources]}
    return Edited(kept_up(item.after(former), None), (*reader.problems, *reading.problems), rows)


def dated(item: Item, day: date | None) -> Item:
    """The item with its day, or else `day`, written into the question: it can no longer go stale."""
    day = item.as_of or day
    stem = item.stem if day is None else dated_stem(item.stem, item.lang, day)
    return replace(item, stem=stem, timing=Timing.DATED, as_of=day, review_by=None)


def _source(row: Any) -> Source:
    return Source(said(row.title), said(row.outlet), row.date.data, said(row.url) or None)


def _day(value: object) -> date | None:
    return value if isinstance(value, date) else None


def _span(value: str, text: str | None, known: dict[str, Span]) -> Span | None:
    if value in known and (text is None or known[value].holds_in(text)):
        return known[value]
    return None if text is None else span_at(text, value)

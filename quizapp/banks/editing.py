"""Between the item editor's form and the item."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

from quizapp.banks.forms import ChoiceForm, ItemForm, TrueFalseForm
from quizapp.core.items import Item, Source
from quizapp.core.kinds import Kind
from quizapp.core.lifecycle import Status, Timing
from quizapp.core.problems import Problem
from quizapp.core.sentences import sentences
from quizapp.core.spans import Span
from quizapp.core.types import Body, ChoiceBody, TrueFalseBody
from quizapp.core.types.entries import Option, numbered
from quizapp.web.forms import said

EDITABLE = ("choice", "true_false")
_FIELDS = {"sources": "source_title", "correction-missing": "correction"}


def blank(lang: str, type_: str) -> Item:
    """An empty item of an editable type."""
    body: Body = ChoiceBody(()) if type_ == "choice" else TrueFalseBody(_truth_options(answer=True, feedback=None))
    return Item(id="", lang=lang, stem="", body=body, timing=Timing.DATED, status=Status.DRAFT)


def sentence_choices(text: str | None) -> list[tuple[str, str]]:
    """The sentences of an article for the evidence field, by `start-end`."""
    found = sentences(text) if text is not None else []
    return [(f"{span.start}-{span.end}", span.quote) for span in found]


def form_values(item: Item) -> dict[str, Any]:
    """What the form shows of an item."""
    source = item.sources[0] if item.sources else None
    values: dict[str, Any] = {
        "stem": item.stem,
        "kind": item.kind.value if item.kind else "",
        "holder": item.holder or "",
        "evidence": f"{item.evidence[0].start}-{item.evidence[0].end}" if item.evidence else "",
        "as_of": item.as_of,
        "timing": (item.timing or Timing.DATED).value,
        "review_by": item.review_by,
        "explanation": item.explanation or "",
        "source_title": source.title if source else "",
        "source_outlet": source.outlet if source else "",
        "source_date": source.date if source else None,
    }
    if isinstance(item.body, TrueFalseBody):
        wrong = next((o.feedback for o in item.body.options if not o.is_key), None)
        truth = "true" if item.body.statement_is_true else "false"
        return {
            **values,
            "truth": truth,
            "feedback": wrong or "",
            "correction": item.body.correction or "",
        }
    options = item.body.options if isinstance(item.body, ChoiceBody) else ()
    key = next((str(place) for place, option in enumerate(options) if option.fraction == 1), "0")
    return {
        **values,
        "key": key,
        "options": [{"text": o.text, "feedback": o.feedback or ""} for o in options],
    }


def field_of(problem: Problem, form: ItemForm) -> str:
    """The id of the field where a problem of the verifier can be mended."""
    named = str(problem.path[0]) if problem.path else _FIELDS.get(problem.code, "stem")
    return _FIELDS.get(named, named if named in form else "stem")


def edited(item: Item, form: ItemForm, text: str | None) -> Item:
    """The item as the form says it."""
    sources = item.sources[1:]
    if form.source_title.data:
        first = Source(
            form.source_title.data,
            form.source_outlet.data or "",
            form.source_date.data,
            item.sources[0].url if item.sources else None,
        )
        sources = (first, *sources)
    return replace(
        item,
        stem=said(form.stem),
        kind=Kind(form.kind.data) if form.kind.data else None,
        holder=said(form.holder) or None,
        evidence=_evidence(item, form.evidence.data, text),
        as_of=form.as_of.data,
        timing=Timing(form.timing.data),
        review_by=form.review_by.data,
        explanation=said(form.explanation) or None,
        sources=sources,
        body=_body(item, form),
    )


def _evidence(item: Item, chosen: str | None, text: str | None) -> tuple[Span, ...]:
    if not chosen or text is None:
        return item.evidence if text is None else ()
    start, _dash, end = chosen.partition("-")
    if not (start.isdecimal() and end.isdecimal()):
        return item.evidence
    if not int(start) < int(end) <= len(text):
        return item.evidence
    span = Span(int(start), int(end), text[int(start) : int(end)])
    return (span, *item.evidence[1:]) if item.evidence else (span,)


def _body(item: Item, form: ItemForm) -> Body:
    if isinstance(form, TrueFalseForm):
        truth = form.truth.data == "true"
        return TrueFalseBody(
            _truth_options(answer=truth, feedback=form.feedback.data or None),
            form.correction.data or None,
        )
    if not isinstance(form, ChoiceForm):
        raise TypeError(type(form))
    former = {o.text: o for o in item.body.options} if isinstance(item.body, ChoiceBody) else {}
    options = []
    for place, entry in enumerate(form.options.entries):
        words = (entry.form.text.data or "").strip()
        if words:
            known = former.get(words, Option("", words))
            options.append(
                replace(
                    known,
                    id="",
                    fraction=Fraction(int(form.key.data == str(place))),
                    feedback=(entry.form.feedback.data or "").strip() or None,
                )
            )
    return ChoiceBody(numbered(options, "o"))


def _truth_options(*, answer: bool, feedback: str | None) -> tuple[Option, Option]:
    return (
        Option("o1", "true", Fraction(int(answer)), None if answer else feedback),
        Option("o2", "false", Fraction(int(not answer)), feedback if answer else None),
    )

"""Invented items for the component sheet: every type in every outcome."""

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from quizapp.attempts import pages
from quizapp.core.items import Item, read_item
from quizapp.core.marking import verdict_of
from quizapp.core.presentation import Shown, draw_order
from quizapp.core.reading import Reader
from quizapp.core.responses import Chosen, ChosenSet, Placed, Response, Typed

_TITLE = "Che cosa ha ratificato la Duma il 24 ottobre 2024?"
_ITEMS: tuple[dict[str, Any], ...] = (
    {
        "id": "scelta",
        "type": "choice",
        "stem": _TITLE,
        "explanation": "L’articolo lo dice nella seconda frase, con la data.",
        "options": [
            {"text": "Il trattato con la Corea del Nord", "fraction": 1},
            {
                "text": "Un accordo con la Cina",
                "feedback": "La Cina è citata, ma come osservatrice.",
            },
            {"text": "Un accordo con l’Iran", "feedback": "L’Iran non compare nell’articolo."},
        ],
    },
    {
        "id": "multipla",
        "type": "multiple",
        "stem": "Quali organi russi hanno approvato il trattato nel 2024?",
        "explanation": "L’articolo lo dice nella seconda frase, con la data.",
        "options": [
            {"text": "La Duma", "fraction": 1},
            {"text": "Il Consiglio federale", "fraction": 1},
            {"text": "La Corte costituzionale", "feedback": "Non compare nell’articolo."},
            {"text": "La Banca centrale", "feedback": "Non compare nell’articolo."},
        ],
    },
    {
        "id": "vero-falso",
        "type": "true_false",
        "stem": "Il trattato è entrato in vigore il 4 dicembre 2023.",
        "explanation": "L’articolo lo dice nella seconda frase, con la data.",
        "options": [
            {"text": "true", "feedback": "L’anno è un altro."},
            {"text": "false", "fraction": 1},
        ],
        "correction": "È entrato in vigore il 4 dicembre 2024.",
    },
    {
        "id": "testo",
        "type": "text",
        "stem": "In quale città è stato firmato il trattato nel giugno 2024?",
        "explanation": "L’articolo lo dice nella seconda frase, con la data.",
        "answers": [
            {"text": "Pyongyang"},
            {
                "text": "Mosca",
                "fraction": 0,
                "feedback": "A Mosca ci fu lo scambio degli strumenti.",
            },
        ],
    },
    {
        "id": "classifica",
        "type": "classify",
        "stem": "Come presenta l’articolo queste frasi dell’ottobre 2024?",
        "explanation": "L’articolo lo dice nella seconda frase, con la data.",
        "categories": [
            {"text": "Dato per certo", "kind": "fact"},
            {"text": "Dichiarazione", "kind": "claim"},
            {"text": "Previsione", "kind": "forecast"},
        ],
        "statements": [
            {
                "text": "La Duma ha ratificato il trattato.",
                "category": 0,
                "feedback": "Nessuna voce intermedia: lo dice l’articolo.",
            },
            {
                "text": "Secondo fonti ucraine, i militari sono pronti.",
                "category": 1,
                "feedback": "«Secondo» dice chi parla.",
            },
            {
                "text": "La tensione potrebbe crescere.",
                "category": 2,
                "feedback": "«Potrebbe» è un’ipotesi.",
            },
        ],
    },
)
_RIGHT: dict[str, Response] = {
    "choice": Chosen("o1"),
    "multiple": ChosenSet(frozenset({"o1", "o2"})),
    "true_false": Chosen("o2"),
    "text": Typed("Pyongyang"),
    "classify": Placed({"s1": "c1", "s2": "c2", "s3": "c3"}),
}
_PARTLY: dict[str, Response] = {
    "multiple": ChosenSet(frozenset({"o1"})),
    "classify": Placed({"s1": "c1", "s2": "c1", "s3": "c3"}),
}
_WRONG: dict[str, Response] = {
    "choice": Chosen("o2"),
    "multiple": ChosenSet(frozenset({"o3"})),
    "true_false": Chosen("o1"),
    "text": Typed("Mosca"),
    "classify": Placed({"s1": "c2", "s2": "c3", "s3": "c1"}),
}


@dataclass(frozen=True, slots=True)
class Case:
    """One way a sample can stand on a page: `asked`, `unreadable`, or a verdict."""

    name: str
    response: Response | None = None
    fraction: Fraction = Fraction(0)
    remarks: dict[str, str] = field(default_factory=dict)
    error: str | None = None
    given: dict[str, list[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sample:
    """An item with its cases."""

    item: Item
    shown: Shown
    keys: list[str]
    cases: list[Case]


def samples() -> list[Sample]:
    """One sample per item type."""
    return [_sample(item) for data in _ITEMS if (item := read_item(Reader(data), "it"))]


def _sample(item: Item) -> Sample:
    told = [_told(item, answers[item.type]) for answers in (_RIGHT, _PARTLY, _WRONG) if item.type in answers]
    cases = [Case("asked"), Case("unreadable", error="empty"), *told, Case("unanswered")]
    shown = Shown(draw_order(item.body.groups(), item.id), item.id)
    return Sample(item, shown, pages.key_labels(item, shown), cases)


def _told(item: Item, response: Response) -> Case:
    by_entry, _general = pages.remarks(item, response)
    mark = item.body.mark(response)
    return Case(verdict_of(mark).value, response, mark, by_entry)

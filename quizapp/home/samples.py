"""Invented items for the component sheet: every type in every outcome."""

from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Any

from quizapp.attempts import pages
from quizapp.core.items import Item, read_item
from quizapp.core.marking import verdict_of
from quizapp.core.presentation import Shown, draw_order
from quizapp.core.reading import Reader
from quizapp.core.responses import (
    Chosen,
    ChosenSet,
    Filled,
    Measured,
    Ordered,
    Placed,
    Response,
    Typed,
    Unreadable,
)

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
    {
        "id": "numero",
        "type": "number",
        "stem": "Quanti soldati, secondo la fonte citata, erano già arrivati nell’ottobre 2024?",
        "explanation": "L’articolo riporta la cifra nella quarta frase e dice di chi è.",
        "unit": "soldati",
        "numbers": [
            {"value": 11000, "tolerance": 500},
            {"value": 11000, "tolerance": 2000, "fraction": "1/2", "feedback": "Ci sei vicino: rileggi la cifra."},
            {"value": 3000, "fraction": 0, "feedback": "Tremila è la cifra del primo gruppo."},
        ],
    },
    {
        "id": "abbina",
        "type": "matching",
        "stem": "Chi ha detto che cosa, nell’ottobre 2024?",
        "explanation": "Ogni frase dell’articolo nomina chi parla.",
        "pairs": [
            {"left": "Ha chiesto prove", "right": "Il ministro", "feedback": "Lo dice la terza frase."},
            {"left": "Ha negato", "right": "L’ambasciatore"},
            {"left": "Ha stimato il numero", "right": "I servizi", "feedback": "È una stima, non un conteggio."},
        ],
        "extra_rights": ["Il parlamento"],
    },
    {
        "id": "ordina",
        "type": "ordering",
        "stem": "In che ordine sono avvenuti questi fatti del 2024?",
        "explanation": "Le date stanno nelle prime tre frasi.",
        "order": [
            {"text": "La firma del trattato", "feedback": "Giugno."},
            {"text": "La presentazione alla Duma", "feedback": "Metà ottobre."},
            {"text": "La ratifica", "feedback": "24 ottobre."},
            {"text": "L’entrata in vigore", "feedback": "4 dicembre."},
        ],
    },
    {
        "id": "lacune",
        "type": "cloze",
        "stem": "Il trattato, firmato a [[1]] nel giugno 2024, ha [[2]] articoli ed è in vigore da [[3]].",
        "explanation": "L’articolo lo dice nella seconda frase, con la data.",
        "gaps": [
            {
                "type": "choice",
                "options": [
                    {"text": "Pyongyang", "fraction": 1},
                    {"text": "Mosca", "feedback": "A Mosca ci fu lo scambio degli strumenti."},
                    {"text": "Pechino"},
                ],
            },
            {"type": "number", "numbers": [{"value": 23}]},
            {"type": "text", "answers": [{"text": "dicembre"}, {"text": "dicembre 2024"}]},
        ],
    },
)
_RIGHT: dict[str, Response] = {
    "choice": Chosen("o1"),
    "multiple": ChosenSet(frozenset({"o1", "o2"})),
    "true_false": Chosen("o2"),
    "text": Typed("Pyongyang"),
    "classify": Placed({"s1": "c1", "s2": "c2", "s3": "c3"}),
    "number": Measured("11.000,0", Decimal(11000)),
    "matching": Placed({"p1": "r1", "p2": "r2", "p3": "r3"}),
    "ordering": Ordered(("e1", "e2", "e3", "e4")),
    "cloze": Filled({"g1": Chosen("o1"), "g2": Measured("23", Decimal(23)), "g3": Typed("dicembre")}),
}
_PARTLY: dict[str, Response] = {
    "multiple": ChosenSet(frozenset({"o1"})),
    "classify": Placed({"s1": "c1", "s2": "c1", "s3": "c3"}),
    "number": Measured("12000", Decimal(12000)),
    "matching": Placed({"p1": "r1", "p2": "r4", "p3": "r3"}),
    "ordering": Ordered(("e2", "e3", "e4", "e1")),
    "cloze": Filled({"g1": Chosen("o2"), "g2": Measured("23", Decimal(23)), "g3": Typed("novembre")}),
}
_WRONG: dict[str, Response] = {
    "choice": Chosen("o2"),
    "multiple": ChosenSet(frozenset({"o3"})),
    "true_false": Chosen("o1"),
    "text": Typed("Mosca"),
    "classify": Placed({"s1": "c2", "s2": "c3", "s3": "c1"}),
    "number": Measured("3000", Decimal(3000)),
    "matching": Placed({"p1": "r2", "p2": "r3", "p3": "r4"}),
    "ordering": Ordered(("e4", "e3", "e2", "e1")),
    "cloze": Filled({"g1": Chosen("o3"), "g2": Measured("24", Decimal(24)), "g3": Typed("giugno")}),
}
_TWO_READINGS = Unreadable("ambiguous", ("1234", "1.2340"))


@dataclass(frozen=True, slots=True)
class Case:
    """One way a sample can stand on a page: `asked`, `unreadable`, `ambiguous`, or a verdict."""

    name: str
    response: Response | None = None
    fraction: Fraction = Fraction(0)
    remarks: dict[str, str] = field(default_factory=dict)
    error: Unreadable | None = None
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
    cases = [Case("asked"), Case("unreadable", error=Unreadable("empty")), *told, Case("unanswered")]
    if item.type == "number":
        cases.insert(2, Case("ambiguous", error=_TWO_READINGS, given={"answer": ["1.234"]}))
    shown = Shown(draw_order(item.body.groups(), item.id), item.id)
    return Sample(item, shown, pages.key_labels(item, shown), cases)


def _told(item: Item, response: Response) -> Case:
    by_entry, _general = pages.remarks(item, response)
    mark = item.body.mark(response)
    return Case(verdict_of(mark).value, response, mark, by_entry)

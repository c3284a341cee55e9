"""Does the question keep what is claimed, forecast or judged as such?"""

from quizapp.core.banks import Article
from quizapp.core.items import Item
from quizapp.core.kinds import Kind
from quizapp.core.text import words
from quizapp.core.types import TrueFalseBody
from quizapp.core.wording import Wording
from quizapp.verification.contract import Check, Find, Found

_BEGINNING = 5
_SMALL = 4


def _holder_missing(item: Item, _article: Article | None) -> Found:
    if item.kind is Kind.CLAIM and not (item.holder or "").strip():
        yield ("kind",), {}


def _holder_not_named(item: Item, _article: Article | None) -> Found:
    if item.kind is not Kind.CLAIM or not item.holder:
        return
    said = _beginnings(" ".join((item.stem, *item.body.keys(), *_statements(item))))
    if not _beginnings(item.holder) & said:
        yield ("stem",), {"holder": item.holder}


def _statements(item: Item) -> tuple[str, ...]:
    return item.body.texts() if item.type == "classify" else ()


def _beginnings(text: str) -> set[str]:
    found = words(text)
    return {word[:_BEGINNING] for word in found if len(word) >= _SMALL} or set(found)


def _keyed_true(kind: Kind) -> Find:
    def find(item: Item, _article: Article | None) -> Found:
        if item.kind is kind and isinstance(item.body, TrueFalseBody) and item.body.statement_is_true:
            yield ("options",), {}

    return find


_TRUE = {"type": "true_false", "options": [{"text": "true", "fraction": 1}, {"text": "false"}]}

CHECKS = (
    Check(
        "holder-missing",
        Wording(
            "una dichiarazione ha bisogno di chi la fa: compila «holder»",
            "a claim needs its holder: fill in “holder”",
        ),
        _holder_missing,
        {"kind": "claim"},
    ),
    Check(
        "holder-not-named",
        Wording(
            "la domanda non dice di chi è la dichiarazione: nomina {holder}",
            "the question does not say whose claim it is: name {holder}",
        ),
        _holder_not_named,
        {"kind": "claim", "holder": "fonti ucraine"},
    ),
    Check(
        "forecast-keyed-true",
        Wording("una previsione non può essere segnata come vera", "a forecast cannot be keyed as true"),
        _keyed_true(Kind.FORECAST),
        {**_TRUE, "kind": "forecast", "horizon": "2025-03-03"},
    ),
    Check(
        "opinion-keyed-true",
        Wording("un’opinione non può essere segnata come vera", "an opinion cannot be keyed as true"),
        _keyed_true(Kind.OPINION),
        {**_TRUE, "kind": "opinion"},
    ),
)

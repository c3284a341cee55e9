"""Is it a question at all?"""

from functools import lru_cache
from typing import Any

from quizapp.core.banks import Article
from quizapp.core.items import Item
from quizapp.core.lifecycle import Status
from quizapp.core.problems import Path, Problem
from quizapp.core.text import words
from quizapp.core.types import Body, ClozeBody, MatchingBody, OrderingBody, TextBody
from quizapp.core.types.faults import FAULTS
from quizapp.core.wording import Wording
from quizapp.verification.contract import Check, Find, Found


def _stem_empty(item: Item, _article: Article | None) -> Found:
    if not item.stem.strip():
        yield ("stem",), {}


def _explanation_missing(item: Item, _article: Article | None) -> Found:
    if not (item.explanation or "").strip():
        yield (), {}


def _feedback_missing(item: Item, _article: Article | None) -> Found:
    if item.type not in {"choice", "multiple"}:
        return
    for place, option in enumerate(item.body.options):  # type: ignore[attr-defined]
        if not option.is_key and not option.feedback:
            yield ("options", place), {"text": option.text}


def _key_in_stem(item: Item, _article: Article | None) -> Found:
    if item.type not in {"choice", "text"}:
        return
    stem = f" {' '.join(words(item.stem))} "
    for key in item.body.keys():  # noqa: SIM118 - a method of ours
        if len(key.strip()) >= _TELLING and f" {' '.join(words(key))} " in stem:
            yield ("stem",), {"key": key}


def _right_doubled(item: Item, _article: Article | None) -> Found:
    if item.status is not Status.DRAFT or not isinstance(item.body, MatchingBody):
        return
    seen: set[str] = set()
    for place, pair in enumerate(item.body.pairs):
        if pair.right in seen:
            yield ("pairs", place, "right"), {"text": pair.right}
        seen.add(pair.right)


def _order_of_two(item: Item, _article: Article | None) -> Found:
    if isinstance(item.body, OrderingBody) and len(item.body.order) == 2:
        yield ("order",), {}


@lru_cache(maxsize=16)
def _faults(body: Body) -> tuple[Problem, ...]:
    """Those of a body, found once for all the rules that ask for one kind of them."""
    return tuple(body.faults())


def _anything_accepted(item: Item, _article: Article | None) -> Found:
    places: list[tuple[Path, Any]] = [((), item.body)]
    if isinstance(item.body, ClozeBody):
        places = [(("gaps", number), gap.body) for number, gap in enumerate(item.body.gaps)]
    for path, body in places:
        for place, answer in enumerate(body.answers if isinstance(body, TextBody) else ()):
            if answer.fraction > 0 and set(answer.text.split()) == {"*"}:
                yield (*path, "answers", place), {}


def _fault(code: str) -> Find:
    def find(item: Item, _article: Article | None) -> Found:
        return ((problem.path, dict(problem.values)) for problem in _faults(item.body) if problem.code == code)  # type: ignore[arg-type]

    return find


_TELLING = 3
_OPTIONS = [
    {"text": "Vienna", "fraction": 1},
    {"text": "Ginevra", "fraction": 0, "feedback": "No."},
]
_PAIRS = [{"left": "La firma", "right": "Vienna"}, {"left": "Lo scambio", "right": "Ginevra"}]
_EXAMPLES: dict[str, dict[str, Any]] = {
    "options-too-few": {"options": _OPTIONS[:1]},
    "option-empty": {"options": [*_OPTIONS, {"text": " ", "feedback": "No."}]},
    "option-doubled": {"options": [*_OPTIONS, _OPTIONS[1]]},
    "spelling-only": {"options": [*_OPTIONS, {"text": "ginévra", "feedback": "No."}]},
    "key-missing": {"options": [{"text": "Vienna", "feedback": "No."}, _OPTIONS[1]]},
    "key-doubled": {"options": [_OPTIONS[0], {"text": "Ginevra", "fraction": 1}]},
    "key-everything": {
        "type": "multiple",
        "options": [_OPTIONS[0], {"text": "Ginevra", "fraction": 1}],
    },
    "fraction-not-for-rule": {
        "type": "multiple",
        "options": [{"text": "Vienna", "fraction": "1/2"}, _OPTIONS[1]],
    },
    "true-false-shape": {"type": "true_false"},
    "correction-missing": {
        "type": "true_false",
        "options": [{"text": "true"}, {"text": "false", "fraction": 1}],
    },
    "answer-missing": {
        "type": "text",
        "options": None,
        "answers": [{"text": "Vienna", "fraction": 0}],
    },
    "answer-empty": {
        "type": "text",
        "options": None,
        "answers": [{"text": "Vienna"}, {"text": "…"}],
    },
    "categories-too-few": {
        "type": "classify",
        "options": None,
        "categories": [{"text": "A"}],
        "statements": [{"text": "Uno", "category": 0}, {"text": "Due", "category": 0}],
    },
    "statements-too-few": {
        "type": "classify",
        "options": None,
        "categories": [{"text": "A"}, {"text": "B"}],
        "statements": [{"text": "Uno", "category": 0}],
    },
    "category-out-of-range": {
        "type": "classify",
        "options": None,
        "categories": [{"text": "A"}, {"text": "B"}],
        "statements": [{"text": "Uno", "category": 0}, {"text": "Due", "category": 2}],
    },
    "anything-right": {
        "type": "number",
        "options": None,
        "numbers": [{"value": 3}, {"value": None, "fraction": 1}],
    },
    "tolerance-not-share": {
        "type": "number",
        "options": None,
        "numbers": [{"value": 3, "tolerance": 5, "tolerance_kind": "relative"}],
    },
    "number-unreached": {
        "type": "number",
        "options": None,
        "numbers": [{"value": 3, "tolerance": 1}, {"value": 3, "fraction": "1/2"}],
    },
    "pairs-too-few": {"type": "matching", "options": None, "pairs": _PAIRS[:1], "extra_rights": ["Roma"]},
    "rights-too-few": {
        "type": "matching",
        "options": None,
        "pairs": [_PAIRS[0], {"left": "Lo scambio", "right": "Vienna"}],
    },
    "order-too-short": {"type": "ordering", "options": None, "order": [{"text": "La firma"}]},
    "gaps-missing": {"type": "cloze", "options": None, "gaps": []},
    "gap-weightless": {
        "type": "cloze",
        "options": None,
        "stem": "Nel 2024 l’accordo fu firmato a [[1]].",
        "gaps": [{"type": "text", "weight": 0, "answers": [{"text": "Vienna"}]}],
    },
}

CHECKS = (
    Check(
        "stem-empty",
        Wording("manca il testo della domanda", "the stem is missing"),
        _stem_empty,
        {"stem": " "},
    ),
    *(Check(code, wording, _fault(code), _EXAMPLES[code]) for code, wording in FAULTS.items()),
    Check(
        "right-doubled",
        Wording("due coppie hanno la stessa corrispondenza «{text}»", "two pairs have the same right side “{text}”"),
        _right_doubled,
        {
            "type": "matching",
            "status": "draft",
            "options": None,
            "pairs": [*_PAIRS, {"left": "La ratifica", "right": "Vienna"}],
        },
        "warning",
    ),
    Check(
        "order-of-two",
        Wording(
            "due sole voci si mostrano sempre invertite: l’ordine giusto si indovina",
            "two entries alone are always shown reversed: the right order can be guessed",
        ),
        _order_of_two,
        {"type": "ordering", "options": None, "order": [{"text": "La firma"}, {"text": "La ratifica"}]},
        "warning",
    ),
    Check(
        "anything-accepted",
        Wording("un asterisco da solo accetta qualunque risposta", "an asterisk alone accepts any answer"),
        _anything_accepted,
        {"type": "text", "options": None, "answers": [{"text": "Vienna"}, {"text": "*"}]},
        "warning",
    ),
    Check(
        "explanation-missing",
        Wording("manca la spiegazione per lo studente", "the explanation for the student is missing"),
        _explanation_missing,
        {"explanation": None},
        "warning",
    ),
    Check(
        "feedback-missing",
        Wording("«{text}» non dice perché inganna", "“{text}” does not say why it misleads"),
        _feedback_missing,
        {"options": [_OPTIONS[0], {"text": "Ginevra"}]},
        "warning",
    ),
    Check(
        "key-in-stem",
        Wording(
            "la domanda contiene già la risposta «{key}»",
            "the stem already holds the answer “{key}”",
        ),
        _key_in_stem,
        {"stem": "In quale città, a Vienna, fu firmato l’accordo nel 2024?"},
        "warning",
    ),
)

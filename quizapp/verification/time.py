"""Does the item say when its answer holds?"""

import re

from quizapp.core.banks import Article
from quizapp.core.items import Item
from quizapp.core.lifecycle import Timing
from quizapp.core.wording import Wording
from quizapp.verification.contract import Check, Found

_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


def _as_of_missing(item: Item, _article: Article | None) -> Found:
    if item.as_of is None:
        yield (), {}


def _timing_missing(item: Item, _article: Article | None) -> Found:
    if item.timing is None:
        yield (), {}


def _undated(item: Item, _article: Article | None) -> Found:
    if item.timing is Timing.DATED and item.stem.strip() and not _YEAR.search(item.stem):
        yield ("stem",), {}


def _review_missing(item: Item, _article: Article | None) -> Found:
    if item.timing is Timing.CURRENT and item.review_by is None:
        yield ("timing",), {}


CHECKS = (
    Check(
        "as-of-missing",
        Wording(
            "manca la data a cui vale la risposta («as_of»)",
            "the date at which the answer holds (“as_of”) is missing",
        ),
        _as_of_missing,
        {"as_of": None},
    ),
    Check(
        "timing-missing",
        Wording(
            "manca «timing»: «dated» se la domanda dice quando, «current» se va ricontrollata",
            "“timing” is missing: “dated” when the stem says when, “current” when it must be checked again",
        ),
        _timing_missing,
        {"timing": None},
    ),
    Check(
        "undated-stem",
        Wording(
            "la domanda è segnata «dated» ma non dice in quale anno",
            "the item is marked “dated” but its stem names no year",
        ),
        _undated,
        {"stem": "In quale città fu firmato l’accordo?"},
    ),
    Check(
        "review-by-missing",
        Wording(
            "una domanda «current» ha bisogno della data di ricontrollo («review_by»)",
            "a “current” item needs the date to check it again (“review_by”)",
        ),
        _review_missing,
        {"timing": "current"},
    ),
)

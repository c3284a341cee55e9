"""What stays of an answer, and of a moment, once nobody is to be told from it."""

import datetime
from collections.abc import Mapping
from typing import Any

from quizapp.core.types.cloze import ClozeBody
from quizapp.core.types.contract import Body
from quizapp.core.types.number import NumberBody
from quizapp.core.types.text import TextBody

GONE = "…"
"""Stands where a typed text stood."""


def without_words(body: Body, stored: Mapping[str, Any]) -> dict[str, Any]:
    """A stored answer without what its student typed; what was chosen, put or measured stays.

    A text that is one of the item's own answers stays in the words of the item; of a number its figures stay.
    """
    kept = dict(stored)
    if isinstance(body, ClozeBody) and "gaps" in kept:
        bodies = {gap.id: gap.body for gap in body.gaps}
        kept["gaps"] = {key: without_words(bodies[key], each) for key, each in kept["gaps"].items()}
    elif isinstance(body, TextBody) and "text" in kept:
        kept["text"] = _of_the_item(body, kept)
    elif isinstance(body, NumberBody) and "text" in kept:
        kept["text"] = kept["number"]
    return kept


def _of_the_item(body: TextBody, stored: Mapping[str, Any]) -> str:
    answer = body.matched(body.restore(stored))  # type: ignore[arg-type] # what a text restores is a text
    return answer.text if answer is not None and "*" not in answer.text else GONE


def day_of(moment: datetime.datetime) -> datetime.datetime:
    """The midnight, in UTC, that began the day of a moment."""
    return moment.astimezone(datetime.UTC).replace(hour=0, minute=0, second=0, microsecond=0)

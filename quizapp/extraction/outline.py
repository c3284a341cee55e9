"""Every sentence of a drafted article as plain data, for pages that show the whole text."""

from typing import Any

from quizapp.extraction.engine import Drafted
from quizapp.extraction.saying import bare


def outline(drafted: Drafted) -> list[dict[str, Any]]:
    """Start, end, kind, holder and reason of every sentence in order; `reason` is why none may stand on it, or None."""
    lang = drafted.context.lang
    return [
        {
            "start": fact.sentence.start,
            "end": fact.sentence.end,
            "kind": fact.reading.kind.value,
            "holder": bare(fact.reading.holder, lang) if fact.reading.holder else None,
            "reason": fact.reason,
        }
        for fact in drafted.context.facts
    ]

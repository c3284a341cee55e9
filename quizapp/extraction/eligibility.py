"""Stage 4: which sentences can stand alone; the reason for each that cannot."""

import re

from quizapp.extraction.cues import Cues
from quizapp.extraction.sentences import Sentence

MIN_WORDS, MAX_WORDS = 8, 40
_ODD_NUMBER = re.compile(r"\d+\.\d{2}\.\d|\d\.\d{2}\.\d{2}|\d{1,3}\.00\b")
_ENDS = re.compile(r"[.!?…][\"')\]]*$")
_LETTER_START = re.compile(r"[\"'(]*[A-ZÀ-Þ0-9]")

REASONS = (
    "in-quote",
    "fragment",
    "question",
    "too-short",
    "too-long",
    "leans-on-context",
    "no-subject",
    "points-elsewhere",
    "relative-time",
    "damaged",
)


def reason_against(sentence: Sentence, cues: Cues) -> str | None:
    """Why no question may stand on the sentence alone, or None: one of REASONS."""
    shade = sentence.shade
    checks = (
        ("in-quote", sentence.in_quote or shade.count('"') % 2 == 1),
        ("fragment", not _ENDS.search(shade) or not _LETTER_START.match(shade)),
        ("question", "?" in shade[-3:] or shade.endswith("...")),
        ("too-short", sentence.words < MIN_WORDS),
        ("too-long", sentence.words > MAX_WORDS),
        ("leans-on-context", cues.dependent_start.match(shade) is not None),
        ("no-subject", cues.subjectless_start.match(shade) is not None or not cues.finite_verb.search(shade)),
        ("points-elsewhere", cues.anaphora.search(_outside_quotes(shade)) is not None),
        ("relative-time", cues.deictic.search(_outside_quotes(shade)) is not None),
        ("damaged", _ODD_NUMBER.search(shade) is not None or "  " in shade or "[" in shade),
    )
    return next((name for name, found in checks if found), None)


def _outside_quotes(shade: str) -> str:
    return re.sub(r'"[^"]*"', '""', shade)

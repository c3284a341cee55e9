"""A same-length shadow of a text for patterns: offsets found in it hold in the text."""

from functools import lru_cache

from quizapp.core.text import exchanged

_FOLD = (
    ("’", "'"), ("‘", "'"), ("ʼ", "'"), ("“", '"'), ("”", '"'), ("„", '"'), ("«", '"'), ("»", '"'), ("–", "-"),
    ("—", "-"), ("‑", "-"), ("\u00a0", " "), ("\u202f", " "), ("\u2009", " "), ("\t", " "), ("\n", " "),
)  # fmt: skip


@lru_cache(maxsize=2048)
def shadow(text: str) -> str:
    """The text with one kind of quotation mark, apostrophe, dash and space, character for character."""
    return exchanged(text, _FOLD)

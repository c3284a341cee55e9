"""What the article does with a sentence: the four kinds of `docs/glossary.md`."""

from enum import StrEnum


class Kind(StrEnum):
    """How a sentence stands in its article; `fact` means "in the article's own voice", never "true"."""

    FACT = "fact"
    CLAIM = "claim"
    FORECAST = "forecast"
    OPINION = "opinion"

"""Stage 2, persons: who an article names in full."""

import re
from functools import cache, lru_cache

from quizapp.extraction.lexicon import lexicon

_FULL = re.compile(
    r"(?<![\w.-])(?P<given>[A-ZÀ-Þ][\w-]+)(?P<rest>(?: (?:[A-Z]\.|de |di (?=[A-Z][a-zà-ÿ]{2})|von der |van der |von |van |al-|bin |el-|del |della )? ?[A-ZÀ-Þ][\w'’-]+){1,2})(?![\w-])"
)


@cache
def given_names() -> frozenset[str]:
    """Given names that start a full name, in lower case."""
    tables = lexicon("it"), lexicon("en")
    lands = {name.lower() for table in tables for name in (*table.country_names, *table.places)}
    return frozenset().union(*(table.given_names for table in tables)) - lands


@lru_cache(maxsize=64)
def full_names(shade: str) -> tuple[str, ...]:
    """Persons named with given name and surname, in order, once each."""
    found, here = [], 0
    while match := _FULL.search(shade, here):
        given = match["given"].lower() in given_names() or match["given"].lower().split("-")[0] in given_names()
        found += [match[0]] if given else []
        here = match.end() if given else match.end("given")  # «President Emmanuel Macron»: on with the next word
    return tuple(dict.fromkeys(re.sub(r"'s?$", "", name) for name in found))

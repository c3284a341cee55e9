"""Stage 2, persons: who an article names in full."""

import re
from functools import cache
from pathlib import Path

_TABLES = Path(__file__).with_name("tables")
_FULL = re.compile(
    r"(?<![\w.-])(?P<given>[A-ZÀ-Þ][\w-]+)(?P<rest>(?: (?:[A-Z]\.|de |di |von |van |al-|bin |el-|del |della )? ?[A-ZÀ-Þ][\w'’-]+){1,2})(?![\w-])"
)


@cache
def given_names() -> frozenset[str]:
    """Given names that start a full name."""
    return frozenset((_TABLES / "given-names.txt").read_text(encoding="utf-8").split())


def full_names(shade: str) -> list[str]:
    """Persons named with given name and surname, in order, once each."""
    found = (match[0] for match in _FULL.finditer(shade) if match["given"] in given_names())
    return list(dict.fromkeys(re.sub(r"'s?$", "", name) for name in found))

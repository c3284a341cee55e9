"""Shares of the mark as a teacher types them: `1/2`, `0,5` and `50%` are the same."""

import re
from decimal import Decimal

_RATIO = re.compile(r"[+-]?[0-9]{1,6}\s*/\s*0*[1-9][0-9]{0,5}")
_FIGURES = re.compile(r"(?P<value>[+-]?(?=\.?[0-9])[0-9]{0,6}(?:\.[0-9]{1,12})?)\s*(?P<percent>%?)")


def exact(typed: str) -> str | None:
    """The share as the contracts write it; None for what is neither a number, a percentage nor a fraction."""
    plain = typed.strip().replace(",", ".").replace("−", "-")
    if _RATIO.fullmatch(plain):
        return re.sub(r"\s", "", plain)
    found = _FIGURES.fullmatch(plain)
    if found is None:
        return None
    return format(Decimal(found["value"]) / 100, "f") if found["percent"] else found["value"]

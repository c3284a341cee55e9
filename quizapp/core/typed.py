"""Small numbers as forms, addresses, settings and files of others send them: plain figures, no more than asked for."""

import re
from fractions import Fraction

MOST = 999_999_999
"""What nine figures hold; every column of whole numbers has room for it."""
_SHORT = re.compile(r"-?[0-9]{1,3}(?:\.[0-9]{1,2})?")


def whole_number(written: str | None, most: int = MOST, *, least: int = 0) -> int | None:
    """The number from `least` to `most` that a text is, in the figures 0 to 9 alone; None for any other text, or none.

    Zeros in front count as figures: of `most` it has at most as many.
    """
    if written is None or len(written) > len(str(most)) or not (written.isascii() and written.isdecimal()):
        return None
    number = int(written)
    return number if least <= number <= most else None


def short_decimal(typed: str | None) -> Fraction | None:
    """The number below a thousand that a text is, comma or point before at most two decimals; None for any other."""
    plain = (typed or "").strip().replace(",", ".").replace("\N{MINUS SIGN}", "-")
    return Fraction(plain) if _SHORT.fullmatch(plain) else None

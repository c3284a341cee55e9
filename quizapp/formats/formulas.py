"""What a spreadsheet would take for a formula, whatever unseen signs stand before it."""

import unicodedata

_SIGNS = frozenset("=+-@\N{MINUS SIGN}")
_UNSEEN = frozenset({"Cc", "Cf", "Me", "Mn", "Zl", "Zp", "Zs"})
_BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Letters and a symbol that are drawn as nothing."""
_BREAKS = frozenset("\t\r\n")


def is_formula(cell: str) -> bool:
    """Whether the first sign that is seen begins a formula, in any of its widths, or a break leads the cell."""
    if cell[:1] in _BREAKS:
        return True
    first = next((sign for sign in cell if sign not in _BLANK and unicodedata.category(sign) not in _UNSEEN), "")
    return bool(first) and unicodedata.normalize("NFKC", first)[0] in _SIGNS

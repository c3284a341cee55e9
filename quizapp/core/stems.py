"""What of a stem says where a sentence is from, and what it asks about."""

import re

_BEFORE_A_QUOTATION = re.compile(r"[^«“][^\n]{10,600}?:\s(?=«[^\n]*»$|“[^\n]*”$)")
"""«Completa la frase dell’articolo «…»: » before the sentence itself."""
_ACCORDING = re.compile(
    r"(?:Secondo (?:un |l’)articolo|According to (?:an|the) article)[^,«“\n]*(?: «[^»\n]*»| “[^”\n]*”)?,\s(?=\S)"
)


def framed(stem: str) -> tuple[str, str]:
    """The frame of a stem, empty where it has none, and the rest; together they are the stem.

    A frame that is itself the question («Chi lo dice? «…»») is none.
    """
    match = _BEFORE_A_QUOTATION.match(stem) or _ACCORDING.match(stem)
    end = match.end() if match and "?" not in _outside(match[0]) else 0
    return stem[:end], stem[end:]


def gist(stem: str) -> str:
    """What tells a stem from others of its article in a list where there is room for one line."""
    return framed(stem)[1]


def _outside(frame: str) -> str:
    """A frame without the titles that it quotes."""
    return re.sub(r"«[^»]*»|“[^”]*”", "", frame)

"""Bytes as text: UTF-8, or UTF-16 that says so; anything else is refused in words that help."""

import codecs
import re

from quizapp.core.spans import UnusableTextError, stored_text
from quizapp.intake.article import Unusable

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_ACCENTED = "àèéìíòóùúáâãäåæçêëîïñôõöøûüýÿœßÀÈÉÌÍÒÓÙÚÁÂÃÄÅÆÇÊËÎÏÑÔÕÖØÛÜÝŸŒ"
_TYPOGRAPHIC = "‘’“”«»‚„‹›–—…•€°ºª©®™§·¿¡±×²³µ\xa0\xad"  # noqa: RUF001 - what Windows programs write
_CONTROLS = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_LEAST_ODD = 2  # control characters or damaged letters, below which a text is let through
_SHARE_ODD = 0.002
_SHARE_FOREIGN = 0.3  # of all bytes, above which it is no Western text
_SHARE_KNOWN = 0.9  # of the bytes above 127
_MISPLACED = re.compile(rb"[a-z](?=[\x80-\x84\x86-\x91\x93\x95-\x9f])")  # a quotation mark or dash ends no word
_GARBLED = re.compile(r"(?:Ã[\x80-\xbf¡-¿ƒ€‚„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œžŸ]|â€[\x80-\xbf™œ\x9d“”¦˜]|\ufffd)")  # noqa: RUF001


def text_of(data: bytes) -> str:
    """The stored text of plain bytes: no byte-order mark, LF line ends, nothing else changed.

    Raises Unusable for what is not UTF-8 (or UTF-16 with its mark), is no text, or was damaged before.
    """
    text = _decoded(data)
    if not text.strip("\ufeff \t\r\n\f\v\xa0"):
        raise Unusable("empty")
    if _many(_CONTROLS, text):
        raise Unusable("binary")
    try:
        text = stored_text(text)
    except UnusableTextError:
        raise Unusable("nul") from None
    if _many(_GARBLED, text):
        raise Unusable("garbled", sample=_sample(text))
    return text


def _sample(text: str) -> str:
    """The first word that is damaged, or the part of it around the damage."""
    match = next(_GARBLED.finditer(text))
    before, after = text[max(0, match.start() - 12) : match.start()], text[match.end() : match.end() + 12]
    return re.split(r"\s", before)[-1] + match[0] + re.split(r"\s", after)[0]


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-16" if data.startswith(_UTF16) else "utf-8-sig")
    except UnicodeDecodeError:
        raise Unusable(_why_not(data)) from None


def _why_not(data: bytes) -> str:
    if data.startswith(_UTF16):
        return "encoding"
    if b"\0" in data or _many(_CONTROLS, data.decode("latin-1")):
        return "binary"
    return "windows-1252" if _is_western(data) else "encoding"


def _is_western(data: bytes) -> bool:
    """Whether the bytes above 127 are what Windows-1252 would have, where it would have them."""
    above = len(data) - len(data.decode("ascii", "ignore"))
    known = sum(data.count(sign.encode("cp1252")) for sign in _ACCENTED + _TYPOGRAPHIC)
    if above > _SHARE_FOREIGN * len(data) or known < _SHARE_KNOWN * above:
        return False
    return 2 * len(_MISPLACED.findall(data)) <= above


def _many(pattern: re.Pattern[str], text: str) -> bool:
    """Whether the pattern is found more often than by accident."""
    found = sum(1 for _ in pattern.finditer(text))
    return found >= _LEAST_ODD and found >= _SHARE_ODD * len(text)

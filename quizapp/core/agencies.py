"""News agencies under the names that articles give them: what an agency sent to ten newspapers is one origin."""

import re
from collections.abc import Iterator

from quizapp.core.text import Match, fold

_LOOSE = Match(accents=False, spaces=True)
_NAMES: dict[str, tuple[str, ...]] = {
    "adnkronos": ("adn kronos", "gruppo adnkronos"),
    "aap": ("australian associated press",),
    "afp": ("agence france presse", "france presse"),
    "agi": ("agenzia italia", "agenzia giornalistica italia", "agi online"),
    "anadolu": ("anadolu ajansi", "anadolu agency"),
    "ansa": ("agenzia nazionale stampa associata", "ansa latina", "ansamed"),
    "ap": ("associated press", "apnews"),
    "apa": ("austria presse agentur",),
    "askanews": ("aska news",),
    "ats": ("keystone ats", "keystone sda", "agenzia telegrafica svizzera"),
    "belga": (),
    "bloomberg": ("bloomberg news",),
    "cna": ("central news agency",),
    "dire": (),
    "dpa": ("deutsche presse agentur",),
    "dow jones newswires": ("dow jones",),
    "efe": ("agencia efe",),
    "europa press": ("europapress",),
    "interfax": (),
    "kyodo": ("kyodonews",),
    "lapresse": (),
    "lusa": (),
    "nova": ("agenzia nova", "agenzianova"),
    "ntb": (),
    "pa media": ("press association", "pa news"),
    "pap": ("polska agencja prasowa",),
    "pti": ("press trust of india",),
    "reuters": ("thomson reuters",),
    "ria novosti": (),
    "ritzau": (),
    "sir": ("agenzia sir", "agensir"),
    "tass": ("itar tass",),
    "ukrinform": (),
    "upi": ("united press international",),
    "xinhua": ("nuova cina",),
    "yonhap": (),
}
_ONLY_IN_FULL = frozenset({"nova", "sir"})
"""Words that also name something else."""
_KNOWN = {name: key for key, names in _NAMES.items() for name in (key, *names) if name not in _ONLY_IN_FULL}
_AROUND = frozenset(
    {
        "agence",
        "agencia",
        "agency",
        "agenzia",
        "da",
        "dati",
        "di",
        "dispaccio",
        "fonte",
        "from",
        "l",
        "la",
        "lancio",
        "news",
        "notizie",
        "of",
        "press",
        "redazione",
        "source",
        "spa",
        "stampa",
        "su",
        "the",
        "wire",
    }
)
"""Words beside the name of an agency that say nothing more."""
_SEPARATORS = re.compile(
    r"\s+[-\u2010-\u2015]\s+|[/()\[\]|;,+·•\u2013\u2014]|\b(?:via|tramite|su dati|su fonte|by|from|courtesy of)\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:https?://)?(?:www\.)?([\w-]+)(?:\.[a-z]{2,4}){1,2}(?:/\S*)?", re.IGNORECASE)


def agency_of(origin: str) -> str | None:
    """The agency that an origin names, alone («Ansa.it», «agenzia ANSA») or beside the outlet that prints it («Il
    Mattino (ANSA)»); None where it names none."""
    return next(filter(None, map(_named, (origin, *_parts(origin)))), None)


def _parts(origin: str) -> list[str]:
    return [part for part in _SEPARATORS.split(origin) if part.strip()]


def _named(part: str) -> str | None:
    address = _ADDRESS.fullmatch(part.strip())
    words = fold(address.group(1) if address else part, _LOOSE).split()
    return next(filter(None, (_KNOWN.get(name) for name in _within(words))), None)


def _within(words: list[str]) -> Iterator[str]:
    """The words, and what is left of them once those that say nothing are taken from either end."""
    for start in range(len(words)):
        for end in range(len(words), start, -1):
            if _AROUND.issuperset(words[:start] + words[end:]):
                yield " ".join(words[start:end])

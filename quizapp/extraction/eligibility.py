"""Stage 4: which sentences can stand alone; the reason for each that cannot."""

import re
from collections.abc import Callable, Set

from quizapp.extraction.cues import FULL, Cues
from quizapp.extraction.lexicon import Lexicon, lexicon
from quizapp.extraction.places import related
from quizapp.extraction.sentences import Sentence

MIN_WORDS, MAX_WORDS = 8, 40
_BROKEN = re.compile(
    r"\b(?:[Tt]he|[Aa]n?) (?:is|are|was|were|has|have|had|of|to)\b|\b[Aa]n? (?:pounds|dollars|euros)\b|\b(?:per|di|con) la i\b|\b(?:di il|a il|da il|in il|in (?:tra|fra))\b"
)
_ODD_NUMBER = re.compile(r"\d, \d{3}\b|\d+\.\d{2}\.\d|\d\.\d{2}\.\d{2}|\d{1,3}\.00\b(?!\s?(?:%|per))")
_RUN_TOGETHER = re.compile(r"[a-zà-ÿ]{2}[,;][A-Za-zà-ÿ]")
_MARKUP = re.compile(r"\b[a-z]+=\w")
_SIGNS_OF_DAMAGE = (_ODD_NUMBER, _BROKEN, _RUN_TOGETHER, _MARKUP)
_ENDS = re.compile(r"[.!?…][\"')\]]*$")
_LETTER_START = re.compile(r"[\"'(]*[A-ZÀ-Þ0-9]")

REASONS = (
    "in-quote",
    "fragment",
    "question",
    "too-short",
    "too-long",
    "leans-on-context",
    "no-subject",
    "points-elsewhere",
    "relative-time",
    "damaged",
)


def reason_against(sentence: Sentence, cues: Cues, heading: Set[str] = frozenset()) -> str | None:
    """Why no question may stand on the sentence alone, or beside the title whose stems are given; None or one of
    REASONS."""
    shade = sentence.lead + sentence.shade[sentence.skip :]
    spoken = _outside_quotes(shade)
    checks: tuple[tuple[str, Callable[[], bool]], ...] = (
        ("in-quote", lambda: sentence.in_quote or shade.count('"') % 2 == 1),
        (
            "fragment",
            lambda: (
                (not sentence.cut and not _ENDS.search(shade))
                or (not sentence.opened and not _LETTER_START.match(shade))
            ),
        ),
        ("question", lambda: "?" in shade[-3:] or shade.endswith("...")),
        ("too-short", lambda: sentence.words < MIN_WORDS),
        ("too-long", lambda: sentence.words > MAX_WORDS),
        ("leans-on-context", lambda: _leans(shade, cues, heading)),
        ("no-subject", lambda: cues.subjectless_start.match(_capital(shade)) is not None),
        ("points-elsewhere", lambda: _points_elsewhere(spoken, cues, heading)),
        ("relative-time", lambda: cues.deictic.search(spoken) is not None or _month_alone(shade, cues)),
        ("damaged", lambda: _damaged(shade)),
    )
    return next((name for name, found in checks if found()), None)


def _damaged(shade: str) -> bool:
    return "  " in shade or "[" in shade or any(found.search(shade) for found in _SIGNS_OF_DAMAGE)


def _leans(shade: str, cues: Cues, heading: Set[str]) -> bool:
    """Whether it opens with a word that points back: a pronoun, a connective, or 'the study' where the title speaks of
    none."""
    match = cues.dependent_start.match(_capital(shade))
    if match is None:
        return False
    noun = _THE_NOUN.fullmatch(match[0])
    return noun is None or noun["noun"][:6].lower() not in heading


_NAMED = re.compile(r"(?<![.!?] )[A-ZÀ-Þ][\w'-]+ [A-ZÀ-Þ]|(?<=[a-z,] )[A-ZÀ-Þ]\w|^[A-ZÀ-Þ]\w+(?:'s)? [a-z]")


_THE_NOUN = re.compile(r"(?:the |il |lo |la |i |gli |le |l')(?P<noun>[a-zà-ÿ]{4,})", re.IGNORECASE)


def definite_nouns(shade: str, cues: Cues) -> frozenset[str]:
    """The stems of the definite nouns that point back: «il trattato», 'the bill'."""
    found = (_THE_NOUN.fullmatch(match[0]) for match in cues.anaphora.finditer(shade))
    return frozenset(match["noun"][:6].lower() for match in found if match)


_WITHIN = frozenset("he she it lui lei egli ella esso essa".split())
"""Pronouns that a name before them in the same sentence may stand for."""
_MANY_WITHIN = frozenset("they them".split())
_SEVERAL_BEFORE = re.compile(r"[a-z]{3,}s .{12,}| and [A-Z].{12,}")
"""Somebody in the plural, some words before."""
_NAMED_BEFORE = re.compile(
    r"(?<=[a-z,] )[A-ZÀ-Þ]\w|^(?:The |A |An |Il |Lo |La |L')?[A-ZÀ-Þ][\w'-]+ (?:of |di |del |della )?[A-ZÀ-Þ]"
)
_OWN_TIME = re.compile(
    r"\bthose (?=who|which|in|of|with|from|\w+ed\b|\w+ing\b)|\bsuch as\b|\bsimilar to\b|\b(?:simil|analog)\w+ (?:a|al|alla|ai|agli|alle|all')(?=\W)|"
    r"\b(?:[Qq]uest[oa] (?:mattina|mattino|sera|notte|settimana|mese|pomeriggio|anno|estate|inverno)|[Qq]uest'(?:anno|estate|inverno)|"
    r"[Tt]his (?:week|weekend|month|year|morning|afternoon|evening|summer|winter|spring|autumn|fall|season))\b|"
    r"\bquell[oaie] (?:che|d[aeiu]\w*'?|per|in|con|tra|fra)\b|\bs[eé] stess[oaie]\b|\bstess[oaie] (?=[A-ZÀ-Þ])"
)
"""Words of pointing that point at the day of the article, or at what follows them."""


def _points_elsewhere(shade: str, cues: Cues, heading: Set[str]) -> bool:
    shade = _OWN_TIME.sub(lambda match: "-" * len(match[0]), shade)
    for match in cues.anaphora.finditer(shade):
        if match[0].lower() in _WITHIN and _NAMED_BEFORE.search(shade, 0, match.start()):
            continue
        if match[0].lower() in _MANY_WITHIN and _SEVERAL_BEFORE.search(shade, 0, match.start()):
            continue
        noun = _THE_NOUN.fullmatch(match[0])
        if noun is not None and _of_a_people(shade[match.end() :]):
            continue
        if noun is None or noun["noun"][:6].lower() not in heading:
            return True
    possessive = cues.possessive.search(shade)
    return possessive is not None and _NAMED.search(shade, 0, possessive.start()) is None


def _of_a_people(after: str) -> bool:
    """«Il presidente tedesco …»: the people says whose."""
    word = re.match(r" ([A-Za-zà-ÿ]+)", after)
    return word is not None and any(word[1].lower() in lexicon(lang).demonyms for lang in FULL)


def _month_alone(shade: str, cues: Cues) -> bool:
    """A month of a year that the sentence leaves out."""
    months = "|".join(cues.months)
    return re.search(rf"\b(?:{months})\b", shade) is not None and re.search(r"\b(?:1[5-9]|20)\d\d\b", shade) is None


def _capital(shade: str) -> str:
    return shade[:1].upper() + shade[1:]


def _outside_quotes(shade: str) -> str:
    return re.sub(r'"[^"]*"', '""', shade)


_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def bare_definite(shade: str, lang: str, cues: Cues) -> bool:
    """Whether a sentence opens with a definite noun, «Il progetto …», that nothing before its verb names."""
    match = cues.definite_start.match(shade)
    if match is None:
        return False
    rest = shade[match.end() :].split()[:5]
    table = lexicon(lang) if lang in FULL else None
    until = next((place for place, word in enumerate(rest) if _is_verb(word, table, cues)), len(rest))
    phrase = " ".join(rest[:until])
    named = re.search(r"\b[A-ZÀ-Þ]", phrase) or _YEAR.search(phrase) or related(phrase, lang)
    return not named


def _is_verb(word: str, table: Lexicon | None, cues: Cues) -> bool:
    if table is None:
        return cues.finite_verb.fullmatch(word) is not None
    known = word in table.finite_verbs and word not in table.noun_like
    return known or word in table.auxiliaries or cues.finite_verb.fullmatch(word) is not None

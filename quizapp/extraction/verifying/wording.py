"""Is it written as a careful teacher writes: whole sentences, whole marks, one language?"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from quizapp.core.kinds import Kind
from quizapp.core.text import words
from quizapp.extraction.patterns import said_in
from quizapp.extraction.verifying.looked import Looked
from quizapp.intake.language import UNKNOWN, detect_language

LONGEST = 35
"""Words of what is asked, above which a stem is too long."""

_SPACES = re.compile(r"\S {2,}\S")
_PAIRS = (("«", "»"), ("“", "”"), ("(", ")"), ("[", "]"))
_START = re.compile(r"^[\s\"'«“(\[¿¡]*(?P<first>\w)")
_DANGLING = re.compile(
    r"(?<![\w-])(?:e|ed|o|ma|di|da|in|con|per|che|su|tra|fra|del|della|dei|delle|dello|dell'|il|lo|gli|un|nel|nella|"
    r"and|or|of|to|but|with|that|the|an?|by|from|y|de|con|que|el|los|et|les|du|des|pour)[\s.?!»”\"]*$"
)
_AFTER_END = '.?!»”" \t\n\r\f\v\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2028\u2029\u202f\u205f\u3000' + "".join(
    map(chr, range(0x2000, 0x200B))
)
_LONGEST_JOINT = 5
"""Signs that may stand behind such a word, and its most letters."""
_ARTICLES = re.compile(
    r"\b(?:il|lo|la|i|gli|le|un|uno|una|the|an|el|los|las|un|una|le|les) "
    r"(?:il|lo|la|gli|le|un|uno|una|the|an?|el|los|las|les|une)\b",
    re.IGNORECASE,
)
_DOUBLED = re.compile(r"\b(?P<word>[^\W\d_]{2,}) (?P=word)\b", re.IGNORECASE)
_MAY_DOUBLE = frozenset({"had", "that", "is", "nous", "vous", "via", "man"})
_STOPS = re.compile(r"[.?!][»”\"]\.|(?<!\.)\.\.(?!\.)|[?!]\.|\.[?!]|,,|;;|,\.|\s[,.;](?!\w)")
_RUN_ON = re.compile(
    r"(?<=[\w)] )(?:In|On|At|For|From|After|By|During) (?:the|an?) |(?<=[a-zà-ÿ] )(?:Il|La|Gli|Nel|Nella|Dopo) (?=[a-zà-ÿ])"
)
_RESIDUE = re.compile(
    r"\((?:fonte|fonti|source|sources|foto|photo|credits?|fuente|crédits?)\b|https?://|\bwww\.|©|\b(?:leggi|read|lee|lire) (?:anche|also|también|aussi)\b",
    re.IGNORECASE,
)
_TOLD_TO = frozenset({"matching", "ordering", "classify", "cloze"})
_LEAST_WORDS = 10
_OWN_SHARE = 0.2


def surface(looked: Looked) -> Iterator[str]:
    """Flaws of spacing, marks, capitals, ends and doubled words in any text a student reads."""
    for text in (looked.item.stem, *(text for text, _right in looked.options)):
        yield from _of_any(text)
    if (match := _START.match(looked.item.stem)) and match["first"].islower():
        yield "lower-start"
    if said_in(_RESIDUE, looked.asked):
        yield "residue"
    if _RUN_ON.search(looked.asked):
        yield "run-on"
    if dangling_end(looked):
        yield "dangling-end"


@lru_cache(maxsize=512)
def _of_any(text: str) -> tuple[str, ...]:
    """The flaws of any text; drafts on one article offer the same options again and again."""
    return tuple(code for code, found in _ANY if found(text))


def unbalanced(text: str) -> bool:
    """Whether a mark or bracket opens without closing."""
    return any(text.count(one) != text.count(other) for one, other in _PAIRS) or text.count('"') % 2 == 1


def dangling_end(looked: Looked) -> bool:
    """A stem or option that ends in a word that joins on to something."""
    ends = [looked.stem, looked.asked, *(text for text, _right in looked.options)]
    return any(_dangles(text) and "_" not in text[-8:] and len(text.split()) > 1 for text in ends)


def _dangles(text: str) -> bool:
    """Whether `_DANGLING` is found; it is looked for where it may begin."""
    end = len(text.rstrip(_AFTER_END))
    return _DANGLING.search(text, max(0, end - _LONGEST_JOINT)) is not None


def _two_articles(text: str) -> bool:
    """«il il», 'the a'; not «la Le …», where a name begins with one."""
    match = _ARTICLES.search(text) if said_in(_ARTICLES, text) else None
    if match is None:
        return False
    first, second = match[0].split()
    return not (second[:1].isupper() and first.islower())


def _said_twice(text: str) -> bool:
    match = _DOUBLED.search(text)
    return match is not None and match["word"].lower() not in _MAY_DOUBLE and not match["word"][:1].isupper()


_ANY: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("double-space", lambda text: "  " in text and _SPACES.search(text) is not None),
    ("unbalanced", unbalanced),
    ("double-stop", lambda text: _STOPS.search(text) is not None),
    ("double-article", _two_articles),
    ("doubled-word", _said_twice),
)


def whole(looked: Looked) -> Iterator[str]:
    """Flaws of the stem as a sentence: its verb, its length, its language, its words."""
    if len(looked.asked.split()) > LONGEST:
        yield "stem-too-long"
    if looked.item.type not in _TOLD_TO and looked.table is not None and not has_verb(looked):
        yield "no-verb"
    if foreign(looked):
        yield "language-mismatch"
    if looked.cues is not None and looked.item.kind is not Kind.OPINION and _loaded(looked):
        yield "loaded-term"


def has_verb(looked: Looked) -> bool:
    """Whether a finite verb can be found in the stem, or in the sentence that it quotes."""
    table, patterns = looked.table, looked.cues
    if table is None or patterns is None:
        return True
    said = looked.asked if looked.statement else looked.stem
    found = re.findall(r"[\wà-ÿ]+", said.lower())
    known = (word for word in found if word in table.finite_verbs or word in table.auxiliaries)
    if any(looked.lang != "it" or word not in table.noun_like for word in known):
        return True
    return looked.lang != "it" and patterns.finite_verb.search(said) is not None


def foreign(looked: Looked) -> bool:
    """A stem, or options, or an explanation in another language than the item's."""
    texts = [looked.stem, " ".join(text for text, _right in looked.options), looked.item.explanation or ""]
    return any(_in_another(text, looked) for text in texts if len(text.split()) >= _LEAST_WORDS)


_language = lru_cache(maxsize=512)(detect_language)
"""Drafts on one sentence have the same explanation."""


def _in_another(text: str, looked: Looked) -> bool:
    """What the words say, unless many of them are the commonest ones of the item's language."""
    found = words(text)
    own = looked.table.stop_words if looked.table else frozenset()
    few = sum(word in own for word in found) < _OWN_SHARE * len(found)
    return few and _language(text) not in {UNKNOWN, looked.lang}


def _loaded(looked: Looked) -> bool:
    return looked.cues is not None and said_in(looked.cues.loaded, looked.question)

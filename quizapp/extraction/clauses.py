"""What an Italian sentence lacks by its verbs: a main clause, a subject of its own, what its pronouns stand for."""

import re
from functools import lru_cache

from quizapp.extraction.italian import CUES
from quizapp.extraction.lexicon import lexicon

_WORD = re.compile(r"[A-Za-zÀ-ÿ]+'?|\d[\d.,]*%?|[^\w\s]")
_OPENS_CLAUSE = frozenset(
    "che cui quale quali chi dove quando mentre se perché poiché affinché benché sebbene finché qualora laddove".split()
)
_STOPS = frozenset(":;")
_OBJECTS = frozenset("lo la li le ne l' n'".split())
_JOINS = frozenset("e ed o oppure ma né".split())
_BEFORE_VERB = frozenset("non si ci vi ne lo la li le gli mi ti l' s' c' n' v' m' t' più mai già poi".split())
_ARTICLES = frozenset("il lo la i gli le l' un uno una un'".split())
_PREPOSITIONS = frozenset(
    "di a da in con su per tra fra ad al allo alla all' ai agli alle del dello della dell' dei degli delle dal dallo dalla dall' "
    "dai dagli dalle nel nello nella nell' nei negli nelle sul sullo sulla sull' sui sugli sulle col dopo durante secondo "
    "contro verso entro oltre presso senza sotto sopra d'".split()
)
_ADVERBS = frozenset(
    "prima poi anche già ancora subito sempre così come molto più meno bene male circa quasi ben solo soltanto invece".split()
)
_PLACED = frozenset("a al alla in nel nella negli nei nelle nell' per con su da dal dalla".split())
_CLITIC = re.compile(
    r"(?<![\w'])(?:[Ll][oiae] (?:(?P<simple>[a-zà-ÿ]+(?:rà|ranno|ava|avano|eva|evano|iva|ivano|ò|ì|arono|irono))|(?:ha|hanno|aveva|avevano) \w+[ts][oaie])"
    r"|[Vv]i (?:abita|vive|lavora)\w*)\b(?P<after> (?:(?:il|lo|la|i|gli|le|un|una) |(?:l|un)'|[A-ZÀ-Þ]))?"
)
_IMPERSONAL = frozenset("c' ci si v' vi".split())
_COMPOUND = frozenset("ha hanno aveva avevano".split())


def lacking(shade: str) -> str | None:
    """Why an Italian sentence, on its shadow, cannot stand by itself: `fragment`, `no-subject`, `points-elsewhere`, or
    None."""
    if verbless(shade):
        return "fragment"
    if subject_left_out(shade):
        return "no-subject"
    return "points-elsewhere" if pronoun_of_nothing(shade) else None


@lru_cache(maxsize=2048)
def verbless(shade: str) -> bool:
    """Whether each verb of a sentence stands in a clause that hangs on a noun or on another clause: «Una rinuncia che
    costerà un miliardo»."""
    waiting, hanging = 0, False
    before = ""
    words = [word.lower() for word in _words(shade)]
    for word, after in zip(words, [*words[1:], ""], strict=True):
        if word in _STOPS:
            waiting, hanging = 0, False
        elif word in _OPENS_CLAUSE and not (word == "se" and after in _OBJECTS):
            waiting += 1
        elif _is_verb(word, before):
            if not waiting and not (hanging and before in _JOINS):
                return False
            waiting, hanging = max(0, waiting - 1), True
        if word not in _BEFORE_VERB:
            before = word
    return not _may_be_verb(shade)


def _words(shade: str) -> list[str]:
    return _WORD.findall(shade)


def _is_verb(word: str, before: str) -> bool:
    """A form of a verb, also one that is more often a noun, but not right after an article or a preposition."""
    table = lexicon("it")
    if word in table.auxiliaries or word == "e'":
        return True
    known = word in table.finite_verbs or CUES.finite_verb.fullmatch(word) is not None
    return known and before not in _ARTICLES and before not in _PREPOSITIONS


def _may_be_verb(shade: str) -> bool:
    """A word in small letters that our tables do not know and that may end as a verb does."""
    table = lexicon("it")
    return any(
        len(word) > 4 and word.endswith(("ano", "ono", "isce", "iamo")) and word.lower() not in table.noun_like
        for place, word in enumerate(_words(shade))
        if word.islower() or not place
    )


@lru_cache(maxsize=2048)
def subject_left_out(shade: str) -> bool:
    """Whether a place, a time or nothing at all stands before the first verb, and after it nobody who could do it: «In
    Svizzera guadagnava 2500 euro», «Di fatto, trasforma»."""
    words = _words(shade)
    place = next((at for at, word in enumerate(words) if _plain_verb(words, at)), None)
    low = [word.lower() for word in words]
    if place and low[place] in _COMPOUND and low[0] == "per" and _infinitive(low[1]):
        return not any(word in _OPENS_CLAUSE or word == "," for word in low[:place])
    if place is None or low[place] in _COMPOUND or _named_before(words[:place]):
        return False
    if place == 0 and _goes_on_alone(words):
        return True
    if any(word in _IMPERSONAL for word in low[:place]) or low[place] in lexicon("it").auxiliaries:
        return False
    return _nobody_after(words[place + 1 :])


def _goes_on_alone(words: list[str]) -> bool:
    """«Attacca Meloni, chiude alla patrimoniale»: verb after verb, and none with a noun right after it."""
    later = [at for at in range(2, len(words) - 1) if words[at - 1] == "," and _plain_verb(words, at)]
    return bool(later) and all(words[at + 1].lower() in _PREPOSITIONS for at in later)


def _plain_verb(words: list[str], at: int) -> bool:
    word = words[at]
    low = word.lower()
    before = words[at - 1].lower() if at else ""
    table = lexicon("it")
    if low in table.noun_like and low not in table.auxiliaries:
        return False
    return (word.islower() or at == 0) and _is_verb(low, before)


def _named_before(words: list[str]) -> bool:
    """Whether a noun that no preposition governs stands before the verb, or a clause of its own."""
    if not words:
        return False
    governed = words[0].lower() in _PLACED or (len(words) <= _FEW and words[0].lower() in {"di", "non"})
    if not governed:
        return True
    if sum(word[0].isupper() for word in words[1:]) > 1:
        return True
    after_first = [word.lower() for word in words[1:]]
    return "," in after_first[:-1] or any(
        word in _ARTICLES or word in _OPENS_CLAUSE or word == '"' for word in after_first[1:]
    )


_FEW = 4
_LONGEST_OPENING = 5


def _nobody_after(words: list[str]) -> bool:
    """Whether what follows the verb is a figure, an adverb or a place, and no noun by itself up to the next clause."""
    clause = []
    for word in words:
        if word in {",", ";", ":", ".", "-"} or word.lower() in _OPENS_CLAUSE or word.lower() in _JOINS:
            break
        clause.append(word)
    if not clause:
        return False
    first = clause[0].lower()
    opens = first in _PREPOSITIONS or first in _ADVERBS or first[0].isdigit() or first.endswith("mente")
    if not opens:
        return False
    before = ""
    for word in clause:
        low = word.lower()
        goes_on = before in _PREPOSITIONS or before in _ARTICLES or (word[0].isupper() and before[:1].isupper())
        if (low in _ARTICLES or word[0].isupper()) and not goes_on:
            return False
        before = word if word[0].isupper() else low
    return True


def _infinitive(word: str) -> bool:
    return word.endswith(("are", "ere", "ire", "arsi", "ersi", "irsi")) or word in lexicon("it").infinitives


@lru_cache(maxsize=2048)
def pronoun_of_nothing(shade: str) -> bool:
    """Whether the first verb takes a pronoun for something that the sentence has not named: «Il leader li ha
    presentati». With the noun after it or at its head («Il premio lo ha vinto Rossi») it is none."""
    match = _CLITIC.search(shade)
    if match is None or '"' in shade[: match.start()] or (match.start() and match["after"]):
        return False
    simple, table = match["simple"], lexicon("it")
    if simple and (simple not in table.finite_verbs or simple in table.noun_like):
        return False
    words = [word.lower() for word in _words(shade[: match.start()])]
    earlier = any(_plain_verb(words, at) for at in range(len(words)))
    return not earlier and not any(word in _OPENS_CLAUSE or word in {",", ":", ";"} for word in words)

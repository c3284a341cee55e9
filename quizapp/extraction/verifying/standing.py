"""Can it be understood by itself, without the article open beside it?"""

import re
from collections.abc import Iterator

from quizapp.extraction.verifying.looked import Looked

_MARKED = re.compile(r'"[^"]*"')
_DATED = re.compile(
    r"\b(?:(?:1°|[0-3]?\d) \w+ (?:19|20)\d\d|(?:articolo|article|artículo) (?:del|of|du) \d)", re.IGNORECASE
)
_PRONOUN = {
    "it": re.compile(r"(?:Egli|Ella|Lui|Lei|Essi|Esse|Esso|Essa|Costui|Ciò|Questo|Questa|Quello|Quella|Tale|Tali|Entrambi)\b"),
    "en": re.compile(r"(?:He|She|They|It|This|That|These|Those|Such|Both|His|Her|Their|Its)\b(?! (?:is|was) (?:why|because))"),
}  # fmt: skip
_OWN_WORDS = {
    "it": r"afferma|informa|fras|parol|fatti|dichiara|domand|punti|temi|cos|persone|Paesi|camp|usi|parti|compiti|norme|"
    r"modelli|stat|enunciat|notizi|elementi|misur|date|eventi|font|punto|modo|tipo|scopo|titolo|decision",
    "en": r"statement|piece|word|sentence|claim|fact|event|field|point|use|date|source|countr|people|item|measure|sum",
}
_DEMONSTRATIVE = {
    "it": re.compile(r"\b(?:quest[oaei]|quest'|tal[ei]|suddett[oaei]|quel|quei|quegli|quell[aoe]|quell') ?(?P<noun>\w+)"),
    "en": re.compile(r"\b(?:this|these|those|such|that) (?P<noun>[a-z]+)(?= (?:of|by|in|on|was|were|is|are|has)\b|[?.,])"),
}  # fmt: skip
_SOMETHING = 8
_OPENING = re.compile(r"^(?:According to|Secondo|In) (?:an article of|un articolo del) [^,:]*[,:] ?")
_FREE = {"it": frozenset("anno che".split()), "en": frozenset("the a is was are".split())}


def standing(looked: Looked) -> Iterator[str]:
    """Flaws of reference: days that only the reader of that day knows, words that point to nothing."""
    if looked.cues is None:
        return
    asked = _MARKED.sub('""', looked.asked) if '"' in looked.asked else looked.asked
    if not _DATED.search(looked.stem) and looked.cues.deictic.search(asked):
        yield "relative-time"
    if _leans(looked, asked):
        yield "leans-on-context"


def _leans(looked: Looked, asked: str) -> bool:
    """A pronoun that opens, or a demonstrative beside a noun that nothing before it has named."""
    lang = looked.lang
    if lang not in _PRONOUN:
        return looked.cues is not None and looked.cues.dependent_start.match(asked) is not None
    if _PRONOUN[lang].match(asked):
        return True
    for match in _DEMONSTRATIVE[lang].finditer(asked):
        noun = match["noun"]
        before = _OPENING.sub("", asked[: match.start()]).lower()
        own = re.match(_OWN_WORDS[lang], noun, re.IGNORECASE)
        if not own and noun not in _FREE[lang] and noun.lower()[:5] not in before and not _named_in(before):
            return True
    return False


def _named_in(before: str) -> bool:
    """Something named before in the same stem, to which «quelle truppe» may point."""
    return len(before.split()) >= _SOMETHING

"""Are the options different things of one form, one of which is right, and does none of them give itself away?"""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache

from quizapp.core.finding import figured
from quizapp.core.text import words
from quizapp.core.types import ChoiceBody, NumberBody, TextBody
from quizapp.extraction.lexicon import lexicon
from quizapp.extraction.verifying.logic import value_of
from quizapp.extraction.verifying.looked import Looked

_ALL = re.compile(
    r"\b(?:tutt[ei] (?:le|i|gli) (?:precedenti|altr[ei])|nessun[ao]? (?:delle|dei|degli) (?:precedenti|altr[ei])|nessuna di queste|"
    r"tutte queste|all of (?:the above|these|them)|none of (?:the above|these|them)|both (?:of the above|a and b)|"
    r"entrambe le precedenti|todas las anteriores|ninguna de las anteriores|toutes les réponses|aucune de ces)",
    re.IGNORECASE,
)
_NEGATIVE = {
    "it": re.compile(r"\b(?:NON|non|tranne|eccetto|mai)\b"),
    "en": re.compile(r"\b(?:NOT|not|except|never|isn't|wasn't|doesn't|didn't)\b", re.IGNORECASE),
}
_ABSOLUTE = {
    "it": re.compile(r"\b(?:sempre|mai|soltanto|esclusivamente|chiunque|qualsiasi|assolutamente|in nessun caso)\b"),
    "en": re.compile(r"\b(?:always|never|only|exclusively|absolutely|anyone|under no circumstances)\b"),
}
_LEAD = re.compile(
    r"^(?:(?:il|lo|la|i|gli|le|un|uno|una|the|an?) |l'|un'|"
    r"(?:d|n|a|s|da|de|ne|su|co)(?:el|ello|ella|ei|egli|elle|ell'|l|llo|lla|i|gli|lle|ll')\b ?|(?:di|in|a|da|su|con) )",
    re.IGNORECASE,
)
_CAPITALS = re.compile(r"(?:[A-ZÀ-Þ][\w'.-]+ ?)+")
_FIGURE = re.compile(r"\d[\d.,\s]*")
_TELLING = 3
_LONGER, _SHORT = 1.5, 12
_LEAST = 2


def choices(looked: Looked) -> Iterator[str]:
    """Flaws of the options taken together, and of keys against the stem."""
    checks: tuple[tuple[str, Callable[[Looked], bool]], ...] = (
        ("all-of-the-above", _all_of_them),
        ("options-doubled", doubled),
        ("longest-key", longest_key),
        ("grammar-cue", cued),
        ("type-mismatch", typed_apart),
        ("key-in-stem", key_shown),
        ("negative-stem", _negative),
        ("absolute-wording", _absolute),
        ("numeric-equal", _number_doubled),
    )
    yield from (code for code, found in checks if found(looked))


def _all_of_them(looked: Looked) -> bool:
    return any(_ALL.search(text) for text, _right in looked.options)


def _one_key(looked: Looked) -> bool:
    return isinstance(looked.item.body, ChoiceBody) and bool(looked.keys) and bool(looked.wrong)


def folded(text: str, lang: str) -> str:
    """What a short option stands for: a number, a country's code under any of its names, or its plain words."""
    figure = text.strip(" %€$£")
    if _FIGURE.fullmatch(figure) and (value := value_of(figure)) is not None:
        return f"number {value.normalize()}"
    plain = _LEAD.sub("", text.strip(" ."), count=1)
    said = " ".join(words(plain))
    code = _countries(lang).get(said)
    return f"country {code}" if code else said


@cache
def _countries(lang: str) -> dict[str, str]:
    """Every country's code under the words of its names and of its capital's."""
    table = lexicon(lang)
    named = (table.capitals, table.country_names)
    return {" ".join(words(name)): code for names in named for name, code in names.items()}


def doubled(looked: Looked) -> bool:
    """Two options that are the same thing, under another name, spelling or with less of its name."""
    seen = [folded(text, looked.lang) for text, _right in looked.options]
    if len(set(seen)) < len(seen):
        return True
    if all(each.startswith(("number", "country")) for each in seen):
        return False
    capitals = [text for text, _right in looked.options if _CAPITALS.fullmatch(text)]
    parts = [set(words(text)) for text in capitals]
    return any(one < other for place, one in enumerate(parts) for other in parts[:place] + parts[place + 1 :])


def longest_key(looked: Looked) -> bool:
    """A key of more than one and a half times the length of any other option."""
    if not _one_key(looked):
        return False
    longest = max(len(text) for text in looked.wrong)
    key = max(len(text) for text in looked.keys)
    return key > _SHORT and key > _LONGER * longest


def cued(looked: Looked) -> bool:
    """A form that the key has and no other option, or every other option and not the key."""
    if not _one_key(looked) or len(looked.wrong) < _LEAST or looked.about_kind or _names_all(looked):
        return False
    key, others = _form(looked.keys[0]), [_form(text) for text in looked.wrong]
    return any(
        mark not in column and len(set(column)) == 1
        for mark, column in zip(key, zip(*others, strict=True), strict=True)
    )


def _form(text: str) -> tuple[bool, bool, bool, bool]:
    """Capital, final stop, leading article or preposition, quotation."""
    return (
        text[:1].isupper() or not text[:1].isalpha(),
        text.rstrip().endswith("."),
        _LEAD.match(text) is not None,
        '"' in text,
    )


def _names_all(looked: Looked) -> bool:
    """Names with and without article are of one form: «La Cina», «Cuba»."""
    return all(folded(text, looked.lang).startswith("country") for text, _right in looked.options)


def typed_apart(looked: Looked) -> bool:
    """A number among words, or a date among names."""
    if not _one_key(looked):
        return False
    kinds = [_type(text) for text in looked.wrong]
    key = _type(looked.keys[0])
    return key != "words" and any(kind != key for kind in kinds)


def _type(text: str) -> str:
    if re.fullmatch(r"[\s~]*[€$£]?\s?\d[\d.,\s]*\s?%?", text):
        return "number"
    if re.fullmatch(r"(?:[a-z']+ )?\d{1,2}(?:°|st|nd|rd|th)? [^\W\d]+(?: \d{4})?|[^\W\d]+ \d{1,2}, \d{4}", text):
        return "date"
    return "words"


def key_shown(looked: Looked) -> bool:
    """A key that can be read in the question itself."""
    if looked.about_kind or not isinstance(looked.item.body, ChoiceBody | TextBody | NumberBody):
        return False
    keys = looked.keys
    if isinstance(looked.item.body, NumberBody):
        keys = [key.split(" ")[0] for key in keys]
        return any(figured(key, looked.stem) for key in keys)
    stem = f" {' '.join(words(looked.stem))} "
    plain = [_LEAD.sub("", key, count=1) for key in keys]
    return any(len(key) >= _TELLING and f" {' '.join(words(key))} " in stem for key in plain)


def _negative(looked: Looked) -> bool:
    pattern = _NEGATIVE.get(looked.lang)
    if pattern is None or looked.statement or looked.item.type not in {"choice", "multiple", "text"}:
        return False
    return pattern.search(looked.question) is not None


def _absolute(looked: Looked) -> bool:
    """«sempre» or 'never' in a statement or an option, which its sentence does not say."""
    pattern = _ABSOLUTE.get(looked.lang)
    if pattern is None:
        return False
    texts = [looked.stem] if looked.statement else [text for text, _right in looked.options]
    said = set(pattern.findall(looked.evidence))
    return any(set(pattern.findall(text)) - said for text in texts)


def _number_doubled(looked: Looked) -> bool:
    """A foreseen wrong number that the key takes within its tolerance."""
    body = looked.item.body
    if not isinstance(body, NumberBody):
        return False
    keys = [each for each in body.numbers if each.fraction == 1 and each.value is not None]
    wrong = [each for each in body.numbers if each.fraction < 1 and each.value is not None]
    return any(key.takes(each.value or Decimal(0)) for key in keys for each in wrong)

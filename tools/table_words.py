"""Reading what the hand-written tables say: names with articles, the forms of nouns and adjectives."""

import re
import unicodedata
from collections.abc import Iterator

_ITALIAN_ARTICLE = re.compile(r"(il|lo|la|i|gli|le) (.+)|(l')(.+)")
_AGREEMENT = {
    "il": ("m", "s"),
    "lo": ("m", "s"),
    "la": ("f", "s"),
    "i": ("m", "p"),
    "gli": ("m", "p"),
    "le": ("f", "p"),
}
_PREPOSITION = re.compile(r"(?:d|di|del|della|dei|degli|delle|dell|dello|al|alla|per|in|a|sul)(?:$|')")
_UNCHANGED = {"vice", "ex"}

Name = tuple[str, str, str, str]  # name, article, gender, number


class UnclearError(ValueError):
    """A line of the tables leaves something open that the reader cannot supply."""


def italian_name(written: str, gender: str = "") -> Name:
    """«l'Olanda=f» → Olanda, l', f, s."""
    text, _, said = written.partition("=")
    match = _ITALIAN_ARTICLE.fullmatch(text)
    article = (match[1] or match[3]) if match else ""
    name = (match[2] or match[4]) if match else text
    shown, number = _AGREEMENT.get(article, ("", "s"))
    found = shown or said or gender
    if found not in ("m", "f"):
        raise UnclearError(written)
    return name, article, found, number


def english_name(written: str, _gender: str = "") -> Name:
    """“the Philippines”; “=p” for a plural."""
    text, _, said = written.partition("=")
    article, name = ("the", text[4:]) if text.startswith("the ") else ("", text)
    return name, article, "", said or "s"


NAME = {"it": italian_name, "en": english_name}


def italian_forms(written: str) -> tuple[str, str, str, str]:
    """«segretario generale» in all four forms; «sindaco/sindaca/sindaci/sindache» as it stands, «-» for none."""
    if "/" in written:
        first, second, third, fourth = ("" if form == "-" else form for form in written.split("/"))
        return first, second, third, fourth
    words = written.split(" ")
    agreeing = next((n for n, word in enumerate(words) if _PREPOSITION.match(word)), len(words))
    rest = words[agreeing:]
    heads = [_italian_word(word) for word in words[:agreeing]]
    first, second, third, fourth = (" ".join([head[form] for head in heads] + rest) for form in range(4))
    return first, second, third, fourth


# Endings of the masculine singular, and what the four forms end in; the first that fits.
_ENDINGS = (
    ("tore", ("tore", "trice", "tori", "trici")),
    ("iere", ("iere", "iera", "ieri", "iere")),
    ("ista", ("ista", "ista", "isti", "iste")),
    ("io", ("io", "ia", "i", "ie")),
    ("ico", ("ico", "ica", "ici", "iche")),
    ("co", ()),
    ("go", ()),
    ("o", ("o", "a", "i", "e")),
    ("e", ("e", "e", "i", "i")),
    ("a", ()),
    ("i", ()),
)


def _italian_word(word: str) -> tuple[str, ...]:
    if word not in _UNCHANGED:
        for ending, forms in _ENDINGS:
            if word.endswith(ending):
                if not forms:
                    raise UnclearError(word)
                return tuple(word.removesuffix(ending) + form for form in forms)
    return (word,) * 4


def english_plural(noun: str) -> str:
    """By rule; what the rule misses is written in full in the tables."""
    if re.search(r"[^aeiou]y$", noun):
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def plain(text: str) -> str:
    """Without accents."""
    apart = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", "".join(c for c in apart if unicodedata.category(c) != "Mn"))


def italian_numbers() -> Iterator[tuple[str, int]]:
    """«ventuno», «centotré», up to 999, and the round thousands."""
    units = ["", "uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci", "undici"]
    units += ["dodici", "tredici", "quattordici", "quindici", "sedici", "diciassette", "diciotto", "diciannove"]
    tens = ["", "", "venti", "trenta", "quaranta", "cinquanta", "sessanta", "settanta", "ottanta", "novanta"]

    def below_hundred(number: int) -> str:
        if number < 20:
            return units[number]
        ten, unit = tens[number // 10], units[number % 10]
        return (ten[:-1] if unit[:1] in ("u", "o") else ten) + ("tré" if unit == "tre" else unit)

    def below_thousand(number: int) -> str:
        hundreds, rest = divmod(number, 100)
        head = (units[hundreds] if hundreds > 1 else "") + "cento" if hundreds else ""
        tail = below_hundred(rest)
        return head + ("tré" if head and tail == "tre" else tail)

    yield "zero", 0
    for number in range(1, 1000):
        yield below_thousand(number), number
    for number in (*range(2, 21), *range(30, 100, 10), *range(100, 1000, 100)):
        yield below_thousand(number).replace("tré", "tre") + "mila", number * 1000


def joined_numbers(tens: dict[str, int], units: dict[str, int], joint: str) -> Iterator[tuple[str, int]]:
    """“twenty-one”, «treinta y uno», for every ten and unit."""
    for ten, high in tens.items():
        yield ten, high
        for unit, low in units.items():
            if 0 < low < 10:
                yield f"{ten}{joint}{unit}", high + low

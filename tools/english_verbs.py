"""The forms of English verbs, from tools/tables/en/verbs.yaml."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

# What stands at each place of a paradigm: tense, number, gender, as quizapp.extraction.lexicon names them.
SLOTS = (
    ("infinitive", "", ""),
    ("present", "s", ""),
    ("present", "p", ""),
    ("past", "", ""),
    ("participle", "", ""),
    ("gerund", "", ""),
)

Forms = tuple[str, ...]

_ONE_SYLLABLE = re.compile(r"[^aeiou]*(?:qu)?[aeiou][bdgklmnprtv]")
_SIBILANT = ("s", "x", "z", "ch", "sh")


class Conjugator:
    """Makes the forms of every verb that the table knows."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self._irregular: Mapping[str, Mapping[str, str]] = table["irregular"]
        self._doubling = frozenset(_words(table["doubling"]))
        self._both = frozenset(_words(table["both_doublings"]))
        self._single = frozenset(_words(table["single"]))
        self.lemmas = sorted({*_words(table["verbs"]), *self._irregular})

    def paradigms(self, lemma: str) -> Iterator[tuple[Forms, ...]]:
        """The forms of the verb for each slot."""
        odd = self._irregular.get(lemma, {})
        regular = tuple(_ed(stem) for stem in self._stems(lemma))
        past = tuple(odd["past"].split()) if "past" in odd else regular
        part = tuple(odd["part"].split()) if "part" in odd else regular
        ing = tuple(odd["ing"].split()) if "ing" in odd else tuple(_ing(stem) for stem in self._stems(lemma))
        yield ((lemma,), (odd.get("s", _s(lemma)),), (odd.get("p", lemma),), past, part, ing)

    def _stems(self, lemma: str) -> Forms:
        """The verb as it stands before -ed and -ing: «stopp», «travell» and «travel»."""
        doubled = lemma + lemma[-1]
        if lemma in self._both:
            return (lemma, doubled)
        if lemma in self._single:
            return (lemma,)
        if lemma in self._doubling or _ONE_SYLLABLE.fullmatch(lemma):
            return (doubled,)
        return (lemma,)


def _s(lemma: str) -> str:
    if re.search(r"[^aeiou]y$", lemma):
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith((*_SIBILANT, "go", "do")) else "s")


def _ed(stem: str) -> str:
    if stem.endswith("e"):
        return stem + "d"
    return stem[:-1] + "ied" if re.search(r"[^aeiou]y$", stem) else stem + "ed"


def _ing(stem: str) -> str:
    silent = stem.endswith("e") and not stem.endswith(("ee", "oe", "ye")) and len(stem) > 2
    return (stem[:-1] if silent else stem) + "ing"


def _words(text: str | list[str]) -> list[str]:
    return text.split() if isinstance(text, str) else [str(one) for one in text]

"""The third-person forms, participles and gerunds of Italian verbs, from tools/tables/it/verbs.yaml."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

# What stands at each place of a paradigm: tense, number, gender, as quizapp.extraction.lexicon names them.
SLOTS = (
    ("infinitive", "", ""),
    ("gerund", "", ""),
    ("participle", "s", "m"),
    ("participle", "s", "f"),
    ("participle", "p", "m"),
    ("participle", "p", "f"),
    ("present", "s", ""),
    ("present", "p", ""),
    ("imperfect", "s", ""),
    ("imperfect", "p", ""),
    ("past", "s", ""),
    ("past", "p", ""),
    ("future", "s", ""),
    ("future", "p", ""),
    ("conditional", "s", ""),
    ("conditional", "p", ""),
    ("subjunctive", "s", ""),
    ("subjunctive", "p", ""),
    ("subjunctive_imperfect", "s", ""),
    ("subjunctive_imperfect", "p", ""),
)

Forms = tuple[str, ...]
Exceptions = Mapping[str, str | Sequence[str]]


@dataclass(frozen=True, slots=True)
class Conjugation:
    """The endings of one conjugation."""

    theme: str
    future: str
    present: tuple[str, str]
    subjunctive: tuple[str, str]
    past: Forms
    past_p: Forms
    participle: str
    gerund: str


_ARE = Conjugation("a", "er", ("a", "ano"), ("i", "ino"), ("ò",), ("arono",), "ato", "ando")
_ERE = Conjugation("e", "er", ("e", "ono"), ("a", "ano"), ("é", "ette"), ("erono", "ettero"), "uto", "endo")
_IRE = Conjugation("i", "ir", ("e", "ono"), ("a", "ano"), ("ì",), ("irono",), "ito", "endo")
_ISC = Conjugation("i", "ir", ("isce", "iscono"), ("isca", "iscano"), ("ì",), ("irono",), "ito", "endo")
# Contracted infinitives, which follow the second conjugation from a root of their own.
_LIKE_FARE = ("fare", "disfare", "rifare", "soddisfare", "sopraffare")
_LIKE_DIRE = ("dire", "predire", "contraddire", "interdire", "indire", "disdire", "ridire", "benedire", "maledire")


class Conjugator:
    """Makes the forms of every verb that the table knows."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self._isc = frozenset(_words(table["ire_isc"]))
        self._plain_ire = frozenset(_words(table["ire"]))
        self._stressed = frozenset(_words(table["stressed_i"]))
        self._irregular: Mapping[str, Exceptions] = table["irregular"]
        self._families: Mapping[str, Exceptions] = table["families"]
        listed = (*_words(table["are"]), *_words(table["ere"]), *_words(table["others"]))
        self.lemmas = sorted({*listed, *self._isc, *self._plain_ire})

    def paradigms(self, lemma: str) -> Iterator[tuple[Forms, ...]]:
        """The forms of the verb for each slot; «ripartire» has two paradigms."""
        odd = self._exceptions_of(lemma)
        for conjugation in self._conjugations(lemma):
            yield tuple(_slots(lemma, conjugation, odd, lemma in self._stressed))

    def _conjugations(self, lemma: str) -> Iterator[Conjugation]:
        if lemma.endswith("are") and lemma not in _LIKE_FARE:
            yield _ARE
        elif not lemma.endswith("ire") or lemma in _LIKE_DIRE:
            yield _ERE
        else:
            if lemma in self._plain_ire or lemma not in self._isc:
                yield _IRE
            if lemma in self._isc:
                yield _ISC

    def _exceptions_of(self, lemma: str) -> Exceptions:
        own = self._irregular.get(lemma)
        if own is not None:
            model = str(own.get("like", ""))
            return _prefixed(lemma.removesuffix(model), self._irregular[model]) if model else own
        if lemma in self._isc:
            return {}
        for start in range(len(lemma)):
            if lemma[start:] in self._families:
                return _prefixed(lemma[:start], self._families[lemma[start:]])
        return {}


def _slots(lemma: str, regular: Conjugation, odd: Exceptions, stressed: bool) -> Iterator[Forms]:
    """The forms of one verb in the order of SLOTS."""
    stem = lemma[:-3]
    root = str(odd.get("root", stem))
    theme = root + regular.theme
    yield (lemma,)
    yield _given(odd, "ger") or (root + regular.gerund,)
    yield from _participles(odd, root + regular.participle)
    yield from _pair(odd, "pres", tuple(stem + ending for ending in regular.present))
    yield from _pair(odd, "impf", (theme + "va", theme + "vano"))
    yield from _pasts(odd, stem, regular)
    future = stem + regular.future if regular is not _ARE else _before_e(stem) + regular.future
    for ending in ("à", "anno", "ebbe", "ebbero"):
        yield tuple(form + ending for form in _given(odd, "fut") or (future,))
    spelled = stem if regular is not _ARE else _before_i(stem, stressed)
    yield from _pair(odd, "subj", tuple(spelled + ending for ending in regular.subjunctive))
    imperfects = _given(odd, "subj_impf") or (theme + "sse",)
    yield imperfects
    yield tuple(form + "ro" for form in imperfects)


def _participles(odd: Exceptions, regular: str) -> Iterator[Forms]:
    ones = _given(odd, "part") if "part" in odd else (regular,)
    for ending in "oaie":
        yield tuple(one[:-1] + ending for one in ones)


def _pasts(odd: Exceptions, stem: str, regular: Conjugation) -> Iterator[Forms]:
    if "past" in odd:
        singular = _given(odd, "past")
        yield singular
        yield _given(odd, "past_p") or tuple(form + "ro" for form in singular)
    else:
        count = 1 if stem.endswith("t") else None  # «ripetette» is not in use
        yield tuple(stem + ending for ending in regular.past[:count])
        yield tuple(stem + ending for ending in regular.past_p[:count])


def _before_e(stem: str) -> str:
    """«cercherà», «comincerà»."""
    if stem.endswith(("c", "g")):
        return stem + "h"
    return stem[:-1] if stem.endswith(("ci", "gi")) else stem


def _before_i(stem: str, stressed: bool) -> str:
    """«cerchi», «studi», but «invii»."""
    if stem.endswith(("c", "g")):
        return stem + "h"
    return stem[:-1] if stem.endswith("i") and not stressed else stem


def _pair(odd: Exceptions, name: str, regular: tuple[str, ...]) -> Iterator[Forms]:
    for form in odd.get(name, regular):
        yield tuple(form.split("/"))


def _given(odd: Exceptions, name: str) -> Forms:
    value = odd.get(name, ())
    written = [value] if isinstance(value, str) else value
    return tuple(form for part in written for form in part.split("/") if form)


def _prefixed(prefix: str, odd: Exceptions) -> Exceptions:
    return {
        name: _prefix(prefix, value) if isinstance(value, str) else [_prefix(prefix, one) for one in value]
        for name, value in odd.items()
    }


def _prefix(prefix: str, forms: str) -> str:
    return "/".join(prefix + form if form else "" for form in forms.split("/"))


def _words(text: str | list[str]) -> list[str]:
    return text.split() if isinstance(text, str) else [str(one) for one in text]

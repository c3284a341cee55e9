"""What the bench shows, made of plain values."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any

from quizapp.articles.models import ArticleVersion
from quizapp.bench import service
from quizapp.bench.queries import Laid, OnBench
from quizapp.bench.states import State
from quizapp.core.items import Item
from quizapp.core.lifecycle import Status
from quizapp.core.oneline import one_line
from quizapp.core.problems import Problem
from quizapp.core.stems import gist
from quizapp.core.types import (
    ChoiceBody,
    ClassifyBody,
    MatchingBody,
    MultipleBody,
    NumberBody,
    OrderingBody,
    TrueFalseBody,
)
from quizapp.core.types.true_false import truth_word
from quizapp.extraction.people import full_names
from quizapp.extraction.shadow import shadow
from quizapp.web import filters

DRAWERS = ("ready", "check")
_LETTERS = "ABCDEFGHIJ"
_SOURCELESS = "sources-missing"
_BEHALF = re.compile(r"\b(?:d[ai]|del|per|of|for|to) @|@'s?\b")
_ASIDE = frozenset({"residue", "caption"})


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the article: a numbered sentence with its kind, or the words between two."""

    text: str
    number: int | None = None
    kind: str | None = None
    reason: str | None = None
    draft: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph or heading."""

    role: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """An entry of a question with what is right about it and why it misleads."""

    label: str
    text: str
    good: bool
    why: str | None


@dataclass(frozen=True)
class Card:
    """A draft as the bench shows it, each part of it made when the page asks for it: one line asks for few."""

    laid: Laid
    sentences: Sequence[dict[str, Any]]
    version: ArticleVersion

    @property
    def row(self) -> Any:
        """The draft's row."""
        return self.laid.row

    @property
    def state(self) -> str:
        """What has been decided."""
        return self.laid.state.value

    @property
    def anchor(self) -> str:
        """The id of the card on its page."""
        return f"draft-{self.laid.row.public_id}"

    @cached_property
    def number(self) -> int | None:
        """The number of the sentence it stands on."""
        return _number(self.laid.start, self.sentences)

    @cached_property
    def item(self) -> Item:
        """The question as it stands now."""
        return self.laid.item

    @cached_property
    def line(self) -> str:
        """What it asks, where there is room for one line."""
        bare = self.laid.plain_stem
        return gist(one_line(self.item.stem, self.item) if bare is None else bare)

    @cached_property
    def quote(self) -> tuple[str, str, str]:
        """Its sentence before, at and after the words that answer it."""
        return _minimal(self.item, self.answers)

    @cached_property
    def answers(self) -> tuple[Answer, ...]:
        """Its entries, with the key marked."""
        return tuple(answers(self.item))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What the verifier finds, but for the source of the article, which is `sourceless`."""
        return tuple(problem for problem in self._found if problem.code != _SOURCELESS)

    @property
    def sourceless(self) -> bool:
        """Whether it leads to no source."""
        return any(problem.code == _SOURCELESS for problem in self._found)

    @property
    def faulty(self) -> bool:
        """Whether the verifier finds an error."""
        return self.sourceless or any(problem.severity == "error" for problem in self._found)

    @cached_property
    def _found(self) -> tuple[Problem, ...]:
        laid = self.laid
        pending = laid.status is Status.IN_REVIEW and laid.state in {State.ACCEPTED, State.EDITING}
        return service.problems_of(laid, self.version) if pending else ()


@dataclass(frozen=True, slots=True)
class Counts:
    """How many drafts are in each state and drawer."""

    states: Counter[str]
    drawers: Counter[str]
    active: int
    retired: int = 0

    @property
    def pending(self) -> int:
        """Those accepted whose question is not active yet."""
        return self.states[State.ACCEPTED] - self.active - self.retired

    @property
    def all(self) -> int:
        """Every draft."""
        return sum(self.states.values())

    @property
    def todo(self) -> int:
        """Those still to be decided."""
        return self.states[State.TODO] + self.states[State.EDITING]


def counted(drafts: Sequence[Laid]) -> Counts:
    """The figures of a page."""
    return Counts(
        Counter(each.state.value for each in drafts),
        Counter(each.row.drawer for each in drafts),
        sum(each.state is State.ACCEPTED and each.status is Status.READY for each in drafts),
        sum(each.state is State.ACCEPTED and each.status is Status.RETIRED for each in drafts),
    )


def _number(start: int, sentences: Sequence[dict[str, Any]]) -> int | None:
    return next((place for place, each in enumerate(sentences, 1) if each["start"] <= start < each["end"]), None)


def _minimal(item: Item, entries: Sequence[Answer]) -> tuple[str, str, str]:
    """The first quote before, at and after the words that answer the question, where it holds them."""
    if not item.spans:
        return "", "", ""
    quote = item.spans[0].quote
    keys = [each.text for each in entries if each.good]
    if isinstance(item.body, NumberBody):
        keys = [key.removesuffix(f" {item.body.unit}") for key in keys]
    place = quote.lower().find(keys[0].lower()) if len(keys) == 1 and item.type != "true_false" else -1
    if place < 0 or len(keys[0]) < 2:
        return quote, "", ""
    end = place + len(keys[0])
    return quote[:place], quote[place:end], quote[end:]


def answers(item: Item) -> list[Answer]:
    """The entries of a question, with the key marked."""
    body = item.body
    if isinstance(body, ClassifyBody):
        return _listed((each.text, body.categories[each.category].text) for each in body.statements)
    if isinstance(body, MatchingBody):
        return _listed((each.left, each.right) for each in body.pairs)
    if isinstance(body, OrderingBody):
        return _listed((each.text, None) for each in body.order)
    if isinstance(body, ChoiceBody | MultipleBody | TrueFalseBody):
        truth = isinstance(body, TrueFalseBody)
        return [
            Answer(
                _LETTERS[place % len(_LETTERS)],
                truth_word(each.text, item.lang) if truth else each.text,
                each.fraction > 0,
                each.feedback,
            )
            for place, each in enumerate(body.options)
        ]
    if isinstance(body, NumberBody):
        return [
            Answer("", _with_unit(each.value, body.unit), good=True, why=None)
            for each in body.full()
            if each.value is not None
        ]
    return [Answer("", key, good=True, why=None) for key in body.keys()]  # noqa: SIM118 - no mapping


def _with_unit(value: Decimal, unit: str | None) -> str:
    return f"{filters.number(value)} {unit}" if unit else filters.number(value)


def _listed(entries: Iterable[tuple[str, str | None]]) -> list[Answer]:
    return [Answer(str(place), text, good=False, why=why) for place, (text, why) in enumerate(entries, 1)]


def outlined(on: OnBench, drafts: Sequence[Laid]) -> list[Part]:
    """The article in its paragraphs, its sentences numbered and underlined by kind."""
    text = on.version.text
    if text is None:
        return []
    leads: dict[int, str] = {}
    for laid in drafts:
        number = _number(laid.start, on.drafting.sentences)
        if number is not None and laid.state is not State.REJECTED:
            leads.setdefault(number, laid.row.public_id)
    return [
        Part(role, tuple(_pieces(text, start, end, on.drafting.sentences, leads)))
        for start, end, role in on.drafting.blocks
        if role != "title" and role not in _ASIDE
    ]


def _pieces(text: str, start: int, end: int, sentences: Sequence[dict[str, Any]], leads: dict[int, str]) -> list[Piece]:
    pieces, here = [], start
    for number, each in enumerate(sentences, 1):
        if start <= each["start"] and each["end"] <= end:
            if each["start"] > here:
                pieces.append(Piece(text[here : each["start"]]))
            words = text[each["start"] : each["end"]]
            pieces.append(Piece(words, number, each["kind"], each["reason"], leads.get(number)))
            here = each["end"]
    if here < end:
        pieces.append(Piece(text[here:end]))
    return pieces


def left_out(on: OnBench) -> list[tuple[int, str, str]]:
    """The sentences on which no question may stand: number, words, reason."""
    text = on.version.text
    return [
        (number, text[each["start"] : each["end"]] if text else "", each["reason"])
        for number, each in enumerate(on.drafting.sentences, 1)
        if each["reason"]
    ]


def set_aside(on: OnBench) -> list[tuple[str, str]]:
    """The lines of a pasted page that are not its article: words, and the role that says why."""
    text = on.version.text
    if text is None:
        return []
    return [(text[start:end], role) for start, end, role in on.drafting.blocks if role in _ASIDE]


def quote_of(on: OnBench, number: int) -> str:
    """A numbered sentence."""
    each = on.drafting.sentences[number - 1]
    return (on.version.text or "")[each["start"] : each["end"]]


def _goes_by(voice: str, surname: str) -> bool:
    """Whether a voice is the person called by surname alone, as «il ministro Paolo Ferrero» is «Ferrero»."""
    return any(name.endswith(f" {shadow(surname)}") for name in full_names(shadow(voice)))


def _speaker(voice: str) -> str:
    """What tells a voice from others: the one person it names, «la presidente Ada Neri» as «Ada Neri in aula», but for
    who speaks in somebody's name; else all of its words."""
    shade = shadow(voice)
    names = full_names(shade)
    if len(names) == 1 and not _BEHALF.search(shade.replace(names[0], "@", 1)):
        return names[0].casefold()
    return voice.casefold()


def voices_of(on: OnBench) -> list[tuple[str, list[int]]]:
    """Who speaks, with the numbers of their sentences, the most quoted first; one name however it is written, and a
    surname with the one voice of that name."""
    found: dict[str, tuple[str, list[int]]] = {}
    for number, each in enumerate(on.drafting.sentences, 1):
        if each["holder"]:
            found.setdefault(_speaker(each["holder"]), (each["holder"], []))[1].append(number)
    for short in [key for key in found if len(key.split()) == 1]:
        whole = [key for key, (said, _numbers) in found.items() if key != short and _goes_by(said, found[short][0])]
        if len(whole) == 1:
            found[whole[0]][1].extend(found.pop(short)[1])
            found[whole[0]][1].sort()
    return sorted(found.values(), key=lambda voice: (-len(voice[1]), voice[1][0]))

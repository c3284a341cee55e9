"""Stage 3: what a sentence is: stated as fact, a claim with its holder, a forecast or an opinion."""

import re
from dataclasses import dataclass
from functools import lru_cache

from quizapp.core.kinds import Kind
from quizapp.extraction.cues import Cues
from quizapp.extraction.people import full_names

_LEADING = re.compile(r"^(?:l'|la |il |lo |i |gli |le |the |un |una |un'|a |an )", re.IGNORECASE)
_HOLDER_MAX_WORDS = 14
_CIRCUMSTANCE = re.compile(
    r"(?:[Nn]el\w*|[Ii]l \d|L'\d|[Ii]n|[Aa]l\w*|[Dd]urante|[Dd]opo|On|At|During|After|As|Così|Infatti|Successivamente)\b"
)
_PUBLISHED = re.compile(
    r",? (?:released|published|issued|conducted|carried out|pubblicat[oaie]|diffus[oaie]|rilasciat[oaie]|condott[oaie]|"
    r"svolt[oaie]|realizzat[oaie]) "
)
"""After «un sondaggio»: when and by whom, which is not who says so."""
_NESTED = re.compile(r"\b(?:che|which|who|that)\b")


@dataclass(frozen=True, slots=True)
class Reading:
    """The kind of a sentence; spans count inside the sentence.

    `mixed` when cues of more than one kind, or weak ones, stand together: never asked about as a kind.
    """

    kind: Kind
    holder: str | None
    holder_span: tuple[int, int] | None
    form: str | None
    """How the holder is named: `according`, `said-that`, `said-quote`, `told-after`, or None."""
    mixed: bool


@lru_cache(maxsize=2048)
def read_kind(shade: str, quote: str, cues: Cues) -> Reading:
    """Forecast, then opinion, then claim, then fact; the holder is kept whatever the kind."""
    spans = [(match.start(), match.end()) for match in re.finditer(r'"[^"]*"', shade)]
    shade = _TAKEN.sub(lambda match: "-" * len(match[0]), shade)
    outside = _blank(shade, spans)
    holder_span, form = _holder(shade, outside, cues)
    claim = form is not None or cues.reported.search(outside) is not None
    forecast = cues.forecast.search(outside) is not None
    opinion = cues.opinion.search(outside) is not None
    weak = cues.weak_forecast.search(outside) is not None or cues.judging.search(outside) is not None
    kind = Kind.FORECAST if forecast else Kind.OPINION if opinion else Kind.CLAIM if claim else Kind.FACT
    holder = quote[slice(*holder_span)] if holder_span else None
    return Reading(kind, holder, holder_span, form, (forecast + opinion + claim > 1) or weak)


_TAKEN = re.compile(
    r"\bclaim(?:s|ed|ing)? (?:(?:the|a|an|his|her|its|their|another|\w+) )?(?:hearts?|titles?|lives|victory|victories|prizes?|crowns?|gold|silver|bronze|"
    r"medals?|jackpots?|wins?|records?|spots?|seats?|places?)\b"
)
"""What is claimed by taking it, not by saying it."""


def _blank(shade: str, spans: list[tuple[int, int]]) -> str:
    characters = list(shade)
    for start, end in spans:
        characters[start + 1 : end - 1] = " " * max(0, end - start - 2)
    return "".join(characters)


def _holder(shade: str, outside: str, cues: Cues) -> tuple[tuple[int, int] | None, str | None]:
    told = _TOLD_LAST.search(outside)
    if told and cues.said_that.search(outside[: told.start()]):
        return _named(told), "according"
    for pattern, form in (
        (cues.according, "according"),
        (cues.said_that, "said-that"),
        (cues.said_quote, "said-quote"),
    ):
        text = shade if form == "said-quote" else outside
        for match in pattern.finditer(text):
            span = _named(match)
            if form == "said-quote" and span is None:
                return None, form
            if span and not cues.not_a_holder.match(text[slice(*span)]):
                return _narrow(text, span, form), form
    return None, None


_TELLER = r"(?:[Tt]he |[Ii]l |[Ll]a |[Ll]o |[Ii] |[Ll]')?[A-ZÀ-Þ][\w.'& -]{1,50}?"
_TOLD_LAST = re.compile(
    rf", (?:(?P<holder>{_TELLER}) (?:said|says|reported|reports|wrote|writes|ha (?:riferito|riportato|scritto|rivelato))|"
    rf"(?:riferisce|riferiscono|riporta|riportano|scrive|scrivono|rivela) (?P<after>{_TELLER}))(?: (?:on |in )?\w+)?\.?$"
)
"""Who tells at the end of the sentence what somebody else said in it: the claim is the teller's."""


def _named(match: re.Match[str]) -> tuple[int, int] | None:
    groups = match.re.groupindex
    for name in ("holder", "who", "before", "after"):
        if name in groups and match[name]:
            return match.span(name)
    return None


def _narrow(text: str, span: tuple[int, int], form: str) -> tuple[int, int] | None:
    """The holder without what runs into it; None when too long to be one."""
    start, end = span
    said = text[start:end]
    if form != "according":
        cut = max((said.rfind(mark) + len(mark) for mark in (", ", " - ") if mark in said[:-2]), default=0)
        commas = said.count(",")
        if commas == 1 and not said.endswith(","):
            cut = _apposition_start(said)
        start += cut
    if form != "according" and _CIRCUMSTANCE.match(text[start:end]):
        names = full_names(text[start:end])
        if not names:
            return None
        start += text[start:end].rfind(names[-1])
    published = _PUBLISHED.search(text, start, end)
    end = published.start() if published else end
    while end > start and text[end - 1] in " ,-":
        end -= 1
    if not text[start:end] or len(text[start:end].split()) > _HOLDER_MAX_WORDS:
        return None
    return start, end


def _apposition_start(said: str) -> int:
    """«Il leader di X, Mario Rossi» is one holder; «Dopo il voto, Mario Rossi» is not."""
    before, _comma, _after = said.partition(", ")
    if _LEADING.match(before) or before[:1].isupper():
        first = before.split()[0].lower().rstrip("'")
        if (
            first in {"dopo", "durante", "nel", "nella", "in", "on", "after", "during", "ma", "but", "il", "at", "per"}
            and first != "il"
        ):
            return len(before) + 2
        return 0
    return len(before) + 2

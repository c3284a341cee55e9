"""What a student is told of an attempt, and from when: pure rules; what time it is comes in as an argument."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class Part(StrEnum):
    """What can be told, each part giving away those before it: never is a later one told without them.

    With the key goes the kind of the sentence, which some questions ask for, and what is true in place of a false
    statement; with the explanation the feedback on entries, the proof, the sources and what came after.
    """

    SCORE = "score"
    CORRECTNESS = "correctness"
    KEY = "key"
    EXPLANATION = "explanation"


PARTS = tuple(Part)
ALL = frozenset(PARTS)


class Moment(StrEnum):
    """From when; all but the first wait for the hand-in too, since until then a response may change."""

    EACH = "each"
    HAND_IN = "hand-in"
    CLOSE = "close"
    DATE = "date"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class When:
    """A moment; `at` is the aware date of `Moment.DATE`, and None for any other."""

    moment: Moment
    at: datetime.datetime | None = None


Plan = Mapping[Part, When]


class Flaw(StrEnum):
    """Why a plan cannot hold."""

    NO_DATE = "no date"
    NOT_EACH = "not each"
    """Answers that can be changed until the hand-in are not told one by one."""
    TOO_EARLY = "too early"
    """It would give away the part before it, which comes later."""


_RANKS = {Moment.EACH: 0, Moment.HAND_IN: 1, Moment.CLOSE: 2, Moment.DATE: 2, Moment.NEVER: 3}


def usual(*, each: bool) -> When:
    """When all is told where nothing else was said: after each answer, or at the hand-in."""
    return When(Moment.EACH if each else Moment.HAND_IN)


_USUAL: dict[bool, Plan] = {each: MappingProxyType(dict.fromkeys(PARTS, usual(each=each))) for each in (True, False)}


def plan_of(stored: Mapping[str, str] | None, *, each: bool) -> Plan:
    """The plan that `stored` says, as `stored_plan` writes it; parts it does not name are as usual.

    Where not each answer is final at once, none is told before the hand-in, whatever is stored.
    """
    if not stored:
        return _USUAL[each]
    said = {part: _read(when) for part, when in stored.items()}
    plan = {part: said.get(part, usual(each=each)) for part in PARTS}
    return plan if each else {part: _not_each(when) for part, when in plan.items()}


def stored_plan(chosen: Mapping[Part, When | None]) -> dict[str, str] | None:
    """The chosen moments as plain data, a date in ISO 8601; None where every part is as usual."""
    said = {part.value: _written(when) for part, when in chosen.items() if when is not None}
    return said or None


def flaws(plan: Plan, *, each: bool, closed_at: datetime.datetime | None) -> dict[Part, Flaw]:
    """What does not hold in a plan, by part; `each` where every answer is final at once."""
    found: dict[Part, Flaw] = {}
    former: When | None = None
    for part in Part:
        when = plan[part]
        if when.moment is Moment.DATE and when.at is None:
            found[part] = Flaw.NO_DATE
        elif when.moment is Moment.EACH and not each:
            found[part] = Flaw.NOT_EACH
        elif former is not None and _before(when, former, closed_at):
            found[part] = Flaw.TOO_EARLY
        former = when
    return found


def told(
    plan: Plan, *, handed_in: bool, closed_at: datetime.datetime | None, now: datetime.datetime
) -> frozenset[Part]:
    """The parts that may be told now: up to the first that is still held back.

    With `Moment.EACH` that is of the questions already answered.
    """
    for place, part in enumerate(PARTS):
        if not _reached(plan[part], handed_in, closed_at, now):
            return frozenset(PARTS[:place])
    return ALL


def awaited(plan: Plan, part: Part, closed_at: datetime.datetime | None) -> When:
    """When a part really comes: at its own moment, or with one before it that comes later."""
    latest = plan[Part.SCORE]
    for each in Part:
        if not _before(plan[each], latest, closed_at):
            latest = plan[each]
        if each is part:
            break
    return latest


def moment_of(when: When, closed_at: datetime.datetime | None) -> datetime.datetime | None:
    """The moment itself, where it is known."""
    return closed_at if when.moment is Moment.CLOSE else when.at


def _reached(when: When, handed_in: bool, closed_at: datetime.datetime | None, now: datetime.datetime) -> bool:
    match when.moment:
        case Moment.EACH:
            return True
        case Moment.HAND_IN:
            return handed_in
        case Moment.NEVER:
            return False
    moment = moment_of(when, closed_at)
    return handed_in and moment is not None and moment <= now


def _before(one: When, other: When, closed_at: datetime.datetime | None) -> bool:
    if _RANKS[one.moment] != _RANKS[other.moment]:
        return _RANKS[one.moment] < _RANKS[other.moment]
    mine, others = moment_of(one, closed_at), moment_of(other, closed_at)
    return mine is not None and others is not None and mine < others


def _not_each(when: When) -> When:
    return When(Moment.HAND_IN) if when.moment is Moment.EACH else when


def _written(when: When) -> str:
    return when.moment.value if when.at is None else when.at.astimezone(datetime.UTC).isoformat()


def _read(said: str) -> When:
    return When(Moment(said)) if said in set(Moment) else When(Moment.DATE, datetime.datetime.fromisoformat(said))

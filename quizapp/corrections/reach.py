"""The places of attempts that an act on an item reaches: as many statements however many they are."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from quizapp.attempts.models import (
    BY_HAND,
    RESTORED,
    SUBMITTED,
    WITHDRAWN,
    Attempt,
    Outcome,
    Slot,
)
from quizapp.attempts.queries import LAST_NUMBER, NEWEST_OUTCOME, SEQ, last_given
from quizapp.core import answers
from quizapp.core.correcting import Place, Totals, marks_of, totals
from quizapp.core.items import Item
from quizapp.core.scoring import Scoring
from quizapp.db import Model

Key = tuple[int, int]
"""An attempt and a position in it."""
_outcomes = Model.metadata.tables[Outcome.__tablename__]


@dataclass(frozen=True, slots=True)
class Mark:
    """What an outcome says: how right, from -1 to 1, and what it earns of its maximum."""

    fraction: Fraction
    mark: Fraction
    maximum: Fraction


@dataclass(frozen=True, slots=True)
class Reached:
    """A place that asks a version of the item, with the mark that counts (None: not marked) and the answer's text."""

    attempt: Attempt
    position: int
    version: int
    points: Fraction
    seq: int
    given: str | None
    marks: int
    outcome: Outcome | None

    @property
    def key(self) -> Key:
        """By which outcomes name it."""
        return self.attempt.id, self.position

    @property
    def by_hand(self) -> bool:
        """Whether a teacher gave the mark that counts."""
        return self.outcome is not None and self.outcome.reason == BY_HAND

    @property
    def withdrawn(self) -> bool:
        """Whether it counts no more."""
        return self.outcome is not None and self.outcome.reason == WITHDRAWN

    @property
    def mark(self) -> Mark | None:
        """The mark that counts."""
        found = self.outcome
        return None if found is None or self.withdrawn else Mark(found.fraction, found.mark, found.maximum)

    def with_key(self, item: Item) -> Mark:
        """What the last valid response earns when this version of the item says what is right."""
        answer = None if self.given is None else answers.restore(item.body, json.loads(self.given))
        fraction, share = marks_of(item, answer, Scoring(self.attempt.scoring))
        return Mark(fraction, share * self.points, self.points)


def reached(session: Session, versions: Collection[int]) -> list[Reached]:
    """Every place that asks one of these versions, by attempt."""
    wanted = (
        select(
            Attempt,
            Slot.position,
            Slot.item_version_id,
            Slot.points,
            SEQ.label("seq"),
            last_given(Slot).label("given"),
            LAST_NUMBER.label("marks"),
            Outcome,
        )
        .select_from(Slot)
        .join(Attempt, Attempt.id == Slot.attempt_id)
        .outerjoin(Outcome, NEWEST_OUTCOME)
        .where(Slot.item_version_id.in_(versions))
        .order_by(Attempt.id, Slot.position)
    )
    return [
        Reached(row[0], row.position, row.item_version_id, row.points, row.seq, row.given, row.marks or 0, row[7])
        for row in session.execute(wanted)
    ]


def former_marks(session: Session, act_id: int) -> dict[Key, Outcome]:
    """Of each place that an act gave a further outcome, the one before it; those that had none are left out."""
    later = _outcomes.alias()
    wanted = (
        select(Outcome)
        .join(
            later,
            (later.c.attempt_id == Outcome.attempt_id)
            & (later.c.position == Outcome.position)
            & (later.c.number == Outcome.number + 1),
        )
        .where(later.c.act_id == act_id, Outcome.reason != RESTORED)
        .order_by(Outcome.number.desc())
    )
    return {(each.attempt_id, each.position): each for each in session.scalars(wanted)}


def further(
    place: Reached, mark: Mark, version: int, *, reason: str, act: int, at: Any, seq: int | None = None
) -> dict[str, Any]:
    """A further outcome of a place, as its table has it."""
    return {
        "attempt_id": place.attempt.id,
        "position": place.position,
        "number": place.marks + 1,
        "seq": seq,
        "item_version_id": version,
        "fraction": mark.fraction,
        "mark": mark.mark,
        "maximum": mark.maximum,
        "share": float(mark.fraction),
        "reason": reason,
        "at": at,
        "act_id": act,
    }


def add(session: Session, outcomes: Sequence[dict[str, Any]]) -> None:
    """Write further outcomes, all in one statement."""
    if outcomes:
        session.execute(insert(_outcomes), list(outcomes))


def totals_of(
    session: Session, attempts: Iterable[Attempt], instead: Mapping[Key, Mark] | None = None
) -> dict[int, Totals]:
    """The totals of attempts from their outcomes; `instead` are marks to be reckoned with in place of what is there."""
    chosen = {attempt.id: attempt for attempt in attempts}
    rows: dict[int, list[tuple[int, Place]]] = defaultdict(list)
    wanted = (
        select(
            Slot.attempt_id,
            Slot.position,
            Slot.points,
            SEQ.label("seq"),
            Outcome.fraction,
            Outcome.mark,
            Outcome.reason,
        )
        .outerjoin(Outcome, NEWEST_OUTCOME)
        .order_by(Slot.attempt_id, Slot.position)
    )
    ids = sorted(chosen)
    for start in range(0, len(ids), _AT_ONCE):
        for row in session.execute(wanted.where(Slot.attempt_id.in_(ids[start : start + _AT_ONCE]))):
            place = Place(row.points, bool(row.seq), row.fraction, row.mark, row.reason == WITHDRAWN)
            rows[row.attempt_id].append((row.position, place))
    given = instead or {}
    return {
        attempt: totals(
            [_with(place, given.get((attempt, position))) for position, place in rows[attempt]],
            Scoring(found.scoring),
            finished=found.state == SUBMITTED,
        )
        for attempt, found in chosen.items()
    }


_AT_ONCE = 500


def _with(place: Place, mark: Mark | None) -> Place:
    return place if mark is None else replace(place, fraction=mark.fraction, mark=mark.mark)


def settle(attempt: Attempt, found: Totals) -> None:
    """Give an attempt its totals."""
    attempt.size, attempt.answered, attempt.right = found.size, found.answered, found.right
    attempt.mark, attempt.maximum = found.mark, found.maximum
    attempt.share = float(found.mark / found.maximum) if found.maximum else 0.0

"""The states of an item version, the moves between them, and what may be asked on a given day."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Status(StrEnum):
    """State of an item version; it becomes immutable once shown to a student."""

    DRAFT = "draft"
    IN_REVIEW = "in_review"
    READY = "ready"
    RETIRED = "retired"


class Timing(StrEnum):
    """`dated`: the stem says when, it cannot go stale; `current`: it can, and has a review date."""

    DATED = "dated"
    CURRENT = "current"


MOVES: dict[Status, frozenset[Status]] = {
    Status.DRAFT: frozenset({Status.IN_REVIEW, Status.RETIRED}),
    Status.IN_REVIEW: frozenset({Status.DRAFT, Status.READY, Status.RETIRED}),
    Status.READY: frozenset({Status.RETIRED}),
    Status.RETIRED: frozenset({Status.IN_REVIEW}),
}


def may_move(before: Status, after: Status) -> bool:
    """Whether a version may go from one state to another."""
    return after in MOVES[before]


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of an item version beside its content."""

    status: Status
    timing: Timing | None
    review_by: date | None
    superseded: bool = False
    evidence_broken: bool = False


def overdue(standing: Standing, today: date) -> bool:
    """A `current` item whose review date has passed."""
    return standing.timing is Timing.CURRENT and standing.review_by is not None and standing.review_by < today


class Unfit(StrEnum):
    """Why an item may not enter a new quiz, draw or practice queue."""

    STATUS = "status"
    BROKEN = "broken"
    SUPERSEDED = "superseded"
    OVERDUE = "overdue"


def deliverable(standing: Standing) -> bool:
    """Ready, sound, and not a `current` item that something newer has replaced."""
    replaced = standing.superseded and standing.timing is Timing.CURRENT
    return standing.status is Status.READY and not standing.evidence_broken and not replaced


def selectable(standing: Standing, today: date) -> bool:
    """May enter a new quiz, draw or practice queue: deliverable and not overdue."""
    return deliverable(standing) and not overdue(standing, today)


def unfit(standing: Standing, today: date) -> Unfit | None:
    """What keeps an item out, the gravest first; None where it is selectable."""
    if standing.status is not Status.READY:
        return Unfit.STATUS
    if standing.evidence_broken:
        return Unfit.BROKEN
    if not deliverable(standing):
        return Unfit.SUPERSEDED
    return Unfit.OVERDUE if overdue(standing, today) else None

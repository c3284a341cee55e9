"""The questions of one sitting: what the edition pins and draws, but for what may not be asked any more."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Any

from sqlalchemy import func, literal, select
from sqlalchemy.orm import Session

from quizapp.banks.models import Bank, Deed, Item, ItemAct, ItemListing, ItemVersion
from quizapp.banks.queries import REPLACED, broken
from quizapp.core import papers
from quizapp.core.lifecycle import Status, Timing
from quizapp.quizzes.models import Assignment, QuizEdition
from quizapp.quizzes.queries import slots


class Why(StrEnum):
    """Why a pinned question is passed over."""

    WITHDRAWN = "withdrawn"
    RETIRED = "retired"
    SUPERSEDED = "superseded"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Place:
    """One question of a sitting, what it is worth (None for the item's own points), and its place in the edition where
    others before it were passed over."""

    version: int
    points: Fraction | None = None
    place: int | None = None


@dataclass(frozen=True, slots=True)
class Passed:
    """A pinned version that is not asked any more, and why."""

    version: int
    why: Why


@dataclass(frozen=True, slots=True)
class Sitting:
    """What is asked, in order, and what was passed over."""

    places: tuple[Place, ...]
    passed: tuple[Passed, ...]


_withdrawn = (
    select(literal(1))
    .where(
        ItemAct.item_id == ItemVersion.item_id,
        ItemAct.act == Deed.WITHDRAWN.value,
        ItemAct.undone_at.is_(None),
        ItemAct.version_id >= ItemVersion.id,
    )
    .correlate(ItemVersion)
    .exists()
)


def sitting_of(session: Session, assignment: Assignment, seed: str, seen: Collection[int] = frozenset()) -> Sitting:
    """One sitting: the pinned questions, and those that the seed draws from the pinned pools, where the versions that
    were `seen` come last.

    What was retired, withdrawn or broken, and a `current` question that was superseded, is passed over: fixed places
    become fewer, and draws take from what remains. What was corrected is asked as it was corrected.
    """
    found = slots(session, assignment.quiz_id, assignment.edition)
    edition = session.get_one(QuizEdition, (assignment.quiz_id, assignment.edition))
    places: list[int | list[int]] = [
        slot.item_version_id or list(edition.pools[(slot.draw or {})["pool"]]) for slot in found
    ]
    versions = {each for place in places for each in ([place] if isinstance(place, int) else place)}
    known = standings(session, sorted(versions))
    left = [
        (number, [each for each in ([place] if isinstance(place, int) else place) if known[each].why is None])
        for number, place in enumerate(places, 1)
    ]
    fixed = {number for number, place in enumerate(places, 1) if isinstance(place, int)}
    asked: list[tuple[int, int | Sequence[int]]] = [
        (number, here[0] if number in fixed else here) for number, here in left if here
    ]
    asked = papers.fitting(asked)
    drawn = papers.draw(
        [here for _number, here in asked], [(one, other) for one, other in edition.conflicts], seed, seen
    )
    points = {number: slot.points for number, slot in enumerate(found, 1)}
    return Sitting(
        tuple(
            Place(known[version].version, points[number], None if number == position else number)
            for position, ((number, _here), version) in enumerate(zip(asked, drawn, strict=True), 1)
        ),
        tuple(Passed(each, why) for each in sorted(versions) if (why := known[each].why) is not None),
    )


@dataclass(frozen=True, slots=True)
class Standing:
    """The version to ask in the place of a pinned one, which is the corrected one where it was corrected, and why it is
    not asked at all."""

    version: int
    why: Why | None


def standings(session: Session, versions: Sequence[int]) -> dict[int, Standing]:
    """How pinned versions stand today: one statement."""
    wanted = (
        select(
            ItemVersion.id,
            func.coalesce(ItemVersion.marked_with_id, ItemVersion.id).label("version"),
            ItemListing.status,
            ItemListing.timing,
            REPLACED.label("replaced"),
            broken(ItemVersion.id).label("broken"),
            _withdrawn.label("withdrawn"),
        )
        .join(Item, Item.id == ItemVersion.item_id)
        .join(Bank, Bank.id == Item.bank_id)
        .join(ItemListing, ItemListing.item_id == Item.id)
        .where(ItemVersion.id.in_(versions))
    )
    return {row.id: Standing(row.version, _why(row)) for row in session.execute(wanted)} if versions else {}


def _why(row: Any) -> Why | None:
    if row.withdrawn:
        return Why.WITHDRAWN
    if row.status == Status.RETIRED:
        return Why.RETIRED
    if row.replaced and row.timing == Timing.CURRENT:
        return Why.SUPERSEDED
    return Why.BROKEN if row.broken else None


def still_asked(session: Session, versions: Sequence[int]) -> list[int]:
    """Of these versions, in their order, those that may still be asked, as they were corrected."""
    known = standings(session, versions)
    return list(dict.fromkeys(known[each].version for each in versions if known[each].why is None))

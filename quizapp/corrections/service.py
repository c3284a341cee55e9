"""Verbs on an item that reach past answers: correct, withdraw, and taking either back. Rows are only ever added."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp.articles.models import ArticleVersion
from quizapp.attempts.models import CORRECTED, OPEN, RESTORED, SUBMITTED, WITHDRAWN, Attempt, Outcome
from quizapp.banks import queries as banks
from quizapp.banks.models import Deed, Item, ItemAct, ItemVersion
from quizapp.banks.service import add_version
from quizapp.core.correcting import same_entries
from quizapp.core.items import Item as CoreItem
from quizapp.core.lifecycle import Status
from quizapp.corrections import copies, reach, telling
from quizapp.corrections.reach import Mark, Reached
from quizapp.quizzes.service import IMMEDIATE


class OtherEntriesError(ValueError):
    """A correction that adds or takes away an entry: it would be another item."""


class NotLastError(ValueError):
    """An act that cannot be taken back: it was already, or another came after it."""


@dataclass(frozen=True, slots=True)
class Change:
    """What a correction makes of one place; `after` is None where the mark stays because it was given by hand."""

    place: Reached
    after: Mark | None

    @property
    def changes(self) -> bool:
        """Whether the mark becomes another."""
        before = self.place.mark
        return self.after is not None and before is not None and before.mark != self.after.mark


def versions_of(session: Session, item_id: int) -> list[ItemVersion]:
    """Every version of an item, the oldest first."""
    wanted = select(ItemVersion).where(ItemVersion.item_id == item_id).order_by(ItemVersion.number)
    return list(session.scalars(wanted))


def changes(session: Session, item_id: int, corrected: CoreItem) -> list[Change]:
    """What a correction would do to every place that is marked; nothing is stored.

    Raises OtherEntriesError.
    """
    return _changes(reach.reached(session, [each.id for each in _alike(session, item_id, corrected)]), corrected)


def _changes(places: Sequence[Reached], corrected: CoreItem) -> list[Change]:
    marked = [place for place in places if place.mark is not None]
    return [Change(place, None if place.by_hand else place.with_key(corrected)) for place in marked]


def _alike(session: Session, item_id: int, corrected: CoreItem) -> list[ItemVersion]:
    """The versions whose answers are answers to the corrected one too; the newest must be among them."""
    found = versions_of(session, item_id)
    alike = [each for each in found if same_entries(banks.as_core(each.content, each.status), corrected)]
    if found[-1] not in alike:
        raise OtherEntriesError
    return alike


def lags(session: Session, item_id: int, corrected: CoreItem) -> bool:
    """Whether an earlier version that was asked is still marked with a key of its own. Raises OtherEntriesError."""
    alike = _alike(session, item_id, corrected)
    newest = alike[-1].id
    earlier = [each.id for each in alike[:-1] if each.marked_with_id != newest]
    return bool(earlier and reach.reached(session, earlier))


def left_out(session: Session, item_id: int, corrected: CoreItem) -> int:
    """How many versions that were asked offer other entries, so that their answers keep their marks."""
    alike = {each.id for each in _alike(session, item_id, corrected)}
    others = [each.id for each in versions_of(session, item_id) if each.id not in alike]
    return len({place.version for place in reach.reached(session, others)}) if others else 0


def correct(
    session: Session,
    row: Item,
    corrected: CoreItem,
    article: ArticleVersion | None,
    *,
    why: str,
    by: int,
    now: datetime.datetime,
) -> ItemAct:
    """The key was wrong: a further version of the item, with which every answer is marked, given or to come.

    Marks given by hand stay, and what was withdrawn stays so. Raises OtherEntriesError.
    """
    alike = _alike(session, row.id, corrected)
    made = add_version(session, row, corrected, article, now=now, author_id=by)
    act = _act(session, row, Deed.CORRECTED, alike[-1].id, made.id, why=why, by=by, now=now)
    act.about = {"marked_with": {str(each.id): each.marked_with_id for each in alike}}
    for each in alike:
        each.marked_with_id = made.id
    session.flush()
    found = _changes(reach.reached(session, [each.id for each in alike]), corrected)
    reach.add(
        session,
        [
            reach.further(each.place, each.after, made.id, reason=CORRECTED, act=act.id, at=now, seq=_seq(each.place))
            for each in found
            if each.after is not None
        ],
    )
    act.touched = len({each.place.attempt.id for each in found if each.after is not None and each.place.seq})
    _settle(session, [each.place for each in found], now)
    changed = [(each.place, each.after) for each in found if each.changes and each.after]
    telling.corrected(session, act, corrected, changed, [each.place for each in found], now)
    copies.tell_owners(session, act, now)
    return act


def withdraw(
    session: Session, row: Item, article: ArticleVersion | None, *, why: str, by: int, now: datetime.datetime
) -> ItemAct:
    """Out of every attempt at once, the running ones too: the place counts no more, and the maximum falls."""
    versions = versions_of(session, row.id)
    newest = versions[-1]
    item = banks.as_core(newest.content, newest.status)
    made = add_version(session, row, replace(item, status=Status.RETIRED), article, now=now, author_id=by)
    act = _act(session, row, Deed.WITHDRAWN, newest.id, made.id, why=why, by=by, now=now)
    places = [place for place in reach.reached(session, [each.id for each in versions]) if not place.withdrawn]
    reach.add(session, [_out(place, act.id, now) for place in places])
    act.touched = len({place.attempt.id for place in places})
    _settle(session, places, now)
    telling.withdrawn(session, act, item, places, now)
    copies.tell_owners(session, act, now)
    return act


def undo(session: Session, act: ItemAct, article: ArticleVersion | None, *, by: int, now: datetime.datetime) -> None:
    """Take a correction or a withdrawal back: each place has the outcome again that it had before.

    What was answered since is marked anew. A place that its student could not answer any more, because it was
    withdrawn when the attempt ended, stays out. Raises NotLastError.
    """
    if act.undone_at is not None or last_act(session, act.item_id) is not act:
        raise NotLastError
    act.undone_by, act.undone_at = by, now
    row = session.get_one(Item, act.item_id)
    versions = versions_of(session, row.id)
    if versions[-1].id == act.after_id:
        before = session.get_one(ItemVersion, act.version_id)
        former = banks.as_core(before.content, before.status)
        add_version(session, row, former, article, now=now, author_id=by)
    if act.act == Deed.CORRECTED:
        _uncorrect(session, act, versions, now)
    else:
        _restore(session, act, versions, now)
    copies.tell_owners(session, act, now)


def last_act(session: Session, item_id: int) -> ItemAct | None:
    """The newest correction or withdrawal of an item that stands."""
    wanted = (
        select(ItemAct)
        .where(
            ItemAct.item_id == item_id,
            ItemAct.act.in_((Deed.CORRECTED.value, Deed.WITHDRAWN.value)),
            ItemAct.undone_at.is_(None),
        )
        .order_by(ItemAct.id.desc())
        .limit(1)
    )
    return session.scalars(wanted).first()


def _act(
    session: Session,
    row: Item,
    deed: Deed,
    version: int,
    after: int | None,
    *,
    why: str,
    by: int | None,
    now: datetime.datetime,
) -> ItemAct:
    act = ItemAct(
        item_id=row.id, act=deed.value, why=why, version_id=version, after_id=after, about={}, by_id=by, at=now
    )
    session.add(act)
    session.flush()  # outcomes name it
    return act


def _uncorrect(session: Session, act: ItemAct, versions: Sequence[ItemVersion], now: datetime.datetime) -> None:
    before: Mapping[str, int | None] = act.about["marked_with"]
    by_id = {each.id: each for each in versions}
    for former_id, marked_with in before.items():
        by_id[int(former_id)].marked_with_id = marked_with
    if act.after_id is not None:
        by_id[act.after_id].marked_with_id = by_id[act.version_id].marked_with_id or act.version_id
    session.flush()
    reached = reach.reached(session, [*map(int, before), *filter(None, [act.after_id])])
    former = reach.former_marks(session, act.id)
    keys = {each.id: _key(by_id, each) for each in versions}
    outcomes, places = [], []
    for place in reached:
        found = place.outcome
        if found is None or place.by_hand or place.withdrawn:
            continue
        if found.act_id == act.id and place.key in former:
            outcomes.append(_again(place, former[place.key], act.id, now))
        elif found.item_version_id == act.after_id:
            version, item = keys[place.version]
            mark = place.with_key(item)
            outcomes.append(reach.further(place, mark, version, reason=CORRECTED, act=act.id, at=now, seq=_seq(place)))
        else:
            continue
        places.append(place)
    _write(session, act, outcomes, places, now)


def _restore(session: Session, act: ItemAct, versions: Sequence[ItemVersion], now: datetime.datetime) -> None:
    former = reach.former_marks(session, act.id)
    by_id = {each.id: each for each in versions}
    outcomes, places = [], []
    for place in reach.reached(session, list(by_id)):
        if not place.withdrawn or place.outcome is None or place.outcome.act_id != act.id:
            continue
        if place.key in former:
            outcomes.append(_again(place, former[place.key], act.id, now))
        elif _is_marked_at_once(place.attempt) and place.seq:
            version, item = _key(by_id, by_id[place.version])
            mark = place.with_key(item)
            outcomes.append(reach.further(place, mark, version, reason=CORRECTED, act=act.id, at=now, seq=place.seq))
        elif place.attempt.state == OPEN:
            nothing = Mark(Fraction(0), Fraction(0), Fraction(0))
            outcomes.append(reach.further(place, nothing, place.version, reason=RESTORED, act=act.id, at=now))
        else:
            continue
        places.append(place)
    _write(session, act, outcomes, places, now)


def _write(
    session: Session,
    act: ItemAct,
    outcomes: Sequence[dict[str, Any]],
    places: Sequence[Reached],
    now: datetime.datetime,
) -> None:
    reach.add(session, outcomes)
    _settle(session, places, now)
    telling.taken_back(session, act, places, now)


def _key(by_id: Mapping[int, ItemVersion], version: ItemVersion) -> tuple[int, CoreItem]:
    """The version with which answers to a version are marked."""
    key = by_id[version.marked_with_id or version.id]
    return key.id, banks.as_core(key.content, key.status)


def _seq(place: Reached) -> int | None:
    return None if place.outcome is None else place.outcome.seq


def _out(place: Reached, act: int, now: datetime.datetime) -> dict[str, Any]:
    """The outcome by which a place counts no more; how right its answer was stays to be read."""
    found = place.outcome
    mark = Mark(found.fraction if found else Fraction(0), Fraction(0), Fraction(0))
    version = found.item_version_id if found else place.version
    return reach.further(place, mark, version, reason=WITHDRAWN, act=act, at=now, seq=_seq(place))


def _again(place: Reached, former: Outcome, act: int, now: datetime.datetime) -> dict[str, Any]:
    mark = Mark(former.fraction, former.mark, former.maximum)
    return reach.further(place, mark, former.item_version_id, reason=former.reason, act=act, at=now, seq=former.seq)


def _is_marked_at_once(attempt: Attempt) -> bool:
    return attempt.state == SUBMITTED or attempt.feedback == IMMEDIATE


def _settle(session: Session, places: Sequence[Reached], now: datetime.datetime) -> None:
    """Give each attempt its totals, and close those in which nothing is left to answer."""
    attempts = {place.attempt.id: place.attempt for place in places}
    for attempt, found in reach.totals_of(session, attempts.values()).items():
        reach.settle(attempts[attempt], found)
    done = [each for each in attempts.values() if each.state == OPEN and _nothing_left(each)]
    for each in done:
        each.state, each.finished_at = SUBMITTED, now
    for attempt, found in reach.totals_of(session, done).items():
        reach.settle(attempts[attempt], found)


def _nothing_left(attempt: Attempt) -> bool:
    return not attempt.size or (attempt.feedback == IMMEDIATE and attempt.answered == attempt.size)

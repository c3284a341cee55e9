"""The world has changed: a new item takes over from an old one; no mark changes, and who learned the old is told."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Never

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from quizapp.articles.models import ArticleVersion
from quizapp.attempts.models import WITHDRAWN, Attempt, Outcome, Purpose, Slot
from quizapp.attempts.queries import NEWEST_OUTCOME
from quizapp.attempts.releases import told_each
from quizapp.banks import queries as banks
from quizapp.banks import service
from quizapp.banks.models import Bank, Deed, Item, ItemAct, ItemListing, ItemVersion
from quizapp.core.items import Item as CoreItem
from quizapp.core.lifecycle import Status
from quizapp.core.release import Part
from quizapp.corrections import copies
from quizapp.notices.models import Kind
from quizapp.notices.service import cut, of_question, tell
from quizapp.quizzes.models import Assignment


@dataclass(frozen=True, slots=True)
class Link:
    """An item of a chain, with its newest version; `act` says why and when the next one takes over, where that was
    said."""

    bank: Bank
    row: Item
    version: ItemVersion
    item: CoreItem
    act: ItemAct | None = None


def supersede(
    session: Session,
    row: Item,
    into: Bank,
    successor: CoreItem,
    article: ArticleVersion | None,
    *,
    why: str,
    by: int,
    now: datetime.datetime,
) -> Item:
    """Put the successor into a bank, in review; nobody is told before it becomes active."""
    bank = session.get_one(Bank, row.bank_id)
    name = row.key if into.id == bank.id else f"{banks.name_of(bank)}#{row.key}"
    new = replace(successor, supersedes=name, status=Status.IN_REVIEW)
    made = service.add_item(session, into, new, article, now=now, author_id=by)
    session.add(
        ItemAct(
            item_id=row.id,
            act=Deed.SUPERSEDED.value,
            why=why,
            version_id=_newest(session, row.id).id,
            successor_id=made.id,
            about={},
            by_id=by,
            at=now,
        )
    )
    session.flush()  # the chain is read from it
    return made


def announce(session: Session, row: Item, item: CoreItem, now: datetime.datetime) -> None:
    """Tell who learned the items that an active one supersedes, each once: «it has changed»."""
    former = select(Item).join(Bank, Bank.id == Item.bank_id).where(banks.superseded_by(Item, Bank, row.id))
    for old in session.scalars(former).all():
        act = _act(session, old, row, now)
        if act.told_at is None:
            act.told_at = now
            copies.settled(session, old, now)
            if not _said_by_original(session, old, row):
                act.touched = _tell(session, old, item, act.why, now)
                copies.tell_owners(session, act, now)


service.ON_READY.append(announce)


def _said_by_original(session: Session, old: Item, new: Item) -> bool:
    """Whether the successor is a copy of one that has taken over from the same item, so that it is known already."""
    wanted = select(ItemAct.id).where(
        ItemAct.item_id == old.id,
        ItemAct.successor_id == new.copied_from_id,
        ItemAct.told_at.is_not(None),
        ItemAct.undone_at.is_(None),
    )
    return new.copied_from_id is not None and session.scalars(wanted).first() is not None


def take_back(session: Session, act: ItemAct, *, by: int, now: datetime.datetime) -> None:
    """The world has not changed after all: the old item stands as before, the other for itself."""
    row = session.get_one(Item, act.successor_id)
    version = _newest(session, row.id)
    item = banks.as_core(version.content, version.status)
    article = banks.article_of(session, session.get_one(Bank, row.bank_id))
    service.add_version(session, row, replace(item, supersedes=None), article, now=now, author_id=by)
    act.undone_by, act.undone_at = by, now
    copies.tell_owners(session, act, now)


def follow(session: Session, copy: Item, act: ItemAct, *, by: int, now: datetime.datetime) -> ItemAct:
    """Bring the successor of an item into the bank of its copy, from which it takes over there."""
    successor = session.get_one(Item, act.successor_id)
    into = session.get_one(Bank, copy.bank_id)
    bank, listed = banks.item_by_public_id(session, successor.public_id) or _gone(successor)
    former = service.full_name(bank, listed.item.supersedes or "")
    (made, *_further) = service.copy_items(
        session,
        bank,
        [listed],
        into,
        now=now,
        author_id=by,
        later=banks.successors_beside(session, [successor.id]),
        known={former: copy.key},
    )
    found = _act(session, copy, made, now)
    found.why, found.by_id = act.why, by
    session.flush()
    return found


def _gone(row: Item) -> Never:
    raise ValueError(row.id)


def chain(session: Session, item_id: int) -> list[Link]:
    """The items before and after one, itself included, the oldest first: a statement for each step."""
    seen = {item_id}
    before = list(_walk(session, item_id, seen, back=True))
    after = list(_walk(session, item_id, seen, back=False))
    return [*reversed(before), *_links(session, select(Item.id).where(Item.id == item_id)), *after]


def with_acts(session: Session, links: list[Link]) -> list[Link]:
    """Each with the act by which the next one takes over."""
    acts = {
        (act.item_id, act.successor_id): act
        for act in session.scalars(
            select(ItemAct).where(
                ItemAct.item_id.in_([link.row.id for link in links]),
                ItemAct.act == Deed.SUPERSEDED.value,
                ItemAct.undone_at.is_(None),
            )
        )
    }
    following = [link.row.id for link in links[1:]]
    return [
        replace(link, act=acts.get((link.row.id, after))) for link, after in zip(links, [*following, None], strict=True)
    ]


def _walk(session: Session, item_id: int, seen: set[int], *, back: bool) -> Iterator[Link]:
    former = aliased(Item)
    here = item_id
    while True:
        if back:
            wanted = (
                select(former.id).join(Bank, Bank.id == former.bank_id).where(banks.superseded_by(former, Bank, here))
            )
        else:
            wanted = banks.successors_of(here)
        found = [link for link in _links(session, wanted) if link.row.id not in seen]
        if not found:
            return
        yield from found
        seen |= {link.row.id for link in found}
        here = found[-1].row.id


def _links(session: Session, ids: Any) -> list[Link]:
    rows = session.execute(
        select(Bank, Item, ItemVersion)
        .join(Item, Item.bank_id == Bank.id)
        .join(ItemListing, ItemListing.item_id == Item.id)
        .join(ItemVersion, ItemVersion.id == ItemListing.version_id)
        .where(Item.id.in_(ids))
        .order_by(Item.id)
    )
    return [Link(*row, banks.as_core(row[2].content, row[2].status)) for row in rows]


def _newest(session: Session, item_id: int) -> ItemVersion:
    wanted = select(ItemVersion).where(ItemVersion.item_id == item_id).order_by(ItemVersion.number.desc()).limit(1)
    return session.scalars(wanted).one()


def _act(session: Session, old: Item, new: Item, now: datetime.datetime) -> ItemAct:
    """The act that said so; one is made where a bank file or a copy says it."""
    wanted = select(ItemAct).where(
        ItemAct.item_id == old.id, ItemAct.successor_id == new.id, ItemAct.undone_at.is_(None)
    )
    found = session.scalars(wanted).first()
    if found is None:
        found = ItemAct(
            item_id=old.id,
            act=Deed.SUPERSEDED.value,
            why=_reason(session, new),
            version_id=_newest(session, old.id).id,
            successor_id=new.id,
            about={},
            at=now,
        )
        session.add(found)
    return found


def _reason(session: Session, new: Item) -> str:
    """Why a successor took over that this one is a copy of; empty where nobody said it."""
    wanted = (
        select(ItemAct.why)
        .where(ItemAct.successor_id == new.copied_from_id, ItemAct.undone_at.is_(None))
        .order_by(ItemAct.id.desc())
    )
    return (session.scalars(wanted).first() or "") if new.copied_from_id is not None else ""


def _tell(session: Session, old: Item, new: CoreItem, why: str, now: datetime.datetime) -> int:
    """Tell each student who answered the old item and may know its key; how many attempts asked it."""
    rows = session.execute(
        select(Attempt, Assignment, Slot.position, ItemVersion)
        .select_from(Slot)
        .join(Attempt, Attempt.id == Slot.attempt_id)
        .join(ItemVersion, ItemVersion.id == Slot.item_version_id)
        .join(Outcome, NEWEST_OUTCOME)
        .outerjoin(Assignment, Assignment.id == Attempt.assignment_id)
        .where(
            ItemVersion.item_id == old.id,
            Attempt.purpose != Purpose.PREVIEW.value,
            Outcome.reason != WITHDRAWN,
            Outcome.seq.is_not(None),
        )
        .order_by(Attempt.id)
    ).all()
    told = told_each(session, [(row[0], row[1]) for row in rows], now)
    last = {row[0].user_id: row for row, here in zip(rows, told, strict=True) if Part.KEY in here}
    for user, (attempt, _assignment, position, version) in last.items():
        item = banks.as_core(version.content, version.status)
        said = {
            **of_question(item),
            "why": why,
            "after": cut(new),
            "after_lang": new.lang,
            "as_of": new.as_of.isoformat() if new.as_of else None,
            "attempt": attempt.public_id,
            "n": position,
        }
        tell(session, user, Kind.CHANGED, said, now, subject=f"changed {old.id}")
    return len({row[0].id for row in rows})

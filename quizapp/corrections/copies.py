"""Copies of an item in other banks: whoever has one is told what was done to the original, and may follow it."""

import datetime
from dataclasses import dataclass

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session, aliased

from quizapp.attempts.models import Slot
from quizapp.banks import queries as banks
from quizapp.banks.models import Bank, Deed, Item, ItemAct, ItemListing, ItemVersion
from quizapp.core.following import Followed, followed
from quizapp.core.items import Item as CoreItem
from quizapp.core.lifecycle import Status
from quizapp.notices.models import Kind
from quizapp.notices.queries import unread
from quizapp.notices.service import mark_read, of_question, tell


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy of an item, with its bank; a retired one only where students were asked it."""

    bank: Bank
    row: Item
    item: CoreItem
    number: int


def subject_of(row: Item, deed: str) -> str:
    """Under which an owner has at most one unread notice of a copy: one for each kind of act."""
    return f"copy {row.id} {deed}"


def tell_owners(session: Session, act: ItemAct, now: datetime.datetime) -> None:
    """Tell whoever has a copy of the item of an act; nothing of the copy changes.

    An act that was taken back is told where it was followed; elsewhere the notice that waits is read.
    """
    session.flush()  # versions and acts are read below
    for copy in copies_of(session, act.item_id):
        if copy.bank.owner_id is None:
            continue
        if act.undone_at is not None:
            if following(session, copy.row, act) is None:
                _forget(session, copy, act, now)
                continue
        elif not wants(session, act, copy):
            continue
        said = {
            **of_question(copy.item),
            "bank_title": copy.bank.title,
            "act_name": act.act,
            "undone": act.undone_at is not None,
            "why": act.why,
            "copy": copy.row.public_id,
            "act": act.public_id,
        }
        tell(session, copy.bank.owner_id, Kind.COPIED, said, now, subject=subject_of(copy.row, act.act))


def _forget(session: Session, copy: Copy, act: ItemAct, now: datetime.datetime) -> None:
    """The notice that waits of an act that did not happen after all is read; that of a later one stays."""
    owner = copy.bank.owner_id
    for notice in unread(session, owner, subject=subject_of(copy.row, act.act)) if owner is not None else ():
        if notice.about["act"] == act.public_id:
            notice.read_at = now


def wants(session: Session, act: ItemAct, copy: Copy) -> bool:
    """Whether a copy does not yet say what a standing act has made of the original."""
    if _withdrawn(session, copy.row):
        return False
    if act.act == Deed.CORRECTED:
        change = correction(session, act, copy)
        return change is None or change.item != copy.item
    return following(session, copy.row, act) is None and not banks.successions(session, [copy.row.id])


def _withdrawn(session: Session, row: Item) -> bool:
    wanted = select(ItemAct.id).where(
        ItemAct.item_id == row.id, ItemAct.act == Deed.WITHDRAWN.value, ItemAct.undone_at.is_(None)
    )
    return session.scalars(wanted).first() is not None


def correction(session: Session, act: ItemAct, copy: Copy) -> Followed | None:
    """What a correction would make of a copy: that of the text which the copy was made from, its own changes kept."""
    after = session.get_one(ItemVersion, act.after_id)
    before = session.get_one(ItemVersion, act.version_id)
    if copy.row.copied_from_id == act.item_id and (copy.row.copied_number or 0) < before.number:
        wanted = select(ItemVersion).where(
            ItemVersion.item_id == act.item_id, ItemVersion.number == copy.row.copied_number
        )
        before = session.scalars(wanted).first() or before
    original = session.get_one(Bank, session.get_one(Item, act.item_id).bank_id)
    return followed(
        copy.item,
        banks.as_core(before.content, before.status),
        banks.as_core(after.content, after.status),
        same_article=copy.bank.article_id == original.article_id,
    )


def following(session: Session, row: Item, act: ItemAct) -> ItemAct | None:
    """The act by which a copy followed one on its original, while it stands."""
    wanted = select(ItemAct).where(ItemAct.item_id == row.id, ItemAct.undone_at.is_(None)).order_by(ItemAct.id.desc())
    return next((each for each in session.scalars(wanted) if each.about.get("follows") == act.public_id), None)


def note(session: Session, row: Item, act: ItemAct, made: ItemAct, owner: int, now: datetime.datetime) -> None:
    """Keep by which act of its own a copy followed one on its original; the notice of it is read."""
    made.about = {**made.about, "follows": act.public_id}
    if act.after_id is not None and row.copied_from_id == act.item_id:
        row.copied_number = session.get_one(ItemVersion, act.after_id).number
    mark_read(session, owner, now, subject=subject_of(row, act.act))


def settled(session: Session, row: Item, now: datetime.datetime) -> None:
    """A copy has a successor of its own: the notice that asks for one is read."""
    owner = session.scalar(select(Bank.owner_id).where(Bank.id == row.bank_id))
    if row.copied_from_id is not None and owner is not None:
        mark_read(session, owner, now, subject=subject_of(row, Deed.SUPERSEDED))


def copies_of(session: Session, item_id: int) -> list[Copy]:
    """The copies of an item, and the copies of these, that are or were asked: one statement."""
    chain = select(Item.id).where(Item.copied_from_id == item_id).cte(recursive=True)
    further = aliased(Item)
    chain = chain.union(select(further.id).join(chain, further.copied_from_id == chain.c.id))
    return _copies(session, Item.id.in_(select(chain.c.id)))


def origin(session: Session, row: Item, item_id: int) -> bool:
    """Whether an item is a copy of another, or a copy of one of its copies."""
    here, seen = row.copied_from_id, {row.id}
    while here is not None and here not in seen:
        if here == item_id:
            return True
        seen.add(here)
        here = session.scalar(select(Item.copied_from_id).where(Item.id == here))
    return False


def copy_at(session: Session, public_id: str) -> Copy | None:
    """A question as a copy; None where there is none, or it was retired without ever being asked."""
    return next(iter(_copies(session, Item.public_id == public_id)), None)


def open_act(session: Session, row: Item) -> ItemAct | None:
    """The newest act on the original that stands and that a copy has not followed."""
    if row.copied_from_id is None:
        return None
    (copy,) = _copies(session, Item.id == row.id) or (None,)
    wanted = (
        select(ItemAct)
        .where(ItemAct.item_id == row.copied_from_id, ItemAct.undone_at.is_(None))
        .order_by(ItemAct.id.desc())
    )
    for act in session.scalars(wanted) if copy else ():
        if _since(session, act, row) and copy is not None and wants(session, act, copy):
            return act
    return None


def _since(session: Session, act: ItemAct, row: Item) -> bool:
    """Whether an act came after the version that was copied; one that nobody was told of yet did not happen."""
    if act.act == Deed.SUPERSEDED:
        return act.told_at is not None and act.told_at > row.created_at
    after = session.get(ItemVersion, act.after_id) if act.after_id else None
    return after is not None and after.number > (row.copied_number or 0)


def _copies(session: Session, which: ColumnElement[bool]) -> list[Copy]:
    version = aliased(ItemVersion)
    asked = (
        select(version.id)
        .join(Slot, Slot.item_version_id == version.id)
        .where(version.item_id == Item.id)
        .correlate(Item)
        .exists()
    )
    rows = session.execute(
        select(Bank, Item, ItemVersion)
        .join(Item, Item.bank_id == Bank.id)
        .join(ItemListing, ItemListing.item_id == Item.id)
        .join(ItemVersion, ItemVersion.id == ItemListing.version_id)
        .where(which, or_(ItemListing.status != Status.RETIRED.value, asked))
        .order_by(Item.id)
    )
    return [Copy(row[0], row[1], banks.as_core(row[2].content, row[2].status), row[2].number) for row in rows]

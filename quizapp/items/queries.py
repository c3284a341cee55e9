"""Reads of one item: its versions, and items that ask the same."""

from dataclasses import dataclass

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from quizapp.accounts.models import User
from quizapp.banks.models import Bank, Item, ItemVersion
from quizapp.banks.queries import OWN, as_core
from quizapp.core import items as core
from quizapp.core.lifecycle import Status
from quizapp.core.policy import Identity, Role
from quizapp.core.text import LOOSE, fold


@dataclass(frozen=True, slots=True)
class Past:
    """A version of an item, and who made it where that is known."""

    version: ItemVersion
    author: str | None
    item: core.Item


@dataclass(frozen=True, slots=True)
class Twin:
    """Another item that asks the same."""

    public_id: str
    stem: str
    bank: str
    lang: str


def versions(session: Session, item_id: int) -> list[Past]:
    """Every version of an item, the newest first: one statement."""
    wanted = (
        select(ItemVersion, User.name)
        .outerjoin(User, User.id == ItemVersion.author_id)
        .where(ItemVersion.item_id == item_id)
        .order_by(ItemVersion.number.desc())
    )
    return [
        Past(version, author, as_core(version.content, version.status)) for version, author in session.execute(wanted)
    ]


def twins(session: Session, who: Identity, item: core.Item, item_id: int | None) -> list[Twin]:
    """Items of the banks that `who` may see with the same stem and the same right answers, spelling apart."""
    if not item.stem.strip():
        return []
    newest = (
        select(func.max(ItemVersion.number)).where(ItemVersion.item_id == Item.id).correlate(Item).scalar_subquery()
    )
    wanted = (
        select(ItemVersion.id, ItemVersion.stem, Item.id.label("item_id"), Item.public_id, Bank.title, Bank.lang)
        .join(Item, Item.id == ItemVersion.item_id)
        .join(Bank, Bank.id == Item.bank_id)
        .where(
            Bank.school_id == who.school,
            ItemVersion.type == item.type,
            ItemVersion.number == newest,
            ItemVersion.status != Status.RETIRED.value,
        )
    )
    if who.role is not Role.ADMIN:
        wanted = wanted.where(or_(Bank.owner_id == who.id, Bank.visible != OWN))
    stem = fold(item.stem, LOOSE)
    near = {row.id: row for row in session.execute(wanted) if row.item_id != item_id and fold(row.stem, LOOSE) == stem}
    if not near:
        return []
    rows = session.execute(
        select(ItemVersion.id, ItemVersion.content, ItemVersion.status).where(ItemVersion.id.in_(near))
    )
    keys = _keys(item)
    same = [row.id for row in rows if _keys(as_core(row.content, row.status)) == keys]
    return [Twin(near[each].public_id, near[each].stem, near[each].title, near[each].lang) for each in sorted(same)]


def _keys(item: core.Item) -> frozenset[str]:
    return frozenset(fold(key, LOOSE) for key in item.body.keys())  # noqa: SIM118 - a method of ours

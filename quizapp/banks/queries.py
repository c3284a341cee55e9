"""Reads of banks and items."""

import datetime
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, bindparam, func, or_, select
from sqlalchemy.orm import Session, aliased

from quizapp.accounts.models import User
from quizapp.articles import queries as articles
from quizapp.articles.models import Article, ArticleVersion
from quizapp.banks.models import Bank, Item, ItemVersion
from quizapp.core import banks as core
from quizapp.core import items as core_items
from quizapp.core.lifecycle import Standing, Status, overdue, selectable
from quizapp.core.policy import Identity, Thing
from quizapp.core.reading import Reader
from quizapp.core.types import TYPES

BUNDLED, SCHOOL, OWN = "bundled", "school", "own"
_newest_number = (
    select(func.max(ItemVersion.number)).where(ItemVersion.item_id == Item.id).correlate(Item).scalar_subquery()
)
_former, _former_bank, _former_version = aliased(Item), aliased(Bank), aliased(ItemVersion)
LATER = (
    select(Item.id, ItemVersion.content, ItemVersion.status)
    .join(Item, Item.id == ItemVersion.item_id)
    .join(Bank, Bank.id == Item.bank_id)
    .join(_former_bank, _former_bank.school_id == Bank.school_id)
    .join(_former, _former.bank_id == _former_bank.id)
    .join(_former_version, _former_version.item_id == _former.id)
    .where(
        _former_version.id == bindparam("version_id"),
        or_(
            (Item.supersedes == _former.key) & (Item.bank_id == _former.bank_id),
            Item.supersedes == _former_bank.slug + "#" + _former.key,
        ),
        ItemVersion.number == _newest_number,
        ItemVersion.status == Status.READY.value,
    )
    .order_by(Item.position)
)
"""The ready items of the same school that replace the answer of the item to which the version `version_id` belongs."""


@dataclass(frozen=True, slots=True)
class ListedItem:
    """An item as lists show it: its row, its newest version, and the version as a value."""

    row: Item
    version: ItemVersion
    item: core_items.Item
    superseded: bool = False

    @property
    def standing(self) -> Standing:
        """What decides whether it may be asked."""
        return Standing(
            Status(self.version.status),
            self.item.timing,
            self.item.review_by,
            superseded=self.superseded,
        )

    def overdue(self, today: datetime.date) -> bool:
        """Whether its review date has passed."""
        return overdue(self.standing, today)

    def selectable(self, today: datetime.date) -> bool:
        """Whether it may enter a new quiz."""
        return selectable(self.standing, today)


def as_core(content: dict[str, Any], status: str) -> core_items.Item:
    """Stored content as a value."""
    item = core_items.read_item(Reader(content), content.get("lang", "it"))
    if item is None:
        raise ValueError(f"no item type {content.get('type')!r} among {', '.join(TYPES)}")
    return replace(item, status=Status(status))


def as_content(item: core_items.Item) -> dict[str, Any]:
    """A value as it is stored: with entry ids, without what has columns of its own."""
    return {key: value for key, value in core_items.dump_item(item, ids=True).items() if key != "status"}


def banks_for(session: Session, school_id: int, user_id: int, *, everything: bool) -> list[Any]:
    """Banks a teacher may see, with the number of their items."""
    count = select(func.count()).where(Item.bank_id == Bank.id).correlate(Bank).scalar_subquery()
    wanted = select(Bank, count.label("size")).where(Bank.school_id == school_id).order_by(Bank.lang.desc(), Bank.title)
    if not everything:
        wanted = wanted.where(or_(Bank.owner_id == user_id, Bank.visible != OWN))
    return list(session.execute(wanted))


@dataclass(frozen=True, slots=True)
class ListedBank:
    """A bank as lists show it; `owner` is None where nobody has it."""

    bank: Bank
    size: int
    owner: str | None


def listed_banks(session: Session, where: ColumnElement[bool]) -> list[ListedBank]:
    """Banks with the number of their items and the name of their owner, by title: one statement."""
    count = select(func.count()).where(Item.bank_id == Bank.id).correlate(Bank).scalar_subquery()
    wanted = (
        select(Bank, count, User.name)
        .outerjoin(User, User.id == Bank.owner_id)
        .where(where)
        .order_by(func.lower(Bank.title), Bank.id)
    )
    return [ListedBank(*row) for row in session.execute(wanted)]


def banks_to_fill(session: Session, who: Identity, article_id: int | None) -> list[Bank]:
    """A person's own banks that items on this article may be copied into."""
    fits = or_(Bank.article_id.is_(None), Bank.article_id == article_id)
    wanted = select(Bank).where(Bank.school_id == who.school, Bank.owner_id == who.id, fits)
    return list(session.scalars(wanted.order_by(func.lower(Bank.title), Bank.id)))


def bank_by_public_id(session: Session, public_id: str) -> Bank | None:
    """The bank with this public id."""
    return session.scalars(select(Bank).where(Bank.public_id == public_id)).first()


def bank_by_slug(session: Session, school_id: int, slug: str) -> Bank | None:
    """The bank of a file."""
    return session.scalars(select(Bank).where(Bank.school_id == school_id, Bank.slug == slug)).first()


def items_of(session: Session, bank: Bank) -> list[ListedItem]:
    """The items of a bank in order, each in its newest version."""
    wanted = (
        select(Item, ItemVersion)
        .join(ItemVersion, ItemVersion.item_id == Item.id)
        .where(Item.bank_id == bank.id, ItemVersion.number == _newest_number)
        .order_by(Item.position)
    )
    found = [(row[0], row[1]) for row in session.execute(wanted)]
    replaced = {item.supersedes for item, _version in found if item.supersedes}
    return [
        ListedItem(item, version, as_core(version.content, version.status), superseded=item.key in replaced)
        for item, version in found
    ]


def item_by_public_id(session: Session, public_id: str) -> tuple[Bank, ListedItem] | None:
    """An item in its newest version, with its bank."""
    wanted = (
        select(Bank, Item, ItemVersion)
        .join(Item, Item.bank_id == Bank.id)
        .join(ItemVersion, ItemVersion.item_id == Item.id)
        .where(Item.public_id == public_id, ItemVersion.number == _newest_number)
    )
    row = session.execute(wanted).first()
    if row is None:
        return None
    return row[0], ListedItem(row[1], row[2], as_core(row[2].content, row[2].status))


def article_of(session: Session, bank: Bank) -> ArticleVersion | None:
    """The newest version of the bank's article."""
    return articles.newest_version(session, bank.article_id) if bank.article_id else None


def article_public_id(session: Session, bank: Bank) -> str | None:
    """The address part of the bank's article."""
    return session.scalar(select(Article.public_id).where(Article.id == bank.article_id))


def whole_bank(session: Session, bank: Bank) -> core.Bank:
    """A bank as its file says it."""
    version = article_of(session, bank)
    return core.Bank(
        id=bank.slug or f"{bank.lang}/{bank.public_id}",
        title=bank.title,
        lang=bank.lang,
        licence=bank.licence,
        topic=bank.topic,
        article=articles.as_core(version) if version else None,
        facts=articles.facts_of(session, version.id) if version else (),
        items=tuple(listed.item for listed in items_of(session, bank)),
    )


def but_of(session: Session, versions: Sequence[int], items: Collection[int]) -> list[int]:
    """These item versions in their order, but for those of these items."""
    if not items:
        return list(versions)
    wanted = select(ItemVersion.id).where(ItemVersion.id.in_(versions), ItemVersion.item_id.in_(items))
    out = frozenset(session.scalars(wanted))
    return [version for version in versions if version not in out]


def versions(session: Session, version_ids: Sequence[int]) -> dict[int, core_items.Item]:
    """Item versions as values, by id."""
    rows = session.execute(
        select(ItemVersion.id, ItemVersion.content, ItemVersion.status).where(ItemVersion.id.in_(version_ids))
    )
    return {row.id: as_core(row.content, row.status) for row in rows}


def thing(bank: Bank) -> Thing:
    """What the policy needs to know of a bank."""
    return Thing(school=bank.school_id, owner=bank.owner_id, shared=bank.visible != OWN)

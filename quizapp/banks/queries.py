"""Reads of banks and items."""

import datetime
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, cast

from sqlalchemy import ColumnElement, Dialect, Select, and_, bindparam, func, literal, or_, select
from sqlalchemy.orm import Session, aliased
from sqlalchemy.types import UserDefinedType

from quizapp.accounts.models import User
from quizapp.articles import queries as articles
from quizapp.articles.models import Article, ArticleVersion
from quizapp.banks.anchoring import places_now
from quizapp.banks.models import Anchor, Bank, Item, ItemAct, ItemListing, ItemVersion
from quizapp.core import banks as core
from quizapp.core import items as core_items
from quizapp.core.anchoring import moved
from quizapp.core.lifecycle import Standing, Status, overdue, selectable
from quizapp.core.policy import Identity, Role, Thing
from quizapp.core.reading import Reader
from quizapp.core.types import TYPES

BUNDLED, SCHOOL, OWN = "bundled", "school", "own"
_newest_number = (
    select(func.max(ItemVersion.number)).where(ItemVersion.item_id == Item.id).correlate(Item).scalar_subquery()
)


def name_of(bank: Bank) -> str:
    """By which items of other banks name it, before a `#`: the id of its file, or one like it."""
    return bank.slug or f"{bank.lang}/{bank.public_id}"


def names(later: Any, former: Any, bank: Any) -> ColumnElement[bool]:
    """Whether an item says that it supersedes another, which is in this bank; as columns."""
    name = func.coalesce(bank.slug, bank.lang + "/" + bank.public_id)
    inside = (later.supersedes == former.key) & (later.bank_id == former.bank_id)
    return or_(inside, later.supersedes == name + "#" + former.key)


def speaks_for(later: Any, former: Any) -> ColumnElement[bool]:
    """Whether what one bank says of the items of another holds there: both are of one school, and of one owner or the
    one that speaks is nobody's, as those are that the operator puts in place."""
    return and_(later.school_id == former.school_id, or_(later.owner_id.is_(None), later.owner_id == former.owner_id))


_former, _former_bank, _former_version = aliased(Item), aliased(Bank), aliased(ItemVersion)
_succession = (
    select(ItemAct.why)
    .where(ItemAct.item_id == _former.id, ItemAct.successor_id == Item.id, ItemAct.undone_at.is_(None))
    .order_by(ItemAct.id.desc())
    .limit(1)
    .correlate(Item, _former)
    .scalar_subquery()
)
LATER = (
    select(Item.id, ItemVersion.content, ItemVersion.status, _succession.label("why"))
    .join(Item, Item.id == ItemVersion.item_id)
    .join(Bank, Bank.id == Item.bank_id)
    .join(_former_bank, speaks_for(Bank, _former_bank))
    .join(_former, _former.bank_id == _former_bank.id)
    .join(_former_version, _former_version.item_id == _former.id)
    .where(
        _former_version.id == bindparam("version_id"),
        names(Item, _former, _former_bank),
        ItemVersion.number == _newest_number,
        ItemVersion.status == Status.READY.value,
    )
    .order_by(Item.position)
)
"""The ready items of the same school that replace the answer of the item to which the version `version_id` belongs."""
HAS_LATER = LATER.with_only_columns(literal(1)).order_by(None).correlate(None).exists()
"""Whether there is any."""
_later, _later_bank, _later_listing = aliased(Item), aliased(Bank), aliased(ItemListing)
REPLACED = (
    select(literal(1))
    .select_from(_later)
    .join(_later_bank, _later_bank.id == _later.bank_id)
    .join(_later_listing, _later_listing.item_id == _later.id)
    .where(
        speaks_for(_later_bank, Bank),
        _later_listing.status == Status.READY.value,
        names(_later, Item, Bank),
    )
    .correlate(Item, Bank)
    .exists()
)
"""Whether an active item that may say so replaces the answer of the item in this row, which has its bank."""


@dataclass(frozen=True, slots=True)
class ListedItem:
    """An item as lists show it: its row, its newest version, and the version as a value."""

    row: Item
    version: ItemVersion
    item: core_items.Item
    superseded: bool = False
    broken: bool = False
    """Whether a quote of it is no longer in its article."""

    @property
    def standing(self) -> Standing:
        """What decides whether it may be asked."""
        return Standing(
            Status(self.version.status),
            self.item.timing,
            self.item.review_by,
            superseded=self.superseded,
            evidence_broken=self.broken,
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
    """The items of a bank in order, each in its newest version, with its quotes where they stand now."""
    wanted = (
        select(Item, ItemVersion, REPLACED.label("superseded"), broken(ItemVersion.id).label("broken"))
        .join(ItemVersion, ItemVersion.item_id == Item.id)
        .join(Bank, Bank.id == Item.bank_id)
        .where(Item.bank_id == bank.id, ItemVersion.number == _newest_number)
        .order_by(Item.position)
    )
    rows = session.execute(wanted).all()
    now = places_now(session, [row[1].id for row in rows]) if bank.article_id else {}
    return [
        ListedItem(
            row[0],
            row[1],
            moved(as_core(row[1].content, row[1].status), now.get(row[1].id, {})),
            superseded=bool(row.superseded),
            broken=bool(row.broken),
        )
        for row in rows
    ]


def in_review(session: Session, bank: Bank) -> int:
    """How many items of a bank wait to be looked at."""
    wanted = select(func.count()).select_from(Item).join(ItemListing, ItemListing.item_id == Item.id)
    found = wanted.where(Item.bank_id == bank.id, ItemListing.status == Status.IN_REVIEW.value)
    return session.execute(found).scalar_one()


def item_by_public_id(session: Session, public_id: str) -> tuple[Bank, ListedItem] | None:
    """An item in its newest version, with its bank, and its quotes where they stand now."""
    wanted = (
        select(Bank, Item, ItemVersion, REPLACED.label("superseded"), broken(ItemVersion.id).label("broken"))
        .join(Item, Item.bank_id == Bank.id)
        .join(ItemVersion, ItemVersion.item_id == Item.id)
        .where(Item.public_id == public_id, ItemVersion.number == _newest_number)
    )
    row = session.execute(wanted).first()
    if row is None:
        return None
    item = as_core(row[2].content, row[2].status)
    if item.spans:
        item = moved(item, places_now(session, [row[2].id]).get(row[2].id, {}))
    return row[0], ListedItem(row[1], row[2], item, superseded=bool(row.superseded), broken=bool(row.broken))


def article_of(session: Session, bank: Bank) -> ArticleVersion | None:
    """The newest version of the bank's article."""
    return articles.newest_version(session, bank.article_id) if bank.article_id else None


def article_public_id(session: Session, bank: Bank) -> str | None:
    """The address part of the bank's article."""
    if bank.article_id is None:
        return None
    return session.scalar(select(Article.public_id).where(Article.id == bank.article_id))


def whole_bank(session: Session, bank: Bank) -> core.Bank:
    """A bank as its file says it."""
    version = article_of(session, bank)
    facts = articles.facts_of(session, version.id) if version else ()
    known = frozenset(fact.id for fact in facts)
    return core.Bank(
        id=name_of(bank),
        title=bank.title,
        lang=bank.lang,
        licence=bank.licence,
        topic=bank.topic,
        article=articles.as_core(version) if version else None,
        facts=facts,
        items=tuple(_with_facts(listed.item, known) for listed in items_of(session, bank)),
    )


def _with_facts(item: core_items.Item, known: Collection[str]) -> core_items.Item:
    """The item without facts that the newest version of the article does not hold any more."""
    return replace(item, facts=tuple(each for each in item.facts if each in known))


def same_item(one: Any, other: Any) -> ColumnElement[bool]:
    """Whether two versions, columns or ids, are of one item."""
    a, b = aliased(ItemVersion), aliased(ItemVersion)
    return select(a.item_id).where(a.id == one).scalar_subquery() == (
        select(b.item_id).where(b.id == other).scalar_subquery()
    )


def superseded_by(former: Any, bank: Any, later_id: int) -> ColumnElement[bool]:
    """Whether the item in this row, which has its bank, is superseded by the one of this id, of the same school."""
    later, its_bank = aliased(Item), aliased(Bank)
    return (
        select(literal(1))
        .select_from(later)
        .join(its_bank, its_bank.id == later.bank_id)
        .where(later.id == later_id, speaks_for(its_bank, bank), names(later, former, bank))
        .correlate(former, bank)
        .exists()
    )


def successors_of(item_id: int) -> Select[Any]:
    """The ids of the items of the same school that say to supersede one, whatever their status."""
    later, its_bank = aliased(Item), aliased(Bank)
    return (
        select(later.id)
        .join(its_bank, its_bank.id == later.bank_id)
        .join(_former, _former.id == item_id)
        .join(_former_bank, _former_bank.id == _former.bank_id)
        .where(speaks_for(its_bank, _former_bank), names(later, _former, _former_bank))
    )


def replaced(session: Session, versions: Sequence[int]) -> frozenset[int]:
    """Those of these versions whose item an active one has taken over from."""
    wanted = (
        select(ItemVersion.id)
        .join(Item, Item.id == ItemVersion.item_id)
        .join(Bank, Bank.id == Item.bank_id)
        .where(ItemVersion.id.in_(versions), REPLACED)
    )
    return frozenset(session.scalars(wanted))


class _Ids(UserDefinedType[Collection[int]]):
    """Whole numbers as a condition lists them."""

    cache_ok = True

    def literal_processor(self, dialect: Dialect) -> Callable[[Collection[int]], str]:  # noqa: ARG002 - as asked
        """Their words, all at once: number by number SQLAlchemy takes longer than the database with the statement."""
        return lambda ids: f"({', '.join(map(str, map(int, ids))) or 'NULL'})"


MANY = bindparam("many", type_=_Ids(), literal_execute=True)
"""Ids in a condition, written into the statement: to bind some thousands takes longer than to look them up."""


def among(column: Any) -> ColumnElement[bool]:
    """Whether a column is one of `MANY`."""
    return cast("ColumnElement[bool]", column.bool_op("IN")(MANY))


def successions(session: Session, items: Collection[int]) -> dict[int, int]:
    """Of these items those that an active one of the same school supersedes, each with that one: one statement."""
    wanted = (
        select(_former.id.label("before"), _later.id.label("after"))
        .select_from(_former)
        .join(_former_bank, _former_bank.id == _former.bank_id)
        .join(_later, names(_later, _former, _former_bank))
        .join(_later_bank, _later_bank.id == _later.bank_id)
        .join(_later_listing, _later_listing.item_id == _later.id)
        .where(
            among(_former.id),
            speaks_for(_later_bank, _former_bank),
            _later_listing.status == Status.READY.value,
        )
        .order_by(_former.id, _later.id)
    )
    return {row.before: row.after for row in session.execute(wanted, {MANY.key: list(items)})}


def successors_beside(session: Session, items: Sequence[int]) -> list[tuple[Bank, ListedItem]]:
    """The active items that have taken over from these, and from those in turn, the nearest first, without these."""
    found: dict[int, None] = {}
    here = list(items)
    while here:
        following = set(successions(session, here).values()) - {*items, *found}
        here = sorted(following)
        found.update(dict.fromkeys(here))
    public = dict(session.execute(select(Item.id, Item.public_id).where(Item.id.in_(found))).all())
    listed = [item_by_public_id(session, public[item]) for item in found]
    return [each for each in listed if each is not None]


@cache
def broken(version: Any) -> ColumnElement[bool]:
    """Whether a quote of an item version, given by its id, is no longer found in the newest version of its article."""
    here, there = aliased(Anchor), aliased(Anchor)
    on, newest = aliased(ArticleVersion), aliased(ArticleVersion)
    last = select(func.max(newest.number)).where(newest.article_id == on.article_id).correlate(on).scalar_subquery()
    at = aliased(ArticleVersion)
    still = (
        select(literal(1))
        .select_from(there)
        .join(at, at.id == there.article_version_id)
        .where(
            there.item_version_id == here.item_version_id,
            there.place == here.place,
            at.article_id == on.article_id,
            at.number == last,
        )
        .correlate(here, on)
        .exists()
    )
    return (
        select(literal(1))
        .select_from(here)
        .join(on, on.id == here.article_version_id)
        .where(here.item_version_id == version, on.number < last, ~still)
        .exists()
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


def article_thing(session: Session, who: Identity, article: Article) -> Thing:
    """What the policy needs to know of an article that is to be corrected: one that nobody brought belongs to whoever
    has a bank on it, and to administrators."""
    owner = article.owner_id
    if owner is None and who.school == article.school_id:
        wanted = select(Bank.id).where(Bank.article_id == article.id, Bank.owner_id == who.id).limit(1)
        runs_school = who.role is Role.ADMIN and who.school == article.school_id
        owner = who.id if runs_school or session.scalar(wanted) is not None else None
    return Thing(school=article.school_id, owner=owner, shared=article.owner_id is None)


def is_shown(session: Session, article: Article) -> bool:
    """Whether teachers of its school may know of an article: nobody brought it, or a bank they share is about it."""
    shared = select(Bank.id).where(Bank.article_id == article.id, Bank.visible != OWN).limit(1)
    return article.owner_id is None or session.scalar(shared) is not None


def thing(bank: Bank) -> Thing:
    """What the policy needs to know of a bank."""
    return Thing(school=bank.school_id, owner=bank.owner_id, shared=bank.visible != OWN)

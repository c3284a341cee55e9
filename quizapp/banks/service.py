"""Verbs on banks: taking in a bank file, and changing items."""

import datetime
import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from quizapp.articles.models import ArticleVersion
from quizapp.articles.service import keep_article
from quizapp.banks import queries
from quizapp.banks.anchoring import anchor, anchor_again
from quizapp.banks.models import Bank, Item, ItemVersion
from quizapp.core import banks as core
from quizapp.core import items as core_items
from quizapp.core.lifecycle import Status
from quizapp.core.shelf_life import kept_up
from quizapp.core.text import words


@dataclass(slots=True)
class SyncReport:
    """What a sync did, as numbers of items."""

    added: int = 0
    changed: int = 0
    kept: int = 0
    retired: int = 0


class SyncConflictError(Exception):
    """Items that both the file and the application changed; nothing was written."""

    def __init__(self, keys: Sequence[str]) -> None:
        super().__init__(", ".join(keys))
        self.keys = tuple(keys)


ON_READY: list[Callable[[Session, Item, core_items.Item, datetime.datetime], None]] = []
"""What follows when an item that supersedes another becomes active; rooms above add to it."""


def content_hash(item: core_items.Item) -> str:
    """A hash of everything a bank file says of an item."""
    said = json.dumps(core_items.dump_item(item), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(said.encode()).hexdigest()


def sync_bank(
    session: Session,
    bank: core.Bank,
    *,
    school_id: int,
    now: datetime.datetime,
    visible: str = queries.BUNDLED,
) -> SyncReport:
    """Take in a bank file: file changed → new version, application changed → kept, gone → retired.

    Raises SyncConflictError when both changed the same item.
    """
    row = queries.bank_by_slug(session, school_id, bank.id)
    stored = {} if row is None else {listed.row.key: listed for listed in queries.items_of(session, row)}
    _refuse_conflicts(bank, stored)
    if row is None:
        row = Bank(
            school_id=school_id,
            slug=bank.id,
            visible=visible,
            title=bank.title,
            lang=bank.lang,
            licence=bank.licence,
            topic=bank.topic,
            created_at=now,
        )
        session.add(row)
        session.flush()  # items need its id
    row.title, row.lang, row.licence, row.topic = bank.title, bank.lang, bank.licence, bank.topic
    article = None
    if bank.article is not None:
        article = _sync_article(session, row, bank, bank.article, now)
    report = SyncReport()
    for place, item in enumerate(bank.items):
        _sync_item(session, row, stored.get(item.id), item, place, article, now, report)
    for key, listed in stored.items():
        if key not in {item.id for item in bank.items} and listed.item.status is not Status.RETIRED:
            add_version(session, listed.row, replace(listed.item, status=Status.RETIRED), article, now=now)
            report.retired += 1
    if article is not None:
        session.flush()  # what was anchored above is found
        anchor_again(session, article)
    return report


def _sync_article(
    session: Session, row: Bank, bank: core.Bank, article: core.Article, now: datetime.datetime
) -> ArticleVersion:
    """The article version that the file says; where the file says what it said before, the one that the application
    has made of it since."""
    newest = queries.article_of(session, row)
    if newest is not None and article.sha256 != newest.sha256:
        first = select(ArticleVersion.sha256).where(
            ArticleVersion.article_id == newest.article_id, ArticleVersion.number == 1
        )
        if article.sha256 == (row.synced_hash or session.scalar(first)):
            return newest
    kept = keep_article(session, row.school_id, bank.lang, article, bank.facts, article_id=row.article_id, now=now)
    row.article_id, row.synced_hash = kept.article_id, article.sha256
    return kept


def _refuse_conflicts(bank: core.Bank, stored: dict[str, queries.ListedItem]) -> None:
    both = []
    for item in bank.items:
        listed = stored.get(item.id)
        if listed is None:
            continue
        ours, theirs = content_hash(listed.item), content_hash(item)
        if listed.row.synced_hash not in {ours, theirs} and ours != theirs:
            both.append(item.id)
    if both:
        raise SyncConflictError(both)


def _sync_item(
    session: Session,
    bank: Bank,
    listed: queries.ListedItem | None,
    item: core_items.Item,
    place: int,
    article: ArticleVersion | None,
    now: datetime.datetime,
    report: SyncReport,
) -> None:
    theirs = content_hash(item)
    if listed is None:
        row = Item(bank_id=bank.id, key=item.id, position=place, supersedes=item.supersedes, created_at=now)
        session.add(row)
        session.flush()  # the version needs its id
        add_version(session, row, item, article, now=now)
        report.added += 1
    else:
        row = listed.row
        row.position = place
        if row.synced_hash == theirs or content_hash(listed.item) == theirs:
            report.kept += 1
        else:
            add_version(session, row, item.after(listed.item), article, now=now)
            report.changed += 1
    row.synced_hash = theirs


def add_version(
    session: Session,
    row: Item,
    item: core_items.Item,
    article: ArticleVersion | None,
    *,
    now: datetime.datetime,
    author_id: int | None = None,
) -> ItemVersion:
    """A further version of an item, anchored to the article version; whoever waits for a successor hears of it."""
    newest = session.query(ItemVersion.number).filter_by(item_id=row.id).order_by(ItemVersion.number.desc()).first()
    version = ItemVersion(
        item_id=row.id,
        number=newest[0] + 1 if newest else 1,
        status=item.status.value,
        type=item.type,
        kind=item.kind and item.kind.value,
        stem=item.stem,
        content=queries.as_content(item),
        author_id=author_id,
        created_at=now,
    )
    row.supersedes = item.supersedes
    session.add(version)
    session.flush()  # anchors need its id
    for follow in ON_READY if item.status is Status.READY and item.supersedes else ():
        follow(session, row, item, now)
    if article is not None and item.spans:
        anchor(session, version, item.spans, article)
    return version


def add_item(
    session: Session,
    bank: Bank,
    item: core_items.Item,
    article: ArticleVersion | None,
    *,
    now: datetime.datetime,
    author_id: int,
) -> Item:
    """A new item at the end of a bank, with a review date and a horizon proposed where it needs them and has none."""
    item = kept_up(item, now.date())
    taken = _places(session, bank)
    key = free_key(item.stem, set(taken))
    row = Item(bank_id=bank.id, key=key, position=max(taken.values(), default=-1) + 1, created_at=now)
    session.add(row)
    session.flush()  # the version needs its id
    add_version(session, row, replace(item, id=key), article, now=now, author_id=author_id)
    return row


def _places(session: Session, bank: Bank) -> dict[str, int]:
    """Where each item of a bank stands, by its key."""
    rows = session.execute(select(Item.key, Item.position).where(Item.bank_id == bank.id))
    return {row.key: row.position for row in rows}


@dataclass(frozen=True, slots=True)
class BankHead:
    """What a bank is called, in which language, who finds it, and what others may do with it."""

    title: str
    lang: str
    topic: str | None = None
    licence: str | None = None
    visible: str = queries.OWN


def make_bank(
    session: Session,
    school_id: int,
    head: BankHead,
    *,
    owner_id: int,
    now: datetime.datetime,
    article_id: int | None = None,
) -> Bank:
    """An empty bank of a teacher's."""
    bank = Bank(school_id=school_id, owner_id=owner_id, article_id=article_id, created_at=now)
    change_bank(bank, head)
    session.add(bank)
    session.flush()  # callers put items in it
    return bank


def change_bank(bank: Bank, head: BankHead) -> None:
    """Call a bank otherwise, or show it to others; a bundled one stays for everybody."""
    bank.title, bank.lang, bank.topic, bank.licence = head.title, head.lang, head.topic, head.licence
    if bank.visible != queries.BUNDLED:
        bank.visible = head.visible


def copy_items(
    session: Session,
    source: Bank,
    listed: Sequence[queries.ListedItem],
    target: Bank,
    *,
    now: datetime.datetime,
    author_id: int,
    later: Sequence[tuple[Bank, queries.ListedItem]] = (),
    known: Mapping[str, str] | None = None,
) -> list[Item]:
    """Put copies at the end of a bank, with their evidence; later changes of the one never reach the other unasked.

    `later` are the questions that took over from these, where they are to come along. A copy of a question that took
    over from another one takes over from the copy of that, where the bank has one; `known` says by the full name of an
    original which one is meant.
    """
    wanted = [*((source, each) for each in listed), *later]
    taken = _places(session, target)
    named = {**_copies_in(session, target), **(known or {})}
    made = []
    for place, (bank, each) in enumerate(wanted, max(taken.values(), default=-1) + 1):
        key = free_key(each.item.stem, set(taken)) if each.row.key in taken else each.row.key
        taken[key] = place
        named[full_name(bank, each.row.key)] = key
        made.append(_copy_row(each, target, key, place, now))
    session.add_all(made)
    session.flush()  # the versions need their ids
    articles = {bank.id: queries.article_of(session, bank) for bank, _each in wanted}
    for (bank, each), row in zip(wanted, made, strict=True):
        here = target.article_id is None or bank.article_id == target.article_id
        former = each.item.supersedes and full_name(bank, each.item.supersedes)
        copy = replace(
            each.item,
            id=row.key,
            facts=each.item.facts if bank.article_id == target.article_id else (),
            evidence=each.item.evidence if here else (),
            supersedes=named.get(former, former) if former else None,
        )
        add_version(session, row, copy, articles[bank.id] if here else None, now=now, author_id=author_id)
    return made


def _copy_row(each: queries.ListedItem, target: Bank, key: str, place: int, now: datetime.datetime) -> Item:
    return Item(
        bank_id=target.id,
        key=key,
        position=place,
        copied_from_id=each.row.id,
        copied_number=each.version.number,
        created_at=now,
    )


def full_name(bank: Bank, key: str) -> str:
    """By which a question of a bank is named in every other bank."""
    return key if "#" in key else f"{queries.name_of(bank)}#{key}"


def _copies_in(session: Session, target: Bank) -> dict[str, str]:
    """By the full name of a question the key of its copy in a bank; of several copies the newest one."""
    original, its_bank = aliased(Item), aliased(Bank)
    rows = session.execute(
        select(its_bank, original.key.label("was"), Item.key.label("here"))
        .select_from(Item)
        .join(original, original.id == Item.copied_from_id)
        .join(its_bank, its_bank.id == original.bank_id)
        .where(Item.bank_id == target.id)
        .order_by(Item.id)
    )
    return {full_name(row[0], row.was): row.here for row in rows}


def free_key(stem: str, taken: set[str]) -> str:
    """A readable key from the first words of a stem, not in use."""
    base = "-".join(words(stem)[:5])[:60] or "item"
    key, number = base, 2
    while key in taken:
        key, number = f"{base}-{number}", number + 1
    return key

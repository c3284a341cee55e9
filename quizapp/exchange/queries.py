"""Reads of uploads, and of what a bank holds already."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp.accounts.models import User
from quizapp.banks import queries as banks
from quizapp.banks import search
from quizapp.banks.models import Bank, Item, ItemListing, ItemVersion
from quizapp.core.items import Item as CoreItem
from quizapp.core.policy import Identity, Thing
from quizapp.exchange.landing import fingerprint
from quizapp.exchange.models import Upload
from quizapp.quizzes.models import Quiz

SHOWN = 20


@dataclass(frozen=True, slots=True)
class Held:
    """What a bank holds: the fingerprints of its questions, as they came and as they are, and their numbers."""

    marks: frozenset[str]
    numbers: frozenset[str]


NOTHING = Held(frozenset(), frozenset())


def held(session: Session, bank: Bank | None) -> Held:
    """What a bank holds; a bank that is still to be made holds nothing."""
    listed = banks.items_of(session, bank) if bank else []
    marks = {fingerprint(each.item) for each in listed} | {each.row.synced_hash or "" for each in listed}
    return Held(frozenset(marks), frozenset(each.item.idnumber for each in listed if each.item.idnumber))


def by_public_id(session: Session, public_id: str) -> Upload | None:
    """The upload of an address."""
    return session.scalars(select(Upload).where(Upload.public_id == public_id)).first()


def held_fast(session: Session, upload_id: int) -> Upload:
    """The upload as it is now, which until the end of the transaction nobody else changes."""
    wanted = select(Upload).where(Upload.id == upload_id).with_for_update()
    return session.scalars(wanted.execution_options(populate_existing=True)).one()


def mine(session: Session, user_id: int) -> list[tuple[Upload, Bank | None]]:
    """A teacher's last uploads, the newest first, with the bank that each went to."""
    wanted = (
        select(Upload, Bank)
        .outerjoin(Bank, Bank.id == Upload.bank_id)
        .where(Upload.user_id == user_id)
        .order_by(Upload.id.desc())
        .limit(SHOWN)
    )
    return [(row[0], row[1]) for row in session.execute(wanted)]


def earlier(session: Session, upload: Upload) -> tuple[Upload, Bank] | None:
    """The last time that the same person brought the same file into a bank, and which."""
    wanted = (
        select(Upload, Bank)
        .join(Bank, Bank.id == Upload.bank_id)
        .where(Upload.user_id == upload.user_id, Upload.digest == upload.digest, Upload.id != upload.id)
        .order_by(Upload.done_at.desc())
        .limit(1)
    )
    row = session.execute(wanted).first()
    return None if row is None else (row[0], row[1])


def own_banks(session: Session, who: Identity) -> list[Bank]:
    """The banks of a person, into which questions of no article may go."""
    wanted = select(Bank).where(Bank.school_id == who.school, Bank.owner_id == who.id).order_by(Bank.title, Bank.id)
    return list(session.scalars(wanted))


def own_quizzes(session: Session, who: Identity) -> list[Quiz]:
    """The quizzes of a person, but for those in the bin."""
    wanted = select(Quiz).where(Quiz.school_id == who.school, Quiz.owner_id == who.id, Quiz.trashed_at.is_(None))
    return list(session.scalars(wanted.order_by(Quiz.title, Quiz.id)))


def thing(session: Session, upload: Upload) -> Thing:
    """What the policy needs to know of an upload."""
    school = session.scalar(select(User.school_id).where(User.id == upload.user_id))
    return Thing(school=school or 0, owner=upload.user_id)


def of_versions(session: Session, versions: Sequence[int]) -> list[tuple[str, CoreItem]]:
    """Item versions in this order, each once, with the public ids of their items."""
    wanted = (
        select(ItemVersion, Item.public_id)
        .join(Item, Item.id == ItemVersion.item_id)
        .where(ItemVersion.id.in_(versions))
    )
    found = {row.ItemVersion.id: (row.public_id, row.ItemVersion) for row in session.execute(wanted)}
    chosen = [found[each] for each in dict.fromkeys(versions) if each in found]
    return [(name, banks.as_core(version.content, version.status)) for name, version in chosen]


def of_items(session: Session, who: Identity, names: Sequence[str]) -> list[tuple[str, CoreItem]]:
    """Those of these items, by public id and in this order, that a person may see, in their newest version."""
    wanted = (
        select(Item.public_id, ItemVersion)
        .join(Bank, Bank.id == Item.bank_id)
        .join(ItemListing, ItemListing.item_id == Item.id)
        .join(ItemVersion, ItemVersion.id == ItemListing.version_id)
        .where(Item.public_id.in_(names), search.visible_to(who))
    )
    found = {row.public_id: row.ItemVersion for row in session.execute(wanted)}
    chosen = [(name, found[name]) for name in names if name in found]
    return [(name, banks.as_core(version.content, version.status)) for name, version in chosen]

"""Finding items across the banks that a teacher may see: by words and by filters, counted and in pages."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    String,
    and_,
    case,
    cast,
    false,
    func,
    literal,
    or_,
    select,
    true,
    union_all,
)
from sqlalchemy import text as sql
from sqlalchemy.orm import Session, aliased

from quizapp.accounts.models import User
from quizapp.articles.models import Article, ArticleVersion
from quizapp.banks.models import Bank, Item, ItemListing, ItemTag, ItemVersion
from quizapp.banks.queries import BUNDLED, OWN, REPLACED, SCHOOL, ListedItem, as_core, broken
from quizapp.core.lifecycle import Status, Timing
from quizapp.core.oneline import one_line
from quizapp.core.policy import Identity, Role
from quizapp.core.proof import Piece
from quizapp.core.search import hits, terms
from quizapp.core.stems import framed
from quizapp.core.typed import whole_number

PAGE = 25
"""Items on one page of a list."""
_LONGEST = 200
SHELVES = (OWN, SCHOOL, BUNDLED)
FACETS = ("shelf", "topic", "tag", "type", "kind", "status", "lang", "difficulty", "author")
"""What a list is filtered by, with counts."""
DRAWS = ("bank", "article", "topic", "tag", "type", "kind", "lang", "difficulty")
"""What a draw is made by."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is looked for; None does not matter. `selectable_on` leaves only what may be asked on that day."""

    query: str = ""
    shelf: str | None = None
    topic: str | None = None
    tag: str | None = None
    type: str | None = None
    kind: str | None = None
    status: str | None = None
    lang: str | None = None
    difficulty: str | None = None
    author: str | None = None
    bank: str | None = None
    article: str | None = None
    selectable_on: datetime.date | None = None

    @property
    def wordless(self) -> bool:
        """Whether something was typed that holds no letter and no digit: it finds nothing."""
        return bool(self.query) and not terms(self.query)


@dataclass(frozen=True, slots=True)
class Hit:
    """An item of a list, with its bank, and its stem and a further text with the words that were looked for.

    `frame` is what of the stem says where its sentence is from; together with `stem` it is the whole.
    """

    bank: Bank
    listed: ListedItem
    frame: list[Piece]
    stem: list[Piece]
    further: list[Piece]


@dataclass(frozen=True, slots=True)
class Found:
    """A page of items; `after` asks for the next one, None at the end. `total` counts all that match."""

    hits: list[Hit]
    total: int
    after: int | None
    facets: dict[str, list[tuple[str, str, int]]] = field(default_factory=dict)
    """By facet: value, label and number of items under all the other filters."""


def search(session: Session, who: Identity, wish: Wish, *, after: int | None = None, size: int = PAGE) -> Found:
    """The items that fit, newest first (within a bank in its order), `size` a page: two statements.

    A third names an author who is asked for and has nothing that fits.
    """
    facets = counts(session, who, wish, (*FACETS, "total"))
    total = sum(count for _value, _label, count in facets.pop("total", []))
    _name_author(session, who, wish.author, facets)
    order = Item.position if wish.bank else -Item.id
    wanted = (
        _from(
            select(
                Bank, Item, ItemVersion, REPLACED.label("superseded"), broken(ItemListing.version_id).label("broken")
            )
        )
        .join(ItemVersion, ItemVersion.id == ItemListing.version_id)
        .where(*conditions(session, who, wish))
        .order_by(order, Item.id)
        .limit(size + 1)
    )
    if after is not None:
        wanted = wanted.where(order > after if wish.bank else Item.id < after)
    rows = session.execute(wanted).all()
    last = rows[size - 1].Item if len(rows) > size else None
    asked = terms(wish.query)
    return Found(
        [_hit(row, asked) for row in rows[:size]],
        total,
        None if last is None else last.position if wish.bank else last.id,
        facets,
    )


def pools(session: Session, who: Identity, wishes: Sequence[Wish]) -> list[list[int]]:
    """For each wish the newest versions of all items that fit, in order: one statement for them all."""
    if not wishes:
        return []
    different = {wish: place for place, wish in enumerate(dict.fromkeys(wishes))}
    parts = [
        _from(select(literal(place).label("place"), ItemListing.version_id.label("version")))
        .where(*conditions(session, who, wish))
        .order_by(None)
        for wish, place in different.items()
    ]
    found: list[list[int]] = [[] for _wish in different]
    for row in session.execute(union_all(*parts)):
        found[row.place].append(row.version)
    return [sorted(found[different[wish]]) for wish in wishes]


def bank_titles(session: Session, who: Identity) -> list[tuple[str, str]]:
    """The banks that a person may see: public id and title."""
    rows = session.execute(select(Bank.public_id, Bank.title).where(visible_to(who)))
    return [(row[0], row[1]) for row in rows]


def articles(session: Session, who: Identity) -> list[tuple[str, str]]:
    """The articles of the banks that a person may see: public id and newest title, by title."""
    again = aliased(ArticleVersion)
    newest = select(func.max(again.number)).where(again.article_id == Article.id).correlate(Article).scalar_subquery()
    wanted = (
        select(Article.public_id, ArticleVersion.title)
        .join(Bank, Bank.article_id == Article.id)
        .join(ArticleVersion, ArticleVersion.article_id == Article.id)
        .where(visible_to(who), ArticleVersion.number == newest)
        .distinct()
        .order_by(ArticleVersion.title)
    )
    return [(row[0], row[1]) for row in session.execute(wanted)]


def _from(wanted: Any) -> Any:
    return (
        wanted.select_from(Item).join(Bank, Bank.id == Item.bank_id).join(ItemListing, ItemListing.item_id == Item.id)
    )


def visible_to(who: Identity) -> ColumnElement[bool]:
    """Banks of the person's school that are shared, bundled, or their own; an admin sees all."""
    everything = who.role is Role.ADMIN
    return and_(
        Bank.school_id == who.school,
        true() if everything else or_(Bank.owner_id == who.id, Bank.visible != OWN),
    )


def shelf(who: Identity, name: str) -> ColumnElement[bool]:
    """A person's own banks, those that colleagues share with the school, or the bundled ones."""
    if name == OWN:
        return Bank.owner_id == who.id
    if name == BUNDLED:
        return Bank.visible == BUNDLED
    return and_(Bank.visible != BUNDLED, or_(Bank.owner_id != who.id, Bank.owner_id.is_(None)))


def conditions(session: Session, who: Identity, wish: Wish) -> list[ColumnElement[bool]]:
    """Everything that a wish asks of bank, item and listing."""
    columns = {
        Bank.topic: wish.topic,
        Bank.public_id: wish.bank,
        ItemListing.type: wish.type,
        ItemListing.kind: wish.kind,
        ItemListing.status: wish.status,
        ItemListing.lang: wish.lang,
        ItemListing.difficulty: wish.difficulty,
    }
    found = [visible_to(who), *(column == value for column, value in columns.items() if value is not None)]
    if wish.shelf is not None:
        found.append(shelf(who, wish.shelf))
    if wish.article is not None:
        found.append(Bank.article_id.in_(select(Article.id).where(Article.public_id == wish.article)))
    if wish.tag is not None:
        found.append(Item.id.in_(select(ItemTag.item_id).where(ItemTag.tag == wish.tag)))
    if wish.author is not None:
        found.append(ItemListing.author_id.in_(select(User.id).where(User.public_id == wish.author)))
    if wish.selectable_on is not None:
        found.append(selectable(wish.selectable_on))
    if asked := terms(wish.query):
        found.append(_says(session, asked))
    elif wish.wordless:
        found.append(false())
    return found


def selectable(today: datetime.date | BindParameter[datetime.date]) -> ColumnElement[bool]:
    """`core.lifecycle.selectable` over the listing."""
    stale = or_(and_(ItemListing.review_by.is_not(None), ItemListing.review_by < today), REPLACED)
    current = func.coalesce(ItemListing.timing, "") == Timing.CURRENT.value
    return and_(
        ItemListing.status == Status.READY.value,
        ~and_(current, stale),
        ~broken(ItemListing.version_id),
    )


def _says(session: Session, asked: Sequence[str]) -> ColumnElement[bool]:
    """Whether the words of an item begin with every term; terms are letters and digits, so no syntax gets in."""
    if session.get_bind().dialect.name == "postgresql":
        query = " & ".join(f"'{term}':*" for term in asked)
        matches = sql("array_to_tsvector(string_to_array(item_listing.words, ' ')) @@ CAST(:asked AS tsquery)")
        return matches.bindparams(asked=query)  # type: ignore[return-value]
    query = " ".join(f'"{term}"*' for term in asked)
    matches = sql("item_listing.item_id IN (SELECT rowid FROM item_words WHERE item_words MATCH :asked)")
    return matches.bindparams(asked=query)  # type: ignore[return-value]


def counts(session: Session, who: Identity, wish: Wish, names: Sequence[str]) -> dict[str, list[tuple[str, str, int]]]:
    """By facet: value, label and number of items under all the other filters; one statement."""
    parts = [_facet(session, who, wish, name) for name in names]
    found: dict[str, list[tuple[str, str, int]]] = {}
    for row in session.execute(union_all(*parts)):
        if row.value is not None:
            found.setdefault(row.facet, []).append((row.value, row.label, row.size))
    for name, entries in found.items():
        entries.sort(key=lambda entry: (SHELVES.index(entry[0]) if name == "shelf" else 0, entry[1].casefold()))
    return found


def _facet(session: Session, who: Identity, wish: Wish, name: str) -> Any:
    value: Any = {
        "bank": Bank.public_id,
        "topic": Bank.topic,
        "tag": ItemTag.tag,
        "type": ItemListing.type,
        "kind": ItemListing.kind,
        "status": ItemListing.status,
        "lang": ItemListing.lang,
        "difficulty": ItemListing.difficulty,
        "author": User.public_id,
        "shelf": _shelf_of(who),
        "total": literal(""),
    }[name]
    label = {"author": User.name, "bank": Bank.title}.get(name, value)
    others = wish if name == "total" else replace(wish, **{name: None})  # type: ignore[arg-type]
    wanted = _from(
        select(
            literal(name).label("facet"),
            cast(value, String).label("value"),
            cast(label, String).label("label"),
            func.count(Item.id.distinct()).label("size"),
        )
    )
    if name == "tag":
        wanted = wanted.join(ItemTag, ItemTag.item_id == Item.id)
    if name == "author":
        wanted = wanted.join(User, User.id == ItemListing.author_id)
    return wanted.where(*conditions(session, who, others)).group_by("value", "label")


def _name_author(
    session: Session, who: Identity, author: str | None, facets: dict[str, list[tuple[str, str, int]]]
) -> None:
    """Name an author under whom nothing is left, if the person may see a question of theirs."""
    if author is None or author in {value for value, _label, _size in facets.get("author", [])}:
        return
    everything = counts(session, who, Wish(), ("author",)).get("author", [])
    found = next((label for value, label, _size in everything if value == author), None)
    if found is not None:
        facets.setdefault("author", []).append((author, found, 0))


def _shelf_of(who: Identity) -> ColumnElement[str]:
    return case((shelf(who, OWN), OWN), (shelf(who, BUNDLED), BUNDLED), else_=SCHOOL)


def _hit(row: Any, asked: Sequence[str]) -> Hit:
    version: ItemVersion = row.ItemVersion
    item = as_core(version.content, version.status)
    listed = ListedItem(row.Item, version, item, superseded=bool(row.superseded), broken=bool(row.broken))
    frame, stem = (hits(text, asked) for text in framed(one_line(item.stem, item)))
    told = [word for text, marked in (*frame, *stem) if marked for word in terms(text)]
    missed = [term for term in asked if not any(word.startswith(term) for word in told)]
    further: list[Piece] = []
    if missed:
        texts = (*item.body.texts(), item.explanation or "", *(span.quote for span in item.evidence), *item.tags)
        texts += (item.title or "", item.holder or "", item.category or "", *(source.title for source in item.sources))
        pieces = (hits(item.plain(text), missed) for text in texts)
        further = next((each for each in pieces if any(marked for _text, marked in each)), [])
    return Hit(row.Bank, listed, frame, stem, further)


def wish_of(asked: Mapping[str, str], **fixed: Any) -> Wish:
    """A wish from the parameters of an address; empty ones do not matter, and none can be too long or hold NUL."""
    names = dict.fromkeys((*FACETS, *DRAWS))
    values = {name: asked.get(name, "").replace("\0", "").strip()[:_LONGEST] for name in names}
    found: dict[str, Any] = {name: value for name, value in values.items() if value}
    if found.get("shelf") not in SHELVES:
        found.pop("shelf", None)
    return Wish(query=asked.get("q", "").replace("\0", "").strip()[:_LONGEST], **{**found, **fixed})


def place_of(asked: Mapping[str, str]) -> int | None:
    """Where a page of a list begins, from the parameters of an address; None at the start."""
    return whole_number(asked.get("after"))


def params_of(wish: Wish) -> dict[str, str]:
    """The parameters that ask for a wish again."""
    values = {name: getattr(wish, name) for name in FACETS}
    return {name: value for name, value in {"q": wish.query, **values}.items() if value}

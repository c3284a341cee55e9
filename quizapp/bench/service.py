"""Verbs of the bench: taking an article in, drafting from it, deciding on the drafts."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import delete, func, insert, select
from sqlalchemy.orm import Session

from quizapp.articles.models import Article, ArticleVersion
from quizapp.articles.queries import as_core, facts_of
from quizapp.articles.service import keep_article, say_provenance
from quizapp.banks.models import Bank, Item
from quizapp.banks.queries import OWN
from quizapp.banks.service import add_item, add_version
from quizapp.bench import queries
from quizapp.bench.models import Decision, Draft, Drafting
from quizapp.bench.provenance import Provenance, as_article, corrected
from quizapp.bench.queries import Laid, OnBench
from quizapp.bench.ranking import Tally, drawer_here, ordered
from quizapp.bench.signing import signed
from quizapp.bench.states import MOVES, Act, State
from quizapp.core import banks as core
from quizapp.core.items import Item as CoreItem
from quizapp.core.items import dump_item
from quizapp.core.kinds import Kind
from quizapp.core.lifecycle import Status
from quizapp.core.policy import Identity
from quizapp.core.spans import Span
from quizapp.core.typed import whole_number
from quizapp.extraction.engine import ENGINE, Drafted, as_json, draft_article
from quizapp.extraction.outline import outline
from quizapp.intake.article import Block, RawArticle
from quizapp.notices.models import Kind as NoticeKind
from quizapp.notices.service import of_question, tell
from quizapp.verification.catalogue import verify

MADE, ASKED = "engine", "phrase"


class DraftChangedError(Exception):
    """Somebody decided on the draft since the page was shown."""


def drafted_from(raw: RawArticle, provenance: Provenance) -> Drafted:
    """What the engine makes of an article: seconds of work where it is long, done before others wait to write."""
    values = provenance.values
    return draft_article(raw.text, raw.blocks, raw.lang, title=values["title"], published=values["published"])


def drafted_anew(on: OnBench, provenance: Provenance) -> Drafted | None:
    """The same with another title or day; None where neither changes or the text is gone."""
    told = corrected(as_core(on.version), provenance)
    if on.version.text is None or (told.title, told.published) == (on.version.title, on.version.published):
        return None
    return _drafted_as(on, told.title, told.published)


def take_in(
    session: Session,
    raw: RawArticle,
    provenance: Provenance,
    who: Identity,
    now: datetime.datetime,
    drafted: Drafted | None = None,
) -> Article:
    """Keep an article of this teacher and what the engine makes of it (`drafted_from`)."""
    drafted = drafted or drafted_from(raw, provenance)
    article = as_article(provenance, raw.text, raw.subtitle)
    document = as_json(drafted)
    facts = _facts(document)
    version = keep_article(session, who.school, raw.lang, article, facts, article_id=None, now=now, owner_id=who.id)
    session.add(
        Drafting(
            article_version_id=version.id,
            engine=ENGINE,
            words=len(raw.text.split()),
            unsaid=list(provenance.unsaid),
            blocks=[[block.start, block.end, block.role] for block in raw.blocks],
            sentences=outline(drafted),
            flags=list(drafted.flags),
            made_at=now,
        )
    )
    _lay_out(session, version.id, drafted, document, queries.tallies(session, who.school), now)
    return session.get_one(Article, version.article_id)


def say(
    session: Session,
    on: OnBench,
    provenance: Provenance,
    who: Identity,
    now: datetime.datetime,
    drafted: Drafted | None = None,
) -> None:
    """Correct the provenance; with another title or day, what is not decided yet is drafted again (`drafted_anew`)."""
    before = (on.version.title, on.version.published)
    say_provenance(session, on.version, corrected(as_core(on.version), provenance))
    drafting = session.get_one(Drafting, on.version.id)
    drafting.unsaid = list(provenance.unsaid)
    if on.version.text is not None and (on.version.title, on.version.published) != before:
        _draft_again(session, on, drafted or drafted_again(on), drafting, now)
    if not queries.wants_second(session, on.article.school_id):
        _complete(session, on.version, who, now)


def _complete(session: Session, version: ArticleVersion, who: Identity, now: datetime.datetime) -> None:
    """Make active what was accepted and lacked nothing but what has now been said of the article."""
    for laid in queries.laid_out(session, version.id):
        if laid.state is State.ACCEPTED and laid.status is Status.IN_REVIEW:
            item = signed(laid.item, as_core(version), who.name)
            if not any(problem.severity == "error" for problem in verify(item, as_core(version))):
                row = session.get_one(Item, laid.row.item_id)
                add_version(session, row, replace(item, status=Status.READY), version, now=now, author_id=who.id)


def _draft_again(session: Session, on: OnBench, drafted: Drafted, drafting: Drafting, now: datetime.datetime) -> None:
    untouched = (Draft.article_version_id == on.version.id, Draft.seq == 0, Draft.origin == MADE)
    session.execute(delete(Draft).where(*untouched))
    kept = session.scalars(select(Draft).where(Draft.article_version_id == on.version.id))
    decided = {_asks(draft.item) for draft in kept}
    drafting.flags, drafting.engine, drafting.made_at = list(drafted.flags), ENGINE, now
    tallies = queries.tallies(session, on.article.school_id)
    _lay_out(session, on.version.id, drafted, as_json(drafted), tallies, now, without=decided)


def drafted_again(on: OnBench) -> Drafted:
    """What the engine of today makes of an article whose text is there; nothing is stored."""
    return _drafted_as(on, on.version.title, on.version.published)


def _drafted_as(on: OnBench, title: str, published: datetime.date | None) -> Drafted:
    blocks = [Block(start, end, role) for start, end, role in on.drafting.blocks]
    named = None if title == core.UNKNOWN else title
    return draft_article(on.version.text or "", blocks, on.article.lang, title=named, published=published)


def add_asked(session: Session, version_id: int, data: Mapping[str, Any], now: datetime.datetime) -> Draft:
    """A draft that a teacher asked for, behind the others."""
    row = drafted_row(version_id, next_position(session, version_id), data, ASKED, now)
    session.add(row)
    session.flush()  # the page leads to it by its id
    return row


def _facts(document: Mapping[str, Any]) -> tuple[core.Fact, ...]:
    return tuple(
        core.Fact(
            id=each["id"],
            kind=Kind(each["kind"]),
            holder=each["holder"],
            statement=each["statement"],
            importance=None,
            span=Span(each["start"], each["end"], each["quote"]),
        )
        for each in document["facts"]
    )


def _lay_out(
    session: Session,
    version_id: int,
    drafted: Drafted,
    document: Mapping[str, Any],
    tallies: Mapping[str, Tally],
    now: datetime.datetime,
    *,
    without: Iterable[Any] = (),
) -> None:
    """Store the drafts in the order of this installation, behind those that are there."""
    said = {id(draft): data for draft, data in zip(drafted.drafts, document["drafts"], strict=True)}
    fresh = [{**said[id(draft)], "drawer": drawer_here(draft, tallies)} for draft in ordered(drafted.drafts, tallies)]
    decided = set(without)
    start = next_position(session, version_id)
    rows = [
        _values(version_id, place, data, MADE, now)
        for place, data in enumerate((each for each in fresh if _asks(each["item"]) not in decided), start)
    ]
    if rows:
        session.execute(insert(Draft), rows)


def next_position(session: Session, version_id: int) -> int:
    """The place behind the last draft of an article version."""
    last = session.scalar(select(func.max(Draft.position)).where(Draft.article_version_id == version_id))
    return 1 if last is None else last + 1


def drafted_row(version_id: int, place: int, data: Mapping[str, Any], origin: str, now: datetime.datetime) -> Draft:
    """A draft as `draft --json` says it, undecided."""
    return Draft(**_values(version_id, place, data, origin, now))


def _values(
    version_id: int, place: int, data: Mapping[str, Any], origin: str, now: datetime.datetime
) -> dict[str, Any]:
    return {
        "article_version_id": version_id,
        "position": place,
        "family": data["family"],
        "engine": ENGINE,
        "drawer": data["drawer"],
        "origin": origin,
        "item": data["item"],
        "flaws": list(data["flaws"]),
        "state": State.TODO.value,
        "seq": 0,
        "created_at": now,
    }


def _asks(item: Mapping[str, Any]) -> tuple[Any, ...]:
    """What a draft asks, whatever the day its stem names: its type, sentence and entries."""
    entries = [entry["text"] for name in ("options", "statements") for entry in item.get(name, [])]
    return item["type"], item["evidence"][0]["start"], *sorted(entries)


def seq_of(written: str | None) -> int:
    """The number of decisions that a form knew of; -1, which is none, where it says no such number."""
    number = whole_number(written)
    return -1 if number is None else number


def decide(session: Session, public_id: str, act: Act, seq: int, who: Identity, now: datetime.datetime) -> Draft:
    """Take a decision and keep it; what follows for the item is done with it.

    Raises DraftChangedError when `seq` is not the number of decisions taken so far, or the act has no sense now.
    """
    found = queries.laid(session, public_id)
    if found is None:
        raise LookupError(public_id)
    laid, article, version = found
    draft = laid.row
    after = MOVES.get((laid.state, act))
    if after is None or draft.seq != seq:
        raise DraftChangedError
    fields = edited_fields(session, laid)
    draft.state, draft.seq = after.value, seq + 1
    session.add(Decision(draft_id=draft.id, seq=draft.seq, act=act.value, by_id=who.id, at=now, fields=fields))
    _FOLLOWS[act](session, laid, article, version, who, now)
    return draft


def edited_fields(session: Session, laid: Laid) -> list[str]:
    """The keys in which an item differs from the draft it was made of."""
    if laid.row.item_id is None or laid.content is None:
        return []
    first = dump_item(queries.item_of(queries.first_version(session, laid.row.item_id).content))
    now = dump_item(queries.item_of(laid.content))
    return sorted(key for key in {*first, *now} - {"status", "id"} if first.get(key) != now.get(key))


def _accept(
    session: Session, laid: Laid, article: Article, version: ArticleVersion, who: Identity, now: datetime.datetime
) -> None:
    """Into the bank: active where the verifier has no error and nobody else must look, else in review."""
    item = signed(laid.item, as_core(version), who.name)
    alone = not queries.wants_second(session, article.school_id)
    sound = not any(problem.severity == "error" for problem in verify(item, as_core(version)))
    _keep(session, laid, article, version, item, Status.READY if sound and alone else Status.IN_REVIEW, who, now)


def _edit(
    session: Session, laid: Laid, article: Article, version: ArticleVersion, who: Identity, now: datetime.datetime
) -> None:
    _keep(session, laid, article, version, signed(laid.item, as_core(version), who.name), Status.IN_REVIEW, who, now)


def _withdraw(
    session: Session, laid: Laid, _article: Article, version: ArticleVersion, who: Identity, now: datetime.datetime
) -> None:
    """Out of every new quiz; quizzes already given keep the version they were published with."""
    if laid.row.item_id is not None and laid.status not in {None, Status.RETIRED} and laid.content is not None:
        gone = replace(laid.item, status=Status.RETIRED)
        add_version(session, session.get_one(Item, laid.row.item_id), gone, version, now=now, author_id=who.id)


def tell_sent_back(session: Session, laid: Laid, user_id: int, now: datetime.datetime) -> None:
    """Tell whoever accepted a draft that a second teacher has sent it back."""
    found = queries.laid(session, laid.row.public_id)
    if found is not None:
        name = laid.row.public_id
        where = {"article": found[1].public_id, "card": name, "_anchor": f"draft-{name}"}
        tell(session, user_id, NoticeKind.SENT_BACK, {**of_question(laid.item), **where}, now, subject=f"draft {name}")


def _approve(
    session: Session, laid: Laid, _article: Article, version: ArticleVersion, who: Identity, now: datetime.datetime
) -> None:
    """Active by the word of a second teacher; what the verifier still finds wrong is for the first."""
    if any(problem.severity == "error" for problem in problems_of(laid, version)):
        raise DraftChangedError
    row = session.get_one(Item, laid.row.item_id)
    add_version(session, row, replace(laid.item, status=Status.READY), version, now=now, author_id=who.id)


_FOLLOWS = {
    Act.ACCEPT: _accept,
    Act.EDIT: _edit,
    Act.REJECT: _withdraw,
    Act.UNDO: _withdraw,
    Act.APPROVE: _approve,
}


def _keep(
    session: Session,
    laid: Laid,
    article: Article,
    version: ArticleVersion,
    item: CoreItem,
    status: Status,
    who: Identity,
    now: datetime.datetime,
) -> None:
    item = replace(item, status=status)
    if laid.row.item_id is None:
        bank = _bank(session, article, version, who, now)
        known = {fact.id for fact in facts_of(session, version.id)}
        item = replace(item, facts=tuple(each for each in item.facts if each in known))
        laid.row.item_id = add_item(session, bank, item, version, now=now, author_id=who.id).id
        return
    row = session.get_one(Item, laid.row.item_id)
    item = replace(item, id=row.key)
    if laid.status is Status.RETIRED and status is Status.READY:
        add_version(session, row, replace(item, status=Status.IN_REVIEW), version, now=now, author_id=who.id)
    add_version(session, row, item, version, now=now, author_id=who.id)


def _bank(session: Session, article: Article, version: ArticleVersion, who: Identity, now: datetime.datetime) -> Bank:
    """The teacher's bank on an article, made with its first question."""
    found = queries.bank_of(session, article.id, who.id)
    if found is not None:
        return found
    made = Bank(
        school_id=article.school_id,
        owner_id=who.id,
        visible=OWN,
        title=version.title[:300],
        lang=article.lang,
        article_id=article.id,
        created_at=now,
    )
    session.add(made)
    session.flush()  # items need its id
    return made


def problems_of(laid: Laid, version: ArticleVersion) -> tuple[Any, ...]:
    """What the verifier says of a question that is not active yet."""
    return tuple(verify(laid.item, as_core(version)))

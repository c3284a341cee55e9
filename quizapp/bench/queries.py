"""Reads of the bench."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, case, func, select
from sqlalchemy.orm import Session, aliased

from quizapp.accounts.models import School, User
from quizapp.articles.models import Article, ArticleVersion
from quizapp.banks.models import Bank, Item, ItemVersion
from quizapp.bench.models import Decision, Draft, Drafting
from quizapp.bench.ranking import Tally
from quizapp.bench.states import Act, State
from quizapp.core import items as core
from quizapp.core.banks import UNKNOWN
from quizapp.core.lifecycle import Status
from quizapp.core.policy import Identity, Thing
from quizapp.core.reading import Reader

_newest_item = (
    select(func.max(ItemVersion.number)).where(ItemVersion.item_id == Item.id).correlate(Item).scalar_subquery()
)
_again = aliased(ArticleVersion)
_drafted = aliased(Drafting)
_newest_text = (
    select(func.max(_again.number))
    .select_from(_again)
    .join(_drafted, _drafted.article_version_id == _again.id)
    .where(_again.article_id == Article.id)
    .correlate(Article)
    .scalar_subquery()
)
"""The newest version that was drafted from; one that was corrected since is not."""


@dataclass(frozen=True, slots=True)
class OnBench:
    """An article with its newest version and what the engine read in it."""

    article: Article
    version: ArticleVersion
    drafting: Drafting

    @property
    def sourced(self) -> bool:
        """Whether its questions lead to something published: its address, or its title and newspaper."""
        return self.version.url != UNKNOWN or UNKNOWN not in {self.version.title, self.version.outlet}


@dataclass(frozen=True, slots=True)
class Laid:
    """A draft with its item, where one has been made of it, in the newest version."""

    row: Draft
    item_public_id: str | None
    status: Status | None
    content: Mapping[str, Any] | None

    @property
    def state(self) -> State:
        """What stands: a draft in the editor counts as accepted once its item is active."""
        if self.row.state == State.EDITING and self.status is Status.READY:
            return State.ACCEPTED
        return State(self.row.state)

    @property
    def item(self) -> core.Item:
        """The question as it stands now: the edited item, else the draft."""
        return item_of(self._said)

    @property
    def mark(self) -> str:
        """Which wording it is: another one has another mark."""
        return hashlib.sha256(json.dumps(self._said, sort_keys=True).encode()).hexdigest()[:16]

    @property
    def plain_stem(self) -> str | None:
        """Its stem, where nothing has to be read for what it says: neither HTML nor gaps."""
        said = self._said
        bare = said.get("text_format", "plain") == "plain" and said["type"] != "cloze"
        return said["stem"] if bare else None

    @property
    def start(self) -> int:
        """Where the first words begin that it stands on; -1 where it names none."""
        own = self._said.get("evidence") or [{"start": span.start} for span in self.item.spans]
        return own[0]["start"] if own else -1

    @property
    def _said(self) -> Mapping[str, Any]:
        return self.row.item if self.content is None else self.content


def item_of(data: Mapping[str, Any]) -> core.Item:
    """A draft's JSON as a value."""
    item = core.read_item(Reader(dict(data)), data.get("lang", "it"))
    if item is None:
        raise ValueError(f"no item type {data.get('type')!r}")
    return item


def thing(article: Article) -> Thing:
    """What the policy needs to know of an article on the bench: its owner alone may work on it."""
    return Thing(school=article.school_id, owner=article.owner_id)


def on_bench(session: Session, public_id: str) -> OnBench | None:
    """An article in the newest version that has been drafted from."""
    wanted = (
        select(Article, ArticleVersion, Drafting)
        .select_from(Article)
        .join(ArticleVersion, (ArticleVersion.article_id == Article.id) & (ArticleVersion.number == _newest_text))
        .join(Drafting, Drafting.article_version_id == ArticleVersion.id)
        .where(Article.public_id == public_id)
    )
    row = session.execute(wanted).first()
    return None if row is None else OnBench(row[0], row[1], row[2])


def sentences_of(session: Session, version_id: int) -> list[dict[str, Any]]:
    """The sentences of an article version as the bench numbers them; none where it has not been drafted from."""
    found = session.get(Drafting, version_id)
    return [] if found is None else found.sentences


def mine(session: Session, owner_id: int) -> list[Any]:
    """The articles of a teacher, newest first, with how many drafts there are, how many accepted and undecided."""
    wanted = (
        select(
            Article,
            ArticleVersion,
            Drafting.words,
            func.count(Draft.id),
            func.count(case((Draft.state == State.ACCEPTED, 1))),
            func.count(case((Draft.state == State.TODO, 1))),
        )
        .select_from(Article)
        .join(ArticleVersion, (ArticleVersion.article_id == Article.id) & (ArticleVersion.number == _newest_text))
        .join(Drafting, Drafting.article_version_id == ArticleVersion.id)
        .outerjoin(Draft, Draft.article_version_id == ArticleVersion.id)
        .where(Article.owner_id == owner_id)
        .group_by(Article.id, ArticleVersion.id, Drafting.words)
        .order_by(Article.created_at.desc(), Article.id.desc())
    )
    return list(session.execute(wanted))


def drafted_as(session: Session, item_id: int, owner_id: int) -> tuple[str, str] | None:
    """The article and the draft, by their public ids, that a question of this teacher was made of on her bench."""
    wanted = (
        select(Article.public_id, Draft.public_id)
        .join(ArticleVersion, ArticleVersion.id == Draft.article_version_id)
        .join(Article, Article.id == ArticleVersion.article_id)
        .where(Draft.item_id == item_id, Article.owner_id == owner_id)
    )
    row = session.execute(wanted).first()
    return None if row is None else (row[0], row[1])


def same_text(session: Session, school_id: int, owner_id: int, sha256: str) -> str | None:
    """The first article of this teacher that says exactly this."""
    wanted = (
        select(Article.public_id)
        .join(ArticleVersion, ArticleVersion.article_id == Article.id)
        .join(Drafting, Drafting.article_version_id == ArticleVersion.id)
        .where(Article.school_id == school_id, Article.owner_id == owner_id, ArticleVersion.sha256 == sha256)
        .order_by(Article.id)
    )
    return session.scalars(wanted).first()


def laid_out(session: Session, version_id: int) -> list[Laid]:
    """The drafts of an article version in order."""
    return [Laid(*_laid(row)) for row in session.execute(_laid_query().where(Draft.article_version_id == version_id))]


def laid(session: Session, public_id: str) -> tuple[Laid, Article, ArticleVersion] | None:
    """One draft with its article."""
    wanted = (
        _laid_query()
        .add_columns(Article, ArticleVersion)
        .join(ArticleVersion, ArticleVersion.id == Draft.article_version_id)
        .join(Article, Article.id == ArticleVersion.article_id)
        .where(Draft.public_id == public_id)
    )
    row = session.execute(wanted).first()
    return (Laid(*_laid(row)), row[4], row[5]) if row else None


def _laid_query() -> Any:
    return (
        select(Draft, Item.public_id, ItemVersion.status, ItemVersion.content)
        .select_from(Draft)
        .outerjoin(Item, Item.id == Draft.item_id)
        .outerjoin(ItemVersion, (ItemVersion.item_id == Item.id) & (ItemVersion.number == _newest_item))
        .order_by(Draft.position)
    )


def _laid(row: Any) -> tuple[Draft, str | None, Status | None, Any]:
    draft, public_id, status, content = row[:4]
    gone = draft.state in {State.TODO, State.REJECTED}
    return draft, public_id, None if status is None else Status(status), None if gone else content


def bank_of(session: Session, article_id: int, owner_id: int) -> Bank | None:
    """The bank in which a teacher keeps the questions on an article."""
    wanted = select(Bank).where(Bank.article_id == article_id, Bank.owner_id == owner_id).order_by(Bank.id)
    return session.scalars(wanted).first()


def first_version(session: Session, item_id: int) -> ItemVersion:
    """An item as it was when it left the bench."""
    wanted = select(ItemVersion).where(ItemVersion.item_id == item_id).order_by(ItemVersion.number)
    return session.scalars(wanted).first() or session.get_one(ItemVersion, -1)


def tallies(session: Session, school_id: int) -> dict[str, Tally]:
    """What the teachers of a school decided, by family; of each draft the last word counts."""
    edited = (
        select(Decision.draft_id)
        .where(Decision.act == Act.EDIT, Decision.draft_id == Draft.id)
        .correlate(Draft)
        .exists()
    )
    good = Draft.state.in_([State.ACCEPTED, State.EDITING])
    wanted = (
        select(
            Draft.family,
            func.count(case((good & ~edited, 1))),
            func.count(case((good & edited, 1))),
            func.count(case((Draft.state == State.REJECTED, 1))),
        )
        .join(ArticleVersion, ArticleVersion.id == Draft.article_version_id)
        .join(Article, Article.id == ArticleVersion.article_id)
        .where(Article.school_id == school_id)
        .group_by(Draft.family)
    )
    return {row[0]: Tally(row[1], row[2], row[3]) for row in session.execute(wanted)}


def wants_second(session: Session, school_id: int) -> bool:
    """Whether a question of this school needs a second teacher."""
    return session.get_one(School, school_id).second_approver


def waiting(session: Session, school_id: int) -> list[tuple[Laid, User, ArticleVersion]]:
    """Accepted drafts that wait for a second teacher where one is asked for, with who accepted, oldest first."""
    if not wants_second(session, school_id):
        return []
    return [(Laid(*_laid(row)), row[4], row[5]) for row in session.execute(_awaiting(school_id))]


def last_author(session: Session, laid: Laid) -> int | None:
    """Who wrote the newest version of the item of a draft."""
    wanted = select(ItemVersion.author_id).where(ItemVersion.item_id == laid.row.item_id)
    return session.scalars(wanted.order_by(ItemVersion.number.desc()).limit(1)).first()


def waiting_count(session: Session, who: Identity) -> int:
    """How many drafts that colleagues accepted wait for this teacher's second look."""
    if not wants_second(session, who.school):
        return 0
    drafts = _awaiting(who.school).with_only_columns(Draft.id, maintain_column_froms=True).where(User.id != who.id)
    return session.scalar(select(func.count()).select_from(drafts.subquery())) or 0


def _awaiting(school_id: int) -> Select[Any]:
    accepted = (
        select(func.max(Decision.seq))
        .where(Decision.draft_id == Draft.id, Decision.act == Act.ACCEPT)
        .correlate(Draft)
        .scalar_subquery()
    )
    wanted: Select[Any] = (
        _laid_query()
        .add_columns(User, ArticleVersion)
        .join(Decision, (Decision.draft_id == Draft.id) & (Decision.seq == accepted))
        .join(User, User.id == Decision.by_id)
        .join(ArticleVersion, ArticleVersion.id == Draft.article_version_id)
        .where(
            Draft.state.in_([State.ACCEPTED]), ItemVersion.status == Status.IN_REVIEW.value, User.school_id == school_id
        )
        .order_by(None)
        .order_by(Draft.id)
    )
    return wanted

"""What the pages of an attempt show, made of plain values."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Any

from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session, aliased

from quizapp.articles import queries as articles
from quizapp.articles.models import Article, ArticleVersion
from quizapp.articles.queries import HEAD, Head
from quizapp.attempts import queries
from quizapp.attempts.endings import end_of
from quizapp.attempts.forecasts import how_it_went
from quizapp.attempts.models import OPEN, Purpose
from quizapp.attempts.queries import Step
from quizapp.attempts.releases import Told, later_items, told_of
from quizapp.banks.models import Anchor, ItemVersion
from quizapp.banks.queries import HAS_LATER
from quizapp.core import answers
from quizapp.core.answers import Answer, Options
from quizapp.core.corroboration import Backing, backing
from quizapp.core.items import Corroboration, Item
from quizapp.core.kinds import Kind
from quizapp.core.marking import Verdict, verdict_of
from quizapp.core.presentation import Shown
from quizapp.core.proof import Piece, marked_passages
from quizapp.core.release import Part
from quizapp.core.responses import Response
from quizapp.core.spans import Span, paragraphs
from quizapp.core.timing import Extra, extra_time, remaining
from quizapp.core.types.true_false import truth_word
from quizapp.db import plain_rows
from quizapp.plain import prepared
from quizapp.quizzes.extras import extra_of
from quizapp.quizzes.queries import rules, shows_text
from quizapp.quizzes.service import IMMEDIATE


@dataclass(frozen=True, slots=True)
class AttemptHead:
    """What every page of an attempt says of it."""

    public_id: str
    title: str
    size: int
    feedback: str
    purpose: str
    seconds_left: int | None
    time: str
    """`60 min: 30 + 30` where the student is granted extra time, else empty."""
    counts: bool
    """Whether the score is told while the attempt runs."""
    checks: bool
    """Whether each answer is told right or wrong at once."""
    options: Options
    told: Told
    """The parts of the outcome that may be seen."""


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Reading:
    """The article to read again beside a question; the same object for all as long as it says the same."""

    title: str
    subtitle: str | None
    lang: str
    paragraphs: list[str]


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Proof:
    """The evidence in its place; the same object for all as long as it says the same."""

    title: str
    outlet: str
    published: datetime.date | None
    lang: str
    kind: str | None
    paragraphs: list[list[Piece]]
    article: str | None
    """The public id of the article, where its whole text may be seen; `start` is the place to open it at."""
    start: int
    backing: Backing
    """How many independent origins say the same, this article's among them."""


@dataclass(frozen=True, slots=True)
class Later:
    """What came after a dated item whose answer has been replaced."""

    item: Item
    answer: str
    why: str | None


_SOON = datetime.timedelta(hours=1)


def head(session: Session, row: Any, now: datetime.datetime, size: int, here: Told | None = None) -> AttemptHead:
    """The attempt of a slot, which asks so many questions, withdrawn ones included; `here` where it is known already
    what may be seen of it.
    """
    here = told_of(session, row, row, now) if here is None else here
    return AttemptHead(
        row.public_id,
        row.title or _("Practice"),
        size,
        row.feedback,
        row.purpose,
        _seconds_left(row, now),
        granted(row),
        counts=row.feedback == IMMEDIATE and Part.SCORE in here,
        checks=row.feedback == IMMEDIATE and Part.CORRECTNESS in here,
        options=queries.options(row),
        told=here,
    )


def granted(row: Any) -> str:
    """`60 min: 30 + 30`: the time of a student who has more than everybody; empty for who has not, or without limit."""
    if row.purpose == Purpose.PRACTICE or row.time_limit_s is None:
        return ""
    return time_words(rules(row).limit, extra_of(row))


def time_words(limit: datetime.timedelta | None, extra: Extra) -> str:
    """`60 min: 30 + 30`; empty without a limit, or where nothing comes on top of it."""
    if limit is None or not extra_time(limit, extra):
        return ""
    usual, more = (int(each.total_seconds()) // 60 for each in (limit, extra_time(limit, extra)))
    return str(_("%(all)s min: %(usual)s + %(extra)s", all=usual + more, usual=usual, extra=more))


def _seconds_left(row: Any, now: datetime.datetime) -> int | None:
    """What is left of an open attempt with a time limit, or shortly before its end."""
    end = end_of(row) if row.state == OPEN else None
    if end is None or (row.time_limit_s is None and end - now > _SOON):
        return None
    return int(remaining(end, now).total_seconds())


def step_names(steps: Sequence[Step], now_at: int | None, *, tell: bool) -> list[str]:
    """`right`, `partly`, `wrong`, `unknown`, `withdrawn`, `answered`, `now` or `todo` for each slot."""
    return [
        "withdrawn"
        if step.withdrawn
        else "now"
        if step.position == now_at and not (tell and step.verdict)
        else step.verdict.value
        if tell and step.verdict
        else "answered"
        if step.answered
        else "todo"
        for step in steps
    ]


_article_of = (
    select(ArticleVersion.article_id)
    .join(Anchor, Anchor.article_version_id == ArticleVersion.id)
    .where(Anchor.item_version_id == bindparam("version_id"))
    .limit(1)
)


def reading(session: Session, row: Any) -> Reading | None:
    """The article beside the question, where the assignment allows it."""
    if not row.article_open:
        return None
    found = articles.head_in(row) if row.beside_id else _article_beside(session, row.item_version_id)
    if found is None or not shows_text(session, found, row.user_id):
        return None
    return _reading(found, articles.text_of(session, found))


def _article_beside(session: Session, version_id: int) -> Head | None:
    found = session.scalar(_article_of, {"version_id": version_id})
    return None if found is None else articles.head_by_id(session, found)


@lru_cache(maxsize=256)
def _reading(article: Head, text: str) -> Reading:
    return Reading(article.title, article.subtitle, article.lang, [line for _start, line in paragraphs(text)])


def fields_of(item: Item, given: str | None, shown: Shown) -> dict[str, list[str]]:
    """The form fields that say a recorded response."""
    answer = queries.answer_of(item, given)
    return {} if answer is None else answers.fields(item.body, answer, shown.code)


def says_unknown(item: Item, given: str | None) -> bool:
    """Whether the last recorded answer of a slot says not to know."""
    answer = queries.answer_of(item, given)
    return answer is not None and answer.response is None


_of = aliased(ItemVersion)
_evidence = prepared(
    select(Anchor.start, Anchor.end, Anchor.quote, HAS_LATER.label("has_later"), *HEAD)
    .select_from(_of)
    .outerjoin(Anchor, Anchor.item_version_id == _of.id)
    .outerjoin(ArticleVersion, ArticleVersion.id == Anchor.article_version_id)
    .outerjoin(Article, Article.id == ArticleVersion.article_id)
    .where(_of.id == bindparam("version_id"))
    .order_by(ArticleVersion.number.desc(), Anchor.place)
)


def proof(session: Session, version_id: int, item: Item, reader: int) -> Proof | None:
    """The evidence of an item version in the newest article version that has it, as this person may see it."""
    return _proof_in(session, _evidence_of(session, version_id), item, reader)


def _evidence_of(session: Session, version_id: int) -> Sequence[Any]:
    return plain_rows(session, _evidence, {"version_id": version_id}).all()


def _proof_in(session: Session, rows: Sequence[Any], item: Item, reader: int) -> Proof | None:
    if rows[0].beside_id is None:
        return None
    article = articles.head_in(rows[0])
    spans = tuple(tuple(row[:3]) for row in rows if row.beside_version_id == article.version_id)
    text = articles.text_of(session, article) if shows_text(session, article, reader) else None
    return _proof(article, spans, text, item.kind, item.corroboration)


@lru_cache(maxsize=2048)
def _proof(
    article: Head,
    places: tuple[tuple[int, int, str], ...],
    text: str | None,
    kind: Kind | None,
    further: tuple[Corroboration, ...],
) -> Proof:
    """`text` None where the whole may not be seen."""
    spans = [Span(*each) for each in places]
    return Proof(
        article.title,
        article.outlet,
        article.published,
        article.lang,
        kind.value if kind else None,
        [[(span.quote, True)] for span in spans] if text is None else marked_passages(text, spans),
        None if text is None else article.public_id,
        spans[0].start,
        backing(article.origin, further),
    )


def later(session: Session, version_id: int, reader: int, now: datetime.datetime) -> list[Later]:
    """The items that replace the answer of this one, as far as the reader may know of them."""
    found = later_items(session, version_id, reader, now)
    return [Later(item, "; ".join(right_answers(item)), why) for item, why in found]


def key_labels(item: Item, shown: Shown) -> list[str]:
    """The right answers as the verdict names them, with their letters where there are letters."""
    options = getattr(item.body, "options", ())
    if item.type in {"choice", "multiple"}:
        return [
            f"{shown.letter(options, option.id)}, {option.text}" for option in shown.arrange(options) if option.is_key
        ]
    return right_answers(item) if item.type in {"true_false", "text"} else []


def right_answers(item: Item) -> list[str]:
    """The right answers of an item in its own language."""
    keys = item.body.keys()
    return [truth_word(key, item.lang) for key in keys] if item.type == "true_false" else list(keys)


def remarks(item: Item, response: Response | None) -> tuple[dict[str, str], str | None]:
    """Feedback by entry, and the one that belongs to the whole answer."""
    found = item.body.remarks(response) if response is not None else ()
    by_entry = {remark.entry: remark.text for remark in found if remark.entry is not None}
    return by_entry, next((remark.text for remark in found if remark.entry is None), None)


def outcome_values(session: Session, row: Any, step: Step, here: Told, now: datetime.datetime) -> dict[str, Any]:
    """Everything an outcome page shows of the slot itself, of the parts that may be seen: `here`."""
    item, shown = queries.item_of(session, row.key_id), queries.shown(row)
    answer = queries.answer_of(item, row.given)
    response = None if answer is None else answer.response
    explains = Part.EXPLANATION in here
    evidence = _evidence_of(session, row.key_id) if explains else ()
    by_entry, general = remarks(item, response) if explains else ({}, None)
    share = row.fraction or Fraction(0)
    marked = Part.CORRECTNESS in here
    if step.withdrawn:
        verdict = "withdrawn"
    else:
        verdict = "unanswered" if not step.answered else verdict_name(share, answer) if marked else "saved"
    return {
        "item": item,
        "shown": shown,
        "response": response,
        "verdict": verdict,
        "fraction": share if marked else None,
        "certainty": answer.certainty if answer and marked else None,
        "corrected": row.key_id != row.item_version_id and marked,
        "why": row.why,
        "earned": answers.earns(item, answer, share, queries.options(row).scoring) if answer and marked else None,
        "told": here,
        "words": in_words(item, answer),
        "remarks": by_entry,
        "general_remark": general,
        "key_labels": key_labels(item, shown) if Part.KEY in here else [],
        "proof": _proof_in(session, evidence, item, row.user_id) if evidence else None,
        "later": later(session, row.item_version_id, row.user_id, now) if evidence and evidence[0].has_later else [],
        "went": how_it_went(session, row.item_version_id, item) if explains else None,
    }


def verdict_name(fraction: Fraction, answer: Answer | None) -> str:
    """The verdict as templates know it."""
    unknown = answer is not None and answer.response is None
    return Verdict.UNKNOWN.value if unknown else verdict_of(fraction).value


@dataclass(frozen=True, slots=True)
class InWords:
    """An answer in words: `words` of the question's language, `unknown` where none are known."""

    words: tuple[str, ...] = ()
    unknown: bool = False
    certainty: int | None = None


def in_words(item: Item, answer: Answer | None) -> InWords:
    """An answer in words, for telling two of them apart."""
    if answer is None:
        return InWords()
    words = [] if answer.response is None else item.body.words(answer.response)
    if item.type == "true_false":
        words = [truth_word(word, item.lang) for word in words]
    return InWords(tuple(words), answer.response is None, answer.certainty)


def headline(right: int, size: int) -> str:
    """The score in words."""
    words: str = ngettext(
        "%(num)s right answer out of %(size)s",
        "%(num)s right answers out of %(size)s",
        right,
        size=size,
    )
    return words

"""Reads of attempts; the hot ones are prepared once and give plain rows."""

import json
import re
from collections.abc import Collection, Iterable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Text, bindparam, cast, func, select
from sqlalchemy.orm import Session, aliased

from quizapp.articles.models import Article, ArticleVersion
from quizapp.articles.queries import HEAD, NEWEST
from quizapp.attempts.endings import BOUNDS
from quizapp.attempts.listed import Listed
from quizapp.attempts.models import OPEN, RESTORED, WITHDRAWN, Attempt, Outcome, Purpose, Response, Slot
from quizapp.banks.models import ItemAct, ItemVersion
from quizapp.banks.queries import as_core
from quizapp.classes.queries import people_of
from quizapp.core import answers
from quizapp.core.answers import Answer, Options
from quizapp.core.items import Item
from quizapp.core.marking import Verdict, verdict_of
from quizapp.core.policy import Thing
from quizapp.core.presentation import Shown
from quizapp.core.scoring import Scoring
from quizapp.db import Kept, plain_rows
from quizapp.plain import prepared
from quizapp.quizzes.extras import with_extra
from quizapp.quizzes.models import Assignment, Quiz


def _seq_of(place: Any) -> Any:
    here = (Response.attempt_id == place.attempt_id) & (Response.position == place.position)
    return select(func.count()).where(here).correlate(place).scalar_subquery()


SEQ = _seq_of(Slot)
"""How many responses of a slot are recorded."""


def last_given(place: Any) -> Any:
    """The last recorded response, as text, where a row of `place` stands: a slot, or what else has an attempt and a
    position."""
    return (
        select(cast(Response.given, Text))
        .where(Response.attempt_id == place.attempt_id, Response.position == place.position)
        .order_by(Response.seq.desc())
        .limit(1)
        .correlate(place)
        .scalar_subquery()
    )


_given = last_given(Slot)


def _last_number(place: Any) -> Any:
    here = (Outcome.attempt_id == place.attempt_id) & (Outcome.position == place.position)
    return select(func.max(Outcome.number)).where(here).correlate(place).scalar_subquery()


def _newest(outcome: Any, place: Any) -> Any:
    return (
        (outcome.attempt_id == place.attempt_id)
        & (outcome.position == place.position)
        & (outcome.number == _last_number(place))
        & (outcome.reason != RESTORED)
    )


LAST_NUMBER = _last_number(Slot)
"""The number of the last outcome of a slot, one that says there is none included."""
NEWEST_OUTCOME = _newest(Outcome, Slot)
"""Joins a slot to the outcome that counts."""
MARKED_WITH = func.coalesce(ItemVersion.marked_with_id, ItemVersion.id)
"""The item version with which answers to a version are marked."""
UNKNOWN = re.compile(r'"unknown":\s*true')
"""In a stored answer that says not to know, where a quote that somebody typed has a backslash before it."""
PLACE = func.coalesce(Slot.place, Slot.position)
"""The place of the edition that a slot stands for."""
_slot = with_extra(
    select(
        Attempt.id,
        Attempt.public_id,
        Attempt.school_id,
        Attempt.user_id,
        Attempt.assignment_id,
        Attempt.quiz_id,
        *BOUNDS,
        Attempt.feedback,
        Attempt.article_open,
        Attempt.dont_know,
        Attempt.scoring,
        Attempt.state,
        Attempt.size,
        Attempt.answered,
        Attempt.right,
        Attempt.mark,
        Attempt.maximum,
        Assignment.release,
        Quiz.title,
        Slot.position,
        Slot.item_version_id,
        Slot.order,
        Slot.seed,
        Slot.points,
        SEQ.label("seq"),
        _given.label("given"),
        MARKED_WITH.label("key_id"),
        LAST_NUMBER.label("marks"),
        Outcome.fraction,
        Outcome.reason,
        ItemAct.why,
    )
    .join(Slot, Slot.attempt_id == Attempt.id)
    .join(ItemVersion, ItemVersion.id == Slot.item_version_id)
    .outerjoin(Outcome, NEWEST_OUTCOME)
    .outerjoin(ItemAct, ItemAct.id == Outcome.act_id)
    .outerjoin(Quiz, Quiz.id == Attempt.quiz_id)
    .outerjoin(Assignment, Assignment.id == Attempt.assignment_id),
    Attempt.user_id,
).where(Attempt.public_id == bindparam("attempt"), Slot.position == bindparam("position"))
_slot_at = prepared(_slot)


def _far(place: Any, outcome: Any) -> list[Any]:
    """The columns that say how far a slot is, as `_step` reads them."""
    return [place.position, outcome.share, _seq_of(place), outcome.reason, last_given(place)]


_steps = prepared(
    select(*_far(Slot, Outcome))
    .outerjoin(Outcome, NEWEST_OUTCOME)
    .where(Slot.attempt_id == bindparam("attempt_id"))
    .order_by(Slot.position)
)
_each, _marked = aliased(Slot), aliased(Outcome)
_ALL_STEPS = (
    select(Listed(*_far(_each, _marked)))
    .select_from(_each)
    .outerjoin(_marked, _newest(_marked, _each))
    .where(_each.attempt_id == Attempt.id)
    .correlate(Attempt)
    .scalar_subquery()
    .label("all_steps")
)
_stepped_at = prepared(_slot.add_columns(_ALL_STEPS))
_question_at = prepared(
    _slot.outerjoin(Article, Article.id == Quiz.article_id)
    .outerjoin(ArticleVersion, NEWEST)
    .add_columns(_ALL_STEPS, *HEAD)
)


class Step(NamedTuple):
    """How far one slot of an attempt is.

    The verdict is None before the mark, and where nothing counts. Of a `withdrawn` item nothing is asked any more.
    """

    position: int
    answered: bool
    verdict: Verdict | None
    withdrawn: bool

    @property
    def waits(self) -> bool:
        """Whether an answer is still to be given."""
        return not self.answered and not self.withdrawn


def slot_at(session: Session, attempt: str, position: int) -> Any:
    """A slot with its attempt: one row, one statement; None when there is no such slot."""
    return plain_rows(session, _slot_at, {"attempt": attempt, "position": position}).first()


def stepped_at(session: Session, attempt: str, position: int) -> Any:
    """As `slot_at`, with how far the whole attempt is, as `steps_in` reads it."""
    return plain_rows(session, _stepped_at, {"attempt": attempt, "position": position}).first()


def question_at(session: Session, attempt: str, position: int) -> Any:
    """As `stepped_at`, with the article of its quiz as `head_in` reads it, for showing the question."""
    return plain_rows(session, _question_at, {"attempt": attempt, "position": position}).first()


def steps(session: Session, attempt_id: int) -> list[Step]:
    """Every slot of an attempt in order."""
    rows: Any = plain_rows(session, _steps, {"attempt_id": attempt_id})
    return [_step(*row) for row in rows]


def steps_in(row: Any) -> list[Step]:
    """Every slot of the attempt of a row of `stepped_at` or `question_at`, in order."""
    return [_step(*each) for each in sorted(row.all_steps)]  # by position, which no two share


def _step(position: int, share: float | None, seq: int, reason: str | None, given: str | None) -> Step:
    verdict = None if share is None else _verdict(share, reason, given)
    return Step(position, seq > 0, verdict, reason == WITHDRAWN)


def _verdict(share: float, reason: str | None, given: str | None) -> Verdict | None:
    if reason == WITHDRAWN:
        return None
    return Verdict.UNKNOWN if given is not None and UNKNOWN.search(given) else verdict_of(share)


_items: Kept[Item] = Kept(4096)
_content = select(ItemVersion.content).where(ItemVersion.id == bindparam("version_id"))


def item_of(session: Session, version_id: int) -> Item:
    """An item version as a value; parsed once per process, since a shown version never changes."""
    return _items.of(
        session, version_id, lambda: as_core(session.scalars(_content, {"version_id": version_id}).one(), "ready")
    )


def load_items(session: Session, version_ids: Iterable[int]) -> None:
    """Fetch item versions that this process has not seen yet, all in one statement."""
    missing = [version for version in version_ids if not _items.has(session, version)]
    if missing:
        wanted = select(ItemVersion.id, ItemVersion.content).where(ItemVersion.id.in_(missing))
        for version, content in session.execute(wanted):
            _items.put(session, version, as_core(content, "ready"))


def shown(row: Any) -> Shown:
    """How the slot's item was laid out at the start of the attempt."""
    return Shown(tuple(row.order), row.seed)


def options(row: Any) -> Options:
    """What the student of an attempt may say, from its row or one with its columns."""
    return Options(row.dont_know, Scoring(row.scoring))


def answer_of(item: Item, given: str | None) -> Answer | None:
    """The last recorded answer of a slot."""
    return None if given is None else answers.restore(item.body, json.loads(given))


def seen_before(session: Session, user_id: int, quiz_id: int) -> frozenset[int]:
    """Every version of the items that a student's attempts at a quiz have asked."""
    asked = (
        select(ItemVersion.item_id)
        .join(Slot, Slot.item_version_id == ItemVersion.id)
        .join(Attempt, Attempt.id == Slot.attempt_id)
        .where(Attempt.user_id == user_id, Attempt.quiz_id == quiz_id)
    )
    return frozenset(session.scalars(select(ItemVersion.id).where(ItemVersion.item_id.in_(asked))))


def by_public_id(session: Session, public_id: str) -> Attempt | None:
    """The attempt with this public id."""
    return session.scalars(select(Attempt).where(Attempt.public_id == public_id)).first()


def open_attempt(session: Session, user_id: int, assignment_id: int, purpose: str) -> Attempt | None:
    """The attempt that a student has begun and not finished."""
    wanted = select(Attempt).where(
        Attempt.user_id == user_id,
        Attempt.assignment_id == assignment_id,
        Attempt.purpose == purpose,
        Attempt.state == "open",
    )
    return session.scalars(wanted).first()


def open_practice(session: Session, user_id: int) -> Attempt | None:
    """What a student is practising across quizzes."""
    wanted = select(Attempt).where(Attempt.user_id == user_id, Attempt.quiz_id.is_(None), Attempt.state == OPEN)
    return session.scalars(wanted).first()


def practice_asking(session: Session, user_id: int, versions: Sequence[int]) -> list[Attempt]:
    """The open practice of a person that still asks an item of one of these versions."""
    items = select(ItemVersion.item_id).where(ItemVersion.id.in_(versions))
    asked = (
        select(Slot.attempt_id)
        .join(ItemVersion, ItemVersion.id == Slot.item_version_id)
        .where(ItemVersion.item_id.in_(items), SEQ == 0)
    )
    wanted = select(Attempt).where(
        Attempt.user_id == user_id,
        Attempt.purpose == Purpose.PRACTICE.value,
        Attempt.state == OPEN,
        Attempt.id.in_(asked),
    )
    return list(session.scalars(wanted))


def count_attempts(session: Session, user_id: int, assignment_id: int, purpose: str) -> int:
    """How many attempts of a purpose a student has made."""
    wanted = select(func.count()).where(
        Attempt.user_id == user_id,
        Attempt.assignment_id == assignment_id,
        Attempt.purpose == purpose,
    )
    return session.scalar(wanted) or 0


def of_user(session: Session, user_id: int, limit: int = 500, *, graded: bool = False) -> list[Any]:
    """Every attempt of a person, newest first, with the quiz's title and language, and the assignment, where it has
    them; but for practice that was stopped before its first answer, or with `graded` for all practice."""
    wanted = (
        select(Attempt, Quiz.title, Quiz.lang, Assignment)
        .outerjoin(Quiz, Quiz.id == Attempt.quiz_id)
        .outerjoin(Assignment, Assignment.id == Attempt.assignment_id)
        .where(Attempt.user_id == user_id, Attempt.size > 0)
        .order_by(Attempt.started_at.desc(), Attempt.id.desc())
        .limit(limit)
    )
    if graded:
        wanted = wanted.where(Attempt.purpose == Purpose.GRADED.value)
    return list(session.execute(wanted))


def graded_at(session: Session, user_id: int, assignments: Collection[int]) -> list[Attempt]:
    """The graded attempts of a person at these assignments, newest first."""
    wanted = select(Attempt).where(
        Attempt.user_id == user_id,
        Attempt.purpose == Purpose.GRADED.value,
        Attempt.assignment_id.in_(assignments),
    )
    return list(session.scalars(wanted.order_by(Attempt.started_at.desc(), Attempt.id.desc())))


def slots_with_outcomes(session: Session, attempt_id: int) -> list[Any]:
    """Every slot of an attempt with the outcome that counts and the last response; `marks` outcomes were made of it,
    with the item version `key_id`."""
    wanted = (
        select(
            Slot.position,
            Slot.item_version_id,
            Slot.order,
            Slot.seed,
            Slot.points,
            _given.label("given"),
            SEQ.label("seq"),
            Outcome.fraction,
            Outcome.mark,
            LAST_NUMBER.label("marks"),
            Outcome.reason,
            Outcome.seq.label("marked_seq"),
            MARKED_WITH.label("key_id"),
        )
        .join(ItemVersion, ItemVersion.id == Slot.item_version_id)
        .outerjoin(Outcome, NEWEST_OUTCOME)
        .where(Slot.attempt_id == attempt_id)
        .order_by(Slot.position)
    )
    return list(session.execute(wanted))


def places(session: Session, attempt_id: int) -> int:
    """How many questions an attempt asks, withdrawn ones included."""
    return session.scalar(select(func.count()).where(Slot.attempt_id == attempt_id)) or 0


def thing(session: Session, attempt: Any) -> Thing:
    """What the policy needs to know of an attempt: its owner, and the teachers of the class where it is no practice."""
    if attempt.purpose != Purpose.GRADED:
        return Thing(school=attempt.school_id, owner=attempt.user_id)
    class_id = session.scalar(select(Assignment.class_id).where(Assignment.id == attempt.assignment_id))
    people = people_of(session, attempt.school_id, class_id)
    return Thing(school=attempt.school_id, owner=attempt.user_id, teachers=people.teachers)

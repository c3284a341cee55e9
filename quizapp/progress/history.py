"""Reads of a student's own history: first attempts by time, kind, topic and article, and how sure they were."""

import datetime
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Integer, Text, case, cast, func, or_, select
from sqlalchemy.orm import Session

from quizapp.attempts.models import SUBMITTED, Attempt, Outcome, Purpose, Response
from quizapp.attempts.queries import answer_of, item_of, load_items
from quizapp.attempts.recall import certainty_of
from quizapp.attempts.releases import Told, told_each
from quizapp.attempts.trend import Point, point_of
from quizapp.banks.models import Bank, Item, ItemVersion
from quizapp.core.measure import Calibration, Judged, KindReading, calibration, kinds_judged, read_kinds
from quizapp.core.release import Part
from quizapp.core.scoring import Certainty, Scoring
from quizapp.progress.queries import counts, newest_outcome
from quizapp.quizzes.models import Assignment, Quiz


@dataclass(frozen=True, slots=True)
class Sitting:
    """An attempt as its student's history lists it; `first` where it is the first graded one at its quiz."""

    row: Any
    told: Told
    first: bool

    @property
    def scored(self) -> bool:
        """Whether the score may be seen."""
        return self.row.finished_at is not None and Part.SCORE in self.told


@dataclass(frozen=True, slots=True)
class Tally:
    """Right answers of all answers to one kind, topic or article; `name` is None where a topic is not said."""

    name: str | None
    lang: str
    right: int
    n: int

    @property
    def share(self) -> float:
        """From 0 to 1."""
        return self.right / self.n


@dataclass(frozen=True, slots=True)
class Measures:
    """What first attempts say, of the parts that the student may see; weakest first, but `trend` by the hand-in."""

    trend: list[Point]
    by_kind: list[Tally]
    by_topic: list[Tally]
    by_article: list[Tally]
    reading: list[KindReading]
    calibration: list[Calibration]
    right: int
    n: int


_SITTINGS = (
    select(
        Attempt.id,
        Attempt.public_id,
        Attempt.quiz_id,
        Attempt.purpose,
        Attempt.number,
        Attempt.state,
        Attempt.feedback,
        Attempt.scoring,
        Attempt.right,
        Attempt.size,
        Attempt.answered,
        Attempt.share,
        Attempt.started_at,
        Attempt.finished_at,
        Quiz.title,
        Quiz.lang,
        Assignment.time_limit_s,
        Assignment.extra_s,
        Assignment.closes_at,
        Assignment.closing_cuts,
        Assignment.stopped_at,
        Assignment.release,
        Attempt.assignment_id,
    )
    .outerjoin(Quiz, Quiz.id == Attempt.quiz_id)
    .outerjoin(Assignment, Assignment.id == Attempt.assignment_id)
)


def sittings(session: Session, user_id: int, now: datetime.datetime) -> list[Sitting]:
    """Every attempt of a person, newest first, but for practice that was stopped before its first answer."""
    wanted = _SITTINGS.where(Attempt.user_id == user_id, Attempt.size > 0).order_by(Attempt.id)
    rows = session.execute(wanted).all()
    told = told_each(session, [(row, row if row.assignment_id is not None else None) for row in rows], now)
    firsts: set[int] = set()
    found = []
    for row, here in zip(rows, told, strict=True):
        counts = row.purpose == Purpose.GRADED and row.state == SUBMITTED and row.quiz_id not in firsts
        if counts:
            firsts.add(row.quiz_id)
        found.append(Sitting(row, here, counts))
    return found[::-1]


def measures(session: Session, found: Iterable[Sitting]) -> Measures:
    """What the first attempts among these say: at most five statements, however many there are."""
    firsts = [each for each in reversed(list(found)) if each.first]
    known = [each.row.id for each in firsts if Part.KEY in each.told]
    sure = [
        each.row.id for each in firsts if Part.CORRECTNESS in each.told and each.row.scoring == Scoring.CERTAINTY.value
    ]
    trend = [point_of(each.row, each.row.title, each.row.lang) for each in firsts if each.scored]
    rows = _counted(session, known)
    return Measures(
        sorted(trend, key=lambda point: point.day),
        _tallies((row.kind, "", row) for row in rows if row.kind),
        _tallies((row.topic, row.lang, row) for row in rows),
        _tallies((row.title, row.lang, row) for row in rows),
        read_kinds(_judged(session, known)),
        calibration(_certain(session, sure)),
        sum(row.right for row in rows),
        sum(row.n for row in rows),
    )


_right = func.sum(case((Outcome.share >= 1, 1), else_=0))
_its_response = (
    (Response.attempt_id == Outcome.attempt_id)
    & (Response.position == Outcome.position)
    & (Response.seq == Outcome.seq)
)


def _counted(session: Session, attempts: Collection[int]) -> list[Any]:
    """Answers and right answers of these attempts by bank and kind."""
    wanted = (
        select(Bank.title, Bank.topic, Bank.lang, ItemVersion.kind, func.count().label("n"), _right.label("right"))
        .select_from(Outcome)
        .join(ItemVersion, ItemVersion.id == Outcome.item_version_id)
        .join(Item, Item.id == ItemVersion.item_id)
        .join(Bank, Bank.id == Item.bank_id)
        .where(Outcome.attempt_id.in_(attempts), Outcome.number == newest_outcome(), counts())
        .group_by(Bank.id, Bank.title, Bank.topic, Bank.lang, ItemVersion.kind)
    )
    return list(session.execute(wanted)) if attempts else []


def _tallies(named: Iterable[tuple[str | None, str, Any]]) -> list[Tally]:
    right: Counter[tuple[str | None, str]] = Counter()
    n: Counter[tuple[str | None, str]] = Counter()
    for name, lang, row in named:
        right[name, lang] += row.right
        n[name, lang] += row.n
    found = [Tally(name, lang, right[name, lang], count) for (name, lang), count in n.items()]
    return sorted(found, key=lambda each: (each.share, -each.n, each.name or ""))


def _judged(session: Session, attempts: Collection[int]) -> Counter[Judged]:
    """The kinds that sentences were taken for, where a question asked it."""
    given = cast(Response.given, Text)
    asks_kind = or_(
        ItemVersion.type == "classify",
        (ItemVersion.type == "choice") & ItemVersion.content["options", 0, "kind"].as_string().is_not(None),
    )
    wanted = (
        select(Outcome.item_version_id, given.label("given"), func.count().label("times"))
        .select_from(Outcome)
        .join(ItemVersion, ItemVersion.id == Outcome.item_version_id)
        .join(Response, _its_response)
        .where(Outcome.attempt_id.in_(attempts), Outcome.number == newest_outcome(), counts(), asks_kind)
        .group_by(Outcome.item_version_id, given)
    )
    rows = session.execute(wanted).all() if attempts else []
    load_items(session, {row.item_version_id for row in rows})
    found: Counter[Judged] = Counter()
    for row in rows:
        item = item_of(session, row.item_version_id)
        answer = answer_of(item, row.given)
        for pair in kinds_judged(item, answer.response if answer else None):
            found[pair] += row.times
    return found


def _certain(session: Session, attempts: Collection[int]) -> list[tuple[Certainty, int, int]]:
    """Right answers and answers of each certainty that was said; not to know is no answer."""
    wanted = (
        select(cast(Response.given, Text).label("given"), cast(Outcome.share >= 1, Integer).label("right"))
        .select_from(Outcome)
        .join(Response, _its_response)
        .where(Outcome.attempt_id.in_(attempts), Outcome.number == newest_outcome(), counts())
    )
    right: Counter[int] = Counter()
    n: Counter[int] = Counter()
    for given, is_right in session.execute(wanted) if attempts else ():
        sure = certainty_of(given)
        if sure is not None:
            n[sure] += 1
            right[sure] += is_right
    return [(sure, right[sure], n[sure]) for sure in Certainty]

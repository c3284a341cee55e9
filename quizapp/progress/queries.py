"""Reads across attempts: a student's history, an assignment's results."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quizapp.accounts.models import User
from quizapp.attempts.models import RESTORED, SUBMITTED, WITHDRAWN, Attempt, Outcome, Purpose, Slot
from quizapp.attempts.queries import MARKED_WITH, PLACE, answer_of, item_of, last_given, load_items
from quizapp.banks.models import ItemVersion
from quizapp.banks.queries import same_item
from quizapp.classes.models import Membership
from quizapp.core.items import Item
from quizapp.core.marking import GradeRule, grade
from quizapp.core.policy import Role
from quizapp.core.types import ClozeBody
from quizapp.quizzes.models import QuizSlot
from quizapp.quizzes.queries import Given


@dataclass(frozen=True, slots=True)
class Place:
    """One slot of an attempt that is marked: how right it is, the share of its maximum that it earned, and whether the
    student said not to know."""

    share: float
    earned: Fraction
    unknown: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One student of an assignment: the attempt that counts, its places by slot, and the grade."""

    student: User
    attempt: Attempt | None
    attempts: int
    places: tuple[Place | None, ...]
    grade: Fraction | None
    withdrawn: frozenset[int]
    """The positions that count no more in that attempt."""


@dataclass(frozen=True, slots=True)
class Share:
    """How often one answer was given."""

    text: str
    count: int
    share: float
    is_key: bool


def results(session: Session, given: Given) -> list[Line]:
    """Every student of the class with what counts of their attempts, by name."""
    rule = GradeRule(given.assignment.grade_rule)
    done = _attempts(session, given.assignment.id)
    places, slots = _places(session, given.assignment.id), range(1, given.size + 1)
    lines = []
    for student in _students(session, given):
        mine = [attempt for attempt in done if attempt.user_id == student.id]
        handed_in = [attempt for attempt in mine if attempt.state == SUBMITTED and attempt.size]
        shown = counting(handed_in, rule) or (mine[-1] if mine else None)
        lines.append(
            Line(
                student,
                shown,
                len(mine),
                tuple(places.get((shown.id, place)) for place in slots) if shown else (),
                grade([_share(attempt) for attempt in handed_in], rule),
                frozenset(place for place in slots if places.get((shown.id, place), "none") is None)
                if shown
                else frozenset(),
            )
        )
    return lines


def first_attempts(session: Session, assignment_id: int) -> list[Attempt]:
    """The first finished graded attempt of every student: what statistics are made of."""
    firsts: dict[int, Attempt] = {}
    for attempt in _attempts(session, assignment_id):
        if attempt.state == SUBMITTED:
            firsts.setdefault(attempt.user_id, attempt)
    return list(firsts.values())


def attempts_of(session: Session, assignment_id: int, user_id: int) -> list[Attempt]:
    """The graded attempts of one student, in their order."""
    return _attempts(session, assignment_id, Attempt.user_id == user_id)


def items_of(session: Session, given: Given) -> list[tuple[int, int, Item]]:
    """Position, version and value of every fixed slot of the quiz, in the version that answers are marked with."""
    rows = session.execute(
        select(QuizSlot.position, MARKED_WITH.label("item_version_id"))
        .join(ItemVersion, ItemVersion.id == QuizSlot.item_version_id)
        .where(
            QuizSlot.quiz_id == given.quiz.id,
            QuizSlot.edition == given.assignment.edition,
            QuizSlot.item_version_id.is_not(None),
        )
        .order_by(QuizSlot.position)
    )
    found = rows.all()
    load_items(session, [row.item_version_id for row in found])
    return [(row.position, row.item_version_id, item_of(session, row.item_version_id)) for row in found]


def facility(session: Session, given: Given) -> dict[int, tuple[int, float]]:
    """For each pinned position: how many first attempts met its item, and their mean share (formula 1)."""
    ids = [attempt.id for attempt in first_attempts(session, given.assignment.id)]
    rows = session.execute(
        select(QuizSlot.position, func.count(), func.avg(Outcome.share))
        .select_from(Outcome)
        .join(Slot, (Slot.attempt_id == Outcome.attempt_id) & (Slot.position == Outcome.position))
        .join(
            QuizSlot,
            (QuizSlot.quiz_id == given.quiz.id)
            & (QuizSlot.edition == given.assignment.edition)
            & (QuizSlot.position == PLACE)
            & same_item(QuizSlot.item_version_id, Slot.item_version_id),
        )
        .where(Outcome.attempt_id.in_(ids), Outcome.number == newest_outcome(), counts())
        .group_by(QuizSlot.position)
    )
    return {row[0]: (row[1], float(row[2])) for row in rows}


def given_answers(
    session: Session, given: Given, position: int, version: int
) -> list[tuple[User, Attempt, str | None]]:
    """What every student who met the item of this version at a place answered in their first attempt, by name."""
    firsts = {attempt.id: attempt for attempt in first_attempts(session, given.assignment.id)}
    rows = session.execute(
        select(User, Attempt.id, last_given(Slot))
        .join(Attempt, Attempt.user_id == User.id)
        .join(Slot, Slot.attempt_id == Attempt.id)
        .where(Attempt.id.in_(firsts), PLACE.in_((position,)), same_item(Slot.item_version_id, version))
        .order_by(User.name)
    )
    return [(row[0], firsts[row[1]], row[2]) for row in rows]


def option_shares(item: Item, answers: Sequence[str | None]) -> list[Share]:
    """How often each answer was given, the offered ones in their order, then the rest by frequency; not to know is
    none of them."""
    found = [answer_of(item, answer) for answer in answers]
    responses = [answer.response for answer in found if answer is not None and answer.response is not None]
    read = [item.body.words(response) for response in responses]
    counts = Counter(word for words in read for word in words)
    offered = list(getattr(item.body, "options", ()))
    keys = {option.text for option in offered if option.is_key} or set(item.body.keys())
    for response, words in zip(responses, read, strict=True):
        keys |= set(_right_words(item, response, words))
    order = [option.text for option in offered] + [
        text for text, _count in counts.most_common() if text not in {option.text for option in offered}
    ]
    total = len(read) or 1
    return [Share(text, counts[text], counts[text] / total, text in keys) for text in order]


def _right_words(item: Item, response: Any, words: Sequence[str]) -> list[str]:
    """The typed words that were marked right: as many spellings as the students found."""
    body = item.body
    if isinstance(body, ClozeBody):
        return [word for gap, word in zip(body.gaps, words, strict=True) if body.gap_mark(gap, response) == 1]
    return list(words) if len(words) == 1 and body.mark(response) == 1 else []


def _attempts(session: Session, assignment_id: int, *conditions: Any) -> list[Attempt]:
    wanted = (
        select(Attempt)
        .where(Attempt.assignment_id == assignment_id, Attempt.purpose == Purpose.GRADED.value, *conditions)
        .order_by(Attempt.number)
    )
    return list(session.scalars(wanted))


def _places(session: Session, assignment_id: int) -> dict[tuple[int, int], Place | None]:
    """By attempt and position of the quiz; None where the question was withdrawn from the attempt."""
    rows = session.execute(
        select(
            Outcome.attempt_id,
            PLACE.label("position"),
            Outcome.share,
            Outcome.mark,
            Outcome.maximum,
            Outcome.reason,
            last_given(Outcome).label("given"),
        )
        .join(Attempt, Attempt.id == Outcome.attempt_id)
        .join(Slot, (Slot.attempt_id == Outcome.attempt_id) & (Slot.position == Outcome.position))
        .where(
            Attempt.assignment_id == assignment_id,
            Outcome.number == newest_outcome(),
            counts() | (Outcome.reason == WITHDRAWN),
        )
    )
    return {
        (row.attempt_id, row.position): None
        if row.reason == WITHDRAWN
        else Place(
            row.share,
            row.mark / row.maximum if row.maximum else Fraction(0),
            row.given is not None and "unknown" in json.loads(row.given),
        )
        for row in rows
    }


def newest_outcome() -> Any:
    """The number of the outcome that counts, where a row of outcomes stands."""
    again = Outcome.__table__.alias()
    return (
        select(func.max(again.c.number))
        .where(again.c.attempt_id == Outcome.attempt_id, again.c.position == Outcome.position)
        .correlate(Outcome)
        .scalar_subquery()
    )


def counts() -> Any:
    """Whether a row of outcomes is a mark that counts: its question was not withdrawn."""
    return Outcome.reason.not_in((WITHDRAWN, RESTORED))


def _students(session: Session, given: Given) -> list[User]:
    wanted = (
        select(User)
        .join(Membership, Membership.user_id == User.id)
        .where(Membership.class_id == given.assignment.class_id, Membership.role == Role.STUDENT.value)
        .order_by(User.name)
    )
    return list(session.scalars(wanted))


def _share(attempt: Attempt) -> Fraction:
    return attempt.mark / attempt.maximum if attempt.maximum else Fraction(0)


def counting(handed_in: Sequence[Any], rule: GradeRule) -> Any:
    """The attempt that a mark leads to, of those a student handed in, in their order; None where there is none."""
    if not handed_in:
        return None
    if rule is GradeRule.BEST:
        return max(handed_in, key=lambda attempt: attempt.share)
    return handed_in[0] if rule is GradeRule.FIRST else handed_in[-1]

"""Reads of the item analysis: first attempts, counted in the database by what makes them alike."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import BigInteger, Integer, String, Text, and_, case, cast, func, literal_column, select, type_coerce
from sqlalchemy.orm import Session, aliased

from quizapp.accounts.models import User
from quizapp.attempts.models import SUBMITTED, Attempt, Outcome, Purpose, Response
from quizapp.attempts.queries import item_of, load_items
from quizapp.banks.models import Bank, ItemVersion
from quizapp.banks.models import Item as ItemRow
from quizapp.core.analysis.figures import Cell
from quizapp.core.analysis.options import Offered
from quizapp.core.analysis.report import Question
from quizapp.core.items import Item
from quizapp.core.types import ChoiceBody, MultipleBody, TrueFalseBody
from quizapp.db import exact
from quizapp.quizzes.models import Assignment

FINISHED = and_(
    Attempt.state == literal_column(f"'{SUBMITTED}'"), Attempt.purpose == literal_column(f"'{Purpose.GRADED.value}'")
)
"""As the index of these attempts says it: no value that is bound later would let SQLite use that."""
_PLACES = 10**6
"""Above the number of questions that anybody is asked at once."""
_AGAIN = 10**10
"""What each further answer to a question adds to its place."""
_NEXT, _PART, _LIST, _ANSWER, _AT_ONCE = ",", ":", "\x1d", "\x1e", 200
"""Between the values of a list, the parts of a value, lists, and answers, whose JSON holds no such character."""
_Alike = tuple[str, str, str, str, int, frozenset[str] | None]
"""What a `Cell` is made of, but for how many there are; numbers as they are stored."""


@dataclass(frozen=True, slots=True)
class Posed:
    """A version of an item that a quiz asked: its row's public id, its number, its bank and its value."""

    version: int
    public_id: str
    number: int
    bank: Bank
    item: Item


@dataclass(frozen=True, slots=True)
class Asked(Posed):
    """The same, and who answered it how."""

    question: Question


@dataclass(frozen=True, slots=True)
class Taken:
    """The first attempts of one edition; `left` of them are of people who have no account any more."""

    edition: int
    count: int
    left: int


def taken(session: Session, quiz_id: int) -> list[Taken]:
    """The editions of a quiz that students have finished, the newest first."""
    firsts = _firsts(quiz_id)
    wanted = (
        select(Assignment.edition, func.count(), func.count().filter(User.active.is_(False)))
        .select_from(Attempt)
        .join(firsts, firsts.c.id == Attempt.id)
        .join(Assignment, Assignment.id == Attempt.assignment_id)
        .join(User, User.id == Attempt.user_id)
        .group_by(Assignment.edition)
        .order_by(Assignment.edition.desc())
    )
    return [Taken(*row) for row in session.execute(wanted)]


def asked(session: Session, quiz_id: int, edition: int, item_id: int | None = None) -> list[Asked]:
    """Every item version that the first attempts of an edition met, or those of one item, in the order of the quiz; as
    many statements however many attempts there are."""
    found: dict[int, Counter[_Alike]] = {}
    placed: dict[int, int] = {}
    totals = (
        _totals(session, quiz_id, edition) if item_id is None else _totals_of_item(session, quiz_id, edition, item_id)
    )
    for of_attempt, met in totals.items():
        for (line, mark, given), count in met.items():
            if count:
                question, maximum = line.split(_PART)
                version, position = divmod(int(question), _PLACES)
                cell = (mark, maximum, *of_attempt, _chosen(given))
                found.setdefault(version, Counter())[cell] += count
                placed[version] = min(position, placed.get(version, position))
    order = sorted(found, key=lambda version: (placed[version], version))
    cells = {version: [_cell(*cell, count) for cell, count in mine.items()] for version, mine in found.items()}
    return [_asked(each, cells[each.version]) for each in posed(session, order)]


def _cell(
    mark: str, maximum: str, total: str, whole: str, standing: int, chosen: frozenset[str] | None, count: int
) -> Cell:
    return Cell(exact(mark), exact(maximum), exact(total), exact(whole), standing, chosen, count)


def posed(session: Session, versions: Sequence[int]) -> list[Posed]:
    """These versions of items, in this order."""
    load_items(session, versions)
    names = session.execute(
        select(ItemVersion.id, ItemRow.public_id, ItemVersion.number, Bank)
        .join(ItemRow, ItemRow.id == ItemVersion.item_id)
        .join(Bank, Bank.id == ItemRow.bank_id)
        .where(ItemVersion.id.in_(versions))
    )
    rows = {row[0]: row for row in names}
    return [Posed(*rows[version], item_of(session, version)) for version in versions]


def _asked(posed: Posed, cells: Sequence[Cell]) -> Asked:
    body = posed.item.body
    options = body.options if isinstance(body, ChoiceBody | MultipleBody | TrueFalseBody) else ()
    fractions = [] if isinstance(body, MultipleBody) else [option.fraction for option in options]
    question = Question(cells, [Offered(each.id, each.is_key) for each in options], fractions)
    return Asked(posed.version, posed.public_id, posed.number, posed.bank, posed.item, question)


def _totals(session: Session, quiz_id: int, edition: int) -> dict[Any, Counter[Any]]:
    """What was met and answered how often, by total, whole and standing of the attempt."""
    found: dict[Any, Counter[Any]] = {}
    rows = session.execute(_attempts(quiz_id, edition), execution_options={"yield_per": _AT_ONCE})
    for *total, met, replaced, given in rows:
        if met is not None:
            mine = found.setdefault(tuple(total), Counter())
            mine.update(_answered(met, given))
            if replaced is not None:
                mine.subtract(_answered(replaced, given))
    return found


def _totals_of_item(session: Session, quiz_id: int, edition: int, item_id: int) -> dict[Any, Counter[Any]]:
    """The same of one item: what answers it by its version, since attempts hold many others.

    Standing is of one statement, whatever is handed in before the next.
    """
    ranked = _ranked(quiz_id, edition)
    standing = {row[0]: tuple(row[1:]) for row in session.execute(select(ranked.c.id, *_standing(ranked)))}
    found: dict[Any, Counter[Any]] = {}
    for attempt, version, position, maximum, mark, given in session.execute(_of_item(quiz_id, item_id)):
        if attempt in standing:
            line = f"{version * _PLACES + position}{_PART}{maximum}"
            found.setdefault(standing[attempt], Counter())[line, mark, given] += 1
    return found


def _answered(met: str, given: str | None) -> Iterable[tuple[str, str, str | None]]:
    """What was met, its mark, and the answer; a million of them, so nothing here is done for each by itself."""
    asked, marks = met.rsplit(_LIST, 1)
    lines, places = _lines(asked)
    theirs, answers = (given or _LIST).split(_LIST)
    found: Iterable[str | None] = answers.split(_ANSWER)
    if places != theirs:
        found = map(dict(zip(theirs.split(_NEXT), found, strict=True)).get, places.split(_NEXT))
    return zip(lines, marks.split(_NEXT), found, strict=True)


@lru_cache(maxsize=256)
def _lines(asked: str) -> tuple[list[str], str]:
    """Each outcome's question and maximum, which are one text since that knows its hash, and where the answers stand
    that they are of: as `_attempts` writes both, and the same for most attempts at a quiz of fixed questions."""
    lines, places = [], []
    for each, maximum in zip(*(column.split(_NEXT) for column in asked.split(_LIST)), strict=True):
        question, _part, seq = each.partition(_PART)
        lines.append(f"{question}{_PART}{maximum}")
        places.append(str(int(question) % _PLACES + _AGAIN * (int(seq or "1") - 1)))
    return lines, _NEXT.join(places)


@lru_cache(maxsize=4096)
def _chosen(given: str | None) -> frozenset[str] | None:
    """The options of a stored response of a type that has options."""
    if given is None:
        return None
    stored = json.loads(given)
    return frozenset(stored.get("options") or ([stored["option"]] if "option" in stored else ()))


def _firsts(quiz_id: int) -> Any:
    """The first finished graded attempt of every student at a quiz, whichever class it was given to."""
    return (
        select(func.min(Attempt.id).label("id"))
        .where(Attempt.quiz_id == quiz_id, FINISHED)
        .group_by(Attempt.user_id)
        .subquery()
    )


def _ranked(quiz_id: int, edition: int) -> Any:
    """The first attempts of an edition; standing as `core.analysis.figures.group_size` has it, ties by attempt."""
    firsts = _firsts(quiz_id)
    place = func.row_number().over(order_by=(Attempt.share.desc(), Attempt.id))
    n = func.count().over()
    rows = (
        select(
            Attempt.id,
            Attempt.mark,
            Attempt.maximum,
            place.label("place"),
            n.label("n"),
        )
        .join(firsts, firsts.c.id == Attempt.id)
        .join(Assignment, Assignment.id == Attempt.assignment_id)
        .where(Assignment.edition == edition)
        .subquery()
    )
    # Whole division of a multiple: `/` alone is a floating one on some databases, and a whole one on others.
    part = cast((54 * rows.c.n + 100 - (54 * rows.c.n + 100) % 200) / 200, Integer)
    size = case((rows.c.n < 2, 1), else_=part)
    standing = case((rows.c.place <= size, 1), (rows.c.place > rows.c.n - size, -1), else_=0)
    once = select(rows.c.id, rows.c.mark, rows.c.maximum, standing.label("standing"))
    # From the 0th row on: so no database reckons the standing of an attempt anew for each of its answers.
    return once.order_by(rows.c.id).offset(0).cte("ranked")


def _attempts(quiz_id: int, edition: int) -> Any:
    """A row for each first attempt: its total, whole and standing; what it met, what of that a later outcome replaced,
    and what was answered, each as lists in one text; all lists of a text are in the same order.

    Lists, since to bring a million answers in order and count those alike costs a database more than handing them over.
    One statement, since attempts that are handed in meanwhile would move the ranks between two.
    """
    ranked, later = _ranked(quiz_id, edition), aliased(Outcome)
    further = (later.attempt_id == ranked.c.id, later.number > _FIRST)
    replaced = (
        *further,
        Outcome.attempt_id == later.attempt_id,
        Outcome.position == later.position,
        Outcome.number == later.number - 1,
    )
    before = _outcomes().where(*replaced).correlate(ranked).scalar_subquery()
    places = func.aggregate_strings(_place(Response), _NEXT)
    answers = select(places + _LIST + func.aggregate_strings(cast(Response.given, Text), _ANSWER))
    return select(
        *_standing(ranked),
        _outcomes().where(Outcome.attempt_id == ranked.c.id).correlate(ranked).scalar_subquery(),
        case((select(later).where(*further).correlate(ranked).exists(), before)),
        answers.where(Response.attempt_id == ranked.c.id).correlate(ranked).scalar_subquery(),
    )


def _of_item(quiz_id: int, item_id: int) -> Any:
    """A row for each outcome of one item in a quiz that none replaced: its attempt, version, position, maximum and
    mark, and what was answered."""
    later = aliased(Outcome)
    replaced = select(later).where(
        later.attempt_id == Outcome.attempt_id,
        later.position == Outcome.position,
        later.number == Outcome.number + 1,
        later.number > _FIRST,
    )
    its = (
        (Response.attempt_id == Outcome.attempt_id)
        & (Response.position == Outcome.position)
        & (Response.seq == Outcome.seq)
    )
    return (
        select(
            Outcome.attempt_id,
            Outcome.item_version_id,
            Outcome.position,
            type_coerce(Outcome.maximum, String),
            type_coerce(Outcome.mark, String),
            cast(Response.given, Text),
        )
        .join(Attempt, Attempt.id == Outcome.attempt_id)
        .outerjoin(Response, its)
        .where(
            Outcome.item_version_id.in_(select(ItemVersion.id).where(ItemVersion.item_id == item_id)),
            # No index offered here: an attempt holds many others.
            Attempt.quiz_id + literal_column("0") == quiz_id,
            ~replaced.exists(),
        )
    )


def _standing(ranked: Any) -> tuple[Any, ...]:
    return type_coerce(ranked.c.mark, String), type_coerce(ranked.c.maximum, String), ranked.c.standing


def _outcomes() -> Any:
    """Version and position in one number, with the answer where that is not the first; the maxima; the marks.

    Each list costs a third of reading the rows, and to put two values together as much as two lists.
    """
    question = Outcome.item_version_id * cast(literal_column(str(_PLACES)), BigInteger) + Outcome.position
    further = cast(question, Text) + _PART + cast(func.coalesce(Outcome.seq, 0), Text)
    told = case((Outcome.seq == _FIRST, cast(question, Text)), else_=further)
    maxima, marks = (
        func.aggregate_strings(type_coerce(each, String), _NEXT) for each in (Outcome.maximum, Outcome.mark)
    )
    return select(func.aggregate_strings(told, _NEXT) + _LIST + maxima + _LIST + marks)


def _place(row: Any) -> Any:
    """Position and answer as one number, which is the position where it is the first answer."""
    further = (row.seq - _FIRST) * cast(literal_column(str(_AGAIN)), BigInteger)
    return cast(case((row.seq == _FIRST, row.position), else_=row.position + further), Text)


_FIRST = literal_column("1", Integer)

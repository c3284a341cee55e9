"""The whole life of attempts, in any order anybody may think of, held against a small model of what they are.

One student, two devices, one assignment with its teacher and its clock; on the real database, through the services.
"""

import datetime
from dataclasses import dataclass, field
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import func, select

from quizapp import db
from quizapp.accounts.models import User
from quizapp.attempts import queries, service
from quizapp.attempts.finishing import finalise
from quizapp.attempts.models import OPEN, SUBMITTED, Attempt, AttemptEvent, Outcome, Purpose, Response
from quizapp.banks import queries as banks
from quizapp.classes import queries as classes
from quizapp.classes.service import add_member, remove_member
from quizapp.core.policy import Action, Identity, Role, may
from quizapp.core.responses import Chosen
from quizapp.quizzes import queries as quizzes
from quizapp.quizzes import service as giving
from quizapp.quizzes.sitting import sitting_of
from tests.build import NOW, make_town

SECOND, MINUTE = datetime.timedelta(seconds=1), datetime.timedelta(minutes=1)
GRACE, MORE = MINUTE, 5 * MINUTE
KEYS = {1: "o1", 2: "o2"}
"""The right option of each of the two questions: Vienna, and false."""
places, options, devices = (
    st.sampled_from(sorted(KEYS)),
    st.sampled_from(["o1", "o2"]),
    st.sampled_from(["phone", "tablet"]),
)


@dataclass
class Sheet:
    """What an attempt must be: its answers in order, and when it was finished."""

    started: datetime.datetime
    answers: dict[int, list[str]] = field(default_factory=lambda: {n: [] for n in KEYS})
    last: datetime.datetime | None = None
    finished: datetime.datetime | None = None
    late: int = 0

    @property
    def right(self) -> int:
        return sum(bool(given) and given[-1] == KEYS[n] for n, given in self.answers.items())


@dataclass
class World:
    """What the assignment must be."""

    immediate: bool
    allowed: int | None
    limit: datetime.timedelta | None
    closes: datetime.datetime | None
    cuts: bool
    stopped: datetime.datetime | None = None
    member: bool = True
    sheets: list[Sheet] = field(default_factory=list)

    @property
    def running(self) -> Sheet | None:
        return next((sheet for sheet in self.sheets if sheet.finished is None), None)

    def end(self, sheet: Sheet) -> datetime.datetime | None:
        ends = [self.stopped] if self.stopped else []
        if self.limit is not None:
            ends.append(sheet.started + self.limit)
        if self.closes is not None and (self.limit is None or self.cuts):
            ends.append(self.closes)
        return min(ends, default=None)

    def is_over(self, sheet: Sheet, now: datetime.datetime) -> bool:
        end = self.end(sheet)
        return end is not None and now >= end + GRACE

    def note_lateness(self, sheet: Sheet, now: datetime.datetime) -> None:
        end = self.end(sheet)
        sheet.late += end is not None and end <= now < end + GRACE

    def finish(self, sheet: Sheet, now: datetime.datetime) -> None:
        self.note_lateness(sheet, now)
        sheet.finished = max(self.end(sheet) if self.is_over(sheet, now) else now, sheet.last or sheet.started)


class Life(RuleBasedStateMachine):
    """Every verb there is, each with what the model says of it; over the database and the town of a subclass."""

    @initialize(
        immediate=st.booleans(),
        allowed=st.sampled_from([None, 1, 2]),
        limit=st.sampled_from([None, 10 * MINUTE]),
        closes=st.sampled_from([None, NOW + 15 * MINUTE]),
        cuts=st.booleans(),
    )
    def give(self, immediate, allowed, limit, closes, cuts):
        self.session, self.now = db.make_session(self.engine), NOW
        self.world = World(immediate, allowed, limit, closes, cuts)
        self.seen = {device: dict.fromkeys(KEYS, 0) for device in ("phone", "tablet")}
        with db.writing(self.session) as write:
            school_class = classes.by_public_id(write, self.town.school_class)
            rules = giving.Delivery(
                feedback=giving.IMMEDIATE if immediate else giving.DEFERRED,
                attempts_allowed=allowed,
                time_limit=limit,
                closes_at=closes,
                closing_cuts=cuts,
            )
            quiz = write.get_one(giving.Quiz, self.quiz_id)
            self.given = giving.assign(write, quiz, school_class.id, rules, by=self.town.giulia, now=NOW).public_id
            add_member(write, school_class, write.get_one(User, self.town.ada), NOW)
        self.start()

    def assignment(self, session):
        return quizzes.by_public_id(session, self.given)

    def rows(self):
        wanted = select(Attempt).where(Attempt.assignment_id == self.assignment(self.session).assignment.id)
        return list(self.session.scalars(wanted.order_by(Attempt.number)))

    @rule()
    def start(self):
        with db.writing(self.session) as write:
            given = self.assignment(write)
            told = self._started(write, given)
        world = self.world
        shut = world.stopped is not None or (world.closes is not None and self.now >= world.closes)
        if not world.member or shut:
            assert told == "shut"
        elif world.running is not None:
            assert told == len(world.sheets)
        elif world.allowed is not None and len(world.sheets) >= world.allowed:
            assert told == "none left"
        else:
            world.sheets.append(Sheet(self.now))
            self.seen = {device: dict.fromkeys(KEYS, 0) for device in self.seen}
            assert told == len(world.sheets)

    def _started(self, write, given):
        if not may(self.ada, Action.START, quizzes.thing(write, given)) or not given.open_at(self.now):
            return "shut"
        sitting = sitting_of(write, given.assignment, "seme").places
        try:
            return service.start(
                write, given.assignment, self.town.ada, sitting, purpose=Purpose.GRADED, seed="seme", now=self.now
            ).number
        except service.NoAttemptLeftError:
            return "none left"

    @precondition(lambda self: self.world.sheets)
    @rule(device=devices, n=places, option=options, looks=st.booleans(), times=st.integers(1, 2))
    def answer(self, device, n, option, looks, times):
        if looks:
            self.seen[device][n] = self._recorded(n)
        for _ in range(times):
            attempt = self.rows()[-1].public_id
            with db.writing(self.session, attempt) as write:
                row = queries.slot_at(write, attempt, n)
                told = service.answer(write, row, self.seen[device][n], Chosen(option), self.now)
            assert told == self._expected(n, self.seen[device][n], option)

    def _recorded(self, n):
        recorded = queries.slot_at(self.session, self.rows()[-1].public_id, n).seq
        assert recorded == len(self.world.sheets[-1].answers[n])
        return recorded

    def _expected(self, n, seq, option):
        sheet, world = self.world.sheets[-1], self.world
        given = sheet.answers[n]
        if given and (world.immediate or seq != len(given)):
            same = seq < len(given) and given[seq] == option
            return service.Recorded.SAME if same else service.Recorded.CONFLICT
        if sheet.finished is not None or world.is_over(sheet, self.now):
            return service.Recorded.CLOSED
        if seq != len(given):
            return service.Recorded.CONFLICT
        given.append(option)
        sheet.last = self.now
        world.note_lateness(sheet, self.now)
        if world.immediate and all(sheet.answers.values()):
            sheet.finished = self.now
        return service.Recorded.NEW

    @precondition(lambda self: self.world.sheets)
    @rule()
    def hand_in(self):
        sheet = self.world.sheets[-1]
        with db.writing(self.session) as write:
            done = service.hand_in(write, write.merge(self.rows()[-1]), self.now)
        assert done == (sheet.finished is None)
        if done:
            self.world.finish(sheet, self.now)

    @rule()
    def finaliser(self):
        sheet = self.world.running
        due = sheet is not None and self.world.is_over(sheet, self.now)
        assert finalise(self.session, self.now, self.assignment(self.session).assignment.id) == int(due)
        if due:
            self.world.finish(sheet, self.now)

    @rule(seconds=st.sampled_from([1, 59, 60, 240, 600, 3600]))
    def time_passes(self, seconds):
        self.now += seconds * SECOND

    @precondition(lambda self: self.world.running and self.world.end(self.world.running))
    @rule(after=st.sampled_from([-1, 0, 59, 60]))
    def time_passes_to_the_end(self, after):
        self.now = max(self.now, self.world.end(self.world.running) + after * SECOND)

    @rule()
    def teacher_closes_or_reopens(self):
        if self.world.stopped is None:
            for _ in range(2):
                self._change(giving.stop, self.town.giulia, self.now)
                self.world.stopped = self.world.stopped or self.now
                self.now += SECOND
        else:
            self._change(giving.reopen, self.town.giulia, self.now)
            self.world.stopped = None

    @rule(presses=st.integers(1, 2))
    def more_time(self, presses):
        known = giving.bounds(self.assignment(self.session).assignment)
        done = [self._change(giving.more_time, known, self.town.giulia, self.now) for _ in range(presses)]
        world = self.world
        may_be = world.stopped is None and (world.limit is not None or world.closes is not None)
        assert done == [may_be, False][:presses]
        if may_be:
            world.closes = world.closes and max(world.closes, self.now) + MORE
            world.limit = world.limit and world.limit + MORE

    @rule(member=st.booleans())
    def student_leaves_or_comes_back(self, member):
        with db.writing(self.session) as write:
            school_class = classes.by_public_id(write, self.town.school_class)
            if member:
                add_member(write, school_class, write.get_one(User, self.town.ada), self.now)
            else:
                remove_member(write, school_class, self.town.ada)
        self.world.member = member

    def _change(self, verb, *how):
        with db.writing(self.session) as write:
            return verb(write, self.assignment(write).assignment, *how)

    @invariant()
    def the_database_is_what_the_model_says(self):
        if not hasattr(self, "world"):
            return
        self.session.rollback()
        self.session.expire_all()
        rows = self.rows()
        assert len(rows) == len(self.world.sheets)
        for row, sheet in zip(rows, self.world.sheets, strict=True):
            self._holds(row, sheet)
        self.session.rollback()

    def _holds(self, row, sheet):
        assert row.state == (OPEN if sheet.finished is None else SUBMITTED)
        assert row.finished_at == sheet.finished
        assert row.answered == sum(map(bool, sheet.answers.values()))
        assert self._responses(row) == [
            (n, seq, {"option": option}) for n, given in sheet.answers.items() for seq, option in enumerate(given, 1)
        ]
        marked = self._outcomes(row)
        if sheet.finished is not None:
            wanted = set(KEYS)
        else:
            wanted = {n for n, given in sheet.answers.items() if given} if self.world.immediate else set()
        assert marked == {n: Fraction(sheet.answers[n][-1:] == [KEYS[n]]) for n in wanted}
        assert row.mark == sum(marked.values())
        assert row.right == (sheet.right if wanted else 0)
        late = select(func.count()).where(AttemptEvent.attempt_id == row.id, AttemptEvent.kind == "late")
        assert self.session.scalar(late) == sheet.late

    def _responses(self, row):
        found = select(Response).where(Response.attempt_id == row.id).order_by(Response.position, Response.seq)
        return [(each.position, each.seq, each.given) for each in self.session.scalars(found)]

    def _outcomes(self, row):
        found = list(self.session.scalars(select(Outcome).where(Outcome.attempt_id == row.id)))
        assert len({each.position for each in found}) == len(found)
        return {each.position: each.fraction for each in found}

    def teardown(self):
        if hasattr(self, "session"):
            self.session.close()


def two_questions(session, town):
    """A quiz of a choice and of a true or false."""
    with db.writing(session) as write:
        bank = banks.bank_by_slug(write, 1, "it/accordo")
        versions = {each.item.type: each.version.id for each in banks.items_of(write, bank)}
        return giving.make_quiz(
            write,
            bank.school_id,
            title="Due domande",
            lang="it",
            article_id=bank.article_id,
            item_version_ids=[versions["choice"], versions["true_false"]],
            owner_id=town.giulia,
            now=NOW,
        ).id


@pytest.fixture(scope="module")
def engine(blank, tmp_path_factory):
    file = tmp_path_factory.mktemp("life") / "life.sqlite3"
    file.write_bytes(blank.read_bytes())
    made = db.make_engine(f"sqlite:///{file}")
    yield made
    made.dispose()


def live(engine, lives, steps, part=0):
    """So many lives of so many steps each, others in every part; the first that is none of the model's is raised."""
    with db.make_session(engine) as session:
        town = make_town(session)
        ada = Identity(town.ada, session.get_one(User, town.ada).school_id, Role.STUDENT, "Ada")
        here = {"engine": engine, "town": town, "ada": ada, "quiz_id": two_questions(session, town)}
    run_state_machine_as_test(
        seed(part)(type("LifeHere", (Life,), here)),
        settings=settings(
            max_examples=lives,
            stateful_step_count=steps,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_whatever_happens_in_whatever_order_the_attempt_is_what_the_model_says(engine):
    live(engine, 60, 25)

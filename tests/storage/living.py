"""A quiz as it is lived with: everything that can happen to the answers of first attempts, by lot."""

import random
from dataclasses import replace
from fractions import Fraction

from sqlalchemy import delete, func, select

from quizapp import db
from quizapp.accounts.models import User
from quizapp.accounts.service import set_active
from quizapp.attempts import queries as attempts
from quizapp.attempts import service as taking
from quizapp.attempts.models import Attempt, AttemptEvent, Outcome, Purpose, Response, Slot
from quizapp.banks import queries as banks
from quizapp.banks.models import Bank, Deed
from quizapp.classes import queries as classes
from quizapp.core.responses import Chosen
from quizapp.corrections.service import correct, last_act, undo, withdraw
from quizapp.corrections.succession import supersede
from quizapp.doubles.service import merge
from quizapp.personal.models import Cause
from quizapp.personal.service import detach, erase
from quizapp.progress.regrading import regrade
from quizapp.quizzes import queries as quizzes
from quizapp.quizzes.models import QuizEdition, QuizSlot
from quizapp.quizzes.sitting import sitting_of
from tests.analysis.test_quiz import attempt, sit
from tests.build import NOW


class Life:
    """Each public method is one thing that happens; what it happens to is drawn."""

    def __init__(self, session, town, seed):
        self.session, self.town = session, town
        self.chance = random.Random(seed)  # noqa: S311 - invented lives
        self.users = sit(session, town, self.chance.choices((0, 0, 1, 2), k=12))
        self.open = []

    def somebody_sits(self):
        self.users += sit(self.session, self.town, [self.chance.randrange(3)], self._given())

    def somebody_sits_again(self):
        with db.writing(self.session) as write:
            attempt(write, quizzes.by_public_id(write, self._given()), self._living(write), self.chance.randrange(3))

    def somebody_begins(self):
        with db.writing(self.session) as write:
            given = quizzes.by_public_id(write, self.town.deferred)
            places = sitting_of(write, given.assignment, "s").places
            user = self._living(write)
            made = taking.start(write, given.assignment, user, places, purpose=Purpose.GRADED, seed="s", now=NOW)
            row = attempts.slot_at(write, made.public_id, 1)
            taking.answer(write, row, row.seq, Chosen(attempts.item_of(write, row.item_version_id).body.options[0].id),
                          NOW)  # fmt: skip
            self.open.append(made.id)

    def somebody_hands_in(self):
        with db.writing(self.session) as write:
            if self.open and (found := write.get(Attempt, self.open.pop())):
                taking.hand_in(write, found, NOW)

    def a_mark_is_given_by_hand(self):
        with db.writing(self.session) as write:
            found = self._finished(write)
            if found.size:
                mark = Fraction(self.chance.randint(0, 3), 3)
                place = self.chance.randint(1, found.size)
                if write.get(Slot, (found.id, place)) and not self._withdrawn(write, found.id, place):
                    regrade(write, found, place, mark, "?", self.town.giulia, NOW)

    def marks_change_places(self):
        """Two marks of one attempt by hand, so that its total is what it was."""
        with db.writing(self.session) as write:
            found = self._finished(write)
            rows = [row for row in attempts.slots_with_outcomes(write, found.id) if row.reason != "withdrawn"][:2]
            if len(rows) == 2 and rows[0].mark != rows[1].mark and rows[0].points == rows[1].points:
                for one, other in (rows, rows[::-1]):
                    regrade(write, found, one.position, other.mark, "?", self.town.giulia, NOW)

    def a_key_is_corrected(self):
        with db.writing(self.session) as write:
            listed, article = self._item(write)
            body = listed.item.body
            turned = tuple(replace(each, fraction=Fraction(place == 1)) for place, each in enumerate(body.options))
            if not self._is_withdrawn(write, listed):
                corrected = replace(listed.item, body=replace(body, options=turned))
                correct(write, listed.row, corrected, article, why="?", by=self.town.giulia, now=NOW)

    def a_question_is_withdrawn(self):
        with db.writing(self.session) as write:
            listed, article = self._item(write)
            if not self._is_withdrawn(write, listed):
                withdraw(write, listed.row, article, why="?", by=self.town.giulia, now=NOW)

    def that_is_taken_back(self):
        with db.writing(self.session) as write:
            listed, article = self._item(write)
            if act := last_act(write, listed.row.id):
                undo(write, act, article, by=self.town.giulia, now=NOW)

    def a_question_is_superseded(self):
        with db.writing(self.session) as write:
            bank = write.scalars(select(Bank).where(Bank.public_id == self.town.bank)).one()
            third = banks.items_of(write, bank)[2]
            supersede(write, third.row, bank, third.item, banks.article_of(write, bank), why="?",
                      by=self.town.giulia, now=NOW)  # fmt: skip

    def two_are_one(self):
        with db.writing(self.session) as write:
            kept, former = (write.get_one(User, each) for each in self.chance.sample(self.users, 2))
            if kept.active and former.active and kept.erased_at is None and former.erased_at is None:
                merge(write, classes.by_public_id(write, self.town.school_class), kept, former,
                      by=self.town.giulia, now=NOW)  # fmt: skip

    def somebody_is_erased(self):
        with db.writing(self.session) as write:
            erase(write, write.get_one(User, self.chance.choice(self.users)), Cause.ASKED, NOW)

    def a_year_is_over_for_somebody(self):
        with db.writing(self.session) as write:
            user = self._finished(write).user_id
            detach(write, write.get_one(User, user), Attempt.user_id == user, NOW)

    def somebody_leaves_or_comes_back(self):
        with db.writing(self.session) as write:
            found = write.get_one(User, self.chance.choice(self.users))
            if found.erased_at is None:
                set_active(write, found, active=not found.active, now=NOW)

    def an_attempt_is_deleted(self):
        with db.writing(self.session) as write:
            found = self._finished(write).id
            for table in (AttemptEvent, Outcome, Response, Slot):
                write.execute(delete(table).where(table.attempt_id == found))
            write.execute(delete(Attempt).where(Attempt.id == found))

    def the_quiz_gets_another_edition(self):
        with db.writing(self.session) as write:
            given = quizzes.by_public_id(write, self.town.deferred)
            first = write.get_one(QuizEdition, (given.quiz.id, 1))
            last = write.scalar(select(func.max(QuizEdition.number)).where(QuizEdition.quiz_id == given.quiz.id))
            write.add(QuizEdition(quiz_id=given.quiz.id, number=last + 1, pools=first.pools, conflicts=[],
                                  published_at=NOW))  # fmt: skip
            write.flush()
            for slot in quizzes.slots(write, given.quiz.id, 1)[:3]:
                write.add(QuizSlot(quiz_id=given.quiz.id, edition=last + 1, position=slot.position,
                                   item_version_id=slot.item_version_id))  # fmt: skip
            given.assignment.edition = last + 1

    def _given(self):
        return self.chance.choice((self.town.immediate, self.town.deferred))

    def _living(self, write):
        wanted = select(User.id).where(User.id.in_(self.users), User.active, User.erased_at.is_(None))
        return self.chance.choice(sorted(write.scalars(wanted)))

    def _finished(self, write):
        found = write.scalars(
            select(Attempt).where(Attempt.state == "submitted", Attempt.quiz_id.is_not(None)).order_by(Attempt.id)
        ).all()
        return self.chance.choice(found)

    def _item(self, write):
        bank = write.scalars(select(Bank).where(Bank.public_id == self.town.bank)).one()
        return banks.items_of(write, bank)[0], banks.article_of(write, bank)

    def _is_withdrawn(self, write, listed):
        act = last_act(write, listed.row.id)
        return act is not None and act.act == Deed.WITHDRAWN

    def _withdrawn(self, write, attempt_id, place):
        rows = attempts.slots_with_outcomes(write, attempt_id)
        return any(row.position == place and row.reason == "withdrawn" for row in rows)


HAPPENINGS = sorted(name for name in vars(Life) if not name.startswith("_"))

"""What the dumps of the schema hold: a finished quiz, a class that was joined, an article on the bench, reports."""

from dataclasses import replace
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp import db
from quizapp.accounts import acts
from quizapp.accounts.models import RecoveryCode, SignInTries, User
from quizapp.accounts.service import open_session, set_active
from quizapp.analysis.service import count
from quizapp.attempts import queries as attempts
from quizapp.attempts import service as taking
from quizapp.attempts.models import Attempt, AttemptEvent, Purpose
from quizapp.banks import queries as banks
from quizapp.banks.models import Bank, ItemVersion
from quizapp.banks.service import BankHead, copy_items
from quizapp.bench import service as bench
from quizapp.bench.models import Draft
from quizapp.bench.provenance import found_in, gathered
from quizapp.bench.states import Act
from quizapp.classes import queries as classes
from quizapp.classes.service import join, new_code
from quizapp.core.banks import Rights
from quizapp.core.policy import Identity, Role
from quizapp.core.responses import Chosen
from quizapp.corrections.service import correct, undo, withdraw
from quizapp.corrections.succession import supersede
from quizapp.doubles.service import merge
from quizapp.exchange import service as uploads
from quizapp.formats.apart import Reading
from quizapp.formats.registry import read
from quizapp.intake.reading import read_article
from quizapp.jobs import service as working
from quizapp.jobs.models import Kind, Problem
from quizapp.jobs.models import State as Ended
from quizapp.personal.models import Cause
from quizapp.personal.service import ask, erase
from quizapp.practice.service import open_bank
from quizapp.quizzes import queries as quizzes
from quizapp.quizzes.models import AssignmentExtra, AssignmentStudent
from quizapp.quizzes.service import reopen, stop
from quizapp.quizzes.sitting import sitting_of
from quizapp.reports import service as reporting
from quizapp.reports.models import Reason, State
from tests.build import NOW, Town

_NEWS = Path(__file__).parents[1] / "bench" / "data" / "tassi.txt"


def finish_a_quiz(session: Session, town: Town) -> None:
    """Ada answers the first question of the deferred quiz, and hands it in."""
    with db.writing(session) as write:
        given = quizzes.by_public_id(write, town.deferred)
        assert given is not None
        given.assignment.time_limit_s, given.assignment.closing_cuts = 1800, True
        places = sitting_of(write, given.assignment, "dump").places
        attempt = taking.start(write, given.assignment, town.ada, places, purpose=Purpose.GRADED, seed="dump", now=NOW)
        row = attempts.slot_at(write, attempt.public_id, 1)
        taking.answer(write, row, 0, Chosen("o1"), NOW)
        taking.hand_in(write, attempt, NOW)


def report_problems(session: Session, town: Town) -> None:
    """Ada finds two questions of the quiz she finished wrong; Giulia answers one."""
    giulia = Identity(town.giulia, 1, Role.TEACHER, "Giulia")
    with db.writing(session) as write:
        finished = attempts.of_user(write, town.ada)[0][0]
        for n, reason in enumerate((Reason.KEY, Reason.OTHER), 1):
            made = reporting.report(write, attempts.slot_at(write, finished.public_id, n), reason, "Perché?", NOW)
        reporting.answer(write, [made], State.MENDED, "Grazie.", giulia, NOW)


def grant_and_work(session: Session, town: Town) -> None:
    """Ada is granted more in the quiz, where students say how sure they are; the server has work to do."""
    with db.writing(session) as write:
        given = quizzes.by_public_id(write, town.deferred)
        assert given is not None
        given.assignment.dont_know, given.assignment.scoring = True, "certainty"
        write.add(
            AssignmentExtra(assignment_id=given.assignment.id, user_id=town.ada, percent=130, minutes=10, attempts=1)
        )
        working.ask(write, Kind.FINALISE, "dump", NOW)


def practise(session: Session, town: Town) -> None:
    """Giulia opens the bank to her class, and Ada practises two of its questions."""
    with db.writing(session) as write:
        bank = write.scalars(select(Bank).where(Bank.public_id == town.bank)).one()
        found = classes.by_public_id(write, town.school_class)
        assert found is not None
        open_bank(write, bank, [found.id], [found.id], by=town.giulia, now=NOW)
        versions = list(write.scalars(select(ItemVersion.id).order_by(ItemVersion.id).limit(2)))
        attempt = taking.practise(write, found.school_id, town.ada, versions, seed="dump", now=NOW)
        taking.answer(write, attempts.slot_at(write, attempt.public_id, 1), 0, Chosen("o1"), NOW)


def join_a_class(session: Session, town: Town) -> None:
    """A code on the board, and a student who came in by it."""
    with db.writing(session) as write:
        found = classes.by_public_id(write, town.school_class)
        assert found is not None
        new_code(write, found, NOW)
        join(write, found, "Lupo", hashed="-", now=NOW)


def put_in_order(session: Session, town: Town) -> None:
    """Lupo, who came in once more as Lupa, is one again; Giulia closes a quiz and reopens it; a backup fails."""
    with db.writing(session) as write:
        found = classes.by_public_id(write, town.school_class)
        assert found is not None
        kept = classes.by_nickname(write, found.id, "Lupo")
        assert kept is not None
        merge(write, found, kept, join(write, found, "Lupa", hashed="-", now=NOW), by=town.giulia, now=NOW)
        given = quizzes.by_public_id(write, town.immediate)
        assert given is not None
        stop(write, given.assignment, town.giulia, NOW)
        reopen(write, given.assignment, town.giulia, NOW)
        working.ask(write, Kind.BACKUP, "dump", NOW)
        job = working.take(write, NOW)
        assert job is not None
        working.end(write, job.id, job.run, Ended.FAILED, NOW, problem=Problem.NO_ROOM, about={"place": "/backups"})


def bring_an_article(session: Session, town: Town) -> None:
    """Giulia brings a news story and accepts the first draft."""
    giulia = Identity(town.giulia, 1, Role.TEACHER, "Giulia")
    with db.writing(session) as write:
        raw = read_article(_NEWS.read_bytes(), name="tassi.txt", lang="it")
        said = gathered({"outlet": "Prova"}, ("author",), found_in(raw, None), rights=Rights.FULL, purge_on=None)
        bench.take_in(write, raw, said, giulia, NOW)
        first = write.scalars(select(Draft.public_id).order_by(Draft.id)).first()
        assert first is not None
        bench.decide(write, first, Act("accept"), 0, giulia, NOW)


def act_on_items(session: Session, town: Town) -> None:
    """Giulia corrects the first question of her bank, withdraws the second and takes that back; a third is changed.

    Of the first there is a copy.
    """
    with db.writing(session) as write:
        bank = write.scalars(select(Bank).where(Bank.public_id == town.bank)).one()
        first, second, third, *_rest = banks.items_of(write, bank)
        copy_items(write, bank, [first], bank, now=NOW, author_id=town.giulia)
        article = banks.article_of(write, bank)
        corrected = replace(first.item, explanation="Era Ginevra.")
        correct(write, first.row, corrected, article, why="Era Ginevra.", by=town.giulia, now=NOW)
        act = withdraw(write, second.row, article, why="Ambigua.", by=town.giulia, now=NOW)
        undo(write, act, article, by=town.giulia, now=NOW)
        supersede(write, third.row, bank, third.item, article, why="Spostata.", by=town.giulia, now=NOW)


def bring_questions(session: Session, town: Town) -> None:
    """Giulia brings the questions of a file into a bank, and another file waits for her word."""
    gift = b"::Roma::Qual \xc3\xa8 la capitale d\xe2\x80\x99Italia?{~Milano =Roma}\n"
    with db.writing(session) as write:
        reading = Reading("gift", read(gift, "gift"))
        kept = [uploads.keep(write, reading, gift, name="a.gift", user_id=town.giulia, now=NOW) for _each in range(2)]
        made = uploads.ready(write, kept[0], uploads.prepared(kept[0]), None, now=NOW)
        uploads.bring_in(write, kept[0], made, BankHead("Capitali", "it"), school_id=1, now=NOW)


def keep_a_reading(session: Session, town: Town) -> None:
    """What is told of the quiz is kept, and then changes: Ada signs in no more, and does again."""
    found = quizzes.quiz_by_public_id(session, town.quiz)
    assert found is not None
    count(session, found.id, NOW)
    for active in (False, True):
        with db.writing(session) as write:
            set_active(write, write.get_one(User, town.ada), active=active, now=NOW)


def put_an_end(session: Session, town: Town) -> None:
    """Ada has a code for the loss of a device, Giulia signs in with codes; Marco wants to be forgotten, and is."""
    with db.writing(session) as write:
        write.add(RecoveryCode(user_id=town.ada, code_hash="0" * 64))
        write.get_one(User, town.giulia).totp_nonce = "-"
        ask(write, write.get_one(User, town.marco), NOW)
        erase(write, write.get_one(User, town.marco), Cause.ASKED, NOW, by=town.giulia)
        acts.note(write, 1, acts.Act.ERASED, NOW, by=town.giulia, subject=town.marco)


def come_and_go(session: Session, town: Town) -> None:
    """Ada alone has a quiz, an answer of hers was unreadable and her sign-in failed twice; Giulia is signed in."""
    with db.writing(session) as write:
        given = quizzes.by_public_id(write, town.deferred)
        assert given is not None
        write.add(AssignmentStudent(assignment_id=given.assignment.id, user_id=town.ada))
        write.add(SignInTries(school_id=1, name="ada", failures=2, since=NOW))
        attempt = write.scalars(select(Attempt.id).where(Attempt.user_id == town.ada)).first()
        write.add(AttemptEvent(attempt_id=attempt, position=1, kind="unreadable", about={}, at=NOW))
        open_session(write, write.get_one(User, town.giulia), NOW, device=("Firefox", "Linux"))
        working.note_seen(write, NOW)


ROOMS = (
    finish_a_quiz,
    join_a_class,
    bring_an_article,
    report_problems,
    put_in_order,
    grant_and_work,
    practise,
    act_on_items,
    bring_questions,
    keep_a_reading,
    put_an_end,
    come_and_go,
)
"""Something of every room, in the order in which it can happen."""

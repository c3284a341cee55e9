"""Everything that is kept of a person, as plain data: as many statements however much it is.

Of an attempt only the parts that its student may see by now; hashes of passwords, tokens and codes stay out.
"""

import datetime
import json
from collections import defaultdict
from collections.abc import Callable, Iterable
from enum import Enum
from fractions import Fraction
from typing import Any

from sqlalchemy import RowMapping, Text, cast, or_, select
from sqlalchemy.orm import Session

from quizapp.accounts.models import AdminAct, RecoveryCode, School, SignInTries, User, UserSession
from quizapp.articles.models import Article, ArticleVersion
from quizapp.attempts.models import RESTORED, WITHDRAWN, Attempt, AttemptEvent, Outcome, Response, Slot
from quizapp.attempts.pages import in_words, verdict_name
from quizapp.attempts.queries import answer_of, item_of, load_items
from quizapp.attempts.releases import told_each
from quizapp.banks.models import Bank, BankOpening, ItemAct, ItemVersion
from quizapp.bench.models import Decision, Draft
from quizapp.classes.models import Membership, SchoolClass
from quizapp.core.policy import Identity
from quizapp.core.release import Part
from quizapp.doubles.models import MergedStudent
from quizapp.exchange.models import Upload
from quizapp.jobs.models import Job
from quizapp.notices.models import Notice
from quizapp.personal.models import Erasure
from quizapp.quizzes.models import Assignment, AssignmentAct, AssignmentExtra, AssignmentStudent, Quiz, QuizEdition
from quizapp.reports.models import Report

FORMAT = "quotidia-own-data/1"
Data = dict[str, Any]


def own_data(session: Session, who: Identity, now: datetime.datetime) -> Data:
    """Every section, in the order of `SECTIONS`; moments in ISO 8601, marks as exact numbers like `1/3`."""
    told = {name: tell(session, who, now) for name, tell in SECTIONS.items()}
    return {"format": FORMAT, "made_at": _plain(now), **told}


def as_json(told: Data) -> str:
    """The document as the file that is taken away."""
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _person(session: Session, who: Identity, _now: datetime.datetime) -> Data:
    wanted = (
        select(
            User.name,
            User.sign_in_name,
            User.role,
            User.active,
            User.text_size,
            User.text_spacing,
            User.created_at,
            User.totp_nonce.is_not(None).label("second_factor"),
            School.name.label("school"),
        )
        .join(School, School.id == User.school_id)
        .where(User.id == who.id)
    )
    return _rows(session, wanted)[0]


def _sessions(session: Session, who: Identity, _now: datetime.datetime) -> list[Data]:
    wanted = select(UserSession.created_at, UserSession.last_seen_at, UserSession.browser, UserSession.system,
                    UserSession.idle_s, UserSession.revoked_at)  # fmt: skip
    return _rows(session, wanted.where(UserSession.user_id == who.id).order_by(UserSession.id))


def _recovery_codes(session: Session, who: Identity, _now: datetime.datetime) -> list[Data]:
    """That each is there; of the code itself only a hash is kept."""
    wanted = select(RecoveryCode.id).where(RecoveryCode.user_id == who.id).order_by(RecoveryCode.id)
    return [{"unused": True} for _ in session.scalars(wanted)]


def _sign_in_tries(session: Session, who: Identity, _now: datetime.datetime) -> list[Data]:
    name = select(User.sign_in_name).where(User.id == who.id).scalar_subquery()
    wanted = select(SignInTries.failures, SignInTries.since)
    return _rows(session, wanted.where(SignInTries.school_id == who.school, SignInTries.name == name))


def _classes(session: Session, who: Identity, _now: datetime.datetime) -> list[Data]:
    wanted = (
        select(
            SchoolClass.name.label("class"),
            SchoolClass.subject,
            SchoolClass.school_year,
            SchoolClass.timezone,
            SchoolClass.archived_at,
            Membership.role,
            Membership.nickname,
            Membership.approved,
            Membership.extra_percent,
            Membership.extra_minutes,
            Membership.extra_attempts,
            Membership.joined_at,
        )
        .join(Membership, Membership.class_id == SchoolClass.id)
        .where(Membership.user_id == who.id)
        .order_by(Membership.joined_at, SchoolClass.id)
    )
    return _rows(session, wanted)


def _given_by_name(session: Session, who: Identity, _now: datetime.datetime) -> list[Data]:
    wanted = _of_assignment(select(Quiz.title.label("quiz")), AssignmentStudent)
    return _rows(session, wanted.where(AssignmentStudent.user_id == who.id))


def _extra(session: Session, who: Identity, _now: datetime.datetime) -> list[Data]:
    columns = (AssignmentExtra.percent, AssignmentExtra.minutes, AssignmentExtra.attempts)
    wanted = _of_assignment(select(Quiz.title.label("quiz"), *columns), AssignmentExtra)
    return _rows(session, wanted.where(AssignmentExtra.user_id == who.id))


def _of_assignment(wanted: Any, table: Any) -> Any:
    return (
        wanted.select_from(table)
        .join(Assignment, Assignment.id == table.assignment_id)
        .join(Quiz, Quiz.id == Assignment.quiz_id)
        .order_by(Assignment.id)
    )


def _merged(session: Session, who: Identity, _now: datetime.datetime) -> list[Data]:
    """Accounts that were made one with another: those of this person, and those that a teacher said were one's."""
    mine = or_(MergedStudent.kept_id == who.id, MergedStudent.former_id == who.id)
    wanted = (
        select(SchoolClass.name.label("class"), MergedStudent.at, mine.label("mine"))
        .join(SchoolClass, SchoolClass.id == MergedStudent.class_id)
        .where(mine | (MergedStudent.by_id == who.id))
        .order_by(MergedStudent.at, MergedStudent.former_id)
    )
    return _rows(session, wanted)


def _attempts(session: Session, who: Identity, now: datetime.datetime) -> list[Data]:
    """Every attempt with its questions, each answer that was given, and its outcomes."""
    wanted = (
        select(Attempt, Assignment, Quiz.title)
        .outerjoin(Assignment, Assignment.id == Attempt.assignment_id)
        .outerjoin(Quiz, Quiz.id == Attempt.quiz_id)
        .where(Attempt.user_id == who.id)
        .order_by(Attempt.id)
    )
    slots = _by_attempt(session, who, select(Slot.position, Slot.item_version_id), Slot)
    given = _by_attempt(session, who, select(Response.position, Response.seq, Response.at, _given), Response)
    columns = (Outcome.position, Outcome.number, Outcome.seq, Outcome.fraction, Outcome.mark, Outcome.maximum,
               Outcome.reason, Outcome.at)  # fmt: skip
    outcomes = _by_attempt(session, who, select(*columns), Outcome)
    events = _by_attempt(session, who, select(AttemptEvent.position, AttemptEvent.kind, AttemptEvent.at), AttemptEvent)
    load_items(session, {row.item_version_id for rows in slots.values() for row in rows})
    found = []
    rows = session.execute(wanted).all()
    every = told_each(session, [(attempt, assignment) for attempt, assignment, _title in rows], now)
    for (attempt, _assignment, title), told in zip(rows, every, strict=True):
        questions = [
            _question(session, slot, given[attempt.id], outcomes[attempt.id] if Part.CORRECTNESS in told else ())
            for slot in slots[attempt.id]
        ]
        notes = [{"question": row.position, "kind": row.kind, "at": _plain(row.at)} for row in events[attempt.id]]
        found.append({**_attempt(attempt, title, told), "questions": questions, "events": notes})
    return found


_given = cast(Response.given, Text).label("given")


def _by_attempt(session: Session, who: Identity, wanted: Any, table: Any) -> dict[int, list[Any]]:
    """The rows of a table that belong to a person's attempts, by attempt."""
    rows = session.execute(
        wanted.add_columns(table.attempt_id)
        .join(Attempt, Attempt.id == table.attempt_id)
        .where(Attempt.user_id == who.id)
        .order_by(*table.__table__.primary_key)
    )
    found: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.attempt_id].append(row)
    return found


def _attempt(attempt: Attempt, title: str | None, told: Iterable[Part]) -> Data:
    names = ("purpose", "number", "state", "started_at", "last_at", "finished_at", "answered", "size")
    score = ("right", "mark", "maximum") if Part.SCORE in told else ()
    return {"quiz": title, **{name: _plain(getattr(attempt, name)) for name in (*names, *score)}}


def _question(session: Session, slot: Any, given: Iterable[Any], outcomes: Iterable[Any]) -> Data:
    item = item_of(session, slot.item_version_id)
    answers = []
    for row in given:
        if row.position == slot.position:
            said = in_words(item, answer_of(item, row.given))
            answers.append(
                {"at": _plain(row.at), "words": said.words, "unknown": said.unknown, "certainty": said.certainty}
            )
    marks = [
        {
            "at": _plain(row.at),
            "verdict": WITHDRAWN
            if row.reason == WITHDRAWN
            else "unanswered"
            if row.seq is None
            else "unknown"
            if answers and answers[row.seq - 1]["unknown"]
            else verdict_name(row.fraction, None),
            "mark": _plain(row.mark),
            "maximum": _plain(row.maximum),
            "reason": row.reason,
        }
        for row in outcomes
        if row.position == slot.position and row.reason != RESTORED
    ]
    return {"number": slot.position, "question": item.plain(item.stem), "answers": answers, "marks": marks}


def _reports(session: Session, who: Identity, _now: datetime.datetime) -> list[Data]:
    """Those a person made, and those they answered, of which another's words stay out."""
    columns = (Report.user_id, Report.reason, Report.words, Report.state, Report.reply, Report.decided_at,
               Report.created_at)  # fmt: skip
    wanted = (
        select(ItemVersion.stem.label("question"), *columns)
        .join(ItemVersion, ItemVersion.id == Report.item_version_id)
        .where(or_(Report.user_id == who.id, Report.decided_by == who.id))
        .order_by(Report.id)
    )
    found = []
    for row in session.execute(wanted).mappings():
        mine = row["user_id"] == who.id
        leave = {"user_id"} if mine else {"user_id", "words", "created_at"}
        found.append({"made_by_me": mine, **_data(row, leave)})
    return found


def _notices(session: Session, who: Identity, _now: datetime.datetime) -> list[Data]:
    wanted = select(Notice.kind, Notice.about, Notice.created_at, Notice.read_at)
    return _rows(session, wanted.where(Notice.user_id == who.id).order_by(Notice.id))


def _jobs(session: Session, who: Identity, _now: datetime.datetime) -> list[Data]:
    wanted = select(Job.kind, Job.state, Job.due_at, Job.ended_at, Job.result, Job.problem)
    return _rows(session, wanted.where(Job.user_id == who.id).order_by(Job.id))


def _acts(session: Session, who: Identity, _now: datetime.datetime) -> list[Data]:
    """What was done to the account, and by it; not to whom, or by whom, else."""
    wanted = select(
        AdminAct.act, AdminAct.about, AdminAct.at, (AdminAct.by_id.is_not_distinct_from(who.id)).label("done_by_me")
    )
    mine = or_(AdminAct.by_id == who.id, AdminAct.subject_id == who.id)
    return _rows(session, wanted.where(mine).order_by(AdminAct.id))


def _made(session: Session, who: Identity, _now: datetime.datetime) -> dict[str, list[Data]]:
    """What a teacher brought and decided, by table."""
    titled = select(Quiz.title.label("quiz"))
    wanted = {
        "article": select(ArticleVersion.title, ArticleVersion.created_at)
        .join(Article, Article.id == ArticleVersion.article_id)
        .where(Article.owner_id == who.id),
        "bank": select(Bank.title, Bank.created_at).where(Bank.owner_id == who.id),
        "upload": select(Upload.name, Upload.format, Upload.size, Upload.created_at, Upload.done_at).where(
            Upload.user_id == who.id
        ),
        "bank_opening": select(Bank.title, BankOpening.opened_at)
        .join(Bank, Bank.id == BankOpening.bank_id)
        .where(BankOpening.opened_by == who.id),
        "item_version": select(ItemVersion.stem, ItemVersion.number, ItemVersion.created_at).where(
            ItemVersion.author_id == who.id
        ),
        "item_act": select(
            ItemVersion.stem,
            ItemAct.act,
            ItemAct.why,
            ItemAct.at,
            ItemAct.undone_at,
            (ItemAct.by_id == who.id).label("mine"),
        )
        .join(ItemVersion, ItemVersion.id == ItemAct.version_id)
        .where(or_(ItemAct.by_id == who.id, ItemAct.undone_by == who.id))
        .order_by(ItemAct.id),
        "decision": select(Draft.family, Decision.act, Decision.at)
        .join(Draft, Draft.id == Decision.draft_id)
        .where(Decision.by_id == who.id),
        "quiz": select(Quiz.title, Quiz.created_at).where(Quiz.owner_id == who.id),
        "quiz_edition": titled.add_columns(QuizEdition.number, QuizEdition.published_at)
        .join(QuizEdition, QuizEdition.quiz_id == Quiz.id)
        .where(QuizEdition.published_by == who.id),
        "assignment": titled.add_columns(Assignment.created_at)
        .join(Assignment, Assignment.quiz_id == Quiz.id)
        .where(Assignment.created_by == who.id),
        "erasure": select(Erasure.role, Erasure.cause, Erasure.at).where(Erasure.by_id == who.id),
        "assignment_act": titled.add_columns(AssignmentAct.act, AssignmentAct.at)
        .join(Assignment, Assignment.quiz_id == Quiz.id)
        .join(AssignmentAct, AssignmentAct.assignment_id == Assignment.id)
        .where(AssignmentAct.by_id == who.id),
    }
    return {name: _rows(session, each) for name, each in wanted.items()}


SECTIONS: dict[str, Callable[[Session, Identity, datetime.datetime], Any]] = {
    "person": _person,
    "sessions": _sessions,
    "recovery_codes": _recovery_codes,
    "sign_in_tries": _sign_in_tries,
    "classes": _classes,
    "given_by_name": _given_by_name,
    "extra": _extra,
    "merged": _merged,
    "attempts": _attempts,
    "reports": _reports,
    "notices": _notices,
    "jobs": _jobs,
    "acts": _acts,
    "made": _made,
}


def _rows(session: Session, wanted: Any) -> list[Data]:
    return [_data(row) for row in session.execute(wanted).mappings()]


def _data(row: RowMapping, leave: Iterable[str] = ()) -> Data:
    return {name: _plain(value) for name, value in row.items() if name not in leave}


def _plain(value: Any) -> Any:
    if isinstance(value, datetime.date | datetime.datetime):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    return str(value) if isinstance(value, Fraction) else value

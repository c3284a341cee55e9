"""Tables: quiz, quiz_edition, quiz_slot, quiz_article, assignment, and of it: its students, extras and acts."""

import datetime
from enum import StrEnum
from fractions import Fraction
from typing import Any

from sqlalchemy import JSON, ForeignKey, ForeignKeyConstraint, String, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.db import Model, public_id


class Quiz(Model):
    """Content to be delivered; `plan` is the teacher's working copy, editions are what was published of it."""

    __tablename__ = "quiz"
    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(String(16), unique=True, default=public_id)
    school_id: Mapped[int] = mapped_column(ForeignKey("school.id"), index=True)
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    title: Mapped[str] = mapped_column(String(300))
    lang: Mapped[str] = mapped_column(String(5))
    article_id: Mapped[int | None] = mapped_column(ForeignKey("article.id"))
    plan: Mapped[list[Any]]
    plan_number: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime.datetime]
    archived_at: Mapped[datetime.datetime | None]
    trashed_at: Mapped[datetime.datetime | None]


class QuizEdition(Model):
    """What was published of a quiz at one moment, immutable: pinned versions, pools, and what conflicts in them."""

    __tablename__ = "quiz_edition"
    quiz_id: Mapped[int] = mapped_column(ForeignKey("quiz.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    pools: Mapped[dict[str, Any]]
    conflicts: Mapped[list[Any]]
    published_by: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    published_at: Mapped[datetime.datetime]


class QuizSlot(Model):
    """A place of an edition: one pinned item version, or `draw`: the name of the pool that one is drawn from."""

    __tablename__ = "quiz_slot"
    __table_args__ = (
        UniqueConstraint("quiz_id", "edition", "position"),
        ForeignKeyConstraint(["quiz_id", "edition"], ["quiz_edition.quiz_id", "quiz_edition.number"]),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    quiz_id: Mapped[int] = mapped_column(ForeignKey("quiz.id"))
    edition: Mapped[int] = mapped_column(default=1)
    position: Mapped[int]
    item_version_id: Mapped[int | None] = mapped_column(ForeignKey("item_version.id"), index=True)
    draw: Mapped[dict[str, Any] | None]
    points: Mapped[Fraction | None]


class QuizArticle(Model):
    """An article behind the questions of a quiz."""

    __tablename__ = "quiz_article"
    quiz_id: Mapped[int] = mapped_column(ForeignKey("quiz.id"), primary_key=True)
    article_id: Mapped[int] = mapped_column(ForeignKey("article.id"), primary_key=True, index=True)


class Assignment(Model):
    """A quiz given to a class or to named students, with the rules of its delivery.

    A time limit runs from the start of each attempt; the closing cuts it short only with `closing_cuts`. `extra_s` was
    added to it for everybody while they worked; `stopped_at` is when a teacher closed the assignment by hand. `release`
    says from when students see each part of the outcome, as `core.release.stored_plan` writes it; None: as usual. With
    `dont_know` students may say so; `scoring` is a `core.scoring.Scoring`.
    """

    __tablename__ = "assignment"
    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(String(16), unique=True, default=public_id)
    school_id: Mapped[int] = mapped_column(ForeignKey("school.id"))
    quiz_id: Mapped[int] = mapped_column(ForeignKey("quiz.id"), index=True)
    edition: Mapped[int] = mapped_column(default=1)
    class_id: Mapped[int | None] = mapped_column(ForeignKey("class.id"), index=True)
    opens_at: Mapped[datetime.datetime | None]
    due_at: Mapped[datetime.datetime | None]
    closes_at: Mapped[datetime.datetime | None]
    feedback: Mapped[str] = mapped_column(String(10))
    attempts_allowed: Mapped[int | None]
    grade_rule: Mapped[str] = mapped_column(String(10))
    time_limit_s: Mapped[int | None]
    closing_cuts: Mapped[bool] = mapped_column(default=False, server_default=false())
    extra_s: Mapped[int] = mapped_column(default=0, server_default="0")
    stopped_at: Mapped[datetime.datetime | None]
    article_open: Mapped[bool] = mapped_column(default=True)
    release: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    dont_know: Mapped[bool] = mapped_column(default=False, server_default=false())
    scoring: Mapped[str] = mapped_column(String(10), default="plain", server_default="plain")
    created_by: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    created_at: Mapped[datetime.datetime]


class AssignmentStudent(Model):
    """A student to whom an assignment is given by name."""

    __tablename__ = "assignment_student"
    assignment_id: Mapped[int] = mapped_column(ForeignKey("assignment.id"), primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"), primary_key=True, index=True)


class AssignmentExtra(Model):
    """What a student is granted in one assignment, in place of what the class grants: see `core.timing.Extra`."""

    __tablename__ = "assignment_extra"
    assignment_id: Mapped[int] = mapped_column(ForeignKey("assignment.id"), primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"), primary_key=True, index=True)
    percent: Mapped[int]
    minutes: Mapped[int]
    attempts: Mapped[int]


class Act(StrEnum):
    """What a teacher does by hand to an assignment while it runs."""

    CLOSED = "closed"
    REOPENED = "reopened"
    MORE_TIME = "more time"


class AssignmentAct(Model):
    """Who closed an assignment by hand, reopened it or gave five more minutes, and when; rows are only ever added."""

    __tablename__ = "assignment_act"
    id: Mapped[int] = mapped_column(primary_key=True)
    assignment_id: Mapped[int] = mapped_column(ForeignKey("assignment.id"), index=True)
    act: Mapped[str] = mapped_column(String(20))
    by_id: Mapped[int] = mapped_column(ForeignKey("user.id"))
    at: Mapped[datetime.datetime]

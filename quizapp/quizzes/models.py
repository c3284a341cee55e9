"""Tables: quiz, quiz_slot, assignment, assignment_student."""

import datetime
from typing import Any

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.db import Model, public_id


class Quiz(Model):
    """Content to be delivered: slots in order, with pinned item versions."""

    __tablename__ = "quiz"
    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(String(16), unique=True, default=public_id)
    school_id: Mapped[int] = mapped_column(ForeignKey("school.id"), index=True)
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    title: Mapped[str] = mapped_column(String(300))
    lang: Mapped[str] = mapped_column(String(5))
    article_id: Mapped[int | None] = mapped_column(ForeignKey("article.id"))
    created_at: Mapped[datetime.datetime]


class QuizSlot(Model):
    """A place of a quiz: one pinned item version, or a rule that draws one."""

    __tablename__ = "quiz_slot"
    __table_args__ = (UniqueConstraint("quiz_id", "position"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    quiz_id: Mapped[int] = mapped_column(ForeignKey("quiz.id"))
    position: Mapped[int]
    item_version_id: Mapped[int | None] = mapped_column(ForeignKey("item_version.id"), index=True)
    draw: Mapped[dict[str, Any] | None]


class Assignment(Model):
    """A quiz given to a class or to named students, with the rules of its delivery."""

    __tablename__ = "assignment"
    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(String(16), unique=True, default=public_id)
    school_id: Mapped[int] = mapped_column(ForeignKey("school.id"))
    quiz_id: Mapped[int] = mapped_column(ForeignKey("quiz.id"), index=True)
    class_id: Mapped[int | None] = mapped_column(ForeignKey("class.id"), index=True)
    opens_at: Mapped[datetime.datetime | None]
    due_at: Mapped[datetime.datetime | None]
    closes_at: Mapped[datetime.datetime | None]
    feedback: Mapped[str] = mapped_column(String(10))
    attempts_allowed: Mapped[int | None]
    grade_rule: Mapped[str] = mapped_column(String(10))
    time_limit_s: Mapped[int | None]
    article_open: Mapped[bool] = mapped_column(default=True)
    created_by: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    created_at: Mapped[datetime.datetime]


class AssignmentStudent(Model):
    """A student to whom an assignment is given by name."""

    __tablename__ = "assignment_student"
    assignment_id: Mapped[int] = mapped_column(ForeignKey("assignment.id"), primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"), primary_key=True, index=True)

"""Table: merged_student."""

import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.db import Model


class MergedStudent(Model):
    """An account that was a second one of the same student: since `at` all it had is of `kept_id`.

    `nickname` is the one it had in the class whose teacher, `by_id`, said so.
    """

    __tablename__ = "merged_student"
    former_id: Mapped[int] = mapped_column(ForeignKey("user.id"), primary_key=True)
    kept_id: Mapped[int] = mapped_column(ForeignKey("user.id"), index=True)
    class_id: Mapped[int] = mapped_column(ForeignKey("class.id"))
    nickname: Mapped[str | None] = mapped_column(String(40))
    by_id: Mapped[int] = mapped_column(ForeignKey("user.id"))
    at: Mapped[datetime.datetime]

"""How each table refers to a person, and in which section of their own data its rows are told."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refers:
    """`columns` name the person; without any, `through` is the table whose rows do. `section` tells the rows.

    A table without a section says nothing of a person, or what `instead` tells.
    """

    section: str | None = None
    columns: tuple[str, ...] = ()
    through: str | None = None
    instead: str | None = None


NOBODY = Refers()
TABLES: dict[str, Refers] = {
    "user": Refers("person", ("id",)),
    "school": Refers("person", through="user"),
    "user_session": Refers("sessions", ("user_id",)),
    "sign_in_tries": Refers("sign_in_tries", ("name",)),
    "membership": Refers("classes", ("user_id",)),
    "class": Refers("classes", through="membership"),
    "assignment_student": Refers("given_by_name", ("user_id",)),
    "assignment_extra": Refers("extra", ("user_id",)),
    "merged_student": Refers("merged", ("former_id", "kept_id", "by_id")),
    "attempt": Refers("attempts", ("user_id",)),
    "slot": Refers("attempts", through="attempt"),
    "response": Refers("attempts", through="attempt"),
    "outcome": Refers("attempts", through="attempt"),
    "attempt_event": Refers("attempts", through="attempt"),
    "report": Refers("reports", ("user_id", "decided_by")),
    "notice": Refers("notices", ("user_id",)),
    "job": Refers("jobs", ("user_id",)),
    "upload": Refers("made", ("user_id",)),
    "article": Refers("made", ("owner_id",)),
    "bank": Refers("made", ("owner_id",)),
    "bank_opening": Refers("made", ("opened_by",)),
    "item_version": Refers("made", ("author_id",)),
    "item_listing": Refers(None, ("author_id",), instead="item_version"),
    "item_act": Refers("made", ("by_id", "undone_by")),
    "decision": Refers("made", ("by_id",)),
    "quiz": Refers("made", ("owner_id",)),
    "quiz_edition": Refers("made", ("published_by",)),
    "assignment": Refers("made", ("created_by",)),
    "assignment_act": Refers("made", ("by_id",)),
    "anchor": NOBODY,
    "article_version": NOBODY,
    "draft": NOBODY,
    "drafting": NOBODY,
    "fact": NOBODY,
    "item": NOBODY,
    "item_tag": NOBODY,
    "quiz_article": NOBODY,
    "quiz_slot": NOBODY,
    "setting": NOBODY,
}

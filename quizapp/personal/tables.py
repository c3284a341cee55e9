"""How each table refers to a person, in which section of their own data its rows are told, and what erasure does."""

from dataclasses import dataclass
from enum import StrEnum


class Fate(StrEnum):
    """What becomes of a person's rows of a table when their data are erased."""

    DELETE = "delete"
    EMPTY = "empty"
    """The row stays, for statistics or for others, and nothing in it tells whose it was."""
    KEEP = "keep"
    """The row is the school's; the account it names is an emptied one."""


@dataclass(frozen=True, slots=True)
class Refers:
    """`columns` name the person; without any, `through` is the table whose rows do. `section` tells the rows.

    A table without a section says nothing of a person, or what `instead` tells. `own` are those of the columns whose
    rows are the person's, by `fate`; what names them elsewhere, as one who acted, goes on naming the emptied account.
    """

    section: str | None = None
    columns: tuple[str, ...] = ()
    through: str | None = None
    instead: str | None = None
    own: tuple[str, ...] = ()
    fate: Fate = Fate.KEEP


NOBODY = Refers()
_BY_ATTEMPT = "attempt"


def _goes(section: str, *own: str, also: tuple[str, ...] = ()) -> Refers:
    return Refers(section, (*own, *also), own=own, fate=Fate.DELETE)


TABLES: dict[str, Refers] = {
    "user": Refers("person", ("id",), own=("id",), fate=Fate.EMPTY),
    "school": Refers("person", through="user"),
    "user_session": _goes("sessions", "user_id"),
    "recovery_code": _goes("recovery_codes", "user_id"),
    "sign_in_tries": _goes("sign_in_tries", "name"),
    "membership": _goes("classes", "user_id"),
    "class": Refers("classes", through="membership"),
    "assignment_student": _goes("given_by_name", "user_id"),
    "assignment_extra": _goes("extra", "user_id"),
    "merged_student": _goes("merged", "former_id", "kept_id", also=("by_id",)),
    "attempt": Refers("attempts", ("user_id",), own=("user_id",), fate=Fate.EMPTY),
    "slot": Refers("attempts", through=_BY_ATTEMPT, fate=Fate.EMPTY),
    "response": Refers("attempts", through=_BY_ATTEMPT, fate=Fate.EMPTY),
    "outcome": Refers("attempts", through=_BY_ATTEMPT, fate=Fate.EMPTY),
    "attempt_event": Refers("attempts", through=_BY_ATTEMPT, fate=Fate.DELETE),
    "report": _goes("reports", "user_id", also=("decided_by",)),
    "notice": _goes("notices", "user_id"),
    "job": Refers("jobs", ("user_id",)),
    "upload": _goes("made", "user_id"),
    "article": Refers("made", ("owner_id",)),
    "bank": Refers("made", ("owner_id",)),
    "bank_opening": Refers("made", ("opened_by",)),
    "item_version": Refers("made", ("author_id",), own=("author_id",), fate=Fate.EMPTY),
    "item_listing": Refers(None, ("author_id",), instead="item_version"),
    "item_act": Refers("made", ("by_id", "undone_by")),
    "decision": Refers("made", ("by_id",)),
    "quiz": Refers("made", ("owner_id",)),
    "quiz_edition": Refers("made", ("published_by",)),
    "assignment": Refers("made", ("created_by",)),
    "assignment_act": Refers("made", ("by_id",)),
    "erasure": Refers("made", ("by_id",)),
    "admin_act": Refers("acts", ("by_id", "subject_id")),
    "anchor": NOBODY,
    "article_version": NOBODY,
    "draft": NOBODY,
    "drafting": NOBODY,
    "fact": NOBODY,
    "item": NOBODY,
    "item_tag": NOBODY,
    "quiz_article": NOBODY,
    "quiz_reading": NOBODY,
    "quiz_reading_change": NOBODY,
    "quiz_slot": NOBODY,
    "setting": NOBODY,
}

"""Who may do what: one table of pure predicates."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a person is in the school."""

    STUDENT = "student"
    TEACHER = "teacher"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class Identity:
    """The signed-in person, detached from the database; how large (0 to 2) and wide (0, 1) their texts are."""

    id: int
    school: int
    role: Role
    name: str
    public_id: str = ""
    text_size: int = 0
    text_spacing: int = 0

    @property
    def initials(self) -> str:
        """One or two letters for the round badge."""
        parts = self.name.split()
        return "".join(part[0] for part in (parts[:1] + parts[1:][-1:]))[:2].upper()


@dataclass(frozen=True, slots=True)
class Thing:
    """What a rule needs to know of the object at hand."""

    school: int
    owner: int | None = None
    teachers: frozenset[int] = frozenset()
    students: frozenset[int] = frozenset()
    shared: bool = False


class Action(StrEnum):
    """Everything a route may ask leave for."""

    USE = "use"
    TEACH = "teach"
    ANSWER = "answer"
    SEE_ATTEMPT = "see attempt"
    START = "start"
    SEE_RESULTS = "see results"
    RUN_ASSIGNMENT = "run assignment"
    REPORT = "report"
    ANSWER_REPORTS = "answer reports"
    SEE_PEOPLE = "see people"
    MAKE_PERSON = "make person"
    MANAGE_PERSON = "manage person"
    ERASE_PERSON = "erase person"
    SEE_CLASS = "see class"
    SEE_BANK = "see bank"
    EDIT_BANK = "edit bank"
    SEE_CORRECTIONS = "see corrections"
    CORRECT_ARTICLE = "correct article"
    SEE_QUIZ = "see quiz"
    EDIT_QUIZ = "edit quiz"
    READ_ARTICLE = "read article"
    WORK_ON_ARTICLE = "work on article"
    SET_UP_SCHOOL = "set up school"
    RUN_INSTALLATION = "run installation"
    SEE_JOB = "see job"
    SEE_UPLOAD = "see upload"


Rule = Callable[[Identity, Thing], bool]


def _teacher(who: Identity, _what: Thing) -> bool:
    return who.role in {Role.TEACHER, Role.ADMIN}


def _here(who: Identity, what: Thing) -> bool:
    return who.school == what.school


def _own(who: Identity, what: Thing) -> bool:
    return who.id == what.owner


def _teaches(who: Identity, what: Thing) -> bool:
    return _here(who, what) and (who.role is Role.ADMIN or (who.role is Role.TEACHER and who.id in what.teachers))


def _edits_content(who: Identity, what: Thing) -> bool:
    return _here(who, what) and (who.role is Role.ADMIN or (who.role is Role.TEACHER and _own(who, what)))


def _sees_content(who: Identity, what: Thing) -> bool:
    return _here(who, what) and _teacher(who, what) and (what.shared or _own(who, what) or who.role is Role.ADMIN)


POLICY: dict[Action, Rule] = {
    Action.USE: lambda _who, _what: True,
    Action.TEACH: _teacher,
    Action.ANSWER: _own,
    Action.SEE_ATTEMPT: lambda who, what: _own(who, what) or _teaches(who, what),
    Action.START: lambda who, what: _here(who, what) and who.id in what.students,
    Action.SEE_RESULTS: _teaches,
    Action.RUN_ASSIGNMENT: _teaches,
    Action.REPORT: _own,
    Action.ANSWER_REPORTS: _teaches,
    Action.SEE_PEOPLE: _teacher,
    Action.MAKE_PERSON: _teacher,
    Action.MANAGE_PERSON: lambda who, what: (
        _here(who, what) and (who.role is Role.ADMIN or (who.role is Role.TEACHER and what.shared))
    ),
    Action.ERASE_PERSON: lambda who, what: _here(who, what) and who.role is Role.ADMIN,
    Action.SEE_CLASS: _teaches,
    Action.SEE_BANK: _sees_content,
    Action.EDIT_BANK: _edits_content,
    Action.SEE_CORRECTIONS: lambda who, what: (
        _sees_content(who, what) or (_here(who, what) and who.id in (what.students | what.teachers))
    ),
    Action.CORRECT_ARTICLE: lambda who, what: _here(who, what) and _teacher(who, what) and _own(who, what),
    Action.SEE_QUIZ: _edits_content,
    Action.EDIT_QUIZ: _edits_content,
    Action.SET_UP_SCHOOL: lambda who, _what: who.role is Role.ADMIN,
    Action.RUN_INSTALLATION: lambda who, _what: who.role is Role.ADMIN,
    Action.SEE_JOB: lambda who, what: _here(who, what) and _own(who, what),
    Action.SEE_UPLOAD: lambda who, what: _here(who, what) and _teacher(who, what) and _own(who, what),
    Action.WORK_ON_ARTICLE: lambda who, what: _here(who, what) and _teacher(who, what) and _own(who, what),
    Action.READ_ARTICLE: lambda who, what: _sees_content(who, what) or (_here(who, what) and who.id in what.students),
}


def may(who: Identity, action: Action, what: Thing | None = None) -> bool:
    """Whether `who` may do `action`, to `what` where there is an object."""
    return POLICY[action](who, what or Thing(school=who.school, owner=who.id))


def knows(who: Identity, what: Thing) -> bool:
    """Whether refusing with 403 tells `who` nothing new: they may see the thing in some other way."""
    return any(
        may(who, action, what) for action in (Action.SEE_ATTEMPT, Action.SEE_BANK, Action.SEE_CLASS, Action.START)
    )

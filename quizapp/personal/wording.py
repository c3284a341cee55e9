"""What is kept, why and how long, in the reader's language: the words of the sections and tables of `tables.py`."""

from dataclasses import dataclass
from typing import Any

from flask_babel import lazy_gettext as _l

from quizapp.personal.tables import TABLES, Fate


@dataclass(frozen=True, slots=True)
class Kept:
    """One section of what is kept of a person: what, of whom, why, and how long."""

    what: Any
    of: Any
    why: Any
    until: Any


_STUDENTS, _TEACHERS, _ALL = _l("students"), _l("teachers and administrators"), _l("everybody")
_ACCOUNT = _l("As long as the account.")
SECTIONS: dict[str, Kept] = {
    "person": Kept(
        _l("Name, sign-in name or nickname, role, a hash of the password or recovery code, how texts look."),
        _ALL,
        _l("To sign in, and for the teacher to know whose answers these are."),
        _ACCOUNT,
    ),
    "sessions": Kept(
        _l("Each browser that is signed in: its name and system, such as Firefox on Android, since when, last seen."),
        _ALL,
        _l("To stay signed in, and to end what one does not know."),
        _l("Until the next sign-in after it has ended, thirty days at most while it is used."),
    ),
    "recovery_codes": Kept(
        _l("Hashes of codes for whoever has lost the device of the second factor."),
        _TEACHERS,
        _l("To sign in without that device."),
        _l("Each until it is used."),
    ),
    "sign_in_tries": Kept(
        _l("How many sign-ins of a name have failed, and since when."),
        _ALL,
        _l("To slow down who guesses passwords."),
        _l("Until the next sign-in that succeeds."),
    ),
    "classes": Kept(
        _l("The classes, the nickname used in each, and what time and attempts are granted there."),
        _ALL,
        _l("To give quizzes to those who are to have them."),
        _ACCOUNT,
    ),
    "given_by_name": Kept(
        _l("Quizzes given to somebody by name."),
        _STUDENTS,
        _l("To give quizzes to those who are to have them."),
        _ACCOUNT,
    ),
    "extra": Kept(
        _l("More time or attempts in one quiz; the reason is not asked for."),
        _STUDENTS,
        _l("So that everybody has the time they need."),
        _ACCOUNT,
    ),
    "merged": Kept(
        _l("That two accounts were one student, and who said so."),
        _STUDENTS,
        _l("So that a mistake can be understood later."),
        _ACCOUNT,
    ),
    "attempts": Kept(
        _l("Every attempt: the questions, each answer with its time, its marks, and what went wrong on the way."),
        _STUDENTS,
        _l("To give back the outcome, to practise what was not known, and to see which questions are bad."),
        _l("As long as the account, or as the school has decided below."),
    ),
    "reports": Kept(
        _l("Problems reported in a question, with the words written and their answer."),
        _STUDENTS,
        _l("To correct questions."),
        _ACCOUNT,
    ),
    "notices": Kept(
        _l("What a person was told, and whether it was read."), _ALL, _l("So that nobody misses it."), _ACCOUNT
    ),
    "jobs": Kept(
        _l("Work that an administrator asked the server for."),
        _TEACHERS,
        _l("To say what became of it."),
        _l("Thirty days."),
    ),
    "acts": Kept(
        _l("Acts on or by the account: made, new password, sign-in stopped, signed out, data handed out or erased."),
        _ALL,
        _l("So that it can be found out later who did what."),
        _l("A year."),
    ),
    "made": Kept(
        _l("Who brought an article, wrote a question, gave a quiz or erased data."),
        _TEACHERS,
        _l("So that a question has somebody who answers for it."),
        _ACCOUNT,
    ),
}
TABLES_SAID: dict[str, Any] = {
    "user": _l("Account"),
    "user_session": _l("Signed-in browsers"),
    "recovery_code": _l("Recovery codes"),
    "sign_in_tries": _l("Failed sign-ins"),
    "membership": _l("Places in classes"),
    "assignment_student": _l("Quizzes given by name"),
    "assignment_extra": _l("Time and attempts granted"),
    "merged_student": _l("Accounts made one"),
    "attempt": _l("Attempts"),
    "response": _l("Answers"),
    "outcome": _l("Marks"),
    "attempt_event": _l("What went wrong in an attempt"),
    "report": _l("Reported problems"),
    "notice": _l("Notices"),
    "upload": _l("Files of questions sent"),
    "item_version": _l("Questions that carry the name"),
}
"""The tables of which rows go or are emptied; the places of attempts go and stay with these."""
ENDS: dict[Fate, Any] = {
    Fate.DELETE: _l("It goes."),
    Fate.EMPTY: _l("It stays for statistics, of nobody: without name, typed words and times of day."),
    Fate.KEEP: _l("It stays with the school, and names nobody any more."),
}


def end_of(section: str) -> list[Any]:
    """What erasing does to the rows of a section, as its tables declare it."""
    said = [each for each in TABLES.values() if each.section == section and (each.columns or each.own)]
    fates = {each.fate for each in said}
    if section == "person":  # the row stays, and there is nothing in it
        return [ENDS[Fate.DELETE]]
    if section == "made":  # what is emptied there is a name
        return [ENDS[Fate.KEEP]]
    return [words for fate, words in ENDS.items() if fate in fates]

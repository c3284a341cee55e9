"""The demo school: invented people, one class, its quizzes, and answers given through the real services."""

import datetime
import random
from collections.abc import Sequence

from sqlalchemy.orm import Session

from quizapp.accounts import queries as accounts
from quizapp.accounts import service as people
from quizapp.accounts.models import User
from quizapp.attempts import queries as attempts
from quizapp.attempts import service as taking
from quizapp.attempts.models import Purpose
from quizapp.banks import queries as banks
from quizapp.banks.models import Bank
from quizapp.classes.models import SchoolClass
from quizapp.classes.service import add_member, make_class
from quizapp.core.items import Item
from quizapp.core.lifecycle import selectable
from quizapp.core.policy import Role
from quizapp.core.presentation import Shown
from quizapp.core.responses import Chosen, ChosenSet, Placed, Response, Typed
from quizapp.core.types import ClassifyBody, MultipleBody, TextBody
from quizapp.quizzes.models import Assignment
from quizapp.quizzes.service import DEFERRED, IMMEDIATE, Delivery, assign, make_quiz
from quizapp.quizzes.sitting import sitting_of
from quizapp.reports.models import Reason
from quizapp.reports.service import report

TEACHER, STUDENT = "docente", "studente"
TREATY_SLUGS = {"it": "it/trattato-russia-corea-del-nord", "en": "en/russia-north-korea-treaty"}
_NAMES = (
    "Ada Bruni",
    "Bilal Haddad",
    "Chiara Fontana",
    "Davide Greco",
    "Elif Demir",
    "Filippo Neri",
    "Greta Lombardi",
    "Hamza Saidi",
    "Irene Pace",
    "Luca Moretti",
    "Marta Villa",
    "Nicolò Serra",
)
_REPORTS = (
    (1, Reason.UNCLEAR, "Non capisco di quale giorno si parla."),
    (1, Reason.UNCLEAR, ""),
    (2, Reason.TYPO, "Manca una virgola."),
)


def seed_demo(session: Session, now: datetime.datetime) -> None:
    """People, class, quizzes and answers; nothing when they are there."""
    school = people.default_school(session)
    if accounts.by_sign_in_name(session, school.id, TEACHER):
        return
    teacher, _ = people.make_person(
        session, school.id, name="Paola Conti", sign_in_name=TEACHER, role=Role.TEACHER, now=now
    )
    found = make_class(
        session,
        school.id,
        name="3ªB",
        subject="Storia e attualità",
        timezone="Europe/Rome",
        teacher_id=teacher.id,
        now=now,
    )
    _student(session, school.id, "Giulia Rossi", STUDENT, found, now)
    mates = [_student(session, school.id, name, name.lower().replace(" ", "."), found, now) for name in _NAMES]
    for place, row in enumerate(banks.banks_for(session, school.id, teacher.id, everything=True)):
        given = _assign(session, row[0], found, teacher, now - datetime.timedelta(days=9 - place))
        if given is not None:
            _answer_all(session, given, mates, now)
    _report_problems(session, mates, now)


def demo_titles(session: Session) -> dict[str, str]:
    """The titles of the treaty quizzes by language."""
    school = accounts.school(session)
    found = {
        lang: banks.bank_by_slug(session, school.id, slug) if school else None for lang, slug in TREATY_SLUGS.items()
    }
    return {lang: bank.title for lang, bank in found.items() if bank is not None}


def _student(
    session: Session,
    school_id: int,
    name: str,
    sign_in: str,
    found: SchoolClass,
    now: datetime.datetime,
) -> User:
    user, _ = people.make_person(session, school_id, name=name, sign_in_name=sign_in, role=Role.STUDENT, now=now)
    add_member(session, found, user, now)
    return user


def _assign(
    session: Session, bank: Bank, found: SchoolClass, teacher: User, now: datetime.datetime
) -> Assignment | None:
    ready = [each for each in banks.items_of(session, bank) if selectable(each.standing, now.date())]
    if not ready:
        return None
    quiz = make_quiz(
        session,
        bank.school_id,
        title=bank.title,
        lang=bank.lang,
        article_id=bank.article_id,
        item_version_ids=[each.version.id for each in ready],
        owner_id=teacher.id,
        now=now,
    )
    treaty = bank.slug in TREATY_SLUGS.values()
    delivery = Delivery(feedback=IMMEDIATE if treaty or bank.lang == "en" else DEFERRED)
    return assign(session, quiz, found.id, delivery, by=teacher.id, now=now)


def _answer_all(session: Session, given: Assignment, mates: Sequence[User], now: datetime.datetime) -> None:
    for place, mate in enumerate(mates[: len(mates) - given.id % 3]):
        chance = random.Random(f"{given.id}|{mate.id}")  # noqa: S311 - invented answers
        seed = f"demo|{given.id}|{mate.id}"
        attempt = taking.start(
            session,
            given,
            mate.id,
            sitting_of(session, given, seed).places,
            purpose=Purpose.GRADED,
            seed=seed,
            now=now - datetime.timedelta(days=3, minutes=40 - place),
        )
        skill = 0.45 + 0.045 * place
        for position in range(1, attempt.size + 1):
            row = attempts.slot_at(session, attempt.public_id, position)
            item = attempts.item_of(session, row.item_version_id)
            response = _invented(item, attempts.shown(row), chance, skill)
            moment = now - datetime.timedelta(days=3, minutes=39 - place, seconds=-20 * position)
            taking.answer(session, row, 0, response, moment)
        session.expire(attempt)
        taking.hand_in(session, attempt, now - datetime.timedelta(days=3, minutes=20))


def _report_problems(session: Session, mates: Sequence[User], now: datetime.datetime) -> None:
    """Three of the mates found something wrong in a quiz, two of them in the same question."""
    for mate, (n, reason, words) in zip(mates, _REPORTS, strict=False):
        for attempt, *_more in attempts.of_user(session, mate.id, 1):
            report(session, attempts.slot_at(session, attempt.public_id, n), reason, words, now)


def _invented(item: Item, shown: Shown, chance: random.Random, skill: float) -> Response:
    body = item.body
    knows = chance.random() < skill
    if isinstance(body, TextBody):
        return Typed(body.keys()[0] if knows else "non so")
    if isinstance(body, ClassifyBody):
        return Placed(
            {
                s.id: (body.home(s) if chance.random() < skill else chance.choice(body.categories)).id
                for s in body.statements
            }
        )
    options = shown.arrange(body.options)  # type: ignore[attr-defined]
    if isinstance(body, MultipleBody):
        keys = frozenset(o.id for o in options if o.is_key)
        return ChosenSet(keys if knows else frozenset({chance.choice(options).id}))
    right = next(o for o in options if o.is_key)
    return Chosen(right.id if knows else chance.choice([o for o in options if not o.is_key]).id)

"""Plain builders, and a fixed small cast: Giulia teaches Ada; Marco and Bruno have no business there."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bs4 import BeautifulSoup, Tag
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from quizapp import db
from quizapp.accounts import service as people
from quizapp.accounts.models import User, UserSession
from quizapp.accounts.queries import hash_token
from quizapp.banks.service import sync_bank
from quizapp.classes.service import add_member, make_class
from quizapp.core.banks import Article, Bank, Rights
from quizapp.core.items import Item, read_item
from quizapp.core.policy import Role
from quizapp.core.reading import Reader
from quizapp.core.spans import sha256_of
from quizapp.quizzes.service import DEFERRED, IMMEDIATE, Delivery, assign, make_quiz

NOW = datetime.datetime(2026, 11, 24, 9, 0, tzinfo=datetime.UTC)
SENTENCE = "A Vienna fu firmato l’accordo il 3 marzo 2024."
TEXT = f"{SENTENCE}\n\nSecondo il ministro, l’intesa potrebbe durare."
CANARY = "CANARINO"
_FORM = re.compile(r"<form\b.*?</form>", re.DOTALL)
COMMON: dict[str, Any] = {
    "kind": "fact",
    "as_of": "2024-03-03",
    "timing": "dated",
    "status": "ready",
    "explanation": f"{CANARY}-spiegazione",
    "evidence": [{"start": 0, "end": len(SENTENCE), "quote": SENTENCE}],
    "sources": [{"title": "Accordo", "outlet": "Depositario", "date": "2024-03-03"}],
}
ITEMS: tuple[dict[str, Any], ...] = (
    {
        **COMMON,
        "id": "citta",
        "type": "choice",
        "stem": "In quale città fu firmato l’accordo del 2024?",
        "options": [
            {"text": "Vienna", "fraction": 1},
            {"text": "Ginevra", "feedback": f"{CANARY}-ginevra"},
            {"text": "Roma", "feedback": f"{CANARY}-roma"},
        ],
    },
    {
        **COMMON,
        "id": "due",
        "type": "multiple",
        "stem": "Che cosa è vero dell’accordo del 2024?",
        "options": [
            {"text": "È di marzo", "fraction": 1},
            {"text": "È di Vienna", "fraction": 1},
            {"text": "È di maggio", "feedback": f"{CANARY}-maggio"},
        ],
    },
    {
        **COMMON,
        "id": "vero",
        "type": "true_false",
        "stem": "L’accordo fu firmato nel 2023.",
        "options": [{"text": "true", "feedback": f"{CANARY}-anno"}, {"text": "false", "fraction": 1}],
        "correction": f"{CANARY}-corretto",
    },
    {
        **COMMON,
        "id": "mese",
        "type": "text",
        "stem": "In quale mese del 2024 fu firmato l’accordo?",
        "answers": [{"text": f"marzo {CANARY}", "fraction": 1}, {"text": "marzo", "fraction": 1}],
    },
    {
        **COMMON,
        "id": "tipi",
        "type": "classify",
        "stem": "Come presenta l’articolo del 2024 queste frasi?",
        "categories": [{"text": "Dato per certo", "kind": "fact"}, {"text": "Previsione", "kind": "forecast"}],
        "statements": [
            {"text": "L’accordo fu firmato.", "category": 0, "feedback": f"{CANARY}-s1"},
            {"text": "L’intesa potrebbe durare.", "category": 1, "feedback": f"{CANARY}-s2"},
        ],
    },
)


@dataclass
class Town:
    """The people and things that most tests need, by id."""

    giulia: int
    marco: int
    ada: int
    bruno: int
    admin: int
    school_class: str
    bank: str
    item: str
    quiz: str
    article: str
    immediate: str
    deferred: str
    user_ids: dict[str, str]


def make_item(**changes: Any) -> Item:
    """An item like the first one, changed; None takes a key away."""
    data = {key: value for key, value in {**ITEMS[0], **changes}.items() if value is not None}
    reader = Reader(data)
    item = read_item(reader, "it")
    assert item is not None, reader.problems
    assert not reader.problems, reader.problems
    return item


def make_bank(**changes: Any) -> Bank:
    """A bank on a two-sentence article, with one item of every type."""
    article = Article(
        title="L’accordo",
        subtitle=None,
        outlet="Quotidia",
        author="Redazione",
        published=datetime.date(2024, 3, 4),
        retrieved=datetime.date(2024, 3, 4),
        url="unknown",
        licence="CC BY 4.0",
        origin="Quotidia",
        rights=Rights.FULL,
        purge_on=None,
        sources=(),
        sha256=sha256_of(TEXT),
        text=TEXT,
    )
    items = tuple(item for data in ITEMS if (item := read_item(Reader(data), "it")))
    values: dict[str, Any] = {
        "id": "it/accordo",
        "title": "L’accordo di Vienna",
        "lang": "it",
        "licence": "CC BY 4.0",
        "topic": "Prova",
        "article": article,
        "facts": (),
        "items": items,
        **changes,
    }
    return Bank(**values)


def make_town(session: Session) -> Town:
    """The cast, a class of Giulia's with Ada in it, and the quiz given twice: immediate and deferred."""
    from quizapp.articles.models import Article as ArticleRow
    from quizapp.banks import queries as banks

    with db.writing(session) as write:
        school = people.default_school(write)
        cast: dict[str, User] = {}
        for name, role in {
            "giulia": Role.TEACHER,
            "marco": Role.TEACHER,
            "ada": Role.STUDENT,
            "bruno": Role.STUDENT,
            "admin": Role.ADMIN,
        }.items():
            cast[name], _ = people.make_person(
                write, school.id, name=name.title(), sign_in_name=name, role=role, now=NOW, password=f"{name}-segreta"
            )
        found = make_class(
            write,
            school.id,
            name="3ªB",
            subject="Storia",
            timezone="Europe/Rome",
            teacher_id=cast["giulia"].id,
            now=NOW,
        )
        add_member(write, found, cast["ada"], NOW)
        sync_bank(write, make_bank(), school_id=school.id, now=NOW)
        bank = banks.bank_by_slug(write, school.id, "it/accordo")
        assert bank is not None
        bank.owner_id, bank.visible = cast["giulia"].id, "school"
        listed = banks.items_of(write, bank)
        quiz = make_quiz(
            write,
            school.id,
            title="Il quiz sull’accordo",
            lang="it",
            article_id=bank.article_id,
            item_version_ids=[each.version.id for each in listed],
            owner_id=cast["giulia"].id,
            now=NOW,
        )
        given = [
            assign(write, quiz, found.id, Delivery(feedback=mode), by=cast["giulia"].id, now=NOW)
            for mode in (IMMEDIATE, DEFERRED)
        ]
        article = write.get_one(ArticleRow, bank.article_id)
        return Town(
            **{name: user.id for name, user in cast.items()},
            school_class=found.public_id,
            bank=bank.public_id,
            item=listed[0].row.public_id,
            quiz=quiz.public_id,
            article=article.public_id,
            immediate=given[0].public_id,
            deferred=given[1].public_id,
            user_ids={name: user.public_id for name, user in cast.items()},
        )


def forms_in(page: str, words: str) -> Iterator[Tag]:
    """The forms of a page in which these words stand; to read the whole of it would take many times longer."""
    for each in _FORM.findall(page):
        if words in each:
            yield from BeautifulSoup(each, "html.parser").find_all("form")


def form_of(page: str, action: str) -> dict[str, list[str]]:
    """What a browser would send of the form with this action, no button pressed."""
    form = next((each for each in forms_in(page, action.partition("&")[0]) if each.get("action") == action), None)
    assert form is not None, action
    sent: dict[str, list[str]] = {}
    for field in form.find_all(["input", "textarea", "select"]):
        name, kind = str(field.get("name", "")), str(field.get("type", "text"))
        if not name or (kind in {"radio", "checkbox"} and not field.has_attr("checked")):
            continue
        if field.name == "select":
            options = field.find_all("option")
            chosen = [option for option in options if option.has_attr("selected")] or options[:1]
            sent.setdefault(name, []).extend(str(option.get("value", option.text)) for option in chosen)
        else:
            sent.setdefault(name, []).append(
                field.text.lstrip("\n") if field.name == "textarea" else str(field.get("value", ""))
            )
    return sent


def signed_in(app: Flask, user_id: int) -> FlaskClient:
    """A browser in which this person is signed in."""
    token = f"token-{user_id}"
    now = datetime.datetime.now(datetime.UTC)
    with db.make_session(app.extensions["engine"]) as session, db.writing(session) as write:
        if write.query(UserSession).filter_by(token_hash=hash_token(token)).first() is None:
            write.add(UserSession(token_hash=hash_token(token), user_id=user_id, created_at=now, last_seen_at=now))
    client = app.test_client()
    with client.session_transaction() as cookie:
        cookie["token"] = token
    return client

"""Who lives beside the people of the town: another teacher with a class of his own, and another school."""

from dataclasses import replace
from typing import Any

from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp import db
from quizapp.accounts.models import School, User
from quizapp.accounts.service import make_person
from quizapp.articles.models import Article, ArticleVersion
from quizapp.banks import queries as banks
from quizapp.banks.service import sync_bank
from quizapp.bench.models import Draft
from quizapp.classes.service import add_member, make_class
from quizapp.core.policy import Role
from quizapp.quizzes.service import Delivery, assign, make_quiz
from tests.build import NOW, Town, make_bank, signed_in
from tests.house import begin, bring_article, send_a_file


def elsewhere(session: Session) -> tuple[int, dict[str, Any]]:
    """A second school with a teacher, a class, a student, a bank and a quiz: the teacher, and ids for addresses."""
    with db.writing(session) as write:
        school = School(name="Altrove")
        write.add(school)
        write.flush()
        zoe, _ = make_person(write, school.id, name="Zoe", sign_in_name="zoe", role=Role.TEACHER, now=NOW, password="-")
        leo, _ = make_person(write, school.id, name="Leo", sign_in_name="leo", role=Role.STUDENT, now=NOW, password="-")
        return zoe.id, _content(write, zoe, leo)


def next_door(app: Flask, town: Town, session: Session) -> dict[str, Any]:
    """Marco's class with Bruno in it, his bank, quiz, article, file and act, a report, none shared: their ids."""
    with db.writing(session) as write:
        ids = _content(write, write.get_one(User, town.marco), write.get_one(User, town.bruno))
        ids["upload"] = send_a_file(write, town.marco)
    bruno = signed_in(app, town.bruno)
    ids["attempt"] = begin(bruno, ids["assignment"]).rsplit("/", 1)[1]
    report = {"reason": "unclear", "words": "Perché?"}
    assert bruno.post(f"/q/{ids['attempt']}/1/report", data=report).status_code == 303
    door = signed_in(app, town.marco)
    ids["act"] = door.post(f"/items/{ids['item']}/withdraw", data={"why": "-"}).headers["Location"].rsplit("/", 1)[1]
    ids["article"] = bring_article(app, replace(town, giulia=town.marco))
    session.rollback()
    drafted = select(Draft.public_id).join(ArticleVersion, ArticleVersion.id == Draft.article_version_id)
    of_his = drafted.join(Article, Article.id == ArticleVersion.article_id).where(Article.public_id == ids["article"])
    ids["draft"] = session.scalars(of_his.order_by(Draft.id)).first()
    return ids


def _content(write: Session, teacher: User, student: User) -> dict[str, Any]:
    school, slug = teacher.school_id, f"it/{teacher.sign_in_name}"
    found = make_class(write, school, name="1Z", subject="", timezone="Europe/Rome", teacher_id=teacher.id, now=NOW)
    add_member(write, found, student, NOW)
    sync_bank(write, make_bank(id=slug), school_id=school, now=NOW)
    bank = banks.bank_by_slug(write, school, slug)
    assert bank is not None
    bank.owner_id, bank.visible = teacher.id, "own"
    listed = banks.items_of(write, bank)
    versions = [each.version.id for each in listed]
    quiz = make_quiz(
        write, school, title="Altrove", lang="it", article_id=bank.article_id, item_version_ids=versions,
        owner_id=teacher.id, now=NOW,
    )  # fmt: skip
    given = assign(write, quiz, found.id, Delivery(), by=teacher.id, now=NOW)
    return {
        "school_class": found.public_id,
        "bank": bank.public_id,
        "item": listed[0].row.public_id,
        "quiz": quiz.public_id,
        "article": write.get_one(Article, bank.article_id).public_id,
        "assignment": given.public_id,
        "person": student.public_id,
        "type_": "choice",
        "n": 1,
    }

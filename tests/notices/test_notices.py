"""Notices: one place, in the reader's language, read by a press, counted where it costs nobody an answer."""

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from quizapp import db
from quizapp.notices.models import Kind, Notice
from quizapp.notices.service import mark_read, tell
from tests.architecture.test_statements import counted
from tests.build import NOW, signed_in
from tests.house import begin, fill

ABOUT = {"stem": "Quale accordo?", "lang": "it", "attempt": "a", "n": 1, "state": "kept", "reply": "Resta."}
WAITING = {"stem": "Quale accordo?", "lang": "it", "item": "i", "count": 1}


@pytest.fixture
def told(session, town):
    with db.writing(session) as write:
        return [tell(write, town.ada, Kind.ANSWERED, {**ABOUT, "n": n}, NOW).id for n in (1, 2)]


def unread(session, user_id):
    session.rollback()
    return list(session.scalars(select(Notice.id).where(Notice.user_id == user_id, Notice.read_at.is_(None))))


def test_a_notice_speaks_the_language_of_who_reads_it(app, town, told):
    ada = signed_in(app, town.ada)
    assert "La domanda resta com’è" in ada.get("/notices", headers={"Accept-Language": "it"}).text
    assert "The question stays as it is" in ada.get("/notices", headers={"Accept-Language": "en"}).text


def test_reading_the_page_marks_nothing_and_a_press_marks_one_or_all(app, town, told, session):
    ada = signed_in(app, town.ada)
    ada.get("/notices")
    assert unread(session, town.ada) == told
    assert ada.post("/notices", data={"notice": told[0]}).status_code == 303
    assert unread(session, town.ada) == told[1:]
    ada.post("/notices", data={"notice": "all"})
    assert unread(session, town.ada) == []
    assert "Già letti" in ada.get("/notices").text


@pytest.mark.parametrize("sent", [{}, {"notice": ""}, {"notice": "x"}, {"notice": "9" * 30}, {"notice": "²"}])
def test_a_press_on_nothing_marks_nothing(app, town, told, session, sent):
    assert signed_in(app, town.ada).post("/notices", data=sent).status_code == 303
    assert unread(session, town.ada) == told


def test_nobody_marks_or_reads_the_notices_of_another(app, town, told, session):
    bruno = signed_in(app, town.bruno)
    assert "Resta." not in bruno.get("/notices").text
    for one in (*told, "all"):
        bruno.post("/notices", data={"notice": one})
    assert unread(session, town.ada) == told


def test_of_one_subject_one_unread_notice_says_the_newest(session, town):
    with db.writing(session) as write:
        first = tell(write, town.giulia, Kind.REPORTED, WAITING, NOW, subject="item 1")
        again = tell(write, town.giulia, Kind.REPORTED, {**WAITING, "count": 2}, NOW, subject="item 1")
        other = tell(write, town.giulia, Kind.REPORTED, WAITING, NOW, subject="item 2")
        theirs = tell(write, town.marco, Kind.REPORTED, WAITING, NOW, subject="item 1")
    assert again.id == first.id
    assert again.about["count"] == 2
    assert len({first.id, other.id, theirs.id}) == 3
    with db.writing(session) as write:
        mark_read(write, town.giulia, NOW, subject="item 1")
        later = tell(write, town.giulia, Kind.REPORTED, WAITING, NOW, subject="item 1")
    assert later.id not in {first.id, other.id}


def twice(session, user_id):
    with db.writing(session) as write:
        for _ in range(2):
            write.add(Notice(user_id=user_id, kind="reported", subject="item 1", about=WAITING, created_at=NOW))


def test_the_database_itself_holds_one_unread_notice_of_a_subject(session, town):
    with pytest.raises(IntegrityError):
        twice(session, town.giulia)


def test_no_page_of_a_question_asks_for_notices(app, town, told):
    ada = signed_in(app, town.ada)
    attempt = begin(ada, town.immediate)
    page = ada.get(f"{attempt}/1").text
    with counted(app) as asked:
        ada.get(f"{attempt}/1")
        ada.post(f"{attempt}/1", data=fill(page))
        ada.get(f"{attempt}/1/outcome")
        ada.get("/history")
    assert not [statement for statement in asked if "notice" in statement]
    with counted(app) as asked:
        home = ada.get("/").text
    assert len([statement for statement in asked if "notice" in statement]) == 1
    assert 'class="count num">2<' in home


def test_a_teacher_sees_the_count_on_every_page(app, town, session):
    with db.writing(session) as write:
        tell(write, town.giulia, Kind.REPORTED, WAITING, NOW, subject="item 1")
    giulia = signed_in(app, town.giulia)
    for place in ("/", "/classes", "/banks", "/nowhere"):
        assert 'class="count num">1<' in giulia.get(place).text, place
    giulia.post("/notices", data={"notice": "all"})
    assert 'class="count' not in giulia.get("/classes").text

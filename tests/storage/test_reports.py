"""Reports and notices under many at once; on SQLite and PostgreSQL."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from quizapp import db
from quizapp.accounts import service as people
from quizapp.classes import queries as classes
from quizapp.classes.service import add_member
from quizapp.core.policy import Role
from quizapp.notices.models import Notice
from quizapp.reports.models import Report
from tests.build import NOW, signed_in
from tests.house import begin
from tests.storage.populate import finish_a_quiz, report_problems


@pytest.fixture
def app(on_both):
    return on_both


def students(session, town, count):
    with db.writing(session) as write:
        found = classes.by_public_id(write, town.school_class)
        made = []
        for number in range(count):
            user, _ = people.make_person(
                write, 1, name=f"S{number}", sign_in_name=f"s{number}", role=Role.STUDENT, now=NOW, password="-"
            )
            add_member(write, found, user, NOW)
            made.append(user.id)
        return made


def test_twelve_students_at_once_are_twelve_reports_and_one_notice(app, session, town):
    clients = [signed_in(app, student) for student in students(session, town, 12)]
    places = [begin(client, town.immediate) for client in clients]
    with ThreadPoolExecutor(12) as pool:
        sent = pool.map(
            lambda pair: pair[0].post(f"{pair[1]}/1/report", data={"reason": "key"}).status_code,
            zip(clients, places, strict=True),
        )
        assert set(sent) == {303}
    session.rollback()
    assert len(session.scalars(select(Report)).all()) == 12
    (notice,) = session.scalars(select(Notice)).all()
    assert notice.about["count"] == 12


def test_the_same_report_sent_eight_times_at_once_is_one(app, session, town):
    place = begin(signed_in(app, town.ada), town.immediate)
    clients = [signed_in(app, town.ada) for _ in range(8)]
    with ThreadPoolExecutor(8) as pool:
        sent = pool.map(lambda ada: ada.post(f"{place}/1/report", data={"reason": "key"}).status_code, clients)
        assert set(sent) == {303}
    session.rollback()
    assert len(session.scalars(select(Report)).all()) == 1


def again(session):
    with db.writing(session) as write:
        one = write.scalars(select(Report).where(Report.state == "open")).one()
        kept = {
            name: getattr(one, name)
            for name in (column.name for column in Report.__table__.columns)
            if name not in {"id", "public_id"}
        }
        write.add(Report(**kept))


def test_the_database_itself_holds_one_open_report_of_a_place(session, town):
    finish_a_quiz(session, town)
    report_problems(session, town)
    with pytest.raises(IntegrityError):
        again(session)


def test_five_hundred_characters_fit_and_nul_breaks_nothing(app, session, town):
    ada, giulia = signed_in(app, town.ada), signed_in(app, town.giulia)
    place = begin(ada, town.immediate)
    assert ada.post(f"{place}/1/report", data={"reason": "other", "words": "à" * 500 + "\0"}).status_code == 303
    assert giulia.get("/reports?quiz=a%00").status_code == 200
    session.rollback()
    box = session.scalars(select(Report.public_id)).one()
    sent = {"reports": box, "state": "kept", "reply": "è" * 500}
    assert giulia.post(f"/reports/{town.item}", data=sent).status_code == 303
    assert "è" * 500 in ada.get("/notices").text

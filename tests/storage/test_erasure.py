"""Whoever is erased is in no row and in no byte any more, statistics stay, and no backup brings them back."""

import datetime
import json
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from sqlalchemy import event, func, select

from quizapp import db, schema, working
from quizapp.accounts.models import RecoveryCode, User, UserSession
from quizapp.analysis.queries import asked
from quizapp.attempts.models import Attempt, AttemptEvent, Response
from quizapp.backups.backup import back_up
from quizapp.backups.restore import restore
from quizapp.banks.models import ItemVersion
from quizapp.classes import queries as classes
from quizapp.classes.service import join, new_code
from quizapp.config import BackupPlan
from quizapp.core.retention import Retention
from quizapp.doubles.service import merge
from quizapp.jobs.models import Job, Kind
from quizapp.journal import Journal
from quizapp.notices.models import Notice
from quizapp.personal import ledger, retention
from quizapp.personal.models import Erasure
from quizapp.progress.queries import facility
from quizapp.quizzes import queries as quizzes
from quizapp.quizzes.models import AssignmentAct
from tests.build import ITEMS, NOW, signed_in
from tests.house import answer_all, begin

SIZE = len(ITEMS)
TYPED, LEFT, TOLD, WHY, NICKNAME = "zanzarone", "zibibbone", "zuzzurello", "zoppicava", "zorrone"
WORDS = ("zaccaria", "zerbini", "zacczerbi", TYPED, LEFT, TOLD, WHY, NICKNAME)
"""What tells who it was: a name, a sign-in name, two typed answers, a report, why a mark was changed, a nickname."""
YEAR = datetime.timedelta(days=365)


@pytest.fixture
def app(request):
    """On SQLite, and where a test says so on PostgreSQL too."""
    return request.getfixturevalue(getattr(request, "param", "on_sqlite"))


on_both = pytest.mark.parametrize("app", ["on_sqlite", "on_postgres"], indirect=True)


@pytest.fixture
def known(app, town, session):
    """Ada under a name of her own, with something of hers in every table."""
    with db.writing(session) as write:
        ada = write.get_one(User, town.ada)
        ada.name, ada.sign_in_name = "Zaccaria Zerbini", "zacczerbi"
        school_class = classes.by_public_id(write, town.school_class)
        code = new_code(write, school_class, working.now())
        join(write, school_class, NICKNAME, hashed="-", now=working.now())
        write.add(RecoveryCode(user_id=town.ada, code_hash="0" * 64))
    ada, giulia, nobody = signed_in(app, town.ada), signed_in(app, town.giulia), app.test_client()
    nobody.post("/sign-in", data={"sign_in_name": "zacczerbi", "password": "sbagliata"})
    nobody.post(f"/join/{code}/again", data={"back-nickname": NICKNAME, "back-recovery": "sbagliata"})
    handed_in = begin(ada, town.deferred)
    answer_all(ada, handed_in, SIZE, 1, leave=4)
    ada.post(f"{handed_in}/4", data={"seq": "0", "answer": TYPED})
    ada.post(f"{handed_in}/4", data={"seq": "0", "answer": LEFT})  # a conflict, which is noted
    ada.post(f"{handed_in}/hand-in")
    ada.post(f"{handed_in}/1/report", data={"reason": "other", "words": TOLD})
    ada.post(f"{begin(ada, town.immediate)}/4", data={"seq": "0", "answer": LEFT})
    bruno = signed_in(app, town.bruno)
    bruno.post(f"/join/{code}/me")
    answer_all(bruno, other := begin(bruno, town.deferred), SIZE, 0)
    bruno.post(f"{other}/hand-in")
    place = f"/assignments/{town.deferred}/attempts/{handed_in.split('/')[2]}/marks/1"
    changed = giulia.post(place, data={"mark": "0,5", "why": WHY})
    assert changed.status_code == 303, BeautifulSoup(changed.text, "html.parser").text
    session.rollback()
    with db.writing(session) as write:
        school_class = classes.by_public_id(write, town.school_class)
        second = classes.by_nickname(write, school_class.id, NICKNAME)
        merge(write, school_class, write.get_one(User, town.ada), second, by=town.giulia, now=NOW)
    nobody.post(f"/join/{code}/again", data={"back-nickname": NICKNAME, "back-recovery": "sbagliata"})  # now unknown
    ada.post("/my-data/erasure")
    return town


@pytest.fixture(autouse=True)
def careless(app):
    """SQLite as many build it: what is deleted stays in the file until something else is written there."""
    engine = app.extensions["engine"]

    def forget_to_overwrite(connection):
        if engine.dialect.name == "sqlite":
            connection.exec_driver_sql("PRAGMA secure_delete=OFF")

    event.listen(engine, "begin", forget_to_overwrite)


def found_in(app, words=WORDS):
    """The words that are somewhere in the database: in a row, or on SQLite in any byte of its files."""
    engine = app.extensions["engine"]
    with engine.connect() as connection:
        rows = [repr(tuple(row)) for table in schema.TABLES.values() for row in connection.execute(table.select())]
    everything = "\n".join(rows).casefold()
    file = db.file_of(engine)
    if file is not None:
        files = [each for each in (file, Path(f"{file}-wal")) if each.exists()]
        everything += b"".join(each.read_bytes() for each in files).decode("latin-1").casefold()
    return [word for word in words if word in everything]


def work_off(app):
    while (waiting := working.take_up(app.extensions["engine"])) is not None:
        working.carry_out(*waiting)


def statistics(app, session, town):
    session.rollback()
    given = quizzes.by_public_id(session, town.deferred)
    cells = {
        each.public_id: sorted(
            (cell.mark, cell.maximum, cell.total, cell.standing, cell.count, repr(cell.chosen))
            for cell in each.question.cells
        )
        for each in asked(session, given.quiz.id, given.assignment.edition)
    }
    return facility(session, given), cells


def erase(app, town, session, name="Zaccaria Zerbini", who="ada"):
    session.rollback()  # nobody goes on reading what was before
    admin = signed_in(app, town.admin)
    sent = admin.post(f"/people/{town.user_ids[who]}/erase", data={"name": name})
    assert sent.status_code == 303, BeautifulSoup(sent.text, "html.parser").text
    work_off(app)


@on_both
def test_who_is_erased_is_in_no_row_and_in_no_byte_and_the_statistics_stay(app, known, session, tmp_path):
    before = statistics(app, session, known)
    assert found_in(app) == list(WORDS)
    page = signed_in(app, known.admin).get(f"/people/{known.user_ids['ada']}/erase").text
    assert NICKNAME in page  # an account that was made one with hers goes with it
    counts = {
        row.th.text: [cell.text for cell in row.find_all("td")]
        for row in BeautifulSoup(page, "html.parser").select("tbody tr")
    }
    erase(app, known, session, "  zaccaria   ZERBINI ")
    assert found_in(app) == []
    assert statistics(app, session, known) == before
    done = session.scalars(select(Erasure).order_by(Erasure.id)).all()
    assert [(each.role, each.cause, each.by_id) for each in done] == [("student", "asked", known.admin)] * 2
    said = done[0].counts
    assert [str(said["delete"]["report"]), "0"] == counts["Problemi segnalati"]
    assert [str(said["delete"]["response"]), str(said["empty"]["response"])] == counts["Risposte"]
    assert {each.name for each in session.scalars(select(User).where(User.erased_at.is_not(None)))} == {
        "studente cancellato"
    }
    assert not session.scalars(select(UserSession).where(UserSession.user_id == known.ada)).all()
    assert len(ledger.read(tmp_path)) == 2
    question = signed_in(app, known.giulia).get(f"/assignments/{known.deferred}/questions/4").text
    assert "studente cancellato" in question
    assert "studente cancellato" not in signed_in(app, known.admin).get("/people").text


def test_who_is_erased_is_in_no_file_of_the_data_folder_and_in_no_line_of_the_log(
    app, known, session, tmp_path, monkeypatch
):
    log = tmp_path / "quotidia.log"
    app.config["JOURNAL"] = Journal("all", log)
    monkeypatch.setenv("QUIZAPP_LOG", "all")
    monkeypatch.setenv("QUIZAPP_LOG_FILE", str(log))
    monkeypatch.setenv("QUIZAPP_DATA_DIR", str(tmp_path))
    erase(app, known, session)
    told = log.read_text(encoding="utf-8")
    assert '"personal.erase_submit"' in told
    assert '"sweep"' in told  # of the bytes; the rows went with the request
    kept = {each.name: each.read_bytes().decode("latin-1") for each in tmp_path.rglob("*") if each.is_file()}
    assert kept.keys() >= {"test.sqlite3", "quotidia.log", "erased.json"}
    assert [(name, word) for name, text in kept.items() for word in WORDS if word in text.casefold()] == []


def test_what_stays_of_an_attempt_tells_neither_words_nor_hours(app, known, session):
    erase(app, known, session)
    session.rollback()
    (attempt,) = session.scalars(select(Attempt).where(Attempt.user_id == known.ada))
    moments = [attempt.started_at, attempt.last_at, attempt.finished_at]
    rows = session.scalars(select(Response).where(Response.attempt_id == attempt.id)).all()
    assert all(
        (each.hour, each.minute, each.second, each.microsecond) == (0, 0, 0, 0)
        for each in [*moments, *(row.at for row in rows)]
    )
    assert [row.given for row in rows if row.position == 4] == [{"text": "…"}]
    assert len(rows) == SIZE
    assert session.scalar(select(func.count()).select_from(AttemptEvent)) == 0


def test_a_teacher_is_erased_and_what_they_made_stays_with_the_school(app, known, session):
    with db.writing(session) as write:
        giulia = write.get_one(User, known.giulia)
        giulia.name, giulia.sign_in_name = "Zita Zambelli", "zitaz"
        version = write.scalars(select(ItemVersion)).first()
        version.content = {**version.content, "author": "Zita Zambelli"}
    assert signed_in(app, known.giulia).post(f"/assignments/{known.deferred}/close").status_code == 303
    before = {
        table.name: session.scalar(select(func.count()).select_from(table))
        for table in (ItemVersion.__table__, AssignmentAct.__table__)
    }
    erase(app, known, session, "Zita Zambelli", "giulia")
    assert found_in(app, ("zita", "zambelli", "zitaz")) == []
    session.rollback()
    assert before == {
        table.name: session.scalar(select(func.count()).select_from(table))
        for table in (ItemVersion.__table__, AssignmentAct.__table__)
    }
    admin = signed_in(app, known.admin)
    for place in (
        f"/banks/{known.bank}",
        f"/items/{known.item}",
        f"/quizzes/{known.quiz}",
        "/banks",
    ):
        assert admin.get(place).status_code == 200
    assert "docente cancellato" in admin.get(f"/assignments/{known.deferred}/close", follow_redirects=True).text


@on_both
def test_a_backup_from_before_brings_nobody_back(app, known, session, tmp_path):
    engine, url = app.extensions["engine"], str(app.config["DATABASE_URL"])
    file = tmp_path / "prima.zip"
    back_up(engine, file, now=NOW)
    erase(app, known, session)
    session.close()
    engine.dispose()
    done = restore(url, file, data_dir=tmp_path, replace=True, now=NOW)
    assert done.erased == 2
    assert found_in(app) == []
    session.rollback()
    assert {each.cause for each in session.scalars(select(Erasure))} == {"restored"}
    later = tmp_path / "dopo.zip"
    back_up(engine, later, now=NOW)
    session.close()
    engine.dispose()
    (tmp_path / "erased.json").unlink()
    assert restore(url, later, data_dir=tmp_path, replace=True, now=NOW).erased == 0
    assert len(ledger.read(tmp_path)) == 2  # the list is in every later backup too


def test_a_name_typed_otherwise_erases_nobody(app, known):
    admin = signed_in(app, known.admin)
    for name in ("", "Zaccaria", "Zerbini Zaccaria"):
        assert admin.post(f"/people/{known.user_ids['ada']}/erase", data={"name": name}).status_code == 422
    assert admin.post(f"/people/{known.user_ids['admin']}/erase", data={"name": "Admin"}).status_code == 403
    assert found_in(app) == list(WORDS)


def test_a_wish_to_be_erased_reaches_the_administrators_once_and_goes_with_the_person(app, known, session):
    wanted = select(Notice).where(Notice.kind == "erasure")
    signed_in(app, known.ada).post("/my-data/erasure")
    (told,) = session.scalars(wanted)
    assert (told.user_id, told.about["person"]) == (known.admin, known.user_ids["ada"])
    assert f"/people/{known.user_ids['ada']}/erase" in signed_in(app, known.admin).get("/notices").text
    assert "Lo hai chiesto" in signed_in(app, known.ada).get("/my-data").text
    erase(app, known, session)
    session.rollback()
    assert session.scalars(wanted).all() == []


@on_both
def test_a_school_that_says_so_erases_what_is_older_by_itself_and_shows_it_before(
    app, known, session, tmp_path, monkeypatch
):
    monkeypatch.setenv("QUIZAPP_DATA_DIR", str(tmp_path))
    admin = signed_in(app, known.admin)
    with db.writing(session) as write:
        long_ago = working.now() - YEAR * 2
        for user in write.scalars(select(User)):
            user.created_at = long_ago
        for attempt in write.scalars(select(Attempt)):
            attempt.last_at = long_ago
        for each in write.scalars(select(UserSession).where(UserSession.user_id == known.ada)):
            each.last_seen_at = long_ago
    young = begin(signed_in(app, known.bruno), known.immediate).split("/")[2]
    with db.writing(session) as write:
        classes.by_public_id(write, known.school_class).archived_at = working.now() - YEAR * 3
    page = BeautifulSoup(admin.get("/retention").text, "html.parser").get_text(" ", strip=True)
    assert "Account di studenti che se ne vanno del tutto 1" in page
    assert "i vecchi tentativi diventano di nessuno 1" in page  # Bruno was here today
    before = statistics(app, session, known)
    engine = app.extensions["engine"]
    with db.make_session(engine) as look:
        working.look_ahead(look, BackupPlan(tmp_path, None, 1), datetime.UTC, working.now())
        assert look.scalars(select(Job.kind)).all() == []
    assert admin.post("/retention", data={"days": "365", "on": "y"}).status_code == 303
    with db.make_session(engine) as look:
        for _ in range(2):
            working.look_ahead(look, BackupPlan(tmp_path, None, 1), datetime.UTC, working.now())
        assert look.scalars(select(Job.kind)).all() == [Kind.PURGE]
    session.rollback()
    work_off(app)
    assert found_in(app) == []
    assert statistics(app, session, known) == before
    assert session.get_one(User, known.bruno).name == "Bruno"
    assert session.scalars(select(Attempt.public_id).where(Attempt.user_id == known.bruno)).all() == [young]
    assert "Non c’è niente di più vecchio" in admin.get("/retention").text
    assert json.loads((tmp_path / "erased.json").read_text(encoding="utf-8"))["erased"]


def test_nobody_goes_who_was_seen_lately_or_whose_class_goes_on(app, known, session):
    with db.make_session(app.extensions["engine"]) as look:
        assert retention.due(look, 1, 90, working.now()).nothing
        assert retention.rule_of(look, 1) == Retention(on=False, days=365)

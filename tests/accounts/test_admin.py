"""Administrators see who is signed in and sign them out; what was done is remembered, found, and forgotten."""

import datetime

import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner
from sqlalchemy import func, select

from quizapp import db, shelf, working
from quizapp.accounts import acts
from quizapp.accounts.acts import Act, Wish
from quizapp.accounts.models import AdminAct, School, User
from quizapp.accounts.service import make_person, open_session
from quizapp.cli import cli
from quizapp.config import BackupPlan
from quizapp.core.policy import Role
from quizapp.journal import Journal
from tests.build import NOW, signed_in
from tests.house import begin, fill

DAY = datetime.timedelta(days=1)


def rows(page):
    return [
        [cell.get_text(" ", strip=True) for cell in row.find_all(["th", "td"])]
        for row in BeautifulSoup(page, "html.parser").select("tbody tr")
    ]


def button(page, name, words):
    found = [each for each in BeautifulSoup(page, "html.parser").select(f"button[name={name}]") if words in each.text]
    return found[0]["value"]


def test_an_administrator_signs_out_one_browser_a_person_or_everybody_else(app, town, session, clock):
    ada, again, bruno = signed_in(app, town.ada), app.test_client(), signed_in(app, town.bruno)
    with db.writing(session) as write:
        token = open_session(write, write.get_one(User, town.ada), NOW, device=("Firefox", "Android"))
    with again.session_transaction() as cookie:
        cookie["token"] = token
    admin = signed_in(app, town.admin)
    page = admin.get("/admin/sessions").text
    assert sorted(row[0].split()[0] for row in rows(page)) == ["Ada", "Ada", "Admin", "Bruno"]
    admin.post("/admin/sessions", data={"session": button(page, "session", "Bruno")})
    assert (bruno.get("/account").status_code, ada.get("/account").status_code) == (303, 200)
    admin.post("/admin/sessions", data={"person": town.user_ids["ada"]})
    assert {each.get("/account").status_code for each in (ada, again)} == {303}
    giulia = signed_in(app, town.giulia)
    admin.post("/admin/sessions", data={"session": "others"})
    assert (giulia.get("/account").status_code, admin.get("/account").status_code) == (303, 200)
    told = [row[1:] for row in rows(admin.get("/admin/log").text)]
    assert [row[0] for row in told] == ["Browser disconnessi 1 browser", "Browser disconnessi 2 browser",
                                        "Browser disconnessi 1 browser"]  # fmt: skip
    assert {row[1] for row in told} == {"Admin"}


def test_a_signed_out_student_loses_no_answer(app, town):
    ada, admin = signed_in(app, town.ada), signed_in(app, town.admin)
    attempt = begin(ada, town.immediate)
    sent = fill(ada.get(f"{attempt}/1").text)
    admin.post("/admin/sessions", data={"session": "others"})
    kept = ada.post(f"{attempt}/1", data=sent)
    assert (kept.status_code, kept.headers["Location"]) == (303, "/sign-in")
    with ada.session_transaction() as cookie:
        assert cookie["pending"]["fields"]["answer"] == [sent["answer"]]


def test_sessions_of_another_school_are_neither_seen_nor_ended(app, town, session):
    with db.writing(session) as write:
        other = School(name="Altrove")
        write.add(other)
        write.flush()
        zoe, _ = make_person(write, other.id, name="Zoe", sign_in_name="zoe", role=Role.STUDENT, now=NOW, password="-")
    stranger, admin = signed_in(app, zoe.id), signed_in(app, town.admin)
    assert "Zoe" not in admin.get("/admin/sessions").text
    for number in range(1, 9):
        admin.post("/admin/sessions", data={"session": str(number)})
    admin.post("/admin/sessions", data={"person": zoe.public_id})
    admin.post("/admin/sessions", data={"session": "others"})
    assert stranger.get("/account").status_code == 200
    assert admin.get("/account").status_code == 200
    assert admin.post("/admin/sessions", data={"session": "x"}).status_code == 400


def test_sessions_are_found_by_part_of_a_name(app, town):
    signed_in(app, town.ada)
    signed_in(app, town.bruno)
    admin = signed_in(app, town.admin)
    assert [row[0] for row in rows(admin.get("/admin/sessions?who=RUN").text)] == ["Bruno"]
    assert rows(admin.get("/admin/sessions?who=%25").text) == []


def test_every_administrative_act_is_remembered_with_who_did_it_to_whom(app, town, tmp_path, monkeypatch):
    admin, giulia, ada = signed_in(app, town.admin), signed_in(app, town.giulia), town.user_ids["ada"]
    admin.post("/people/new", data={"name": "Nuova", "sign_in_name": "nuova", "role": "teacher"})
    giulia.post(f"/people/{ada}/password")
    admin.post(f"/people/{ada}/active", data={"active": "0"})
    admin.post(f"/people/{ada}/active", data={"active": "1"})
    admin.post(f"/people/{town.user_ids['giulia']}/codes")
    admin.post("/sign-in-rules", data={})
    admin.post("/retention", data={"on": "y", "days": "180"})
    giulia.post(f"/classes/{town.school_class}/accounts", data={"names": "Uno\nDue"})
    admin.post("/admin/backup")
    admin.post(f"/people/{town.user_ids['bruno']}/erase", data={"name": "Bruno"})
    monkeypatch.setenv("QUIZAPP_DATABASE_URL", app.config["DATABASE_URL"])
    monkeypatch.setenv("QUIZAPP_DATA_DIR", str(tmp_path))
    assert CliRunner().invoke(cli, ["user", "deactivate", "marco"]).exit_code == 0
    told = [tuple(row[1:]) for row in rows(admin.get("/admin/log").text)]
    assert told[::-1] == [
        ("Account creato", "Admin", "Nuova"),
        ("Nuova password o nuovo codice di recupero", "Giulia", "Ada"),
        ("Accesso bloccato", "Admin", "Ada"),
        ("Accesso riaperto", "Admin", "Ada"),
        ("Codici all’accesso disattivati", "Admin", "Giulia"),
        ("Regola sui codici degli amministratori disattivata", "Admin", "–"),
        ("Regola su quanto si conservano i dati attivata, 180 giorni", "Admin", "–"),
        ("Account creati da un elenco 2 account", "Giulia", "–"),
        ("Backup richiesto", "Admin", "–"),
        ("Dati cancellati", "Admin", "studente cancellato"),
        ("Accesso bloccato", "dalla riga di comando", "Marco"),
    ]


@pytest.fixture
def sixty(session, town):
    """An act of the administrator on each of sixty days, on Ada and Bruno in turns."""
    with db.writing(session) as write:
        for number in range(60):
            subject = (town.ada, town.bruno)[number % 2]
            acts.note(write, 1, Act.PASSWORD, NOW - number * DAY, by=town.admin, subject=subject)
    return session


def test_the_log_is_searched_by_person_act_and_day_and_goes_page_by_page(app, town, sixty, clock):
    admin = signed_in(app, town.admin)

    def shown(**asked):
        return rows(admin.get("/admin/log", query_string=asked).text)

    assert (len(shown()), len(shown(page=2)), shown(page=3)) == (50, 10, [])
    assert len(shown(who="bru")) == 30
    assert shown(act="erased") == []
    assert len(shown(act="new password", since="2026-11-20", until="2026-11-21")) == 2
    assert len(shown(since="2026-11-24")) == 1
    page = BeautifulSoup(admin.get("/admin/log?act=new+password").text, "html.parser")
    older = next(link for link in page.find_all("a") if "Meno recenti" in link.text)
    assert "act=new+password" in older["href"]
    wrong = admin.get("/admin/log?since=ieri")
    assert wrong.status_code == 422
    assert "Errore:" in wrong.text
    assert admin.get("/admin/log?act=everything").status_code == 422


def test_acts_of_another_school_are_not_told(sixty, town):
    assert acts.found(sixty, 2, Wish(), 1) == ([], 0)


def test_the_worker_forgets_what_is_older_than_a_year(sixty, clock, tmp_path):
    plan = BackupPlan(tmp_path, None, 1)
    working.look_ahead(sixty, plan, working.ZoneInfo("Europe/Rome"), NOW + acts.KEPT - 10 * DAY + DAY / 2)
    assert sixty.scalar(select(func.count()).select_from(AdminAct)) == 10


def test_a_person_reads_what_was_done_to_their_account_but_not_by_whom(app, town, sixty):
    told = signed_in(app, town.ada).get("/my-data.json").json["acts"]
    assert len(told) == 30
    assert told[0] == {"act": "new password", "about": None, "at": NOW.isoformat(), "done_by_me": False}
    assert len(signed_in(app, town.admin).get("/my-data.json").json["acts"]) == 60


def test_the_page_of_the_installation_shows_its_health_log_backups_and_sessions(app, town, tmp_path):
    app.config["JOURNAL"] = Journal("all", tmp_path / "quotidia.log")
    app.config["BACKUP_PLAN"] = BackupPlan(tmp_path / "backups", 3, 2)
    (tmp_path / "backups").mkdir()
    for day in (1, 2):
        (tmp_path / "backups" / shelf.next_name(NOW - day * DAY)).write_bytes(b"\0" * 1024 * 1024)
    (tmp_path / "backups" / "before-the-exams.zip").write_bytes(b"")
    page = BeautifulSoup(signed_in(app, town.admin).get("/admin").text, "html.parser")
    text = page.find("main").get_text(" ", strip=True)
    for words in (
        "SQLite si può scrivere",
        "errori e ogni richiesta",
        "Ci sono 2 backup con la data",
        "Chi è connesso 1",
    ):
        assert words in text, words
    listed = [each.find("code").text for each in page.select("details li")]
    assert listed == ["quizapp-20261123T090000Z.zip", "quizapp-20261122T090000Z.zip"]

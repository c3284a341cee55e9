"""What an administrator sees of the installation and does to it, and who sees a job."""

import datetime

import pytest
from bs4 import BeautifulSoup
from sqlalchemy import select

from quizapp import config, db, shelf
from quizapp.jobs import service
from quizapp.jobs.models import Job, Kind, Problem, State
from tests.build import NOW, signed_in

HOUR = datetime.timedelta(hours=1)


@pytest.fixture
def admin(app, town, clock):
    return signed_in(app, town.admin)


def asked(admin):
    return str(admin.post("/admin/backup").headers["Location"])


def only_job(session):
    session.rollback()
    return session.scalars(select(Job)).one()


def test_the_age_of_the_last_backup_is_said(admin, tmp_path):
    assert "Ancora nessun backup" in admin.get("/admin").text
    for age, words in ((HOUR / 2, "meno di un’ora fa"), (5 * HOUR, "5 ore fa"), (72 * HOUR, "3 giorni fa")):
        shelf.note_last(tmp_path, NOW - age)
        assert words in admin.get("/admin").text


@pytest.mark.parametrize(
    ("lang", "parts"),
    [
        ("it", ("Stato", "Versione", "Database", "Registro", "Backup", "Chi è connesso", "Lavori")),
        ("en", ("Health", "Version", "Database", "Log", "Backups", "Who is signed in", "Jobs")),
    ],
)
def test_the_page_has_each_of_its_parts_in_both_languages(admin, tmp_path, lang, parts):
    shelf.note_last(tmp_path, NOW - 5 * HOUR)
    page = BeautifulSoup(admin.get("/admin", headers={"Accept-Language": lang}).text, "html.parser").main
    said = page.get_text(" ", strip=True)
    assert [part for part in parts if part not in said] == []
    assert config.version() in said
    places = {str(each["href"]): each.get_text(strip=True) for each in page.find_all("a", href=True)}
    for place in ("/admin/sessions", "/admin/log", "/retention", "/sign-in-rules"):
        assert places[place]
        assert admin.get(place, headers={"Accept-Language": lang}).status_code == 200
    assert [form["action"] for form in page.find_all("form")] == ["/admin/backup"]


def test_a_worker_that_looks_no_more_is_missed(admin, session, clock):
    assert "fermi" in admin.get("/admin").text
    with db.writing(session) as write:
        service.note_seen(write, NOW)
    assert "in funzione" in admin.get("/admin").text
    clock.move_to(NOW + HOUR)
    assert "fermi" in admin.get("/admin").text


def test_a_backup_asked_for_twice_within_a_minute_is_one_and_its_owner_follows_it(admin, session):
    at = asked(admin)
    assert asked(admin) == at
    assert "In attesa" in admin.get(at).text
    with db.writing(session) as write:
        job = service.take(write, NOW)
        service.beat(write, job.id, job.run, 40, NOW)
    assert "40%" in admin.get(at).text
    with db.writing(session) as write:
        service.end(write, job.id, job.run, State.DONE, NOW, result="quizapp-x.zip")
    page = admin.get(at).text
    assert "quizapp-x.zip" in page
    assert "hx-trigger" not in page
    assert "quizapp-x.zip" in admin.get("/admin").text


@pytest.mark.parametrize(
    ("problem", "about", "words"),
    [
        (Problem.GIVEN_UP, {"runs": 3}, ("si è fermato 3 volte", "stopped 3 times")),
        (Problem.NO_ROOM, {"place": "/copie"}, ("non c’è più spazio", "no room left")),
        (Problem.NOT_ALLOWED, {"place": "/copie"}, ("<code translate=no>/copie", "<code translate=no>/copie")),
        (Problem.NO_FOLDER, {"place": "/copie"}, ("non c’è una cartella", "There is no folder")),
        (Problem.DATABASE, {"detail": "damaged"}, ("non si è potuto copiare", "could not be copied")),
        (Problem.UNEXPECTED, {"detail": "OSError: <b>"}, ("imprevisto", "OSError: &lt;b&gt;")),
    ],
)
def test_what_went_wrong_is_said_in_the_readers_language(admin, session, problem, about, words):
    at = asked(admin)
    with db.writing(session) as write:
        job = service.take(write, NOW)
        service.end(write, job.id, job.run, State.FAILED, NOW, problem=problem, about=about)
    for lang, said in zip(("it", "en"), words, strict=True):
        for page in (at, "/admin"):
            assert said in admin.get(page, headers={"Accept-Language": lang}).text.replace('"', ""), (lang, page)


def test_the_owner_cancels_and_what_has_ended_stays_as_it_is(admin, session):
    at = asked(admin)
    assert admin.post(f"{at}/cancel").status_code == 303
    assert only_job(session).state == State.CANCELLED
    admin.post(f"{at}/cancel")
    assert only_job(session).state == State.CANCELLED


def test_a_running_job_hears_of_it_later_and_the_page_says_so(admin, session):
    at = asked(admin)
    with db.writing(session) as write:
        service.take(write, NOW)
    admin.post(f"{at}/cancel")
    assert only_job(session).cancel_asked
    assert "Si ferma appena può" in admin.get(at).text


def test_a_job_is_for_who_asked_for_it_alone_and_the_installations_own_for_nobody(app, town, admin, session):
    at = asked(admin)
    with db.writing(session) as write:
        own = service.ask(write, Kind.FINALISE, "x", NOW).public_id
    for role in ("ada", "giulia"):
        client = signed_in(app, getattr(town, role))
        for address in (at, f"/jobs/{own}"):
            assert client.get(address).status_code == 404, (role, address)
            assert client.post(f"{address}/cancel").status_code == 404, (role, address)
        assert client.post("/admin/backup").status_code == 403
    assert admin.get(f"/jobs/{own}").status_code == 404
    assert "Consegna dei tentativi scaduti" in admin.get("/admin").text

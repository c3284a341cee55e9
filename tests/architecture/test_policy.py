"""Every route says what it needs, and nothing of a school is there for another; who meets what: `access.txt`."""

import pytest

from quizapp import db
from quizapp.accounts.models import School
from quizapp.accounts.service import make_person
from quizapp.classes import queries
from quizapp.classes.service import new_code
from quizapp.core.policy import Action, Role
from quizapp.jobs.models import Kind
from quizapp.jobs.service import ask
from tests.build import NOW, signed_in
from tests.house import begin, everything, send_a_file

PUBLIC = {
    "home.start",
    "home.health",
    "home.licences",
    "personal.privacy",
    "home.accessibility",
    "home.preferences",
    "accounts.sign_in",
    "accounts.sign_in_submit",
    "accounts.sign_out",
    "accounts.second_step",
    "accounts.second_step_submit",
    "accounts.setup",
    "accounts.setup_submit",
    "classes.join",
    "classes.join_submit",
    "classes.door",
    "classes.newcomer",
    "classes.again",
}


def test_every_route_declares_what_it_needs(app):
    for rule in app.url_map.iter_rules():
        if rule.endpoint != "static":
            needs = getattr(app.view_functions[rule.endpoint], "needs", None)
            assert needs is not None, f"{rule.endpoint} declares nothing"
            assert (needs == "public") == (rule.endpoint in PUBLIC), rule.endpoint
            assert needs == "public" or needs in set(Action)


def test_an_attempt_is_its_students_alone_and_the_teacher_sees_its_results(app, town):
    ada = signed_in(app, town.ada)
    attempt = ada.post(f"/assignments/{town.deferred}/start").headers["Location"].rsplit("/", 1)[0]
    ada.post(f"{attempt}/hand-in")
    for role, answering, results in (("bruno", 404, 404), ("giulia", 403, 200), ("marco", 404, 404), ("ada", 303, 200)):
        client = signed_in(app, getattr(town, role))
        assert client.get(f"{attempt}/1").status_code == answering, role
        assert client.get(f"{attempt}/results").status_code == results, role
        if role != "ada":
            assert client.post(f"{attempt}/1", data={"seq": "0"}).status_code == answering, role
            assert client.post(f"{attempt}/retry").status_code == answering, role


def test_a_report_is_made_by_the_attempts_student_alone_and_answered_by_the_teachers_of_the_class(app, town):
    ada = signed_in(app, town.ada)
    attempt = begin(ada, town.immediate)
    made = {"reason": "unclear", "words": ""}
    for role, status in (("bruno", 404), ("giulia", 403), ("marco", 404), ("admin", 403), ("ada", 303)):
        client = signed_in(app, getattr(town, role))
        assert client.get(f"{attempt}/1/report").status_code == (200 if role == "ada" else status), role
        assert client.post(f"{attempt}/1/report", data=made).status_code == status, role
    for role, status in (("ada", 404), ("bruno", 404), ("marco", 404), ("giulia", 200), ("admin", 200)):
        client = signed_in(app, getattr(town, role))
        assert client.get(f"/reports/{town.item}").status_code == status, role
        empty = client.post(f"/reports/{town.item}", data={}).status_code
        assert empty == (422 if status == 200 else 404), role


def test_a_student_outside_the_class_cannot_start(app, town):
    assert signed_in(app, town.bruno).post(f"/assignments/{town.immediate}/start").status_code == 404
    assert signed_in(app, town.giulia).post(f"/assignments/{town.immediate}/start").status_code == 403


@pytest.mark.parametrize("role", list(Role))
def test_nothing_of_a_school_is_there_for_the_people_of_another(app, town, session, role):
    ada = signed_in(app, town.ada)
    attempt = begin(ada, town.deferred)
    ada.post(f"{attempt}/1/report", data={"reason": "typo"})
    done = signed_in(app, town.giulia).post(f"/items/{town.item}/withdraw", data={"why": "Ambigua."})
    with db.writing(session) as write:
        other = School(name="Altrove")
        write.add(other)
        write.flush()
        stranger, _ = make_person(write, other.id, name="Zoe", sign_in_name="zoe", role=role, now=NOW, password="-")
        code = new_code(write, queries.by_public_id(write, town.school_class), NOW)
        job = ask(write, Kind.BACKUP, "-", NOW, user_id=town.admin).public_id
        upload = send_a_file(write, town.giulia)
    ids = {
        **{name: getattr(town, name) for name in ("school_class", "bank", "item", "quiz", "article")},
        "assignment": town.deferred,
        "attempt": attempt.split("/")[2],
        "person": town.user_ids["ada"],
        "other": town.user_ids["bruno"],
        "type_": "choice",
        "name": "picture-1.png",
        "draft": "aaaaaaaaaaaaaaaa",
        "code": code,
        "job": job,
        "copy": town.item,
        "act": done.headers["Location"].rsplit("/", 1)[1],
        "upload": upload,
        "n": 1,
    }
    before, zoe = everything(app), signed_in(app, stranger.id)
    for rule in app.url_map.iter_rules():
        if rule.arguments and rule.endpoint != "static" and rule.endpoint not in PUBLIC:
            address = rule.build({name: ids[name] for name in rule.arguments})[1]
            for method in rule.methods & {"GET", "POST"}:
                sent = zoe.open(address, method=method, data={"seq": "0"} if method == "POST" else None)
                by_role = role is Role.STUDENT or rule.endpoint == "classes.join_as_me"
                assert sent.status_code in ({403, 404} if by_role else {404}), (method, address)
    assert everything(app) == before
    for place in (
        "/",
        "/people",
        "/classes",
        "/banks",
        "/items",
        "/items/due",
        "/quizzes",
        "/articles",
        "/approvals",
        "/history",
        "/practice",
        "/my-data",
        "/my-data.json",
        "/privacy",
        "/reports",
        "/notices",
    ):
        page = zoe.get(place).text
        assert not [name for name in ("Ada", "Giulia", "3ªB", "accordo") if name in page], place


def test_commits_happen_at_the_edge_of_the_database_alone():
    from pathlib import Path

    import quizapp

    package = Path(quizapp.__file__).parent
    found = [str(file.relative_to(package)) for file in package.rglob("*.py") if ".commit(" in file.read_text()]
    assert sorted(found) == ["db/engines.py", "db/transactions.py"]


def test_forms_without_a_token_are_refused(tmp_path, blank):
    from quizapp import create_app

    file = tmp_path / "csrf.sqlite3"
    file.write_bytes(blank.read_bytes())
    app = create_app(TESTING=True, DATABASE_URL=f"sqlite:///{file}", DATA_DIR=tmp_path, SECRET_KEY="test")
    for rule in app.url_map.iter_rules():
        if "POST" in rule.methods:
            address = rule.build(dict.fromkeys(rule.arguments, "1"))[1]
            assert app.test_client().post(address).status_code == 400, rule.endpoint


def test_the_security_headers_stand_on_every_answer(client):
    for address in ("/", "/sign-in", "/nowhere", "/health", "/static/css/app.css"):
        with client.get(address) as answer:
            headers = answer.headers
        assert headers["Content-Security-Policy"].startswith("default-src 'none'; script-src 'self'")
        assert headers["X-Content-Type-Options"] == "nosniff"

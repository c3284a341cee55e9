"""Own data: every table says how it refers to a person, every row of theirs is told, and no key before its time."""

import json
import re

import pytest
from bs4 import BeautifulSoup
from sqlalchemy import func, or_, select

from quizapp import db, schema
from quizapp.accounts.models import AdminAct, User
from quizapp.core.policy import Identity, Role
from quizapp.core.release import Moment, Part, When, stored_plan
from quizapp.personal import wording
from quizapp.personal.document import SECTIONS, own_data
from quizapp.personal.emptying import EMPTYING
from quizapp.personal.tables import NOBODY, TABLES, Fate
from quizapp.quizzes import queries as quizzes
from tests.architecture.test_statements import counted
from tests.build import CANARY, NOW, signed_in
from tests.house import answer_all, answer_right, begin
from tests.storage.populate import ROOMS
from tools.document_privacy import LANGUAGES, ROOT, document

SIZE = 5


@pytest.fixture
def lived(session, town):
    """Something of every room: what Ada and Giulia did, and a row of each thing that names one of them."""
    for live in ROOMS:
        live(session, town)
    return town


def data_of(session, town, name):
    session.rollback()
    role = Role.STUDENT if name in {"ada", "bruno"} else Role.TEACHER
    return own_data(session, Identity(getattr(town, name), 1, role, name.title()), NOW)


def test_every_table_declares_how_it_refers_to_a_person():
    assert TABLES.keys() == schema.TABLES.keys()
    for name, table in schema.TABLES.items():
        people = {
            column.name
            for column in table.columns
            if any(key.target_fullname == "user.id" for key in column.foreign_keys)
        }
        said = TABLES[name]
        assert people == set(said.columns) - {"id", "name"}, name
        assert said.section in {None, *SECTIONS}, name
        assert said == NOBODY or said.section or said.instead in TABLES, name
        assert set(said.own) <= set(said.columns), name
        assert (said.fate is Fate.KEEP) == (not said.own and said.through != "attempt"), name
        assert said.fate is not Fate.EMPTY or name in EMPTYING or name == "slot", name
        parents = {key.column.table.name for key in table.foreign_keys}
        if parents & {"attempt", "slot"} and not said.columns:
            assert said.through == "attempt", name


def test_every_section_and_every_table_that_loses_rows_has_its_words():
    assert wording.SECTIONS.keys() == SECTIONS.keys()
    losing = {name for name, said in TABLES.items() if said.fate is not Fate.KEEP}
    assert wording.TABLES_SAID.keys() == losing - {"slot"}


def test_the_page_says_of_every_section_what_erasing_does(app, client, town):
    rows = BeautifulSoup(client.get("/privacy").text, "html.parser").select("tbody tr")
    assert len(rows) == len(SECTIONS)
    assert [row.select("td")[-1].get_text(strip=True) != "" for row in rows] == [True] * len(SECTIONS)
    with app.test_request_context():
        said = {name: [str(each) for each in wording.end_of(name)] for name in SECTIONS}
    assert said["sessions"] == ["Se ne va."]
    assert "per le statistiche" in said["attempts"][0]


@pytest.mark.parametrize("name", ["ada", "giulia"])
def test_every_row_that_names_a_person_is_told(session, lived, name):
    told = data_of(session, lived, name)
    person = getattr(lived, name)
    for table_name, said in TABLES.items():
        if not said.section or not said.columns or table_name == "user":
            continue
        table = schema.TABLES[table_name]
        value = name if table_name == "sign_in_tries" else person
        wanted = select(table).where(or_(*(table.c[column] == value for column in said.columns)))
        count = len(session.execute(wanted).all())
        section = told[said.section]
        assert len(section[table_name] if said.section == "made" else section) == count, table_name
    assert told["person"]["sign_in_name"] == name


@pytest.mark.parametrize("name", ["ada", "giulia"])
def test_every_row_of_their_attempts_is_told_too(session, lived, name):
    told = data_of(session, lived, name)["attempts"]
    counts = {
        "slot": sum(len(each["questions"]) for each in told),
        "response": sum(len(question["answers"]) for each in told for question in each["questions"]),
        "outcome": sum(len(question["marks"]) for each in told for question in each["questions"]),
        "attempt_event": sum(len(each["events"]) for each in told),
    }
    assert counts.keys() == {table for table, said in TABLES.items() if said.through == "attempt"}
    attempts = schema.TABLES["attempt"]
    of = select(attempts.c.id).where(attempts.c.user_id == getattr(lived, name))
    for table_name, count in counts.items():
        table = schema.TABLES[table_name]
        wanted = select(func.count()).select_from(table).where(table.c.attempt_id.in_(of))
        assert session.scalar(wanted) == count, table_name
    assert name == "giulia" or all(counts.values())


def test_something_of_every_section_is_there(session, lived):
    ada, giulia = data_of(session, lived, "ada"), data_of(session, lived, "giulia")
    with_jobs = {name for name in SECTIONS if ada[name] or giulia[name]}
    assert with_jobs == SECTIONS.keys() - {"jobs"}
    assert all(giulia["made"].values())
    assert not any(ada["made"].values())


def test_each_answer_is_told_in_words_with_its_mark(app, session, town):
    ada = signed_in(app, town.ada)
    attempt = begin(ada, town.immediate)
    for n in range(1, SIZE + 1):
        answer_right(session, ada, attempt, n)
    answer = ada.get("/my-data.json")
    assert answer.mimetype == "application/json"
    assert re.fullmatch(r'attachment; filename="quotidia-[\d-]{10}\.json"', answer.headers["Content-Disposition"])
    (told,) = json.loads(answer.data)["attempts"]
    assert (told["quiz"], told["right"], told["mark"], told["maximum"]) == ("Il quiz sull’accordo", 5, "5", "5")
    assert [question["marks"][0]["verdict"] for question in told["questions"]] == ["right"] * SIZE
    assert told["questions"][0]["answers"][0]["words"] == ["Vienna"]
    assert told["questions"][2]["answers"][0]["words"] == ["Falso"]
    assert json.loads(answer.data)["sessions"]


def test_every_answer_that_was_changed_later_is_told_in_its_order(app, town):
    ada = signed_in(app, town.ada)
    attempt = begin(ada, town.deferred)
    for seq, typed in enumerate(("maggio", "aprile", "marzo")):
        assert ada.post(f"{attempt}/4", data={"seq": str(seq), "answer": typed}).status_code == 303
    (told,) = json.loads(ada.get("/my-data.json").data)["attempts"]
    assert [each["words"] for each in told["questions"][3]["answers"]] == [["maggio"], ["aprile"], ["marzo"]]


@pytest.mark.parametrize("part", [Part.SCORE, Part.CORRECTNESS])
def test_what_is_kept_back_is_not_in_the_file_either(app, session, town, part):
    plan = stored_plan({each: When(Moment.NEVER) if each == part else None for each in Part})
    with db.writing(session) as write:
        quizzes.by_public_id(write, town.immediate).assignment.release = plan
    ada = signed_in(app, town.ada)
    answer_all(ada, begin(ada, town.immediate), SIZE, 1)
    (told,) = json.loads(ada.get("/my-data.json").data)["attempts"]
    assert ("mark" in told) == (part is Part.CORRECTNESS)
    assert [question["marks"] for question in told["questions"]] == [[]] * SIZE


def test_who_answered_a_report_is_told_their_answer_and_not_the_words_of_its_student(session, lived):
    (answered,) = data_of(session, lived, "giulia")["reports"]
    assert (answered["made_by_me"], answered["reply"]) == (False, "Grazie.")
    assert not {"words", "created_at", "user_id"} & answered.keys()
    mine = data_of(session, lived, "ada")["reports"]
    assert [(each["made_by_me"], each["words"]) for each in mine] == [(True, "Perché?")] * 2


def test_no_key_no_explanation_and_no_hash_is_in_the_file(app, session, lived):
    ada = signed_in(app, lived.ada)
    text = ada.get("/my-data.json").text
    hashed = session.scalar(select(User.password_hash).where(User.id == lived.ada))
    assert hashed not in text
    assert CANARY not in text
    assert "Giulia" not in text


def test_who_did_nothing_gets_their_account_alone(app, session, town):
    told = data_of(session, town, "bruno")
    assert [name for name in SECTIONS if told[name] and name != "made"] == ["person"]
    page = signed_in(app, town.bruno).get("/my-data").text
    assert "Bruno" in page
    assert "nessuna" in page


def test_page_and_file_cost_as_many_statements_however_much_there_is(app, session, town):
    ada = signed_in(app, town.ada)
    answer_all(ada, begin(ada, town.immediate), SIZE, 1)
    ada.get("/my-data.json")
    with counted(app) as before:
        ada.get("/my-data.json")
    answer_all(ada, begin(ada, town.immediate), SIZE, 0)
    with counted(app) as after, counted(app) as page:
        ada.get("/my-data.json")
    assert len(after) == len(before) <= 30
    with counted(app) as page:
        ada.get("/my-data")
    assert len(page) <= 6


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_template_of_the_impact_assessment_is_that_of_the_schema(app, lang):
    written = (ROOT / "docs" / f"dpia.{lang}.md").read_text(encoding="utf-8")
    assert written == document(app, lang), "python -m tools.document_privacy"
    assert all(f"`{name}`" in written for name in schema.TABLES)


@pytest.mark.parametrize(("name", "whom"), [("ada", "al tuo docente"), ("giulia", "a un amministratore")])
def test_whoever_wants_something_corrected_is_sent_to_who_can(app, town, name, whom):
    page = signed_in(app, getattr(town, name)).get("/my-data").text
    assert f"Per far correggere qualcosa, chiedi {whom}" in page


def test_an_administrator_hands_out_what_the_person_could_take_away_and_the_log_notes_it(app, lived, session, clock):
    admin, herself, ada = signed_in(app, lived.admin), signed_in(app, lived.ada), lived.user_ids["ada"]
    assert admin.get(f"/people/{ada}/data.json").headers["Location"] == "/people"
    led = admin.post(f"/people/{ada}/data")
    assert (led.status_code, led.headers["Location"]) == (303, f"/people/{ada}/data.json")
    handed = admin.get(f"/people/{ada}/data.json")
    assert "attachment" in handed.headers["Content-Disposition"]
    assert handed.get_json() == herself.get("/my-data.json").get_json()
    assert admin.get(f"/people/{ada}/data.json").status_code == 303
    session.rollback()
    noted = session.scalars(select(AdminAct).where(AdminAct.act == "handed out")).all()
    assert [(act.by_id, act.subject_id) for act in noted] == [(lived.admin, lived.ada)]
    assert "Dati consegnati" in admin.get("/admin/log").text


def test_nobody_else_hands_out_the_data_of_a_person(app, town, session):
    ada = town.user_ids["ada"]
    for name in ("giulia", "marco", "bruno"):
        client = signed_in(app, getattr(town, name))
        assert client.post(f"/people/{ada}/data").status_code in {403, 404}
        assert client.get(f"/people/{ada}/data.json").status_code in {403, 404}
    assert session.scalar(select(func.count()).select_from(AdminAct)) == 0


def test_an_administrator_reads_who_asks_to_be_erased_and_nothing_of_it_once_that_is_done(app, town, clock):
    for name in ("ada", "bruno"):
        signed_in(app, getattr(town, name)).post("/my-data/erasure")
    admin = signed_in(app, town.admin)
    told = BeautifulSoup(admin.get("/notices").text, "html.parser").main
    marks = {each.get_text(" ", strip=True) for each in told.select("button[name=notice]:not([value=all])")}
    assert marks == {"Segna come letto : Ada", "Segna come letto : Bruno"}
    admin.post(f"/people/{town.user_ids['ada']}/erase", data={"name": "Ada"})
    told = admin.get("/notices").text
    assert "Bruno" in told
    assert "Ada" not in told

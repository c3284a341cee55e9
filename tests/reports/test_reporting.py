"""«Segnala un problema»: a student reports, the teachers of the class are told, answer, and the student is told."""

import re

import pytest
from bs4 import BeautifulSoup
from sqlalchemy import func, select

from quizapp import db
from quizapp.accounts import service as people
from quizapp.accounts.models import User
from quizapp.banks.models import Bank
from quizapp.banks.queries import items_of
from quizapp.classes import queries as classes
from quizapp.classes.service import add_member, make_class, remove_member
from quizapp.core.policy import Role
from quizapp.notices.models import Notice
from quizapp.quizzes import queries as quizzes
from quizapp.quizzes.service import Delivery, assign
from quizapp.reports.models import Report
from quizapp.reports.service import MOST_OPEN
from tests.architecture.test_statements import counted
from tests.build import CANARY, ITEMS, NOW, form_of, make_item, signed_in
from tests.house import answer_all, begin, fill

UNCLEAR = {"reason": "unclear", "words": "Quale accordo?"}


@pytest.fixture
def ada(app, town):
    return signed_in(app, town.ada)


@pytest.fixture
def giulia(app, town):
    return signed_in(app, town.giulia)


@pytest.fixture
def attempt(ada, town):
    return begin(ada, town.immediate)


def newcomer(app, session, town, name, role=Role.STUDENT):
    with db.writing(session) as write:
        found = classes.by_public_id(write, town.school_class)
        user, _ = people.make_person(
            write, found.school_id, name=name, sign_in_name=name.lower(), role=role, now=NOW, password="-"
        )
        add_member(write, found, user, NOW)
    return signed_in(app, user.id)


def item_ids(session):
    with session.begin():
        return [each.row.public_id for each in items_of(session, session.scalars(select(Bank)).one())]


def reports(session):
    session.rollback()
    return list(session.scalars(select(Report).order_by(Report.id)))


def notices(session, user_id, *, unread=True):
    session.rollback()
    wanted = select(Notice).where(Notice.user_id == user_id)
    return list(session.scalars(wanted.where(Notice.read_at.is_(None)) if unread else wanted))


def chosen(page, *names):
    """The boxes of these students."""
    soup = BeautifulSoup(page, "html.parser")
    rows = [li for li in soup.select(".list--pick li") if not names or li.find("strong").text in names]
    return [row.find("input")["value"] for row in rows]


def said(page):
    return " ".join(BeautifulSoup(page, "html.parser").get_text(" ").split())


def test_from_the_link_after_the_answer_to_the_teachers_reply(ada, giulia, town, attempt):
    ada.post(f"{attempt}/1", data=fill(ada.get(f"{attempt}/1").text))
    outcome = ada.get(f"{attempt}/1/outcome").text
    assert f'href="{attempt}/1/report"' in outcome
    sent = ada.post(f"{attempt}/1/report", data=UNCLEAR, follow_redirects=True)
    assert "Segnalazione inviata" in sent.text
    assert sent.request.path == f"{attempt}/1/outcome"

    home = giulia.get("/").text
    assert "1 problema segnalato aspetta una risposta." in said(home)
    listed = giulia.get("/reports").text
    assert ITEMS[0]["stem"] in said(listed)
    question = giulia.get(re.search(r'href="(/reports/\w+)"', listed)[1]).text
    for words in ("Ada", "La domanda non è chiara", "Quale accordo?", "Ha risposto: ", "Segnata come giusta: Vienna"):
        assert words in said(question)
    done = giulia.post(
        f"/reports/{town.item}",
        data={"reports": chosen(question), "state": "mended", "reply": "Hai ragione:\r\nora c’è l’anno."},
        follow_redirects=True,
    )
    assert "Hai risposto a 1 segnalazione." in said(done.text)
    assert 'name="reports"' not in done.text

    assert "Avvisi 1 da leggere" in said(ada.get("/").text)
    told = ada.get("/notices").text
    assert "La domanda è stata corretta" in said(told)
    assert "Hai ragione:\nora c’è l’anno." in told
    back = ada.get(re.search(r'class="t" href="(/q/[^"]+)"', told)[1]).text
    assert "Hai ragione:" in back
    assert "Problemi segnalati" in giulia.get("/reports?show=answered").text


def test_the_results_lead_to_the_report_of_every_question(ada, town):
    attempt = begin(ada, town.deferred)
    ada.post(f"{attempt}/hand-in")
    page = ada.get(f"{attempt}/results").text
    assert all(f'href="{attempt}/{n}/report"' in page for n in range(1, len(ITEMS) + 1))


@pytest.mark.parametrize("mode", ["immediate", "deferred"])
def test_the_page_of_a_report_says_nothing_of_key_or_feedback_before_the_outcome(ada, giulia, town, mode):
    attempt = begin(ada, getattr(town, mode))
    for n in range(1, len(ITEMS) + 1):
        if mode == "deferred":
            ada.post(f"{attempt}/{n}", data=fill(ada.get(f"{attempt}/{n}").text))
        pages = [ada.get(f"{attempt}/{n}/report").text, ada.post(f"{attempt}/{n}/report", data={}).text]
        pages.append(ada.post(f"{attempt}/{n}/report", data=UNCLEAR, follow_redirects=True).text)
        pages.append(ada.get(f"{attempt}/{n}/report").text)
        for page in pages:
            assert CANARY not in page
        for page in (pages[0], pages[1], pages[3]):
            assert "Vienna" not in page
            assert "marzo" not in page
    page = giulia.get(f"/reports/{town.item}").text
    giulia.post(f"/reports/{town.item}", data={"reports": chosen(page), "state": "kept", "reply": "Grazie."})
    for place in ("/notices", f"{attempt}/1/report"):
        assert "Grazie." in ada.get(place).text
        assert CANARY not in ada.get(place).text
        assert "Vienna" not in ada.get(place).text


def test_a_second_report_of_a_place_changes_the_first_until_it_is_answered(ada, giulia, town, attempt, session):
    ada.post(f"{attempt}/1/report", data=UNCLEAR)
    page = ada.get(f"{attempt}/1/report").text
    assert "Hai già segnalato questa domanda" in page
    kept = form_of(page, f"{attempt}/1/report")
    assert kept["reason"] == ["unclear"]
    assert [words.strip() for words in kept["words"]] == ["Quale accordo?"]
    ada.post(f"{attempt}/1/report", data={"reason": "typo", "words": "acordo"})
    (only,) = reports(session)
    assert (only.reason, only.words) == ("typo", "acordo")
    (notice,) = notices(session, town.giulia)
    assert notice.about["count"] == 1

    giulia.post(f"/reports/{town.item}", data={"reports": [only.public_id], "state": "kept", "reply": ""})
    ada.post(f"{attempt}/1/report", data={"reason": "other", "words": "Ancora."})
    assert [(each.state, each.reason) for each in reports(session)] == [("kept", "typo"), ("open", "other")]


def test_what_is_missing_or_too_long_is_asked_again_with_what_was_typed(ada, attempt, session):
    for data, words in (
        ({}, "Scegli una di queste voci."),
        ({"reason": "rude"}, "Scegli fra le voci proposte."),
        ({"reason": "other", "words": "  "}, "Di’ in poche parole che cosa non va."),
        ({"reason": "typo", "words": "x" * 501}, "Al massimo 500 caratteri."),
    ):
        refused = ada.post(f"{attempt}/1/report", data=data)
        assert refused.status_code == 422, data
        assert words in said(refused.text), data
        assert data.get("words", "").strip() in refused.text
    assert reports(session) == []
    assert ada.post(f"{attempt}/1/report", data={"reason": "typo", "words": "x\r\n" * 249 + "xx"}).status_code == 303
    assert len(reports(session)[0].words) == 500


def test_nobody_has_more_than_twenty_reports_open(ada, giulia, town, session):
    for _ in range(4):
        attempt = begin(ada, town.immediate)
        answer_all(ada, attempt, len(ITEMS), 0)
        for n in range(1, len(ITEMS) + 1):
            assert ada.post(f"{attempt}/{n}/report", data=UNCLEAR).status_code == 303
    assert len(reports(session)) == MOST_OPEN
    last = begin(ada, town.immediate)
    refused = ada.post(f"{last}/1/report", data=UNCLEAR)
    assert refused.status_code == 422
    assert "Troppe tue segnalazioni" in refused.text
    assert "Quale accordo?" in refused.text
    assert len(reports(session)) == MOST_OPEN
    assert ada.post(f"{attempt}/1/report", data={"reason": "typo"}).status_code == 303, "a change is no new report"
    giulia.post(f"/reports/{town.item}", data={"reports": [reports(session)[0].public_id], "state": "declined"})
    assert ada.post(f"{last}/1/report", data=UNCLEAR).status_code == 303


def test_reports_of_one_question_are_one_line_and_one_notice(app, ada, giulia, town, session, attempt):
    ada.post(f"{attempt}/1/report", data=UNCLEAR)
    ada.post(f"{attempt}/2/report", data={"reason": "typo"})
    carla = newcomer(app, session, town, "Carla")
    hers = begin(carla, town.deferred)
    carla.post(f"{hers}/1/report", data=UNCLEAR)
    first, second, *_others = item_ids(session)
    told = [(each.about["item"], each.about["count"]) for each in notices(session, town.giulia)]
    assert told == [(first, 2), (second, 1)]
    listed = giulia.get("/reports").text
    assert "La domanda non è chiara × 2" in said(listed)
    assert listed.count(f"/reports/{first}") == 1
    assert "2 problemi segnalati in una domanda " in said(giulia.get("/notices").text)

    page = giulia.get(f"/reports/{first}").text
    giulia.post(f"/reports/{first}", data={"reports": chosen(page, "Carla"), "state": "declined", "reply": ""})
    assert [each.state for each in reports(session)] == ["open", "open", "declined"]
    assert len(notices(session, town.giulia)) == 2
    giulia.post(f"/reports/{first}", data={"reports": chosen(page, "Ada"), "state": "kept", "reply": "Resta."})
    assert [each.about["item"] for each in notices(session, town.giulia)] == [second], "nothing waits, nothing to read"
    (told,) = notices(session, town.ada)
    assert told.about["reply"] == "Resta."
    assert giulia.post(f"/reports/{first}", data={"reports": chosen(page), "state": "kept"}).status_code == 409


def test_what_was_answered_in_the_meantime_is_not_answered_twice(ada, giulia, town, session, attempt):
    other = begin(ada, town.deferred)
    for place in (attempt, other):
        ada.post(f"{place}/1/report", data=UNCLEAR)
    boxes = chosen(giulia.get(f"/reports/{town.item}").text)
    giulia.post(f"/reports/{town.item}", data={"reports": boxes[:1], "state": "kept", "reply": "La prima."})
    late = giulia.post(f"/reports/{town.item}", data={"reports": boxes, "state": "mended", "reply": "La seconda."})
    assert late.status_code == 422
    assert "La seconda." in late.text
    assert sorted(each.reply for each in reports(session)) == ["", "La prima."]


def test_every_teacher_of_the_class_is_told_and_nobody_else(app, ada, town, session, attempt):
    colleague = newcomer(app, session, town, "Nadia", Role.TEACHER)
    ada.post(f"{attempt}/1/report", data=UNCLEAR)
    assert "Avvisi 1 da leggere" in said(colleague.get("/classes").text)
    told = session.scalar(select(func.count()).select_from(Notice))
    assert told == 2
    marco = signed_in(app, town.marco)
    assert ITEMS[0]["stem"] not in marco.get("/reports").text
    assert "problema segnalato" not in marco.get("/").text
    assert marco.get(f"/reports/{town.item}").status_code == 404
    assert marco.post(f"/reports/{town.item}", data={"reports": "x", "state": "kept"}).status_code == 404
    colleague.post(
        f"/reports/{town.item}",
        data={"reports": chosen(colleague.get(f"/reports/{town.item}").text), "state": "kept", "reply": ""},
    )
    assert notices(session, town.giulia) == []


def test_of_one_question_every_teacher_sees_and_answers_the_own_class_alone(app, ada, giulia, town, session, attempt):
    with db.writing(session) as write:
        first = quizzes.by_public_id(write, town.immediate)
        theirs = make_class(write, 1, name="4ªC", subject="", timezone="Europe/Rome", teacher_id=town.marco, now=NOW)
        add_member(write, theirs, write.get_one(User, town.bruno), NOW)
        given = assign(write, first.quiz, theirs.id, Delivery(feedback="immediate"), by=town.giulia, now=NOW)
    ada.post(f"{attempt}/1/report", data=UNCLEAR)
    bruno = signed_in(app, town.bruno)
    bruno.post(f"{begin(bruno, given.public_id)}/1/report", data=UNCLEAR)
    marco = signed_in(app, town.marco)
    for teacher, sees, not_this in ((giulia, "Ada", "Bruno"), (marco, "Bruno", "Ada")):
        page = teacher.get(f"/reports/{town.item}").text
        assert sees in page
        assert not_this not in page
        assert "1 segnalazione" in teacher.get("/reports").text
    everybody = {"reports": [each.public_id for each in reports(session)], "state": "kept", "reply": ""}
    assert marco.post(f"/reports/{town.item}", data=everybody).status_code == 422
    assert {each.state for each in reports(session)} == {"open"}
    marco.post(f"/reports/{town.item}", data={**everybody, "reports": chosen(marco.get(f"/reports/{town.item}").text)})
    assert [each.state for each in reports(session)] == ["open", "kept"]
    assert notices(session, town.marco) == []
    assert [each.about["count"] for each in notices(session, town.giulia)] == [1]


def test_a_teacher_who_left_the_class_reads_its_reports_no_more(app, ada, giulia, town, session, attempt):
    ada.post(f"{attempt}/1/report", data=UNCLEAR)
    with db.writing(session) as write:
        remove_member(write, classes.by_public_id(write, town.school_class), town.giulia)
    assert giulia.get(f"/reports/{town.item}").status_code == 404
    assert ITEMS[0]["stem"] not in giulia.get("/reports").text
    assert "Ada" in signed_in(app, town.admin).get(f"/reports/{town.item}").text


def test_reports_of_named_students_go_to_the_owner_of_the_quiz(ada, giulia, town, session, attempt):
    with db.writing(session) as write:
        quizzes.by_public_id(write, town.immediate).assignment.class_id = None
    ada.post(f"{attempt}/1/report", data=UNCLEAR)
    assert "Ada" in giulia.get(f"/reports/{town.item}").text
    assert len(notices(session, town.giulia)) == 1


def test_the_page_of_a_question_costs_the_same_however_many_report_it(app, ada, giulia, town, session, attempt):
    ada.post(f"{attempt}/1/report", data=UNCLEAR)
    giulia.get(f"/reports/{town.item}")
    with counted(app) as before:
        giulia.get(f"/reports/{town.item}")
    for name in ("Carla", "Dario"):
        mate = newcomer(app, session, town, name)
        mate.post(f"{begin(mate, town.deferred)}/1/report", data=UNCLEAR)
    with counted(app) as after:
        giulia.get(f"/reports/{town.item}")
    assert len(after) == len(before) <= 6


def test_a_list_is_narrowed_to_a_quiz_or_a_bank(ada, giulia, town, attempt):
    ada.post(f"{attempt}/1/report", data=UNCLEAR)
    for narrowed, there in ((f"quiz={town.quiz}", True), (f"bank={town.bank}", True), ("quiz=x%00", False)):
        assert (ITEMS[0]["stem"] in giulia.get(f"/reports?{narrowed}").text) is there, narrowed
    assert f"/reports?quiz={town.quiz}" in giulia.get(f"/quizzes/{town.quiz}").text
    assert f"/reports?bank={town.bank}" in giulia.get(f"/banks/{town.bank}").text


def test_a_report_stays_with_the_version_that_was_shown(ada, giulia, town, session, attempt):
    from dataclasses import replace

    from quizapp.banks.service import sync_bank
    from tests.build import make_bank

    ada.post(f"{attempt}/1/report", data=UNCLEAR)
    bank = make_bank()
    changed = make_item(stem="In quale città austriaca fu firmato l’accordo del 2024?")
    with db.writing(session) as write:
        sync_bank(write, replace(bank, items=(changed, *bank.items[1:])), school_id=1, now=NOW)
    page = giulia.get(f"/reports/{town.item}").text
    assert ITEMS[0]["stem"] in page
    assert "austriaca" not in page


def test_hostile_words_arrive_as_text(ada, giulia, town, attempt):
    words = "<script>alert(1)</script> {{ 7*7 }} \0"
    ada.post(f"{attempt}/1/report", data={"reason": "other", "words": words})
    page = giulia.get(f"/reports/{town.item}").text
    giulia.post(f"/reports/{town.item}", data={"reports": chosen(page), "state": "kept", "reply": words})
    for seen in (page, ada.get("/notices").text, ada.get(f"{attempt}/1/report").text):
        assert "<script>alert" not in seen
        assert "&lt;script&gt;alert(1)&lt;/script&gt; {{ 7*7 }}" in seen


def test_a_place_that_is_not_there_cannot_be_reported(ada, attempt):
    for address in (f"{attempt}/99/report", "/q/nowhere/1/report"):
        assert ada.get(address).status_code == 404
        assert ada.post(address, data=UNCLEAR).status_code == 404

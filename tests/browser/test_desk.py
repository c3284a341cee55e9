"""What a teacher and an administrator do at their desks: time granted and taken, and a backup asked for."""

import re

from quizapp import db, working
from quizapp.accounts import service as people
from quizapp.core.policy import Role
from quizapp.web.clock import now
from tests.browser.page import Visitor, answer, overflow_of, problems_of, send


def test_time_is_granted_and_what_waits_for_the_closing_comes_with_it(browser, address):
    teacher = Visitor(browser, address, "teacher")
    teacher.opens("/quizzes")
    teacher.press("main .list a >> nth=0")
    teacher.page.check("input[name=feedback][value=deferred]")
    teacher.page.click("details.more:has([name=key_when]) summary")
    for part in ("score", "correctness", "key", "explanation"):
        teacher.page.select_option(f"[name={part}_when]", "close")
    teacher.press("form[action$='/assign'] button")
    given = teacher.page.locator("a[href$='/edit'][href^='/assignments/'] >> nth=-1").get_attribute("href")
    place = given.removesuffix("/edit")
    teacher.opens(f"{place}/edit")
    teacher.page.fill("[name=time_limit]", "30")
    teacher.press("main form .btn--main")
    assert teacher.page.input_value("[name=time_limit]") == "30"
    teacher.opens(f"{place}/extra")
    teacher.press("text=Giulia Rossi")
    teacher.page.fill("[name=factor]", "2")
    teacher.press("main form .btn--main")
    assert "60 min: 30 + 30" in teacher.page.inner_text("main")

    student = Visitor(browser, address, "student")
    student.opens("/notices")
    assert "2 volte tanto" in student.page.inner_text("main")
    student.opens("/")
    student.press(f"form[action='{place}/start'] button")
    answer(student.page)
    send(student.page)
    student.opens(re.search(r"/q/[a-z0-9]+", student.page.url)[0] + "/2")
    student.press("a[data-hand-in]")
    student.press("form[action$='/hand-in'] button")
    assert "quando l’insegnante chiuderà il quiz" in student.page.inner_text("main")
    teacher.opens(f"{place}/close")
    teacher.press("main form button")
    assert "Chiuso da Paola Conti" in teacher.page.inner_text("main")
    teacher.opens(f"{place}/edit")
    student.opens(student.page.url.removeprefix(address))
    assert "quando l’insegnante" not in student.page.inner_text("main")
    for each in (student, teacher):
        each.context.close()


def test_a_backup_is_asked_for_and_its_page_says_by_itself_that_it_is_done(browser, address, demo, monkeypatch):
    monkeypatch.setenv("QUIZAPP_DATA_DIR", str(demo.config["DATA_DIR"]))
    engine = demo.extensions["engine"]
    with db.make_session(engine) as session, db.writing(session) as write:
        people.make_person(
            write, 1, name="Rita Admin", sign_in_name="rita", role=Role.ADMIN, now=now(), password="rita-segreta"
        )
    page = browser.new_context(
        locale="it-IT", reduced_motion="reduce", viewport={"width": 390, "height": 800}
    ).new_page()

    def look():
        assert problems_of(page) == [], page.url
        assert overflow_of(page) <= 0, page.url

    page.goto(f"{address}/sign-in")
    page.fill("[name=sign_in_name]", "rita")
    page.fill("[name=password]", "rita-segreta")
    with page.expect_navigation():
        page.click("main form .btn--main")
    page.goto(f"{address}/admin")
    look()
    with page.expect_navigation(url="**/jobs/*"):
        page.click("text=Fai un backup adesso")
    page.get_by_text("In attesa").wait_for()
    look()
    working.carry_out(*working.take_up(engine))
    page.get_by_text("Riuscito").wait_for()
    look()
    page.goto(f"{address}/admin")
    assert "meno di un’ora fa" in page.inner_text("main")
    look()
    page.context.close()

"""A teacher changes the time of a given quiz and grants more; a student works, and sees the answers once it closes."""

import re

from tests.browser.page import Visitor, answer, send


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
    student.press("form[action$='/hand-in'] button >> nth=0")
    assert "quando l’insegnante chiuderà il quiz" in student.page.inner_text("main")
    teacher.opens(f"{place}/close")
    teacher.press("main form button")
    assert "Chiuso da Paola Conti" in teacher.page.inner_text("main")
    teacher.opens(f"{place}/edit")
    student.opens(student.page.url.removeprefix(address))
    assert "quando l’insegnante" not in student.page.inner_text("main")
    for each in (student, teacher):
        each.context.close()

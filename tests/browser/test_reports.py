"""A student reports a problem, the teacher answers, the student reads the answer: in a real browser, with axe."""

import pytest

from tests.browser.page import Visitor, answer


@pytest.mark.parametrize(("scripts", "width"), [(True, 320), (False, 1280)])
def test_a_problem_is_reported_answered_and_the_answer_read(browser, address, scripts, width):
    student = Visitor(browser, address, "student", scripts, width)
    if "/q/" not in student.page.url:
        student.page.click('form[action*="/start"] button')
    answer(student.page)
    student.press(".actionbar button")
    student.press('a[href$="/report"]')
    student.press("main form button")
    assert student.page.inner_text(".errors h2")
    student.page.check('input[value="unclear"]')
    student.page.fill("textarea", f"Non capisco ({width}).")
    student.press("main form button")
    assert student.page.url.endswith("/outcome")
    assert "Segnalazione inviata" in student.page.inner_text("main")

    teacher = Visitor(browser, address, "teacher", scripts, width)
    teacher.press('main a[href="/reports"]')
    teacher.press(".list a.t >> nth=0")
    row = teacher.page.locator(".list--pick li", has_text=f"Non capisco ({width}).")
    assert row.locator("strong").inner_text() == "Giulia Rossi"
    assert row.locator("input").is_checked()
    teacher.page.check('input[value="mended"]')
    teacher.page.fill('textarea[name="reply"]', f"Ora è chiara ({width}).")
    teacher.press("main form button")
    assert "Hai risposto" in teacher.page.inner_text("main")
    teacher.opens("/notices")

    student.opens("/")
    student.press('a[href="/notices"]')
    assert f"Ora è chiara ({width})." in student.page.inner_text("main")
    student.press(".list a.t >> nth=0")
    assert f"Ora è chiara ({width})." in student.page.inner_text("main")
    student.opens("/notices")
    student.press(".list form button >> nth=0")
    student.opens("/")
    assert student.page.query_selector(".count") is None
    for each in (student, teacher):
        each.context.close()

"""A student answers in one browser, and the teacher sees it in another without touching anything."""

from tests.browser.page import answer, overflow_of, problems_of, send


def settled(page, said):
    assert problems_of(page) == []
    assert overflow_of(page) <= 0
    assert said == []


def read_again(page, words, state="visible"):
    """Let the five seconds pass after which the page asks anew, and wait for what it then says."""
    page.clock.fast_forward(5_000)
    words.wait_for(state=state)


def test_the_teachers_page_follows_a_student_and_closes_the_quiz(browser, address):
    student = browser.new_context(locale="it-IT", reduced_motion="reduce").new_page()
    student.goto(address)
    student.click('form[action="/demo/student"] button')
    student.goto(address)
    place = student.get_attribute('form[action*="/start"] >> nth=0', "action").removesuffix("/start")
    teacher = browser.new_context(
        locale="it-IT", reduced_motion="reduce", viewport={"width": 390, "height": 844}
    ).new_page()
    said = []
    teacher.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    teacher.goto(address)
    teacher.click('form[action="/demo/teacher"] button')
    teacher.clock.install()
    teacher.goto(f"{address}{place}/live")
    line = teacher.locator("#board tr", has_text="Giulia Rossi")
    student.click(f'form[action="{place}/start"] button')
    read_again(teacher, line.get_by_text("Al lavoro"))
    line.get_by_text("1 su").wait_for()
    teacher.focus("a:has-text('Chiudi adesso')")
    answer(student)
    send(student)
    read_again(teacher, line.get_by_text("2 su"))
    line.get_by_text("meno di un minuto fa").wait_for()
    assert teacher.evaluate("document.activeElement.textContent").strip() == "Chiudi adesso"
    settled(teacher, said)
    teacher.context.set_offline(True)
    read_again(teacher, teacher.get_by_text("Il server non risponde"))
    teacher.context.set_offline(False)
    read_again(teacher, teacher.get_by_text("Il server non risponde"), state="hidden")
    said.clear()  # of the requests that failed
    teacher.keyboard.press("Enter")
    teacher.wait_for_url("**/close")
    settled(teacher, said)
    teacher.click("main form button")
    teacher.get_by_role("button", name="Riapri").wait_for()
    student.goto(student.url.replace("/outcome", "").rsplit("/", 1)[0] + "/2")
    student.get_by_text("Il quiz è chiuso").wait_for()
    settled(teacher, said)
    teacher.click("button:has-text('Riapri')")
    student.reload()
    assert student.get_by_text("Il quiz è chiuso").count() == 0
    teacher.click("a[href*='/project/'] >> nth=0")
    for width in (320, 1280):
        teacher.set_viewport_size({"width": width, "height": 800})
        settled(teacher, said)
    teacher.click("text=Mostra le risposte")
    teacher.wait_for_selector("mark")
    for width in (320, 1280):
        teacher.set_viewport_size({"width": width, "height": 800})
        settled(teacher, said)
    student.context.close()
    teacher.context.close()


def test_without_javascript_the_page_is_read_again_by_its_button(browser, address):
    context = browser.new_context(java_script_enabled=False, locale="en-GB", reduced_motion="reduce")
    page = context.new_page()
    page.goto(address)
    page.click('form[action="/demo/teacher"] button')
    page.click('a[href*="/results"] >> nth=0')
    page.click("text=The class at work")
    page.click("text=Show the right answers")
    assert page.get_by_role("columnheader", name="Right answers").count() == 1
    page.click("text=Refresh")
    assert page.url.endswith("?right=1")
    context.close()

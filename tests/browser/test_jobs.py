"""An administrator asks for a backup and sees it done without touching the page."""

from quizapp import db, working
from quizapp.accounts import service as people
from quizapp.core.policy import Role
from quizapp.web.clock import now
from tests.browser.page import overflow_of, problems_of


def test_a_backup_is_asked_for_and_its_page_says_by_itself_that_it_is_done(browser, address, demo, monkeypatch):
    monkeypatch.setenv("QUIZAPP_DATA_DIR", str(demo.config["DATA_DIR"]))
    engine = demo.extensions["engine"]
    with db.make_session(engine) as session, db.writing(session) as write:
        people.make_person(
            write, 1, name="Rita Admin", sign_in_name="rita", role=Role.ADMIN, now=now(), password="rita-segreta"
        )
    page = browser.new_context(locale="it-IT", viewport={"width": 390, "height": 800}).new_page()

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

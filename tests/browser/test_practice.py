"""A student comes back after three days: practice, its outcome, history and own data in a real browser."""

from sqlalchemy import select

from quizapp import db
from quizapp.accounts.models import User
from tests.browser.page import answer, overflow_of, problems_of, send
from tests.build import signed_in


def test_a_student_practises_looks_back_and_takes_their_data(browser, demo, address):
    with db.make_session(demo.extensions["engine"]) as session:
        mate = session.scalars(select(User.id).where(User.sign_in_name == "ada.bruni")).one()
    cookie = signed_in(demo, mate).get_cookie(demo.config["SESSION_COOKIE_NAME"])
    context = browser.new_context(locale="it-IT", color_scheme="dark", reduced_motion="reduce")
    context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": address}])
    page = context.new_page()

    def look():
        for width in (1280, 320):
            page.set_viewport_size({"width": width, "height": 844})
            assert overflow_of(page) <= 0, (page.url, width)
        assert problems_of(page) == [], page.url

    page.goto(f"{address}/practice")
    look()
    with page.expect_navigation():
        page.click("text=Ripassa ora")
    answer(page)
    send(page)
    assert page.locator(".again").inner_text().startswith("La rivedi")
    look()
    with page.expect_navigation():
        page.click("text=Basta per ora")
    assert page.url.endswith("/results")
    look()
    page.goto(f"{address}/history")
    for table in page.locator("details.more summary").all():
        table.click()
    look()
    page.goto(f"{address}/my-data")
    look()
    with page.expect_download() as taken:
        page.click("text=Scarica i miei dati")
    assert taken.value.suggested_filename.startswith("quotidia-")
    context.close()

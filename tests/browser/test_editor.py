"""The teacher's forms in a real browser: a question written by keyboard alone, and axe on every form in English."""

import re

import pytest

from quizapp.core.types import TYPES
from tests.browser.page import overflow_of, problems_of
from tests.house import NEWS
from tests.items.test_editor import PNG

MOST_TABS = 250
_HERE = "document.activeElement.matches"


def teacher(browser, address, **more):
    page = browser.new_context(locale="en-GB", reduced_motion="reduce", **more).new_page()
    page.goto(address)
    press(page, 'form[action="/demo/teacher"] button')
    return page


def reach(page, target):
    """Go on by the Tab key to what a selector names; everything on the way is passed, nothing skipped."""
    for _ in range(MOST_TABS):
        if page.evaluate(f"target => {_HERE}(target)", target):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"not reached by keyboard: {target}")


def write(page, **fields):
    for name, words in fields.items():
        reach(page, f"[name='{name.replace('__', '-')}']")
        page.keyboard.insert_text(words)


def press(page, target, to=re.compile("")):
    """Press Enter on what a selector names, and wait for the page at the address that it leads to."""
    reach(page, target)
    page.evaluate("window.before = true")
    page.keyboard.press("Enter")
    page.wait_for_function("() => !window.before && document.readyState === 'complete'")
    page.wait_for_url(to)


def look(page, where):
    assert problems_of(page) == [], where
    assert overflow_of(page) <= 0, where


def new_bank(page, address, title):
    page.goto(f"{address}/banks/new")
    write(page, title=title)
    press(page, "main .btn--main", re.compile(r"/banks/(?!new$)[a-z0-9]+$"))
    return page.url


def new_question(page, type_):
    reach(page, "details.more--btn summary")
    page.keyboard.press("Enter")
    press(page, f'a[href$="/items/new/{type_}"]')


def save(page):
    press(page, "button[value=review]", re.compile(r"/items/[a-z0-9]+$"))
    assert page.inner_text(".page-flash") == "Saved."
    look(page, "saved")


def test_a_matching_question_is_written_by_keyboard_alone(browser, address):
    page = teacher(browser, address)
    new_bank(page, address, "Capitals by keyboard")
    new_question(page, "matching")
    write(page, stem="Match each capital with its country.")
    for place, (left, right) in enumerate((("Vienna", "Austria"), ("Rome", "Italy"), ("Lisbon", "Portugal"))):
        write(page, **{f"pairs__{place}__left": left, f"pairs__{place}__right": right})
    press(page, "#pairs-add")
    assert page.evaluate("document.activeElement.name") == "pairs-3-left"
    write(page, pairs__3__left="Oslo", pairs__3__right="Norway", extra_rights__0__text="Spain")
    press(page, "#extra_rights-add")
    assert page.evaluate("document.activeElement.name") == "extra_rights-1-text"
    write(page, extra_rights__1__text="Greece", explanation="Each is the seat of its government.")
    save(page)
    said = page.inner_text("main")
    for words in ("Vienna", "Austria", "Oslo", "Norway", "Spain", "Greece"):
        assert words in said


def test_a_cloze_question_is_written_by_keyboard_alone(browser, address):
    page = teacher(browser, address)
    new_bank(page, address, "Gaps by keyboard")
    new_question(page, "cloze")
    write(page, stem="In [[1]] the accord was signed in [[2]].")
    reach(page, "[name=gaps-0-type]")
    assert page.evaluate("document.activeElement.value") == "choice"
    write(page, gaps__0__right="2024", gaps__0__wrong="2023\n2025")
    press(page, "#gaps-add")
    assert page.evaluate("document.activeElement.name") == "gaps-1-type"
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.value") == "text"
    write(page, gaps__1__right="Vienna\nWien")
    press(page, "[name=save][value='up:gaps:1']")
    assert page.input_value("[name=gaps-0-right]") == "Vienna\nWien"
    press(page, "[name=save][value='down:gaps:0']")
    save(page)
    said = page.inner_text("main")
    for words in ("2024", "2023", "2025", "Vienna", "Wien"):
        assert words in said


def test_after_a_check_the_keyboard_stands_on_what_it_found(browser, address):
    page = teacher(browser, address)
    new_bank(page, address, "Checks by keyboard")
    new_question(page, "choice")
    write(page, stem="Which city was it?")
    press(page, "button[value=check]:not(.vh)")
    assert page.evaluate(f"{_HERE}('section.errors')")
    reach(page, "section.errors a")
    page.keyboard.press("Enter")
    assert page.evaluate("document.getElementById(location.hash.slice(1)) !== null")
    assert page.input_value("[name=stem]") == "Which city was it?"


def test_a_fault_leads_the_keyboard_into_its_field_and_a_row_goes_on_by_one_button(browser, address):
    page = teacher(browser, address)
    new_bank(page, address, "Orders by keyboard")
    new_question(page, "ordering")
    write(page, stem="Put them in order.", order__0__text="one", order__1__text="one", order__2__text="three")
    press(page, "button[value=ready]:not(.vh)")
    reach(page, "section.errors a[href='#order-1-text']")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.name") == "order-1-text"
    page.keyboard.press("End")
    page.keyboard.insert_text(" two")
    press(page, "#order-1-down")
    assert page.evaluate("document.activeElement.id") == "order-2-up"
    with page.expect_navigation():
        page.keyboard.press("Enter")
    page.wait_for_load_state()
    assert page.input_value("[name=order-1-text]") == "one two"
    look(page, "moved to and fro")


def test_words_for_a_picture_that_have_no_space_do_not_widen_the_page(browser, address):
    page = teacher(browser, address, viewport={"width": 390, "height": 844})
    new_bank(page, address, "Pictures")
    new_question(page, "choice")
    write(page, stem="Which city was it?")
    save(page)
    page.set_input_files("#picture", {"name": "a.png", "mimeType": "image/png", "buffer": PNG})
    page.fill("#alt", "x" * 400)
    press(page, "form[action$='/pictures'] button", re.compile(r"/items/[a-z0-9]+$"))
    look(page, "a picture")
    page.goto(f"{page.url}/versions")
    look(page, "versions")


_TEXT_LINES = """e => { const r = document.createRange(); r.selectNodeContents(e.lastChild);
return new Set([...r.getClientRects()].map((box) => Math.round(box.top))).size; }"""


@pytest.mark.parametrize(("lang", "name"), [("it-IT", "Esporta le scelte"), ("en-GB", "Export the chosen ones")])
def test_what_is_chosen_can_be_exported_by_a_button_of_one_line_on_a_phone(browser, address, lang, name):
    page = browser.new_context(locale=lang, viewport={"width": 390, "height": 844}).new_page()
    page.goto(address)
    press(page, 'form[action="/demo/teacher"] button')
    page.goto(f"{address}/items")
    button = page.get_by_role("button", name=name, exact=True)
    assert button.inner_text().strip() == name.split()[0]
    assert button.evaluate(_TEXT_LINES) == 1


SIZES = [(390, "dark"), (1280, "light")]


@pytest.fixture(params=SIZES, ids=lambda size: f"{size[0]} {size[1]}")
def page(request, browser, address):
    width, scheme = request.param
    return teacher(browser, address, viewport={"width": width, "height": 844}, color_scheme=scheme)


def test_the_form_of_every_type_has_no_violation_in_english(page, address):
    bank = new_bank(page, address, "Forms")
    for type_ in TYPES:
        page.goto(f"{bank}/items/new/{type_}")
        look(page, type_)
        page.click("button[value=ready]")
        page.wait_for_load_state()
        look(page, f"{type_}, refused")


def test_the_builder_has_no_violation_in_english(page, address):
    page.goto(f"{address}/quizzes/new")
    look(page, "new quiz")
    page.fill("#title", "Of everything")
    press(page, "main form .btn--main", re.compile(r"/quizzes/[a-z0-9]+/edit"))
    look(page, "empty")
    builder = page.url.split("#")[0]
    page.goto(builder.replace("/edit", "/pick"))
    look(page, "pick")
    for place in (0, 1, 2):
        page.check(f"li .pick input >> nth={place}")
    press(page, "button[name=after]")
    page.click("details.more summary >> nth=0")
    page.click("details.more summary >> nth=1")
    look(page, "pick, next page")
    assert page.locator('input[name="item"]:checked').count() == 3
    press(page, ".actionbar button")
    page.fill("#count", "2")
    press(page, 'form[action$="/draws"] button')
    look(page, "three questions and a draw")
    press(page, "button[value=drop-2]")
    look(page, "a line taken out")
    press(page, ".flash--undo button")
    assert page.locator(".plan > li").count() == 4
    for end in ("/preview", ""):
        page.goto(builder.replace("/edit", end))
        look(page, end)


def test_the_bench_has_no_violation_in_english(page, address):
    page.goto(f"{address}/articles/new")
    look(page, "paste")
    title, _newline, rest = NEWS.partition("\n")
    dark = page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    own = f"{page.viewport_size['width']} {dark}"  # the same text twice would offer the first
    page.fill("#text", f"{title} dopo 99 riunioni e 7 governi\n{rest}\n{own}")
    press(page, ".paste__go button")
    look(page, "drafts")
    page.click(".notices summary")
    page.click("button[value=accept] >> nth=0")
    page.wait_for_selector("#filters >> text=Accepted 1")
    page.click(".draft--todo button[value=reject] >> nth=0")
    page.wait_for_selector("#filters >> text=Rejected 1")
    look(page, "drafts, decided")
    bench = page.url
    for end in ("provenance", "voices", "phrase?sentence=3"):
        page.goto(bench.split("#")[0].replace("drafts", end))
        look(page, end)

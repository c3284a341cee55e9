"""Texts read aloud by voices of the device alone, and as large and wide as their reader wants them."""

import pytest

from tests.browser.page import answer, overflow_of, problems_of, send

VOICES = """
  const voices = %s;
  window.spoken = [];
  class Said { constructor(text) { this.text = text; } }
  Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Said });
  Object.defineProperty(window, 'speechSynthesis', { value: {
    getVoices: () => voices, addEventListener() {}, cancel() { spoken.push('—'); },
    speak(said) { spoken.push([said.voice.name, said.text]); window.last = said; },
  } });
"""
LOCAL = "{ name: 'Alba', lang: 'it-IT', localService: true }"
REMOTE = "{ name: 'Nube', lang: 'it-IT', localService: false }"
ENGLISH = "{ name: 'Dawn', lang: 'en-GB', localService: true }"
BUTTON = "[data-aloud]"


def begin(browser, address, voices, **settings):
    context = browser.new_context(locale="it-IT", reduced_motion="reduce", **settings)
    page = context.new_page()
    page.add_init_script(VOICES % f"[{', '.join(voices)}]")
    page.goto(address)
    page.click('form[action="/demo/student"] button')
    page.wait_for_url("**/q/**")
    return page


def test_a_voice_of_the_device_reads_question_and_answers_and_stops(browser, address):
    page = begin(browser, address, [REMOTE, ENGLISH, LOCAL])
    button = page.locator(BUTTON)
    assert button.inner_text() == "Leggi ad alta voce"
    assert problems_of(page) == []
    button.focus()
    page.keyboard.press("Enter")
    assert button.inner_text() == "Ferma la lettura"
    spoken = [each for each in page.evaluate("spoken") if each != "—"]
    shown = [page.inner_text(".q__text"), *page.locator(".choice__text").all_inner_texts()]
    assert spoken == [["Alba", text] for text in shown]
    page.keyboard.press("Space")
    assert button.inner_text() == "Leggi ad alta voce"
    assert page.evaluate("spoken.at(-1)") == "—"
    button.click()
    page.evaluate("last.onend()")
    assert button.inner_text() == "Leggi ad alta voce"
    page.context.close()


def test_of_the_proof_the_marked_sentences_alone_are_read(browser, address):
    page = begin(browser, address, [LOCAL])
    answer(page)
    send(page)
    page.click(".proof [data-aloud]")
    marked = "[...document.querySelectorAll('.proof__text mark')].map(mark => mark.childNodes[1].textContent.trim())"
    spoken = page.evaluate("spoken.filter(each => each !== '—')")
    assert spoken == [["Alba", sentence] for sentence in page.evaluate(marked)]
    assert problems_of(page) == []
    page.context.close()


@pytest.mark.parametrize("voices", [[REMOTE], [ENGLISH], [REMOTE, ENGLISH], []], ids=len)
def test_without_a_voice_of_the_device_in_the_language_of_the_text_nothing_is_offered(browser, address, voices):
    page = begin(browser, address, voices)
    assert page.locator(BUTTON).count() == 1
    assert not page.locator(BUTTON).is_visible()
    answer(page)
    send(page)
    assert page.locator(f"{BUTTON}:visible").count() == 0
    page.context.close()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_size_and_spacing_are_kept_with_the_account_and_fit_a_phone(browser, address, scripts):
    page = begin(browser, address, [], java_script_enabled=scripts, viewport={"width": 320, "height": 700})
    question = page.url
    usual = page.locator(".q__text").bounding_box()["height"]
    page.click('a[href^="/reading?next="]')
    page.check('input[name="text_size"][value="2"]')
    page.check('input[name="text_spacing"][value="1"]')
    page.click("main form button")
    assert page.url == question
    assert page.locator(".q__text").bounding_box()["height"] > usual * 1.3
    html = page.locator("html")
    assert (html.get_attribute("data-size"), html.get_attribute("data-spacing")) == ("2", "1")
    other = browser.new_context(locale="it-IT").new_page()
    other.goto(address)
    other.click('form[action="/demo/student"] button')
    assert other.locator("html").get_attribute("data-size") == "2"
    if scripts:
        for place in (question, f"{address}/", f"{address}/history", f"{address}/reading"):
            page.goto(place)
            assert overflow_of(page) <= 0, place
            assert problems_of(page) == [], place
    other.goto(f"{address}/reading")
    other.check('input[name="text_size"][value="0"]')
    other.check('input[name="text_spacing"][value="0"]')
    other.click("main form button")
    other.context.close()
    page.context.close()

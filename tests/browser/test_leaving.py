"""Who leaves a question with an answer that was chosen and not sent is told; nothing is lost in silence."""

import pytest

from tests.browser.page import problems_of, wait_for_the_rest
from tests.browser.test_network import room

__all__ = ["room"]

CHOSEN = ".choice input >> nth=1"
TOLD = "#unsent"
WAYS = {
    "the next one": "a[data-turn='2']",
    "hand in": "a[data-hand-in]",
    "the cross": ".quizbar a.iconbtn",
    "a problem": "a[href$='/report']",
}


@pytest.mark.parametrize("way", WAYS)
def test_the_first_press_says_so_and_the_second_goes(room, way):
    context, _network = room.enter()
    page = room.begin(context, room.town.deferred)
    before = page.url
    page.check(CHOSEN)
    page.click(WAYS[way])
    page.wait_for_selector(TOLD)
    assert "Questa risposta non è ancora salvata: premi «Salva la risposta»" in page.inner_text(TOLD)
    assert page.evaluate("document.activeElement.id") == "unsent"
    assert (page.url, page.is_checked(CHOSEN)) == (before, True)
    assert problems_of(page) == []
    page.click(WAYS[way])
    page.wait_for_url(lambda now: now != before)


def test_who_chose_nothing_or_has_sent_it_just_goes(room):
    context, _network = room.enter()
    page = room.begin(context, room.town.deferred)
    page.click(WAYS["the next one"])
    page.wait_for_url("**/2")
    page.check(CHOSEN)
    page.click(".actionbar button")
    page.wait_for_url("**/2/outcome")
    page.go_back()
    page.wait_for_url("**/2")
    page.click("a[data-turn='1']")
    page.wait_for_url("**/1")
    assert room.recorded() == [(2, 1)]


def test_without_the_network_the_choice_is_not_turned_away_either(room):
    context, network = room.enter()
    page = room.begin(context, room.town.deferred)
    wait_for_the_rest(page)
    page.check(CHOSEN)
    network.mode = "gone"
    context.set_offline(True)
    page.click(WAYS["the next one"])
    page.wait_for_selector(TOLD)
    assert page.is_checked(CHOSEN)
    page.click(WAYS["the next one"])
    page.wait_for_url("**/2")

"""What nobody knows of an article is said once, and what cannot be published leads to what it lacks."""

import re

import pytest

from tests.bench.paper import WHOLE, bring
from tests.build import signed_in


@pytest.fixture
def giulia(app, town):
    return signed_in(app, town.giulia)


@pytest.fixture
def bench(giulia):
    found = bring(giulia)
    found.decide(found.drafts()[0], "accept")
    return found


def test_one_press_declares_unknown_what_is_left_empty_and_keeps_what_is_written(giulia, bench):
    address = f"/articles/{bench.article}/provenance"
    said = {"title": "Tassi giù", "outlet": "Il Quotidiano di Prova"}
    assert giulia.post(address, data=said).status_code == 422
    assert giulia.post(address, data={**said, "rest": "unknown"}).status_code == 303
    page = giulia.get(address).text
    assert set(re.findall(r'name="unknown" value="(\w+)"[^>]*checked', page)) == {
        "author", "published", "retrieved", "url", "licence"
    }  # fmt: skip
    assert "Il Quotidiano di Prova" in page


def test_without_any_source_publishing_leads_to_the_source_and_says_what_is_enough(giulia, bench):
    address = f"/articles/{bench.article}/provenance"
    told = giulia.post(address, data={"title": "Tassi giù", "rest": "unknown", "next": "publish"})
    led = giulia.get(str(told.headers["Location"]))
    assert str(led.headers["Location"]) == f"{address}?next=publish"
    assert "scrivi l’indirizzo web, oppure titolo e testata" in giulia.get(str(led.headers["Location"])).text
    assert "1 aspetta che tu dica da dove viene l’articolo" in bench.page()
    giulia.post(address, data={**WHOLE, "next": "publish"})
    assert "/banks/" in str(giulia.get(f"/articles/{bench.article}/publish").headers["Location"])


def test_what_waits_for_the_editor_alone_leads_back_to_the_accepted_drafts_not_to_an_empty_quiz(app, town):
    giulia = signed_in(app, town.giulia)
    bench = bring(giulia, **WHOLE)
    bench.decide(bench.drafts()[0], "edit")
    led = giulia.get(f"/articles/{bench.article}/publish")
    assert str(led.headers["Location"]) == f"/articles/{bench.article}/drafts?show=accepted"


def test_the_text_is_deleted_by_two_presses(giulia, bench):
    page = giulia.get(f"/articles/{bench.article}/provenance").text
    folded = page[page.index("<details", page.index('id="h-purge"')) :]
    assert folded.index("Voglio cancellarlo") < folded.index("/purge") < folded.index("</details>")

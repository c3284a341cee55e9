"""Drafts beyond the first cards: a line each, that opens by link or comes as a card when it is asked for."""

import pytest
from bs4 import BeautifulSoup

from quizapp.bench.listing import FULL
from tests.bench.paper import WHOLE, bring
from tests.build import signed_in


@pytest.fixture
def bench(app, town):
    return bring(signed_in(app, town.giulia), **WHOLE)


def test_the_first_cards_are_whole_and_every_other_draft_is_a_line_that_opens_by_link(bench):
    page = BeautifulSoup(bench.page(), "html.parser")
    lines = page.select("article.line")
    assert len(page.select("article.draft")) == len(bench.drafts())
    assert len(page.select("article.draft:not(.line)")) == FULL < len(bench.drafts())
    assert not page.select("article.line form")
    opened = BeautifulSoup(bench.client.get(lines[-1].a["href"].split("#")[0]).text, "html.parser")
    card = opened.find(id=lines[-1]["id"])
    assert card.select_one("button[value=accept]")
    assert "line" not in card["class"]
    assert lines[-1].a["href"].endswith(f"#{card['id']}")
    assert [each["id"] for each in opened.select("article.draft")] == [
        f"draft-{d.split('/')[2]}" for d in bench.drafts()
    ]


def test_lines_come_as_cards_in_one_piece_where_a_script_asks_for_them(bench):
    lines = BeautifulSoup(bench.page("todo"), "html.parser").select(".lines")
    for each in lines:
        answer = bench.client.get(each["hx-get"], headers={"HX-Request": "true"})
        cards = BeautifulSoup(answer.text, "html.parser").select("article.draft")
        assert [card["id"] for card in cards] == [line["id"] for line in each.select("article")]
        assert all(card.select_one("input[name=show]")["value"] == "todo" for card in cards)
        assert "HX-Request" in answer.headers["Vary"]
        assert "<html" not in answer.text
    assert "<html" in bench.client.get(lines[0]["hx-get"]).text


def test_lines_of_drafts_that_are_gone_stay_lines(bench):
    answer = bench.client.get(f"{bench.address}?card=gone&last=gone", headers={"HX-Request": "true"})
    assert answer.status_code == 404
    assert bench.client.get(f"{bench.address}?card=gone").status_code == 200


def test_a_decided_draft_that_its_filter_hides_leaves_the_page_where_it_stood(bench):
    drafts = bench.drafts()
    answer = bench.client.post(drafts[FULL + 3], data={"act": "reject", "seq": "0", "show": "todo"})
    page = BeautifulSoup(bench.client.get(answer.headers["Location"].split("#")[0]).text, "html.parser")
    whole = [f"/drafts/{card['id'].removeprefix('draft-')}" for card in page.select("article.draft:not(.line)")]
    assert whole == [each for each in drafts if each != drafts[FULL + 3]][FULL : 2 * FULL]


def test_a_line_says_what_became_of_its_draft(bench):
    drafts = bench.drafts()
    bench.decide(drafts[-1], "reject")
    page = BeautifulSoup(bench.page(), "html.parser")
    told = [page.find(id=f"draft-{each.split('/')[2]}").get_text(" ", strip=True) for each in (drafts[-1], drafts[-2])]
    assert "Rifiutata" in told[0]
    assert "da guardare" in told[1]
    assert "Rifiutata" not in told[1]

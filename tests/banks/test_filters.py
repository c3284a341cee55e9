"""What a filter is called where nothing is left under it, and what is said of a search without words."""

import re

import pytest
from bs4 import BeautifulSoup

from tests.build import signed_in


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        ("shelf=school", "Dei colleghi (0)"),
        ("status=retired", "Ritirata (0)"),
        ("type=cloze", "Testo con lacune (0)"),
        ("kind=opinion", "Opinione (0)"),
        ("lang=en", "inglese (0)"),
        ("status=zzz", "zzz (0)"),
        ("kind=zzz", "zzz (0)"),
        ("author=zzz", "Qualcuno che qui non ha domande (0)"),
    ],
)
def test_a_filter_that_leaves_nothing_is_named_in_the_readers_words(app, town, clock, asked, named):
    page = signed_in(app, town.giulia).get(f"/items?{asked}", headers={"Accept-Language": "it"})
    assert page.status_code == 200
    assert named in re.findall(r"<option [^>]*selected>([^<]*)</option>", page.text)


@pytest.mark.parametrize("further", ["q=zzz", "type=cloze&status=retired"])
def test_an_author_under_whom_nothing_is_left_keeps_the_name(app, town, clock, further):
    client = signed_in(app, town.giulia)
    assert client.post(f"/items/{town.item}/status", data={"status": "retired"}).status_code == 303
    giulia = town.user_ids["giulia"]
    page = client.get(f"/items?author={giulia}&{further}").text
    assert "Giulia (0)" in re.findall(r"<option [^>]*selected>([^<]*)</option>", page)


def test_no_address_tells_the_name_of_somebody_without_questions(app, town, clock):
    page = signed_in(app, town.giulia).get(f"/items?author={town.user_ids['ada']}&q=zzz")
    assert page.status_code == 200
    assert "Ada" not in page.text


@pytest.mark.parametrize("where", ["/items", "/banks/{bank}", "/quizzes/{quiz}/pick"])
@pytest.mark.parametrize(
    ("lang", "title", "words"),
    [
        ("it", "Non è stato cercato niente", "«%» non contiene né lettere né cifre"),
        ("en", "Nothing was searched for", "“%” has no letter and no digit"),
    ],
)
def test_a_search_of_signs_alone_finds_nothing_and_says_why(app, town, clock, where, lang, title, words):
    address = where.format(bank=town.bank, quiz=town.quiz)
    page = signed_in(app, town.giulia).get(address, query_string={"q": " % "}, headers={"Accept-Language": lang})
    empty = BeautifulSoup(page.text, "html.parser").select_one(".empty")
    assert empty.select_one("h2, h3").text == title
    assert words in empty.text
    assert f"/items/{town.item}" not in page.text


@pytest.mark.parametrize("where", ["/items", "/banks/{bank}"])
def test_words_that_are_nowhere_are_told_from_signs(app, town, clock, where):
    page = signed_in(app, town.giulia).get(
        where.format(bank=town.bank), query_string={"q": "zzz%"}, headers={"Accept-Language": "it"}
    )
    assert "Nessuna domanda corrisponde" in page.text
    assert "Non è stato cercato niente" not in page.text


@pytest.mark.parametrize(
    ("query", "said"), [("%25", "Non è stato cercato niente"), ("zzz", "Nessuna banca corrisponde")]
)
def test_banks_are_found_by_words_alone_and_an_empty_list_says_why(app, town, query, said):
    page = signed_in(app, town.giulia).get(f"/banks?q={query}", headers={"Accept-Language": "it"}).text
    assert said in page
    assert "/banks/" + town.bank not in page
    assert "/banks/" + town.bank in signed_in(app, town.giulia).get("/banks").text

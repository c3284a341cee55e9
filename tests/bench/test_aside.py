"""What a pasted page holds beside its article is folded away and said, never shown as the article."""

from bs4 import BeautifulSoup

from tests.bench.paper import bring
from tests.build import signed_in
from tests.house import NEWS

MENU = "Home\nPolitica\nEconomia\nSport\nMeteo"
NOTICE = "Leggi anche: Mutui, che cosa cambia per le famiglie"
CAPTION = "Foto: la sede della Banca centrale europea a Francoforte (Ansa)"


def bench_of(app, town, text):
    giulia = signed_in(app, town.giulia)
    place = giulia.post("/articles", data={"text": text}).headers["Location"]
    page = giulia.get(place, headers={"Accept-Language": "en"}).text
    return BeautifulSoup(page, "html.parser")


def test_the_residue_of_a_page_is_folded_with_its_reason_and_is_not_in_the_article(app, town):
    title, _newline, rest = NEWS.partition("\n")
    page = bench_of(app, town, f"{MENU}\n\n{title}\n\n{rest}\n\n{CAPTION}\n\n{NOTICE}\n")
    article = page.select_one("#article-text").get_text()
    said = {item.get_text() for item in page.select("#aside li")}
    assert not [words for words in ("Politica", NOTICE, CAPTION) if words in article]
    assert f"«{NOTICE}»: a menu, a button or a notice of the page" in said
    assert f"«{CAPTION}»: words under a picture" in said
    assert "«Politica»: a menu, a button or a notice of the page" in said
    assert page.select_one("#aside").get("open") is None
    assert page.select_one("#h-art").get_text() == title
    assert (
        page.select_one("#aside summary").get_text(strip=True) == f"{len(said)} lines that are not the article, and why"
    )


def test_a_clean_text_has_nothing_to_fold(app, town):
    assert bench_of(app, town, NEWS).select_one("#aside") is None


def test_every_word_of_the_article_still_stands_on_the_bench(app, town):
    page = BeautifulSoup(bring(signed_in(app, town.giulia)).page(), "html.parser")
    for number in page.select("#article-text .sn"):
        number.extract()
    _title, _newline, rest = NEWS.partition("\n")
    assert "".join(page.select_one("#article-text").get_text().split()) == "".join(rest.split())

"""Where a teacher who builds a quiz lands after each press, and what the pages say of draws and of the bin."""

import re

import pytest
from bs4 import BeautifulSoup
from sqlalchemy import update

from quizapp import db
from quizapp.articles.models import ArticleVersion
from tests.build import signed_in

IT = {"Accept-Language": "it"}


@pytest.fixture
def giulia(app, town, clock):
    return signed_in(app, town.giulia)


@pytest.fixture
def quiz(giulia):
    return giulia.post("/quizzes/new", data={"title": "Prova"}).headers["Location"].split("/")[2]


def draw(giulia, quiz, count, **wish):
    return giulia.post(f"/quizzes/{quiz}/draws", data={"count": count, **wish}).headers["Location"]


def press(giulia, quiz, do):
    page = giulia.get(f"/quizzes/{quiz}/edit").text
    number = re.search(r'name="number" value="(\d+)"', page)[1]
    fields = dict.fromkeys(re.findall(r'name="(lines-\d+-count)"', page), "1")
    fields |= dict.fromkeys(re.findall(r'name="(lines-\d+-points)"', page), "")
    sent = giulia.post(f"/quizzes/{quiz}/edit", data={"title": "Prova", "number": number, "do": do, **fields})
    assert sent.status_code == 303
    return sent.headers["Location"].partition("#")[2]


def test_the_line_that_was_drawn_is_the_one_that_is_led_to(giulia, quiz):
    for place in (1, 2):
        where, _hash, name = draw(giulia, quiz, 1).partition("#")
        assert name == f"line-{place}"
        assert f'id="{name}"' in giulia.get(where).text


def test_a_line_is_moved_again_by_the_same_button_and_back_at_either_end(giulia, quiz):
    for _line in range(3):
        draw(giulia, quiz, 1)
    pressed = [press(giulia, quiz, do) for do in ("down-1", "down-2", "up-3", "up-2")]
    assert pressed == ["down-2", "up-3", "up-2", "down-1"]
    page = giulia.get(f"/quizzes/{quiz}/edit").text
    for name in pressed:
        assert "disabled" not in re.search(rf'<button[^>]* id="{name}"[^>]*>', page)[0]


def test_a_line_taken_out_is_said_where_the_keyboard_goes_on(giulia, quiz):
    draw(giulia, quiz, 1)
    press(giulia, quiz, "drop-1")
    page = giulia.get(f"/quizzes/{quiz}/edit").text
    assert re.search(r'<div class="flash flash--undo" role="status" tabindex="-1" autofocus>', page)


@pytest.mark.parametrize(("lang", "one"), [("it", "ma ne corrisponde solo 1."), ("en", "but only 1 fits.")])
def test_a_draw_with_one_question_to_draw_says_so_in_the_singular(giulia, quiz, lang, one):
    draw(giulia, quiz, 7, type="true_false")
    assert one in giulia.get(f"/quizzes/{quiz}/edit", headers={"Accept-Language": lang}).text


def test_a_quiz_just_begun_is_not_blamed_for_being_empty(giulia, quiz):
    page = giulia.get(f"/quizzes/{quiz}/edit", headers=IT).text
    assert "Così non si può assegnare" not in page
    draw(giulia, quiz, 7, type="true_false")
    assert "Così non si può assegnare" in giulia.get(f"/quizzes/{quiz}/edit", headers=IT).text


@pytest.mark.parametrize("page", ["edit", "pick"])
def test_a_quiz_in_the_bin_says_that_it_is_there_and_how_to_go_on(giulia, quiz, page):
    giulia.post(f"/quizzes/{quiz}/shelf", data={"shelf": "trash"})
    sent = giulia.get(f"/quizzes/{quiz}/{page}", headers=IT)
    assert (sent.status_code, sent.headers["Location"]) == (303, f"/quizzes/{quiz}")
    shown = giulia.get(f"/quizzes/{quiz}", headers=IT).text
    assert "Il quiz è nel cestino: riprendilo prima di modificarlo." in shown
    assert "Togli dal cestino" in shown
    assert "Così non si può assegnare" not in shown
    assert giulia.post(f"/quizzes/{quiz}/draws", data={"count": "1"}).status_code == 409


def stale(giulia, quiz, lang, **typed):
    """What is answered to a form whose quiz another tab changed after it was opened."""
    number = re.search(r'name="number" value="(\d+)"', giulia.get(f"/quizzes/{quiz}/edit").text)[1]
    draw(giulia, quiz, 1)
    return giulia.post(f"/quizzes/{quiz}/edit", data={"number": number, **typed}, headers={"Accept-Language": lang})


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("it", "Il titolo qui sotto è quello che hai scritto, non ancora salvato: il quiz si chiama «Prova»."),
        ("en", "The title below is yours, not saved yet: the quiz is called “Prova”."),
    ],
)
def test_a_title_typed_in_a_stale_tab_stays_in_the_form(giulia, quiz, lang, words):
    sent = stale(giulia, quiz, lang, title="Un altro titolo", do="save")
    page = BeautifulSoup(sent.text, "html.parser")
    assert sent.status_code == 409
    assert page.select_one("#title")["value"] == "Un altro titolo"
    assert words in page.text
    form = {each["name"]: each.get("value", "") for each in page.select("form.stack input[name]")}
    assert giulia.post(f"/quizzes/{quiz}/edit", data={**form, "do": "save"}).status_code == 303
    assert "Un altro titolo" in giulia.get(f"/quizzes/{quiz}").text


def test_a_stale_tab_whose_title_is_that_of_the_quiz_says_nothing_of_it(giulia, quiz):
    sent = stale(giulia, quiz, "it", title="Prova", do="save")
    assert sent.status_code == 409
    assert "Il quiz è cambiato in un’altra scheda" in sent.text
    assert "Il titolo qui sotto" not in sent.text


def typed_in(page):
    return {each["name"]: each.get("value", "") for each in page.select("form.stack input[name]")}


@pytest.mark.parametrize(
    ("lang", "half", "words"),
    [
        ("it", "1,5", "I punti e i numeri da estrarre che hai scritto sono ancora qui sotto, non ancora salvati."),
        ("en", "1.5", "The points and numbers to draw that you typed are still below, not saved yet."),
    ],
)
def test_points_and_counts_typed_in_a_stale_tab_stay_at_their_lines(giulia, quiz, lang, half, words):
    for wish in ({"lang": "it"}, {"lang": "en"}):
        draw(giulia, quiz, 1, **wish)
    mine, theirs = (typed_in(BeautifulSoup(giulia.get(f"/quizzes/{quiz}/edit").text, "html.parser")) for _tab in "12")
    giulia.post(f"/quizzes/{quiz}/edit", data={**theirs, "lines-0-points": "5", "do": "down-1"})
    sent = giulia.post(
        f"/quizzes/{quiz}/edit",
        data={**mine, "lines-1-points": "3,00", "lines-0-count": "4", "lines-1-count": "7", "do": "save"},
        headers={"Accept-Language": lang},
    )
    page = BeautifulSoup(sent.text, "html.parser")
    form = typed_in(page)
    assert (sent.status_code, words in page.text) == (409, True)
    names = ("lines-0-points", "lines-0-count", "lines-1-points", "lines-1-count")
    assert [form[name] for name in names] == ["3.00", "7", "5", "4"], "the other tab moved the lines, and gave 5 points"
    kept = {**form, "lines-0-points": half, "do": "save"}
    assert giulia.post(f"/quizzes/{quiz}/edit", data=kept).status_code == 303
    shown = giulia.get(f"/quizzes/{quiz}/edit", headers={"Accept-Language": lang}).text
    assert typed_in(BeautifulSoup(shown, "html.parser"))["lines-0-points"] == half


def test_a_stale_tab_in_which_nothing_was_typed_brings_nothing_back(giulia, quiz):
    draw(giulia, quiz, 1)
    mine = typed_in(BeautifulSoup(giulia.get(f"/quizzes/{quiz}/edit").text, "html.parser"))
    giulia.post(f"/quizzes/{quiz}/edit", data={**mine, "lines-0-points": "5", "lines-0-count": "2", "do": "save"})
    sent = giulia.post(f"/quizzes/{quiz}/edit", data={**mine, "do": "save"}, headers=IT)
    form = typed_in(BeautifulSoup(sent.text, "html.parser"))
    assert (sent.status_code, form["lines-0-points"], form["lines-0-count"]) == (409, "5", "2")
    assert "ancora qui sotto" not in sent.text


def test_the_name_of_a_quiz_is_read_in_its_language_wherever_it_stands(giulia, quiz):
    page = BeautifulSoup(giulia.get("/quizzes", headers={"Accept-Language": "en"}).text, "html.parser")
    said = page.find_all(string=re.compile("Prova"))
    assert len(said) == 2
    assert {each.find_parent(lang=True)["lang"] for each in said} == {"it"}


def test_a_button_that_names_a_line_of_thousands_of_digits_moves_none(giulia, quiz):
    draw(giulia, quiz, 1)
    form = typed_in(BeautifulSoup(giulia.get(f"/quizzes/{quiz}/edit").text, "html.parser"))
    assert giulia.post(f"/quizzes/{quiz}/edit", data={**form, "do": f"up-{'9' * 5000}"}).status_code == 303


@pytest.mark.parametrize("place", ["0", "4", "9999", "99999", "one", "\u0662", ""])
def test_a_button_that_names_no_line_of_the_quiz_takes_none_out(giulia, quiz, place):
    draw(giulia, quiz, 1)
    before = giulia.get(f"/quizzes/{quiz}/edit").text
    lines = before.count('value="drop-')
    press(giulia, quiz, f"drop-{place}")
    after = giulia.get(f"/quizzes/{quiz}/edit").text
    assert (after.count('value="drop-'), "flash--undo" in after) == (lines, False)


def test_whoever_gives_a_quiz_on_an_article_that_no_class_may_read_is_told(giulia, town, session):
    said = "Di questo articolo la classe legge solo le frasi"
    assert said not in giulia.get(f"/quizzes/{town.quiz}").text
    with db.writing(session) as write:
        write.execute(update(ArticleVersion).values(rights="sentence"))
    assert said in giulia.get(f"/quizzes/{town.quiz}").text

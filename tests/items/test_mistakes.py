"""What a hurried teacher types in the editor: taken as it is meant, or answered in the words of the form."""

import io
import re
from fractions import Fraction
from html import unescape

import pytest
from bs4 import BeautifulSoup

from tests.build import form_of
from tests.items.test_editor import PNG, make, newest

GAPS = {"stem": "Nel 2024 fu firmato a [[1]].", "gaps-0-type": "text"}
WEIGHTS = {"rule": "weights", "options-1-right": "", "options-1-fraction": "0", "options-2-fraction": "0"}


def saved(session, page):
    assert page.status_code == 303, hints(page)
    return newest(session, page.headers["Location"].rsplit("/", 1)[1])[1]


def hints(page):
    found = re.findall(r'<p class="hint.*?</p>', page.text, re.DOTALL)
    return unescape(re.sub(r"<[^>]+>", " ", " ".join(found)))


@pytest.mark.parametrize("typed", ["0,5", "0.5", ".5", "50%", "50 %", "1/2", " 1 / 2 "])
def test_a_half_may_be_typed_in_any_way(giulia, town, session, typed):
    page = make(
        giulia, town, "text", **{"answers-0-fraction": "1", "answers-1-text": "Wien", "answers-1-fraction": typed}
    )
    assert [each.fraction for each in saved(session, page).body.answers] == [1, Fraction(1, 2)]


@pytest.mark.parametrize("typed", ["metà", "1/0", "1e9", "0,5,5", "%"])
def test_a_share_that_is_no_number_is_said_in_the_words_of_the_form(giulia, town, typed):
    page = make(giulia, town, "text", **{"answers-0-fraction": typed})
    assert page.status_code == 422
    assert f"«{typed}» non è un numero: scrivi per esempio 1/2, 0,5 o 50%" in hints(page)
    assert "fraction" not in hints(page)


def test_a_share_beyond_the_whole_mark_is_said_by_its_label(giulia, town):
    page = make(giulia, town, "text", **{"answers-0-fraction": "100"})
    assert "«Parte dei punti» deve stare fra -1 e 1" in hints(page)


def test_under_weights_a_tick_without_a_weight_is_worth_the_whole(giulia, town, session):
    item = saved(session, make(giulia, town, "multiple", **{**WEIGHTS, "options-0-fraction": ""}))
    assert [each.fraction for each in item.body.options] == [1, 0, 0]
    typed = saved(session, make(giulia, town, "multiple", **{**WEIGHTS, "options-0-fraction": "-25%"}))
    assert typed.body.options[0].fraction == Fraction(-1, 4), "what is typed counts, not the tick"


def test_points_are_typed_with_a_comma(giulia, town, session):
    assert saved(session, make(giulia, town, "choice", points="1,5")).points == Fraction(3, 2)


def test_a_number_may_carry_its_unit(giulia, town, session):
    item = saved(session, make(giulia, town, "number", **{"numbers-0-value": "3000 anni"}))
    assert str(item.body.numbers[0].value) == "3000"
    page = make(giulia, town, "number", **{"numbers-0-value": "3000 mesi"})
    assert "«3000 mesi» non è un numero: scrivi solo le cifre" in hints(page)


def test_a_gap_left_empty_is_said_at_its_own_row(giulia, town):
    page = make(giulia, town, "cloze", **{**GAPS, "gaps-0-right": ""})
    assert page.status_code == 303, "it can still be put aside for later"
    page = make(giulia, town, "cloze", save="ready", **{**GAPS, "gaps-0-right": ""})
    assert "Manca una risposta accettata" in hints(page)
    assert "Non c’è nessuna lacuna" not in hints(page)


def test_a_gap_left_empty_gives_its_number_to_no_other(giulia, town, session):
    more = {"stem": "Nel 2024 [[1]] fu firmato a [[2]].", "gaps-1-type": "text", "gaps-1-right": "Vienna"}
    item = saved(session, make(giulia, town, "cloze", **{**GAPS, "gaps-0-right": "", **more}))
    assert [gap.body.keys() for gap in item.body.gaps] == [(), ("Vienna",)]


def test_a_gap_that_asks_for_the_year_needs_no_other_date(giulia, town):
    page = make(
        giulia, town, "cloze", save="ready", **{**GAPS, "stem": "Fu firmato nel [[1]].", "gaps-0-right": "2024"}
    )
    assert "non nomina un anno" not in hints(page)
    page = make(giulia, town, "cloze", save="ready", **{**GAPS, "stem": "Fu firmato a [[1]]."})
    assert "non nomina un anno" in hints(page)


def test_an_asterisk_alone_is_noticed_before_every_answer_is_right(giulia, town):
    page = make(giulia, town, "text", save="ready", stem="Che cosa?", **{"answers-0-text": "*"})
    assert "Un asterisco da solo accetta qualunque risposta" in hints(page)


@pytest.mark.parametrize(
    ("type_", "typed", "said"),
    [
        ("matching", {"pairs-1-right": ""}, "Qui manca il testo Scrivilo, o togli la riga."),
        ("matching", {"pairs-1-left": "La firma"}, "«La firma» compare due volte Cambia uno dei due testi uguali."),
        ("matching", {"pairs-1-right": "Vienna"}, "aggiungine una in «Elementi in più, senza corrispondenza»"),
        ("ordering", {"order-0-text": "la firma"}, "«La firma» e «la firma» si distinguono solo per la grafia"),
        ("choice", {"key": ""}, "Nessuna risposta è segnata come giusta Segna quella giusta"),
        ("number", {"numbers-0-tolerance": "-5"}, "«Tolleranza» non può essere negativo"),
    ],
)
def test_a_mistake_is_answered_in_the_words_of_the_form(giulia, town, type_, typed, said):
    page = make(giulia, town, type_, save="ready", **typed)
    assert page.status_code == 422
    assert said in re.sub(r"\s+", " ", hints(page))
    for key in ("fraction", "extra_rights", "gaps", "tolerance"):
        assert f"«{key}»" not in hints(page)


@pytest.mark.parametrize(
    ("type_", "typed", "said", "never"),
    [
        ("multiple", {"rule": "all-or-nothing"}, "Tutto o niente", "all-or-nothing"),
        ("classify", {"statements-0-category": "1"}, "Dato per certo</del>", "0</del>"),
        ("choice", {"save": "draft"}, "Bozza", "in_review"),
        ("choice", {"kind": "claim"}, "Dichiarazione", "claim"),
        ("number", {"numbers-0-value": "12"}, "3,5</del>", "5</del>,5"),
    ],
)
def test_what_a_version_changed_is_told_in_the_words_of_the_form(giulia, town, type_, typed, said, never):
    item = make(giulia, town, type_).headers["Location"]
    form = form_of(giulia.get(f"{item}/edit").text, f"{item}/edit")
    assert giulia.post(f"{item}/edit", data={**form, "save": "review", **typed}).status_code == 303
    page = giulia.get(f"{item}/versions").text
    changes = page[page.index('class="changes"') : page.index("</dl>")]
    assert said in changes
    assert never not in changes


def test_a_check_that_finds_nothing_says_so_where_the_keyboard_goes_on(giulia, town):
    whole = {"options-1-feedback": "È un’altra capitale.", "explanation": "Fu firmato a Vienna, lo dice l’articolo."}
    source = {"sources-0-title": "Gazzetta del Golfo", "sources-0-outlet": "Golfo", "sources-0-date": "2024-03-03"}
    page = make(giulia, town, "choice", save="check", **whole, **source)
    found = re.search(r"<p class=\"flash\"[^>]*>.*?</p>", page.text, re.DOTALL)
    assert found, hints(page)
    assert 'tabindex="-1" autofocus' in found[0]
    assert "Il controllo non segnala nulla. La domanda non è ancora salvata." in found[0]


def test_a_check_that_finds_something_leads_to_its_place(giulia, town):
    page = make(giulia, town, "choice", save="check", key="")
    box = page.text[page.text.index('<section class="errors" tabindex="-1" autofocus') :]
    assert 'href="#key-0"' in box[: box.index("</section>")]


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("retired", "La domanda è ritirata"),
        ("in_review", "La domanda è in revisione"),
        ("ready", "La domanda è attiva"),
    ],
)
def test_a_question_that_changed_state_is_told_by_its_state(giulia, town, status, said):
    before = {"retired": (), "in_review": ("retired",), "ready": ("retired", "in_review")}[status]
    for wanted in (*before, status):
        giulia.post(f"/items/{town.item}/status", data={"status": wanted})
    assert said in giulia.get(f"/items/{town.item}", headers={"Accept-Language": "it"}).text


def test_a_picture_of_too_many_points_is_not_blamed_for_its_bytes(giulia, town):
    bomb = PNG[:16] + (60_000).to_bytes(4, "big") * 2 + PNG[24:]
    sent = giulia.post(
        f"/items/{town.item}/pictures",
        data={"picture": (io.BytesIO(bomb), "bomba.png"), "alt": "Una carta"},
        headers={"Accept-Language": "it"},
    )
    assert sent.status_code == 422
    assert "L’immagine è troppo grande: riducila, al massimo 6000 pixel per lato." in sent.text
    assert "1 MB.</p>" not in sent.text.replace("al massimo 1 MB.</p>", "")


def test_an_answer_taken_out_is_told_in_the_singular_and_no_other_changed(giulia, town):
    item = make(giulia, town, "multiple").headers["Location"]
    form = form_of(giulia.get(f"{item}/edit").text, f"{item}/edit")
    kept = {key: value for key, value in form.items() if not key.startswith("options-2-")}
    assert giulia.post(f"{item}/edit", data={**kept, "save": "review"}).status_code == 303
    page = giulia.get(f"{item}/versions").text
    named = re.findall(r"<dt[^>]*>([^<]*)</dt>", page[: page.index("</dl>")])
    assert named == ["Risposta 3"]


@pytest.mark.parametrize(
    ("lang", "said"),
    [("it", ["3,5", "4,25", "0,5", "0,25", "1,5"]), ("en", ["3.5", "4.25", "0.5", "0.25", "1.5"])],
)
def test_the_history_writes_numbers_with_the_sign_of_its_reader(giulia, town, lang, said):
    item = make(giulia, town, "number").headers["Location"]
    form = form_of(giulia.get(f"{item}/edit").text, f"{item}/edit")
    typed = {"numbers-0-value": "4,25", "numbers-0-tolerance": "0,25", "points": "1,5"}
    assert giulia.post(f"{item}/edit", data={**form, "save": "review", **typed}).status_code == 303
    page = BeautifulSoup(giulia.get(f"{item}/versions", headers={"Accept-Language": lang}).text, "html.parser")
    told = [each.find(string=True, recursive=False) for each in page.select(".changes :is(del, ins)")]
    assert told == said
    assert {each["lang"] for each in page.select(".changes dd")} == {lang}


@pytest.mark.parametrize(("lang", "said"), [("it", "2,75"), ("en", "2.75")])
def test_a_number_taken_out_is_written_with_the_sign_of_its_reader(giulia, town, lang, said):
    item = make(
        giulia,
        town,
        "number",
        **{
            "numbers-1-value": "2,75",
            "numbers-1-fraction": "1",
            "numbers-1-tolerance": "0",
            "numbers-1-tolerance_kind": "absolute",
        },
    ).headers["Location"]
    form = form_of(giulia.get(f"{item}/edit").text, f"{item}/edit")
    kept = {key: value for key, value in form.items() if not key.startswith("numbers-1-")}
    assert giulia.post(f"{item}/edit", data={**kept, "save": "review"}).status_code == 303
    page = BeautifulSoup(giulia.get(f"{item}/versions", headers={"Accept-Language": lang}).text, "html.parser")
    assert [each.find(string=True, recursive=False) for each in page.select(".changes del")] == [said]


def test_what_is_no_number_keeps_its_points_in_the_history(giulia, town):
    item = make(giulia, town, "choice").headers["Location"]
    form = form_of(giulia.get(f"{item}/edit").text, f"{item}/edit")
    typed = {"explanation": "Nella versione 2.5 del testo, al punto 3.4."}
    assert giulia.post(f"{item}/edit", data={**form, "save": "review", **typed}).status_code == 303
    assert "2.5 del testo, al punto 3.4." in giulia.get(f"{item}/versions", headers={"Accept-Language": "it"}).text


def test_a_new_sentence_to_sort_has_no_category_until_one_is_chosen(giulia, town):
    page = BeautifulSoup(giulia.get(f"/banks/{town.bank}/items/new/classify").text, "html.parser")
    selects = page.select('select[name^="statements-"][name$="-category"]')
    assert [option["value"] for each in selects for option in each.select("option[selected]")] == [""] * 3
    sent = make(giulia, town, "classify", save="ready", **{"statements-1-category": ""})
    assert sent.status_code == 422
    assert "Scegli la categoria di questa frase" in hints(sent)


def test_a_student_finds_no_category_chosen_and_must_choose_each(giulia, town):
    address = make(giulia, town, "classify", **{"categories-2-text": "Altro"}).headers["Location"] + "/preview"
    page = BeautifulSoup(giulia.get(address).text, "html.parser")
    radios = page.select('.sort input[type="radio"]')
    assert len(radios) >= 4
    assert not [each for each in radios if each.has_attr("checked")]
    one = {radios[0]["name"]: radios[0]["value"]}
    for typed in ({}, one):
        sent = giulia.post(address, data={**form_of(giulia.get(address).text, address), **typed})
        assert sent.status_code == 422
        again = BeautifulSoup(sent.text, "html.parser")
        chosen = {each["name"]: each["value"] for each in again.select(".sort input[checked]")}
        assert chosen == typed


@pytest.mark.parametrize(
    ("picture", "said"),
    [
        (
            {},
            {"Immagine: Scegli un’immagine.", "Che cosa mostra, a parole: Scrivi a parole che cosa mostra l’immagine."},
        ),
        (
            {"picture": (PNG, "carta.png")},
            {
                "Immagine: Scegli di nuovo l’immagine: il browser tiene solo le parole.",
                "Che cosa mostra, a parole: Scrivi a parole che cosa mostra l’immagine.",
            },
        ),
    ],
)
def test_what_a_picture_lacks_is_said_at_once(giulia, town, picture, said):
    sent = {name: (io.BytesIO(data), file) for name, (data, file) in picture.items()}
    page = giulia.post(f"/items/{town.item}/pictures", data={**sent, "alt": ""}, headers={"Accept-Language": "it"})
    assert page.status_code == 422
    assert {each.text for each in BeautifulSoup(page.text, "html.parser").select(".errors li")} == said


def test_the_editor_says_where_pictures_are_added(giulia, town):
    place = f"/items/{town.item}/edit"
    assert "si aggiungono e si tolgono nella pagina della domanda" in giulia.get(place).text
    assert "nella pagina della domanda, dopo averla salvata" in giulia.get(f"/banks/{town.bank}/items/new/choice").text

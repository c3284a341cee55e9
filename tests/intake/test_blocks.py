"""What each part of a page is, on invented pages as people paste them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.intake.blocks import blocks_of
from quizapp.intake.language import detect_language

PAGES = sorted((Path(__file__).parent / "data").glob("*.page"))
LANGUAGES = st.sampled_from(["it", "en", "es", "fr", "de", "und"])
PROSE = (
    "Il presidente della Commissione ha annunciato che il piano sarà presentato a marzo e che i fondi arriveranno "
    "entro l'anno a tutti gli Stati membri. Lo ha detto ieri."
)
SIGNS = [
    "residue",
    "Leggi anche",
    "Foto: il ponte",
    "By Jane Doe",
    "ROMA - Il testo è qui. (ANSA)",
    "Fonti",
    "- una voce;",
    "© 2024",
    "Home » Sport",
    "6 giugno 2024",
    "Titolo senza punto",
    "Accetta | Rifiuta",
    PROSE,
]


def written(page):
    """The text of a page and its expected blocks: `role: text`, `+` on the same line, `&` the line after."""
    text, wanted = "", []
    for line in page.splitlines():
        role, _, said = line.partition(": ")
        if line.startswith("&"):
            text += "\n" + line[1:]
            wanted[-1] = (wanted[-1][0], f"{wanted[-1][1]}\n{line[1:]}")
        elif not line:
            text += "\n"
        else:
            text += (" " if line.startswith("+") else "\n" if text else "") + said
            wanted.append((role.lstrip("+"), said))
    return text, wanted


def roles(text, lang="it", **known):
    return [(block.role, text[block.start : block.end]) for block in blocks_of(text, lang, **known)]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_every_part_of_a_page_has_its_role(path):
    text, wanted = written(path.read_text("utf-8"))
    assert roles(text, detect_language(text)) == wanted


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_another_line_end_or_empty_lines_change_no_role(path):
    if path.stem == "en-wrapped":  # its empty lines say where paragraphs end
        return
    text, wanted = written(path.read_text("utf-8"))
    apart = text.replace("\n", "\n \n\n")
    assert roles(apart, detect_language(text)) == wanted


@pytest.mark.parametrize(
    "title",
    [
        "Di Maio: «Il reddito resta»",
        "Fonti: Trump pronto a incontrare Putin",
        "Foto choc da Gaza",
        "Video, il gol di Lautaro fa il giro del mondo",
        "Accetta la sfida: Schlein contro Meloni",
        "Cookie, il Garante multa Google",
        "Nota spese, bufera sul sindaco",
        "Roma - Lazio 2-1",
        "Draghi lascia",
        "G7, intesa sui beni russi | Il vertice",
        "Aggiornamento del catasto: che cosa cambia",
        "Chi siamo noi europei?",
        "Pubblicità ingannevole, multa a TikTok",
        "Di nuovo Conte",
        "Di Maio",
        "Manovra, sì della Camera. Ma è scontro",
    ],
)
def test_a_headline_is_not_taken_for_the_words_of_the_page(title):
    assert roles(f"{title}\n\n{PROSE}") == [("title", title), ("body", PROSE)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Il Garante ha multato Google per i cookie: gli utenti non potevano rifiutare in modo semplice.",
        "Secondo fonti ucraine, migliaia di militari sono pronti a sostenere le forze russe lungo tutto il confine.",
        "La fotografia dell’Istat è chiara: i prezzi salgono più degli stipendi in tutte le regioni del Paese.",
        "Condividere le armi con l’Ucraina è la scelta del governo, che ha vinto il voto di fiducia alla Camera.",
        "Di Battista ha lasciato il partito dopo il voto sulla riforma, che aveva criticato in tutte le riunioni.",
        "NATO e Unione europea hanno firmato un accordo sulla difesa che prevede esercitazioni comuni ogni anno.",
    ],
)
def test_a_sentence_of_the_article_is_not_taken_for_a_notice(sentence):
    assert roles(f"Un titolo\n\n{PROSE}\n\n{sentence}")[-1] == ("body", sentence)


def test_a_dateline_may_say_the_country_of_its_place():
    found = roles(f"Un titolo\n\nBERLINO (GERMANIA) (ITALPRESS) – {PROSE}")
    assert ("body", PROSE) in found


@pytest.mark.parametrize(
    "place", ["DHAKA: ", "UNITED NATIONS: ", "SAN JUAN, Puerto Rico: ", "ROMA: ", "PORT-AU-PRINCE: "]
)
def test_a_town_in_capitals_before_a_colon_is_a_dateline(place):
    found = roles(f"Un titolo\n\n{place}{PROSE}")
    assert [("dateline", place.rstrip()), ("body", PROSE)] == [(role, said) for role, said in found[1:]]


@pytest.mark.parametrize("words", ["NATO: ", "WHO: ", "UNICEF: ", "Londra: ", "L’ANNUNCIO: è "])
def test_a_body_before_a_colon_keeps_what_it_says(words):
    assert roles(f"Un titolo\n\n{words}{PROSE}")[1:] == [("body", words + PROSE)]


@pytest.mark.parametrize(
    "place",
    [
        "SEATTLE/WASHINGTON (Reuters) - ",
        "Taipei, Taiwan – ",
        "MILANO/ROMA (Reuters) - ",
        "Johannesburg, South Africa — ",
    ],
)
def test_a_dateline_may_name_two_places_or_a_town_and_its_land(place):
    found = roles(f"Un titolo\n\n{place}{PROSE}")
    assert [("dateline", place.rstrip()), ("body", PROSE)] == [(role, said) for role, said in found[1:]]


LINES = [
    ("title, body, body", ["Il premier si dimette", "Ha vinto il no.", PROSE]),
    ("heading, body", ["Ecco le tappe:", PROSE]),
    ("body", [PROSE]),
    ("title, dateline, body", ["Un titolo", "ROMA", PROSE]),
    ("title, caption, body", ["Un titolo", "Il ponte sul fiume.", PROSE]),
    ("title, caption, body", ["Un titolo", "Il ponte, dove è caduta la macchina.", PROSE]),
    (
        "title, subtitle, caption, body",
        ["Un titolo intero", "Una riga sotto il titolo", "Una terza riga senza punto", PROSE],
    ),
    ("title, byline, body", ["Un titolo", "Giulia Neri", PROSE]),
    (
        "title, body, body",
        ["Un titolo", PROSE, "— Non ce ne andremo mai da qui, lo giuro davanti a tutti, disse il vecchio."],
    ),
    ("body, body", ["parola " * 31, PROSE]),
    ("title, body, body", ["Un titolo", PROSE, "Che cosa succederà adesso?"]),
    ("title, body, body", ["Un titolo", PROSE, "e poi la riga spezzata continua"]),
    ("title, body, residue", ["Un titolo", PROSE, "Un altro titolo della pagina"]),
    ("title, body, heading, body", ["Un titolo", PROSE, "Che cosa succede adesso?", PROSE.replace("marzo", "maggio")]),
    ("title, body, caption", ["Un titolo", PROSE, "Il corteo a Roma (foto d'archivio)"]),
    ("title, body, residue, residue", ["Un titolo", PROSE, "https://example.org/a", "* * *"]),
    ("title, body, body", ["Un titolo", PROSE, f"{PROSE[:90]}. Foto: Reuters"]),
    ("title, body, caption", ["Un titolo", PROSE, "Il corteo degli studenti. Foto: Reuters"]),
    ("heading, title, body", ["GUERRA IN UCRAINA", "Il vertice di Kazan si apre senza accordo", PROSE]),
    ("body, body", ["Il voto si terrà domani alla Camera e poi al Senato, dicono.", PROSE[:90] + "."]),
    (
        "title, body, residue, residue, residue, body",
        [
            "Un titolo",
            PROSE,
            "Leggi anche",
            "Chi esce prima",
            "Le regole del bonus casa",
            PROSE.replace("marzo", "maggio"),
        ],
    ),
]


@pytest.mark.parametrize(("wanted", "lines"), LINES)
def test_short_lines_around_the_paragraphs_have_their_roles(wanted, lines):
    assert ", ".join(role for role, _ in roles("\n\n".join(lines))) == wanted


def test_a_known_title_and_subtitle_are_found_whatever_they_look_like():
    text = f"Lo dice l’Istat.\n\nI prezzi salgono più degli stipendi, lo dice l’Istat.\n\n{PROSE}"
    known = {"title": "Lo dice l’Istat.", "subtitle": "I prezzi salgono più degli stipendi, lo dice l’Istat."}
    assert [role for role, _ in roles(text, **known)] == ["title", "subtitle", "body"]


def test_a_known_title_that_the_text_lacks_changes_nothing():
    assert roles(f"Un titolo\n\n{PROSE}", title="Un altro") == roles(f"Un titolo\n\n{PROSE}")


def test_the_second_of_two_equal_paragraphs_is_left_out():
    text = f"Un titolo\n\n{PROSE}\n\nAltro ancora, ha detto il ministro dopo l’incontro con i sindacati.\n\n{PROSE}"
    assert [role for role, _ in roles(text)] == ["title", "body", "body", "residue"]


def test_a_read_also_at_the_end_of_a_paragraph_is_cut_off():
    assert roles(f"Un titolo\n\n{PROSE} Leggi anche: Il piano in dieci punti")[1:] == [
        ("body", PROSE),
        ("residue", "Leggi anche: Il piano in dieci punti"),
    ]


def test_windows_apostrophes_and_decomposed_accents_keep_the_offsets():
    text = f"L’età\u0300 che cambia\n\n{PROSE}\n\nL\u2019unica\u0300 voce: e\u0300 così, dice il testo."
    assert "".join(said for _, said in roles(text)).replace("\n", "") == text.replace("\n", "")


@given(
    st.one_of(
        st.text(),
        st.lists(st.sampled_from(SIGNS), max_size=12).map("\n".join),
        st.lists(st.sampled_from(SIGNS), max_size=12).map("\n\n".join),
        st.lists(st.sampled_from([*SIGNS, "\n", "\u2028", "\f", " ", "\xa0", "\u0301"]), max_size=12).map("".join),
    ),
    LANGUAGES,
)
def test_blocks_are_in_order_inside_the_text_and_cover_all_but_white_space(text, lang):
    blocks = blocks_of(text, lang)
    end = 0
    for block in blocks:
        assert end <= block.start < block.end <= len(text)
        assert text[end : block.start].strip() == ""
        piece = text[block.start : block.end]
        assert piece == piece.strip() != ""
        end = block.end
    assert text[end:].strip() == ""
    assert blocks == blocks_of(text, lang)

"""From bytes to an article, and one sentence for everything that is none."""

import contextlib
import datetime
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.spans import sha256_of
from quizapp.intake import child
from quizapp.intake.article import REFUSALS, Extract, RawArticle, Unusable
from quizapp.intake.blocks import blocks_of
from quizapp.intake.reading import format_of, read_article
from tests.intake.papers import column, make_docx, make_pdf, make_zip

FIRST = (
    "La Camera ha approvato la legge di bilancio con 204 voti favorevoli e 110 contrari, dopo una seduta di nove ore. "
    "Il testo passa ora al Senato per la lettura definitiva."
)
SECOND = "Il provvedimento vale circa 30 miliardi di euro, ha detto il ministro dell’Economia ai giornalisti."
FEW_WORDS = (
    "Il premier si è dimesso ieri sera dopo il voto. Il presidente della Repubblica riceverà oggi i capi dei gruppi."
)
ONE_SENTENCE = (
    "Il premier si è dimesso ieri sera dopo il voto di fiducia che la Camera gli ha negato per pochi voti, mentre il "
    "presidente della Repubblica, che lo ha ricevuto al Quirinale, ha annunciato nuove consultazioni per oggi."
)
NOTICE = "Titolo dell’articolo\n\ndi Mario Rossi\n\nRoma, 23 dicembre 2024\n\n"
TEXT = f"{NOTICE}{FIRST}\n\n{SECOND}\n"
PAGE = (
    "<!doctype html><html lang='en'><head><title>Titolo dell’articolo</title></head><body><h1>Titolo dell’articolo</h1>"
    f"<p>{FIRST}</p><p>{SECOND}</p><p>{FIRST.replace('204', '205')}</p></body></html>"
)
BOMB = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


def refusal_of(data, **more):
    with pytest.raises(Unusable) as refusal:
        read_article(data, **more)
    return refusal.value


def test_a_plain_text_is_stored_as_it_is():
    article = read_article(f"\ufeff{TEXT}".replace("\n", "\r\n").encode())
    assert article.text == TEXT
    assert (article.title, article.subtitle, article.format, article.lang) == (
        "Titolo dell’articolo",
        None,
        "text",
        "it",
    )
    assert (article.author, article.published, article.outlet) == ("Mario Rossi", datetime.date(2024, 12, 23), None)
    assert [block.role for block in article.blocks] == ["title", "byline", "dateline", "body", "body"]


def test_a_page_becomes_paragraphs_apart_by_an_empty_line():
    article = read_article(PAGE.encode())
    assert article.text.split("\n\n")[:3] == ["Titolo dell’articolo", FIRST, SECOND]
    assert (article.title, article.format) == ("Titolo dell’articolo", "html")


def test_the_words_decide_the_language_before_the_template_does_and_a_person_before_both():
    assert read_article(PAGE.encode()).lang == "it"
    assert read_article(PAGE.encode(), lang="fr").lang == "fr"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_a_page_in_the_encoding_that_it_declares_is_read(encoding):
    written = PAGE if encoding != "cp1252" else PAGE.replace("<head>", "<head><meta charset='windows-1252'>")
    assert FIRST in read_article(written.encode(encoding)).text


def test_a_page_in_windows_1252_that_declares_nothing_is_refused():
    assert refusal_of(PAGE.encode("cp1252")).code == "windows-1252"


def test_a_pdf_and_a_docx_become_articles():
    words = FIRST.split()
    lines = [" ".join(words[:14]), " ".join(words[14:28]), " ".join(words[28:])]
    from_pdf = read_article(make_pdf([[*column(["Il titolo"], size=22), *column(lines, top=700)]]))
    from_docx = read_article(make_docx([("Title", "Il titolo"), ("Normal", FIRST), ("Normal", SECOND)]), name="a.docx")
    assert (from_pdf.text, from_pdf.format) == (f"Il titolo\n\n{FIRST}", "pdf")
    assert (from_docx.text, from_docx.format) == (f"Il titolo\n\n{FIRST}\n\n{SECOND}", "docx")
    assert from_pdf.title == from_docx.title == "Il titolo"


@pytest.mark.parametrize(
    "data",
    [TEXT.encode(), PAGE.encode(), make_docx([("Title", "Il titolo."), ("Subtitle", "E altro."), ("Normal", FIRST)])],
    ids=["text", "html", "docx"],
)
def test_the_blocks_can_be_found_again_in_the_stored_text(data):
    article = read_article(data)
    again = blocks_of(article.text, article.lang, title=article.title, subtitle=article.subtitle)
    assert article.blocks == again
    assert read_article(data) == article
    assert len(sha256_of(article.text)) == 64


def test_a_hundred_spaces_in_a_row_are_one():
    assert read_article(TEXT.replace(" ", " \u00a0" * 9_000, 1).encode()).text == read_article(TEXT.encode()).text


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"  \n\n ", "empty"),
        (b"<html>", "no-article"),
        (b"\x00\x01\x02" * 99, "binary"),
        (b"Il testo ha un \x00 dentro. " * 9, "nul"),
        (TEXT.encode("cp1252"), "windows-1252"),
        (TEXT.encode().decode("cp1252", "ignore").encode(), "garbled"),
        (b"parola " * 800_000, "too-large"),
        (b"parola. " * 30_000, "too-long"),
        (TEXT.encode() + b" A" * 9 + b"A" * 1000, "no-words"),
        (TEXT.encode() + "«".encode() * 100_000, "no-words"),
        (TEXT.encode() + b"1" * 100_000 + b". E altro.", "no-words"),
        (b"<p>" + TEXT.encode() + b"</p><p>" + b"." * 100_000 + b"</p>", "no-words"),
        (SECOND.encode(), "too-short"),
        (f"Un titolo\n\n{SECOND}".encode(), "too-short"),
        (b"Poche parole. Due frasi.", "too-short"),
        (FEW_WORDS.encode(), "too-short"),
        (ONE_SENTENCE.encode(), "too-short"),
        (b"Il premier si \xc3\xa8 dimesso.", "too-short"),
        (b"<html><body><nav><a href='/'>Home</a> <a href='/sport'>Sport</a></nav></body></html>", "no-article"),
        (b"Home\nChi siamo\nContatti\nNewsletter\nMeteo\nLeggi anche\n", "no-article"),
        ("Правительство приняло бюджет на следующий год. Оппозиция голосовала против. ".encode() * 9, "alphabet"),
        ("政府批准了预算。反对派投了反对票。".encode() * 20, "alphabet"),
        (make_pdf([[]]), "pdf-without-text"),
        (b"%PDF-1.7 and nothing more", "unreadable"),
        (make_zip({"a.txt": TEXT}), "not-docx"),
        (b"PK\x03\x04" + b"x" * 99, "unreadable"),
        (make_zip({"word/document.xml": " " * 50_000_000}), "bomb"),
        (b"{\\rtf1 testo}", "format"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "format"),
        (b"\x89PNG\r\n\x1a\n" + bytes(99), "format"),
        (b"<?xml version='1.0'?><rss><item/></rss>", "format"),
        ((BOMB + "]><d>&i;</d>").encode(), "format"),
        (b"<quiz>" + b"<a>" * 50_000, "format"),
    ],
)
def test_bad_input_gets_one_clear_sentence(data, code):
    refusal = refusal_of(data)
    assert refusal.code == code
    for language in ("it", "en"):
        said = refusal.say(language)
        assert "\n" not in said
        assert "{" not in said
        assert len(said) < 130


def test_every_sentence_can_be_said_with_what_the_parsers_know():
    known = {"name": "PDF", "limit": 1, "sample": "Ã¨"}
    assert all(Unusable(code, **known).say(language).strip() for code in REFUSALS for language in ("it", "en"))


def test_entities_that_multiply_in_a_docx_are_refused_soon():
    document = (
        BOMB + "]><w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>"
        "<w:p><w:r><w:t>&i;</w:t></w:r></w:p></w:body></w:document>"
    )
    started = time.monotonic()
    assert refusal_of(make_zip({"word/document.xml": document})).code in {"unreadable", "too-heavy"}
    assert time.monotonic() - started < 15


def test_a_page_nested_without_end_is_refused_or_read_soon():
    started = time.monotonic()
    assert refusal_of(b"<html><body>" + b"<div><p>" * 100_000).code in {
        "no-article",
        "unreadable",
        "too-heavy",
        "empty",
    }
    assert time.monotonic() - started < 21


@pytest.mark.parametrize(("said", "day"), [("2024-05-01", datetime.date(2024, 5, 1)), ("soon", None), (None, None)])
def test_the_day_of_a_page_counts_only_if_it_is_one(monkeypatch, said, day):
    monkeypatch.setattr(child, "parse", lambda *_: Extract((FIRST, SECOND), published=said))
    assert read_article(b"<html>").published == day


@pytest.mark.parametrize(
    ("start", "name", "kind"),
    [
        (b"Testo", "", "text"),
        (b"Testo", "a.pdf", "text"),
        (b"junk %PDF-1.4", "a.PDF", "pdf"),
        (b"junk %PDF-1.4", "a.txt", "text"),
        (b"%PDF-1.4", "a.txt", "pdf"),
        (b"PK\x03\x04", "", "docx"),
        (b"<!DOCTYPE html><p>", "", "html"),
        (b"\xef\xbb\xbf\n<!-- a --><html>", "", "html"),
        ("<!doctype html>".encode("utf-16"), "", "html"),
        (b"<p>Testo</p>", "", "html"),
        (b"Testo <b>forte</b>", "", "text"),
        (b"Testo <b>forte</b>", "a.htm", "html"),
        (b"<3 il calcio", "", "text"),
    ],
)
def test_the_format_is_what_the_file_holds(start, name, kind):
    assert format_of(start, name) == kind


@pytest.mark.parametrize(
    "run",
    [
        "a",
        " a",
        ".",
        ". ",
        "(",
        "<",
        "<!--",
        "<!---->",
        "Aa - ",
        "12 gennaio ",
        "leggi anche: ",
        "fine. (ansa) ",
        "\n",
        "a\n",
        "»",
    ],
)
def test_no_run_of_signs_takes_long(run):
    data = (run * 200_000)[:200_000].encode()
    started = time.monotonic()
    refusal_of(data)
    assert time.monotonic() - started < 3


@given(st.binary() | st.text().map(lambda text: text.encode("utf-8", "replace")))
def test_any_bytes_give_an_article_or_a_sentence(data):
    if data.startswith((b"%PDF", b"PK")) or b"<" in data:
        return  # these start a process
    with contextlib.suppress(Unusable):
        assert isinstance(read_article(data), RawArticle)

"""HTML, PDF and DOCX as paragraphs, from small real files."""

import zipfile
from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.errors import DependencyError

from quizapp.intake import docx, page, pdf
from quizapp.intake.article import Unusable
from tests.intake.papers import column, make_docx, make_pdf, make_zip

PAGE = """<!doctype html><html lang="it-IT"><head><meta charset="utf-8"><title>Allerta in Liguria - La Gazzetta</title>
<meta property="og:site_name" content="La Gazzetta"><meta name="author" content="Anna Bianchi">
<meta property="article:published_time" content="2024-10-16T18:30:00+02:00"></head><body>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/p">Politica</a></li></ul></nav></header>
<article><h1>Maltempo, allerta rossa in Liguria</h1>
<p class="sommario">Scuole chiuse in quattro province, treni fermi tra Genova e Savona</p>
<figure><img src="a.jpg"><figcaption>Il torrente Bisagno (Ansa)</figcaption></figure>
<p>La protezione civile ha proclamato l'allerta rossa per la Liguria
   dalle 21 di mercoledì alle 15 di giovedì.<br>Le scuole <b>resteranno</b> chiuse in quattro province.</p>
<h2>Le previsioni</h2>
<p>Secondo l'Arpal sono attesi 300 millimetri di pioggia in dodici ore, con raffiche a 90 chilometri l'ora.</p>
<ul><li>Genova: scuole chiuse</li><li>Savona: chiusi anche i parchi</li></ul>
<table><tr><th>Provincia</th><th>Millimetri</th></tr><tr><td>Genova</td><td>300</td></tr></table>
<script>alert("no")</script><!-- no --><blockquote><p>«Restate a casa», dice il prefetto a tutti.</p></blockquote>
<p>Nel 2014 un'alluvione aveva causato una vittima nel centro di Genova e danni per 250 milioni di euro.</p>
</article><footer>© 2024 La Gazzetta. Tutti i diritti riservati.</footer></body></html>"""
LONG = [
    "La Regione ha deciso di ridurre le corse sulla linea costiera a partire dal",
    "prossimo giugno, quando scadrà il contratto con la società che gestisce il tra-",
    "sporto ferroviario in Emilia-",
    "Romagna. I pendolari protestano: ogni giorno viaggiano in dodicimila.",
]
NOTED = (
    '<w:p><w:r><w:t>Con nota</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Genova</w:t></w:r></w:p></w:tc>"
    "<w:tc><w:p><w:r><w:t>300</w:t></w:r></w:p><w:p><w:r><w:t>mm</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
)


def test_a_page_gives_its_article_and_nothing_around_it():
    found = page.read(PAGE.encode())
    assert found.paragraphs == (
        "La protezione civile ha proclamato l'allerta rossa per la Liguria dalle 21 di mercoledì alle 15 di giovedì.",
        "Le scuole resteranno chiuse in quattro province.",
        "Le previsioni",
        "Secondo l'Arpal sono attesi 300 millimetri di pioggia in dodici ore, con raffiche a 90 chilometri l'ora.",
        "- Genova: scuole chiuse",
        "- Savona: chiusi anche i parchi",
        "- Provincia Millimetri",
        "- Genova 300",
        "«Restate a casa», dice il prefetto a tutti.",
        "Nel 2014 un'alluvione aveva causato una vittima nel centro di Genova e danni per 250 milioni di euro.",
    )


def test_a_page_says_who_wrote_it_when_and_where():
    found = page.read(PAGE.encode())
    assert found.title == "Maltempo, allerta rossa in Liguria"
    assert found.subtitle == "Scuole chiuse in quattro province, treni fermi tra Genova e Savona"
    assert (found.author, found.outlet, found.published) == ("Anna Bianchi", "La Gazzetta", "2024-10-16")
    assert found.lang == "it"


def test_without_a_heading_the_title_of_the_page_stands_in_less_the_name_of_the_paper():
    found = page.read(PAGE.replace("<h1>Maltempo, allerta rossa in Liguria</h1>", "").encode())
    assert found.title == "Allerta in Liguria"


def test_a_page_may_say_nothing_of_itself():
    bare = PAGE[: PAGE.index("<head>")].replace(' lang="it-IT"', "") + PAGE[PAGE.index("</head>") :]
    found = page.read(bare.encode())
    assert (found.title, found.author, found.outlet, found.published, found.lang) == (
        "Maltempo, allerta rossa in Liguria",
        None,
        None,
        None,
        None,
    )
    assert page.read(bare.replace("h1>", "h4>").encode()).title is None


def test_a_description_that_stands_on_the_page_is_its_subtitle_unless_it_is_the_lead():
    described = PAGE.replace(' class="sommario"', "")
    subtitle = "Scuole chiuse in quattro province, treni fermi tra Genova e Savona"
    meta = '<meta name="description" content="{}">'
    assert page.read(described.encode()).subtitle is None
    assert page.read(described.replace("<article>", meta.format(subtitle) + "<article>").encode()).subtitle is None
    in_head = described.replace("</head>", meta.format(subtitle) + "</head>")
    assert page.read(in_head.encode()).subtitle == subtitle
    lead = described.replace(f"{subtitle}</p>", f"{subtitle}.</p>").replace(
        "</head>", meta.format(f"{subtitle}.") + "</head>"
    )
    assert page.read(lead.encode()).subtitle is None


@pytest.mark.parametrize("empty", ["<html></html>", "<p>"])
def test_a_page_without_an_article_says_so(empty):
    with pytest.raises(Unusable) as refusal:
        page.read(empty.encode())
    assert refusal.value.code == "no-article"


def test_a_pdf_gives_paragraphs_its_largest_line_as_title_and_no_running_heads():
    head = (60, 810, 8, "La Gazzetta - 12 marzo 2024")
    first = [
        head,
        *column(["La Regione taglia i treni"], top=770, size=20),
        *column(["Meno corse sulla linea costiera"], top=740, size=14),
        *column(LONG, top=700),
        *column(["Secondo l'assessore, la riduzione è temporanea: la of\xadficina lo sa e i sindaci"], top=600),
        (290, 30, 8, "1"),
    ]
    second = [head, *column(["hanno chiesto un incontro.", "", "", "Fine della storia."]), (290, 30, 8, "2")]
    found = pdf.read(make_pdf([first, second]))
    assert found.title == "La Regione taglia i treni"
    assert found.subtitle == "Meno corse sulla linea costiera"
    assert found.paragraphs == (
        f"{LONG[0]} {LONG[1][:-1]}{LONG[2]}{LONG[3]}",
        "Secondo l'assessore, la riduzione è temporanea: la officina lo sa e i sindaci hanno chiesto un incontro.",
        "Fine della storia.",
    )


def test_a_word_with_a_hyphen_of_its_own_keeps_it_at_a_line_end():
    lines = [
        "The long-term plan was approved by the council after a debate of nine hours in the",
        "old hall. Critics called it a short-sighted plan, but the mayor said that a long-",
        "term view was needed and that the hospi-",
        "tal would be built.",
    ]
    [said] = pdf.read(make_pdf([column(lines)])).paragraphs
    assert said.endswith("but the mayor said that a long-term view was needed and that the hospital would be built.")


def test_in_a_pdf_a_gap_an_indent_and_a_short_line_end_a_paragraph():
    full = "Una riga che arriva fino in fondo alla colonna e poi va a capo senza una fine"
    lines = [
        *column(
            [
                full,
                "e finisce qui.",
                "Comincia un altro capoverso che arriva anche lui fino in fondo alla colonna.",
                f"{full}.",
                "",
                "Dopo un vuoto.",
            ],
            top=700,
        ),
        (75, 600, 11, "Con un rientro comincia un altro capoverso fino in fondo alla colonna, tutta."),
        (60, 585.7, 11, full),
        (60, 571.4, 12, "Un intertitolo"),
        (60, 557.1, 11, full),
    ]
    assert [said[:18] for said in pdf.read(make_pdf([lines])).paragraphs] == [
        "Una riga che arriv",
        "Comincia un altro ",
        "Dopo un vuoto.",
        "Con un rientro com",
        "Un intertitolo",
        "Una riga che arriv",
    ]


def test_what_stands_above_the_title_of_a_pdf_comes_after_the_article():
    lines = [*column(["POLITICA"], top=800), *column(["Il titolo grande"], top=770, size=20), *column(LONG, top=700)]
    found = pdf.read(make_pdf([lines]))
    assert (found.title, found.paragraphs[-1]) == ("Il titolo grande", "POLITICA")


@pytest.mark.parametrize("pages", [[[]], [[], []], [[(290, 30, 8, "1")], [(290, 30, 8, "2")]]])
def test_a_pdf_without_text_says_so(pages):
    with pytest.raises(Unusable) as refusal:
        pdf.read(make_pdf(pages))
    assert refusal.value.code == "pdf-without-text"


def test_a_pdf_of_a_whole_book_is_refused():
    with pytest.raises(Unusable) as refusal:
        pdf.read(make_pdf([column(LONG)] * 61))
    assert refusal.value.code == "too-long"


def a_locked_pdf():
    writer, written = PdfWriter(), BytesIO()
    writer.append(PdfReader(BytesIO(make_pdf([column(LONG)]))))
    writer.encrypt("segreta", algorithm="RC4-128")
    writer.write(written)
    return written.getvalue()


def test_a_pdf_with_a_password_is_refused():
    with pytest.raises(Unusable) as refusal:
        pdf.read(a_locked_pdf())
    assert refusal.value.code == "protected"


def test_a_pdf_with_a_cipher_that_another_package_would_read_is_refused(monkeypatch):
    def decrypt(*_):
        raise DependencyError

    locked = a_locked_pdf()
    monkeypatch.setattr(PdfReader, "decrypt", decrypt)
    with pytest.raises(Unusable) as refusal:
        pdf.read(locked)
    assert refusal.value.code == "protected"


def test_a_docx_gives_title_subtitle_headings_lists_and_rows():
    found = docx.read(
        make_docx(
            [
                ("Titolo", "Il titolo"),
                ("Subtitle", "Il sottotitolo"),
                ("Normal", "Primo  capoverso &lt;p&gt;."),
                ("Heading2", "Un intertitolo"),
                ("Normal", "Secondo capoverso."),
            ],
            rest=NOTED,
            notes=["La nota che non serve"],
        )
    )
    assert (found.title, found.subtitle) == ("Il titolo", "Il sottotitolo")
    assert found.paragraphs == (
        "Primo capoverso &lt;p&gt;.",
        "Un intertitolo",
        "Secondo capoverso.",
        "Con nota",
        "- Genova 300 mm",
    )


def test_the_first_heading_of_a_docx_is_its_title():
    assert docx.read(make_docx([("Heading1", "In alto"), ("Normal", "Testo.")])).title == "In alto"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"PK\x03\x04 and no more", "unreadable"),
        (make_zip({}), "not-docx"),
        (make_zip({"xl/workbook.xml": "<x/>"}), "not-docx"),
        (make_zip({"../word/document.xml": "x"}), "bomb"),
        (make_zip({"/word/document.xml": "x"}), "bomb"),
        (make_zip({f"word/{number}": "" for number in range(2001)}), "bomb"),
        (make_zip({"word/document.xml": " " * 2_000_000}), "bomb"),
    ],
    ids=["damaged", "empty", "spreadsheet", "outside", "absolute", "entries", "ratio"],
)
def test_an_archive_that_is_no_docx_or_a_bomb_is_refused(data, code):
    with pytest.raises(Unusable) as refusal:
        docx.read(data)
    assert refusal.value.code == code


def test_a_document_unpacks_to_no_more_than_it_may_however_little_it_is_pressed(monkeypatch):
    monkeypatch.setattr(docx, "_MOST_BYTES", 100)
    with pytest.raises(Unusable) as refusal:
        docx.read(make_zip({"word/document.xml": "x" * 101}))
    assert refusal.value.code == "bomb"


def test_a_link_in_an_archive_is_refused():
    entry = zipfile.ZipInfo("word/document.xml")
    entry.external_attr = 0o120777 << 16
    written = BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr(entry, "/etc/passwd")
    with pytest.raises(Unusable) as refusal:
        docx.read(written.getvalue())
    assert refusal.value.code == "bomb"

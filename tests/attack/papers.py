"""Hostile articles: pages, PDF and DOCX, by what each tries."""

# ruff: noqa: E501 - a file and what it tries stand on one line

import zlib
from collections.abc import Iterator

from tests.attack.wraps import (
    ALL,
    ENTITIES,
    FILE,
    MEGABYTE,
    Data,
    Made,
    blank,
    broken,
    linked,
    locked,
    lying,
    nested,
    overlapping,
    png,
    swollen,
)
from tests.formats.packing import package, unpacked
from tests.intake.papers import column, make_docx, make_pdf

NEWS = (
    "La Camera ha approvato la legge di bilancio con 204 voti favorevoli e 110 contrari, dopo una seduta di nove ore. "
    "Il testo passa ora al Senato per la lettura definitiva. Il provvedimento vale circa 30 miliardi di euro, ha detto "
    "il ministro dell’Economia ai giornalisti."
)


def files(kind: str) -> Iterator[tuple[str, str, bytes]]:
    """Each file of a kind with the name it is sent under and a name for what it tries."""
    for label, data in {"html": _pages, "pdf": _pdfs, "docx": _documents, "txt": _texts}[kind]().items():
        found = data() if callable(data) else data
        yield f"a.{kind}", label, found if isinstance(found, bytes) else found.encode("utf-8", "surrogatepass")


def page(more: str = "", head: str = "", news: str = NEWS) -> str:
    """A page with an article; `more` stands after it, `head` in its head."""
    said = "".join(f"<p>{each}.</p>" for each in news.rstrip(".").split(". "))
    return f"<!doctype html><html><head><title>Titolo</title>{head}</head><body><article><h1>Il titolo</h1>{said}{more}</article></body></html>"


def _pages() -> Made:
    return {
        "every way out": page(f"<p>{ALL} e poi altre parole.</p>", f"<meta name='author' content=\"{ALL.replace(chr(34), '')}\"><title>{ALL}</title>"),
        "ways out as text": page(f"<p>{ALL.replace('&', '&amp;').replace('<', '&lt;')} e poi altre parole.</p>"),
        "an address that runs": page(head="<link rel=canonical href='javascript:alert(1)'><meta property='og:url' content='javascript:alert(1)'>"),
        "a file of the server": page(f"<iframe src='{FILE}'></iframe><object data='{FILE}'></object><img src='{FILE}'>"),
        "entities, external": ENTITIES["external"][0] + page("<p>&e;</p>"),
        "entities, laughs": "<!DOCTYPE html [" + ENTITIES["laughs"][0].split("[", 1)[1] + page("<p>&j;</p>").split(">", 1)[1],
        "a day in year 0": page(head="<meta property='article:published_time' content='0000-00-00T00:00:00Z'>"),
        "a day in year 9999": page(head="<meta property='article:published_time' content='9999-12-31'>"),
        "a day in year 99999": page(head="<meta property='article:published_time' content='99999-12-31'>"),
        "nested too deeply": page("<div>" * 50_000 + "x"),
        "nested quotations": page("<blockquote><p>" * 20_000 + "x"),
        "tables in tables": page("<table><tr><td>" * 10_000 + "x"),
        "a hundred thousand paragraphs": lambda: page("<p>Parola.</p>" * 100_000),
        "a hundred thousand attributes": page("<p " + " ".join(f"a{n}=1" for n in range(100_000)) + ">x</p>"),
        "a comment that is never closed": page("<!--" + "x" * MEGABYTE),
        "tags that are never closed": page("<a <b " * 200_000),
        "entities without end": page("&" * 500_000),
        "a script of three megabytes": page(f"<script>{'x' * 3 * MEGABYTE}</script>"),
        "five megabytes": page("x " * 2_600_000),
        "data in a script": page(head='<script type="application/ld+json">' + "[" * 50_000 + "]" * 50_000 + "</script>"),
        "data with numbers without end": page(head='<script type="application/ld+json">{"@type":"Article","datePublished":1e400,"author":{"name":' + "9" * 5000 + "}}</script>"),
        "UTF-7": page("+ADw-script+AD4-alert(1)+ADw-/script+AD4-", "<meta charset='utf-7'>"),
        "UTF-16 without its mark": page().encode("utf-16-le"),
        "UTF-16 cut in half": page().encode("utf-16")[:-1],
        "an encoding nobody has": page(head="<meta charset='no-such-thing'>").encode("cp1252", "replace"),
        "NUL": page("<p>Con un NUL\0 dentro.</p>"),
        "direction turned around": page("<p>\u202eesrever ni ottircs otset\u202c \u2066e poi\u2069 altro.</p>"),
        "signs that are not seen": page("<p>" + "\u200b\u00ad\ufeff" * 20_000 + "</p>"),
        "accents without end": page("<p>a" + "\u0301" * 100_000 + "</p>"),
        "surrogates": page("<p>\ud800</p>"),
        "a frame set": "<html><frameset><frame src='http://127.0.0.1/'></frameset></html>",
        "SVG": "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'><text>x</text></svg>",
        "XHTML with a style sheet": f"<?xml version='1.0'?><?xml-stylesheet href='{FILE}'?><html xmlns='http://www.w3.org/1999/xhtml'><body><p>{NEWS}</p></body></html>",
    }  # fmt: skip


def pdf(*objects: str, root: str = "1 0 R", trailer: str = "") -> bytes:
    """A PDF of these objects, numbered from 1."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body.encode("latin-1") + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    out += f"trailer\n<< /Size {len(objects) + 1} /Root {root} {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def _packed(text: bytes, times: int = 1, more: str = "") -> str:
    """A stream that was packed so many times."""
    for _each in range(times):
        text = zlib.compress(text, 9)
    return _stream(text, times, more)


def _stream(packed: bytes, times: int = 1, more: str = "") -> str:
    filters = "/FlateDecode " * times
    return f"<< /Length {len(packed)} /Filter [{filters}] {more} >>\nstream\n{packed.decode('latin-1')}\nendstream"


def _pdfs() -> Made:
    catalogue, font = "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    leaf = (
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"
    )
    one = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    text = f"BT /F1 11 Tf 60 700 Td ({NEWS.replace('’', chr(39))}) Tj ET"
    plain = f"<< /Length {len(text)} >>\nstream\n{text}\nendstream"
    news = make_pdf([column([NEWS[:80], NEWS[80:160], NEWS[160:]])])
    again = "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >> /Length 5 >>\nstream\n/X Do\nendstream"
    form = leaf.replace("/Font <<", "/XObject << /X 6 0 R >> /Font <<")
    return {
        "a script at once": pdf("<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >>", one, leaf, plain, font),
        "a program at once": pdf(f"<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /Launch /F ({FILE}) >> /AA << /O << /S /URI /URI (http://127.0.0.1/) >> >> >>", one, leaf, plain, font),
        "every way out": pdf(catalogue, one, leaf, f"<< /Length 99999 >>\nstream\nBT /F1 11 Tf 60 700 Td ({ALL.encode('latin-1', 'ignore').decode('latin-1').replace('(', '').replace(')', '')} {NEWS.replace('’', '')}) Tj ET\nendstream", font, trailer="/Info << /Title (<script>alert(1)</script>) /Author (<img src=x onerror=alert(1)>) >>"),
        "pages in a ring": pdf(catalogue, "<< /Type /Pages /Kids [2 0 R] /Count 1 >>"),
        "pages in a ring of two": pdf(catalogue, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Pages /Kids [2 0 R] /Parent 2 0 R /Count 1 >>"),
        "a parent of itself": pdf(catalogue, one, leaf.replace("/Parent 2 0 R", "/Parent 3 0 R"), plain, font),
        "a catalogue in a ring": pdf("1 0 R"),
        "a length in a ring": pdf(catalogue, one, leaf, "<< /Length 4 0 R >>\nstream\nx\nendstream", font),
        "ten thousand pages": lambda: pdf(catalogue, f"<< /Type /Pages /Kids [{'3 0 R ' * 10_000}] /Count 10000 >>", leaf, plain, font),
        "a thousand million pages, as it says": pdf(catalogue, "<< /Type /Pages /Kids [3 0 R] /Count 1000000000 >>", leaf, plain, font),
        "fewer pages than none": pdf(catalogue, "<< /Type /Pages /Kids [3 0 R] /Count -5 >>", leaf, plain, font),
        "a page a thousand levels down": pdf(catalogue, *(f"<< /Type /Pages /Kids [{n} 0 R] /Count 1 >>" for n in range(3, 3000)), leaf),
        "a stream of a gigabyte": lambda: pdf(catalogue, one, leaf, _stream(blank(1000)), font),
        "a stream packed five times": lambda: pdf(catalogue, one, leaf, _packed(b" " * 300 * MEGABYTE, 5), font),
        "a predictor without end": pdf(catalogue, one, leaf, _packed(b"x" * MEGABYTE, 1, "/DecodeParms [<< /Predictor 15 /Columns 1000000000 >>]"), font),
        "a picture of ten thousand million points": pdf(catalogue, one, form, "<< /Length 5 >>\nstream\n/X Do\nendstream", font, "<< /Subtype /Image /Width 100000 /Height 100000 /Length 0 >>\nstream\n\nendstream"),
        "a form in itself": pdf(catalogue, one, form, "<< /Length 5 >>\nstream\n/X Do\nendstream", font, again),
        "a million signs of drawing": lambda: pdf(catalogue, one, leaf, _packed(b"q " * 2_000_000), font),
        "a million small texts": lambda: pdf(catalogue, one, leaf, _packed(b"BT /F1 9 Tf (a) Tj ET\n" * 500_000), font),
        "lists in lists": pdf(catalogue, one, leaf, f"<< /Length 200000 >>\nstream\n{'[' * 100_000}{']' * 100_000}\nendstream", font),
        "maps in maps": pdf("<< /A " * 20_000 + ">>" * 20_000, one, leaf, plain, font),
        "numbers without end": pdf(catalogue, one, leaf.replace("595", "9" * 5000).replace("842", "1e400"), plain.replace("11 Tf", "NaN Tf"), font),
        "signs where numbers are": pdf(catalogue, one, leaf.replace("[0 0 595 842]", "[/a /b /c]"), plain, font),
        "a table of glyphs without end": pdf(catalogue, one, leaf, plain, "<< /Type /Font /Subtype /Type0 /BaseFont /X /ToUnicode 6 0 R >>", "<< /Length 60 >>\nstream\n1 beginbfrange <0000> <FFFFFFFF> <0000> endbfrange\nendstream"),
        "another file included": pdf(catalogue, one, leaf, f"<< /Length 0 /F ({FILE}) >>\nstream\n\nendstream", font),
        "a file in it": pdf("<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [(../../x) 6 0 R] >> >> >>", one, leaf, plain, font, "<< /Type /Filespec /F (../../../etc/x) /EF << /F 4 0 R >> >>"),
        "XFA with entities": pdf("<< /Type /Catalog /Pages 2 0 R /AcroForm << /XFA 6 0 R >> >>", one, leaf, plain, font, _packed(ENTITIES["laughs"][0].encode())),
        "locked": pdf(catalogue, one, leaf, plain, font, f"<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <{'41' * 32}> /U <{'42' * 32}> >>", trailer="/Encrypt 6 0 R /ID [<00> <00>]"),
        "locked by a way nobody knows": pdf(catalogue, one, leaf, plain, font, "<< /Filter /Ours /V 99 >>", trailer="/Encrypt 6 0 R /ID [<00> <00>]"),
        "a list of places in a ring": news.replace(b"trailer\n<<", b"trailer\n<< /Prev 9 "),
        "no list of places": news[: news.index(b"xref")],
        "cut off": news[: len(news) // 2],
        "a page before it": b"<!doctype html><script>alert(1)</script>" + news,
        "a million marks of an object": lambda: b"%PDF-1.7\n" + b"1 0 obj\n" * 1_000_000,
        "twenty-one megabytes": lambda: news + b"%" * 21_000_000,
    }  # fmt: skip


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _document(body: str, head: str = "", parts: dict[str, Data] | None = None) -> bytes:
    files: dict[str, Data] = dict(unpacked(make_docx([("Normal", NEWS)])))
    files["word/document.xml"] = (
        f"{head}<w:document {W}><w:body><w:p><w:r><w:t>{NEWS}</w:t></w:r></w:p>{body}</w:body></w:document>"
    )
    return package(files | (parts or {}))


def _links(*targets: str, kind: str = "hyperlink", mode: str = "External") -> str:
    listed = "".join(
        f'<Relationship Id="r{n}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target}" TargetMode="{mode}"/>'
        for n, target in enumerate(targets, 1)
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{listed}</Relationships>'
    )


def _documents() -> Made:
    rel, good = "word/_rels/document.xml.rels", make_docx([("Normal", NEWS)])
    link = '<w:hyperlink r:id="r1" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:r><w:t>qui</w:t></w:r></w:hyperlink>'
    blip = (
        '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><a:graphic '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        '<pic:blipFill><a:blip r:link="r1" r:embed="r1" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/></pic:blipFill></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )
    paragraph = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
    escaped = (
        "".join(sign for sign in ALL if sign in "\t\n\r" or " " <= sign < "\ufffe")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
    )
    return {
        **{f"entities, {name}": _document(paragraph.format(use), declared) for name, (declared, use) in ENTITIES.items()},
        "every way out": _document(paragraph.format(escaped)),
        "an address that runs": _document(f"<w:p>{link}</w:p>", parts={rel: _links("javascript:alert(1)")}),
        "a picture from the web": _document(blip, parts={rel: _links("http://127.0.0.1:1/x.png", kind="image")}),
        "a picture of the server": _document(blip, parts={rel: _links(FILE, kind="image")}),
        "a picture that leads out": _document(blip, parts={rel: _links("../../../../etc/passwd", kind="image", mode="Internal")}),
        "a template from the web": _document("", parts={"word/_rels/settings.xml.rels": _links("http://127.0.0.1:1/x.dotm", kind="attachedTemplate")}),
        "a document from the web": _document("", parts={"_rels/.rels": _links("http://127.0.0.1:1/x.xml", kind="officeDocument")}),
        "a document that leads out": _document("", parts={"_rels/.rels": _links("../../etc/passwd", kind="officeDocument", mode="Internal")}),
        "another document inside": _document('<w:altChunk r:id="r1" xmlns:r="x"/>', parts={rel: _links(FILE, kind="aFChunk")}),
        "fields that run": _document('<w:p><w:fldSimple w:instr=" DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe /k calc "><w:r><w:t>x</w:t></w:r></w:fldSimple></w:p>'),
        "macros": _document("", parts={"word/vbaProject.bin": b"\xd0\xcf\x11\xe0" + bytes(500)}),
        "tables in tables": _document("<w:tbl><w:tr><w:tc>" * 3000 + "</w:tc></w:tr></w:tbl>" * 3000),
        "nested too deeply": _document("<w:p>" * 20_000 + "</w:p>" * 20_000),
        "half a million paragraphs": lambda: _document("<w:p/>" * 500_000),
        "styles in a ring": _document('<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr></w:p>', parts={"word/styles.xml": f'<w:styles {W}><w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="A"/></w:style></w:styles>'}),
        "notes in a ring": _document('<w:p><w:r><w:footnoteReference w:id="2"/></w:r></w:p>', parts={"word/footnotes.xml": f'<w:footnotes {W}><w:footnote w:id="2"><w:p><w:r><w:footnoteReference w:id="2"/></w:r></w:p></w:footnote></w:footnotes>'}),
        "lists without end": _document('<w:p><w:pPr><w:numPr><w:ilvl w:val="999999999999"/><w:numId w:val="-1"/></w:numPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>'),
        "columns without end": _document('<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="9999999999"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>'),
        "a title of a megabyte": make_docx([("Title", "t " * 500_000), ("Normal", NEWS)]),
        "NUL": _document(paragraph.format("\0")),
        "UTF-7": _document("", '<?xml version="1.0" encoding="UTF-7"?>'),
        "noughts": lambda: swollen("word/document.xml"),
        "a lie about the size": lambda: lying({"word/document.xml": b" " * 50 * MEGABYTE}),
        "entries over each other": lambda: overlapping("word/document.xml"),
        "a name that leads out": _document("", parts={"../../evil.xml": "x"}),
        "a name of Windows": _document("", parts={"C:\\evil.xml": "x"}),
        "a link": linked("word/document.xml"),
        "archives in archives": nested(good),
        "locked": locked({"word/document.xml": "x"}),
        "locked by its program": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(5000),
        "a sum that is wrong": broken(unpacked(good)),
        "cut off": good[:-30],
        "a page": page(),
        "a PDF by this name": b"%PDF-1.7 x",
        "a picture by this name": png(9, 9),
        "nothing": b"",
    }  # fmt: skip


def _texts() -> Made:
    return {
        "every way out": f"{NEWS}\n\n{ALL} e poi altre parole per fare una frase.\n",
        "template signs": NEWS.replace("204", "{{7*7}}").replace("110", "{% raw %}"),
        "NUL": NEWS + "\0",
        "NUL alone": "\0" * 1000,
        "direction turned around": f"{NEWS} \u202e{NEWS}\u202c \u2066\u2067",
        "surrogates": f"{NEWS} \ud800",
        "UTF-7": (NEWS + " +ADw-script+AD4-").encode(),
        "UTF-16 cut in half": NEWS.encode("utf-16")[:-1],
        "UTF-32": NEWS.encode("utf-32"),
        "two byte-order marks": "\ufeff\ufeff" + NEWS,
        "accents without end": NEWS + " a" + "\u0301" * 900,
        "signs that are not seen": NEWS.replace(" ", " \u200b\u00ad"),
        "a day in year 0": f"Roma, 0 gennaio 0000\n\n{NEWS}",
        "a day in year 9999": f"Roma, 31 dicembre 9999\n\n{NEWS}",
        "numbers without end": NEWS.replace("204", "9" * 900).replace("30 miliardi", "1e400 miliardi"),
        "carriage returns alone": NEWS.replace(". ", ".\r\r"),
        "separators of every kind": NEWS.replace(". ", ".\u2028\u2029\x0b\x0c\x85"),
        "brackets without end": NEWS + " (" * 20_000,
        "quotation marks without end": NEWS + " «" * 15_000 + " “" * 3000,
        "a sentence of four thousand words": "La Camera, " + "che parla, " * 2000 + "ha votato. E poi basta.",
        "points without end": NEWS + " ." * 15_000,
        "a table of formulas": NEWS + "\n\n=1+1\t@SUM(A1)\n+cmd|' /C calc'!A0\n" * 50,
        "RTF": "{\\rtf1 " + NEWS + "}",
        "GZIP": b"\x1f\x8b" + bytes(500),
        "a program": b"MZ" + bytes(5000),
        "three megabytes": lambda: "parola " * 430_000,
    }  # fmt: skip

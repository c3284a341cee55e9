"""A file that is nothing to be imported is told what it is; what can be read as questions is never taken for it."""

import pytest

from quizapp.core.items import read_item
from quizapp.core.reading import Reader
from quizapp.formats.anki_write import write_anki
from quizapp.formats.foreign import ARTICLE
from quizapp.formats.packages import OLD
from quizapp.formats.worker import reading_of
from tests.formats.packing import package

MIMETYPE = "application/vnd.oasis.opendocument."


def told(data, name="auto"):
    (found,) = reading_of(data, name).imported.problems
    return found.problem.code, found.problem.say("it"), found.problem.say("en")


def deck():
    data = {"id": "a", "type": "text", "lang": "it", "stem": "Chi?", "answers": [{"text": "io", "fraction": 1}]}
    return write_anki([read_item(Reader(data), "it")]).data


@pytest.mark.parametrize(
    ("data", "code", "kind"),
    [
        (b"%PDF-1.7\n{a}", ARTICLE, "PDF"),
        (b"\r\n %PDF-1.4", ARTICLE, "PDF"),
        (package({"[Content_Types].xml": "x", "word/document.xml": "x"}), ARTICLE, "DOCX"),
        (b"<!DOCTYPE html>\n<title>a</title><style>p {a}</style>", ARTICLE, "HTML"),
        ("\ufeff<?xml version='1.0'?><!-- a -->\n<html><p>{=io ~tu}</p>".encode("utf-16"), ARTICLE, "HTML"),
        (b"\x89PNG\r\n\x1a\n{a}", "file-is-picture", "PNG"),
        (b"\xff\xd8\xff\xe0", "file-is-picture", "JPEG"),
        (b"GIF89a", "file-is-picture", "GIF"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "file-is-picture", "WebP"),
        (b"\0\0\0\x18ftypheic\0", "file-is-picture", "HEIC"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "file-is-picture", "SVG"),
        (deck(), "file-is-anki", "Anki"),
        (package({"collection.anki21b": "x", "media": "{}"}), "file-is-anki", "Anki"),
        (b"#separator:tab\n#html:true\nCapitale d'Italia?\tRoma\n", "file-is-anki", "Anki"),
        (package({"mimetype": f"{MIMETYPE}spreadsheet", "content.xml": "x"}), "file-is-sheet", "ODS"),
        (package({"mimetype": f"{MIMETYPE}text", "content.xml": "x"}), "file-is-other", "ODT"),
        (package({"ppt/presentation.xml": "x"}), "file-is-other", "PPTX"),
        (package({"altro.txt": "x"}), "file-is-other", "ZIP"),
        (OLD + b"\0" * 512 + "WordDocument".encode("utf-16-le"), "file-is-other", "DOC"),
        (b"{\\rtf1 ciao}", "file-is-other", "RTF"),
        (b"\0\0\0\x18ftypisom", "file-is-other", "MP4"),
    ],
)
def test_what_is_no_file_of_questions_is_told_what_it_is(data, code, kind):
    found = told(data)
    assert found[0] == code
    assert all(kind in words for words in found[1:])


@pytest.mark.parametrize("name", ["gift", "csv", "xlsx", "moodle-xml"])
@pytest.mark.parametrize("data", [b"%PDF-1.7", b"\x89PNG\r\n\x1a\n", deck()])
def test_it_is_told_too_where_a_format_was_chosen(data, name):
    assert told(data, name)[0].startswith("file-is-")


@pytest.mark.parametrize("data", [b"<html>Chi?{=io ~tu}", b"#html:Chi?{=io ~tu}"])
def test_a_text_is_read_in_the_format_that_was_chosen_however_it_begins(data):
    assert [item.type for item in reading_of(data, "gift").imported.items] == ["choice"]
    assert told(data)[0].startswith("file-is-")


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"#,Question,Option A,Option B,Answer\n1,Chi?,io,tu,A\n", "notebooklm"),
        (b"::PDF::Che cosa vuol dire %PDF-?{=io ~tu}", "gift"),
        (b"[html]<p>Chi?</p>{=io ~tu}", "gift"),
        (b"<p>Chi?</p>{=io ~tu}", "gift"),
        (b"GIF o PNG?\nA. io\nB. tu\nANSWER: A\n", "aiken"),
    ],
)
def test_questions_that_look_a_little_like_it_are_read(data, name):
    found = reading_of(data, "auto")
    assert (found.format, len(found.imported.items)) == (name, 1)

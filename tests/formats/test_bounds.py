"""Each bound of a reader of files by itself: what lies within it is read, what is beyond it is named."""

import base64
import io
import stat
import struct
import zipfile
import zlib

import pytest

from quizapp.core import picture_size
from quizapp.core.items import Attachment
from quizapp.core.pictures import MOST_BYTES as MOST_PICTURE
from quizapp.core.pictures import MOST_PICTURES, content_of, mime_of
from quizapp.formats import packages, xmltree
from quizapp.formats.bankfile import read_bank
from quizapp.formats.exchange import MOST_BYTES, Gathering, text_in
from quizapp.formats.media import Pictures
from quizapp.formats.moodle_read import read_moodle
from quizapp.formats.packages import MOST_ENTRIES, OLD, files_of
from quizapp.formats.workbook_read import sheet_of
from quizapp.formats.xmltree import DEEPEST, tree_of
from quizapp.formats.yamltree import MAX_DEPTH, read_tree
from tests.formats.packing import package, with_sheet

NOISE = bytes(range(256)) * 8


def said(take, data):
    """What is said of a file, and whether it was taken."""
    gathering = Gathering({**packages.SAYS, **xmltree.SAYS})
    taken = take(data, gathering)
    return [each.problem.code for each in gathering.problems], taken is not None


def entry(name, content=b"x", **attributes):
    """A package of one entry, whose header says of it whatever is asked."""
    out, info = io.BytesIO(), zipfile.ZipInfo(name)
    for key, value in attributes.items():
        setattr(info, key, value)
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(info, content)
    return out.getvalue()


def listed(data, offset, form, value):
    """A package whose list of entries says something else of the first."""
    place = data.index(b"PK\x01\x02") + offset
    return data[:place] + struct.pack(form, value) + data[place + struct.calcsize(form) :]


def png(width, height, size=0):
    """A picture that says it has so many points, and is of so many bytes at least."""
    chunks = [(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)), (b"tEXt", b"\0" * size), (b"IEND", b"")]
    said = (
        struct.pack(">I", len(more)) + kind + more + struct.pack(">I", zlib.crc32(kind + more)) for kind, more in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(said)


SMALL = png(1, 1)
HEAVY = png(1, 1, MOST_PICTURE)


@pytest.mark.parametrize(
    ("take", "data", "code"),
    [
        (text_in, b"x" * (MOST_BYTES + 1), "file-too-large"),
        (text_in, b"a\0b", "file-binary"),
        (text_in, "a\ufdd0b".encode(), "file-binary"),
        (files_of, b"PK\x03\x04" + b"x" * MOST_BYTES, "file-too-large"),
        (files_of, OLD, "zip-old"),
        (files_of, package({str(number): "" for number in range(MOST_ENTRIES + 1)}), "zip-entries"),
        (files_of, package({"a": b"\0" * 10_000_000}), "zip-expands"),
        (files_of, listed(entry("a"), 8, "<H", 1), "zip-locked"),
        (files_of, entry("/a"), "zip-name"),
        (files_of, entry("a/../../b"), "zip-name"),
        (files_of, entry("a\\..\\..\\b"), "zip-name"),
        (files_of, entry("C:a"), "zip-name"),
        (files_of, entry("a", external_attr=(stat.S_IFLNK | 0o777) << 16), "zip-link"),
        (files_of, listed(entry("a", NOISE), 24, "<I", len(NOISE) + 9), "zip-broken"),
        (files_of, listed(entry("a", NOISE), 24, "<I", len(NOISE) - 9), "zip-broken"),
        (tree_of, b"<a>" + b" " * MOST_BYTES + b"</a>", "file-too-large"),
        (tree_of, b"<a>" * (DEEPEST + 1) + b"</a>" * (DEEPEST + 1), "xml-deep"),
        (tree_of, b"<!DOCTYPE a><a/>", "xml-dtd"),
    ],
)
def test_what_is_beyond_a_bound_is_refused_by_its_name(take, data, code):
    assert said(take, data) == ([code], False)


@pytest.mark.parametrize(
    ("take", "data"),
    [
        (text_in, b"x" * MOST_BYTES),
        (files_of, package({str(number): "" for number in range(MOST_ENTRIES)})),
        (files_of, package({"a": b"\0" * 400_000})),
        (files_of, entry("a/b..c")),
        (tree_of, b"<a>" * DEEPEST + b"</a>" * DEEPEST),
    ],
)
def test_what_lies_within_is_read(take, data):
    assert said(take, data) == ([], True)


def test_a_package_unpacks_to_no_more_than_it_may_however_little_it_is_pressed(monkeypatch):
    monkeypatch.setattr(packages, "MOST_EXPANDED", 2 * len(NOISE) - 1)
    assert said(files_of, package({"a": NOISE}, pressed=False)) == ([], True)
    assert said(files_of, package({"a": NOISE, "b": NOISE}, pressed=False)) == (["zip-expands"], False)


def test_a_document_has_no_more_elements_than_it_may(monkeypatch):
    monkeypatch.setattr(xmltree, "MOST_NODES", 3)
    assert said(tree_of, b"<a><b/><b/></a>") == ([], True)
    assert said(tree_of, b"<a><b/><b/><b/></a>") == (["xml-many"], False)


@pytest.mark.parametrize(
    ("data", "codes"),
    [
        (b"a: &x 1\n", ["yaml-alias"]),
        (b"a: " + b"[" * (MAX_DEPTH - 1) + b"]" * (MAX_DEPTH - 1), []),
        (b"a: " + b"[" * MAX_DEPTH + b"]" * MAX_DEPTH, ["yaml-deep"]),
    ],
)
def test_a_bank_has_no_anchors_and_no_more_levels_than_it_may(data, codes):
    assert [each.problem.code for each in read_tree(data).problems] == codes


def test_the_text_of_an_article_is_no_longer_than_any_may_be(monkeypatch):
    monkeypatch.setattr("quizapp.formats.bankfile._LONGEST_ARTICLE", 10)
    found = read_bank(b"id: it/a\narticle:\n  text: Undici, sai\n")[1]
    assert "text-too-long" in [each.problem.code for each in found]


def test_a_picture_of_a_package_has_no_more_bytes_and_a_question_no_more_pictures_than_they_may():
    names = [f"{number}.png" for number in range(MOST_PICTURES + 1)]
    files = {name: png(1, 1, number) for number, name in enumerate(names)} | {"heavy.png": HEAVY}
    assert Pictures(files).take("heavy.png", "") is None
    pictures = Pictures(files)
    assert [pictures.take(name, "") for name in names] == [*names[:-1], None]


def test_a_picture_of_moodle_has_no_more_bytes_than_it_may():
    def lost(content):
        file = f"<file name='a.png'>{base64.b64encode(content).decode()}</file>"
        inner = f"<questiontext><text>Chi?</text>{file}</questiontext><answer fraction='100'><text>io</text></answer>"
        return [
            each.problem.code
            for each in read_moodle(f"<quiz><question type='shortanswer'>{inner}</question></quiz>".encode()).problems
        ]

    assert (lost(SMALL), lost(HEAVY)) == ([], ["moodle-file"])


def test_a_picture_has_no_more_points_and_bytes_than_it_may():
    wide = picture_size.MOST_POINTS // 1000
    assert [mime_of(png(wide + more, 1000)) for more in (0, 1)] == ["image/png", None]
    kept = {
        name: Attachment(name, "image/png", "a", base64.b64encode(content).decode())
        for name, content in (("a", SMALL), ("b", HEAVY))
    }
    assert content_of(kept.values(), "a") == (SMALL, "image/png")
    assert content_of(kept.values(), "b") is None


def test_a_number_of_a_sheet_that_nobody_would_type_stays_as_it_is_written():
    cells = "".join(f"<c><v>{number}</v></c>" for number in ("1e30", "1e31", "1e-31"))
    ((_line, found),) = sheet_of(with_sheet(f"<row>{cells}</row>"), Gathering({}))
    assert found == ["1" + "0" * 30, "1e31", "1e-31"]

"""Files that hold no questions for us, told by what they are: articles, pictures, decks of Anki, other documents."""

import io
import re
import zipfile

from quizapp.core.problems import Problem
from quizapp.core.wording import Wording
from quizapp.formats.exchange import SAYS
from quizapp.formats.packages import BROKEN, OLD

ARTICLE = "file-is-article"
_SAYS = {
    ARTICLE: Wording(
        "questo è un file {name}: non contiene domande da importare, ma come articolo si può leggere, e se ne fanno"
        " bozze di domande",
        "this is a file of the kind {name}: it holds no questions to be imported, but can be read as an article, from"
        " which questions are drafted",
    ),
    "file-is-picture": Wording(
        "questa è un’immagine ({name}): da un’immagine non si importano domande; si aggiunge a una domanda nell’editor",
        "this is a picture ({name}): no questions are imported from one; it is added to a question in the editor",
    ),
    "file-is-anki": Wording(
        "questo è un mazzo di Anki: non si importa, perché una carta non dice quali risposte valgono; copia le carte in"
        " una tabella con le colonne «domanda» e «giusta»",
        "this is a deck of Anki: it is not imported, as a card does not say which answers count; copy the cards into a"
        " table with the columns “question” and “correct”",
    ),
    "file-is-sheet": Wording(
        "questo è un foglio di calcolo {name}: salvalo come .xlsx o come CSV",
        "this is a spreadsheet of the kind {name}: save it as .xlsx or as CSV",
    ),
    "file-is-other": Wording(
        "questo è un file {name}: non se ne possono importare domande",
        "this is a file of the kind {name}: no questions can be imported from it",
    ),
}
_PICTURE, _ANKI, _SHEET, _OTHER = list(_SAYS)[1:]
_Kind = tuple[str, str]
_ZIP = b"PK\x03\x04"
_MARKS: tuple[tuple[bytes, _Kind], ...] = (
    (b"\x89PNG\r\n", (_PICTURE, "PNG")), (b"\xff\xd8\xff", (_PICTURE, "JPEG")), (b"GIF8", (_PICTURE, "GIF")),
    (b"II*\0", (_PICTURE, "TIFF")), (b"MM\0*", (_PICTURE, "TIFF")),
    (b"{\\rtf", (_OTHER, "RTF")), (b"\x1f\x8b", (_OTHER, "GZIP")), (b"Rar!", (_OTHER, "RAR")),
    (b"7z\xbc\xaf", (_OTHER, "7Z")), (b"ID3", (_OTHER, "MP3")),
)  # fmt: skip
_BRANDS = {b"heic": "HEIC", b"heix": "HEIC", b"mif1": "HEIC", b"avif": "AVIF"}
_OLD_NAMES = {"WordDocument": "DOC", "PowerPoint Document": "PPT"}
"""What lies in a file of an older Office, by the name it has there; what else does is taken for a spreadsheet."""
_INSIDE: dict[str, _Kind] = {
    "word/document.xml": (ARTICLE, "DOCX"), "ppt/presentation.xml": (_OTHER, "PPTX"),
    "collection.anki2": (_ANKI, ""), "collection.anki21": (_ANKI, ""), "collection.anki21b": (_ANKI, ""),
}  # fmt: skip
_MIMETYPES: dict[bytes, _Kind] = {
    b"application/vnd.oasis.opendocument.text": (_OTHER, "ODT"),
    b"application/vnd.oasis.opendocument.spreadsheet": (_SHEET, "ODS"),
    b"application/vnd.oasis.opendocument.presentation": (_OTHER, "ODP"),
    b"application/epub+zip": (_OTHER, "EPUB"),
}
_MOST_MIMETYPE = 100
_BEFORE = r"\ufeff?\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*"
_TEXTS: tuple[tuple[re.Pattern[str], _Kind], ...] = (
    (re.compile(_BEFORE + r"<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL), (ARTICLE, "HTML")),
    (re.compile(_BEFORE + r"<(?:!doctype\s+svg|svg)\b", re.IGNORECASE | re.DOTALL), (_PICTURE, "SVG")),
    (re.compile(r"\ufeff?#(?:separator|html|columns|(?:tags|guid|deck|notetype)(?: column)?):"), (_ANKI, "")),
)
_HEAD = 4096


def foreign(data: bytes, *, chosen: bool) -> Problem | None:
    """What a file is, where that is nothing to be imported; None where it may be.

    Where a person has `chosen` the format, a text is taken for it whatever it begins with.
    """
    kind = _by_mark(data) or _by_name_inside(data) or (None if chosen else _by_text(data))
    return Problem(kind[0], (), _SAYS[kind[0]], {"name": kind[1]}) if kind else None


def unknown(data: bytes) -> Problem:
    """What to say of a file that is none of ours, nor of those."""
    if data.startswith(_ZIP):
        return Problem(_OTHER, (), _SAYS[_OTHER], {"name": "ZIP"})
    return Problem("file-is-unknown", (), SAYS["file-is-unknown"], {})


def _by_mark(data: bytes) -> _Kind | None:
    if data[:_HEAD].lstrip().startswith(b"%PDF-"):
        return ARTICLE, "PDF"
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return _PICTURE, "WebP"
    if data[4:8] == b"ftyp":
        return (_PICTURE, _BRANDS[data[8:12]]) if data[8:12] in _BRANDS else (_OTHER, "MP4")
    return next((kind for mark, kind in _MARKS if data.startswith(mark)), None)


def _by_name_inside(data: bytes) -> _Kind | None:
    """What a zip or a file of an older Office is."""
    if data.startswith(OLD):
        return next(((_OTHER, kind) for name, kind in _OLD_NAMES.items() if name.encode("utf-16-le") in data), None)
    if not data.startswith(_ZIP):
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            said = archive.open("mimetype").read(_MOST_MIMETYPE) if "mimetype" in names else b""
    except BROKEN:
        return None
    return _MIMETYPES.get(said.strip()) or next((kind for name, kind in _INSIDE.items() if name in names), None)


def _by_text(data: bytes) -> _Kind | None:
    text = data[:_HEAD].decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8", "replace")
    return next((kind for pattern, kind in _TEXTS if pattern.match(text)), None)

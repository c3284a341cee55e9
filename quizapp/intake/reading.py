"""From a file's bytes to an article, or to one sentence that says why there is none."""

import re
from collections.abc import Iterable
from datetime import date

from quizapp.core.sentences import sentences
from quizapp.core.spans import stored_text
from quizapp.intake import child
from quizapp.intake.article import LEAST_WORDS, MOST_SIGNS, MOST_WORDS, PROSE, Block, Extract, RawArticle, Unusable
from quizapp.intake.blocks import blocks_of
from quizapp.intake.credit import author_in
from quizapp.intake.dates import full_dates
from quizapp.intake.encoding import text_of
from quizapp.intake.language import UNKNOWN, alphabet, detect_language
from quizapp.intake.signs import signs_of

_MEGABYTE = 1_000_000
_MOST_MEGABYTES = {"text": 2, "html": 4, "pdf": 20, "docx": 20}
_LEAST_SENTENCES = 2
_PDF_WITHIN = 1024  # bytes in which readers look for the mark of a PDF
_OTHER_FORMATS = {
    b"{\\rtf": "RTF",
    b"\xd0\xcf\x11\xe0": "DOC",
    b"\x1f\x8b": "GZIP",
    b"Rar!": "RAR",
    b"7z\xbc\xaf": "7Z",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
}
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?"
    r"<(?:!doctype\s+html|html|head|body|article|main|section|header|div|p|h[1-6]|meta|title|span|table|ul)\b",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_MARKUP = re.compile(r"\s*<(?:\?xml\b|!doctype|[a-z][\w:.-]*[\s>/])", re.IGNORECASE)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.IGNORECASE)
_GAP = re.compile(r"[^\S\n]{100,}")  # no more than one space: what looks for the end of a line takes long over them
_HEAD = 4096  # bytes that tell the format
_WESTERN = frozenset({"iso-8859-1", "latin-1", "latin1", "iso-8859-15", "windows-1252", "cp1252", "us-ascii", "ascii"})


def read_article(data: bytes, *, name: str = "", lang: str | None = None) -> RawArticle:
    """The article in a file of text, HTML, PDF or DOCX; its name only helps to tell the format.

    `lang` is what a person says the language is. Raises Unusable for everything no quiz could be made of.
    """
    kind = format_of(data, name)
    limit = _MOST_MEGABYTES[kind]
    if len(data) > limit * _MEGABYTE:
        raise Unusable("too-large", limit=limit)
    found = Extract((text_of(data),)) if kind == "text" else _parsed(kind, data)
    title, subtitle = (" ".join(said.split()) if said else None for said in (found.title, found.subtitle))
    text = stored_text(_GAP.sub(" ", "\n\n".join(filter(None, (title, subtitle, *found.paragraphs)))))
    if len(text.split()) > MOST_WORDS:
        raise Unusable("too-long", limit=MOST_WORDS)
    if alphabet(text) != "latin":
        raise Unusable("alphabet")
    if any(len(word) > MOST_SIGNS for word in text.split()):
        raise Unusable("no-words", limit=MOST_SIGNS)
    language = lang or _language(text, found.lang)
    blocks = blocks_of(text, language, title=title, subtitle=subtitle)
    _check(text, blocks, kind)
    said = [text[block.start : block.end] for block in blocks if block.role in {"byline", "dateline"}]
    return RawArticle(
        text=text,
        title=title or _first(text, blocks, "title"),
        subtitle=subtitle or _first(text, blocks, "subtitle"),
        lang=language,
        blocks=blocks,
        published=_published(found, said, language),
        author=found.author or next(filter(None, (author_in(line, signs_of(language)) for line in said)), None),
        outlet=found.outlet,
        format=kind,
    )


def format_of(data: bytes, name: str = "") -> str:
    """`text`, `html`, `pdf` or `docx`, by what the file holds. Raises Unusable for another known kind."""
    if b"%PDF-" in data[: _PDF_WITHIN if name.lower().endswith(".pdf") else len(b"%PDF-")]:
        return "pdf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "docx"
    if other := next((kind for mark, kind in _OTHER_FORMATS.items() if data.startswith(mark)), None):
        raise Unusable("format", name=other)
    head = data[:_HEAD]
    start = head.decode("utf-16" if head.startswith((b"\xff\xfe", b"\xfe\xff")) else "latin-1", "ignore")
    start = _COMMENT.sub("", start.removeprefix("\ufeff").removeprefix("ï»¿"))
    if _HTML.match(start) or (name.lower().endswith((".html", ".htm", ".xhtml")) and "<" in start):
        return "html"
    if _MARKUP.match(start):
        raise Unusable("format", name="XML")  # or what looks so
    return "text"


def _parsed(kind: str, data: bytes) -> Extract:
    if kind == "html":
        return child.parse("html", _page(data).encode())
    return child.parse("pdf" if kind == "pdf" else "docx", data)


def _page(data: bytes) -> str:
    """The text of an HTML file: UTF-8, or the Western encoding that it declares."""
    declared = _CHARSET.search(data[:_HEAD])
    if declared and declared[1].decode("ascii", "replace").lower() in _WESTERN:
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            return text_of(data.decode("cp1252", "replace").encode())
    return text_of(data)


def _language(text: str, declared: str | None) -> str:
    """What the words say; what the page says of itself only where they leave a doubt, as templates often lie."""
    found = detect_language(text)
    return found if found != UNKNOWN or declared is None else declared


def _check(text: str, blocks: tuple[Block, ...], kind: str) -> None:
    """Refuse a text with too little that is prose."""
    prose = [text[block.start : block.end] for block in blocks if block.role in PROSE]
    words = sum(len(said.split()) for said in prose)
    if not prose and (kind == "html" or any(block.role in {"residue", "heading"} for block in blocks)):
        raise Unusable("no-article")
    if words < LEAST_WORDS or sum(len(sentences(said)) for said in prose) < _LEAST_SENTENCES:
        raise Unusable("too-short", limit=LEAST_WORDS)


def _first(text: str, blocks: Iterable[Block], role: str) -> str | None:
    return next((" ".join(text[block.start : block.end].split()) for block in blocks if block.role == role), None)


def _published(found: Extract, lines: list[str], lang: str) -> date | None:
    """The day that the file gives, or the first one in a line that says when the article was written."""
    if found.published:
        try:
            return date.fromisoformat(found.published)
        except ValueError:
            pass
    days = (day for line in lines for _, _, day in full_dates(line, lang))
    return next((day for day in days if day is not None), None)

"""DOCX through mammoth: headings, paragraphs, lists and rows in order. Only the child imports this."""

import io
import re
import stat
import zipfile
import zlib
from typing import Any

import mammoth
from lxml import html

from quizapp.intake.article import Extract, Unusable
from quizapp.intake.markup import heading, near_top, pieces

_MOST_BYTES = 100 * 1024 * 1024  # unpacked
_MOST_ENTRIES = 2000
_MOST_RATIO = 100
_SMALL = 1024 * 1024  # an entry that cannot hurt, however well it was packed
_TITLES = ("Title", "Titolo", "Titre", "Título")
_SUBTITLES = ("Subtitle", "Sottotitolo", "Sous-titre", "Subtítulo")
_STYLES = "\n".join(
    f"p[style-name='{name}'] => {target}:fresh"
    for names, target in ((_TITLES, "h1"), (_SUBTITLES, "p.subtitle"))
    for name in names
)
_STYLES += (
    "\np.Title => h1:fresh\np.Titolo => h1:fresh\np.Subtitle => p.subtitle:fresh\np.Sottotitolo => p.subtitle:fresh"
)
_SUBTITLE = re.compile("subtitle")
_NOTES = "//sup[a[starts-with(@href, '#')]] | //li[starts-with(@id, 'footnote-') or starts-with(@id, 'endnote-')]"


def read(data: bytes) -> Extract:
    """The paragraphs of a document; its title and subtitle where it names them by their styles."""
    _check_archive(data)
    image = mammoth.images.img_element(lambda _: {})
    written = mammoth.convert_to_html(io.BytesIO(data), style_map=_STYLES, convert_image=image)
    root = html.fragment_fromstring(written.value, create_parent="div")
    _drop_notes(root)
    parts = list(pieces(root))
    title, subtitle = heading(parts), near_top(parts, _SUBTITLE)
    return Extract(
        paragraphs=tuple(each.said for each in parts if each.said not in {title, subtitle}),
        title=title,
        subtitle=subtitle,
    )


def _drop_notes(root: Any) -> None:
    """Footnotes and endnotes, and their marks in the text."""
    for element in root.xpath(_NOTES):
        element.drop_tree()


def _check_archive(data: bytes) -> None:
    """Refuse what is no DOCX, and an archive that unpacks to too much or reaches outside itself."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            _check_entries(entries)
            if any(_declares(archive.read(each)) for each in entries if each.filename.endswith((".xml", ".rels"))):
                raise Unusable("unreadable")
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError):
        raise Unusable("unreadable") from None


def _check_entries(entries: list[zipfile.ZipInfo]) -> None:
    size = sum(entry.file_size for entry in entries)
    if len(entries) > _MOST_ENTRIES or size > _MOST_BYTES or any(map(_is_hostile, entries)):
        raise Unusable("bomb")
    if "word/document.xml" not in {entry.filename for entry in entries}:
        raise Unusable("not-docx")


def _declares(part: bytes) -> bool:
    """Whether a part has a document type, which programs never write: its entities would multiply, or be left out."""
    return b"<!DOCTYPE" in part or any("<!DOCTYPE".encode(each) in part for each in ("utf-16-le", "utf-16-be"))


def _is_hostile(entry: zipfile.ZipInfo) -> bool:
    linked = stat.S_ISLNK(entry.external_attr >> 16)
    outside = entry.filename.startswith(("/", "\\")) or ".." in re.split(r"[/\\]", entry.filename)
    packed = entry.file_size > max(_SMALL, _MOST_RATIO * entry.compress_size)
    return linked or outside or packed

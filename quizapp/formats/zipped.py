"""Which format a zip holds, told by what lies in it, within the limits of a package."""

import io
import re
import zipfile

from quizapp.formats.exchange import Gathering
from quizapp.formats.kahoot import heading_of
from quizapp.formats.packages import BROKEN
from quizapp.formats.workbook_read import SAYS, WORKBOOK, sheet_of

MANIFEST = "imsmanifest.xml"
_MOST_MANIFEST = 1_000_000
_CANVAS = re.compile(rb"imsqti_xmlv1p2|question-bank|associatedcontent/imscc")
_QTI = re.compile(rb"imsqti_(?:item|test)_xmlv[23]p")


def kind_of(data: bytes) -> str | None:
    """`xlsx`, `kahoot`, `canvas` or `qti`; None for a zip of anything else."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            manifest = b""
            if MANIFEST in names:
                with archive.open(MANIFEST) as file:
                    manifest = file.read(_MOST_MANIFEST)
    except BROKEN:
        return "qti" if MANIFEST.encode() in data else "xlsx" if WORKBOOK.encode() in data else None
    if manifest or MANIFEST in names:
        return "canvas" if _CANVAS.search(manifest) and not _QTI.search(manifest) else "qti"
    if WORKBOOK in names:
        return "kahoot" if heading_of(sheet_of(data, Gathering(SAYS))) else "xlsx"
    return None

"""The pictures of an item: which formats, how large, told by their content."""

import base64
import binascii
from collections.abc import Collection

from quizapp.core.items import Attachment
from quizapp.core.picture_size import MOST_POINTS, points_of

MOST_BYTES = 1_000_000
MOST_PICTURES = 4
_ENDINGS = {"image/png": "png", "image/jpeg": "jpg", "image/webp": "webp"}


class PictureError(ValueError):
    """A file that is no picture of an item; `reason` is `unknown`, `too-large`, `too-many-points` or `empty`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def mime_of(content: bytes) -> str | None:
    """`image/png`, `image/jpeg` or `image/webp` where a whole file of that format is there, else None.

    Also None where it has more than `MOST_POINTS`.
    """
    if points_of(content) > MOST_POINTS:
        return None
    if content.startswith(b"\x89PNG\r\n\x1a\n") and content[12:16] == b"IHDR" and b"IEND" in content[-12:]:
        return "image/png"
    if content.startswith(b"\xff\xd8\xff") and content.rstrip(b"\0").endswith(b"\xff\xd9"):
        return "image/jpeg"
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP" and _riff_size(content) <= len(content):
        return "image/webp"
    return None


def attach(content: bytes, alt: str, taken: Collection[str]) -> Attachment:
    """A picture as an item carries it, under a free name. Raises PictureError."""
    if not content:
        raise PictureError("empty")
    if len(content) > MOST_BYTES:
        raise PictureError("too-large")
    if points_of(content) > MOST_POINTS:
        raise PictureError("too-many-points")
    mime = mime_of(content)
    if mime is None:
        raise PictureError("unknown")
    number = 1
    while (name := f"picture-{number}.{_ENDINGS[mime]}") in taken:
        number += 1
    return Attachment(name, mime, alt, base64.b64encode(content).decode("ascii"))


def content_of(files: Collection[Attachment], name: str) -> tuple[bytes, str] | None:
    """The bytes of a picture and what they are by their content; None where there is no such picture."""
    for file in files:
        if file.name == name:
            try:
                content = base64.b64decode(file.base64, validate=True)
            except binascii.Error:
                return None
            mime = mime_of(content)
            return (content, mime) if mime and len(content) <= MOST_BYTES else None
    return None


def _riff_size(content: bytes) -> int:
    return int.from_bytes(content[4:8], "little") + 8

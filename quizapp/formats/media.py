"""The pictures of a package: found by the address that an item gives, kept by their name where they may be kept."""

import base64
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from urllib.parse import unquote

from quizapp.core.pictures import MOST_BYTES, MOST_PICTURES, mime_of
from quizapp.core.wording import Wording

SAYS = {
    "picture-lost": Wording(
        "l’immagine «{value}» si perde: resta il testo che la descrive",
        "the picture “{value}” is lost: the text that describes it is kept",
    ),
}  # fmt: skip
IMS = "$IMS-CC-FILEBASE$"


@dataclass(slots=True)
class Pictures:
    """The pictures that one item takes from the files of its package; `folder` is where the item itself lies."""

    files: Mapping[str, bytes] = field(default_factory=dict)
    folder: str = ""
    taken: dict[str, dict[str, str]] = field(default_factory=dict)

    def take(self, address: str, alt: str) -> str | None:
        """The name under which the item keeps a picture from now on; None where it cannot."""
        content = self._content(address)
        mime = mime_of(content) if content is not None and len(content) <= MOST_BYTES else None
        if content is None or mime is None:
            return None
        name, coded = PurePosixPath(_plain(address)).name, base64.b64encode(content).decode()
        if self.taken.get(name, {}).get("base64") == coded:
            return name
        if len(self.taken) >= MOST_PICTURES:
            return None
        name = self._free(name)
        self.taken[name] = {"name": name, "mime": mime, "alt": alt.strip() or name, "base64": coded}
        return name

    def _free(self, name: str) -> str:
        path, number = PurePosixPath(name), 2
        while name in self.taken:
            name, number = f"{path.stem}-{number}{path.suffix}", number + 1
        return name

    def _content(self, address: str) -> bytes | None:
        for path in _paths(address, self.folder):
            if path in self.files:
                return self.files[path]
        return None


def _plain(address: str) -> str:
    return unquote(address.partition("?")[0].partition("#")[0])


def _paths(address: str, folder: str) -> Iterator[str]:
    """Where a picture may lie: beside its item, at the root, or where Canvas keeps what it calls its file base."""
    plain = _plain(address)
    if plain.startswith(IMS):
        inner = plain.removeprefix(IMS).lstrip("/")
        yield from (inner, f"web_resources/{inner}")
        return
    if ":" in plain or plain.startswith("/"):
        return
    parts: list[str] = []
    for part in PurePosixPath(folder, plain).parts:
        if part == "..":
            if not parts:
                return
            parts.pop()
        else:
            parts.append(part)
    yield "/".join(parts)
    yield plain

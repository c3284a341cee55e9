"""GIFT: where a question begins and ends, what its comments tell, and the category that it falls into."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

_COMMENT = re.compile(r"\s*//")
_ID, _TAG = (re.compile(rf"\[{name}:((?:\\\]|[^\]\x00-\x1f\x7f])+)\]") for name in ("id", "tag"))


@dataclass(frozen=True, slots=True)
class Block:
    """The lines of one question: its text with comments taken out, what they tell, and where its lines stand."""

    text: str
    lines: Sequence[int]
    idnumber: str | None
    tags: tuple[str, ...]

    @property
    def line(self) -> int:
        """The first of them."""
        return self.lines[0]


def categorised(block: Block) -> tuple[str | None, Block]:
    """The category that a block sets, and what follows the line that does."""
    if not block.text.startswith("$CATEGORY:"):
        return None, block
    named, _line, rest = block.text.removeprefix("$CATEGORY:").strip().partition("\n")
    return named.strip().removeprefix("$course$/"), replace(
        block, text=rest.strip(), lines=block.lines[1:] or block.lines
    )


def blocks_of(text: str) -> Iterator[Block]:
    """The questions of a file: a blank line ends each."""
    lines: list[tuple[int, str]] = []
    for number, line in enumerate(chain(text.split("\n"), ("",)), 1):
        if line.strip():
            lines.append((number, line))
        elif lines:
            yield _block(lines)
            lines = []


def _block(lines: Sequence[tuple[int, str]]) -> Block:
    told = "\n".join(line for _number, line in lines if _COMMENT.match(line))
    kept = [(number, line) for number, line in lines if not _COMMENT.match(line)]
    found = _ID.search(told)
    return Block(
        "\n".join(line for _number, line in kept).strip(),
        [number for number, _line in kept or lines],
        _unbracketed(found[1]) if found else None,
        tuple(_unbracketed(tag) for tag in _TAG.findall(told)),
    )


def _unbracketed(text: str) -> str:
    return text.strip().replace("\\]", "]")

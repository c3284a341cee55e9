"""Every figure of README and docs has a row in docs/figures.toml: how it was measured, or which limit it is.

python tools/figures.py     says what has no row, and which row says what is written nowhere

A figure is a number with a unit (ms, s, %, kB, KB, MB, MiB, GB, ×) or «N of M», outside blocks and spans of code. The
decisions are left out: they tell what was true on their day.
"""

import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
TABLE = ROOT / "docs" / "figures.toml"
KINDS = ("measured", "limit", "quoted")
_CODE = re.compile(r"^ {4}[^\n]*$|^```.*?^```$|`[^`\n]*`", re.MULTILINE | re.DOTALL)
_NUMBER = r"\d+(?:[.,]\d+)*"
_FIGURE = re.compile(rf"{_NUMBER}(?:\s(?:ms|s|%|kB|KB|MB|MiB|GB|×)|%|×)(?!\w)|{_NUMBER}\sof\s{_NUMBER}")


@dataclass(frozen=True, slots=True)
class Row:
    """What one row of the table says: which figures of a file, by text or by a pattern, and where they come from."""

    file: str
    says: tuple[str, ...]
    pattern: str | None
    kind: str
    source: dict[str, Any]

    def covers(self, figure: str) -> bool:
        """Whether a figure of its file is one of its own."""
        return figure in self.says or bool(self.pattern and re.fullmatch(self.pattern, figure))


def pages(root: Path) -> list[Path]:
    """README and the documents, without the decisions."""
    found = [root / "README.md", *sorted((root / "docs").rglob("*.md"))]
    return [page for page in found if "decisions" not in page.parts]


def figures_of(text: str) -> Counter[str]:
    """The figures of a page, as written, white space made one blank."""
    plain = _CODE.sub(" ", text)
    return Counter(" ".join(found.group().split()) for found in _FIGURE.finditer(plain))


def rows(table: Path) -> list[Row]:
    """The rows of the table, as they stand in it."""
    told = tomllib.loads(table.read_text(encoding="utf-8"))["figure"]
    named = ("file", "says", "pattern", "kind")
    return [
        Row(
            each["file"],
            tuple(each.get("says", ())),
            each.get("pattern"),
            each["kind"],
            {name: value for name, value in each.items() if name not in named},
        )
        for each in told
    ]


def faults(root: Path, table: list[Row]) -> Iterator[str]:
    """A line for each figure without a row, each row without a figure, and each row that does not say its source."""
    for page in pages(root):
        name = page.relative_to(root).as_posix()
        own = [row for row in table if row.file == name]
        found = figures_of(page.read_text(encoding="utf-8"))
        yield from (f"{name}: {figure} has no row" for figure in found if not any(row.covers(figure) for row in own))
        for row in own:
            yield from (f"{name}: nobody says {said} any more" for said in row.says if said not in found)
            if row.pattern and not any(map(row.covers, found)):
                yield f"{name}: nothing is like {row.pattern} any more"
    known = {page.relative_to(root).as_posix() for page in pages(root)}
    yield from (f"{row.file}: there is no such page" for row in table if row.file not in known)
    for row in table:
        yield from (f"{row.file}, {(row.says or (row.pattern,))[0]}: {fault}" for fault in _unsourced(root, row))


def _unsourced(root: Path, row: Row) -> Iterator[str]:
    if row.kind not in KINDS:
        yield f"its kind is none of {', '.join(KINDS)}"
    elif row.kind == "limit":
        file, _colon, words = str(row.source.get("where", "")).partition(": ")
        if not words or not (root / file).is_file() or words not in (root / file).read_text(encoding="utf-8"):
            yield "it is a limit, and `where` names no file and words in it"
    elif row.kind == "measured":
        missing = [name for name in ("command", "date", "tuned") if name not in row.source]
        yield from (f"it was measured, and `{name}` is missing" for name in missing)


def main() -> int:
    """Exit 1 for any fault."""
    found = list(faults(ROOT, rows(TABLE)))
    print("\n".join(found) or "Every figure has its row.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

"""Write docs/verifier.md from the catalogue of checks; `--check` only says whether it is current.

python tools/document_checks.py [--check]
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from quizapp.verification.catalogue import CHECKS, SOUND, TEXT
from quizapp.verification.contract import Check

PAGE = Path(__file__).resolve().parents[1] / "docs" / "verifier.md"


def page() -> str:
    """The whole page."""
    return "\n".join(_lines()).rstrip() + "\n"


def _lines() -> Iterator[str]:
    yield "# What the verifier checks"
    yield ""
    yield "Written by `tools/document_checks.py` from the catalogue in `quizapp/verification`."
    yield "An error keeps an item from `ready`; a warning is shown and can stay."
    yield ""
    yield "Every example below changes this sound item (`null` takes a field away)."
    yield f"Its article says only «{TEXT}»"
    yield ""
    yield from _block(SOUND)
    for check in CHECKS:
        yield from _section(check)


def _section(check: Check) -> Iterator[str]:
    yield f"## `{check.code}` ({check.severity})"
    yield ""
    yield f"- Italian: {check.wording.it}. {check.hint.it}"
    yield f"- English: {check.wording.en}. {check.hint.en}"
    yield ""
    yield from _block(check.example)


def _block(data: dict[str, object]) -> Iterator[str]:
    yield "```yaml"
    yield yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=2**30).rstrip()
    yield "```"
    yield ""


def main(arguments: list[str]) -> int:
    """Write the page, or compare it."""
    if "--check" in arguments:
        return int(PAGE.read_text(encoding="utf-8") != page())
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""For authors of bank files: fill in offsets and sha256, and write the file canonically.

    python tools/anchor_bank.py [--ready] FILE…

Every quote must stand exactly once in the text; those that do not are named, and the file is
left alone.
"""

import sys
from pathlib import Path
from typing import Any

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from quizapp.core.spans import Span, locate, sha256_of, stored_text
from quizapp.formats.bankfile import read_bank, write_bank


def anchor(node: Any, text: str, lost: list[str]) -> None:
    """Fill `start` and `end` beside every `quote` below `node`."""
    if isinstance(node, list):
        for child in node:
            anchor(child, text, lost)
    elif isinstance(node, dict):
        if isinstance(node.get("quote"), str):
            span = locate(text, node["quote"])
            if span is None and text[node.get("start", 0) : node.get("end", 0)] == node["quote"]:
                span = Span(node["start"], node["end"], node["quote"])  # twice in the text, placed by hand
            if span is None:
                lost.append(node["quote"])
            else:
                node["start"], node["end"] = span.start, span.end
        for child in node.values():
            anchor(child, text, lost)


def anchored(path: Path, *, ready: bool) -> int:
    """Anchor one file; 0 when it was written, 1 when a quote or something else is wrong."""
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    if not isinstance(data, dict) or not (data.get("article") or {}).get("text"):
        print(f"{path}: no article with a text", file=sys.stderr)
        return 1
    text = stored_text(data["article"]["text"])
    data["article"] |= {"text": text, "sha256": sha256_of(text)}
    lost: list[str] = []
    anchor([data.get("facts"), data.get("items")], text, lost)
    for item in data.get("items") or ():
        if ready:
            item["status"] = "ready"
    for quote in lost:
        print(f"{path}: not exactly once in the text: {quote}", file=sys.stderr)
    if lost:
        return 1
    plain = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
    bank, problems = read_bank(plain.encode())
    for located in problems:
        print(
            f"{path}: {'.'.join(map(str, located.problem.path))}: {located.problem.say('en')}",
            file=sys.stderr,
        )
    if bank is None or any(located.problem.severity == "error" for located in problems):
        return 1
    path.write_text(write_bank(bank), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    files = [Path(name) for name in sys.argv[1:] if name != "--ready"]
    sys.exit(max((anchored(file, ready="--ready" in sys.argv) for file in files), default=0))

"""`make evaluate`: the drafting engine over the folder in QUIZAPP_CORPUS: the scorer's figures and a review sheet."""

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from quizapp.extraction.engine import SUPPORTED, as_json, draft_article
from quizapp.intake.blocks import blocks_of

SHEET = Path("var/evaluation/review.md")
_PER_WORDS = 400
_TYPES = 4


def main() -> int:
    """Draft every article of the corpus in a supported language; 2 without a corpus."""
    folder = os.environ.get("QUIZAPP_CORPUS")
    if not folder or not Path(folder).is_dir():
        print("QUIZAPP_CORPUS names no folder.", file=sys.stderr)
        return 2
    corpus = Path(folder)
    made = dict(_documents(corpus))
    _score(corpus, made)
    _yield(made)
    SHEET.parent.mkdir(parents=True, exist_ok=True)
    SHEET.write_text("\n".join(_sheet(made)), encoding="utf-8")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory {peak:.0f} MB; review sheet: {SHEET}")
    return 0


def _documents(corpus: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    spent = []
    for path in sorted(corpus.rglob("??[0-9]*.txt")):
        if path.stem[:2] in SUPPORTED:
            text, lang = path.read_text(encoding="utf-8"), path.stem[:2]
            before = time.perf_counter()
            document = as_json(draft_article(text, blocks_of(text, lang), lang))
            spent.append(time.perf_counter() - before)
            yield path.stem, document
    middle, most = 1000 * statistics.median(spent), 1000 * max(spent)
    print(f"{len(spent)} articles, {middle:.0f} ms in the median, {most:.0f} ms at most")


def _score(corpus: Path, made: dict[str, dict[str, Any]]) -> None:
    scorer = next(corpus.rglob("score_facts.py"), None)
    if scorer is None:
        return
    with tempfile.TemporaryDirectory() as folder:
        golds, predictions = Path(folder, "gold"), Path(folder, "made")
        golds.mkdir()
        predictions.mkdir()
        for gold in corpus.rglob("*.gold.yaml"):
            name = gold.name.removesuffix(".gold.yaml")
            if name in made:
                for file in (gold, gold.with_name(f"{name}.txt")):
                    Path(golds, file.name).write_bytes(file.read_bytes())
                Path(predictions, f"{name}.json").write_text(json.dumps(made[name]["facts"]), encoding="utf-8")
        told = subprocess.run(
            [sys.executable, str(scorer), "--dir", str(predictions), str(golds)],
            capture_output=True,
            text=True,
            check=False,
        )
        print(told.stdout[told.stdout.rfind("MEAN") :] or told.stderr, end="")


def _yield(made: dict[str, dict[str, Any]]) -> None:
    """How many questions an article gives, by drawer, family and type."""
    ready, types, families = [], [], Counter[str]()
    for document in made.values():
        drafts = [draft for draft in document["drafts"] if draft["drawer"] == "ready"]
        ready.append(len(drafts) * _PER_WORDS / document["article"]["words"])
        types.append(len({draft["item"]["type"] for draft in document["drafts"]}))
        families.update(f"{draft['family']} {draft['drawer']}" for draft in document["drafts"])
    print(
        f"ready drafts per {_PER_WORDS} words: median {statistics.median(ready):.1f}, mean {statistics.mean(ready):.1f}"
    )
    rich = sum(each >= _TYPES for each in types)
    print(f"articles with {_TYPES} types or more in either drawer: {rich} of {len(types)}")
    for name, count in sorted(families.items()):
        print(f"  {name:32} {count}")


def _sheet(made: dict[str, dict[str, Any]]) -> Iterator[str]:
    """Every ready draft with its key and its sentence, a line for the verdict under each."""
    for name, document in made.items():
        drafts = [draft for draft in document["drafts"] if draft["drawer"] == "ready"]
        if drafts:
            yield f"\n# {name}: {document['article']['title'] or ''}\n"
        for draft in drafts:
            item = draft["item"]
            yield f"## {draft['family']}: {item['stem']}\n"
            yield from (
                f"- {'**' if o['fraction'] == 1 else ''}{o['text']}{'**' if o['fraction'] == 1 else ''}"
                for o in item.get("options", [])
            )
            yield from (
                f"- {s['text']} → {item['categories'][s['category']]['text']}" for s in item.get("statements", [])
            )
            yield f"\n> {item['evidence'][0]['quote']}\n\nverdict:\n"


if __name__ == "__main__":
    sys.exit(main())

"""Write docs/dpia.it.md and docs/dpia.en.md from the schema and what each table declares.

`python tools/document_privacy.py`
"""

import sys
from pathlib import Path

from flask import Flask

from quizapp import create_app, schema
from quizapp.personal.tables import NOBODY, TABLES, Fate, Refers
from quizapp.personal.wording import ENDS, SECTIONS, end_of

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("it", "en")
_HEADS = {
    "it": (
        ("Che cosa", "Di chi", "Perché", "Per quanto", "Se qualcuno viene cancellato"),
        ("Tabella", "Persona", "Altre colonne", "Alla cancellazione"),
        "non dice niente di una persona",
        "come la tabella `{through}`",
    ),
    "en": (
        ("What", "Of whom", "Why", "How long", "When somebody is erased"),
        ("Table", "Person", "Other columns", "On erasure"),
        "says nothing of a person",
        "as the table `{through}`",
    ),
}


def document(app: Flask, lang: str) -> str:
    """The whole template in one language."""
    frame = (ROOT / "tools" / "dpia" / f"{lang}.md").read_text(encoding="utf-8")
    kept_heads, table_heads, nobody, through = _HEADS[lang]
    with app.test_request_context(headers={"Accept-Language": lang}):
        kept = [
            [str(each) for each in (said.what, said.of, said.why, said.until, " ".join(map(str, end_of(name))))]
            for name, said in SECTIONS.items()
        ]
        tables = [_row(name, TABLES[name], nobody, through) for name in sorted(schema.TABLES)]
    return frame.replace("{kept}", _table(kept_heads, kept)).replace("{tables}", _table(table_heads, tables))


def _row(name: str, said: Refers, nobody: str, through: str) -> list[str]:
    columns = [column.name for column in schema.TABLES[name].columns if column.name not in said.columns]
    person = ", ".join(f"`{each}`" for each in said.columns)
    if not person:
        person = nobody if said == NOBODY or not said.through else through.format(through=said.through)
    fate = Fate.DELETE if name == "user" else Fate.KEEP if said.section == "made" else said.fate
    goes = "–" if said == NOBODY else str(ENDS[fate])
    return [f"`{name}`", person, ", ".join(f"`{each}`" for each in columns), goes]


def _table(heads: tuple[str, ...], rows: list[list[str]]) -> str:
    lines = [list(heads), ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def main() -> int:
    """Write both."""
    app = create_app(TESTING=True, DATABASE_URL="sqlite://", SECRET_KEY="-")  # noqa: S106 - signs nothing
    for lang in LANGUAGES:
        (ROOT / "docs" / f"dpia.{lang}.md").write_text(document(app, lang), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

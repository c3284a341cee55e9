"""Build quizapp/extraction/tables/countries-*.json from the hand-written lists of tools/tables."""

import json
import re
import sys
from pathlib import Path
from typing import Any

import yaml

SOURCES = Path(__file__).parent / "tables"
TABLES = Path(__file__).parent.parent / "quizapp" / "extraction" / "tables"
LANGUAGES = ("it", "en")
_ARTICLE = re.compile(r"(il |lo |la |l'|i |gli |le |the )")
_GENDER = {"il": "m", "lo": "m", "la": "f", "i": "m", "gli": "m", "le": "f"}


def built(lang: str) -> str:
    """The table of one language as its file says it."""
    source = yaml.load((SOURCES / lang / "countries.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - no tags
    data = {iso: _country(country, lang) for iso, country in source.items()}
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _country(country: dict[str, Any], lang: str) -> dict[str, Any]:
    article, name = _split(country["name"])
    return {
        "name": name,
        "article": article,
        "gender": (country.get("gender") or _GENDER.get(article, "m")) if lang == "it" else "",
        "plural": lang == "it" and article in {"i", "gli", "le"},
        "where": country.get("where", ""),
        "adjectives": [_forms(each, lang) for each in country.get("adjective", ["-"]) if each != "-"],
        "capitals": [country["capital"], *country.get("other_capitals", [])],
        "aliases": [_split(each) for each in country.get("aliases", [])],
        "disputed": country.get("disputed") == "yes",
    }


def _split(name: str) -> list[str]:
    name = name.partition("=")[0]
    match = _ARTICLE.match(name)
    return [match[1].strip(), name[match.end() :]] if match else ["", name]


def _forms(adjective: str, lang: str) -> list[str]:
    """Masculine and feminine, singular and plural; one form in English."""
    if lang == "en":
        return [adjective]
    if "/" in adjective:
        return adjective.split("/")
    stem = adjective[:-1]
    if adjective.endswith("o"):
        hard = "h" if stem[-1] in "cg" else ""
        return [adjective, f"{stem}a", f"{stem}{hard}i", f"{stem}{hard}e"]
    return [adjective, adjective, f"{stem}i", f"{stem}i"] if adjective.endswith("e") else [adjective] * 4


def main() -> int:
    """Write the tables; with `check`, only say whether they are what the lists give."""
    stale = 0
    for lang in LANGUAGES:
        file = TABLES / f"countries-{lang}.json"
        if sys.argv[1:] == ["check"]:
            stale += file.read_text(encoding="utf-8") != built(lang)
        else:
            file.write_text(built(lang), encoding="utf-8")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())

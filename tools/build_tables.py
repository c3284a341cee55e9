"""Write quizapp/extraction/tables from tools/tables and the packages of the group `tables`.

python tools/build_tables.py [--check]

`--check` only says whether the tables are current. Run it with the packages of the group installed, in an
environment apart from the application's: nothing but this needs them.
"""

import hashlib
import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tools import english_verbs, italian_verbs, table_geography, table_packages
from tools.table_words import (
    NAME,
    UnclearError,
    english_plural,
    italian_forms,
    italian_numbers,
    joined_numbers,
    plain,
)

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ROOT / "tools" / "tables"
TABLES = ROOT / "quizapp" / "extraction" / "tables"
RECORD = TABLES / "build.json"
LANGUAGES = ("en", "es", "fr", "it")

Table = dict[str, Any]


def built() -> dict[str, str]:
    """Every file of the folder by name, but for NOTICE, which is written by hand."""
    world = table_packages.World()
    texts = {f"{language}.json": _written(tables(language, world)) for language in LANGUAGES}
    record = {
        "packages": table_packages.versions(),
        "sources": sources_hash(),
        "tables": {name: digest(text) for name, text in texts.items()},
    }
    return texts | {RECORD.name: json.dumps(record, indent=1) + "\n"}


def digest(text: str) -> str:
    """SHA-256 of a file's text."""
    return hashlib.sha256(text.encode()).hexdigest()


def sources_hash() -> str:
    """SHA-256 over the hand-written files, so that an edit without a build is noticed."""
    files = sorted(SOURCES.rglob("*.yaml"))
    return digest("".join(f"{path.relative_to(SOURCES).as_posix()}\n{path.read_text('utf-8')}" for path in files))


def tables(language: str, world: table_packages.World) -> Table:
    """All tables of a language; those of Spanish and French are mostly empty."""
    source = _source(language)
    table = _empty(language) | _calendar(language, source) | _numbers(language, source)
    table["stop_words"] = sorted(set(source["stop_words"]))
    if language in NAME:
        table |= _words(language, source)
        table |= _geography(language, source, world)
        table |= _verbs(language, source)
        table |= _institutions(language, source)
        table |= _people(language, source, table)
    return table


def _source(language: str) -> Table:
    """The hand-written files of a language as one mapping, every leaf a text."""
    found: Table = {}
    for path in sorted((SOURCES / language).glob("*.yaml")):
        loaded = _read(path)
        if path.stem == "countries":
            loaded = {"countries": loaded}
        if doubled := found.keys() & loaded.keys():
            raise UnclearError(f"{path.name}: {doubled}")
        found |= loaded
    return found


def _read(path: Path) -> Table:
    """Every leaf a text, so that NO is Norway and not false."""
    loaded: Table = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 # reads texts only
    return loaded


def _empty(language: str) -> Table:
    table: Table = {"language": language, "given_names": "", "verbs": {"slots": [], "paradigms": []}}
    return table | {name: [] for name in (*_LISTS, *_TAKEN)} | {name: {} for name in _MAPS}


# Word lists that go into the table as they are.
_TAKEN = (
    "abbreviations",
    "anaphoric_starts",
    "attribution_cues",
    "bare_humans",
    "deictic",
    "evaluative_adverbs",
    "loaded_terms",
    "modals",
    "name_particles",
    "speech_phrases",
    "titles",
)
_LISTS = (
    "ambiguous_names",
    "ambiguous_places",
    "auxiliaries",
    "countries",
    "currencies",
    "evaluative",
    "hedges",
    "noun_like",
    "org_cues",
    "organisations",
    "places",
    "role_nouns",
    "units",
)
_MAPS = ("bounds", "cities", "fractions", "harm", "house_metonyms", "ordinals", "speech_verbs")


# --- calendar and numbers -------------------------------------------------------------------------
def _calendar(language: str, source: Table) -> Table:
    return {
        "months": table_packages.month_names(language) | _whole(source["month_short"]),
        "weekdays": table_packages.weekday_names(language) | _whole(source["weekday_short"]),
    }


def _numbers(language: str, source: Table) -> Table:
    small = {word: number for number, word in enumerate(source["small"])}
    tens, other = _whole(source["tens"]), _whole(source["other"])
    if language == "it":
        words = dict(italian_numbers())
        words |= {plain(word): number for word, number in words.items()}
    else:
        words = dict(joined_numbers(tens, small, {"en": "-", "es": " y ", "fr": "-"}[language]))
    return {
        "number_words": words | small | tens | other,
        "scales": _whole(source["scales"]),
        "collectives": _whole(source["collectives"]),
    }


def _ordinals(language: str, source: Table) -> dict[str, int]:
    listed = {word: number for number, word in enumerate(source["ordinals"], 1)} | _whole(source["ordinals_beyond"])
    if language != "it":
        return listed
    return {word[:-1] + ending: number for word, number in listed.items() for ending in "oaie"}


def _units(source: Table) -> list[list[Any]]:
    rows, seen = [], dict[str, str]()
    for group, fields in source["units"].items():
        kind = group.removesuffix("_f").removesuffix("_m")
        for name in fields.get("names", []):
            singular, plural = name.split("/")
            forms = sorted({singular.lower(), plural.lower()})
            rows.append([kind, singular, plural, fields.get("gender", ""), forms])
        rows += [[kind, sign, sign, "", [sign]] for sign in fields.get("symbols", [])]
    for kind, *_, forms in rows:
        for form in forms:
            if seen.setdefault(form, kind) != kind:
                raise UnclearError(f"{form}: {kind} and {seen[form]}")
    return rows


def _currencies(source: Table) -> list[list[Any]]:
    return [
        [code, *row["name"].split("/"), row.get("gender", ""), row.get("symbols", []), row.get("also", [])]
        for code, row in sorted(source["currencies"].items())
    ]


# --- words ----------------------------------------------------------------------------------------
def _words(language: str, source: Table) -> Table:
    return {name: sorted(set(source[name])) for name in _TAKEN} | {
        "hedges": sorted({*source["hedges"]["words"], *source["hedges"]["phrases"]}),
        "evaluative": sorted(_evaluative(language, source["evaluative"])),
        "harm": {kind: sorted({one.replace("$", " ") for one in all_}) for kind, all_ in source["harm"].items()},
        "fractions": source["fractions"],
        "bounds": {side: sorted(set(words)) for side, words in source["bounds"].items()},
        "ordinals": _ordinals(language, source),
        "currencies": _currencies(source),
        "units": _units(source),
    }


def _evaluative(language: str, words: Iterable[str]) -> set[str]:
    return set(words) if language == "en" else {form for word in words for form in italian_forms(word)}


# --- places ---------------------------------------------------------------------------------------
def _geography(language: str, source: Table, world: table_packages.World) -> Table:
    return {
        "countries": table_geography.countries(language, source, world),
        "cities": table_geography.cities(source, world, _read(SOURCES / "world.yaml")["left_out"]),
        "places": table_geography.places(language, source),
        "ambiguous_places": sorted(set(source["ambiguous_places"])),
        "house_metonyms": source["house_metonyms"],
    }


# --- verbs ----------------------------------------------------------------------------------------
def _verbs(language: str, source: Table) -> Table:
    module: Any = italian_verbs if language == "it" else english_verbs
    conjugator = module.Conjugator(source)
    unknown = {lemma for lemmas in source["speech_verbs"].values() for lemma in lemmas} - set(conjugator.lemmas)
    if unknown:
        raise UnclearError(f"speech verbs that are not in verbs.yaml: {sorted(unknown)}")
    paradigms: dict[str, set[str]] = {}
    for lemma in conjugator.lemmas:
        for forms in conjugator.paradigms(lemma):
            stem = _common(form for slot in forms for form in slot)
            endings = ",".join("/".join(form[len(stem) :] for form in slot) if slot else "-" for slot in forms)
            paradigms.setdefault(endings, set()).add(stem)
    return {
        "verbs": {
            "slots": module.SLOTS,
            "paradigms": [[key, ",".join(sorted(paradigms[key]))] for key in sorted(paradigms)],
        },
        "auxiliaries": _auxiliaries(source),
        "noun_like": sorted(set(source["noun_like"].split())),
        "speech_verbs": {lemma: kind for kind, lemmas in source["speech_verbs"].items() for lemma in lemmas},
    }


def _common(forms: Iterable[str]) -> str:
    """What all forms begin with."""
    listed = sorted(forms)
    first, last = listed[0], listed[-1]
    length = next((n for n, pair in enumerate(zip(first, last, strict=False)) if pair[0] != pair[1]), len(first))
    return first[:length]


_TENSES = {
    "ind_pres": "present",
    "ind_impf": "imperfect",
    "ind_past": "past",
    "ind_fut": "future",
    "cond": "conditional",
    "subj_pres": "subjunctive",
    "subj_impf": "subjunctive_imperfect",
}


def _auxiliaries(source: Table) -> list[list[Any]]:
    rows = [
        [form, lemma, _TENSES.get(tense, tense), n % 3 + 1, "sp"[n > 2]]
        for lemma, tenses in source["auxiliaries"].items()
        for tense, forms in tenses.items()
        for n, form in enumerate(forms.split())
    ]
    rows += [[form, lemma, "contracted", 0, ""] for form, lemma in source.get("contractions", {}).items()]
    return sorted(rows)


# --- institutions and people ----------------------------------------------------------------------
def _institutions(language: str, source: Table) -> Table:
    rows: dict[str, list[Any]] = {}
    for code, groups in source["organisations"].items():
        for first, *others in groups:
            name = NAME[language](first)
            if name[0] in rows:
                raise UnclearError(f"organisation listed twice: {name[0]}")
            country = "" if code == "-" else code
            rows[name[0]] = [*name, country, [list(NAME[language](other)) for other in others]]
    cues = {name[0]: list(name) for name in map(NAME[language], source["org_cues"])}
    return {"organisations": [rows[key] for key in sorted(rows)], "org_cues": [cues[key] for key in sorted(cues)]}


def _people(language: str, source: Table, table: Table) -> Table:
    roles = sorted({tuple(row) for flag, names in source["roles"].items() for row in _roles(language, flag, names)})
    world = _read(SOURCES / "world.yaml")
    words, ambiguous = _common_words(table), set(source["ambiguous_names"].split())
    by_hand = set(world["more_names"].split()) | ambiguous
    own = table_packages.given_names_of(*_OWN_NAMES[language]) | by_hand
    names = table_packages.given_names(world["cyrillic"]) | by_hand
    names |= {plain(name) for name in names}
    kept = {name for name in names if name in own or name not in words} - set(source["not_names"])
    return {
        "role_nouns": [list(row) for row in roles],
        "given_names": " ".join(sorted(kept)),
        "ambiguous_names": sorted(kept & (words | ambiguous)),
    }


_OWN_NAMES = {"it": ["it_IT"], "en": ["en_GB", "en_US", "en_IE"]}


def _roles(language: str, flag: str, names: Iterable[str]) -> Iterable[list[Any]]:
    public = flag == "public"
    for written in names:
        if language == "it":
            forms = italian_forms(written)
            for number, pair in (("s", forms[:2]), ("p", forms[2:])):
                for form in {one for one in pair if one}:
                    gender = "" if pair[0] == pair[1] else "mf"[pair.index(form)]
                    yield [form.lower(), next(one for one in forms if one), gender, number, public]
        else:
            text, _, gender = written.partition("=")
            singular, _, plural = text.partition("/")
            yield [singular, singular, gender, "s", public]
            yield [plural or english_plural(singular), singular, gender, "p", public]


def _common_words(table: Table) -> set[str]:
    """Words of the language that no given name may hide: small words, numbers, months, verb forms."""
    found = {*table["stop_words"], *table["noun_like"], *table["number_words"], *table["months"], *table["weekdays"]}
    for endings, stems in table["verbs"]["paradigms"]:
        for stem in stems.split(","):
            found |= {stem + ending for slot in endings.split(",") for ending in slot.split("/")}
    return found


def _whole(values: Mapping[str, str]) -> dict[str, int]:
    return {word: int(number) for word, number in values.items()}


def _written(table: Table) -> str:
    """One line for each table and each row, so that a change shows where it is."""
    lines = ",\n".join(f"{_line(name)}:{_rows(table[name])}" for name in sorted(table))
    return f"{{\n{lines}\n}}\n"


def _rows(value: Any) -> str:
    if isinstance(value, list) and value and isinstance(value[0], list):
        return "[\n" + ",\n".join(_line(row) for row in value) + "\n]"
    return _line(value)


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def main(arguments: list[str]) -> int:
    """Write the tables, or compare them."""
    if absent := table_packages.missing():
        print(f"not installed: {', '.join(absent)} (group `tables` of pyproject.toml)", file=sys.stderr)
        return 2
    texts = built()
    if "--check" in arguments:
        stale = [name for name, text in texts.items() if (TABLES / name).read_text("utf-8") != text]
        print("\n".join(f"{name} is not what the build gives" for name in stale), end="\n" if stale else "")
        return int(bool(stale))
    for name, text in texts.items():
        (TABLES / name).write_text(text, encoding="utf-8", newline="\n")
        print(f"{name}: {len(text.encode()):,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

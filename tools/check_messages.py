"""The catalogues hold every text of the code and the templates, and the compiled ones are current.

python tools/check_messages.py EXTRACTED.pot     (`make check` extracts and calls it)
"""

import io
import sys
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parent.parent
TRANSLATIONS = ROOT / "quizapp" / "translations"
SOURCE_LANGUAGE = "en"
LANGUAGES = (SOURCE_LANGUAGE, "it")


def check(extracted: Path, translations: Path) -> list[str]:
    """Say what the catalogues lack, a line each."""
    wanted = _read(extracted, None)
    return [fault for language in LANGUAGES for fault in _check_language(wanted, translations, language)]


def _check_language(wanted: Catalog, translations: Path, language: str) -> list[str]:
    path = translations / language / "LC_MESSAGES" / "messages.po"
    if not path.is_file():
        return [f"{language}: there is no {path.name}"]
    catalogue = _read(path, language)
    faults = [
        f"{language}: {fault}: {message.id!r}"
        for message in wanted
        if message.id and (fault := _fault(catalogue.get(message.id, message.context), language))
    ]
    faults += [f"{language}: {error}: {message.id!r}" for message, errors in catalogue.check() for error in errors]
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    binary = path.with_suffix(".mo")
    if not binary.is_file() or binary.read_bytes() != compiled.getvalue():
        faults.append(f"{language}: {binary.name} is not current")
    return faults


def _fault(message: Message | None, language: str) -> str:
    """Nothing, or what is wrong with one entry of a catalogue."""
    if message is None:
        return "missing"
    if message.fuzzy:
        return "fuzzy"
    texts = message.string if isinstance(message.string, (list, tuple)) else [message.string]
    return "" if language == SOURCE_LANGUAGE or all(texts) else "not translated"


def _read(path: Path, language: str | None) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=language)


def main(arguments: list[str]) -> int:
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    extracted = Path(arguments[0])
    if faults := check(extracted, TRANSLATIONS):
        print("\n".join([*faults, "`make messages` collects and compiles."]), file=sys.stderr)
        return 1
    print(f"{len(_read(extracted, None))} texts in {len(LANGUAGES)} languages")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""The bill of materials: what Quotidia is made of besides its own code, as CycloneDX JSON.

python tools/sbom.py            writes docs/sbom.cdx.json from lock/run.txt, tools/vendor.lock.json and the licences of
                                docs/dependencies.md (`make lock` does it too)
python tools/sbom.py --check    exit 1 where that file is another one, or a package has no line in docs/dependencies.md
python tools/sbom.py --sizes    the installed size of each package, as docs/dependencies.md gives it
"""

import json
import re
import sys
import tomllib
import uuid
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
BILL = ROOT / "docs" / "sbom.cdx.json"
_PIN = re.compile(r"^([a-z0-9-]+)==([^\s;\\]+)", re.MULTILINE)
_LINE = re.compile(r"^\| ([A-Za-z][A-Za-z0-9 .-]*?)(?:\[\w+\])? (\d[\w.]*)(?: \([^|]*\))? \|(.+)\|$", re.MULTILINE)
_PART_OF = {"psycopg-binary": "psycopg"}
"""Packages that stand in the line of another."""
_BROWSER = {
    "@fontsource-variable/atkinson-hyperlegible-next": "Atkinson Hyperlegible Next",
    "@fontsource-variable/literata": "Literata",
    "htmx.org": "htmx",
    "lucide-static": "lucide-static",
}
"""How docs/dependencies.md calls what the browser gets."""
_SPDX = frozenset({
    "0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "LGPL-3.0-only", "MIT", "MIT-0", "MPL-1.1", "MPL-2.0",
    "OFL-1.1", "PSF-2.0", "ZPL-2.1",
})  # fmt: skip
_TABLES = "## Only to build tables\n"
_SPACE = uuid.UUID("5b1c3f3e-6a0e-5c58-9d4f-9d1c5b1f7a10")


def documented(text: str) -> dict[str, tuple[str, str]]:
    """Version and licence of each package of docs/dependencies.md, by name."""
    found = {}
    for name, version, rest in _LINE.findall(text):
        cells = [cell.strip() for cell in rest.split("|")]
        if cells[-1].endswith("B"):  # a size ends the line of what is installed or served
            found[name] = (version, cells[-2])
    return found


def bill(root: Path) -> dict[str, Any]:
    """The whole document; the same inputs give the same bytes."""
    known = documented((root / "docs" / "dependencies.md").read_text(encoding="utf-8"))
    tables = _of_tables((root / "docs" / "dependencies.md").read_text(encoding="utf-8"))
    components = [*_of_python(root, known), *_of_browser(root, known), *tables]
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    own = {
        "type": "application",
        "bom-ref": "quotidia",
        "name": project["name"],
        "version": project["version"],
        "licenses": [{"license": {"id": project["license"]}}],
    }
    number = uuid.uuid5(_SPACE, json.dumps([own, components], sort_keys=True))
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": f"urn:uuid:{number}",
        "version": 1,
        "metadata": {"component": own},
        "components": components,
        "dependencies": [{"ref": "quotidia", "dependsOn": [each["bom-ref"] for each in components]}],
    }


def _of_python(root: Path, known: dict[str, tuple[str, str]]) -> Iterator[dict[str, Any]]:
    for name, version in _PIN.findall((root / "lock" / "run.txt").read_text(encoding="utf-8")):
        yield _component(f"pkg:pypi/{name}@{version}", name, version, known.get(_PART_OF.get(name, name)))


def _of_browser(root: Path, known: dict[str, tuple[str, str]]) -> Iterator[dict[str, Any]]:
    files = json.loads((root / "tools" / "vendor.lock.json").read_text(encoding="utf-8"))["files"]
    served: dict[str, list[str]] = {}
    for file, told in sorted(files.items()):
        if file.startswith("static/") and "/licences/" not in file:
            served.setdefault(told["package"], []).append(told["sha256"])
    for package, digests in sorted(served.items()):
        name, _at, version = package.rpartition("@")
        address = f"pkg:npm/{name.replace('@', '%40')}@{version}"
        found = _component(address, name, version, known.get(_BROWSER.get(name, name)))
        yield {**found, "hashes": [{"alg": "SHA-256", "content": digest} for digest in digests]}


def _of_tables(text: str) -> Iterator[dict[str, Any]]:
    """What the committed tables were taken from: data, of packages that nobody installs for it."""
    section = text.partition(_TABLES)[2].partition("\n## ")[0]
    for name, version, rest in _LINE.findall(section):
        licence = rest.split("|")[-1].strip()
        found = _component(f"pkg:pypi/{name}@{version}", name, version, (version, licence))
        yield {**found, "type": "data", "bom-ref": f"tables/{name}@{version}"}


def _component(address: str, name: str, version: str, known: tuple[str, str] | None) -> dict[str, Any]:
    if known is None or known[0] != version:
        raise SystemExit(f"docs/dependencies.md has no line for {name} {version}")
    licence = known[1].partition(" (")[0]
    told = {"id": licence} if licence in _SPDX else {"name": known[1]}
    return {
        "type": "library",
        "bom-ref": address,
        "name": name,
        "version": version,
        "purl": address,
        "licenses": [{"license": told}],
    }


def unused(root: Path) -> list[str]:
    """Packages that docs/dependencies.md has a line for, and nobody installs or serves."""
    used = [each["name"] for each in bill(root)["components"] if each["type"] != "data"]
    there = {_BROWSER.get(name, _PART_OF.get(name, name)) for name in used}
    return sorted(documented((root / "docs" / "dependencies.md").read_text(encoding="utf-8")).keys() - there)


def as_text(told: dict[str, Any]) -> str:
    """The file's content."""
    return json.dumps(told, indent=1, ensure_ascii=False) + "\n"


def sizes(root: Path) -> Iterator[tuple[str, float]]:
    """The installed megabytes of each package of the lock, without compiled bytecode."""
    for name, _version in _PIN.findall((root / "lock" / "run.txt").read_text(encoding="utf-8")):
        files = [Path(str(file.locate())) for file in metadata.distribution(name).files or ()]
        there = [file for file in files if "__pycache__" not in file.parts and file.is_file()]
        yield name, sum(file.stat().st_size for file in there) / 1_000_000


def main(arguments: list[str]) -> int:
    """Write, check, or weigh."""
    if arguments == ["--sizes"]:
        for name, size in sizes(ROOT):
            print(f"{name:24} {size:5.1f} MB")
        return 0
    told = as_text(bill(ROOT))
    if arguments == ["--check"]:
        faults = [f"docs/dependencies.md: nobody needs {name}" for name in unused(ROOT)]
        if not BILL.is_file() or BILL.read_text(encoding="utf-8") != told:
            faults.append("docs/sbom.cdx.json is not of these packages: python tools/sbom.py")
        print("\n".join(faults) or f"{told.count('bom-ref') - 1} components, all with their licence")
        return 1 if faults else 0
    BILL.write_text(told, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""The files of others that lie in this repository: fetch them, or show that they are intact.

python tools/vendor.py check    every file present, every hash right, nothing extra (offline)
python tools/vendor.py update   maintainers: fetch anew (needs npm, and fonttools[woff] from PyPI)
"""

import base64
import hashlib
import json
import re
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
RECIPE = Path("tools/vendor.toml")
LOCK = Path("tools/vendor.lock.json")
FOLDERS = (Path("static/vendor"), Path("tests/vendor"))
# Latin letters of Italian and English, typographic marks, arrows, the minus and times signs.
GLYPHS = (
    "U+0020-007E,U+00A0-00FF,U+0152-0153,U+2010-2015,U+2018-201E,U+2020-2022,U+2026,U+2030,"
    "U+2039-203A,U+20AC,U+2122,U+2190-2193,U+2212,U+00D7"
)
FEATURES = "kern,liga,mark,mkmk,ccmp,locl,lnum,calt"
SYMBOL = (
    '<symbol id="{name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" '
    'stroke-linecap="round" stroke-linejoin="round">{shapes}</symbol>'
)


class VendorError(Exception):
    """A vendored file cannot be made, or is not what the lock says."""


def check(root: Path) -> list[str]:
    """Say, in one line each, what differs from the lock."""
    locked = json.loads((root / LOCK).read_text("utf-8"))["files"]
    present = {
        path.relative_to(root).as_posix() for folder in FOLDERS for path in (root / folder).rglob("*") if path.is_file()
    }
    faults = [f"{name}: missing" for name in sorted(locked.keys() - present)]
    faults += [f"{name}: not in {LOCK}" for name in sorted(present - locked.keys())]
    faults += [
        f"{name}: changed by hand"
        for name in sorted(present & locked.keys())
        if _sha256(root / name) != locked[name]["sha256"]
    ]
    return faults


def update(root: Path) -> None:
    """Fetch every package of the recipe, write its files and the lock."""
    packages, files = {}, {}
    for package in tomllib.loads((root / RECIPE).read_text("utf-8"))["package"]:
        spec = f"{package['name']}@{package['version']}"
        told = json.loads(_npm("view", spec, "--json", "dist.integrity", "license"))
        with tempfile.TemporaryDirectory() as scratch:
            source = _unpack(spec, told["dist.integrity"], Path(scratch))
            made = _write(package, source, root)
        packages[package["name"]] = {
            "version": package["version"],
            "licence": package["licence"],
            "integrity": told["dist.integrity"],
        }
        for path in made:
            files[path.relative_to(root).as_posix()] = {
                "package": spec,
                "sha256": _sha256(path),
                "bytes": path.stat().st_size,
            }
    lock = json.dumps({"files": files, "packages": packages}, indent=1, sort_keys=True)
    (root / LOCK).write_text(lock + "\n", "utf-8")


def _unpack(spec: str, integrity: str, scratch: Path) -> Path:
    """Fetch a package's archive, compare it with the registry's hash, unpack it."""
    _npm("pack", spec, "--ignore-scripts", "--pack-destination", str(scratch))
    (archive,) = scratch.glob("*.tgz")
    algorithm, wanted = integrity.split("-", 1)
    found = base64.b64encode(hashlib.new(algorithm, archive.read_bytes()).digest()).decode()
    if found != wanted:
        raise VendorError(f"{spec}: the archive does not have the registry's hash")
    with tarfile.open(archive) as opened:
        opened.extractall(scratch, filter="data")
    return scratch / "package"


def _write(package: dict[str, Any], source: Path, root: Path) -> list[Path]:
    """Write what the recipe asks of one package; answer with the paths."""
    made = []
    for entry in package.get("file", []):
        target = _target(root, entry["to"])
        target.write_bytes((source / entry["from"]).read_bytes())
        made.append(target)
    if "sprite" in package:
        target = _target(root, package["sprite"])
        target.write_text(_sprite(source / "icons", package["icons"]), "utf-8")
        made.append(target)
    for entry in package.get("font", []):
        target = _target(root, entry["to"])
        _subset(source / entry["from"], entry["weights"], target)
        made.append(target)
    return made


def _sprite(icons: Path, names: list[str]) -> str:
    """Join single icons into one file of symbols."""
    missing = [name for name in names if not (icons / f"{name}.svg").is_file()]
    if missing:
        raise VendorError(f"no such icons: {', '.join(missing)}")
    symbols = []
    for name in names:
        drawing = (icons / f"{name}.svg").read_text("utf-8")
        shapes = re.sub(r"\s+", " ", drawing[drawing.index(">", drawing.index("<svg")) + 1 :])
        symbols.append(SYMBOL.format(name=name, shapes=shapes.replace("</svg>", "").strip()))
    return '<svg xmlns="http://www.w3.org/2000/svg">' + "".join(symbols) + "</svg>\n"


def _subset(font: Path, weights: str, target: Path) -> None:
    """Keep the weights and the letters that the pages use."""
    with tempfile.TemporaryDirectory() as scratch:
        narrowed = f"{scratch}/narrowed.ttf"
        _fonttools(
            "varLib.instancer",
            font,
            f"wght={weights}",
            "-o",
            narrowed,
            "-q",
            "--no-recalc-timestamp",
        )
        _fonttools(
            "subset",
            narrowed,
            f"--unicodes={GLYPHS}",
            f"--layout-features={FEATURES}",
            "--flavor=woff2",
            f"--output-file={target}",
        )


def _target(root: Path, name: str) -> Path:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def _npm(*arguments: str) -> str:
    return subprocess.run(["npm", *arguments], check=True, capture_output=True, text=True).stdout


def _fonttools(module: str, *arguments: str | Path) -> None:
    subprocess.run([sys.executable, "-m", f"fontTools.{module}", *arguments], check=True)


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def main(verb: str) -> int:
    if verb == "update":
        try:
            update(ROOT)
        except VendorError as error:
            print(error, file=sys.stderr)
            return 1
    elif verb != "check":
        print(__doc__, file=sys.stderr)
        return 2
    if faults := check(ROOT):
        print("\n".join(faults), file=sys.stderr)
        return 1
    count = len(json.loads((ROOT / LOCK).read_text("utf-8"))["files"])
    print(f"{count} vendored files intact")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "check"))

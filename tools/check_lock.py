"""The lock installs the same files everywhere: each pinned and hashed, no registry named."""

import re
import sys
from pathlib import Path

LOCK = Path(__file__).resolve().parent.parent / "lock"
PIN = re.compile(r"(?P<name>[a-z0-9-]+)==(?P<version>[^\s;\\]+)(?: ; (?P<marker>[^\\]+?))? \\")
HASH = re.compile(r"    --hash=sha256:[0-9a-f]{64}( \\)?")

Pins = dict[tuple[str, str], str]


def check(folder: Path) -> list[str]:
    """Say what is wrong with a lock folder, a line each."""
    faults = []
    for path in sorted(folder.iterdir()):
        faults += [f"{path.name}:{fault}" for fault in check_text(path.read_text("utf-8"))]
    run, dev = (pins((folder / name).read_text("utf-8")) for name in ("run.txt", "dev.txt"))
    faults += [
        f"run.txt: {name} {version} is not what dev.txt installs"
        for (name, marker), version in run.items()
        if dev.get((name, marker)) != version
    ]
    return faults


def check_text(text: str) -> list[str]:
    """What is wrong with one file: line number and fault."""
    faults = []
    lines = text.splitlines()
    for number, (line, following) in enumerate(zip(lines, [*lines[1:], ""], strict=True), start=1):
        if "://" in line:
            faults.append(f"{number}: names an address")
        elif not (PIN.fullmatch(line) or HASH.fullmatch(line)):
            faults.append(f"{number}: is neither a pinned version nor a hash")
        elif line.endswith("\\") and not HASH.fullmatch(following):
            faults.append(f"{number}: is not followed by a hash")
    return faults


def pins(text: str) -> Pins:
    """The versions of one file, by name and marker."""
    found = filter(None, map(PIN.fullmatch, text.splitlines()))
    return {(pin["name"], pin["marker"] or ""): pin["version"] for pin in found}


def main() -> int:
    if faults := check(LOCK):
        print("\n".join(f"lock/{fault}" for fault in faults), file=sys.stderr)
        return 1
    print(f"{len(pins((LOCK / 'dev.txt').read_text('utf-8')))} pinned packages, no addresses")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Small faults put into the pure rules one at a time: the tests of each rule must notice nine of ten."""

import argparse
import ast
import copy
import os
import random
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tools.drill.forked import Forked, Touched

ROOT = Path(__file__).resolve().parents[2]
CORE = "tests/core/"
ROOMS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "marking": (
        ("quizapp/core/marking.py", "quizapp/core/scoring.py", "quizapp/core/types"),
        tuple(CORE + each for each in ("types", "test_marking.py", "test_scoring.py", "test_multiple.py")),
    ),
    "lifecycle": (
        ("quizapp/core/lifecycle.py", "quizapp/core/timing.py", "quizapp/core/release.py"),
        tuple(CORE + each for each in ("test_lifecycle.py", "test_timing.py", "test_release.py")),
    ),
    "policy": (("quizapp/core/policy.py",), (CORE + "test_policy.py",)),
    "verifier": (("quizapp/verification",), ("tests/verification",)),
}
"""Of each room the files that hold its rules, and the tests that know them."""
LEAST = 0.9
_COPIED = ("quizapp", "tests", "questions", "docs", "pyproject.toml", "templates", "tools")
_OTHER: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult,
}  # fmt: skip


@dataclass(frozen=True)
class Fault:
    """A file with one piece of it changed; `within` are the lines of the function around it, if any."""

    file: str
    line: int
    text: str
    what: str
    within: range


def options(parser: argparse.ArgumentParser) -> None:
    """Which rules, and how many faults of each."""
    parser.add_argument("--only", choices=ROOMS, help="the rules of one room")
    parser.add_argument("--most", type=int, default=40, help="faults of a room, drawn the same on every run; 0 for all")
    parser.add_argument("--start", type=int, default=0, help="faults of the same drawing to leave out, tried before")


def run(wanted: argparse.Namespace) -> bool:
    """Nine of ten faults in marking, lifecycle, policy and verifier are noticed by the tests of their room."""
    good = True
    with tempfile.TemporaryDirectory(prefix="quizapp-mutation-") as name:
        folder = Path(name)
        for each in _COPIED:
            place = shutil.copytree if (ROOT / each).is_dir() else shutil.copy
            place(ROOT / each, folder / each)
        portion = slice(wanted.start, wanted.start + wanted.most if wanted.most else None)
        for room in [wanted.only] if wanted.only else ROOMS:
            tests = Forked(folder)
            try:
                good &= _room(folder, tests, room, portion)
            finally:
                tests.end()
    return good


def _room(folder: Path, forked: Forked, room: str, portion: slice) -> bool:
    places, tests = ROOMS[room]
    if not forked.pass_without_fault(tests):
        raise RuntimeError(f"{tests} fails without a fault")
    touched = forked.touched(tests)
    faults = list(faults_of(places))
    random.Random(room).shuffle(faults)  # noqa: S311 - the same faults on every run
    tried = faults[portion]
    left = 0
    for fault in tried:
        if not _tried(folder, forked, fault, going_there(fault, touched, tests)):
            left += 1
            print(f"      {fault.file}:{fault.line} {fault.what}", flush=True)
    share = 1 - left / len(tried)
    print(f"   {room}: {len(tried) - left} of {len(tried)} noticed ({share:.0%}), {len(faults)} in all", flush=True)
    return share >= LEAST


def going_there(fault: Fault, touched: Touched, tests: tuple[str, ...]) -> tuple[str, ...]:
    """Those of these tests that run the function with the fault; all of them where it is run while loading, or lies in
    no function."""
    found = {name for line, names in touched.get(fault.file, {}).items() if line in fault.within for name in names}
    return tests if not fault.within or "" in found else tuple(sorted(found))


def _tried(folder: Path, forked: Forked, fault: Fault, tests: tuple[str, ...]) -> bool:
    if not tests:
        return False
    place = folder / fault.file
    kept, at = place.read_text(encoding="utf-8"), place.stat()
    place.write_text(fault.text, encoding="utf-8")
    try:
        return forked.notice(tests)
    finally:
        place.write_text(kept, encoding="utf-8")
        os.utime(place, ns=(at.st_atime_ns, at.st_mtime_ns))


def faults_of(places: tuple[str, ...]) -> Iterator[Fault]:
    """Every fault that can be put into these files, but for decorators, such as whether a value is frozen."""
    for place in places:
        found = ROOT / place
        for file in sorted(found.rglob("*.py")) if found.is_dir() else [found]:
            tree = ast.parse(file.read_text(encoding="utf-8"))
            nodes = list(ast.walk(tree))
            left_out = {
                each for node in nodes for mark in getattr(node, "decorator_list", ()) for each in ast.walk(mark)
            }
            bodies = [_body(node) for node in nodes if isinstance(node, ast.FunctionDef)]
            for at, node in enumerate(nodes):
                for change in range(0 if node in left_out else _changes(node)):
                    changed = copy.deepcopy(tree)
                    what = _change(list(ast.walk(changed))[at], change)
                    line = getattr(node, "lineno", 0)
                    within = next((lines for lines in bodies if line in lines), range(0))
                    yield Fault(str(file.relative_to(ROOT)), line, ast.unparse(changed), what, within)


def _body(function: ast.FunctionDef) -> range:
    """Its lines but for its head, which is run while loading."""
    return range(function.body[0].lineno, (function.end_lineno or 0) + 1)


def _changes(node: ast.AST) -> int:
    if isinstance(node, ast.Compare):
        return sum(type(each) in _OTHER for each in node.ops)
    if isinstance(node, ast.BoolOp | ast.BinOp):
        return int(type(node.op) in _OTHER)
    if isinstance(node, ast.IfExp):
        return 1
    return int(isinstance(node, ast.Constant) and type(node.value) in {bool, int})


def _change(node: ast.AST, number: int) -> str:
    before = ast.unparse(node)
    if isinstance(node, ast.Compare):
        node.ops[number] = _OTHER[type(node.ops[number])]()  # type: ignore[call-overload]
    elif isinstance(node, ast.BoolOp | ast.BinOp):
        node.op = _OTHER[type(node.op)]()  # type: ignore[assignment]
    elif isinstance(node, ast.IfExp):
        node.body, node.orelse = node.orelse, node.body
    elif isinstance(node, ast.Constant):
        node.value = not node.value if isinstance(node.value, bool) else node.value + 1  # type: ignore[operator]
    return f"{before} -> {ast.unparse(node)}"

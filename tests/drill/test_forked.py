"""What runs the tests of a room for the drill of the faults believes no run that broke off."""

import shutil
from pathlib import Path

import pytest

from tools.drill.forked import Forked

ROOT = Path(__file__).parents[2]
PASSES = "from quizapp import one\n\ndef test_it():\n    assert one.more(1) == 2\n"
WATCHED = "import sys\n\ndef test_it():\n    assert sys.gettrace() is None and 'coverage' not in sys.modules\n"
UNHURRIED = "from hypothesis import settings\n\ndef test_it():\n    assert settings().deadline is None\n"


@pytest.fixture
def tree(tmp_path):
    """A package of one function, and what runs its tests."""
    for name in ("tools/__init__.py", "tools/drill/__init__.py", "tools/drill/forked.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    (tmp_path / "quizapp").mkdir()
    (tmp_path / "quizapp" / "__init__.py").touch()
    (tmp_path / "quizapp" / "one.py").write_text("def more(n):\n    return n + 1\n", encoding="utf-8")
    (tmp_path / "test_a.py").write_text(PASSES, encoding="utf-8")
    forked = Forked(tmp_path)
    yield tmp_path, forked
    forked.end()


def test_the_tests_that_run_a_line_are_named_and_notice_a_fault_in_it(tree):
    folder, forked = tree
    assert forked.pass_without_fault(("test_a.py",))
    assert forked.touched(("test_a.py",))["quizapp/one.py"][2] == ["test_a.py::test_it"]
    assert not forked.notice(("test_a.py",))
    (folder / "quizapp" / "one.py").write_text("def more(n):\n    return n - 1\n", encoding="utf-8")
    assert forked.notice(("test_a.py",))


def test_a_test_that_fails_while_it_is_watched_is_told_for_those_after_it_were_not_run(tree):
    folder, forked = tree
    (folder / "test_0.py").write_text(WATCHED, encoding="utf-8")
    assert forked.pass_without_fault(("test_0.py", "test_a.py"))
    with pytest.raises(RuntimeError, match="while it is watched"):
        forked.touched(("test_0.py", "test_a.py"))


def test_no_test_fails_for_its_time_alone(tree):
    folder, forked = tree
    (folder / "test_a.py").write_text(UNHURRIED, encoding="utf-8")
    assert forked.pass_without_fault(("test_a.py",))

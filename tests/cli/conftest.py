"""The command line on a data folder of its own: within this process, and as a process of its own."""

import os
import subprocess
import sys

import pytest
from click.testing import CliRunner

from quizapp.cli import main


@pytest.fixture
def quizapp(tmp_path):
    """`python -m quizapp …`"""

    def run(*arguments, **settings):
        environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("QUIZAPP_")},
            "QUIZAPP_DATA_DIR": str(tmp_path),
            "LC_ALL": "C.UTF-8",
            **settings,
        }
        return subprocess.run(
            [sys.executable, "-m", "quizapp", *map(str, arguments)],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )

    return run


@pytest.fixture
def within(tmp_path, monkeypatch):
    """The console script within this process: a second less than a process, and the same but for the start."""

    def run(*arguments, data=b"", language="C.UTF-8"):
        monkeypatch.setattr(sys, "argv", ["quizapp", *map(str, arguments)])
        environment = {name: None for name in os.environ if name.startswith("QUIZAPP_")}
        environment |= {"QUIZAPP_DATA_DIR": str(tmp_path), "LC_ALL": language}
        code = 0
        with CliRunner().isolation(input=data, env=environment) as (out, err, _both):
            try:
                main()
            except SystemExit as left:
                code = left.code or 0
            return subprocess.CompletedProcess(arguments, code, out.getvalue().decode(), err.getvalue().decode())

    return run


@pytest.fixture
def ready(within, tmp_path, blank):
    (tmp_path / "quizapp.sqlite3").write_bytes(blank.read_bytes())
    return within

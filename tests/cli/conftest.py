"""The command line as a process of its own, on a data folder of its own."""

import os
import subprocess
import sys

import pytest


@pytest.fixture
def quizapp(tmp_path):
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
def ready(quizapp):
    assert quizapp("db", "upgrade").returncode == 0
    return quizapp

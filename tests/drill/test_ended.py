"""A drill that is ended leaves no server behind."""

import os
import subprocess
import sys

import pytest

from tools.drill.server import Server, below, is_alive


def test_a_drill_that_is_asked_to_end_takes_its_server_and_its_folder_along(tmp_path):
    command = [sys.executable, "-m", "tools.drill", "load", "--students", "1", "--questions", "1", "--pace", "1000"]
    environ = os.environ | {"TMPDIR": str(tmp_path)}
    with subprocess.Popen(command, env=environ, stdout=subprocess.PIPE, text=True) as drill:
        told = iter(drill.stdout.readline, "")
        assert any("everybody is in" in line for line in told)
        started = below(drill.pid)
        drill.terminate()
        assert drill.wait(60) == 128 + 15
    assert len(started) >= 2
    assert [pid for pid in started if is_alive(pid)] == []
    assert list(tmp_path.glob("quizapp-drill-*")) == []


def test_a_server_whose_start_is_broken_off_is_gone(tmp_path, monkeypatch):
    def asked(_server):
        raise SystemExit(143)

    monkeypatch.setattr(Server, "is_well", asked)
    server = Server(tmp_path, f"sqlite:///{tmp_path / 'quizapp.sqlite3'}")
    with pytest.raises(SystemExit):
        server.start()
    assert [pid for pid in server.processes() if is_alive(pid)] == []

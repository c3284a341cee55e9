"""A process gives back what it needed for a moment."""

import subprocess
import sys
from contextlib import nullcontext

import pytest

from quizapp import serving
from quizapp.web.languages import LANGUAGES

_HASH = """
import gc, sys, threading
from pathlib import Path
from quizapp.accounts.passwords import hash_password
from quizapp.memory import give_back
def held():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4
if sys.argv[1] == "give":
    give_back()
before = held()
for _time in range(2):
    threads = [threading.Thread(target=hash_password, args=("una-parola-lunga",)) for _thread in range(3)]
    [each.start() for each in threads]
    [each.join() for each in threads]
print(held() - before)
"""


def kept(how):
    """KB held after passwords were hashed in three threads."""
    told = subprocess.run([sys.executable, "-c", _HASH, how], check=True, capture_output=True, text=True)
    return int(told.stdout)


def test_what_hashing_a_password_takes_is_given_back():
    assert kept("give") < 8_000


@pytest.fixture
def forked(app, monkeypatch):
    """As a process finds itself that was forked from the server's first one."""
    monkeypatch.setattr(serving, "_made", [app])
    monkeypatch.setattr(serving.journal, "take_over", lambda _journal: None)
    for each in ("_end_with_parent", "warm_up", "_hold"):
        monkeypatch.setattr(serving, each, lambda *_given: None)
    return app


def test_a_process_that_answers_shares_what_the_first_one_made_and_no_connection(forked):
    connections = forked.extensions["engine"].pool
    assert serving.wsgi() is forked
    assert forked.extensions["engine"].pool is not connections


def test_the_tables_of_the_engine_are_read_before_a_server_forks_its_processes(monkeypatch, tmp_path):
    order = []
    monkeypatch.setenv("QUIZAPP_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("QUIZAPP_SERVER", "kept")
    monkeypatch.setenv("QUIZAPP_DEMO", "true")
    monkeypatch.setattr(serving, "_made", [])
    monkeypatch.setattr(serving, "warm", order.append)
    monkeypatch.setattr(serving, "_compiling", [])
    monkeypatch.setattr(
        serving, "compile_beside", lambda _app, languages: order.append(f"compiling {[*languages]}") or []
    )
    for each in ("give_back", "prepare"):
        monkeypatch.setattr(serving, each, lambda *_given: None)
    monkeypatch.setattr(serving.journal, "take_over", lambda _journal: None)
    monkeypatch.setattr(serving.gc, "freeze", lambda: order.append("frozen"))
    monkeypatch.setattr(serving, "beside", lambda _work: nullcontext())
    monkeypatch.setitem(serving.SERVERS, "kept", lambda *_given: order.append("served"))
    serving.serve_forever("127.0.0.1", 1, demo=True)
    assert order == [f"compiling {[*LANGUAGES]}", "it", "en", "frozen", "served"]

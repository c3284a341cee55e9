"""A process gives back what it needed for a moment."""

import subprocess
import sys

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

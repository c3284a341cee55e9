"""Two networks of one machine, joined by a bridge; where the system allows none, other addresses of loopback."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

_PREFIX = "10.213.77"
_GATE = f"{_PREFIX}.1"


@dataclass(frozen=True, slots=True)
class Network:
    """Where processes run: what is put before a command to run it there, the address they have, and the one at which
    they find the rest of the machine."""

    name: str
    before: tuple[str, ...]
    address: str
    gate: str


@contextmanager
def networks(names: tuple[str, ...]) -> Iterator[list[Network]]:
    """These networks, for as long as it lasts; each sees the machine's own at the gate, and nothing beyond it."""
    with ExitStack() as over:
        try:
            found = list(_apart(names, over))
        except (OSError, subprocess.CalledProcessError) as error:
            over.close()
            said = error.stderr.strip() if isinstance(error, subprocess.CalledProcessError) else str(error)
            print(f"   no namespaces here ({said}): the processes have addresses of loopback of their own instead")
            found = [Network(name, (), f"127.0.0.{number}", "127.0.0.9") for number, name in enumerate(names, 2)]
        yield found


def _apart(names: tuple[str, ...], over: ExitStack) -> Iterator[Network]:
    """Raises OSError without `ip`, CalledProcessError where it is refused."""
    mine = f"qd{os.getpid()}"
    _made(over, ("link", "add", mine, "type", "bridge"), ("link", "del", mine))
    _ip("addr", "add", f"{_GATE}/24", "dev", mine)
    _ip("link", "set", mine, "up")
    for number, name in enumerate(names, 2):
        space, ours, theirs = f"{mine}-{name}", f"{mine}o{number}", f"{mine}i{number}"
        _made(over, ("netns", "add", space), ("netns", "del", space))
        _ip("link", "add", ours, "type", "veth", "peer", "name", theirs)
        _ip("link", "set", theirs, "netns", space)
        _ip("link", "set", ours, "master", mine)
        _ip("link", "set", ours, "up")
        address = f"{_PREFIX}.{number}"
        for words in (("link", "set", "lo", "up"), ("addr", "add", f"{address}/24", "dev", theirs),
                      ("link", "set", theirs, "up")):  # fmt: skip
            _ip("-n", space, *words)
        yield Network(name, ("ip", "netns", "exec", space), address, _GATE)


def _made(over: ExitStack, made: tuple[str, ...], undone: tuple[str, ...]) -> None:
    _ip(*made)
    over.callback(subprocess.run, ["ip", *undone], check=False, capture_output=True)


def _ip(*words: str) -> None:
    subprocess.run(["ip", *words], check=True, capture_output=True, text=True)

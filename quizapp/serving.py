"""Running the production server, and getting an installation ready for its first page."""

import atexit
import gc
import multiprocessing
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import ExitStack

from flask import Flask
from sqlalchemy.orm import Session

from quizapp import config, create_app, db, journal, schema
from quizapp.accounts import queries as accounts
from quizapp.accounts import service as people
from quizapp.banks.service import sync_bank
from quizapp.beforehand import Beforehand, compile_beside
from quizapp.beside import beside
from quizapp.demo.people import seed_demo
from quizapp.extraction.warming import warm
from quizapp.formats.bankfile import read_bank
from quizapp.memory import give_back
from quizapp.web.clock import now
from quizapp.web.languages import LANGUAGES
from quizapp.web.templates import templates

STOP_SECONDS = 10
"""How long a worker process may take to stop: seen once, one of them never did, and the server waited for it."""
_FIRST_PAUSE_S, _PAUSE_S = 1, 5
"""How long the worker waits for the server to be up, and after its own end before it is started again."""
_YOUNG = 20_000
"""Objects made since the last look for garbage before the next one: Python's own 700 cost a fourteenth of a draft."""
_made: list[Flask] = []
"""The application of the server's first process, for those that are forked from it: what they have in common is in
memory once."""
_compiling: list[Beforehand] = []
"""The templates that processes beside it compile for them."""
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


def serve_forever(host: str, port: int, *, demo: bool) -> None:
    """Migrate, load the banks on first start, and serve until stopped.

    Raises SettingsError without a secret key outside the demo, InUseError while a backup is being restored.
    """
    give_back()
    os.environ["QUIZAPP_DEMO"] = "true" if demo else "false"
    app = create_app()
    _compiling[:] = compile_beside(app, LANGUAGES)
    journal.take_over(app.config["JOURNAL"])
    with db.in_use(app.extensions["engine"]):
        prepare(app)
    port = port or _free_port(host)
    shown = f"[{host}]" if ":" in host else host
    print(f"Quotidia: http://{shown}:{port}", file=sys.stderr, flush=True)
    server = os.environ.get("QUIZAPP_SERVER") or _best_server()
    _made[:] = [app]
    for lang in LANGUAGES:
        warm(lang)
    gc.collect()
    gc.freeze()  # what is looked through in each process is in each process's memory
    gc.set_threshold(_YOUNG)
    with beside(keep_a_worker):
        SERVERS[server](app, host, port)


def keep_a_worker(over: threading.Event) -> None:
    """Until it is over, a process does the jobs that wait; one that ends is started again.

    It holds the other end of a pipe, so it stops when this process is gone, however that came.
    """
    pause = _FIRST_PAUSE_S
    while not over.wait(pause):
        pause = _PAUSE_S
        with subprocess.Popen([sys.executable, "-m", "quizapp", "work", "--attached"], stdin=subprocess.PIPE) as worker:
            while worker.poll() is None and not over.wait(1):
                pass
            _dismiss(worker)


def _dismiss(worker: "subprocess.Popen[bytes]") -> None:
    if worker.stdin is not None:
        worker.stdin.close()
    try:
        worker.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        worker.kill()


def prepare(app: Flask) -> None:
    """Schema, bundled banks on first start, demo people or the set-up code of the first admin."""
    engine = app.extensions["engine"]
    schema.upgrade(engine)
    with db.make_session(engine) as session:
        if accounts.school(session) is None:
            with db.writing(session) as write:
                load_banks(write)
        if app.config["DEMO"]:
            with db.writing(session) as write:
                seed_demo(write, now())
        elif not accounts.any_admin(session):
            with db.writing(session) as write:
                code = people.new_setup_code(write)
            print(f"First start: open /setup and enter the code {code}", file=sys.stderr, flush=True)
    engine.dispose()


def load_banks(write: Session) -> None:
    """Every bank file that comes with Quotidia, which the tests keep free of problems."""
    school = people.default_school(write)
    for path in sorted(config.resource_dir("questions").rglob("*.yaml")):
        bank, _problems = read_bank(path.read_bytes())
        if bank is not None:
            sync_bank(write, bank, school_id=school.id, now=now())


def wsgi() -> Flask:
    """The application for a server's worker process."""
    _end_with_parent()  # first: whoever is killed while this process starts takes it along
    give_back()
    app = _made.pop() if _made else create_app()  # none where processes are not forked
    app.extensions["engine"].dispose(close=False)  # connections are not shared
    journal.take_over(app.config["JOURNAL"])
    warm_up(app)
    _hold(app)
    return app


def _end_with_parent() -> None:
    """Let no worker outlive a server that was killed: it would go on answering, at the port of the next one."""
    parent = multiprocessing.parent_process()
    if parent is not None:

        def wait() -> None:
            parent.join()
            os._exit(1)  # at once, as the server did: what was acknowledged is on the disk

        threading.Thread(target=wait, daemon=True).start()


def _hold(app: Flask) -> None:
    """Let nobody restore a backup while this process lives."""
    held = ExitStack()
    held.enter_context(db.in_use(app.extensions["engine"]))
    atexit.register(held.close)


def warm_up(app: Flask) -> threading.Thread:
    """Load templates beside the first requests: those that another process compiles as soon as it has, the others by
    compiling them here, which takes some seconds."""

    def load() -> None:
        for each in _compiling:
            templates(app).hold(each.wait())
        for lang in LANGUAGES:
            templates(app).load_all(lang)
        gc.freeze()  # what stays for good is looked through no more: a full collection took a quarter of a second

    thread = threading.Thread(target=load, daemon=True)
    thread.start()
    return thread


def _best_server() -> str:
    try:
        import granian  # noqa: F401
    except ImportError:
        return "waitress"
    return "granian"


def _granian(_app: Flask, host: str, port: int) -> None:
    from granian import Granian
    from granian.constants import Interfaces

    Granian(
        "quizapp.serving:wsgi",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        factory=True,
        workers=min(os.cpu_count() or 1, 4),
        blocking_threads=2,
        workers_kill_timeout=STOP_SECONDS,
        respawn_failed_workers=True,
        log_enabled=False,
    ).serve()


def _waitress(app: Flask, host: str, port: int) -> None:
    from waitress import serve

    warm_up(app)
    _hold(app)
    serve(app, host=host, port=port, threads=8, ident=None)


SERVERS: dict[str, Callable[[Flask, str, int], None]] = {"granian": _granian, "waitress": _waitress}


def _free_port(host: str) -> int:
    with socket.create_server((host, 0)) as probe:
        found: int = probe.getsockname()[1]
        return found

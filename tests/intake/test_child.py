"""A parser that hangs, hoards, floods or dies is ended, and the reader is told in one sentence."""

import marshal
import os
import select
import signal
import subprocess
import sys
import textwrap
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from pathlib import Path

import pytest

from quizapp.formats.apart import read_apart
from quizapp.intake import child
from quizapp.intake.article import Extract, Unusable
from quizapp.intake.child import USUAL, Limits, parse

ROOT = Path(__file__).resolve().parents[2]
STARTED = "from quizapp.intake import worker; worker.main(sys.argv[1:])"
SMALL = Limits(memory=256 * 1024 * 1024, cpu=1, wall=3, output=1000)
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="the kernel's own limits")


def a_parser(code):
    """The worker with a parser of ours, named `html`, whose body is `code`."""
    body = textwrap.indent(textwrap.dedent(code), "    ")
    return (
        "-c",
        f"""
import sys, types
from quizapp.intake import worker
from quizapp.formats.apart import read_apart
from quizapp.intake import child
from quizapp.intake.article import Extract, Unusable
def read(data):
{body}
sys.modules["ours"] = types.SimpleNamespace(read=read)
worker.PARSERS["html"] = "ours"
worker.main(sys.argv[1:])
""",
    )


def refusal_of(code, limits=SMALL):
    with pytest.raises(Unusable) as refusal:
        parse("html", b"<p>", limits, a_parser(code))
    return refusal.value.code


def test_what_the_parser_finds_comes_back():
    found = parse("html", "città".encode(), SMALL, a_parser("return Extract((data.decode(), '\\ud800'), title='T')"))
    assert found == Extract(("città", "?"), title="T")


def test_control_characters_of_a_broken_font_are_left_out():
    found = parse("html", b"", SMALL, a_parser("return Extract(('a\\0b\\x1fc',), title='\\0')"))
    assert found == Extract(("abc",), title="")


def test_a_parser_that_waits_for_ever_is_ended_by_the_clock():
    started = time.monotonic()
    assert refusal_of("import time; time.sleep(60)", Limits(wall=1)) == "too-heavy"
    assert time.monotonic() - started < 5


@LINUX
def test_a_parser_that_computes_for_ever_is_ended_by_its_processor_time():
    started = time.monotonic()
    assert refusal_of("while True: pass", Limits(cpu=1, wall=30)) == "too-heavy"
    assert time.monotonic() - started < 10


@LINUX
def test_a_parser_that_hoards_memory_is_refused_it():
    assert refusal_of("hoard = []\nwhile True: hoard.append(bytearray(1 << 24))") == "too-heavy"


@LINUX
def test_memory_asked_for_at_once_is_refused_too():
    assert refusal_of("return Extract((str(len(bytes(1 << 30))),))") == "too-heavy"


def test_an_answer_that_is_too_long_is_not_read():
    assert refusal_of("return Extract(('a' * 5000,))") == "too-heavy"


@LINUX
def test_a_parser_cannot_fill_the_disk():
    flood = "import os\ntry:\n  while True: os.write(1, b'a' * 100)\nexcept OSError: os._exit(0)"
    assert refusal_of(flood, Limits(output=1000, wall=5)) == "too-heavy"


@pytest.mark.parametrize(
    ("code", "refusal"),
    [
        ("raise Unusable('pdf-without-text')", "pdf-without-text"),
        ("raise Unusable('too-long')", "too-long"),
        ("raise ValueError('bad')", "unreadable"),
        ("raise MemoryError", "too-heavy"),
        ("def deeper(): deeper()\ndeeper()", "unreadable"),
        ("import os; os._exit(3)", "unreadable"),
        ("import os; os.abort()", "unreadable"),
        ("import no_such_module", "unreadable"),
        ("raise ModuleNotFoundError(name='pypdf')", "missing-extra"),
        ("print('not', 'JSON'); import sys; sys.stdout.flush(); import os; os._exit(0)", "unreadable"),
        ("print('[1]'); import sys; sys.stdout.flush(); import os; os._exit(0)", "unreadable"),
        ("print('{}'); import sys; sys.stdout.flush(); import os; os._exit(0)", "unreadable"),
        ("return Extract(('a', 1))", "unreadable"),
        ("return Extract(('a',), title=3)", "unreadable"),
        (
            """print('{"refused": "no such code"}'); import sys; sys.stdout.flush(); import os; os._exit(0)""",
            "unreadable",
        ),
    ],
)
def test_whatever_else_goes_wrong_has_its_sentence(code, refusal):
    with pytest.raises(Unusable) as raised:
        parse("html", b"", SMALL, a_parser(code))
    assert raised.value.code == refusal
    assert raised.value.say("it").endswith((".", "'."))


def test_the_parser_sees_no_secret_of_the_server(monkeypatch):
    monkeypatch.setenv("QUIZAPP_SECRET_KEY", "canary")
    found = parse("html", b"", SMALL, a_parser("import os\nreturn Extract(tuple(sorted(os.environ)))"))
    assert not [name for name in found.paragraphs if name.startswith("QUIZAPP")]


@pytest.mark.parametrize(
    "step",
    [
        "open('/etc/hostname')",
        "open(os.path.dirname(os.__file__) + '/../../../../../../../../etc/hostname')",
        "pathlib.Path('/etc/hostname').read_bytes()",
        "os.open('/etc/hostname', os.O_RDONLY)",
        "open('here', 'w')",
        "open(os.__file__, 'a')",
        "open(os.__file__, 'r+')",
        "os.remove('here')",
        "socket.socket()",
        "socket.create_connection(('127.0.0.1', 9))",
        "socket.getaddrinfo('localhost', 80)",
        "urllib.request.urlopen('http://127.0.0.1:9')",
        "subprocess.run(['true'])",
        "os.system('true')",
        "os.fork() or os._exit(0)",
        "sqlite3.connect(':memory:')",
    ],
)
def test_a_parser_opens_no_file_but_its_program_connects_to_nobody_and_starts_nothing(step):
    code = f"""
    import os, pathlib, socket, sqlite3, subprocess, tempfile, urllib.request
    try:
        {step}
    except PermissionError as refusal:
        return Extract((str(not refusal.errno),))
    return Extract(("done",))
    """
    assert parse("html", b"", Limits(wall=9), a_parser(code)).paragraphs == ("True",)


def test_a_parser_goes_on_reading_its_own_program():
    code = "import quizapp.core.items, wave\nreturn Extract((open(wave.__file__).readline()[:3],))"
    assert parse("html", b"", USUAL, a_parser(code)).paragraphs == ('"""',)


def test_the_parser_starts_without_the_web_and_the_database():
    code = "import sys\nreturn Extract(tuple(m for m in ('flask', 'sqlalchemy', 'quizapp.web') if m in sys.modules))"
    assert parse("html", b"", SMALL, a_parser(code)).paragraphs == ()


@LINUX
def test_the_parser_ends_with_its_parent(tmp_path):
    started = tmp_path / "pid"
    flag, waits = a_parser("import time; time.sleep(60)")
    waits = f"import os, pathlib; pathlib.Path({str(started)!r}).write_text(str(os.getpid()))\n{waits}"
    program = f"from quizapp.intake import child; child.parse('html', b'', child.Limits(), {(flag, waits)!r})"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    parent = subprocess.Popen([sys.executable, "-c", program], env=environment)
    pid = int(_soon(lambda: started.exists() and started.read_text()))
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    assert _soon(lambda: not _alive(pid))


def test_a_small_limit_on_the_answer_leaves_no_bytecode_cut_short(tmp_path):
    flag, program = a_parser("import quizapp.intake.blocks\nreturn Extract(('read',))")
    program = f"import sys; sys.pycache_prefix = {str(tmp_path)!r}\n{program}"
    assert parse("html", b"", Limits(output=1000), (flag, program)).paragraphs == ("read",)
    written = list(tmp_path.rglob("*.pyc"))
    assert written
    for path in written:
        marshal.loads(path.read_bytes()[16:])  # noqa: S302 - our own; raises for a file cut short


def _soon(asked):
    for _ in range(200):
        if answer := asked():
            return answer
        time.sleep(0.05)
    raise AssertionError("not within ten seconds")


def _alive(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().split()[2] != "Z"
    except FileNotFoundError:
        return False


@pytest.mark.parametrize(("kind", "library"), [("html", "trafilatura"), ("pdf", "pypdf"), ("docx", "mammoth")])
def test_a_parser_that_is_not_installed_says_what_to_install(kind, library):
    program = (
        f"import sys; sys.modules[{library!r}] = None; from quizapp.intake import worker; worker.main(sys.argv[1:])"
    )
    with pytest.raises(Unusable) as refusal:
        parse(kind, b"", SMALL, ("-c", program))
    assert refusal.value.say("en") == f"Reading {kind.upper()} files needs an extra: pip install 'quizapp[articles]'."


def test_the_usual_limits_are_those_we_promise():
    assert asdict(USUAL) == {"memory": 512 * 1024 * 1024, "cpu": 10, "wall": 20, "output": 4 * 1024 * 1024}


@LINUX
@pytest.mark.parametrize("ends", ["return Extract(('x',))", "raise ValueError", "import os; os.abort()"])
def test_of_two_files_at_once_one_is_read_and_the_other_told_so_and_then_the_next_is_read(tmp_path, monkeypatch, ends):
    """The reader of the first says that it has begun and waits for our word: no clock decides who comes first."""
    monkeypatch.setattr(child, "PATIENCE_S", 0.01)
    places = [tmp_path / "begun", tmp_path / "word"]
    for each in places:
        os.mkfifo(each)
    begun, word = (os.open(each, os.O_RDWR) for each in places)
    flag, program = a_parser(ends)
    waits = f"open({str(places[0])!r}, 'wb').write(b'1'); open({str(places[1])!r}, 'rb').read(1)"
    with ThreadPoolExecutor(1) as beside:
        first = beside.submit(parse, "html", b"<p>", Limits(wall=60), (flag, f"{waits}\n{program}"))
        try:
            assert select.select([begun], [], [], 60)[0] == [begun]
            assert refusal_of("return Extract(('x',))") == "busy"
            assert [each.problem.code for each in read_apart(b"Chi?{=io ~tu}").imported.problems] == ["file-busy"]
        finally:
            os.write(word, b"1")
        assert (first.exception() is None) is ends.startswith("return")
    assert len(read_apart(b"Chi?{=io ~tu}").imported.items) == 1
    for each in (begun, word):
        os.close(each)


def test_while_a_file_is_read_another_waits_a_moment_and_is_told_to_come_again(monkeypatch):
    monkeypatch.setattr(child, "PATIENCE_S", 0.01)
    with child._ONE_AT_A_TIME:
        assert refusal_of("return Extract(('x',))") == "busy"
        (found,) = read_apart(b"Chi?{=io ~tu}").imported.problems
        assert found.problem.code == "file-busy"
    assert parse("html", b"", SMALL, a_parser("return Extract(('x',))")).paragraphs == ("x",)
    assert refusal_of("raise ValueError") == "unreadable"
    assert refusal_of("import time; time.sleep(60)", Limits(wall=1)) == "too-heavy"
    assert child._ONE_AT_A_TIME.acquire(blocking=False)
    child._ONE_AT_A_TIME.release()

"""What a server weighs: bytes over the wire, a worker after 5,000 requests and a draft, forty sign-ins at once."""

import asyncio
import gzip
import re
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.cycle import begin, demo_app, one_cycle
from quizapp.config import resource_dir
from tools.drill.browser import Browser, token
from tools.drill.school import School, school
from tools.drill.server import Server

_REQUESTS, _WARM, _SIGN_INS, _AT_ONCE, _DRAFTS = 5000, 500, 40, 4, 12
_ASSET = re.compile(r'(?:href|src)="/static/([^"?#]+)')
_FACE = re.compile(r"url\([\"']?(?:\.\./|/static/)([^)\"'?]+)")
_TEXT = (
    "Il 3 marzo 2024 l’Italia ha firmato l’accordo numero {number}, ha detto la ministra Anna Rossi. "
    "La spesa è salita del 4%. Il Consiglio si riunirà a Bruxelles il 12 aprile 2024."
)
_KB, _COMPRESSED = 1024, {".woff2", ".png", ".webp"}


def bytes_over_the_wire() -> dict[str, float]:
    """KB of a student's first visit with all that it is drawn with, and of a question thereafter; compressed as a
    proxy does it (gzip 6), with 0.4 KB of headers for each answer."""
    with tempfile.TemporaryDirectory() as folder:
        app = demo_app(Path(folder))
        browser, place = begin(app)
        first, question = browser.get("/").text, browser.get(place).text
        _spent, following = one_cycle(browser, place)
        later = browser.get(following or place).text
        static = resource_dir("static")
        names = set(_ASSET.findall(first)) | set(_ASSET.findall(question))
        names |= {
            each for name in names if name.endswith(".css") for each in _FACE.findall((static / name).read_text())
        }
        assets = sum(_sent((static / name).read_bytes(), name) for name in names)
        return {
            "first visit over the wire": (_sent(question.encode(), "") + assets) / _KB,
            "next question over the wire": _sent(later.encode(), "") / _KB,
        }


def _sent(content: bytes, name: str) -> float:
    squeezed = content if Path(name).suffix in _COMPRESSED else gzip.compress(content, 6)
    return len(squeezed) + 0.4 * _KB


@dataclass(frozen=True, slots=True)
class Served:
    """Forty sign-ins at once at the real server: seconds until all were in, and its CPU seconds for them; then the
    memory of its largest worker, warm, 5,000 requests later, and after drafts in all of them, in MB."""

    sign_ins: float
    cpu: float
    warm: float
    later: float
    drafted: float


def served() -> Served:
    """Measured on a server of its own."""
    with school(_SIGN_INS, 5) as place:
        server = Server(place.folder, place.database)
        server.start()
        try:
            return asyncio.run(_served(server, place))
        finally:
            server.kill()


async def _served(server: Server, place: School) -> Served:
    browsers = [Browser(server.port) for _name in place.students]
    begun, cpu = time.monotonic(), server.cpu_s()
    await asyncio.gather(*(each.sign_in(name) for each, name in zip(browsers, place.students, strict=True)))
    took, spent = time.monotonic() - begun, server.cpu_s() - cpu
    here = [await each.start(place.deferred) for each in browsers[:_AT_ONCE]]
    await _ask(browsers, here, _WARM)
    await asyncio.to_thread(server.settle)
    warm = _memory(server)
    await _ask(browsers, here, _REQUESTS)
    later = _memory(server)
    await _draft(server)
    return Served(took, spent, warm, later, _memory(server))


async def _draft(server: Server) -> None:
    """A teacher's texts, enough of them that every worker meets one."""
    teacher = Browser(server.port)
    await teacher.sign_in("docente")
    for number in range(_DRAFTS):
        page = await teacher.page("/articles/new")
        await teacher.post("/articles", (token(page), ("text", _TEXT.format(number=number))))
        teacher.hang_up()


async def _ask(browsers: list[Browser], places: list[str], count: int) -> None:
    async def one(browser: Browser, at: str) -> None:
        for _time in range(count // _AT_ONCE):
            await browser.page(at)

    await asyncio.gather(*(one(browser, at) for browser, at in zip(browsers, places, strict=False)))


def _memory(server: Server) -> float:
    """PSS, a process's share of what it has in common with others counted: of the largest that answers requests."""
    return max(_pss(pid) for pid in server.answering())


def _pss(pid: int) -> float:
    found = re.search(r"^Pss:\s+(\d+) kB", Path(f"/proc/{pid}/smaps_rollup").read_text(), re.MULTILINE)
    return int(found[1]) / _KB if found else 0.0

"""A browser that weighs little: one connection that is kept, cookies, forms with their tokens. No page is rendered."""

import asyncio
import random
import re
import ssl
import time
import urllib.parse
from dataclasses import dataclass, field

from tools.drill.school import PASSWORD

TIMEOUT_S = 30.0
_TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')
_SEQ = re.compile(r'name="seq" value="(\d+)"')
_FIELD = re.compile(r"<(?:input|select|option)\b[^>]*>")
_NAME, _VALUE = re.compile(r'name="(answer[^"]*)"'), re.compile(r'value="([^"]*)"')
_STATIC = re.compile(r'(?:href|src)="(/static/[^"]+)"')
_ID = re.compile(r"(?<=/)(?=\w*\d)\w{6,}")
_PLACE = re.compile(r"/q/(\w+)/(\d+)")
_NEXT = re.compile(r'href="(/q/\w+/\d+)"')

_WORDS = ("marzo", "maggio", "Roma")


class FailedError(Exception):
    """The server answered, and not as it should."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back, and in how many seconds."""

    status: int
    location: str
    body: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Form:
    """A question as it was shown, with one way to answer it."""

    place: str
    fields: tuple[tuple[str, str], ...]

    @property
    def slot(self) -> tuple[str, int]:
        """The attempt and the position."""
        found = _PLACE.match(self.place)
        return (found[1], int(found[2])) if found else ("", 0)

    @property
    def seq(self) -> int:
        """How many responses its sender knew of."""
        return int(dict(self.fields)["seq"])


@dataclass
class Browser:
    """Whoever is behind a connection; several may share the cookies of one session."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)
    host: str = "127.0.0.1"
    name: str = ""
    """The name it asks for, over https."""
    secure: ssl.SSLContext | None = None
    _line: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def get(self, place: str) -> Reply:
        """Ask for a page."""
        return await self._ask("GET", place, b"")

    async def post(self, place: str, fields: tuple[tuple[str, str], ...], *, script: bool = False) -> Reply:
        """Send a form, as a page or as the page's script does."""
        return await self._ask("POST", place, urllib.parse.urlencode(fields).encode(), script=script)

    async def page(self, place: str) -> str:
        """A page that must be there, redirects followed. Raises FailedError."""
        reply = await self.get(place)
        while reply.status in {302, 303, 308}:
            reply = await self.get(reply.location)
        if reply.status != 200:
            raise FailedError(f"GET {place}: {reply.status}")
        return reply.body

    async def sign_in(self, name: str, *, dress: bool = False) -> float:
        """Sign in; the seconds that took. With `dress` everything that the page is drawn with is fetched too."""
        page = await self.page("/sign-in")
        if dress:
            for each in sorted(set(_STATIC.findall(page))):
                await self.page(each)
        fields = (token(page), ("sign_in_name", name), ("password", PASSWORD))
        reply = await self.post("/sign-in", fields)
        if reply.status != 303:
            raise FailedError(f"sign-in of {name}: {reply.status}")
        return reply.seconds

    async def start(self, assignment: str) -> str:
        """Begin, or go on with, an assignment: where its next question is."""
        page = await self.page("/")
        reply = await self.post(f"/assignments/{assignment}/start", (token(page),))
        if reply.status != 303:
            raise FailedError(f"start: {reply.status}")
        return reply.location

    async def question(self, place: str, chance: random.Random) -> Form:
        """A question, filled in by chance."""
        return filled(place, await self.page(place), chance)

    def hang_up(self) -> None:
        """Close the connection."""
        if self._line is not None:
            self._line[1].close()
            self._line = None

    async def _ask(self, method: str, place: str, body: bytes, *, script: bool = False) -> Reply:
        try:
            async with asyncio.timeout(TIMEOUT_S):
                return await self._exchange(method, place, body, script=script)
        except TimeoutError as error:
            self.hang_up()
            raise TimeoutError(f"{method} {_ID.sub('…', place)}: nothing in {TIMEOUT_S:g} s") from error
        except BaseException:
            self.hang_up()
            raise

    async def _exchange(self, method: str, place: str, body: bytes, *, script: bool) -> Reply:
        if self._line is not None and self._line[0].at_eof():
            self.hang_up()
        begun = time.perf_counter()
        if self._line is None:
            self._line = await asyncio.open_connection(
                self.host, self.port, ssl=self.secure, server_hostname=self.name or None
            )
        reader, writer = self._line
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        head = [f"{method} {place} HTTP/1.1", f"Host: {self.name or f'{self.host}:{self.port}'}", "Accept-Language: it"]
        head.append(f"Accept: {'application/json' if script else 'text/html'}")
        if cookies:
            head.append(f"Cookie: {cookies}")
        if method == "POST":
            head += ["Content-Type: application/x-www-form-urlencoded", f"Content-Length: {len(body)}"]
        writer.write("\r\n".join([*head, "", ""]).encode() + body)
        await writer.drain()
        status, headers = self._read_head(await reader.readuntil(b"\r\n\r\n"))
        text = await _read_body(reader, headers)
        if headers.get("connection", "") == "close":
            self.hang_up()
        seconds = time.perf_counter() - begun
        location = urllib.parse.urlsplit(headers.get("location", ""))
        return Reply(status, location.path, text, seconds)

    def _read_head(self, raw: bytes) -> tuple[int, dict[str, str]]:
        first, *lines = raw.decode("latin-1").split("\r\n")
        headers: dict[str, str] = {}
        for line in filter(None, lines):
            name, _, value = line.partition(":")
            if name.lower() == "set-cookie":
                cookie, _, content = value.strip().split(";", 1)[0].partition("=")
                self.cookies[cookie] = content
            headers[name.lower()] = value.strip()
        return int(first.split(" ", 2)[1]), headers


async def _read_body(reader: asyncio.StreamReader, headers: dict[str, str]) -> str:
    if headers.get("transfer-encoding") == "chunked":
        parts = []
        while size := int(await reader.readline(), 16):
            parts.append((await reader.readexactly(size + 2))[:-2])
        await reader.readline()
        return b"".join(parts).decode(errors="replace")
    return (await reader.readexactly(int(headers.get("content-length", "0")))).decode(errors="replace")


def token(page: str) -> tuple[str, str]:
    """The token of a page's forms."""
    found = _TOKEN.search(page)
    return "csrf_token", found[1] if found else ""


def filled(place: str, page: str, chance: random.Random) -> Form:
    """The answer form of a question page: of every field one of the values on offer, or a word."""
    seq = _SEQ.search(page)
    if seq is None:
        raise FailedError(f"no question at {place}")
    offered: dict[str, list[str]] = {}
    last = ""
    for tag in _FIELD.findall(page):
        name, value = _NAME.search(tag), _VALUE.search(tag)
        last = name[1] if name else last if tag.startswith("<option") else ""
        if last and value and value[1]:
            offered.setdefault(last, []).append(value[1])
        elif last and value and tag.startswith("<input"):
            offered.setdefault(last, []).append(chance.choice(_WORDS))
    given = [(name, chance.choice(values)) for name, values in offered.items()]
    return Form(place, (token(page), ("seq", seq[1]), *given))


def following(page: str) -> str | None:
    """Where an outcome page leads on to: the next question, None at the end."""
    found = _NEXT.findall(page)
    return found[-1] if found else None

"""A browser that calls an application as a server would, and counts what that alone costs."""

import io
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from flask import Flask


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, and the CPU milliseconds between the request and the last byte of its body."""

    status: int
    headers: dict[str, str]
    body: bytes
    spent: float

    @property
    def text(self) -> str:
        """The page."""
        return self.body.decode()


class Browser:
    """One person at one application; it keeps the cookie, which both sides have to read and to sign. The clock tells
    nanoseconds of CPU, those of this process if it is none other."""

    def __init__(self, app: Flask, cookie: str = "", clock: Callable[[], int] = time.process_time_ns) -> None:
        self._app = app
        self._cookie = cookie
        self._clock = clock

    def at(self, app: Flask) -> "Browser":
        """The same person at another application, which has the same key and a copy of the rows."""
        return Browser(app, self._cookie, self._clock)

    def get(self, path: str) -> Answer:
        """A page."""
        return self._ask("GET", path, b"")

    def post(self, path: str, fields: dict[str, str]) -> Answer:
        """A form."""
        return self._ask("POST", path, urlencode(fields).encode())

    def _ask(self, method: str, path: str, sent: bytes) -> Answer:
        environ = self._environ(method, path, sent)
        told: list[Any] = []

        def start(status: str, headers: list[tuple[str, str]], _error: Any = None) -> Any:
            told.extend((int(status[:3]), headers))
            return None

        before = self._clock()
        found: Iterable[bytes] = self._app(environ, start)
        body = b"".join(found)
        close = getattr(found, "close", None)
        if close:
            close()
        spent = (self._clock() - before) / 1e6
        status, headers = told
        for name, value in headers:
            if name == "Set-Cookie":
                self._cookie = value.partition(";")[0]
        return Answer(status, dict(headers), body, spent)

    def _environ(self, method: str, path: str, sent: bytes) -> dict[str, Any]:
        address, _mark, query = path.partition("?")
        environ = {
            "REQUEST_METHOD": method,
            "SCRIPT_NAME": "",
            "PATH_INFO": address,
            "QUERY_STRING": query,
            "SERVER_NAME": "localhost",
            "SERVER_PORT": "8000",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "REMOTE_ADDR": "127.0.0.1",
            "HTTP_HOST": "localhost:8000",
            "HTTP_USER_AGENT": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
            "HTTP_ACCEPT": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
            "HTTP_ACCEPT_LANGUAGE": "it,en;q=0.5",
            "wsgi.version": (1, 0),
            "wsgi.url_scheme": "http",
            "wsgi.input": io.BytesIO(sent),
            "wsgi.errors": io.StringIO(),
            "wsgi.multithread": True,
            "wsgi.multiprocess": True,
            "wsgi.run_once": False,
        }
        if method == "POST":
            environ |= {
                "CONTENT_TYPE": "application/x-www-form-urlencoded",
                "CONTENT_LENGTH": str(len(sent)),
                "HTTP_ORIGIN": "http://localhost:8000",
                "HTTP_SEC_FETCH_SITE": "same-origin",
            }
        if self._cookie:
            environ["HTTP_COOKIE"] = self._cookie
        return environ

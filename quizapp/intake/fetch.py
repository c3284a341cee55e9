"""One page of the open web, fetched with care: the name is resolved first, its address checked and pinned."""

import codecs
import ipaddress
import re
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any
from urllib.parse import SplitResult, urljoin, urlsplit

from quizapp.core.wording import Wording
from quizapp.intake.addresses import public

_REFUSALS = {
    "off": Wording(
        "Qui gli indirizzi non si aprono: incolla il testo o carica il file.",
        "Addresses are not opened here: paste the text or upload the file.",
    ),
    "missing-extra": Wording(
        "Per aprire gli indirizzi serve un’aggiunta: pip install 'quizapp[articles]'.",
        "Opening addresses needs an extra: pip install 'quizapp[articles]'.",
    ),
    "address": Wording(
        "Questo non è l’indirizzo di una pagina: comincia con https:// o http://.",
        "This is not the address of a page: it starts with https:// or http://.",
    ),
    "unknown-host": Wording(
        "Il sito {host} non si trova: controlla l’indirizzo.", "The site {host} is not found: check the address."
    ),
    "private": Wording(
        "Il sito {host} non è sul web aperto: l’indirizzo non viene aperto.",
        "The site {host} is not on the open web: the address is not opened.",
    ),
    "port": Wording(
        "L’indirizzo usa una porta insolita: non viene aperto.", "The address uses an unusual port: it is not opened."
    ),
    "redirects": Wording(
        "La pagina rimanda altrove troppe volte.", "The page sends on to other addresses too many times."
    ),
    "status": Wording(
        "Il sito risponde {status}: la pagina non si può leggere. Incolla il testo.",
        "The site answers {status}: the page cannot be read. Paste the text.",
    ),
    "type": Wording(
        "All’indirizzo non c’è una pagina di testo ({type}): scarica il file e caricalo.",
        "There is no page of text at the address ({type}): download the file and upload it.",
    ),
    "too-large": Wording("La pagina supera i {limit} MB.", "The page is larger than {limit} MB."),
    "too-slow": Wording(
        "Il sito non ha risposto entro {limit} secondi.", "The site did not answer within {limit} seconds."
    ),
    "failed": Wording(
        "La pagina non si è lasciata leggere: incolla il testo.", "The page could not be read: paste the text."
    ),
}
REFUSALS = frozenset(_REFUSALS)
_TYPES = {"text/html": "page.html", "application/xhtml+xml": "page.html", "text/plain": "page.txt"}
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_CHUNK = 64 * 1024
_MEGABYTE = 1_000_000
_STANDARD = {"https": 443, "http": 80}
_HEADERS = {
    "User-Agent": "Quotidia/1 (+article reader)",
    "Accept": "text/html, application/xhtml+xml, text/plain",
    "Accept-Encoding": "identity",
    "Connection": "close",
}


class FetchRefused(Exception):  # noqa: N818 - the sibling of Unusable
    """The address gives no page; `say` tells a person why, in one sentence."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values

    def say(self, language: str) -> str:
        """The sentence in the reader's language."""
        return _REFUSALS[self.code].say(language, **self.values)


@dataclass(frozen=True, slots=True)
class Page:
    """What an address holds: its bytes, a name that tells the kind, and where it was in the end."""

    data: bytes
    name: str
    address: str


def resolved(host: str, port: int) -> list[str]:
    """The addresses of a host, in the order of the system."""
    return list(dict.fromkeys(str(each[4][0]) for each in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))


@dataclass(frozen=True, slots=True)
class Rules:
    """What may be fetched, and within what: redirects, seconds altogether, bytes."""

    resolve: Callable[[str, int], list[str]] = resolved
    open: Callable[[str], bool] = public
    ports: frozenset[int] = frozenset({80, 443})
    hops: int = 3
    seconds: float = 10
    size: int = 5 * _MEGABYTE
    tls: Callable[[], ssl.SSLContext] = ssl.create_default_context


USUAL = Rules()


def fetch(address: str, rules: Rules = USUAL) -> Page:
    """The page at an address. Raises FetchRefused for everything that is not a text on the open web."""
    end = time.monotonic() + rules.seconds
    for _hop in range(rules.hops + 1):
        found = _ask(_parts(address, rules), end, rules)
        if isinstance(found, Page):
            return found
        address = urljoin(address, found)
    raise FetchRefused("redirects")


def _parts(address: str, rules: Rules) -> SplitResult:
    try:
        parts = urlsplit(address)
        port = parts.port
        host = (parts.hostname or "").encode("idna").decode()
    except (ValueError, UnicodeError):
        raise FetchRefused("address") from None
    clean = not any(character.isspace() or character < " " for character in address)
    if parts.scheme not in _STANDARD or not host or not clean or parts.username is not None:
        raise FetchRefused("address")
    if (port or _STANDARD[parts.scheme]) not in rules.ports:
        raise FetchRefused("port")
    return parts


def _ask(parts: SplitResult, end: float, rules: Rules) -> Page | str:
    """The page, or where it sends on to."""
    try:
        import urllib3  # noqa: PLC0415 - of the extra `articles`
        from urllib3.exceptions import HTTPError  # noqa: PLC0415
    except ModuleNotFoundError:
        raise FetchRefused("missing-extra") from None
    host = (parts.hostname or "").encode("idna").decode()
    port = parts.port or _STANDARD[parts.scheme]
    pinned = _pinned(host, port, end, rules)
    timeout = max(0.1, end - time.monotonic())
    connection: Any = (
        urllib3.connection.HTTPSConnection(
            pinned, port, timeout=timeout, ssl_context=rules.tls(), server_hostname=host, assert_hostname=host
        )
        if parts.scheme == "https"
        else urllib3.connection.HTTPConnection(pinned, port, timeout=timeout)
    )
    try:
        with _stopped_at(connection, end):
            return _read(connection, parts, host, end, rules)
    except (HTTPError, OSError, ValueError):
        raise FetchRefused(*_why(end), limit=int(rules.seconds)) from None
    finally:
        connection.close()


def _why(end: float) -> tuple[str]:
    return ("too-slow" if time.monotonic() >= end - 0.05 else "failed",)


def _pinned(host: str, port: int, end: float, rules: Rules) -> str:
    """The address to connect to; none where a single one of the host's lies elsewhere than on the open web."""
    found = _resolved(host, port, end, rules)
    if not found:
        raise FetchRefused("unknown-host", host=host)
    if not all(rules.open(each) for each in found):
        raise FetchRefused("private", host=host)
    return found[0]


def _resolved(host: str, port: int, end: float, rules: Rules) -> list[str]:
    """The system's resolver knows no deadline, so it is asked beside the clock."""
    try:
        return [str(ipaddress.ip_address(host))]
    except ValueError:
        pass
    answers: list[list[str]] = []

    def ask() -> None:
        try:
            answers.append(rules.resolve(host, port))
        except (OSError, UnicodeError):
            answers.append([])

    asking = threading.Thread(target=ask, daemon=True)
    asking.start()
    asking.join(max(0.0, end - time.monotonic()))
    if not answers:
        raise FetchRefused("too-slow", limit=int(rules.seconds))
    return answers[0]


@contextmanager
def _stopped_at(connection: Any, end: float) -> Iterator[None]:
    """A server that sends a byte now and then meets the deadline all the same."""

    def stop() -> None:
        if connection.sock is not None:
            try:
                connection.sock.shutdown(socket.SHUT_RDWR)
            except OSError:
                connection.sock.close()

    clock = threading.Timer(max(0.0, end - time.monotonic()), stop)
    clock.daemon = True
    clock.start()
    try:
        yield
    finally:
        clock.cancel()


def _read(connection: Any, parts: SplitResult, host: str, end: float, rules: Rules) -> Page | str:
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    shown = host if parts.port in {None, _STANDARD[parts.scheme]} else f"{host}:{parts.port}"
    connection.request("GET", target, headers={**_HEADERS, "Host": shown}, preload_content=False, decode_content=False)
    answer = connection.getresponse()
    try:
        return _told(answer, parts, end, rules)
    finally:
        answer.close()


def _told(answer: Any, parts: SplitResult, end: float, rules: Rules) -> Page | str:
    """What an answer says, its body read no further than it must be."""
    if answer.status in _REDIRECTS and answer.headers.get("Location"):
        return str(answer.headers["Location"])
    if answer.status != HTTPStatus.OK:
        raise FetchRefused("status", status=answer.status)
    declared = answer.headers.get("Content-Type", "")
    kind = declared.partition(";")[0].strip().lower()
    if kind not in _TYPES or answer.headers.get("Content-Encoding", "identity") != "identity":
        raise FetchRefused("type", type=kind or "?")
    data = b"".join(_chunks(answer, end, rules))
    return Page(_as_utf8(data, declared), _TYPES[kind], parts._replace(fragment="").geturl())


def _chunks(answer: Any, end: float, rules: Rules) -> Iterator[bytes]:
    left = rules.size
    while chunk := answer.read1(_CHUNK):
        left -= len(chunk)
        if left < 0:
            raise FetchRefused("too-large", limit=rules.size // _MEGABYTE)
        if time.monotonic() > end:
            raise FetchRefused("too-slow", limit=int(rules.seconds))
        yield bytes(chunk)
    if answer.length_remaining or time.monotonic() > end:
        raise FetchRefused(*_why(end), limit=int(rules.seconds))


def _as_utf8(data: bytes, declared: str) -> bytes:
    """The bytes in UTF-8, where the server names another encoding that they are in."""
    named = _CHARSET.search(declared)
    if named is None:
        return data
    try:
        codec = codecs.lookup(named[1]).name
        return data if codec == "utf-8" else data.decode(codec).encode()
    except (LookupError, UnicodeError):
        return data

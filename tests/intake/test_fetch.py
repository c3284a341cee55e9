"""Fetching an article: a table of addresses, and a real server behind a name of its own."""

import gzip
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from quizapp.intake.addresses import public
from quizapp.intake.fetch import REFUSALS, USUAL, FetchRefused, Rules, fetch

OPEN = ("8.8.8.8", "93.184.216.34", "2606:4700:4700::1111")
SHUT = (
    "127.0.0.1", "127.8.9.1", "0.0.0" + ".0", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1",
    "169.254.1.1", "169.254.169.254", "100.64.0.1", "100.100.100.200", "168.63.129.16", "192.0.0.192", "192.0.2.1",
    "198.18.0.1", "198.51.100.7", "203.0.113.9", "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255",
    "::ffff:8.8.8.8", "64:ff9b:1::808:808",
    "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd00:ec2::254", "ff02::1", "2001:db8::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1", "::ffff:169.254.169.254", "::127.0.0.1", "2002:7f00:1::1", "2002:a00:1::1",
    "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::1", "2001:0:7f00:1::", "no address", "", "0x7f000001",
)  # fmt: skip
DISGUISED = ("2130706433", "0x7f.1", "0177.0.0.1", "127.1", "localhost", "127.0.0.1.", "LOCALHOST", "①②⑦.⓪.⓪.①")
CERTIFICATE = Path(__file__).parent / "data" / "giornale.pem"
"""Of giornale.example, signed by itself, with its key, which opens nothing but this test."""
PAGE = "<html><head><title>Prova</title></head><body><p>La città è più grande.</p></body></html>"


@pytest.mark.parametrize("address", OPEN)
def test_addresses_of_the_open_web_are_open(address):
    assert public(address)


@pytest.mark.parametrize("address", SHUT)
def test_every_other_address_is_shut_however_it_is_written(address):
    assert not public(address)


class Paper(BaseHTTPRequestHandler):
    """A newspaper with pages of every kind."""

    def do_GET(self):
        self.server.asked.append((self.headers["Host"], self.path))
        name, _slash, rest = self.path.strip("/").partition("/")
        getattr(self, f"_{name}")(rest)

    def _say(self, body, code=200, **headers):
        self.send_response(code)
        for key, value in {"Content_Type": "text/html; charset=utf-8", **headers}.items():
            self.send_header(key.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _page(self, _rest):
        self._say(PAGE.encode())

    def _western(self, _rest):
        self._say(PAGE.encode("latin-1"), Content_Type="text/html; charset=ISO-8859-1")

    def _hop(self, rest):
        self._say(b"", 302, Location="/page" if rest == "0" else f"/hop/{int(rest) - 1}")

    def _to(self, rest):
        self._say(b"", 301, Location=rest.replace("_", ":", 1).replace("~", "/"))

    def _picture(self, _rest):
        self._say(b"\x89PNG", Content_Type="image/png")

    def _packed(self, _rest):
        self._say(gzip.compress(b"a" * 50_000_000), Content_Encoding="gzip")

    def _missing(self, _rest):
        self._say(b"", 404)

    def _large(self, _rest):
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        try:
            for _chunk in range(200):
                self.wfile.write(b"a" * 100_000)
        except OSError:
            self.server.cut.set()

    def _bytes(self, rest):
        self._say(b"a" * int(rest), Content_Type="text/plain")

    def _slow(self, _rest):
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        try:
            while not self.server.over.wait(0.05):
                self.wfile.write(b"a")
        except OSError:
            self.server.cut.set()

    def log_message(self, *_arguments):
        """Nothing."""


@contextmanager
def serving() -> Iterator[ThreadingHTTPServer]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Paper)
    server.asked, server.cut, server.over = [], threading.Event(), threading.Event()
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.over.set()
    server.shutdown()
    server.server_close()
    thread.join(5)


@pytest.fixture
def paper():
    with serving() as server:
        yield server


def rules(server, **changes) -> Rules:
    """As usual, but that every name is this server's and its address counts as open."""
    names = {
        "giornale.example": ["127.0.0.1"],
        "interno.example": ["10.0.0.1"],
        "misto.example": ["127.0.0.1", "10.0.0.1"],
    }
    usual = replace(
        USUAL,
        resolve=lambda host, _port: names[host] if host in names else (_ for _ in ()).throw(socket.gaierror()),
        open=lambda address: address == "127.0.0.1",
        ports=frozenset({80, 443, server.server_port}),
    )
    return replace(usual, **changes)


def at(server, path, host="giornale.example"):
    return f"http://{host}:{server.server_port}/{path}"


def refused(address, given) -> str:
    with pytest.raises(FetchRefused) as caught:
        fetch(address, given)
    assert caught.value.say("it") != caught.value.say("en")
    return caught.value.code


def test_a_page_is_read_at_the_address_that_was_checked_under_its_own_name(paper):
    page = fetch(at(paper, "page"), rules(paper))
    assert page.data.decode() == PAGE
    assert page.address == at(paper, "page")
    assert paper.asked == [(f"giornale.example:{paper.server_port}", "/page")]


def test_a_name_is_resolved_once_so_that_a_second_answer_cannot_lead_elsewhere(paper):
    answers = iter([["127.0.0.1"], ["10.0.0.1"]])
    page = fetch(at(paper, "page"), rules(paper, resolve=lambda _host, _port: next(answers)))
    assert page.data.decode() == PAGE


def test_the_encoding_that_the_server_names_is_turned_into_utf_8(paper):
    assert "città" in fetch(at(paper, "western"), rules(paper)).data.decode()


def test_three_redirects_are_followed_and_four_are_not(paper):
    assert fetch(at(paper, "hop/2"), rules(paper)).address == at(paper, "page")
    assert refused(at(paper, "hop/3"), rules(paper)) == "redirects"


@pytest.mark.parametrize(
    ("target", "code"),
    [
        ("http_~~interno.example~", "private"),
        ("http_~~10.0.0.1~", "private"),
        ("http_~~[::ffff:10.0.0.1]~", "private"),
        ("file_~~~etc~passwd", "address"),
        ("http_~~giornale.example:22~", "port"),
        ("http_~~nessuno.example~", "unknown-host"),
    ],
)
def test_every_redirect_is_checked_like_the_first_address(paper, target, code):
    assert refused(at(paper, f"to/{target}"), rules(paper)) == code
    assert len(paper.asked) == 1


@pytest.mark.parametrize(
    ("path", "code"),
    [("picture", "type"), ("packed", "type"), ("missing", "status")],
)
def test_what_is_no_page_of_text_is_refused(paper, path, code):
    assert refused(at(paper, path), rules(paper)) == code


def test_one_private_address_among_those_of_a_name_is_enough_to_refuse_it(paper):
    assert refused(at(paper, "page", "misto.example"), rules(paper)) == "private"
    assert paper.asked == []


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("http://127.0.0.1/", "private"),
        ("http://localhost/", "private"),
        ("http://[::1]/", "private"),
        ("http://[::ffff:169.254.169.254]/latest/meta-data", "private"),
        ("http://8.8.8.8:25/", "port"),
        ("http://qualcuno:segreto@giornale.example/", "address"),
        ("http://giornale.example /", "address"),
        ("gopher://giornale.example/", "address"),
        ("http://", "address"),
        ("http://[::1", "address"),
        ("http://giornale.example:porta/", "address"),
        ("giornale.example", "address"),
    ],
)
def test_an_address_that_leads_nowhere_public_is_never_opened(address, code):
    assert refused(address, USUAL) == code


@pytest.mark.parametrize("host", ["2130706433", "0x7f.1", "0177.0.0.1", "127.1"])
def test_an_address_in_disguise_is_private_or_unknown(host):
    assert refused(f"http://{host}/", USUAL) in {"private", "unknown-host"}


@pytest.fixture
def connected(monkeypatch):
    """The addresses that were connected to."""
    found, connect = [], socket.socket.connect

    def noted(self, address):
        found.append(address)
        return connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", noted)
    return found


def as_host(written):
    return f"[{written}]" if ":" in written else written


NAMES = {"giornale.example": ["127.0.0.1"], **{each: ["127.0.0.1"] for each in DISGUISED}}
EVERY_DAY = replace(USUAL, resolve=lambda name, _port: NAMES.get(name, []))


@pytest.mark.parametrize("host", [*SHUT, *DISGUISED])
def test_nothing_but_the_open_web_is_connected_to(connected, host):
    for address in ("http://{}/", "https://{}/", "https://qualcuno@{}/", "http://{}:443/"):
        assert refused(address.format(as_host(host)), EVERY_DAY) in {"private", "unknown-host", "address"}
    assert connected == []


def test_nor_where_a_page_of_the_open_web_leads_there(paper, connected):
    for host in (each for each in (*SHUT, *DISGUISED) if each.isascii() and " " not in each):
        connected.clear()
        first = iter([True])  # the paper, which is on this machine, and after it the addresses of every day
        way = rules(
            paper, resolve=EVERY_DAY.resolve, open=lambda address, first=first: next(first, False) or public(address)
        )
        assert refused(at(paper, f"to/http_~~{as_host(host)}~"), way) in {"private", "unknown-host", "address"}, host
        assert connected == [paper.server_address]


def test_nobody_is_waited_for_longer_than_ten_seconds_or_heard_beyond_five_megabytes_or_three_redirects():
    assert (USUAL.seconds, USUAL.size, USUAL.hops, USUAL.ports) == (10, 5_000_000, 3, {80, 443})


def test_a_page_of_the_limit_is_read_and_one_byte_more_is_not(paper):
    assert len(fetch(at(paper, f"bytes/{USUAL.size}"), rules(paper)).data) == USUAL.size
    assert refused(at(paper, f"bytes/{USUAL.size + 1}"), rules(paper)) == "too-large"


@pytest.mark.parametrize(
    ("host", "believed", "met"),
    [("giornale.example", True, "page"), ("giornale.example", False, "failed"), ("altro.example", True, "failed")],
)
def test_over_tls_a_site_shows_a_certificate_of_its_name_that_is_believed(paper, host, believed, met):
    own = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    own.load_cert_chain(CERTIFICATE)
    paper.socket = own.wrap_socket(paper.socket, server_side=True)
    way = rules(
        paper,
        resolve=lambda _host, _port: ["127.0.0.1"],
        tls=(lambda: ssl.create_default_context(cafile=CERTIFICATE)) if believed else USUAL.tls,
    )
    address = at(paper, "page", host).replace("http:", "https:")
    if met == "page":
        assert fetch(address, way).data.decode() == PAGE
    else:
        assert refused(address, way) == met
        assert paper.asked == []


def test_a_page_that_does_not_end_is_cut_at_the_limit(paper):
    assert refused(at(paper, "large"), rules(paper)) == "too-large"
    assert paper.cut.wait(10)


def test_a_byte_now_and_then_meets_the_deadline_all_the_same(paper):
    start = time.monotonic()
    assert refused(at(paper, "slow"), rules(paper, seconds=1)) == "too-slow"
    assert time.monotonic() - start < 8
    assert paper.cut.wait(10)


def test_a_resolver_that_does_not_answer_meets_the_deadline(paper):
    gate = threading.Event()
    assert refused(at(paper, "page"), rules(paper, seconds=1, resolve=lambda *_: gate.wait(20) or [])) == "too-slow"
    gate.set()


def test_every_refusal_has_its_words():
    for code in REFUSALS:
        values = {"host": "h", "status": 404, "type": "t", "limit": 5}
        assert FetchRefused(code, **values).say("it") != FetchRefused(code, **values).say("en")

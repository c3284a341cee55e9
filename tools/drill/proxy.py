"""nginx and Caddy as docs/deploy sets them up, on loopback: https, cookies, links, uploads, files, forged headers."""

import argparse
import gzip
import http.client
import io
import re
import shutil
import socket
import ssl
import subprocess
import tempfile
import time
import urllib.parse
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import segno
from sqlalchemy import select

from quizapp import db
from quizapp.classes.models import SchoolClass
from tools.drill.school import PASSWORD, School, school
from tools.drill.server import Server, free_port

HOST = "quotidia.scuola.example"
DEPLOY = Path(__file__).resolve().parents[2] / "docs" / "deploy"
FORGED = {"X-Forwarded-For": "127.0.0.1", "X-Forwarded-Proto": "http", "X-Forwarded-Host": "evil.example"}
_TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')
_STATIC = re.compile(r'href="(/static/css/[^"]+)"')
_MIB = 1024 * 1024
_START_S = 20


def options(parser: argparse.ArgumentParser) -> None:
    """Which."""
    parser.add_argument("--only", choices=("nginx", "caddy"))


def run(wanted: argparse.Namespace) -> bool:
    """The server behind each proxy with the files of docs/deploy; both must be installed."""
    good = True
    for name, front in FRONTS.items():
        if wanted.only in {None, name}:
            if shutil.which(name) is None:
                print(f"   {name} is not installed")
                good = False
                continue
            with school(2, 5) as place, _served(place) as server, front(place.folder, server) as port:
                found = list(_wrong(place, server, port))
            print(f"   {name}: {'all as it should be' if not found else '; '.join(found)}")
            good = good and not found
    return good


@contextmanager
def _served(place: School) -> Iterator[Server]:
    settings = {"QUIZAPP_HTTPS": "1", "QUIZAPP_TRUSTED_PROXIES": "1", "QUIZAPP_TRUSTED_HOSTS": f"{HOST},127.0.0.1"}
    server = Server(place.folder, place.database, more=settings)
    server.start()
    try:
        yield server
    finally:
        server.kill()


@contextmanager
def _nginx(folder: Path, server: Server) -> Iterator[int]:
    """On ports of its own."""
    site = put((DEPLOY / "nginx.conf").read_text(encoding="utf-8"), "127.0.0.1:8000", f"127.0.0.1:{server.port}")
    with nginx_with(folder, site) as (port, plain):
        answer = _exchange(_plain(plain), "GET", "/x?y=1", b"", {"Host": HOST})
        if (answer[0], answer[1].get("location")) != (308, f"https://{HOST}/x?y=1"):
            raise RuntimeError(f"http is not sent to https: {answer[0]}")
        yield port


@contextmanager
def nginx_with(folder: Path, site: str, frame: str = "access_log off;") -> Iterator[tuple[int, int]]:
    """nginx with a site of docs/deploy, a certificate made for it, and ports of its own for https and http. `frame` is
    what else stands around the site."""
    port, plain, key, certificate = free_port(), free_port(), folder / "key.pem", folder / "cert.pem"
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", f"/CN={HOST}"]
    subprocess.run([*made, "-keyout", str(key), "-out", str(certificate)], check=True, capture_output=True)
    for told, here in (
        ("listen 443 ", f"listen 127.0.0.1:{port} "),
        ("listen 80;", f"listen 127.0.0.1:{plain};"),
        ("/etc/ssl/quotidia/fullchain.pem", str(certificate)),
        ("/etc/ssl/quotidia/privkey.pem", str(key)),
    ):
        site = put(site, told, here)
    spool = folder / "spool"
    spool.mkdir()
    spools = " ".join(f"{kind}_temp_path {spool};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    own = f"daemon off; user root; pid {folder}/nginx.pid; error_log {folder}/nginx.log; events {{}}"
    inside = f"include /etc/nginx/mime.types; {frame} {spools}"
    (folder / "nginx.conf").write_text(f"{own}\nhttp {{\n{inside}\n{site}\n}}\n", encoding="utf-8")
    with _running(["nginx", "-c", str(folder / "nginx.conf"), "-p", str(folder)], port):
        yield port, plain


@contextmanager
def _caddy(folder: Path, server: Server) -> Iterator[int]:
    """With a certificate of its own authority, on a port of its own."""
    port = free_port()
    site = (DEPLOY / "Caddyfile").read_text(encoding="utf-8").replace("127.0.0.1:8000", f"127.0.0.1:{server.port}")
    site = put(site, f"{HOST} {{\n", f"https://{HOST}:{port} {{\n\tbind 127.0.0.1\n\ttls internal\n")
    own = "\n".join(["admin off", "auto_https disable_redirects", "skip_install_trust"])
    own = f"{{\n{own}\nstorage file_system {folder}/caddy\n}}\n"
    (folder / "Caddyfile").write_text(own + site, encoding="utf-8")
    with _running(["caddy", "run", "--adapter", "caddyfile", "--config", str(folder / "Caddyfile")], port):
        yield port


def put(text: str, told: str, here: str) -> str:
    """A file of docs/deploy with this in place of that. Raises RuntimeError where it says nothing of it."""
    if told not in text:
        raise RuntimeError(f"docs/deploy says nothing of {told}")
    return text.replace(told, here)


FRONTS = {"nginx": _nginx, "caddy": _caddy}


@contextmanager
def _running(command: list[str], port: int) -> Iterator[None]:
    with (
        tempfile.TemporaryFile() as log,
        subprocess.Popen(command, stdout=log, stderr=log) as proxy,
    ):
        try:
            until = time.monotonic() + _START_S
            while time.monotonic() < until and proxy.poll() is None:
                with suppress(OSError):
                    _exchange(_secure(port), "GET", "/health", b"", {"Host": HOST})
                    break
                time.sleep(0.1)
            else:
                log.seek(0)
                raise RuntimeError(log.read().decode())
            yield
        finally:
            proxy.terminate()


def _plain(port: int) -> socket.socket:
    return socket.create_connection(("127.0.0.1", port), timeout=30)


def _secure(port: int) -> socket.socket:
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context.wrap_socket(_plain(port), server_hostname=HOST)


def _exchange(
    line: socket.socket, method: str, place: str, body: bytes, headers: dict[str, str]
) -> tuple[int, dict[str, str], bytes]:
    connection = http.client.HTTPConnection(HOST)
    connection.sock = line
    try:
        with suppress(OSError):  # who refuses a large body need not read it
            connection.request(method, place, body, headers)
        answer = connection.getresponse()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
    finally:
        connection.close()


@dataclass
class Client:
    """A browser that forges what it can."""

    port: int
    cookie: str = ""
    set_cookie: str = ""

    def ask(
        self, method: str, place: str, body: bytes = b"", more: dict[str, str] | None = None
    ) -> tuple[int, dict[str, str], bytes]:
        """One exchange."""
        headers = {"Host": HOST, **FORGED, **({"Cookie": self.cookie} if self.cookie else {}), **(more or {})}
        answer = _exchange(_secure(self.port), method, place, body, headers)
        if "set-cookie" in answer[1]:
            self.set_cookie = answer[1]["set-cookie"]
            self.cookie = self.set_cookie.split(";", 1)[0]
        return answer

    def page(self, place: str) -> str:
        """A page."""
        return self.ask("GET", place)[2].decode()

    def send(self, place: str, form: str, **fields: str) -> tuple[int, dict[str, str], bytes]:
        """A form, with the token of a page."""
        body = urllib.parse.urlencode({"csrf_token": _token(form), **fields}).encode()
        return self.ask("POST", place, body, {"Content-Type": "application/x-www-form-urlencoded"})

    def upload(self, form: str, size: int) -> int:
        """The status of a file of questions that is so large."""
        edge = "-----------edge"
        part = f'--{edge}\r\nContent-Disposition: form-data; name="csrf_token"\r\n\r\n{_token(form)}\r\n--{edge}\r\n'
        part += 'Content-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n'
        body = part.encode() + b"x" * size + f"\r\n--{edge}--\r\n".encode()
        return self.ask("POST", "/imports", body, {"Content-Type": f"multipart/form-data; boundary={edge}"})[0]


def _token(page: str) -> str:
    found = _TOKEN.search(page)
    return found[1] if found else ""


def _wrong(place: School, server: Server, port: int) -> Iterator[str]:
    """What is not as it should be."""
    yield from _of_pages(Client(port))
    student = Client(port)
    entered = student.send("/sign-in", student.page("/sign-in"), sign_in_name=place.students[0], password=PASSWORD)
    if entered[0] != 303 or not all(word in student.set_cookie for word in ("__Host-quotidia=", "Secure", "HttpOnly")):
        yield f"sign-in: {entered[0]}, {student.set_cookie.partition('=')[2][-60:]}"
    started = student.send(f"/assignments/{place.immediate}/start", student.page("/"))[1].get("location", "")
    if student.ask("GET", started)[0] != 200:
        yield f"a question: {started}"
    yield from _of_teachers(place, Client(port))
    refused = _exchange(_plain(server.port), "GET", "/", b"", {"Host": "evil.example"})[0]
    if refused != 400:
        yield f"another name: {refused}"


def _of_pages(client: Client) -> Iterator[str]:
    status, headers, body = client.ask("GET", "/", more={"Accept-Encoding": "gzip"})
    if status != 200 or "max-age" not in headers.get("strict-transport-security", ""):
        yield f"first page: {status}, HSTS {headers.get('strict-transport-security')}"
    if "content-encoding" in headers or headers["content-security-policy"].count("default-src 'none'") != 1:
        yield "a page is compressed, or without its policy"
    style = _STATIC.search(body.decode())
    status, headers, body = client.ask("GET", style[1] if style else "/", more={"Accept-Encoding": "gzip"})
    if (
        status != 200
        or "immutable" not in headers.get("cache-control", "")
        or headers.get("content-encoding") != "gzip"
    ):
        yield f"a static file: {status}, {headers.get('cache-control')}, {headers.get('content-encoding')}"
    elif b"font-face" not in gzip.decompress(body):
        yield "the style sheet is another one"


def _of_teachers(place: School, client: Client) -> Iterator[str]:
    client.send("/sign-in", client.page("/sign-in"), sign_in_name="docente", password=PASSWORD)
    with db.make_session(place.app.extensions["engine"]) as session:
        found = session.scalars(select(SchoolClass)).one()
    form = client.page(f"/classes/{found.public_id}")
    client.send(f"/classes/{found.public_id}/code", form)
    with db.make_session(place.app.extensions["engine"]) as session:
        code = session.scalars(select(SchoolClass.join_code)).one()
    drawn = io.BytesIO()
    address = f"https://{HOST}/join/{code}"
    segno.make(address, micro=False).save(drawn, kind="svg", scale=6, border=2, xmldecl=False, light="#fff")
    if client.ask("GET", f"/classes/{found.public_id}/code.svg")[2] != drawn.getvalue():
        yield "the link of the class is not https with the name of the school"
    for size, wanted in ((3 * _MIB, (303, 422)), (20 * _MIB, (303, 422)), (22 * _MIB, (413,)), (30 * _MIB, (413,))):
        status = client.upload(client.page("/imports"), size)
        if status not in wanted:
            yield f"a file of {size // _MIB} MB: {status}"
    board = client.ask("GET", f"/assignments/{place.immediate}/live/board")[0]
    if board not in {200, 204}:
        yield f"the page of a class at work: {board}"

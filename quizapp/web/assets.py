"""Static files: addresses that change with their content, and texts compressed once in a process."""

import gzip
import hashlib
from collections.abc import Callable
from contextlib import closing
from http import HTTPStatus
from pathlib import Path
from posixpath import normpath
from typing import cast

from flask import Flask, abort, request
from werkzeug.wrappers import Response
from werkzeug.wsgi import FileWrapper

_TEXTS = frozenset({".css", ".js", ".svg", ".txt", ".json", ".webmanifest"})


def init_app(app: Flask) -> None:
    """Offer `static_url` to templates; each file is read once per process."""
    folder = Path(app.static_folder or "")
    known: dict[str, str] = {}

    def from_root(name: str) -> str:
        if name not in known or app.debug:
            mark = hashlib.sha256((folder / name).read_bytes()).hexdigest()[:8]
            known[name] = f"{app.static_url_path}/{name}?v={mark}"
        return known[name]

    def static_url(name: str) -> str:
        return request.script_root + from_root(name)

    app.extensions["static_url"] = from_root  # of an application at the root of its host: as templates settle it
    app.jinja_env.globals["static_url"] = static_url
    app.view_functions["static"] = _compressed(cast("Callable[..., Response]", app.view_functions["static"]))


def _compressed(whole: Callable[..., Response]) -> Callable[..., Response]:
    """The view of static files, each at one address, that sends texts compressed to whom they can be sent so."""
    kept: dict[tuple[str, str | None], bytes] = {}

    def static(filename: str) -> Response:
        if filename != normpath(filename):  # «app.css/»: Werkzeug would find the file all the same
            abort(HTTPStatus.NOT_FOUND)
        answer = whole(filename=filename)
        if Path(filename).suffix not in _TEXTS:
            return answer
        answer.vary.add("Accept-Encoding")
        tag, _weak = answer.get_etag()
        if answer.status_code != HTTPStatus.OK or not request.accept_encodings.quality("gzip"):
            return answer
        answer.direct_passthrough = False
        with closing(cast("FileWrapper", answer.response)) as file:
            if (filename, tag) not in kept:
                kept[filename, tag] = gzip.compress(b"".join(file), 9, mtime=0)
        answer.set_data(kept[filename, tag])
        answer.content_encoding = "gzip"
        if tag:
            answer.set_etag(tag, weak=True)  # the same text, other bytes
        return answer

    return static

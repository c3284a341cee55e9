"""Addresses of static files that change with their content."""

import hashlib
from pathlib import Path

from flask import Flask, request


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

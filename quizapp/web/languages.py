"""The language of the interface: what the person chose, else what the browser asks for, else Italian."""

from flask import Flask, has_request_context, request, session
from flask_babel import Babel

LANGUAGES = ("it", "en")


def init_app(app: Flask) -> None:
    """Switch on translations."""
    Babel(app, locale_selector=ui_language, default_timezone=app.config["TIMEZONE"])
    app.context_processor(
        lambda: {
            "ui_lang": ui_language(),
            "theme": session.get("theme", "auto"),
            "shortcuts": session.get("shortcuts", "off"),
        }
    )


def ui_language() -> str:
    """`it` or `en`."""
    if not has_request_context():
        return "it"
    chosen = session.get("lang")
    if chosen in LANGUAGES:
        return str(chosen)
    return request.accept_languages.best_match(LANGUAGES) or "it"

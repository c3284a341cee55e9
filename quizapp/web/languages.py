"""The language of the interface: what the person chose, else what the browser asks for, else Italian."""

from functools import lru_cache

from babel.support import NullTranslations, Translations
from flask import Flask, has_request_context, request, session
from flask_babel import Babel, get_babel
from markupsafe import Markup
from werkzeug.datastructures import LanguageAccept
from werkzeug.http import parse_accept_header

LANGUAGES = ("it", "en")


def init_app(app: Flask) -> None:
    """Switch on translations."""
    Babel(app, locale_selector=ui_language, default_timezone=app.config["TIMEZONE"])
    app.jinja_env.install_gettext_callables(  # type: ignore[attr-defined]
        lambda text: catalogue(app, ui_language()).ugettext(text),
        lambda one, many, count: catalogue(app, ui_language()).ungettext(one, many, count),
        newstyle=True,
    )
    app.jinja_env.globals["ngettext"] = lambda one, many, num, **values: (
        Markup(catalogue(app, ui_language()).ungettext(one, many, num)) % {"num": num, **values}  # noqa: S704 - ours
    )
    app.jinja_env.globals["ui_language"] = ui_language  # for what is imported without the page's values
    app.context_processor(
        lambda: {
            "ui_lang": ui_language(),
            "theme": session.get("theme", "auto"),
            "shortcuts": session.get("shortcuts", "off"),
        }
    )


def catalogue(app: Flask, language: str) -> NullTranslations:
    """The texts of a language, which Babel would look for anew at each text of a page."""
    kept: dict[str, NullTranslations] = app.extensions.setdefault("catalogues", {})
    if language not in kept:
        kept[language] = Translations.load(next(iter(get_babel(app).translation_directories)), [language])
    return kept[language]


def ui_language() -> str:
    """`it` or `en`."""
    if not has_request_context():
        return "it"
    chosen = session.get("lang")
    if chosen in LANGUAGES:
        return str(chosen)
    return _asked_for(request.headers.get("Accept-Language", ""))


@lru_cache(maxsize=256)
def _asked_for(header: str) -> str:
    return parse_accept_header(header, LanguageAccept).best_match(LANGUAGES) or "it"

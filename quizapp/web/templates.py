"""The templates, compiled once for each language: a text without values in it is part of the compiled page.

Whoever looks a text up at each request pays for the catalogue of a language forty times a page; and of an imported
template the module is the same for all pages, since none reads what a page was given (an architecture test says so).
"""

from collections.abc import MutableMapping
from contextvars import ContextVar
from typing import Any, cast

from babel.support import NullTranslations
from flask import Flask
from flask.templating import Environment
from jinja2 import Template, nodes
from jinja2.visitor import NodeTransformer

from quizapp.web.languages import catalogue, ui_language

_TEXT = "_"
_LANGUAGE: ContextVar[str | None] = ContextVar("language", default=None)


def init_app(app: Flask) -> None:
    """Let pages be made by `Templates`."""
    app.jinja_environment = Templates


def templates(app: Flask) -> "Templates":
    """Those of an application."""
    return cast("Templates", app.jinja_env)


class Page(Template):
    """A template whose module is made once."""

    def _get_default_module(self, ctx: Any = None) -> Any:  # noqa: ARG002 - the page asks with its own values
        if self._module is None:
            self._module = self.make_module()
        return self._module


class Templates(Environment):
    """An environment that keeps the compiled templates of each language apart."""

    template_class = Page

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._held: dict[tuple[str, str], Template] = {}

    def load_all(self, language: str) -> None:
        """Compile every template in a language."""
        for name in self.list_templates():
            self.in_language(language, name)

    def _load_template(self, name: str, globals: MutableMapping[str, Any] | None) -> Template:  # noqa: A002 - Jinja's
        return self.in_language(ui_language(), name, globals)

    def in_language(self, language: str, name: str, values: MutableMapping[str, Any] | None = None) -> Template:
        """A template whose texts are those of a language."""
        held = self._held.get((language, name))
        if held is None or (self.auto_reload and not held.is_up_to_date):
            before = _LANGUAGE.set(language)
            held = self._held[language, name] = self.loader.load(self, name, self.make_globals(values))  # type: ignore[union-attr]
            _LANGUAGE.reset(before)
        return held

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree: nodes.Template = super()._parse(source, name, filename)
        language = _LANGUAGE.get()
        return _Settled(catalogue(cast("Flask", self.app), language)).visit(tree) if language else tree


class _Settled(NodeTransformer):
    """Puts the text of one language in the place of each call for it."""

    def __init__(self, texts: NullTranslations) -> None:
        self._texts = texts

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802 - Jinja's
        found = self.generic_visit(node)
        text = _text_of(node)
        if text is None:
            return found
        return nodes.MarkSafeIfAutoescape(nodes.Const(self._texts.ugettext(text) % {}))


def _text_of(node: nodes.Call) -> str | None:
    """The text that a call asks for and nothing else."""
    plain = isinstance(node.node, nodes.Name) and node.node.name == _TEXT and len(node.args) == 1
    if not plain or node.kwargs or node.dyn_args or node.dyn_kwargs or not isinstance(node.args[0], nodes.Const):
        return None
    return str(node.args[0].value)

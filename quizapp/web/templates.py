"""The templates, compiled once for each language: what is the same on all its pages is part of the compiled page.

Whoever looks a text up at each request pays for the catalogue of a language forty times a page; and of an imported
template the module is the same for all pages, since none reads what a page was given (an architecture test says so).
"""

import re
from collections.abc import Callable, Iterator, Mapping, MutableMapping
from contextvars import ContextVar
from types import CodeType, FunctionType, MethodType
from typing import Any, NamedTuple, cast

import markupsafe
from flask import Flask, has_request_context, request
from flask.templating import Environment
from jinja2 import Template, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context, Macro
from jinja2.utils import missing
from markupsafe import Markup, escape

from quizapp.web.addresses import Addresses
from quizapp.web.languages import LANGUAGES, catalogue, ui_language
from quizapp.web.settled import Settle, Settled

_ICON = "components/icon.html"
_escape_text: Callable[[str], str] = getattr(markupsafe, "_escape_inner", escape)  # the half of `escape` that escapes
_marked: Callable[[type[Markup], str], Markup] = str.__new__  # as `Markup`, which asks what it is given first
_CALLED = (FunctionType, MethodType)
_HANDED_ON = re.compile(r"yield from ((?:parent_template|context\.blocks)\b.+)")


class Kind(NamedTuple):
    """Pages of one language, of an application that lies `at_root` of its host, so that its addresses are known, or
    somewhere below it."""

    language: str
    at_root: bool

    @property
    def folder(self) -> str:
        """What the names of its compiled templates begin with."""
        return f"{self.language}{'/' if self.at_root else '/below/'}"


_KINDS = {kind: kind.folder for kind in (Kind(each, at) for each in LANGUAGES for at in (True, False))}
_KIND: ContextVar[Kind | None] = ContextVar("kind", default=None)


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


class Code(CodeGenerator):
    """Jinja's own, but that what is written is escaped by `plain`."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write(f"environment.plain({finalize.src or ''}")

    def writeline(self, x: str, node: nodes.Node | None = None, extra: int = 0) -> None:
        """A line of code: a parent and a block hand their text on in one piece, not each of its pieces through all the
        templates that extend one another."""
        found = _HANDED_ON.fullmatch(x)
        super().writeline(f"yield ''.join({found[1]})" if found else x, node, extra)


class Values(Context):
    """What a page was given; macros and functions, which are all that a page calls, are called without ceremony."""

    def call(self, __obj: Any, *args: Any, **named: Any) -> Any:
        """What a function or a macro gives."""
        kind = type(__obj)
        if kind is not Macro and (kind not in _CALLED or hasattr(__obj, "jinja_pass_arg")):
            return super().call(__obj, *args, **named)
        named.pop("_block_vars", None)
        named.pop("_loop_vars", None)
        if kind is not Macro:
            return __obj(*args, **named)
        if __obj.caller or __obj.catch_kwargs or __obj.catch_varargs or not self.eval_ctx.autoescape:
            return __obj(self.eval_ctx, *args, **named)
        for name in __obj.arguments[len(args) :]:
            args += (named.pop(name, missing),)
        if named or len(args) > len(__obj.arguments):
            return __obj(self.eval_ctx, *args, **named)  # which says what is wrong
        return _marked(Markup, __obj._func(*args))  # noqa: SLF001 - as a macro does with what is in order


class Templates(Environment):
    """An environment that keeps the compiled templates of each kind apart.

    A compiled template names those it needs as of its own kind, so that only the outermost has to find out which.
    """

    template_class = Page
    context_class = Values
    code_generator_class = Code

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._held: dict[str, Template] = {}

    @staticmethod
    def plain(value: Any) -> str:
        """A value, escaped, as a piece of a page; Jinja would wrap each piece in `Markup` before it joins them."""
        kind = type(value)
        if kind is str:
            return _escape_text(value)
        if kind is int:
            return str(value)
        found: str = value if kind is Markup else escape(value)
        return found

    def load_all(self, language: str) -> None:
        """Compile every template in a language."""
        for name in self.list_templates():
            self._of_kind(Kind(language, at_root=True), name)

    def compiled(self, language: str) -> Iterator[tuple[str, CodeType]]:
        """The code of every template in a language, by its full name."""
        kind = Kind(language, at_root=True)
        for name in self.list_templates():
            yield kind.folder + name, self._code(kind, name)[0]

    def hold(self, compiled: Mapping[str, CodeType]) -> None:
        """Have what another process of this very application compiled, but for what is here already."""
        for full, code in compiled.items():
            if full not in self._held:
                self._held[full] = self.template_class.from_code(self, code, dict(self.make_globals(None)))

    def in_language(self, language: str, name: str) -> Template:
        """A template whose texts are those of a language, without anything that a request knows."""
        return self._of_kind(Kind(language, at_root=False), name)

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - Jinja's
    ) -> Template:
        """A template; a compiled one asks for those it needs by their full names, at each page."""
        held = None if self.auto_reload else self._held.get(cast("str", name))
        return super().get_template(name, parent, globals) if held is None else held

    def _load_template(self, name: str, globals: MutableMapping[str, Any] | None) -> Template:  # noqa: A002 - Jinja's
        held = self._held.get(name)
        if held is not None and not self.auto_reload:
            return held
        for kind, folder in reversed(_KINDS.items()):  # the longer names first
            if name.startswith(folder):
                return self._of_kind(kind, name.removeprefix(folder), globals)
        at_root = not (has_request_context() and request.script_root)
        return self._of_kind(Kind(ui_language(), at_root), name, globals)

    def _of_kind(self, kind: Kind, name: str, values: MutableMapping[str, Any] | None = None) -> Template:
        full = _KINDS[kind] + name
        held = self._held.get(full)
        if held is None or (self.auto_reload and not held.is_up_to_date):
            code, up_to_date = self._code(kind, name)
            held = self.template_class.from_code(self, code, dict(self.make_globals(values)), up_to_date)
            self._held[full] = held
        return held

    def _code(self, kind: Kind, name: str) -> tuple[CodeType, Callable[[], bool] | None]:
        source, filename, up_to_date = self.loader.get_source(self, name)  # type: ignore[union-attr]
        before = _KIND.set(kind)
        try:
            return self.compile(source, _KINDS[kind] + name, filename), up_to_date
        finally:
            _KIND.reset(before)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree: nodes.Template = super()._parse(source, name, filename)
        kind = _KIND.get()
        if kind is None:
            return tree
        known: dict[str, Settle] = {"ui_language": lambda: kind.language}
        texts = catalogue(cast("Flask", self.app), kind.language)
        addresses = Addresses(cast("Flask", self.app).url_map)
        if kind.at_root:
            known |= self._known(kind, addresses, name or "")
        pieces = addresses.pieces if kind.at_root else lambda _endpoint, _names: None
        return cast("nodes.Template", Settled(texts, known, pieces, kind.folder).visit(tree))

    def _known(self, kind: Kind, addresses: "Addresses", name: str) -> Mapping[str, Settle]:
        def icon(*args: str, **values: str) -> str:
            return cast("str", cast("Any", self._of_kind(kind, _ICON).module).icon(*args, **values))

        known: dict[str, Settle] = {"url_for": addresses.of, "static_url": self.app.extensions["static_url"]}
        return known if name.endswith(_ICON) else known | {"icon": icon}

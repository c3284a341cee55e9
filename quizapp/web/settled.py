"""What is the same on every page of a language is settled when a template is compiled, not at each request."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from babel.support import NullTranslations
from jinja2 import nodes
from jinja2.visitor import NodeTransformer

from quizapp.web.addresses import ANCHOR

_TEXT, _COUNTED, _ADDRESS = "_", "ngettext", "url_for"
_NUMBERS = (0, 1, 2, 3, 5, 10, 11, 21, 100, 101, 1_000_000)
_VALUE = re.compile(r"%\((\w+)\)s")
Settle = Callable[..., str | None]
"""The value of a call with these arguments; None where it is known only when the page is made."""
PiecesOf = Callable[[str, tuple[str, ...]], Sequence[tuple[str, str]] | None]
"""The address of an endpoint in pieces, each a text or the name of a value; None where some value is not in it."""


class Settled(NodeTransformer):
    """Puts the text of one language in the place of each call for it, and likewise what the `known` functions give.

    Of a text with values in it, and of an address with values in its path, only these are put in at each request,
    among the pieces of the page around them. A function is known by the name that every template calls it by, and
    settled where its arguments are constants. The templates that one needs are looked for in the same `folder`.
    """

    def __init__(self, texts: NullTranslations, known: Mapping[str, Settle], pieces_of: PiecesOf, folder: str) -> None:
        self._texts, self._known, self._pieces_of, self._folder = texts, known, pieces_of, nodes.Const(folder)

    def visit_Output(self, node: nodes.Output) -> nodes.Node:  # noqa: N802 - Jinja's
        """What is written one after the other, in as few pieces as can be."""
        node.nodes = [piece for each in node.nodes for piece in _pieces(self.visit(each))]
        return node

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802 - Jinja's
        """The call itself, or what stands in its place."""
        found = self.generic_visit(node)
        if not isinstance(node.node, nodes.Name) or node.dyn_args or node.dyn_kwargs:
            return found
        if node.node.name == _TEXT:
            return self._text(node) or found
        if node.node.name == _COUNTED:
            return self._counted(node) or found
        if node.node.name == _ADDRESS and (found_at := self._address(node)):
            return found_at
        settle = self._known.get(node.node.name)
        value = settle and _called(settle, node)
        return nodes.Const(value) if value is not None else found

    def visit_Extends(self, node: nodes.Extends) -> nodes.Node:  # noqa: N802 - Jinja's
        """With the name of the other template as of this folder."""
        node.template = nodes.Concat([self._folder, node.template], lineno=node.lineno)
        return self.generic_visit(node)

    visit_Include = visit_Extends  # noqa: N815
    visit_Import = visit_Extends  # noqa: N815
    visit_FromImport = visit_Extends  # noqa: N815

    def _address(self, node: nodes.Call) -> nodes.Node | None:
        match node.args:
            case [nodes.Const(value=str(endpoint))] if node.kwargs:
                pieces = self._pieces_of(endpoint, tuple(each.key for each in node.kwargs))
            case _:
                return None
        if pieces is None:
            return None
        values = {each.key: each.value for each in node.kwargs}
        found: list[nodes.Expr] = []
        asked = False
        for text, name in pieces:
            in_query = asked and name != ANCHOR
            if name and in_query and not isinstance(values[name], nodes.Concat):
                return None  # of a query a value that is none is left out
            found.append(_put(values[name], "in_query" if in_query else "in_path") if name else nodes.Const(text))
            asked = asked or "?" in text
        return nodes.Concat(found, lineno=node.lineno)

    def _text(self, node: nodes.Call) -> nodes.Node | None:
        match node.args:
            case [nodes.Const(value=str(text))]:
                text = self._texts.ugettext(text)
            case _:
                return None
        if not node.kwargs:
            return nodes.MarkSafeIfAutoescape(nodes.Const(text % {}))
        return _filled(text, node.kwargs)

    def _counted(self, node: nodes.Call) -> nodes.Node | None:
        """One of two texts, by a number; None in a language that has more forms, or others than of one and of many."""
        match node.args:
            case [nodes.Const(value=str(one)), nodes.Const(value=str(many)), number]:
                told = {each: self._texts.ungettext(one, many, each) for each in _NUMBERS}
            case _:
                return None
        if any(text != told[1 if each == 1 else 2] for each, text in told.items()):
            return None
        values = [nodes.Keyword("num", number), *node.kwargs]
        is_one = nodes.Compare(number, [nodes.Operand("eq", nodes.Const(1))])
        return nodes.CondExpr(is_one, _filled(told[1], values), _filled(told[2], values), lineno=node.lineno)


def _filled(text: str, values: Sequence[nodes.Keyword]) -> nodes.Mod:
    named = nodes.Dict([nodes.Pair(nodes.Const(each.key), each.value) for each in values])
    return nodes.Mod(nodes.MarkSafeIfAutoescape(nodes.Const(text)), named)


def _put(value: nodes.Expr, filter_name: str) -> nodes.Filter:
    return nodes.Filter(value, filter_name, [], [], None, None)


def _pieces(node: nodes.Expr) -> Iterator[nodes.Expr]:
    """What gives the same page when it is written piece by piece, each escaped for itself."""
    match node:
        case nodes.Concat():
            yield from node.nodes
        case nodes.Mod(
            left=nodes.MarkSafeIfAutoescape(expr=nodes.Const(value=str(text))), right=nodes.Dict(items=items)
        ) if "%" not in _VALUE.sub("", text):
            values = {each.key.as_const(): each.value for each in items}
            for place, piece in enumerate(_VALUE.split(text)):
                yield values[piece] if place % 2 else nodes.TemplateData(piece)
        case _:
            yield node


def _called(settle: Settle, node: nodes.Call) -> Any:
    values = [*node.args, *(each.value for each in node.kwargs)]
    if not all(isinstance(each, nodes.Const) for each in values):
        return None
    given = [each.value for each in node.args if isinstance(each, nodes.Const)]
    named = {each.key: each.value.value for each in node.kwargs if isinstance(each.value, nodes.Const)}
    return settle(*given, **named)

"""What is the same on every page of a language is settled when a template is compiled, not at each request."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from babel.support import NullTranslations
from jinja2 import nodes
from jinja2.visitor import NodeTransformer

_TEXT, _ADDRESS = "_", "url_for"
Settle = Callable[..., str | None]
"""The value of a call with these arguments; None where it is known only when the page is made."""
PiecesOf = Callable[[str, tuple[str, ...]], Sequence[tuple[str, str]] | None]
"""The path of an endpoint in pieces, each a text or the name of a value; None where some value is not in the path."""


class Settled(NodeTransformer):
    """Puts the text of one language in the place of each call for it, and likewise what the `known` functions give.

    Of a text with values in it only these are put in at each request. A function is known by the name that every
    template calls it by, and settled where its arguments are constants; of an address with values in its path these
    are put in at each request. The templates that one needs are looked for
    in the same `folder`.
    """

    def __init__(self, texts: NullTranslations, known: Mapping[str, Settle], pieces_of: PiecesOf, folder: str) -> None:
        self._texts, self._known, self._pieces_of, self._folder = texts, known, pieces_of, nodes.Const(folder)

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802 - Jinja's
        """The call itself, or what stands in its place."""
        found = self.generic_visit(node)
        if not isinstance(node.node, nodes.Name) or node.dyn_args or node.dyn_kwargs:
            return found
        if node.node.name == _TEXT:
            return self._text(node) or found
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
        return nodes.Concat(
            [
                nodes.Filter(values[name], "in_path", [], [], None, None) if name else nodes.Const(text)
                for text, name in pieces
            ],
            lineno=node.lineno,
        )

    def _text(self, node: nodes.Call) -> nodes.Node | None:
        match node.args:
            case [nodes.Const(value=str(text))]:
                text = self._texts.ugettext(text)
            case _:
                return None
        if not node.kwargs:
            return nodes.MarkSafeIfAutoescape(nodes.Const(text % {}))
        values = nodes.Dict([nodes.Pair(nodes.Const(each.key), each.value) for each in node.kwargs])
        return nodes.Mod(nodes.MarkSafeIfAutoescape(nodes.Const(text)), values)


def _called(settle: Settle, node: nodes.Call) -> Any:
    values = [*node.args, *(each.value for each in node.kwargs)]
    if not all(isinstance(each, nodes.Const) for each in values):
        return None
    given = [each.value for each in node.args if isinstance(each, nodes.Const)]
    named = {each.key: each.value.value for each in node.kwargs if isinstance(each.value, nodes.Const)}
    return settle(*given, **named)

"""YAML as plain data with the place of every value; only what a bank file needs, the rest refused."""

from dataclasses import dataclass
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from quizapp.core.problems import Path, Problem
from quizapp.core.reading import Scalar
from quizapp.core.wording import Wording

MAX_BYTES = 5 * 1024 * 1024
MAX_DEPTH = 20
_TEXT, _NULL, _BOOL, _INT, _FLOAT = (f"tag:yaml.org,2002:{name}" for name in ("str", "null", "bool", "int", "float"))
_KNOWN = {_TEXT, _NULL, _BOOL, _INT, _FLOAT, "tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:value"}
_SAYS = {
    "file-too-large": Wording("il file supera i 5 MiB", "the file is larger than 5 MiB"),
    "file-not-utf8": Wording("il file non è in UTF-8", "the file is not UTF-8"),
    "yaml-syntax": Wording("YAML non valido: {reason}", "not valid YAML: {reason}"),
    "yaml-alias": Wording("ancore e alias YAML non sono ammessi", "YAML anchors and aliases are not allowed"),
    "yaml-tag": Wording("il tag YAML «{tag}» non è ammesso", "the YAML tag “{tag}” is not allowed"),
    "yaml-key": Wording("una chiave deve essere un testo", "a key must be a text"),
    "yaml-doubled": Wording("la chiave «{key}» compare due volte", "the key “{key}” stands twice"),
    "yaml-deep": Wording("troppi livelli annidati", "nested too deeply"),
}


@dataclass(frozen=True, slots=True)
class Located:
    """A problem with its line and column, from 1."""

    line: int
    column: int
    problem: Problem


class Tree:
    """The data of one YAML document and where each part of it stands."""

    def __init__(self) -> None:
        self.data: Any = None
        self.places: dict[Path, tuple[int, int]] = {(): (1, 1)}
        self.problems: list[Located] = []

    def locate(self, problem: Problem) -> Located:
        """The problem at its place, or at the nearest place around it."""
        path = problem.path
        while path not in self.places:
            path = path[:-1]
        return Located(*self.places[path], problem)

    def refuse(self, code: str, line: int, column: int, **values: object) -> None:
        """Note a problem of the YAML itself."""
        self.problems.append(Located(line, column, Problem(code, (), _SAYS[code], values)))


def read_tree(data: bytes) -> Tree:
    """The tree of a document; what could not be read is in its `problems`."""
    tree = Tree()
    if len(data) > MAX_BYTES:
        tree.refuse("file-too-large", 1, 1)
        return tree
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        tree.refuse("file-not-utf8", line, error.start - data.rfind(b"\n", 0, error.start))
        return tree
    if (place := _forbidden(text)) is not None:
        tree.refuse(*place)
        return tree
    try:
        node = yaml.compose(text, Loader=yaml.CSafeLoader if hasattr(yaml, "CSafeLoader") else yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        tree.refuse("yaml-syntax", mark.line + 1 if mark else 1, mark.column + 1 if mark else 1, reason=error.problem)
    except yaml.YAMLError as error:
        tree.refuse("yaml-syntax", 1, 1, reason=str(error).splitlines()[0])
    else:
        if node is not None:
            tree.data = _build(node, (), tree)
    return tree


def _forbidden(text: str) -> tuple[str, int, int] | None:
    """The first anchor, alias or deep nesting, found in the stream of events before a tree is made."""
    depth = 0
    try:
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            mark = event.start_mark
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                return "yaml-alias", mark.line + 1, mark.column + 1
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > MAX_DEPTH:
                return "yaml-deep", mark.line + 1, mark.column + 1
    except yaml.YAMLError:
        return None
    return None


def _build(node: Node, path: Path, tree: Tree) -> Any:  # noqa: ANN401 - any plain data
    line, column = node.start_mark.line + 1, node.start_mark.column + 1
    tree.places.setdefault(path, (line, column))
    if isinstance(node, MappingNode):
        return _mapping(node, path, tree)
    if isinstance(node, SequenceNode):
        return [_build(child, (*path, place), tree) for place, child in enumerate(node.value)]
    if not isinstance(node, ScalarNode) or node.tag not in _KNOWN:
        tree.refuse("yaml-tag", line, column, tag=node.tag)
        return None
    return _scalar(node)


def _mapping(node: MappingNode, path: Path, tree: Tree) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in node.value:
        line, column = key.start_mark.line + 1, key.start_mark.column + 1
        if not isinstance(key, ScalarNode):
            tree.refuse("yaml-key", line, column)
        elif key.value in found:
            tree.refuse("yaml-doubled", line, column, key=key.value)
        else:
            tree.places[(*path, key.value)] = (line, column)
            found[key.value] = _build(value, (*path, key.value), tree)
    return found


def _scalar(node: ScalarNode) -> Any:  # noqa: ANN401 - text or Scalar
    raw: str = node.value
    if node.tag == _NULL:
        return Scalar(None, raw)
    if node.tag == _BOOL:
        return Scalar(raw.lower() in {"true", "yes", "on"}, raw)
    if node.tag == _INT and raw.removeprefix("-").isdecimal():
        return Scalar(int(raw) if len(raw) < 20 else None, raw)
    return raw

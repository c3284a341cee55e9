"""YAML as plain data with the place of every value; what a bank file needs, the rest refused."""

from dataclasses import dataclass
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from yaml.reader import Reader

from quizapp.core.problems import Path, Problem
from quizapp.core.reading import Scalar
from quizapp.core.wording import Wording

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MAX_BYTES = 5 * 1024 * 1024
MAX_DEPTH = 20
_LONG_NUMBER = 20
_NULL, _BOOL, _INT = (f"tag:yaml.org,2002:{name}" for name in ("null", "bool", "int"))
_KNOWN = {
    f"tag:yaml.org,2002:{name}"
    for name in ("str", "null", "bool", "int", "float", "timestamp", "value", "merge", "map", "seq")
}
_SAYS = {
    "file-too-large": Wording("il file supera i 5 MiB", "the file is larger than 5 MiB"),
    "file-not-utf8": Wording("il file non è in UTF-8", "the file is not UTF-8"),
    "yaml-character": Wording(
        "c’è un carattere non ammesso (NUL o di controllo)",
        "there is a character that is not allowed (NUL or control)",
    ),
    "yaml-syntax": Wording("YAML non valido: {reason}", "not valid YAML: {reason}"),
    "yaml-alias": Wording("ancore e alias YAML non sono ammessi", "YAML anchors and aliases are not allowed"),
    "yaml-tag": Wording("il tag YAML «{tag}» non è ammesso", "the YAML tag “{tag}” is not allowed"),
    "yaml-key": Wording("una chiave deve essere un testo", "a key must be a text"),
    "yaml-doubled": Wording("la chiave «{key}» compare due volte", "the key “{key}” stands twice"),
    "yaml-deep": Wording("troppi livelli annidati", "nested too deeply"),
}


_REASONS = {
    "mapping values are not allowed in this context": Wording(
        "qui non ci può essere un «:» (un testo che lo contiene va fra virgolette)",
        "no “:” may stand here (a text that holds one goes in quotation marks)",
    ),
    "did not find expected key": Wording("qui ci si aspetta una chiave", "a key is expected here"),
    "could not find expected ':'": Wording("manca un «:»", "a “:” is missing"),
    "did not find expected '-' indicator": Wording("qui ci si aspetta un «-»", "a “-” is expected here"),
    "did not find expected ',' or '}'": Wording("qui ci si aspetta «,» o «}}»", "a “,” or “}}” is expected here"),
    "did not find expected ',' or ']'": Wording("qui ci si aspetta «,» o «]»", "a “,” or “]” is expected here"),
    "did not find expected <document start>": Wording("c’è altro dopo la fine", "there is more after the end"),
    "found unexpected end of stream": Wording("il file finisce prima del tempo", "the file ends too early"),
    "found character that cannot start any token": Wording(
        "un segno (forse una tabulazione) è fuori posto", "a sign (perhaps a tab) is out of place"
    ),
    "found invalid Unicode character escape code": Wording(
        "il codice di un carattere non è ammesso", "the code of a character is not allowed"
    ),
}
"""What the reader of YAML says, in the words of whoever wrote the file; the rest stays as it says it."""
_QUOTED, _ENDS = "while scanning a quoted scalar", "found unexpected end of stream"
_OPEN = Wording("le virgolette che si aprono qui non si chiudono", "the quotation mark that opens here is not closed")


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
    text = _text(data, tree)
    if text is None:
        return tree
    if (place := _forbidden(text)) is not None:
        tree.refuse(*place)
        return tree
    try:
        node = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        quoted = error.context == _QUOTED and error.problem == _ENDS
        mark = error.context_mark if quoted else error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        tree.refuse(
            "yaml-syntax", line, column, reason=_OPEN if quoted else _REASONS.get(error.problem or "", error.problem)
        )
    else:
        if node is not None:
            tree.data = _build(node, (), tree)
    return tree


def _text(data: bytes, tree: Tree) -> str | None:
    """The decoded file, or None where it is too large or not text."""
    if len(data) > MAX_BYTES:
        tree.refuse("file-too-large", 1, 1)
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        tree.refuse("file-not-utf8", line, error.start - data.rfind(b"\n", 0, error.start))
        return None
    if (odd := Reader.NON_PRINTABLE.search(text)) is not None:
        before = text[: odd.start()]
        line, column = before.count("\n") + 1, odd.start() - before.rfind("\n")
        tree.refuse("yaml-character", line, column)
        return None
    return text


def _forbidden(text: str) -> tuple[str, int, int] | None:
    """The first anchor, alias or deep nesting, found before a tree is made."""
    depth = 0
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            line, column = _place(event)
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                return "yaml-alias", line, column
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > MAX_DEPTH:
                return "yaml-deep", line, column
    except yaml.YAMLError:
        return None
    return None


def _place(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _build(node: Node, path: Path, tree: Tree) -> Any:
    line, column = node.start_mark.line + 1, node.start_mark.column + 1
    tree.places.setdefault(path, (line, column))
    if node.tag not in _KNOWN:
        tree.refuse("yaml-tag", line, column, tag=node.tag)
        return None
    if isinstance(node, MappingNode):
        return _mapping(node, path, tree)
    if isinstance(node, SequenceNode):
        return [_build(child, (*path, place), tree) for place, child in enumerate(node.value)]
    return _scalar(node.tag, node.value)


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


def _scalar(tag: str, raw: str) -> Any:
    if tag == _NULL:
        return Scalar(None, raw)
    if tag == _BOOL:
        return Scalar(raw.lower() in {"true", "yes", "on"}, raw)
    if tag == _INT and raw.removeprefix("-").isdecimal():
        return Scalar(int(raw), raw) if len(raw) < _LONG_NUMBER else raw
    return raw

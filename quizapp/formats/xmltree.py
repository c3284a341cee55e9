"""XML as a small tree with line numbers: no DTD, no entities, at most a hundred levels."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from quizapp.core.wording import Wording
from quizapp.formats.exchange import MOST_BYTES, Gathering

DEEPEST = 100
MOST_NODES = 400_000
SAYS = {
    "xml-syntax": Wording("XML non valido: {reason}", "not valid XML: {reason}"),
    "xml-dtd": Wording("una DTD non è ammessa", "a DTD is not allowed"),
    "xml-deep": Wording("troppi livelli annidati", "nested too deeply"),
    "xml-cdata": Wording(
        "la sezione CDATA che comincia qui non si chiude: prende con sé quello che segue",
        "the CDATA section that begins here is not closed: it takes along what follows",
    ),
    "xml-many": Wording("troppi elementi", "too many elements"),
}


_REASONS = {
    "syntax error": Wording("non comincia come un documento XML", "it does not begin as an XML document"),
    "no element found": Wording("il documento finisce prima del tempo", "the document ends too early"),
    "not well-formed (invalid token)": Wording("c’è un segno fuori posto", "there is a sign out of place"),
    "unclosed token": Wording("un elemento non è chiuso", "an element is not closed"),
    "unclosed CDATA section": Wording("una sezione CDATA non è chiusa", "a CDATA section is not closed"),
    "mismatched tag": Wording("un elemento è chiuso con un altro nome", "an element is closed by another name"),
    "duplicate attribute": Wording("un attributo compare due volte", "an attribute stands twice"),
    "junk after document element": Wording("c’è altro dopo la fine", "there is more after the end"),
    "undefined entity": Wording("un’entità non si conosce", "an entity is not known"),
    "unbound prefix": Wording("il prefisso di un nome non è dichiarato", "the prefix of a name is not declared"),
    "unknown encoding": Wording("la codifica dichiarata non si conosce", "the encoding that it declares is not known"),
    "partial character": Wording("un carattere è incompleto", "a character is incomplete"),
    "XML or text declaration not at start of entity": Wording(
        "la dichiarazione XML non sta all’inizio del file",
        "the XML declaration does not stand at the start of the file",
    ),
    "XML declaration not well-formed": Wording(
        "la dichiarazione XML ha un errore", "the XML declaration has a mistake in it"
    ),
    "encoding specified in XML declaration is incorrect": Wording(
        "la codifica dichiarata non è quella del file", "the encoding that it declares is not that of the file"
    ),
    "must not undeclare prefix": Wording("un prefisso è dichiarato vuoto", "a prefix is declared empty"),
    "reference to invalid character number": Wording(
        "il numero di un carattere non è ammesso", "the number of a character is not allowed"
    ),
}
"""What expat says of a document, in the reader's language."""
_OTHERWISE = Wording("qui c’è un errore", "there is a mistake here")


class _RefusedError(Exception):
    """Why a document is not read further, and from which line on."""

    def __init__(self, code: str, line: int) -> None:
        super().__init__(code)
        self.code, self.line = code, line


@dataclass(slots=True)
class Node:
    """An element: its name without prefix, its attributes, its line, and texts and elements in order."""

    name: str
    attributes: dict[str, str]
    line: int
    children: list["Node | str"] = field(default_factory=list)

    def nodes(self, name: str | None = None) -> Iterator["Node"]:
        """Its elements, all or those of a name."""
        return (each for each in self.children if isinstance(each, Node) and name in {None, each.name})

    def first(self, *path: str) -> "Node | None":
        """The first element down a path of names."""
        found: Node | None = self
        for name in path:
            found = next(found.nodes(name), None) if found else None
        return found

    def all(self, name: str) -> Iterator["Node"]:
        """Every element of a name below it, in order."""
        for each in self.nodes():
            if each.name == name:
                yield each
            yield from each.all(name)

    @property
    def text(self) -> str:
        """All text in it."""
        return "".join(each if isinstance(each, str) else each.text for each in self.children)

    def said(self, *path: str) -> str:
        """The text of the first element down a path, without white space around it; empty where there is none."""
        found = self.first(*path)
        return found.text.strip() if found else ""


class _Builder:
    def __init__(self) -> None:
        self.root = Node("", {}, 0)
        self.open = [self.root]
        self.count = 0
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.data
        self.parser.StartDoctypeDeclHandler = self.doctype
        self.parser.StartCdataSectionHandler = self.section
        self.parser.EndCdataSectionHandler = self.section_end
        self.section_line, self.before = 0, 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.count += 1
        if len(self.open) > DEEPEST:
            raise _RefusedError("xml-deep", self.parser.CurrentLineNumber)
        if self.count > MOST_NODES:
            raise _RefusedError("xml-many", self.parser.CurrentLineNumber)
        plain = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        node = Node(name.rpartition(" ")[2], plain, self.parser.CurrentLineNumber)
        self.open[-1].children.append(node)
        self.open.append(node)

    def end(self, _name: str) -> None:
        self.open.pop()

    def data(self, text: str) -> None:
        self.open[-1].children.append(text)

    def doctype(self, *_told: object) -> None:
        raise _RefusedError("xml-dtd", self.parser.CurrentLineNumber)

    def section(self) -> None:
        self.section_line, self.before = self.parser.CurrentLineNumber, len(self.open[-1].children)

    def section_end(self) -> None:
        inside = "".join(str(each) for each in self.open[-1].children[self.before :])
        if re.search(rf"</(?:\w+:)?{re.escape(self.open[-1].name)}\s*>.*<!\[CDATA\[", inside, re.DOTALL):
            raise _RefusedError("xml-cdata", self.section_line)


def tree_of(data: bytes, gathering: Gathering) -> Node | None:
    """The root element of a document; None with the reason noted at its line."""
    if len(data) > MOST_BYTES:
        gathering.say("file-too-large")
        return None
    if not data.strip():
        gathering.say("file-empty")
        return None
    builder = _Builder()
    try:
        builder.parser.Parse(data, True)
    except _RefusedError as refused:
        gathering.say(refused.code, line=refused.line)
        return None
    except expat.ExpatError as error:
        told = expat.errors.messages.get(error.code, "")
        reason = _REASONS.get(told, _OTHERWISE)
        gathering.say("xml-syntax", line=error.lineno, column=error.offset + 1, reason=reason)
        return None
    except (LookupError, ValueError):
        gathering.say("file-not-utf8", line=builder.parser.CurrentLineNumber)
        return None
    return next(builder.root.nodes(), None)

"""What reading QTI needs of elements: names as all versions have them, texts with pictures, responses declared.

Names are compared without the `qti-` and the hyphens that version 3.0 gives them.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from html import unescape
from xml.sax.saxutils import escape, quoteattr

from quizapp.formats.cloze_codes import number_of
from quizapp.formats.exchange import Gathering
from quizapp.formats.markup import harmless
from quizapp.formats.media import Pictures
from quizapp.formats.qti_tags import STROKES, TOOL
from quizapp.formats.xmltree import Node

SEEN = 60
_ASIDE = {
    "feedbackinline",
    "feedbackblock",
    "modalfeedback",
    "rubricblock",
    "stylesheet",
    "endattemptinteraction",
    "templateblock",
}
_IMAGES = {"img": "src", "object": "data"}
_SPACE = re.compile(r"\s+")
_SLACK = Fraction(1, 10**9)
Put = Callable[[Node], str | None]
"""What stands for an element instead of its content; None where nothing does."""


def kind_of(node: Node) -> str:
    """The name of an element as all versions have it: `choiceinteraction`."""
    return node.name.lower().removeprefix("qti-").replace("-", "")


def attribute(node: Node, name: str) -> str:
    """An attribute by its name in version 2, `responseIdentifier`, or as 3.0 writes it."""
    wanted = name.lower()
    return next((value for key, value in node.attributes.items() if key.lower().replace("-", "") == wanted), "")


def within(node: Node, *kinds: str) -> Iterator[Node]:
    """Every element below it of one of the kinds, in order."""
    for each in node.nodes():
        if kind_of(each) in kinds:
            yield each
        yield from within(each, *kinds)


def bare(node: Node) -> str:
    """Its words on one line."""
    return _SPACE.sub(" ", node.text).strip()


def share_in(text: str) -> Fraction | None:
    """A share as a float writes it: «0.333333333333» is a third; None for no number."""
    found = number_of(text.strip())
    if found is None:
        return None
    exact = Fraction(found[0])
    near = exact.limit_denominator(1000)
    return near if abs(near - exact) < _SLACK else exact


@dataclass(slots=True)
class Declared:
    """What an item says of a response: its right values, the points of each, and of those it does not name."""

    cardinality: str
    base_type: str
    correct: list[str]
    mapping: dict[str, Fraction]
    otherwise: Fraction = Fraction(0)


@dataclass(slots=True)
class Reading:
    """An item being read; `ours` where our own writer made it, whose texts then come back sign for sign."""

    gathering: Gathering
    node: Node
    pictures: Pictures
    tags: tuple[str, ...] = ()
    ours: bool = False
    plain: bool = False
    gapped: bool = False
    """Whether it is a text with gaps; `marking` while that text is read, in which `[[` is a sign of its own."""
    marking: bool = False
    declared: dict[str, Declared] = field(default_factory=dict)
    feedback: dict[str, Node] = field(default_factory=dict)
    told: set[str] = field(default_factory=set)
    """The modal feedback that an answer has taken."""

    def say(self, code: str, *, value: object = "") -> None:
        """Refuse it."""
        name = attribute(self.node, "identifier") or None
        self.gathering.say(code, line=self.node.line, element=name and name[:SEEN], value=value)

    def of(self, interaction: Node) -> Declared:
        """What is declared for the response of an interaction."""
        empty = Declared("single", "identifier", [], {})
        return self.declared.get(attribute(interaction, "responseIdentifier"), empty)

    def text(self, node: Node, put: Put = lambda _node: None) -> str:
        """The content of an element as the item holds it: harmless HTML, or plain."""
        said = self.serial(node, put)
        if self.plain:
            return unescape(re.sub(r"<br>", "\n", said)).strip()
        return harmless(said if self.ours else _SPACE.sub(" ", said).strip())

    def told_by(self, name: str) -> str | None:
        """The modal feedback of a name, which has thereby found its place."""
        if not name or name not in self.feedback:
            return None
        self.told.add(name)
        return self.text(self.feedback[name]) or None

    def serial(self, node: Node, put: Put) -> str:
        """The content of an element as HTML that is still to be made harmless."""
        return "".join(
            self._words(each) if isinstance(each, str) else self._element(each, put) for each in node.children
        )

    def _words(self, text: str) -> str:
        return escape(text.replace("[[", r"\[[") if self.marking else text)

    def _element(self, node: Node, put: Put) -> str:
        instead = put(node)
        if instead is not None:
            return instead
        kind = kind_of(node)
        if kind in _ASIDE:
            return ""
        if kind in _IMAGES and (kind == "img" or attribute(node, "type").startswith("image/")):
            return self._image(node, attribute(node, _IMAGES[kind]))
        if kind == "br":
            return "<br>"
        if kind == "math":
            return escape(bare(node))
        inner = self.serial(node, put)
        if self.ours and kind == "span" and attribute(node, "class") in STROKES:
            kind = attribute(node, "class")
        return inner if self.plain else f"<{kind}>{inner}</{kind}>"

    def _image(self, node: Node, source: str) -> str:
        """A picture that the package holds, as the item's own; otherwise the words that describe it."""
        alt = attribute(node, "alt") or bare(node)
        name = self.pictures.take(source, alt)
        if name is None:
            self.gathering.warn("picture-lost", line=node.line, element=node.name[:SEEN], value=source[:SEEN])
            return escape(alt)
        return "" if self.plain else f"<img src={quoteattr(f'file:{name}')} alt={quoteattr(alt)}>"


def reading_of(gathering: Gathering, node: Node, pictures: Pictures, tags: tuple[str, ...] = ()) -> Reading:
    """An `assessmentItem` with what it declares, and the tags that its package gives it."""
    ours = attribute(node, "toolName") == TOOL
    body = next(within(node, "itembody"), None)
    plain = ours and body is not None and attribute(body, "class") == "plain"
    declared, feedback = _declarations(node), _modal(node)
    return Reading(gathering, node, pictures, tags, ours, plain, declared=declared, feedback=feedback)


def _declarations(node: Node) -> dict[str, Declared]:
    found = {}
    for each in within(node, "responsedeclaration"):
        right = next(within(each, "correctresponse"), None)
        values = [bare(value) for value in within(right, "value")] if right else []
        mapping = {}
        for entry in within(each, "mapentry"):
            share = share_in(attribute(entry, "mappedValue"))
            if share is not None:
                mapping[_SPACE.sub(" ", attribute(entry, "mapKey")).strip()] = share
        otherwise = next((share_in(attribute(one, "defaultValue")) for one in within(each, "mapping")), None)
        found[attribute(each, "identifier")] = Declared(
            attribute(each, "cardinality") or "single",
            attribute(each, "baseType") or "identifier",
            values,
            mapping,
            otherwise or Fraction(0),
        )
    return found


def _modal(node: Node) -> dict[str, Node]:
    return {attribute(each, "identifier"): each for each in within(node, "modalfeedback")}

"""QTI 2.1, 2.2 and 3.0 items: one interaction, or gaps in a text; correct responses, mappings and feedback.

Names are compared without the `qti-` and the hyphens that version 3.0 gives them.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Any
from xml.sax.saxutils import escape

from quizapp.core.html import plain
from quizapp.core.numbers import written_number
from quizapp.core.types.entries import written
from quizapp.core.wording import Wording
from quizapp.formats import packages, xmltree
from quizapp.formats.cloze_codes import number_of
from quizapp.formats.exchange import Gathering, Imported, language_of
from quizapp.formats.markup import HTML, harmless
from quizapp.formats.packages import files_of
from quizapp.formats.xmltree import Node, tree_of

NAME = "QTI"
SAYS = {
    **xmltree.SAYS,
    "qti-root": Wording(
        "la radice «{value}» non è una domanda QTI", "the root “{value}” is no QTI item"
    ),
    "qti-interaction": Wording(
        "le interazioni di tipo «{value}» qui non si possono porre",
        "interactions of the type “{value}” cannot be asked here",
    ),
    "qti-none": Wording("nell’elemento non c’è nessuna interazione", "there is no interaction in the item"),
    "qti-several": Wording(
        "più interazioni in una domanda: «{value}»", "several interactions in one item: “{value}”"
    ),
    "qti-no-key": Wording("non è dichiarata nessuna risposta giusta", "no correct response is declared"),
    "qti-key": Wording(
        "la risposta giusta «{value}» non è fra quelle offerte", "the key “{value}” is not among those offered"
    ),
    "qti-number": Wording("«{value}» non è un numero", "“{value}” is no number"),
    "qti-template": Wording(
        "la domanda calcola i suoi valori (templateProcessing): qui non si può",
        "the item computes its values (templateProcessing): that cannot be done here",
    ),
    "qti-feedback": Wording(
        "i commenti «{value}» non sono di una risposta: si perdono",
        "the feedback “{value}” belongs to no option: it is lost",
    ),
    "qti-image": Wording(
        "l’immagine «{value}» si perde: resta il testo che la descrive",
        "the picture “{value}” is lost: the text that describes it is kept",
    ),
}  # fmt: skip
_INTERACTIONS = {
    "choiceinteraction", "textentryinteraction", "inlinechoiceinteraction", "matchinteraction", "orderinteraction",
    "gapmatchinteraction", "associateinteraction",
}  # fmt: skip
_INLINE = {"textentryinteraction", "inlinechoiceinteraction"}
_ASIDE = {
    "feedbackinline",
    "feedbackblock",
    "modalfeedback",
    "rubricblock",
    "stylesheet",
    "endattemptinteraction",
    "templateblock",
}
_VERDICTS = {"correct": "correct", "incorrect": "incorrect", "partial": "partial"}
_CASED = {"match": {"case": True, "accents": True, "punctuation": False, "spaces": False}}
_LINES = re.compile(r"(?:\s*<br>\s*){2,}")
_SPACE = re.compile(r"\s+")
_SEEN = 60


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


@dataclass(slots=True)
class Declared:
    """What an item says of a response: its right values, and the points of each."""

    cardinality: str
    base_type: str
    correct: list[str]
    mapping: dict[str, Fraction]


@dataclass(slots=True)
class Reading:
    """An item being read."""

    gathering: Gathering
    node: Node
    declared: dict[str, Declared]
    feedback: dict[str, str]
    told: set[str] = field(default_factory=set)
    """The modal feedback that an option has taken."""

    def say(self, code: str, *, value: object = "") -> None:
        """Refuse it."""
        self.gathering.say(code, line=self.node.line, element=attribute(self.node, "identifier") or None, value=value)

    def of(self, interaction: Node) -> Declared:
        """What is declared for the response of an interaction."""
        empty = Declared("single", "identifier", [], {})
        return self.declared.get(attribute(interaction, "responseIdentifier"), empty)


def read_qti(data: bytes) -> Imported:
    """Every item of a QTI file or package, or why it is refused."""
    gathering = Gathering(SAYS | packages.SAYS)
    documents = _packed(data, gathering) if data[:2] == b"PK" else [data]
    roots = [root for document in documents if (root := tree_of(document, gathering)) is not None]
    nodes = [node for root in roots for node in _items(root)]
    if roots and not nodes:
        gathering.say("qti-root", line=roots[0].line, value=roots[0].name[:_SEEN])
    gathering.lang = language_of(each.text for node in nodes for each in within(node, "itembody"))
    for node in nodes:
        read_item_node(gathering, node)
    return gathering.done()


def _items(root: Node) -> list[Node]:
    return [root] if kind_of(root) == "assessmentitem" else list(within(root, "assessmentitem"))


def _packed(data: bytes, gathering: Gathering) -> list[bytes]:
    """The documents of the items that a package's manifest names; without one, every item in it."""
    files = files_of(data, gathering)
    if files is None:
        return []
    manifest = files.get("imsmanifest.xml")
    if manifest is None:
        gathering.say("zip-missing", name="imsmanifest.xml")
        return []
    root = tree_of(manifest, gathering)
    found = []
    for resource in within(root, "resource") if root else ():
        if "item" not in attribute(resource, "type") or "test" in attribute(resource, "type"):
            continue
        name = attribute(resource, "href")
        if name in files:
            found.append(files[name])
        else:
            gathering.index += 1
            gathering.say("zip-missing", line=resource.line, element="resource", name=name[:_SEEN])
    return found


def read_item_node(gathering: Gathering, node: Node) -> None:
    """Take one `assessmentItem`."""
    gathering.index += 1
    reading = Reading(gathering, node, _declarations(node), _modal(node))
    body = next(within(node, "itembody"), None)
    found = [each for each in _interactions(body) if kind_of(each) != "endattemptinteraction"] if body else []
    if body is None or not found:
        reading.say("qti-none")
        return
    if any(True for _each in within(node, "templateprocessing")):
        reading.say("qti-template")
        return
    kinds = [kind_of(each) for each in found]
    unknown = next((each for each in found if kind_of(each) not in _INTERACTIONS), None)
    if unknown is not None:
        reading.say("qti-interaction", value=unknown.name[:_SEEN])
        return
    if len(found) > 1 and not set(kinds) <= _INLINE:
        reading.say("qti-several", value=", ".join(dict.fromkeys(each.name for each in found))[:_SEEN])
        return
    made = _inline(reading, found) if kinds[0] in _INLINE else _BLOCKS[kinds[0]](reading, found[0])
    if made is not None:
        _add(reading, body, found, made)


def _interactions(body: Node) -> Iterator[Node]:
    for each in body.nodes():
        if kind_of(each).endswith("interaction"):
            yield each
        else:
            yield from _interactions(each)


def _declarations(node: Node) -> dict[str, Declared]:
    found = {}
    for each in within(node, "responsedeclaration"):
        right = next(within(each, "correctresponse"), None)
        values = [_plain(value) for value in within(right, "value")] if right else []
        mapping = {}
        for entry in within(each, "mapentry"):
            number = number_of(attribute(entry, "mappedValue"))
            if number:
                mapping[_SPACE.sub(" ", attribute(entry, "mapKey")).strip()] = Fraction(number[0])
        found[attribute(each, "identifier")] = Declared(
            attribute(each, "cardinality") or "single", attribute(each, "baseType") or "identifier", values, mapping
        )
    return found


def _modal(node: Node) -> dict[str, str]:
    return {attribute(each, "identifier"): inner(each) for each in within(node, "modalfeedback")}


def _plain(node: Node) -> str:
    return _SPACE.sub(" ", node.text).strip()


def inner(node: Node, put: Callable[[Node], str | None] = lambda _node: None) -> str:
    """The content of an element as harmless HTML; `put` may stand something else for an element."""
    return harmless(_SPACE.sub(" ", _serial(node, put)).strip())


def _serial(node: Node, put: Callable[[Node], str | None]) -> str:
    return "".join(escape(each) if isinstance(each, str) else _element(each, put) for each in node.children)


def _element(node: Node, put: Callable[[Node], str | None]) -> str:
    instead = put(node)
    if instead is not None:
        return instead
    kind = kind_of(node)
    if kind in _ASIDE:
        return ""
    if kind == "img":
        return escape(node.attributes.get("alt", ""))
    if kind == "br":
        return "<br>"
    if kind == "math":
        return escape(_plain(node))
    return f"<{kind}>{_serial(node, put)}</{kind}>"


def _add(reading: Reading, body: Node, found: Sequence[Node], made: dict[str, Any]) -> None:
    numbers = {id(node): place for place, node in enumerate(found, 1)}
    cloze = made["type"] == "cloze"

    def put(node: Node) -> str | None:
        if id(node) not in numbers:
            return None
        if kind_of(node) in _INLINE:
            return f"[[{numbers[id(node)]}]]" if cloze else "_____"
        if kind_of(node) == "gapmatchinteraction":
            return _gap_text(node)
        return "".join(f"<p>{_serial(prompt, lambda _n: None)}</p>" for prompt in within(node, "prompt"))

    for image in within(body, "img"):
        reading.gathering.warn(
            "qti-image", line=image.line, element="img", value=image.attributes.get("src", "")[:_SEEN]
        )
    lost = [name for name in reading.feedback if name not in reading.told and name.lower() not in _VERDICTS]
    if lost:
        reading.gathering.warn(
            "qti-feedback", line=reading.node.line, element="modalFeedback", value=", ".join(lost)[:_SEEN]
        )
    combined = {
        _VERDICTS[name.lower()]: text
        for name, text in reading.feedback.items()
        if text and name not in reading.told and name.lower() in _VERDICTS
    }
    data = {
        **made,
        "title": attribute(reading.node, "title") or None,
        "idnumber": attribute(reading.node, "identifier") or None,
        "stem": _LINES.sub("<br>", inner(body, put)),
        "text_format": HTML,
        "combined_feedback": combined,
    }
    reading.gathering.add(data, line=reading.node.line)


Made = dict[str, Any] | None


def _entry_feedback(reading: Reading, node: Node) -> str | None:
    """The feedback inside an option, or the modal one of the same name."""
    inside = next(within(node, "feedbackinline", "feedbackblock"), None)
    if inside is not None:
        return inner(inside) or None
    name = attribute(node, "identifier")
    reading.told.add(name)
    return reading.feedback.get(name) or None


def _offered(reading: Reading, interaction: Node, kind: str) -> list[dict[str, Any]]:
    return [
        {
            "name": attribute(each, "identifier"),
            "text": inner(each),
            "feedback": _entry_feedback(reading, each),
            "pinned": attribute(each, "fixed").lower() == "true" or None,
        }
        for each in within(interaction, kind)
    ]


def _without(entries: Sequence[dict[str, Any]], *names: str) -> list[dict[str, Any]]:
    return [{key: value for key, value in each.items() if key not in names and value is not None} for each in entries]


def _choice(reading: Reading, interaction: Node) -> Made:
    declared, options = reading.of(interaction), _offered(reading, interaction, "simplechoice")
    if not declared.correct and not declared.mapping:
        reading.say("qti-no-key")
        return None
    missing = next((key for key in declared.correct if key not in {each["name"] for each in options}), None)
    if missing is not None:
        reading.say("qti-key", value=missing[:_SEEN])
        return None
    several = declared.cardinality == "multiple" and attribute(interaction, "maxChoices") != "1"
    shares = _shares([each["name"] for each in options], declared, several=several)
    for option in options:
        option["fraction"] = written(shares[option["name"]])
    kept = _without(options, "name")
    if not several:
        return {"type": "choice", "options": kept}
    weighed = bool(declared.mapping)
    return {"type": "multiple", "options": kept, "rule": "weights" if weighed else "all-or-nothing"}


def _shares(names: Sequence[str], declared: Declared, *, several: bool) -> dict[str, Fraction]:
    """The share of each option: by its points of the most that can be had, or right and wrong."""
    if declared.mapping:
        points = [max(value, Fraction(0)) for value in declared.mapping.values()]
        most = (sum(points, Fraction(0)) if several else max(points, default=Fraction(0))) or Fraction(1)
        return {name: max(Fraction(-1), declared.mapping.get(name, Fraction(0)) / most) for name in names}
    return {name: Fraction(int(name in declared.correct)) for name in names}


def _inline(reading: Reading, found: Sequence[Node]) -> Made:
    """A word to type where it stands alone; gaps where there are several, or words to choose."""
    gaps = []
    for node in found:
        made = _typed(reading, node) if kind_of(node) == "textentryinteraction" else _choosable(reading, node)
        if made is None:
            return None
        gaps.append(made)
    if len(gaps) == 1 and gaps[0]["type"] != "choice":
        return gaps[0]
    return {"type": "cloze", "gaps": gaps}


def _choosable(reading: Reading, node: Node) -> Made:
    declared, options = reading.of(node), _offered(reading, node, "inlinechoice")
    if not declared.correct and not declared.mapping:
        reading.say("qti-no-key")
        return None
    shares = _shares([each["name"] for each in options], declared, several=False)
    for option in options:
        option["fraction"] = written(shares[option["name"]])
    return {"type": "choice", "options": _without(options, "name", "pinned")}


def _typed(reading: Reading, node: Node) -> Made:
    declared = reading.of(node)
    most = max(declared.mapping.values(), default=Fraction(0)) or Fraction(1)
    shares = {key: value / most for key, value in declared.mapping.items()} or dict.fromkeys(
        declared.correct, Fraction(1)
    )
    for key in declared.correct:
        shares.setdefault(key, Fraction(1))
    if not shares:
        reading.say("qti-no-key")
        return None
    if declared.base_type in {"integer", "float"}:
        return _numbers(reading, shares)
    cased = len({key.casefold() for key in shares}) < len(shares)
    answers = [{"text": key, "fraction": written(share)} for key, share in shares.items()]
    return {"type": "text", "answers": answers, **(_CASED if cased else {})}


def _numbers(reading: Reading, shares: dict[str, Fraction]) -> Made:
    numbers = []
    for key, share in shares.items():
        number = number_of(key)
        if number is None:
            reading.say("qti-number", value=key[:_SEEN])
            return None
        value: Decimal = number[0]
        numbers.append({"value": written_number(value), "fraction": written(share)})
    return {"type": "number", "numbers": numbers}


def _order(reading: Reading, interaction: Node) -> Made:
    declared, steps = reading.of(interaction), _offered(reading, interaction, "simplechoice")
    named = {each["name"]: each for each in steps}
    if not declared.correct:
        reading.say("qti-no-key")
        return None
    missing = next((key for key in declared.correct if key not in named), None)
    if missing is not None or len(declared.correct) < len(steps):
        reading.say("qti-key", value=(missing or "…")[:_SEEN])
        return None
    return {"type": "ordering", "order": _without([named[key] for key in declared.correct], "name", "pinned")}


def _match(reading: Reading, interaction: Node) -> Made:
    sets = list(within(interaction, "simplematchset"))
    if len(sets) != 2:
        reading.say("qti-key", value="simpleMatchSet")
        return None
    lefts, rights = (_offered(reading, each, "simpleassociablechoice") for each in sets)
    return _pairs(reading, reading.of(interaction), lefts, rights)


def _associate(reading: Reading, interaction: Node) -> Made:
    offered = _offered(reading, interaction, "simpleassociablechoice")
    firsts = {pair.split(" ")[0] for pair in _right_pairs(reading.of(interaction))}
    lefts = [each for each in offered if each["name"] in firsts]
    rights = [each for each in offered if each["name"] not in firsts]
    return _pairs(reading, reading.of(interaction), lefts, rights)


def _right_pairs(declared: Declared) -> list[str]:
    return declared.correct or [key for key, value in declared.mapping.items() if value > 0]


def _pairs(
    reading: Reading, declared: Declared, lefts: Sequence[dict[str, Any]], rights: Sequence[dict[str, Any]]
) -> Made:
    """Pairs in the order of the left sides; right sides that belong to none are extra."""
    left, right = ({each["name"]: each for each in side} for side in (lefts, rights))
    pairs, used = {}, set()
    for said in _right_pairs(declared):
        one, _space, other = said.partition(" ")
        if one in right and other in left:
            one, other = other, one
        if one not in left or other not in right:
            reading.say("qti-key", value=said[:_SEEN])
            return None
        pairs[one] = {"left": left[one]["text"], "right": plain(right[other]["text"])}
        used.add(other)
    if not pairs:
        reading.say("qti-no-key")
        return None
    extra = [plain(each["text"]) for each in rights if each["name"] not in used]
    return {"type": "matching", "pairs": [pairs[name] for name in left if name in pairs], "extra_rights": extra}


def _gap_match(reading: Reading, interaction: Node) -> Made:
    """Words to be put into the gaps of a text: gaps to choose from all of them."""
    words = _offered(reading, interaction, "gaptext")
    right = {said.partition(" ")[2]: said.partition(" ")[0] for said in _right_pairs(reading.of(interaction))}
    gaps = []
    for gap in within(interaction, "gap"):
        key = right.get(attribute(gap, "identifier"))
        if key is None or key not in {each["name"] for each in words}:
            reading.say("qti-key" if key else "qti-no-key", value=(key or "")[:_SEEN])
            return None
        gaps.append(
            {
                "type": "choice",
                "options": [{"text": each["text"], "fraction": int(each["name"] == key)} for each in words],
            }
        )
    return {"type": "cloze", "gaps": gaps}


def _gap_text(node: Node) -> str:
    numbers = {id(gap): place for place, gap in enumerate(within(node, "gap"), 1)}
    words = {id(each) for each in within(node, "gaptext", "gapimg")}

    def put(each: Node) -> str | None:
        if id(each) in numbers:
            return f"[[{numbers[id(each)]}]]"
        return "" if id(each) in words else None

    return _serial(node, put)


_BLOCKS: dict[str, Callable[[Reading, Node], Made]] = {
    "choiceinteraction": _choice,
    "orderinteraction": _order,
    "matchinteraction": _match,
    "associateinteraction": _associate,
    "gapmatchinteraction": _gap_match,
}

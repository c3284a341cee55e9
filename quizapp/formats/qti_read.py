"""QTI 2.1, 2.2 and 3.0: an item or a package; one interaction, or gaps in a text; keys, points, feedback, pictures."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote

from quizapp.core.typed import whole_number
from quizapp.core.wording import Wording
from quizapp.formats import media, packages, qti_points, xmltree
from quizapp.formats.exchange import Gathering, Imported, language_of
from quizapp.formats.markup import HTML
from quizapp.formats.media import Pictures
from quizapp.formats.packages import files_of
from quizapp.formats.qti_answers import INLINE, INTERACTIONS, body_of
from quizapp.formats.qti_nodes import SEEN, Reading, attribute, bare, kind_of, reading_of, share_in, within
from quizapp.formats.xmltree import Node, tree_of

NAME = "QTI"
SAYS = {
    **xmltree.SAYS,
    **packages.SAYS,
    **media.SAYS,
    **qti_points.SAYS,
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
    "qti-points": Wording(
        "i punti delle singole coppie si perdono: valgono tutte lo stesso, e nessuna toglie punti",
        "the points of single pairs are lost: all count the same, and none takes points away",
    ),
    "qti-tolerance": Wording(
        "la tolleranza «{value}» è diversa dai due lati: vale la prima",
        "the tolerance “{value}” differs from side to side: the first counts",
    ),
    "qti-feedback": Wording(
        "i commenti «{value}» non sono di una risposta: si perdono",
        "the feedback “{value}” belongs to no option: it is lost",
    ),
}  # fmt: skip
_VERDICTS = {"correct": "correct", "incorrect": "incorrect", "partial": "partial"}
_EXPLAINS = {"explanation", "general"}
_MOST_GAPS = 9999
_LINES = re.compile(r"(?:\s*<br>\s*){2,}")
_LANGUAGE = re.compile("[a-z]{2}")


def read_qti(data: bytes) -> Imported:
    """Every item of a QTI file or package, or why it is refused."""
    gathering = Gathering(SAYS)
    files = files_of(data, gathering) if data[:2] == b"PK" else {}
    if files is None:
        return gathering.done()
    documents = _named(files, gathering) if files or data[:2] == b"PK" else [("", data, ())]
    roots = [(name, root, tags) for name, each, tags in documents if (root := tree_of(each, gathering)) is not None]
    nodes = [(name, node, tags) for name, root, tags in roots for node in _items(root)]
    if roots and not nodes:
        gathering.say("qti-root", line=roots[0][1].line, value=roots[0][1].name[:SEEN])
    gathering.lang = language_of(each.text for _name, node, _tags in nodes for each in within(node, "itembody"))
    for name, node, tags in nodes:
        gathering.index += 1
        _read(reading_of(gathering, node, Pictures(files, str(PurePosixPath(name).parent) if name else ""), tags))
    return gathering.done()


def _items(root: Node) -> list[Node]:
    return [root] if kind_of(root) == "assessmentitem" else list(within(root, "assessmentitem"))


def _named(files: Mapping[str, bytes], gathering: Gathering) -> list[tuple[str, bytes, tuple[str, ...]]]:
    """The documents of the items that a package's manifest names, and the keywords that it gives each."""
    manifest = files.get("imsmanifest.xml")
    if manifest is None:
        gathering.say("zip-missing", name="imsmanifest.xml")
        return []
    root = tree_of(manifest, gathering)
    found = []
    for resource in within(root, "resource") if root else ():
        if "item" not in attribute(resource, "type") or "test" in attribute(resource, "type"):
            continue
        name = unquote(attribute(resource, "href"))
        if name in files:
            found.append((name, files[name], tuple(_keywords(resource))))
        else:
            gathering.index += 1
            gathering.say("zip-missing", line=resource.line, element="resource", name=name[:SEEN])
    return found


def _keywords(resource: Node) -> Iterator[str]:
    """Each once, in one of its languages."""
    found = (next(within(each, "string", "langstring"), each) for each in within(resource, "keyword"))
    return iter(dict.fromkeys(word for each in found if (word := bare(each))))


def _read(reading: Reading) -> None:
    """Take one `assessmentItem`."""
    body = next(within(reading.node, "itembody"), None)
    found = [each for each in _interactions(body) if kind_of(each) != "endattemptinteraction"] if body else []
    if body is None or not found or not _askable(reading, found):
        if body is None or not found:
            reading.say("qti-none")
        return
    if reading.ours:
        found.sort(key=lambda each: _number_in(attribute(each, "responseIdentifier")))
    stem = _stem_node(reading, body)
    kinds = {kind_of(each) for each in found}
    alone = kinds == {"textentryinteraction"} and len(found) == 1
    in_stem = stem is not None and any(True for _each in _interactions(stem))
    reading.gapped = kinds <= {*INLINE, "gapmatchinteraction"} and (not alone or (reading.ours and in_stem))
    made = body_of(reading, found)
    if made is not None:
        _add(reading, stem or body, body, found, made)


def _askable(reading: Reading, found: Sequence[Node]) -> bool:
    """Whether these interactions can be asked; otherwise the item is refused by name."""
    if any(True for _each in within(reading.node, "templateprocessing")):
        reading.say("qti-template")
        return False
    shares = [attribute(each, "mappedValue") for each in within(reading.node, "mapentry")]
    shares += filter(None, (attribute(each, "defaultValue") for each in within(reading.node, "mapping")))
    unread = next((each for each in shares if share_in(each) is None), None)
    if unread is not None:
        reading.say("qti-number", value=unread[:SEEN])
        return False
    unknown = next((each for each in found if kind_of(each) not in INTERACTIONS), None)
    if unknown is not None:
        reading.say("qti-interaction", value=unknown.name[:SEEN])
        return False
    if len(found) > 1 and not {kind_of(each) for each in found} <= INLINE:
        reading.say("qti-several", value=", ".join(dict.fromkeys(each.name for each in found))[:SEEN])
        return False
    return True


def _interactions(body: Node) -> Iterator[Node]:
    for each in body.nodes():
        if kind_of(each).endswith("interaction"):
            yield each
        else:
            yield from _interactions(each)


def _number_in(response: str) -> int:
    """The number of a gap of our own, which may stand anywhere in its text."""
    return whole_number(response.rpartition("_")[2], _MOST_GAPS) or 0


def _stem_node(reading: Reading, body: Node) -> Node | None:
    """Where our own writer puts the question alone."""
    return next((each for each in body.nodes("div") if reading.ours and attribute(each, "class") == "stem"), None)


def _add(reading: Reading, stem: Node, body: Node, found: Sequence[Node], made: dict[str, Any]) -> None:
    numbers = {id(node): place for place, node in enumerate(found, 1)}
    cloze = made["type"] == "cloze"

    def put(node: Node) -> str | None:
        if id(node) not in numbers:
            return None
        if kind_of(node) in INLINE:
            return f"[[{numbers[id(node)]}]]" if cloze else "_____"
        if kind_of(node) == "gapmatchinteraction":
            return _gap_text(reading, node)
        return "".join(f"<p>{reading.serial(prompt, lambda _n: None)}</p>" for prompt in within(node, "prompt"))

    reading.marking = cloze
    said = reading.text(stem, put)
    reading.marking = False
    for beside in body.nodes("div"):
        if reading.ours and attribute(beside, "class") == "pictures":
            reading.serial(beside, lambda _node: None)
    explained = next((text for name in _EXPLAINS if (text := reading.told_by(name))), None)
    combined = {
        _VERDICTS[name.lower()]: text
        for name in reading.feedback
        if name not in reading.told and name.lower() in _VERDICTS and (text := reading.told_by(name))
    }
    lost = [name for name in reading.feedback if name not in reading.told and name.lower() not in _VERDICTS]
    if lost:
        reading.gathering.warn(
            "qti-feedback", line=reading.node.line, element="modalFeedback", value=", ".join(lost)[:SEEN]
        )
    data = {
        **made,
        **_head(reading),
        "points": qti_points.points_of(reading),
        "stem": said if reading.ours else _LINES.sub("<br>", said),
        "text_format": None if reading.plain else HTML,
        "explanation": explained,
        "tags": list(reading.tags),
        "combined_feedback": combined,
        "files": list(reading.pictures.taken.values()),
    }
    reading.gathering.add(data, line=reading.node.line)


def _head(reading: Reading) -> dict[str, str | None]:
    """Title, number and language; what our own writer had to make up for an item without a number is none."""
    node = reading.node
    lang = attribute(node, "lang").lower()[:2]
    return {
        "title": attribute(node, "title") or None,
        "idnumber": attribute(node, "label" if reading.ours else "identifier") or None,
        "lang": lang if _LANGUAGE.fullmatch(lang) and reading.ours else None,
    }


def _gap_text(reading: Reading, node: Node) -> str:
    numbers = {id(gap): place for place, gap in enumerate(within(node, "gap"), 1)}
    words = {id(each) for each in within(node, "gaptext", "gapimg")}

    def put(each: Node) -> str | None:
        if id(each) in numbers:
            return f"[[{numbers[id(each)]}]]"
        return "" if id(each) in words else None

    return reading.serial(node, put)

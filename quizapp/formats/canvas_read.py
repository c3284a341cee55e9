"""QTI 1.2 as Canvas exports it: a file or a package; choice, true or false, words, numbers, pairs and gaps."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from pathlib import PurePosixPath
from typing import Any

from quizapp.core.html import plain
from quizapp.core.numbers import written_number
from quizapp.core.types.entries import written
from quizapp.core.wording import Wording
from quizapp.formats import media, packages, xmltree
from quizapp.formats.canvas_rules import Rules, rules_of
from quizapp.formats.cloze_codes import number_of
from quizapp.formats.exchange import Gathering, Imported, language_of
from quizapp.formats.markup import HTML, PLAIN, Marked, any_html, settled
from quizapp.formats.media import Pictures
from quizapp.formats.packages import files_of
from quizapp.formats.tabular import BY_TRUTH, folded
from quizapp.formats.xmltree import Node, tree_of

NAME = "Canvas"
SAYS = {
    **xmltree.SAYS,
    **packages.SAYS,
    **media.SAYS,
    "canvas-root": Wording(
        "la radice «{value}» non è un’esportazione QTI 1.2 di Canvas",
        "the root “{value}” is no QTI 1.2 export of Canvas",
    ),
    "canvas-type": Wording(
        "le domande di tipo «{value}» qui non si possono correggere",
        "questions of the type “{value}” cannot be marked here",
    ),
    "canvas-no-key": Wording("non è dichiarata nessuna risposta giusta", "no correct answer is declared"),
    "canvas-number": Wording("«{value}» non è un numero", "“{value}” is no number"),
    "canvas-gap": Wording(
        "nel testo manca la lacuna «[{value}]»", "the gap “[{value}]” is missing from the text"
    ),
    "canvas-empty": Wording("{value} risposte vuote si perdono", "{value} empty answers are lost"),
}  # fmt: skip
ROOT = "questestinterop"
_IMAGE = re.compile(r"<img\b[^>]*>", re.IGNORECASE)
_ATTRIBUTE = r'\b{}\s*=\s*(?:"([^"]*)"|\'([^\']*)\')'
_SEEN = 60
_MOST_POINTS = 1000


@dataclass(slots=True)
class Question:
    """An item being read: its node, what its rules say, and every text of it, so that all are raised or none."""

    gathering: Gathering
    node: Node
    pictures: Pictures
    rules: Rules
    texts: list[Marked] = field(default_factory=list)

    def say(self, code: str, *, value: object = "") -> None:
        """Refuse it."""
        name = self.node.attributes.get("ident", "")[:_SEEN] or None
        self.gathering.say(code, line=self.node.line, element=name, value=value)

    def marked(self, node: Node | None) -> Marked | None:
        """The text of an element, with its pictures as the item's own; None where there is none."""
        said = next(node.all("mattext"), None) if node else None
        if said is None or not said.text.strip():
            return None
        raised = said.attributes.get("texttype", "").lower() == "text/html"
        text = _IMAGE.sub(lambda match: self._image(match[0], said.line), said.text) if raised else said.text
        found = Marked(text.strip(), HTML if raised else PLAIN)
        self.texts.append(found)
        return found

    def told(self, name: str | None) -> Marked | None:
        """The feedback of a name."""
        if not name:
            return None
        found = next((each for each in self.node.nodes("itemfeedback") if each.attributes.get("ident") == name), None)
        return self.marked(found)

    def _image(self, tag: str, line: int) -> str:
        source, alt = (_attribute(tag, name) for name in ("src", "alt"))
        name = self.pictures.take(source, alt)
        if name is None:
            self.gathering.warn("picture-lost", line=line, element="img", value=source[:_SEEN])
            return alt
        return f'<img src="file:{name}" alt="{alt}">'


def _attribute(tag: str, name: str) -> str:
    match = re.search(_ATTRIBUTE.format(name), tag, re.IGNORECASE)
    return (match[1] or match[2] or "") if match else ""


def read_canvas(data: bytes) -> Imported:
    """Every question of a Canvas export, or why it is refused."""
    gathering = Gathering(SAYS)
    files = files_of(data, gathering) if data[:2] == b"PK" else {}
    if files is None:
        return gathering.done()
    documents = _documents(files) if files else [("", data)]
    roots = [(name, root) for name, each in documents if (root := tree_of(each, gathering)) is not None]
    items = [(name, item) for name, root in roots if root.name == ROOT for item in root.all("item")]
    if roots and not any(root.name == ROOT for _name, root in roots):
        gathering.say("canvas-root", line=roots[0][1].line, value=roots[0][1].name[:_SEEN])
    if files and not documents:
        gathering.say("zip-missing", name=ROOT)
    gathering.lang = language_of(plain(each.text) for _name, item in items for each in item.all("mattext"))
    for name, item in items:
        gathering.index += 1
        folder = str(PurePosixPath(name).parent) if name else ""
        _read(Question(gathering, item, Pictures(files, folder), rules_of(item)))
    return gathering.done()


def _documents(files: dict[str, bytes]) -> list[tuple[str, bytes]]:
    """The quizzes and question banks of a package; Canvas's own form of them where it is beside the general one."""
    found = [(name, each) for name, each in sorted(files.items()) if ROOT.encode() in each[:2000]]
    own = [(name, each) for name, each in found if name.startswith("non_cc_assessments/")]
    return own or found


def _read(question: Question) -> None:
    kind = _data_of(question.node, "question_type")
    make = _TYPES.get(kind)
    if make is None:
        question.say("canvas-type", value=(kind or "?")[:_SEEN])
        return
    if question.rules.unread is not None:
        question.say("canvas-number", value=question.rules.unread.strip()[:_SEEN])
        return
    presentation = question.node.first("presentation")
    stem = question.marked(presentation.first("material") if presentation else None) or Marked("", PLAIN)
    body = make(question, stem)
    if body is None:
        return
    combined = {"correct": question.told("correct_fb"), "incorrect": question.told("general_incorrect_fb")}
    data = {
        "stem": stem,
        "title": question.node.attributes.get("title") or None,
        "idnumber": question.node.attributes.get("ident") or None,
        "explanation": question.told("general_fb"),
        "combined_feedback": {name: text for name, text in combined.items() if text},
        "points": _points(question),
        **body,
    }
    raised = any_html(question.texts)
    made = settled(data, raised=raised)
    files = list(question.pictures.taken.values())
    question.gathering.add(
        {**made, "files": files, **({"text_format": HTML} if raised else {})}, line=question.node.line
    )


def _data_of(item: Node, label: str) -> str:
    for each in item.all("qtimetadatafield"):
        if each.said("fieldlabel") == label:
            return each.said("fieldentry")
    return ""


def _points(question: Question) -> int | str | None:
    said = _data_of(question.node, "points_possible")
    found = number_of(said)
    if found and 0 <= found[0] <= _MOST_POINTS:
        return None if found[0] == 1 else written(Fraction(found[0]))
    if said:
        question.gathering.warn("points-lost", line=question.node.line, element="points_possible", value=said[:_SEEN])
    return None


Made = dict[str, Any] | None


def _labels(question: Question, response: Node) -> list[dict[str, Any]]:
    """The answers on offer, by their names; empty ones are said to be lost."""
    found = [
        {"name": label.attributes.get("ident", ""), "text": question.marked(label)}
        for label in response.all("response_label")
    ]
    kept = [each for each in found if each["text"] is not None]
    if len(kept) < len(found):
        question.gathering.warn(
            "canvas-empty", line=response.line, element="response_label", value=len(found) - len(kept)
        )
    return kept


def _response(question: Question) -> Node:
    return next(question.node.all("response_lid"), Node("", {}, question.node.line))


def _options(question: Question) -> list[dict[str, Any]] | None:
    response = _response(question)
    keys = question.rules.keys(response.attributes.get("ident", ""))
    found = _labels(question, response)
    if not keys & {each["name"] for each in found}:
        question.say("canvas-no-key")
        return None
    return [
        {
            "text": each["text"],
            "fraction": int(each["name"] in keys),
            "feedback": question.told(question.rules.feedback.get(each["name"])),
        }
        for each in found
    ]


def _choice(question: Question, _stem: Marked) -> Made:
    options = _options(question)
    return None if options is None else {"type": "choice", "options": options}


def _multiple(question: Question, _stem: Marked) -> Made:
    options = _options(question)
    return None if options is None else {"type": "multiple", "options": options}


def _true_false(question: Question, _stem: Marked) -> Made:
    options = _options(question)
    if options is None:
        return None
    named = {BY_TRUTH.get(folded(option["text"].text)): option for option in options}
    if set(named) != {"true", "false"}:
        return {"type": "choice", "options": options}
    return {"type": "true_false", "options": [{**named[key], "text": key} for key in ("true", "false")]}


def _short(question: Question, _stem: Marked) -> Made:
    answers = [
        {"text": text.replace("*", r"\*"), "fraction": 1, "feedback": question.told(question.rules.feedback.get(text))}
        for text in dict.fromkeys(question.rules.typed)
        if text.strip()
    ]
    if not answers:
        question.say("canvas-no-key")
        return None
    return {"type": "text", "answers": answers}


def _numerical(question: Question, _stem: Marked) -> Made:
    numbers = []
    for each in question.rules.ranges:
        if each.low is None or each.high is None or each.low > each.high:
            question.say("canvas-number", value=each.said[:_SEEN])
            return None
        exact = each.exact is not None and each.high - each.exact == each.exact - each.low
        middle = each.exact if exact and each.exact is not None else (each.low + each.high) / 2
        slack = (each.high - each.low) / 2
        entry: dict[str, Any] = {"value": _figures(middle), "fraction": 1}
        entry |= {"tolerance": _figures(slack)} if slack else {}
        numbers.append(entry | {"feedback": question.told(each.feedback)})
    if not numbers:
        question.say("canvas-no-key")
        return None
    return {"type": "number", "numbers": numbers}


def _figures(value: Decimal) -> int | str:
    return written_number(value.normalize())


def _matching(question: Question, _stem: Marked) -> Made:
    pairs, used, offered = [], set(), {}
    lost = 0
    for response in question.node.all("response_lid"):
        left = question.marked(response.first("material"))
        for label in response.all("response_label"):
            offered[label.attributes.get("ident", "")] = plain(label.text)
        key = next(iter(question.rules.keys(response.attributes.get("ident", ""))), None)
        if left is None:
            lost += 1
            continue
        if key is None or not offered.get(key):
            question.say("canvas-no-key")
            return None
        pairs.append({"left": left, "right": offered[key]})
        used.add(offered[key])
    if lost:
        question.gathering.warn("canvas-empty", line=question.node.line, element="response_lid", value=lost)
    extra = [text for text in dict.fromkeys(offered.values()) if text and text not in used]
    return {"type": "matching", "pairs": pairs, "extra_rights": extra}


def _gaps(make: Callable[[Question, Node], Made]) -> Callable[[Question, Marked], Made]:
    """A body of gaps, each made of its response; `[name]` in the stem becomes its marker."""

    def made(question: Question, stem: Marked) -> Made:
        text, gaps = stem.text.replace("[[", r"\[["), []
        for number, response in enumerate(question.node.all("response_lid"), 1):
            name = response.said("material") or response.attributes.get("ident", "").removeprefix("response_")
            if f"[{name}]" not in text:
                question.say("canvas-gap", value=name[:_SEEN])
                return None
            text = text.replace(f"[{name}]", f"[[{number}]]", 1)
            gap = make(question, response)
            if gap is None:
                question.say("canvas-no-key")
                return None
            gaps.append(gap)
        return {"type": "cloze", "gaps": gaps, "stem": Marked(text, stem.format)}

    return made


def _blank(question: Question, response: Node) -> Made:
    texts = [plain(label["text"].text) for label in _labels(question, response)]
    answers = [{"text": text.replace("*", r"\*"), "fraction": 1} for text in dict.fromkeys(texts)]
    return {"type": "text", "answers": answers} if answers else None


def _dropdown(question: Question, response: Node) -> Made:
    keys = question.rules.keys(response.attributes.get("ident", ""))
    offered = _labels(question, response)
    if not keys & {each["name"] for each in offered}:
        return None
    return {
        "type": "choice",
        "options": [{"text": each["text"], "fraction": int(each["name"] in keys)} for each in offered],
    }


_TYPES: dict[str, Callable[[Question, Marked], Made]] = {
    "multiple_choice_question": _choice,
    "true_false_question": _true_false,
    "multiple_answers_question": _multiple,
    "short_answer_question": _short,
    "numerical_question": _numerical,
    "matching_question": _matching,
    "fill_in_multiple_blanks_question": _gaps(_blank),
    "multiple_dropdowns_question": _gaps(_dropdown),
}

"""Moodle XML: the types that map, with feedback, hints, tags and pictures; the others are refused by name."""

import base64
import binascii
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import count
from pathlib import PurePosixPath
from typing import Any

from quizapp.core.numbers import written_number
from quizapp.core.pictures import MOST_BYTES, mime_of
from quizapp.core.types.entries import written
from quizapp.core.wording import Wording
from quizapp.formats import cloze_codes, moodle_marks, xmltree
from quizapp.formats.cloze_codes import CASE, Coded, Filling, gaps_of, inside, left_open, number_of
from quizapp.formats.exchange import Gathering, Imported, language_of
from quizapp.formats.markup import AUTO, HTML, MARKDOWN, PLAIN, Marked, any_html, settled
from quizapp.formats.moodle_marks import in_order, penalty_of, points_of, unit_of
from quizapp.formats.shares import LIKE_A_WEIGHT, share_of
from quizapp.formats.xmltree import Node, tree_of

NAME = "Moodle XML"
_SAYS = {
    **xmltree.SAYS,
    **moodle_marks.SAYS,
    **cloze_codes.SAYS,
    "moodle-root": Wording("la radice non è «quiz»: non è Moodle XML", "the root is not “quiz”: this is no Moodle XML"),
    "moodle-type": Wording(
        "le domande di tipo «{value}» qui non si possono correggere",
        "questions of the type “{value}” cannot be marked here",
    ),
    "moodle-fraction": Wording(
        "«{value}» non è fra i pesi che Moodle ammette", "“{value}” is not among the weights that Moodle allows"
    ),
    "moodle-number": Wording(
        "«{value}» non è un numero: la risposta giusta non si può leggere",
        "“{value}” is no number: the key cannot be read",
    ),
    "moodle-base64": Wording("il file «{name}» non si può decodificare", "the file “{name}” cannot be decoded"),
    "moodle-file": Wording(
        "il file «{name}» non è un’immagine PNG, JPEG o WebP fino a 1 MB: si perde",
        "the file “{name}” is no PNG, JPEG or WebP picture up to 1 MB: it is lost",
    ),
    "moodle-markdown": Wording(
        "il testo è in Markdown: restano grassetto, corsivo e codice",
        "the text is in Markdown: bold, italics and code are kept",
    ),
}  # fmt: skip
_PLUGIN = re.compile(r"@@PLUGINFILE@@/([^\"'\s>]+)")
_MARKER = re.compile(r"\[\[(\d{1,3})\]\]")
_FORMATS = {"html": HTML, "markdown": MARKDOWN, "plain_text": PLAIN, "moodle_auto_format": AUTO}
_CASED = {"match": {"case": True, "accents": True, "punctuation": False, "spaces": False}}
_SEEN = 60


@dataclass(slots=True)
class _Question:
    """A question being read: its node and every text of it, so that all are raised or none."""

    gathering: Gathering
    node: Node
    texts: list[Marked] = field(default_factory=list)

    def say(self, code: str, *, value: object) -> None:
        self.gathering.say(code, line=self.node.line, element=self.node.attributes.get("type"), value=value)

    def marked(self, node: Node | None, *, otherwise: str = AUTO) -> Marked | None:
        """The text of an element with its format; None where there is none."""
        said = node.said("text") if node else ""
        if node is None or not said:
            return None
        form = _FORMATS.get(node.attributes.get("format", ""), otherwise)
        found = Marked(_PLUGIN.sub(lambda match: f"file:{match[1]}", said), form)
        self.texts.append(found)
        return found


def read_moodle(data: bytes) -> Imported:
    """Every question of a Moodle XML file, or why it is refused."""
    gathering = Gathering(_SAYS)
    root = tree_of(data, gathering)
    if root is None:
        return gathering.done()
    if root.name != "quiz":
        gathering.say("moodle-root", line=root.line)
        return gathering.done()
    gathering.lang = language_of(text.text for text in root.all("text"))
    category: str | None = None
    for node in root.nodes("question"):
        kind = node.attributes.get("type", "")
        if kind == "category":
            category = node.said("category", "text").removeprefix("$course$/") or None
            continue
        gathering.index += 1
        _read(_Question(gathering, node), kind, category)
    return gathering.done()


def _read(question: _Question, kind: str, category: str | None) -> None:
    make = _TYPES.get(kind)
    if make is None:
        question.say("moodle-type", value=kind[:_SEEN])
        return
    node = question.node
    stem = question.marked(node.first("questiontext")) or Marked("", PLAIN)
    body = make(question, replace(stem))
    if body is None:
        return
    common = _common(question, category)
    if any(each.format == MARKDOWN for each in question.texts):
        question.gathering.warn("moodle-markdown", line=node.line)
    raised = any_html(question.texts)
    files = list(_files(question))
    marked = replace(stem, text=_with_gaps(stem.text, kind, body))
    data = {"stem": marked, **common, **body, "files": files, **({"text_format": HTML} if raised else {})}
    said = settled(data, raised=raised)
    question.gathering.add(_null_numbers(said, body), line=node.line)


def _with_gaps(stem: str, kind: str, body: dict[str, Any]) -> str:
    if kind in {"cloze", "multianswer"}:
        return gaps_of(stem)[0]
    return _renumbered(stem) if body["type"] == "cloze" else stem


def _renumbered(stem: str) -> str:
    """Markers count the gaps in their order; where words are offered they named the right word."""
    numbers = count(1)
    return _MARKER.sub(lambda _match: f"[[{next(numbers)}]]", stem)


def _null_numbers(said: dict[str, Any], body: dict[str, Any]) -> dict[str, Any]:
    """`value: null` is kept: it stands for anything else."""
    for entry, made in zip(said.get("numbers", ()), body.get("numbers", ()), strict=True):
        entry.setdefault("value", made["value"])
    return said


def _common(question: _Question, category: str | None) -> dict[str, Any]:
    node = question.node
    combined = {
        ours: question.marked(node.first(theirs))
        for ours, theirs in (
            ("correct", "correctfeedback"), ("partial", "partiallycorrectfeedback"), ("incorrect", "incorrectfeedback"),
        )
    }  # fmt: skip
    hints = [
        {
            "text": text,
            "clear_wrong": hint.first("clearwrong") is not None,
            "show_count": hint.first("shownumcorrect") is not None,
        }
        for hint in node.nodes("hint")
        if (text := question.marked(hint)) is not None
    ]
    return {
        "title": node.said("name", "text") or None,
        "category": category,
        "idnumber": node.said("idnumber") or None,
        "tags": [tag.said("text") for tag in node.all("tag") if tag.said("text")],
        "explanation": question.marked(node.first("generalfeedback")),
        "combined_feedback": {key: text for key, text in combined.items() if text},
        "hints": hints,
        "points": points_of(question.gathering, node),
        "penalty": penalty_of(question.gathering, node),
    }


def _files(question: _Question) -> Iterator[dict[str, str]]:
    taken: set[str] = set()
    for file in question.node.all("file"):
        name = PurePosixPath(file.attributes.get("name", "")).name
        try:
            content = base64.b64decode("".join(file.text.split()), validate=True)
        except (binascii.Error, ValueError):
            question.gathering.warn("moodle-base64", line=file.line, element="file", name=name[:_SEEN])
            continue
        mime = mime_of(content) if len(content) <= MOST_BYTES else None
        if mime is None or not name or name in taken:
            if name not in taken:
                question.gathering.warn("moodle-file", line=file.line, element="file", name=name[:_SEEN])
            continue
        taken.add(name)
        yield {"name": name, "mime": mime, "alt": _alt(question, name), "base64": base64.b64encode(content).decode()}


def _alt(question: _Question, name: str) -> str:
    """What the text says instead of the picture, else its name."""
    for text in question.texts:
        for match in re.finditer(r"<img\b[^>]*>", text.text):
            if f"file:{name}" in match[0] and (alt := re.search(r'\balt="([^"]*)"', match[0])) and alt[1].strip():
                return alt[1].strip()
    return name


def _share(question: _Question, value: str) -> Fraction | None:
    share = share_of(value) if re.fullmatch(r"-?[0-9]{1,3}(?:\.[0-9]{1,7})?", value.strip()) else None
    if share is None:
        question.say("moodle-fraction", value=value[:_SEEN])
    return share


def _answers(question: _Question) -> Iterator[tuple[Node, Fraction | None]]:
    for answer in question.node.nodes("answer"):
        yield answer, _share(question, answer.attributes.get("fraction", "0"))


def _entries(question: _Question, *, plain: bool) -> list[dict[str, Any]] | None:
    """Answers with share and feedback; their texts plain, or in the format of each."""
    found = []
    for answer, share in _answers(question):
        if share is None:
            return None
        text: Any = answer.said("text") if plain else (question.marked(answer) or Marked("", PLAIN))
        found.append({"text": text, "fraction": written(share), "feedback": question.marked(answer.first("feedback"))})
    return found


Made = dict[str, Any] | None


def _multichoice(question: _Question, _stem: Marked) -> Made:
    options = _entries(question, plain=False)
    if options is None:
        return None
    single = question.node.said("single").lower() in {"true", "1", ""}
    fixed = question.node.said("shuffleanswers").lower() in {"0", "false"}
    if fixed:
        options = [{**option, "pinned": True} for option in options]
    return (
        {"type": "choice", "options": options}
        if single
        else {"type": "multiple", "rule": "weights", "options": options}
    )


def _true_false(question: _Question, _stem: Marked) -> Made:
    options = _entries(question, plain=True)
    if options is None:
        return None
    by_text = {str(option["text"]).lower(): option for option in options}
    return {
        "type": "true_false",
        "options": [{**by_text[key], "text": key} for key in ("true", "false") if key in by_text],
    }


def _short(question: _Question, _stem: Marked) -> Made:
    answers = _entries(question, plain=True)
    if answers is None:
        return None
    return {"type": "text", "answers": answers, **(_CASED if question.node.said("usecase") == "1" else {})}


def _numerical(question: _Question, _stem: Marked) -> Made:
    entries = _entries(question, plain=True)
    if entries is None:
        return None
    numbers = []
    for entry, answer in zip(entries, question.node.nodes("answer"), strict=True):
        number = _number(question, str(entry["text"]), answer.said("tolerance") or "0")
        if number is None:
            return None
        numbers.append({**number, "fraction": entry["fraction"], "feedback": entry["feedback"]})
    return {"type": "number", "numbers": numbers, "unit": unit_of(question.gathering, question.node)}


def _number(question: _Question, text: str, tolerance: str) -> dict[str, Any] | None:
    if text.strip() == "*":
        return {"value": None}
    found, slack = number_of(text), number_of(tolerance)
    if found is None or slack is None or ":" in text:
        question.say("moodle-number", value=(text if found is None or ":" in text else tolerance)[:_SEEN])
        return None
    return {"value": written_number(found[0]), "tolerance": written_number(abs(slack[0])) if slack[0] else None}


def _matching(question: _Question, _stem: Marked) -> Made:
    pairs, extra = [], []
    for sub in question.node.nodes("subquestion"):
        left, right = question.marked(sub), sub.said("answer", "text")
        if left is None:
            extra.append(right)
        else:
            pairs.append({"left": left, "right": right})
    return {"type": "matching", "pairs": pairs, "extra_rights": extra}


def _ordering(question: _Question, _stem: Marked) -> Made:
    steps = in_order(question.gathering, question.node)
    texts = [question.marked(answer, otherwise=AUTO) or Marked("", PLAIN) for answer in steps]
    return {"type": "ordering", "order": [{"text": text} for text in texts]}


def _cloze(question: _Question, stem: Marked) -> Made:
    unclosed = left_open(stem.text)
    if unclosed is not None:
        question.say("moodle-open", value=unclosed[:_SEEN])
        return None
    _text, gaps = gaps_of(stem.text)
    found = []
    for number, gap in enumerate(gaps, 1):
        if gap.type is None:
            question.say("moodle-cloze", value=gap.code[:_SEEN])
            return None
        made = _gap(question, gap, stem.format)
        if made is None:
            return None
        if not any(filling.share == 1 for filling in gap.fillings):
            question.say("moodle-gap", value=number)
            return None
        found.append({**made, "weight": None if gap.weight == 1 else written(gap.weight)})
    return {"type": "cloze", "gaps": found}


def _gap(question: _Question, gap: Coded, form: str) -> dict[str, Any] | None:
    if any(filling.share is None for filling in gap.fillings):
        question.say("moodle-fraction", value=gap.code)
        return None
    for unread in filter(None, (LIKE_A_WEIGHT.match(filling.text) for filling in gap.fillings)):
        question.gathering.warn("moodle-weight", line=question.node.line, element=gap.code, value=unread[0])
    if gap.type == "choice":
        return {
            "type": "choice",
            "options": [_filled(filling, inside(filling.text, form), form) for filling in gap.fillings],
        }
    if gap.type == "text":
        answers = [_filled(filling, filling.text, form) for filling in gap.fillings]
        return {"type": "text", "answers": answers, **(_CASED if gap.code in CASE else {})}
    numbers = []
    for filling in gap.fillings:
        found = number_of(filling.text)
        if filling.text != "*" and found is None:
            question.say("moodle-number", value=filling.text[:_SEEN])
            return None
        value = (
            {"value": written_number(found[0]), "tolerance": written_number(found[1]) if found[1] else None}
            if found
            else {}
        )
        numbers.append({**_filled(filling, None, form), **value})
    return {"type": "number", "numbers": numbers}


def _filled(filling: Filling, text: Marked | str | None, form: str) -> dict[str, Any]:
    told = inside(filling.feedback, form) if filling.feedback else None
    return {"text": text, "fraction": written(filling.share or Fraction(0)), "feedback": told}


def _drop_down(question: _Question, stem: Marked) -> Made:
    """«gapselect» and «ddwtos»: `[[1]]` stands for one of the words of its group."""
    offered = [*question.node.nodes("selectoption"), *question.node.nodes("dragbox")]
    words = [(each.said("text"), each.said("group")) for each in offered]
    used = [int(number) for number in _MARKER.findall(stem.text)]
    if any(not 1 <= number <= len(words) for number in used):
        question.say("moodle-gap", value=next(number for number in used if not 1 <= number <= len(words)))
        return None
    gaps = [
        {
            "type": "choice",
            "options": [
                {"text": text, "fraction": int(place == number)}
                for place, (text, group) in enumerate(words, 1)
                if group == words[number - 1][1]
            ],
        }
        for number in used
    ]
    return {"type": "cloze", "gaps": gaps}


_TYPES: dict[str, Callable[[_Question, Marked], Made]] = {
    "multichoice": _multichoice,
    "truefalse": _true_false,
    "shortanswer": _short,
    "numerical": _numerical,
    "matching": _matching,
    "match": _matching,
    "ordering": _ordering,
    "cloze": _cloze,
    "multianswer": _cloze,
    "gapselect": _drop_down,
    "ddwtos": _drop_down,
}

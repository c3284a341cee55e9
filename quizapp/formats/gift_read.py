r"""GIFT, as Moodle reads it: a blank line ends a question, `\` escapes `: # = { } ~`, `//` begins a comment line."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Any

from quizapp.core.numbers import written_number
from quizapp.core.types.entries import written
from quizapp.core.wording import Wording
from quizapp.formats.exchange import Gathering, Imported, language_of, text_in
from quizapp.formats.gift_blocks import Block, blocks_of, categorised
from quizapp.formats.markup import AUTO, HTML, MARKDOWN, PLAIN, Marked, any_html
from quizapp.formats.shares import LIKE_A_WEIGHT, share_of

NAME = "GIFT"
GAP = "_____"
_SAYS = {
    "gift-brace": Wording(
        "manca una parentesi graffa: una domanda ha «{{» e «}}», oppure nessuna delle due",
        "a brace is missing: a question has “{{” and “}}”, or neither",
    ),
    "gift-two": Wording(
        "qui c’è una parentesi graffa di troppo: fra due domande va una riga vuota, e una graffa che è testo si scrive"
        " «\\{{» o «\\}}»",
        "here is a brace too many: a blank line stands between two questions, and a brace that is text is written"
        " “\\{{” or “\\}}”",
    ),
    "gift-description": Wording(
        "è un testo senza domanda (description): qui non ha posto",
        "this is a text without a question (description): it has no place here",
    ),
    "gift-essay": Wording(
        "è una domanda a risposta lunga (essay): qui non se ne possono correggere",
        "this is an essay question: none can be marked here",
    ),
    "gift-few": Wording("servono almeno {number} risposte", "at least {number} answers are needed"),
    "gift-arrow": Wording("in una coppia manca «->»: «{text}»", "a pair lacks its “->”: “{text}”"),
    "gift-number": Wording(
        "«{text}» non è un numero: la risposta giusta non si può leggere",
        "“{text}” is no number: the key cannot be read",
    ),
    "gift-fraction": Wording(
        "«{text}%» non è fra i pesi che Moodle ammette", "“{text}%” is not among the weights that Moodle allows"
    ),
    "gift-weight": Wording(
        "«{text}» non è un peso: resta nel testo della risposta", "“{text}” is no weight: it stays in the answer"
    ),
    "gift-markdown": Wording(
        "il testo è in Markdown: restano grassetto, corsivo e codice",
        "the text is in Markdown: bold, italics and code are kept",
    ),
    "gift-empty": Wording("la domanda non ha testo", "the question has no text"),
    "gift-several": Wording("contiene altre domande: va lasciata una riga vuota", "more are in it: leave a line empty"),
}
_SPECIAL = ":#={}~"
_HIDDEN = {f"\\{sign}": chr(0xFDD0 + place) for place, sign in enumerate((*_SPECIAL, "n"))}
_SHOWN = {hidden: "\n" if sign == "\\n" else sign[1] for sign, hidden in _HIDDEN.items()}
_BACKSLASH = "\ufdef"
_BRACE = re.compile("[{}]")
_WEIGHT = re.compile(r"%(-*[0-9]{1,2}\.?[0-9]*)%")
_FORMAT = re.compile(r"\[(html|markdown|plain|moodle)\]")
_TRUTH = {"T": True, "TRUE": True, "F": False, "FALSE": False}
_NUMBER = re.compile(r"[+-]?(?:\d{1,60}(?:\.\d{0,60})?|\.\d{1,60})(?:[eE][+-]?\d{1,2})?")
_SEEN = 60


@dataclass(frozen=True, slots=True)
class Entry:
    """An answer with its weight and its feedback; `share` is None where its weight is unusable."""

    text: Marked
    share: Fraction | None
    feedback: Marked | None
    weight: str = ""


def read_gift(data: bytes) -> Imported:
    """Every question of a GIFT file, or why it is refused."""
    gathering = Gathering(_SAYS)
    text = text_in(data, gathering)
    if text is None:
        return gathering.done()
    blocks = list(blocks_of(text))
    gathering.lang = language_of(block.text for block in blocks)
    category: str | None = None
    for each in blocks:
        named, block = categorised(each)
        category = category if named is None else named or None
        if block.text:
            gathering.index += 1
            _question(gathering, block, category)
    return gathering.done()


def _question(gathering: Gathering, block: Block, category: str | None) -> None:
    text = _hide(block.text)
    title, text = _titled(text)
    start, end = text.find("{"), text.find("}")
    if (start < 0) != (end < 0) or end < start:
        gathering.say("gift-brace", line=block.line)
        return
    if start < 0:
        gathering.say("gift-description", line=block.line)
        return
    further = _BRACE.search(text, start + 1, end) or _BRACE.search(text, end + 1)
    if further is not None:
        gathering.say("gift-two", line=block.lines[-1 - text.count("\n", further.start())])
        return
    answers = text[start + 1 : end].strip()
    after = text[end + 1 :]
    if "\n::" in after:
        gathering.warn("gift-several", line=block.line)
    stem = _marked(text[:start] + ("" if not after.strip() else f"{GAP}{after}"), AUTO)
    answers, told = _general(answers)
    general = _marked(told, stem.format) if told else None
    common = {
        "title": _show(title) if title else None,
        "category": category,
        "idnumber": block.idnumber,
        "tags": list(block.tags),
    }
    body = _body(gathering, block.line, answers, stem)
    if body is not None:
        gathering.add(_written(gathering, block, stem, general, common, body), line=block.line)


def _titled(text: str) -> tuple[str | None, str]:
    if not text.startswith("::"):
        return None, text
    name, mark, rest = text[2:].partition("::")
    return (name.strip(), rest.strip()) if mark else (None, text)


def _general(answers: str) -> tuple[str, str]:
    place = answers.rfind("####")
    return (answers, "") if place < 0 else (answers[:place].strip(), answers[place + 4 :])


def _hide(text: str) -> str:
    text = text.replace("\\\\", _BACKSLASH)
    for sign, hidden in _HIDDEN.items():
        text = text.replace(sign, hidden)
    return text


def _show(text: str) -> str:
    for hidden, sign in _SHOWN.items():
        text = text.replace(hidden, sign)
    return text.replace(_BACKSLASH, "\\").strip()


def _marked(text: str, usual: str) -> Marked:
    text = text.strip()
    match = _FORMAT.match(text)
    return Marked(_show(text[match.end() :]), match[1]) if match else Marked(_show(text), usual)


Body = dict[str, Any]


def _body(gathering: Gathering, line: int, answers: str, stem: Marked) -> Body | None:
    if answers == "":
        gathering.say("gift-essay", line=line)
        return None
    if answers.startswith("#"):
        return _numerical(gathering, line, answers[1:].strip(), stem.format)
    if "~" in answers:
        return _choice(gathering, line, answers, stem.format)
    if "=" in answers and "->" in answers:
        return _matching(gathering, line, answers, stem.format)
    said, *feedback = answers.split("#", 2)
    truth = _TRUTH.get(said.strip())
    if truth is not None:
        return _true_false(truth, feedback, stem.format)
    return _short(gathering, line, answers, stem.format)


def _entry(text: str, full: bool, usual: str, *, weighted: bool = True) -> Entry:
    text = text.strip()
    share: Fraction | None = Fraction(1 if full else 0)
    match = _WEIGHT.match(text) if weighted else None
    if match:
        share, text = share_of(match[1]), text[match.end() :]
    said, mark, told = text.partition("#")
    feedback = _marked(told, usual) if mark else None
    return Entry(
        _marked(said, usual), share, feedback if feedback and feedback.text else None, match[1] if match else ""
    )


def _weighed(gathering: Gathering, line: int, entries: Sequence[Entry]) -> bool:
    wrong = next((entry for entry in entries if entry.share is None), None)
    if wrong is not None:
        gathering.say("gift-fraction", line=line, text=wrong.weight)
    for unread in filter(None, (LIKE_A_WEIGHT.match(entry.text.text) for entry in entries)):
        gathering.warn("gift-weight", line=line, text=unread[0])
    return wrong is None


def _choice(gathering: Gathering, line: int, answers: str, usual: str) -> Body | None:
    single = "=" in answers
    parts = [part for part in re.split(r"(?=[~=])", answers) if part.strip()]
    entries: list[Entry] = []
    for part in parts:
        sign, said = (part[0], part[1:]) if part[0] in "~=" else ("~", part)
        if sign == "=" and entries and not entries[-1].text.text and not entries[-1].weight:
            entries.pop()  # «~=right»: a tilde before an equals sign adds nothing
        entries.append(_entry(said, sign == "=", usual, weighted=sign == "~"))
    if len(entries) < 2:
        gathering.say("gift-few", line=line, number=2)
        return None
    if not _weighed(gathering, line, entries):
        return None
    body: Body = {"type": "choice" if single else "multiple", "options": entries}
    return body if single else {**body, "rule": "weights"}


def _matching(gathering: Gathering, line: int, answers: str, usual: str) -> Body | None:
    parts = [part.strip() for part in answers.split("=") if part.strip()]
    pairs, extra = [], []
    for part in parts:
        left, arrow, right = part.partition("->")
        if not arrow:
            gathering.say("gift-arrow", line=line, text=_show(part)[:_SEEN])
            return None
        asked = _marked(left, usual)
        if asked.text:
            pairs.append((asked, _show(right)))
        else:
            extra.append(_show(right))
    if len(pairs) < 2:
        gathering.say("gift-few", line=line, number=2)
        return None
    return {"type": "matching", "pairs": pairs, "extra_rights": extra}


def _true_false(truth: bool, feedback: Sequence[str], usual: str) -> Body:
    """The first feedback is for the wrong answer, the second for the right one."""
    told = [_marked(text, usual) for text in feedback]
    wrong, right = ([each if each.text else None for each in told] + [None, None])[:2]
    return {
        "type": "true_false",
        "options": [
            Entry(Marked("true", PLAIN), Fraction(truth), right if truth else wrong),
            Entry(Marked("false", PLAIN), Fraction(not truth), wrong if truth else right),
        ],
    }


def _short(gathering: Gathering, line: int, answers: str, usual: str) -> Body | None:
    entries = [_entry(part, True, usual) for part in answers.split("=") if part.strip()]
    if not entries:
        gathering.say("gift-few", line=line, number=1)
        return None
    return {"type": "text", "answers": entries} if _weighed(gathering, line, entries) else None


def _numerical(gathering: Gathering, line: int, answers: str, usual: str) -> Body | None:
    answers, mark, otherwise = answers.partition("~")
    entries = [_entry(part, True, usual) for part in answers.split("=") if part.strip()]
    if not entries:
        gathering.say("gift-few", line=line, number=1)
        return None
    if not _weighed(gathering, line, entries):
        return None
    numbers = []
    for entry in entries:
        number = _number(entry.text.text)
        if number is None:
            gathering.say("gift-number", line=line, text=entry.text.text[:_SEEN])
            return None
        numbers.append((number, entry))
    if mark:
        numbers.append(((None, Decimal(0)), _entry(otherwise, False, usual)))
    return {"type": "number", "numbers": numbers}


def _number(text: str) -> tuple[Decimal | None, Decimal] | None:
    """Value and tolerance of `A`, `A:T` or `min..max`; None where one of them is no number."""
    if text == "*":
        return None, Decimal(0)
    low, dots, high = text.partition("..")
    if dots and low.strip():
        least, most = _decimal(low), _decimal(high)
        if least is None or most is None or most < least:
            return None
        middle = (least + most) / 2
        return middle, most - middle
    value, _colon, slack = text.partition(":")
    number, tolerance = _decimal(value), _decimal(slack or "0")
    return None if number is None or tolerance is None or tolerance < 0 else (number, tolerance)


def _decimal(text: str) -> Decimal | None:
    text = text.strip()
    if not _NUMBER.fullmatch(text):
        return None
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def _written(
    gathering: Gathering, block: Block, stem: Marked, general: Marked | None, common: dict[str, Any], body: Body
) -> dict[str, Any]:
    """The item as plain data, all its texts plain or all raised to HTML."""
    texts = [stem, *([general] if general else []), *_texts(body)]
    raised = any_html(texts)
    if any(each.format == MARKDOWN for each in texts):
        gathering.warn("gift-markdown", line=block.line)

    def say(marked: Marked | None) -> str | None:
        return None if marked is None else marked.raised() if raised else marked.text

    data = {**common, "stem": say(stem), "explanation": say(general), "type": body["type"]}
    if raised:
        data["text_format"] = HTML
    return data | _own(body, say)


def _texts(body: Body) -> Iterator[Marked]:
    for entry in (*body.get("options", ()), *body.get("answers", ()), *(each for _n, each in body.get("numbers", ()))):
        if body["type"] in {"choice", "multiple"}:
            yield entry.text
        if entry.feedback:
            yield entry.feedback
    for left, _right in body.get("pairs", ()):
        yield left


def _own(body: Body, say: Any) -> dict[str, Any]:
    kind = body["type"]
    if kind in {"choice", "multiple"}:
        own = {"options": [_shared(say(entry.text), entry, say) for entry in body["options"]]}
        return own | ({"rule": body["rule"]} if "rule" in body else {})
    if kind == "true_false":
        return {"options": [_shared(entry.text.text, entry, say) for entry in body["options"]]}
    if kind == "text":
        return {"answers": [_shared(entry.text.text, entry, say) for entry in body["answers"]]}
    if kind == "matching":
        return {
            "pairs": [{"left": say(left), "right": right} for left, right in body["pairs"]],
            "extra_rights": body["extra_rights"],
        }
    return {"numbers": [_numbered(number, entry, say) for number, entry in body["numbers"]]}


def _shared(text: str | None, entry: Entry, say: Any) -> dict[str, Any]:
    found = {"text": text, "fraction": written(entry.share or Fraction(0))}
    return found if entry.feedback is None else {**found, "feedback": say(entry.feedback)}


def _numbered(number: tuple[Decimal | None, Decimal], entry: Entry, say: Any) -> dict[str, Any]:
    value, tolerance = number
    found: dict[str, Any] = {"value": None if value is None else written_number(value)}
    if tolerance:
        found["tolerance"] = written_number(tolerance)
    found["fraction"] = written(entry.share or Fraction(0))
    return found if entry.feedback is None else {**found, "feedback": say(entry.feedback)}

"""Aiken: a question, lettered options, `ANSWER: B`; questions of one right answer and nothing else."""

import re
from collections.abc import Sequence

from quizapp.core.items import Item
from quizapp.core.problems import Problem
from quizapp.core.types import ChoiceBody
from quizapp.core.wording import Wording
from quizapp.formats.exchange import Found, Gathering, Imported, Written, language_of, losses, text_in

NAME = "Aiken"
COMMON = frozenset({"id", "lang", "status"})
CARRIED = {"choice": frozenset({"options.text", "options.fraction"})}
_SAYS = {
    "aiken-letter": Wording(
        "la risposta giusta è «{letter}», ma le risposte vanno da A a {last}",
        "the key is “{letter}”, but the options go from A to {last}",
    ),
    "aiken-order": Wording(
        "dopo «{before}» ci si aspetta «{wanted}», non «{letter}»",
        "after “{before}” comes “{wanted}”, not “{letter}”",
    ),
    "aiken-no-answer": Wording("manca la riga «ANSWER:»", "the line “ANSWER:” is missing"),
    "aiken-no-question": Wording("prima delle risposte manca la domanda", "the question before the options is missing"),
    "aiken-few": Wording("servono almeno due risposte", "at least two options are needed"),
    "aiken-parted": Wording(
        "la domanda comprende una riga vuota: «{text}» è forse un’altra domanda, rimasta senza risposte",
        "there is a blank line in the question: “{text}” may be another one, left without options",
    ),
    "aiken-weight": Wording(
        "Aiken non conosce risposte giuste a metà: si perde", "Aiken knows no partly right answer: it is lost"
    ),
    "aiken-short": Wording(
        "Moodle salta le righe di un solo segno: la domanda è troppo corta",
        "Moodle passes over lines of one sign: the question is too short",
    ),
    "aiken-many": Wording("Aiken ha posto per 26 risposte", "Aiken has room for 26 options"),
    "aiken-option-like": Wording(
        "una riga della domanda si leggerebbe come una risposta: «{text}»",
        "a line of the question would be read as an option: “{text}”",
    ),
}
_OPTION = re.compile(r"([A-Z])[.)]\s*(.*)$")
_ANSWER = re.compile(r"ANSWER:\s*(\S*)", re.IGNORECASE)
_MOST, _SEEN = 26, 60


def read_aiken(data: bytes) -> Imported:
    """Every question of an Aiken file, or why it is refused."""
    gathering = Gathering(_SAYS)
    text = text_in(data, gathering)
    if text is None:
        return gathering.done()
    gathering.lang = language_of([text])
    stem: list[str] = []
    options: list[tuple[str, str]] = []
    first, parted = 0, False
    for number, line in enumerate(text.split("\n"), 1):
        said = line.strip()
        if not said:
            parted = True
            continue
        first = first or number
        answer, option = _ANSWER.match(said), _OPTION.match(said)
        if answer:
            _question(gathering, first, number, stem, options, answer[1])
            stem, options, first = [], [], 0
        elif option and stem:
            options.append((option[1], option[2].strip()))
        elif options:
            _unanswered(gathering, first)
            stem, options, first = [said], [], number
        else:
            stem += ["", said] if stem and parted else [said]
        parted = False
    if stem or options:
        _unanswered(gathering, first)
    return gathering.done()


def _unanswered(gathering: Gathering, first: int) -> None:
    gathering.index += 1
    gathering.say("aiken-no-answer", line=first)


def _question(
    gathering: Gathering, first: int, number: int, stem: Sequence[str], options: Sequence[tuple[str, str]], letter: str
) -> None:
    gathering.index += 1
    if not stem:
        gathering.say("aiken-no-question", line=first)
        return
    if len(options) < 2:
        gathering.say("aiken-few", line=first)
        return
    letters = [each for each, _text in options]
    for place, found in enumerate(letters):
        wanted = chr(ord("A") + place)
        if found != wanted:
            before = letters[place - 1] if place else "ANSWER"
            gathering.say("aiken-order", line=first, before=before, wanted=wanted, letter=found)
            return
    key = letter.rstrip(".)")
    if key not in letters:
        gathering.say("aiken-letter", line=number, letter=letter[:_SEEN], last=letters[-1])
        return
    if "" in stem:
        gathering.warn("aiken-parted", line=first, text=stem[0][:_SEEN])
    entries = [{"text": text, "fraction": int(each == key)} for each, text in options]
    gathering.add({"type": "choice", "stem": "\n".join(filter(None, stem)), "options": entries}, line=first)


def write_aiken(items: Sequence[Item]) -> Written:
    """The questions of one right answer; anything else is named as lost."""
    found = losses(items, CARRIED, COMMON, NAME)
    lines: list[str] = []
    for index, item in enumerate(items, 1):
        if not isinstance(item.body, ChoiceBody) or item.type not in CARRIED:
            continue
        stem = " ".join(item.plain(item.stem).split())
        refusal = _refusal(item.body, stem)
        if refusal:
            code, values = refusal
            found.append(Found(Problem(code, (), _SAYS[code], values), index, item=item.id))
            continue
        if any(0 < abs(option.fraction) < 1 or option.fraction < 0 for option in item.body.options):
            problem = Problem("aiken-weight", (), _SAYS["aiken-weight"], {}, "warning")
            found.append(Found(problem, index, element="options.fraction", item=item.id))
        lines += [stem, *_lettered(item, item.body), ""]
    return Written("\n".join(lines).encode(), tuple(found))


def _refusal(body: ChoiceBody, stem: str) -> tuple[str, dict[str, object]] | None:
    if len(body.options) > _MOST:
        return "aiken-many", {}
    if len(stem.encode()) < 2:
        return "aiken-short", {}
    if _OPTION.match(stem) or _ANSWER.match(stem):
        return "aiken-option-like", {"text": stem[:_SEEN]}
    return None


def _lettered(item: Item, body: ChoiceBody) -> list[str]:
    letters = [chr(ord("A") + place) for place in range(len(body.options))]
    options = [
        f"{letter}. {' '.join(item.plain(option.text).split())}"
        for letter, option in zip(letters, body.options, strict=True)
    ]
    key = max(range(len(letters)), key=lambda place: body.options[place].fraction)
    return [*options, f"ANSWER: {letters[key]}"]

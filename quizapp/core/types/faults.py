"""Faults of structure that several item types share; messages in both languages beside each code."""

from collections.abc import Sequence

from quizapp.core.problems import Path, Problem
from quizapp.core.text import LOOSE, fold
from quizapp.core.types.entries import Labelled, Option
from quizapp.core.wording import Wording

FAULTS = {
    "options-too-few": Wording("servono almeno due risposte", "at least two options are needed"),
    "option-empty": Wording("qui manca il testo", "the text is missing here"),
    "option-doubled": Wording("«{text}» compare due volte", "“{text}” stands twice"),
    "spelling-only": Wording(
        "«{text}» e «{other}» si distinguono solo per la grafia",
        "“{text}” and “{other}” differ only in spelling",
    ),
    "key-missing": Wording("nessuna risposta è segnata come giusta", "no option is marked as right"),
    "key-doubled": Wording(
        "più di una risposta vale il punteggio pieno", "more than one option is worth the full mark"
    ),
    "key-everything": Wording(
        "tutte le risposte sono giuste: manca un distrattore",
        "every option is right: a distractor is missing",
    ),
    "fraction-not-for-rule": Wording(
        "con la regola «{rule}» una risposta vale 1 o 0, non {fraction}",
        "under the rule “{rule}” an option is worth 1 or 0, not {fraction}",
    ),
    "true-false-shape": Wording(
        "una domanda vero/falso ha due sole risposte, «true» e «false», in quest’ordine",
        "a true/false item has exactly two options, “true” and “false”, in that order",
    ),
    "correction-missing": Wording(
        "l’affermazione è falsa: scrivi in «correction» che cosa è vero",
        "the statement is false: say in “correction” what is true",
    ),
    "answer-missing": Wording("manca una risposta accettata", "an accepted answer is missing"),
    "answer-empty": Wording("«{text}» non contiene nulla da confrontare", "“{text}” holds nothing to compare with"),
    "categories-too-few": Wording("servono almeno due categorie", "at least two categories are needed"),
    "statements-too-few": Wording("servono almeno due frasi", "at least two statements are needed"),
    "category-out-of-range": Wording(
        "la categoria {number} non esiste: si conta da 0",
        "category {number} does not exist: counting starts at 0",
    ),
    "anything-right": Wording(
        "«qualunque altro numero» vale il punteggio pieno", "“any other number” is worth the full mark"
    ),
    "tolerance-not-share": Wording(
        "una tolleranza relativa è una parte del valore, meno di 1: non {tolerance}",
        "a relative tolerance is a share of the value, below 1: not {tolerance}",
    ),
    "number-unreached": Wording(
        "questo numero non si raggiunge mai: uno prima prende già tutto",
        "this number is never reached: one before it takes everything",
    ),
    "pairs-too-few": Wording("servono almeno due coppie", "at least two pairs are needed"),
    "rights-too-few": Wording(
        "c’è una sola corrispondenza: non resta nulla da scegliere",
        "there is one right side only: nothing is left to choose",
    ),
    "order-too-short": Wording("servono almeno due voci da ordinare", "at least two entries to order are needed"),
    "gaps-missing": Wording("non c’è nessuna lacuna", "there is no gap"),
    "gap-weightless": Wording("una lacuna senza peso non conta nulla", "a gap without weight counts for nothing"),
}


def fault(code: str, *path: str | int, **values: object) -> Problem:
    """A structural fault at a place of the item."""
    return Problem(code, path, FAULTS[code], values)


def option_faults(options: Sequence[Option]) -> tuple[Problem, ...]:
    """Too few, empty, doubled, or told apart by spelling alone."""
    found = [fault("options-too-few", "options")] if len(options) < 2 else []
    return (*found, *text_faults(options, "options"))


def text_faults(entries: Sequence[Labelled], field: str, key: str = "text") -> tuple[Problem, ...]:
    """Empty, doubled or nearly doubled texts in a list of entries."""
    return faults_of_texts([((field, place, key), entry.text) for place, entry in enumerate(entries)])


def faults_of_texts(texts: Sequence[tuple[Path, str]]) -> tuple[Problem, ...]:
    """Empty, doubled or nearly doubled texts, each at its own place."""
    found: list[Problem] = []
    seen: set[str] = set()
    spelt: dict[str, str] = {}
    for where, text in texts:
        folded = fold(text, LOOSE)
        if not text.strip():
            found.append(fault("option-empty", *where))
        elif text in seen:
            found.append(fault("option-doubled", *where, text=text))
        elif folded and folded in spelt:
            found.append(fault("spelling-only", *where, text=text, other=spelt[folded]))
        seen.add(text)
        spelt.setdefault(folded, text)
    return tuple(found)


def single_key_faults(options: Sequence[Option]) -> tuple[Problem, ...]:
    """Exactly one option must be worth the full mark."""
    full = [place for place, option in enumerate(options) if option.fraction == 1]
    if not full:
        return (fault("key-missing", "options"),)
    return (fault("key-doubled", "options", full[1], "fraction"),) if len(full) > 1 else ()

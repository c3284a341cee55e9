"""What a question of Moodle is worth, and what another try at it costs; a number that is none is said to be lost."""

from fractions import Fraction

from quizapp.core.types.entries import written
from quizapp.core.wording import Wording
from quizapp.formats.cloze_codes import number_of
from quizapp.formats.exchange import Gathering
from quizapp.formats.xmltree import Node

SAYS = {
    "moodle-penalty": Wording(
        "la penalità «{value}» non si può leggere: si perde", "the penalty “{value}” cannot be read: it is lost"
    ),
    "moodle-place": Wording(
        "il posto «{value}» non è un numero: vale l’ordine del file",
        "the place “{value}” is no number: the order of the file counts",
    ),
    "moodle-units": Wording(
        "resta l’unità «{value}»; le altre si perdono", "the unit “{value}” is kept; the others are lost"
    ),
    "moodle-weight": Wording(
        "«{value}» non è un peso: resta nel testo della risposta", "“{value}” is no weight: it stays in the answer"
    ),
}
_MOST_POINTS = 1000
_SEEN = 60


def points_of(gathering: Gathering, question: Node) -> str | None:
    """The points; None for one."""
    said = question.said("defaultgrade")
    found = number_of(said or "1")
    if found and ":" not in said and 0 <= found[0] <= _MOST_POINTS:
        return None if found[0] == 1 else _shown(Fraction(found[0]))
    gathering.warn("points-lost", line=question.line, element="defaultgrade", value=said[:_SEEN])
    return None


def penalty_of(gathering: Gathering, question: Node) -> str | None:
    """The share per retry; Moodle writes a third as 0.3333333."""
    said = question.said("penalty")
    if not said:
        return None
    found = number_of(said)
    if not found or ":" in said or not 0 <= found[0] <= 1:
        gathering.warn("moodle-penalty", line=question.line, element="penalty", value=said[:_SEEN])
        return None
    share = Fraction(found[0]).limit_denominator(100)
    return _shown(share if abs(share - Fraction(found[0])) < Fraction(1, 10**6) else Fraction(found[0]))


def unit_of(gathering: Gathering, question: Node) -> str | None:
    """The first unit, which is the only one."""
    units = [each.said("unit_name") for each in question.all("unit") if each.said("unit_name")]
    if len(units) > 1:
        gathering.warn("moodle-units", line=question.line, element="units", value=units[0][:_SEEN])
    return units[0] if units else None


def in_order(gathering: Gathering, question: Node) -> list[Node]:
    """The answers by their places; as the file has them where a place is no number."""
    answers = list(question.nodes("answer"))
    places = [number_of(each.attributes.get("fraction", "")) for each in answers]
    unread = next((each for each, place in zip(answers, places, strict=True) if place is None), None)
    if unread is None:
        by_place = sorted(zip(places, range(len(answers)), strict=True), key=lambda each: each[0] or (0, 0))
        return [answers[place] for _found, place in by_place]
    if any(each.attributes.get("fraction") for each in answers):
        value = unread.attributes.get("fraction", "")[:_SEEN]
        gathering.warn("moodle-place", line=unread.line, element="fraction", value=value)
    return answers


def _shown(share: Fraction) -> str:
    return str(written(share))

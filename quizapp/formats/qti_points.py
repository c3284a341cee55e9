"""What an item of QTI is worth: the default of its MAXSCORE, or else the most that it says of its SCORE."""

from collections.abc import Iterator

from quizapp.core.types.entries import written
from quizapp.core.wording import Wording
from quizapp.formats.qti_nodes import SEEN, Reading, attribute, bare, kind_of, share_in, within
from quizapp.formats.xmltree import Node

MAXSCORE = "MAXSCORE"
SAYS = {
    "qti-maximum": Wording(
        "il punteggio massimo è detto due volte ({value}): vale il primo",
        "the maximum score is said twice ({value}): the first counts",
    ),
}
_MOST_POINTS = 1000


def points_of(reading: Reading) -> int | str | None:
    """The points; None for one, and where the item says nothing, or nothing that is read, which is noted."""
    said = list(_maxima(reading.node))
    if not said:
        return None
    found = [None if ":" in each else share_in(each) for each in said]
    if len(set(found)) > 1:
        reading.gathering.warn("qti-maximum", line=reading.node.line, element=MAXSCORE, value=", ".join(said)[:SEEN])
    first = found[0]
    if first is None or not 0 <= first <= _MOST_POINTS:
        reading.gathering.warn("points-lost", line=reading.node.line, element=MAXSCORE, value=said[0][:SEEN])
        return None
    return None if first == 1 else written(first)


def _maxima(node: Node) -> Iterator[str]:
    outcomes = {attribute(each, "identifier"): each for each in node.nodes() if kind_of(each) == "outcomedeclaration"}
    most, score = outcomes.get(MAXSCORE), outcomes.get("SCORE")
    value = next(within(most, "value"), None) if most else None
    if value is not None:
        yield bare(value)
    if score is not None and attribute(score, "normalMaximum"):
        yield attribute(score, "normalMaximum")

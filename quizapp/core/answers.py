"""What a student sends for a question: a response, or that they do not know; and how sure they are."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from quizapp.core.items import Item
from quizapp.core.responses import Response, Submission, Unreadable
from quizapp.core.scoring import Certainty, Scoring, earned
from quizapp.core.types.contract import Body

SURE, UNKNOWN = "answer-certainty", "answer-unknown"
"""The fields of a form that say how sure a student is, and that they do not know."""


@dataclass(frozen=True, slots=True)
class DontKnow:
    """A response like any other that says it does not know: it earns nothing and loses nothing."""


Said = Response | DontKnow


@dataclass(frozen=True, slots=True)
class Answer:
    """A response, with its certainty where the assignment asks for one."""

    said: Said
    certainty: Certainty | None = None

    @property
    def response(self) -> Response | None:
        """The response to the question; None where the student does not know."""
        return None if isinstance(self.said, DontKnow) else self.said


@dataclass(frozen=True, slots=True)
class Options:
    """What an assignment lets its students say."""

    dont_know: bool = False
    scoring: Scoring = Scoring.PLAIN

    @property
    def certainty(self) -> bool:
        """Whether every answer says how sure it is."""
        return self.scoring is Scoring.CERTAINTY


def read(body: Body, submission: Submission, options: Options) -> Answer | Unreadable:
    """The posted form as an answer; «I do not know» counts before whatever else the form holds."""
    if options.dont_know and submission.has(UNKNOWN):
        return Answer(DontKnow())
    response = body.parse(submission)
    if isinstance(response, Unreadable) or not options.certainty:
        return response if isinstance(response, Unreadable) else Answer(response)
    said = submission.typed(SURE)
    sure = next((each for each in Certainty if str(each.value) == said), None)
    return Unreadable("no-certainty") if sure is None else Answer(response, sure)


def store(body: Body, answer: Answer) -> dict[str, Any]:
    """An answer as JSON: what the type stores, or `{"unknown": true}`; `certainty` beside it from 1 to 3."""
    said = answer.said
    stored = {"unknown": True} if isinstance(said, DontKnow) else body.store(said)
    return stored if answer.certainty is None else {**stored, "certainty": answer.certainty.value}


def restore(body: Body, stored: Mapping[str, Any]) -> Answer:
    """A stored answer, back."""
    sure = stored.get("certainty")
    return Answer(
        DontKnow() if stored.get("unknown") else body.restore(stored), None if sure is None else Certainty(sure)
    )


def fields(body: Body, answer: Answer, code: Callable[[str], str]) -> dict[str, list[str]]:
    """The form fields that would give this answer, but for the button that says not to know."""
    found = {} if answer.response is None else body.fields(answer.response, code)
    return found if answer.certainty is None else {**found, SURE: [str(answer.certainty.value)]}


def own_mark(body: Body, answer: Answer) -> Fraction:
    """The item's own share for an answer, from -1 to 1, whatever the assignment makes of it."""
    return Fraction(0) if answer.response is None else body.mark(answer.response)


def earns(item: Item, answer: Answer, fraction: Fraction, scoring: Scoring) -> Fraction:
    """The share of the maximum that an answer earns, from -2 to 1; not to know earns nothing under every rule."""
    if answer.response is None:
        return Fraction(0)
    size = len(getattr(item.body, "options", ()))
    return earned(fraction, scoring, certainty=answer.certainty, type_=item.type, size=size)

r"""`text`: a typed answer compared with accepted ones; `*` stands for anything, `\*` for itself."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any, ClassVar, Self

from quizapp.core.marking import verdict_of
from quizapp.core.presentation import Group
from quizapp.core.problems import Problem
from quizapp.core.reading import Reader
from quizapp.core.responses import Response, Submission, Typed, Unreadable
from quizapp.core.spans import Span
from quizapp.core.text import USUAL, Match, fold, matches
from quizapp.core.types.contract import Remark
from quizapp.core.types.entries import carried, numbered, written
from quizapp.core.types.faults import fault


@dataclass(frozen=True, slots=True)
class Answer:
    """An accepted (or foreseen wrong) answer; `fraction` is its share of the mark."""

    id: str
    text: str
    fraction: Fraction = Fraction(1)
    feedback: str | None = None

    def renamed(self, identifier: str) -> "Answer":
        """The same answer under another id."""
        return replace(self, id=identifier)

    def dump(self) -> dict[str, Any]:
        """Plain data."""
        data: dict[str, Any] = {
            "id": self.id,
            "text": self.text,
            "fraction": written(self.fraction),
        }
        return data if self.feedback is None else {**data, "feedback": self.feedback}


@dataclass(frozen=True, slots=True)
class TextBody:
    """Answers tried in order: the first that matches gives the mark."""

    type: ClassVar[str] = "text"
    answers: tuple[Answer, ...]
    match: Match = USUAL

    @classmethod
    def read(cls, reader: Reader) -> Self:
        """From plain data."""
        return cls(
            numbered(reader.each("answers", _read_answer), "a"),
            reader.inner("match", _read_match) or USUAL,
        )

    def dump(self) -> dict[str, Any]:
        """Back to plain data; the four switches are written out."""
        switches = {
            "case": self.match.case,
            "accents": self.match.accents,
            "punctuation": self.match.punctuation,
            "spaces": self.match.spaces,
        }
        return {"answers": [answer.dump() for answer in self.answers], "match": switches}

    def groups(self) -> Sequence[Group]:
        """Nothing is on offer."""
        return ()

    def carry_ids(self, older: Self) -> Self:
        """The answers under their former ids."""
        return replace(self, answers=carried(self.answers, older.answers, "a"))

    def parse(self, submission: Submission) -> Response | Unreadable:
        """The typed text."""
        typed = submission.typed()
        return typed if isinstance(typed, Unreadable) else Typed(typed)

    def store(self, response: Typed) -> dict[str, Any]:
        """`{"text": typed}`."""
        return {"text": response.text}

    def restore(self, stored: Mapping[str, Any]) -> Response:
        """From `{"text": typed}`."""
        return Typed(stored["text"])

    def fields(self, response: Typed, code: Callable[[str], str]) -> dict[str, list[str]]:
        """One field with the text."""
        return {"answer": [response.text]}

    def words(self, response: Typed) -> list[str]:
        """The text."""
        return [response.text]

    def matched(self, response: Typed) -> Answer | None:
        """The first answer that the text matches."""
        return next((a for a in self.answers if matches(a.text, response.text, self.match)), None)

    def mark(self, response: Typed) -> Fraction:
        """The share of the first match, 0 without one."""
        answer = self.matched(response)
        return answer.fraction if answer else Fraction(0)

    def state(self, response: Typed) -> str:
        """How the outcome page shows the text: `right`, `partly` or `wrong`."""
        return verdict_of(self.mark(response)).value

    def remarks(self, response: Typed) -> tuple[Remark, ...]:
        """The feedback of the first match."""
        answer = self.matched(response)
        return (Remark(None, answer.feedback),) if answer and answer.feedback else ()

    def texts(self) -> tuple[str, ...]:
        """Nothing but the stem."""
        return ()

    def keys(self) -> tuple[str, ...]:
        """The first full answer as a reader would write it, without its `*`."""
        full = [a.text for a in self.answers if a.fraction == 1]
        plain = [text for text in full if "*" not in text.replace(r"\*", "")] or full
        return tuple(_readable(text) for text in plain[:1])

    def secrets(self) -> tuple[str, ...]:
        """Accepted answers and feedback."""
        return tuple(a.text for a in self.answers) + tuple(a.feedback for a in self.answers if a.feedback)

    def spans(self) -> tuple[Span, ...]:
        """None: evidence belongs to the item."""
        return ()

    def faults(self) -> tuple[Problem, ...]:
        """At least one full answer, and none that holds nothing to compare (a lone `*` is "anything else")."""
        found = []
        if not any(answer.fraction == 1 for answer in self.answers):
            found.append(fault("answer-missing", "answers"))
        found.extend(
            fault("answer-empty", "answers", place, "text", text=answer.text)
            for place, answer in enumerate(self.answers)
            if not fold(answer.text, self.match) and "*" not in answer.text.replace(r"\*", "")
        )
        return tuple(found)


def _readable(pattern: str) -> str:
    return pattern.replace(r"\*", "\0").replace("*", "…").replace("\0", "*")


def _read_answer(reader: Reader) -> Answer:
    answer = Answer(
        id=reader.text("id", ""),
        text=reader.text("text"),
        fraction=reader.fraction("fraction", Fraction(1)),
        feedback=reader.optional_text("feedback"),
    )
    reader.finish()
    return answer


def _read_match(reader: Reader) -> Match:
    match = Match(
        case=reader.flag("case", default=False),
        accents=reader.flag("accents", default=True),
        punctuation=reader.flag("punctuation", default=False),
        spaces=reader.flag("spaces", default=False),
    )
    reader.finish()
    return match

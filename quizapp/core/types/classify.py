"""`classify`: put each statement in its category."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any, ClassVar, Self

from quizapp.core.kinds import Kind
from quizapp.core.presentation import Group
from quizapp.core.problems import Problem
from quizapp.core.reading import Reader
from quizapp.core.responses import Placed, Response, Submission, Unreadable
from quizapp.core.spans import Span
from quizapp.core.types.contract import Remark
from quizapp.core.types.entries import carried, dump_span, numbered, read_span
from quizapp.core.types.faults import fault, text_faults
from quizapp.core.types.placing import parse_places, place_field, place_fields


@dataclass(frozen=True, slots=True)
class Category:
    """A place for statements; `kind` where it stands for a kind of sentence."""

    id: str
    text: str
    kind: Kind | None = None

    def renamed(self, identifier: str) -> "Category":
        """The same category under another id."""
        return replace(self, id=identifier)

    def dump(self) -> dict[str, Any]:
        """Plain data."""
        data: dict[str, Any] = {"id": self.id, "text": self.text}
        return data if self.kind is None else {**data, "kind": self.kind.value}


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence to place; `category` counts from 0."""

    id: str
    text: str
    category: int
    feedback: str | None = None
    evidence: tuple[Span, ...] = ()

    def renamed(self, identifier: str) -> "Statement":
        """The same statement under another id."""
        return replace(self, id=identifier)

    def dump(self) -> dict[str, Any]:
        """Plain data."""
        data: dict[str, Any] = {"id": self.id, "text": self.text, "category": self.category}
        if self.feedback is not None:
            data["feedback"] = self.feedback
        if self.evidence:
            data["evidence"] = [dump_span(span) for span in self.evidence]
        return data


@dataclass(frozen=True, slots=True)
class ClassifyBody:
    """Statements and categories; the mark is the share of statements placed rightly."""

    type: ClassVar[str] = "classify"
    categories: tuple[Category, ...]
    statements: tuple[Statement, ...]

    @classmethod
    def read(cls, reader: Reader) -> Self:
        """From plain data."""
        return cls(
            numbered(reader.each("categories", _read_category), "c"),
            numbered(reader.each("statements", _read_statement), "s"),
        )

    def dump(self) -> dict[str, Any]:
        """Back to plain data."""
        return {
            "categories": [category.dump() for category in self.categories],
            "statements": [statement.dump() for statement in self.statements],
        }

    def groups(self) -> Sequence[Group]:
        """Categories in their order, statements shuffled."""
        return (
            Group(tuple(category.id for category in self.categories)),
            Group(tuple(statement.id for statement in self.statements), shuffled=True),
        )

    def carry_ids(self, older: Self) -> Self:
        """Categories and statements under their former ids."""
        return replace(
            self,
            categories=carried(self.categories, older.categories, "c"),
            statements=carried(self.statements, older.statements, "s"),
        )

    def field(self, statement_code: str) -> str:
        """The form field that holds the category of a statement."""
        return place_field(statement_code)

    def parse(self, submission: Submission) -> Response | Unreadable:
        """A category for every statement."""
        entries = [statement.id for statement in self.statements]
        return parse_places(submission, entries, {category.id for category in self.categories})

    def store(self, response: Placed) -> dict[str, Any]:
        """`{"places": {statement id: category id}}`."""
        return {"places": dict(response.places)}

    def restore(self, stored: Mapping[str, Any]) -> Response:
        """From `{"places": …}`."""
        return Placed(dict(stored["places"]))

    def fields(self, response: Placed, code: Callable[[str], str]) -> dict[str, list[str]]:
        """One field per statement."""
        return place_fields(response, code)

    def words(self, response: Placed) -> list[str]:
        """Each statement with where it was put."""
        names = {category.id: category.text for category in self.categories}
        return [f"{s.text} → {names[response.places[s.id]]}" for s in self.statements]

    def home(self, statement: Statement) -> Category:
        """The right category of a statement."""
        return self.categories[statement.category]

    def placed(self, statement: Statement, response: Placed | None) -> Category | None:
        """Where the response put a statement."""
        place = response.places.get(statement.id) if response else None
        return next((category for category in self.categories if category.id == place), None)

    def mark(self, response: Placed) -> Fraction:
        """Statements placed rightly over all statements."""
        right = sum(self.placed(statement, response) == self.home(statement) for statement in self.statements)
        return Fraction(right, len(self.statements))

    def remarks(self, response: Placed) -> tuple[Remark, ...]:
        """The feedback of every statement."""
        return tuple(Remark(s.id, s.feedback) for s in self.statements if s.feedback)

    def state(self, statement: Statement, response: Placed | None) -> str:
        """`right`, `wrong`, or `missed` without a response."""
        if response is None:
            return "missed"
        return "right" if self.placed(statement, response) == self.home(statement) else "wrong"

    def texts(self) -> tuple[str, ...]:
        """Categories and statements."""
        return (*(c.text for c in self.categories), *(s.text for s in self.statements))

    def keys(self) -> tuple[str, ...]:
        """Each statement with its category, where there is one."""
        placed = [s for s in self.statements if 0 <= s.category < len(self.categories)]
        return tuple(f"{s.text} → {self.home(s).text}" for s in placed)

    def secrets(self) -> tuple[str, ...]:
        """Every feedback."""
        return tuple(s.feedback for s in self.statements if s.feedback)

    def spans(self) -> tuple[Span, ...]:
        """The evidence of the statements."""
        return tuple(span for statement in self.statements for span in statement.evidence)

    def faults(self) -> tuple[Problem, ...]:
        """Two categories and two statements or more, all different, each statement in an existing category."""
        found = [
            *text_faults(self.categories, "categories"),
            *text_faults(self.statements, "statements"),
        ]
        if len(self.categories) < 2:
            found.append(fault("categories-too-few", "categories"))
        if len(self.statements) < 2:
            found.append(fault("statements-too-few", "statements"))
        found.extend(
            fault("category-out-of-range", "statements", place, "category", number=statement.category)
            for place, statement in enumerate(self.statements)
            if not 0 <= statement.category < len(self.categories)
        )
        return tuple(found)


def _read_category(reader: Reader) -> Category:
    category = Category(reader.text("id", ""), reader.text("text"), reader.optional_one_of("kind", Kind))
    reader.finish()
    return category


def _read_statement(reader: Reader) -> Statement:
    statement = Statement(
        id=reader.text("id", ""),
        text=reader.text("text"),
        category=reader.whole("category"),
        feedback=reader.optional_text("feedback"),
        evidence=reader.each("evidence", read_span),
    )
    reader.finish()
    return statement

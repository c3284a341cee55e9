"""`classify`: put each statement in its category."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar, Self

from quizapp.core.kinds import Kind
from quizapp.core.presentation import Group
from quizapp.core.problems import Problem
from quizapp.core.reading import Reader
from quizapp.core.spans import Span
from quizapp.core.types.entries import carried, numbered, read_span, told
from quizapp.core.types.faults import fault, text_faults
from quizapp.core.types.placing import PlacingBody


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
        return {"id": self.id, "text": self.text, "category": self.category, **told(self.feedback, self.evidence)}


@dataclass(frozen=True, slots=True)
class ClassifyBody(PlacingBody[Statement, Category]):
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

    @property
    def entries(self) -> Sequence[Statement]:
        """The statements."""
        return self.statements

    @property
    def places(self) -> Sequence[Category]:
        """The categories."""
        return self.categories

    def home(self, statement: Statement) -> Category:
        """The right category of a statement."""
        return self.categories[statement.category]

    def texts(self) -> tuple[str, ...]:
        """Categories and statements."""
        return (*(c.text for c in self.categories), *(s.text for s in self.statements))

    def keys(self) -> tuple[str, ...]:
        """Each statement with its category, where there is one."""
        placed = [s for s in self.statements if 0 <= s.category < len(self.categories)]
        return tuple(f"{s.text} → {self.home(s).text}" for s in placed)

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

"""A quiz laid out question by question for whoever is not taking it: for a preview, and for paper."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from quizapp.banks import queries as banks
from quizapp.core import papers
from quizapp.core.items import Item
from quizapp.core.presentation import Group, Shown, draw_order
from quizapp.quizzes import publishing, queries
from quizapp.quizzes.models import Quiz
from quizapp.quizzes.publishing import Layout

VERSIONS = "ABCDEF"
"""The letters that versions on paper may have."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One question, laid out as a student would meet it."""

    item: Item
    shown: Shown
    public_id: str


def sheets(session: Session, quiz: Quiz, layout: Layout, seed: str) -> list[Sheet]:
    """The working copy as one seed draws and orders it, in the order of the quiz; nothing while it has troubles."""
    if layout.troubles:
        return []
    versions = papers.draw(layout.places(), publishing.pairs_of(session, layout), f"{quiz.public_id}|{seed}")
    items, names = banks.versions(session, versions), queries.names_of(session, versions)
    return [_sheet(items[version], f"{seed}|{place}", names[version]) for place, version in enumerate(versions, 1)]


def on_paper(session: Session, quiz: Quiz, layout: Layout, letter: str) -> list[Sheet]:
    """The version of a letter, the same at every printing: A keeps the order of the quiz, the others mix it."""
    found = sheets(session, quiz, layout, f"paper {letter}")
    if letter == VERSIONS[0]:
        return found
    mixed = Group(tuple(map(str, range(len(found)))), shuffled=True, disordered=True)
    return [found[int(place)] for place in draw_order([mixed], f"{quiz.public_id}|{letter}")]


def _sheet(item: Item, seed: str, public_id: str) -> Sheet:
    return Sheet(item, Shown(draw_order(item.body.groups(), seed), seed), public_id)

"""What the tests of acts on an item share: Giulia's first question, its answers by name, and marks as they stand."""

from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from sqlalchemy import select

from quizapp.attempts.models import Attempt, Outcome
from quizapp.banks.models import Item, ItemAct
from tests.build import form_of
from tests.desk import ada, bound, giulia

__all__ = ["ada", "bound", "giulia"]


@pytest.fixture
def edit(town) -> str:
    """The address of the first question's editor."""
    return f"/items/{town.item}/edit"


@pytest.fixture
def press(giulia, edit) -> Callable[..., Any]:
    """Change fields of the editor and press a button of it."""

    def pressed(button: str, client: Any = giulia, at: str = edit, **fields: str) -> Any:
        sent = {**form_of(giulia.get(at).text, at), **fields}
        return client.post(at, data={**sent, "save": button})

    return pressed


@pytest.fixture
def correct(press) -> Callable[..., Any]:
    """Say that another answer is right: its place among the options."""
    return lambda key="1", why="Fu firmato a Ginevra.", **more: press("apply", key=key, why=why, **more)


@pytest.fixture
def withdraw(giulia, town) -> Callable[..., Any]:
    """Withdraw a question, the first one unless said."""
    return lambda item=town.item, why="Era ambigua.": giulia.post(f"/items/{item}/withdraw", data={"why": why})


@pytest.fixture
def undo(giulia, session) -> Callable[[], Any]:
    """Take the last act back."""

    def undone() -> Any:
        session.rollback()
        act = session.scalars(select(ItemAct).order_by(ItemAct.id.desc())).first()
        return giulia.post(f"/acts/{act.public_id}/undo")

    return undone


def say(client: Any, place: str, text: str, **more: str) -> Any:
    """Answer the choice at this address with the option of this text."""
    page = BeautifulSoup(client.get(place).text, "html.parser")
    code = next(label.input["value"] for label in page.select(".choice") if text in label.get_text())
    seq = page.select_one('input[name="seq"]')
    return client.post(place, data={"seq": seq["value"], "answer": code, **more})


def standing(session: Any) -> list[tuple[Any, ...]]:
    """The totals of every attempt."""
    session.rollback()
    session.expire_all()
    columns = (Attempt.state, Attempt.size, Attempt.answered, Attempt.right, Attempt.mark, Attempt.maximum)
    return [tuple(row) for row in session.execute(select(*columns).order_by(Attempt.id))]


def outcomes(session: Any, position: int = 1) -> list[tuple[Any, ...]]:
    """The outcomes of a place of the first attempt, in their order."""
    session.rollback()
    first = select(Attempt.id).order_by(Attempt.id).limit(1).scalar_subquery()
    wanted = select(Outcome.number, Outcome.mark, Outcome.maximum, Outcome.reason)
    where = (Outcome.position == position, Outcome.attempt_id == first)
    return [tuple(row) for row in session.execute(wanted.where(*where).order_by(Outcome.number))]


def acts(session: Any) -> list[ItemAct]:
    """Every act, the first one first."""
    session.rollback()
    session.expire_all()
    return list(session.scalars(select(ItemAct).order_by(ItemAct.id)))


def item_at(session: Any, position: int) -> str:
    """The public id of the town's question at a position, from 0."""
    session.rollback()
    return str(session.scalars(select(Item.public_id).where(Item.position == position)).first())

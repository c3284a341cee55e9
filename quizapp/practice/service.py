"""Verbs of practice: which banks a class may practise."""

import datetime
from collections.abc import Collection

from sqlalchemy import delete
from sqlalchemy.orm import Session

from quizapp.banks.models import Bank, BankOpening
from quizapp.practice.queries import classes_of_opening


def open_bank(
    session: Session, bank: Bank, mine: Collection[int], chosen: Collection[int], *, by: int, now: datetime.datetime
) -> None:
    """Of a teacher's classes `mine` just the `chosen` ones may practise this bank from now on; others stay."""
    former = classes_of_opening(session, bank.id)
    shut = (former & set(mine)) - set(chosen)
    session.execute(delete(BankOpening).where(BankOpening.bank_id == bank.id, BankOpening.class_id.in_(shut)))
    for each in set(chosen) - former:
        session.add(BankOpening(bank_id=bank.id, class_id=each, opened_by=by, opened_at=now))

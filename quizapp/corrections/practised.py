"""Who met a question in practice alone: there is no mark to tell them of, but what they learned is no longer so."""

import datetime
from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy.orm import Session

from quizapp.attempts.models import Purpose
from quizapp.attempts.releases import items_to_come, not_to_practise
from quizapp.core.items import Item as CoreItem
from quizapp.corrections.reach import Reached
from quizapp.notices.models import Kind
from quizapp.notices.service import of_question, tell


def tell_practised(
    session: Session,
    item_id: int,
    item: CoreItem,
    places: Iterable[Reached],
    kind: Kind,
    said: dict[str, Any],
    now: datetime.datetime,
    *,
    but: Collection[int],
) -> None:
    """Tell each student who answered one of these places in practice, once, at the last of them.

    `but` are the people who are told already. Whoever has yet to find the key elsewhere is not told of a correction.
    """
    last = {
        place.attempt.user_id: place
        for place in places
        if place.attempt.purpose == Purpose.PRACTICE and place.seq and place.attempt.user_id not in but
    }
    for user, place in last.items():
        if kind is not Kind.WITHDRAWN and item_id in not_to_practise(session, user, now) | items_to_come(
            session, user, now
        ):
            continue
        about = {
            **of_question(item),
            "attempt": place.attempt.public_id,
            "n": place.position,
            "practice": True,
            **said,
        }
        made = tell(session, user, kind, about, now, subject=f"practised {item_id}")
        made.kind = kind.value  # one that waits of the same question now says this

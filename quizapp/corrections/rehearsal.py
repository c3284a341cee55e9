"""What a correction would do to marks, before it is done."""

from sqlalchemy.orm import Session

from quizapp.core.items import Item as CoreItem
from quizapp.core.policy import Identity
from quizapp.corrections import queries, reach, service


def rehearse(session: Session, who: Identity, item_id: int, corrected: CoreItem) -> queries.Reach:
    """Whom a correction would reach, and what would become of their marks; nothing is stored.

    Raises service.OtherEntriesError.
    """
    found = service.changes(session, item_id, corrected)
    moves = [queries.Move(each.place, each.place.mark, each.after, kept=each.after is None) for each in found]
    instead = {move.place.key: move.after for move in moves if move.after is not None}
    attempts = {move.place.attempt.id: move.place.attempt for move in moves}
    return queries.reach_of(session, who, moves, reach.totals_of(session, attempts.values(), instead))

"""The page of one item over all its uses; the blueprint is that of `views`."""

from flask import render_template

from quizapp.analysis.uses import uses_of
from quizapp.analysis.views import analysis
from quizapp.banks import queries as banks
from quizapp.banks.bank_views import load_item
from quizapp.core.policy import Action, may
from quizapp.corrections import succession
from quizapp.quizzes.queries import quiz_thing
from quizapp.web import database
from quizapp.web.guard import allowed, me
from quizapp.web.replica import from_replica

__all__ = ["analysis"]


@analysis.get("/items/<item>/analysis")
@allowed(Action.SEE_BANK)
@from_replica
def of_item(item: str) -> str:
    """What first attempts say of a question, wherever it was asked."""
    db = database.session()
    _bank, listed = load_item(item)
    uses = uses_of(db, listed.row)
    return render_template(
        "analysis/item.html",
        listed=listed,
        together=uses.together,
        versions=uses.versions,
        chain=[link for link in _chain(listed.row.id) if may(me(), Action.SEE_BANK, banks.thing(link.bank))],
        rows=[(use, may(me(), Action.SEE_QUIZ, quiz_thing(use.quiz))) for use in uses.uses],
    )


def _chain(item_id: int) -> list[succession.Link]:
    return succession.chain(database.session(), item_id)

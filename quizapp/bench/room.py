"""The blueprint of the room, and how its pages find what they work on."""

from flask import Blueprint, abort

from quizapp.bench import queries
from quizapp.bench.queries import OnBench
from quizapp.core.policy import Action
from quizapp.web import database
from quizapp.web.guard import require

bench = Blueprint("bench", __name__)


def worked_on(article: str) -> OnBench:
    """The article of this teacher; 404 for everybody else."""
    found = queries.on_bench(database.session(), article)
    require(Action.WORK_ON_ARTICLE, queries.thing(found.article) if found else None)
    return found or abort(404)

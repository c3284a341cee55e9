"""Pages of the item analysis."""

from flask import Blueprint, abort, render_template, request

from quizapp.analysis.readings import told
from quizapp.banks import queries as banks
from quizapp.core.analysis.report import FLAGS
from quizapp.core.policy import Action, may
from quizapp.quizzes.queries import quiz_by_public_id, quiz_thing
from quizapp.web import database
from quizapp.web.guard import allowed, me, require
from quizapp.web.replica import from_replica

analysis = Blueprint("analysis", __name__)


@analysis.get("/quizzes/<quiz>/analysis")
@allowed(Action.SEE_QUIZ)
@from_replica
def of_quiz(quiz: str) -> str:
    """What first attempts say of each question, the worst one first; of the edition asked for, else the newest."""
    db = database.session()
    found = quiz_by_public_id(db, quiz)
    require(Action.SEE_QUIZ, quiz_thing(found) if found else None)
    if found is None:
        abort(404)
    found_out = told(db, found.id, request.args.get("edition", ""))
    said = found_out.reading.questions
    rows = sorted(enumerate(zip(found_out.asked, said, strict=True), 1), key=lambda row: (row[1][1].gravity, row[0]))
    return render_template(
        "analysis/quiz.html",
        quiz=found,
        shown=found_out.shown,
        editions=found_out.editions,
        reading=found_out.reading,
        rows=[(number, each, its, may(me(), Action.EDIT_BANK, banks.thing(each.bank))) for number, (each, its) in rows],
        faulty=sum(each.finding in FLAGS for each in said),
    )

"""Pages of the item analysis."""

from flask import Blueprint, abort, render_template, request

from quizapp.analysis import queries
from quizapp.banks import queries as banks
from quizapp.core.analysis.report import FLAGS, read_quiz
from quizapp.core.policy import Action, may
from quizapp.quizzes.queries import quiz_by_public_id, quiz_thing
from quizapp.web import database
from quizapp.web.guard import allowed, me, require

analysis = Blueprint("analysis", __name__)


@analysis.get("/quizzes/<quiz>/analysis")
@allowed(Action.SEE_QUIZ)
def of_quiz(quiz: str) -> str:
    """What first attempts say of each question, the worst one first; of the edition asked for, else the newest."""
    db = database.session()
    found = quiz_by_public_id(db, quiz)
    require(Action.SEE_QUIZ, quiz_thing(found) if found else None)
    if found is None:
        abort(404)
    editions = queries.taken(db, found.id)
    wanted = request.args.get("edition", "")
    shown = next((each for each in editions if str(each.edition) == wanted), editions[0] if editions else None)
    asked = queries.asked(db, found.id, shown.edition) if shown else []
    reading = read_quiz([each.question for each in asked], shown.count if shown else 0)
    rows = sorted(enumerate(zip(asked, reading.questions, strict=True), 1), key=lambda row: (row[1][1].gravity, row[0]))
    return render_template(
        "analysis/quiz.html",
        quiz=found,
        shown=shown,
        editions=editions,
        reading=reading,
        rows=[
            (number, each, said, may(me(), Action.EDIT_BANK, banks.thing(each.bank))) for number, (each, said) in rows
        ],
        faulty=sum(said.finding in FLAGS for said in reading.questions),
    )

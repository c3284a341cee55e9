"""The second pair of eyes: what a colleague accepted, to be approved or sent back."""

from flask import abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from quizapp.accounts.models import School
from quizapp.bench import pages, queries, service
from quizapp.bench.room import bench
from quizapp.bench.states import Act
from quizapp.core.policy import Action, Role
from quizapp.web import database
from quizapp.web.clock import now
from quizapp.web.guard import allowed, me


@bench.get("/approvals")
@allowed(Action.TEACH)
def approvals() -> str:
    """What waits for a second teacher: the questions with their sentence, never the article."""
    db = database.session()
    rows = queries.waiting(db, me().school)
    cards = [(pages.Card(laid, (), version), by) for laid, by, version in rows]
    cards.sort(key=lambda each: each[0].faulty)  # first those that can be approved
    return render_template(
        "bench/approvals.html",
        theirs=[each for each in cards if each[1].id != me().id],
        mine=[each for each in cards if each[1].id == me().id],
        second=queries.wants_second(db, me().school),
        may_set=me().role is Role.ADMIN,
    )


@bench.post("/approvals/<draft>")
@allowed(Action.TEACH)
def approve(draft: str) -> Response:
    """Approve or send back what somebody else accepted; approved is the wording that was shown, and no other."""
    act = Act.APPROVE if request.form.get("act") == "approve" else Act.UNDO
    waiting = {
        each.row.public_id: (each, by) for each, by, _version in queries.waiting(database.session(), me().school)
    }
    if draft not in waiting:
        abort(404)
    laid, first = waiting[draft]
    if first.id == me().id:
        abort(403)
    if act is Act.APPROVE and queries.last_author(database.session(), laid) == me().id:
        flash(_("You wrote it last: whoever accepted it makes it active, on its own page."), "warn")
        return redirect(url_for("bench.approvals"), 303)
    try:
        with database.writing() as write:
            if act is Act.APPROVE and not _as_shown(write, draft):
                raise service.DraftChangedError
            service.decide(write, draft, act, service.seq_of(request.form.get("seq")), me(), now())
            if act is Act.UNDO:
                service.tell_sent_back(write, laid, first.id, now())
    except service.DraftChangedError:
        abort(409)
    flash(_("Approved.") if act is Act.APPROVE else _("Sent back to the drafts."), "ok")
    return redirect(url_for("bench.approvals"), 303)


def _as_shown(write: Session, draft: str) -> bool:
    found = queries.laid(write, draft)
    return found is not None and found[0].mark == request.form.get("wording")


@bench.post("/approvals")
@allowed(Action.SET_UP_SCHOOL)
def set_second() -> Response:
    """Whether questions of this school need a second teacher."""
    with database.writing() as write:
        write.get_one(School, me().school).second_approver = request.form.get("second") == "on"
    flash(_("Saved."), "ok")
    return redirect(url_for("bench.approvals"), 303)

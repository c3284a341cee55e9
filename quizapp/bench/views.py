"""The bench: the article on the left, its drafts on the right, and a decision on each."""

from collections.abc import Sequence

from flask import abort, flash, make_response, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response

from quizapp.articles.queries import corrections_since
from quizapp.banks.models import Item
from quizapp.bench import listing, pages, queries, service
from quizapp.bench.listing import Drawer
from quizapp.bench.pages import Card, Counts
from quizapp.bench.queries import Laid, OnBench
from quizapp.bench.ranking import ENOUGH, Tally, rate
from quizapp.bench.room import bench, worked_on
from quizapp.bench.states import Act, State
from quizapp.bench.wording import family, field_name, flaw, kind_name, reason, role_name
from quizapp.core.lifecycle import Status
from quizapp.core.policy import Action
from quizapp.extraction.assembly import PRIOR
from quizapp.web import database
from quizapp.web.clock import now
from quizapp.web.guard import allowed, me, require

_SHOWN = {
    "todo": {State.TODO, State.EDITING},
    "accepted": {State.ACCEPTED},
    "rejected": {State.REJECTED},
}


bench.add_app_template_filter(flaw, "flaw")
bench.add_app_template_filter(reason, "reason")
bench.add_app_template_filter(role_name, "role_name")
bench.add_app_template_filter(family, "family")
bench.add_app_template_filter(field_name, "field_name")
bench.add_app_template_filter(kind_name, "kind_name")


@bench.get("/articles/<article>/drafts")
@allowed(Action.WORK_ON_ARTICLE)
def drafts(article: str) -> Response:
    """The article beside its drafts; `show` is one state, or everything, `card` the draft round which they are opened.

    For htmx, with `last`, the cards alone from one draft to the other.
    """
    on = worked_on(article)
    db = database.session()
    laid = queries.laid_out(db, on.version.id)
    show = request.args.get("show", "")
    wanted = [each for each in laid if show not in _SHOWN or each.state in _SHOWN[show]]
    show = show if show in _SHOWN else ""
    card, last = request.args.get("card", ""), request.args.get("last", "")
    if last and request.headers.get("HX-Request"):
        answer = make_response(_more(on, listing.between(on, laid, wanted, card, last), show))
    else:
        answer = make_response(_page(on, laid, listing.listed(on, laid, wanted, card), show))
    answer.vary.add("HX-Request")
    return answer


def _page(on: OnBench, laid: Sequence[Laid], drawers: Sequence[Drawer], show: str) -> str:
    db = database.session()
    return render_template(
        "bench/drafts.html",
        on=on,
        parts=pages.outlined(on, laid),
        left_out=pages.left_out(on),
        aside=pages.set_aside(on),
        drawers=drawers,
        counts=pages.counted(laid),
        show=show,
        bank=queries.bank_of(db, on.article.id, me().id),
        second=queries.wants_second(db, me().school),
        corrected=corrections_since(db, on.version),
    )


def _more(on: OnBench, cards: Sequence[Card] | None, show: str) -> str:
    """404 where they were drafted again meanwhile: the lines stay, and lead to what stands in their place."""
    if cards is None:
        abort(404)
    second = queries.wants_second(database.session(), me().school)
    return render_template("bench/more.html", on=on, cards=cards, show=show, second=second)


@bench.post("/drafts/<draft>")
@allowed(Action.WORK_ON_ARTICLE)
def decide(draft: str) -> Response | tuple[str, int]:
    """Accept, edit, reject, or put back; 409 where another tab or person was faster."""
    on = _draft(draft)
    act = request.form.get("act", "")
    seq = service.seq_of(request.form.get("seq"))
    if act not in {Act.ACCEPT, Act.EDIT, Act.REJECT, Act.UNDO} or seq < 0:
        abort(422)
    try:
        with database.writing() as write:
            row = service.decide(write, draft, Act(act), seq, me(), now())
    except service.DraftChangedError:
        return _answer(on, draft, _("This draft has changed in another tab: here it is as it stands now."), 409)
    if act == Act.EDIT and (item := _editor_of(row.item_id)):
        return redirect(item, 303)
    return _answer(on, draft, None, 200)


def _draft(draft: str) -> OnBench:
    found = queries.laid(database.session(), draft)
    require(Action.WORK_ON_ARTICLE, queries.thing(found[1]) if found else None)
    on = queries.on_bench(database.session(), found[1].public_id) if found else None
    return on or abort(404)


def _editor_of(item_id: int | None) -> str | None:
    row = database.session().get(Item, item_id) if item_id else None
    return url_for("items.edit", item=row.public_id) if row else None


def _answer(on: OnBench, draft: str, changed: str | None, code: int) -> Response | tuple[str, int]:
    """The card as it stands now: alone for htmx, else the page at its place."""
    db = database.session()
    laid = queries.laid_out(db, on.version.id)
    mine = next(each for each in laid if each.row.public_id == draft)
    counts = pages.counted(laid)
    said = changed or announced(mine.state, counts)
    show = request.form.get("show", "")
    if not request.headers.get("HX-Request"):
        flash(said, "warn" if changed else "ok")
        back = _at(on, draft, show)
        return redirect(back, 303) if code == 200 else (_conflict(said, back), code)
    html = render_template(
        "bench/answer.html",
        on=on,
        card=Card(mine, on.drafting.sentences, on.version),
        counts=counts,
        said=said,
        changed=changed,
        show=show,
        bank=queries.bank_of(db, on.article.id, me().id),
        second=queries.wants_second(db, me().school),
    )
    answer = make_response(html, code)
    answer.vary.add("HX-Request")
    return answer


def _at(on: OnBench, draft: str, show: str) -> str:
    return url_for(
        "bench.drafts", article=on.article.public_id, show=show or None, card=draft, _anchor=f"draft-{draft}"
    )


def _conflict(said: str, back: str) -> str:
    return render_template("bench/changed.html", said=said, back=back)


def announced(state: State, counts: Counts) -> str:
    """What a screen reader hears after a decision."""
    left = ngettext("%(num)s left to decide.", "%(num)s left to decide.", counts.todo)
    done = {
        State.ACCEPTED: _("Accepted."),
        State.REJECTED: _("Rejected."),
        State.TODO: _("Back among the drafts."),
        State.EDITING: _("In the editor."),
    }[state]
    return f"{done} {left}"


@bench.get("/articles/<article>/publish")
@allowed(Action.WORK_ON_ARTICLE)
def publish(article: str) -> Response:
    """On to making a quiz of the accepted questions; first to what nobody has said of the article yet."""
    on = worked_on(article)
    if on.drafting.unsaid:
        flash(_("Say first where the article comes from: students see it beside the proof."), "info")
        return redirect(url_for("bench.provenance", article=article, next="publish"), 303)
    db = database.session()
    bank = queries.bank_of(db, on.article.id, me().id)
    if bank is None:
        abort(404)
    decided = [each for each in queries.laid_out(db, on.version.id) if each.state is State.ACCEPTED]
    accepted = [each for each in decided if each.status is not Status.RETIRED]
    waiting = sum(each.status is Status.IN_REVIEW for each in accepted)
    if waiting == len(accepted) and not on.sourced:
        flash(
            _("No question can be published yet: write the web address, or the title with the newspaper or site."),
            "warn",
        )
        return redirect(url_for("bench.provenance", article=article, next="publish"), 303)
    if waiting:
        flash(left_behind(waiting, second=queries.wants_second(db, me().school)), "warn")
    if waiting == len(accepted):
        return redirect(url_for("bench.drafts", article=article, show="accepted"), 303)
    return redirect(url_for("quizzes.new", bank=bank.public_id, item=[each.item_public_id for each in accepted]), 303)


def left_behind(count: int, *, second: bool) -> str:
    """What is said of accepted questions that no quiz may ask yet."""
    waits = ngettext(
        "%(num)s accepted question is not here: it waits for a second teacher.",
        "%(num)s accepted questions are not here: they wait for a second teacher.",
        count,
    )
    lacks = ngettext(
        "%(num)s accepted question is not here: it is in review. Open it in the editor and save it as active.",
        "%(num)s accepted questions are not here: they are in review. Open them in the editor and save them as active.",
        count,
    )
    return str(waits if second else lacks)


@bench.get("/families")
@allowed(Action.TEACH)
def families() -> str:
    """What the school's teachers accepted, edited and rejected, by family, and the order that follows."""
    found = queries.tallies(database.session(), me().school)
    rows = sorted(
        ((name, found.get(name, Tally()), rate(name, found.get(name, Tally()))) for name in {*found, *PRIOR}),
        key=lambda row: -row[2],
    )
    return render_template(
        "bench/families.html", rows=rows, enough=ENOUGH, decided=sum(each.decided for each in found.values())
    )

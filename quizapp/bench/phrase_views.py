"""Any phrase, one question: a sentence, or a part of it, and what can be asked of it."""

from flask import abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from quizapp.bench import pages, service
from quizapp.bench.queries import Laid, OnBench
from quizapp.bench.room import bench, worked_on
from quizapp.core.policy import Action
from quizapp.core.typed import whole_number
from quizapp.extraction.anyphrase import on_phrase, parts_of
from quizapp.extraction.engine import as_json
from quizapp.web import database
from quizapp.web.clock import now
from quizapp.web.guard import allowed


@bench.get("/articles/<article>/phrase")
@allowed(Action.WORK_ON_ARTICLE)
def phrase(article: str) -> str:
    """What can be asked of sentence `sentence`, or of `phrase` in it."""
    on = worked_on(article)
    number, start = _sentence(on, request.args.get("sentence", "1"))
    chosen = " ".join(request.args.get("phrase", "").split())
    drafted = service.drafted_again(on)
    offers = as_json(on_phrase(drafted, start, chosen))["drafts"]
    return render_template(
        "bench/phrase.html",
        on=on,
        number=number,
        last=len(on.drafting.sentences),
        quote=pages.quote_of(on, number),
        chosen=chosen,
        parts=parts_of(drafted, start),
        cards=[_card(on, data, place) for place, data in enumerate(offers)],
    )


@bench.post("/articles/<article>/phrase")
@allowed(Action.WORK_ON_ARTICLE)
def add_phrase(article: str) -> Response:
    """Put one of the offers among the drafts; the offer is made anew, never taken from the form."""
    on = worked_on(article)
    _number, start = _sentence(on, request.form.get("sentence", ""))
    chosen = " ".join(request.form.get("phrase", "").split())
    offers = as_json(on_phrase(service.drafted_again(on), start, chosen))["drafts"]
    place = whole_number(request.form.get("place"), len(offers) - 1)
    if place is None:
        abort(422)
    with database.writing() as write:
        row = service.add_asked(write, on.version.id, offers[place], now())
        made = row.public_id
    flash(_("Among the drafts."), "ok")
    return redirect(url_for("bench.drafts", article=article, card=made, _anchor=f"draft-{made}"), 303)


def _sentence(on: OnBench, written: str) -> tuple[int, int]:
    """The number of a sentence, and where it starts; 404 where there is none, or its text was deleted."""
    number = whole_number(written, len(on.drafting.sentences), least=1)
    if on.version.text is None or number is None:
        abort(404)
    return number, int(on.drafting.sentences[number - 1]["start"])


def _card(on: OnBench, data: dict[str, object], place: int) -> pages.Card:
    row = service.drafted_row(on.version.id, place, data, service.ASKED, now())
    row.public_id = f"offer-{place}"
    return pages.Card(Laid(row, None, None, None), on.drafting.sentences, on.version)

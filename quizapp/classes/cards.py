"""Accounts from a pasted list, and the cards to cut out.

A card's password is made again from the server's key and a signed nonce, for an hour; nothing readable is stored.
"""

import datetime
import hashlib

from flask import abort, redirect, render_template, request, url_for
from flask_babel import gettext as _
from itsdangerous import BadSignature, URLSafeTimedSerializer
from werkzeug.wrappers import Response

from quizapp.accounts import acts
from quizapp.accounts import queries as users
from quizapp.accounts.acts import Act
from quizapp.accounts.passwords import derived_password, hash_password
from quizapp.classes import queries, service
from quizapp.classes.forms import LONGEST_NAME, MOST_PASTED, PastedForm
from quizapp.classes.models import SchoolClass
from quizapp.classes.views import classes, load_class
from quizapp.core.policy import Action
from quizapp.web import database
from quizapp.web.clock import now
from quizapp.web.forms import said
from quizapp.web.guard import allowed, me
from quizapp.web.presses import name_of_press
from quizapp.web.settings import secret_key

_HOUR = datetime.timedelta(hours=1)


@classes.get("/classes/<school_class>/accounts")
@allowed(Action.SEE_CLASS)
def paste(school_class: str) -> str:
    """The field for a list of names."""
    return render_template("classes/paste.html", school_class=load_class(school_class), form=PastedForm())


@classes.post("/classes/<school_class>/accounts")
@allowed(Action.SEE_CLASS)
def make_accounts(school_class: str) -> Response | tuple[str, int]:
    """An account for every name of the list; all of them or none."""
    found, form = load_class(school_class), PastedForm()
    if form.validate():
        lines = [" ".join(line.split()) for line in said(form.names).splitlines()]
        names = [line for line in lines if line]
        too_long = [place for place, line in enumerate(lines, 1) if len(line) > LONGEST_NAME]
        if len(names) > MOST_PASTED:
            form.names.errors = [_("At most %(most)s names at once.", most=MOST_PASTED)]
        elif too_long:
            form.names.errors = [
                _("Line %(line)s: a name has at most %(most)s characters.", line=too_long[0], most=LONGEST_NAME)
            ]
        else:
            nonce, moment = name_of_press("cards"), now()
            people = [(name_of_press(f"card {place}"), name) for place, name in enumerate(names)]
            hashed = [(who, name, hash_password(_password(nonce, who))) for who, name in people]
            with database.writing() as db:
                if not any(users.by_public_id(db, who) for who, _name in people[:1]):
                    service.make_accounts(db, db.get_one(SchoolClass, found.id), hashed, moment)
                    acts.note(db, me().school, Act.ACCOUNTS_MADE, moment, by=me().id, count=len(hashed))
            sheet = _signer().dumps({"class": school_class, "nonce": nonce, "people": [who for who, _name in people]})
            return redirect(url_for("classes.cards", school_class=school_class, sheet=sheet), 303)
    return render_template("classes/paste.html", school_class=found, form=form), 422


@classes.get("/classes/<school_class>/cards")
@allowed(Action.SEE_CLASS)
def cards(school_class: str) -> str:
    """The cards of a list made within the last hour."""
    found = load_class(school_class)
    try:
        sheet, made_at = _signer().loads(request.args.get("sheet", ""), return_timestamp=True)
    except BadSignature:
        abort(404)
    if sheet["class"] != school_class or now() > made_at + _HOUR:
        abort(404)
    wanted = set(sheet["people"])
    made = [user for user, _membership in queries.register(database.session(), found.id) if user.public_id in wanted]
    return render_template(
        "classes/cards.html",
        school_class=found,
        cards=[(user, _password(sheet["nonce"], user.public_id)) for user in made],
    )


def _password(nonce: str, person: str) -> str:
    return derived_password(secret_key(), nonce, person)


def _signer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(secret_key(), salt="cards", signer_kwargs={"digest_method": hashlib.sha256})

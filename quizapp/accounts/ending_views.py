"""Signing out one's other browsers: whoever finds a page open must know what its person signs in with."""

from flask import flash, g, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from quizapp.accounts import queries, service, slowing
from quizapp.accounts.forms import EndForm
from quizapp.accounts.models import User, UserSession
from quizapp.accounts.own_views import by_code
from quizapp.accounts.second_views import code_fits
from quizapp.accounts.views import accounts
from quizapp.core.codes import normal_code
from quizapp.core.policy import Action
from quizapp.web import database
from quizapp.web.clock import now
from quizapp.web.forms import said
from quizapp.web.guard import allowed, me

OTHERS = "others"


@accounts.get("/account/sessions")
@allowed(Action.USE)
def ending() -> str | Response:
    """Which browser is to be signed out, or that all others are."""
    return _asked(_form(_mine(), empty=True), request.args.get("session", OTHERS))


@accounts.post("/account/sessions")
@allowed(Action.USE)
def end_session() -> Response | str | tuple[str, int]:
    """Sign out one browser, or all others, for whoever knows the password, and has the code where one is set up."""
    user, written = _mine(), request.form.get("session", OTHERS)
    form = _form(user)
    try:
        if not form.validate() or not _sure(user, form):
            return _answered(_asked(form, written), 422)
    except service.TooManyTriesError:
        return _answered(_asked(form, written, waiting=True), 429)
    which = _one(_others(), written)
    with database.writing() as db:
        if written == OTHERS:
            service.end_others(db, user.id, g.session_id, now())
        elif which is not None:
            service.end_session(db, user.id, which.id, now())
    flash(_("You are signed out everywhere else.") if written == OTHERS else _("That browser is signed out."), "ok")
    return redirect(url_for("accounts.own"), 303)


def _sure(user: User, form: EndForm) -> bool:
    """Whether password and code are right; where they are not, the form says so. Raises TooManyTriesError."""
    typed = form.password.data or ""
    secret = normal_code(typed) if by_code(user) else typed
    if slowing.check_password(user.school_id, user.sign_in_name, secret) is None:
        form.password.errors = [
            _("This is not your recovery code.") if by_code(user) else _("This is not your password.")
        ]
        return False
    if form.code is not None and not code_fits(user, said(form.code)):
        form.code.errors = [_("This code is not right, or was used before.")]
        return False
    return True


def _form(user: User, *, empty: bool = False) -> EndForm:
    form = EndForm(formdata=None) if empty else EndForm()
    if by_code(user):
        form.password.label.text = _l("Your recovery code")
    if user.totp_nonce is None:
        del form.code
    return form


def _asked(form: EndForm, written: str, *, waiting: bool = False) -> str | Response:
    """The page that asks for it; back to the list where no such browser is signed in any more."""
    others = _others()
    which = _one(others, written)
    if which is None and written != OTHERS:
        return redirect(url_for("accounts.own"), 303)
    return render_template(
        "accounts/end.html", form=form, which=which, written=written, others=len(others), waiting=waiting
    )


def _answered(page: str | Response, status: int) -> Response | tuple[str, int]:
    return (page, status) if isinstance(page, str) else page


def _others() -> list[UserSession]:
    """The person's browsers that are signed in, but this one."""
    found = queries.sessions(database.session(), me().id, now())
    return [each for each in found if each.id != g.session_id]


def _one(others: list[UserSession], written: str) -> UserSession | None:
    """The other browser that is meant, where it is one of the person's."""
    return next((each for each in others if str(each.id) == written), None)


def _mine() -> User:
    return database.session().get_one(User, me().id)

"""One's own sign-in: which browsers are signed in, and another password."""

from flask import flash, g, redirect, render_template, session, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from quizapp.accounts import queries, second, service, slowing
from quizapp.accounts.forms import PasswordForm
from quizapp.accounts.models import School, User
from quizapp.accounts.passwords import hash_password
from quizapp.accounts.views import accounts, sign_in_as
from quizapp.core.policy import Action, Role
from quizapp.web import database
from quizapp.web.clock import now
from quizapp.web.guard import allowed, me

_BY_CODE = "~"
"""How the sign-in name begins of who comes in by nickname and recovery code, and has no password to choose."""


@accounts.get("/account")
@allowed(Action.USE)
def own() -> str:
    """Where one is signed in, one's password, and codes for teachers."""
    return _page(PasswordForm(formdata=None))


@accounts.post("/account/password")
@allowed(Action.USE)
def own_password() -> Response | tuple[str, int]:
    """Another password; every other session ends."""
    db, form = database.session(), PasswordForm()
    user = db.get_one(User, me().id)
    form.password.names = (user.name, user.sign_in_name, db.get_one(School, user.school_id).name)
    if not form.validate():
        return _page(form), 422
    try:
        if not _knows_password(user, form.current.data or ""):
            form.current.errors = [_("This is not your password.")]
            return _page(form), 422
    except service.TooManyTriesError:
        return _page(form, waiting=True), 429
    hashed = hash_password(form.password.data or "")
    with database.writing() as write:
        service.set_password(write, write.get_one(User, user.id), hashed, now())
    sign_in_as(user.id, shared=not session.permanent)
    flash(_("Your password has changed; everywhere else you are signed out."), "ok")
    return redirect(url_for("accounts.own"), 303)


def knows_password(password: str) -> bool:
    """Whether the signed-in person knows their password; failures slow down as those of sign-in do.

    Raises TooManyTriesError.
    """
    return _knows_password(database.session().get_one(User, me().id), password)


def by_code(user: User) -> bool:
    """Whether a person comes in by nickname and recovery code, and has no password."""
    return user.sign_in_name.startswith(_BY_CODE)


def _knows_password(user: User, password: str) -> bool:
    return slowing.check_password(user.school_id, user.sign_in_name, password) is not None


def _page(form: PasswordForm, *, waiting: bool = False) -> str:
    db = database.session()
    user = db.get_one(User, me().id)
    return render_template(
        "accounts/own.html",
        form=form,
        waiting=waiting,
        has_password=not by_code(user),
        may_have_codes=me().role is not Role.STUDENT,
        has_codes=user.totp_nonce is not None,
        left=second.left(db, user.id),
        sessions=queries.sessions(db, me().id, now()),
        here_id=g.session_id,
    )

"""The second factor: the step of sign-in that asks for a code, setting it up, and what a school asks of its admins."""

import io

import segno
from flask import abort, flash, redirect, render_template, request, session, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from quizapp.accounts import acts, queries, second, service, slowing
from quizapp.accounts.acts import Act
from quizapp.accounts.forms import CodeForm, RulesForm, SureForm, SwitchOnForm
from quizapp.accounts.models import User
from quizapp.accounts.own_views import knows_password
from quizapp.accounts.views import SECOND, accounts, after_sign_in, load_other, sign_in_as
from quizapp.core.codes import shown_code
from quizapp.core.policy import Action, Role
from quizapp.core.totp import accepted, address_of, secret_of, written
from quizapp.web import database
from quizapp.web.clock import now
from quizapp.web.forms import said
from quizapp.web.guard import allowed, me, public
from quizapp.web.settings import secret_key

_WAITS_S = 600
"""How long a sign-in waits for its code."""
_NONCE, _CODES = "codes_nonce", "codes_shown"
Page = str | Response | tuple[str, int]


@accounts.get("/sign-in/code")
@public
def second_step() -> Page:
    """Ask for the code, of whoever has given name and password."""
    if _waiting() is None:
        return redirect(url_for("accounts.sign_in"), 303)
    return render_template("accounts/second.html", form=CodeForm(formdata=None), waiting=False)


@accounts.post("/sign-in/code")
@public
def second_step_submit() -> Page:
    """Sign in with a code of the device, or with one for its loss; each is taken once."""
    user, form = _waiting(), CodeForm()
    if user is None:
        return redirect(url_for("accounts.sign_in"), 303)
    if not form.validate():
        return render_template("accounts/second.html", form=form, waiting=False), 422
    try:
        fits = code_fits(user, said(form.code))
    except service.TooManyTriesError:
        return render_template("accounts/second.html", form=form, waiting=True), 429
    if fits:
        sign_in_as(user.id, shared=bool(session[SECOND]["shared"]))
        return after_sign_in()
    form.code.errors = [_("This code is not right, or was used before.")]
    return render_template("accounts/second.html", form=form, waiting=False), 422


@accounts.get("/account/codes")
@allowed(Action.TEACH)
def codes() -> Page:
    """Set up codes, or change what is set up."""
    return _codes_page(SwitchOnForm(formdata=None), SureForm(formdata=None))


@accounts.post("/account/codes")
@allowed(Action.TEACH)
def codes_submit() -> Page:
    """Ask for codes from now on, once the device has shown that it makes the right ones."""
    form, nonce = SwitchOnForm(), session.get(_NONCE)
    if nonce is None or _mine().totp_nonce is not None:
        return redirect(url_for("accounts.codes"), 303)
    try:
        step = _first_step(form, nonce)
    except service.TooManyTriesError:
        return _codes_page(form, SureForm(formdata=None), waiting=True), 429
    if step is None:
        return _codes_page(form, SureForm(formdata=None)), 422
    made, hashes = second.new_codes()
    with database.writing() as db:
        second.switch_on(db, me().id, nonce, step, hashes)
    session.pop(_NONCE)
    return _show(made)


@accounts.post("/account/codes/change")
@allowed(Action.TEACH)
def change_codes() -> Page:
    """Other codes for the loss of the device, or no codes at all, for whoever knows the password."""
    form = SureForm()
    if _mine().totp_nonce is None:
        return redirect(url_for("accounts.codes"), 303)
    if not form.validate():
        return _codes_page(SwitchOnForm(formdata=None), form), 422
    try:
        knows = knows_password(form.password.data or "")
    except service.TooManyTriesError:
        return _codes_page(SwitchOnForm(formdata=None), form, waiting=True), 429
    if not knows:
        form.password.errors = [_("This is not your password.")]
        return _codes_page(SwitchOnForm(formdata=None), form), 422
    if request.form.get("act") == "off":
        with database.writing() as db:
            second.switch_off(db, db.get_one(User, me().id))
        flash(_("From now on sign-in asks for no code."), "ok")
        return redirect(url_for("accounts.own"), 303)
    made, hashes = second.new_codes()
    with database.writing() as db:
        second.renew(db, me().id, hashes)
    return _show(made)


@accounts.get("/account/codes/picture")
@allowed(Action.TEACH)
def codes_picture() -> Response:
    """What the device reads, as a picture; only while it is being set up."""
    nonce = session.get(_NONCE) or abort(404)
    address = address_of(secret_of(secret_key(), nonce), "Quotidia", _mine().sign_in_name)
    drawn = io.BytesIO()
    segno.make(address, micro=False).save(drawn, kind="svg", scale=5, border=2, xmldecl=False, light="#fff")
    return Response(drawn.getvalue(), mimetype="image/svg+xml")


@accounts.get("/account/codes/kept")
@allowed(Action.TEACH)
def codes_shown() -> Page:
    """The codes for the loss of the device, once."""
    made = session.pop(_CODES, None)
    if made is None:
        return redirect(url_for("accounts.own"), 303)
    return render_template("accounts/codes_shown.html", made=[shown_code(code, 5) for code in made.split()])


@accounts.post("/people/<person>/codes")
@allowed(Action.MANAGE_PERSON)
def reset_codes(person: str) -> Response:
    """Ask somebody who has lost device and codes for no code any more."""
    user = load_other(person)
    with database.writing() as db:
        second.switch_off(db, db.get_one(User, user.id))
        acts.note(db, me().school, Act.CODES_OFF, now(), by=me().id, subject=user.id)
    flash(_("%(name)s signs in without a code now, and can set codes up anew.", name=user.name), "ok")
    return redirect(url_for("accounts.people"), 303)


@accounts.get("/sign-in-rules")
@allowed(Action.SET_UP_SCHOOL)
def rules() -> str:
    """What the school asks of its administrators, and which teachers have codes."""
    on = second.admins_need_codes(database.session(), me().school)
    return _rules_page(RulesForm(formdata=None, data={"on": on}))


@accounts.post("/sign-in-rules")
@allowed(Action.SET_UP_SCHOOL)
def rules_submit() -> Response:
    """Decide it."""
    on = bool(RulesForm().on.data)
    with database.writing() as db:
        second.set_admins_need_codes(db, me().school, on=on)
        acts.note(db, me().school, Act.CODES_RULE, now(), by=me().id, on=on)
    flash(_("Administrators must have codes now.") if on else _("Administrators need no codes now."), "ok")
    return redirect(url_for("accounts.rules"), 303)


def _waiting() -> User | None:
    """Who has given name and password in this browser and still owes a code."""
    begun = session.get(SECOND)
    if begun is None or not 0 <= now().timestamp() - begun["at"] <= _WAITS_S:
        return None
    user = queries.by_public_id(database.session(), begun["user"])
    return user if user is not None and user.active and user.totp_nonce is not None else None


def code_fits(user: User, typed: str) -> bool:
    """Whether this is a code of the person's device, or one for its loss, and is hereby used.

    Failures slow down as those of passwords do; raises TooManyTriesError.
    """
    with slowing.trying(user.school_id, user.sign_in_name, user, places=1) as attempt:
        attempt.failed = not _use(user, typed)
    return not attempt.failed


def _use(user: User, typed: str) -> bool:
    step = second.step_typed(user, secret_key(), typed, now())
    if step is not None:
        with database.writing() as db:
            return second.use_step(db, user.id, step)
    code = second.recovery_typed(database.session(), user.id, typed)
    if code is None:
        return False
    with database.writing() as db:
        return second.use_recovery(db, code)


def _first_step(form: SwitchOnForm, nonce: str) -> int | None:
    """The step of a right code by who knows the password; None, and said in the form, of anything else."""
    if not form.validate():
        return None
    step = accepted(secret_of(secret_key(), nonce), said(form.code), now(), None)
    if step is None:
        form.code.errors = [_("This code is not right. Is the clock of the device right?")]
    elif not knows_password(form.password.data or ""):
        form.password.errors = [_("This is not your password.")]
    else:
        return step
    return None


def _mine() -> User:
    return database.session().get_one(User, me().id)


def _show(made: list[str]) -> Response:
    session[_CODES] = " ".join(made)
    return redirect(url_for("accounts.codes_shown"), 303)


def _codes_page(form: SwitchOnForm, sure: SureForm, *, waiting: bool = False) -> str:
    db, on = database.session(), _mine().totp_nonce is not None
    if not on and _NONCE not in session:
        session[_NONCE] = second.new_nonce()
    return render_template(
        "accounts/codes.html",
        form=form,
        sure=sure,
        on=on,
        waiting=waiting,
        left=second.left(db, me().id),
        secret=None if on else written(secret_of(secret_key(), session[_NONCE])),
        required=me().role is Role.ADMIN and second.admins_need_codes(db, me().school),
    )


def _rules_page(form: RulesForm) -> str:
    found = [each for each in queries.people(database.session(), me().school) if each.role != Role.STUDENT]
    return render_template("accounts/rules.html", form=form, people=found)

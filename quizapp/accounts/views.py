"""Sign-in and out, set-up, and people."""

import datetime

from flask import (
    Blueprint,
    abort,
    flash,
    g,
    redirect,
    render_template,
    request,
    session,
    url_for,
)
from flask_babel import gettext as _
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from quizapp.accounts import acts, queries, second, service, slowing
from quizapp.accounts.acts import Act
from quizapp.accounts.forms import PersonForm, SetupForm, SignInForm
from quizapp.accounts.models import User
from quizapp.core.devices import browser_and_system
from quizapp.core.policy import Action, Role
from quizapp.obstacles import passing_over
from quizapp.web import database
from quizapp.web.clock import now
from quizapp.web.forms import choices, said
from quizapp.web.guard import allowed, attended, me, public, require

accounts = Blueprint("accounts", __name__)
_LAST_SEEN_EVERY = datetime.timedelta(minutes=1)
_WITHOUT_CODES = frozenset(
    {
        "accounts.codes",
        "accounts.codes_submit",
        "accounts.codes_picture",
        "accounts.sign_out",
        "home.accessibility",
        "home.health",
        "home.licences",
        "home.preferences",
        "personal.privacy",
    }
)
"""Where an administrator who must have codes may go before having any."""
_STAYS = ("lang", "theme", slowing.KNOWN)
"""What of the cookie outlives a sign-in."""
SECOND = "second"
"""What the cookie calls the sign-in that still waits for a code."""


@accounts.before_app_request
def load_identity() -> Response | None:
    """Find who is signed in, and note once a minute that they are here; who must have codes sets them up first."""
    g.identity = None
    if request.endpoint == "static":
        return None
    token = session.get("token")
    if not token:
        return None
    found = queries.session_of(database.session(), token, now())
    if found is None:
        session.pop("token")
        return None
    g.identity, g.session_id = found.identity, found.session_id
    if now() - found.last_seen >= _LAST_SEEN_EVERY and attended():
        with passing_over(), database.writing_if_free() as db:
            if db is not None:
                service.touch_session(db, found.session_id, now())
    return redirect(url_for("accounts.codes"), 303) if _lacks_codes(found) else None


def _lacks_codes(found: queries.SignedIn) -> bool:
    if found.codes or found.identity.role is not Role.ADMIN or request.endpoint in _WITHOUT_CODES:
        return False
    return second.admins_need_codes(database.session(), found.identity.school)


def sign_in_as(user_id: int, *, shared: bool = False) -> None:
    """Start a fresh session for a person: nothing of an earlier one stays but language, look and who it knows.

    Whoever was signed in here before is signed out. On a shared computer the session ends with the
    browser, and when nobody has used it for a while.
    """
    former = session.get("token")
    with database.writing() as db:
        if former:
            service.close_session(db, former, now())
        user = db.get_one(User, user_id)
        idle, device = service.SHARED_IDLE_S if shared else None, browser_and_system(request.user_agent.string)
        token = service.open_session(db, user, now(), idle, device)
        slowing.begin_anew(db, user, shared=shared)
    kept = {key: session[key] for key in (*_STAYS, "next", "pending") if key in session}
    pending = kept.get("pending")
    if pending and pending["user"] != user_id:
        kept.pop("pending")
        kept.pop("next", None)
    session.clear()
    session.update(kept)
    session.permanent = not shared
    session["token"] = token


def after_sign_in() -> Response:
    """Where the person wanted to go: an answer left behind first, then their page."""
    if "pending" in session:
        return redirect(url_for("attempts.resume_answer"), 303)
    return redirect(session.pop("next", None) or url_for("home.start"), 303)


@accounts.get("/sign-in")
@public
def sign_in() -> str:
    """The sign-in page."""
    return render_template("accounts/sign_in.html", form=_sign_in_form(database.session())[0], waiting=False)


@accounts.post("/sign-in")
@public
def sign_in_submit() -> Response | tuple[str, int]:
    """Sign in, or say that name and password do not fit."""
    db = database.session()
    form, only = _sign_in_form(db)
    if not form.validate():
        return render_template("accounts/sign_in.html", form=form, waiting=False), 422
    name, school_id = said(form.sign_in_name), int(form.school.data) if "school" in form else only
    try:
        user = slowing.check_password(school_id, name, form.password.data or "")
    except service.TooManyTriesError:
        return render_template("accounts/sign_in.html", form=form, waiting=True), 429
    if user is None:
        form.password.errors = [_("Name and password do not go together.")]
        return render_template("accounts/sign_in.html", form=form, waiting=False), 422
    if user.totp_nonce is not None:
        session[SECOND] = {"user": user.public_id, "shared": bool(form.shared.data), "at": int(now().timestamp())}
        return redirect(url_for("accounts.second_step"), 303)
    sign_in_as(user.id, shared=bool(form.shared.data))
    return after_sign_in()


def _sign_in_form(db: Session) -> tuple[SignInForm, int]:
    """The form, and the one school where it need not ask which; 0 before the set-up."""
    form, schools = SignInForm(), queries.schools(db)
    form.offer(schools)
    return form, schools[0].id if schools else 0


@accounts.post("/sign-out")
@public
def sign_out() -> Response:
    """End this session, on the server too."""
    token = session.get("token")
    if token:
        with database.writing() as db:
            service.close_session(db, token, now())
    kept = {key: session[key] for key in _STAYS if key in session}
    session.clear()
    session.update(kept)
    session.permanent = slowing.KNOWN in kept
    return redirect(url_for("home.start"), 303)


@accounts.get("/setup")
@public
def setup() -> str:
    """The page that makes the first admin."""
    if queries.any_admin(database.session()):
        abort(404)
    return render_template("accounts/setup.html", form=SetupForm())


@accounts.post("/setup")
@public
def setup_submit() -> Response | tuple[str, int]:
    """Make the first admin, for whoever holds the printed code."""
    form = SetupForm()
    form.password.names = (said(form.name), said(form.sign_in_name))
    if form.validate():
        try:
            with database.writing() as db:
                user = service.set_up(
                    db,
                    said(form.code),
                    name=said(form.name),
                    sign_in_name=said(form.sign_in_name),
                    password=(form.password.data or ""),
                    now=now(),
                )
                acts.note(db, user.school_id, Act.SET_UP, now(), by=user.id)
        except service.WrongCodeError:
            form.code.errors = [_("This is not the code that the server printed.")]
        else:
            sign_in_as(user.id)
            return redirect(url_for("home.start"), 303)
    return render_template("accounts/setup.html", form=form), 422


@accounts.get("/people")
@allowed(Action.SEE_PEOPLE)
def people() -> str:
    """Everybody in the school."""
    return render_template("accounts/people.html", people=queries.people(database.session(), me().school))


@accounts.get("/people/new")
@allowed(Action.MAKE_PERSON)
def new_person() -> str:
    """The form for a new person."""
    return render_template("accounts/person_new.html", form=_person_form())


@accounts.post("/people/new")
@allowed(Action.MAKE_PERSON)
def new_person_submit() -> Response | tuple[str, int]:
    """Make a person and show the password once."""
    form = _person_form()
    if form.validate():
        try:
            with database.writing() as db:
                user, password = service.make_person(
                    db,
                    me().school,
                    name=said(form.name),
                    sign_in_name=said(form.sign_in_name),
                    role=Role(form.role.data),
                    now=now(),
                )
                acts.note(db, me().school, Act.PERSON_MADE, now(), by=me().id, subject=user.id)
        except service.NameTakenError:
            form.sign_in_name.errors = [_("Somebody in this school already has this sign-in name.")]
        else:
            return _show_password(user, password)
    return render_template("accounts/person_new.html", form=form), 422


@accounts.post("/people/<person>/password")
@allowed(Action.MANAGE_PERSON)
def new_password(person: str) -> Response:
    """Give a person a new password and show it once."""
    load_other(person)
    with database.writing() as db:
        user = queries.by_public_id(db, person) or abort(404)
        password = service.new_password(db, user, now())
        acts.note(db, me().school, Act.PASSWORD, now(), by=me().id, subject=user.id)
    return _show_password(user, password)


@accounts.post("/people/<person>/active")
@allowed(Action.MANAGE_PERSON)
def set_active(person: str) -> Response:
    """Let a person sign in, or not."""
    user = load_other(person)
    with database.writing() as db:
        again = request.form.get("active") == "1"
        service.set_active(db, db.get_one(User, user.id), active=again, now=now())
        acts.note(db, me().school, Act.ADMITTED if again else Act.BARRED, now(), by=me().id, subject=user.id)
    flash(
        _("%(name)s can sign in again.", name=user.name)
        if again
        else _("%(name)s can no longer sign in.", name=user.name),
        "ok",
    )
    return redirect(url_for("accounts.people"), 303)


def _show_password(user: User, password: str) -> Response:
    flash(
        _(
            "%(name)s signs in as «%(sign_in)s» with the password «%(password)s». Note it now: it is shown once.",
            name=user.name,
            sign_in=user.sign_in_name,
            password=password,
        ),
        "ok",
    )
    return redirect(url_for("accounts.people"), 303)


def load_other(person: str) -> User:
    """Somebody else whom the signed-in person may manage; 404 or 403 where not.

    Nobody themselves: who finds a session open would be asked for no password, as they are under one's own sign-in.
    """
    user = queries.by_public_id(database.session(), person) or abort(404)
    require(Action.MANAGE_PERSON, queries.thing(user))
    if user.id == me().id:
        abort(403)
    return user


def _person_form() -> PersonForm:
    form = PersonForm()
    if me().role is not Role.ADMIN:
        form.role.choices = choices((Role.STUDENT.value, _("Student")))
    return form

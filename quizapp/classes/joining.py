"""Coming into a class by the code on the board: a nickname the first time, with a recovery code ever after."""

from flask import abort, redirect, render_template, request, session, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from quizapp.accounts import service as accounts
from quizapp.accounts import slowing
from quizapp.accounts.models import User
from quizapp.accounts.passwords import hash_password
from quizapp.accounts.views import after_sign_in, sign_in_as
from quizapp.classes import queries, service
from quizapp.classes.forms import CodeForm, NewcomerForm, ReturnForm
from quizapp.classes.models import SchoolClass
from quizapp.classes.views import classes
from quizapp.core.codes import RECOVERY_LENGTH, make_code, normal_code, shown_code
from quizapp.core.policy import Action, Role
from quizapp.web import database
from quizapp.web.clock import now
from quizapp.web.forms import said
from quizapp.web.guard import allowed, identity, me, public


@classes.get("/join")
@public
def join() -> str:
    """Ask for the code on the board."""
    return render_template("classes/join.html", form=CodeForm(data={"code": request.args.get("code", "")}))


@classes.post("/join")
@public
def join_submit() -> Response | tuple[str, int]:
    """To the class of this code, or say that there is none."""
    form = CodeForm()
    if form.validate():
        if _sought(said(form.code)) is not None:
            return redirect(url_for("classes.door", code=normal_code(said(form.code))), 303)
        form.code.errors = [_("There is no class with this code. Check its 6 letters and figures on the board.")]
    return render_template("classes/join.html", form=form), 422


@classes.get("/join/<code>")
@public
def door(code: str) -> str:
    """The two ways in: for the first time, or again."""
    return _door(_found(code), NewcomerForm(prefix="new"), ReturnForm(prefix="back"))


@classes.post("/join/<code>/new")
@public
def newcomer(code: str) -> Response | tuple[str, int]:
    """A student comes in for the first time, and gets a recovery code."""
    found, form = _found(code), NewcomerForm(prefix="new")
    if form.validate():
        recovery = make_code(RECOVERY_LENGTH)
        hashed = hash_password(recovery)
        try:
            with database.writing() as db:
                user = service.join(
                    db, db.get_one(SchoolClass, found.id), said(form.nickname), hashed=hashed, now=now()
                )
        except service.NicknameTakenError:
            form.nickname.errors = [
                _("Somebody in the class has this nickname. Is it you? Then come back with your code.")
            ]
        except service.ClassClosedError:
            form.nickname.errors = [_("The class lets nobody new in now: ask your teacher.")]
        else:
            sign_in_as(user.id, shared=bool(form.shared.data))
            session["recovery"] = shown_code(recovery, 4)
            return redirect(url_for("classes.welcome"), 303)
    return _door(found, form, ReturnForm(formdata=None, prefix="back")), 422


@classes.post("/join/<code>/again")
@public
def again(code: str) -> Response | tuple[str, int]:
    """A student comes back with nickname and recovery code."""
    found, form = _found(code), ReturnForm(prefix="back")
    waiting = False
    if form.validate():
        db = database.session()
        known = queries.by_nickname(db, found.id, said(form.nickname))
        name = known.sign_in_name if known else f"{found.public_id}/{said(form.nickname)}"
        try:
            user = slowing.check_password(found.school_id, name, normal_code(said(form.recovery)))
        except accounts.TooManyTriesError:
            waiting, user = True, None
        if user is not None:
            sign_in_as(user.id, shared=bool(form.shared.data))
            return after_sign_in()
        if not waiting:
            form.recovery.errors = [_("Nickname and code do not go together.")]
    page = _door(found, NewcomerForm(formdata=None, prefix="new"), form, waiting=waiting)
    return page, 429 if waiting else 422


@classes.post("/join/<code>/me")
@allowed(Action.USE)
def join_as_me(code: str) -> Response:
    """A signed-in student comes into a further class."""
    found = _found(code)
    if me().role is not Role.STUDENT or found.school_id != me().school:
        abort(403)
    try:
        with database.writing() as db:
            service.join_as(db, db.get_one(SchoolClass, found.id), db.get_one(User, me().id), now())
    except service.ClassClosedError:
        abort(409)
    return redirect(url_for("home.start"), 303)


@classes.get("/welcome")
@allowed(Action.USE)
def welcome() -> str | Response:
    """Show the recovery code, once."""
    recovery = session.pop("recovery", None)
    if recovery is None:
        return redirect(url_for("home.start"), 303)
    return render_template("classes/welcome.html", recovery=recovery)


def _found(code: str) -> SchoolClass:
    return _sought(code) or abort(404)


def _sought(code: str) -> SchoolClass | None:
    try:
        return slowing.by_code(lambda: queries.by_code(database.session(), code))
    except accounts.TooManyTriesError:
        abort(429)


def _door(found: SchoolClass, new: NewcomerForm, back: ReturnForm, *, waiting: bool = False) -> str:
    who = identity()
    return render_template(
        "classes/door.html",
        school_class=found,
        new=new,
        back=back,
        waiting=waiting,
        lets_in=queries.lets_in(found, now()),
        student=who is not None and who.role is Role.STUDENT,
    )

"""Classes and who is in them, for their teachers."""

import io
from functools import partial

import segno
from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from quizapp.accounts import acts
from quizapp.accounts import queries as accounts
from quizapp.accounts import service as people
from quizapp.accounts.acts import Act
from quizapp.accounts.models import User
from quizapp.accounts.passwords import hash_password
from quizapp.classes import queries, service
from quizapp.classes.forms import ClassForm, ExtraForm, MemberForm, RollOverForm, StudentForm, extra_form
from quizapp.classes.models import Membership, SchoolClass
from quizapp.core.codes import RECOVERY_LENGTH, make_code, shown_code
from quizapp.core.policy import Action, Role
from quizapp.web import database
from quizapp.web.clock import now, zone
from quizapp.web.forms import choices_of, said
from quizapp.web.guard import allowed, me, require
from quizapp.web.presses import once

classes = Blueprint("classes", __name__)
Page = Response | tuple[str, int]


@classes.get("/classes")
@allowed(Action.TEACH)
def index() -> str:
    """The teacher's classes."""
    return _list(ClassForm())


@classes.post("/classes")
@allowed(Action.TEACH)
def create() -> Page:
    """Make a class, with a code that lets its students in."""
    form = ClassForm()
    if not form.validate():
        return _list(form), 422
    with database.writing() as db:
        public_id = once(db, SchoolClass, lambda: _made(form, db)).public_id
    return redirect(url_for("classes.show", school_class=public_id), 303)


def _made(form: ClassForm, db: Session) -> SchoolClass:
    made = service.make_class(
        db,
        me().school,
        name=said(form.name),
        subject=said(form.subject),
        timezone=zone().key,
        teacher_id=me().id,
        now=now(),
        school_year=said(form.school_year),
    )
    service.new_code(db, made, now())
    return made


@classes.get("/classes/<school_class>")
@allowed(Action.SEE_CLASS)
def show(school_class: str) -> str:
    """The code, the register, the teachers."""
    return _page(_load(school_class), _member_form(school_class))


@classes.get("/classes/<school_class>/code.svg")
@allowed(Action.SEE_CLASS)
def code_picture(school_class: str) -> Response:
    """The address of the class's door as a QR code."""
    found = _load(school_class)
    if found.join_code is None:
        abort(404)
    drawn = io.BytesIO()
    address = url_for("classes.door", code=found.join_code, _external=True)
    segno.make(address, micro=False).save(drawn, kind="svg", scale=6, border=2, xmldecl=False, light="#fff")
    return Response(drawn.getvalue(), mimetype="image/svg+xml")


@classes.post("/classes/<school_class>/code")
@allowed(Action.SEE_CLASS)
def change_code(school_class: str) -> Response:
    """Another code, or none."""
    _load(school_class)
    with database.writing() as db:
        found = queries.by_public_id(db, school_class) or abort(404)
        if request.form.get("close") == "1":
            service.close_code(found)
        else:
            service.new_code(db, found, now())
    return redirect(url_for("classes.show", school_class=school_class), 303)


@classes.post("/classes/<school_class>/rules")
@allowed(Action.SEE_CLASS)
def change_rules(school_class: str) -> Response:
    """Whether the class is locked, and whether newcomers wait for a nod."""
    _load(school_class)
    with database.writing() as db:
        found = queries.by_public_id(db, school_class) or abort(404)
        found.locked = request.form.get("locked") == "1"
        found.asks_approval = request.form.get("asks_approval") == "1"
    flash(_("The rules of the class are kept."), "ok")
    return redirect(url_for("classes.show", school_class=school_class), 303)


@classes.post("/classes/<school_class>/members")
@allowed(Action.SEE_CLASS)
def add_member(school_class: str) -> Page:
    """Put somebody in a class."""
    found = _load(school_class)
    form = _member_form(school_class)
    if not form.validate():
        return _page(found, form), 422
    with database.writing() as db:
        user = accounts.by_public_id(db, form.person.data) or abort(404)
        service.add_member(db, found, user, now())
    flash(_("%(name)s is in the class.", name=user.name), "ok")
    return redirect(url_for("classes.show", school_class=school_class), 303)


@classes.get("/classes/<school_class>/members/<person>")
@allowed(Action.SEE_CLASS)
def member(school_class: str, person: str) -> str:
    """One student in the register."""
    found = _load(school_class)
    return _member_page(found, *_student(found, person))


@classes.post("/classes/<school_class>/members/<person>")
@allowed(Action.SEE_CLASS)
def change_member(school_class: str, person: str) -> Page:
    """Another nickname, or the name in the register."""
    found = _load(school_class)
    user, membership = _student(found, person)
    form = StudentForm()
    if form.validate():
        try:
            with database.writing() as db:
                nickname = said(form.nickname) or None
                service.describe(db, found, db.get_one(User, user.id), nickname=nickname, name=said(form.name))
        except service.NicknameTakenError:
            form.nickname.errors = [_("Somebody else in the class has this nickname.")]
        else:
            flash(_("Saved."), "ok")
            return redirect(url_for("classes.show", school_class=school_class), 303)
    return _member_page(found, user, membership, form=form), 422


@classes.post("/classes/<school_class>/members/<person>/extra")
@allowed(Action.SEE_CLASS)
def grant(school_class: str, person: str) -> Page:
    """What a student is granted in every assignment of the class."""
    found = _load(school_class)
    user, membership = _student(found, person)
    form = ExtraForm()
    if not form.validate():
        return _member_page(found, user, membership, extra=form), 422
    with database.writing() as db:
        service.grant(db, db.get_one(SchoolClass, found.id), user.id, form.extra, now())
    flash(_("Saved. It holds at once, in attempts that are running too."), "ok")
    return redirect(url_for("classes.member", school_class=school_class, person=person), 303)


@classes.post("/classes/<school_class>/members/<person>/approve")
@allowed(Action.SEE_CLASS)
def approve(school_class: str, person: str) -> Response:
    """Let a student who came in by code take part."""
    found = _load(school_class)
    user, _membership = _student(found, person)
    with database.writing() as db:
        service.approve(db, found, user.id)
    flash(_("%(name)s is in the class.", name=user.name), "ok")
    return redirect(url_for("classes.show", school_class=school_class), 303)


@classes.post("/classes/<school_class>/approve")
@allowed(Action.SEE_CLASS)
def approve_all(school_class: str) -> Response:
    """Let everybody who waits take part."""
    found = _load(school_class)
    with database.writing() as db:
        several = service.approve_all(db, found)
    flash(ngettext("%(num)s student let in.", "%(num)s students let in.", several), "ok")
    return redirect(url_for("classes.show", school_class=school_class), 303)


@classes.post("/classes/<school_class>/members/<person>/recovery")
@allowed(Action.SEE_CLASS)
def new_recovery(school_class: str, person: str) -> Response:
    """Another recovery code for a student who joined by nickname; it also ends what slowed their tries down."""
    found = _load(school_class)
    user, membership = _student(found, person)
    if membership.nickname is None or not user.sign_in_name.startswith(service.JOINED):
        abort(409)
    recovery = make_code(RECOVERY_LENGTH)
    hashed = hash_password(recovery)
    with database.writing() as db:
        people.set_password(db, db.get_one(User, user.id), hashed, now())
        acts.note(db, me().school, Act.PASSWORD, now(), by=me().id, subject=user.id)
    words = _(
        "The new recovery code of %(name)s is %(code)s. Note it now: it is shown once.",
        name=membership.nickname,
        code=shown_code(recovery, 4),
    )
    flash(words, "ok")
    return redirect(url_for("classes.member", school_class=school_class, person=person), 303)


@classes.post("/classes/<school_class>/members/<person>/remove")
@allowed(Action.SEE_CLASS)
def remove_member(school_class: str, person: str) -> Response:
    """Take somebody out of a class."""
    found = _load(school_class)
    user, _membership = _member(found, person)
    with database.writing() as db:
        service.remove_member(db, found, user.id)
    flash(_("%(name)s is no longer in the class; their answers stay.", name=user.name), "ok")
    return redirect(url_for("classes.show", school_class=school_class), 303)


@classes.post("/classes/<school_class>/archive")
@allowed(Action.SEE_CLASS)
def archive(school_class: str) -> Response:
    """Put the class away, or take it back."""
    _load(school_class)
    with database.writing() as db:
        found = queries.by_public_id(db, school_class) or abort(404)
        service.archive(found, None if found.archived_at else now())
    return redirect(url_for("classes.index"), 303)


@classes.post("/classes/<school_class>/next-year")
@allowed(Action.SEE_CLASS)
def roll_over(school_class: str) -> Page:
    """The class of the next year, with the same people."""
    found = _load(school_class)
    form = RollOverForm(prefix="next")
    if not form.validate():
        return _page(found, _member_form(school_class), form), 422
    with database.writing() as db:
        former = queries.by_public_id(db, school_class) or abort(404)
        make = partial(
            service.roll_over, db, former, name=said(form.name), school_year=said(form.school_year), now=now()
        )
        public_id = once(db, SchoolClass, make).public_id
    return redirect(url_for("classes.show", school_class=public_id), 303)


def load_class(school_class: str) -> SchoolClass:
    """The class, for its teachers alone."""
    return _load(school_class)


def _load(school_class: str) -> SchoolClass:
    found = queries.by_public_id(database.session(), school_class)
    require(Action.SEE_CLASS, queries.thing(database.session(), found) if found else None)
    return found or abort(404)


def _member(found: SchoolClass, person: str) -> tuple[User, Membership]:
    db = database.session()
    user = accounts.by_public_id(db, person)
    membership = db.get(Membership, (found.id, user.id)) if user else None
    if user is None or membership is None:
        abort(404)
    return user, membership


def _student(found: SchoolClass, person: str) -> tuple[User, Membership]:
    """A student of the class: of a colleague in it nothing is a teacher's to change."""
    user, membership = _member(found, person)
    if membership.role != Role.STUDENT:
        abort(404)
    return user, membership


def _list(form: ClassForm) -> str:
    db, everything = database.session(), me().role is Role.ADMIN
    return render_template(
        "classes/index.html",
        rows=queries.of_teacher(db, me().school, me().id, everything=everything),
        archived=queries.of_teacher(db, me().school, me().id, everything=everything, archived=True),
        form=form,
    )


def _member_form(school_class: str) -> MemberForm:
    form = MemberForm()
    db = database.session()
    found = _load(school_class)
    inside = {member.id for member, _role in queries.members(db, found.id)}
    form.person.choices = choices_of(
        (user.public_id, user.name)
        for user in accounts.people(db, me().school)
        if user.active and user.id not in inside
    )
    return form


def _page(found: SchoolClass, form: MemberForm, next_year: RollOverForm | None = None) -> str:
    db = database.session()
    return render_template(
        "classes/show.html",
        school_class=found,
        code=shown_code(found.join_code) if found.join_code else None,
        lets_in=queries.lets_in(found, now()),
        students=queries.register(db, found.id),
        teachers=[user for user, role in queries.members(db, found.id) if role == Role.TEACHER],
        form=form,
        next_year=next_year or RollOverForm(formdata=None, prefix="next", data={"name": found.name}),
    )


def _member_page(
    found: SchoolClass,
    user: User,
    membership: Membership,
    *,
    form: StudentForm | None = None,
    extra: ExtraForm | None = None,
) -> str:
    return render_template(
        "classes/member.html",
        school_class=found,
        user=user,
        membership=membership,
        form=form or StudentForm(formdata=None, data={"nickname": membership.nickname or "", "name": user.name}),
        extra=extra or extra_form(membership.extra),
    )

"""A session that has ended is on no list, and nothing makes it go on."""

import datetime

from quizapp import db
from quizapp.accounts.models import User
from quizapp.accounts.queries import LONGEST
from quizapp.accounts.service import SHARED_IDLE_S, open_session, set_active
from tests.build import NOW, signed_in

SECOND = datetime.timedelta(seconds=1)


def test_one_that_is_too_old_or_was_idle_too_long_is_on_neither_list(app, town, session, clock):
    with db.writing(session) as write:
        ada = write.get_one(User, town.ada)
        open_session(write, ada, NOW - LONGEST - SECOND, device=("Vecchio", ""))
        open_session(write, ada, NOW - 61 * SECOND, 60, device=("Fermo", ""))
        open_session(write, ada, NOW - 60 * SECOND, 60, device=("Sveglio", ""))
    for client, page in ((signed_in(app, town.ada), "/account"), (signed_in(app, town.admin), "/admin/sessions")):
        told = client.get(page).text
        assert [each for each in ("Vecchio", "Fermo", "Sveglio") if each in told] == ["Sveglio"], page


def test_who_may_sign_in_again_does_so_anew(app, town, session):
    ada = signed_in(app, town.ada)
    for active in (False, True):
        with db.writing(session) as write:
            set_active(write, write.get_one(User, town.ada), active=active, now=NOW)
    assert ada.get("/account").status_code == 303


def test_a_session_lasts_thirty_days_however_much_it_is_used_and_an_idle_one_on_a_shared_computer_twenty_minutes(
    app, town, session, clock
):
    own, shared = signed_in(app, town.ada), app.test_client()
    shared.post("/sign-in", data={"sign_in_name": "bruno", "password": "bruno-segreta", "shared": "y"})
    for _use in range(3):
        clock.shift(SHARED_IDLE_S)
        assert shared.get("/account").status_code == 200
    clock.shift(SHARED_IDLE_S + 1)
    assert shared.get("/account").status_code == 303
    clock.move_to(NOW + LONGEST)
    with own.session_transaction() as cookie:
        cookie["lang"] = "it"  # signed anew: it is the session that is too old, not the cookie
    assert own.get("/account").status_code == 200
    clock.shift(1)
    assert own.get("/account").status_code == 303

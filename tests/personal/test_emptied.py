"""What is left of an account, of its attempts and of what carries its name once its data are erased."""

import datetime

import pytest
from sqlalchemy import select

from quizapp import db
from quizapp.accounts.models import School, User
from quizapp.attempts.models import Attempt
from quizapp.banks.models import Bank, Item, ItemVersion
from quizapp.banks.service import sync_bank
from quizapp.core.policy import Identity, Role
from quizapp.jobs.models import Kind
from quizapp.jobs.service import ask
from quizapp.personal.document import own_data
from quizapp.personal.models import Cause
from quizapp.personal.service import erase
from tests.build import NOW, make_bank
from tests.storage.populate import finish_a_quiz, practise


def gone(session, user_id):
    with db.writing(session) as write:
        erase(write, write.get_one(User, user_id), Cause.ASKED, NOW)
    session.rollback()


@pytest.mark.parametrize("who", ["ada", "giulia"])
def test_the_account_signs_nobody_in_and_says_nothing_of_whose_it_was(session, town, who):
    with db.writing(session) as write:
        user = write.get_one(User, getattr(town, who))
        user.totp_nonce, user.totp_step, user.text_size, user.text_spacing = "n", 7, 2, 1
        user.created_at = NOW - datetime.timedelta(days=300, hours=5)
    gone(session, user.id)
    left = session.get_one(User, user.id)
    assert (left.password_hash, left.totp_nonce, left.totp_step, left.active) == (None, None, None, False)
    assert (left.text_size, left.text_spacing, left.erased_at) == (0, 0, NOW)
    assert left.created_at == NOW.replace(hour=0, minute=0)
    assert left.public_id != town.user_ids[who]


def test_what_was_handed_in_stays_at_another_address_and_practice_goes(session, town):
    finish_a_quiz(session, town)
    practise(session, town)
    with db.writing(session) as write:  # to its end, as what was handed in is
        write.scalars(select(Attempt).where(Attempt.purpose == "practice")).one().state = "submitted"
    before = set(session.scalars(select(Attempt.public_id)))
    gone(session, town.ada)
    (left,) = session.scalars(select(Attempt))
    assert (left.purpose, left.state, len(before)) == ("graded", "submitted", 2)
    assert left.public_id not in before


def authors(session):
    wanted = select(Bank.school_id, ItemVersion.content["author"].as_string())
    rows = session.execute(
        wanted.join(Item, Item.bank_id == Bank.id).join(ItemVersion, ItemVersion.item_id == Item.id).distinct()
    )
    return {tuple(row) for row in rows}


def test_a_name_goes_from_what_its_teacher_signed_and_stays_where_it_is_anothers(session, town):
    with db.writing(session) as write:
        other = School(name="Altrove")
        write.add(other)
        write.flush()
        sync_bank(write, make_bank(), school_id=other.id, now=NOW)
        for version in write.scalars(select(ItemVersion)):
            version.content = {**version.content, "author": "Giulia"}
        write.get_one(User, town.bruno).name = "Giulia"
    gone(session, town.bruno)
    assert authors(session) == {(1, "Giulia"), (2, "Giulia")}
    gone(session, town.giulia)
    assert authors(session) == {(1, None), (2, "Giulia")}


def test_the_work_that_somebody_asked_the_server_for_is_told_and_that_of_others_is_not(session, town):
    with db.writing(session) as write:
        for key, user_id in (("a", town.admin), ("b", town.giulia), ("c", None)):
            ask(write, Kind.BACKUP, key, NOW, user_id=user_id)
    told = own_data(session, Identity(town.admin, 1, Role.ADMIN, "Admin"), NOW)["jobs"]
    assert [(each["kind"], each["state"]) for each in told] == [("backup", "waiting")]

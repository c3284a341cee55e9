"""What is done to a question reaches its copies: their owner is told, sees what changes, and follows in one press."""

import pytest
from bs4 import BeautifulSoup
from sqlalchemy import select

from quizapp import db
from quizapp.banks.models import Bank, Item
from quizapp.banks.service import BankHead, make_bank
from quizapp.notices.models import Notice
from tests.build import NOW, form_of, signed_in
from tests.corrections.conftest import acts, say, standing
from tests.corrections.test_supersede import CHANGED, LATER, successor
from tests.house import begin
from tests.upkeep.shelf import give, newest, newest_assignment

__all__ = ["successor"]


@pytest.fixture
def marco(app, town, clock):
    """A colleague, who has no class with Ada."""
    return signed_in(app, town.marco)


def copied(client, session, owner, item, title="Mia"):
    """The public id of a copy in a new bank of this owner's."""
    with db.writing(session) as write:
        into = make_bank(write, 1, BankHead(title, "it"), owner_id=owner, now=NOW).public_id
    sent = client.post(f"/items/{item}/copy", data={"bank": into})
    assert sent.status_code == 303
    return sent.headers["Location"].rsplit("/", 1)[1]


@pytest.fixture
def copy(marco, session, town):
    """Marco's copy of the first question."""
    return copied(marco, session, town.marco, town.item)


def told(session, user):
    session.rollback()
    session.expire_all()
    wanted = select(Notice).where(Notice.user_id == user, Notice.kind == "copied", Notice.read_at.is_(None))
    return list(session.scalars(wanted))


def leads(client):
    """Where the first notice of a copy leads."""
    page = BeautifulSoup(client.get("/notices").text, "html.parser")
    return next(a["href"] for a in page.select("a.t") if "/original/" in a["href"])


def follow(client, place, **changes):
    form = form_of(client.get(place).text, place)
    return client.post(place, data={**form, **changes})


def key_of(session, item):
    return newest(session, item)[1].body.keys()


def test_a_correction_is_told_to_who_has_a_copy_and_changes_nothing_there(session, town, copy, correct, marco):
    correct()
    assert key_of(session, copy) == ("Vienna",)
    (notice,) = told(session, town.marco)
    page = marco.get("/notices").text
    assert "hai una copia è stata corretta" in page
    assert "Fu firmato a Ginevra." in page
    place = leads(marco)
    shown = marco.get(place).text
    assert "Correggi anche la tua copia" in shown
    assert "<del>" in shown
    assert BeautifulSoup(shown, "html.parser").select("section p strong")[-1].get_text() == "Ginevra"
    assert marco.get(f"/items/{copy}").text.count(place) == 1
    assert newest(session, copy)[0] == 1
    assert notice.about["copy"] == copy


def test_one_press_corrects_the_copy_marks_its_answers_again_and_reads_the_notice(ada, giulia, session, town, correct):
    mine = copied(giulia, session, town.giulia, town.item)
    quiz = giulia.post("/quizzes/new", data={"title": "Copia", "items": [mine]}).headers["Location"]
    give(giulia, town, quiz.rsplit("/", 2)[1])
    attempt = begin(ada, newest_assignment(session))
    say(ada, f"{attempt}/1", "Ginevra")
    ada.post(f"{attempt}/hand-in")
    correct()
    assert standing(session)[0][4] == 0
    place = leads(giulia)
    assert "1 punteggio cambia" in giulia.get(place).text
    assert follow(giulia, place).status_code == 303
    assert key_of(session, mine) == ("Ginevra",)
    assert standing(session)[0][4] == 1
    assert told(session, town.giulia) == []
    assert "dice già così" in giulia.get(place).text
    assert follow_again(giulia, place) == 409


def follow_again(client, place):
    return client.post(place, data={"number": "2"}).status_code


def test_what_the_owner_changed_of_her_copy_stays_and_what_gives_way_is_named(session, town, copy, correct, marco):
    at = f"/items/{copy}/edit"
    form = form_of(marco.get(at).text, at)
    marco.post(at, data={**form, "explanation": "Spiegazione di Marco.", "save": "ready"})
    correct()
    place = leads(marco)
    assert "viene sostituito" not in marco.get(place).text
    follow(marco, place)
    item = newest(session, copy)[1]
    assert (item.body.keys(), item.explanation) == (("Ginevra",), "Spiegazione di Marco.")


def test_a_copy_that_changed_since_the_page_was_read_is_not_overwritten(session, town, copy, correct, marco):
    correct()
    assert follow(marco, leads(marco), number="0").status_code == 303
    assert key_of(session, copy) == ("Vienna",)


def test_two_corrections_reach_a_copy_in_one_press(session, town, copy, correct, press, marco):
    press("apply", explanation="Riscritta.", why="Spiegazione sbagliata.")
    correct()
    assert len(told(session, town.marco)) == 1
    follow(marco, leads(marco))
    item = newest(session, copy)[1]
    assert (item.body.keys(), item.explanation) == (("Ginevra",), "Riscritta.")


def test_the_copy_of_a_copy_is_told_too_and_who_says_so_already_is_not(
    session, app, town, copy, correct, marco, giulia, undo
):
    second = copied(marco, session, town.marco, copy, title="Altra")
    correct()
    assert {each.about["copy"] for each in told(session, town.marco)} == {copy, second}
    follow(marco, f"/items/{second}/original/{acts(session)[0].public_id}")
    assert [each.about["copy"] for each in told(session, town.marco)] == [copy]
    follow(marco, leads(marco))
    assert told(session, town.marco) == []


def test_taken_back_it_is_told_to_who_followed_and_forgotten_where_nobody_did(
    session, town, copy, correct, marco, giulia, undo
):
    other = copied(marco, session, town.marco, town.item, title="Altra")
    correct()
    follow(marco, f"/items/{copy}/original/{acts(session)[0].public_id}")
    giulia.post(f"/acts/{acts(session)[0].public_id}/undo")
    (notice,) = told(session, town.marco)
    assert (notice.about["copy"], notice.about["undone"]) == (copy, True)
    shown = marco.get(leads(marco)).text
    assert "Nella tua copia vale ancora" in shown
    assert f"/acts/{acts(session)[1].public_id}" in shown
    assert "Vedi che cosa cambia" not in marco.get(f"/items/{other}").text
    assert key_of(session, copy) == ("Ginevra",)


def test_withdrawn_the_copy_is_withdrawn_by_a_press_of_its_owner(session, town, copy, withdraw, marco):
    withdraw()
    assert newest(session, copy)[1].status == "ready"
    follow(marco, leads(marco))
    assert newest(session, copy)[1].status == "retired"
    assert [(act.act, act.why) for act in acts(session)] == [("withdrawn", "Era ambigua.")] * 2


def test_superseded_the_new_question_comes_into_the_bank_of_the_copy_with_its_reason(
    ada, session, town, copy, successor, marco
):
    successor(active=False)
    assert told(session, town.marco) == []
    successor()
    place = leads(marco)
    assert LATER in marco.get(place).text
    assert follow(marco, place).status_code == 303
    page = marco.get(f"/items/{copy}").text
    assert LATER in page
    assert CHANGED["why"] in page
    assert told(session, town.marco) == []


def test_the_copy_of_a_superseded_question_alone_is_superseded_too(session, town, successor, marco):
    successor()
    copy = copied(marco, session, town.marco, town.item)
    page = marco.get(f"/items/{copy}").text
    assert LATER in page
    assert CHANGED["why"] in page
    session.rollback()
    wanted = select(Item.key, Item.supersedes).join(Bank).where(Bank.owner_id == town.marco).order_by(Item.id)
    (old, nothing), (_new, former) = (tuple(row) for row in session.execute(wanted))
    assert (former, nothing) == (old, None)


def test_the_copy_of_a_successor_names_the_copy_of_the_old_question_where_the_bank_has_it(
    session, town, copy, successor, marco
):
    new = successor().rsplit("/", 1)[1]
    session.rollback()
    into = session.scalars(select(Bank.public_id).where(Bank.owner_id == town.marco)).one()
    marco.post(f"/items/{new}/copy", data={"bank": into})
    session.rollback()
    made = session.scalars(select(Item).order_by(Item.id.desc())).first()
    assert made.supersedes == session.scalars(select(Item.key).where(Item.public_id == copy)).one()
    assert told(session, town.marco) == []


def test_nobody_else_reads_or_follows_it(app, ada, session, town, copy, correct, giulia, marco):
    correct()
    place = leads(marco)
    for client, status in ((giulia, 404), (ada, 404)):
        assert client.get(place).status_code == status
        assert client.post(place, data={"number": "1"}).status_code == status
    act = place.rsplit("/", 1)[1]
    assert giulia.get(f"/items/{town.item}/original/{act}").status_code == 404
    assert key_of(session, copy) == ("Vienna",)


def test_what_is_taken_back_hides_no_other_notice_of_the_same_copy(session, town, copy, correct, successor, giulia):
    correct()
    first = acts(session)[0].public_id
    successor()
    assert [each.about["act_name"] for each in told(session, town.marco)] == ["corrected", "superseded"]
    giulia.post(f"/acts/{first}/undo")
    assert [each.about["act_name"] for each in told(session, town.marco)] == ["superseded"]

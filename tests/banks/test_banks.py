"""Banks of one's own, shared, and bundled: who finds them, who changes them, and what a copy is."""

import pytest

from quizapp import db
from quizapp.banks import queries
from quizapp.banks.models import Bank
from quizapp.banks.service import BankHead, make_bank
from tests.build import NOW, signed_in
from tests.house import begin, fill

FORM = {"title": "La mia banca", "topic": "Energia", "lang": "it", "licence": "CC BY 4.0", "visible": "own"}


@pytest.fixture
def giulia(app, town):
    return signed_in(app, town.giulia)


@pytest.fixture
def marco(app, town):
    return signed_in(app, town.marco)


def make(client, **changes):
    sent = client.post("/banks/new", data={**FORM, **changes})
    assert sent.status_code == 303
    return sent.headers["Location"].rsplit("/", 1)[1]


def test_a_bank_is_its_makers_alone_until_it_is_shared(app, town, giulia, marco):
    bank = make(giulia)
    assert giulia.get(f"/banks/{bank}").status_code == 200
    assert marco.get(f"/banks/{bank}").status_code == 404
    assert bank not in marco.get("/banks").text
    giulia.post(f"/banks/{bank}/settings", data={**FORM, "visible": "school"})
    assert marco.get(f"/banks/{bank}").status_code == 200
    assert bank in marco.get("/banks?shelf=school").text
    assert bank not in marco.get("/banks?shelf=own").text
    assert bank in giulia.get("/banks?shelf=own").text
    giulia.post(f"/banks/{bank}/settings", data={**FORM, "visible": "own"})
    assert marco.get(f"/banks/{bank}").status_code == 404


def test_colleagues_find_a_shared_bank_by_its_topic_without_accents(giulia, marco):
    bank = make(giulia, visible="school", topic="Unità europea")
    assert bank in marco.get("/banks?q=unita").text
    assert bank not in marco.get("/banks?q=energia").text


@pytest.mark.parametrize(
    ("address", "data"),
    [
        ("/banks/{bank}/settings", FORM),
        ("/items/{item}/status", {"status": "retired"}),
        ("/items/{item}/edit", {"stem": "Altro?"}),
        ("/banks/{bank}/items/new/choice", {"stem": "Altro?"}),
    ],
)
def test_a_colleague_uses_a_shared_bank_and_changes_nothing_in_it(app, town, marco, address, data):
    at = address.format(**vars(town))
    assert marco.post(at, data=data).status_code == 403
    assert signed_in(app, town.ada).post(at, data=data).status_code == 404


def test_a_bundled_bank_is_read_and_copied_by_teachers_and_changed_by_admins(app, session, town, giulia):
    with db.writing(session) as write:
        bank = write.query(Bank).filter_by(public_id=town.bank).one()
        bank.owner_id, bank.visible = None, queries.BUNDLED
    assert giulia.get(f"/banks/{town.bank}").status_code == 200
    assert giulia.get(f"/banks/{town.bank}/settings").status_code == 403
    assert giulia.post(f"/items/{town.item}/status", data={"status": "retired"}).status_code == 403
    admin = signed_in(app, town.admin)
    assert admin.post(f"/banks/{town.bank}/settings", data={**FORM, "visible": "own"}).status_code == 303
    session.expire_all()
    session.rollback()
    assert session.query(Bank).filter_by(public_id=town.bank).one().visible == queries.BUNDLED
    assert giulia.post(f"/banks/{town.bank}/copy").status_code == 303


def test_a_copied_bank_holds_the_same_questions_and_changes_nowhere_else(app, session, town, marco):
    copy = marco.post(f"/banks/{town.bank}/copy").headers["Location"].rsplit("/", 1)[1]
    source, mine = (queries.bank_by_public_id(session, each) for each in (town.bank, copy))
    there, here = queries.items_of(session, source), queries.items_of(session, mine)
    assert [each.item for each in here] == [each.item for each in there]
    assert mine.visible == queries.OWN
    assert mine.owner_id == town.marco
    assert mine.article_id == source.article_id
    marco.post(f"/items/{here[0].row.public_id}/status", data={"status": "retired"})
    session.rollback()
    session.expire_all()
    assert queries.items_of(session, mine)[0].version.status == "retired"
    assert queries.items_of(session, source)[0].version.status == "ready"


def test_a_copied_item_keeps_its_proof_and_can_be_asked(app, session, town, giulia):
    bank = make(giulia)
    for _ in range(2):
        sent = giulia.post(f"/items/{town.item}/copy", data={"bank": bank})
        assert sent.status_code == 303
    item = sent.headers["Location"].rsplit("/", 1)[1]
    quiz = giulia.post("/quizzes/new", data={"title": "Quiz", "items": [item]}).headers["Location"].split("/")[2]
    data = {"school_class": town.school_class, "feedback": "immediate", "grade_rule": "first"}
    assert giulia.post(f"/quizzes/{quiz}/assign", data=data).status_code == 303
    ada = signed_in(app, town.ada)
    home = ada.get("/").text
    given = [part.split("/start")[0] for part in home.split('action="/assignments/')[1:]]
    other = next(each for each in given if each not in {town.immediate, town.deferred})
    attempt = begin(ada, other)
    ada.post(f"{attempt}/1", data=fill(ada.get(f"{attempt}/1").text))
    assert "<mark>" in ada.get(f"{attempt}/1/outcome").text


def test_an_item_goes_only_into_a_bank_of_ones_own_that_fits(app, session, town, giulia, marco):
    theirs = make(marco)
    assert giulia.post(f"/items/{town.item}/copy", data={"bank": theirs}).status_code == 422
    assert giulia.post(f"/items/{town.item}/copy", data={}).status_code == 422
    with db.writing(session) as write:
        hidden = make_bank(write, 1, BankHead("Nascosta", "it"), owner_id=town.giulia, now=NOW).public_id
    assert marco.post(f"/banks/{hidden}/copy").status_code == 404
    assert signed_in(app, town.ada).post(f"/items/{town.item}/copy", data={"bank": theirs}).status_code == 404


def test_a_bank_without_a_title_is_refused(giulia):
    assert giulia.post("/banks/new", data={**FORM, "title": " "}).status_code == 422
    assert giulia.post("/banks/new", data={**FORM, "visible": "bundled"}).status_code == 422

"""Quizzes are built from several banks, drawn anew for each attempt, and changed for a class by an act alone."""

import pytest
from bs4 import BeautifulSoup
from sqlalchemy import select

from quizapp import db
from quizapp.articles.models import Article
from quizapp.attempts.models import Attempt, Slot
from quizapp.banks import queries as banks
from quizapp.banks.models import Item, ItemVersion
from quizapp.banks.service import BankHead, add_item, add_version, make_bank, sync_bank
from quizapp.core.lifecycle import Status
from quizapp.quizzes import plan as plans
from quizapp.quizzes import queries
from quizapp.quizzes.models import Assignment, QuizEdition
from tests.architecture.test_statements import counted
from tests.build import NOW, TEXT, make_item, signed_in
from tests.build import make_bank as bank_file
from tests.house import begin, fill


@pytest.fixture
def app(on_both):
    return on_both


@pytest.fixture
def giulia(app, town):
    return signed_in(app, town.giulia)


CITIES = ("Atene", "Berlino", "Cadice", "Dublino", "Edimburgo", "Firenze", "Granada", "Helsinki")


@pytest.fixture
def cities(session, town):
    """A bank of eight items on eight facts, tagged; the first two give each other away."""
    with db.writing(session) as write:
        bank = make_bank(write, 1, BankHead("Città", "it", "Europa"), owner_id=town.giulia, now=NOW)
        for place, name in enumerate(CITIES):
            stem = (
                f"Quale città ospitò il vertice numero {place} del 2024?" if place else "Dove, dopo Berlino, nel 2024?"
            )
            quote = TEXT[place : place + 20]
            item = make_item(
                id=name,
                stem=stem,
                tags=["vertici"],
                options=[{"text": name, "fraction": 1}, {"text": f"Altrove {place}"}],
                evidence=[{"start": place, "end": place + 20, "quote": quote}],
            )
            add_item(write, bank, item, None, now=NOW, author_id=town.giulia)
        made = bank.public_id
    session.rollback()
    return made


def new_quiz(giulia, *items, title="Il mio quiz"):
    sent = giulia.post("/quizzes/new", data={"title": title, "items": list(items)})
    assert sent.status_code == 303
    return sent.headers["Location"].split("/")[2]


def ids_of(session, bank):
    row = banks.bank_by_public_id(session, bank)
    return [each.row.public_id for each in banks.items_of(session, row)]


def plan_of(session, quiz):
    session.rollback()
    session.expire_all()
    return plans.read(queries.quiz_by_public_id(session, quiz).plan)


def save(giulia, session, quiz, do="save", **changes):
    plan = plan_of(session, quiz)
    row = queries.quiz_by_public_id(session, quiz)
    form = {"title": row.title, "number": row.plan_number, "do": do}
    for place, line in enumerate(plan):
        form[f"lines-{place}-points"] = "" if line.points is None else str(float(line.points))
        form[f"lines-{place}-count"] = line.count
    return giulia.post(f"/quizzes/{quiz}/edit", data={**form, **changes})


def give(giulia, town, quiz, status=303):
    data = {"school_class": town.school_class, "feedback": "deferred", "grade_rule": "first", "article_open": "y"}
    sent = giulia.post(f"/quizzes/{quiz}/assign", data=data)
    assert sent.status_code == status
    return sent


def assignment_of(session, quiz):
    session.rollback()
    row = queries.quiz_by_public_id(session, quiz)
    return session.scalars(select(Assignment).where(Assignment.quiz_id == row.id)).one()


def asked(session, attempt):
    session.rollback()
    wanted = (
        select(Item.public_id)
        .join(ItemVersion, ItemVersion.item_id == Item.id)
        .join(Slot, Slot.item_version_id == ItemVersion.id)
        .join(Attempt, Attempt.id == Slot.attempt_id)
        .where(Attempt.public_id == attempt.split("/")[2])
        .order_by(Slot.position)
    )
    return list(session.scalars(wanted))


def test_items_named_in_the_address_stand_chosen_in_their_order(app, session, town, giulia, cities):
    one, two, *_rest = ids_of(session, cities)
    page = BeautifulSoup(giulia.get(f"/quizzes/new?item={two}&item={one}&item=nowhere").text, "html.parser")
    assert [box["value"] for box in page.select('input[name="items"]')] == [two, one]
    assert all(box.has_attr("checked") for box in page.select('input[name="items"]'))
    quiz = new_quiz(giulia, two, one)
    assert [line.item for line in plan_of(session, quiz)] == [item_id(session, two), item_id(session, one)]


def item_id(session, public_id):
    return session.scalar(select(Item.id).where(Item.public_id == public_id))


def test_nobody_builds_with_items_they_may_not_see_or_that_may_not_be_asked(app, session, town, giulia, cities):
    marco = signed_in(app, town.marco)
    hidden = ids_of(session, cities)[0]
    assert 'name="items"' not in marco.get(f"/quizzes/new?item={hidden}").text
    quiz = new_quiz(marco)
    marco.post(f"/quizzes/{quiz}/items", data={"item": [hidden]})
    assert plan_of(session, quiz) == ()
    retire(session, hidden)
    mine = new_quiz(giulia)
    giulia.post(f"/quizzes/{mine}/items", data={"item": [hidden]})
    assert plan_of(session, mine) == ()


def retire(session, public_id):
    from dataclasses import replace

    session.rollback()
    _bank, listed = banks.item_by_public_id(session, public_id)
    with db.writing(session) as write:
        add_version(
            write, write.get_one(Item, listed.row.id), replace(listed.item, status=Status.RETIRED), None, now=NOW
        )


def test_lines_move_leave_and_take_points(app, session, town, giulia, cities):
    one, two, three, *_rest = ids_of(session, cities)
    quiz = new_quiz(giulia, one, two, three)
    before = [line.item for line in plan_of(session, quiz)]
    assert save(giulia, session, quiz, "up-1").status_code == 303
    assert [line.item for line in plan_of(session, quiz)] == before
    save(giulia, session, quiz, "down-1")
    save(giulia, session, quiz, "up-3", **{"lines-2-points": "2,5"})
    first, second, third = before
    assert [line.item for line in plan_of(session, quiz)] == [second, third, first]
    assert str(plan_of(session, quiz)[1].points) == "5/2"
    save(giulia, session, quiz, "drop-3")
    assert [line.item for line in plan_of(session, quiz)] == [second, third]
    assert save(giulia, session, quiz, **{"lines-0-points": "molti"}).status_code == 422
    assert save(giulia, session, quiz, **{"lines-0-points": "0"}).status_code == 422


def put_back(giulia, quiz):
    return giulia.post(f"/quizzes/{quiz}/put-back", headers={"Accept-Language": "it"})


def test_a_line_taken_out_is_put_back_where_it_stood_with_its_points(app, session, town, giulia, cities):
    quiz = new_quiz(giulia, *ids_of(session, cities)[:3])
    giulia.post(f"/quizzes/{quiz}/draws", data={"count": "2", "tag": "vertici"})
    for place in (1, 2, 4):
        save(giulia, session, quiz, **{f"lines-{place - 1}-points": "2,5"})
        before = plan_of(session, quiz)
        save(giulia, session, quiz, f"drop-{place}")
        assert plan_of(session, quiz) == before[: place - 1] + before[place:]
        page = BeautifulSoup(giulia.get(f"/quizzes/{quiz}/edit").text, "html.parser")
        (form,) = page.select(f'form[action="/quizzes/{quiz}/put-back"]')
        sent = giulia.post(form["action"])
        assert sent.headers["Location"].endswith(f"/edit#line-{place}")
        assert plan_of(session, quiz) == before


def test_a_line_comes_back_once_and_only_while_the_quiz_is_as_it_left_it(app, session, town, giulia, cities):
    ids = ids_of(session, cities)
    quiz, other = new_quiz(giulia, *ids[:3]), new_quiz(giulia, *ids[:3])
    assert put_back(giulia, quiz).status_code == 409
    save(giulia, session, quiz, "drop-1")
    assert put_back(giulia, other).status_code == 409
    assert "put-back" not in giulia.get(f"/quizzes/{other}/edit").text
    assert put_back(giulia, quiz).status_code == 303
    assert put_back(giulia, quiz).status_code == 409
    assert len(plan_of(session, quiz)) == 3
    save(giulia, session, quiz, "drop-9")
    assert "put-back" not in giulia.get(f"/quizzes/{quiz}/edit").text
    save(giulia, session, quiz, "drop-1")
    giulia.post(f"/quizzes/{quiz}/draws", data={"count": "1"})
    late = put_back(giulia, quiz)
    assert (late.status_code, "ripeti" in late.text) == (409, True)
    assert len(plan_of(session, quiz)) == 3


def test_a_change_made_elsewhere_is_said_and_nothing_is_written(app, session, town, giulia, cities):
    quiz = new_quiz(giulia, *ids_of(session, cities)[:2])
    stale = save(giulia, session, quiz, number=7, title="Altro")
    assert stale.status_code == 409
    assert (
        "un’altra scheda"
        in giulia.post(
            f"/quizzes/{quiz}/edit", data={"title": "x", "number": 0}, headers={"Accept-Language": "it"}
        ).text
    )
    session.rollback()
    assert queries.quiz_by_public_id(session, quiz).title == "Il mio quiz"


def test_a_draw_says_how_many_it_has_and_is_made_of_several_banks(app, session, town, giulia, cities):
    quiz = new_quiz(giulia)
    assert giulia.post(f"/quizzes/{quiz}/draws", data={"count": "3", "tag": "vertici"}).status_code == 303
    giulia.post(f"/quizzes/{quiz}/draws", data={"count": "2", "bank": town.bank})
    giulia.post(f"/quizzes/{quiz}/draws", data={"count": "1", "article": town.article, "kind": "fact"})
    page = giulia.get(f"/quizzes/{quiz}/edit", headers={"Accept-Language": "it"}).text
    assert "Pesca 3 domande</strong> tra 8" in page
    assert "Pesca 2 domande</strong> tra 5" in page
    assert giulia.post(f"/quizzes/{quiz}/draws", data={"count": "0"}).status_code == 422
    assert giulia.post(f"/quizzes/{quiz}/draws", data={"count": "many"}).status_code == 422


def test_a_draw_takes_only_what_may_be_asked_and_what_its_teacher_may_see(app, session, town, giulia, cities):
    ids = ids_of(session, cities)
    retire(session, ids[0])
    quiz, theirs = new_quiz(giulia), new_quiz(signed_in(app, town.marco))
    giulia.post(f"/quizzes/{quiz}/draws", data={"count": "2", "tag": "vertici"})
    signed_in(app, town.marco).post(f"/quizzes/{theirs}/draws", data={"count": "2", "tag": "vertici"})
    assert "tra 7" in giulia.get(f"/quizzes/{quiz}/edit", headers={"Accept-Language": "it"}).text
    page = signed_in(app, town.marco).get(f"/quizzes/{theirs}/edit", headers={"Accept-Language": "it"}).text
    assert "tra 0" in page
    assert "vertici (" not in page


def test_a_question_that_its_teacher_may_no_longer_see_is_not_shown_and_not_asked(app, session, town, giulia):
    marco = signed_in(app, town.marco)
    quiz = new_quiz(marco, town.item)
    with db.writing(session) as write:
        banks.bank_by_public_id(write, town.bank).visible = banks.OWN
    session.rollback()
    page = marco.get(f"/quizzes/{quiz}/edit", headers={"Accept-Language": "it"}).text
    assert "In quale città" not in page
    assert "La domanda 1 non si può più usare" in page
    assert "In quale città" not in marco.get(f"/quizzes/{quiz}/preview").text


def test_a_full_quiz_takes_no_further_line_and_says_so(app, session, town, giulia, cities):
    quiz = new_quiz(giulia)
    with db.writing(session) as write:
        full = tuple(plans.Line(wish={"tag": "vertici"}) for _ in range(plans.MOST_LINES - 1))
        queries.quiz_by_public_id(write, quiz).plan = plans.dump(full)
    session.rollback()
    one, two, *_rest = ids_of(session, cities)
    assert "1 question added." in read_on(giulia, f"/quizzes/{quiz}/items", item=[one, two])
    assert plan_of(session, quiz)[-1].item == item_id(session, one)
    assert len(plan_of(session, quiz)) == plans.MOST_LINES
    assert "200 lines at most" in read_on(giulia, f"/quizzes/{quiz}/items", item=[two])
    assert "200 lines at most" in read_on(giulia, f"/quizzes/{quiz}/draws", count="1")
    assert plan_of(session, quiz)[-1].item == item_id(session, one)


def read_on(client, address, **data):
    return client.post(address, data=data, headers={"Accept-Language": "en"}, follow_redirects=True).text


def test_the_number_that_a_draw_takes_can_be_changed_and_an_item_stands_once(app, session, town, giulia, cities):
    one, two, *_rest = ids_of(session, cities)
    quiz = new_quiz(giulia, one)
    giulia.post(f"/quizzes/{quiz}/items", data={"item": [one, two, two]})
    giulia.post(f"/quizzes/{quiz}/draws", data={"count": "2", "tag": "vertici"})
    save(giulia, session, quiz, **{"lines-0-count": "9", "lines-2-count": "4"})
    assert [(line.item, line.count) for line in plan_of(session, quiz)] == [
        (item_id(session, one), 1),
        (item_id(session, two), 1),
        (None, 4),
    ]


def test_a_preview_draws_anew_only_when_asked_and_keeps_apart_what_gives_away(app, session, town, giulia, cities):
    quiz = new_quiz(giulia)
    giulia.post(f"/quizzes/{quiz}/draws", data={"count": "7", "tag": "vertici"})

    def seen(draw):
        page = BeautifulSoup(giulia.get(f"/quizzes/{quiz}/preview?draw={draw}").text, "html.parser")
        return [each.text for each in page.select("main h2")]

    draws = [seen(draw) for draw in range(12)]
    assert draws[3] == seen(3)
    assert len({tuple(draw) for draw in draws}) > 1
    for draw in draws:
        assert len(draw) == 7
        assert sum("dopo Berlino" in stem or "numero 1 " in stem for stem in draw) == 1


def test_a_teacher_lists_her_own_quizzes_and_an_admin_all_of_them(app, session, town, giulia):
    marco, admin = signed_in(app, town.marco), signed_in(app, town.admin)
    quiz = new_quiz(marco, title="Di Marco")
    assert quiz not in giulia.get("/quizzes").text
    assert quiz in marco.get("/quizzes").text
    assert quiz in admin.get("/quizzes").text
    copy = admin.post(f"/quizzes/{quiz}/duplicate").headers["Location"].split("/")[2]
    assert copy not in marco.get("/quizzes").text


def test_points_alone_are_a_change_to_bring(app, session, town, giulia, cities):
    quiz = new_quiz(giulia, ids_of(session, cities)[2])
    giulia.post(f"/quizzes/{quiz}/draws", data={"count": "1", "tag": "vertici"})
    give(giulia, town, quiz)
    for place in (0, 1):
        save(giulia, session, quiz, **{f"lines-{place}-points": "3"})
        assert "Porta le modifiche" in giulia.get(f"/quizzes/{quiz}", headers={"Accept-Language": "it"}).text
        giulia.post(f"/quizzes/{quiz}/bring")
        assert "Porta le modifiche" not in giulia.get(f"/quizzes/{quiz}", headers={"Accept-Language": "it"}).text
    begin(signed_in(app, town.ada), assignment_of(session, quiz).public_id)
    session.rollback()
    assert str(session.scalars(select(Attempt)).one().maximum) == "6"


def test_every_attempt_draws_anew_all_different_and_apart_out_of_the_pinned_pool(app, session, town, giulia, cities):
    ids = ids_of(session, cities)
    quiz = new_quiz(giulia, ids[7])
    giulia.post(f"/quizzes/{quiz}/draws", data={"count": "4", "tag": "vertici"})
    save(giulia, session, quiz, **{"lines-1-points": "2"})
    give(giulia, town, quiz)
    given = assignment_of(session, quiz)
    ada = signed_in(app, town.ada)
    seen = []
    for _ in range(6):
        attempt = begin(ada, given.public_id)
        seen.append(asked(session, attempt))
        ada.post(f"{attempt}/hand-in")
    for drawn in seen:
        assert drawn[0] == ids[7]
        assert len(set(drawn)) == 5
        assert not {ids[0], ids[1]} <= set(drawn)
    assert len({tuple(drawn) for drawn in seen}) > 1
    assert {str(each.maximum) for each in session.scalars(select(Attempt).where(Attempt.quiz_id == given.quiz_id))} == {
        "9"
    }
    with db.writing(session) as write:
        bank = banks.bank_by_public_id(write, cities)
        add_item(write, bank, make_item(id="dopo", tags=["vertici"]), None, now=NOW, author_id=town.giulia)
    edition = session.get_one(QuizEdition, (given.quiz_id, given.edition))
    assert len(edition.pools["2"]) == 7
    ((one, other),) = edition.conflicts
    given_away = {each.stem for each in banks.versions(session, (one, other)).values()}
    assert given_away == {"Dove, dopo Berlino, nel 2024?", "Quale città ospitò il vertice numero 1 del 2024?"}


def test_what_is_drawn_is_frozen_and_answered_like_any_other(app, session, town, giulia, cities):
    quiz = new_quiz(giulia)
    giulia.post(f"/quizzes/{quiz}/draws", data={"count": "2", "tag": "vertici"})
    give(giulia, town, quiz)
    ada = signed_in(app, town.ada)
    attempt = begin(ada, assignment_of(session, quiz).public_id)
    before = asked(session, attempt)
    for n in (1, 2):
        assert ada.post(f"{attempt}/{n}", data=fill(ada.get(f"{attempt}/{n}").text)).status_code == 303
    ada.post(f"{attempt}/hand-in")
    assert asked(session, attempt) == before
    assert ada.get(f"{attempt}/results").status_code == 200
    given = assignment_of(session, quiz)
    assert giulia.get(f"/assignments/{given.public_id}/results").status_code == 200
    assert giulia.get(f"/assignments/{given.public_id}/results.csv").status_code == 200


def test_a_change_reaches_a_class_by_an_act_alone(app, session, town, giulia, cities):
    ids = ids_of(session, cities)
    quiz = new_quiz(giulia, ids[2], ids[3])
    give(giulia, town, quiz)
    given = assignment_of(session, quiz).public_id
    save(giulia, session, quiz, "drop-2")
    ada = signed_in(app, town.ada)
    running = begin(ada, given)
    assert asked(session, running) == [ids[2], ids[3]]
    assert "Porta le modifiche" in giulia.get(f"/quizzes/{quiz}", headers={"Accept-Language": "it"}).text
    assert giulia.post(f"/quizzes/{quiz}/bring").status_code == 303
    assert asked(session, running) == [ids[2], ids[3]]
    assert begin(ada, given) == running
    ada.post(f"{running}/hand-in")
    assert asked(session, begin(ada, given)) == [ids[2]]
    assert "Porta le modifiche" not in giulia.get(f"/quizzes/{quiz}", headers={"Accept-Language": "it"}).text
    assert assignment_of(session, quiz).edition == 2


def test_a_newer_version_of_an_item_waits_for_that_act_too(app, session, town, giulia, cities):
    from dataclasses import replace

    ids = ids_of(session, cities)
    quiz = new_quiz(giulia, ids[2])
    give(giulia, town, quiz)
    session.rollback()
    _bank, listed = banks.item_by_public_id(session, ids[2])
    with db.writing(session) as write:
        row = write.get_one(Item, listed.row.id)
        add_version(write, row, replace(listed.item, stem="Nel 2024, dove?"), None, now=NOW)
    ada = signed_in(app, town.ada)
    first = begin(ada, assignment_of(session, quiz).public_id)
    assert "Nel 2024, dove?" not in ada.get(f"{first}/1").text
    ada.post(f"{first}/hand-in")
    giulia.post(f"/quizzes/{quiz}/bring")
    second = begin(ada, assignment_of(session, quiz).public_id)
    assert "Nel 2024, dove?" in ada.get(f"{second}/1").text


def test_giving_an_unchanged_quiz_again_makes_no_further_edition(app, session, town, giulia, cities):
    quiz = new_quiz(giulia, ids_of(session, cities)[2])
    give(giulia, town, quiz)
    give(giulia, town, quiz)
    session.rollback()
    assert len(session.scalars(select(QuizEdition).where(QuizEdition.quiz_id == quiz_id(session, quiz))).all()) == 1


def quiz_id(session, quiz):
    return queries.quiz_by_public_id(session, quiz).id


@pytest.mark.parametrize(
    ("draws", "word"),
    [
        ([], "ancora domande"),
        ([("9", "vertici")], "ma ne corrispondono solo 8"),
        ([("5", "vertici"), ("4", "vertici")], "si sovrappongono"),
    ],
)
def test_what_cannot_be_asked_cannot_be_given_and_says_why(app, session, town, giulia, cities, draws, word):
    quiz = new_quiz(giulia)
    for count, tag in draws:
        giulia.post(f"/quizzes/{quiz}/draws", data={"count": count, "tag": tag})
    for page in (
        give(giulia, town, quiz, 422),
        giulia.get(f"/quizzes/{quiz}/edit"),
        giulia.get(f"/quizzes/{quiz}/preview"),
    ):
        del page
    for address in ("", "/preview"):
        assert word in giulia.get(f"/quizzes/{quiz}{address}", headers={"Accept-Language": "it"}).text
    session.rollback()
    assert queries.newest_edition(session, quiz_id(session, quiz)) is None


def test_a_retired_item_is_named_before_the_quiz_is_given(app, session, town, giulia, cities):
    ids = ids_of(session, cities)
    quiz = new_quiz(giulia, ids[2], ids[3])
    retire(session, ids[3])
    give(giulia, town, quiz, 422)
    assert "La domanda 2 non si può più usare" in giulia.get(f"/quizzes/{quiz}", headers={"Accept-Language": "it"}).text


def test_items_that_give_each_other_away_are_named(app, session, town, giulia, cities):
    ids = ids_of(session, cities)
    quiz = new_quiz(giulia, ids[0], ids[1], ids[2])
    page = giulia.get(f"/quizzes/{quiz}/edit", headers={"Accept-Language": "it"}).text
    assert "Non va insieme alla domanda 2" in page
    assert "Non va insieme alla domanda 1" in page
    assert "domanda 3:" not in page


def test_a_quiz_is_archived_thrown_away_and_taken_back_with_all_it_holds(app, session, town, giulia, cities):
    quiz = new_quiz(giulia, *ids_of(session, cities)[:2])
    before = plan_of(session, quiz)
    for shelf in ("archived", "trash", "active"):
        assert giulia.post(f"/quizzes/{quiz}/shelf", data={"shelf": shelf}).status_code == 303
        assert quiz in giulia.get(f"/quizzes?shelf={shelf}").text
        assert all(
            quiz not in giulia.get(f"/quizzes?shelf={other}").text
            for other in {"archived", "trash", "active"} - {shelf}
        )
        assert plan_of(session, quiz) == before
    giulia.post(f"/quizzes/{quiz}/shelf", data={"shelf": "trash"})
    assert giulia.get(f"/quizzes/{quiz}").status_code == 200
    assert giulia.get(f"/quizzes/{quiz}/edit").headers["Location"] == f"/quizzes/{quiz}"
    give(giulia, town, quiz, 409)
    assert giulia.post(f"/quizzes/{quiz}/shelf", data={"shelf": "fire"}).status_code == 422


def test_a_quiz_that_a_class_has_can_be_archived_and_not_thrown_away(app, session, town, giulia):
    giulia.post(f"/quizzes/{town.quiz}/shelf", data={"shelf": "trash"})
    assert town.quiz in giulia.get("/quizzes").text
    giulia.post(f"/quizzes/{town.quiz}/shelf", data={"shelf": "archived"})
    assert town.quiz in giulia.get("/quizzes?shelf=archived").text
    attempt = begin(signed_in(app, town.ada), town.immediate)
    assert attempt.startswith("/q/")


def test_a_copy_has_the_same_lines_and_a_life_of_its_own(app, session, town, giulia, cities):
    quiz = new_quiz(giulia, *ids_of(session, cities)[:2])
    giulia.post(f"/quizzes/{quiz}/draws", data={"count": "2", "tag": "vertici"})
    copy = giulia.post(f"/quizzes/{quiz}/duplicate").headers["Location"].split("/")[2]
    assert plan_of(session, copy) == plan_of(session, quiz)
    save(giulia, session, copy, "drop-1")
    assert len(plan_of(session, quiz)) == 3


def test_a_preview_asks_every_question_and_says_no_answer(app, session, town, giulia):
    page = giulia.get(f"/quizzes/{town.quiz}/preview").text
    assert page.count("<h2") >= 5
    assert "CANARINO" not in page
    session.rollback()
    assert session.scalars(select(Attempt)).all() == []


@pytest.mark.parametrize("address", ["edit", "put-back", "draws", "items", "bring", "shelf", "assign"])
def test_only_the_owner_and_admins_change_a_quiz(app, session, town, address):
    for role, status in (("marco", 404), ("ada", 404), ("bruno", 404)):
        answer = signed_in(app, getattr(town, role)).post(f"/quizzes/{town.quiz}/{address}", data={"shelf": "trash"})
        assert answer.status_code == status, role


def test_students_may_read_every_article_behind_a_quiz_of_several_banks(app, session, town, giulia):
    other = bank_file(id="it/altro", title="Altro", items=(make_item(id="altra", stem="Nel 2024, altrove?"),))
    with db.writing(session) as write:
        sync_bank(write, other, school_id=1, now=NOW)
        bank = banks.bank_by_slug(write, 1, "it/altro")
        second = write.get_one(Article, bank.article_id).public_id
        (item,) = [each.row.public_id for each in banks.items_of(write, bank)]
    session.rollback()
    ada = signed_in(app, town.ada)
    assert ada.get(f"/articles/{second}").status_code == (404 if second != town.article else 200)
    quiz = new_quiz(giulia, town.item, item)
    give(giulia, town, quiz)
    assert ada.get(f"/articles/{second}").status_code == 200


def test_pages_of_a_quiz_cost_the_same_whatever_its_length(app, session, town, giulia, cities):
    ids = ids_of(session, cities)
    short, long = new_quiz(giulia, ids[0]), new_quiz(giulia, *ids)
    for quiz, draws in ((short, 1), (long, 4)):
        for _ in range(draws):
            giulia.post(f"/quizzes/{quiz}/draws", data={"count": "1", "bank": town.bank})
    for address in ("/quizzes/{}", "/quizzes/{}/edit", "/quizzes/{}/pick", "/quizzes/{}/preview"):
        costs = []
        for quiz in (short, long):
            giulia.get(address.format(quiz))
            with counted(app) as seen:
                giulia.get(address.format(quiz))
            costs.append(len(seen))
        assert costs[0] == costs[1] <= 11, (address, costs)
    with counted(app) as few:
        giulia.get("/quizzes")
    new_quiz(giulia)
    with counted(app) as more:
        giulia.get("/quizzes")
    assert len(few) == len(more) <= 5


def test_another_attempt_asks_first_what_the_student_has_not_seen(app, session, town, giulia, cities):
    quiz = new_quiz(giulia)
    giulia.post(f"/quizzes/{quiz}/draws", data={"count": "3", "tag": "vertici"})
    rules = {"school_class": town.school_class, "feedback": "deferred", "grade_rule": "last"}
    giulia.post(f"/quizzes/{quiz}/assign", data=rules)
    session.rollback()
    given = session.scalars(select(Assignment).order_by(Assignment.id.desc())).first()
    pool = set(session.get(QuizEdition, (given.quiz_id, 1)).pools["1"])
    ada = signed_in(app, town.ada)
    asked = []
    for number in range(1, 5):
        begun = ada.post(f"/assignments/{given.public_id}/start").headers["Location"].rsplit("/", 1)[0]
        session.rollback()
        wanted = select(Slot.item_version_id).join(Attempt, Attempt.id == Slot.attempt_id)
        asked.append(set(session.scalars(wanted.where(Attempt.user_id == town.ada, Attempt.number == number))))
        ada.post(f"{begun}/hand-in")
    assert not asked[0] & asked[1]
    assert len(asked[2] - asked[0] - asked[1]) >= 1
    assert set.union(*asked) == pool


def test_whoever_left_a_class_brings_no_change_to_it(app, session, town, giulia, cities):
    ids = ids_of(session, cities)
    quiz = new_quiz(giulia, ids[2], ids[3])
    give(giulia, town, quiz)
    giulia.post(f"/classes/{town.school_class}/members", data={"person": town.user_ids["marco"]})
    left = f"/classes/{town.school_class}/members/{town.user_ids['giulia']}/remove"
    assert signed_in(app, town.marco).post(left).status_code == 303
    save(giulia, session, quiz, "drop-2")
    page = giulia.get(f"/quizzes/{quiz}").text
    assert "3ªB" in page
    assert f"/quizzes/{quiz}/bring" not in page
    assert f"/assignments/{assignment_of(session, quiz).public_id}/" not in page
    assert giulia.post(f"/quizzes/{quiz}/bring").status_code == 303
    assert assignment_of(session, quiz).edition == 1
    assert signed_in(app, town.admin).post(f"/quizzes/{quiz}/bring").status_code == 303
    assert assignment_of(session, quiz).edition > 1

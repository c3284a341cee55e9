"""Accept, edit, reject, put back: every decision kept, and what follows for the item."""

import re

import pytest
from sqlalchemy import select

from quizapp import db
from quizapp.accounts.models import School
from quizapp.banks.models import Item, ItemVersion
from quizapp.bench.models import Decision, Draft
from tests.bench.paper import WHOLE, bring
from tests.build import form_of, signed_in
from tests.house import NEWS


@pytest.fixture
def giulia(app, town):
    return signed_in(app, town.giulia)


@pytest.fixture
def bench(giulia):
    return bring(giulia, **WHOLE)


def row(session, draft):
    session.rollback()
    return session.scalars(select(Draft).where(Draft.public_id == draft.rsplit("/", 1)[1])).one()


def versions(session, draft):
    item = row(session, draft).item_id
    found = session.scalars(select(ItemVersion).where(ItemVersion.item_id == item).order_by(ItemVersion.number))
    return [each.status for each in found]


def test_accepting_makes_an_active_item_signed_by_the_teacher(bench, session, town):
    draft = bench.drafts()[0]
    assert bench.decide(draft, "accept").status_code == 303
    assert row(session, draft).state == "accepted"
    made = session.get(Item, row(session, draft).item_id)
    version = session.scalars(select(ItemVersion).where(ItemVersion.item_id == made.id)).one()
    assert (version.status, version.author_id, version.content["author"]) == ("ready", town.giulia, "Giulia")
    assert version.content["as_of"] == "2026-06-11"
    assert "Pubblica 1 domanda" in bench.page()


def test_what_the_verifier_refuses_stays_in_review_and_says_why(giulia, session):
    bench = bring(giulia)
    draft = bench.drafts()[0]
    bench.decide(draft, "accept")
    assert versions(session, draft) == ["in_review"]
    assert "Manca la fonte dell’articolo: l’indirizzo web" in bench.page()
    said = {**WHOLE, "url": "", "unknown": ["url"]}
    giulia.post(f"/articles/{bench.article}/provenance", data=said)
    assert versions(session, draft) == ["in_review", "ready"]


def test_undo_puts_a_draft_back_and_retires_its_item(bench, session):
    draft = bench.drafts()[0]
    for seq, act in enumerate(("accept", "undo", "accept")):
        assert bench.decide(draft, act, seq).status_code == 303
    assert versions(session, draft) == ["ready", "retired", "in_review", "ready"]
    bench.decide(draft, "undo", 3)
    bench.decide(draft, "reject", 4)
    bench.decide(draft, "undo", 5)
    assert row(session, draft).state == "todo"


def test_every_decision_is_a_row_with_who_and_when(bench, session, town):
    draft = bench.drafts()[0]
    for seq, act in enumerate(("reject", "undo", "accept")):
        bench.decide(draft, act, seq)
    kept = session.scalars(select(Decision).order_by(Decision.seq)).all()
    assert [(each.seq, each.act, each.by_id) for each in kept] == [
        (1, "reject", town.giulia),
        (2, "undo", town.giulia),
        (3, "accept", town.giulia),
    ]
    assert all(each.at.tzinfo for each in kept)


def test_an_edited_draft_says_which_fields_changed(bench, session):
    gap = next(each for each in session.scalars(select(Draft)) if each.family == "gap-percent")
    draft = f"/drafts/{gap.public_id}"
    to_editor = bench.decide(draft, "edit").headers["Location"]
    form = form_of(bench.client.get(to_editor).text, to_editor)
    changed = {"stem": "In quale giorno del 2026?", "as_of": "2026-06-11", "save": "review"}
    saved = bench.client.post(to_editor, data={**form, **changed})
    assert saved.status_code == 303
    assert bench.decide(draft, "accept", 1).status_code == 303
    session.rollback()
    kept = session.scalars(select(Decision).where(Decision.act == "accept")).one()
    assert "stem" in kept.fields
    assert "In quale giorno del 2026?" in bench.page("accepted")


@pytest.mark.parametrize(("act", "seq"), [("accept", 0), ("undo", 2), ("approve", 1), ("reject", 1)])
def test_another_tab_or_a_senseless_act_is_a_conflict_and_changes_nothing(bench, session, act, seq):
    draft = bench.drafts()[0]
    bench.decide(draft, "accept")
    answer = bench.decide(draft, act, seq)
    assert answer.status_code == (422 if act == "approve" else 409)
    assert (row(session, draft).state, row(session, draft).seq) == ("accepted", 1)


def test_a_conflict_tells_what_happened_with_and_without_htmx(bench):
    draft = bench.drafts()[0]
    bench.decide(draft, "accept")
    for headers in ({}, {"HX-Request": "true"}):
        answer = bench.decide(draft, "reject", 0, **headers)
        assert answer.status_code == 409
        assert "cambiata in un’altra scheda" in answer.text
    assert "<html" not in answer.text


def test_htmx_gets_the_card_the_counts_and_the_announcement(bench):
    draft = bench.drafts()[0]
    answer = bench.decide(draft, "accept", **{"HX-Request": "true"})
    assert answer.status_code == 200
    assert "HX-Request" in answer.headers["Vary"]
    assert answer.text.count("<article") == 1
    assert re.search(r'role="status"[^>]*>Accettata. Ne restano \d+ da decidere.<', answer.text)
    assert "Accettate 1" in answer.text


def test_without_scripts_the_page_comes_back_at_the_card(bench):
    draft = bench.drafts()[3]
    answer = bench.client.post(draft, data={"act": "reject", "seq": "0", "show": "todo"})
    own = draft.rsplit("/", 1)[1]
    assert answer.headers["Location"] == f"{bench.address}?show=todo&card={own}#draft-{own}"


def test_filters_show_one_state_and_count_all(bench):
    drafts = bench.drafts()
    bench.decide(drafts[0], "accept")
    bench.decide(drafts[1], "reject")
    for show, count in (("accepted", 1), ("rejected", 1), ("todo", len(drafts) - 2), ("", len(drafts))):
        page = bench.page(show)
        assert page.count("<article class") == count
        assert f"Tutte {len(drafts)}" in page


def test_drafts_are_stored_so_that_pages_do_not_move(bench, monkeypatch):
    before = bench.drafts()
    monkeypatch.setattr("quizapp.bench.service.draft_article", None)
    assert bench.drafts() == before


def test_only_the_owner_decides(app, town, bench, session):
    draft = bench.drafts()[0]
    for name, expected in (("marco", 404), ("ada", 404), ("admin", 403)):
        client = signed_in(app, getattr(town, name))
        assert client.post(draft, data={"act": "accept", "seq": "0"}).status_code == expected, name
    assert row(session, draft).state == "todo"


def test_accepted_questions_lead_to_making_a_quiz_once_the_source_is_said(bench, giulia):
    bench.decide(bench.drafts()[0], "accept")
    there = giulia.get(f"/articles/{bench.article}/publish").headers["Location"]
    assert re.match(r"/banks/\w+/quiz\?item=\w+", there)
    silent = bring(giulia, text=NEWS.replace("giovedì", "il"))
    silent.decide(silent.drafts()[0], "accept")
    asked = giulia.get(f"/articles/{silent.article}/publish").headers["Location"]
    assert asked == f"/articles/{silent.article}/provenance?next=publish"


@pytest.mark.parametrize(
    ("second", "said"),
    [(False, "è in revisione. Aprila nell’editor e scegli «Salva e attiva»"), (True, "aspetta un secondo docente")],
)
def test_whoever_makes_a_quiz_hears_of_the_accepted_questions_that_it_may_not_ask_yet(
    bench, giulia, session, second, said
):
    for draft in bench.drafts()[:2]:
        bench.decide(draft, "accept")
    place = f"/articles/{bench.article}/publish"
    assert "accettata non è qui" not in giulia.get(place, follow_redirects=True).text
    with db.writing(session) as write:
        write.scalars(select(School)).one().second_approver = second
        write.scalars(select(ItemVersion).order_by(ItemVersion.id.desc())).first().status = "in_review"
    shown = giulia.get(place, follow_redirects=True).text
    assert f"1 domanda accettata non è qui: {said}" in shown
    assert "Nuovo quiz" in shown


@pytest.mark.parametrize("digits", [10, 5000])
def test_a_number_of_more_digits_than_any_is_refused_like_none(bench, digits):
    draft = bench.drafts()[0]
    assert bench.client.post(draft, data={"act": "accept", "seq": "9" * digits}).status_code == 422
    asked = {"sentence": "1", "phrase": "", "place": "9" * digits}
    assert bench.client.post(bench.address.replace("drafts", "phrase"), data=asked).status_code == 422


def test_the_editor_sends_whoever_has_not_said_the_source_to_say_it_once(giulia, session):
    bench = bring(giulia)
    bench.decide(bench.drafts()[0], "edit")
    place = session.get(Item, row(session, bench.drafts()[0]).item_id).public_id
    link = f'href="/articles/{bench.article}/provenance"'
    assert link in giulia.get(f"/items/{place}/edit").text
    said = {**WHOLE, "title": "", "url": "https://giornale.example/tassi"}
    assert giulia.post(f"/articles/{bench.article}/provenance", data={**said, "rest": "unknown"}).status_code == 303
    assert link not in giulia.get(f"/items/{place}/edit").text

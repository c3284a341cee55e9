"""A second teacher, and the families that a school accepts."""

import re

import pytest
from bs4 import BeautifulSoup
from sqlalchemy import select

from quizapp import db
from quizapp.banks.models import Item, ItemVersion
from quizapp.bench.models import Draft
from quizapp.bench.queries import tallies
from quizapp.bench.ranking import Tally, drawer_here, ordered, prior, rate
from tests.bench.paper import WHOLE, bring
from tests.build import form_of, signed_in
from tests.house import NEWS


@pytest.fixture
def bench(app, town):
    signed_in(app, town.admin).post("/approvals", data={"second": "on"})
    return bring(signed_in(app, town.giulia), **WHOLE)


def wording(client, draft):
    """The mark of the wording that the page for a second look shows of a draft."""
    page = BeautifulSoup(client.get("/approvals").text, "html.parser")
    return page.select_one(f'form[action="{draft.replace("drafts", "approvals")}"] [name=wording]')["value"]


def newest(session):
    session.rollback()
    return session.scalars(select(ItemVersion.status).order_by(ItemVersion.id.desc())).first()


def test_what_one_accepts_is_active_when_another_approves(app, town, bench, session):
    draft = bench.drafts()[0]
    bench.decide(draft, "accept")
    assert newest(session) == "in_review"
    assert "Accettata, da approvare" in bench.page()
    at = draft.replace("drafts", "approvals")
    assert bench.client.post(at, data={"act": "approve", "seq": "1"}).status_code == 403
    marco = signed_in(app, town.marco)
    assert "Accettata da Giulia" in marco.get("/approvals").text
    seen = wording(marco, draft)
    assert marco.post(at, data={"act": "approve", "seq": "0", "wording": seen}).status_code == 409
    assert marco.post(at, data={"act": "approve", "seq": "1", "wording": seen}).status_code == 303
    assert newest(session) == "ready"
    assert "Niente da approvare" in marco.get("/approvals").text


def test_what_can_be_approved_stands_before_what_still_lacks_something(app, town, bench):
    lacking = bring(bench.client, text=f"{NEWS}\n\nAltro.")
    whole = bring(bench.client, text=f"{NEWS}\n\nTerzo.", **WHOLE)
    for on in (lacking, whole):
        on.decide(on.drafts()[0], "accept")
    page = signed_in(app, town.marco).get("/approvals").text
    assert page.index("Approva<") < page.index("Manca la fonte dell’articolo")


def test_sent_back_it_is_a_draft_again(app, town, bench, session):
    draft = bench.drafts()[0]
    bench.decide(draft, "accept")
    sent = signed_in(app, town.marco).post(draft.replace("drafts", "approvals"), data={"act": "undo", "seq": "1"})
    assert sent.status_code == 303
    assert newest(session) == "retired"
    assert bench.decide(draft, "reject", 2).status_code == 303


def test_only_an_admin_asks_for_a_second_teacher(app, town):
    assert signed_in(app, town.giulia).post("/approvals", data={"second": "on"}).status_code == 403


def test_decisions_are_counted_by_family_and_the_last_word_counts(app, town, session):
    bench = bring(signed_in(app, town.giulia), **WHOLE)
    drafts = bench.drafts()
    for draft in drafts:
        bench.decide(draft, "reject")
    bench.decide(drafts[0], "undo", 1)
    found = tallies(session, 1)
    assert sum(each.rejected for each in found.values()) == len(drafts) - 1
    assert sum(each.accepted + each.edited for each in found.values()) == 0
    assert f"finora {len(drafts) - 1}" in bench.client.get("/families").text


class Scored:
    def __init__(self, family, score, drawer="check", sound=True):
        self.family, self.score, self.drawer, self.sound = family, score, drawer, sound


def test_without_decisions_the_order_is_the_engines():
    drafts = [Scored("gap-date", 2.0), Scored("who-said", 1.5), Scored("role", 1.0)]
    assert ordered(drafts, {}) == drafts
    assert rate("who-said", Tally()) == prior("who-said")


def test_a_family_that_a_school_rejects_sinks_and_one_that_it_accepts_rises():
    drafts = [Scored("gap-date", 2.0), Scored("who-said", 1.5)]
    assert [each.family for each in ordered(drafts, {"gap-date": Tally(rejected=30)})] == ["who-said", "gap-date"]
    assert [each.family for each in ordered(drafts, {"who-said": Tally(accepted=60)})] == ["who-said", "gap-date"]
    assert rate("role", Tally(edited=10)) < rate("role", Tally(accepted=10))


def test_ready_and_sound_drafts_come_first_whatever_a_school_decides():
    ready, loved = Scored("gap-date", 0.1, "ready"), Scored("who-said", 9.0, "check", sound=False)
    assert ordered([loved, ready], {"who-said": Tally(accepted=99)}) == [ready, loved]


@pytest.mark.parametrize(
    ("tally", "engine", "here"),
    [
        (Tally(accepted=27, rejected=3), "check", "ready"),
        (Tally(accepted=26, rejected=4), "check", "check"),
        (Tally(accepted=26, edited=4), "check", "check"),
        (Tally(accepted=29), "check", "check"),
        (Tally(accepted=26, edited=4), "ready", "check"),
        (Tally(rejected=29), "ready", "ready"),
    ],
    ids=[
        "nine of ten",
        "fewer",
        "edited",
        "too few decided",
        "sure elsewhere, not here",
        "sure elsewhere, too few here",
    ],
)
def test_what_a_school_takes_as_it_is_decides_what_is_ready_there(tally, engine, here):
    assert drawer_here(Scored("role", 1.0, engine), {"role": tally}) == here
    assert drawer_here(Scored("role", 1.0, "check", sound=False), {"role": tally}) == "check"


def test_a_family_that_a_school_takes_as_it_is_leads_and_is_ready_there():
    drafts = [Scored("gap-date", 2.0), Scored("role", 0.1), Scored("role", 9.0, sound=False)]
    found = ordered(drafts, {"role": Tally(accepted=30)})
    assert [(each.family, each.sound) for each in found] == [("role", True), ("gap-date", True), ("role", False)]


def test_drafts_of_a_kind_that_a_school_takes_as_it_is_lie_among_its_ready_ones(app, town, session):
    client = signed_in(app, town.giulia)
    bring(client, **WHOLE)
    draft = session.scalars(select(Draft).order_by(Draft.position)).first()
    alike = {
        name: getattr(draft, name)
        for name in ("article_version_id", "family", "engine", "drawer", "origin", "item", "flaws", "created_at")
    }
    with db.writing(session) as write:
        write.add_all(Draft(**alike, position=1000 + place, state="accepted", seq=1) for place in range(30))
    again = bring(client, **WHOLE | {"url": "https://altro.example/tassi"}, text=NEWS.replace("2,75%", "2,5%"))
    ready = session.scalars(select(Draft.family).where(Draft.drawer == "ready")).all()
    assert set(ready) == {draft.family}
    assert f"Pronte {len(ready)}" in again.page()


def taken_back(client, bench, session):
    """A draft whose question was accepted, retired, and taken back."""
    draft = bench.drafts()[0]
    bench.decide(draft, "accept")
    session.rollback()
    item = session.scalars(select(Item.public_id).order_by(Item.id.desc())).first()
    for status in ("retired", "in_review"):
        assert client.post(f"/items/{item}/status", data={"status": status}).status_code == 303
    assert newest(session) == "in_review"
    return draft


@pytest.mark.parametrize(("lang", "said"), [("it", "Accettata, in revisione"), ("en", "Accepted, in review")])
def test_where_nobody_approves_a_question_taken_back_is_in_review(app, town, session, lang, said):
    client = signed_in(app, town.giulia)
    bench = bring(client, **WHOLE)
    draft = taken_back(client, bench, session)
    name = draft.rsplit("/", 1)[1]
    for query in ("", f"?card={name}", f"?card={name}&last={name}"):
        htmx = {"HX-Request": "true"} if "last" in query else {}
        page = client.get(bench.address + query, headers={"Accept-Language": lang, **htmx}).text
        assert said in page
        assert "da approvare" not in page
        assert "to be approved" not in page


def test_where_another_approves_a_question_taken_back_waits_for_it(app, town, bench, session):
    draft = taken_back(bench.client, bench, session)
    name = draft.rsplit("/", 1)[1]
    assert "Accettata, da approvare" in bench.card(draft)
    more = bench.client.get(f"{bench.address}?card={name}&last={name}", headers={"HX-Request": "true"}).text
    assert "Accettata, da approvare" in more
    assert "Accettata, da approvare" in signed_in(app, town.marco).get("/approvals").text


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("it", "1 è in revisione: aprila nell’editor e scegli «Salva e attiva»."),
        ("en", "1 is in review: open it in the editor and save it as active."),
    ],
)
def test_the_publish_bar_says_what_to_do_with_a_question_taken_back(app, town, session, lang, said):
    client = signed_in(app, town.giulia)
    bench = bring(client, **WHOLE)
    taken_back(client, bench, session)
    page = client.get(bench.address, headers={"Accept-Language": lang}).text
    assert said in page
    assert "completare" not in page


@pytest.mark.parametrize(("lang", "said"), [("it", "Accettata, poi ritirata"), ("en", "Accepted, then retired")])
def test_an_accepted_draft_whose_question_is_retired_says_so_and_waits_for_nothing(app, town, session, lang, said):
    client = signed_in(app, town.giulia)
    bench = bring(client, **WHOLE)
    kept, gone = bench.drafts()[:2]
    bench.decide(kept, "accept")
    bench.decide(gone, "accept")
    session.rollback()
    item = session.scalars(select(Item.public_id).order_by(Item.id.desc())).first()
    client.post(f"/items/{item}/status", data={"status": "retired"})
    page = client.get(bench.address, headers={"Accept-Language": lang}).text
    bar = page[page.index('id="publish"') :]
    assert said in page
    assert "revisione" not in bar
    assert "review" not in bar.partition("</strong>")[2].partition("</p>")[0]
    sent = client.get(f"/articles/{bench.article}/publish", headers={"Accept-Language": lang})
    assert item not in sent.headers["Location"]
    assert sent.headers["Location"].count("item=") == 1


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("it", "1 domanda accettata da un collega aspetta una seconda lettura."),
        ("en", "1 question accepted by a colleague waits for a second look."),
    ],
)
def test_the_first_page_of_a_colleague_leads_to_what_waits_for_a_second_look(app, town, bench, lang, said):
    here = {"Accept-Language": lang}
    marco = signed_in(app, town.marco)
    assert "/approvals" not in marco.get("/", headers=here).text
    bench.decide(bench.drafts()[0], "accept")
    page = BeautifulSoup(marco.get("/", headers=here).text, "html.parser")
    assert [each.text for each in page.select('a[href="/approvals"]')] == [said]
    assert "/approvals" not in bench.client.get("/", headers=here).text, "her own wait for others"


def test_the_cards_of_one_colleague_are_no_landmarks_of_one_name(app, town, bench):
    for draft in bench.drafts()[:2]:
        bench.decide(draft, "accept")
    page = BeautifulSoup(signed_in(app, town.marco).get("/approvals").text, "html.parser")
    names = [each["aria-label"] for each in page.select("section[aria-label]")]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("it", "Un collega ha rimandato una domanda che avevi accettato: è di nuovo una bozza"),
        ("en", "A colleague has sent back a question that you accepted: it is a draft again"),
    ],
)
def test_whoever_accepted_it_is_told_of_a_question_sent_back_and_led_to_its_draft(app, town, bench, lang, said):
    here = {"Accept-Language": lang}
    gone, kept = bench.drafts()[:2]
    marco = signed_in(app, town.marco)
    for draft, act in ((gone, "undo"), (kept, "approve")):
        bench.decide(draft, "accept")
        sent = {"act": act, "seq": "1", "wording": wording(marco, draft)}
        assert marco.post(draft.replace("drafts", "approvals"), data=sent).status_code == 303
    page = BeautifulSoup(bench.client.get("/notices", headers=here).text, "html.parser")
    name = gone.rsplit("/", 1)[1]
    told = page.select("main li a.t")
    assert [each.get_text(strip=True) for each in told] == [said]
    assert told[0]["href"] == f"{bench.address}?card={name}#draft-{name}"
    assert bench.client.get(told[0]["href"]).status_code == 200


def test_what_was_rewritten_while_a_second_teacher_looked_is_not_approved_unseen(app, town, bench, session):
    draft, marco = bench.drafts()[0], signed_in(app, town.marco)
    bench.decide(draft, "accept")
    at, seen = draft.replace("drafts", "approvals"), wording(marco, draft)
    edit = re.search(r'href="(/items/\w+/edit)"', bench.page())[1]
    form = form_of(bench.client.get(edit).text, edit)
    other = {"stem": f"{form['stem'][0]} Tutt’altra domanda.", "save": "review"}
    assert bench.client.post(edit, data={**form, **other}).status_code == 303
    for shown in ({"wording": seen}, {}):
        assert marco.post(at, data={"act": "approve", "seq": "1", **shown}).status_code == 409
        assert newest(session) == "in_review"
    again = {"act": "approve", "seq": "1", "wording": wording(marco, draft)}
    assert "Tutt’altra domanda." in marco.get("/approvals").text
    assert marco.post(at, data=again).status_code == 303
    assert newest(session) == "ready"


def test_nobody_approves_what_they_rewrote_themselves(app, town, bench, session):
    draft, admin = bench.drafts()[0], signed_in(app, town.admin)
    bench.decide(draft, "accept")
    edit = re.search(r'href="(/items/\w+/edit)"', bench.page())[1]
    form = form_of(admin.get(edit).text, edit)
    other = {"stem": f"{form['stem'][0]} Tutt’altra domanda.", "save": "review"}
    assert admin.post(edit, data={**form, **other}).status_code == 303
    at, sent = draft.replace("drafts", "approvals"), {"act": "approve", "seq": "1", "wording": wording(admin, draft)}
    refused = admin.post(at, data=sent, follow_redirects=True, headers={"Accept-Language": "it"})
    assert "la rende attiva chi l’aveva accettata" in refused.text
    assert newest(session) == "in_review"
    bench.client.post(edit.replace("edit", "status"), data={"status": "ready"})
    assert newest(session) == "ready"

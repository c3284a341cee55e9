"""The list of what is due: what is on it and where, still valid until a day, dated, undone; and who may."""

import pytest

from quizapp.core.lifecycle import Timing
from tests.architecture.test_statements import counted
from tests.build import NOW, form_of, signed_in
from tests.upkeep.shelf import DAY, FORECAST, TREATY, give, listed, newest, put

SECOND = {**TREATY, "id": "sindaca", "stem": "Chi è la sindaca?", "review_by": (NOW.date() + 90 * DAY).isoformat()}


@pytest.fixture
def ids(town, session):
    return put(session, TREATY, SECOND, FORECAST)


def test_soonest_first_and_only_what_is_overdue_or_due_within_thirty_days(giulia, ids, later):
    assert listed(giulia) == []
    assert "Niente da rivedere" in giulia.get("/items/due").text
    later(60 * DAY)
    assert listed(giulia) == [ids["durata"], ids["sindaca"]]
    later(149 * DAY)
    assert ids["vigore"] not in listed(giulia)
    later(150 * DAY)
    assert listed(giulia) == [ids["durata"], ids["sindaca"], ids["vigore"]]
    page = giulia.get("/items/due").text
    assert "2 sono scadute. 1 scade entro 30 giorni." in page
    assert "A Vienna fu firmato l’accordo il 3 marzo 2024." in page
    assert '<strong lang="it">Vienna</strong>' in page
    assert "4 marzo 2024" in page
    assert "3 domande sono da rivedere." in giulia.get("/").text


def test_a_list_says_where_an_item_is_in_use(giulia, town, ids, later):
    later(100 * DAY)
    assert "In nessun quiz." in giulia.get("/items/due").text
    made = giulia.post("/quizzes/new", data={"title": "Trattati oggi", "items": [ids["vigore"]]})
    quiz = made.headers["Location"].rsplit("/", 2)[1]
    give(giulia, town, quiz)
    giulia.post(f"/banks/{town.bank}/practice", data={"classes": [town.school_class]})
    later(181 * DAY)
    page = giulia.get("/items/due").text
    assert f'href="/quizzes/{quiz}">Trattati oggi</a> (assegnato 1 volta), aperta al ripasso di 1 classe' in page


def test_in_one_press_several_are_valid_until_the_days_beside_them_and_it_can_be_undone(giulia, ids, session, later):
    later(181 * DAY)
    form = form_of(giulia.get("/items/due").text, "/items/due")
    proposed = (NOW + 181 * DAY).date() + 180 * DAY
    assert form[f"until-{ids['vigore']}"] == [proposed.isoformat()]
    assert form[f"until-{ids['sindaca']}"] == [((NOW + 181 * DAY).date() + 90 * DAY).isoformat()]
    sent = giulia.post("/items/due", data={**form, "item": [ids["vigore"], ids["sindaca"]]})
    assert sent.status_code == 303
    number, item = newest(session, ids["vigore"])
    assert (number, item.review_by) == (2, proposed)
    page = giulia.get("/items/due").text
    assert "2 domande riviste. Ne resta 1." in page
    assert giulia.post("/items/due/undo").status_code == 303
    number, item = newest(session, ids["vigore"])
    assert (number, item.review_by.isoformat()) == (3, TREATY["review_by"])
    assert newest(session, ids["sindaca"])[1].review_by.isoformat() == SECOND["review_by"]
    assert "Annulla" not in giulia.get("/items/due").text


def test_one_button_is_for_its_own_question_whatever_is_ticked(giulia, ids, session, later):
    later(181 * DAY)
    form = form_of(giulia.get("/items/due").text, "/items/due")
    form[f"until-{ids['sindaca']}"] = ["2028-01-01"]
    giulia.post("/items/due", data={**form, "item": [ids["vigore"]], "only": ids["sindaca"]})
    assert newest(session, ids["vigore"])[0] == 1
    assert newest(session, ids["sindaca"])[1].review_by.isoformat() == "2028-01-01"


@pytest.mark.parametrize("typed", ["domani", "2027-05-24", "9999-01-01"])
def test_a_day_that_is_none_or_has_passed_is_refused_and_kept_as_typed(giulia, ids, session, later, typed):
    later(181 * DAY)  # 24 May 2027
    form = form_of(giulia.get("/items/due").text, "/items/due")
    sent = giulia.post("/items/due", data={**form, "item": list(ids.values())[-3:-1], f"until-{ids['vigore']}": typed})
    assert sent.status_code == 422
    assert f'<a href="#until-{ids["vigore"]}">Scrivi un giorno futuro' in sent.text
    assert f'value="{typed}"' in sent.text
    assert newest(session, ids["sindaca"])[0] == 1


def test_nothing_chosen_is_said_and_what_changed_meanwhile_is_not_overwritten(giulia, ids, session, later):
    later(181 * DAY)
    form = form_of(giulia.get("/items/due").text, "/items/due")
    assert giulia.post("/items/due", data=form).status_code == 422
    giulia.post("/items/due", data={**form, "only": ids["vigore"]})
    late = giulia.post("/items/due", data={**form, "item": [ids["vigore"], ids["sindaca"]]})
    assert late.status_code == 409
    assert "Nel frattempo qualcuno ha cambiato" in late.text
    assert newest(session, ids["sindaca"])[0] == 1
    assert newest(session, ids["vigore"])[0] == 2


def test_an_undo_gives_way_to_a_later_change(giulia, ids, session, later):
    later(181 * DAY)
    form = form_of(giulia.get("/items/due").text, "/items/due")
    giulia.post("/items/due", data={**form, "only": ids["vigore"]})
    giulia.post(f"/items/{ids['vigore']}/status", data={"status": "retired"})
    giulia.post("/items/due/undo")
    assert newest(session, ids["vigore"])[0] == 3
    assert "non si può più annullare" in giulia.get("/items/due").text


def test_the_editor_opens_with_the_date_in_the_question_and_the_verifier_content(giulia, ids, session, later):
    later(181 * DAY)
    place = f"/items/{ids['sindaca']}/edit"
    page = giulia.get(f"{place}?dated=1").text
    form = form_of(page, place)
    assert [each.strip() for each in form["stem"]] == ["Al 24 novembre 2026, chi è la sindaca?"]
    assert (form["timing"], form["review_by"]) == (["dated"], [""])
    assert "Quello che trova il verificatore" not in page or "undated" not in page
    assert giulia.post(place, data={**form, "save": "ready"}).status_code == 303
    _number, item = newest(session, ids["sindaca"])
    assert (item.timing, item.review_by) == (Timing.DATED, None)
    assert ids["sindaca"] not in listed(giulia)


def test_the_list_holds_only_what_one_may_change_and_costs_as_much_whatever_it_holds(app, giulia, town, ids, later):
    later(181 * DAY)
    with counted(app) as many:
        giulia.get("/items/due")
    form = form_of(giulia.get("/items/due").text, "/items/due")
    giulia.post("/items/due", data={**form, "only": ids["vigore"]})
    giulia.get("/items/due")
    with counted(app) as fewer:
        giulia.get("/items/due")
    assert len(many) == len(fewer)
    marco, admin, ada = (signed_in(app, each) for each in (town.marco, town.admin, town.ada))
    assert listed(marco) == []
    assert listed(admin) == listed(giulia) != []
    assert ada.get("/items/due").status_code == 403
    refused = marco.post("/items/due", data={**form, "only": ids["sindaca"]})
    assert refused.status_code == 409
    assert "sindaca" not in refused.text
    assert marco.get(f"/items/{ids['durata']}/forecast").status_code == 403
    assert ada.get(f"/items/{ids['durata']}/forecast").status_code == 404


def test_what_has_been_replaced_is_not_asked_to_be_checked(giulia, town, session, later):
    ids = put(session, TREATY, {**TREATY, "id": "dopo", "supersedes": "vigore", "review_by": "2030-01-01"})
    later(181 * DAY)
    assert ids["vigore"] not in listed(giulia)

"""Forecasts: an end to them, how they went with its source, and who reads it."""

import re

import pytest

from quizapp.core.items import CameTrue
from tests.build import form_of
from tests.house import answer_all, begin
from tests.upkeep.shelf import DAY, FORECAST, give, listed, newest, newest_assignment, put

SOURCE = {
    "title": "L’accordo scade",
    "outlet": "Agenzia di Prova",
    "date": "2027-01-10",
    "url": "https://example.org/scade",
}


@pytest.fixture
def ids(town, session):
    return put(session, FORECAST)


@pytest.fixture
def place(ids):
    return f"/items/{ids['durata']}/forecast"


def test_a_forecast_is_due_once_its_horizon_has_come_and_until_it_is_told(giulia, ids, place, session, later):
    later(36 * DAY)  # 30 December
    assert listed(giulia) == []
    later(60 * DAY)
    assert listed(giulia) == [ids["durata"]]
    assert f'href="{place}?from=due"' in giulia.get("/items/due").text
    form = form_of(giulia.get(place).text, place)
    assert "came_true" not in form
    sent = giulia.post(f"{place}?from=due", data={**form, **SOURCE, "came_true": "no"})
    assert (sent.status_code, sent.headers["Location"]) == (303, "/items/due")
    number, item = newest(session, ids["durata"])
    assert (number, item.came_true, item.sources[-1].title) == (2, CameTrue.NO, SOURCE["title"])
    assert listed(giulia) == []
    assert "Smentita" in giulia.get(f"/items/{ids['durata']}").text


def test_a_forecast_that_cannot_be_told_gets_another_day(giulia, ids, place, session, later):
    later(60 * DAY)
    form = form_of(giulia.get(place).text, place)
    assert giulia.post(place, data={**form, "came_true": "open"}).status_code == 422
    assert giulia.post(place, data={**form, "came_true": "open", "horizon": "2027-01-01"}).status_code == 422
    assert giulia.post(place, data={**form, "came_true": "open", "horizon": "2028-01-01"}).status_code == 303
    assert newest(session, ids["durata"])[1].horizon.year == 2028
    assert listed(giulia) == []


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"came_true": ""}, "came_true"),
        ({"title": " "}, "title"),
        ({"date": ""}, "date"),
        ({"date": "2026-11-23"}, "date"),
        ({"date": "2027-12-01"}, "date"),
        ({"url": "javascript:alert(1)"}, "url"),
    ],
)
def test_an_outcome_without_a_source_that_can_be_found_is_refused(giulia, ids, place, session, later, changes, field):
    later(60 * DAY)
    form = form_of(giulia.get(place).text, place)
    sent = giulia.post(place, data={**form, **SOURCE, "came_true": "yes", **changes})
    assert sent.status_code == 422
    assert f'<li><a href="#{field}">' in sent.text
    assert newest(session, ids["durata"])[0] == 1


def test_two_teachers_at_once_do_not_overwrite_each_other(giulia, ids, place, session, later):
    later(60 * DAY)
    form = form_of(giulia.get(place).text, place)
    giulia.post(place, data={**form, **SOURCE, "came_true": "yes"})
    late = giulia.post(place, data={**form, **SOURCE, "came_true": "no", "title": "Un’altra"})
    assert late.status_code == 409
    assert "Un’altra" in late.text
    assert newest(session, ids["durata"])[1].came_true is CameTrue.YES
    again = form_of(late.text, place)
    assert giulia.post(place, data=again).status_code == 303
    assert newest(session, ids["durata"])[1].came_true is CameTrue.NO


def test_only_a_forecast_can_be_told(giulia, town):
    assert giulia.get(f"/items/{town.item}/forecast").status_code == 404


def test_who_was_asked_before_reads_later_how_it_went(giulia, ada, town, ids, place, session, later):
    quiz = giulia.post("/quizzes/new", data={"title": "Previsioni", "items": [ids["durata"]]}).headers["Location"]
    give(giulia, town, quiz.rsplit("/", 2)[1])
    attempt = begin(ada, newest_assignment(session))
    before = ada.get(f"{attempt}/1").text
    answer_all(ada, attempt, 1, 0)
    told = ada.get(f"{attempt}/1/outcome").text
    assert "Ancora aperta" in told
    assert "si saprà dal 31 dicembre 2026" in told
    later(60 * DAY)
    form = form_of(giulia.get(place).text, place)
    giulia.post(place, data={**form, **SOURCE, "came_true": "yes"})
    told = ada.get(f"{attempt}/1/outcome").text
    assert "Si è avverata" in told
    assert re.search(r"Com’è andata la previsione.*L’accordo scade", told, re.DOTALL)
    assert "avverata" not in before


def test_an_accepted_forecast_gets_a_horizon_and_stays_open(session):
    from quizapp.bench.signing import signed
    from quizapp.verification.catalogue import ARTICLE
    from tests.build import make_item

    item = signed(make_item(kind="forecast", as_of=None, stem="Che cosa poteva accadere nel 2030?"), ARTICLE, "Giulia")
    assert (item.horizon.isoformat(), item.came_true) == ("2030-12-31", CameTrue.OPEN)
    current = signed(make_item(timing="current", as_of=None, stem="Chi è il ministro?"), ARTICLE, "Giulia")
    assert (current.review_by - ARTICLE.published).days == 90

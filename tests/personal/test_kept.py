"""What the page on privacy says of how long is what the code does, and what the school decided stands there."""

import datetime

import pytest
from bs4 import BeautifulSoup

from quizapp import db
from quizapp.accounts import acts, queries
from quizapp.core.retention import DAYS, Retention
from quizapp.jobs import service as jobs
from quizapp.personal import retention
from quizapp.personal.forms import LONG


def words(page):
    return BeautifulSoup(page.text, "html.parser").main.get_text(" ", strip=True)


def test_the_days_that_the_page_names_are_those_of_the_code(client, town):
    told = words(client.get("/privacy", headers={"Accept-Language": "en"}))
    for kept, said in (
        (queries.LONGEST, "thirty days at most while it is used"),
        (jobs.KEPT, "Thirty days."),
        (acts.KEPT, "A year."),
    ):
        assert kept == datetime.timedelta(days=365 if "year" in said else 30)
        assert said in told


@pytest.mark.parametrize("days", DAYS)
def test_what_the_school_decided_stands_on_the_page_and_nothing_else(client, town, session, days):
    english = {"Accept-Language": "en"}
    with db.writing(session) as write:
        retention.set_rule(write, 1, Retention(on=False, days=days))
    assert "This school has switched no period on" in words(client.get("/privacy", headers=english))
    with db.writing(session) as write:
        retention.set_rule(write, 1, Retention(on=True, days=days))
    told = words(client.get("/privacy", headers=english))
    assert "switched no period on" not in told
    with client.application.test_request_context(headers=english):
        assert f"This school has decided: {LONG[days]} after the end of a class" in told

"""The date switch on a bank's page: which answers held on a day, and why not."""

import datetime
import re
from pathlib import Path

import pytest
from sqlalchemy import select

from quizapp import db
from quizapp.accounts.queries import school
from quizapp.banks import dates, queries
from quizapp.banks.models import Bank
from quizapp.banks.service import sync_bank
from quizapp.core.timeline import Why
from quizapp.formats.bankfile import read_bank
from tests.architecture.test_statements import counted
from tests.build import NOW, signed_in

BANKS = Path(__file__).parents[2] / "questions"
TREATIES = {"it": "trattato-russia-corea-del-nord", "en": "russia-north-korea-treaty"}
OCTOBER, NOVEMBER, DECEMBER, TODAY = "2024-10-20", "2024-11-10", "2024-12-10", NOW.date().isoformat()
STAGES = ("trattato-a-ottobre", "trattato-a-novembre", "trattato-da-dicembre")
TABLE = {
    OCTOBER: (None, Why.NOT_YET, Why.NOT_YET),
    NOVEMBER: (Why.REPLACED, None, Why.NOT_YET),
    DECEMBER: (Why.REPLACED, Why.REPLACED, None),
    TODAY: (Why.REPLACED, Why.REPLACED, Why.UNCHECKED),
}


@pytest.fixture
def bank(session, town):
    found, _problems = read_bank((BANKS / "it" / f"{TREATIES['it']}.yaml").read_bytes())
    with db.writing(session) as write:
        sync_bank(write, found, school_id=school(write).id, now=NOW)
    session.rollback()
    return queries.bank_by_slug(session, school(session).id, found.id)


@pytest.mark.parametrize("day", TABLE)
def test_of_the_stages_of_the_treaty_one_held_on_each_day_and_the_others_say_why_not(session, bank, day):
    found = dates.switch(session, bank, None, NOW.date(), day)
    rows = {each.row.key: each.row.id for each in queries.items_of(session, bank)}
    assert tuple(found.held[rows[key]].why for key in STAGES) == TABLE[day]
    held = found.held[rows["richiesta-di-ratifica"]]
    assert held.holds
    assert (held.why is Why.REPLACED) is (day in {DECEMBER, TODAY})
    assert found.held[rows["previsione-del-nis"]].why is (Why.CAME_TRUE if day == TODAY else Why.OPEN)
    assert found.held[rows["previsione-due-coree"]].why is Why.OPEN


@pytest.mark.parametrize("lang", TREATIES)
def test_the_bundled_bank_shows_the_article_the_changes_and_today_in_both_languages(lang):
    from quizapp.core.timeline import life_of, proposed_days

    found, problems = read_bank((BANKS / lang / f"{TREATIES[lang]}.yaml").read_bytes())
    assert problems == []
    after = {item.supersedes: (item.as_of, item.stem) for item in found.items if item.supersedes}
    lives = [life_of(item, [after[item.id]] if item.id in after else []) for item in found.items]
    days = proposed_days(lives, found.article.published, NOW.date())
    assert days[0] == datetime.date(2024, 10, 20)
    assert days[-1] == NOW.date()
    assert {datetime.date(2024, 11, 6), datetime.date(2024, 12, 5)} <= set(days)


def test_the_page_shows_it_keeps_the_search_and_asks_as_much_for_any_day(app, town, session, bank):
    giulia = signed_in(app, town.giulia)
    place = f"/banks/{bank.public_id}"
    with counted(app) as off:
        page = giulia.get(place).text
    days = re.findall(r"on=(\d{4}-\d\d-\d\d)#h-dates", page)
    assert OCTOBER in days
    assert "domande attive su" not in page
    with counted(app) as on:
        page = giulia.get(f"{place}?on={NOVEMBER}&q=trattato").text
    assert len(on) == len(off)
    assert "Alla data del 10 novembre 2024 valevano" in page
    assert 'sostituita dal 6 novembre 2024: <span lang="it">Il trattato dopo le due camere</span>' in page
    assert "alla data del 10 novembre 2024 non si sapeva ancora: è del 5 dicembre 2024" in page
    assert 'name="q" value="trattato"' in page
    assert f'name="on" value="{NOVEMBER}"' in page
    assert giulia.get(f"{place}?on=mai").status_code == 200


def test_an_answer_replaced_from_another_bank_is_told_too(session, town, bank):
    other, _problems = read_bank((BANKS / "en" / f"{TREATIES['en']}.yaml").read_bytes())
    from dataclasses import replace

    later = replace(other.items[0], supersedes=f"{bank.slug}#articolo-quattro", as_of=datetime.date(2025, 1, 2))
    with db.writing(session) as write:
        sync_bank(write, replace(other, items=(later,)), school_id=1, now=NOW)
    session.rollback()
    rows = {each.row.key: each.row.id for each in queries.items_of(session, bank)}
    held = dates.switch(session, bank, None, NOW.date(), TODAY).held[rows["articolo-quattro"]]
    assert (held.holds, held.why, held.by) == (True, Why.REPLACED, later.title)


def test_in_a_copy_of_the_bank_each_stage_takes_over_from_the_copy_of_the_former(app, session, town, bank):
    signed_in(app, town.giulia).post(f"/banks/{bank.public_id}/copy")
    session.rollback()
    copy = session.scalars(select(Bank).where(Bank.owner_id == town.giulia).order_by(Bank.id.desc())).first()
    superseded = {each.row.key: each.superseded for each in queries.items_of(session, copy)}
    assert [superseded[key] for key in STAGES] == [True, True, False]

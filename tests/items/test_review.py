"""Many questions read on one page and made active together: sound ones, as they were shown, all or none."""

import datetime
import re
from dataclasses import replace
from decimal import Decimal

import pytest

from quizapp import db
from quizapp.accounts.models import School
from quizapp.banks import queries as banks
from quizapp.banks.filling import EMPTY, make, put_in
from quizapp.banks.service import BankHead, add_version, make_bank
from quizapp.core.items import Source
from quizapp.core.lifecycle import Status, Timing
from quizapp.core.shelf_life import proposed_review_by
from quizapp.exchange.landing import landed
from quizapp.formats.registry import read
from quizapp.items.completing import UNSAID, Said, completed
from quizapp.items.review_views import AT_ONCE
from quizapp.verification.catalogue import verify
from quizapp.web.filters import day, moment, number, short_day, weekday
from tests.build import NOW, make_item, signed_in

ENGLISH = {"Accept-Language": "en"}


GIVEN = {"as_of": "2024-03-04", "title": "Il manuale", "outlet": "Casa editrice", "url": ""}


@pytest.fixture
def brought(town, session):
    """A bank of Giulia's with two questions of a file, and one that no quiz can ask: none of its answers is right."""
    return fill(town, session, 2, faulty=1)


def fill(town, session, sound, faulty=0, author="marco"):
    text = "".join(f"Domanda {n}?{{=giusta ~storta#no}}\n\n" for n in range(sound))
    good = [landed(item, "it") for item in read(text.encode(), "gift").items]
    bad = [replace(each, body=replace(each.body, options=wrong(each.body.options))) for each in good[:faulty]]
    with db.writing(session) as write:
        bank = make_bank(write, 1, BankHead("Portate", "it"), owner_id=town.giulia, now=NOW)
        rows = [(item, f"{n}") for n, item in enumerate([*good, *bad])]
        put_in(write, bank, make(rows, EMPTY, now=NOW, author_id=getattr(town, author)))
        return bank.public_id


def wrong(options):
    return tuple(replace(option, fraction=0) for option in options)


def marks(page):
    return re.findall(r'name="item" value="([^"]+)" checked', page)


def states(session, bank):
    session.rollback()
    return [each.item.status for each in banks.items_of(session, banks.bank_by_public_id(session, bank))]


def items_in(session, bank):
    session.rollback()
    return [each.item for each in banks.items_of(session, banks.bank_by_public_id(session, bank))]


def test_the_sound_ones_become_active_in_one_press_with_what_they_did_not_say(giulia, session, brought):
    assert "3 questions are in review" in giulia.get(f"/banks/{brought}", headers=ENGLISH).text
    page = giulia.get(f"/banks/{brought}/review", headers=ENGLISH).text
    assert len(marks(page)) == 2
    assert "(to be mended)" in page
    assert page.count('class="good"') >= 2
    assert page.count("What they do not say yet") == 1
    answer = giulia.post(f"/banks/{brought}/review", data={"item": marks(page), **GIVEN}, headers=ENGLISH)
    assert answer.status_code == 303
    assert "2 questions are active." in giulia.get(answer.headers["Location"], headers=ENGLISH).text
    assert states(session, brought) == [Status.READY, Status.READY, Status.IN_REVIEW]
    first = items_in(session, brought)[0]
    assert (first.as_of, first.timing) == (datetime.date(2024, 3, 4), Timing.CURRENT)
    assert first.review_by == proposed_review_by(first, first.as_of)
    assert first.sources == (Source("Il manuale", "Casa editrice"),)
    assert not [each for each in verify(first, None) if each.severity == "error"]


def test_what_is_not_said_is_asked_for_and_the_ticks_stay(giulia, session, brought):
    _first, second = marks(giulia.get(f"/banks/{brought}/review").text)
    sent = {"item": second, **GIVEN, "title": " ", "as_of": ""}
    answer = giulia.post(f"/banks/{brought}/review", data=sent, headers=ENGLISH)
    assert answer.status_code == 422
    assert "Say where the answers can be read." in answer.text
    assert "Say the day." in answer.text
    assert marks(answer.text) == [second]
    assert states(session, brought) == [Status.IN_REVIEW] * 3


def test_a_question_keeps_what_it_says_itself_and_one_that_names_its_year_goes_stale_no_more():
    said = Said(datetime.date(2024, 3, 4), Source("Il manuale", "Casa"))
    own = make_item(status="in_review", evidence=[], facts=[])
    assert own.as_of
    assert own.timing
    whole = completed(own, frozenset(), said, NOW.date())
    assert (whole.as_of, whole.timing, whole.sources) == (own.as_of, own.timing, own.sources)
    (year,) = read(b"Chi vinse nel 2006?{=noi ~voi}", "gift").items
    whole = completed(landed(year, "it"), UNSAID, said, NOW.date())
    assert (whole.timing, whole.review_by, whole.sources) == (Timing.DATED, None, (said.source,))


def test_what_was_not_ticked_stays_and_without_a_tick_nothing_happens(giulia, session, brought):
    first, _second = marks(giulia.get(f"/banks/{brought}/review").text)
    answer = giulia.post(f"/banks/{brought}/review", headers=ENGLISH)
    assert (answer.status_code, marks(answer.text)) == (422, [])
    assert "Choose at least one question." in answer.text
    giulia.post(f"/banks/{brought}/review", data={"item": first, **GIVEN})
    assert states(session, brought) == [Status.READY, Status.IN_REVIEW, Status.IN_REVIEW]


def test_one_that_was_changed_since_it_was_shown_stops_them_all(giulia, session, brought):
    shown = marks(giulia.get(f"/banks/{brought}/review").text)
    with db.writing(session) as write:
        listed = banks.items_of(write, banks.bank_by_public_id(write, brought))[0]
        add_version(write, listed.row, replace(listed.item, explanation="Altro."), None, now=NOW)
    answer = giulia.post(f"/banks/{brought}/review", data={"item": shown, **GIVEN}, headers=ENGLISH)
    assert answer.status_code == 409
    assert "nothing was saved" in answer.text
    assert states(session, brought) == [Status.IN_REVIEW] * 3


def test_a_faulty_one_is_not_made_active_by_a_form_of_ones_own(giulia, session, brought):
    row = banks.items_of(session, banks.bank_by_public_id(session, brought))[-1].row
    assert giulia.post(f"/banks/{brought}/review", data={"item": f"{row.public_id}:1", **GIVEN}).status_code == 409
    assert states(session, brought)[-1] is Status.IN_REVIEW


def test_where_two_teachers_must_agree_ones_own_wait_for_the_other(app, giulia, town, session):
    bank = fill(town, session, 1, author="giulia")
    with db.writing(session) as write:
        write.get_one(School, 1).second_approver = True
        row = banks.items_of(write, banks.bank_by_public_id(write, bank))[0].row
    page = giulia.get(f"/banks/{bank}/review", headers=ENGLISH).text
    assert "It waits for a second teacher" in page
    assert marks(page) == []
    assert giulia.post(f"/banks/{bank}/review", data={"item": f"{row.public_id}:1", **GIVEN}).status_code == 409


def test_more_than_a_page_come_in_portions(giulia, town, session):
    bank = fill(town, session, AT_ONCE + 3)
    page = giulia.get(f"/banks/{bank}/review", headers=ENGLISH).text
    assert len(marks(page)) == AT_ONCE
    (onward,) = re.findall(r"after=(\d+)", page)
    rest = giulia.get(f"/banks/{bank}/review?after={onward}").text
    assert len(marks(rest)) == 3
    answer = giulia.post(f"/banks/{bank}/review", data={"item": marks(page), **GIVEN})
    assert len(marks(giulia.get(answer.headers["Location"]).text)) == 3


@pytest.mark.parametrize("who", ["marco", "ada", "bruno"])
def test_nobody_else_makes_them_active(app, town, session, brought, who):
    other = signed_in(app, getattr(town, who))
    assert other.get(f"/banks/{brought}/review").status_code in {403, 404}
    assert other.post(f"/banks/{brought}/review", data={"item": "x:1"}).status_code in {403, 404}


def test_a_year_is_not_written_in_groups(app):
    with app.test_request_context():
        assert [number(Decimal(each)) for each in ("1989", "0.25", "-1234.5", "12345.5")] == [
            "1989", "0,25", "-1234,5", "12.345,5",
        ]  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "first", "second"),
    [
        ("it", ["1º marzo 2026", "1º mar", "domenica 1º marzo", "domenica 1º marzo 2026, 13:00"], "2 marzo 2026"),
        ("en", ["1 March 2026", "1 Mar", "Sunday 1 March", "Sunday 1 March 2026, 13:00"], "2 March 2026"),
    ],
)
def test_the_first_of_a_month_is_an_ordinal_in_italian_alone(app, lang, first, second):
    noon = datetime.datetime(2026, 3, 1, 12, tzinfo=datetime.UTC)
    with app.test_request_context(headers={"Accept-Language": lang}):
        assert [day(noon.date()), short_day(noon.date()), weekday(noon.date()), moment(noon)] == first
        assert day("2026-03-02") == second

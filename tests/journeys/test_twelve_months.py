"""A bank through twelve months: what is accepted, asked, checked again, dated, told, corrected, withdrawn and
superseded, with the pages read on the way.

The chapters run in order on one database.
"""

import re

import pytest
from sqlalchemy import select

from quizapp.banks.models import Bank, Item, ItemVersion
from tests.bench.paper import WHOLE, bring
from tests.build import NOW, form_of
from tests.desk import ada, giulia
from tests.house import answer_right, begin
from tests.upkeep.shelf import DAY, give, listed, newest, newest_assignment, sign_in_again

__all__ = ["ada", "giulia"]
HEAD = "Chi è la presidente della Banca centrale europea?"
RULE = "Il nuovo tasso sui depositi è in vigore?"


class Year:
    """Giulia's desk and Ada's, the clock between them, and what they have made, by name."""

    def __init__(self, session, town, clock, giulia, ada):
        self.session, self.town, self.clock, self.giulia, self.ada = session, town, clock, giulia, ada
        self.items, self.attempt, self.quiz, self.bank = {}, "", "", ""

    def passes(self, days):
        """It is now so many days after the beginning."""
        sign_in_again(self.clock, self.session, days * DAY, {self.town.giulia: self.giulia, self.town.ada: self.ada})

    def due(self):
        """The names of what Giulia is to check, in order."""
        names = {public_id: name for name, public_id in self.items.items()}
        return [names[each] for each in listed(self.giulia)]

    def offered(self):
        """The names of what a new quiz of the bank may ask."""
        page = self.giulia.get(f"/banks/{self.bank}/quiz").text
        stems = {name: newest(self.session, each)[1].stem for name, each in self.items.items()}
        boxes = plain(page.split("non si p")[0])
        return {name for name, stem in stems.items() if stem in boxes}

    def review_by(self, name):
        return newest(self.session, self.items[name])[1].review_by

    def told(self, name):
        """Ada's outcome of a question, as it reads today."""
        place = [*self.items].index(name) + 1
        return self.ada.get(f"{self.attempt}/{place}/outcome").text

    def switched(self, day):
        return self.giulia.get(f"/banks/{self.bank}?on={day.isoformat()}").text


@pytest.fixture
def year(session, town, clock, giulia, ada):
    return Year(session, town, clock, giulia, ada)


def test_a_bank_lives_through_twelve_months(year):
    november_an_article_becomes_a_quiz(year)
    november_the_class_answers(year)
    january_an_office_holder_comes_up_for_review(year)
    march_she_is_still_valid(year)
    may_the_rule_says_its_date(year)
    june_the_forecast_comes_true(year)
    july_a_key_was_wrong(year)
    august_a_question_is_withdrawn(year)
    september_there_is_another_president(year)
    november_again_the_past_is_as_it_was(year)


def november_an_article_becomes_a_quiz(year):
    bench = bring(year.giulia, **WHOLE)
    forecast = next(draft for draft in bench.drafts() if "Previsione" in bench.card(draft))
    first = next(draft for draft in bench.drafts() if draft != forecast)
    for draft in (first, forecast):
        assert bench.decide(draft, "accept").status_code == 303
    year.session.rollback()
    rows = year.session.execute(
        select(Bank.public_id, Item.public_id, ItemVersion.kind)
        .join_from(Item, Bank)
        .join(ItemVersion, ItemVersion.item_id == Item.id)
        .where(Bank.owner_id == year.town.giulia, Bank.public_id != year.town.bank)
    ).all()
    year.bank = rows[0][0]
    year.items = {("forecast" if kind == "forecast" else "dated"): item for _bank, item, kind in rows}
    _number, item = newest(year.session, year.items["forecast"])
    assert (item.horizon.isoformat(), item.came_true.value, item.status.value) == ("2027-06-11", "open", "ready")
    year.items["head"] = write(year, HEAD, "Christine Lagarde", "Fabio Panetta")
    year.items["rule"] = write(year, RULE, "Sì, dal 17 giugno 2026", "No, non ancora")
    assert year.review_by("head") == NOW.date() + 90 * DAY
    assert year.review_by("rule") == NOW.date() + 180 * DAY
    assert year.due() == []
    assert "da rivedere" not in year.giulia.get("/").text


def write(year, stem, key, other):
    """A question that does not say its date, with its review date left to the proposal; its public id."""
    place = f"/banks/{year.bank}/items/new/choice"
    page = year.giulia.get(place).text
    sentence = re.search(r'<option[^>]*value="(\d+-\d+)"', page)[1]
    said = {
        "stem": stem, "kind": "fact", "as_of": "2026-11-24", "timing": "current", "evidence-0-sentence": sentence,
        "options-0-text": key, "options-1-text": other, "options-1-feedback": "Non è così.", "key": "0",
        "explanation": "Lo dice l’articolo.", "save": "ready",
    }  # fmt: skip
    made = year.giulia.post(place, data={**form_of(page, place), **said})
    assert made.status_code == 303, re.findall(r'class="hint.*?</p>', made.text, re.DOTALL)
    return made.headers["Location"].rsplit("/", 1)[1]


def november_the_class_answers(year):
    assert year.offered() == {"dated", "forecast", "head", "rule"}
    made = year.giulia.post("/quizzes/new", data={"title": "La BCE", "items": list(year.items.values())})
    year.quiz = made.headers["Location"].rsplit("/", 2)[1]
    assert give(year.giulia, year.town, year.quiz).status_code == 303
    year.attempt = begin(year.ada, newest_assignment(year.session))
    year.items = {name: year.items[name] for name in asked(year)}
    for n in range(1, 5):
        answer_right(year.session, year.ada, year.attempt, n)
    assert "4 risposte giuste su 4" in year.ada.get(f"{year.attempt}/results").text
    assert "alida alla data del 24 novembre 2026" in year.told("head")
    assert "Ancora aperta" in year.told("forecast")


def plain(page):
    """A page without its marks: what says where a sentence is from stands apart in a stem."""
    return re.sub(r"<[^>]+>", "", page)


def asked(year):
    """The names in the order in which the attempt asks them."""
    stems = {newest(year.session, each)[1].stem: name for name, each in year.items.items()}
    pages = [plain(year.ada.get(f"{year.attempt}/{n}").text) for n in range(1, 5)]
    return [next(name for stem, name in stems.items() if stem in page) for page in pages]


def january_an_office_holder_comes_up_for_review(year):
    year.passes(65)
    assert year.due() == ["head"]
    assert "1 domanda è da rivedere." in year.giulia.get("/").text
    assert "La BCE</a> (assegnato 1 volta)" in year.giulia.get("/items/due").text
    assert "head" in year.offered()


def march_she_is_still_valid(year):
    year.passes(95)
    assert "head" not in year.offered()
    assert "1 domanda era da rivedere prima di oggi" in year.giulia.get(f"/quizzes/{year.quiz}").text
    assert "alida alla data del 24 novembre 2026" in year.told("head")
    form = form_of(year.giulia.get("/items/due").text, "/items/due")
    assert year.giulia.post("/items/due", data={**form, "item": [year.items["head"]]}).status_code == 303
    assert year.review_by("head") == (NOW + 185 * DAY).date()
    assert "head" in year.offered()
    assert "prima di oggi" not in year.giulia.get(f"/quizzes/{year.quiz}").text
    assert "4 risposte giuste su 4" in year.ada.get(f"{year.attempt}/results").text


def may_the_rule_says_its_date(year):
    year.passes(181)
    assert year.due() == ["rule", "head"]
    assert "rule" not in year.offered()
    place = f"/items/{year.items['rule']}/edit"
    form = form_of(year.giulia.get(f"{place}?dated=1").text, place)
    assert form["stem"][0].strip() == "Al 24 novembre 2026, il nuovo tasso sui depositi è in vigore?"
    assert year.giulia.post(place, data={**form, "save": "ready"}).status_code == 303
    assert year.due() == ["head"]
    assert "rule" in year.offered()
    form = form_of(year.giulia.get("/items/due").text, "/items/due")
    year.giulia.post("/items/due", data={**form, "only": year.items["head"]})


def june_the_forecast_comes_true(year):
    year.passes(205)
    assert year.due() == ["forecast"]
    place = f"/items/{year.items['forecast']}/forecast"
    form = form_of(year.giulia.get(place).text, place)
    source = {"title": "La crescita del 2026", "outlet": "Eurostat", "date": "2027-04-30"}
    assert year.giulia.post(place, data={**form, **source, "came_true": "yes"}).status_code == 303
    assert year.due() == []
    told = year.told("forecast")
    assert "Si è avverata" in told
    assert "La crescita del 2026" in told
    assert "Avverata" in year.giulia.get(f"/banks/{year.bank}").text


def july_a_key_was_wrong(year):
    year.passes(230)
    place = f"/items/{year.items['rule']}/edit"
    form = form_of(year.giulia.get(place).text, place)
    wrong = {**form, "key": "1", "why": "Il Consiglio direttivo l’ha rinviato."}
    assert "Ada" in year.giulia.post(place, data={**wrong, "save": "correct"}).text
    assert "4 risposte giuste su 4" in year.ada.get(f"{year.attempt}/results").text
    assert year.giulia.post(place, data={**wrong, "save": "apply"}).status_code == 303
    assert "3 risposte giuste su 4" in year.ada.get(f"{year.attempt}/results").text
    notices = year.ada.get("/notices").text
    assert "Una domanda è stata corretta" in notices
    assert "Il Consiglio direttivo l’ha rinviato." in notices


def august_a_question_is_withdrawn(year):
    year.passes(265)
    withdrawn = {"why": "Le due risposte si possono difendere."}
    assert year.giulia.post(f"/items/{year.items['rule']}/withdraw", data=withdrawn).status_code == 303
    assert "3 risposte giuste su 3" in year.ada.get(f"{year.attempt}/results").text
    assert "ritirata" in year.told("rule").lower()
    assert "rule" not in year.offered()
    log = year.ada.get(f"/banks/{year.bank}/corrections").text
    assert "Il Consiglio direttivo l’ha rinviato." in log
    assert "Le due risposte si possono difendere." in log
    assert "Ada" not in log.split("<main")[1]


def september_there_is_another_president(year):
    year.passes(300)
    source = {"title": "La nomina", "outlet": "Consiglio europeo", "date": "2027-09-15", "url": ""}
    changed = {"why": "Il mandato è finito.", "bank": year.bank, **source}
    place = year.giulia.post(f"/items/{year.items['head']}/supersede", data=changed).headers["Location"]
    assert "È cambiato" not in year.ada.get("/notices").text
    form = form_of(year.giulia.get(place).text, place)
    said = {"stem": "Chi presiede la BCE dal settembre 2027?", "key": "1", "save": "ready"}
    assert year.giulia.post(place, data={**form, **said}).status_code == 303
    assert "È cambiato: ciò che avevi imparato non è più così" in year.ada.get("/notices").text
    assert "3 risposte giuste su 3" in year.ada.get(f"{year.attempt}/results").text
    later = year.told("head")
    assert "Chi presiede la BCE dal settembre 2027?" in later
    assert "La nomina" in later
    assert "Il mandato è finito." in year.giulia.get(f"/items/{year.items['head']}").text
    assert "head" not in year.offered()
    year.items["new head"] = place.split("/")[2]
    assert "new head" in year.offered()


def november_again_the_past_is_as_it_was(year):
    year.passes(365)
    assert "3 risposte giuste su 3" in year.ada.get(f"{year.attempt}/results").text
    assert "giuste, su 1 risposta" in year.giulia.get(f"/items/{year.items['head']}/analysis").text
    assert [number for number, _item in (newest(year.session, each) for each in year.items.values())] != [1] * 5
    assert "head" not in year.offered()
    assert {"dated", "forecast", "new head"} <= year.offered()
    before, today = year.switched((NOW - 3 * DAY).date()), year.switched((NOW + 365 * DAY).date())
    assert "alla data del 21 novembre 2026 non si sapeva ancora: è del 24 novembre 2026" in before
    assert "previsione ancora aperta alla data del 21 novembre 2026" in before
    assert "previsione avverata, secondo quanto si sapeva il 30 aprile 2027" in today
    assert "Chi presiede la BCE dal settembre 2027?" in today

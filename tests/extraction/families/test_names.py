"""A country typed into its sentence: its article stays outside, and nothing else gives it away."""

import pytest

from quizapp.core.responses import Typed
from tests.extraction.families.make import drafts, item, one

FAMILY = "gap-typed-name"
REST = "\nIl Senato di Roma ha votato la legge sui ponti nel 2023.\nIl Po scorre a Cremona."
TREATY = "Il trattato sui porti del Baltico vale a Danzica e in tutta la Germania dal 2024."


def test_the_article_stays_in_the_sentence_and_the_name_is_typed():
    draft = one("A Bruxelles è nato un accordo sui porti tra la Polonia e la Svezia nel 2024." + REST, FAMILY)
    assert "tra la _____ e la Svezia" in draft.stem
    assert draft.stem.startswith("Scrivi il nome del Paese che manca")


@pytest.mark.parametrize(("typed", "share"), [("Germania", 1), ("la germania", 1), ("Berlino", 0), ("Francia", 0)])
def test_its_names_are_right_and_its_capital_is_not(typed, share):
    assert item(TREATY + REST, FAMILY).body.mark(Typed(typed)) == share


@pytest.mark.parametrize(
    "sentence",
    [
        "Il trattato sui porti del Baltico vale a Danzica e negli Stati Uniti dal 2024.",
        "Il trattato sui porti del Baltico vale a Danzica e a Berlino, in Germania, dal 2024.",
        "Il trattato sui porti tedeschi del Baltico vale a Danzica e in Germania dal 2024.",
        "Il trattato sui porti del Baltico vale ad Amburgo e in tutta la Germania dal 2024.",
        "Il trattato sui porti del Baltico vale a Danzica e a Hong Kong dal 2024.",
        "Il killer di Danzica è stato arrestato in Germania con due complici nel 2024.",
    ],
    ids=["a plural gives it away", "its capital", "its people", "one of its towns", "no state", "crime"],
)
def test_a_country_that_is_given_away_or_may_not_be_asked_stays(sentence):
    assert [draft for draft in drafts(sentence + REST, FAMILY) if draft.facts[0].sentence.index == 0] == []


def test_without_a_day_the_question_says_so():
    found = drafts(TREATY.replace(" dal 2024", "") + REST, FAMILY, published=None)
    assert [draft.flaws for draft in found] == [["undated"]]

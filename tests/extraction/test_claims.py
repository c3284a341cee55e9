"""What somebody says is asked about without the words that tell who says it; what would tell is left out."""

import pytest

from quizapp.extraction.places import countries, region
from tests.extraction.make import drafted

ARTICLE = (
    "The parliament of Norway passed a law on coastal fishing on 3 May 2024.\n"
    "{claim}\n"
    "Anna Larsen said that Norway lost 40 fishing ports in the storms of 2019."
)
CLAIM = "Peter Olsen said that coastal fishing gave Norway 12,000 jobs in 2023."


def claims(text, lang="en", published="2024-05-04"):
    found = drafted(text, lang, "Norway passes fishing law", published).drafts
    return [each for each in found if each.family == "claim-status"]


def test_the_content_alone_is_asked_and_both_voices_are_offered():
    draft = next(each for each in claims(ARTICLE.format(claim=CLAIM)) if "12,000" in each.stem)
    assert "Olsen" not in draft.stem
    assert "4 May 2024" in draft.stem
    texts = {each["text"]: each["fraction"] for each in draft.own["options"]}
    assert texts["As a claim by Peter Olsen"] == 1
    assert texts["As a claim by Anna Larsen"] == 0
    assert len(texts) == 4


@pytest.mark.parametrize(
    "claim",
    [
        "Peter Olsen said that coastal fishing may give Norway 12,000 jobs in 2026.",
        "Peter Olsen said that Olsen and his crew gave Norway 12,000 jobs in 2023.",
        "Peter Olsen said that a fisherman was murdered in Norway near Oslo on 2 May 2024.",
        "Peter Olsen said that coastal fishing gave its ports in Norway 12,000 jobs in 2023.",
        "Peter Olsen said that it also gave the coast of Norway 12,000 jobs in 2023.",
    ],
)
def test_a_modal_a_name_a_crime_a_possessive_or_a_pronoun_in_the_content_leaves_it_out(claim):
    assert not [each for each in claims(ARTICLE.format(claim=claim)) if "Olsen" in (each.holder or "")]


def test_an_italian_clause_in_the_subjunctive_is_no_sentence():
    text = "Anna Rossi ha detto che la pesca norvegese {verb} dalle quote decise a Oslo nel 2023."
    assert not claims(text.format(verb="dipenda"), "it")
    assert len(claims(text.format(verb="dipende"), "it")) == 1


def test_a_country_stands_among_others_of_its_part_of_the_world():
    text = "On 3 May 2024 the government of Norway passed a law on fishing.\nPeru was absent in 2021."
    draft = next(each for each in drafted(text, "en").drafts if each.family == "gap-country")
    wrong = {each["text"] for each in draft.own["options"] if not each["fraction"]}
    assert {each.removeprefix("the ") for each in wrong} <= {countries("en")[code].name for code in region("NO")}


def test_a_year_stands_among_years_of_its_own_time():
    text = "The parliament of Norway passed a law on coastal fishing on 3 May 1990.\nPeru joined it on 4 June 1918."
    draft = next(each for each in drafted(text, "en", "", "2024-05-04").drafts if each.family == "gap-date")
    assert all("19" in each["text"] and "1918" not in each["text"] for each in draft.own["options"])

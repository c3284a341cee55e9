"""Statements and figures of an article whose day is known: which family they are of, and what keeps them out."""

import re

import pytest

from tests.extraction.families.make import drafts
from tests.extraction.make import drafted

TITLE = "Atlantic ports meet in Lisbon"
OPENING = (
    "Ministers of nine Atlantic countries opened a meeting in Lisbon on Monday.\n"
    "The talks about Atlantic ports in Lisbon are the first since 2009.\n"
)
FACT = "The Atlantic port of Rotterdam sent nine engineers and two ships to Lisbon for the meeting."
CLAIM = "Portuguese Prime Minister António Costa said that Atlantic ports were the lungs of Portugal."
FIGURE = "The Atlantic port of Rotterdam sent 440 engineers to Lisbon for the meeting."


def family_of(sentence, *, published="2019-05-06", kinds="true-false"):
    """The family of the true statement made of a sentence."""
    texts = sentence.split()[:4]
    for family in ("lead", "voiced", "dated", "verbatim"):
        found = drafts(OPENING + sentence, f"{kinds}-{family}", "en", TITLE, published)
        if any(" ".join(texts) in each.stem for each in found):
            return family
    return None


def test_a_plain_sentence_and_a_claim_of_a_dated_article_are_families_of_their_own():
    assert (family_of(FACT), family_of(CLAIM)) == ("dated", "voiced")


def test_without_a_day_they_are_what_they_were():
    assert (family_of(FACT, published=None), family_of(CLAIM, published=None)) == ("verbatim", "verbatim")


@pytest.mark.parametrize(
    "sentence",
    [
        FACT.replace("nine engineers", "very good engineers"),
        FACT.replace(" and two ships to Lisbon for the meeting", ""),
        FACT.replace("sent", "sent, “in good faith and at once”,"),
    ],
    ids=["a judgement", "too short", "a quotation"],
)
def test_what_is_loose_stays_a_plain_statement(sentence):
    assert family_of(sentence) in {"verbatim", None}


def test_a_claim_that_points_back_stays_a_plain_statement():
    words = "Portuguese Prime Minister António Costa said that Atlantic ports were “the lungs of {} whole country”."
    assert family_of(words.format("a")) == "voiced"
    assert family_of(words.format("this")) in {"verbatim", None}


@pytest.mark.parametrize(("published", "family"), [("2019-05-06", "gap-typed-dated"), (None, "gap-typed-number")])
def test_a_figure_is_of_the_family_of_its_day(published, family):
    title = TITLE if published else f"{TITLE}, 2019"
    assert [each.family for each in drafts(OPENING + FIGURE, family, "en", title, published)] == [family]


@pytest.mark.parametrize("after", ["to 500 engineers", "metre race winners", "or 441 engineers"])
def test_a_range_and_the_name_of_a_race_are_not_asked(after):
    assert drafts(OPENING + FIGURE.replace("engineers", after, 1), "gap-typed-dated", "en", TITLE, "2019-05-06") == []


@pytest.mark.parametrize(("price", "asked"), [("€2 billion", 1), ("€2 to 3 billion", 0)])
def test_one_end_of_a_price_is_not_asked(price, asked):
    sentence = f"The Atlantic port of Rotterdam spent {price} on ships for Lisbon."
    assert len(drafts(OPENING + sentence, "gap-typed-dated", "en", TITLE, "2019-05-06")) == asked


def test_a_suspicion_is_no_lead():
    text = "A suspected gas leak in Lisbon led to a fire in the Atlantic port of Portugal.\n" + OPENING
    title = "Gas leak in Lisbon leads to fire in Atlantic port of Portugal"
    assert drafts(text.replace("A suspected", "A"), "true-false-lead", "en", title, "2019-05-06")
    assert not drafts(text, "true-false-lead", "en", title, "2019-05-06")


@pytest.mark.parametrize(("place", "family"), [(4, "gap-typed-dated"), (5, "gap-typed-number")])
def test_a_figure_below_the_seventh_sentence_is_not_of_the_dated_family(place, family):
    filler = ["Fishermen", "Painters", "Singers", "Farmers", "Bakers"][:place]
    text = OPENING + "".join(f"{who} of Cascais met {who.lower()} of Sintra.\n" for who in filler) + FIGURE
    found = drafts(text, "gap-typed-dated", "en", TITLE, "2019-05-06") or drafts(
        text, "gap-typed-number", "en", TITLE, "2019-05-06"
    )
    assert [each.family for each in found] == [family]


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        ("Nei 90 porti il governo di Rotterdam diresse prima il Servizio centrale dei porti.", 1),
        ("I porti di Rotterdam negli anni 90 furono venduti al Portogallo.", 0),
        ("I porti di Rotterdam negli anni '90 furono venduti al Portogallo.", 0),
    ],
)
def test_a_decade_is_no_figure_to_type(sentence, asked):
    text = f"I ministri di nove Paesi hanno aperto lunedì un incontro a Lisbona.\n{sentence}"
    assert len(drafts(text, "gap-typed-dated", "it", "I porti di Rotterdam", "2019-05-06")) == asked


@pytest.mark.parametrize(
    ("deed", "made"), [("opening four shops", 1), ("killing four guards", 0), ("accused of stabbing four guards", 0)]
)
def test_who_is_killed_or_stabbed_leads_no_article(deed, made):
    text = f"In Lisbon a sailor of the Atlantic port walked through the streets of Portugal, {deed}.\n" + OPENING
    found = drafts(text, "true-false-lead", "en", "Sailor of Atlantic port walked streets", "2019-05-06")
    assert len([each for each in found if "sailor" in each.stem and not each.flaws]) == made


@pytest.mark.parametrize(
    ("purpose", "made"), [("to honour the crew of Rotterdam", 1), ("to fight off the virus of Rotterdam", 0)]
)
def test_what_is_done_against_an_illness_leads_no_article(purpose, made):
    text = f"In Lisbon the sailors of the Atlantic port met patients of the disease {purpose}.\n" + OPENING
    found = drafts(text, "true-false-lead", "en", "Sailors of Atlantic port meet patients", "2019-05-06")
    assert len([each for each in found if "sailors" in each.stem]) == made


@pytest.mark.parametrize(
    ("deed", "vouched"),
    [
        ("Anna Larsen announced yesterday she was leaving the port of Lisbon.", False),
        ("Anna Larsen announced her resignation from the port of Lisbon.", False),
        ("Anna Larsen announced that she had counted 200 ships in the port of Lisbon.", True),
        ("Anna Larsen announced it was being robbed of 200 ships in the port of Lisbon.", True),
    ],
)
def test_nobody_vouches_for_what_somebody_announces_of_themselves(deed, vouched):
    found = drafts(f"{deed}\n{OPENING}", "true-false-lead", "en", "Anna Larsen and the port of Lisbon", "2019-05-06")
    assert ["vouch" in each.explanation for each in found if "Larsen" in each.stem] == [vouched]


@pytest.mark.parametrize(
    ("deed", "vouched"),
    [
        ("Anna Larsen ha annunciato ieri le sue dimissioni dal porto di Lisbona.", False),
        ("Anna Larsen ha annunciato di voler lasciare il porto di Lisbona.", False),
        ("Anna Larsen ha annunciato che il porto di Lisbona ha perso 200 navi.", True),
    ],
)
def test_nobody_vouches_in_italian_for_what_somebody_announces_of_themselves(deed, vouched):
    text = f"{deed}\nI ministri di nove Paesi hanno aperto lunedì un incontro a Lisbona."
    found = drafts(text, "true-false-lead", "it", "Anna Larsen e il porto di Lisbona", "2019-05-06")
    assert ["garantisce" in each.explanation for each in found if "Larsen" in each.stem] == [vouched]


def test_a_holder_that_runs_into_a_figure_is_not_named():
    text = (
        "According to the Geological Survey a magnitude 7.4 earthquake has struck the islands of Portugal.\n" + OPENING
    )
    found = drafts(text, "true-false-lead", "en", "Magnitude 7.4 earthquake strikes islands of Portugal", "2019-05-06")
    assert [each.explanation.count("Survey a magnitude 7") for each in found] == [1]


@pytest.mark.parametrize(
    ("sentence", "harmed"),
    [
        ("Former Prime Minister Ana Costa was arrested in Lisbon on Friday on a charge of theft.", True),
        ("In Lisbon nine men were jailed on Friday for the robbery of two teenage girls.", True),
        ("In Lisbon nine men were jailed on Friday for the robbery of two banks.", False),
        ("Portuguese Prime Minister Ana Costa was arrested in Lisbon on Friday on a charge of theft.", True),
        ("Portuguese Prime Minister Ana Costa opened a court of Lisbon on Friday for trials of theft.", False),
    ],
)
def test_who_is_accused_by_name_and_crimes_against_minors_are_not_asked_about(sentence, harmed):
    found = drafted(f"{sentence}\n{OPENING}", "en", sentence.rstrip("."), "2019-05-06").drafts
    assert [("harm" in each.flaws) for each in found if each.family == "true-false-lead"] == [harmed]


def test_a_lead_stands_without_the_title_that_says_the_same():
    text = "The ministers of nine Atlantic countries opened a meeting on ports in Lisbon.\n" + OPENING
    (lead,) = drafts(
        text, "true-false-lead", "en", "Ministers of Atlantic countries meet on ports in Lisbon", "2019-05-06"
    )
    assert lead.stem.startswith("An article of 6 May 2019 reports: “The ministers")


def test_a_first_sentence_of_more_breath_says_its_title_too():
    long = (
        "The ministers of nine Atlantic countries, who had not met for years, opened a meeting on the future of "
        "the old ports of the ocean in the town hall of Lisbon on Monday.\n"
    )
    title = "Ministers of Atlantic countries meet in Lisbon"
    assert [each.family for each in drafts(long + OPENING, "true-false-first", "en", title, "2019-05-06")] == [
        "true-false-first"
    ]
    assert not drafts(long + OPENING, "true-false-first", "en", "A quiet day by the sea", "2019-05-06")


@pytest.mark.parametrize(
    ("opening", "made"),
    [
        ("In Svizzera guadagnava 2500 euro al mese lavorando come meccanico di precisione a Zurigo.", 0),
        ("In Svizzera Mario Rossi guadagnava 2500 euro al mese con il lavoro di meccanico di precisione a Zurigo.", 1),
    ],
)
def test_a_lead_says_who_did_it(opening, made):
    text = f"{opening}\nI ministri di nove Paesi hanno aperto lunedì un incontro a Lisbona."
    title = "Mario Rossi, meccanico di precisione in Svizzera, guadagnava 2500 euro al mese"
    found = drafts(text, "true-false-lead", "it", title, "2019-05-06")
    assert len([each for each in found if "2500" in each.stem]) == made


@pytest.mark.parametrize(("picture", "made"), [("a flower", 1), ("a penis", 0), ("an anchor=old boat", 0)])
def test_what_no_class_is_asked_and_what_pages_are_written_with_leads_no_article(picture, made):
    text = (
        f"In Lisbon the sailors of the Atlantic port drew a picture of {picture} on the beach of Portugal.\n" + OPENING
    )
    found = drafts(text, "true-false-lead", "en", "Sailors of Atlantic port draw a picture on the beach", "2019-05-06")
    assert len([each for each in found if "sailors" in each.stem and not each.flaws]) == made


@pytest.mark.parametrize(
    ("holder", "name"),
    [
        ("Yesterday, Portuguese Prime Minister Ana Costa said", "Ana Costa"),
        ("On Friday Portuguese Prime Minister Ana Costa said", "Ana Costa"),
        ("Portuguese Prime Minister Ana Costa once said", "Ana Costa"),
    ],
)
def test_the_day_on_which_it_was_said_is_none_of_the_name(holder, name):
    text = OPENING + f"{holder} that Atlantic ports were the lungs of Portugal and of Lisbon."
    said = [each.explanation for each in drafts(text, "kind-status", "en", TITLE, "2019-05-06") if "lungs" in each.stem]
    assert all(re.search(rf"Who says so: (?:Portuguese Prime Minister )?{name}\.", each) for each in said)
    assert said


@pytest.mark.parametrize("listener", ["to reporters", "to the Reuters news agency", "to the BBC"])
def test_to_whom_it_was_said_is_none_of_the_name(listener):
    text = OPENING + f'"Atlantic ports are the lungs of Portugal," said Portuguese Prime Minister Ana Costa {listener}.'
    said = [each.explanation for each in drafts(text, "kind-status", "en", TITLE, "2019-05-06") if "lungs" in each.stem]
    assert said
    assert all("Ana Costa." in each for each in said)


@pytest.mark.parametrize(
    ("figure", "asked"),
    [
        ("$4.5 billion in taxes", True),
        ("$4.5 billion (£3.6 billion) in taxes", False),
        ("$4.5 to 5 billion in taxes", False),
    ],
)
def test_a_figure_told_by_another_currency_or_begun_by_a_range_is_not_asked(figure, asked):
    text = OPENING + f"Portugal paid {figure} for the Atlantic ports of Lisbon in 2009."
    assert (
        bool([each for each in drafts(text, "gap-money", "en", TITLE, "2019-05-06") if "taxes" in each.stem]) is asked
    )

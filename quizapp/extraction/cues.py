"""The shape of a language's hand-written tables: what tells sentences, kinds and dependence on context apart."""

import re
from dataclasses import dataclass
from functools import cache
from importlib import import_module

LANGUAGES = {"it": "italian", "en": "english", "es": "spanish", "fr": "french"}
FULL = ("it", "en")
"""Languages with names, countries and verbs in their tables; the others have dates, numbers and statements."""


@dataclass(frozen=True, slots=True, eq=False)
class Cues:
    """Patterns run on the shadow of a text: straight quotes and apostrophes, single spaces."""

    abbreviations: frozenset[str]
    months: tuple[str, ...]
    according: re.Pattern[str]
    """Group `holder`: who is named by «secondo …» or 'according to …'."""
    said_that: re.Pattern[str]
    """Group `holder` before a verb of saying and «che» or 'that'."""
    speech: re.Pattern[str]
    """Any verb of saying."""
    said_quote: re.Pattern[str]
    """A verb of saying beside a quotation; group `holder` where it is a name."""
    told_after: re.Pattern[str]
    """The opening of a sentence that gives the one before it to somebody: «Lo ha detto …»."""
    reported: re.Pattern[str]
    """Reporting without a holder: the Italian conditional, 'allegedly', 'reportedly'."""
    forecast: re.Pattern[str]
    strong_forecast: re.Pattern[str]
    """A main verb that no careful reader takes for a fact."""
    judging: re.Pattern[str]
    """A view rather than a statement, as «a giudizio di»."""
    weak_forecast: re.Pattern[str]
    """May be a forecast or not: makes a sentence mixed, never a forecast by itself."""
    opinion: re.Pattern[str]
    dependent_start: re.Pattern[str]
    """A first word or phrase that leans on the sentence before."""
    subjectless_start: re.Pattern[str]
    side_clause: re.Pattern[str]
    """Where a last clause begins that a sentence can do without."""
    definite_start: re.Pattern[str]
    """An opening article and noun."""
    pronoun_start: re.Pattern[str]
    """A subject pronoun that opens a sentence."""
    connective: re.Pattern[str]
    """An opening that joins to the sentence before and can be left out with its comma."""
    deictic: re.Pattern[str]
    anaphora: re.Pattern[str]
    """Words anywhere that point out of the sentence."""
    possessive: re.Pattern[str]
    """Leans on context unless somebody is named before it in the sentence."""
    linking: re.Pattern[str]
    """Joins the sentence to the one before without being its subject."""
    definite: re.Pattern[str]
    """A definite noun (group `noun`) with nothing after it that names which one."""
    born: re.Pattern[str]
    harm: re.Pattern[str]
    casualties: re.Pattern[str]
    loaded: re.Pattern[str]
    finite_verb: re.Pattern[str]
    not_a_holder: re.Pattern[str]
    number_words: frozenset[str]
    unit_words: re.Pattern[str]
    stop_words: frozenset[str]


@cache
def cues(lang: str) -> Cues:
    """The patterns of one of LANGUAGES; KeyError for any other."""
    found: Cues = import_module(f"quizapp.extraction.{LANGUAGES[lang]}").CUES
    return found

"""How long an answer may be taught before somebody looks at it again: proposed from its subject and kind."""

import datetime
import re
from dataclasses import dataclass, replace

from quizapp.core.items import CameTrue, Item
from quizapp.core.kinds import Kind
from quizapp.core.lifecycle import Timing
from quizapp.core.text import words

OFFICE, LAW, BACKGROUND = "office", "law", "background"
DAYS = {OFFICE: 90, LAW: 180, BACKGROUND: 730}
"""Days until the next look, by what a question is about: office-holders, treaties and laws, anything else."""
SAID_DAYS = 180
"""At most so many days for a claim, an opinion or a forecast: who said it may say otherwise."""
UNKNOWN_DAYS = 180
"""For a language without words of its own."""
_YEAR = re.compile(r"\b20\d\d\b")
_HORIZON = datetime.timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Subject:
    """What a question is about, and the words that tell; `*` at the end of a word stands for any ending."""

    name: str
    words: tuple[str, ...]

    def named_in(self, said: frozenset[str]) -> bool:
        """Whether one of its words stands among these, which are lower case and without accents."""
        return any(
            any(each.startswith(word[:-1]) for each in said) if word.endswith("*") else word in said
            for word in self.words
        )


def _subject(name: str, listed: str) -> Subject:
    return Subject(name, tuple(listed.split()))


SUBJECTS: dict[str, tuple[Subject, ...]] = {
    "it": (
        _subject(
            OFFICE,
            "president* vicepresident* ministr* viceministr* sottosegretari* segretari* premier cancellier* sindac* "
            "governator* commissari* direttor* direttric* portavoce ambasciator* ambasciatric* leader capo papa "
            "pontefice re regina deputat* senator* procurator*",
        ),
        _subject(
            LAW,
            "trattat* legge leggi decret* regolament* direttiv* accordo accordi convenzion* sanzion* costituzion* "
            "norma norme normativ* riform* ratific* vigore referendum emendament* divieto divieti vietat* embargo "
            "patto patti risoluzion* sentenz* protocoll* alleanz*",
        ),
    ),
    "en": (
        _subject(
            OFFICE,
            "president* minister* secretary secretaries premier chancellor* mayor* governor* commissioner* director* "
            "spokesman spokeswoman spokesperson ambassador* leader leaders head chief pope king queen chair* "
            "prosecutor* senator*",
        ),
        _subject(
            LAW,
            "treaty treaties law laws act acts bill bills decree* regulation* directive* agreement* convention* "
            "sanction* constitution* rule rules reform* ratif* force referendum* amendment* ban bans banned embargo* "
            "pact* resolution* ruling* protocol* alliance*",
        ),
    ),
}
"""The subjects whose answers change, by language, the one that changes soonest first."""


def subject_of(item: Item) -> str | None:
    """What a question is about, by its stem, title, right answers, topic and tags; None in a language without words."""
    subjects = SUBJECTS.get(item.lang[:2])
    if subjects is None:
        return None
    texts = (item.plain(item.stem), item.title or "", item.category or "", *item.tags, *item.body.keys())
    said = frozenset(words(" ".join(texts)))
    return next((each.name for each in subjects if each.named_in(said)), BACKGROUND)


def proposed_review_by(item: Item, day: datetime.date) -> datetime.date:
    """The day by which an answer that was right on `day` should be looked at again.

    A forecast is looked at once its horizon has come.
    """
    if item.kind is Kind.FORECAST and item.horizon is not None and item.horizon > day:
        return item.horizon
    subject = subject_of(item)
    days = UNKNOWN_DAYS if subject is None else DAYS[subject]
    if item.kind not in {None, Kind.FACT}:
        days = min(days, SAID_DAYS)
    return day + min(datetime.timedelta(days=days), datetime.date.max - day)


def proposed_horizon(item: Item, day: datetime.date) -> datetime.date:
    """The day on which it can be told how a forecast of `day` went.

    The end of the first later year that it names, else a year on.
    """
    said = " ".join((item.plain(item.stem), *(span.quote for span in item.evidence)))
    later = sorted(int(year) for year in _YEAR.findall(said) if int(year) > day.year)
    return datetime.date(later[0], 12, 31) if later else day + _HORIZON


def kept_up(item: Item, day: datetime.date | None) -> Item:
    """The item with the dates that it lacks: a review date where it is `current`, a horizon where it is a forecast.

    `day` is one on which the answer was right, where the item says none of its own.
    """
    day = item.as_of or day
    if day is None:
        return item
    if item.kind is Kind.FORECAST and item.horizon is None:
        item = replace(item, horizon=proposed_horizon(item, day), came_true=item.came_true or CameTrue.OPEN)
    if item.timing is Timing.CURRENT and item.review_by is None:
        item = replace(item, review_by=proposed_review_by(item, day))
    return item

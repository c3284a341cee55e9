"""Does the item say when its answer holds?"""

from quizapp.core.banks import Article
from quizapp.core.dating import YEAR
from quizapp.core.items import CameTrue, Item
from quizapp.core.kinds import Kind
from quizapp.core.lifecycle import Timing
from quizapp.core.types import ClozeBody
from quizapp.core.wording import Wording
from quizapp.verification.contract import Check, Found

_FORECAST = {"kind": "forecast", "holder": "Quotidia", "horizon": "2025-03-03"}


def _as_of_missing(item: Item, _article: Article | None) -> Found:
    if item.as_of is None:
        yield (), {}


def _timing_missing(item: Item, _article: Article | None) -> Found:
    if item.timing is None:
        yield (), {}


def _undated(item: Item, _article: Article | None) -> Found:
    in_gaps = item.body.keys() if isinstance(item.body, ClozeBody) else ()
    if item.timing is Timing.DATED and item.stem.strip() and not YEAR.search(" ".join((item.stem, *in_gaps))):
        yield ("stem",), {}


def _review_missing(item: Item, _article: Article | None) -> Found:
    if item.timing is Timing.CURRENT and item.review_by is None:
        yield ("timing",), {}


def _forecast_undated(item: Item, _article: Article | None) -> Found:
    if item.kind is not Kind.FORECAST or item.timing is Timing.DATED or not item.stem.strip():
        return  # a dated one without its date is already an undated stem
    if any(option.kind for option in getattr(item.body, "options", ())):
        return  # it asks how the article presents a sentence, not what will be
    statements = item.body.texts() if item.type == "classify" else ()
    if not YEAR.search(" ".join((item.stem, *statements))):
        yield ("stem",), {}


def _horizon_missing(item: Item, _article: Article | None) -> Found:
    if item.kind is Kind.FORECAST and item.horizon is None:
        yield ("horizon",), {}


def _horizon_past(item: Item, _article: Article | None) -> Found:
    if item.horizon is not None and item.as_of is not None and item.horizon < item.as_of:
        yield ("horizon",), {}


def _outcome_unproven(item: Item, _article: Article | None) -> Found:
    if item.came_true in {None, CameTrue.OPEN}:
        return
    said = [source.date for source in item.sources if source.date]
    if not any(item.as_of is None or day >= item.as_of for day in said):
        yield ("came_true",), {}


CHECKS = (
    Check(
        "as-of-missing",
        Wording(
            "manca la data a cui vale la risposta («as_of»)",
            "the date at which the answer holds (“as_of”) is missing",
        ),
        _as_of_missing,
        {"as_of": None},
    ),
    Check(
        "timing-missing",
        Wording(
            "manca «timing»: «dated» se la domanda dice quando, «current» se va ricontrollata",
            "“timing” is missing: “dated” when the stem says when, “current” when it must be checked again",
        ),
        _timing_missing,
        {"timing": None},
    ),
    Check(
        "undated-stem",
        Wording(
            "la domanda dovrebbe portare la sua data («dated»), ma non nomina un anno",
            "the question is said to name its date (“dated”), but it names no year",
        ),
        _undated,
        {"stem": "In quale città fu firmato l’accordo?"},
    ),
    Check(
        "review-by-missing",
        Wording(
            "una domanda «current» ha bisogno della data di ricontrollo («review_by»)",
            "a “current” item needs the date to check it again (“review_by”)",
        ),
        _review_missing,
        {"timing": "current"},
    ),
    Check(
        "forecast-undated",
        Wording(
            "una previsione si chiede solo dicendo di quando è («a ottobre 2024 …»), e qui manca l’anno",
            "a forecast is asked only with its date (“in October 2024 …”), and no year is named here",
        ),
        _forecast_undated,
        {**_FORECAST, "stem": "Quanto durerà l’accordo?", "timing": "current", "review_by": "2025-03-03"},
    ),
    Check(
        "horizon-missing",
        Wording(
            "manca il giorno in cui si saprà come è andata la previsione («horizon»)",
            "the day on which it can be told how the forecast went (“horizon”) is missing",
        ),
        _horizon_missing,
        {**_FORECAST, "horizon": None},
        "warning",
    ),
    Check(
        "horizon-past",
        Wording(
            "l’orizzonte della previsione («horizon») viene prima del giorno in cui fu fatta («as_of»)",
            "the horizon of the forecast lies before the day on which it was made (“as_of”)",
        ),
        _horizon_past,
        {**_FORECAST, "horizon": "2024-01-01"},
    ),
    Check(
        "outcome-unproven",
        Wording(
            "la previsione ha un esito ma nessuna fonte con la data che lo dica («sources»)",
            "the forecast has an outcome but no dated source that tells it (“sources”)",
        ),
        _outcome_unproven,
        {**_FORECAST, "came_true": "yes", "sources": [{"title": "Accordo", "outlet": "Depositario"}]},
    ),
)

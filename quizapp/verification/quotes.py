"""Does the item stand on the article's exact words?"""

from quizapp.core.banks import Article
from quizapp.core.items import Item
from quizapp.core.wording import Wording
from quizapp.verification.contract import Check, Found

_WITH_EVIDENCE = ("statements", "pairs", "order")


def _mismatch(item: Item, article: Article | None) -> Found:
    if article is None or article.text is None:
        return
    for place, span in enumerate(item.evidence):
        if not span.holds_in(article.text):
            yield ("evidence", place), {"quote": span.quote[:60]}
    for field in _WITH_EVIDENCE:
        for number, entry in enumerate(getattr(item.body, field, ())):
            for place, span in enumerate(entry.evidence):
                if not span.holds_in(article.text):
                    yield (field, number, "evidence", place), {"quote": span.quote[:60]}


def _missing(item: Item, article: Article | None) -> Found:
    if article is not None and article.text is not None and not item.spans:
        yield (), {}


CHECKS = (
    Check(
        "quote-mismatch",
        Wording(
            "a questo posto l’articolo non dice «{quote}»",
            "at this place the article does not say “{quote}”",
        ),
        _mismatch,
        {"evidence": [{"start": 1, "end": 6, "quote": "Roma."}]},
    ),
    Check(
        "evidence-missing",
        Wording(
            "manca la frase dell’articolo su cui sta la domanda",
            "the sentence of the article it stands on is missing",
        ),
        _missing,
        {"evidence": None},
    ),
)

"""Does the item lead to something published?"""

from quizapp.core.banks import UNKNOWN, Article
from quizapp.core.items import Item
from quizapp.core.wording import Wording
from quizapp.verification.contract import Check, Found


def _missing(item: Item, article: Article | None) -> Found:
    published = article is not None and article.url not in {UNKNOWN, ""}
    if not published and not item.sources:
        yield (), {}


CHECKS = (
    Check(
        "sources-missing",
        Wording(
            "manca una fonte pubblicata: l’articolo non ha un indirizzo suo, quindi serve «sources»",
            "a published source is missing: the article has no address of its own, so “sources” is needed",
        ),
        _missing,
        {"sources": None},
    ),
)

"""From a draft to a question that a teacher stands for: what its article says of itself is filled in."""

import datetime
from dataclasses import replace

from quizapp.core.banks import UNKNOWN, Article
from quizapp.core.items import Item, Source
from quizapp.core.lifecycle import Timing

_REVIEW = datetime.timedelta(days=180)


def signed(item: Item, article: Article, name: str) -> Item:
    """The question with its author, the day its answer holds, and its source where the article has no address.

    That day is the article's, else the one on which it was read.
    """
    day = item.as_of or article.published or article.retrieved
    review_by = item.review_by
    if item.timing is Timing.CURRENT and review_by is None and day is not None:
        review_by = day + _REVIEW
    return replace(item, author=name, as_of=day, review_by=review_by, sources=item.sources or _source(article))


def _source(article: Article) -> tuple[Source, ...]:
    printed = article.url == UNKNOWN and UNKNOWN not in {article.title, article.outlet}
    return (Source(article.title, article.outlet, article.published),) if printed else ()

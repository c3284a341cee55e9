"""From a draft to a question that a teacher stands for: what its article says of itself is filled in."""

from dataclasses import replace

from quizapp.core.banks import UNKNOWN, Article
from quizapp.core.items import Item, Source
from quizapp.core.shelf_life import kept_up


def signed(item: Item, article: Article, name: str) -> Item:
    """The question with its author, the day its answer holds, by when somebody looks at it again, and its source
    where the article has no address.

    That day is the article's, else the one on which it was read.
    """
    day = item.as_of or article.published or article.retrieved
    return kept_up(replace(item, author=name, as_of=day, sources=item.sources or _source(article)), day)


def _source(article: Article) -> tuple[Source, ...]:
    printed = article.url == UNKNOWN and UNKNOWN not in {article.title, article.outlet}
    return (Source(article.title, article.outlet, article.published),) if printed else ()

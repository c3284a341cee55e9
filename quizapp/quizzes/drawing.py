"""What draws may be made of, and how they are called: banks, articles, topics, tags, with counts."""

from collections.abc import Mapping

from sqlalchemy.orm import Session

from quizapp.banks import search
from quizapp.core.policy import Identity

Choices = dict[str, list[tuple[str, str, int | None]]]


def offered(session: Session, who: Identity, wish: search.Wish) -> Choices:
    """For each filter of a draw its values, labels and numbers of questions: two statements."""
    counted = search.counts(session, who, wish, [name for name in search.DRAWS if name != "article"])
    found: Choices = {name: [*counted.get(name, ())] for name in search.DRAWS}
    found["article"] = [(value, title, None) for value, title in search.articles(session, who)]
    return found


def names(choices: Choices) -> Mapping[str, Mapping[str, str]]:
    """The names of banks and articles among what is offered, by public id."""
    return {name: {value: label for value, label, _size in choices[name]} for name in ("bank", "article")}


def labels(session: Session, who: Identity) -> Mapping[str, Mapping[str, str]]:
    """The names of the banks and articles that draws speak of, by public id."""
    return {
        "bank": dict(search.bank_titles(session, who)),
        "article": dict(search.articles(session, who)),
    }

"""Our own bank file as one of the formats of `convert`: its items alone, without the article."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from quizapp.core.banks import UNKNOWN, Article, Bank
from quizapp.core.items import Item, Source
from quizapp.formats.bankfile import Located, read_placed, write_bank
from quizapp.formats.exchange import BEARABLE, FALLBACK, Found, Imported, Written
from quizapp.verification.catalogue import verify

_TITLES = {"it": "Domande importate", "en": "Imported questions"}
_SLUGS = {"it": "domande-importate", "en": "imported-questions"}


def read_bank_items(data: bytes) -> Imported:
    """The items of a bank file, and every problem at its line and column.

    What the verifier only advises before a question goes to a class is a warning here.
    """
    bank, located, places = read_placed(data)
    advice = _advice(bank) if bank else frozenset()
    problems = tuple(_found(each, advice) for each in located)
    refused = {each.index for each in problems if each.severity == "error"}
    placed = zip(places, bank.items if bank else (), strict=True)
    items = tuple(item for place, item in placed if place not in refused)
    return Imported(items, problems)


def _advice(bank: Bank) -> frozenset[str]:
    """The codes of what is wrong with items that can be asked and marked all the same."""
    said = {problem.code for item in bank.items for problem in verify(item, bank.article)}
    broken = {problem.code for item in bank.items for problem in item.body.faults()} - BEARABLE
    return frozenset(said - broken)


def _found(each: Located, advice: frozenset[str]) -> Found:
    problem, path = each.problem, each.problem.path
    if problem.code in advice:
        problem = replace(problem, severity="warning")
    index = int(path[1]) + 1 if len(path) > 1 and path[0] == "items" else None
    element = ".".join(str(part) for part in path[2:] if index is not None) or None
    return Found(problem, index, each.line, each.column, element)


def write_bank_items(items: Sequence[Item]) -> Written:
    """The items as a bank without an article."""
    lang = items[0].lang if items else FALLBACK
    title, slug = _TITLES.get(lang, _TITLES["en"]), _SLUGS.get(lang, _SLUGS["en"])
    bank = Bank(f"{lang}/{slug}", title, lang, None, None, None, (), tuple(items))
    return Written(write_bank(bank).encode(), ())


def sourced(items: Iterable[Item], article: Article | None) -> tuple[Item, ...]:
    """The items with the article they stand on as their first source, since a card has no article beside it."""
    if article is None:
        return tuple(items)
    outlet = "" if article.outlet == UNKNOWN else article.outlet
    own = Source(article.title, outlet, article.published, None if article.url == UNKNOWN else article.url)
    return tuple(replace(item, sources=(own, *item.sources)) if item.evidence else item for item in items)

"""Our own bank file (contracts, section 7): every problem at its place, one canonical form."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

import yaml

from quizapp.core.banks import UNKNOWN, Article, Bank, Fact, Rights
from quizapp.core.items import Item, dump_item, dump_source, read_item, read_source
from quizapp.core.kinds import Kind
from quizapp.core.pictures import content_of
from quizapp.core.problems import Path, Problem
from quizapp.core.reading import Reader
from quizapp.core.spans import Span, sha256_of
from quizapp.core.types.entries import dump_span
from quizapp.core.wording import Wording
from quizapp.formats.yamltree import Located, read_tree
from quizapp.verification.catalogue import verify

MUST_ASK = 3
_ID = re.compile(r"[a-z]{2}/[a-z0-9]+(?:-[a-z0-9]+)*")
_SAYS = {
    "bank-id": Wording("l’id deve essere come «it/nome-del-file»", "the id must look like “en/name-of-file”"),
    "bank-lang": Wording("la lingua non è quella dell’id", "the language is not that of the id"),
    "sha256-wrong": Wording("«sha256» non è quello del testo", "“sha256” is not that of the text"),
    "id-doubled": Wording("l’id «{id}» compare due volte", "the id “{id}” stands twice"),
    "fact-quote-mismatch": Wording(
        "a questo posto l’articolo non dice «{quote}»",
        "at this place the article does not say “{quote}”",
    ),
    "fact-holder-missing": Wording("una dichiarazione ha bisogno di «holder»", "a claim needs its “holder”"),
    "fact-unknown": Wording("il fatto «{id}» non esiste in questo file", "there is no fact “{id}” in this file"),
    "supersedes-unknown": Wording(
        "la domanda «{id}» non esiste in questo file", "there is no item “{id}” in this file"
    ),
    "file-no-picture": Wording(
        "«{name}» non è un’immagine PNG, JPEG o WebP di 1 MB al massimo",
        "“{name}” is no PNG, JPEG or WebP picture of at most 1 MB",
    ),
    "importance-range": Wording("«importance» va da 1 a 3", "“importance” goes from 1 to 3"),
}


def read_bank(data: bytes) -> tuple[Bank | None, list[Located]]:
    """The bank of a file and everything wrong with it, by place; None where it is no bank at all."""
    bank, located, _places = read_placed(data)
    return bank, located


def read_placed(data: bytes) -> tuple[Bank | None, list[Located], list[int]]:
    """The same, and of each item of the bank the place it has in the file, counted from 1."""
    tree = read_tree(data)
    if tree.data is None:
        if not tree.problems:
            tree.problems.append(Located(1, 1, Problem("bank-id", (), _SAYS["bank-id"])))
        return None, tree.problems, []
    reader = Reader(tree.data)
    bank, paths = _read(reader)
    problems = [*reader.problems, *_bank_problems(bank), *_item_problems(bank, paths)]
    located = [*tree.problems, *(tree.locate(problem) for problem in problems)]
    located.sort(key=lambda each: (each.line, each.column, each.problem.code))
    return bank, located, [int(path[1]) + 1 for path in paths]


def write_bank(bank: Bank) -> str:
    """The bank as a file: one form for one content, so that differences can be read."""
    article = bank.article and _dump_article(bank.article)
    data = {
        "id": bank.id,
        "title": bank.title,
        "lang": bank.lang,
        "licence": bank.licence,
        "topic": bank.topic,
        "article": article,
        "facts": [_dump_fact(fact) for fact in bank.facts],
        "items": [_dump_item(item, bank.lang) for item in bank.items],
    }
    kept = {key: value for key, value in data.items() if value not in (None, [])}
    written: str = yaml.dump(
        kept,
        Dumper=_Writer,
        sort_keys=False,
        allow_unicode=True,
        width=2**30,
        default_flow_style=False,
    )
    return written


def _read(reader: Reader) -> tuple[Bank, list[Path]]:
    paths: list[Path] = []
    lang = reader.text("lang")

    def item(inner: Reader) -> Item | None:
        found = read_item(inner, lang)
        if found is not None:
            paths.append(inner.path)
        return found

    bank = Bank(
        id=reader.text("id"),
        title=reader.text("title"),
        lang=lang,
        licence=reader.optional_text("licence"),
        topic=reader.optional_text("topic"),
        article=reader.inner("article", _read_article),
        facts=reader.each("facts", _read_fact),
        items=tuple(found for found in reader.each("items", item) if found is not None),
    )
    reader.finish()
    return bank, paths


_LONGEST_ARTICLE = 5_000_000


def _read_article(reader: Reader) -> Article:
    text = reader.optional_text("text", most=_LONGEST_ARTICLE)
    article = Article(
        title=reader.text("title"),
        subtitle=reader.optional_text("subtitle"),
        outlet=reader.text("outlet"),
        author=reader.text("author"),
        published=_day(reader, "published"),
        retrieved=_day(reader, "retrieved"),
        url=reader.text("url"),
        licence=reader.text("licence"),
        origin=reader.text("origin"),
        rights=reader.one_of("rights", Rights),
        purge_on=reader.date("purge_on"),
        sources=reader.each("sources", read_source),
        sha256=reader.text("sha256"),
        text=text,
    )
    reader.finish()
    if text is not None and article.sha256 and article.sha256 != sha256_of(text):
        reader.problems.append(Problem("sha256-wrong", (*reader.path, "sha256"), _SAYS["sha256-wrong"]))
    return article


def _day(reader: Reader, name: str) -> date | None:
    written = reader.text(name)
    return None if written in {UNKNOWN, ""} else reader.date(name)


def _read_fact(reader: Reader) -> Fact:
    fact = Fact(
        id=reader.text("id"),
        kind=reader.one_of("kind", Kind),
        holder=reader.optional_text("holder"),
        statement=reader.text("statement"),
        importance=reader.whole("importance") if reader.has("importance") else None,
        span=Span(reader.whole("start"), reader.whole("end"), reader.text("quote")),
    )
    reader.finish()
    return fact


def _bank_problems(bank: Bank) -> Iterator[Problem]:
    if not _ID.fullmatch(bank.id):
        yield _problem("bank-id", "id")
    elif not bank.id.startswith(f"{bank.lang}/"):
        yield _problem("bank-lang", "lang")
    places: list[Path] = [("facts", place) for place in range(len(bank.facts))]
    yield from _doubled(places, [fact.id for fact in bank.facts])
    text = bank.article.text if bank.article else None
    for place, fact in enumerate(bank.facts):
        if text is not None and not fact.span.holds_in(text):
            yield _problem("fact-quote-mismatch", "facts", place, "quote", quote=fact.span.quote[:60])
        if fact.kind is Kind.CLAIM and not fact.holder:
            yield _problem("fact-holder-missing", "facts", place)
        if fact.importance is not None and not 1 <= fact.importance <= MUST_ASK:
            yield _problem("importance-range", "facts", place, "importance")


def _item_problems(bank: Bank, paths: Sequence[Path]) -> Iterator[Problem]:
    yield from _doubled(paths, [item.id for item in bank.items])
    facts, ids = {fact.id for fact in bank.facts}, {item.id for item in bank.items}
    for path, item in zip(paths, bank.items, strict=True):
        for place, name in enumerate(item.facts):
            if name not in facts:
                yield _problem("fact-unknown", *path, "facts", place, id=name)
        if item.supersedes and "#" not in item.supersedes and item.supersedes not in ids:
            yield _problem("supersedes-unknown", *path, "supersedes", id=item.supersedes)
        for place, file in enumerate(item.files):
            if content_of(item.files, file.name) is None:
                yield _problem("file-no-picture", *path, "files", place, name=file.name)
        yield from (problem.under(*path) for problem in verify(item, bank.article))


def _doubled(paths: Sequence[Path], ids: Sequence[str]) -> Iterator[Problem]:
    seen: set[str] = set()
    for path, name in zip(paths, ids, strict=True):
        if name in seen:
            yield _problem("id-doubled", *path, "id", id=name)
        seen.add(name)


def _problem(code: str, *path: str | int, **values: object) -> Problem:
    return Problem(code, path, _SAYS[code], values)


def _dump_article(article: Article) -> dict[str, Any]:
    data: dict[str, Any] = {
        "title": article.title,
        "subtitle": article.subtitle,
        "outlet": article.outlet,
        "author": article.author,
        "published": article.published or UNKNOWN,
        "retrieved": article.retrieved or UNKNOWN,
        "url": article.url,
        "licence": article.licence,
        "origin": article.origin,
        "rights": article.rights.value,
        "purge_on": article.purge_on,
        "sources": [_dated(dump_source(source)) for source in article.sources],
        "sha256": article.sha256,
        "text": article.text,
    }
    return {key: value for key, value in data.items() if value not in (None, [])}


def _dump_fact(fact: Fact) -> dict[str, Any]:
    data = {
        "id": fact.id,
        "kind": fact.kind.value,
        "holder": fact.holder,
        "statement": fact.statement,
        "importance": fact.importance,
        **dump_span(fact.span),
    }
    return {key: value for key, value in data.items() if value is not None}


def _dump_item(item: Item, lang: str) -> dict[str, Any]:
    data = dump_item(item)
    if item.lang == lang:
        del data["lang"]
    return _dated(data)  # type: ignore[no-any-return]


_DAYS = frozenset({"date", "as_of", "review_by", "horizon"})


def _dated(data: Any) -> Any:
    if isinstance(data, list):
        return [_dated(value) for value in data]
    if not isinstance(data, dict):
        return data
    return {
        key: date.fromisoformat(value) if key in _DAYS and isinstance(value, str) else _dated(value)
        for key, value in data.items()
    }


class _Writer(yaml.SafeDumper):
    """Long texts as literal blocks, no aliases, lists indented under their key."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - yaml's signature
        """Never write an alias."""
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        """Indent lists too."""
        super().increase_indent(flow, False)


def _represent_text(writer: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else None
    return writer.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Writer.add_representer(str, _represent_text)
__all__ = ["Located", "read_bank", "write_bank"]

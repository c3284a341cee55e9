"""Drafts of one family, and their items."""

from quizapp.core.items import read_item
from quizapp.core.reading import Reader
from quizapp.extraction.engine import item_data
from tests.extraction.make import drafted


def drafts(text, family, lang="it", title="", published="2024-11-20"):
    """What a family makes of an article whose lines are paragraphs."""
    found = drafted(text, lang, title, published)
    return [draft for draft in found.drafts if draft.family == family]


def one(text, family, lang="it", title="", published="2024-11-20"):
    """The only draft of a family."""
    (draft,) = drafts(text, family, lang, title, published)
    return draft


def item(text, family, lang="it", title="", published="2024-11-20"):
    """The only draft of a family, as an item that the application reads without a problem."""
    (read,) = items(text, family, lang, title, published)
    return read


def items(text, family, lang="it", title="", published="2024-11-20"):
    """The drafts of a family, as items that the application reads without a problem."""
    found = drafted(text, lang, title, published)
    return [_read(found.context, draft, lang) for draft in found.drafts if draft.family == family]


def _read(context, draft, lang):
    reader = Reader(item_data(context, draft, 1, []))
    read = read_item(reader, lang)
    assert [problem.code for problem in reader.problems] == []
    assert [problem.code for problem in read.body.faults()] == []
    return read


def keys(draft):
    """The texts of a draft's right options or answers."""
    entries = draft.own.get("options") or draft.own.get("answers")
    return [each["text"] for each in entries if each["fraction"] == 1]

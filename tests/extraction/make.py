"""Small articles for the tests of the engine."""

import datetime

from quizapp.extraction.assembly import CANDIDATES
from quizapp.extraction.engine import draft_article
from quizapp.intake.article import Block


def drafted(text, lang="it", title="", published=None):
    """What the engine makes of a text whose lines are paragraphs."""
    blocks, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(start, start + len(line), "body"))
        start += len(line) + 1
    day = datetime.date.fromisoformat(published) if published else None
    return draft_article(text, blocks, lang, title=title, published=day, proven=CANDIDATES)


def context_of(text, lang="it", title="", published=None):
    """The context of its families."""
    return drafted(text, lang, title, published).context

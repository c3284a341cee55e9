"""A text of an item on one line, without markup: for lists, links, titles and notices."""

from quizapp.core.html import plain
from quizapp.core.items import Item, TextFormat
from quizapp.core.types.cloze import ClozeBody, blanked


def one_line(text: str, item: Item) -> str:
    """The words alone; of a gap text's stem, with a blank for every gap."""
    shown = with_blanks(text, item)
    return plain(shown) if item.text_format is TextFormat.HTML else shown


def with_blanks(text: str, item: Item) -> str:
    """The text as it is, or of a gap text's stem with a blank for every gap."""
    return blanked(text) if isinstance(item.body, ClozeBody) and text == item.stem else text

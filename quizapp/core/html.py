"""The little HTML an item may carry: what is kept, and the same words without markup."""

import html
import re
from functools import lru_cache

import nh3

TAGS = frozenset({"b", "br", "code", "em", "i", "s", "small", "strong", "sub", "sup", "u"})
_BLOCK_END = re.compile(r"</(?:p|div|li|h[1-6]|tr|blockquote)\s*>(?=.*\S)", re.IGNORECASE | re.DOTALL)
_SPACE = re.compile(r"\s+")


@lru_cache(maxsize=4096)
def clean(text: str) -> str:
    """`text` with nothing but harmless inline tags; blocks become lines, everything else loses its markup."""
    return nh3.clean(_BLOCK_END.sub("<br>", text), tags=set(TAGS), attributes={})


def plain(text: str) -> str:
    """The words of an HTML text on one line, without markup."""
    bare = nh3.clean(clean(text).replace("<br>", " "), tags=set(), attributes={})
    return _SPACE.sub(" ", html.unescape(bare)).strip()

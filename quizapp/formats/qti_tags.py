"""The elements of QTI 2.1, and the same by the names that version 3.0 gives them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from xml.sax.saxutils import escape, quoteattr

from quizapp.core.html import plain
from quizapp.core.items import Item, TextFormat

TOOL = "Quotidia"
"""The tool that an item names as its maker, by which our reader knows the marks that only we set."""
UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
"""Signs that XML cannot hold."""
_HTML = frozenset({"div", "p", "span", "img", "br"})
_CAPITAL = re.compile("(?<=[a-z])(?=[A-Z])")
_IMAGE = re.compile(r"<img\b([^>]*?)/?>")
_SOURCE = re.compile(r'\bsrc="file:([^"]*)"')
_STROKE = re.compile("<(/?)([us])>")
STROKES = frozenset({"u", "s"})
"""Tags that QTI lacks in every version: classes of a `span` there."""


@dataclass(frozen=True, slots=True)
class Tags:
    """Writes elements in one version of QTI: `2` or `3`."""

    version: int = 2

    def __call__(self, name: str, *inner: str, **attributes: object) -> str:
        """An element; attributes that are None are left out, and `class_` is `class`."""
        shown = "".join(
            f" {self._attribute(key)}={quoteattr(UNFIT.sub('', str(value)))}"
            for key, value in attributes.items()
            if value is not None
        )
        tag = self._element(name)
        return f"<{tag}{shown}>{''.join(inner)}</{tag}>" if inner else f"<{tag}{shown}/>"

    def told(self, name: str, content: str, **attributes: object) -> str:
        """Feedback, whose content stands in a body of its own in version 3."""
        return self(name, self("contentBody", content) if self.version > 2 else content, **attributes)

    def _element(self, name: str) -> str:
        return name if self.version == 2 or name in _HTML else f"qti-{_CAPITAL.sub('-', name).lower()}"

    def _attribute(self, name: str) -> str:
        plain = name.rstrip("_")
        if plain == "lang":
            return "xml:lang"
        return plain if self.version == 2 else _CAPITAL.sub("-", plain).lower()


def signs(text: str) -> str:
    """A value sign for sign."""
    return escape(UNFIT.sub("", text), {"\r": "&#13;"})


def words(text: str) -> str:
    """A text without markup as the content of an element, its line ends as `br`."""
    return signs(text).replace("\n", "<br/>")


def content(item: Item, text: str, pictures: Mapping[str, str]) -> str:
    """A harmless text of an item as the content of an element; `pictures` says where each lies in the package."""
    if item.text_format is TextFormat.PLAIN:
        return words(text)
    sound = UNFIT.sub("", text).replace("&nbsp;", "&#160;").replace("\r", "&#13;").replace("<br>", "<br/>")

    def lies(match: re.Match[str]) -> str:
        return f'src="{escape(pictures.get(match[1], match[1]))}"'

    def image(match: re.Match[str]) -> str:
        told = "" if re.search(r"\balt=", match[1]) else ' alt=""'
        return f"<img{_SOURCE.sub(lies, match[1])}{told}/>"

    spans = _STROKE.sub(lambda match: "</span>" if match[1] else f'<span class="{match[2]}">', sound)
    return _IMAGE.sub(image, spans)


def run(item: Item, text: str) -> str:
    """A harmless text of an item where QTI takes words alone, without its markup and on one line."""
    if not has_markup(item, text):
        return content(item, text, {})
    return signs(plain(text) if item.text_format is TextFormat.HTML else " ".join(text.split()))


def has_markup(item: Item, text: str) -> bool:
    """Whether more than words would be written for it: tags, or the end of a line."""
    return ("<" if item.text_format is TextFormat.HTML else "\n") in text


def decimal(share: Fraction) -> str:
    """A share as QTI's floats have it, to twelve figures."""
    return f"{float(share):.12g}"

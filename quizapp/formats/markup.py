"""Texts of foreign formats: plain, with HTML, or in Markdown; one item holds one of the first two."""

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass

from quizapp.core.html import clean

PLAIN, HTML, MARKDOWN, AUTO = "plain", "html", "markdown", "moodle"
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|&(?:[a-zA-Z]+|#\d+);")
_LINE_ENDS = re.compile(r"(?:\s*<br>\s*)+$")
_MARKS = (
    (re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*|__(?=\S)(.+?)(?<=\S)__", re.DOTALL), "strong"),
    (
        re.compile(
            r"(?<![\w*])\*(?=[^\s*])(.+?)(?<=[^\s*])\*(?![\w*])|(?<!\w)_(?=[^\s_])(.+?)(?<=[^\s_])_(?!\w)", re.DOTALL
        ),
        "em",
    ),
    (re.compile(r"`([^`\n]+)`()"), "code"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with the format that its file says it has."""

    text: str
    format: str = AUTO

    @property
    def is_html(self) -> bool:
        """Whether it holds markup."""
        return self.format in {HTML, MARKDOWN} or (self.format == AUTO and _TAG.search(self.text) is not None)

    def raised(self) -> str:
        """The same text as harmless HTML."""
        if self.format == MARKDOWN:
            return _kept(_rendered(self.text))
        if self.format == HTML:
            return _kept(self.text)
        if self.is_html:
            return _kept(self.text.replace("\n", "<br>"))
        return html.escape(self.text, quote=False).replace("\n", "<br>")


def _kept(text: str) -> str:
    """The harmless part of it, without line ends at its end."""
    return _LINE_ENDS.sub("", clean(text)).strip()


def any_html(texts: Iterable[Marked]) -> bool:
    """Whether one of an item's texts holds markup, so that all have to be raised."""
    return any(each.is_html for each in texts)


def _rendered(text: str) -> str:
    """The inline marks of Markdown as tags; headings, lists and links keep their words alone."""
    shown = html.escape(text, quote=False)
    for pattern, tag in _MARKS:
        shown = pattern.sub(rf"<{tag}>\g<1>\g<2></{tag}>", shown)
    shown = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", shown)
    shown = re.sub(r"(?m)^#{1,6} +|^[-*+] +", "", shown)
    return shown.replace("\n", "<br>")

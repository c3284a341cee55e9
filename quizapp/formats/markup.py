"""Texts of foreign formats: plain, with HTML, or in Markdown; one item holds one of the first two."""

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import nh3

from quizapp.core.html import TAGS

PLAIN, HTML, MARKDOWN, AUTO = "plain", "html", "markdown", "moodle"
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|&(?:[a-zA-Z]+|#\d+);")
_BLOCK_END = re.compile(r"</(?:p|div|li|h[1-6]|tr|blockquote)\s*>(?=.*\S)", re.IGNORECASE | re.DOTALL)
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
)


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with the format that its file says it has."""

    text: str
    format: str = AUTO

    @property
    def is_html(self) -> bool:
        """Whether it is to be kept as HTML: its file says so, or it holds markup."""
        return self.format in {HTML, MARKDOWN} or (self.format == AUTO and _TAG.search(self.text) is not None)

    def raised(self) -> str:
        """The same text as harmless HTML."""
        if self.format == MARKDOWN:
            return harmless(_rendered(self.text))
        if self.format == HTML:
            return harmless(self.text)
        if self.is_html:
            return harmless(self.text.replace("\n", "<br>"))
        return html.escape(self.text, quote=False).replace("\n", "<br>")


def harmless(text: str) -> str:
    """The inline tags that an item keeps, and pictures of its own (`file:NAME`); blocks become lines."""
    kept = nh3.clean(
        _BLOCK_END.sub("<br>", text), tags={*TAGS, "img"}, attributes={"img": {"src", "alt"}}, url_schemes={"file"}
    )
    return _LINE_ENDS.sub("", kept).strip()


def settled(value: Any, *, raised: bool) -> Any:
    """Plain data with every text as the item holds it, raised to HTML or as it is; what is empty is left out."""
    if isinstance(value, Marked):
        return value.raised() if raised else value.text
    if isinstance(value, dict):
        return {key: settled(each, raised=raised) for key, each in value.items() if each not in (None, [], {})}
    return [settled(each, raised=raised) for each in value] if isinstance(value, list) else value


def any_html(texts: Iterable[Marked]) -> bool:
    """Whether one of an item's texts holds markup, so that all have to be raised."""
    return any(each.is_html for each in texts)


def _rendered(text: str) -> str:
    """The inline marks of Markdown as tags; headings, lists and links keep their words alone."""
    shown = html.escape(text)
    for pattern, tag in _MARKS:
        shown = pattern.sub(rf"<{tag}>\g<1>\g<2></{tag}>", shown)
    shown = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", shown)
    shown = re.sub(r"(?m)^#{1,6} +|^[-*+] +", "", shown)
    return shown.replace("\n", "<br>")

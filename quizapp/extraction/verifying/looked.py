"""An item under examination: its words, the language's tables, and the sentences it stands on."""

import re
from dataclasses import dataclass
from functools import cached_property

from quizapp.core.items import Item
from quizapp.core.kinds import Kind
from quizapp.core.types import ChoiceBody, MultipleBody, NumberBody, TextBody, TrueFalseBody
from quizapp.extraction.cues import LANGUAGES, Cues, cues
from quizapp.extraction.lexicon import Lexicon, lexicon
from quizapp.extraction.shadow import shadow

_QUOTED = re.compile(r"[«“](?P<said>[^«»“”]*(?:[«“][^»”]*[»”][^«»“”]*)*)[»”]\s*$")
_MARKED = re.compile(r'"[^"]*"')


@dataclass(frozen=True)
class Looked:
    """What the rules look at; everything in shadow, so that one pattern fits all glyphs."""

    item: Item
    text: str | None

    @property
    def lang(self) -> str:
        """The item's language."""
        return self.item.lang

    @cached_property
    def cues(self) -> Cues | None:
        """The patterns of the language, where it has some."""
        return cues(self.lang) if self.lang in LANGUAGES else None

    @cached_property
    def table(self) -> Lexicon | None:
        """The words of the language, where it has some."""
        return lexicon(self.lang) if self.lang in LANGUAGES else None

    @cached_property
    def stem(self) -> str:
        """The stem in shadow."""
        return shadow(self.item.stem)

    @cached_property
    def asked(self) -> str:
        """What is asserted or gapped: the quotation that ends the stem, or the whole stem."""
        match = _QUOTED.search(self.item.stem)
        return shadow(match["said"] if match else self.item.stem)

    @cached_property
    def question(self) -> str:
        """The stem outside its quotations."""
        return _MARKED.sub('""', self.stem) if '"' in self.stem else self.stem

    @property
    def statement(self) -> bool:
        """Whether the stem is a statement to be judged."""
        return isinstance(self.item.body, TrueFalseBody)

    @cached_property
    def options(self) -> list[tuple[str, bool]]:
        """Texts on offer and whether each is a key; empty for true or false."""
        body = self.item.body
        if isinstance(body, ChoiceBody | MultipleBody):
            return [(shadow(option.text), option.is_key) for option in body.options]
        return []

    @cached_property
    def keys(self) -> list[str]:
        """The right options, answers or numbers as they are shown."""
        if self.options:
            return [text for text, right in self.options if right]
        body = self.item.body
        return [shadow(key) for key in body.keys()] if isinstance(body, TextBody | NumberBody) else []  # noqa: SIM118

    @cached_property
    def wrong(self) -> list[str]:
        """The wrong options."""
        return [text for text, right in self.options if not right]

    @cached_property
    def evidence(self) -> str:
        """The quotes it stands on."""
        return " ".join(shadow(span.quote) for span in self.item.spans)

    @property
    def about_kind(self) -> bool:
        """Whether it asks how something is presented."""
        body = self.item.body
        return isinstance(body, ChoiceBody) and any(option.kind is not None for option in body.options)

    @property
    def claim(self) -> bool:
        """Whether somebody is said to have said it."""
        return self.item.kind is Kind.CLAIM

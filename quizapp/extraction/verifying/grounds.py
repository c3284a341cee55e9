"""Does the key follow from the sentence it stands on, with its source and its caution?"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Set
from decimal import Decimal
from functools import lru_cache

from quizapp.core.finding import told
from quizapp.core.kinds import Kind
from quizapp.core.sentences import sentences
from quizapp.core.text import words
from quizapp.core.types import ChoiceBody, NumberBody, TextBody, TrueFalseBody
from quizapp.extraction.cues import cues
from quizapp.extraction.facts import stems_of
from quizapp.extraction.kinds import read_kind
from quizapp.extraction.shadow import shadow
from quizapp.extraction.verifying.logic import entailed, figures
from quizapp.extraction.verifying.looked import Looked

_NEGATION = {"it": re.compile(r"\bnon\b|\bné\b|\bnessun\w*"), "en": re.compile(r"\bnot\b|\bno\b|n't\b|\bnever\b")}
_STEM = 5
_SHARED, _RARE = 2, 3
_NEAR = 0.7
_SHORT_KEY = 5


def grounds(looked: Looked) -> Iterator[str]:
    """Flaws of an item against its evidence."""
    if looked.text is not None and any(not span.holds_in(looked.text) for span in looked.item.spans):
        yield "quote-mismatch"
    checks: tuple[tuple[str, Callable[[Looked], bool]], ...] = (
        ("key-unsupported", unsupported),
        ("attribution-lost", attribution_lost),
        ("modality-changed", modality_changed),
        ("negation-changed", negation_changed),
        ("swap-entailed", swap_entailed),
        ("true-elsewhere", true_elsewhere),
    )
    if looked.evidence:
        yield from (code for code, found in checks if found(looked))


def unsupported(looked: Looked) -> bool:
    """A key whose figures or names no sentence of its evidence has, or a true statement with such."""
    body = looked.item.body
    if isinstance(body, TrueFalseBody):
        return body.statement_is_true and bool(_strange(looked.asked, looked))
    if isinstance(body, NumberBody):
        wanted = {each.value for each in body.numbers if each.fraction == 1}
        said = {each.value for each in figures(looked.evidence)}
        return not wanted & said and not _spelt(looked, wanted)
    if isinstance(body, TextBody) or looked.about_kind:
        return isinstance(body, TextBody) and not _any_answer(body, looked.evidence)
    if isinstance(body, ChoiceBody):
        return any(_strange(key, looked) for key in looked.keys if len(key.split()) <= _SHORT_KEY)
    return False


def _spelt(looked: Looked, wanted: Set[Decimal | None]) -> bool:
    table = looked.table
    known = table.number_words if table else {}
    return any(word in known and known[word] in wanted for word in words(looked.evidence))


def _strange(text: str, looked: Looked) -> list[Decimal]:
    """Figures of a text that the evidence lacks; of a statement, days and years may be added so as to say when."""
    said = {each.value for each in figures(looked.evidence)}
    if not looked.statement:
        said |= {each.value for each in figures(looked.stem)}
    own = [each.value for each in figures(text) if each.value not in said]
    if looked.statement:
        own = [value for value in own if not _year_or_day(value)]
    return [value for value in own if not _spelt(looked, {value})]


def _year_or_day(value: Decimal) -> bool:
    number = int(value) if value == int(value) else 0
    return 1500 <= number <= 2100 or 1 <= number <= 31


def _any_answer(body: TextBody, evidence: str) -> bool:
    plain = " ".join(words(evidence))
    full = [each.text.strip("*") for each in body.answers if each.fraction == 1]
    return any(
        stem in plain for text in full for stem in [" ".join(words(text))[: max(4, len(text) - 2)]] if stem.strip()
    )


def attribution_lost(looked: Looked) -> bool:
    """A claim asked without naming who makes it."""
    item, patterns = looked.item, looked.cues
    if patterns is None or looked.about_kind or item.type in {"classify", "ordering", "matching"}:
        return False
    holder = item.holder if item.kind in {Kind.CLAIM, Kind.FORECAST, Kind.OPINION} else None
    if holder is None and len(item.evidence) == 1:
        reading = read_kind(looked.evidence, item.evidence[0].quote, patterns)
        holder = reading.holder if reading.kind is Kind.CLAIM and not reading.mixed else None
    if holder is None:
        return False
    shown = (looked.stem, *looked.keys, *(text for text, _right in looked.options))
    named = words(holder)
    telling = [word for word in named if len(word) >= _STEM - 1] or named
    return not {word[:_STEM] for word in telling} & {word[:_STEM] for text in shown for word in words(text)}


def modality_changed(looked: Looked) -> bool:
    """A forecast asked as a fact, or a fact as a forecast, in a statement or a gap."""
    patterns = looked.cues
    if patterns is None or not _copied(looked):
        return False
    cue = patterns.strong_forecast
    return (cue.search(looked.evidence) is None) != (cue.search(looked.asked) is None)


def negation_changed(looked: Looked) -> bool:
    """A true statement that says «non» where its sentence does not, or the other way round."""
    body, pattern = looked.item.body, _NEGATION.get(looked.lang)
    if pattern is None or not isinstance(body, TrueFalseBody) or not body.statement_is_true or not _copied(looked):
        return False
    if len(looked.asked.split()) < _NEAR * len(looked.evidence.split()):
        return False
    return len(pattern.findall(looked.asked)) != len(pattern.findall(looked.evidence))


def _copied(looked: Looked) -> bool:
    """Whether a statement or gapped sentence is nearly the words of its evidence."""
    if not looked.statement and "___" not in looked.asked:
        return False
    own, said = words(looked.asked.replace("_", " ")), set(words(looked.evidence))
    return bool(own) and sum(word in said for word in own) / len(own) >= _NEAR


def swap_entailed(looked: Looked) -> bool:
    """A false statement that still follows: «almeno 124» where the article has 248."""
    body = looked.item.body
    if not isinstance(body, TrueFalseBody) or body.statement_is_true or not _copied(looked):
        return False
    return entailed(looked.evidence, looked.asked)


def true_elsewhere(looked: Looked) -> bool:
    """A wrong option that another sentence about the same things names."""
    patterns, text = looked.cues, looked.text
    if patterns is None or text is None or not isinstance(looked.item.body, ChoiceBody) or "___" not in looked.asked:
        return False
    own = stems_of(looked.evidence, patterns)
    telling = [sentence for sentence, rare in _telling(text, looked.lang) if len(rare & own) >= _SHARED]
    return any(
        told(option, sentence) for option in looked.wrong for sentence in telling if sentence not in looked.evidence
    )


@lru_cache(maxsize=2)
def _telling(text: str, lang: str) -> list[tuple[str, frozenset[str]]]:
    """Every sentence of a text in shadow with the words that few of its sentences have; the drafts of one article ask."""
    every = [shadow(span.quote) for span in sentences(text)]
    stems = [stems_of(each, cues(lang)) for each in every]
    frequency = Counter(stem for each in stems for stem in each)
    rare = frozenset(stem for stem, times in frequency.items() if times <= _RARE)
    return [(sentence, each & rare) for sentence, each in zip(every, stems, strict=True)]

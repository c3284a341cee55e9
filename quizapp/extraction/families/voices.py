"""Who says so: a claim without its holder, to be given back to whom the article attributes it."""

import re

from quizapp.core.kinds import Kind
from quizapp.extraction.draft import Context, Draft, option
from quizapp.extraction.facts import Fact
from quizapp.extraction.families.common import bare, explained, harmful, inside_quotes, shortened

_FEWEST, _MOST = 2, 3
_SHORTEST, _LONGEST = 6, 32
_THAT = {"it": re.compile(r"\b(?:che)\s+"), "en": re.compile(r"\b(?:that)\s+")}
_NAME = re.compile(r"[A-ZÀ-Þ][\w'-]+(?: (?:di|de|del|della|dei|of|von|van|al|bin|el)? ?[A-ZÀ-Þ][\w'-]+)*")


def draft(context: Context) -> list[Draft]:
    """One draft per claim whose content stands alone and for which the article offers other voices."""
    voices = _voices(context)
    found = [_voice(context, fact, voices) for fact in context.facts if _eligible(context, fact)]
    return [each for each in found if each is not None]


def _eligible(context: Context, fact: Fact) -> bool:
    reading = fact.reading
    return (
        reading.form in {"according", "said-that"}
        and reading.holder is not None
        and reading.kind in {Kind.CLAIM, Kind.FORECAST}
        and fact.reason in {None, "points-elsewhere", "leans-on-context"}
        and not harmful(context, fact)
        and _NAME.search(reading.holder) is not None
        or (reading.form == "according" and fact.reason is None and reading.holder is not None and not harmful(context, fact))
    )


def _voices(context: Context) -> list[tuple[str, Fact]]:
    """Every holder of the article with the fact it stands in, first come first."""
    found: list[tuple[str, Fact]] = []
    for fact in context.facts:
        holder = fact.reading.holder
        if holder and _NAME.search(holder) and not any(_same(holder, other) for other, _fact in found):
            found.append((holder, fact))
    return found


def _same(one: str, other: str) -> bool:
    """Whether two namings share a proper name: aliases are never opposed to each other."""
    names = [{part.lower() for name in _NAME.findall(text) for part in name.split()} for text in (one, other)]
    return bool(names[0] & names[1]) or one.lower() == other.lower()


def content_of(context: Context, fact: Fact) -> str | None:
    """What is said, without who says it; None where it cannot be cut out cleanly."""
    quote, shade, span = fact.sentence.quote, fact.sentence.shade, fact.reading.holder_span
    if span is None:
        return None
    if fact.reading.form == "said-that":
        that = _THAT[context.lang].search(shade, span[1])
        content = quote[that.end() :] if that else None
    else:
        content = _without_according(quote, shade, span)
    if content is None:
        return None
    content = content.strip(" ,;")
    return content[:1].upper() + content[1:] if content else None


def _without_according(quote: str, shade: str, span: tuple[int, int]) -> str | None:
    start = max(shade.rfind(word, 0, span[0]) for word in ("econdo ", "tando ", "detta d", "ccording to "))
    if start < 1:
        return None
    start -= 1
    before, after = quote[:start].rstrip(), quote[span[1] :].lstrip(" ,")
    if not before:
        return after
    return f"{before.rstrip(',')}{'' if after[:1] in '.,;' else ' '}{after}" if after.strip(". ") == "" else None


def _voice(context: Context, fact: Fact, voices: list[tuple[str, Fact]]) -> Draft | None:
    content = content_of(context, fact)
    holder = fact.reading.holder or ""
    if content is None or not _stands_alone(context, content):
        return None
    others = [(name, source) for name, source in voices if not _same(name, holder) and name.lower() not in content.lower()]
    if len(others) < _FEWEST or any(part.lower() in content.lower() for part in _NAME.findall(holder)):
        return None
    wrong = [option(_shown(name, context.lang), context.say.other_voice.format(quote=shortened(context, source)))
             for name, source in others[:_MOST]]  # fmt: skip
    options = [option(_shown(holder, context.lang), key=True), *wrong]
    context.chance("voice", fact.sentence.index).shuffle(options)
    said = inside_quotes(content, context.lang)
    say = context.say
    stem = (
        say.who_dated.format(day=say.day(context.published), content=said)
        if context.published
        else say.who.format(content=said)
    )
    return Draft(
        family="who-said",
        facts=(fact,),
        type="choice",
        stem=stem,
        own={"options": options},
        explanation=explained(context, fact),
        focus=holder.lower(),
        kind=fact.reading.kind,
        holder=holder,
        shows=content.lower(),
    )


def _shown(holder: str, lang: str) -> str:
    named = bare(holder, lang)
    return named[:1].upper() + named[1:]


def _stands_alone(context: Context, content: str) -> bool:
    shade = content.replace("’", "'")
    cues = context.cues
    return (
        _SHORTEST <= len(content.split()) <= _LONGEST
        and content.endswith(".")
        and '"' not in shade
        and "«" not in shade
        and not cues.anaphora.search(shade)
        and not cues.deictic.search(shade)
        and not cues.dependent_start.match(shade)
        and not cues.subjectless_start.match(shade)
        and bool(cues.finite_verb.search(shade))
    )

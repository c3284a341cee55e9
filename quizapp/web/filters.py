"""How templates write an item's texts, and days, moments, shares and marks in the reader's language."""

import datetime
import re
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from zoneinfo import ZoneInfo

import babel.dates
from flask import Flask
from flask_babel import format_date, format_datetime, format_decimal, ngettext
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from jinja2 import StrictUndefined, pass_context
from markupsafe import Markup

from quizapp.core.banks import UNKNOWN
from quizapp.core.html import clean
from quizapp.core.items import Item, TextFormat
from quizapp.core.oneline import one_line, with_blanks
from quizapp.core.presentation import LETTERS, Shown
from quizapp.core.problems import Problem
from quizapp.core.sharing import shortened
from quizapp.core.stems import framed
from quizapp.core.tenths import written
from quizapp.core.types.cloze import ClozeBody, Gap, pieces
from quizapp.core.types.entries import Option
from quizapp.core.types.true_false import truth_word
from quizapp.core.wallclock import shown_twice
from quizapp.verification.hints import HINTS
from quizapp.web.addresses import in_path, in_query
from quizapp.web.clock import zone as installed_zone
from quizapp.web.forms import faults
from quizapp.web.languages import ui_language

_KEY = re.compile(r"(?<=[«“])[a-z_]+(?=[»”])")
_LABELS = {
    "as_of": _l("Answer valid as of"),
    "correction": _l("What is true, for a false statement"),
    "current": _l("No, it must be checked again by a date"),
    "dated": _l("Yes, the question names its date"),
    "extra_rights": _l("Right sides that go with nothing"),
    "fraction": _l("Share of the mark"),
    "gaps": _l("Gaps"),
    "holder": _l("Whose claim it is"),
    "horizon": _l("When it can be told how it went"),
    "multiple": _l("Multiple choice"),
    "points": _l("Points"),
    "punctuation": _l("Punctuation counts"),
    "review_by": _l("Check again by"),
    "sources": _l("Sources beyond the article"),
    "timing": _l("Does it say when?"),
    "tolerance": _l("Tolerance"),
    "weight": _l("Weight"),
}
"""How the editor calls what a bank file calls by these keys."""
_MOMENT = {"it": "EEEE d MMMM y, HH:mm", "en": "EEEE d MMMM y, HH:mm"}
_DAY = {"it": "d MMMM y", "en": "d MMMM y"}
_SHORT_DAY = "d MMM"
_WEEKDAY = "EEEE d MMMM"
_LONGEST_HEADING = 80
_MARKS = {
    "right": '<i class="done-ok"></i>',
    "wrong": '<i class="done-ko"></i>',
    "partly": '<i class="done-part"></i>',
    "unknown": '<i class="answered"></i>',
    "answered": '<i class="answered"></i>',
    "now": '<i class="now"></i>',
    "todo": "<i></i>",
    "withdrawn": '<i class="out"></i>',
}


def init_app(app: Flask) -> None:
    """Register the filters; an undefined name in a template is an error."""
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.jinja_env.filters.update(
        content=content,
        option=option,
        lettered=lettered,
        in_path=in_path,
        in_query=in_query,
        code=lambda entry, shown: shown.code(entry),
        step_marks=step_marks,
        line=one_line,
        stem=stem,
        stem_line=stem_line,
        cut=cut,
        figures=figures,
        share=share,
        reading=reading,
        truth=truth,
        hint=hint,
        finding=finding,
        faults=faults,
        day=day,
        short_day=short_day,
        weekday=weekday,
        short_weekday=short_weekday,
        moment=moment,
        time_left=pass_context(lambda _page, seconds: time_left(seconds)),  # never settled before its language is known
        percent=percent,
        decimal=decimal,
        exact=Fraction,
        number=number,
        mark=written,
        known=known,
        subhead=subhead,
        shortened=shortened,
    )


def hint(problem: Problem) -> str:
    """What to do about a problem of the verifier, in the reader's language."""
    return _by_label(HINTS[problem.code].say(ui_language())) if problem.code in HINTS else ""


def finding(problem: Problem) -> str:
    """A problem of the verifier as a page says it: with the labels of the editor, not the keys of a bank file."""
    wording, values = problem.wording, dict(problem.values)
    if "name" in values:
        values["name"] = _LABELS.get(str(values["name"]), values["name"])
    said = _by_label(wording.it if ui_language() == "it" else wording.en).format(**values)
    return said[:1].upper() + said[1:]


def _by_label(said: str) -> str:
    return _KEY.sub(lambda match: str(_LABELS.get(match[0], match[0])), said)


def day(value: datetime.date | str) -> str:
    """`14 ottobre 2024`; a text is in ISO 8601."""
    return _day(value, ui_language())


@lru_cache(maxsize=4096)
def _day(value: datetime.date | str, language: str) -> str:
    if isinstance(value, str):
        value = datetime.date.fromisoformat(value)
    return babel.dates.format_date(value, _ordinal(_DAY[language], value, language), locale=language)


def _ordinal(pattern: str, value: datetime.date, language: str) -> str:
    """The pattern of a day, with `1º` for the first of a month in Italian."""
    return pattern.replace("d M", "d'º' M") if value.day == 1 and language == "it" else pattern


def short_day(value: datetime.date) -> str:
    """`14 ott`."""
    return str(format_date(value, _ordinal(_SHORT_DAY, value, ui_language())))


def weekday(value: datetime.date) -> str:
    """`lunedì 30 novembre`."""
    return str(format_date(value, _ordinal(_WEEKDAY, value, ui_language())))


def short_weekday(value: datetime.date) -> str:
    """`lun`."""
    return str(format_date(value, "EEE"))


def moment(value: datetime.datetime | str, zone: str | None = None) -> str:
    """`lunedì 23 novembre 2026, 18:42`, in a time zone, or else that of the installation; a text is in ISO 8601.

    Of an hour that the clock shows twice it is said whether it is the summer one.
    """
    clock = ZoneInfo(zone) if zone else installed_zone()
    if isinstance(value, str):
        value = datetime.datetime.fromisoformat(value)
    local = value.astimezone(clock)
    language = ui_language()
    shown = str(format_datetime(local, _ordinal(_MOMENT[language], local, language), rebase=False))
    if not shown_twice(value, clock):
        return shown
    season = _("summer time") if local.dst() else _("winter time")
    return f"{shown} ({season})"


def time_left(seconds: int) -> str:
    """`Restano 12 minuti`: begun minutes are not promised, and the last one is counted in seconds."""
    minutes = seconds // 60
    if minutes:
        return str(ngettext("%(num)s minute left", "%(num)s minutes left", minutes))
    return str(ngettext("%(num)s second left", "%(num)s seconds left", seconds)) if seconds else str(_("Time is up"))


def percent(share: float | Fraction) -> str:
    """`75%`, rounded half up, for a share of 1."""
    return _signed(f"{(Fraction(share) * 100 + Fraction(1, 2)) // 1}%")


def decimal(value: Fraction | float) -> str:
    """A mark with at most two decimals, in the reader's notation."""
    return _signed(str(format_decimal(round(float(value), 2), "#,##0.##")))


def _signed(figures: str) -> str:
    return figures.replace("-", "\N{MINUS SIGN}")


def content(text: str, item: Item) -> str:
    """A text of an item for the page: HTML cleaned here, whatever way it came in; plain text left to escaping."""
    return _written(with_blanks(text, item), item)


def stem(text: str, item: Item) -> str:
    """A stem for the page: in plain text, what says where its sentence is from is set apart from what it asks about."""
    return content(text, item) if item.text_format is TextFormat.HTML else _set_apart(with_blanks(text, item))


def stem_line(text: str, item: Item) -> str:
    """The same without other markup: for lists and links."""
    return _set_apart(one_line(text, item))


@lru_cache(1024, typed=True)  # what is marked as safe, and what is not, are two texts
def _set_apart(words: str) -> str:
    frame, rest = framed(words)
    return Markup('<span class="frame">{}</span>{}').format(frame, rest) if frame else words


def step_marks(names: Iterable[str]) -> str:
    """The marks of the line that shows how far an attempt is, from the names of its steps."""
    return Markup("".join(map(_MARKS.__getitem__, names)))  # noqa: S704 - of this file


def lettered(options: Iterable[Option], item: Item, shown: Shown) -> list[tuple[int, str, Option, str]]:
    """The options in the order shown: number, letter, the option, and what it says."""
    laid = zip(LETTERS, shown.arrange(options), strict=False)
    return [(place, letter, each, option(each.text, item)) for place, (letter, each) in enumerate(laid, 1)]


def option(text: str, item: Item) -> str:
    """What an option says, for the page: `true` and `false` in the item's language."""
    return truth_word(text, item.lang) if item.type == "true_false" else content(text, item)


def cut(stem: str, item: Item) -> list[str | tuple[int, Gap]]:
    """A stem of a gap text for the page: its texts, and between them the gaps with their numbers."""
    whole = _written(stem, item)
    kind = type(whole)
    gaps = dict(enumerate(item.body.gaps, 1)) if isinstance(item.body, ClozeBody) else {}
    found: list[str | tuple[int, Gap]] = []
    for piece in pieces(str(whole)):
        if isinstance(piece, int) and piece in gaps:
            found.append((piece, gaps[piece]))
        else:
            found.append(kind(piece) if isinstance(piece, str) else f"[[{piece}]]")
    return found


def truth(value: str, item: Item) -> str:
    """`true` or `false` as the item's language says it."""
    return truth_word(value, item.lang)


def known(value: str) -> str:
    """What an article says of itself, or that it is unknown, in the reader's language."""
    return str(_("unknown")) if value == UNKNOWN else value


def subhead(paragraph: str) -> bool:
    """Whether a paragraph of an article reads as a heading: a few words, and no mark at their end."""
    return len(paragraph) <= _LONGEST_HEADING and paragraph[-1:].isalnum()


_GROUPED = 10_000


def number(value: Decimal) -> str:
    """A value with all its digits, in the reader's notation; below ten thousand, where years are, not in groups."""
    return str(format_decimal(value, "#,##0.############" if abs(value) >= _GROUPED else "0.############"))


def reading(figures: str) -> str:
    """A reading of an ambiguous number, `1234` or `1.2340`, without grouping and with the reader's decimal sign."""
    whole, _point, decimals = figures.partition(".")
    decimals = decimals.rstrip("0")
    return f"{whole}{'.' if ui_language() == 'en' else ','}{decimals}" if decimals else whole


_DECIMAL = re.compile(r"-?\d+\.\d+(?:E[+-]?\d+)?")


_RATIO = re.compile(r"-?\d+/\d*[1-9]\d*")


def figures(words: str) -> str:
    """A number as a record has it, `3.50`, digit by digit with the reader's decimal sign, and a ratio, `3/2`, as points
    are written; other words as they are."""
    if _RATIO.fullmatch(words):
        return share(Fraction(words))
    return words.replace(".", ",") if ui_language() == "it" and _DECIMAL.fullmatch(words) else words


def share(value: Fraction) -> str:
    """Points or a share of them, exactly: `1,5` in the reader's notation, or `1/3` where that would take more than four
    decimals."""
    tenths = value * 10_000
    if tenths.denominator != 1:
        return str(value)
    return str(format_decimal(Decimal(tenths.numerator) / 10_000, "0.####"))


def _written(text: str, item: Item) -> str:
    return Markup(clean(text)) if item.text_format is TextFormat.HTML else text  # noqa: S704 - cleaned

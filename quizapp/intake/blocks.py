"""What each part of a text is there for: title, body, and everything that no question may stand on.

Rules run from the surest (the words of `signs`, menus, lists of sources) to the weakest (short lines between
paragraphs). Every character but white space falls into exactly one block, whatever the text.
"""

import re
from collections.abc import Callable
from functools import cache
from itertools import groupby

from quizapp.intake.article import PROSE, Block, Role
from quizapp.intake.credit import credit_role, dateline_end, is_name
from quizapp.intake.parts import Part, cut, slice_of
from quizapp.intake.signs import AGENCIES, PICTURES, Signs, signs_of

_PROSE_WORDS = 12  # from which a line with a final stop is a paragraph of the article
_LONG = 30  # from which a line is one even without the stop
_TITLE = 30
_TITLE_WITH_STOP = 25
_SUBTITLE = 45
_HEADING = 14
_OPENING = 45  # the longest «Leggi anche: …»
_NOTICE = 90  # the longest cookie notice
_RIGHTS = 30
_CAPTION = 14  # the longest caption without a sign
_MENU_LINES = 4
_MENU_WORDS = 3
_RELATED_LINES = 8
_REPEATED = (4, 40)  # words of a line that stands twice

_NO_LETTERS = re.compile(r"[\W\d_]+")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+")
_HANDLE = re.compile(r"@\w+|#\w+(?:\s#\w+)*")
_CRUMBS = re.compile(r"\s[|»\u203a>·•→]\s")
_COPYRIGHT = re.compile(r"(?:©|\(c\)\s|copyright\b)", re.IGNORECASE)
_AGENCY = re.compile(rf"\W*(?:{AGENCIES})\W*", re.IGNORECASE)
_OWNERS = f"(?:{AGENCIES}|{PICTURES})"
_CREDITED = re.compile(
    rf"(?:\({_OWNERS}\b[^()]{{0,40}}\)|(?:/|\s[-–—|])\s?{_OWNERS}(?:\s?/[\w .]{{2,30}})?)\s*$", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"[.!?…][»”\"’')\]]*\s+(?=[«“\"‘(]?[A-ZÀ-Ý])")
_FULL_STOP = re.compile(r"[.…][»”\"’')\]]*$")
_TAILS = re.compile(
    rf"(?<=[.!?…»”\"])\s*(?:\((?:{AGENCIES}|[a-z]{{2,3}}(?:/[a-z]{{2,4}})+)[^()]{{0,20}}\)\.?"
    r"|[-–—]?\s*(?:©|\(c\))?\s*(?:riproduzione riservata|all rights reserved|tous droits réservés)\W*"
    r"|(?:leggi anche|read (?:more|also)|lire aussi|lee también)\s?[:>].*)$",
    re.IGNORECASE,
)

Rule = Callable[["_Page"], None]


class _Page:
    """The parts of one text while their roles are found."""

    def __init__(self, parts: list[Part], signs: Signs) -> None:
        self.parts = parts
        self.signs = signs

    def open(self) -> list[Part]:
        """The parts that no rule has named yet."""
        return [part for part in self.parts if part.role is None]

    def first(self) -> int:
        """The place of the first paragraph of the article, or the end."""
        return next((place for place, part in enumerate(self.parts) if part.role == "body"), len(self.parts))


def blocks_of(text: str, lang: str, *, title: str | None = None, subtitle: str | None = None) -> tuple[Block, ...]:
    """The blocks of a stored text in order; a known title and subtitle are found where they stand."""
    page = _Page([piece for part in cut(text) for piece in _without_tail(part, text)], signs_of(lang))
    _mark_known(page, title, subtitle)
    for rule in _RULES:
        rule(page)
    return tuple(block for part in page.parts for block in _split(text, part))


def _mark_known(page: _Page, title: str | None, subtitle: str | None) -> None:
    wanted: list[tuple[str | None, Role]] = [(title, "title"), (subtitle, "subtitle")]
    for said, role in wanted:
        named = next((part for part in page.open() if said and _same(part.said, said)), None)
        if named is not None:
            named.role = role


def _same(one: str, two: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(two.split()).casefold()


def _mark_signs(page: _Page) -> None:
    for part in page.open():
        part.role = _sign_role(part, page.signs)


def _sign_role(part: Part, signs: Signs) -> Role | None:
    if part.words > _NOTICE:
        return None
    if signs.correction.match(part.bare):
        return "residue"
    if (part.words <= _OPENING and signs.caption.match(part.bare)) or _credited(part, signs):
        return "caption"
    if _is_notice(part, signs) or _is_furniture(part, signs):
        return "residue"
    role = credit_role(part, signs)
    return role or ("list" if _is_entry(part) else None)


def _is_notice(part: Part, signs: Signs) -> bool:
    """Sign up, read also, all rights reserved, we use cookies."""
    plain = part.plain
    return (
        (part.words <= _OPENING and _opening(signs).match(part.bare) is not None)
        or (part.words <= _RIGHTS and (signs.rights.search(plain) or _COPYRIGHT.match(plain)) is not None)
        or ("cookie" in plain and signs.consent.search(plain) is not None)
    )


@cache
def _opening(signs: Signs) -> re.Pattern[str]:
    return re.compile(rf"(?:{signs.opening.pattern})(?!\w)")


@cache
def _crediting(signs: Signs) -> re.Pattern[str]:
    return re.compile(rf"(?:{signs.credit.pattern})[\s.]*$")


def _is_furniture(part: Part, signs: Signs) -> bool:
    """A button, a rule, an address, the way from the home page, an agency's sign."""
    whole = (signs.alone, signs.related, _NO_LETTERS, _ADDRESS, _HANDLE, _AGENCY)
    crumbs = _CRUMBS.split(part.said)
    return any(pattern.fullmatch(part.bare) or pattern.fullmatch(part.said) for pattern in whole) or (
        len(crumbs) > 2 and all(len(crumb.split()) <= _MENU_WORDS for crumb in crumbs)
    )


def _credited(part: Part, signs: Signs) -> bool:
    """A short line that ends with whose picture it is: «(foto d'archivio)», 'Jane Doe/Getty Images'."""
    credit = _crediting(signs).search(part.plain) or _CREDITED.search(part.said)
    if credit is None or part.words > _LONG:
        return False
    return _TAILS.search(part.said) is None and not (part.words > _CAPTION and _ends_before(part.said, credit.start()))


def _ends_before(said: str, place: int) -> bool:
    return _FULL_STOP.search(said[:place].rstrip()) is not None


def _is_entry(part: Part) -> bool:
    dialogue = part.said[0] in "–—" and part.ended and part.words >= _PROSE_WORDS
    return (part.bullet and not dialogue) or part.said.endswith(";")


def _mark_menus(page: _Page) -> None:
    """Four lines or more of three words at most: a menu, above the article with its bullets too."""
    prose = next((place for place, part in enumerate(page.parts) if part.role is None and _is_prose(part)), 0)
    for short, run in groupby(enumerate(page.parts), key=lambda each: _is_short(each[1], each[0] < prose)):
        lines = list(run)
        if short and len(lines) >= _MENU_LINES:
            for _, part in lines:
                part.role = part.role if part.role not in {None, "list"} else "residue"


def _is_short(part: Part, above: bool) -> bool:
    roles = {None, "residue", "list"} if above else {None, "residue"}
    return part.role in roles and part.words <= _MENU_WORDS + part.bullet and not part.ended


def _is_prose(part: Part) -> bool:
    return (part.ended and part.words >= _PROSE_WORDS) or part.words >= _LONG


def _mark_prose(page: _Page) -> None:
    for part in page.open():
        if _is_prose(part):
            part.role = "body"


def _mark_closing(page: _Page) -> None:
    """Sources, notes and comments, from their heading to the end."""
    words = [part.words if part.role in PROSE else 0 for part in page.parts]
    for place, part in enumerate(page.parts):
        heads = page.signs.closing.fullmatch(part.bare)
        if heads and part.role in {None, "residue"} and sum(words[:place]) > sum(words[place:]):
            for each in page.parts[place:]:
                each.role = "residue"
            return


def _mark_related(page: _Page) -> None:
    """The titles under «Leggi anche», up to the next paragraph of the article."""
    left = 0
    for part in page.parts[page.first() :]:
        if page.signs.related.fullmatch(part.bare):
            left = _RELATED_LINES
        elif part.role not in {None, "list"} or not left:
            left = 0
        else:
            part.role, left = "residue", left - 1


def _mark_repeats(page: _Page) -> None:
    """A line that stands twice, or again within a paragraph: a pull quote, a headline of the page."""
    said = [re.sub(r"\W+", " ", part.plain).strip() for part in page.parts]
    everything = "\n".join(said)
    fewest, most = _REPEATED
    for place, part in enumerate(page.parts):
        if part.role in {None, "body"} and fewest <= part.words <= most and everything.count(said[place]) > 1:
            inside = any(said[place] in other and len(other) > len(said[place]) for other in said)
            if inside or said[place] in said[:place]:
                part.role = "residue"


def _mark_title(page: _Page) -> None:
    if any(part.role == "title" for part in page.parts):
        return
    heads = _heads(page)
    if heads:
        title = heads[1] if len(heads) > 1 and _is_kicker(heads[0], heads[1]) else heads[0]
        if title.words <= _TITLE and title.said[-1] not in ":;,":
            title.role = "title"
        if title is not heads[0]:
            heads[0].role = "heading"
    else:
        _mark_title_with_stop(page)


def _heads(page: _Page) -> list[Part]:
    """The short lines above the first sentence of the article."""
    found: list[Part] = []
    for part in page.parts:
        if part.role in PROSE:
            break
        if part.role is None:
            if found and _FULL_STOP.search(part.said) and not _is_verbless(part, page.signs):
                break
            found.append(part)
    return found


def _is_kicker(first: Part, second: Part) -> bool:
    """«POLITICA» or «Guerra in Ucraina» above the title."""
    louder = first.said.isupper() and not second.said.isupper()
    return second.words > max(first.words, 4) and not _FULL_STOP.search(second.said) and (louder or first.words <= 2)


def _mark_title_with_stop(page: _Page) -> None:
    """A first line that ends with a stop: a title where it is short and what follows is not."""
    place = page.first()
    first, rest = page.parts[place : place + 1], page.parts[place + 1 :]
    following = next((part for part in rest if part.role == "body"), None)
    if not first or following is None or first[0].words > _TITLE_WITH_STOP or 2 * following.words < 3 * first[0].words:
        return
    ends = [match.end() for match in _SENTENCE_END.finditer(first[0].said)]
    last = Part(0, 0, first[0].said[ends[-1] :]) if ends else None
    if first[0].words <= _CAPTION if last is None else _is_verbless(last, page.signs):
        first[0].role = "title"


def _mark_head(page: _Page) -> None:
    """Subtitle, byline and captions between the title and the article."""
    titled = next((place for place, part in enumerate(page.parts) if part.role == "title"), None)
    if titled is None:
        return
    had = any(part.role == "subtitle" for part in page.parts)
    for part in page.parts[titled + 1 :]:
        if part.role in PROSE:
            break
        if part.role is not None:
            continue
        stop = _FULL_STOP.search(part.said) is not None
        if stop and not _is_verbless(part, page.signs):
            break
        part.role = _head_role(part, stop, had)
        had = had or part.role == "subtitle"


def _head_role(part: Part, stop: bool, had: bool) -> Role:
    if part.words <= 2 and part.said.isupper():
        return "dateline"
    if is_name(part.said):
        return "byline"
    return "caption" if stop or had or part.words > _SUBTITLE else "subtitle"


def _mark_between(page: _Page) -> None:
    """Headings, short sentences, and what is left over after the end."""
    followed = False
    lead = page.first()
    for place in range(len(page.parts) - 1, -1, -1):
        part = page.parts[place]
        if part.role is None:
            part.role = _short_role(page, place, lead, followed)
        followed = followed or part.role in PROSE


def _short_role(page: _Page, place: int, lead: int, followed: bool) -> Role:
    part = page.parts[place]
    if _FULL_STOP.search(part.said):
        return "caption" if _is_caption_at(page, place, lead) else "body"
    if _is_running(part):
        return "body"
    if followed:
        return "heading"
    return "body" if part.ended else "byline" if is_name(part.said) else "residue"


def _is_running(part: Part) -> bool:
    """A sentence cut short, or one that opens a list or a quotation."""
    return (
        part.words > _HEADING
        or part.said[0].islower()
        or part.said[-1] in ",;"
        or (part.said.endswith(":") and part.words > _MENU_WORDS)
    )


def _is_caption_at(page: _Page, place: int, lead: int) -> bool:
    """A short line without a verb before the article or right after its first paragraph (in English)."""
    near = place < lead or (place == lead + 1 and page.signs is signs_of("en"))
    return near and _is_verbless(page.parts[place], page.signs)


def _is_verbless(part: Part, signs: Signs) -> bool:
    if part.words > _CAPTION:
        return False
    clause = re.split(rf"\b(?:{signs.aside.pattern})\b", part.plain, maxsplit=1)[0]
    return not any(signs.verbs.fullmatch(word) for word in re.findall(r"[^\W\d_]+", clause))


def _without_tail(part: Part, text: str) -> list[Part]:
    """The part, and by itself what stands after its last sentence: «(ANSA)», «© Riproduzione riservata»."""
    piece = text[part.start : part.end]
    tail = _TAILS.search(piece)
    if tail is None or len(piece[: tail.start()].split()) <= _MENU_WORDS:
        return [part]
    rest = slice_of(text, part.start + tail.start(), part.end)
    rest.role = "residue"
    return [slice_of(text, part.start, part.start + tail.start()), rest]


def _split(text: str, part: Part) -> list[Block]:
    """The block of a part, or two: a dateline before its paragraph, a title with its subtitle on one line."""
    piece, role = text[part.start : part.end], part.role or "body"
    first: Role | None = None
    place = 0
    if role == "body" and (place := dateline_end(piece)):
        first = "dateline"
    elif role == "title" and part.ended and (boundary := _SENTENCE_END.search(piece)):
        first, role, place = "title", "subtitle", boundary.end()
    if first is None:
        return [Block(part.start, part.end, role)]
    return [
        Block(part.start, part.start + len(piece[:place].rstrip()), first),
        Block(part.start + place, part.end, role),
    ]


_RULES: tuple[Rule, ...] = (
    _mark_signs,
    _mark_menus,
    _mark_prose,
    _mark_closing,
    _mark_related,
    _mark_title,
    _mark_head,
    _mark_repeats,
    _mark_between,
)

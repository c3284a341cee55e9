"""Anki: a deck as `.apkg`, a zip with a database of its own (schema 11); the same item is always the same note.

Anki knows a note by its guid, so a deck that is imported again changes the notes it has and keeps their schedule.
"""

import hashlib
import html
import io
import json
import re
import sqlite3
import string
import time
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from xml.sax.saxutils import quoteattr

from quizapp.core.items import Item, Source, TextFormat, dump_item
from quizapp.core.pictures import content_of
from quizapp.core.problems import Problem
from quizapp.core.sharing import shortened
from quizapp.core.types import (
    ChoiceBody,
    ClassifyBody,
    ClozeBody,
    MatchingBody,
    MultipleBody,
    OrderingBody,
    TrueFalseBody,
)
from quizapp.core.types.cloze import blanked
from quizapp.formats.exchange import SAYS, Found, Written
from quizapp.formats.markup import harmless

NAME = "Anki"
FIELDS = ("Question", "Options", "Answer", "Explanation", "Sentence", "Source", "As of", "Item")
CARRIED = frozenset(
    {
        "id", "lang", "status", "type", "stem", "text_format", "explanation", "evidence", "sources", "as_of", "tags",
        "files", "category", "idnumber",
    }
)  # fmt: skip
_SHOWN = {
    "choice": {"options.text", "options.fraction"},
    "multiple": {"options.text", "options.fraction"},
    "true_false": {"options.text", "options.fraction", "correction"},
    "text": {"answers.text"},
    "number": {"numbers.value", "numbers.tolerance", "numbers.tolerance_kind", "unit"},
    "matching": {"pairs.left", "pairs.right", "extra_rights"},
    "ordering": {"order.text"},
    "classify": {"categories.text", "statements.text", "statements.category"},
    "cloze": {"gaps.type", "gaps.options", "gaps.answers", "gaps.numbers", "gaps.unit"},
}
"""What a card shows of each type; a card is not marked, so that shares and rules have no place."""
_MODEL, _DECK, _CONFIG = 1_763_000_001, 1_763_000_002, 1
"""Numbers of our own kind of note and of its deck, the same in every file."""
_SINCE = 1_763_000_000_000
"""The numbers of notes count the milliseconds of a moment in 2025; which one, their guid decides."""
_TRUTHS = {"it": ("vero", "falso"), "en": ("true", "false"), "fr": ("vrai", "faux"), "es": ("verdadero", "falso")}
_LABELS = {
    "it": ("Dall’articolo", "Fonte", "Al"),
    "en": ("From the article", "Source", "As of"),
}
_COUNTED = re.compile(r"q\d+")
_FILE = re.compile(r'src="file:([^"]*)"')
_LETTERS = string.ascii_letters + string.digits + "!#$%&()*+,-./:;<=>?@[]^_`{|}~"
_STYLE = (
    ".card { font-family: sans-serif; font-size: 20px; text-align: left; max-width: 40em; margin: auto }"
    " blockquote { border-left: 3px solid; margin: 1em 0; padding-left: .7em } .aside { font-size: 80% }"
)
_SCHEMA = """
create table col (id integer primary key, crt integer not null, mod integer not null, scm integer not null,
 ver integer not null, dty integer not null, usn integer not null, ls integer not null, conf text not null,
 models text not null, decks text not null, dconf text not null, tags text not null);
create table notes (id integer primary key, guid text not null, mid integer not null, mod integer not null,
 usn integer not null, tags text not null, flds text not null, sfld integer not null, csum integer not null,
 flags integer not null, data text not null);
create table cards (id integer primary key, nid integer not null, did integer not null, ord integer not null,
 mod integer not null, usn integer not null, type integer not null, queue integer not null, due integer not null,
 ivl integer not null, factor integer not null, reps integer not null, lapses integer not null, left integer not null,
 odue integer not null, odid integer not null, flags integer not null, data text not null);
create table revlog (id integer primary key, cid integer not null, usn integer not null, ease integer not null,
 ivl integer not null, lastIvl integer not null, factor integer not null, time integer not null, type integer not null);
create table graves (usn integer not null, oid integer not null, type integer not null);
create index ix_notes_usn on notes (usn);
create index ix_cards_usn on cards (usn);
create index ix_revlog_usn on revlog (usn);
create index ix_cards_nid on cards (nid);
create index ix_cards_sched on cards (did, queue, due);
create index ix_revlog_cid on revlog (cid);
create index ix_notes_csum on notes (csum);
"""


def write_anki(items: Sequence[Item], at: float | None = None) -> Written:
    """The items as a deck of cards: the question in front, its key and its proof behind.

    `at` is the moment of writing, in seconds of the epoch (now, unless given): Anki takes what is newer than it has.
    """
    lang = items[0].lang if items else "it"
    found: list[Found] = []
    notes, media, taken = [], dict[str, bytes](), set[str]()
    for index, item in enumerate(items, 1):
        found += _lost(index, item)
        names = {file.name: _media(item, file.name, media) for file in item.files}
        guid = guid_of(item)
        while guid in taken:
            guid = _letters(guid + item.stem)
        taken.add(guid)
        notes.append((guid, item, _fields(item, {name: own for name, own in names.items() if own})))
    return Written(_archive(_database(notes, lang, int(time.time() if at is None else at)), media), tuple(found))


def guid_of(item: Item) -> str:
    """What Anki knows the note by: the item's id; where that only counts the file’s questions, its number or text."""
    if _COUNTED.fullmatch(item.id):
        return _letters(f"{item.idnumber or item.stem}")
    return _letters(item.id)


def _letters(text: str) -> str:
    number = int.from_bytes(hashlib.sha256(f"quotidia {text}".encode()).digest()[:8], "big")
    found = ""
    while number:
        number, place = divmod(number, len(_LETTERS))
        found = _LETTERS[place] + found
    return found


def _lost(index: int, item: Item) -> Iterator[Found]:
    """A warning for what no card shows; shares, rules and pinned places are not asked of a card."""
    shown = CARRIED | _SHOWN[item.type] | {"options.pinned", "rule", "match", "points", "penalty"}
    shown |= {f"{name}.fraction" for name in ("answers", "numbers")} | {"gaps.weight", "gaps.match"}
    for name in dict.fromkeys(_names(dump_item(item))):
        if name not in shown:
            values: dict[str, object] = {"format": NAME, "field": name}
            problem = Problem("field-not-carried", (), SAYS["field-not-carried"], values, "warning")
            yield Found(problem, index, element=name, item=item.id)


def _names(data: dict[str, Any]) -> Iterator[str]:
    for key, value in data.items():
        inner = [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []
        if inner and key not in {"evidence", "files", "sources", "corroboration", "hints"}:
            yield from (f"{key}.{name}" for each in inner for name in each)
        else:
            yield key


def _media(item: Item, name: str, media: dict[str, bytes]) -> str | None:
    """The name of a picture in the deck, whose pictures all lie in one folder; None where it cannot be read."""
    found = content_of(item.files, name)
    if found is None:
        return None
    content, mime = found
    own = f"quotidia-{hashlib.sha256(content).hexdigest()[:16]}.{mime.rpartition('/')[2]}"
    media[own] = content
    return own


def _said(item: Item, text: str, names: dict[str, str]) -> str:
    """One of the item's texts as HTML, its pictures by their names in the deck."""
    if item.text_format is TextFormat.PLAIN:
        return html.escape(text, quote=False).replace("\n", "<br>")
    return _FILE.sub(lambda match: f'src="{names.get(match[1], "")}"', harmless(text))


def _fields(item: Item, names: dict[str, str]) -> list[str]:
    """The fields of a note, as HTML."""
    stem = _said(item, blanked(item.stem) if isinstance(item.body, ClozeBody) else item.stem, names)
    loose = [file for file in item.asked_files if file.name in names and names[file.name] not in stem]
    shown = "".join(f'<img src="{names[file.name]}" alt={quoteattr(file.alt)}>' for file in loose)
    told = _said(item, item.explanation, names) if item.explanation else ""
    sources = "<br>".join(_source(each) for each in item.sources)
    quotes = [html.escape(shortened(span).quote).replace("\n", "<br>") for span in item.spans]
    return [
        stem + (f"<div>{shown}</div>" if shown else ""),
        _list(_said(item, text, names) for text in _offered(item)),
        _answer(item, names),
        told,
        "".join(f"<blockquote>{quote}</blockquote>" for quote in dict.fromkeys(quotes)),
        sources,
        item.as_of.isoformat() if item.as_of else "",
        html.escape(item.id),
    ]


def _list(texts: Iterable[str]) -> str:
    shown = "".join(f"<li>{text}</li>" for text in texts)
    return f"<ul>{shown}</ul>" if shown else ""


def _offered(item: Item) -> list[str]:
    """What is on offer, in an order that says nothing of the key."""
    body = item.body
    if isinstance(body, TrueFalseBody):
        return list(_TRUTHS.get(item.lang, _TRUTHS["en"]))
    if isinstance(body, ChoiceBody | MultipleBody):
        return sorted(option.text for option in body.options)
    if isinstance(body, OrderingBody):
        return sorted(step.text for step in body.order)
    if isinstance(body, MatchingBody):
        return [*(pair.left for pair in body.pairs), *(f"→ {text}" for text in sorted(body.texts()[len(body.pairs) :]))]
    if isinstance(body, ClassifyBody):
        return [*(f"→ {category.text}" for category in body.categories), *sorted(s.text for s in body.statements)]
    gaps = [gap.body for gap in body.gaps] if isinstance(body, ClozeBody) else []
    chosen = [gap for gap in gaps if isinstance(gap, ChoiceBody)]
    return [" / ".join(sorted(option.text for option in gap.options)) for gap in chosen]


def _answer(item: Item, names: dict[str, str]) -> str:
    body = item.body
    if isinstance(body, TrueFalseBody):
        truth = _TRUTHS.get(item.lang, _TRUTHS["en"])[0 if body.statement_is_true else 1]
        return f"{truth}. {_said(item, body.correction, names)}" if body.correction else truth
    keys = [_said(item, text, names) for text in item.body.keys()]  # noqa: SIM118 - ours
    if isinstance(body, OrderingBody):
        return "<ol>" + "".join(f"<li>{_said(item, step.text, names)}</li>" for step in body.order) + "</ol>"
    return keys[0] if len(keys) == 1 else _list(keys)


def _source(source: Source) -> str:
    said = ", ".join(each for each in (source.outlet, source.date.isoformat() if source.date else "") if each)
    title = html.escape(source.title)
    if source.url and re.match(r"https?://", source.url):
        title = f'<a href="{html.escape(source.url)}">{title}</a>'
    return f"{title} ({html.escape(said)})" if said else title


def _database(notes: Sequence[tuple[str, Item, list[str]]], lang: str, at: int) -> bytes:
    with sqlite3.connect(":memory:") as base:
        base.executescript(_SCHEMA)
        base.execute("insert into col values (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, '{}')", _collection(lang, at))
        used = set[int]()
        for number, (guid, item, fields) in enumerate(notes, 1):
            identifier = _number(guid, used)
            tags = "".join(f" {'_'.join(tag.split())}" for tag in _tags(item)) + " "
            joined = "\x1f".join(field.replace("\x1f", " ") for field in fields)
            sum_ = int(hashlib.sha1(_bare(fields[0]).encode(), usedforsecurity=False).hexdigest()[:8], 16)
            base.execute(
                "insert into notes values (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, '')",
                (identifier, guid, _MODEL, at, tags, joined, _bare(fields[0]), sum_),
            )
            base.execute(
                "insert into cards values (?, ?, ?, 0, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')",
                (identifier, identifier, _DECK, at, number),
            )
    data = base.serialize()
    base.close()
    return data


def _number(guid: str, used: set[int]) -> int:
    """A number for a note and its card, which Anki wants to be milliseconds."""
    number = _SINCE + int.from_bytes(hashlib.sha256(guid.encode()).digest()[:4], "big")
    while number in used:
        number += 1
    used.add(number)
    return number


def _tags(item: Item) -> Iterator[str]:
    yield from item.tags
    if item.category:
        yield item.category.replace("/", "::")


def _bare(text: str) -> str:
    return html.unescape(re.sub("<[^>]*>", "", text))


def _collection(lang: str, at: int) -> tuple[object, ...]:
    deck = {
        "id": _DECK, "name": "Quotidia", "mod": at, "usn": -1, "desc": "", "dyn": 0, "conf": _CONFIG,
        "collapsed": False, "newToday": [0, 0], "revToday": [0, 0], "lrnToday": [0, 0], "timeToday": [0, 0],
        "extendNew": 0, "extendRev": 50,
    }  # fmt: skip
    usual = {**deck, "id": 1, "name": "Default"}
    settings = {
        "nextPos": 1, "estTimes": True, "activeDecks": [1], "sortType": "noteFld", "timeLim": 0, "sortBackwards": False,
        "addToCur": True, "curDeck": 1, "newBury": True, "newSpread": 0, "dueCounts": True, "curModel": str(_MODEL),
        "collapseTime": 1200,
    }  # fmt: skip
    options = {
        "id": _CONFIG, "name": "Default", "replayq": True, "timer": 0, "maxTaken": 60, "usn": 0, "mod": 0,
        "autoplay": True,
        "lapse": {"leechFails": 8, "minInt": 1, "delays": [10], "leechAction": 0, "mult": 0},
        "rev": {"perDay": 100, "fuzz": 0.05, "ivlFct": 1, "maxIvl": 36500, "ease4": 1.3, "bury": True, "minSpace": 1},
        "new": {"delays": [1, 10], "perDay": 20, "separate": True, "ints": [1, 4, 7], "initialFactor": 2500,
                "bury": True, "order": 1},
    }  # fmt: skip
    documents = (settings, {str(_MODEL): _model(lang, at)}, {"1": usual, str(_DECK): deck}, {str(_CONFIG): options})
    return (at, at * 1000, at * 1000, *(json.dumps(each) for each in documents))


def _model(lang: str, at: int) -> dict[str, Any]:
    """Our kind of note: what stands in front and what behind."""
    labels = _LABELS["it" if lang == "it" else "en"]
    front = "{{Question}}{{Options}}"
    parts = [
        "{{FrontSide}}<hr id=answer>{{Answer}}",
        "{{#Explanation}}<p>{{Explanation}}</p>{{/Explanation}}",
        f"{{{{#Sentence}}}}<p class=aside>{labels[0]}</p>{{{{Sentence}}}}{{{{/Sentence}}}}",
        f"{{{{#Source}}}}<p class=aside>{labels[1]}: {{{{Source}}}}</p>{{{{/Source}}}}",
        f"{{{{#As of}}}}<p class=aside>{labels[2]}: {{{{As of}}}}</p>{{{{/As of}}}}",
    ]
    card = {
        "name": "Card 1", "ord": 0, "qfmt": front, "afmt": "".join(parts), "bqfmt": "", "bafmt": "", "did": None,
    }  # fmt: skip
    fields = [
        {"name": name, "ord": place, "sticky": False, "rtl": False, "font": "Arial", "size": 20, "media": []}
        for place, name in enumerate(FIELDS)
    ]
    return {
        "id": _MODEL, "name": "Quotidia", "type": 0, "mod": at, "usn": -1, "sortf": 0, "did": _DECK, "tmpls": [card],
        "flds": fields, "css": _STYLE, "latexPre": "", "latexPost": "", "tags": [], "vers": [],
        "req": [[0, "any", [0]]],
    }  # fmt: skip


def _archive(database: bytes, media: dict[str, bytes]) -> bytes:
    names = {str(number): name for number, name in enumerate(media)}
    files = {"collection.anki2": database, "media": json.dumps(names).encode()}
    files |= {number: media[name] for number, name in names.items()}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for path, content in files.items():
            info = zipfile.ZipInfo(path, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return out.getvalue()

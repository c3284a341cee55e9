"""Hostile files with questions, by format and by what each tries."""

# ruff: noqa: E501 - a file and what it tries stand on one line

import json
from collections.abc import Iterator

from quizapp.formats.workbook import workbook
from tests.attack import tables
from tests.attack.tables import HEADINGS
from tests.attack.wraps import (
    ALL,
    ENTITIES,
    FILE,
    MEGABYTE,
    ODD_NUMBERS,
    RUNS,
    Data,
    Made,
    broken,
    deep,
    linked,
    locked,
    lying,
    nested,
    overlapping,
    png,
    said,
    seven,
    swollen,
    wide,
)
from tests.formats.packing import package


def files() -> Iterator[tuple[str, str, bytes]]:
    """Each file with its format (empty: told by its content) and a name for what it tries."""
    made = {
        "qti": _qti(2) | _qti(3) | _packages(),
        "canvas": _canvas(),
        "kahoot": tables.kahoots(),
        "xlsx": tables.sheets(),
        "csv": tables.csvs(),
        "notebooklm": tables.notebooks(),
        "bank": _banks(),
        "": _strangers(),
    }
    for name, each in made.items():
        for label, data in each.items():
            found = data() if callable(data) else data
            yield name, label, found if isinstance(found, bytes) else found.encode("utf-8", "surrogatepass")


# --- QTI ------------------------------------------------------------------------------------------------------


def item(version: int = 2, text: str = "Chi?", more: str = "", **changes: str) -> str:
    """An item of one choice; `more` stands in its body, the changes in place of what is usual."""
    usual = {
        "maps": "", "key": "A", "prefix": "", "first": "io", "second": "tu", "most": "1", "head": "", "kind": "choice",
        "ids": ("A", "B"), "declare": "", "rest": "", "start": "identifier='i' title='T'",
    } | changes  # fmt: skip
    two = f"""{usual["prefix"]}<assessmentItem {usual["start"]}><responseDeclaration identifier='R' cardinality='single'
    baseType='identifier'><correctResponse><value>{usual["key"]}</value></correctResponse>{usual["maps"]}
    </responseDeclaration>{usual["declare"]}<itemBody>{usual["head"]}<p>{text}</p>{more}<{usual["kind"]}Interaction
    responseIdentifier='R' maxChoices='{usual["most"]}'><simpleChoice identifier='{usual["ids"][0]}'>{usual["first"]}
    </simpleChoice><simpleChoice identifier='{usual["ids"][1]}'>{usual["second"]}</simpleChoice>
    </{usual["kind"]}Interaction></itemBody>{usual["rest"]}</assessmentItem>"""
    return two if version == 2 else _three(two)


_NAMES = {
    "assessmentItem": "qti-assessment-item", "responseDeclaration": "qti-response-declaration",
    "correctResponse": "qti-correct-response", "itemBody": "qti-item-body", "simpleChoice": "qti-simple-choice",
    "choiceInteraction": "qti-choice-interaction", "responseIdentifier": "response-identifier",
    "maxChoices": "max-choices", "baseType": "base-type", "mapping": "qti-mapping", "mapEntry": "qti-map-entry",
    "mapKey": "map-key", "mappedValue": "mapped-value", "modalFeedback": "qti-modal-feedback",
    "textEntryInteraction": "qti-text-entry-interaction", "templateProcessing": "qti-template-processing",
    "<value>": "<qti-value>", "</value>": "</qti-value>",
}  # fmt: skip


def _three(text: str) -> str:
    for old, new in _NAMES.items():
        text = text.replace(old, new)
    return text


def _qti(version: int) -> Made:
    def made(text: str = "Chi?", **more: str) -> str:
        return item(version, text, **more)

    doctype = {f"entities, {name}": made(use, prefix=declared) for name, (declared, use) in ENTITIES.items()}
    numbers = {
        f"points of {each[:12]!r}": made(
            maps=f"<mapping><mapEntry mapKey='A' mappedValue='{each}'/><mapEntry mapKey='B' mappedValue='1'/></mapping>"
        )
        for each in ODD_NUMBERS
    }
    gap = "<textEntryInteraction responseIdentifier='R'/>"
    found: Made = {
        **doctype,
        **numbers,
        "entities in UTF-16": wide(made("&e;", prefix=ENTITIES["external"][0])),
        "entities in UTF-7": seven(made("&e;", prefix=ENTITIES["external"][0])),
        "another file included": made(f"<xi:include href='{FILE}' parse='text' xmlns:xi='http://www.w3.org/2001/XInclude'/>"),
        "a style sheet from elsewhere": made(prefix="<?xml-stylesheet href='http://elsewhere.example/x.xsl' type='text/xsl'?>"),
        "nested too deeply": made(deep("p", 20_000)),
        "nested to the limit": made(deep("p", 90, "x")),
        "half a million elements": made("<b/>" * 500_000),
        "an attribute of ten megabytes": made(f"<p title='{'x' * 10 * MEGABYTE}'>x</p>"),
        "ten thousand attributes": made("<p " + " ".join(f"a{n}=''" for n in range(10_000)) + ">x</p>"),
        "the same attribute twice": made("<p id='a' id='b'>x</p>"),
        "NUL": made("Chi\0?"),
        "every way out": made(said(), first=said(), second=f"b {said()}", start=f"identifier='i' title='{said()}'",
                              rest=f"<modalFeedback identifier='A'>{said()}</modalFeedback>"),
        "markup itself": made("<script>alert(1)</script><p onclick='alert(1)'>x</p><a href='javascript:alert(1)'>y</a>"
                              "<style>*{}</style><iframe src='//elsewhere.example'/><img src='//elsewhere.example/a.png' alt='z'/>"),
        "MathML and SVG": made("<math><mtext><style>&lt;img src=x onerror=alert(1)&gt;</style></mtext></math>"
                               "<svg onload='alert(1)'><script>alert(1)</script></svg>"),
        "ids that are doubled": made(ids=("A", "A")),
        "a key that is not offered": made(key="Z"),
        "a choice of minus one": made(most="-1"),
        "a choice of 10^30": made(most="1" + "0" * 30),
        "a title of a megabyte": made(start=f"identifier='i' title='{'t' * MEGABYTE}'"),
        "an id of a megabyte": made(start=f"identifier='{'i' * MEGABYTE}' title='T'"),
        "ten thousand gaps": made(more=gap * 10_000),
        "values that are computed": made(rest="<templateProcessing/>"),
        "an interaction nobody knows": made(kind="drawing"),
        "direction turned around": made("\u202e?ihC\u202c \u2066x", first="\u200b", second="\u200c"),
        "a text of a hundred thousand signs": made("x " * 60_000),
        "surrogates": made("\ud800"),
        "not an item": "<assessmentTest/>",
    }  # fmt: skip
    if version > 2:
        as_before = ("half a million", "an attribute of ten", "points of")
        found = {name: data for name, data in found.items() if not name.startswith(as_before)}
    return {f"{version}: {name}": data for name, data in found.items()}


def _manifest(*names: str, kind: str = "imsqti_item_xmlv2p1") -> str:
    listed = "".join(f"<resource identifier='r' type='{kind}' href='{said(name)}'/>" for name in names)
    return f"<manifest><resources>{listed}</resources></manifest>"


def _packages() -> Made:
    one = item()

    def made(files: dict[str, Data], *names: str) -> bytes:
        return package({"imsmanifest.xml": _manifest(*(names or ("1.xml",))), "1.xml": one, **files})

    def pictured(name: str, content: Data, source: str = "") -> bytes:
        shown = item(more=f"<p><img src='{said(source or name)}' alt='{said()}'/></p>")
        return made({"1.xml": shown, name: content})

    return {
        "zip: a name that leads out": made({"../../evil.xml": one}),
        "zip: an absolute name": made({"/etc/cron.d/x": one}),
        "zip: a name of Windows": made({"C:\\x.xml": one, "..\\..\\x.xml": one}),
        "zip: a manifest that leads out": made({}, "../../../etc/passwd", "/etc/passwd", FILE, "http://127.0.0.1/x"),
        "zip: a manifest of others' entities": made(
            {"imsmanifest.xml": f"{ENTITIES['external'][0]}<manifest>&e;</manifest>"}
        ),
        "zip: the same item a hundred thousand times": lambda: made({}, *["1.xml"] * 100_000),
        "zip: an item is missing": made({}, "1.xml", "2.xml"),
        "zip: a link": linked("imsmanifest.xml"),
        "zip: noughts": lambda: swollen("imsmanifest.xml"),
        "zip: a lie about the size": lambda: lying(
            {"imsmanifest.xml": _manifest("1.xml"), "1.xml": b" " * 50 * MEGABYTE}
        ),
        "zip: entries over each other": lambda: overlapping("imsmanifest.xml"),
        "zip: archives in archives": nested(made({})),
        "zip: an archive for an item": made({"1.xml": made({})}),
        "zip: three thousand entries": lambda: made({f"{n}.xml": "" for n in range(3000)}),
        "zip: a name of sixty thousand signs": made({"n" * 60_000: one}),
        "zip: locked": locked({"imsmanifest.xml": _manifest("1.xml"), "1.xml": one}),
        "zip: a sum that is wrong": broken({"imsmanifest.xml": _manifest("1.xml"), "1.xml": one * 20}),
        "zip: cut off": made({})[:-40],
        "zip: nothing": package({}),
        "zip: an item in UTF-7": made({"1.xml": seven(one)}),
        "picture: SVG by another name": pictured(
            "a.png", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"
        ),
        "picture: of ten thousand million points": pictured("a.png", png(100_000, 100_000)),
        "picture: a page at once": pictured("a.png", b"<!doctype html><script>alert(1)</script>" + png(1, 1)),
        "picture: a page behind it": pictured("a.png", png(1, 1, b"<script>alert(1)</script>")),
        "picture: two megabytes": pictured("a.png", png(1, 1, b"x" * 2 * MEGABYTE)),
        "picture: from outside": pictured("a.png", png(1, 1), "../../../etc/passwd"),
        "picture: from the web": pictured("a.png", png(1, 1), "http://elsewhere.example/a.png"),
        "picture: a name of markup": pictured("a.png", png(1, 1), RUNS[1]),
        "picture: data": pictured("a.png", png(1, 1), "data:image/svg+xml,<svg onload=alert(1)>"),
    }


# --- Canvas -----------------------------------------------------------------------------------------------------


def _canvas_item(
    stem: str = "Chi?", points: str = "1", low: str = "1", kind: str = "numerical_question", body: str = ""
) -> str:
    return (
        f"<item ident='i' title='T'><itemmetadata><qtimetadata><qtimetadatafield><fieldlabel>question_type</fieldlabel>"
        f"<fieldentry>{kind}</fieldentry></qtimetadatafield><qtimetadatafield><fieldlabel>points_possible</fieldlabel>"
        f"<fieldentry>{points}</fieldentry></qtimetadatafield></qtimetadata></itemmetadata><presentation><material>"
        f"<mattext texttype='text/html'>{stem}</mattext></material>{body}</presentation><resprocessing><respcondition>"
        f"<conditionvar><or><varequal respident='r'>{low}</varequal><and><vargte respident='r'>{low}</vargte><varlte "
        f"respident='r'>{low}</varlte></and></or></conditionvar><setvar varname='SCORE' action='Set'>100</setvar>"
        "</respcondition></resprocessing></item>"
    )


def _quiz(*items: str, head: str = "") -> str:
    return f"{head}<questestinterop><assessment ident='a' title='T'><section>{''.join(items)}</section></assessment></questestinterop>"


def _canvas() -> Made:
    many = "".join(
        f"<response_label ident='x'><material><mattext>{n}</mattext></material></response_label>" for n in range(3000)
    )
    lid = f"<response_lid ident='r'><render_choice>{many}</render_choice></response_lid>"
    blanks = "".join(
        f"<response_lid ident='response_{n}'><material><mattext>{n}</mattext></material></response_lid>"
        for n in range(3000)
    )
    return {
        **{f"entities, {name}": _quiz(_canvas_item(use), head=head) for name, (head, use) in ENTITIES.items()},
        **{f"a number of {each[:12]!r}": _quiz(_canvas_item(low=each)) for each in ODD_NUMBERS},
        **{f"points of {each[:12]!r}": _quiz(_canvas_item(points=each)) for each in (*ODD_NUMBERS, "-5")},
        "nested too deeply": _quiz(_canvas_item(deep("b", 20_000))),
        "every way out": _quiz(_canvas_item(said())),
        "escaped twice": _quiz(_canvas_item(said(said()))),
        "a picture from elsewhere": _quiz(_canvas_item(said("<img src='//elsewhere.example/x.png' alt='x'><img src='file:///etc/passwd'>"))),
        "three thousand options of one name": _quiz(_canvas_item(kind="multiple_choice_question", body=lid, low="x")),
        "three thousand gaps": lambda: _quiz(_canvas_item("[0] " * 3000, kind="fill_in_multiple_blanks_question", body=blanks)),
        "a type nobody knows": _quiz(_canvas_item(kind=said())),
        "in UTF-16 with entities": wide(_quiz(_canvas_item("&e;"), head=ENTITIES["external"][0])),
        "no question": _quiz(),
        "zip: a name that leads out": package({"imsmanifest.xml": "<manifest>imsqti_xmlv1p2</manifest>", "../q.xml": _quiz()}),
        "zip: noughts": lambda: swollen("a.xml"),
        "zip: a link": linked("a.xml"),
    }  # fmt: skip


# --- our own, and strangers -------------------------------------------------------------------------------------


def bank(*items: object, **more: object) -> str:
    """A bank file in JSON, which YAML reads too."""
    good = {
        "id": "a",
        "type": "choice",
        "stem": "Chi?",
        "options": [{"text": "io", "fraction": 1}, {"text": "tu", "fraction": 0}],
    }
    said_ = [good | each if isinstance(each, dict) else each for each in items or ({},)]
    return json.dumps({"id": "it/x", "title": "T", "lang": "it", "items": said_, **more}, indent=1)


def _banks() -> Made:
    number = {"type": "number", "options": None}
    picture = {"name": "a.png", "mime": "image/png", "alt": "x"}
    days = ("0000-01-01", "0001-01-01", "9999-12-31", "10000-01-01", "2024-02-30", "x" * 90_000)
    return {
        **{f"points of {each[:12]!r}": bank({"points": each}) for each in (*ODD_NUMBERS, "-1", "1/0")},
        **{f"points of {each} as a number": bank({"points": "POINTS"}).replace('"POINTS"', each) for each in ("NaN", "Infinity", "1e400", "1e99999999", "9" * 5000, "-5", "0x10", "1:30:00", ".inf")},
        **{f"a share of {each[:12]!r}": bank({"options": [{"text": "a", "fraction": each}, {"text": "b", "fraction": 0}]}) for each in ODD_NUMBERS},
        **{f"a value of {each[:12]!r}": bank(number | {"numbers": [{"value": each}]}) for each in ODD_NUMBERS},
        **{f"a day of {each[:12]!r}": bank({"as_of": each}) for each in days},
        **{f"a day of {each[:12]}, unquoted": bank({"as_of": "DAY"}).replace('"DAY"', each) for each in days[:5]},
        "lists without end": "[" * 100_000 + "]" * 100_000,
        "maps without end": '{"a":' * 100_000 + "1" + "}" * 100_000,
        "the same key twice": bank().replace('"title": "T"', '"title": "T", "title": "U"'),
        "a key that is a list": bank().replace('"title"', "? [a, b] : 1\n\"title\""),
        "anchors that multiply": "id: it/x\ntitle: T\nlang: it\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nitems: [*b,*b]\n",
        "an object of Python": "id: it/x\ntitle: T\nlang: it\nitems: !!python/object/apply:os.system ['touch /tmp/x']\n",
        "a merge of keys": bank().replace('"title": "T"', '"<<": {"title": "T"}'),
        "every way out": bank(dict.fromkeys(("title", "stem", "explanation", "author", "category", "holder"), ALL) | {"text_format": "html", "tags": [ALL], "sources": [{"title": ALL, "date": "2024-01-01", "url": "javascript:alert(1)"}]}),
        "a type nobody knows": bank({"type": ALL}),
        "a status nobody knows": bank({"status": "y" * 90_000}),
        "a field nobody knows": bank({"z" * 50_000: 1}),
        "a place outside the text": bank({"evidence": [{"start": -1, "end": 10**30, "quote": "x"}]}),
        "a picture that is none": bank({"files": [picture | {"base64": "!!!!"}]}),
        "a picture of SVG": bank({"files": [picture | {"base64": "PHN2Zz4=", "name": "a.svg", "mime": "image/svg+xml"}]}),
        "a picture by a path": bank({"files": [picture | {"base64": "", "name": "../../x.png"}]}),
        "an id that leads out": bank(id="../../etc/passwd"),
        "five thousand options": bank({"options": [{"text": f"o{n}", "fraction": 0} for n in range(5000)]}),
        "items that are none": bank(1, None, [], "x"),
        "items that are no list": bank().replace('"items": [', '"items": {"a": [').replace("]\n}", "]}\n}"),
        "six megabytes": bank({"explanation": "x" * 6 * MEGABYTE}),
        "NUL": bank({"stem": "a\0b"}),
        "surrogates": bank({"stem": "\ud800"}),
        "tabs and controls": bank({"stem": "a\x1bb\x07"}).replace("\\u001b", "\x1b"),
    }  # fmt: skip


def _strangers() -> Made:
    deck = (
        b"SQLite format 3\0"
        + bytes(range(256)) * 40
        + b"CREATE TRIGGER x AFTER INSERT ON notes; ATTACH '/etc/passwd' AS y"
    )
    return {
        "an Anki deck": package({"collection.anki2": deck, "media": '{"0": "../../../../etc/passwd"}', "0": "x"}),
        "an Anki deck of a later version": package(
            {"collection.anki21b": b"\x28\xb5\x2f\xfd" + deck, "meta": b"\x08\x03"}
        ),
        "SQLite": deck,
        "a PDF": b"%PDF-1.7\n1 0 obj << /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >> endobj",
        "a DOCX": package({"word/document.xml": "<x/>", "[Content_Types].xml": "<x/>"}),
        "a program": b"\x7fELF" + bytes(5000),
        "an archive of nothing": package({}),
        "an archive in archives": nested(package({"a": "b"})),
        "GZIP": b"\x1f\x8b" + bytes(200),
        "noughts": bytes(MEGABYTE),
        "nothing": b"",
        "a page": "<!doctype html><script>alert(1)</script>",
        "SVG": "<svg onload='alert(1)'/>",
        "a feed": "<?xml version='1.0'?><rss/>",
        "bombs in XML": f"{ENTITIES['laughs'][0]}<quiz>&j;</quiz>",
        "a spreadsheet in a QTI package": package(
            {"imsmanifest.xml": _manifest("a.xlsx"), "a.xlsx": workbook("x", [HEADINGS])}
        ),
    }

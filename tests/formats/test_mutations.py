"""Damaged files: whatever stands in them, a reader answers with items and problems, and never falls."""

import random
import re
import struct
import zlib
from functools import lru_cache
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import BadZipFile

import pytest

from quizapp.formats.registry import FORMATS, READ_FROM, format_of, read
from quizapp.formats.workbook import workbook
from tests.formats.packing import kahoot, package, unpacked
from tests.formats.test_canvas import CANVAS, PNG, document, earns, equal, feedback, question, response, tells, text

_GIFT = (
    "$CATEGORY: a/b\n\n// [id:1] [tag:x]\n::T::[html]<p>Chi?</p>{~%33.33333%a#no =b#sì ~%-50%c####fine}\n\n"
    "Quanto?{#=3:0.5#ok =%50%1..2 ~#no}\n\nAbbina.{=a -> b =c -> d = -> e}\n\nPiove.{T#no#sì}\n\nÈ {=\\{x\\}}.\n"
)
_MOODLE = (
    '<?xml version="1.0"?><quiz><question type="category"><category><text>$course$/a</text></category></question>'
    '<question type="multichoice"><name><text>T</text></name><questiontext format="html"><text><![CDATA[<p>Chi?</p>]]>'
    '</text></questiontext><single>true</single><answer fraction="100"><text>io</text><feedback><text>sì</text>'
    '</feedback></answer><answer fraction="0"><text>tu</text></answer></question>'
    '<question type="numerical"><questiontext><text>Q?'
    '</text></questiontext><answer fraction="100"><text>6.25</text><tolerance>0.5</tolerance></answer></question>'
    '<question type="cloze"><questiontext><text>È {1:MC:=a#b~%50%c} e {2:NM:=3:1}.</text></questiontext></question>'
    '<question type="matching"><questiontext><text>M</text></questiontext><subquestion><text>a</text><answer><text>b'
    "</text></answer></subquestion><subquestion><text>c</text><answer><text>d</text></answer></subquestion></question>"
    "</quiz>"
)
_CSV = (
    "tipo;domanda;risposta 1;risposta 2;giusta;commento 1;peso 2;tolleranza 1;unità\n"
    'scelta;"Chi; lui?";io;tu;A;sì;50%;;\nnumero;Quanto?;6,25;*;;;;0,5;km\nvero/falso;Piove.;;;vero;no;;;\n'
    "abbinamento;Abbina.;a = b;c = d;;;;;\nordinamento;Ordina.;uno;due;;;;;\ntesto;Dove?;qui;là;;;1/3;;\n"
)
_QTI = (
    '<assessmentItem identifier="i1" title="T"><responseDeclaration identifier="R" cardinality="multiple" '
    'baseType="identifier"><correctResponse><value>A</value><value>B</value></correctResponse><mapping>'
    '<mapEntry mapKey="A" mappedValue="1"/><mapEntry mapKey="B" mappedValue="0.5"/></mapping></responseDeclaration>'
    '<itemBody><p>Chi <b>è</b>?</p><choiceInteraction responseIdentifier="R" maxChoices="2"><prompt>P</prompt>'
    '<simpleChoice identifier="A">io<feedbackInline identifier="A">sì</feedbackInline></simpleChoice>'
    '<simpleChoice identifier="B">tu</simpleChoice><simpleChoice identifier="C">x</simpleChoice></choiceInteraction>'
    '</itemBody><modalFeedback identifier="correct">Bene</modalFeedback></assessmentItem>'
)
_CANVAS = document(
    question("multiple_choice", text("Chi?") + response(a="io", b="tu"), tells(equal("a"), "f") + earns(equal("b")),
             feedback("f", "no")),
    question("numerical", text("Quanto?"), earns("<vargte>41.5</vargte><varlte>42.5</varlte>")),
    question("matching", text("Abbina.") + response("p", "a", x="b", y="c"), earns(equal("x", "p"))),
    question("multiple_dropdowns", text("È [b].") + response("response_b", "b", x="s"), earns(equal("x"))),
).decode()  # fmt: skip
_BANKS = [each.read_bytes() for each in sorted((Path(__file__).parent / "data" / "valid").glob("*.yaml"))]
_NOTEBOOK = (
    "#,Question,Option A,Option B,Option C,Correct Answer,Rationale,Hint\n"
    '1,"Chi, lui?",io,tu,noi,B. tu,Perché,Pensa\n2,Dove?,qui,là,,A,,\n'
)
_MANIFEST = "<manifest><resources><resource type='imsqti_item_xmlv2p1' href='1.xml'/></resources></manifest>"
_PACKAGE = package({
    "imsmanifest.xml": _MANIFEST,
    "1.xml": _QTI, "media/a.png": PNG,
})  # fmt: skip
_SEEDS = {
    "bank": _BANKS,
    "qti": [_QTI, _PACKAGE],
    "canvas": [_CANVAS, package({"imsmanifest.xml": CANVAS, "q/q.xml": _CANVAS})],
    "xlsx": [workbook("x", [line.split(";") for line in _CSV.splitlines()])],
    "kahoot": [kahoot(["Chi?", "io", "tu", "", "", "20", "2"], ["Quali?", "a", "b", "c", "", "", "1,3"])],
    "notebooklm": [_NOTEBOOK],
    "csv": [_CSV],
    "moodle-xml": [_MOODLE],
    "gift": [_GIFT],
    "aiken": ["Chi?\nA. io\nB) tu\nANSWER: B\n\nDove?\nA. qui\nB. là\nC. là giù\nANSWER: A\n"],
}
_ODD = [
    "\0",
    "\ufeff",
    "{",
    "}",
    "{{",
    "=",
    "~",
    "%",
    "#",
    "####",
    "->",
    "..",
    "\\",
    "\n\n",
    "ANSWER:",
    "Z.",
    "<b",
    "&#0;",
    "\ud7ff",
    "\U0001d54f",
    "99999999999999999999",
]
_EACH = 2000
_TAG = re.compile(r"(<[^>]*>)")


def seeds(name):
    """Sound files to damage, as bytes."""
    return [each if isinstance(each, bytes) else each.encode() for each in _SEEDS[name]]


@lru_cache
def _inside_of(data):
    """The files of an archive; none where it was damaged before."""
    try:
        return unpacked(data)
    except (BadZipFile, ValueError, NotImplementedError, EOFError, OSError, zlib.error, struct.error, RuntimeError):
        return {}


def damaged(data, chance):
    """The bytes with a piece cut out, doubled, changed or put in; of an archive mostly those of a file in it.

    XML mostly stays XML, or no reader would see more than its first fault.
    """
    files = _inside_of(data) if data[:2] == b"PK" and chance.random() < 0.8 else {}
    if files:
        name = chance.choice(sorted(files))
        return package(files | {name: damaged(files[name], chance)}, pressed=False)
    return (_misled if data[:1] == b"<" and chance.random() < 0.7 else _damaged)(data, chance)


def _misled(data, chance):
    """XML whose elements are gone or doubled, and whose texts and values say something else."""
    found = _TAG.split(data.decode(errors="replace"))
    for _each in range(chance.randint(1, 4)):
        place = chance.randrange(len(found))
        if place % 2 == 0:
            found[place] = chance.choice(["", found[place] * 2, found[place][: len(found[place]) // 2], _odd(chance)])
        elif "=" in found[place] and not found[place].startswith(("<?", "<!")):
            kept = re.split(r"(\s[\w:-]+=(?:\"[^\"]*\"|'[^']*'))", found[place])
            spot = chance.randrange(1, max(2, len(kept)), 2) if len(kept) > 1 else 0
            name = kept[spot].partition("=")[0]
            kept[spot] = chance.choice(["", f'{name}="{_odd(chance)}"', f'{name}x="1"']) if spot else kept[spot]
            found[place] = "".join(kept)
        elif place + 2 < len(found) and found[place + 2].startswith("</") and found[place][:2] != "</":
            found[place : place + 3] = chance.choice(
                [["", "", ""], ["".join(found[place : place + 3]) * 2, "", ""], [found[place], "", found[place + 2]]]
            )
    return "".join(found).encode("utf-8", "surrogatepass")


def _odd(chance):
    sign = chance.choice([each for each in _ODD if each != "\0"])
    return escape(f"{chance.choice(['', '1', 'x '])}{sign}", {'"': "&quot;"})


def _damaged(data, chance):
    found = bytearray(data)
    for _each in range(chance.randint(1, 6)):
        place = chance.randrange(len(found) + 1)
        act = chance.randrange(4)
        if act == 0:
            del found[place : place + chance.randint(1, 30)]
        elif act == 1:
            found[place:place] = found[place : place + chance.randint(1, 40)]
        elif act == 2 and found:
            found[min(place, len(found) - 1)] = chance.randrange(256)
        else:
            found[place:place] = chance.choice(_ODD).encode("utf-8", "surrogatepass")
    return bytes(found)


def wrong_in(found, name):
    """What does not hold of a result, whatever was read; None of a good one. Items of a bank have ids of their own."""
    if not (found.items or found.problems):
        return "neither items nor problems"
    if not all(problem.problem.say(language) for problem in found.problems for language in ("it", "en")):
        return "a problem without words"
    if name == "bank":
        return None
    counted = {int(item.id[1:]) for item in found.items}
    refused = {one.index for one in found.problems if one.severity == "error" and one.index}
    if counted & refused or counted | refused != set(range(1, max(counted | refused, default=0) + 1)):
        return "a question neither taken nor refused, or both"
    return None


@pytest.mark.parametrize("name", [name for name in READ_FROM if name in _SEEDS])
def test_a_damaged_file_gives_items_and_problems(name):
    chance = random.Random(name)  # noqa: S311 - the same damage on every run
    sound = seeds(name)
    for each in range(_EACH):
        data = damaged(chance.choice(sound), chance)
        found = read(data, name)
        assert wrong_in(found, name) is None
        if each % 5 == 0:
            format_of(data)


def test_every_format_that_is_read_is_damaged_here():
    assert set(_SEEDS) == set(READ_FROM) <= set(FORMATS)

"""Files with questions in which every text, name and mistake is hostile, and the pages that tell of them."""

import csv
import io
import json
import zipfile
from collections.abc import Iterator
from html import escape
from typing import Any

from tests.hostile import OUT, OWN
from tests.house import House, Page

_TEXT = f"{OUT} {OWN[6]} {OWN[7]}"
_XML = escape(_TEXT)
_ITEM = """<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="i{n}" title="{t}"
  adaptive="false" timeDependent="false"><responseDeclaration identifier="R" cardinality="single"
  baseType="identifier"><correctResponse><value>A</value></correctResponse></responseDeclaration><itemBody><p>{t}</p>
  <{kind} responseIdentifier="R" shuffle="false" maxChoices="1"><prompt>{t}</prompt>
  <simpleChoice identifier="A">a {t}</simpleChoice><simpleChoice identifier="B">b {t}</simpleChoice></{kind}></itemBody>
  <responseProcessing template="http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct"/>
</assessmentItem>"""
_MOODLE = """<question type="{kind}"><name><text>{t}</text></name><questiontext format="html"><text>{t}</text>
  </questiontext><generalfeedback format="html"><text>{t}</text></generalfeedback><single>true</single>
  <answer fraction="{share}" format="html"><text>a {t}</text><feedback><text>{t}</text></feedback></answer>
  <answer fraction="0" format="html"><text>b {t}</text></answer><tags><tag><text>{t}</text></tag></tags></question>"""


def _gift() -> str:
    text = "".join(f"\\{sign}" if sign in "~={}#:\\" else sign for sign in _TEXT)
    good = f"::{text}:: [html]{text} {{=a {text} ~b {text}#{text}}}\n\n"
    return good + f"::{text}:: {text} {{}}\n\n::{text}:: {text} {{=%{_TEXT[:20]}%a ~b}}\n"


def _bank() -> str:
    texts = ("title", "stem", "explanation", "author", "category", "holder", "idnumber")
    options = [{"text": f"{each} {_TEXT}", "fraction": each == "a", "feedback": _TEXT} for each in "ab"]
    good: dict[str, Any] = dict.fromkeys(texts, _TEXT) | {"id": "a", "type": "choice", "options": options}
    good |= {"tags": [_TEXT], "sources": [{"title": _TEXT, "date": "2024-01-01", "url": OWN[3]}]}
    items = [good, {**good, "id": "b", "text_format": "html"}, {**good, "id": _TEXT, "type": _TEXT, _TEXT: 1}]
    return json.dumps({"id": "it/x", "title": _TEXT, "lang": "it", "article": None, "facts": [], "items": items})


def _table() -> str:
    out = io.StringIO()
    rows = [
        ("codice", "domanda", "risposta 1", "risposta 2", "giusta", _TEXT),
        ("a", _TEXT, f"a {_TEXT}", "b", "A", "-"),
    ]
    csv.writer(out).writerows([*rows, (_TEXT, _TEXT, "a", "b", _TEXT, _TEXT)])
    return out.getvalue()


def _archive(*entries: tuple[str, str]) -> bytes:
    names = "".join(
        f'<resource identifier="r" type="imsqti_item_xmlv2p1" href="{escape(each)}"/>' for each, _ in entries
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        manifest = (
            f'<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"><resources>{names}</resources></manifest>'
        )
        for name, content in (("imsmanifest.xml", manifest), *entries):
            file.writestr(name, content)
    return out.getvalue()


def files() -> dict[str, str | bytes]:
    """Of each format one that is read with remarks, and some that are refused with a name of theirs."""
    good, odd = (_ITEM.format(n=n, t=_XML, kind=k) for n, k in ((1, "choiceInteraction"), (2, "drawingInteraction")))
    kinds = (("multichoice", 100), (_XML, 100), ("multichoice", _XML))
    moodle = "".join(_MOODLE.format(kind=kind, share=share, t=_XML) for kind, share in kinds)
    told = {"question": _TEXT, "hint": _TEXT}
    chosen = [{"text": f"{each} {_TEXT}", "isCorrect": each == "a", "rationale": _TEXT} for each in "ab"]
    return {
        "gift": _gift(),
        "moodle-xml": f"<quiz>{moodle}</quiz>",
        "bank": _bank(),
        "csv": _table(),
        "aiken": f"{_TEXT} Chi?\nA. a {_TEXT}\nB. b {_TEXT}\nANSWER: A\n\n{_TEXT}\nA. a\nB. b\nANSWER: {_TEXT}\n",
        "notebooklm": json.dumps({"quiz": [{**told, "answerOptions": chosen}, {**told, "answerOptions": []}]}),
        "qti": _archive((f"{OWN[0]}.xml".replace("/", ""), good), ("b.xml", odd), (f"{OWN[1]}.xml", "<a>")),
        "a name that leads out": _archive((f"../{OUT}", good)),
    }


def pages_of_imports(house: House) -> Iterator[Page]:
    """What each file says before and after it is brought in, and the bank and its questions then."""
    giulia = house.client("giulia")

    def seen(place: str, answer: Any) -> Page:
        return Page(place, "giulia", "it", answer.status_code, answer.headers, answer.text)

    for name, content in files().items():
        data = content if isinstance(content, bytes) else content.encode()
        sent = {"file": (io.BytesIO(data), f"{OUT}\r\n\u202e{name}"), "format": ""}
        answer = giulia.post("/imports", data=sent)
        if answer.status_code != 303:
            yield seen(f"/imports of {name}", answer)
            continue
        place = answer.headers["Location"]
        yield seen(f"{place} of {name}", giulia.get(place))
        bank = giulia.post(place, data={"into": "new", "title": _TEXT}).headers["Location"]
        yield seen(f"{bank} of {name}", page := giulia.get(bank))
        for link in sorted({each["href"] for each in seen(bank, page).soup.select('a[href^="/items/"]')}):
            yield seen(f"{link} of {name}", giulia.get(link))
    yield seen("/imports", giulia.get("/imports"))

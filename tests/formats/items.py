"""Items of every type for round trips: texts full of the signs that formats use for themselves."""

from fractions import Fraction

from hypothesis import strategies as st

from quizapp.core.html import clean
from quizapp.core.items import read_item
from quizapp.core.reading import Reader
from quizapp.core.types.entries import written

_SIGNS = ":#={}~\\%[]()<>&\"'«»*_/|;,.-!?$`@ \n\tàèéìòùñ€→0123456789abcXYZ"
_WRITTEN = "1 9/10 5/6 4/5 3/4 7/10 2/3 3/5 1/2 2/5 1/3 3/10 1/4 1/5 1/6 1/7 1/8 1/9"
GRADES = [Fraction(share) for share in _WRITTEN.split()]
_INLINE = st.sampled_from(["b", "em", "code", "sub"])


def texts(most=24):
    """A text of one word or more, no space at its ends."""
    drawn = st.text(
        st.one_of(st.sampled_from(_SIGNS), st.characters(codec="utf-8", categories=("L", "N", "S", "P"))), max_size=most
    )
    return drawn.map(str.strip).filter(lambda text: any(sign.isalnum() for sign in text))


@st.composite
def marked(draw, most=24):
    """The same as harmless HTML, as it is stored."""
    tag, inner = draw(_INLINE), draw(texts(most))
    escaped = inner.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\n", "<br>")
    return clean(f"{draw(st.sampled_from(['', 'Uno ']))}<{tag}>{escaped}</{tag}>")


def feedbacks(said):
    """Feedback or none."""
    return st.one_of(st.none(), said)


def _kept(data):
    return {key: value for key, value in data.items() if value is not None}


@st.composite
def extras(draw, said):
    """Hints, combined feedback, points and penalty."""
    hints = [
        {"text": text, "clear_wrong": draw(st.booleans()), "show_count": draw(st.booleans())}
        for text in draw(st.lists(said, max_size=2))
    ]
    combined = _kept({key: draw(feedbacks(said)) for key in ("correct", "partial", "incorrect")})
    found = {"points": draw(st.sampled_from([1, 2, "1/2"])), "penalty": draw(st.sampled_from([0, "1/3", "1/10", 1]))}
    return found | ({"hints": hints} if hints else {}) | ({"combined_feedback": combined} if combined else {})


@st.composite
def shared(draw, said, shares, least=2, most=5):
    """Entries with a text of their own, a share and perhaps a feedback."""
    found = draw(st.lists(said, min_size=least, max_size=most, unique_by=lambda text: "".join(text.lower().split())))
    return [
        _kept({"text": text, "fraction": written(draw(shares)), "feedback": draw(feedbacks(said))}) for text in found
    ]


@st.composite
def _choice(draw, said):
    options = draw(shared(said, st.sampled_from([Fraction(0), Fraction(1, 2), Fraction(-1, 4)])))
    options[draw(st.integers(0, len(options) - 1))]["fraction"] = 1
    return {"options": options}


@st.composite
def _multiple(draw, said):
    options = draw(shared(said, st.sampled_from([*GRADES, Fraction(0), Fraction(-1, 3)])))
    options[0]["fraction"] = "1/2"
    return {"options": options, "rule": "weights"}


@st.composite
def _true_false(draw, said):
    true = draw(st.booleans())
    shares = {"true": int(true), "false": int(not true)}
    return {
        "options": [
            _kept({"text": text, "fraction": share, "feedback": draw(feedbacks(said))})
            for text, share in shares.items()
        ]
    }


@st.composite
def _text(draw, said):
    answers = draw(shared(texts(), st.sampled_from(GRADES), 1, 4))
    for answer in answers:
        if "feedback" in answer:
            answer["feedback"] = draw(said)
    answers[0]["fraction"] = 1
    return {"answers": answers}


@st.composite
def _matching(draw, said):
    lefts = draw(st.lists(said.filter(lambda text: "->" not in text), min_size=2, max_size=4, unique=True))
    rights = draw(st.lists(texts(), min_size=len(lefts) + 1, max_size=len(lefts) + 2, unique_by=str.lower))
    pairs = [{"left": left, "right": right} for left, right in zip(lefts, rights, strict=False)]
    return {"pairs": pairs, "extra_rights": rights[len(lefts) :]}


@st.composite
def numbers(draw, said):
    """Numbers of their own, each with its tolerance, and perhaps anything else."""
    values = draw(st.lists(st.decimals(-999, 999, places=2), min_size=1, max_size=3, unique=True))
    found = [
        _kept({
            "value": f"{value:f}",
            "tolerance": draw(st.sampled_from([None, "0.01", "0.5"])),
            "fraction": written(draw(st.sampled_from(GRADES))),
            "feedback": draw(feedbacks(said)),
        })
        for value in values
    ]  # fmt: skip
    found[0]["fraction"] = 1
    if draw(st.booleans()):
        found.append(_kept({"value": None, "fraction": 0, "feedback": draw(said)}) | {"value": None})
    return found


@st.composite
def _number(draw, said):
    return {"numbers": draw(numbers(said))}


@st.composite
def _ordering(draw, said):
    steps = draw(st.lists(said, min_size=2, max_size=5, unique_by=lambda text: "".join(text.lower().split())))
    return {"order": [{"text": text} for text in steps]}


@st.composite
def _gap(draw, said):
    kind = draw(st.sampled_from(["choice", "text", "number"]))
    body = draw({"choice": _choice, "text": _text, "number": _number}[kind](said))
    return {"type": kind, "weight": draw(st.integers(1, 3)), **body}


@st.composite
def _cloze(draw, said):
    return {"gaps": draw(st.lists(_gap(said), min_size=1, max_size=3))}


_BODIES = {
    "ordering": _ordering, "cloze": _cloze,
    "choice": _choice, "multiple": _multiple, "true_false": _true_false, "text": _text, "number": _number,
    "matching": _matching,
}  # fmt: skip


@st.composite
def items(draw, kinds, *, titled=True, rich=False):
    """An item of one of the types, plain or in HTML, with what most formats carry."""
    kind = draw(st.sampled_from(kinds))
    html = draw(st.booleans())
    said = marked() if html else texts()
    data = {
        "id": "q1", "type": kind, "lang": "it", "stem": draw(said).replace("[[", "(("),
        "explanation": draw(feedbacks(said)),
        **draw(_BODIES[kind](said)),
    }  # fmt: skip
    if kind == "cloze":
        data["stem"] += "".join(f" e [[{number}]]" for number in range(1, len(data["gaps"]) + 1))
    if html:
        data["text_format"] = "html"
    if titled:
        data["title"] = draw(st.one_of(st.none(), texts().map(lambda text: " ".join(text.split()))))
        data["idnumber"] = draw(st.one_of(st.none(), texts(12).map(lambda text: " ".join(text.split()))))
        data["tags"] = draw(st.lists(texts(10).map(lambda text: " ".join(text.split())), max_size=2, unique=True))
    if rich:
        data |= draw(extras(said))
    reader = Reader(_kept(data))
    item = read_item(reader, "it")
    assert reader.problems == []
    return item

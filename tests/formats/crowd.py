"""Many items at once, drawn fast, for round trips by the thousand: `items` draws fewer and shrinks what fails."""

import random
from fractions import Fraction

from quizapp.core.html import clean
from quizapp.core.items import dump_item, read_item
from quizapp.core.reading import Reader
from quizapp.core.types.entries import written
from quizapp.formats.registry import read, writer_of
from tests.formats.items import _SIGNS, GRADES

_FURTHER = "ßçœ’“”–…«»中文тест𝕏🙂"
READ_AS = {"qti21": "qti", "qti30": "qti"}
TYPES = {
    "bank": ("choice", "multiple", "true_false", "text", "number", "matching", "ordering", "cloze"),
    "gift": ("choice", "multiple", "true_false", "text", "number", "matching"),
    "moodle-xml": ("choice", "multiple", "true_false", "text", "number", "matching", "ordering", "cloze"),
    "csv": ("choice", "multiple", "true_false", "text", "number", "matching", "ordering"),
    "xlsx": ("choice", "multiple", "true_false", "text", "number", "matching", "ordering"),
    "qti21": ("choice", "multiple", "true_false", "text", "number", "matching", "ordering", "cloze"),
    "qti30": ("choice", "multiple", "true_false", "text", "number", "matching", "ordering", "cloze"),
}
"""The types of each format that is written and read; Aiken carries too little of an item to be compared."""


class Crowd:
    """Draws items of these types from a seed."""

    def __init__(self, kinds, seed):
        self.chance = random.Random(seed)  # noqa: S311 - the same items on every run
        self.kinds = kinds
        self.html = False

    def text(self, most=24, *, line=False):
        """A text with a letter or a figure in it, no white space at its ends."""
        found = ""
        while not any(sign.isalnum() for sign in found):
            signs = self.chance.choices(_SIGNS + _FURTHER, k=self.chance.randint(1, most))
            found = "".join(signs).strip()
        return " ".join(found.split()) if line else found

    def said(self):
        """One of an item's texts in its format."""
        if not self.html:
            return self.text()
        inner = self.text().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\n", "<br>")
        return clean(f"{self.chance.choice(['', 'Uno '])}<b>{inner}</b>")

    def some(self, make, least, most, key=lambda text: "".join(text.lower().split())):
        """Texts that nobody takes for each other."""
        found = {}
        for _each in range(self.chance.randint(least, most)):
            found.setdefault(key(text := make()), text)
        while len(found) < least:
            found.setdefault(key(text := make()), text)
        return list(found.values())

    def told(self, entry):
        """An entry that has feedback, or not."""
        return entry | {"feedback": self.said()} if self.chance.random() < 0.3 else entry

    def body(self, kind):  # noqa: PLR0911 - one return a type
        """What a type owns."""
        chance = self.chance
        if kind in {"choice", "multiple"}:
            shares = [0, Fraction(1, 2), Fraction(-1, 4)] if kind == "choice" else [*GRADES, 0, Fraction(-1, 3)]
            options = [
                self.told({"text": text, "fraction": written(Fraction(chance.choice(shares)))})
                for text in self.some(self.said, 2, 5)
            ]
            options[chance.randrange(len(options))]["fraction"] = 1
            return {"options": options, **({"rule": "weights"} if kind == "multiple" else {})}
        if kind == "true_false":
            true = chance.random() < 0.5
            return {"options": [self.told({"text": "true", "fraction": int(true)}),
                                self.told({"text": "false", "fraction": int(not true)})]}  # fmt: skip
        if kind == "text":
            texts = self.some(lambda: self.text(line=True).replace("*", r"\*"), 1, 3)
            answers = [self.told({"text": text, "fraction": written(chance.choice(GRADES))}) for text in texts]
            answers[0]["fraction"] = 1
            return {"answers": answers}
        if kind == "number":
            values = self.some(lambda: f"{chance.randint(-99999, 99999) / 100:.2f}", 1, 3)
            numbers = [self.told({"value": value, "fraction": written(chance.choice(GRADES))}) for value in values]
            slack = [{"tolerance": chance.choice(["0.01", "0.5"])} if chance.random() < 0.5 else {} for _n in numbers]
            numbers[0]["fraction"] = 1
            return {"numbers": [number | each for number, each in zip(numbers, slack, strict=True)]}
        if kind == "matching":
            lefts, rights = self.some(self.said, 2, 4), self.some(lambda: self.text(line=True), 5, 5)
            pairs = [{"left": left, "right": right} for left, right in zip(lefts, rights, strict=False)]
            return {"pairs": pairs, "extra_rights": rights[len(lefts) : len(lefts) + 1]}
        if kind == "ordering":
            return {"order": [{"text": text} for text in self.some(self.said, 2, 5)]}
        kinds = [chance.choice(["choice", "text", "number"]) for _each in range(chance.randint(1, 3))]
        return {"gaps": [{"type": each, **self.body(each)} for each in kinds]}

    def item(self, number):
        """An item that calls itself by its number."""
        kind = self.chance.choice(self.kinds)
        self.html = self.chance.random() < 0.4
        data = {
            "id": f"q{number}",
            "type": kind,
            "lang": "it",
            "stem": self.said().replace("[[", "(("),
            **self.body(kind),
        }
        if kind == "cloze":
            data["stem"] += "".join(f" e [[{place}]]" for place in range(1, len(data["gaps"]) + 1))
        if self.chance.random() < 0.5:
            data |= {"title": self.text(line=True), "idnumber": self.text(12, line=True), "explanation": self.said()}
        reader = Reader(data | ({"text_format": "html"} if self.html else {}))
        item = read_item(reader, "it")
        assert reader.problems == []
        return item


def differing(name, count, seed):
    """How many of so many items were compared, and those that a format does not give back as they were written."""
    drawn = Crowd(TYPES[name], seed)
    items = [drawn.item(number) for number in range(1, count + 1)]
    refused = {each.index for each in writer_of(name)(items).problems if each.severity == "error"}
    kept = [item for number, item in enumerate(items, 1) if number not in refused]
    sent = writer_of(name)(kept)
    changed = {}
    for each in sent.problems:
        changed.setdefault(each.index, set()).add(each.element)
    again = read(sent.data, READ_AS.get(name, name)).items
    if len(again) != len(kept):
        return 0, [(len(kept), len(again))]
    compared, wrong = 0, []
    for number, (item, back) in enumerate(zip(kept, again, strict=True), 1):
        lost = changed.get(number, set())
        if any("." in str(element) or element in {"text_format", "stem"} for element in lost):
            continue
        compared += 1
        left = lost | {"id", "status", "lang"}
        mine, theirs = ({k: v for k, v in dump_item(x).items() if k not in left} for x in (item, back))
        if mine != theirs:
            wrong.append((mine, theirs))
    return compared, wrong

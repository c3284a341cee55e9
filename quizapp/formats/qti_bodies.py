"""How each type of item is asked in QTI: what is declared, what stands in the body, and how a response is marked."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from quizapp.core.items import Item, TextFormat
from quizapp.core.numbers import written_number
from quizapp.core.types import (
    ChoiceBody,
    ClassifyBody,
    ClozeBody,
    MatchingBody,
    MultipleBody,
    NumberBody,
    OrderingBody,
    TextBody,
    TrueFalseBody,
)
from quizapp.core.types.cloze import pieces
from quizapp.core.types.contract import Body
from quizapp.core.types.entries import Option
from quizapp.core.types.multiple import Rule
from quizapp.core.types.number import ToleranceKind
from quizapp.formats.markup import harmless
from quizapp.formats.qti_tags import Tags, content, decimal, run, signs, words

_TRUTHS = {"it": ("Vero", "Falso"), "en": ("True", "False"), "fr": ("Vrai", "Faux"), "es": ("Verdadero", "Falso")}
RESPONSE, SCORE, FEEDBACK = "RESPONSE", "SCORE", "FEEDBACK"


@dataclass(frozen=True, slots=True)
class Asked:
    """One interaction: its declaration, itself, how it sets its score, and feedback outside it by name."""

    declaration: str
    interaction: str
    marking: str
    feedback: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes the interactions of one item."""

    tag: Tags
    item: Item
    pictures: Mapping[str, str]

    def said(self, text: str) -> str:
        """One of the item's texts."""
        return content(self.item, self.harmless(text), self.pictures)

    def harmless(self, text: str) -> str:
        """A text without the markup that no item keeps."""
        return text if self.item.text_format is TextFormat.PLAIN else harmless(text)

    def declared(
        self, name: str, correct: Sequence[str], points: Mapping[str, Fraction] | None = None, *,
        cardinality: str = "single", base: str = "identifier", **bounds: object,
    ) -> str:  # fmt: skip
        """A response with its right values, and perhaps the points of each value."""
        tag = self.tag
        right = tag("correctResponse", *(tag("value", signs(value)) for value in correct)) if correct else ""
        entries = [tag("mapEntry", mapKey=key, mappedValue=decimal(share)) for key, share in (points or {}).items()]
        mapping = tag("mapping", *entries, defaultValue=0, **bounds) if entries else ""
        return tag("responseDeclaration", right + mapping, identifier=name, cardinality=cardinality, baseType=base)

    def score(self, inner: str, outcome: str = SCORE) -> str:
        """What a response earns."""
        return self.tag("setOutcomeValue", inner, identifier=outcome)

    def mapped(self, name: str, outcome: str = SCORE) -> str:
        """The points of what was chosen."""
        return self.score(self.tag("mapResponse", identifier=name), outcome)

    def number(self, share: Fraction) -> str:
        """A constant."""
        return self.tag("baseValue", decimal(share), baseType="float")

    def variable(self, name: str) -> str:
        """What a variable holds."""
        return self.tag("variable", identifier=name)

    def whole_or_nothing(self) -> str:
        """The full mark for the right response as a whole."""
        tag = self.tag
        test = tag("match", self.variable(RESPONSE), tag("correct", identifier=RESPONSE))
        right = tag("responseIf", test, self.score(self.number(Fraction(1))))
        return tag("responseCondition", right, tag("responseElse", self.score(self.number(Fraction(0)))))

    def add_feedback(self, *inner: str) -> str:
        """More feedback to be shown."""
        return self.tag("setOutcomeValue", self.tag("multiple", self.variable(FEEDBACK), *inner), identifier=FEEDBACK)

    def branches(self, found: Sequence[tuple[str | None, Fraction, str | None]], outcome: str) -> str:
        """Tests tried in order, each with its share and the name of its feedback; None is anything else."""
        tag, written = self.tag, []
        for place, (test, share, name) in enumerate(found):
            told = self.add_feedback(tag("baseValue", name, baseType="identifier")) if name else ""
            then = self.score(self.number(share), outcome) + told
            if test is not None:
                written.append(tag("responseElseIf" if place else "responseIf", test, then))
            else:
                written.append(tag("responseElse", then) if place else then)
        only = len(found) == 1 and found[0][0] is None  # nothing to test: everything earns it
        return written[0] if only else tag("responseCondition", *written)


def asked(writer: Writer) -> list[Asked]:
    """The interactions of an item, one for each gap of a cloze."""
    body = writer.item.body
    if isinstance(body, ClozeBody):
        return [_gap(writer, gap.body, number) for number, gap in enumerate(body.gaps, 1)]
    return [_BODIES[type(body)](writer, body)]


def stem(writer: Writer, gaps: Sequence[Asked]) -> str:
    """The text of the question, the gaps of a cloze where they are."""
    if not isinstance(writer.item.body, ClozeBody):
        return writer.said(writer.item.stem)

    def shown(part: str | int) -> str:
        if isinstance(part, str):
            return content(writer.item, part, writer.pictures)
        return gaps[part - 1].interaction if part <= len(gaps) else f"[[{part}]]"

    return "".join(map(shown, pieces(writer.harmless(writer.item.stem))))


def _options(writer: Writer, options: Sequence[Option], names: Sequence[str], texts: Sequence[str]) -> list[str]:
    tag = writer.tag
    return [
        tag(
            "simpleChoice",
            text,
            *_inline_feedback(writer, name, option.feedback),
            identifier=name,
            fixed="true" if option.pinned else None,
        )
        for name, option, text in zip(names, options, texts, strict=True)
    ]


def _inline_feedback(writer: Writer, name: str, feedback: str | None) -> Iterator[str]:
    if feedback:
        yield writer.tag(
            "feedbackInline", writer.said(feedback), outcomeIdentifier=FEEDBACK, identifier=name, showHide="show"
        )


def _names(options: Sequence[object]) -> list[str]:
    return [f"choice-{number}" for number in range(1, len(options) + 1)]


def _chosen(writer: Writer) -> str:
    """The chosen options show their feedback."""
    return writer.add_feedback(writer.variable(RESPONSE))


def _choice(writer: Writer, body: ChoiceBody) -> Asked:
    names = _names(body.options)
    points = {name: option.fraction for name, option in zip(names, body.options, strict=True)}
    best = [name for name, share in points.items() if share == 1] or [max(points, key=lambda name: points[name])]
    choices = _options(writer, body.options, names, [writer.said(option.text) for option in body.options])
    return Asked(
        writer.declared(RESPONSE, best[:1], points),
        writer.tag("choiceInteraction", *choices, responseIdentifier=RESPONSE, shuffle="true", maxChoices=1),
        writer.mapped(RESPONSE) + _chosen(writer),
    )


def _true_false(writer: Writer, body: TrueFalseBody) -> Asked:
    names = [option.text for option in body.options]
    shown = [words(text) for text in _TRUTHS.get(writer.item.lang, _TRUTHS["en"])]
    points = {option.text: option.fraction for option in body.options}
    choices = _options(writer, body.options, names, shown)
    return Asked(
        writer.declared(RESPONSE, [name for name in names if points[name] == 1], points),
        writer.tag(
            "choiceInteraction", *choices,
            class_="true-false", responseIdentifier=RESPONSE, shuffle="false", maxChoices=1,
        ),
        writer.mapped(RESPONSE) + _chosen(writer),
    )  # fmt: skip


def _multiple(writer: Writer, body: MultipleBody) -> Asked:
    names = _names(body.options)
    shares, base = _points(body)
    keys = [name for name, option in zip(names, body.options, strict=True) if option.is_key]
    bounds: dict[str, Any] = {} if base else {"lowerBound": 0, "upperBound": 1}
    choices = _options(writer, body.options, names, [writer.said(option.text) for option in body.options])
    earned = writer.tag("mapResponse", identifier=RESPONSE)
    marking = writer.score(writer.tag("sum", writer.number(base), earned) if base else earned)
    whole = body.rule is Rule.ALL_OR_NOTHING
    return Asked(
        writer.declared(
            RESPONSE, keys, dict(zip(names, shares, strict=True)) if not whole else {}, cardinality="multiple", **bounds
        ),
        writer.tag(
            "choiceInteraction", *choices,
            class_=f"rule-{body.rule.value}", responseIdentifier=RESPONSE, shuffle="true", maxChoices=0,
        ),
        (writer.whole_or_nothing() if whole else marking) + _chosen(writer),
    )  # fmt: skip


def _points(body: MultipleBody) -> tuple[list[Fraction], Fraction]:
    """What each option adds under the rule (formula 7), and what nothing chosen earns."""
    keys, count = sum(option.is_key for option in body.options) or 1, len(body.options)
    if body.rule is Rule.WEIGHTS:
        return [option.fraction for option in body.options], Fraction(0)
    if body.rule is Rule.EACH_ANSWER:
        return [Fraction(1 if option.is_key else -1, count) for option in body.options], Fraction(count - keys, count)
    return [Fraction(1 if option.is_key else -1, keys) for option in body.options], Fraction(0)


def _text(writer: Writer, body: TextBody, name: str = RESPONSE, outcome: str = SCORE, told: str = "answer") -> Asked:
    found: list[tuple[str | None, Fraction, str | None]] = []
    feedback, correct = [], []
    for number, answer in enumerate(body.answers, 1):
        if is_wild(answer.text):
            continue
        label = f"{told}-{number}" if answer.feedback else None
        feedback += [(label, answer.feedback)] if label and answer.feedback else []
        typed = answer.text.replace(r"\*", "*")
        correct += [typed] if answer.fraction == 1 and answer.text != "*" else []
        value = writer.tag("baseValue", signs(typed), baseType="string")
        test = writer.tag(
            "stringMatch", writer.variable(name), value, caseSensitive=str(body.match.case).lower(), substring="false"
        )
        found.append((None if answer.text == "*" else test, answer.fraction, label))
        if answer.text == "*":
            break
    return Asked(
        writer.declared(name, correct[:1], base="string"),
        writer.tag("textEntryInteraction", responseIdentifier=name, expectedLength=20),
        writer.branches(found, outcome),
        tuple(feedback),
    )


def is_wild(text: str) -> bool:
    r"""Whether an answer holds a `*` for any text besides others, which QTI's comparisons lack."""
    return text != "*" and "*" in text.replace(r"\*", "")


def _number(
    writer: Writer, body: NumberBody, name: str = RESPONSE, outcome: str = SCORE, told: str = "answer"
) -> Asked:
    found: list[tuple[str | None, Fraction, str | None]] = []
    feedback = []
    for number, accepted in enumerate(body.numbers, 1):
        label = f"{told}-{number}" if accepted.feedback else None
        feedback += [(label, accepted.feedback)] if label and accepted.feedback else []
        if accepted.value is None:
            found.append((None, accepted.fraction, label))
            break
        relative = accepted.tolerance_kind is ToleranceKind.RELATIVE
        slack = accepted.tolerance * 100 if relative else accepted.tolerance
        mode = ("relative" if relative else "absolute") if accepted.tolerance else "exact"
        value = writer.tag("baseValue", _figures(accepted.value), baseType="float")
        test = writer.tag(
            "equal", writer.variable(name), value,
            toleranceMode=mode, tolerance=f"{_figures(slack)} {_figures(slack)}" if accepted.tolerance else None,
        )  # fmt: skip
        found.append((test, accepted.fraction, label))
    correct = [_figures(each.value) for each in body.numbers if each.value is not None and each.fraction == 1]
    unit = writer.tag("span", words(body.unit), class_="unit") if body.unit else ""
    return Asked(
        writer.declared(name, correct[:1], base="float"),
        writer.tag("textEntryInteraction", responseIdentifier=name, expectedLength=10) + (f" {unit}" if unit else ""),
        writer.branches(found, outcome),
        tuple(feedback),
    )


def _figures(value: Decimal) -> str:
    return str(written_number(value))


def _gap(writer: Writer, body: Body, number: int) -> Asked:
    name, outcome = f"{RESPONSE}_{number}", f"{SCORE}_{number}"
    if isinstance(body, TextBody):
        return _text(writer, body, name, outcome, f"gap-{number}")
    if isinstance(body, NumberBody):
        return _number(writer, body, name, outcome, f"gap-{number}")
    options = body.options if isinstance(body, ChoiceBody) else ()
    points = {label: option.fraction for label, option in zip(_names(options), options, strict=True)}
    offered = [
        writer.tag(
            "inlineChoice",
            run(writer.item, writer.harmless(option.text)),
            identifier=label,
            fixed="true" if option.pinned else None,
        )
        for label, option in zip(points, options, strict=True)
    ]
    return Asked(
        writer.declared(name, [label for label, share in points.items() if share == 1][:1], points),
        writer.tag("inlineChoiceInteraction", *offered, responseIdentifier=name, shuffle="true"),
        writer.mapped(name, outcome),
    )


def _sets(
    writer: Writer,
    lefts: Sequence[tuple[str, str]],
    rights: Sequence[tuple[str, str]],
    right_of: Sequence[str],
    kind: str,
) -> Asked:
    """Two columns, each left side with its right one worth the same share."""
    tag, each = writer.tag, Fraction(1, len(right_of) or 1)
    pairs = [f"{name} {right}" for (name, _text), right in zip(lefts, right_of, strict=True)]
    columns = [
        tag(
            "simpleMatchSet",
            *(tag("simpleAssociableChoice", text, identifier=name, matchMax=most) for name, text in side),
        )
        for side, most in ((lefts, 1), (rights, 0))
    ]
    return Asked(
        writer.declared(RESPONSE, pairs, dict.fromkeys(pairs, each), cardinality="multiple", base="directedPair"),
        tag("matchInteraction", *columns, class_=kind, responseIdentifier=RESPONSE, shuffle="true", maxAssociations=0),
        writer.mapped(RESPONSE),
    )


def _matching(writer: Writer, body: MatchingBody) -> Asked:
    texts = [right.text for right in body.rights]
    names = {text: f"right-{place}" for place, text in enumerate(sorted(texts), 1)}
    lefts = [(f"left-{number}", writer.said(pair.left)) for number, pair in enumerate(body.pairs, 1)]
    rights = [(names[text], words(text)) for text in texts]
    return _sets(writer, lefts, rights, [names[pair.right] for pair in body.pairs], "matching")


def _classify(writer: Writer, body: ClassifyBody) -> Asked:
    lefts = [(f"left-{number}", writer.said(each.text)) for number, each in enumerate(body.statements, 1)]
    rights = [(f"right-{number}", writer.said(each.text)) for number, each in enumerate(body.categories, 1)]
    return _sets(writer, lefts, rights, [f"right-{each.category + 1}" for each in body.statements], "classify")


def _ordering(writer: Writer, body: OrderingBody) -> Asked:
    shown = sorted(range(len(body.order)), key=lambda place: body.order[place].text)
    if shown == sorted(shown):
        shown.reverse()
    names = {place: f"choice-{number}" for number, place in enumerate(shown, 1)}
    steps = [
        writer.tag("simpleChoice", writer.said(body.order[place].text), identifier=names[place]) for place in shown
    ]
    return Asked(
        writer.declared(RESPONSE, [names[place] for place in sorted(names)], cardinality="ordered"),
        writer.tag("orderInteraction", *steps, responseIdentifier=RESPONSE, shuffle="true"),
        writer.whole_or_nothing(),
    )


_BODIES: dict[type[Any], Callable[..., Asked]] = {
    ChoiceBody: _choice,
    TrueFalseBody: _true_false,
    MultipleBody: _multiple,
    TextBody: _text,
    NumberBody: _number,
    MatchingBody: _matching,
    ClassifyBody: _classify,
    OrderingBody: _ordering,
}

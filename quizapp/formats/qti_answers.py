"""The interactions of QTI as the bodies of our types: what is on offer, what is right, and for which share."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any

from quizapp.core.html import plain
from quizapp.core.numbers import written_number
from quizapp.core.types.entries import written
from quizapp.formats.cloze_codes import number_of
from quizapp.formats.qti_nodes import SEEN, Declared, Reading, attribute, kind_of, within
from quizapp.formats.qti_rules import Branch, branches, unread_score
from quizapp.formats.xmltree import Node

Made = dict[str, Any] | None
INLINE = {"textentryinteraction", "inlinechoiceinteraction"}
_CASED = {"match": {"case": True, "accents": True, "punctuation": False, "spaces": False}}
_NUMERIC = {"integer", "float"}


def body_of(reading: Reading, found: Sequence[Node]) -> Made:
    """The type and what it owns, from the interactions of an item; None where it is refused."""
    kind = kind_of(found[0])
    if kind in INLINE:
        return inline(reading, found)
    return _BLOCKS[kind](reading, found[0])


def _feedback_of(reading: Reading, node: Node) -> str | None:
    """The feedback inside an option, or the modal one of the same name."""
    inside = next(within(node, "feedbackinline", "feedbackblock"), None)
    if inside is not None:
        return reading.text(inside) or None
    return reading.told_by(attribute(node, "identifier"))


def offered(reading: Reading, interaction: Node, kind: str) -> list[dict[str, Any]]:
    """The entries of an interaction by their names."""
    return [
        {
            "name": attribute(each, "identifier"),
            "text": reading.text(each),
            "feedback": _feedback_of(reading, each),
            "pinned": attribute(each, "fixed").lower() == "true" or None,
        }
        for each in within(interaction, kind)
    ]


def _without(entries: Sequence[dict[str, Any]], *names: str) -> list[dict[str, Any]]:
    return [{key: value for key, value in each.items() if key not in names and value is not None} for each in entries]


def _keyed(reading: Reading, declared: Declared, options: Sequence[dict[str, Any]]) -> bool:
    """Whether the right answers are declared and on offer; otherwise the item is refused."""
    if not declared.correct and not declared.mapping:
        reading.say("qti-no-key")
        return False
    missing = next((key for key in declared.correct if key not in {each["name"] for each in options}), None)
    if missing is not None:
        reading.say("qti-key", value=missing[:SEEN])
        return False
    return True


def _choice(reading: Reading, interaction: Node) -> Made:
    declared, options = reading.of(interaction), offered(reading, interaction, "simplechoice")
    if not _keyed(reading, declared, options):
        return None
    several = declared.cardinality == "multiple" and attribute(interaction, "maxChoices") != "1"
    mark = attribute(interaction, "class") if reading.ours else ""
    usual = "weights" if declared.mapping else "all-or-nothing"
    rule = mark.removeprefix("rule-") if mark.startswith("rule-") else usual
    weighed = declared.mapping and (rule == "weights" or not several)
    shares = _shares(options, declared, several=several, exact=reading.ours) if weighed else None
    for option in options:
        right = int(option["name"] in declared.correct)
        option["fraction"] = written(shares[option["name"]]) if shares else right
    kept = _without(options, "name")
    if mark == "true-false":
        return {"type": "true_false", "options": [each | {"text": name} for name, each in _named(options).items()]}
    return {"type": "multiple", "options": kept, "rule": rule} if several else {"type": "choice", "options": kept}


def _named(options: Sequence[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {each["name"]: kept for each, kept in zip(options, _without(options, "name", "pinned"), strict=True)}


def _shares(
    options: Sequence[dict[str, Any]], declared: Declared, *, several: bool, exact: bool
) -> dict[str, Fraction]:
    """The share of each option: its points, as a share of the most that can be had."""
    points = [max(value, Fraction(0)) for value in declared.mapping.values()]
    most = (sum(points, Fraction(0)) if several else max(points, default=Fraction(0))) or Fraction(1)
    scale = Fraction(1) if exact else most
    found = {each["name"]: declared.mapping.get(each["name"], declared.otherwise) / scale for each in options}
    return {name: min(Fraction(1), max(Fraction(-1), share)) for name, share in found.items()}


def inline(reading: Reading, found: Sequence[Node]) -> Made:
    """A word to type where it stands alone; gaps where there are several, or words to choose."""
    gaps = []
    for node in found:
        made = typed(reading, node) if kind_of(node) == "textentryinteraction" else _choosable(reading, node)
        if made is None:
            return None
        gaps.append(made)
    if len(gaps) == 1 and gaps[0]["type"] != "choice" and not reading.gapped:
        return gaps[0]
    return {"type": "cloze", "gaps": gaps}


def _choosable(reading: Reading, node: Node) -> Made:
    declared, options = reading.of(node), offered(reading, node, "inlinechoice")
    if not _keyed(reading, declared, options):
        return None
    shares = _shares(options, declared, several=False, exact=reading.ours) if declared.mapping else None
    for option in options:
        right = int(option["name"] in declared.correct)
        option["fraction"] = written(shares[option["name"]]) if shares else right
    return {"type": "choice", "options": _without(options, "name", *(() if reading.ours else ("pinned",)))}


def typed(reading: Reading, node: Node) -> Made:
    """A word or a number to type: by conditions where these say it, else by the right answer and the points."""
    declared = reading.of(node)
    unread = unread_score(reading.node)
    if unread is not None:
        reading.say("qti-number", value=unread.strip()[:SEEN])
        return None
    conditions = branches(reading.node, attribute(node, "responseIdentifier"))
    if reading.ours or not (declared.correct or declared.mapping) or any(each.tolerance != 0 for each in conditions):
        found = conditions
    else:
        found = _by_mapping(declared)
    if not any(each.value is not None for each in found):
        reading.say("qti-no-key")
        return None
    most = max((each.share for each in found), default=Fraction(0))
    scale = Fraction(1) if reading.ours or most <= 0 else most
    if declared.base_type in _NUMERIC:
        return _numbers(reading, found, scale, _unit(reading))
    answers = [
        {
            "text": "*" if each.value is None else each.value.replace("*", r"\*"),
            "fraction": written(_bounded(each.share / scale)),
            "feedback": reading.told_by(each.feedback or ""),
        }
        for each in found
    ]
    cased = any(each.cased for each in conditions if each.value) if reading.ours else _differ_by_case(found)
    return {"type": "text", "answers": _without(answers), **(_CASED if cased else {})}


def _differ_by_case(found: Sequence[Branch]) -> bool:
    values = [each.value for each in found if each.value is not None]
    return len(set(map(str.casefold, values))) < len(values)


def _by_mapping(declared: Declared) -> list[Branch]:
    shares = dict(declared.mapping)
    most = max(shares.values(), default=Fraction(0)) or Fraction(1)
    for key in declared.correct:
        shares.setdefault(key, most)
    return [Branch(key, share, None) for key, share in shares.items()]


def _bounded(share: Fraction) -> Fraction:
    return min(Fraction(1), max(Fraction(-1), share))


def _unit(reading: Reading) -> str | None:
    spans = [each for each in within(reading.node, "span") if attribute(each, "class") == "unit"]
    return spans[0].text if reading.ours and spans else None


def _numbers(reading: Reading, found: Sequence[Branch], scale: Fraction, unit: str | None) -> Made:
    numbers = []
    for each in found:
        entry: dict[str, Any] = {"value": None, "fraction": written(_bounded(each.share / scale))}
        feedback = reading.told_by(each.feedback or "")
        if each.value is not None:
            number, slack = number_of(each.value), each.tolerance
            if number is None or ":" in each.value or slack is None:
                reading.say("qti-number", value=(each.slack or each.mode if slack is None else each.value)[:SEEN])
                return None
            if each.lopsided:
                reading.gathering.warn("qti-tolerance", line=reading.node.line, element="tolerance", value=each.slack)
            entry["value"] = written_number(number[0])
            if slack:
                entry |= {"tolerance": written_number(abs(slack)), "tolerance_kind": each.mode}
        numbers.append(entry | ({"feedback": feedback} if feedback else {}))
    return {"type": "number", "numbers": numbers} | ({"unit": unit} if unit else {})


def _order(reading: Reading, interaction: Node) -> Made:
    declared, steps = reading.of(interaction), offered(reading, interaction, "simplechoice")
    named = {each["name"]: each for each in steps}
    if not declared.correct:
        reading.say("qti-no-key")
        return None
    missing = next((key for key in declared.correct if key not in named), None)
    if missing is not None or len(declared.correct) < len(steps):
        reading.say("qti-key", value=(missing or "…")[:SEEN])
        return None
    return {"type": "ordering", "order": _without([named[key] for key in declared.correct], "name", "pinned")}


def _match(reading: Reading, interaction: Node) -> Made:
    sets = list(within(interaction, "simplematchset"))
    if len(sets) != 2:
        reading.say("qti-key", value="simpleMatchSet")
        return None
    lefts, rights = (offered(reading, each, "simpleassociablechoice") for each in sets)
    declared = reading.of(interaction)
    if reading.ours and attribute(interaction, "class") == "classify":
        return _classified(reading, declared, lefts, rights)
    words = _right_texts(reading, sets[1])
    return _pairs(reading, declared, lefts, [each | {"text": words[each["name"]]} for each in rights])


def _right_texts(reading: Reading, node: Node) -> dict[str, str]:
    """Right sides have no markup."""
    found = {}
    for each in within(node, "simpleassociablechoice"):
        lines = "".join(
            part if isinstance(part, str) else "\n" if kind_of(part) == "br" else part.text for part in each.children
        )
        found[attribute(each, "identifier")] = lines.strip() if reading.ours else plain(reading.text(each))
    return found


def _classified(
    reading: Reading, declared: Declared, lefts: Sequence[dict[str, Any]], rights: Sequence[dict[str, Any]]
) -> Made:
    places = {each["name"]: place for place, each in enumerate(rights)}
    homes = dict(said.split(" ", 1) for said in declared.correct if " " in said)
    statements = []
    for each in lefts:
        place = places.get(homes.get(each["name"], ""))
        if place is None:
            reading.say("qti-key", value=each["name"][:SEEN])
            return None
        statements.append({"text": each["text"], "category": place})
    return {"type": "classify", "categories": [{"text": each["text"]} for each in rights], "statements": statements}


def _associate(reading: Reading, interaction: Node) -> Made:
    entries = offered(reading, interaction, "simpleassociablechoice")
    firsts = {pair.split(" ")[0] for pair in _right_pairs(reading.of(interaction))}
    lefts = [each for each in entries if each["name"] in firsts]
    rights = [each | {"text": plain(each["text"])} for each in entries if each["name"] not in firsts]
    return _pairs(reading, reading.of(interaction), lefts, rights)


def _right_pairs(declared: Declared) -> list[str]:
    return declared.correct or [key for key, value in declared.mapping.items() if value > 0]


def _pairs(
    reading: Reading, declared: Declared, lefts: Sequence[dict[str, Any]], rights: Sequence[dict[str, Any]]
) -> Made:
    """Pairs in the order of the left sides; right sides that belong to none are extra."""
    left, right = ({each["name"]: each for each in side} for side in (lefts, rights))
    pairs, used = {}, set()
    for said in _right_pairs(declared):
        one, _space, other = said.partition(" ")
        if one in right and other in left:
            one, other = other, one
        if one not in left or other not in right:
            reading.say("qti-key", value=said[:SEEN])
            return None
        pairs[one] = {"left": left[one]["text"], "right": right[other]["text"]}
        used.add(other)
    if not pairs:
        reading.say("qti-no-key")
        return None
    if len({declared.mapping.get(said, Fraction(0)) for said in _right_pairs(declared)}) > 1 or _costs(declared):
        reading.gathering.warn("qti-points", line=reading.node.line, element="mapping")
    extra = [each["text"] for each in rights if each["name"] not in used]
    return {"type": "matching", "pairs": [pairs[name] for name in left if name in pairs], "extra_rights": extra}


def _costs(declared: Declared) -> bool:
    """Whether a wrong pair takes points away."""
    return declared.otherwise < 0 or any(value < 0 for value in declared.mapping.values())


def _gap_match(reading: Reading, interaction: Node) -> Made:
    """Words to be put into the gaps of a text: gaps to choose from all of them."""
    words = offered(reading, interaction, "gaptext")
    declared = reading.of(interaction)
    right = {said.partition(" ")[2]: said.partition(" ")[0] for said in _right_pairs(declared)}
    gaps = []
    for gap in within(interaction, "gap"):
        key = right.get(attribute(gap, "identifier"))
        if key is None or key not in {each["name"] for each in words}:
            reading.say("qti-key" if key else "qti-no-key", value=(key or "")[:SEEN])
            return None
        options = [{"text": each["text"], "fraction": int(each["name"] == key)} for each in words]
        points = declared.mapping.get(f"{key} {attribute(gap, 'identifier')}", Fraction(0))
        weight = {"weight": written(points)} if points > 0 and points != 1 else {}
        gaps.append({"type": "choice", "options": options, **weight})
    if _costs(declared) or not _all_mapped(declared):
        reading.gathering.warn("qti-points", line=reading.node.line, element="mapping")
    return {"type": "cloze", "gaps": gaps}


def _all_mapped(declared: Declared) -> bool:
    """Whether every right pair has points, or none."""
    return not declared.mapping or all(said in declared.mapping for said in _right_pairs(declared))


_BLOCKS: dict[str, Callable[[Reading, Node], Made]] = {
    "choiceinteraction": _choice,
    "orderinteraction": _order,
    "matchinteraction": _match,
    "associateinteraction": _associate,
    "gapmatchinteraction": _gap_match,
}
INTERACTIONS = INLINE | set(_BLOCKS)
"""The interactions that can be asked here."""

"""Ways to spoil a sound item, each with the flaw that must then be found.

A way takes plain item data and gives it back spoilt, or None where it does not apply.
"""

import copy
import re

from quizapp.core.items import dump_item, read_item
from quizapp.core.reading import Reader
from quizapp.core.text import words

WORDS = {
    "it": {
        "day": "ieri",
        "he": "Egli ha firmato l’accordo nel 2024",
        "all": "Tutte le precedenti",
        "always": "sempre ",
        "loaded": "Il regime criminale",
        "and": " e",
        "article": ("il ", "il il "),
        "other": "Which of these parts of the agreement was signed by the two countries in the city of Vienna?",
        "verbless": "La città dell’accordo di Vienna del 2024?",
        "more": " con la città e il porto della regione vicina",
        "names": {"Russia": "Mosca", "Cina": "Pechino", "Stati Uniti": "Usa", "Corea del Nord": "Pyongyang"},
        "forecasts": {
            "potrebbero": "possono",
            "potrebbe": "ha potuto",
            "dovrebbero": "devono",
            "dovrebbe": "ha dovuto",
        },
    },
    "en": {
        "day": "yesterday",
        "he": "He has signed the agreement in 2024",
        "all": "All of the above",
        "always": "always ",
        "loaded": "The brutal regime",
        "and": " and",
        "article": ("the ", "the the "),
        "other": "Quale di queste parti dell’accordo è stata firmata dai due Paesi nella città di Vienna?",
        "verbless": "The city of the Vienna agreement of 2024?",
        "more": " with the town and the harbour of the region nearby",
        "names": {"Russia": "Moscow", "China": "Beijing", "United States": "the US", "North Korea": "Pyongyang"},
        "forecasts": {"is expected to": "has to", "are expected to": "have to", "could": "did", "might": "did"},
    },
}


def plain(item):
    return copy.deepcopy(dump_item(item, ids=True))


def read(data):
    item = read_item(Reader(data), data["lang"])
    assert item is not None
    return item


def _stem(data, text):
    return None if text is None or text == data["stem"] else {**data, "stem": text}


def _in_asked(data, change):
    """The stem changed within its final quotation, where it has one."""
    stem = data["stem"]
    match = re.search(r"[«“](?P<said>[^«»“”]+)[»”]$", stem)
    if match is None:
        return _stem(data, change(stem))
    return _stem(data, stem[: match.start("said")] + change(match["said"]) + stem[match.end("said") :])


def _before_end(text, more):
    match = re.search(r"[.?!]*$", text)
    return text[: match.start()] + more + text[match.start() :]


def _options(data, change):
    """The options changed by a function of their list, of a choice or multiple item alone."""
    if data["type"] not in {"choice", "multiple"}:
        return None
    options = change(copy.deepcopy(data["options"]))
    return None if options is None else {**data, "options": options}


def _key(options):
    return next(option for option in options if option["fraction"] == 1)


def _wrong(options):
    return next(option for option in options if option["fraction"] == 0)


def double_space(data):
    return _stem(data, data["stem"].replace(" ", "  ", 1))


def open_quotation(data):
    return _stem(data, data["stem"] + " «come")


def open_bracket(data):
    return _in_asked(data, lambda text: text.replace(" ", " (", 1))


def small_start(data):
    stem = data["stem"]
    return _stem(data, stem[:1].lower() + stem[1:])


def joined_end(data):
    return _in_asked(data, lambda text: _before_end(text, WORDS[data["lang"]]["and"]))


def article_twice(data):
    one, two = WORDS[data["lang"]]["article"]
    return _in_asked(data, lambda text: text.replace(f" {one}", f" {two}", 1))


def word_twice(data):
    return _in_asked(data, lambda text: re.sub(r"\b([a-zà-ÿ]{5,})\b", r"\1 \1", text, count=1))


def stop_twice(data):
    return _stem(data, data["stem"] + ".")


def without_verb(data):
    if data["type"] == "classify" or data["stem"].endswith(("»", "”")):
        return None
    return _stem(data, WORDS[data["lang"]]["verbless"])


def too_long(data):
    more = WORDS[data["lang"]]["more"] * 5
    return _in_asked(data, lambda text: _before_end(text, more))


def other_language(data):
    return _stem(data, WORDS[data["lang"]]["other"])


def yesterday(data):
    """A day that only the reader of that day knows, with the date that would tell it taken away."""
    if re.search(r"\b(?:articolo|article) (?:del|of) ", data["stem"]):
        return None
    bare = re.sub(r"\b\d{1,2}°? \w+ (?:19|20)\d\d", WORDS[data["lang"]]["day"], data["stem"])
    if bare == data["stem"]:
        bare = _before_end(data["stem"], f" {WORDS[data['lang']]['day']}")
    return _stem(data, bare)


def pronoun_start(data):
    if data["type"] != "true_false" and not re.search(r"[«“].*___", data["stem"]):
        return None
    return _in_asked(data, lambda text: f"{WORDS[data['lang']]['he']}: {text}")


def loaded(data):
    if data.get("kind") == "opinion":
        return None
    if re.search(r"[«“][^»”]*[»”]", data["stem"]):
        return None
    return _stem(data, f"{WORDS[data['lang']]['loaded']}: {data['stem']}")


def everything(data):
    def change(options):
        _wrong(options)["text"] = WORDS[data["lang"]]["all"]
        return options

    return _options(data, change)


def same_again(data):
    def change(options):
        _wrong(options)["text"] = _key(options)["text"].upper()
        return options

    return _options(data, change)


def other_name(data):
    """A wrong option that is the key under its other name."""

    def change(options):
        for name, other in WORDS[data["lang"]]["names"].items():
            if re.fullmatch(rf"(?:\w* |\w*[’'])?{name}", _key(options)["text"]):
                _wrong(options)["text"] = other
                return options
        return None

    return _options(data, change)


def long_key(data):
    def change(options):
        longest = max(len(option["text"]) for option in options)
        tail = {"it": " con tutte le altre parti", "en": " together with all the other parts"}[data["lang"]]
        key = _key(options)
        while len(key["text"]) <= max(13, 1.5 * longest):
            key["text"] += tail
        return options

    return _options(data, change) if data["type"] == "choice" else None


def stop_on_the_key(data):
    def change(options):
        if any(option["text"].endswith(".") for option in options) or len(options) < 3:
            return None
        _key(options)["text"] += "."
        return options

    return _options(data, change) if data["type"] == "choice" and not _about_kind(data) else None


def small_key(data):
    def change(options):
        if len(options) < 3 or not all(option["text"][:1].isupper() for option in options):
            return None
        key = _key(options)
        key["text"] = key["text"][:1].lower() + key["text"][1:]
        return options

    return _options(data, change) if data["type"] == "choice" and not _about_kind(data) else None


def _about_kind(data):
    return any("kind" in option for option in data["options"])


def key_told(data):
    if data["type"] == "choice" and not _about_kind(data):
        key = _key(data["options"])["text"]
    elif data["type"] == "text":
        key = next((each["text"] for each in data["answers"] if each["fraction"] == 1), "").strip("*")
    elif data["type"] == "number":
        key = str(data["numbers"][0]["value"])
    else:
        return None
    return _in_asked(data, lambda text: _before_end(text, f" ({key})")) if len(key) > 2 else None


def not_asked(data):
    if data["type"] not in {"choice", "multiple", "text"} or data["stem"].endswith(("»", "”")):
        return None
    if data["lang"] == "it":
        return _stem(
            data, re.sub(r"\b(è|ha|hanno|sono|prevede|spetta|avevano|sono|ha)\b", r"non \1", data["stem"], count=1)
        )
    return _stem(data, re.sub(r"\b(was|is|did|were|are|does|had)\b", r"\1 not", data["stem"], count=1))


def always(data):
    word = WORDS[data["lang"]]["always"]
    if data["type"] == "true_false":
        return _in_asked(data, lambda text: re.sub(r"(?<=\S )(?=\S)", word, text, count=1))

    def change(options):
        option = _wrong(options)
        option["text"] = re.sub(r"(?<=\S )(?=\S)", word, option["text"], count=1)
        return options if word in option["text"] else None

    return _options(data, change)


def moved_quote(data):
    if not data.get("evidence"):
        return None
    first = {**data["evidence"][0], "start": data["evidence"][0]["start"] + 1, "end": data["evidence"][0]["end"] + 1}
    return {**data, "evidence": [first, *data["evidence"][1:]]}


def changed_quote(data):
    if not data.get("evidence"):
        return None
    first = data["evidence"][0]
    return {**data, "evidence": [{**first, "quote": first["quote"].replace(" ", "_", 1)}, *data["evidence"][1:]]}


def other_figure(data):
    """A key with a figure that no sentence has."""
    if data["type"] == "choice":

        def change(options):
            key = _key(options)
            if not re.search(r"\d", key["text"]) or len(key["text"].split()) > 5:
                return None
            key["text"] = re.sub(r"\d[\d.,]*", "98765", key["text"], count=1)
            return options

        return _options(data, change)
    if data["type"] == "number":
        return {**data, "numbers": [{**data["numbers"][0], "value": 98765}, *data["numbers"][1:]]}
    if data["type"] == "true_false" and data["options"][0]["fraction"] == 1:
        return _in_asked(data, lambda text: re.sub(r"(?<![\d.,])\d{3}(?![\d.,])", "987", text, count=1))
    return None


def equal_number(data):
    if data["type"] != "number":
        return None
    key = data["numbers"][0]
    return {**data, "numbers": [key, {"id": "x", "value": key["value"], "fraction": 0, "feedback": "No."}]}


def unnamed_holder(data):
    """The claim without whoever makes it: their names go from the stem."""
    if data.get("kind") != "claim" or not data.get("holder") or data["type"] == "classify":
        return None
    if data["type"] == "choice" and any(_alike(each["text"], data["holder"]) for each in data["options"]):
        return None
    words = [word for word in re.findall(r"\w+", data["holder"]) if len(word) >= 3]
    stem = data["stem"]
    for word in words:
        stem = re.sub(rf"\b{word[:4]}\w*\b", "X", stem)
    return _stem(data, stem)


def _alike(one, other):
    return bool({word[:5] for word in words(one) if len(word) > 3} & {word[:5] for word in words(other)})


def certain(data):
    """A forecast told as a fact."""
    if data["type"] != "true_false" and "___" not in data["stem"]:
        return None
    for cue, fact in WORDS[data["lang"]]["forecasts"].items():
        if cue in data["stem"]:
            return _stem(data, data["stem"].replace(cue, fact, 1))
    return None


def denied(data):
    """A true statement turned round by a «non»."""
    if data["type"] != "true_false" or data["options"][0]["fraction"] != 1:
        return None
    if data["lang"] == "it":
        return _stem(data, re.sub(r"\b(ha|è|hanno|sono|prevede|scorre)\b", r"non \1", data["stem"], count=1))
    return _stem(data, re.sub(r"\b(has|is|have|was|were)\b", r"\1 not", data["stem"], count=1))


WAYS = (
    (double_space, "double-space"),
    (open_quotation, "unbalanced"),
    (open_bracket, "unbalanced"),
    (small_start, "lower-start"),
    (joined_end, "dangling-end"),
    (article_twice, "double-article"),
    (word_twice, "doubled-word"),
    (stop_twice, "double-stop"),
    (without_verb, "no-verb"),
    (too_long, "stem-too-long"),
    (other_language, "language-mismatch"),
    (yesterday, "relative-time"),
    (pronoun_start, "leans-on-context"),
    (loaded, "loaded-term"),
    (everything, "all-of-the-above"),
    (same_again, "options-doubled"),
    (other_name, "options-doubled"),
    (long_key, "longest-key"),
    (stop_on_the_key, "grammar-cue"),
    (small_key, "grammar-cue"),
    (key_told, "key-in-stem"),
    (not_asked, "negative-stem"),
    (always, "absolute-wording"),
    (moved_quote, "quote-mismatch"),
    (changed_quote, "quote-mismatch"),
    (other_figure, "key-unsupported"),
    (equal_number, "numeric-equal"),
    (unnamed_holder, "attribution-lost"),
    (certain, "modality-changed"),
    (denied, "negation-changed"),
)

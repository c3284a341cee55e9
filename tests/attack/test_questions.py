"""Hostile files with questions: each is refused in one sentence, or shown harmless before anything is brought in."""

# ruff: noqa: RUF001 - signs that look like others are what is tried

import pytest

from quizapp.formats import apart
from tests.attack import questions
from tests.attack.outcome import form_with, is_clear, rows, runs_in, sentence

TAKEN = {
    'qti': {
        '2: MathML and SVG',
        '2: a choice of 10^30',
        '2: a choice of minus one',
        '2: ten thousand attributes',
        '2: a style sheet from elsewhere',
        '2: an attribute of ten megabytes',
        '2: another file included',
        '2: direction turned around',
        '2: every way out',
        '2: ids that are doubled',
        '2: markup itself',
        '2: nested to the limit',
        "2: points of '١٢٣'",
        '3: MathML and SVG',
        '3: a choice of 10^30',
        '3: a choice of minus one',
        '3: ten thousand attributes',
        '3: a style sheet from elsewhere',
        '3: another file included',
        '3: direction turned around',
        '3: every way out',
        '3: ids that are doubled',
        '3: markup itself',
        '3: nested to the limit',
        'picture: SVG by another name',
        'picture: a name of markup',
        'picture: a page at once',
        'picture: a page behind it',
        'picture: data',
        'picture: from outside',
        'picture: from the web',
        'picture: of ten thousand million points',
        'zip: a name of sixty thousand signs',
        'zip: an item is missing',
    },
    'canvas': {
        "a number of '١٢٣'",
        'a picture from elsewhere',
        'escaped twice',
        'every way out',
        "points of ''",
        "points of '--1'",
        "points of '-1e400'",
        "points of '-5'",
        "points of '-Infinity'",
        "points of '0x1F'",
        "points of '1_000'",
        "points of '1e-400'",
        "points of '1e400'",
        "points of '1e999999999'",
        "points of '999999999999'",
        "points of 'INF'",
        "points of 'NaN'",
        "points of '١٢٣'",
        'three thousand options of one name',
    },
    'kahoot': {
        'a million rows declared',
        'a row beyond all',
        'a time without end',
        "every way out in Kahoot's rows",
        'macros and links of others',
    },
    'xlsx': {
        'a million rows declared',
        'a row beyond all',
        'macros and links of others',
    },
    'csv': {
        'UTF-16',
        'UTF-7',
        'a category of ninety thousand signs',
        "a cell that begins with '+'",
        "a cell that begins with '-'",
        "a cell that begins with '='",
        "a cell that begins with '@'",
        "a cell that begins with '\\t'",
        "a cell that begins with '\\u200b'",
        "a cell that begins with '−'",
        "a cell that begins with '＝'",
        'a language that is a path',
        'a number for people of ninety thousand signs',
        "a number of '١٢٣'",
        'a quotation mark that is never closed',
        'a tag of ninety thousand signs',
        'a title of ninety thousand signs',
        "a tolerance of ''",
        "a tolerance of '١٢٣'",
        'carriage returns alone',
        'direction turned around',
        'every way out',
        "points of ''",
        "points of '1/3333333333'",
        "points of '1_000'",
        "points of '١٢٣'",
        'ten thousand tags',
        'the same heading a thousand times',
        'twenty thousand columns',
        'two byte-order marks',
        "weight of ''",
    },
    'notebooklm': {
        'a million options',
        'every way out',
        'formulas',
    },
    'bank': {
        "a day of '0001-01-01'",
        "a day of '9999-12-31'",
        'a day of 0001-01-01, unquoted',
        'a day of 9999-12-31, unquoted',
        'a merge of keys',
        'an id that leads out',
        "points of '1_000'",
        "points of '١٢٣'",
        'the same key twice',
    },
}  # fmt: skip
"""What is read all the same: no reader follows what it asks for, or it is left out and said."""


@pytest.fixture(scope="module")
def made():
    """The files of each format."""
    found = {}
    for name, label, data in questions.files():
        found.setdefault(name, {})[label] = data
    return found


def sent(client, name, data):
    return client.post("/imports", **form_with("a.bin", data, format=name))


@pytest.mark.parametrize("name", ["qti", "canvas", "kahoot", "xlsx", "csv", "notebooklm", "bank", ""])
def test_a_hostile_file_is_refused_in_one_sentence_or_shown_harmless(giulia, session, caplog, made, name):
    before, taken, seen, kept, left = rows(session), set(), set(), 0, {}
    for label, data in made[name].items():
        reading = apart.read_apart(data, name or None)
        problems = [each.problem for each in reading.imported.problems]
        assert all(is_clear(each.say(language)) for each in problems for language in ("it", "en")), label
        taken |= {label} if reading.imported.items else set()
        left |= {} if reading.imported.items else {label: [each.code for each in problems]}
        alike = (
            bool(reading.imported.items),
            *sorted({each.code for each in problems}),
            label if "way" in label else "",
        )
        if alike in seen:
            continue
        seen.add(alike)
        answer = sent(giulia, name, data)
        assert answer.status_code in {303, 422}, label
        if answer.status_code == 303:
            kept += 1
            answer = giulia.get(answer.headers["Location"])
            assert answer.status_code == 200, label
        else:
            assert is_clear(sentence(answer.text)), (label, sentence(answer.text))
        assert runs_in(answer.text) == [], label
    assert taken == TAKEN.get(name, set()), left
    assert rows(session) == before | {"upload": min(kept, 10)}
    assert [each for each in caplog.records if each.levelname in {"ERROR", "CRITICAL"}] == []

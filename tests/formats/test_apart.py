"""A file that was sent is read by a process of its own, within limits; what it answers is checked anew."""

import json

import pytest

from quizapp.formats.apart import LIMITS, dumped, loaded, pieces, read_apart
from quizapp.formats.exchange import MOST_BYTES
from quizapp.formats.registry import read
from quizapp.intake.child import Limits

GIFT = "::T::[html]Qual <b>è</b>?{~Milano =Roma}\n\nScrivi un tema.{}\n"


def answers(text):
    """A child that says this, whatever it is given."""
    return ("-c", f"import sys; sys.stdout.write({text!r})")


def code(reading):
    (found,) = reading.imported.problems
    return found.problem.code


def told(imported):
    return [
        (each.index, each.line, each.severity, each.problem.say("it"), each.problem.say("en"))
        for each in imported.problems
    ]


def test_the_child_gives_what_the_reader_gives_with_messages_in_both_languages():
    reading, here = read_apart(GIFT.encode()), read(GIFT.encode(), "gift")
    assert reading.format == "gift"
    assert reading.imported.items == here.items
    assert told(reading.imported) == told(here)


def test_a_file_that_asks_for_too_much_ends_its_reader_alone():
    some = Limits(memory=LIMITS.memory, cpu=1, wall=20, output=1000)
    assert code(read_apart(b"", limits=some, program=answers("x" * 9000))) == "file-too-heavy"
    large = (GIFT + "\n" * 5_000_000).encode()  # more than a reader may have left over once its program is loaded
    assert code(read_apart(large, limits=Limits(memory=40_000_000, cpu=1, wall=20))) in {
        "file-too-heavy", "file-unreadable",
    }  # fmt: skip
    assert code(read_apart(b"x" * (MOST_BYTES + 1))) == "file-too-large"


def test_a_file_that_would_fill_the_memory_is_refused_as_too_heavy():
    assert code(read_apart(b"a" + b"\n" * (MOST_BYTES - 2), "gift")) == "file-too-heavy"


def test_the_answer_of_the_child_is_the_json_of_its_reading():
    reading = read_apart((GIFT + "\n" + GIFT).encode())
    assert (len(reading.imported.items), len(reading.imported.problems)) == (2, 2)
    assert json.loads("".join(pieces(reading))) == dumped(reading)
    assert json.loads("".join(pieces(read_apart(b"")))) == dumped(read_apart(b""))


@pytest.mark.parametrize(
    "said",
    ["", "niente", "[]", '{"items": []}', '{"items": [1], "problems": []}', '{"items": [], "problems": [{}]}',
     '{"items": [], "problems": [], "format": "pdf"}', '{"items": [{"type": "choice"}], "problems": []}'],
)  # fmt: skip
def test_an_answer_that_is_none_is_no_reading(said):
    try:
        assert loaded(json.loads(said)) is None
    except ValueError:
        assert code(read_apart(b"", program=answers(said))) == "file-unreadable"


def test_what_the_child_answers_is_made_harmless_and_its_braces_are_no_places():
    reading = read_apart(GIFT.encode())
    data = dumped(reading)
    data["items"][0] |= {"stem": "<script>1</script><b onclick='x'>Qual</b>", "explanation": "<img src='http://x'>"}
    data["problems"][0] |= {"it": "{0.__class__}", "en": "{x}"}
    again = loaded(json.loads(json.dumps(data)))
    (item,) = again.imported.items
    assert item.stem == "<b>Qual</b>"
    assert "http" not in item.explanation
    assert again.imported.problems[0].problem.say("it") == "{0.__class__}"


def test_a_picture_that_is_none_makes_the_whole_answer_worthless():
    data = dumped(read_apart(GIFT.encode()))
    data["items"][0]["files"] = [{"name": "a.png", "mime": "image/png", "alt": "x", "base64": "AAAA"}]
    assert loaded(data) is None

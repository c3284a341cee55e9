"""A sentence on what is wrong repeats what stands in the input as it is, and makes nothing of it."""

import pytest

from quizapp.core.problems import Problem
from quizapp.core.wording import Wording

SAID = Wording("«{found}» non va, per esempio {{x}}.", "“{found}” will not do, {{x}} for one.")


@pytest.mark.parametrize(
    "found", ["{found}", "{0}", "{found.__class__}", "{x!r:>99999}", "}{", "%s %(found)s", "{{x}}"]
)
def test_what_stands_in_braces_in_an_input_is_text(found):
    problem = Problem("bad", ("stem",), SAID, {"found": found})
    assert problem.say("it") == f"«{found}» non va, per esempio {{x}}."
    assert problem.under("items", 0).say("en") == f"“{found}” will not do, {{x}} for one."


def test_words_are_said_in_the_readers_language_and_a_long_text_is_cut():
    words = Problem("bad", (), SAID, {"found": Wording("la cosa", "the thing")})
    assert [words.say(lang).split(" ")[0] for lang in ("it", "en")] == ["«la", "“the"]
    assert Problem("bad", (), SAID, {"found": "a" * 201}).say("it").startswith("«" + "a" * 200 + "…»")

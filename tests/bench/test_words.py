"""The bench says every code of the engine in words."""

import inspect
import re

from quizapp.bench.wording import FAMILIES, FLAWS, REASONS
from quizapp.extraction import checks, doubts, eligibility
from quizapp.extraction.assembly import PRIOR
from quizapp.extraction.verifying.rules import CODES


def test_every_family_flaw_and_reason_of_the_engine_has_its_words():
    flaws = set(re.findall(r'^\s*\(?\s*"([a-z-]+)",', inspect.getsource(checks.flaws_of), re.MULTILINE))
    flaws |= set(re.findall(r'\("([a-z-]+)", ', inspect.getsource(checks.flaws_of)))
    weighed = set(re.findall(r'yield "([a-z-]+)", ', inspect.getsource(doubts)))
    assert len(flaws) > 15
    assert len(weighed) > 5
    assert weighed <= FLAWS.keys()
    assert set(CODES) <= FLAWS.keys()
    assert flaws <= FLAWS.keys()
    assert PRIOR.keys() <= FAMILIES.keys()
    reasons = set(re.findall(r'return "([a-z-]+)"|"([a-z]+-[a-z-]+)"', inspect.getsource(eligibility.reason_against)))
    assert {one or other for one, other in reasons} <= REASONS.keys()

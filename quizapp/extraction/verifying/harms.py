"""Is it fit for a class: nobody private beside a crime, an illness or a minor, no number of dead made up?"""

import re
from collections.abc import Iterator

from quizapp.core.text import words as told_words
from quizapp.core.types import ChoiceBody, MultipleBody, NumberBody, TrueFalseBody
from quizapp.extraction.lexicon import harms_told
from quizapp.extraction.people import full_names
from quizapp.extraction.verifying.logic import exchanged
from quizapp.extraction.verifying.looked import Looked

_COUNT = re.compile(r"\W*(?:circa |about |almeno |at least )?(?!(?:1[5-9]|20)\d\d\b|\d{1,2}°? [^\W\d])\d")
_TOUCHY = frozenset({"crime", "health", "minors"})


def harms(looked: Looked) -> Iterator[str]:
    """`harm` where somebody could be hurt by the question."""
    if looked.table is None or looked.cues is None:
        return
    touched = harms_told((*told_words(looked.evidence), *told_words(looked.stem)), looked.table)
    if (touched & _TOUCHY and (_asks_for_somebody(looked) or _made_false(looked))) or _invents_casualties(looked):
        yield "harm"


def _asks_for_somebody(looked: Looked) -> bool:
    """Persons on offer as options or as the answer, where no public office stands beside one."""
    texts = [*(text for text, _right in looked.options), *looked.keys]
    named = [name for text in texts for name in full_names(text)]
    return any(not _in_office(name, looked) for name in named)


def _in_office(name: str, looked: Looked) -> bool:
    table = looked.table
    matter = f"{looked.evidence} {looked.stem}"
    near = re.search(rf"(?P<before>(?:[\w'-]+,? ){{0,8}}){re.escape(name)}(?P<after>,? (?:[\w'-]+ ){{0,8}})", matter)
    said = f"{near['before']} {near['after']}".lower() if near else ""
    words = re.findall(r"[\w-]+", said)
    return table is not None and any(any(each.public for each in table.role_nouns.get(word, ())) for word in words)


def _made_false(looked: Looked) -> bool:
    """A false statement about somebody, which a reader might remember."""
    body = looked.item.body
    if not isinstance(body, TrueFalseBody) or body.statement_is_true:
        return False
    named = full_names(looked.asked)
    return any(not _in_office(name, looked) for name in named) or exchanged(looked.evidence, looked.asked) is not None


def _invents_casualties(looked: Looked) -> bool:
    """Numbers of dead, wounded or missing on offer beside the true one."""
    quoted = looked.asked != looked.stem
    if looked.cues is None or not looked.cues.casualties.search(looked.asked if quoted else looked.question):
        return False
    body = looked.item.body
    if isinstance(body, ChoiceBody | MultipleBody):
        return any(_COUNT.match(text) for text in looked.wrong)
    if isinstance(body, TrueFalseBody):
        return not body.statement_is_true and exchanged(looked.evidence, looked.asked) is not None
    return isinstance(body, NumberBody)

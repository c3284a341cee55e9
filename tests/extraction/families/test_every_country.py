"""Short answers over every country of the tables: the question agrees with «Paese», the name is accepted."""

import pytest

from quizapp.core.responses import Typed
from quizapp.extraction.agreement import with_article
from quizapp.extraction.families.subjects import is_state
from quizapp.extraction.lexicon import lexicon
from tests.extraction.families.make import drafts, items

REST = {
    "it": "\nMolti hanno votato una legge sui ponti nel 2023.\nIl fiume scorre piano.",
    "en": "\nMany people voted on a bill about bridges in 2023.\nThe river flows slowly.",
}
ACTIVE = {
    "it": "{name} ha chiuso il molo di levante alle navi da crociera.",
    "en": "{name} has closed the eastern pier to cruise ships.",
}
PASSIVE = "{name} è stat{end} ammess{end} nel consiglio dei porti del nord con tutti gli onori."


def asked(lang):
    return [each for each in lexicon(lang).countries.values() if is_state(each) and each.number == "s"]


def subject(country):
    text = with_article(country)
    return text[:1].upper() + text[1:]


@pytest.mark.parametrize("lang", ["it", "en"])
def test_every_country_is_asked_for_and_accepted_by_its_name(lang):
    missing = []
    for country in asked(lang):
        sentence = ACTIVE[lang].format(name=subject(country))
        found = items(sentence + REST[lang], "short-answer", lang)
        if len(found) != 1:
            missing.append(country.name)
            continue
        assert found[0].body.mark(Typed(country.name)) == 1
        assert country.name not in found[0].stem
    assert len(missing) <= 0.1 * len(asked(lang)), missing


def test_the_participle_agrees_with_paese_whatever_the_country():
    for country in asked("it"):
        end = "a" if country.gender == "f" else "o"
        for draft in drafts(PASSIVE.format(name=subject(country), end=end) + REST["it"], "short-answer"):
            assert draft.stem.endswith(
                "quale Paese è stato ammesso nel consiglio dei porti del nord con tutti gli onori?"
            ), country.name

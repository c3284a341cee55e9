"""Forms of English verbs against those of a grammar."""

import pytest

from quizapp.extraction.lexicon import lexicon

EN = lexicon("en")


@pytest.mark.parametrize(
    ("lemma", "third", "past", "participle", "gerund"),
    [
        ("say", "says", "said", "said", "saying"),
        ("announce", "announces", "announced", "announced", "announcing"),
        ("stop", "stops", "stopped", "stopped", "stopping"),
        ("admit", "admits", "admitted", "admitted", "admitting"),
        ("visit", "visits", "visited", "visited", "visiting"),
        ("open", "opens", "opened", "opened", "opening"),
        ("begin", "begins", "began", "begun", "beginning"),
        ("carry", "carries", "carried", "carried", "carrying"),
        ("deny", "denies", "denied", "denied", "denying"),
        ("obey", "obeys", "obeyed", "obeyed", "obeying"),
        ("agree", "agrees", "agreed", "agreed", "agreeing"),
        ("pass", "passes", "passed", "passed", "passing"),
        ("watch", "watches", "watched", "watched", "watching"),
        ("veto", "vetoes", "vetoed", "vetoed", "vetoing"),
        ("go", "goes", "went", "gone", "going"),
        ("rise", "rises", "rose", "risen", "rising"),
        ("raise", "raises", "raised", "raised", "raising"),
        ("win", "wins", "won", "won", "winning"),
        ("cut", "cuts", "cut", "cut", "cutting"),
        ("lead", "leads", "led", "led", "leading"),
        ("flee", "flees", "fled", "fled", "fleeing"),
        ("die", "dies", "died", "died", "dying"),
        ("lie", "lies", "lay", "lain", "lying"),
        ("travel", "travels", "travelled", "traveled", "travelling"),
        ("withdraw", "withdraws", "withdrew", "withdrawn", "withdrawing"),
        ("show", "shows", "showed", "shown", "showing"),
        ("fix", "fixes", "fixed", "fixed", "fixing"),
        ("panic", "panics", "panicked", "panicked", "panicking"),
        ("quit", "quits", "quit", "quit", "quitting"),
        ("be", "is", "was", "been", "being"),
        ("have", "has", "had", "had", "having"),
        ("do", "does", "did", "done", "doing"),
    ],
)
def test_the_forms_of_a_verb_are_read(lemma, third, past, participle, gerund):
    assert (lemma, "present", "s") in [(one.lemma, one.tense, one.number) for one in EN.finite_verbs[third]]
    assert (lemma, "past") in [(one.lemma, one.tense) for one in EN.finite_verbs[past]]
    assert lemma in [one.lemma for one in EN.participles[participle]]
    assert lemma in [one.lemma for one in EN.gerunds[gerund]]


@pytest.mark.parametrize(
    "form",
    ["stoped", "goed", "vetos", "openned", "visitted", "carryed", "dieing", "makeing", "fixxed", "showwed", "becomed"],
)
def test_what_learners_get_wrong_is_no_form(form):
    assert form not in EN.finite_verbs
    assert form not in EN.participles
    assert form not in EN.gerunds

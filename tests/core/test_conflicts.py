"""Two questions conflict where they stand on one fact, or where one shows what the other asks for."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.conflicts import COMMON, Clues, clues, conflicting, conflicts
from tests.build import SENTENCE, make_item

APART = {"evidence": [{"start": 50, "end": 60, "quote": "il minist…"}]}


def options(*texts, kinds=()):
    made = [{"text": text, "fraction": int(not place)} for place, text in enumerate(texts)]
    for option, kind in zip(made, kinds, strict=False):
        option["kind"] = kind
    return made


def item(stem, *texts, **changes):
    return make_item(stem=stem, options=options(*texts), **{**APART, **changes})


VIENNA = make_item(stem="Dove fu firmato?", options=options("Vienna", "Ginevra"))


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (item("Chi firmò a Vienna?", "Il ministro", "Il re"), True),
        (item("Chi firmò a VIENNA, nel 2024?", "Il ministro", "Il re"), True),
        (item("Chi firmò?", "Il ministro", "Il sindaco di Vienna"), True),
        (item("Chi firmò alla viennese?", "Il ministro", "Il re"), False),
        (item("Chi firmò a Ginevra?", "Il ministro", "Il re"), False),
        (item("Chi firmò?", "Il ministro", "Il re", evidence=[{"start": 0, "end": 46, "quote": SENTENCE}]), True),
        (item("Chi firmò?", "Il ministro", "Il re", facts=["f1"]), False),
    ],
)
def test_a_key_shown_or_a_fact_shared_is_a_conflict_in_both_directions(other, expected):
    one, two = clues(VIENNA, 1), clues(other, 1)
    assert conflicting(one, two) is conflicting(two, one) is expected


def test_the_facts_of_two_articles_are_never_the_same():
    mine, theirs = (clues(item(f"Domanda {n}?", f"Risposta {n}", "Altro", facts=["f1"]), n) for n in (1, 2))
    assert not conflicting(mine, theirs)
    assert conflicting(mine, clues(item("Domanda 3?", "Risposta 3", "Altro", facts=["f1"]), 1))


@pytest.mark.parametrize(
    "quiet",
    [
        item("Quante sedute?", "12", "30"),
        make_item(
            stem="Come lo presenta?",
            options=options("Dichiarazione", "Previsione", kinds=("claim", "forecast")),
            **APART,
        ),
        make_item(
            stem="Fu così.", type="true_false", options=[{"text": "true", "fraction": 1}, {"text": "false"}], **APART
        ),
    ],
    ids=["short", "kinds", "true_false"],
)
def test_short_answers_kinds_and_truth_give_nothing_away(quiet):
    loud = item("Dichiarazione, true, vero, 12: quale?", "Uno di questi", "Nessuno", facts=["altro"])
    assert not conflicting(clues(quiet, 1), clues(loud, 1))


def test_html_is_read_without_its_markup():
    marked = make_item(stem="Chi firmò a <b>Vi</b>enna?", text_format="html", options=options("A", "B"), facts=["x"])
    assert conflicting(clues(VIENNA, 1), clues(marked, 1))


def test_a_word_of_the_whole_subject_is_no_clue():
    many = [(n, clues(item(f"Vienna, domanda {n}?", f"R{n}", f"S{n}", facts=[f"f{n}"]), 1)) for n in range(1, 9)]
    asked = (0, clues(item("Dove?", "Vienna", "Ginevra", facts=["f0"]), 1))
    assert conflicts([asked, *many]) == frozenset()
    assert conflicts([asked, *many[:2]]) == {(0, 1), (0, 2)}
    elsewhere = [(n + 10, clues(item(f"Altro {n}?", "Qui", "Là", facts=[f"g{n}"]), 2)) for n in range(40)]
    assert conflicts([asked, *many, *elsewhere]) == frozenset()


@given(
    st.lists(
        st.builds(
            Clues,
            st.lists(st.sampled_from(["uno", "due", "tre mari"]), max_size=2).map(tuple),
            st.lists(st.sampled_from(["uno", "due", "tre mari", "duelli", "altro"]), max_size=3).map(" ".join),
            st.frozensets(st.integers(0, 5), max_size=1),
            st.integers(0, 1),
        ),
        max_size=12,
    )
)
def test_all_pairs_at_once_are_the_pairs_one_by_one_but_for_words_of_the_subject(found):
    def tells(key, mine):
        same = [each for each in found if each is not mine and each.subject == mine.subject]
        return sum(f" {key} " in f" {each.shows} " for each in same) <= max(2, COMMON * len(same))

    left = [replace(mine, keys=tuple(key for key in mine.keys if tells(key, mine))) for mine in found]
    pairs = {(one, other) for one, other in combinations(range(len(left)), 2) if conflicting(left[one], left[other])}
    assert conflicts(list(enumerate(found))) == pairs

"""The order in which one attempt shows an item's entries."""

from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.presentation import Group, Shown, draw_order
from quizapp.core.reading import Reader
from quizapp.core.types import ChoiceBody, ClassifyBody, TrueFalseBody

IDS = ("o1", "o2", "o3", "o4")
SEEDS = [f"seed{n}" for n in range(400)]


def _choice(key: int) -> ChoiceBody:
    options = [{"text": f"t{n}", "fraction": int(n == key)} for n in range(4)]
    return ChoiceBody.read(Reader({"options": options}))


@given(st.text())
def test_the_same_seed_gives_the_same_order_with_every_entry_once(seed):
    group = [Group(IDS, shuffled=True)]
    assert draw_order(group, seed) == draw_order(group, seed)
    assert sorted(draw_order(group, seed)) == sorted(IDS)


def test_a_known_seed_keeps_its_order_for_ever():
    order = draw_order([Group(IDS, shuffled=True)], "seed0")
    assert order == ("o4", "o3", "o1", "o2")


@given(st.text())
def test_a_pinned_entry_stays_where_it_is(seed):
    order = draw_order([Group(IDS, shuffled=True, pinned=frozenset({"o2", "o4"}))], seed)
    assert (order[1], order[3]) == ("o2", "o4")


@given(st.text(), st.integers(0, 3))
def test_the_order_does_not_depend_on_which_option_is_the_key(seed, key):
    assert draw_order(_choice(key).groups(), seed) == draw_order(_choice(0).groups(), seed)


def test_every_option_comes_first_about_as_often():
    first = [draw_order(_choice(0).groups(), seed)[0] for seed in SEEDS]
    assert all(60 <= first.count(entry) <= 140 for entry in IDS)


def test_true_stands_before_false_under_every_seed():
    body = TrueFalseBody.read(Reader({"options": [{"text": "true"}, {"text": "false"}]}))
    assert {draw_order(body.groups(), seed) for seed in SEEDS} == {("o1", "o2")}


def test_categories_keep_their_order_while_statements_move():
    statements = [{"text": f"t{n}", "category": 0} for n in range(3)]
    body = ClassifyBody.read(Reader({"categories": [{"text": "A"}, {"text": "B"}], "statements": statements}))
    orders = {draw_order(body.groups(), seed) for seed in SEEDS}
    assert {order[:2] for order in orders} == {("c1", "c2")}
    assert len({order[2:] for order in orders}) == 6


def test_public_ids_differ_between_attempts_and_lead_back():
    one, other = Shown(IDS, "a"), Shown(IDS, "b")
    assert {one.ids[one.code(entry)] for entry in IDS} == set(IDS)
    assert not set(one.ids) & set(other.ids)


def test_letters_follow_the_order_shown():
    body = _choice(0)
    shown = Shown(("o3", "o1", "o4", "o2"), "s")
    assert [shown.letter(body.options, entry) for entry in IDS] == ["B", "D", "A", "C"]

"""A draw: as many as asked, all different, apart where they can be, the same for the same seed, and fair."""

from collections import Counter
from itertools import combinations, product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from quizapp.core.papers import ShortPoolError, draw, enough

IDS = st.integers(1, 7)
PLACES = st.lists(st.one_of(st.lists(IDS, max_size=5, unique=True)), min_size=1, max_size=4)
PAIRS = st.sets(st.tuples(IDS, IDS).filter(lambda pair: pair[0] < pair[1]), max_size=9)


def papers(places):
    """Every choice of different questions, by trying them all."""
    offered = [[place] if isinstance(place, int) else place for place in places]
    return [choice for choice in product(*offered) if len(set(choice)) == len(choice)]


def meetings(choice, pairs):
    return sum(tuple(sorted(two)) in pairs for two in combinations(choice, 2))


@given(PLACES, PAIRS, st.text(max_size=5))
def test_a_draw_is_complete_distinct_and_apart_whenever_that_can_be(places, pairs, seed):
    possible = papers(places)
    assert enough(places) == bool(possible)
    if not possible:
        with pytest.raises(ShortPoolError):
            draw(places, pairs, seed)
        return
    chosen = draw(places, pairs, seed)
    assert chosen in possible
    assert chosen == draw(places, pairs, seed)
    if any(meetings(choice, pairs) == 0 for choice in possible):
        assert meetings(chosen, pairs) == 0


@given(st.sets(st.integers(1, 20), min_size=3, max_size=3), PAIRS, st.text(max_size=5))
def test_fixed_questions_stay_in_their_places_and_are_never_drawn_again(fixed, pairs, seed):
    one, two, three = fixed
    pool = [*fixed, 21, 22]
    chosen = draw([one, pool, two, pool, three], pairs, seed)
    assert chosen[::2] == (one, two, three)
    assert set(chosen[1::2]) == {21, 22}


def test_every_question_of_a_pool_comes_about_as_often_as_any_other():
    counts = Counter(each for seed in range(3000) for each in draw([range(12)] * 4, (), str(seed)))
    assert set(counts) == set(range(12))
    assert all(850 <= count <= 1150 for count in counts.values()), counts


def test_every_place_sees_every_question_of_its_pool():
    counts = Counter(draw([range(5)] * 2, (), str(seed)) for seed in range(1000))
    assert len(counts) == 20
    assert min(counts.values()) > 20


def test_conflicts_do_not_starve_a_question_that_could_come():
    counts = Counter(each for seed in range(600) for each in draw([range(6)] * 2, {(0, 1), (2, 3)}, str(seed)))
    assert min(counts.values()) > 130


def test_forty_places_out_of_a_pool_of_hundreds_full_of_conflicts_are_laid_out_apart():
    pairs = {(each, each + 1) for each in range(0, 300, 2)}
    chosen = draw([list(range(300))] * 40, pairs, "klass")
    assert len(set(chosen)) == 40
    assert meetings(chosen, pairs) == 0


def test_where_all_conflict_the_draw_is_still_complete():
    pairs = set(combinations(range(30), 2))
    assert len(set(draw([range(30)] * 20, pairs, "x"))) == 20


@pytest.mark.parametrize("seed", range(20))
def test_nothing_is_drawn_that_conflicts_with_a_fixed_question_while_another_is_there(seed):
    assert draw([1, (2, 3, 4), 5], [(2, 1), (5, 4)], str(seed)) == (1, 3, 5)


@given(PLACES, PAIRS, st.sets(IDS), st.text(max_size=5))
def test_what_was_seen_is_drawn_only_where_nothing_else_will_do(places, pairs, seen, seed):
    possible = papers(places)
    assume(possible)
    chosen = draw(places, pairs, seed, seen)
    assert chosen in possible
    assert chosen == draw(places, pairs, seed, seen)
    apart = [choice for choice in possible if meetings(choice, pairs) == 0]
    assert meetings(chosen, pairs) == 0 or not apart
    if any(not seen & set(choice) for choice in apart):
        assert not seen & set(chosen)


@given(st.integers(1, 6), st.sets(st.integers(1, 8)), st.text(max_size=5))
def test_a_pool_gives_all_that_is_unseen_before_anything_seen(size, seen, seed):
    chosen = draw([range(1, 9)] * size, (), seed, seen)
    assert len(set(chosen) - seen) == min(size, 8 - len(seen))

"""The figures equal the reference table, a naive reckoning, and themselves whatever the order."""

import math
import statistics
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.analysis import figures
from quizapp.core.analysis.figures import Cell, group_size
from quizapp.core.analysis.moments import moments
from quizapp.core.analysis.reliability import reliability

TABLE = ((1, 1, 1, 1), (1, 1, 1, 0), (1, 1, 0, 0), (1, 0, 0, 0), (0, 1, 0, 0), (1, 0, 1, 1))
EXPECTED = {
    1: (0.8333, 23.3550, 33.3333),
    2: (0.6667, -21.3201, -28.5714),
    3: (0.5000, 72.7607, 100.0000),
    4: (0.3333, 43.3013, 50.0000),
}


def cells_of(table, place):
    """One column of a table of marks of which each is worth one point."""
    rows = sorted(range(len(table)), key=lambda row: (-sum(table[row]), row))
    k = group_size(len(table))
    standing = {row: 1 if at < k else -1 if at >= len(rows) - k else 0 for at, row in enumerate(rows)}
    return [
        Cell(Fraction(line[place]), Fraction(1), Fraction(sum(line)), Fraction(len(line)), standing[row], None, 1)
        for row, line in enumerate(table)
    ]


def columns(table):
    return [cells_of(table, place) for place in range(len(table[0]))]


@pytest.mark.parametrize("number", EXPECTED)
def test_a_question_of_the_reference_table_has_its_figures_to_four_decimals(number):
    cells = cells_of(TABLE, number - 1)
    found = figures.facility(cells), 100 * figures.discrimination(cells), 100 * figures.efficiency(cells)
    assert [round(float(each), 4) for each in found] == list(EXPECTED[number])
    assert math.sqrt(moments(figures.with_rest(cells)).var_x) == pytest.approx(
        (0.4082, 0.5164, 0.5477, 0.5164)[number - 1], abs=5e-5
    )


def test_the_quiz_of_the_reference_table_has_its_reliability():
    found = reliability(columns(TABLE))
    assert (round(found.alpha, 6), round(found.spread, 6), round(found.error, 6)) == (0.424242, 1.211060, 0.918937)
    assert found.binary


def test_the_effective_weights_add_up_and_say_nothing_of_a_question_that_works_against():
    assert sum(figures.weights(columns(TABLE))) == pytest.approx(1)
    against = ((0, 1, 1), (0, 1, 1), (1, 0, 0), (1, 0, 0))
    assert figures.weights(columns(against))[0] is None


def test_the_upper_lower_index_is_the_difference_of_the_two_groups():
    assert [figures.upper_lower(cells) for cells in columns(TABLE)] == [0.5, 0.5, 1.0, 0.5]


@pytest.mark.parametrize(("n", "k"), [(1, 1), (3, 1), (5, 1), (6, 2), (10, 3), (50, 14), (100, 27), (101, 27)])
def test_the_groups_are_27_per_cent_rounded_half_up(n, k):
    assert group_size(n) == k == max(1, math.floor(Fraction(27, 100) * n + Fraction(1, 2)))


def test_the_interval_is_fishers():
    low, high = figures.interval(0.5, 103)
    assert (round(low, 4), round(high, 4)) == (0.3393, 0.6323)
    assert figures.interval(0.5, 3) is None


def test_blind_guessing_earns_the_mean_of_the_options():
    assert figures.guess([Fraction(1), Fraction(0), Fraction(-1, 2), Fraction(0)]) == Fraction(1, 8)
    assert figures.guess([]) is None


marks = st.sampled_from([Fraction(-2), Fraction(-1, 3), Fraction(0), Fraction(1, 2), Fraction(1)])
tables = st.integers(2, 4).flatmap(
    lambda size: st.lists(st.tuples(*[marks] * size), min_size=3, max_size=14).map(tuple)
)


@given(tables)
def test_bounds_hold_for_every_table(table):
    for cells in columns(table):
        assert -2 <= figures.facility(cells) <= 1
        r, efficiency = figures.discrimination(cells), figures.efficiency(cells)
        assert r is None or -1 <= r <= 1
        assert efficiency is None or efficiency <= 1
        if r is not None and len(table) > 3:
            low, high = figures.interval(r, len(table))
            assert -1 <= low <= r + 1e-9
            assert r - 1e-9 <= high <= 1
    found = reliability(columns(table))
    assert found is None or (found.alpha <= 1 and found.error >= 0)


@given(tables)
def test_the_figures_equal_a_naive_reckoning(table):
    rest = [[sum(line) - line[place] for line in table] for place in range(len(table[0]))]
    for place, cells in enumerate(columns(table)):
        own = [line[place] for line in table]
        assert figures.facility(cells) == statistics.mean(own)
        if len(set(own)) > 1 and len(set(rest[place])) > 1:
            naive = statistics.correlation([*map(float, own)], [*map(float, rest[place])])
            assert figures.discrimination(cells) == pytest.approx(naive, abs=1e-9)
            both = statistics.covariance(own, rest[place])
            most = statistics.covariance(sorted(own), sorted(rest[place]))
            assert figures.efficiency(cells) == pytest.approx(float(both / most), abs=1e-9)
        else:
            assert figures.discrimination(cells) is None


@given(tables.flatmap(lambda table: st.tuples(st.just(table), st.permutations(table))))
def test_the_order_of_the_students_changes_nothing(both):
    for former, later in zip(*map(columns, both), strict=True):
        assert figures.discrimination(former) == figures.discrimination(later)
        assert figures.efficiency(former) == figures.efficiency(later)
    assert reliability(columns(both[0])) == reliability(columns(tuple(both[1])))

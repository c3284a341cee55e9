"""What is said of a question: a flag only by a test, a reason where there is no figure."""

import random
from dataclasses import replace
from fractions import Fraction

import pytest

from quizapp.core.analysis.figures import Cell
from quizapp.core.analysis.options import Offered, options_table
from quizapp.core.analysis.report import Finding, Question, read_question, read_quiz
from tools.simulate import Truth, figures, questions

OFFERED = (Offered("k", True), Offered("a", False), Offered("b", False))


def cell(mark, total, count=1, *, said="k", standing=0, maximum=1):
    return Cell(Fraction(mark), Fraction(maximum), Fraction(total), Fraction(4), standing, frozenset({said}), count)


@pytest.mark.parametrize(
    ("cells", "finding"),
    [
        ([], Finding.NO_ANSWERS),
        ([cell(1, 3)], Finding.ONE),
        ([cell(1, 3, 5), cell(0, 1, 4)], Finding.TOO_FEW),
        ([cell(1, 3, 6), cell(1, 2, 6)], Finding.ALL_RIGHT),
        ([cell(0, 3, 6), cell(0, 2, 6)], Finding.ALL_WRONG),
        ([cell(-2, 1, 6), cell(0, 2, 6)], Finding.ALL_WRONG),
        ([cell(1, 3, 6), cell(0, 2, 6)], Finding.NO_VARIANCE),
        ([cell(0, 2, 20, maximum=0)], Finding.WITHDRAWN),
        ([cell(1, 4, 40), cell(0, 1, 20), cell(0, 3, 5), cell(1, 2, 5)], Finding.FINE),
        ([cell(1, 4, 2), cell(0, 1, 30), cell(0, 2, 20)], Finding.HARD),
        ([cell(1, 4, 99), cell(1, 3, 99), cell(0, 1, 2)], Finding.EASY),
        ([cell(1, 1, 20), cell(0, 3, 20)], Finding.AGAINST),
        ([cell(0, 3, 20, said="a"), cell(1, 1, 20)], Finding.KEY_IN_DOUBT),
    ],
)
def test_a_question_is_said_to_be_what_it_is(cells, finding):
    offered = OFFERED if finding is Finding.KEY_IN_DOUBT else ()
    assert read_question(Question(cells, offered)).finding is finding


def test_under_ten_answers_nothing_but_the_facility_is_said():
    said = read_question(Question([cell(1, 3, 5), cell(0, 1, 4, said="a")], OFFERED, [Fraction(1), Fraction(0)]))
    assert said.facility == pytest.approx(5 / 9)
    kept = (said.discrimination, said.interval, said.efficiency, said.upper_lower, said.guess, said.weight)
    assert kept == (None,) * 6
    assert said.options == ()


def test_students_who_met_different_questions_leave_the_reliability_unsaid():
    whole = [cell(1, 3, 6), cell(0, 1, 6)]
    assert read_quiz([Question(whole), Question(whole[:1])], 12).reliability is None
    assert read_quiz([Question(whole), Question(whole)], 12).reliability is not None
    assert read_quiz([], 0).reliability is None


def test_the_table_of_options_counts_the_groups_and_names_the_idle_ones():
    cells = [cell(1, 4, 60, standing=1), cell(0, 1, 38, said="a", standing=-1), cell(0, 2, 2, said="b")]
    key, a, b = options_table(OFFERED, cells, 0.025)
    assert (key.count, key.upper, key.lower, key.idle, key.strong) == (60, 1.0, 0.0, False, False)
    assert (a.count, a.upper, a.lower, a.idle, a.strong) == (38, 0.0, 1.0, False, False)
    assert (b.share, b.idle) == (0.02, True)


def test_an_unanswered_question_counts_in_the_shares_and_chooses_nothing():
    cells = [cell(1, 4, 10), replace(cell(0, 1, 10), chosen=None)]
    assert [each.share for each in options_table(OFFERED, cells, 0.025)] == [0.5, 0.0, 0.0]


def test_a_difference_that_chance_explains_is_no_flag():
    few = [cell(0, 2, 5, said="a"), cell(0, 1, 4, said="a"), cell(1, 2, 5), cell(1, 3, 4)]
    assert not any(each.strong for each in options_table(OFFERED, few, 0.025))


def test_simulated_flags_are_rarely_false_and_find_what_is_miskeyed():
    found = figures(runs=60)
    assert found.false <= 0.05
    assert found.found >= 0.8


def test_the_worst_question_comes_first():
    made = questions([Truth(1.5, 0.0), Truth(1.5, 0.0, "a"), Truth(1.5, 0.0)], 400, random.Random(3))  # noqa: S311
    read = [read_question(each) for each in made]
    assert min(read, key=lambda said: said.gravity) is read[1]

"""The simulated line before the cores: it works as much as it is given, and waits less where there are more."""

import pytest

from tools.queueing import Load, most_students, simulated


def test_the_cores_work_as_much_as_the_students_ask_of_them():
    found = simulated(Load(students=200, pace_s=5, cpu_ms=12, cores=2))
    assert found.busy == pytest.approx(200 / 5 * 0.012 / 2, rel=0.1)
    assert len(found.answers) == pytest.approx(200 / 5 * 300, rel=0.05)


def test_more_cores_make_nobody_wait_longer_and_carry_more_students():
    few, many = (simulated(Load(500, 5, 12, cores)).quantile(0.99) for cores in (1, 4))
    assert many < few / 5
    assert most_students(5, 12, 1, 150) < most_students(5, 12, 2, 150)


def test_a_slow_disk_is_a_line_that_no_core_shortens():
    assert simulated(Load(200, 5, 6, 8, flush_ms=40)).quantile(0.99) > 400

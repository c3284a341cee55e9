"""What a long afternoon is judged by."""

import os

import pytest

from tools.drill.server import Server
from tools.drill.soak import Afternoon, Sample, ends, misses, sampled


def afternoon(memory=lambda _at: 100_000, handles=lambda _at: 50, wal=lambda _at: 4):
    return Afternoon(samples=[Sample(at, memory(at), handles(at), wal(at)) for at in range(0, 1000, 10)])


def test_an_afternoon_that_stays_as_it_was_misses_nothing():
    assert misses(afternoon()) == []


def test_what_is_loaded_in_the_first_fifth_is_no_growth():
    assert misses(afternoon(memory=lambda at: 100_000 if at >= 190 else 40_000)) == []


@pytest.mark.parametrize(
    ("grows", "told"),
    [
        ({"memory": lambda at: 100_000 + 10 * at}, "kB in memory grew from 102950 to 108900"),
        ({"handles": lambda at: 50 + at // 100}, "open files grew from 52 to 58"),
        ({"wal": lambda at: 65 if at == 500 else 4}, "the log of the database reached 65 MB"),
    ],
    ids=["memory", "files", "log"],
)
def test_what_creeps_upwards_is_told(grows, told):
    assert [each.split(" to ")[0] for each in misses(afternoon(**grows))] == [told.split(" to ")[0]]


def test_a_twentieth_is_the_most():
    assert misses(afternoon(memory=lambda at: 100_000 if at < 500 else 105_000)) == []
    assert len(misses(afternoon(memory=lambda at: 100_000 if at < 500 else 105_001))) == 1


def test_what_went_wrong_is_told_and_a_look_or_two_say_nothing():
    seen = Afternoon(samples=afternoon().samples[:3])
    seen.wrong["FailedError answer: 500"] += 2
    assert misses(seen) == ["2 × FailedError answer: 500", "looked 3 times alone"]


def test_the_second_fifth_is_held_against_the_last():
    assert ends(afternoon(memory=lambda at: at).samples, lambda sample: sample.memory) == (295, 895)


def test_a_look_sees_this_process(tmp_path):
    class Own(Server):
        def processes(self):
            return [os.getpid()]

    (tmp_path / "quizapp.sqlite3-wal").write_bytes(b"x" * 2_000_000)
    found = sampled(Own(tmp_path, ""), 3.0)
    assert found.memory > 10_000
    assert found.handles >= 3
    assert found.wal == 2

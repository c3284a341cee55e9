"""What a restored installation is held against."""

from tools.drill.bulk import Kept, missing, unlike

THERE = {"answer": Kept(3, "a"), "picture": Kept(1, "b")}


def test_a_backup_with_every_row_misses_none():
    assert missing({"answer": 3, "picture": 1}, THERE) == []


def test_a_row_or_a_table_that_is_in_no_backup_is_told():
    told = missing({"answer": 4, "picture": 1, "notice": 2}, THERE)
    assert [each.partition(" in ")[0] for each in told] == ["answer: 3 of 4 rows", "notice: None of 2 rows"]


def test_what_came_back_as_it_was_is_like_it():
    assert unlike(THERE, THERE | {"made anew": Kept(9, "c")}) == []


def test_a_row_that_is_lost_or_another_and_a_table_that_is_gone_are_told():
    assert [each.partition(":")[0] for each in unlike(THERE, {"answer": Kept(3, "z"), "picture": Kept(1, "b")})] == [
        "answer"
    ]
    assert [each.partition(":")[0] for each in unlike(THERE, {"answer": Kept(2, "a")})] == ["answer", "picture"]

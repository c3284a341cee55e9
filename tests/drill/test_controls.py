"""What the drill of the controls writes down."""

from tools.drill.controls import HEAD, Control, table

KNOWN = [Control(name, (), ()) for name in ("A lock", "A key", "A wall")]
BEFORE = HEAD + "| A lock | lock | 2026-01-01 |\n| A key | key | 2026-01-02 |\n| A door | door | 2026-01-03 |\n"


def test_only_what_was_tried_has_another_day_and_what_is_no_control_any_more_is_gone():
    found = {"A key": "| A key | key | 2026-02-02 |\n"}
    assert table(KNOWN, found, BEFORE) == HEAD + "| A lock | lock | 2026-01-01 |\n| A key | key | 2026-02-02 |\n"


def test_a_control_that_nobody_missed_is_not_in_the_table():
    assert table(KNOWN, {"A lock": ""}, BEFORE) == HEAD + "| A key | key | 2026-01-02 |\n"


def test_a_new_control_stands_where_the_list_has_it():
    found = {"A wall": "| A wall | wall | 2026-02-02 |\n"}
    assert table(KNOWN, found, BEFORE).endswith("| A key | key | 2026-01-02 |\n| A wall | wall | 2026-02-02 |\n")

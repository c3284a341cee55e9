"""YAML as plain data with places; bombs and oddities are refused at once."""

import pytest

from quizapp.core.reading import Scalar
from quizapp.formats.yamltree import MAX_BYTES, read_tree


def _codes(data):
    return [each.problem.code for each in read_tree(data).problems]


def test_every_key_and_entry_has_its_place():
    tree = read_tree("à: 1\nlista:\n  - {a: b, c: d}\n  - due\n".encode())
    assert tree.problems == []
    assert tree.places == {
        (): (1, 1),
        ("à",): (1, 1),
        ("lista",): (2, 1),
        ("lista", 0): (3, 5),
        ("lista", 0, "a"): (3, 6),
        ("lista", 0, "c"): (3, 12),
        ("lista", 1): (4, 5),
    }


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("true", Scalar(True, "true")),
        ("no", Scalar(False, "no")),
        ("~", Scalar(None, "~")),
        ("12", Scalar(12, "12")),
        ("-3", Scalar(-3, "-3")),
        ("0.10", "0.10"),
        ("1_000", "1_000"),
        ("9" * 30, "9" * 30),
        ("2024-10-14", "2024-10-14"),
        ("'12'", "12"),
        ("1/3", "1/3"),
    ],
)
def test_a_value_keeps_its_text_as_written(written, value):
    assert read_tree(f"a: {written}".encode()).data == {"a": value}


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"a: &x 1\nb: *x\n", "yaml-alias"),
        (b"a: &x [*x]\n", "yaml-alias"),
        (b"a: !!python/object/apply:os.system [ls]\n", "yaml-tag"),
        (b"a: !mine 1\n", "yaml-tag"),
        (b"? [a]\n: b\n", "yaml-key"),
        (b"a: 1\na: 2\n", "yaml-doubled"),
        (b"a: b: c\n", "yaml-syntax"),
        (b"--- 1\n--- 2\n", "yaml-syntax"),
        (b"a: \x07\n", "yaml-character"),
        (b"\xff\xfea\x00", "file-not-utf8"),
    ],
)
def test_what_a_bank_file_never_needs_is_refused(data, code):
    assert _codes(data) == [code]


BOMB = b"".join(b"a%d: &a%d [%s]\n" % (n, n, b",".join([b"*a%d" % (n - 1)] * 9)) for n in range(1, 30))
HEAVY = [
    (b"a: " + b"[" * 1_000_000, "yaml-deep"),
    (b"{a: " * 500_000, "yaml-deep"),
    (b"\n".join(b" " * n + b"a:" for n in range(1000)), "yaml-deep"),
    (b"a0: &a0 x\n" + BOMB, "yaml-alias"),
    (b"a" * (MAX_BYTES + 1), "file-too-large"),
]


@pytest.mark.parametrize(("data", "code"), HEAVY, ids=["lists", "maps", "indents", "aliases", "size"])
def test_a_bomb_is_refused_before_it_is_read(data, code):
    assert _codes(data) == [code]


def test_a_file_of_the_largest_size_is_still_read():
    data = b"a: " + b"b" * (MAX_BYTES - 4) + b"\n"
    assert _codes(data) == []
    assert len(read_tree(data).data["a"]) == MAX_BYTES - 4

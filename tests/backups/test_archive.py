"""An archive that is not wholly what was backed up is refused in one sentence, before anything is touched."""

import hashlib
import io
import itertools
import json
import random
from dataclasses import replace
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from quizapp.backups.archive import BadArchiveError, TooDenseError, is_backup, new_archive, open_archive, write_table
from tests.backups import damage
from tests.backups.conftest import LINES, listed


def content(path):
    with open_archive(path) as archive:
        return {table.name: list(archive.lines(table)) for table in archive.manifest.tables}


REFUSALS = ("bad-manifest", "format", "members", "not-whole", "packing", "rows", "size")


def test_of_two_thousand_damaged_archives_none_is_taken_for_another(whole):
    data, before, chance = whole.read_bytes(), content(whole), random.Random("backups")  # noqa: S311 - the same on every run
    refused = []
    for _each in range(2000):
        whole.write_bytes(damage.damaged(data, chance))
        try:
            assert content(whole) == before
        except BadArchiveError as error:
            refused.append((error.code, error.say("it"), str(error)))
    assert len(refused) > 1800
    assert {code for code, _it, _en in refused} == set(REFUSALS)
    assert all(it != en and it.isprintable() and en.isprintable() for _code, it, en in refused)


def made_again(whole, change, **members):
    """The archive with another manifest, and other or further members."""
    with ZipFile(whole) as file:
        kept = {name: file.read(name) for name in file.namelist()}
    manifest = json.loads(kept["manifest.json"])
    change(manifest)
    kept |= {"manifest.json": json.dumps(manifest).encode()} | members
    with ZipFile(whole, "w", ZIP_DEFLATED) as file:
        for name, data in kept.items():
            file.writestr(name, data)
    return whole


def same(_manifest):
    pass


def test_what_was_written_is_read_back_and_is_for_its_owner_alone(whole):
    assert content(whole) == {"school": LINES[:1], "user": LINES}
    assert whole.stat().st_mode & 0o777 == 0o600
    assert is_backup(whole)
    assert [file.name for file in whole.parent.iterdir()] == ["whole.zip"]


def test_a_backup_that_fails_leaves_the_one_before_and_no_trace(whole):
    before = whole.read_bytes()
    with pytest.raises(ZeroDivisionError), new_archive(whole) as file:
        write_table(file, "school", ("id",), (b"[%d]\n" % (1 // n) for n in (1, 0)))
    assert whole.read_bytes() == before
    assert [file.name for file in whole.parent.iterdir()] == ["whole.zip"]


def test_a_truncated_archive_is_refused(whole):
    data = whole.read_bytes()
    for length in range(0, len(data), 37):
        whole.write_bytes(data[:length])
        with pytest.raises(BadArchiveError):
            content(whole)


def test_a_changed_byte_is_noticed_or_changes_nothing(whole):
    data, before, bits = whole.read_bytes(), content(whole), itertools.cycle(range(8))
    refused = 0
    for place in range(0, len(data), 3):
        changed = bytearray(data)
        changed[place] ^= 1 << next(bits)
        whole.write_bytes(changed)
        try:
            assert content(whole) == before
        except BadArchiveError:
            refused += 1
    assert refused > len(data) / 6


@pytest.mark.parametrize(
    "name", ["../user.jsonl", "/etc/passwd", "..\\user.jsonl", "tables/../../x", "tables/user2.jsonl"]
)
def test_a_member_that_no_backup_has_is_refused(whole, name):
    with pytest.raises(BadArchiveError, match="members"):
        content(made_again(whole, same, **{name: b"[1]\n"}))


def test_what_does_not_read_back_never_takes_the_place_of_a_backup(whole):
    before = whole.read_bytes()
    with pytest.raises(BadArchiveError), new_archive(whole) as file:
        listed(file, replace(write_table(file, "school", ("id", "name"), LINES[:1]), rows=2))
    assert whole.read_bytes() == before
    assert list(whole.parent.iterdir()) == [whole]


def test_a_table_whose_name_leads_elsewhere_is_refused(whole):
    def lead_away(manifest):
        manifest["tables"][0]["name"] = "../../school"

    with pytest.raises(BadArchiveError, match="its manifest cannot be read"):
        content(made_again(whole, lead_away, **{"tables/../../school.jsonl": LINES[0]}))


def set_in(*place):
    *path, key, value = place

    def change(manifest):
        for step in path:
            manifest = manifest[step]
        manifest[key] = value

    return change


MANIFESTS = {
    "another hash": set_in("tables", 1, "sha256", "0" * 64),
    "another number of rows": set_in("tables", 1, "rows", 299),
    "another size": set_in("tables", 1, "size", 5),
    "a size that is no number": set_in("tables", 1, "size", "5"),
    "a negative size": set_in("tables", 1, "size", -1),
    "a table twice": lambda manifest: manifest["tables"].append(manifest["tables"][0]),
    "a table fewer": lambda manifest: manifest["tables"].pop(),
    "no tables": set_in("tables", []),
    "tables that are no list": set_in("tables", 3),
    "a format to come": set_in("format", 2),
    "no format": lambda manifest: manifest.pop("format"),
    "no moment": set_in("created", "yesterday"),
    "a moment without its zone": set_in("created", "2026-11-24T09:00:00"),
    "a revision that is a path": set_in("schema", "../0005"),
}


@pytest.mark.parametrize("change", MANIFESTS.values(), ids=MANIFESTS.keys())
def test_a_manifest_that_is_not_true_is_refused(whole, change):
    with pytest.raises(BadArchiveError):
        content(made_again(whole, change))


@pytest.mark.parametrize("text", [b"", b"[]", b"null", b"[" * 100_000, b'{"format": 1}', b"\xff", b" " * 2_000_000])
def test_a_manifest_that_cannot_be_read_is_refused(whole, text):
    with pytest.raises(BadArchiveError):
        content(made_again(whole, same, **{"manifest.json": text}))


def test_rows_exchanged_for_others_of_the_same_size_are_refused(whole):
    other = b"".join(LINES).replace(b"nome 7", b"nome 8", 1)
    with pytest.raises(BadArchiveError, match="rows of user"):
        content(made_again(whole, same, **{"tables/user.jsonl": other}))


def bomb_of(size):
    data = b"0" * (size - 1) + b"\n"
    return data, hashlib.sha256(data).hexdigest()


def test_a_bomb_is_refused_before_it_is_unpacked(whole):
    data, digest = bomb_of(300_000_000)

    def own_up(manifest):
        manifest["tables"][1] |= {"rows": 1, "size": len(data), "sha256": digest}

    made_again(whole, own_up, **{"tables/user.jsonl": data})
    assert whole.stat().st_size < 1_000_000
    with pytest.raises(BadArchiveError, match="unpack to far more"):
        content(whole)


def test_rows_that_would_pass_for_a_bomb_are_not_packed(tmp_path):
    dense = [b'["' + b"parola " * 300_000 + b'"]\n']
    with pytest.raises(TooDenseError), new_archive(tmp_path / "a.zip") as file:
        write_table(file, "item", ("stem",), dense)
    assert not list(tmp_path.iterdir())
    with new_archive(tmp_path / "a.zip") as file:
        listed(file, write_table(file, "item", ("stem",), dense, packed=False))
    assert content(tmp_path / "a.zip") == {"item": dense}


def test_a_member_that_is_a_link_is_refused(whole):
    files = damage.unpacked(whole.read_bytes())
    whole.write_bytes(damage.packed(files, **{"tables/user.jsonl": 0o120777 << 16}))
    with pytest.raises(BadArchiveError, match="packed"):
        content(whole)


def test_a_member_that_says_it_is_smaller_than_it_is_ends_at_its_word(whole):
    data, digest = bomb_of(20_000_000)

    def understate(manifest):
        manifest["tables"][1] |= {"rows": 1, "size": 1000, "sha256": digest}

    made_again(whole, understate, **{"tables/user.jsonl": data})
    size = len(data).to_bytes(4, "little")
    whole.write_bytes(whole.read_bytes().replace(size, (1000).to_bytes(4, "little")))
    with pytest.raises(BadArchiveError):
        content(whole)


def test_a_member_packed_in_another_way_is_refused(whole):
    with ZipFile(whole) as file:
        kept = {name: file.read(name) for name in file.namelist()}
    with ZipFile(whole, "w", ZIP_BZIP2) as file:
        for name, data in kept.items():
            file.writestr(name, data)
    with pytest.raises(BadArchiveError, match="packed"):
        content(whole)


def test_a_member_that_is_there_twice_is_refused(whole):
    with ZipFile(whole, "a") as file, pytest.warns(UserWarning, match="Duplicate"):
        file.writestr(ZipInfo("tables/user.jsonl"), b"".join(LINES))
    with pytest.raises(BadArchiveError, match="members"):
        content(whole)


@pytest.mark.parametrize("data", [b"", b"PK", b"testo", b"SQLite format 3\0" * 300])
def test_what_is_no_zip_is_refused(tmp_path, data):
    file = tmp_path / "x.zip"
    file.write_bytes(data)
    with pytest.raises(BadArchiveError, match="no whole backup"):
        content(file)
    assert not is_backup(file)


def test_another_zip_is_refused(tmp_path):
    packed = io.BytesIO()
    with ZipFile(packed, "w") as file:
        file.writestr("compito.docx", b"testo")
    (tmp_path / "x.zip").write_bytes(packed.getvalue())
    with pytest.raises(BadArchiveError, match="no whole backup"):
        content(tmp_path / "x.zip")

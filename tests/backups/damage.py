"""Backups that are not what was backed up: bytes, lists and members changed, or rows that their list vouches for."""

import hashlib
import io
import json
import stat
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

MANIFEST = "manifest.json"
ODD = [
    None, True, -1, 0, 1.5, 10**30, -(2**63) - 1, float("nan"), "", "\0", "\ud800", "x" * 70_000, "../../x", "{file}",
    "2026-13-45", "2026-11-24T09:00:00", "{", "[]", '{"a":', [], [[]], {}, {"a": [1]}, ["\0"],
]  # fmt: skip
"""What no cell and no list expects."""
_NAMES = ["../x", "/etc/passwd", "..\\x", "tables/../../x.jsonl", "tables/x.jsonl", "C:\\x", "", "manifest.json"]
_LINK = (stat.S_IFLNK | 0o777) << 16


def damaged(data, chance):
    """The bytes of a backup with something changed that its list does not vouch for, or with another list."""
    act = chance.choice([_bytes, _bytes, _said, _said, _members])
    return act(data, chance)


def forged(data, chance):
    """A backup whose list vouches for rows that were changed."""
    files = unpacked(data)
    manifest = json.loads(files[MANIFEST])
    table = chance.choice([each for each in manifest["tables"] if each["rows"]])
    name = f"tables/{table['name']}.jsonl"
    lines = files[name].splitlines(keepends=True)
    _change_rows(lines, chance)
    files[name] = b"".join(lines)
    vouch(manifest, table["name"], files[name])
    return packed(files | {MANIFEST: json.dumps(manifest).encode()})


def vouch(manifest, name, rows):
    """Let a list say of a table what its rows are."""
    for table in manifest["tables"]:
        if table["name"] == name:
            table |= {"rows": rows.count(b"\n"), "size": len(rows), "sha256": hashlib.sha256(rows).hexdigest()}


def unpacked(data):
    """Its members."""
    with ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def packed(files, packing=ZIP_DEFLATED, **attributes):
    """A zip of these members, one of which may have attributes of its own."""
    made = io.BytesIO()
    with ZipFile(made, "w") as file:
        for name, content in files.items():
            info = ZipInfo(name or "x")
            info.compress_type = packing
            info.external_attr = attributes.get(name, 0o600 << 16)
            file.writestr(info, content)
    return made.getvalue()


def _bytes(data, chance):
    found = bytearray(data)
    for _each in range(chance.randint(1, 4)):
        place, length = chance.randrange(len(found)), chance.randint(1, 40)
        act = chance.randrange(5)
        if act == 0:
            del found[place : place + length]
        elif act == 1:
            found[place:place] = found[place : place + length]
        elif act == 2:
            found[place] ^= 1 << chance.randrange(8)
        elif act == 3:
            found[place : place + length] = chance.randbytes(length)
        else:
            del found[max(place, 1) :]
    return bytes(found)


def _said(data, chance):
    files = unpacked(data)
    manifest = json.loads(files[MANIFEST])
    where = chance.choice([manifest, manifest, chance.choice(manifest["tables"])])
    key = chance.choice(sorted(where))
    if chance.random() < 0.2:
        del where[key]
    elif isinstance(where[key], list) and where[key] and chance.random() < 0.5:
        where[key][chance.randrange(len(where[key]))] = chance.choice(ODD)
    else:
        where[key] = chance.choice(ODD)
    return packed(files | {MANIFEST: json.dumps(manifest).encode()})


def _members(data, chance):
    files = unpacked(data)
    name = chance.choice(sorted(files))
    act = chance.randrange(6)
    if act == 0:
        del files[name]
    elif act == 1:
        files[chance.choice(_NAMES)] = chance.choice([b"", b"[1]\n", b"{}"])
    elif act == 2:
        files[chance.choice(_NAMES)] = files.pop(name)
    elif act == 3:
        files[name] += chance.choice([b"\n", b"[1]\n", b"\0"])
    elif act == 4:
        return packed(files, chance.choice([ZIP_BZIP2, ZIP_STORED]), **{name: _LINK})
    else:
        files[name] = files[name][: chance.randrange(len(files[name]) + 1)]
    return packed(files)


def _change_rows(lines, chance):
    place = chance.randrange(len(lines))
    act = chance.randrange(8)
    if act == 0:
        lines.pop(place)
    elif act == 1:
        lines.append(lines[place])
    elif act == 2:
        lines[place] = chance.choice([b"\n", b"null\n", b"{}\n", b"[\n", b"[" * 5000 + b"\n", b"\xff\n", b"[1]\n"])
    else:
        row = json.loads(lines[place])
        row[chance.randrange(len(row))] = chance.choice(ODD)
        lines[place] = json.dumps(row).encode() + b"\n"

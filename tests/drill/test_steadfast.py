"""What the drills read in the log of a server that they made suffer."""

import json

from tools.drill.server import Server
from tools.drill.steadfast import errors_of


def line(**told):
    return json.dumps({"at": "2026-11-27T10:00:00.000Z", **told})


def test_lines_that_a_full_disk_cut_short_are_counted_and_hide_no_other(tmp_path):
    refused = line(what="error", error="OperationalError", number=13, where=["db.py:1 a", "db.py:2 b"])
    nowhere = line(what="error", error="OSError", where=[])
    written = [
        "Quotidia: http://127.0.0.1:8000",
        line(what="request", status=200),
        refused,
        refused[:60] + refused,
        line(what="request", status=507)[:40] + nowhere,
        refused[:-1],
    ]
    (tmp_path / "serve.log").write_bytes("\n".join(written).encode() + b"\xe2\x82")
    assert errors_of(Server(tmp_path, "")) == {
        "OperationalError 13 db.py:2 b": 2,
        "OSError  ": 1,
        "half a line of the log": 3,
    }

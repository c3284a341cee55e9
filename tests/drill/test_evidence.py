"""What the drills tell of breakdowns: from the logs of the processes, and from that of PostgreSQL."""

import json

from tools.drill import evidence

_MOMENT = "2026-11-28 11:30:00.954 UTC"
_POSTGRESQL = f"""{_MOMENT} [27] process 2 LOG:  process 27 still waiting for ExclusiveLock on page 5 after 10 ms
{_MOMENT} [28] migration LOG:  process 28 still waiting for ExclusiveLock on page 5 after 1000.1 ms
{_MOMENT} [27] process 2 ERROR:  deadlock detected at character 13
{_MOMENT} [27] process 2 DETAIL:  Process 27 waits for RowExclusiveLock on relation 9; blocked by process 28.
\tProcess 28 waits for ShareLock on relation 8; blocked by process 27.
\tProcess 27: INSERT INTO outcome
\tProcess 28: CREATE TRIGGER seen
{_MOMENT} [27] process 2 HINT:  See server log for query details.
"""


def line(**told):
    return json.dumps({"at": "2026-11-27T10:00:00.000Z", **told}) + "\n"


def request(number, status):
    return line(what="request", request=number, route="attempts.answer", method="POST", status=status)


def test_a_breakdown_is_told_with_its_error_and_the_way_to_it_and_what_went_well_is_not(tmp_path):
    met = line(what="error", request="a", error="OperationalError", number="40P01", where=["v:1 go", "s:2 put"])
    refused = line(what="error", request="b", error="LockedError", where=["v:3 go"])
    log = tmp_path / "serve.log"
    log.write_text(met + request("a", 500) + refused + request("b", 503) + request("c", 303) + request("d", 500))
    assert evidence.breakdowns([log, log]) == {
        "POST attempts.answer 500: OperationalError 40P01, s:2 put < v:1 go": 2,
        "POST attempts.answer 503: LockedError, v:3 go": 2,
        "POST attempts.answer 500: no error noted, ": 2,
    }


def test_postgresql_tells_who_waited_and_how_the_first_deadlock_came(tmp_path):
    log = tmp_path / "log"
    log.write_text(_POSTGRESQL)
    found, how = evidence.of_postgresql(log)
    assert found == {
        "LOG:  process … still waiting for ExclusiveLock": 2,
        "ERROR:  deadlock detected at character …": 1,
    }
    assert how.startswith("Process 27 waits for RowExclusiveLock")
    assert how.endswith("Process 28: CREATE TRIGGER seen")


def test_what_was_kept_of_the_run_before_is_gone(tmp_path, monkeypatch):
    monkeypatch.setattr(evidence, "KEPT", tmp_path / "kept")
    (tmp_path / "log").write_text("one")
    evidence.keep("scale", [("first.log", tmp_path / "log"), ("never.log", tmp_path / "absent")])
    folder = evidence.keep("scale", [("second.log", tmp_path / "log")])
    assert [each.name for each in folder.iterdir()] == ["second.log"]

"""Bank files in and out."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from quizapp import db
from quizapp.accounts.queries import school
from quizapp.banks import queries
from quizapp.banks.models import ItemVersion
from quizapp.banks.service import SyncConflictError, add_version, sync_bank
from quizapp.config import resource_dir
from quizapp.core.lifecycle import Status
from quizapp.formats.bankfile import read_bank, write_bank
from tests.build import NOW, make_bank


def sync(session, bank):
    with db.writing(session) as write:
        return sync_bank(write, bank, school_id=school(write).id, now=NOW)


def stored(session):
    session.rollback()
    row = queries.bank_by_slug(session, school(session).id, "it/accordo")
    return row, {listed.row.key: listed for listed in queries.items_of(session, row)}


def changed(bank, stem):
    first, *rest = bank.items
    return replace(bank, items=(replace(first, stem=stem), *rest))


def test_the_same_file_twice_changes_nothing(session, town):
    report = sync(session, make_bank())
    assert (report.added, report.changed, report.kept) == (0, 0, 5)


def test_a_changed_file_makes_a_further_version_and_keeps_the_first(session, town):
    sync(session, changed(make_bank(), "In quale città europea fu firmato l’accordo del 2024?"))
    _row, items = stored(session)
    assert items["citta"].version.number == 2
    assert session.scalar(select(ItemVersion.stem).where(ItemVersion.number == 1, ItemVersion.type == "choice"))


def test_what_the_application_changed_is_kept(session, town):
    _row, items = stored(session)
    with db.writing(session) as write:
        edited = replace(items["citta"].item, stem="Dove fu firmato l’accordo del 2024?")
        add_version(write, items["citta"].row, edited, None, now=NOW)
    sync(session, make_bank())
    assert stored(session)[1]["citta"].item.stem == "Dove fu firmato l’accordo del 2024?"


def test_both_changed_is_a_named_conflict_and_nothing_is_written(session, town):
    _row, items = stored(session)
    with db.writing(session) as write:
        add_version(write, items["citta"].row, replace(items["citta"].item, stem="Una nel 2024?"), None, now=NOW)
    with pytest.raises(SyncConflictError, match="citta"):
        sync(session, changed(make_bank(title="Altro titolo"), "Un’altra nel 2024?"))
    assert stored(session)[0].title == "L’accordo di Vienna"


def test_an_item_gone_from_the_file_is_retired(session, town):
    bank = make_bank()
    sync(session, replace(bank, items=bank.items[:4]))
    assert stored(session)[1]["tipi"].item.status is Status.RETIRED


def test_export_gives_the_bytes_that_were_synced(session, town):
    written = write_bank(make_bank())
    row, _items = stored(session)
    assert write_bank(queries.whole_bank(session, row)) == written


def test_items_of_the_types_without_pages_are_stored_and_exported_alike(session, town):
    file = Path(__file__).parents[1] / "formats" / "data" / "valid" / "types.yaml"
    bank = replace(read_bank(file.read_bytes())[0], id="it/tipi")
    assert sync(session, bank).added == 4
    assert sync(session, bank).kept == 4
    row = queries.bank_by_slug(session, school(session).id, "it/tipi")
    assert queries.whole_bank(session, row) == bank
    assert write_bank(queries.whole_bank(session, row)) == write_bank(bank)


def test_every_bank_that_ships_is_free_of_errors_ready_sourced_and_canonical():
    files = sorted(resource_dir("questions").rglob("*.yaml"))
    assert files
    for file in files:
        bank, problems = read_bank(file.read_bytes())
        assert [each for each in problems if each.problem.severity == "error"] == [], file
        assert bank is not None
        assert write_bank(bank).encode() == file.read_bytes(), file
        for item in bank.items:
            assert item.sources, item.id
            assert item.status is Status.READY
            assert item.explanation, item.id

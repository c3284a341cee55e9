"""Known pitfalls of applications like this one, each with the test that would show it.

Elsewhere: tokens without a clock and plain error pages (test_errors), foreign keys, locks and double answers
(storage/test_writing, attempts/test_protocol, attempts/test_kill), history under edits (core/test_versions,
attempts/test_protocol), both languages on every page (test_pages), constraints that can be dropped
(storage/test_dumps), files in a wheel (packaging/test_wheel), a secret to start (cli/test_operator), positions in
problems (formats), rooms and directions (the import contracts).
"""

import ast
import datetime
import gzip
import re
import subprocess
import sys
from pathlib import Path

import pytest
from flask import g, request_started
from jinja2 import meta, nodes
from sqlalchemy.exc import StatementError

import quizapp
from quizapp import db, schema
from quizapp.accounts.models import User
from quizapp.web import database
from tests.build import NOW, signed_in
from tests.day import BROWSERS

PACKAGE = Path(quizapp.__file__).parent
TESTS = Path(__file__).parents[1]


def trees():
    for file in sorted(PACKAGE.rglob("*.py")):
        yield file.relative_to(PACKAGE), ast.parse(file.read_text(encoding="utf-8"))


def calls(tree, name):
    return [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) == name
    ]


def test_two_requests_of_one_test_share_no_context(app):
    found = []

    def look(_app):
        found.append(hasattr(g, "left_over"))
        g.left_over = True

    client = app.test_client()
    with request_started.connected_to(look, app):
        assert [client.get("/health").status_code for _ in range(2)] == [200, 200]
    assert found == [False, False]


def test_the_language_of_one_request_does_not_stick_to_the_next(app, town):
    client = app.test_client()
    assert '<html lang="en"' in client.get("/sign-in", headers={"Accept-Language": "en"}).text
    assert '<html lang="it"' in client.get("/sign-in", headers={"Accept-Language": "it"}).text


def test_a_change_outside_a_write_is_refused_and_gone_with_the_request(app, town):
    with app.app_context():
        opened = database.session()
        opened.get(User, town.ada).name = "Nessuno"
        with pytest.raises(db.UnannouncedWriteError):
            opened.flush()
    assert "Nessuno" not in signed_in(app, town.giulia).get(f"/classes/{town.school_class}").text


def test_importing_the_domain_pulls_in_no_room():
    script = "import sys, quizapp.core.items, quizapp.verification, quizapp.extraction.engine; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()
    assert not [name for name in loaded if name in {"sqlalchemy", "wtforms", "quizapp.web", "quizapp.accounts"}]


def test_every_redirect_says_303():
    for file, tree in trees():
        for call in calls(tree, "redirect"):
            assert isinstance(call.args[-1], ast.Constant), file
            assert call.args[-1].value == 303, file


def test_no_default_of_a_column_is_evaluated_at_import():
    for table in schema.Model.metadata.tables.values():
        for column in table.columns:
            default = column.default and column.default.arg
            assert not isinstance(default, datetime.datetime | dict | list), column


def test_every_constraint_has_a_name():
    for table in schema.Model.metadata.tables.values():
        for constraint in table.constraints:
            assert constraint.name, table.name


def test_a_naive_moment_is_refused(session, town):
    with pytest.raises(StatementError), db.writing(session) as write:
        _stamp(write, datetime.datetime(2024, 1, 1))  # noqa: DTZ001 - the point


def _stamp(write, moment):
    write.get(User, 1).created_at = moment
    write.flush()


def test_conftests_stay_small():
    for file in TESTS.rglob("conftest.py"):
        assert len(file.read_text(encoding="utf-8").splitlines()) < 120, file


def test_there_is_no_room_for_everything():
    names = {file.stem for file in PACKAGE.rglob("*.py")} | {file.name for file in PACKAGE.rglob("*") if file.is_dir()}
    assert not names & {"utils", "util", "helpers", "misc", "common"}


def test_no_test_asserts_how_long_something_took():
    """A loaded machine is no defect of the code: timings belong in `make bench`."""
    clocks = {"perf_counter", "process_time", "thread_time", "timeit"}
    named = [
        f"{file.relative_to(TESTS)}:{node.lineno}"
        for file in sorted(TESTS.rglob("*.py"))
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if getattr(node, "attr", getattr(node, "id", "")) in clocks
    ]
    assert named == []


def test_where_real_browsers_take_part_no_day_to_come_is_named():
    """They are on the machine's clock, on which it comes; all other tests are on the day of the tests."""
    named = [
        f"{file.name}:{node.lineno}"
        for file in sorted(BROWSERS.glob("*.py"))
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant | ast.Name | ast.Call) and to_come(node)
    ]
    assert named == []


def to_come(node):
    """Whether a piece of code names a day: the one of the tests or later ones in a text, or any in a call."""
    if isinstance(node, ast.Constant):
        return any(each >= NOW.date().isoformat() for each in re.findall(r"\b20\d\d-\d\d-\d\d", str(node.value)))
    if isinstance(node, ast.Call):
        named = getattr(node.func, "attr", getattr(node.func, "id", ""))
        return named in {"date", "datetime"} and bool(node.args)
    return node.id == "NOW"


def test_the_scripts_of_a_student_stay_light():
    """Compressed: at most 8 KB on the pages of a question, 3 KB elsewhere."""
    scripts = TESTS.parent / "static" / "js"
    everywhere, aloud, answers = (
        len(gzip.compress((scripts / name).read_bytes())) for name in ("app.js", "aloud.js", "answers.js")
    )
    assert everywhere + aloud <= 3000
    assert everywhere + aloud + answers <= 8000


def test_only_what_reads_the_values_of_its_page_is_imported_with_them(app):
    env = app.jinja_env
    trees = {name: env.parse(env.loader.get_source(env, name)[0]) for name in env.list_templates()}
    imports = {
        name: [
            (node.template.value, node.with_context)
            for node in tree.find_all((nodes.Import, nodes.FromImport))
            if isinstance(node.template, nodes.Const)
        ]
        for name, tree in trees.items()
    }
    reading = {name for name, tree in trees.items() if meta.find_undeclared_variables(tree) - set(env.globals)}
    while (
        more := {name for name, found in imports.items() if any(each in reading for each, given in found if given)}
        - reading
    ):
        reading |= more
    assert [
        (name, each) for name, found in imports.items() for each, given in found if given and each not in reading
    ] == []  # one that is imported with them is built anew for every page

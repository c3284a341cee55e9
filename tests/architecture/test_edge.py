"""What the edge answers whatever is asked: types, methods, folders, ways out; and what no code here does."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.build import signed_in
from tests.house import NO_PAGES, everything

HANDED_ON = "quizapp/beforehand.py"
"""Reads what a process that it forked itself compiled, from a file that has no name."""
MAKES_CODE = re.compile(
    r"\b(?:eval|exec)\(|render_template_string|from_string\(|shell=True|os\.(?:system|popen)\(|\bpickle\b|\bmarshal\b"
    r"|yaml\.(?:unsafe_load|full_load|load)\("
)

BY_NAME = re.compile(
    r"[\w)]\[[^\]'\"\d][^\]]*\]\s*(?:=(?![=>])|\+=|\|\|=|\?\?=)|__proto__|\bprototype\b|Object\.(?:assign|fromEntries|setPrototypeOf)"
    r"|structuredClone|\bfor\s*\([^)]*\bin\b"
)
"""What puts something into an object under a name that is only known while it runs, or copies one name by name."""


def open_addresses(app):
    return [rule.rule for rule in app.url_map.iter_rules() if "GET" in rule.methods and not rule.arguments]


def test_every_answer_names_its_type_and_encoding(app, town):
    giulia = signed_in(app, town.giulia)
    files = ("/static/css/app.css", "/static/js/aloud.js", f"/assignments/{town.immediate}/results.csv")
    for address in (*open_addresses(app), *files, "/nowhere"):
        with giulia.get(address) as answer:
            if answer.data:
                kind = answer.headers["Content-Type"]
                text = kind.startswith("text/") or "xml" in kind
                assert not text or kind.endswith("charset=utf-8"), (address, kind)
                assert text or kind in {"application/json", "image/svg+xml"}, (address, kind)


@pytest.mark.parametrize("method", ["TRACE", "PUT", "PATCH", "DELETE", "CONNECT", "PROPFIND"])
def test_no_method_but_those_of_its_route_is_answered(app, town, method):
    admin, before = signed_in(app, town.admin), everything(app)
    for rule in app.url_map.iter_rules():
        address = rule.build(dict.fromkeys(rule.arguments, "1") | ({"n": 1} if "n" in rule.arguments else {}))[1]
        assert admin.open(address, method=method).status_code == 405, address
    assert everything(app) == before


@pytest.mark.parametrize(
    "address",
    [
        "/static/",
        "/static/css/",
        "/static/css",
        "/static/../pyproject.toml",
        "/static/%2e%2e/pyproject.toml",
        "/static/..%2f..%2fpyproject.toml",
        "/static//etc/passwd",
        "/.git/config",
        "/templates/base.html",
        "/quizapp/config.py",
        "/var/quizapp.sqlite3",
    ],
)
def test_no_folder_is_listed_and_nothing_beside_the_static_files_is_served(client, address):
    assert client.get(address).status_code in {308, 404}
    assert client.get(address, follow_redirects=True).status_code == 404


def test_passwords_are_hidden_may_be_pasted_and_may_be_remembered(app, client, town):
    seen = 0
    for page in (client.get("/sign-in"), signed_in(app, town.ada).get("/account")):
        for field in BeautifulSoup(page.text, "html.parser").find_all(
            "input", {"name": ["password", "current", "again"]}
        ):
            assert field["type"] == "password"
            assert field["autocomplete"] in {"current-password", "new-password"}
            assert int(field.get("maxlength", 200)) >= 64
            seen += 1
    assert seen == 4
    assert not [file for file in Path("static/js").rglob("*.js") if re.search(r"['\"]paste['\"]", file.read_text())]


def test_every_page_of_somebody_signed_in_offers_to_sign_out(app, town):
    giulia, seen = signed_in(app, town.giulia), 0
    for rule in app.url_map.iter_rules():
        if "GET" in rule.methods and not rule.arguments and rule.endpoint not in NO_PAGES:
            page = giulia.get(rule.rule)
            if page.status_code == 200:
                assert 'action="/sign-out"' in page.text, rule.rule
                seen += 1
    assert seen > 20


def test_no_code_template_or_command_is_made_of_a_text():
    found = {
        (str(file), line.strip())
        for file in Path("quizapp").rglob("*.py")
        for line in file.read_text(encoding="utf-8").splitlines()
        if MAKES_CODE.search(line) and str(file) != HANDED_ON
    }
    assert found == set()


def test_no_script_keeps_anything_by_a_name_that_somebody_else_chose():
    found = {
        (file.name, match[0])
        for file in Path("static/js").glob("*.js")
        for match in BY_NAME.finditer(file.read_text(encoding="utf-8"))
    }
    assert found == {("answers.js", "l[n] =")}  # the number of a question, from the address of its own page

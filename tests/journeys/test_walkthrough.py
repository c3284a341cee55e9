"""The page that shows the whole way is true: it runs as it stands."""

import re
from pathlib import Path

from quizapp.formats.bankfile import write_bank
from tests.build import make_bank

PAGE = Path(__file__).parent.parent.parent / "docs" / "walkthrough.md"


def test_the_walkthrough_ends_in_a_line_of_history(tmp_path):
    bank_file = tmp_path / "bank.yaml"
    bank_file.write_text(write_bank(make_bank()), encoding="utf-8")
    (code,) = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    names = {"folder": tmp_path, "bank_file": bank_file}
    exec(compile(code, str(PAGE), "exec"), names)  # noqa: S102 - our own page
    assert names["history"] == "L’accordo di Vienna: 1 su 1"

"""Files of others, where QUIZAPP_FIXTURES names their folder: every question is taken or refused by name."""

import json
import os
from pathlib import Path

from quizapp.formats.registry import READ_FROM, format_of, read

_TYPES = {
    "MC": {"choice", "multiple"}, "TF": {"true_false"}, "Short": {"text"}, "Numerical": {"number"},
    "Matching": {"matching"},
}  # fmt: skip


def _folder(name):
    root = os.environ.get("QUIZAPP_FIXTURES")
    return Path(root, name) if root and Path(root, name).is_dir() else None


def test_gift_files_of_others_give_as_many_questions_as_moodle_counts_and_of_its_types():
    folder = _folder("gift")
    expected = json.loads((folder / "EXPECTED.json").read_text(encoding="utf-8")) if folder else {}
    for name, said in expected.items():
        found = read((folder / name).read_bytes(), "gift")
        refused = {each.index for each in found.problems if each.severity == "error" and each.index}
        assert len(found.items) + len(refused) == said["questions_moodle_rule"], name
        kinds = [each["type"] for each in said.get("parsed_by_gift_pegjs", ()) if each["type"] != "Category"]
        for item in found.items:
            wanted = kinds[int(item.id[1:]) - 1] if kinds else None
            assert wanted is None or item.type in _TYPES[wanted], (name, item.id)


def test_aiken_files_of_others_are_read_whole():
    folder = _folder("aiken")
    for file in sorted(folder.rglob("*.txt")) if folder else []:
        found = read(file.read_bytes(), "aiken")
        assert found.items, file
        assert [each for each in found.problems if each.severity == "error"] == [], file


def test_moodle_files_of_others_keep_names_shares_feedback_and_pictures():
    folder = _folder("moodlexml")
    expected = json.loads((folder / "EXPECTED.json").read_text(encoding="utf-8")) if folder else {}
    for name, said in expected.items():
        found = read((folder / name).read_bytes(), "moodle-xml")
        asked = [each for each in said["questions"] if each["type"] != "category"]
        refused = {each.index for each in found.problems if each.severity == "error" and each.index}
        assert len(found.items) + len(refused) == len(asked), name
        for item in found.items:
            wanted = asked[int(item.id[1:]) - 1]
            assert item.title == wanted["name"], name
            assert bool(item.explanation) == bool(wanted["general_feedback"]), name
            if item.type in {"choice", "multiple", "true_false"}:
                shares = [float(option.fraction) * 100 for option in item.body.options]
                assert shares == [float(answer["fraction"]) for answer in wanted["answers"]], name


def test_the_canvas_quiz_of_others_gives_its_eight_questions_and_names_the_two_that_cannot_be_marked():
    folder = _folder("qti")
    for file in folder.rglob("*_1.2.xml") if folder else []:
        found = read(file.read_bytes(), format_of(file.read_bytes()))
        assert [item.type for item in found.items] == [
            "choice", "true_false", "text", "cloze", "multiple", "cloze", "matching", "number",
        ]  # fmt: skip
        refused = [(each.index, each.problem.code) for each in found.problems if each.severity == "error"]
        assert refused == [(9, "canvas-type"), (10, "canvas-type")]


def test_the_template_of_kahoot_gives_its_example():
    folder = _folder("other/kahoot-template")
    for file in folder.glob("*.xlsx") if folder else []:
        found = read(file.read_bytes(), format_of(file.read_bytes()))
        assert [item.body.keys() for item in found.items] == [("Excel", "Google Docs", "Numbers", "LibreOffice")]
        assert [each.element for each in found.problems] == ["time", "options"]


def test_hostile_files_are_taken_or_refused_by_every_reader_and_none_falls():
    folder = _folder("hostile/made-here")
    for file in sorted(folder.iterdir()) if folder else []:
        for name in READ_FROM:
            found = read(file.read_bytes(), name)
            assert found.items or found.problems, (file.name, name)


def test_qti_items_of_others_are_taken_with_their_keys_or_refused_by_name():
    folder = _folder("qti")
    expected = json.loads((folder / "EXPECTED.json").read_text(encoding="utf-8")) if folder else {}
    for name, said in expected.items():
        if said["root"] != "assessmentItem":
            continue
        found = read((folder / name).read_bytes(), "qti")
        refused = [each for each in found.problems if each.severity == "error"]
        assert len(found.items) + bool(refused) == 1, name
        for item in found.items:
            assert (item.title, item.idnumber) == (said["title"], said["identifier"]), name
            if item.type in {"choice", "multiple"}:
                assert [option.text for option in item.body.options if option.is_key], name
                assert len(item.body.options) == len(said["choices"]), name

"""A sign that is not closed never takes the questions that follow into the one where it stands, unsaid."""

import pytest

from quizapp.formats.aiken import read_aiken
from quizapp.formats.bankfile import read_bank
from quizapp.formats.gift_read import read_gift
from quizapp.formats.moodle_read import read_moodle


def told(read, text):
    found = read(text.encode())
    problems = [(each.problem.code, each.severity, each.index, each.line) for each in found.problems]
    return [item.stem for item in found.items], problems


@pytest.mark.parametrize(
    ("block", "line"),
    [
        ("Due? {=a ~b\nTre? {=a ~b}\nSei? {=c ~d}", 4),
        ("Due? {=a ~b}\nTre? {=a ~b}", 4),
        ("::t::Due? {=a ~b}\n// tre\nTre? {=a ~b}", 5),
        ("// due\nDue? {\n=a\n// poi\n=b ~c}\n// tre\nTre? {T}", 9),
        ("Due? {=a ~b}}", 3),
        ("Quanto? {=$\\frac{1}{2}$ ~b}", 3),
    ],
)
def test_two_questions_of_gift_in_one_are_refused_where_the_second_brace_stands(block, line):
    stems, problems = told(read_gift, f"Uno? {{=a ~b}}\n\n{block}\n\nFine? {{T}}\n")
    assert (stems, problems) == (["Uno?", "Fine?"], [("gift-two", "error", 2, line)])


def test_a_brace_too_many_below_a_category_is_found_on_its_line():
    _stems, problems = told(read_gift, "$CATEGORY: uno\nDue? {=a ~b}\nTre? {=a ~b}\n")
    assert problems == [("gift-two", "error", 1, 3)]
    assert told(read_gift, "$CATEGORY: uno\nDue? {=a ~b\n")[1] == [("gift-brace", "error", 1, 2)]


def test_a_brace_that_is_text_is_no_second_one():
    stems, problems = told(read_gift, r"Che cos’è \{x\}? {=un \{insieme\} ~altro#si scrive \{\}} Scegli \}." "\n")
    assert (len(stems), problems) == (1, [])


@pytest.mark.parametrize(
    ("text", "stem", "line"),
    [
        ("Uno?\n\nDue?\nA. a\nB. b\nANSWER: A\n", "Uno?\nDue?", 1),
        ("Zero?\nA. a\nB. b\nANSWER: A\n\nUno?\n \n\nDue?\n\nA. a\n\nB. b\n\nANSWER: A\n", "Uno?\nDue?", 6),
        ("Uno?\nA. a\nB. b\nANSWR: A\n\nDue?\nA. a\nB. b\nANSWER: A\n", "ANSWR: A\nDue?", 4),
    ],
)
def test_a_blank_line_in_a_question_of_aiken_is_pointed_at(text, stem, line):
    stems, problems = told(read_aiken, text)
    assert stems[-1] == stem
    assert [(code, severity, at) for code, severity, _index, at in problems][-1] == ("aiken-parted", "warning", line)


@pytest.mark.parametrize(
    "text", ["Uno?\nanche due?\n\nA. a\n\nB. b\n\nANSWER: A\n", "\n\nUno?\n\nA. a\nB. b\nANSWER: A\n\n"]
)
def test_a_blank_line_elsewhere_is_none_in_the_question(text):
    stems, problems = told(read_aiken, text)
    assert (len(stems), problems) == (1, [])


def choice(stem, name="text"):
    answers = "".join(
        f'<answer fraction="{share}"><text>{said}</text></answer>' for share, said in ((100, "a"), (0, "b"))
    )
    return (
        '<question type="multichoice"><single>true</single><questiontext format="html">'
        f"<text>{stem}</text></questiontext>{answers}</question>\n"
    )


def quiz(*questions):
    return "<quiz>\n" + "".join(questions) + "</quiz>"


def test_a_section_of_cdata_that_ends_in_another_question_is_named_by_the_line_where_it_begins():
    file = quiz(choice("<![CDATA[Uno?]]>"), choice("<![CDATA[Due?"), choice("Tre?"), choice("<![CDATA[Sei?]]>"))
    assert told(read_moodle, file) == ([], [("xml-cdata", "error", None, 3)])


@pytest.mark.parametrize(
    "stem", ["<![CDATA[Che cosa apre <b>&lt;![CDATA[</b>?]]>", "<![CDATA[a <![CDATA[ b]]>", "<![CDATA[a</text>]]>"]
)
def test_a_section_that_only_speaks_of_another_is_read(stem):
    stems, problems = told(read_moodle, quiz(choice(stem), choice("Due?")))
    assert (len(stems), [each for each in problems if each[1] == "error"]) == (2, [])


def cloze(stem):
    text = f"<text><![CDATA[{stem}]]></text>"
    return f'<question type="cloze"><questiontext format="html">{text}</questiontext></question>\n'


@pytest.mark.parametrize(
    "stem",
    [
        "A {1:SA:=Berlin e {1:SA:=Roma}.",
        "A {1:SA:=Berlin} e {2:NM:=5",
        "A {:MC:=x~y e {1:MC:=x~y} e {1:SA:=z}.",
        "{1:MCS:=a",
    ],
)
def test_a_gap_that_is_not_closed_is_refused_and_no_key_stands_in_the_text(stem):
    stems, problems = told(read_moodle, quiz(cloze("A {1:SA:=Bonn}."), cloze(stem)))
    assert (stems, problems) == (["A [[1]]."], [("moodle-open", "error", 2, 3)])


@pytest.mark.parametrize(
    "stem", [r"A {1:SA:=Ber\}lin} e {2:MC:=x~y}.", "A {1:SA:=x} e {cioè: B} e {1:XX:y.", "{1:SA:={a~b}"]
)
def test_other_braces_in_a_text_with_gaps_are_text(stem):
    _stems, problems = told(read_moodle, quiz(cloze(stem)))
    assert "moodle-open" not in {code for code, *_rest in problems}


def test_a_text_of_a_bank_file_whose_mark_is_not_closed_is_named_where_it_opens():
    file = (
        'id: it/x\nlang: it\nitems:\n  - type: choice\n    stem: "Uno?\n    id: a\n  - type: choice\n    stem: Due?\n'
    )
    _bank, problems = read_bank(file.encode())
    (found,) = problems
    assert (found.problem.code, found.line, found.column) == ("yaml-syntax", 5, 11)
    assert "non si chiudono" in found.problem.say("it")
    assert "is not closed" in found.problem.say("en")

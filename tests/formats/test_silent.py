"""A number that cannot be read never becomes another in silence: a question is refused for it, or the loss is said."""

import pytest

from quizapp.formats.canvas_read import read_canvas
from quizapp.formats.csvfile import read_csv
from quizapp.formats.gift_read import read_gift
from quizapp.formats.kahoot import read_kahoot
from quizapp.formats.moodle_read import read_moodle
from quizapp.formats.qti_read import read_qti
from quizapp.formats.workbook import workbook

ANSWERS = "<answer fraction='100'><text>io</text></answer><answer fraction='0'><text>tu</text></answer>"
NUMBERS = "<answer fraction='100'><text>5</text></answer>"


def moodle(inner, kind="multichoice", answers=ANSWERS, stem="Chi?"):
    stem = f"<questiontext format='html'><text>{stem}</text></questiontext>"
    return read_moodle(f"<quiz>\n<question type='{kind}'>{stem}{inner}{answers}</question></quiz>".encode())


def units(*names):
    inner = "".join(f"<unit><multiplier>1</multiplier><unit_name>{name}</unit_name></unit>" for name in names)
    return f"<units>{inner}</units>"


def ordered(*places):
    steps = "".join(f"<answer fraction='{place}'><text>{place}</text></answer>" for place in places)
    return moodle("", "ordering", steps)


def gift(answers):
    return read_gift(f"\nChi?{{{answers}}}\n".encode())


def qti(declaration, processing="", base="float", mapping=""):
    body = "<itemBody><p>Quanto? <textEntryInteraction responseIdentifier='R'/></p></itemBody>"
    head = f"<responseDeclaration identifier='R' cardinality='single' baseType='{base}'>{declaration}{mapping}"
    inner = f"{head}</responseDeclaration>{body}<responseProcessing>{processing}</responseProcessing>"
    return read_qti(f"<assessmentItem xmlns='x' identifier='i1' title='T'>{inner}</assessmentItem>".encode())


def condition(score="1", test="<equal{0}>{1}</equal>", **attributes):
    inner = "<variable identifier='R'/><baseValue baseType='float'>5</baseValue>"
    said = "".join(f" {name}='{value}'" for name, value in attributes.items())
    earned = f"<setOutcomeValue identifier='SCORE'><baseValue baseType='float'>{score}</baseValue></setOutcomeValue>"
    return f"<responseCondition><responseIf>{test.format(said, inner)}{earned}</responseIf></responseCondition>"


def scored(score="1", **attributes):
    return qti("", condition(score, **attributes))


def mapped(attributes, entry="<mapEntry mapKey='io' mappedValue='1'/>"):
    right = "<correctResponse><value>io</value></correctResponse>"
    return qti(right, base="string", mapping=f"<mapping {attributes}>{entry}</mapping>")


def canvas(points, worth="1"):
    rule = "<respcondition><conditionvar><varequal respident='r'>{0}</varequal></conditionvar>{1}</respcondition>"
    rules = rule.format("io", "<setvar>100</setvar>") + rule.format("tu", f"<setvar>{points}</setvar>")
    field = "<fieldlabel>question_type</fieldlabel><fieldentry>short_answer_question</fieldentry>"
    field += (
        f"</qtimetadatafield><qtimetadatafield><fieldlabel>points_possible</fieldlabel><fieldentry>{worth}</fieldentry>"
    )
    head = f"<itemmetadata><qtimetadata><qtimetadatafield>{field}</qtimetadatafield></qtimetadata></itemmetadata>"
    stem = "<presentation><material><mattext>Chi?</mattext></material></presentation>"
    item = f"<item ident='i1'>{head}{stem}<resprocessing>{rules}</resprocessing></item>"
    return read_canvas(f"<questestinterop>{item}</questestinterop>".encode())


def kahoot(heading, value):
    heads = ["", "Question", "Answer 1", "Answer 2", "Time limit", "Correct answer(s)", heading]
    return read_kahoot(workbook("x", [heads, ["1", "Chi?", "io", "tu", "", "1", value]]))


def gaps(weight):
    return moodle("", "cloze", "", stem=f"È {{1:MC:=io~{weight}tu}}.")


def table(heads, cells):
    return read_csv(f"domanda;risposta 1;risposta 2;giusta;{heads}\nChi?;io;tu;A;{cells}\n".encode())


@pytest.mark.parametrize(
    ("read", "code", "said", "line", "element"),
    [
        (lambda: moodle("<defaultgrade>dieci</defaultgrade>"), "points-lost", "dieci", 2, "defaultgrade"),
        (lambda: moodle("<defaultgrade>1001</defaultgrade>"), "points-lost", "1001", 2, "defaultgrade"),
        (lambda: moodle("<defaultgrade>-1</defaultgrade>"), "points-lost", "-1", 2, "defaultgrade"),
        (lambda: moodle("<defaultgrade>2:3</defaultgrade>"), "points-lost", "2:3", 2, "defaultgrade"),
        (lambda: moodle("<penalty>poco</penalty>"), "moodle-penalty", "poco", 2, "penalty"),
        (lambda: moodle("<penalty>1.5</penalty>"), "moodle-penalty", "1.5", 2, "penalty"),
        (lambda: moodle("<penalty>0.1:3</penalty>"), "moodle-penalty", "0.1:3", 2, "penalty"),
        (lambda: moodle(units("km", "m"), "numerical", NUMBERS), "moodle-units", "km", 2, "units"),
        (lambda: ordered("2", "primo", "3"), "moodle-place", "primo", 2, "fraction"),
        (lambda: gaps("%5O%"), "moodle-weight", "%5O%", 2, "MC"),
        (lambda: gift("=io ~%50,5%tu"), "gift-weight", "%50,5%", 2, None),
        (lambda: gift("=%1/3%io"), "gift-weight", "%1/3%", 2, None),
        (lambda: scored(toleranceMode="absolute", tolerance="0.1 0.5"), "qti-tolerance", "0.1 0.5", 1, "tolerance"),
        (lambda: scored(toleranceMode="relative", tolerance="1 x"), "qti-tolerance", "1 x", 1, "tolerance"),
        (lambda: canvas("50", "1001"), "points-lost", "1001", 1, "points_possible"),
        (lambda: canvas("50", "dieci"), "points-lost", "dieci", 1, "points_possible"),
        (lambda: kahoot("Points", "2000"), "table-column", "Points", 1, "Points"),
        (lambda: table("formato", "htlm"), "table-format", "htlm", 2, "text_format"),
    ],
)
def test_what_is_lost_is_said_with_its_place_and_the_question_kept(read, code, said, line, element):
    found = read()
    (told,) = found.problems
    assert len(found.items) == 1
    assert (told.problem.code, told.severity, told.line, told.element) == (code, "warning", line, element)
    assert all(said in told.problem.say(lang) for lang in ("it", "en"))


@pytest.mark.parametrize(
    ("read", "code", "said"),
    [
        (lambda: moodle("", answers=ANSWERS.replace("'0'", "'poco'")), "moodle-fraction", "poco"),
        (lambda: moodle("", "numerical", NUMBERS.replace("</text>", "</text><tolerance>poco</tolerance>")),
         "moodle-number", "poco"),
        (lambda: gaps("%99%"), "moodle-fraction", "MC"),
        (lambda: gift("=io ~%99%tu"), "gift-fraction", "99"),
        (lambda: gift("#5:poco"), "gift-number", "5:poco"),
        (lambda: scored("uno"), "qti-number", "uno"),
        (lambda: scored(toleranceMode="absolute", tolerance="poco"), "qti-number", "poco"),
        (lambda: scored(toleranceMode="absolute", tolerance="1:2"), "qti-number", "1:2"),
        (lambda: scored(toleranceMode="percent", tolerance="5"), "qti-number", "5"),
        (lambda: scored(toleranceMode="percent"), "qti-number", "percent"),
        (lambda: mapped("defaultValue='poco'"), "qti-number", "poco"),
        (lambda: mapped("", "<mapEntry mapKey='io' mappedValue='poco'/>"), "qti-number", "poco"),
        (lambda: canvas("poco"), "canvas-number", "poco"),
        (lambda: table("punti", "dieci"), "field-not-number", "dieci"),
        (lambda: table("peso 1", "dieci"), "table-weight", "dieci"),
    ],
)  # fmt: skip
def test_what_the_answers_hang_on_is_refused_for_it(read, code, said):
    found = read()
    assert found.items == ()
    (told,) = found.problems
    assert (told.problem.code, told.index) == (code, 1)
    assert said in told.problem.say("it")


@pytest.mark.parametrize(
    "read",
    [
        lambda: moodle("<defaultgrade>1.0000000</defaultgrade><penalty>0.3333333</penalty>"),
        lambda: moodle("<defaultgrade></defaultgrade><penalty/>"),
        lambda: moodle(units("km"), "numerical", NUMBERS),
        lambda: ordered("3", "1", "2"),
        lambda: moodle("", "ordering", "<answer><text>a</text></answer><answer><text>b</text></answer>"),
        lambda: gift("=%PATH% ~%HOME%"),
        lambda: gift("=5 % ~50%"),
        lambda: scored(toleranceMode="absolute", tolerance="0.1 0.1"),
        lambda: scored(toleranceMode="exact", tolerance="0.1 0.5"),
        lambda: mapped("defaultValue='0'"),
        lambda: canvas("50"),
        lambda: kahoot("Points", ""),
        lambda: table("formato", "Plain"),
    ],
)
def test_what_can_be_read_is_not_complained_of(read):
    found = read()
    assert (len(found.items), found.problems) == (1, ())


def test_steps_whose_places_are_numbers_come_in_their_order():
    (item,) = ordered("3", "1", "2").items
    assert [step.text for step in item.body.order] == ["1", "2", "3"]

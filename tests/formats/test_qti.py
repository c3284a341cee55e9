"""QTI: items of three versions, their keys, points and feedback; packages within limits; the rest by name."""

import io
import zipfile
from fractions import Fraction

import pytest

from quizapp.formats.qti_read import read_qti

PAIRS = (
    "<matchInteraction responseIdentifier='R'><simpleMatchSet>{0}</simpleMatchSet><simpleMatchSet>{1}</simpleMatchSet>"
    "</matchInteraction>"
)
OPTION = "<simpleAssociableChoice identifier='{0}'>{1}</simpleAssociableChoice>"


def declared(values, cardinality="single", base="identifier", mapping=""):
    right = "".join(f"<value>{value}</value>" for value in values)
    points = f"<mapping>{mapping}</mapping>" if mapping else ""
    return (
        f"<responseDeclaration identifier='R' cardinality='{cardinality}' baseType='{base}'>"
        f"<correctResponse>{right}</correctResponse>{points}</responseDeclaration>"
    )


def item(body, declaration, more=""):
    inner = f"{declaration}<itemBody>{body}</itemBody>{more}"
    return f"<assessmentItem xmlns='x' identifier='i1' title='Titolo'>{inner}</assessmentItem>".encode()


def choices(*names, several=False):
    options = "".join(f"<simpleChoice identifier='{name}'>{name.lower()}</simpleChoice>" for name in names)
    most = 2 if several else 1
    inner = f"<prompt>Chi?</prompt>{options}"
    return f"<choiceInteraction responseIdentifier='R' maxChoices='{most}'>{inner}</choiceInteraction>"


def one(data):
    found = read_qti(data)
    assert [each.problem.code for each in found.problems if each.severity == "error"] == []
    (read,) = found.items
    return read


def refused(data):
    found = read_qti(data)
    assert found.items == ()
    return [each.problem.code for each in found.problems]


def package(files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def test_one_choice_with_its_key():
    read = one(item(f"<p>Leggi.</p>{choices('A', 'B')}", declared(["B"])))
    assert (read.type, read.title, read.idnumber, read.stem) == ("choice", "Titolo", "i1", "Leggi.<br>Chi?")
    assert [(o.text, o.fraction) for o in read.body.options] == [("a", 0), ("b", 1)]


def test_version_three_writes_the_same_names_with_hyphens():
    data = (
        b"<qti-assessment-item identifier='i' title='T'><qti-response-declaration identifier='R' cardinality='single' "
        b"base-type='identifier'><qti-correct-response><qti-value>A</qti-value></qti-correct-response>"
        b"</qti-response-declaration><qti-item-body><qti-choice-interaction response-identifier='R' max-choices='1'>"
        b"<qti-prompt>Chi?</qti-prompt><qti-simple-choice identifier='A'>io</qti-simple-choice>"
        b"<qti-simple-choice identifier='B'>tu</qti-simple-choice></qti-choice-interaction></qti-item-body>"
        b"</qti-assessment-item>"
    )
    assert [(o.text, o.fraction) for o in one(data).body.options] == [("io", 1), ("tu", 0)]


def test_several_right_answers_all_or_nothing_or_by_their_points():
    plain = one(item(choices("A", "B", "C", several=True), declared(["A", "B"], "multiple")))
    assert (plain.type, plain.body.rule) == ("multiple", "all-or-nothing")
    points = "".join(
        f"<mapEntry mapKey='{key}' mappedValue='{value}'/>" for key, value in (("A", 1), ("B", 3), ("C", -1))
    )
    weighed = one(item(choices("A", "B", "C", several=True), declared(["A", "B"], "multiple", mapping=points)))
    assert [o.fraction for o in weighed.body.options] == [Fraction(1, 4), Fraction(3, 4), Fraction(-1, 4)]


def test_a_word_or_a_number_to_type():
    gap = "<p>Roma è in <textEntryInteraction responseIdentifier='R'/>.</p>"
    read = one(item(gap, declared(["Italia"], base="string")))
    assert (read.type, read.stem, read.body.answers[0].text) == ("text", "Roma è in _____.", "Italia")
    assert one(item(gap, declared(["7"], base="integer"))).body.numbers[0].value == 7


def test_words_to_choose_in_a_text_are_gaps():
    inline = (
        "<p>Roma è in <inlineChoiceInteraction responseIdentifier='R'><inlineChoice identifier='A'>"
        "Italia</inlineChoice><inlineChoice identifier='B'>Francia</inlineChoice></inlineChoiceInteraction>.</p>"
    )
    read = one(item(inline, declared(["A"])))
    assert (read.type, read.stem, read.body.keys()) == ("cloze", "Roma è in [[1]].", ("1. Italia",))


def test_pairs_and_a_right_side_too_many():
    body = PAIRS.format(
        OPTION.format("a", "Italia") + OPTION.format("b", "Francia"),
        OPTION.format("x", "Roma") + OPTION.format("y", "Parigi") + OPTION.format("z", "Madrid"),
    )
    read = one(item(body, declared(["b y", "a x"], "multiple", "directedPair")))
    assert [(pair.left, pair.right) for pair in read.body.pairs] == [("Italia", "Roma"), ("Francia", "Parigi")]
    assert read.body.extra_rights == ("Madrid",)


def test_an_order():
    steps = "".join(f"<simpleChoice identifier='{name}'>{name}</simpleChoice>" for name in "ABC")
    body = f"<orderInteraction responseIdentifier='R'><prompt>Ordina.</prompt>{steps}</orderInteraction>"
    assert [s.text for s in one(item(body, declared(["C", "A", "B"], "ordered"))).body.order] == ["C", "A", "B"]


def test_feedback_of_an_option_of_the_verdict_and_of_nobody():
    body = choices("A", "B").replace("a</simple", "a<feedbackInline identifier='A'>perché</feedbackInline></simple", 1)
    modal = "<modalFeedback identifier='correct'>Bene</modalFeedback><modalFeedback identifier='F9'>Boh</modalFeedback>"
    found = read_qti(item(body, declared(["A"]), modal))
    (read,) = found.items
    assert (read.body.options[0].text, read.body.options[0].feedback) == ("a", "perché")
    assert read.combined_feedback.correct == "Bene"
    assert [(each.problem.code, each.severity) for each in found.problems] == [("qti-feedback", "warning")]


def test_nothing_harmful_is_kept():
    read = one(item(f"<p onclick='x'>Ciao<script>alert(1)</script></p>{choices('A', 'B')}", declared(["A"])))
    assert "script" not in read.stem
    assert "onclick" not in read.stem


@pytest.mark.parametrize(
    ("data", "codes"),
    [
        (item("<extendedTextInteraction responseIdentifier='R'/>", ""), ["qti-interaction"]),
        (item("<p>Solo testo.</p>", ""), ["qti-none"]),
        (item(choices("A", "B") * 2, declared(["A"])), ["qti-several"]),
        (item(choices("A", "B"), ""), ["qti-no-key"]),
        (item(choices("A", "B"), declared(["Z"])), ["qti-key"]),
        (item(choices("A", "B"), declared(["A"]), "<templateProcessing/>"), ["qti-template"]),
        (b"<manifest/>", ["qti-root"]),
        (b"PK\x03\x04 rotto", ["zip-broken"]),
        (package({"a.xml": "<x/>"}), ["zip-missing"]),
        (package({"../a.xml": "<x/>"}), ["zip-name"]),
        (package({"a": b"\0" * 20_000_000}), ["zip-expands"]),
    ],
)
def test_what_cannot_be_taken_is_refused_by_name(data, codes):
    assert refused(data) == codes


def test_a_package_gives_the_items_of_its_manifest_and_names_the_missing():
    manifest = (
        "<manifest><resources><resource type='imsqti_item_xmlv2p1' href='q/1.xml'/>"
        "<resource type='imsqti_item_xmlv2p1' href='q/2.xml'/><resource type='imsqti_test_xmlv2p1' href='t.xml'/>"
        "</resources></manifest>"
    )
    sound = item(choices("A", "B"), declared(["A"])).decode()
    found = read_qti(package({"imsmanifest.xml": manifest, "q/1.xml": sound, "t.xml": "<x/>"}))
    assert len(found.items) == 1
    assert [(each.problem.code, each.severity) for each in found.problems] == [("zip-missing", "error")]


def points(**values):
    return "".join(
        f"<mapEntry mapKey='{key.replace('_', ' ')}' mappedValue='{value}'/>" for key, value in values.items()
    )


def test_what_the_points_do_not_name_has_the_points_of_the_rest():
    said = declared(["A"], "multiple", mapping=points(A=2)).replace("<mapping>", "<mapping defaultValue='-1'>")
    read = one(item(choices("A", "B", several=True), said))
    assert [o.fraction for o in read.body.options] == [1, Fraction(-1, 2)]


@pytest.mark.parametrize(
    ("values", "lost"),
    [
        ({"a_x": 1, "b_y": 1}, []),
        ({"a_x": 2, "b_y": 1}, ["qti-points"]),
        ({"a_x": 1, "b_y": 1, "a_y": -1}, ["qti-points"]),
    ],
)
def test_points_of_single_pairs_are_lost_by_name(values, lost):
    lefts, rights = (
        OPTION.format("a", "Italia") + OPTION.format("b", "Francia"),
        OPTION.format("x", "Roma") + OPTION.format("y", "Parigi"),
    )
    found = read_qti(
        item(PAIRS.format(lefts, rights), declared(["a x", "b y"], "multiple", "directedPair", points(**values)))
    )
    assert [each.problem.code for each in found.problems] == lost
    assert found.items[0].body.keys() == ("Italia → Roma", "Francia → Parigi")


def test_points_of_words_put_into_gaps_are_the_weights_of_the_gaps():
    body = (
        "<gapMatchInteraction responseIdentifier='R'><gapText identifier='a'>Roma</gapText><gapText identifier='b'>Po"
        "</gapText><p><gap identifier='x'/> e <gap identifier='y'/></p></gapMatchInteraction>"
    )
    read = one(item(body, declared(["a x", "b y"], "multiple", "directedPair", points(a_x=1, b_y=2))))
    assert [gap.weight for gap in read.body.gaps] == [1, 2]
    found = read_qti(item(body, declared(["a x", "b y"], "multiple", "directedPair", points(b_y=2))))
    assert [each.problem.code for each in found.problems] == ["qti-points"]


def outcome(name, default=None, **attributes):
    told = "".join(f" {key}='{value}'" for key, value in attributes.items())
    value = "" if default is None else f"<defaultValue><value>{default}</value></defaultValue>"
    return f"<outcomeDeclaration identifier='{name}' baseType='float'{told}>{value}</outcomeDeclaration>"


def worth(*outcomes):
    found = read_qti(item(choices("A", "B"), declared(["A"]) + "".join(outcomes)))
    (read,) = found.items
    return read.points, [(each.problem.code, each.severity, each.line) for each in found.problems]


@pytest.mark.parametrize(
    ("outcomes", "points"),
    [
        ([outcome("SCORE", "0")], 1),
        ([outcome("SCORE", "0"), outcome("MAXSCORE", "10.0")], 10),
        ([outcome("SCORE", "0", normalMaximum="2.5")], Fraction(5, 2)),
        ([outcome("SCORE", "0", normalMaximum="3"), outcome("MAXSCORE", " 3.0 ")], 3),
        ([outcome("SCORE", "0", normalMaximum="3"), outcome("MAXSCORE")], 3),
        ([outcome("SCORE", "7")], 1),
        ([outcome("MAXSCORE", "0.333333333333")], Fraction(1, 3)),
        ([outcome("MAXSCORE", "0")], 0),
        ([outcome("MAXSCORE", "1")], 1),
        ([outcome("OTHER", "5", normalMaximum="5")], 1),
    ],
)
def test_an_item_is_worth_the_default_of_its_maxscore_or_the_normal_maximum_of_its_score(outcomes, points):
    assert worth(*outcomes) == (points, [])


def test_version_three_says_it_with_hyphens():
    declared_ = (
        "<qti-response-declaration identifier='R' cardinality='single' base-type='identifier'>"
        "<qti-correct-response><qti-value>A</qti-value></qti-correct-response></qti-response-declaration>"
        "<qti-outcome-declaration identifier='SCORE' base-type='float' normal-maximum='4'/>"
    )
    offered = "".join(f"<qti-simple-choice identifier='{name}'>{name}</qti-simple-choice>" for name in "AB")
    body = f"<qti-choice-interaction response-identifier='R' max-choices='1'>{offered}</qti-choice-interaction>"
    inner = f"{declared_}<qti-item-body>{body}</qti-item-body>"
    assert one(f"<qti-assessment-item identifier='i'>{inner}</qti-assessment-item>".encode()).points == 4


@pytest.mark.parametrize("said", ["molti", "-1", "1001", "NaN", "1e400", "9" * 5_000, "2:1"])
def test_a_maximum_that_is_no_number_of_points_is_said_to_be_lost(said):
    assert worth(outcome("MAXSCORE", said)) == (1, [("points-lost", "warning", 1)])


def test_two_maxima_that_differ_are_named_and_the_declared_one_counts():
    twice = [outcome("SCORE", "0", normalMaximum="5"), outcome("MAXSCORE", "3")]
    assert worth(*twice) == (3, [("qti-maximum", "warning", 1)])


def test_shares_are_of_the_most_whatever_it_is_worth():
    mapping = "<mapEntry mapKey='A' mappedValue='4'/><mapEntry mapKey='B' mappedValue='1'/>"
    read = one(item(choices("A", "B"), declared(["A"], mapping=mapping) + outcome("MAXSCORE", "4")))
    assert (read.points, [option.fraction for option in read.body.options]) == (4, [1, Fraction(1, 4)])

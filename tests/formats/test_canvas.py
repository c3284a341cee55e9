"""Canvas: its QTI 1.2, from a file or a package; keys, feedback and pictures; the rest refused by name."""

import base64

import pytest

from quizapp.formats.canvas_read import read_canvas
from quizapp.formats.registry import format_of
from tests.formats.packing import package

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
CANVAS = "<manifest><resources><resource type='imsqti_xmlv1p2' href='q/q.xml'/></resources></manifest>"


def text(words, kind="plain"):
    return f"<material><mattext texttype='text/{kind}'>{words}</mattext></material>"


def question(kind, inner, rules="", more="", points="1.0"):
    fields = "".join(
        f"<qtimetadatafield><fieldlabel>{label}</fieldlabel><fieldentry>{entry}</fieldentry></qtimetadatafield>"
        for label, entry in (("question_type", f"{kind}_question"), ("points_possible", points))
    )
    body = f"<itemmetadata><qtimetadata>{fields}</qtimetadata></itemmetadata><presentation>{inner}</presentation>"
    return f"<item ident='i1' title='T'>{body}<resprocessing>{rules}</resprocessing>{more}</item>"


def document(*questions):
    return (
        f"<questestinterop><assessment><section>{''.join(questions)}</section></assessment></questestinterop>".encode()
    )


def response(name="r", left="", **labels):
    offered = "".join(f"<response_label ident='{key}'>{text(words)}</response_label>" for key, words in labels.items())
    head = text(left) if left else ""
    return f"<response_lid ident='{name}'>{head}<render_choice>{offered}</render_choice></response_lid>"


def earns(inner, points="100", told=""):
    shown = f"<displayfeedback linkrefid='{told}'/>" if told else ""
    return (
        f"<respcondition><conditionvar>{inner}</conditionvar><setvar action='Set'>{points}</setvar>{shown}"
        "</respcondition>"
    )


def tells(inner, name):
    return f"<respcondition><conditionvar>{inner}</conditionvar><displayfeedback linkrefid='{name}'/></respcondition>"


def equal(value, name="r"):
    return f"<varequal respident='{name}'>{value}</varequal>"


def feedback(name, words):
    return f"<itemfeedback ident='{name}'><flow_mat>{text(words)}</flow_mat></itemfeedback>"


def one(data):
    found = read_canvas(data)
    assert [each.problem.code for each in found.problems] == []
    (item,) = found.items
    return item


def test_a_choice_with_its_key_points_and_every_feedback():
    more = feedback("general_fb", "Perché") + feedback("correct_fb", "Bene") + feedback("a_fb", "No, io no")
    rules = tells(equal("a"), "a_fb") + earns(equal("b"), told="correct_fb")
    item = one(document(question("multiple_choice", text("Chi?") + response(a="io", b="tu"), rules, more, "2.0")))
    assert (item.type, item.title, item.idnumber, item.points, item.stem) == ("choice", "T", "i1", 2, "Chi?")
    assert [(o.text, o.fraction, o.feedback) for o in item.body.options] == [("io", 0, "No, io no"), ("tu", 1, None)]
    assert (item.explanation, item.combined_feedback.correct) == ("Perché", "Bene")


def test_several_keys_are_those_that_must_hold_and_no_others():
    rules = earns(f"<and>{equal('a')}<not>{equal('b')}</not>{equal('c')}</and>")
    item = one(document(question("multiple_answers", text("Quali?") + response(a="x", b="y", c="z"), rules)))
    assert (item.type, item.body.keys(), item.body.rule) == ("multiple", ("x", "z"), "net-correct")


def test_true_or_false_and_words_to_type():
    truth = question("true_false", text("Piove.") + response(a="True", b="False"), earns(equal("b")))
    typed = question("short_answer", text("Dove?"), earns(equal("Qui*") + equal("là")))
    first, second = read_canvas(document(truth, typed)).items
    assert not first.body.statement_is_true
    assert [answer.text for answer in second.body.answers] == [r"Qui\*", "là"]


@pytest.mark.parametrize(
    ("inner", "value", "slack"),
    [
        (f"<or>{equal('42.0')}<and><vargte>42.0</vargte><varlte>42.0</varlte></and></or>", "42", "0"),
        ("<vargte>41.5</vargte><varlte>42.5</varlte>", "42", "0.5"),
        (f"<or>{equal('42')}<and><vargt>41.995</vargt><varlte>42.005</varlte></and></or>", "42", "0.005"),
    ],
)
def test_a_number_is_read_exactly_by_range_and_by_precision(inner, value, slack):
    item = one(document(question("numerical", text("Quanto?"), earns(inner))))
    assert [(str(n.value), str(n.tolerance)) for n in item.body.numbers] == [(value, slack)]


def test_pairs_share_the_right_sides_on_offer():
    sides = response("p", "Italia", x="Roma", y="Parigi", z="Bonn") + response("q", "Francia", x="Roma", y="Parigi")
    rules = earns(equal("x", "p"), "50") + earns(equal("y", "q"), "50")
    item = one(document(question("matching", text("Abbina.") + sides, rules)))
    assert [(p.left, p.right) for p in item.body.pairs] == [("Italia", "Roma"), ("Francia", "Parigi")]
    assert item.body.extra_rights == ("Bonn",)


def test_gaps_to_type_and_to_choose_stand_where_their_names_stood():
    blanks = response("response_a", "a", x="uno", y="Uno!")
    typed = question("fill_in_multiple_blanks", text("[a] e [[x]].") + blanks, earns(equal("x", "response_a"), "100"))
    chosen = question(
        "multiple_dropdowns", text("È [b].") + response("response_b", "b", x="sì", y="no"),
        earns(equal("x", "response_b")),
    )  # fmt: skip
    first, second = read_canvas(document(typed, chosen)).items
    assert first.stem == r"[[1]] e \[[x]]."
    assert [answer.text for answer in first.body.gaps[0].body.answers] == ["uno", "Uno!"]
    assert (second.stem, second.body.keys()) == ("È [[1]].", ("1. sì",))


def test_a_package_brings_its_pictures_and_names_what_is_missing():
    stem = text(
        "&lt;p&gt;Chi?&lt;img src='$IMS-CC-FILEBASE$/a%20b.png' alt='Un leone'&gt;&lt;img src='x.png' alt='Boh'&gt;"
        "&lt;script&gt;1&lt;/script&gt;&lt;/p&gt;", "html",
    )  # fmt: skip
    sound = document(question("multiple_choice", stem + response(a="io", b="tu"), earns(equal("b")))).decode()
    data = package({"imsmanifest.xml": CANVAS, "q/q.xml": sound, "web_resources/a b.png": PNG})
    found = read_canvas(data)
    (item,) = found.items
    assert format_of(data) == "canvas"
    assert [(file.name, file.mime, file.alt) for file in item.files] == [("a b.png", "image/png", "Un leone")]
    assert "script" not in item.stem
    assert 'src="file:a b.png"' in item.stem
    assert [each.problem.code for each in found.problems] == ["picture-lost"]


@pytest.mark.parametrize(
    ("data", "codes"),
    [
        (document(question("essay", text("Scrivi."))), ["canvas-type"]),
        (document(question("calculated", text("Conta."))), ["canvas-type"]),
        (document(question("multiple_choice", text("Chi?") + response(a="io", b="tu"))), ["canvas-no-key"]),
        (document(question("multiple_choice", text("Chi?") + response(a="io"), earns(equal("z")))), ["canvas-no-key"]),
        (document(question("numerical", text("Quanto?"), earns(equal("tanto")))), ["canvas-number"]),
        (document(question("numerical", text("Quanto?"))), ["canvas-no-key"]),
        (document(question("short_answer", text("Dove?"))), ["canvas-no-key"]),
        (document(question("multiple_dropdowns", text("Senza.") + response("response_b", "b", x="s"))), ["canvas-gap"]),
        (document(), ["nothing-found"]),
        (b"<quiz/>", ["canvas-root"]),
        (b"<!DOCTYPE x><questestinterop/>", ["xml-dtd"]),
        (package({"imsmanifest.xml": CANVAS}), ["zip-missing"]),
        (b"PK rotto", ["zip-broken"]),
    ],
)
def test_what_cannot_be_taken_is_refused_by_name(data, codes):
    found = read_canvas(data)
    assert found.items == ()
    assert [each.problem.code for each in found.problems if each.severity == "error"] == codes

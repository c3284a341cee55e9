"""QTI 2.1 and 3.0, written as packages: read back sign for sign, with pictures; what is lost is said."""

import base64
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.core.items import dump_item
from quizapp.formats.exchange import Gathering
from quizapp.formats.qti_read import read_qti
from quizapp.formats.qti_write import CARRIED, write_qti21, write_qti30
from quizapp.formats.registry import format_of
from quizapp.formats.xmltree import tree_of
from tests.formats.items import items
from tests.formats.packing import package, unpacked
from tests.formats.test_canvas import PNG
from tests.formats.test_csv import made

OPTIONS = [{"text": "a", "fraction": 1}, {"text": "b", "fraction": 0}, {"text": "c", "fraction": 1}]
LOST = {"tags", "penalty", "hints.text"}
WRITERS = st.sampled_from([write_qti21, write_qti30])


def again(item, write=write_qti21):
    (read,) = read_qti(write([item]).data).items
    return read


def kept(item):
    return {key: value for key, value in dump_item(item).items() if key not in {"tags", "penalty", "hints"}}


@given(items(sorted(set(CARRIED) - {"classify"}), rich=True), WRITERS)
@settings(max_examples=60, deadline=None)
def test_what_is_written_is_read_the_same(item, write):
    written = write([item])
    changed = {each.element for each in written.problems} - {"tags", "penalty", "hints"}
    if changed:
        assert changed <= {"gaps.weight", "gaps.feedback", "gaps.options", "answers.text", "gaps.answers.text"}
        return
    found = read_qti(written.data)
    assert [each.problem.code for each in found.problems if each.severity == "error"] == []
    assert kept(found.items[0]) == kept(item)


@pytest.mark.parametrize("write", [write_qti21, write_qti30])
@pytest.mark.parametrize("points", ["0", "1/3", "0.5", "2", "12.25", "1000"])
def test_points_come_back_and_are_named_twice(write, points):
    worth = made(type="choice", points=points, options=OPTIONS[:2], combined_feedback={"correct": "sì"})
    written = write([worth])
    assert written.problems == ()
    assert again(worth, write).points == worth.points
    (document,) = (text for name, text in unpacked(written.data).items() if name.startswith("items/"))
    tree = tree_of(document, Gathering({}))
    outcomes = {each.attributes["identifier"]: each for each in tree.nodes() if "default" in str(each.children)}
    (most,) = (text for key, text in outcomes["SCORE"].attributes.items() if "aximum" in key)
    assert outcomes["MAXSCORE"].text == most
    assert abs(float(most) - float(worth.points)) < 1e-9


@pytest.mark.parametrize("kind", ["choice", "cloze"])
def test_the_score_becomes_points_after_all_that_is_told_by_its_share(kind):
    gaps = [{"type": "number", "numbers": [{"value": 1, "fraction": 1}]}]
    body = {"stem": "[[1]]", "gaps": gaps} if kind == "cloze" else {"options": OPTIONS[:2]}
    told = {"correct": "sì", "partial": "quasi", "incorrect": "no"}
    worth = made(type=kind, points=4, combined_feedback=told, explanation="perché", **body)
    (document,) = (text for name, text in unpacked(write_qti21([worth]).data).items() if name.startswith("items/"))
    *before, last = tree_of(document, Gathering({})).first("responseProcessing").nodes()
    assert (last.name, last.attributes["identifier"]) == ("setOutcomeValue", "SCORE")
    times = last.first("product")
    assert (times.first("variable").attributes["identifier"], times.said("baseValue")) == ("SCORE", "4")
    assert not [each for rule in before for each in rule.all("product")]


def test_a_question_of_one_point_says_nothing_of_points():
    (document,) = (
        text
        for name, text in unpacked(write_qti21([made(type="choice", options=OPTIONS[:2])]).data).items()
        if name.startswith("items/")
    )
    assert not re.search(b"MAXSCORE|normalMaximum|product", document)


@pytest.mark.parametrize("rule", ["net-correct", "all-or-nothing", "each-answer"])
def test_every_rule_for_several_answers_comes_back(rule):
    item = made(type="multiple", rule=rule, options=OPTIONS)
    assert dump_item(again(item)) == dump_item(item)


@pytest.mark.parametrize(
    "data",
    [
        {"type": "classify", "categories": [{"text": "x"}, {"text": "y"}], "statements": [
            {"text": "uno", "category": 1}, {"text": "due", "category": 0}, {"text": "tre", "category": 1}]},
        {"type": "number", "unit": "km²", "numbers": [
            {"value": "6.25", "tolerance": "0.05", "tolerance_kind": "relative", "fraction": 1},
            {"value": "7", "tolerance": "0.5", "fraction": "1/3", "feedback": "quasi"},
            {"value": None, "fraction": 0}]},
        {"type": "choice", "options": [
            {"text": "a", "fraction": 1, "pinned": True}, {"text": "b", "fraction": "-1/3"}]},
        {"type": "matching", "extra_rights": ["y"], "pairs": [
            {"left": "a", "right": "x"}, {"left": "b", "right": "x"}]},
        {"type": "text", "match": {"case": True}, "answers": [{"text": r"a\*b", "fraction": 1}, {"text": "*",
                                                              "fraction": 0, "feedback": "no"}]},
        {"type": "cloze", "stem": r"\[[x]] [[2]] e [[1]]", "gaps": [
            {"type": "number", "numbers": [{"value": 1, "fraction": 1}]},
            {"type": "text", "answers": [{"text": "b[[", "fraction": 1, "feedback": "sì [["}]}]},
    ],
)  # fmt: skip
@pytest.mark.parametrize("write", [write_qti21, write_qti30])
def test_what_a_type_owns_comes_back(data, write):
    item = made(**data)
    written = write([item])
    assert written.problems == ()
    assert dump_item(again(item, write)) == dump_item(item)


def test_pictures_travel_in_the_package_where_the_texts_name_them_and_where_none_does():
    coded = base64.b64encode(PNG).decode()
    files = [{"name": name, "mime": "image/png", "alt": "Un leone", "base64": coded} for name in ("a.png", "b.png")]
    stem = 'Chi è?<img src="file:a.png" alt="Un leone">'
    item = made(type="choice", stem=stem, text_format="html", files=files, options=OPTIONS[:2])
    data = write_qti21([item]).data
    assert unpacked(data)["media/q1/b.png"] == PNG
    assert format_of(data) == "qti"
    assert dump_item(again(item)) == dump_item(item)


def test_a_picture_of_others_is_found_beside_its_item_and_one_that_is_missing_is_named():
    body = (
        "<assessmentItem identifier='i'><responseDeclaration identifier='R' cardinality='single' baseType='identifier'>"
        "<correctResponse><value>A</value></correctResponse></responseDeclaration><itemBody><p>Chi?"
        "<img src='../m/x.png' alt='Un leone'/><object data='../../y.png' type='image/png'>Un orso</object></p>"
        "<choiceInteraction "
        "responseIdentifier='R'><simpleChoice identifier='A'>io</simpleChoice><simpleChoice identifier='B'>tu"
        "</simpleChoice></choiceInteraction></itemBody></assessmentItem>"
    )
    manifest = "<manifest><resources><resource type='imsqti_item_xmlv2p1' href='q/1.xml'/></resources></manifest>"
    found = read_qti(package({"imsmanifest.xml": manifest, "q/1.xml": body, "m/x.png": PNG, "y.png": PNG}))
    (item,) = found.items
    assert ([file.name for file in item.files], item.stem) == (
        ["x.png"], 'Chi?<img src="file:x.png" alt="Un leone">Un orso',
    )  # fmt: skip
    assert [(each.problem.code, each.element) for each in found.problems] == [("picture-lost", "object")]


def test_a_package_names_each_item_and_picture_once_and_version_three_by_its_own_names():
    item = made(type="choice", options=OPTIONS[:2], explanation="Perché")
    old, new = (unpacked(write([item, item]).data) for write in (write_qti21, write_qti30))
    for files in (old, new):
        assert set(re.findall(r'<file href="([^"]*)"', files["imsmanifest.xml"].decode())) == set(files) - {
            "imsmanifest.xml"
        }
        assert len(set(re.findall(r'resource identifier="([^"]*)"', files["imsmanifest.xml"].decode()))) == 2
    assert b"<modalFeedback " in old["items/q1.xml"]
    assert b"<qti-modal-feedback " in new["items/q1.xml"]
    assert b"<qti-content-body>" in new["items/q1.xml"]


def test_tags_are_keywords_of_the_manifest_and_come_back():
    item = made(type="choice", options=OPTIONS[:2], tags=["due parole", "<i> & x"])
    for write_qti in (write_qti21, write_qti30):
        written = write_qti([item, made(type="choice", options=OPTIONS[:2])])
        assert [each.tags for each in read_qti(written.data).items] == [item.tags, ()]
        assert "tags" not in {each.element for each in written.problems}


def test_keywords_of_others_are_read_once_each_in_one_language():
    lom = "<general><keyword><langstring xml:lang='it'>storia</langstring><langstring>history</langstring></keyword>"
    lom += "<keyword><string> storia </string></keyword><keyword>pace</keyword><keyword/></general>"
    resource = f"<resource type='imsqti_item_xmlv2p1' href='q.xml'><metadata><lom>{lom}</lom></metadata></resource>"
    body = unpacked(write_qti21([made(type="choice", options=OPTIONS[:2])]).data)["items/q1.xml"]
    manifest = f"<manifest><resources>{resource}</resources></manifest>"
    (item,) = read_qti(package({"imsmanifest.xml": manifest, "q.xml": body})).items
    assert item.tags == ("storia", "pace")


def test_the_order_of_what_is_offered_says_nothing_of_the_key():
    item = made(type="ordering", order=[{"text": text} for text in "abc"])
    shown = unpacked(write_qti21([item]).data)["items/q1.xml"].decode()
    assert re.findall(r"<simpleChoice[^>]*>(.)<", shown) == ["c", "b", "a"]
    assert [step.text for step in again(item).body.order] == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"hints": [{"text": "x"}], "penalty": "1/3", "points": 2, "difficulty": "easy"},
         {"hints", "penalty", "difficulty"}),
        ({"author": "bozza automatica", "as_of": "2024-10-14", "kind": "fact"}, {"author", "as_of", "kind"}),
        ({"stem": "a\x01b"}, {None}),
    ],
)  # fmt: skip
def test_what_qti_has_no_place_for_is_said(data, said):
    item = made(**{"type": "choice", "options": OPTIONS[:2], **data})
    assert {each.element for each in write_qti21([item]).problems} == said
    assert again(item).body == item.body


def test_an_answer_with_a_star_for_any_text_is_lost_and_the_only_one_refused():
    some = made(type="text", answers=[{"text": "a*", "fraction": 1}, {"text": "b", "fraction": 1}])
    assert [(each.element, each.severity) for each in write_qti21([some]).problems] == [("answers.text", "warning")]
    assert [answer.text for answer in again(some).body.answers] == ["b"]
    none = write_qti21([made(type="text", answers=[{"text": "a*", "fraction": 1}])])
    assert [each.severity for each in none.problems] == ["error"]
    assert set(unpacked(none.data)) == {"imsmanifest.xml"}


def test_what_is_not_harmless_is_not_written():
    item = made(
        type="choice", stem="<p onclick='x'>Ciao<script>1</script><b>tu", text_format="html", options=OPTIONS[:2]
    )
    written = unpacked(write_qti21([item]).data)["items/q1.xml"]
    assert tree_of(written, None) is not None
    assert b"script" not in written
    assert b"onclick" not in written


def test_a_tolerance_of_others_is_read_from_their_conditions():
    data = (
        b"<assessmentItem identifier='i'><responseDeclaration identifier='R' cardinality='single' baseType='float'>"
        b"<correctResponse><value>42</value></correctResponse></responseDeclaration><itemBody><p>Quanto? "
        b"<textEntryInteraction responseIdentifier='R'/></p></itemBody><responseProcessing><responseCondition>"
        b"<responseIf><equal toleranceMode='absolute' tolerance='0.5 0.5'><variable identifier='R'/>"
        b"<baseValue baseType='float'>42</baseValue></equal>"
        b"<setOutcomeValue identifier='SCORE'><baseValue baseType='float'>2</baseValue>"
        b"</setOutcomeValue></responseIf></responseCondition></responseProcessing></assessmentItem>"
    )
    (item,) = read_qti(data).items
    assert [(str(n.value), str(n.tolerance), n.fraction) for n in item.body.numbers] == [("42", "0.5", 1)]


@pytest.mark.parametrize("write", [write_qti21, write_qti30])
def test_tags_that_qti_lacks_are_spans_there_and_come_back(write):
    options = [{"text": "<u>x</u>", "fraction": 1}, {"text": "<s>y <u>z</u></s>", "fraction": 0}]
    item = made(type="choice", stem="<u>Chi</u> <s>è</s>?", text_format="html", options=options)
    written = write([item])
    shown = unpacked(written.data)["items/q1.xml"].decode()
    assert (written.problems, re.findall("</?[us]>", shown)) == ((), [])
    assert '<span class="s">y <span class="u">z</span></span>' in shown
    assert dump_item(again(item, write)) == dump_item(item)


@pytest.mark.parametrize(
    ("form", "text", "read"),
    [
        ("html", "a<br><b>b &amp; c</b>", "a b &amp; c"),
        ("html", "a &amp; c", "a &amp; c"),
        ("plain", "a\nb <", "a b <"),
    ],
)
def test_a_word_to_choose_in_a_text_is_words_alone_and_lost_markup_is_said(form, text, read):
    options = [{"text": text, "fraction": 1}, {"text": "no", "fraction": 0}]
    item = made(type="cloze", stem="È [[1]].", gaps=[{"type": "choice", "options": options}], text_format=form)
    written = write_qti21([item])
    assert {each.element for each in written.problems} == ({"gaps.options"} if text != read else set())
    assert re.search("<inlineChoice[^>]*>[^<]*</inlineChoice>", unpacked(written.data)["items/q1.xml"].decode())
    assert again(item).body.gaps[0].body.options[0].text == read


def test_a_picture_without_words_says_that_it_has_none():
    file = {"name": "a.png", "mime": "image/png", "alt": "x", "base64": base64.b64encode(PNG).decode()}
    item = made(type="choice", stem='Chi?<img src="file:a.png">', text_format="html", files=[file], options=OPTIONS[:2])
    assert b'<img src="../media/q1/a.png" alt=""/>' in unpacked(write_qti21([item]).data)["items/q1.xml"]

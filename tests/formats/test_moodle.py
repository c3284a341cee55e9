"""Moodle XML: the types that map, whole; the others by name; written so that it is read the same."""

import base64
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings

from quizapp.core.items import TextFormat, dump_item, read_item
from quizapp.core.reading import Reader
from quizapp.formats.moodle_read import read_moodle
from quizapp.formats.moodle_write import CARRIED, write_moodle
from tests.formats.items import items

PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABpfZFQAAAAABJRU5ErkJggg=="


def quiz(*questions):
    return f"<quiz>{''.join(questions)}</quiz>".encode()


def question(kind, inner, stem="Chi?"):
    return f'<question type="{kind}"><questiontext format="html"><text>{stem}</text></questiontext>{inner}</question>'


def answer(text, fraction, more=""):
    return f'<answer fraction="{fraction}"><text>{text}</text>{more}</answer>'


def one(data):
    found = read_moodle(data)
    assert [each.problem.code for each in found.problems if each.severity == "error"] == []
    (item,) = found.items
    return item


def refused(data):
    found = read_moodle(data)
    assert found.items == ()
    return [each.problem.code for each in found.problems]


def made(**data):
    reader = Reader({"id": "q1", "lang": "it", "stem": "Chi?", **data})
    item = read_item(reader, "it")
    assert reader.problems == []
    return item


TOLD = '<feedback format="html"><text>perché</text></feedback>'


def test_one_answer_or_several_with_feedback_and_shares():
    item = one(
        quiz(question("multichoice", "<single>true</single>" + answer("io", 100, TOLD) + answer("tu", "33.33333")))
    )
    assert (item.type, [(o.text, o.fraction, o.feedback) for o in item.body.options]) == (
        "choice", [("io", 1, "perché"), ("tu", Fraction(1, 3), None)],
    )  # fmt: skip
    item = one(
        quiz(question("multichoice", "<single>false</single>" + answer("io", 50) + answer("tu", 50) + answer("x", -50)))
    )
    assert (item.type, item.body.rule) == ("multiple", "weights")


def test_everything_around_a_question_comes_along():
    inner = (
        "<name><text>Titolo</text></name><generalfeedback format='html'><text>Spiega</text></generalfeedback>"
        "<defaultgrade>2.0</defaultgrade><penalty>0.3333333</penalty><idnumber>x1</idnumber><usecase>1</usecase>"
        "<correctfeedback format='html'><text>Bene</text></correctfeedback>"
        "<partiallycorrectfeedback format='html'><text></text></partiallycorrectfeedback>"
        "<hint format='html'><text>Pensa</text><clearwrong/></hint>"
        "<tags><tag><text>storia</text></tag><tag><text>re</text></tag></tags>" + answer("io", 100)
    )
    item = one(
        quiz(
            "<question type='category'><category><text>$course$/a/b</text></category></question>",
            question("shortanswer", inner),
        )
    )
    assert (item.title, item.category, item.idnumber, item.tags) == ("Titolo", "a/b", "x1", ("storia", "re"))
    assert (item.explanation, item.points, item.penalty) == ("Spiega", 2, Fraction(1, 3))
    assert (item.combined_feedback.correct, item.combined_feedback.partial) == ("Bene", None)
    assert [(hint.text, hint.clear_wrong, hint.show_count) for hint in item.hints] == [("Pensa", True, False)]
    assert item.body.match.case is True


def test_numbers_with_tolerance_unit_and_anything_else():
    inner = answer("6,25", 100, "<tolerance>0.5</tolerance>") + answer("*", 0, TOLD)
    item = one(quiz(question("numerical", inner + "<units><unit><unit_name>km</unit_name></unit></units>")))
    assert [(str(n.value), str(n.tolerance), n.fraction) for n in item.body.numbers] == [
        ("6.25", "0.5", 1),
        ("None", "0", 0),
    ]
    assert item.body.unit == "km"


def test_pairs_with_a_shared_right_side_and_one_too_many():
    sub = "<subquestion format='html'><text>{}</text><answer><text>{}</text></answer></subquestion>"
    inner = "".join(
        sub.format(*pair)
        for pair in [("rana", "anfibio"), ("tritone", "anfibio"), ("gatto", "mammifero"), ("", "insetto")]
    )
    item = one(quiz(question("matching", inner)))
    assert [(pair.left, pair.right) for pair in item.body.pairs][:2] == [("rana", "anfibio"), ("tritone", "anfibio")]
    assert item.body.extra_rights == ("insetto",)


def test_order_by_the_places_that_the_answers_say():
    item = one(quiz(question("ordering", answer("due", "2.0") + answer("uno", "1.0") + answer("tre", "3.0"))))
    assert [step.text for step in item.body.order] == ["uno", "due", "tre"]


def test_gaps_of_three_kinds_with_their_weights():
    stem = "Roma è in {2:MC:=Italia#sì~%50%Europa~Asia}, ha {1:NM:=7:1} colli e un fiume, il {:SAC:=Tevere~*#no}."
    item = one(quiz(question("cloze", "", stem)))
    assert item.stem == "Roma è in [[1]], ha [[2]] colli e un fiume, il [[3]]."
    assert [(gap.body.type, gap.weight) for gap in item.body.gaps] == [("choice", 2), ("number", 1), ("text", 1)]
    assert item.body.gaps[0].body.options[1].fraction == Fraction(1, 2)
    assert item.body.gaps[1].body.numbers[0].tolerance == 1
    assert item.body.gaps[2].body.match.case is True


def test_words_to_choose_or_drag_into_a_text_become_gaps():
    words = "".join(
        f"<selectoption><text>{text}</text><group>{group}</group></selectoption>"
        for text, group in [("Roma", 1), ("Po", 2), ("Bari", 1), ("Arno", 2)]
    )
    item = one(quiz(question("gapselect", words, "Il [[2]] e [[1]].")))
    assert item.stem == "Il [[1]] e [[2]]."
    assert [[o.text for o in gap.body.options] for gap in item.body.gaps] == [["Po", "Arno"], ["Roma", "Bari"]]
    assert [gap.body.keys() for gap in item.body.gaps] == [("Po",), ("Roma",)]


def test_a_picture_comes_along_and_its_place_is_kept():
    stem = '&lt;p&gt;Chi?&lt;img src="@@PLUGINFILE@@/r.png" alt="Un re"&gt;&lt;/p&gt;'
    inner = f'<file name="r.png" encoding="base64">{PIXEL}</file>' + answer("io", 100)
    data = quiz(question("shortanswer", inner, stem))
    item = one(data)
    assert [(file.name, file.mime, file.alt) for file in item.files] == [("r.png", "image/png", "Un re")]
    assert item.stem == 'Chi?<img src="file:r.png" alt="Un re">'
    assert one(write_moodle([item]).data).files == item.files


def test_what_is_no_picture_is_named_as_lost():
    sound = base64.b64encode(b"ID3 no picture").decode()
    data = quiz(question("shortanswer", f'<file name="../a.mp3" encoding="base64">{sound}</file>' + answer("io", 100)))
    found = read_moodle(data)
    assert [(each.problem.code, each.severity) for each in found.problems] == [("moodle-file", "warning")]
    assert found.items[0].files == ()


def test_nothing_harmful_is_kept():
    stem = "&lt;p onclick='x'&gt;Chi?&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src='http://x/y.png'&gt;&lt;/p&gt;"
    item = one(quiz(question("shortanswer", answer("io", 100), stem)))
    assert "script" not in item.stem
    assert "http" not in item.stem
    assert "onclick" not in item.stem


@pytest.mark.parametrize(
    ("data", "codes"),
    [
        (quiz(question("essay", "")), ["moodle-type"]),
        (quiz(question("ddmarker", "")), ["moodle-type"]),
        (quiz(question("multichoice", answer("a", "33") + answer("b", 100))), ["moodle-fraction"]),
        (quiz(question("multichoice", answer("a", "NaN") + answer("b", 100))), ["moodle-fraction"]),
        (quiz(question("numerical", answer("tanti", 100))), ["moodle-number"]),
        (quiz(question("cloze", "", "È {1:BOH:=x}.")), ["moodle-cloze"]),
        (quiz(question("cloze", "", "È {1:SA:%50%x}.")), ["moodle-gap"]),
        (quiz(question("cloze", "", "Senza lacune.")), ["gaps-missing"]),
        (b"<html/>", ["moodle-root"]),
        (b"<quiz>", ["xml-syntax"]),
        (b'<!DOCTYPE quiz [<!ENTITY a "b">]><quiz>&a;</quiz>', ["xml-dtd"]),
        (b"<quiz>" + b"<a>" * 200, ["xml-deep"]),
        (b"", ["file-empty"]),
    ],
)
def test_what_cannot_be_taken_is_refused_by_name(data, codes):
    assert refused(data) == codes


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\n<?xml version='1.0'?><quiz/>", "la dichiarazione XML non sta all’inizio del file"),
        (b"<?xml versio='1.0'?><quiz/>", "la dichiarazione XML ha un errore"),
        (b"<?xml version='1.0' encoding='utf-16'?><quiz/>", "la codifica dichiarata non è quella del file"),
        (b"<quiz xmlns:a=''/>", "un prefisso è dichiarato vuoto"),
        (b"<quiz xmlns:xml='x'/>", "qui c’è un errore"),
    ],
)
def test_what_is_no_xml_is_said_in_the_language_of_the_reader(data, reason):
    (found,) = read_moodle(data).problems
    assert found.problem.say("it") == f"XML non valido: {reason}"


def test_a_refused_question_is_counted_and_placed_by_its_line():
    data = b"<quiz>\n<question type='essay'><questiontext><text>x</text></questiontext></question>\n" + quiz(
        question("truefalse", answer("true", 100) + answer("false", 0))
    ).removeprefix(b"<quiz>")
    found = read_moodle(data)
    assert [(each.index, each.line) for each in found.problems] == [(1, 2)]
    assert [item.id for item in found.items] == ["q2"]


@given(items(list(CARRIED), rich=True))
@settings(max_examples=150, deadline=None)
def test_what_is_written_is_read_the_same(item):
    written = write_moodle([item])
    lost = {each.element for each in written.problems}
    unsaid = item.combined_feedback and item.type in {"true_false", "text", "number", "cloze"}
    summed = item.type == "cloze" and item.points != 1
    assert lost == ({"combined_feedback"} if unsaid else set()) | ({"points"} if summed else set())
    found = read_moodle(written.data)
    assert [each.problem.code for each in found.problems if each.severity == "error"] == []
    (again,) = found.items
    wanted = {key: value for key, value in dump_item(item).items() if key not in lost}
    assert {**dump_item(again), "lang": "it"} == wanted


def test_what_moodle_has_no_place_for_is_said():
    item = made(type="multiple", difficulty="easy", rule="net-correct", options=[
        {"text": "a", "fraction": 1, "pinned": True}, {"text": "b", "fraction": 0},
    ])  # fmt: skip
    assert {each.element for each in write_moodle([item]).problems} == {"difficulty", "rule", "options.pinned"}


def test_all_options_pinned_is_a_question_that_moodle_does_not_shuffle():
    item = made(type="choice", options=[
        {"text": "a", "fraction": 1, "pinned": True}, {"text": "b", "fraction": 0, "pinned": True},
    ])  # fmt: skip
    written = write_moodle([item])
    assert written.problems == ()
    assert one(written.data).body == item.body


def test_a_type_that_moodle_lacks_is_an_error():
    item = made(type="classify", categories=[{"text": "a"}, {"text": "b"}], statements=[
        {"text": "x", "category": 0}, {"text": "y", "category": 1},
    ])  # fmt: skip
    assert [(each.problem.code, each.severity) for each in write_moodle([item]).problems] == [
        ("type-not-carried", "error")
    ]


def test_categories_go_with_their_questions_and_end():
    first = made(type="text", category="a/b", answers=[{"text": "x", "fraction": 1}])
    second = replace(first, category=None)
    assert [item.category for item in read_moodle(write_moodle([first, second]).data).items] == ["a/b", None]


def test_a_gap_keeps_a_backslash_at_an_end_and_double_brackets():
    gap = {
        "type": "text",
        "answers": [{"text": "a\\", "fraction": 1, "feedback": "[[ #\\"}, {"text": "b", "fraction": 0}],
    }
    item = made(type="cloze", stem="È [[1]].", gaps=[gap])
    (again,) = read_moodle(write_moodle([item]).data).items
    assert dump_item(again)["gaps"] == dump_item(item)["gaps"]


@pytest.mark.parametrize(
    ("form", "text", "code"),
    [
        ("plain", r"a} ~#= & <\ ", "a&#125; &#126;&#35;= &#38;amp; &#38;lt;&#92;"),
        ("html", r"<b>a</b> &amp; \}/", "<b>a</b> &#38;amp; &#92;&#92;&#125;/"),
    ],
)
def test_a_gap_says_its_dividing_signs_as_moodle_takes_them_back(form, text, code):
    options = [{"text": text.strip(), "fraction": 1, "feedback": text.strip()}, {"text": "no", "fraction": 0}]
    item = made(type="cloze", stem="È [[1]].", gaps=[{"type": "choice", "options": options}], text_format=form)
    written = write_moodle([item]).data
    assert f"È {{1:MULTICHOICE_S:={code}#{code}~%0%no}}." in written.decode()
    assert dump_item(one(written))["gaps"] == dump_item(item)["gaps"]


@pytest.mark.parametrize("code", [r"=a\}b\#c#d\~e", "=a&amp;#125;b&amp;#35;c#d&amp;#126;e", r"=a\}b&amp;#x23;c#d~e"])
def test_a_gap_of_others_is_read_as_moodle_reads_it(code):
    (gap,) = one(quiz(question("cloze", "", stem=f"È {{:SA:{code}}}."))).body.gaps
    assert (gap.body.answers[0].text, gap.body.answers[0].feedback[0]) == ("a}b#c", "d")


def test_white_space_between_signs_of_xml_stands_in_one_piece_which_moodle_needs():
    item = made(type="choice", stem="<b>a</b> <b>]]></b> & c", text_format="html", options=[
        {"text": "a", "fraction": 1}, {"text": "b", "fraction": 0},
    ])  # fmt: skip
    written = write_moodle([item]).data
    assert "&lt;" not in written.decode()
    assert one(written).stem == "<b>a</b> <b>]]&gt;</b> &amp; c"


def test_a_brace_of_the_text_is_no_gap_to_moodle_and_one_that_would_be_is_refused():
    gaps = [{"type": "text", "answers": [{"text": "a", "fraction": 1}]}]
    stem = "È {1:SA:=x} {#1} {a} [[1]]."
    item = made(type="cloze", stem=stem, gaps=gaps, text_format="html")
    written = write_moodle([item]).data
    assert "È &#123;1:SA:=x} &#123;#1} {a} {1:SHORTANSWER:=a}." in written.decode()
    assert dump_item(one(written))["stem"] == stem
    refusal = write_moodle([replace(item, text_format=TextFormat.PLAIN)]).problems
    assert [(each.problem.code, each.severity) for each in refusal] == [("moodle-code", "error")]

"""GIFT: read as Moodle reads it, written so that it is read the same; what is lost is said."""

from fractions import Fraction

import pytest
from hypothesis import given, settings

from quizapp.core.items import dump_item, read_item
from quizapp.core.reading import Reader
from quizapp.formats.gift_read import read_gift
from quizapp.formats.gift_write import CARRIED, write_gift
from tests.formats.items import items


def read(text):
    return read_gift(text.encode())


def one(text):
    found = read(text)
    assert [each.problem.code for each in found.problems if each.severity == "error"] == []
    (item,) = found.items
    return item


def refused(text):
    found = read(text)
    assert found.items == ()
    return [(each.problem.code, each.line) for each in found.problems]


def made(**data):
    reader = Reader({"id": "q1", "lang": "it", "stem": "Chi?", **data})
    item = read_item(reader, "it")
    assert reader.problems == []
    return item


def shares(item):
    return [(option.text, option.fraction) for option in item.body.options]


def test_an_equals_sign_marks_the_one_right_option_and_a_tilde_the_wrong_ones():
    item = one("Qual è la capitale d’Italia?{~Milano#No =Roma#Sì! ~%50%Quasi Roma}")
    assert item.type == "choice"
    assert shares(item) == [("Milano", 0), ("Roma", 1), ("Quasi Roma", Fraction(1, 2))]
    assert [option.feedback for option in item.body.options] == ["No", "Sì!", None]


def test_weights_alone_make_a_question_of_several_answers_and_a_third_is_a_third():
    item = one("Quali?{~%33.33333%A ~%33.33333%B ~%33.33333%C ~%-100%D}")
    assert item.type == "multiple"
    assert [share for _text, share in shares(item)] == [Fraction(1, 3)] * 3 + [Fraction(-1)]
    assert item.body.rule == "weights"


@pytest.mark.parametrize(("said", "true"), [("T", True), ("TRUE", True), ("F", False), ("FALSE", False)])
def test_true_and_false_in_capitals(said, true):
    assert one(f"Piove.{{{said}}}").body.statement_is_true is true


def test_the_first_feedback_of_a_true_or_false_is_for_the_wrong_answer():
    item = one("Piove.{FALSE#Non piove#Giusto}")
    assert [option.feedback for option in item.body.options] == ["Non piove", "Giusto"]
    item = one("Piove.{T#Non hai guardato}")
    assert [option.feedback for option in item.body.options] == [None, "Non hai guardato"]


def test_true_in_small_letters_is_an_answer_to_type():
    assert one("Piove.{=true}").type == "text"


def test_short_answers_have_weights():
    item = one("Chi?{=Dante =%50%Alighieri#quasi}")
    assert [(each.text, each.fraction, each.feedback) for each in item.body.answers] == [
        ("Dante", 1, None), ("Alighieri", Fraction(1, 2), "quasi"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("written", "value", "tolerance"),
    [("#1822", "1822", "0"), ("#1822:1", "1822", "1"), ("#3.141..3.142", "3.1415", "0.0005"), ("#-2:.5", "-2", "0.5")],
)
def test_numbers_with_a_tolerance_or_a_range(written, value, tolerance):
    (number,) = one(f"Quanto?{{{written}}}").body.numbers
    assert (str(number.value), str(number.tolerance)) == (value, tolerance)


def test_several_numbers_the_first_that_takes_it_counts_and_a_tilde_is_anything_else():
    item = one("Quando?{#=1822:0 =%50%1822:2#circa ~#no}")
    assert [(number.value, number.fraction) for number in item.body.numbers] == [
        (1822, 1), (1822, Fraction(1, 2)), (None, 0),
    ]  # fmt: skip


def test_a_key_that_is_no_number_is_an_error_not_anything():
    assert refused("\n\nQuanto?{#tanto}") == [("gift-number", 3)]
    assert refused("Quanto?{#3:poco}") == [("gift-number", 1)]
    assert refused("Quanto?{#5..3}") == [("gift-number", 1)]


def test_pairs_and_right_sides_without_a_left_one():
    item = one("Abbina.{=Italia -> Roma =Francia -> Parigi = -> Madrid}")
    assert [(pair.left, pair.right) for pair in item.body.pairs] == [("Italia", "Roma"), ("Francia", "Parigi")]
    assert item.body.extra_rights == ("Madrid",)


def test_a_gap_stands_where_the_braces_stood():
    assert one("Roma è {~in Francia =in Italia} da sempre.").stem == "Roma è _____ da sempre."
    assert one("Roma?{=sì}").stem == "Roma?"


def test_escapes_title_category_tags_id_and_general_feedback():
    text = (
        "$CATEGORY: $course$/storia/antica\n\n// [id:a\\]1] [tag:roma] [tag:re]\n"
        "::I re\\: sette::Quanti\\n re\\{\\}?{=7 \\= sette####Sono \\#7}"
    )
    item = one(text)
    assert (item.title, item.category, item.idnumber, item.tags) == (
        "I re: sette",
        "storia/antica",
        "a]1",
        ("roma", "re"),
    )
    assert item.stem == "Quanti\n re{}?"
    assert item.body.answers[0].text == "7 = sette"
    assert item.explanation == "Sono #7"


def test_a_backslash_doubled_is_a_backslash():
    assert one(r"C:\\dir o \\\\?{=sì}").stem == r"C:\dir o \\?"


def test_one_text_in_html_raises_all_and_nothing_harmful_is_kept():
    item = one("[html]<p>Chi?</p><script>x</script>{=Dante#[plain]1 < 2 ~[html]<b>Io</b>}")
    assert item.text_format == "html"
    assert item.stem == "Chi?"
    assert item.body.options[0].feedback == "1 &lt; 2"
    assert item.body.options[1].text == "<b>Io</b>"


def test_markdown_keeps_bold_and_says_that_it_was_markdown():
    found = read("[markdown]Chi è **Dante**?{=io}")
    assert found.items[0].stem == "Chi è <strong>Dante</strong>?"
    assert [(each.problem.code, each.severity) for each in found.problems] == [("gift-markdown", "warning")]


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("Solo un testo.", "gift-description", 1),
        ("Scrivi un tema.{}", "gift-essay", 1),
        ("\nQuale?{=uno ~due", "gift-brace", 2),
        ("Quale?}", "gift-brace", 1),
        ("Quali?{~%33%uno ~%67%due}", "gift-fraction", 1),
        ("Abbina.{=a -> b =c d}", "gift-arrow", 1),
        ("Quale?{~uno}", "gift-few", 1),
    ],
)
def test_what_cannot_be_taken_is_refused_by_name_and_line(text, code, line):
    assert refused(text) == [(code, line)]


def test_comments_are_no_part_of_a_question_and_questions_are_counted_with_the_refused_ones():
    found = read("// uno\nChi?{}\n\n//due\n\nDove?{=qui}")
    assert [item.id for item in found.items] == ["q2"]
    assert [(each.index, each.problem.code) for each in found.problems] == [(1, "gift-essay")]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "file-empty"), (b" \n ", "file-empty"), ("perché?{T}".encode("cp1252"), "file-windows-1252"),
        (b"\x00\x01\x02", "file-binary"), ("Piove.{T}".encode("utf-16"), None), (b"Chi?\n\n\x81\x8d?", "file-not-utf8"),
    ],
)  # fmt: skip
def test_bytes_that_are_no_text_are_refused_with_the_word_why(data, code):
    found = read_gift(data)
    assert [each.problem.code for each in found.problems][:1] == ([code] if code else [])


@given(items(list(CARRIED)))
@settings(max_examples=120, deadline=None)
def test_what_is_written_is_read_the_same(item):
    written = write_gift([item])
    lost = {each.element for each in written.problems}
    assert lost == ({"tags"} if any(set(tag) & set("<>`") for tag in item.tags) else set())
    found = read_gift(written.data)
    assert [each.problem.code for each in found.problems if each.severity == "error"] == []
    (again,) = found.items
    mine, theirs = ({k: v for k, v in dump_item(each).items() if k not in lost} for each in (item, again))
    assert {**theirs, "lang": "it"} == mine


def test_what_gift_has_no_place_for_is_said():
    item = made(
        type="choice", difficulty="easy", hints=[{"text": "pensa"}], points=2,
        options=[{"text": "a", "fraction": 1, "pinned": True}, {"text": "b", "fraction": 0}],
    )  # fmt: skip
    lost = {each.element for each in write_gift([item]).problems}
    assert lost == {"difficulty", "hints", "points", "options.pinned"}


def test_a_type_that_gift_lacks_is_an_error_and_the_others_are_written():
    order = made(type="ordering", order=[{"text": "a"}, {"text": "b"}])
    other = made(type="text", answers=[{"text": "a", "fraction": 1}])
    written = write_gift([order, other])
    assert [(each.problem.code, each.index, each.severity) for each in written.problems] == [
        ("type-not-carried", 1, "error")
    ]
    assert len(read_gift(written.data).items) == 1


def test_a_rule_that_moodle_lacks_becomes_its_weights_and_is_said():
    item = made(type="multiple", rule="net-correct", options=[
        {"text": "a", "fraction": 1}, {"text": "b", "fraction": 1}, {"text": "c", "fraction": 0},
    ])  # fmt: skip
    written = write_gift([item])
    assert [each.element for each in written.problems] == ["rule"]
    assert [share for _text, share in shares(read_gift(written.data).items[0])] == [
        Fraction(1, 2), Fraction(1, 2), Fraction(-1, 2),
    ]  # fmt: skip


def test_categories_go_with_their_questions_and_end():
    first = made(type="text", category="a/b", answers=[{"text": "x", "fraction": 1}])
    second = made(type="text", answers=[{"text": "y", "fraction": 1}])
    assert [item.category for item in read_gift(write_gift([first, second]).data).items] == ["a/b", None]


@pytest.mark.parametrize("answer", [{"text": "a->b"}, {"text": "a", "feedback": "x->y"}])
def test_an_answer_to_type_that_gift_would_cut_in_two_is_refused(answer):
    item = made(type="text", answers=[{"fraction": 1, **answer}, {"text": "c", "fraction": 1}])
    (problem,) = write_gift([item]).problems
    assert (problem.severity, problem.element) == ("error", "answers.text")


def test_a_number_and_tags_are_written_as_moodle_takes_them_back_and_read_as_it_writes_them():
    tags = ["[b]", "<c>", "`"]
    item = made(type="text", idnumber="a\\[]\\", tags=tags, answers=[{"text": "x", "fraction": 1}])
    written = write_gift([item])
    assert written.data.decode().splitlines()[:3] == [r"// [id:a\[\]\]", r"// [tag:[b\]]", "// [tag:c]"]
    assert [each.element for each in written.problems] == ["tags"]
    (again,) = read_gift(written.data).items
    assert (again.idnumber, again.tags) == ("a\\[]\\", ("[b]", "c"))


def test_an_option_that_begins_with_a_percentage_is_no_weight_where_it_is_the_right_one():
    options = [{"text": "%50% di tutti", "fraction": 1}, {"text": "%nessuno", "fraction": 0}]
    written = write_gift([made(type="choice", options=options)]).data
    assert b"\n=%50% di tutti\n~%0%%nessuno\n" in written
    assert [option.text for option in read_gift(written).items[0].body.options] == ["%50% di tutti", "%nessuno"]


def test_a_further_title_without_an_empty_line_before_it_is_said():
    found = read("Dove?{=qui}\n::Due::Leggi il testo.\n")
    assert len(found.items) == 1
    assert [(each.problem.code, each.severity, each.line) for each in found.problems] == [
        ("gift-several", "warning", 1)
    ]


def test_escaped_braces_after_the_answers_are_text():
    assert read("Nel {=1946} si votò per l’insieme \\{sì, no\\}.").problems == ()

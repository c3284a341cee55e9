"""What two versions of a question differ in, as a reader would tell it."""

from quizapp.core.differences import differences
from tests.build import make_item


def said(old, new):
    return {each.path: each.pieces for each in differences(make_item(**old), make_item(**new))}


def options(*texts):
    return {"options": [{"text": text, "fraction": int(not place)} for place, text in enumerate(texts)]}


def test_an_answer_taken_out_changes_none_that_came_after_it():
    old, new = options("Oman", "Qatar", "Yemen"), options("Oman", "Yemen")
    assert said(old, new) == {("options", 1): (("gone", "Qatar"),)}


def test_an_answer_added_is_new_and_no_other_is():
    found = said(options("Oman", "Qatar"), options("Oman", "Yemen", "Qatar"))
    assert found == {("options", 1, "text"): (("new", "Yemen"),), ("options", 1, "fraction"): (("new", "0"),)}


def test_an_answer_whose_words_changed_keeps_its_place():
    found = said(options("La firma del patto", "Qatar"), options("La firma del trattato", "Qatar"))
    assert found == {("options", 0, "text"): (("same", "La firma del "), ("gone", "patto"), ("new", "trattato"))}


def test_texts_with_little_in_common_are_told_whole():
    found = said({"stem": "Chi ha firmato l’accordo?"}, {"stem": "Quale Paese ha chiesto la tregua?"})
    assert found[("stem",)] == (("gone", "Chi ha firmato l’accordo?"), ("new", "Quale Paese ha chiesto la tregua?"))


def test_a_tag_taken_out_is_named():
    assert said({"tags": ["a", "b"]}, {"tags": ["b"]}) == {("tags", 0): (("gone", "a"),)}

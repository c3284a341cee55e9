"""Every check of the catalogue: its example breaks exactly that rule, and the sound item none."""

from dataclasses import replace

import pytest

from quizapp.core.banks import UNKNOWN
from quizapp.core.items import read_item
from quizapp.core.reading import Reader
from quizapp.core.types.faults import FAULTS
from quizapp.verification.catalogue import ARTICLE, CHECKS, SOUND, verify
from quizapp.verification.hints import HINTS
from tools.document_checks import PAGE, page

TRUE = {"type": "true_false", "options": [{"text": "true", "fraction": 1}, {"text": "false"}]}


def _item(**changes):
    data = {key: value for key, value in {**SOUND, **changes}.items() if value is not None}
    reader = Reader(data)
    item = read_item(reader, "it")
    # A body of another type leaves the sound item's options over; nothing else may be wrong.
    assert {problem.code for problem in reader.problems} <= {"field-unknown"}
    return item


def _codes(item, article=ARTICLE):
    return [problem.code for problem in verify(item, article)]


def test_the_sound_item_breaks_no_rule():
    assert _codes(_item()) == []


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)
def test_the_example_breaks_exactly_its_rule(check):
    assert [(p.code, p.severity) for p in verify(_item(**check.example), ARTICLE)] == [(check.code, check.severity)]


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)
@pytest.mark.parametrize("language", ["it", "en"])
def test_the_sentence_has_no_place_left_open(check, language):
    (problem,) = verify(_item(**check.example), ARTICLE)
    assert "{" not in problem.say(language)
    assert check.hint.say(language) not in {"", problem.say(language)}


def test_every_fault_of_structure_has_its_check_and_every_check_its_hint():
    codes = [check.code for check in CHECKS]
    assert set(FAULTS) <= set(codes)
    assert set(codes) == set(HINTS)
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize(
    ("changes", "mended"),
    [
        ({"kind": "claim"}, {"holder": "governo", "stem": "Secondo il governo, dove fu firmato nel 2024?"}),
        ({"timing": "current"}, {"review_by": "2026-01-01"}),
        ({"stem": "Dove fu firmato?"}, {"stem": "Dove fu firmato nel 2024?"}),
        ({"evidence": [{"start": 0, "end": 8, "quote": "A Vienna."}]}, {"evidence": SOUND["evidence"]}),
        ({"type": "true_false", "options": [{"text": "true"}, {"text": "false", "fraction": 1}]}, {"correction": "x"}),
        ({**TRUE, "kind": "forecast"}, {"kind": "fact"}),
        ({**TRUE, "kind": "opinion"}, {"kind": "fact"}),
    ],
)
def test_a_mended_item_passes(changes, mended):
    assert _codes(_item(**changes)) != []
    assert _codes(_item(**{**changes, **mended})) == []


def test_without_the_text_a_quote_is_not_checked():
    item = _item(evidence=[{"start": 3, "end": 8, "quote": "altro"}])
    assert _codes(item, replace(ARTICLE, text=None)) == []
    assert _codes(item) == ["quote-mismatch"]


@pytest.mark.parametrize(
    ("article", "codes"),
    [
        (ARTICLE, ["sources-missing"]),
        (replace(ARTICLE, url="https://example.org/a"), []),
        (None, ["sources-missing"]),
    ],
)
def test_a_source_is_needed_where_the_article_has_no_address(article, codes):
    assert ARTICLE.url == UNKNOWN
    assert _codes(_item(sources=None), article) == codes


@pytest.mark.parametrize(
    ("holder", "stem", "named"),
    [
        ("fonti ucraine", "Nel 2024, secondo l’Ucraina, quanti furono?", True),
        ("il ministro degli Esteri", "Nel 2024, per il ministero degli esteri, quanti furono?", True),
        ("la Nato", "Nel 2024, secondo la Nato, quanti furono?", True),
        ("la Nato", "Nel 2024, secondo la Russia, quanti furono?", False),
        ("Papa Francesco", "Nel 2024, secondo il papa, quanti furono?", True),
    ],
)
def test_the_holder_is_recognised_by_the_beginning_of_a_word(holder, stem, named):
    codes = _codes(_item(kind="claim", holder=holder, stem=stem))
    assert codes == ([] if named else ["holder-not-named"])


def test_a_key_inside_another_word_of_the_stem_is_no_giveaway():
    options = [{"text": "Iran", "fraction": 1}, {"text": "Iraq", "feedback": "No."}]
    assert _codes(_item(stem="Chi tirano in causa le tiranie nel 2024?", options=options)) == []
    assert _codes(_item(stem="Chi accusa l’Iran nel 2024?", options=options)) == ["key-in-stem"]


def test_a_lone_star_may_catch_every_other_answer():
    answers = [{"text": "Vienna"}, {"text": "*", "fraction": 0, "feedback": "No."}]
    assert _codes(_item(type="text", options=None, answers=answers)) == []


def test_errors_stand_before_warnings():
    item = _item(explanation=None, as_of=None)
    assert _codes(item) == ["as-of-missing", "explanation-missing"]


def test_the_page_of_the_checks_is_current():
    assert PAGE.read_text(encoding="utf-8") == page(), "run: python tools/document_checks.py"

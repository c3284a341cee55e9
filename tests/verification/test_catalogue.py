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

FORECAST = {"kind": "forecast", "horizon": "2025-03-03"}
UNDATED = {"stem": "Quanto può durare l’accordo?", "timing": "current", "review_by": "2025-03-03"}
BEFORE = [{"title": "Bozza", "outlet": "Depositario", "date": "2024-03-02"}]
ASKS_THE_KIND = {
    "options": [
        {"text": "Previsione", "fraction": 1, "kind": "forecast"},
        {"text": "Opinione", "kind": "opinion", "feedback": "Nessuno giudica."},
    ]
}


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
        ({**FORECAST, **UNDATED}, {"stem": "A marzo 2024, quanto poteva durare l’accordo?"}),
        ({**FORECAST, **UNDATED}, ASKS_THE_KIND),
        ({**FORECAST, "came_true": "no", "sources": BEFORE}, {"came_true": "open"}),
        ({**FORECAST, "came_true": "no", "sources": BEFORE}, {"sources": SOUND["sources"]}),
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


@pytest.mark.parametrize(("status", "codes"), [("draft", ["right-doubled"]), ("in_review", []), ("ready", [])])
def test_a_shared_right_side_is_a_flaw_of_drafts_alone(status, codes):
    pairs = [{"left": left, "right": right} for left, right in ("aA", "bB", "cA")]
    assert _codes(_item(type="matching", options=None, pairs=pairs, status=status)) == codes


@pytest.mark.parametrize(
    ("stem", "found"),
    [
        ("Nel 2024 a [[2]] e [[1]].", []),
        (r"Nel 2024 a [[1]] e [[2]], \[[3]].", []),
        (
            r"Nel 2024 a \[[1]] e [[2]].",
            [("marker-missing", ("gaps", 0), {"number": 1})],
        ),
        (
            "Nel 2024 a [[1]] e [[2]] e [[12]] e [[3]].",
            [("marker-unknown", ("stem",), {"number": 3}), ("marker-unknown", ("stem",), {"number": 12})],
        ),
        (
            "Nel 2024 a [[1]] [[1]] [[1]].",
            [("marker-missing", ("gaps", 1), {"number": 2}), ("marker-doubled", ("stem",), {"number": 1})],
        ),
        ("Nel 2024 a [[1]] e [[2]] e [[due]].", [("marker-unclear", ("stem",), {})]),
    ],
)
def test_every_gap_is_marked_once_and_every_marker_has_its_gap(stem, found):
    gaps = [{"type": "text", "answers": [{"text": text}]} for text in "ab"]
    problems = verify(_item(type="cloze", options=None, stem=stem, gaps=gaps), ARTICLE)
    assert [(each.code, each.path, each.values) for each in problems] == found


def test_markers_mean_nothing_outside_a_cloze():
    assert _codes(_item(stem="Nel 2024 [[1]] e [[x]] [[1]]?")) == []


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"type": "matching", "pairs": [{"left": "a", "right": "A"}, {"left": "b", "right": "B"}]}, "pairs"),
        ({"type": "ordering", "order": [{"text": "a"}, {"text": "b"}, {"text": "c"}]}, "order"),
    ],
)
def test_the_quotes_of_single_entries_are_checked_at_their_place(body, field):
    spans = [{"start": 2, "end": 8, "quote": "Vienna"}, {"start": 2, "end": 8, "quote": "Roma"}]
    entries = [body[field][0], {**body[field][1], "evidence": spans}, *body[field][2:]]
    (problem,) = verify(_item(**{**body, field: entries, "options": None}), ARTICLE)
    assert (problem.code, problem.path) == ("quote-mismatch", (field, 1, "evidence", 1))


@pytest.mark.parametrize("category", [2, -1])
def test_a_claim_with_a_category_that_is_not_there_is_named_and_breaks_nothing(category):
    statements = [{"text": "Il governo tratta.", "category": 0}, {"text": "Durerà.", "category": category}]
    body = {"type": "classify", "categories": [{"text": "A"}, {"text": "B"}], "statements": statements}
    assert _codes(_item(**body, options=None, kind="claim", holder="governo")) == ["category-out-of-range"]


def test_errors_stand_before_warnings():
    item = _item(explanation=None, as_of=None)
    assert _codes(item) == ["as-of-missing", "explanation-missing"]


def test_the_page_of_the_checks_is_current():
    assert PAGE.read_text(encoding="utf-8") == page(), "run: python tools/document_checks.py"


@pytest.mark.parametrize(("key", "codes"), [("Ira", ["key-in-stem"]), ("Ir", [])])
def test_a_key_of_three_letters_is_long_enough_to_be_given_away(key, codes):
    options = [{"text": key, "fraction": 1}, {"text": "Iraq", "feedback": "No."}]
    assert _codes(_item(stem=f"Chi accusa {key} nel 2024?", options=options)) == codes


@pytest.mark.parametrize(("horizon", "codes"), [("2024-03-02", ["horizon-past"]), ("2024-03-03", [])])
def test_a_forecast_may_end_on_the_day_it_speaks_of_and_not_before(horizon, codes):
    assert _codes(_item(**{**FORECAST, "horizon": horizon})) == codes


def _sorted_by_kind(first, second="Durerà.", **changes):
    statements = [{"text": first, "category": 0}, {"text": second, "category": 1}]
    body = {"type": "classify", "categories": [{"text": "Dati"}, {"text": "Altro"}], "statements": statements}
    return _item(**{**body, "options": None, **changes})


@pytest.mark.parametrize(("statement", "codes"), [("Nel 2024 durò.", []), ("Durò poco.", ["forecast-undated"])])
def test_a_statement_to_place_may_say_the_day_or_the_holder_for_its_stem(statement, codes):
    assert _codes(_sorted_by_kind(statement, **{**FORECAST, **UNDATED})) == codes
    options = [{"text": "Nel 2024", "fraction": 1}, {"text": "Mai", "feedback": "No."}]
    assert _codes(_item(**{**FORECAST, **UNDATED, "options": options})) == ["forecast-undated"]


@pytest.mark.parametrize(("statement", "codes"), [("Il governo tratta.", []), ("Si tratta.", ["holder-not-named"])])
def test_the_holder_may_stand_in_a_statement_and_not_in_a_wrong_option(statement, codes):
    assert _codes(_sorted_by_kind(statement, kind="claim", holder="governo")) == codes
    options = [{"text": "Vienna", "fraction": 1}, {"text": "Il governo", "feedback": "No."}]
    assert _codes(_item(kind="claim", holder="governo", options=options)) == ["holder-not-named"]


def test_five_letters_of_a_word_recognise_the_holder_and_four_of_another_do_not():
    stem = "Nel 2024, secondo il governo, quanti furono?"
    assert _codes(_item(kind="claim", holder="i governatori", stem=stem)) == []
    assert _codes(_item(kind="claim", holder="i goverati", stem=stem)) == []
    assert _codes(_item(kind="claim", holder="i govinda", stem=stem)) == ["holder-not-named"]


def test_a_quote_that_is_not_there_is_told_by_its_first_sixty_signs():
    quote = "".join(chr(ord("a") + n % 26) for n in range(100))
    spans = [{"start": 0, "end": 100, "quote": quote}]
    (problem,) = verify(_item(evidence=spans), ARTICLE)
    assert problem.values == {"quote": quote[:60]}
    pairs = [{"left": "a", "right": "A", "evidence": spans}, {"left": "b", "right": "B"}]
    (problem,) = verify(_item(type="matching", options=None, pairs=pairs), ARTICLE)
    assert problem.values == {"quote": quote[:60]}

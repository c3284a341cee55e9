"""Bank files: what is read comes back the same, and everything wrong is named with its place."""

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.banks import UNKNOWN, Article, Bank, Fact, Rights
from quizapp.core.items import Difficulty, Item, Source
from quizapp.core.kinds import Kind
from quizapp.core.lifecycle import Status, Timing
from quizapp.core.spans import Span, sha256_of
from quizapp.core.text import Match
from quizapp.core.types import (
    TYPES,
    ChoiceBody,
    ClassifyBody,
    ClozeBody,
    MatchingBody,
    MultipleBody,
    NumberBody,
    OrderingBody,
    TextBody,
    TrueFalseBody,
)
from quizapp.core.types.classify import Category, Statement
from quizapp.core.types.cloze import Gap
from quizapp.core.types.entries import Option, numbered
from quizapp.core.types.matching import Pair, rights_of
from quizapp.core.types.multiple import Rule
from quizapp.core.types.number import Accepted, ToleranceKind
from quizapp.core.types.ordering import Step
from quizapp.core.types.text import Answer
from quizapp.formats.bankfile import read_bank, write_bank
from quizapp.formats.registry import read

DATA = Path(__file__).parent / "data"
VALID = sorted((DATA / "valid").glob("*.yaml"))
INVALID = sorted((DATA / "invalid").glob("*.yaml"))
BUNDLED = sorted((Path(__file__).parents[2] / "questions").glob("*/*.yaml"))


def _name(path):
    return path.stem


def _said(data):
    return [f"{each.line}:{each.column}:{each.problem.code}" for each in read_bank(data)[1]]


def test_the_pairs_are_there():
    assert len(VALID) >= 3
    assert {path.with_suffix(".expected") for path in INVALID} == set((DATA / "invalid").glob("*.expected"))


@pytest.mark.parametrize("path", VALID, ids=_name)
def test_a_valid_file_has_no_problem_and_is_written_byte_for_byte(path):
    bank, problems = read_bank(path.read_bytes())
    assert problems == []
    assert write_bank(bank).encode() == path.read_bytes()


@pytest.mark.parametrize("path", INVALID, ids=_name)
def test_every_problem_is_named_at_its_line_and_column(path):
    expected = path.with_suffix(".expected").read_text(encoding="utf-8").split()
    assert expected != []
    assert _said(path.read_bytes()) == expected


@pytest.mark.parametrize("path", INVALID, ids=_name)
def test_every_problem_speaks_both_languages_with_no_place_left_open(path):
    for located in read_bank(path.read_bytes())[1]:
        spoken = [located.problem.say(language) for language in ("it", "en")]
        assert spoken[0] != spoken[1]
        assert not any("{" in sentence for sentence in spoken)


@pytest.mark.parametrize("path", BUNDLED, ids=_name)
def test_a_bundled_bank_survives_reading_and_writing(path):
    once = write_bank(read_bank(path.read_bytes())[0])
    assert write_bank(read_bank(once.encode())[0]) == once


def test_a_byte_order_mark_and_windows_line_ends_change_nothing():
    plain = VALID[0].read_bytes()
    marked = b"\xef\xbb\xbf" + plain.replace(b"\n", b"\r\n")
    assert read_bank(marked) == read_bank(plain)


def test_an_unknown_day_is_written_out():
    bank, _ = read_bank((DATA / "valid" / "article.yaml").read_bytes())
    assert bank.article.retrieved is None
    assert "\n  retrieved: unknown\n" in write_bank(bank)


def test_one_source_per_problem_all_in_one_run():
    assert len(_said((DATA / "invalid" / "fields.yaml").read_bytes())) >= 5


# --- any bank comes back -----------------------------------------------------------------------
PRINTABLE = st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co"), exclude_characters="\ufeff")
LINE = st.one_of(
    st.text(PRINTABLE, min_size=1, max_size=20),
    st.sampled_from(
        ["yes", "null", "~", "1/3", "012", "0x1F", "1e3", "2024-10-14", "- a", "a: b", "#", "'", " a ", "\t"]
    ),
)
PROSE = st.one_of(
    LINE, st.lists(LINE, min_size=1, max_size=4).map("\n".join), st.sampled_from(["\n", " a\nb", "a\n\n"])
)
MAYBE = st.none() | PROSE
DAYS = st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1))
SHARES = st.fractions(-1, 1, max_denominator=12)
SPANS = st.builds(Span, st.integers(0, 99), st.integers(0, 99), PROSE)
SOURCES = st.lists(st.builds(Source, LINE, LINE, DAYS, st.none() | LINE), max_size=2).map(tuple)
OPTIONS = st.lists(
    st.builds(Option, st.just(""), PROSE, SHARES, MAYBE, st.booleans(), st.none() | st.sampled_from(Kind)), max_size=4
).map(lambda options: numbered(options, "o"))
ANSWERS = st.lists(st.builds(Answer, st.just(""), PROSE, SHARES, MAYBE), max_size=3).map(
    lambda answers: numbered(answers, "a")
)
CATEGORIES = st.lists(st.builds(Category, st.just(""), PROSE, st.none() | st.sampled_from(Kind)), max_size=3)
STATEMENTS = st.lists(
    st.builds(Statement, st.just(""), PROSE, st.integers(0, 3), MAYBE, st.lists(SPANS, max_size=2).map(tuple)),
    max_size=3,
)
FLAG = st.booleans()
SPAN_LISTS = st.lists(SPANS, max_size=2).map(tuple)
FIGURES = st.decimals(-(10**25), 10**25, places=0) | st.decimals(-1000, 1000, places=3)
NUMBERS = st.lists(
    st.builds(
        Accepted,
        st.just(""),
        st.none() | FIGURES,
        st.decimals(0, 100, places=2),
        st.sampled_from(ToleranceKind),
        SHARES,
        MAYBE,
    ),
    max_size=3,
).map(lambda entries: numbered(entries, "n"))
PAIRS = st.lists(st.builds(Pair, st.just(""), PROSE, PROSE, MAYBE, SPAN_LISTS), max_size=3).map(
    lambda entries: numbered(entries, "p")
)
STEPS = st.lists(st.builds(Step, st.just(""), PROSE, MAYBE, SPAN_LISTS), max_size=3).map(
    lambda entries: numbered(entries, "e")
)
TEXT_BODIES = st.builds(TextBody, ANSWERS, st.builds(Match, FLAG, FLAG, FLAG, FLAG))
NUMBER_BODIES = st.builds(NumberBody, NUMBERS, MAYBE)
GAPS = st.lists(
    st.builds(
        Gap,
        st.just(""),
        st.builds(ChoiceBody, OPTIONS) | TEXT_BODIES | NUMBER_BODIES,
        st.fractions(0, 9, max_denominator=9),
    ),
    max_size=3,
).map(lambda gaps: numbered(gaps, "g"))
BODIES = st.one_of(
    st.builds(ChoiceBody, OPTIONS),
    st.builds(MultipleBody, OPTIONS, st.sampled_from(Rule)),
    st.builds(TrueFalseBody, OPTIONS, MAYBE),
    TEXT_BODIES,
    NUMBER_BODIES,
    st.builds(
        lambda pairs, extra: MatchingBody(pairs, extra, rights_of(pairs, extra)),
        PAIRS,
        st.lists(PROSE, max_size=2).map(tuple),
    ),
    st.builds(OrderingBody, STEPS),
    st.builds(ClozeBody, GAPS),
    st.builds(
        ClassifyBody,
        CATEGORIES.map(lambda entries: numbered(entries, "c")),
        STATEMENTS.map(lambda entries: numbered(entries, "s")),
    ),
)
ITEMS = st.builds(
    Item,
    id=LINE,
    lang=st.sampled_from(["it", "en"]),
    stem=PROSE,
    body=BODIES,
    title=MAYBE,
    explanation=MAYBE,
    facts=st.lists(LINE, max_size=2).map(tuple),
    kind=st.none() | st.sampled_from(Kind),
    holder=MAYBE,
    evidence=st.lists(SPANS, max_size=2).map(tuple),
    as_of=DAYS,
    timing=st.none() | st.sampled_from(Timing),
    review_by=DAYS,
    sources=SOURCES,
    tags=st.lists(PROSE, max_size=2).map(tuple),
    difficulty=st.none() | st.sampled_from(Difficulty),
    status=st.sampled_from(Status),
    points=st.fractions(0, 10, max_denominator=9).map(Fraction),
)
ARTICLES = st.builds(
    lambda text, rest: Article(**rest, text=text, sha256=sha256_of(text) if text is not None else "0" * 64),
    MAYBE,
    st.fixed_dictionaries(
        {
            "title": PROSE,
            "subtitle": MAYBE,
            "outlet": LINE,
            "author": LINE,
            "published": DAYS,
            "retrieved": DAYS,
            "url": st.just(UNKNOWN) | LINE,
            "licence": LINE,
            "origin": LINE,
            "rights": st.sampled_from(Rights),
            "purge_on": DAYS,
            "sources": SOURCES,
        }
    ),
)
FACTS = st.builds(Fact, LINE, st.sampled_from(Kind), MAYBE, PROSE, st.none() | st.integers(1, 3), SPANS)
BANKS = st.builds(
    Bank,
    id=LINE,
    title=PROSE,
    lang=st.sampled_from(["it", "en"]),
    licence=MAYBE,
    topic=MAYBE,
    article=st.none() | ARTICLES,
    facts=st.lists(FACTS, max_size=2).map(tuple),
    items=st.lists(ITEMS, max_size=2).map(tuple),
)


@given(BANKS)
def test_any_bank_comes_back_as_it_was_written(bank):
    written = write_bank(bank)
    again, _ = read_bank(written.encode())
    assert again == bank
    assert write_bank(again) == written


@given(st.binary(max_size=200))
def test_no_bytes_make_the_reader_fail(data):
    bank, problems = read_bank(data)
    assert bank is None or isinstance(bank, Bank)
    assert problems != []


KEYS = ["id", "start", "text", "type", "value", "tolerance", "left", "right", "weight", "numbers"]
JSONISH = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | LINE,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner),
    max_leaves=6,
)
TOP = st.fixed_dictionaries({}, optional=dict.fromkeys(["id", "lang", "article", "facts", "items"], JSONISH))
FIELDS = (
    *("options", "answers", "statements", "categories", "match", "evidence", "facts"),
    *("numbers", "unit", "pairs", "extra_rights", "order", "gaps"),
)
NEAR = st.fixed_dictionaries(
    {
        "items": st.lists(
            st.fixed_dictionaries(
                {"type": st.sampled_from([*TYPES])},
                optional=dict.fromkeys(FIELDS, JSONISH),
            ),
            max_size=2,
        )
    }
)


@given(TOP | NEAR)
def test_wrong_shapes_are_named_and_never_make_the_reader_fail(data):
    assert read_bank(yaml.safe_dump(data, allow_unicode=True).encode())[1] != []


@pytest.mark.parametrize("broken", ["", "    type: choile\n"], ids=["no type", "unknown type"])
@pytest.mark.parametrize("more", [0, 2], ids=["alone", "with others of no type"])
def test_an_item_without_a_type_is_named_and_the_others_are_read(broken, more):
    bad = f"  - id: citta{{}}\n{broken}    stem: In quale città?\n"
    good = (
        "  - id: lingua\n    type: true_false\n    stem: Il latino è una lingua.\n    explanation: Così si dice.\n"
        "    options:\n      - text: 'true'\n        fraction: 1\n      - text: 'false'\n        fraction: 0\n"
    )
    others = "".join(f"  - id: altra{number}\n    stem: Quale?\n" for number in range(more))
    head = "id: it/accordo\ntitle: L’accordo\nlang: it\nitems:\n"
    found = read((head + bad.format(1) + others + good).encode(), "bank")
    assert [item.id for item in found.items] == ["lingua"]
    errors = {each.index for each in found.problems if each.severity == "error"}
    assert errors == set(range(1, more + 2))

"""What is found by a shorter way is what the plain pattern finds."""

import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.text import exchanged, strip_accents, unify, words
from quizapp.extraction.patterns import alternatives
from quizapp.extraction.shadow import _FOLD, shadow
from quizapp.extraction.verifying import logic
from quizapp.extraction.verifying.logic import Figure, figures, value_of
from quizapp.extraction.verifying.wording import _DANGLING, _dangles
from quizapp.intake.parts import Part

_PIECES = [
    *"abeè é'’\u02bc`\u00b4\"«»“”.,;!?()-–—_\u00a0\u2009\u3000\x1f\n1289€%°ßİ",
    *("e\u0301", "di", "del", "della", "dell'", "with", "que", " e ", "circa ", "almeno ", "fino al ", "entro il "),
    *(
        "prima del ",
        "dopo ",
        " 12 marzo",
        "1999 ",
        "dal ",
        "over ",
        "at least ",
        "1.234",
        "Roma",
        "Roma Capitale",
        "Bari",
    ),
]
texts = st.lists(st.sampled_from(_PIECES), max_size=40).map("".join)


@given(texts)
def test_signs_are_exchanged_as_a_table_of_all_of_them_would(text):
    assert exchanged(text, _FOLD) == shadow(text) == text.translate({ord(sign): other for sign, other in _FOLD})


@given(st.one_of(texts, st.text()))
def test_accents_go_as_if_each_sign_were_asked_and_words_are_what_stands_between_the_others(text):
    apart = unicodedata.normalize("NFD", text)
    bare = unicodedata.normalize("NFC", "".join(sign for sign in apart if unicodedata.category(sign) != "Mn"))
    assert strip_accents(text) == (text if text.isascii() else bare)
    assert words(text) == [word for word in re.split(r"\W+", strip_accents(unify(text).casefold())) if word]


@given(st.one_of(texts, st.text()))
def test_a_text_that_ends_in_a_word_that_joins_on_is_told_by_its_end(text):
    assert _dangles(text) == (_DANGLING.search(text) is not None)


@given(texts)
def test_what_stands_before_a_figure_is_found_near_it(text):
    assert figures(text) == tuple(plainly(text))


def plainly(text):
    for match in logic._DIGITS.finditer(text):
        before, after = text[: match.start()], re.match(r"\W*(\w+)?", text[match.end() :])
        bound = next((name for name, pattern in logic._BEFORE.items() if pattern.search(before)), None)
        limit = logic._LIMIT.search(before) is not None and logic._LIMITS.match(text[match.start() :]) is not None
        if (value := value_of(match[0])) is not None:
            yield Figure(value, bound, limit, (after[1] or "").lower())


def test_a_limit_of_a_very_long_word_is_found_far_from_its_figure():
    (found,) = figures(f"Avverrà fino a{'l' * 300} 1999.")
    assert found.limit


@given(texts, st.lists(st.sampled_from(["Roma", "Roma Capitale", "Bari", "e", "è-", "del"]), min_size=1))
def test_names_are_found_apart_from_a_longer_word_wherever_that_is_asked(text, names):
    longest = sorted(names, key=len, reverse=True)
    quick = re.compile("(?:" + alternatives(longest, apart_from=r"[\w-]") + r")(?![\w-])")
    plain = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest))})(?![\w-])")
    assert [match.span() for match in quick.finditer(text)] == [match.span() for match in plain.finditer(text)]


@given(st.one_of(texts, st.text(min_size=190, max_size=210)))
def test_a_line_is_told_without_the_marks_around_it(said):
    plain = Part(0, len(said), said).plain
    told = [place for place, sign in enumerate(plain[:200]) if sign.isalnum() or sign in "()%€$"]
    kept = plain[told[0] : told[-1] + 1 if len(plain) <= 200 else None] if told else ""
    assert Part(0, len(said), said).bare == kept

"""Bytes as text: what is read, and the sentence for what is not."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.spans import stored_text
from quizapp.intake.article import Unusable
from quizapp.intake.encoding import text_of

PROSE = "Perché è così? L’età più bella, «già» detto – però… città e virtù. " * 3
RUSSIAN = "Правительство приняло бюджет на год. " * 5


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (PROSE.encode(), PROSE),
        (PROSE.encode("utf-8-sig"), PROSE),
        (PROSE.encode("utf-16"), PROSE),
        (b"\xfe\xff" + PROSE.encode("utf-16-be"), PROSE),
        (b"a\r\nb\rc\n", "a\nb\nc\n"),
        ("e\u0300 \xa0 a\u00adb\t".encode(), "e\u0300 \xa0 a\u00adb\t"),
        ("São Paulo, NÃO e ITALIÃ".encode(), "São Paulo, NÃO e ITALIÃ"),
        (RUSSIAN.encode(), RUSSIAN),
    ],
)
def test_the_text_is_kept_but_for_its_mark_and_line_ends(data, text):
    assert text_of(data) == text


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf \r\n\t", "empty"),
        (PROSE.encode("cp1252"), "windows-1252"),
        (b"Una citt\xe0 sola.", "windows-1252"),
        (PROSE.encode("mac_roman"), "encoding"),
        ("perché più città ".encode("cp850") * 5, "encoding"),
        (RUSSIAN.encode("cp1251"), "encoding"),
        (RUSSIAN.encode("koi8-r"), "encoding"),
        ("政府は予算を承認した。".encode("shift_jis") * 5, "encoding"),
        (PROSE.encode("utf-16-le"), "binary"),
        (PROSE.encode("utf-16")[:-1], "encoding"),
        (b"un testo con un \0 dentro", "nul"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 3, "binary"),
        (bytes(range(1, 32)) * 9, "binary"),
        (PROSE.encode().decode("latin-1").encode(), "garbled"),
        (PROSE.replace("à", "").encode().decode("cp1252", "ignore").encode(), "garbled"),
        (PROSE.encode("cp1252").decode("utf-8", "replace").encode(), "garbled"),
    ],
)
def test_what_cannot_be_read_says_why(data, code):
    with pytest.raises(Unusable) as refusal:
        text_of(data)
    assert refusal.value.code == code
    assert refusal.value.say("it") != refusal.value.say("en")


def test_damaged_letters_are_shown():
    with pytest.raises(Unusable) as refusal:
        text_of("La ragione Ã¨ questa: perchÃ© la cittÃ  cambia.".encode())
    assert refusal.value.say("it").startswith("Le lettere accentate del testo sono rovinate (come in «Ã¨»)")
    assert str(refusal.value) == refusal.value.say("en")


@given(st.text())
def test_any_text_is_stored_as_the_domain_stores_it_or_refused(text):
    try:
        read = text_of(text.encode("utf-8", "surrogatepass"))
    except Unusable:
        return
    assert read == stored_text(text)


@given(st.binary())
def test_any_bytes_are_read_or_refused(data):
    with contextlib.suppress(Unusable):
        assert "\0" not in text_of(data)

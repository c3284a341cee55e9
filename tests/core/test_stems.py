"""A stem's frame, and what it asks about."""

import pytest

from quizapp.core.stems import framed, gist

GAP = "Completa la frase di un articolo del 14 ottobre 2026 intitolato «Draghi: “Avanti”»: "
SAID = "«Il fondo è di _____ milioni», ha detto: «pochi»"


@pytest.mark.parametrize(
    ("frame", "rest"),
    [
        (GAP, "«Il trattato istituisce un fondo di _____ milioni.»"),
        (GAP, f"«{SAID}»"),
        ("Complete the sentence from an article of 18 September 2025 headed “A cut: why”: ", "“Prices rose _____%.”"),
        ("L’articolo «Il voto» riferisce: ", "«La Camera ha votato.»"),
        ("Secondo un articolo del 14 ottobre 2026 intitolato «Pace, ora», ", "quale parlamento voterà?"),
        ("Secondo l’articolo, ", "chi ha firmato?"),
        ("According to an article of 6 October 2015, ", "who raised its forecasts?"),
    ],
)
def test_a_frame_is_set_apart_from_what_is_asked_about(frame, rest):
    assert framed(frame + rest) == (frame, rest)
    assert gist(frame + rest) == rest


@pytest.mark.parametrize(
    "stem",
    [
        "A chi attribuisce queste parole un articolo del 3 marzo 2023? «Porteremo in Cdm il decreto»",
        "Chi lo dice? Scegli fra questi: «Il fondo è di 84 milioni.»",
        "Secondo Ferrero, che cosa accadrà nel 2032?",
        "«Il ministro ha detto»: «avanti»",
        "Quando è entrato in vigore il trattato?",
        "Abbina a ogni affermazione la fonte: la prima è data.",
        "",
    ],
)
def test_a_stem_that_asks_in_its_first_words_stays_whole(stem):
    assert framed(stem) == ("", stem)


@pytest.mark.parametrize(("length", "is_frame"), [(500, True), (700, False)])
def test_what_stands_before_a_quotation_for_lines_and_lines_is_no_frame(length, is_frame):
    lead, rest = f"L’articolo {'x' * length} riferisce: ", "«La Camera ha votato.»"
    assert framed(lead + rest) == ((lead, rest) if is_frame else ("", lead + rest))

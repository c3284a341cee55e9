"""Which language a text is in, and silence where it is not certain."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.intake.language import alphabet, detect_language

TEXTS = [
    ("it", "Il governo ha approvato la legge di bilancio."),
    ("it", "L’assessora ha detto che i lavori dell’ospedale finiranno dopo l’estate."),
    ("en", "The government has approved the budget."),
    ("en", "Ferries were expected to resume on Sunday, said the operator."),
    ("es", "El alcalde dijo que las obras del hospital terminarán después del verano, según el ayuntamiento."),
    ("fr", "Le maire a dit que les travaux de l'hôpital seront terminés après l'été."),
    ("de", "Die Regierung hat den Haushalt für das Jahr beschlossen."),
    ("pt", "O governo aprovou a lei do orçamento para o ano que vem, mas não foi por unanimidade."),
    ("ca", "El govern ha aprovat la llei de pressupostos amb els vots dels socis, però no és definitiva."),
    ("ro", "Guvernul a aprobat legea bugetului pentru anul care vine, dar nu este definitivă."),
    ("nl", "De regering heeft het budget voor het jaar goedgekeurd, maar dat is niet alles."),
    ("sv", "Regeringen har godkänt budgeten för året och det är inte allt."),
    ("pl", "Rząd przyjął ustawę na przyszły rok, ale nie jest to koniec."),
    ("ru", "Правительство приняло бюджет, и это было ожидаемо."),
    ("uk", "Уряд ухвалив бюджет, і це є новиною."),
    ("el", "Η κυβέρνηση ενέκρινε τον προϋπολογισμό."),
    ("ar", "الحكومة وافقت على الميزانية الجديدة"),
    ("he", "הממשלה אישרה את התקציב"),
    ("ja", "政府は予算を承認した。"),
    ("zh", "政府批准了预算。"),
    ("ko", "정부는 예산을 승인했다."),
]
UNSURE = ["", "12345 %", "asdf qwer zxcv uiop", "Roma Milano Torino", "Правителството прие бюджета със закон"]


@pytest.mark.parametrize(("language", "text"), TEXTS)
def test_a_sentence_tells_its_language(language, text):
    assert detect_language(text) == language


@pytest.mark.parametrize("text", UNSURE)
def test_what_is_not_certain_is_undetermined(text):
    assert detect_language(text) == "und"


def test_a_quotation_in_another_language_does_not_change_it():
    text = (
        "Il presidente della Camera ha detto ai giornalisti che la legge non sarà cambiata prima del voto di domani. "
        "«We will not change the law», ha ripetuto dopo l’incontro con gli ambasciatori dei Paesi che la criticano."
    )
    assert detect_language(text) == "it"


def test_two_languages_in_equal_parts_are_undetermined():
    assert (
        detect_language("Il governo ha detto che la legge è nel testo. " + "The law is in the text that was said.")
        == "und"
    )


@pytest.mark.parametrize(
    ("text", "script"),
    [("Über", "latin"), ("Привет", "cyrillic"), ("12", "latin"), ("Привет hello", "mixed"), ("東京タワー", "kana")],
)
def test_the_alphabet_is_that_of_most_letters(text, script):
    assert alphabet(text) == script


@given(st.text())
def test_any_text_has_an_answer(text):
    assert detect_language(text) == detect_language(text + " ")

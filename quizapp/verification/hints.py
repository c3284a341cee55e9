"""What to do about each problem, for the editor and the documentation."""

from quizapp.core.wording import Wording

HINTS = {
    "stem-empty": Wording(
        "Scrivi la domanda: deve capirsi anche senza l’articolo aperto.",
        "Write the question: it must be clear without the article open.",
    ),
    "options-too-few": Wording("Aggiungi risposte: di solito quattro.", "Add options: usually four."),
    "option-empty": Wording("Scrivilo, o togli la riga.", "Write it, or take the row away."),
    "option-doubled": Wording("Cambia uno dei due testi uguali.", "Change one of the two equal texts."),
    "spelling-only": Wording(
        "Ognuna deve dire una cosa diversa, non la stessa scritta in un altro modo.",
        "Each must say something of its own, not the same thing in another spelling.",
    ),
    "key-missing": Wording("Segna quella giusta: vale 1.", "Mark the right one: it is worth 1."),
    "key-doubled": Wording(
        "Lascia 1 a una sola risposta, o usa il tipo «multiple».",
        "Leave 1 to one option only, or use the type “multiple”.",
    ),
    "key-everything": Wording("Aggiungi almeno una risposta errata.", "Add at least one wrong option."),
    "fraction-not-for-rule": Wording("Usa 1 o 0, oppure la regola «weights».", "Use 1 or 0, or the rule “weights”."),
    "true-false-shape": Wording(
        "Usa le due risposte «true» e «false», in quest’ordine.",
        "Use the two options “true” and “false”, in that order.",
    ),
    "correction-missing": Wording(
        "Scrivi in una frase che cosa dice invece l’articolo.",
        "Say in one sentence what the article says instead.",
    ),
    "answer-missing": Wording("Aggiungi almeno una risposta che vale 1.", "Add at least one answer worth 1."),
    "answer-empty": Wording(
        "Scrivi una parola da confrontare, o attiva «punctuation».",
        "Write a word to compare with, or turn on “punctuation”.",
    ),
    "categories-too-few": Wording("Aggiungi una categoria.", "Add a category."),
    "statements-too-few": Wording(
        "Aggiungi una frase: di solito da tre a cinque.", "Add a statement: usually three to five."
    ),
    "category-out-of-range": Wording("La prima categoria è 0.", "The first category is 0."),
    "anything-right": Wording(
        "Dai 0 al numero senza valore: raccoglie tutto ciò che non è giusto.",
        "Give 0 to the number without a value: it gathers all that is not right.",
    ),
    "tolerance-not-share": Wording("Il 5 % è 0.05 (nel modulo anche 5%).", "5 % is 0.05 (in the form also 5%)."),
    "number-unreached": Wording(
        "Metti prima il numero più stretto, e «qualunque altro numero» per ultimo.",
        "Put the narrower number first, and “any other number” last.",
    ),
    "pairs-too-few": Wording("Aggiungi una coppia: di solito da tre a cinque.", "Add a pair: usually three to five."),
    "rights-too-few": Wording(
        "Cambia una corrispondenza, o aggiungine una in «extra_rights».",
        "Change a right side, or add one to “extra_rights”.",
    ),
    "order-too-short": Wording("Aggiungi una voce: di solito da tre a sei.", "Add an entry: usually three to six."),
    "gaps-missing": Wording(
        "Aggiungi una lacuna in «gaps» e indicala nella domanda con [[1]].",
        "Add a gap to “gaps” and mark it in the stem with [[1]].",
    ),
    "gap-weightless": Wording("Dai alla lacuna un peso, per esempio 1.", "Give the gap a weight, such as 1."),
    "right-doubled": Wording(
        "Scegli coppie in cui ogni corrispondenza va con un solo elemento.",
        "Choose pairs in which each right side goes with one left side only.",
    ),
    "order-of-two": Wording("Aggiungi una terza voce.", "Add a third entry."),
    "anything-accepted": Wording(
        "Scrivi anche delle parole, o dai 0 a questa risposta.", "Write words beside it, or give this answer 0."
    ),
    "marker-missing": Wording(
        "Scrivi nella domanda il segno della lacuna, come [[1]], al suo posto.",
        "Write the gap’s marker, such as [[1]], in its place in the stem.",
    ),
    "marker-unknown": Wording(
        "Aggiungi la lacuna in «gaps», o togli il segno.", "Add the gap to “gaps”, or remove the marker."
    ),
    "marker-doubled": Wording("Lascia il segno una volta sola.", "Leave the marker once only."),
    "marker-unclear": Wording(
        r"Scrivi [[1]] per una lacuna, e \[[ dove vuoi due parentesi.",
        r"Write [[1]] for a gap, and \[[ where you want two brackets.",
    ),
    "explanation-missing": Wording(
        "Spiega perché la risposta è giusta: si legge dopo ogni risposta.",
        "Explain why the key is right: it is read after every answer.",
    ),
    "feedback-missing": Wording(
        "Di’ in una frase con che cosa ci si confonde.",
        "Say in one sentence what it is confused with.",
    ),
    "key-in-stem": Wording(
        "Togli dalla domanda le parole della risposta.",
        "Take the words of the answer out of the stem.",
    ),
    "quote-mismatch": Wording(
        "Copia la frase dall’articolo senza cambiare nulla; le posizioni si contano in caratteri, da 0.",
        "Copy the sentence from the article unchanged; offsets count characters, from 0.",
    ),
    "evidence-missing": Wording(
        "Scegli nell’articolo la frase che dà la risposta.",
        "Choose the sentence of the article that gives the answer.",
    ),
    "holder-missing": Wording(
        "Scrivi chi lo dice, come lo chiama l’articolo.",
        "Write who says it, as the article names them.",
    ),
    "holder-not-named": Wording(
        "Scrivi nella domanda «secondo …» con il nome di chi parla.",
        "Write “according to …” with the speaker’s name in the question.",
    ),
    "forecast-keyed-true": Wording(
        "Chiedi che cosa è stato previsto e da chi, non se è vero.",
        "Ask what was forecast and by whom, not whether it is true.",
    ),
    "opinion-keyed-true": Wording(
        "Chiedi chi ha espresso il giudizio, non se è vero.",
        "Ask who made the judgement, not whether it is true.",
    ),
    "as-of-missing": Wording(
        "Metti la data del fatto, per esempio 2024-10-14.",
        "Put the date of the fact, for example 2024-10-14.",
    ),
    "timing-missing": Wording(
        "Scrivi la data nella domanda e usa «dated».",
        "Write the date into the stem and use “dated”.",
    ),
    "undated-stem": Wording(
        "Scrivi nella domanda la data con l’anno, oppure scegli che va ricontrollata entro una data («current»).",
        "Write the date into the question, with its year, or choose that it is checked again by a date (“current”).",
    ),
    "review-by-missing": Wording(
        "Metti il giorno in cui qualcuno deve rileggere la domanda.",
        "Put the day on which somebody must read the item again.",
    ),
    "forecast-undated": Wording(
        "Scrivi nella domanda il giorno o il mese della previsione, con l’anno.",
        "Write the day or month of the forecast into the stem, with its year.",
    ),
    "horizon-missing": Wording(
        "Metti il giorno dopo il quale si potrà dire se si è avverata.",
        "Put the day after which it can be told whether it came true.",
    ),
    "horizon-past": Wording(
        "Metti un giorno che viene dopo la previsione.",
        "Put a day that comes after the forecast.",
    ),
    "outcome-unproven": Wording(
        "Aggiungi titolo, testata e data della notizia che dice come è andata.",
        "Add title, outlet and date of the report that tells how it went.",
    ),
    "sources-missing": Wording(
        "Indica titolo, ente e data dell’atto su cui sta il fatto.",
        "Give title, body and date of the act on which the fact stands.",
    ),
}

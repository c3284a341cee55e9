"""The words around a draft, in the article's language."""

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrases:
    """One sentence per use, with `{name}` places."""

    gap: str
    gap_dated: str
    explain: str
    explain_claim: str
    absent: str
    elsewhere: str
    correct_swap: str
    who: str
    who_dated: str
    other_voice: str
    status: str
    status_dated: str
    status_options: tuple[str, str, str, str]
    claimed: str
    """A claim by a named person, as an option."""
    not_supposed: str
    kinds: str
    kinds_dated: str
    kind_names: tuple[str, str, str, str]
    kind_fact: str
    kind_claim: str
    kind_claim_unnamed: str
    kind_forecast: str
    kind_opinion: str
    multiple: str
    multiple_dated: str
    multiple_false: str
    multiple_true: str
    role: str
    role_dated: str
    other_role: str
    date: str
    first: str
    """How the first day of a month is written."""
    months: tuple[str, ...]

    def day(self, value: datetime.date) -> str:
        """The date as the language writes it."""
        day = self.first if value.day == 1 else str(value.day)
        return self.date.format(day=day, month=self.months[value.month - 1], year=value.year)


_IT = Phrases(
    gap="Completa la frase dell’articolo{titled}: «{sentence}»",
    gap_dated="Completa la frase di un articolo del {day}: «{sentence}»",
    explain="L’articolo dice: «{quote}» (paragrafo {paragraph}).",
    explain_claim="Chi lo dice: {holder}. L’articolo riferisce, non garantisce.",
    absent="Nell’articolo non compare.",
    elsewhere="L’articolo lo scrive altrove, per un’altra cosa: «{quote}»",
    correct_swap="È «{right}», non «{wrong}».",
    who="A chi attribuisce l’articolo{titled} questa affermazione? «{content}»",
    who_dated="A chi attribuisce un articolo del {day} questa affermazione? «{content}»",
    status="Come presenta l’articolo{titled} questa informazione? «{sentence}»",
    status_dated="Come presenta un articolo del {day} questa informazione? «{sentence}»",
    status_options=("Come un fatto che dà per certo", "Come una dichiarazione di qualcuno", "Come una previsione o un’ipotesi", "Come un giudizio di chi scrive"),
    other_voice="L’articolo ne parla, ma per altro: «{quote}»",
    claimed="Come una dichiarazione di {holder}",
    not_supposed="Chi parla non lo presenta come possibile o atteso.",
    kinds="Come presenta l’articolo ciascuna di queste frasi?",
    kinds_dated="Come presenta un articolo del {day} ciascuna di queste frasi?",
    kind_names=("Dato per certo", "Dichiarazione", "Previsione", "Opinione"),
    kind_fact="L’articolo lo dice con parole proprie, senza attribuirlo a nessuno.",
    kind_claim="Chi lo dice: {holder}. L’articolo riferisce, non garantisce.",
    kind_claim_unnamed="Il verbo al condizionale riferisce una notizia senza darla per certa.",
    kind_forecast="«{cue}» dice che è atteso o possibile, non certo.",
    kind_opinion="«{cue}» esprime un giudizio.",
    multiple="Quali di queste informazioni si leggono nell’articolo{titled}? Possono essere più di una.",
    multiple_dated="Quali di queste informazioni si leggono in un articolo del {day}? Possono essere più di una.",
    multiple_false="L’articolo dice un’altra cosa: {right}, non {wrong}.",
    multiple_true="È nel paragrafo {paragraph}.",
    role="Quale carica attribuisce l’articolo{titled} a {person}?",
    role_dated="Quale carica attribuisce a {person} un articolo del {day}?",
    other_role="Nell’articolo è la carica di un’altra persona: «{quote}»",
    date="{day} {month} {year}",
    first="1º",
    months=("gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno",
            "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre"),
)  # fmt: skip
_EN = Phrases(
    gap="Complete the sentence from the article{titled}: “{sentence}”",
    gap_dated="Complete the sentence from an article of {day}: “{sentence}”",
    explain="The article says: “{quote}” (paragraph {paragraph}).",
    explain_claim="Who says so: {holder}. The article reports it, it does not vouch for it.",
    absent="It does not appear in the article.",
    elsewhere="The article has it elsewhere, about something else: “{quote}”",
    correct_swap="It is “{right}”, not “{wrong}”.",
    who="To whom does the article{titled} attribute this statement? “{content}”",
    who_dated="To whom does an article of {day} attribute this statement? “{content}”",
    status="How does the article{titled} present this information? “{sentence}”",
    status_dated="How does an article of {day} present this information? “{sentence}”",
    status_options=("As something it states as fact", "As a claim made by somebody", "As a forecast or a possibility", "As the writer’s own judgement"),
    other_voice="The article mentions them, but for something else: “{quote}”",
    claimed="As a claim by {holder}",
    not_supposed="The speaker does not put it as possible or expected.",
    kinds="How does the article present each of these sentences?",
    kinds_dated="How does an article of {day} present each of these sentences?",
    kind_names=("Stated as fact", "Claim", "Forecast", "Opinion"),
    kind_fact="The article says so in its own words, without attributing it to anybody.",
    kind_claim="Who says so: {holder}. The article reports it, it does not vouch for it.",
    kind_claim_unnamed="The wording reports the news without vouching for it.",
    kind_forecast="“{cue}” says that it is expected or possible, not certain.",
    kind_opinion="“{cue}” expresses a judgement.",
    multiple="Which of these pieces of information are in the article{titled}? More than one may be.",
    multiple_dated="Which of these pieces of information are in an article of {day}? More than one may be.",
    multiple_false="The article says something else: {right}, not {wrong}.",
    multiple_true="It is in paragraph {paragraph}.",
    role="Which role does the article{titled} give {person}?",
    role_dated="Which role does an article of {day} give {person}?",
    other_role="In the article it is the role of somebody else: “{quote}”",
    date="{day} {month} {year}",
    first="1",
    months=("January", "February", "March", "April", "May", "June",
            "July", "August", "September", "October", "November", "December"),
)  # fmt: skip
PHRASES = {"it": _IT, "en": _EN}

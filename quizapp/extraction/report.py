"""What `quizapp draft` prints for a person."""

from quizapp.core.wording import Wording
from quizapp.extraction.draft import Draft
from quizapp.extraction.engine import Drafted

_KINDS = {
    "fact": Wording("dato per certo", "stated as fact"),
    "claim": Wording("dichiarazione", "claim"),
    "forecast": Wording("previsione", "forecast"),
    "opinion": Wording("opinione", "opinion"),
}
_REASONS = {
    "in-quote": Wording("dentro una citazione", "inside a quotation"),
    "fragment": Wording("frase incompleta", "not a whole sentence"),
    "question": Wording("domanda o frase sospesa", "a question or an unfinished sentence"),
    "too-short": Wording("troppo breve", "too short"),
    "too-long": Wording("troppo lunga", "too long"),
    "leans-on-context": Wording("si appoggia alla frase prima", "leans on the sentence before"),
    "no-subject": Wording("senza soggetto", "has no subject of its own"),
    "points-elsewhere": Wording("rimanda ad altro nel testo", "points to something elsewhere in the text"),
    "relative-time": Wording("tempo relativo («oggi», «scorso»)", "relative time (“today”, “last”)"),
    "damaged": Wording("testo rovinato", "damaged text"),
}
_HEADS = {
    "facts": Wording("Fatti chiave", "Key facts"),
    "ready": Wording("Pronte", "Ready"),
    "check": Wording("Da controllare", "To check"),
    "discarded": Wording("Frasi scartate", "Discarded sentences"),
    "flags": Wording("Segnalazioni", "Flags"),
    "paragraph": Wording("paragrafo", "paragraph"),
}
_NO_TABLES = Wording(
    "Lingua «{lang}»: per ora le bozze si fanno da articoli in italiano, inglese, spagnolo e francese.",
    "Language “{lang}”: so far questions are drafted from articles in Italian, English, Spanish and French.",
)


def no_tables(lang: str, language: str) -> str:
    """Why an article in another language gives no drafts."""
    return _NO_TABLES.say(language, lang=lang)


def as_text(drafted: Drafted, language: str) -> str:
    """Facts, drafts by drawer, flags and discarded sentences, in the reader's language."""
    lines = [_head("facts", language)]
    for fact in drafted.facts:
        kind = _KINDS[fact.reading.kind.value].say(language)
        paragraph = f"{_HEADS['paragraph'].say(language)} {fact.sentence.paragraph}"
        lines.append(f"  [{kind}, {paragraph}] {fact.sentence.quote}")
    for drawer in ("ready", "check"):
        drafts = [draft for draft in drafted.drafts if draft.drawer == drawer]
        lines += ["", f"{_head(drawer, language)} ({len(drafts)})"]
        for draft in drafts:
            lines += _draft_lines(draft)
    lines += _section("flags", [flag["message"] for flag in drafted.flags], language)
    lines += _section("discarded", _discarded(drafted, language), language)
    return "\n".join([*lines, "", *drafted.notes])


def _draft_lines(draft: Draft) -> list[str]:
    lines = [f"  {draft.stem}  ({draft.family}{': ' + ', '.join(draft.flaws) if draft.flaws else ''})"]
    lines += [f"    {'*' if each['fraction'] == 1 else '-'} {each['text']}" for each in draft.own.get("options", [])]
    lines += [f"    {'*' if each['fraction'] == 1 else '-'} {each['text']}" for each in draft.own.get("answers", [])]
    lines += [
        f"    {'*' if each['fraction'] == 1 else '-'} {'…' if each['value'] is None else each['value']}"
        for each in draft.own.get("numbers", [])
    ]
    lines += [f"    {each['left']} → {each['right']}" for each in draft.own.get("pairs", [])]
    lines += [f"    {place}. {each['text']}" for place, each in enumerate(draft.own.get("order", []), 1)]
    categories = draft.own.get("categories", [])
    lines += [
        f"    {each['text']} → {categories[each['category']]['text']}" for each in draft.own.get("statements", [])
    ]
    return lines


def _discarded(drafted: Drafted, language: str) -> list[str]:
    return [
        f"{_REASONS[fact.reason].say(language)}: {fact.sentence.quote}"
        for fact in drafted.context.facts
        if fact.reason is not None
    ]


def _section(name: str, rows: list[str], language: str) -> list[str]:
    return ["", f"{_head(name, language)} ({len(rows)})", *(f"  {row}" for row in rows)] if rows else []


def _head(name: str, language: str) -> str:
    return _HEADS[name].say(language)

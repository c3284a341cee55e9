"""What comes out of a file: an article with its parts, or one sentence that says why there is none."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from quizapp.core.wording import Wording

Role = Literal["title", "subtitle", "heading", "body", "list", "byline", "caption", "residue", "dateline"]
PROSE: tuple[Role, ...] = ("body", "list")
MOST_WORDS = 20_000
LEAST_WORDS = 25
MOST_SIGNS = 1000
"""Signs in a row without a space: more are no word, no address and no table, and take long to look through."""

_WORDINGS = {
    "alphabet": Wording(
        "Il testo non è in alfabeto latino: per ora si leggono solo lingue scritte con quello.",
        "The text is not in the Latin alphabet: only languages written in it can be read so far.",
    ),
    "binary": Wording(
        "Il file non è un testo: servono testo semplice, HTML, PDF o DOCX.",
        "The file is not a text: plain text, HTML, PDF or DOCX is needed.",
    ),
    "bomb": Wording(
        "L’archivio si espande troppo o ha voci non ammesse: non viene aperto.",
        "The archive expands too much or has entries that are not allowed: it is not opened.",
    ),
    "busy": Wording(
        "Un altro file è in lettura proprio adesso: riprova fra poco.",
        "Another file is being read just now: try again in a moment.",
    ),
    "empty": Wording("Il file è vuoto.", "The file is empty."),
    "encoding": Wording(
        "Il testo non è in UTF-8: salvalo di nuovo con la codifica UTF-8.",
        "The text is not UTF-8: save it again with the UTF-8 encoding.",
    ),
    "format": Wording(
        "Il file {name} non si può leggere: servono testo semplice, HTML, PDF o DOCX.",
        "A file of the kind {name} cannot be read: plain text, HTML, PDF or DOCX is needed.",
    ),
    "garbled": Wording(
        "Le lettere accentate del testo sono rovinate (come in «{sample}»): salvalo di nuovo dall’originale in UTF-8.",
        "The accented letters of the text are damaged (as in “{sample}”): save it again from the original as UTF-8.",
    ),
    "no-words": Wording(
        "Nel testo ci sono più di {limit} segni di seguito senza uno spazio: non sono parole di un articolo.",
        "The text has more than {limit} signs in a row without a space: these are no words of an article.",
    ),
    "missing-extra": Wording(
        "Per leggere file {name} serve un’aggiunta: pip install 'quizapp[articles]'.",
        "Reading {name} files needs an extra: pip install 'quizapp[articles]'.",
    ),
    "no-article": Wording(
        "Nel file non c’è un articolo: solo menù, avvisi o titoli.",
        "There is no article in the file: only menus, notices or headings.",
    ),
    "not-docx": Wording(
        "Il file è un archivio che non contiene un documento DOCX.",
        "The file is an archive without a DOCX document in it.",
    ),
    "nul": Wording(
        "Il testo contiene un carattere NUL, che un testo non può avere.",
        "The text holds a NUL character, which no text may have.",
    ),
    "pdf-without-text": Wording(
        "Il PDF non contiene testo: forse è una scansione o una fotografia.",
        "The PDF holds no text: it may be a scan or a photograph.",
    ),
    "protected": Wording(
        "Il PDF è protetto da una password e non si può leggere.",
        "The PDF is protected by a password and cannot be read.",
    ),
    "too-heavy": Wording(
        "Per leggere questo file servirebbero troppa memoria o troppo tempo: la lettura è stata fermata.",
        "Reading this file would take too much memory or time: it was stopped.",
    ),
    "too-large": Wording("Il file supera i {limit} MB.", "The file is larger than {limit} MB."),
    "too-long": Wording(
        "Il testo supera le {limit} parole: serve un solo articolo.",
        "The text has more than {limit} words: one article is needed.",
    ),
    "too-short": Wording(
        "Il testo è troppo breve per farne un quiz: servono almeno due frasi e {limit} parole.",
        "The text is too short for a quiz: at least two sentences and {limit} words are needed.",
    ),
    "unreadable": Wording(
        "Il file {name} è danneggiato o non si lascia leggere.",
        "The {name} file is damaged or cannot be read.",
    ),
    "windows-1252": Wording(
        "Il testo è in Windows-1252 (ANSI), non in UTF-8: salvalo di nuovo con la codifica UTF-8.",
        "The text is in Windows-1252 (ANSI), not UTF-8: save it again with the UTF-8 encoding.",
    ),
}
REFUSALS = frozenset(_WORDINGS)


class Unusable(ValueError):  # noqa: N818 - the name that callers rely on
    """The bytes give no article; `say` tells a person why, in one sentence."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values

    def __str__(self) -> str:
        return self.say("en")

    def say(self, language: str) -> str:
        """The sentence in the reader's language."""
        return _WORDINGS[self.code].say(language, **self.values)


@dataclass(frozen=True, slots=True)
class Block:
    """One part of a text, `text[start:end]`, and what it is there for."""

    start: int
    end: int
    role: Role


@dataclass(frozen=True, slots=True)
class RawArticle:
    """A file as an article: the text to store, its parts in order, and what the file says of itself."""

    text: str
    title: str | None
    subtitle: str | None
    lang: str
    blocks: tuple[Block, ...]
    published: date | None
    author: str | None
    outlet: str | None
    format: str


@dataclass(frozen=True, slots=True)
class Extract:
    """What a parser takes out of an HTML, PDF or DOCX file."""

    paragraphs: tuple[str, ...]
    title: str | None = None
    subtitle: str | None = None
    author: str | None = None
    outlet: str | None = None
    published: str | None = None  # YYYY-MM-DD
    lang: str | None = None

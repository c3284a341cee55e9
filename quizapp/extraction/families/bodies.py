"""Institutions, governments, companies and parties that open a sentence, and the noun that asks for each."""

import re
from dataclasses import dataclass

from quizapp.extraction.draft import Context
from quizapp.extraction.entities import named_things
from quizapp.extraction.lexicon import lexicon
from quizapp.extraction.patterns import kept
from quizapp.extraction.places import countries, mentions


@dataclass(frozen=True, slots=True)
class Body:
    """A body as written, the noun of «quale …?» with its gender, and every name that answers."""

    written: str
    noun: str
    gender: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Kind:
    noun: str
    gender: str
    usual: re.Pattern[str]
    """Usual names of the tables that the noun asks for."""


_ITALIAN = (
    _Kind("istituzione", "f", re.compile(
        r"Banca .*|Commissione europea|Corte .*|Federal Reserve|Bce|Bei|Bundesbank|Corte Suprema|Fmi|Banca mondiale")),
    _Kind("organo", "m", re.compile(
        r"Parlamento .*|Consiglio .*|Bundestag|Bundesrat|Senato .*|Camera .*|Congresso|Knesset|Duma|Verkhovna Rada|"
        r"Assemblea .*|Eurogruppo|Cortes")),
    _Kind("organizzazione", "f", re.compile(
        r"Nato|Onu|Unione .*|Oms|Fao|Unesco|Unicef|Lega araba|Opec\+?|Ocse|Omc|Omm|Osce|Oim|Unhcr|Ilo")),
    _Kind("organizzazione", "f", re.compile(
        r"Greenpeace.*|Amnesty International|Human Rights Watch|Medici senza frontiere|Save the Children|Legambiente|Wwf|"
        r"Emergency")),
    _Kind("istituto", "m", re.compile(r"Istat|Inps|Inail|Ispra|Ingv|Inaf|Infn|Iss")),
    _Kind("agenzia", "f", re.compile(r"Esa|Nasa|Asi|Ema|Aifa|Fda|Frontex|Efsa|Jaxa|Roscosmos|Aie|Aiea|Enea|Moody's")),
    _Kind("autorità", "f", re.compile(r"Antitrust|Agcom|Consob|Anac")),
    _Kind("azienda", "f", re.compile(
        r"Airbus|Alibaba|Amazon|Apple|AstraZeneca|BioNTech|Bmw|Boeing|ByteDance|Enel|Eni|Ferrari|Fiat|Fincantieri|Gazprom|"
        r"Google|Huawei|Hyundai|Ilva|Intesa Sanpaolo|Ita Airways|Leonardo|Lufthansa|Meta|Microsoft|Moderna|Nestlé|Netflix|"
        r"Nvidia|OpenAI|Pfizer|Poste Italiane|Renault|Samsung|Siemens|Sony|SpaceX|Stellantis|Telecom Italia|Tesla|"
        r"TikTok|TotalEnergies|Toyota|Unicredit|Volkswagen|Volvo")),
    _Kind("partito", "m", re.compile(
        r"Partito .*|Fratelli d'Italia|Forza Italia|Italia Viva|Movimento 5 Stelle|Azione|Alleanza Verdi e Sinistra|"
        r"Afd|Cdu|Spd|Vox|Syriza|Likud|Rassemblement National|Psoe")),
)  # fmt: skip
_ENGLISH = (
    _Kind("institution", "", re.compile(
        r"European (?:Commission|Parliament|Central Bank|Council)|Federal Reserve|Bank of .*|World Bank|Supreme Court|"
        r"Council of .*|International (?:Monetary Fund|Court of Justice|Criminal Court)|European Court .*|Bundesbank")),
    _Kind("body", "", re.compile(
        r"Congress|House of .*|Senate|Bundestag|Bundesrat|Duma|Knesset|(?:UN )?Security Council|.* General Assembly|Dáil|Diet")),
    _Kind("organisation", "", re.compile(
        r"NATO|United Nations|European Union|World (?:Health|Trade|Meteorological) Organi[sz]ation|UNESCO|UNICEF|OPEC\+?|"
        r"Food and Agriculture Organization|African Union|Arab League|International (?:Energy|Atomic Energy) Agency|International Labour Organization|OECD")),
    _Kind("organisation", "", re.compile(r"Amnesty International|Greenpeace.*|Human Rights Watch|Save the Children|Oxfam")),
    _Kind("agency", "", re.compile(r"NASA|European (?:Space|Medicines) Agency|FDA|FAA|FBI|EPA|Roscosmos|ISRO|JAXA")),
    _Kind("company", "", re.compile(
        r"Airbus|Alibaba|Amazon|Apple|AstraZeneca|BioNTech|BMW|Boeing|ByteDance|Enel|Eni|Ericsson|Ferrari|Fiat|Gazprom|"
        r"General Motors|Google|Honda|Huawei|Hyundai|IBM|Intel|Lufthansa|Meta|Microsoft|Moderna|Netflix|Nvidia|OpenAI|"
        r"Pfizer|Renault|Samsung|Siemens|Sony|SpaceX|Stellantis|Tesla|TikTok|Toyota|Volkswagen|Volvo")),
    _Kind("party", "", re.compile(r".* Party(?: of .*)?|AfD|CDU|SPD|Vox|Likud|Fine Gael|Fianna Fáil|Brothers of Italy")),
)  # fmt: skip
_KINDS = {"it": _ITALIAN, "en": _ENGLISH}
_MORE = {
    "it": {
        "Consiglio dei ministri": Body("", "organo", "m", ("Consiglio dei ministri", "Cdm", "Governo")),
        "Consiglio dei Ministri": Body("", "organo", "m", ("Consiglio dei ministri", "Cdm", "Governo")),
        "Senato": Body("", "organo", "m", ("Senato", "Senato della Repubblica")),
        "Camera": Body("", "organo", "m", ("Camera", "Camera dei deputati")),
    },
    "en": {"Senate": Body("", "body", "", ("Senate", "US Senate"))},
}
_HEADS = {
    "it": {
        "Ministero": "m", "Tribunale": "m", "Università": "f", "Politecnico": "m", "Regione": "f", "Comune": "m",
        "Corte": "f", "Agenzia": "f", "Autorità": "f", "Istituto": "m", "Garante": "m", "Fondazione": "f",
        "Banca": "f", "Provincia": "f",
    },
    "en": {"Ministry": "", "University": "", "Bank": "", "Court": "", "Institute": "", "Council": ""},
}  # fmt: skip
_TAIL = (
    r"(?: (?:di|del|dello|della|dei|degli|delle|per|of|for|and|the)(?: [\w-]+)(?:'[\w-]+)?| (?:dell|d|all|nell)'[\w-]+|"
    r" [A-ZÀ-Þ][\w-]+){1,5}"
)
_OF_A_LAND = {
    "it": re.compile(
        r"(?P<noun>[Gg]overno|[Pp]arlamento|[Bb]anca centrale|[Mm]inistero degli Esteri|[Mm]inistero della Difesa|"
        r"[Cc]orte suprema) (?:(?P<land>d(?:i|el|ella|ell'|ei|egli) ?[A-ZÀ-Þ][\w-]+(?: [A-ZÀ-Þ][\w-]+)?)|(?P<people>[a-zà-ÿ]+))"
    ),
    "en": re.compile(
        r"(?:(?P<people>[A-Z][a-z]+(?: Korean| Zealand)?)|(?P<land>[A-Z][a-z]+(?: [A-Z][a-z]+)?)'s) "
        r"(?P<noun>[Gg]overnment|[Pp]arliament|central bank|[Ff]oreign [Mm]inistry|[Dd]efence [Mm]inistry|[Ss]upreme [Cc]ourt|"
        r"lower house|upper house|electoral commission)(?! (?:of|[A-Z]))"
    ),
}
_LAND_LAST = re.compile(
    r"(?P<noun>[Gg]overnment|[Pp]arliament|[Cc]entral [Bb]ank|[Ss]upreme [Cc]ourt) of (?P<land>[A-Z][a-z]+(?: [A-Z][a-z]+)?)"
    r"(?P<people>)"
)
_FEMININE = ("banca", "corte")
_ARTICLE = {"it": re.compile(r"(?:(?:[Ii]l|[Ll]o|[Ll]a) |[Ll]')?"), "en": re.compile(r"(?:[Tt]he )?")}


def kind_of(lang: str, usual: str) -> str | None:
    """What tells a body's kind, the same for all of one kind; None for one of no kind."""
    return next((kind.usual.pattern for kind in _KINDS[lang] if kind.usual.fullmatch(usual)), None)


def lexicon_heads(lang: str) -> frozenset[str]:
    """The nouns of bodies that are asked for by their own first word."""
    return frozenset(head.lower() for head in _HEADS[lang])


def body_at(context: Context, start: int, shade: str) -> Body | None:
    """The body that stands at a place of a sentence, its article before it or not."""
    article = _ARTICLE[context.lang].match(shade, start)
    start = article.end() if article else start
    return _known(context, start, shade) or _of_a_land(context, start, shade) or _headed(context, start, shade)


def _known(context: Context, start: int, shade: str) -> Body | None:
    table = lexicon(context.lang)
    for each in named_things(shade, context.lang):
        if each.type == "organisation" and each.start == start:
            kind = next((kind for kind in _KINDS[context.lang] if kind.usual.fullmatch(each.usual)), None)
            organisation = table.organisations[each.usual]
            if kind is not None and organisation.number != "p":
                names = (organisation.name, *(alias.name for alias in organisation.aliases))
                return Body(shade[start : each.end], kind.noun, kind.gender, names)
    for name, body in sorted(_MORE[context.lang].items(), key=lambda pair: -len(pair[0])):
        if shade.startswith(name, start) and not _GOES_ON.match(shade, start + len(name)):
            return Body(name, body.noun, body.gender, body.names)
    return None


_GOES_ON = re.compile(r"[\w-]| (?:di|del|dei|della|of|[A-Z])")


def _of_a_land(context: Context, start: int, shade: str) -> Body | None:
    """«Il governo tedesco», «la banca centrale della Turchia», "Ukraine's central bank"."""
    match = _OF_A_LAND[context.lang].match(shade, start)
    if match is None and context.lang == "en":
        match = _LAND_LAST.match(shade, start)
    code = _land(context, match) if match else None
    if match is None or code is None:
        return None
    country, noun = countries(context.lang)[code], match["noun"].lower().replace("esteri", "Esteri")
    names = (country.name, match[0], match["people"] or match["land"], *(alias.name for alias in country.aliases))
    if context.lang == "en":
        return Body(match[0], f"country’s {noun}", "", names)
    noun = noun.replace("difesa", "Difesa")
    return Body(match[0], noun, "f" if noun.startswith(_FEMININE) else "m", names)


def _land(context: Context, match: re.Match[str]) -> str | None:
    if match["people"]:
        codes = {each.code for each in lexicon(context.lang).demonyms.get(match["people"].lower(), ())}
    else:
        codes = {each.iso for each in mentions(match["land"], context.lang)}
    return codes.pop() if len(codes) == 1 else None


def _headed(context: Context, start: int, shade: str) -> Body | None:
    """«Tribunale di Milano», 'Ministry of Defence': asked for by its own first word."""
    for head, gender in _HEADS[context.lang].items():
        match = kept(rf"{head}{_TAIL}").match(shade, start)
        if match and re.search(r" [A-ZÀ-Þ]|'[A-ZÀ-Þ]", match[0]):
            tail = match[0][len(head) :].strip()
            bare = re.sub(r"^(?:di|del|dello|della|dei|degli|delle|per|of|for|the|dell'|d') ?", "", tail)
            return Body(match[0], head.lower(), gender, (match[0], tail, bare))
    return None

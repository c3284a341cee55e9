"""Where: a town taken out of its sentence, among others of the same country."""

import re

from quizapp.extraction.draft import Context, Draft
from quizapp.extraction.entities import named_things
from quizapp.extraction.facts import Fact
from quizapp.extraction.families.asking import touchy
from quizapp.extraction.families.options import Gap, Other, choice, said_elsewhere
from quizapp.extraction.lexicon import lexicon

FAMILY = "gap-place"
_WRONG = 3
_BEFORE = {"it": re.compile(r"(?<= )(?:ad?|da|per) $|^Ad? $"), "en": re.compile(r"\b(?:[Ii]n|at|to|from|near) $")}
_AFTER = re.compile(r"(?:[.,;]|$| (?:[a-zà-ÿ]{2,}|è|e|a) )(?!\d)")
_KNOWN = {
    "IT": "Roma|Rome Milano|Milan Napoli|Naples Torino|Turin Palermo Genova|Genoa Bologna Firenze|Florence Bari Catania Venezia|Venice Trieste",
    "US": "New_York Los_Angeles Chicago Houston Boston Filadelfia|Philadelphia Seattle Miami Atlanta San_Francisco Dallas Detroit",
    "GB": "Londra|London Manchester Birmingham Liverpool Leeds Glasgow Edimburgo|Edinburgh Bristol Cardiff Belfast",
    "FR": "Parigi|Paris Marsiglia|Marseille Lione|Lyon Tolosa|Toulouse Nizza|Nice Bordeaux Strasburgo|Strasbourg Lille",
    "DE": "Berlino|Berlin Amburgo|Hamburg Francoforte|Frankfurt Colonia|Cologne Stoccarda|Stuttgart Lipsia|Leipzig Dresda|Dresden Düsseldorf",
    "ES": "Madrid Barcellona|Barcelona Valencia Siviglia|Seville Saragozza|Zaragoza Malaga Bilbao",
    "RU": "Mosca|Moscow San_Pietroburgo|Saint_Petersburg Novosibirsk Ekaterinburg|Yekaterinburg Kazan Vladivostok",
    "UA": "Kiev|Kyiv Kharkiv Odessa|Odesa Leopoli|Lviv Dnipro Zaporizhzhia Mariupol",
    "CN": "Pechino|Beijing Shanghai Canton|Guangzhou Shenzhen Wuhan Chengdu Nanchino|Nanjing",
    "JP": "Tokyo Osaka Kyoto Nagoya Sapporo Hiroshima Fukuoka",
    "IN": "Nuova_Delhi|New_Delhi Mumbai Calcutta|Kolkata Bangalore Chennai Hyderabad",
    "CA": "Ottawa Toronto Montréal|Montreal Vancouver Calgary Edmonton Québec|Quebec_City",
    "AU": "Canberra Sydney Melbourne Brisbane Perth Adelaide",
    "BR": "Brasilia San_Paolo|São_Paulo Rio_de_Janeiro Salvador Fortaleza Manaus",
    "TR": "Ankara Istanbul Smirne|Izmir Antalya Bursa Adana",
    "PL": "Varsavia|Warsaw Cracovia|Kraków Danzica|Gdańsk Breslavia|Wrocław Poznań",
}
"""The towns of a country that a reader may take for one another, «Italian|English» where the names differ."""


def draft(context: Context) -> list[Draft]:
    """At most one town per sentence, crime and harm aside."""
    found = (_town(context, fact) for fact in context.datable() if not touchy(context, fact))
    return [each for each in found if each is not None]


def _town(context: Context, fact: Fact) -> Draft | None:
    shade, table = fact.sentence.shade, lexicon(context.lang)
    towns = [
        (each, table.places[each.usual])
        for each in named_things(shade, context.lang)
        if each.type == "place" and each.usual in table.places and table.places[each.usual].kind == "city"
    ]
    if len(towns) != 1 or towns[0][1].article:
        return None
    each, town = towns[0]
    before = _BEFORE[context.lang].search(shade[: each.start])
    outside = shade[: each.start].count('"') % 2 == 0
    if before is None or not outside or not _AFTER.match(shade, each.end):
        return None
    others = _others(context, fact, town.usual, town.code)
    if len(others) < _WRONG:
        return None
    start = each.start if context.lang == "en" else before.start()
    key = fact.sentence.quote[start : each.end]
    if context.lang == "it":
        word = before[0].strip().lower()
        others = [Other(_with(word, one.text), one.source) for one in others]
        key = _with(word, fact.sentence.quote[each.start : each.end])
    return choice(context, fact, Gap(FAMILY, start, each.end, key, each.usual), others[:_WRONG])


def _others(context: Context, fact: Fact, town: str, code: str) -> list[Other]:
    """Towns of the country that the article names for something else, then the best known."""
    table = lexicon(context.lang)
    own = {each.usual for each in named_things(fact.sentence.shade, context.lang)}
    found: dict[str, Other] = {}
    for other in context.facts:
        for each in named_things(other.sentence.shade, context.lang):
            place = table.places.get(each.usual)
            alike = place is not None and place.kind == "city" and place.code == code and not place.article
            if other is not fact and alike and each.usual not in own and each.type == "place":
                found.setdefault(each.usual, Other(each.usual, other))
    known = [_name(each, context.lang) for each in _KNOWN.get(code, "").split()]
    if town not in known and not found:
        return []
    context.chance("towns", fact.sentence.index).shuffle(known)
    for name in known:
        if name != town and name not in own and name not in context.shade:
            found.setdefault(name, Other(name, None))
    return [each for name, each in found.items() if not said_elsewhere(context, fact, name)]


def _name(entry: str, lang: str) -> str:
    italian, _bar, english = entry.partition("|")
    return (italian if lang == "it" else english or italian).replace("_", " ")


def _with(word: str, town: str) -> str:
    """«a Milano», «ad Ancona», «da Roma»."""
    euphonic = word in {"a", "ad"} and town[:1] in "AÀ"
    return f"{'ad' if euphonic else 'a' if word in {'a', 'ad'} else word} {town}"

"""What several families say and ask alike."""

import re
from collections.abc import Sequence
from functools import lru_cache

from quizapp.core.kinds import Kind
from quizapp.extraction.cues import cues
from quizapp.extraction.draft import Context
from quizapp.extraction.facts import Fact
from quizapp.extraction.lexicon import lexicon
from quizapp.extraction.people import full_names

_QUOTED = 160


def inside_quotes(text: str, lang: str) -> str:
    """A text ready to stand between quotation marks: its own become single or double ones of the second level."""
    if lang != "en":
        return text.replace("«", "“").replace("»", "”")
    return text.replace("“", "‘").replace("”", "’")


def explained(context: Context, fact: Fact) -> str:
    """The sentence in its words, and whose claim it is."""
    told = context.told
    sentence, reading = fact.sentence, fact.reading
    key = (sentence.quote, sentence.cut, sentence.paragraph, reading.kind, reading.holder)
    if key not in told:
        told[key] = _explained(context, fact)
    return told[key]


def _explained(context: Context, fact: Fact) -> str:
    quote = inside_quotes(closed(fact.sentence.quote), context.lang) + ("…" if fact.sentence.cut else "")
    said = context.say.explain.format(quote=quote, paragraph=fact.sentence.paragraph)
    if fact.reading.kind is Kind.CLAIM and fact.reading.holder and not _OWN_DEED.search(fact.sentence.shade):
        holder = said_by(context, fact)
        if not names_cleanly(context, holder):
            return said
        said += " " + context.say.explain_claim.format(holder=bare(holder, context.lang))
    return said


def said_by(context: Context, fact: Fact) -> str:
    """The holder of a claim without a day before and a linking word after it; of one that runs into another clause, or
    whose office began before a bracket, the one person in it. Empty where nobody is said to say it."""
    holder, quote = fact.reading.holder or "", fact.sentence.quote
    names = full_names(holder.replace("’", "'"))
    if len(names) == 1 and (context.cues.finite_verb.search(holder) or f") {holder}" in quote):
        return names[0]
    return _WHEN.sub("", _LINKS.sub("", _HEARD.sub("", holder)))


_HEARD = re.compile(
    r"(?: |, )(?:to (?:the )?|in an interview with (?:the )?)(?:[\w.'’&-]+ ){0,4}(?:reporters|journalists|press|media|newspaper|news agency|agency|radio|"
    r"television|BBC|CNN|Reuters|AFP|AP|Press|Post|Times|Guardian)$|"
    r"(?: |, )(?:ai (?:giornalisti|cronisti|microfoni\b.*)|alla (?:stampa|Bbc|BBC|Cnn|CNN|Rai|Reuters)|all['’](?:Ansa|ANSA|Afp|AFP|agenzia\b.*|Adnkronos)|"
    r"al(?:la?)? (?:quotidiano|giornale|rivista|tv|televisione|radio)\b.*)$"
)
"""To whom somebody said it, which is none of the name."""
_WHEN = re.compile(
    r"^(?:Yesterday|Today|Earlier(?: today)?|Late(?:r)? (?:on )?\w+|(?:On |Last |This )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: \w+)?|"
    r"This (?:morning|afternoon|evening)|Ieri|Oggi|Stamattina|Ieri sera|Nella giornata di ieri|(?:Lunedì|Martedì|Mercoledì|Giovedì|Venerdì|Sabato|Domenica))(?:,| ) ?(?=\w)"
)
"""The day on which somebody said it, which is none of the name."""
_OWN_DEED = re.compile(
    r"\b(?:announc|annunci)\w+ (?:(?:yesterday|today|tonight|ieri|oggi|(?:on )?\w+day|\w+dì) )?(?:"
    r"(?:its|his|her|their) (?:selection|decision|choice|candidacy|intention|plans?|resignation|retirement|withdrawal|endorsement)\b|"
    r"(?:that )?(?:he|she|it|they) (?:would|will|(?:was|were|is|are) (?!being\b)\w+ing)\b|"
    r"(?:il |la |le |l')?(?:propri[aoe]|sua|sue|suo) (?:decisione|candidatura|intenzione|scelta|dimissioni|ritiro|sostegno)\b|"
    r"di (?:voler(?:e|si)?|avere intenzione|candidarsi|dimettersi|ritirarsi|rinunciare)\b)"
)
"""What somebody announces of themselves is done by being said: nobody else could vouch for it."""
_LINKS = re.compile(r",? (?:infatti|inoltre|poi|anche|però|invece|also|later|then|once|recently|(?:on )?\w+day)$")
_LONGEST_HOLDER = 9


def names_cleanly(context: Context, holder: str) -> bool:
    """Whether the words read as a holder name somebody, and do not run into what is said."""
    low = " ".join(word for word in holder.split() if word[:1].islower())
    short = len(holder.split()) <= _LONGEST_HOLDER and not any(sign.isdigit() for sign in holder)
    if context.lang == "it" and not _held(holder):
        return False
    return short and context.cues.finite_verb.search(low) is None


_DETERMINED = re.compile(
    r"(?:il|lo|la|i|gli|le|un|uno|una|alcun\w+|molt\w+|divers\w+|vari\w?|fonti|esperti|analisti|ambienti|più|tre|due) |(?:l|un)['’]",
    re.IGNORECASE,
)
_PRONOUNS = frozenset("lo la li le gli ci si ne".split())


def _held(holder: str) -> bool:
    """Whether Italian words begin as somebody's name or office does: not «vestite tutte di nero», not a pronoun alone,
    not «Attacca Giorgia Meloni»."""
    if not holder:
        return False
    first, table = holder.split(maxsplit=1)[0].lower(), lexicon("it")
    if holder[0].islower():
        return bool(_DETERMINED.match(holder)) or first in table.role_nouns
    if " " not in holder:
        return first not in _PRONOUNS
    return first not in table.finite_verbs or first in table.noun_like or first in table.given_names


_PAIRS = (('"', '"'), ("“", "”"), ("«", "»"))


def closed(quote: str) -> str:
    """A sentence out of a longer quotation, without the mark that opens or closes it alone."""
    for opening, closing in _PAIRS:
        marks = quote.count(opening) - (0 if opening == closing else quote.count(closing))
        if marks % 2:
            quote = re.sub(rf"{re.escape(closing)}(?=[.,;]?$)", "", quote.removeprefix(opening))
    return quote


_ANSWER = {
    "it": "Risposta: {answer}. {said}",
    "en": "Answer: {answer}. {said}",
}


def answering(context: Context, facts: Sequence[Fact], answer: str) -> str:
    """The answer, and the sentences it stands on."""
    said = " ".join(explained(context, fact) for fact in facts)
    return _ANSWER[context.lang].format(answer=answer, said=said) if context.lang in _ANSWER else said


def feedback_of(context: Context, source: Fact | None) -> str:
    """Why a wrong option is wrong: the article has it elsewhere, in `source`, or not at all."""
    if source is None:
        return context.say.absent
    return context.say.elsewhere.format(quote=shortened(context, source))


def shortened(context: Context, fact: Fact) -> str:
    """A sentence of the article, cut at a word where it is long."""
    quote = inside_quotes(fact.sentence.quote, context.lang)
    return quote if len(quote) <= _QUOTED else quote[:_QUOTED].rsplit(" ", 1)[0].rstrip(",;:") + "…"


def bare(holder: str, lang: str) -> str:
    """A holder inside a sentence: its article in lower case."""
    first, _space, rest = holder.partition(" ")
    articles = {
        "it": {"Il", "La", "Lo", "I", "Gli", "Le", "Un", "Una"},
        "en": {"The", "A", "An", "Some", "Many", "Several"},
        "es": {"El", "La", "Los", "Las", "Un", "Una"},
        "fr": {"Le", "La", "Les", "Un", "Une", "Des"},
    }
    if first in articles[lang] and rest:
        return f"{first.lower()} {rest}"
    return holder[0].lower() + holder[1:] if holder.startswith(("L’", "L'")) else holder


def touches_casualties(context: Context, fact: Fact) -> bool:
    """Whether the sentence counts dead, wounded or missing: no number of it is ever invented."""
    return context.cues.casualties.search(fact.sentence.shade) is not None


def harmful(context: Context, fact: Fact) -> bool:
    """Crime, health, minors, disasters: nothing is falsified and nobody is asked for."""
    return touches_harm(fact.sentence.shade, context.lang)


@lru_cache(maxsize=2048)
def touches_harm(shade: str, lang: str) -> bool:
    """The same of any text, on its shadow: the families ask it of each sentence a dozen times."""
    return cues(lang).harm.search(shade) is not None

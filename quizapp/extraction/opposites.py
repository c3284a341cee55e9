"""Words that a statement turns false by: an outcome, a direction, a rank and its opposite, in the same form."""

import re
from dataclasses import dataclass
from functools import cache

_ENDINGS = ("o", "a", "i", "e")
_ITALIAN_FORMS = (
    ("approvat", "respint"), ("bocciat", "approvat"), ("respint", "accolt"), ("accolt", "respint"),
    ("accettat", "rifiutat"), ("rifiutat", "accettat"), ("aumentat", "diminuit"), ("diminuit", "aumentat"),
    ("cresciut", "diminuit"), ("calat", "cresciut"), ("sces", "salit"), ("salit", "sces"), ("ridott", "aumentat"),
    ("vietat", "autorizzat"), ("autorizzat", "vietat"),
    ("sospes", "ripres"), ("annullat", "confermat"), ("rinviat", "anticipat"),
)  # fmt: skip
_ITALIAN = (
    ("favorevole", "contrario"), ("favorevoli", "contrari"), ("contrario", "favorevole"), ("contrari", "favorevoli"),
    ("all'unanimità", "a maggioranza"), ("a maggioranza", "all'unanimità"), ("in rialzo", "in ribasso"),
    ("in ribasso", "in rialzo"), ("in aumento", "in calo"), ("in calo", "in aumento"), ("un aumento", "un calo"),
    ("un calo", "un aumento"), ("per la prima volta", "per la seconda volta"), ("la prima volta", "la seconda volta"),
    ("il primo", "il secondo"), ("la prima", "la seconda"), ("importazioni", "esportazioni"),
    ("esportazioni", "importazioni"), ("obbligatorio", "facoltativo"), ("obbligatoria", "facoltativa"),
    ("più alto", "più basso"), ("più alta", "più bassa"), ("più basso", "più alto"), ("più bassa", "più alta"),
    ("più grande", "più piccolo"), ("a favore", "contro"), )  # fmt: skip
_ENGLISH = (
    ("approved", "rejected"), ("rejected", "approved"), ("accepted", "rejected"), ("refused to", "agreed to"),
    ("agreed to", "refused to"), ("increased", "decreased"), ("decreased", "increased"), ("rose to", "fell to"),
    ("rose by", "fell by"), ("fell to", "rose to"), ("fell by", "rose by"), ("grew by", "shrank by"),
    ("banned", "allowed"),
    ("suspended", "resumed"), ("resumed", "suspended"), ("the first", "the second"), ("first time", "second time"),
    ("largest", "smallest"), ("biggest", "smallest"), ("highest", "lowest"), ("lowest", "highest"),
    ("oldest", "youngest"), ("youngest", "oldest"), ("supported", "opposed"), ("opposed", "supported"),
    ("in favour of", "against"), ("in favor of", "against"),
    ("an increase", "a decrease"), ("a decrease", "an increase"), ("failed to", "managed to"),
    ("managed to", "failed to"), ("mandatory", "optional"), ("compulsory", "optional"), ("unanimously", "narrowly"),
    ("faster than", "slower than"), ("opened", "closed"),
    ("joined", "left"), ("invisible", "visible"), ("longest", "shortest"), ("more than any", "less than any"),
)  # fmt: skip
_CONTRASTED = re.compile(r"\b(?:but|although|though|despite|however|yet|ma|però|sebbene|benché|nonostante|anche se)\b")
"""A sentence that sets one thing against another reads oddly with one of them turned round."""
_BEFORE = 3
_NEGATED = frozenset("non né mai nessun nessuno not no never n't neither nor nobody without senza".split())


@dataclass(frozen=True, slots=True)
class Opposite:
    """A word of a sentence, where it stands, and what would make the sentence false."""

    start: int
    end: int
    text: str


def opposite_in(shade: str, lang: str) -> Opposite | None:
    """The one word of a sentence that has an opposite; None where there is none, or two, or it is negated or quoted."""
    if lang not in _TABLES:
        return None
    table = _table(lang)
    found = list(_pattern(lang).finditer(shade))
    if len(found) != 1:
        return None
    match = found[0]
    if _CONTRASTED.search(shade):
        return None
    before = re.findall(r"[\w']+", shade[: match.start()].lower())[-_BEFORE:]
    if any(word in _NEGATED or word.endswith("n't") for word in before) or shade[: match.start()].count('"') % 2:
        return None
    return Opposite(match.start(), match.end(), table[match[0]])


def _formed() -> tuple[tuple[str, str], ...]:
    return tuple((one + end, other + end) for one, other in _ITALIAN_FORMS for end in _ENDINGS)


_TABLES = {"it": (*_formed(), *_ITALIAN), "en": _ENGLISH}


@cache
def _table(lang: str) -> dict[str, str]:
    return dict(_TABLES[lang])


@cache
def _pattern(lang: str) -> re.Pattern[str]:
    longest_first = sorted(_table(lang), key=len, reverse=True)
    return re.compile(rf"(?<![\w'-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])")

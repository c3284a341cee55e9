"""Do the markers of a `cloze` stem and its gaps fit?"""

from collections import Counter

from quizapp.core.banks import Article
from quizapp.core.items import Item
from quizapp.core.types.cloze import ClozeBody, has_loose_brackets, markers
from quizapp.core.wording import Wording
from quizapp.verification.contract import Check, Found


def _missing(item: Item, _article: Article | None) -> Found:
    if isinstance(item.body, ClozeBody):
        marked = set(markers(item.stem))
        for number in range(1, len(item.body.gaps) + 1):
            if number not in marked:
                yield ("gaps", number - 1), {"number": number}


def _unknown(item: Item, _article: Article | None) -> Found:
    if isinstance(item.body, ClozeBody):
        for number in sorted(set(markers(item.stem))):
            if number > len(item.body.gaps):
                yield ("stem",), {"number": number}


def _doubled(item: Item, _article: Article | None) -> Found:
    if isinstance(item.body, ClozeBody):
        for number, count in Counter(markers(item.stem)).items():
            if count > 1:
                yield ("stem",), {"number": number}


def _loose(item: Item, _article: Article | None) -> Found:
    if isinstance(item.body, ClozeBody) and has_loose_brackets(item.stem):
        yield ("stem",), {}


_GAP = {"type": "text", "answers": [{"text": "Vienna"}]}
_CLOZE = {"type": "cloze", "options": None, "gaps": [_GAP]}

CHECKS = (
    Check(
        "marker-missing",
        Wording(
            "la lacuna {number} non è nel testo della domanda",
            "gap {number} is not in the stem",
        ),
        _missing,
        {**_CLOZE, "stem": "Nel 2024 l’accordo fu firmato."},
    ),
    Check(
        "marker-unknown",
        Wording("non c’è nessuna lacuna {number}", "there is no gap {number}"),
        _unknown,
        {**_CLOZE, "stem": "Nel 2024 l’accordo fu firmato a [[1]] da [[2]]."},
    ),
    Check(
        "marker-doubled",
        Wording(
            "la lacuna {number} compare due volte nel testo della domanda",
            "gap {number} stands twice in the stem",
        ),
        _doubled,
        {**_CLOZE, "stem": "Nel 2024 l’accordo fu firmato a [[1]], sì, a [[1]]."},
    ),
    Check(
        "marker-unclear",
        Wording(
            "«[[» non segna nessuna lacuna: manca il numero, o le parentesi che chiudono",
            "“[[” marks no gap: the number or the closing brackets are missing",
        ),
        _loose,
        {**_CLOZE, "stem": "Nel 2024 l’accordo [[sic]] fu firmato a [[1]]."},
    ),
)

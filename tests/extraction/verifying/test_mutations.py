"""Sound items, of the shipped banks and drafted here, spoilt in every way: the flaw is found in 95 of 100 or more."""

from collections import Counter
from pathlib import Path

import pytest

from quizapp.core.items import read_item
from quizapp.core.reading import Reader
from quizapp.extraction.engine import item_data
from quizapp.extraction.verifying.rules import CODES, flaws
from quizapp.formats.bankfile import read_bank
from tests.extraction.families.test_answers import REST
from tests.extraction.families.test_matching import EVENTS, OFFICES, SOURCES
from tests.extraction.families.test_sources import SEED, TOGETHER, VOTES
from tests.extraction.make import drafted
from tests.extraction.verifying.flawing import WAYS, plain, read

BANKS = sorted((Path(__file__).parents[3] / "questions").rglob("*.yaml"))
JAPAN = "Japan has closed the harbour of Osaka to cruise ships.\nThe Senate in Washington voted in 2022.\nIt rains."
BANK = """The bank of Boston has paid $26 million for the harbour of Portland in 2023.
The Senate in Washington voted on the bill in 2022.
The river Po flows."""
SOUTH = """Italy, Spain and Greece have asked Brussels for similar support for their ports.
Germany has closed three coal plants near Berlin in 2023.
Portugal sells wine to Denmark."""
ITALIAN = (
    "La Duma di Mosca ha ratificato il trattato sui porti con 397 voti nel 2024." + REST,
    "La Cina osserva con attenzione il trattato di Mosca sui porti del Pacifico." + REST,
    "Il ghiaccio dell’Artico potrebbe perdere circa 300 metri di spessore nel 2050, dice la Nasa." + REST,
    OFFICES,
    SOURCES.replace("resterà", "è rimasto"),
    EVENTS,
    TOGETHER,
    VOTES,
    SEED,
)
TEXTS = [("it", text) for text in ITALIAN] + [("en", text) for text in (JAPAN, BANK, SOUTH)]


def sound():
    """Items and the texts they stand on."""
    for path in BANKS:
        bank, _problems = read_bank(path.read_bytes())
        for item in bank.items:
            yield item, bank.article.text
    for lang, text in TEXTS:
        made = drafted(text, lang, published="2024-11-20")
        for place, draft in enumerate(made.drafts, 1):
            if set(draft.flaws) <= {"far-options"}:
                yield read_item(Reader(item_data(made.context, draft, place, [])), lang), text


@pytest.fixture(scope="module")
def items():
    return list(sound())


@pytest.fixture(scope="module")
def spoilt(items):
    """How often each way of spoiling an item was tried, and how often its flaw was found."""
    tried, found, missed = Counter(), Counter(), []
    for item, text in items:
        before = flaws(item, text)
        for way, code in WAYS:
            data = way(plain(item))
            if data is None or code in before:
                continue
            tried[way.__name__] += 1
            if code in flaws(read(data), text):
                found[way.__name__] += 1
            else:
                missed.append((way.__name__, data["stem"]))
    return tried, found, missed


def test_nineteen_of_twenty_flaws_are_found(spoilt, record_property):
    tried, found, missed = spoilt
    record_property("found", f"{found.total()} of {tried.total()} flaws in {len(tried)} ways")
    assert found.total() >= 0.95 * tried.total(), missed


@pytest.mark.parametrize("way", [way.__name__ for way, _code in WAYS])
def test_every_way_is_tried_and_mostly_found(spoilt, way):
    tried, found, missed = spoilt
    assert tried[way] > 0
    assert found[way] >= 0.8 * tried[way], [stem for name, stem in missed if name == way]


def test_sound_items_have_few_flaws(items):
    flawed = [(flaws(item, text), item.stem) for item, text in items if flaws(item, text)]
    assert len(flawed) <= 0.12 * len(items), flawed


def test_every_code_is_known():
    assert {code for _way, code in WAYS} <= set(CODES)

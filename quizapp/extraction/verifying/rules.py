"""Every rule for an item as it would be asked, and `flaws`."""

from collections.abc import Callable, Iterator

from quizapp.core.items import Item
from quizapp.extraction.verifying.choices import choices
from quizapp.extraction.verifying.grounds import grounds
from quizapp.extraction.verifying.harms import harms
from quizapp.extraction.verifying.looked import Looked
from quizapp.extraction.verifying.standing import standing
from quizapp.extraction.verifying.wording import surface, whole

RULES: tuple[Callable[[Looked], Iterator[str]], ...] = (surface, whole, standing, choices, grounds, harms)
CODES = (
    "double-space", "unbalanced", "lower-start", "double-stop", "dangling-end", "double-article", "doubled-word",
    "run-on",
    "residue",
    "stem-too-long", "no-verb", "language-mismatch", "loaded-term", "relative-time", "leans-on-context",
    "all-of-the-above", "options-doubled", "longest-key", "grammar-cue", "type-mismatch", "key-in-stem",
    "negative-stem", "absolute-wording", "numeric-equal", "quote-mismatch", "key-unsupported", "attribution-lost",
    "modality-changed", "negation-changed", "swap-entailed", "true-elsewhere", "harm",
)  # fmt: skip


def flaws(item: Item, text: str | None) -> list[str]:
    """The codes of all that is wrong with an item, whoever wrote it; `text` is its article, where there is one."""
    looked = Looked(item, text)
    found = {code for rule in RULES for code in rule(looked)}
    return [code for code in CODES if code in found]

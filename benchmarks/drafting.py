"""What drafting from 1,500 words costs, warm and in a new process, and what that process grows by."""

import json
import subprocess
import sys
import time
from collections import deque
from functools import lru_cache

from quizapp.config import resource_dir
from quizapp.extraction.engine import draft_article
from quizapp.formats.bankfile import read_bank
from quizapp.intake.blocks import blocks_of

LANGUAGES = {"it": "Italian", "en": "English"}
_WORDS, _TIMES, _WARMING, _COLD = 1500, 11, 2, 3
_BOUNDED = type(lru_cache(str))
_CHILD = """
import json, sys, time
def pss(): return next(int(line.split()[1]) for line in open("/proc/self/smaps_rollup") if line.startswith("Pss:"))
text, lang = sys.stdin.read(), sys.argv[1]
before, kb = time.process_time(), pss()
from quizapp.extraction.engine import draft_article
from quizapp.intake.blocks import blocks_of
drafts = draft_article(text, blocks_of(text, lang), lang).drafts
print(json.dumps([time.process_time() - before, (pss() - kb) / 1024, len(drafts)]))
"""


def warm(lang: str) -> list[float]:
    """CPU seconds of a draft in a process that has drafted; nothing is kept from one text to the next but tables."""
    spent = []
    for number in range(_WARMING + _TIMES):
        text = _article(lang, number)
        _forget()
        before = time.process_time()
        draft_article(text, blocks_of(text, lang), lang)
        spent.append(time.process_time() - before)
    return spent[_WARMING:]


def cold(lang: str) -> tuple[list[float], list[float]]:
    """CPU seconds from the import of the engine to the drafts in a new process, and the MB of PSS it gains by then."""
    told = []
    for number in range(_COLD):
        call = [sys.executable, "-c", _CHILD, lang]
        done = subprocess.run(call, input=_article(lang, number), capture_output=True, text=True, check=True)
        told.append(json.loads(done.stdout))
    return [each[0] for each in told], [each[1] for each in told]


def _forget() -> None:
    """Empty what is kept by text: every cache of ours that has a bound."""
    for module in [module for name, module in sys.modules.items() if name.startswith("quizapp.")]:
        for each in vars(module).values():
            if type(each) is _BOUNDED and each.cache_parameters()["maxsize"] is not None:
                each.cache_clear()


def _article(lang: str, turn: int) -> str:
    """So many words of our own banks' articles; paragraphs come round where there are too few, and begin at another."""
    files = sorted((resource_dir("questions") / lang).glob("*.yaml"))
    banks = [read_bank(path.read_bytes())[0] for path in files]
    texts = [bank.article.text for bank in banks if bank and bank.article and bank.article.text]
    parts = deque(part.split(" ") for part in "\n".join(texts).split("\n") if part.strip())
    parts.rotate(-turn)
    taken: list[str] = []
    while (left := _WORDS - sum(part.count(" ") + 1 for part in taken)) > 0:
        taken.append(" ".join(parts[0][:left]))
        parts.rotate(-1)
    return "\n\n".join(taken)

"""Which language a text is in, by its alphabet and its commonest words; unsure is `und`."""

import re
from collections import Counter

from quizapp.core.text import unify

UNKNOWN = "und"
_SCRIPTS = (
    ("greek", 0x0370, 0x03FF),
    ("cyrillic", 0x0400, 0x052F),
    ("armenian", 0x0530, 0x058F),
    ("hebrew", 0x0590, 0x05FF),
    ("arabic", 0x0600, 0x077F),
    ("devanagari", 0x0900, 0x097F),
    ("thai", 0x0E00, 0x0E7F),
    ("georgian", 0x10A0, 0x10FF),
    ("hangul", 0x1100, 0x11FF),
    ("latin", 0x1E00, 0x1EFF),
    ("greek", 0x1F00, 0x1FFF),
    ("kana", 0x3040, 0x30FF),
    ("han", 0x3400, 0x9FFF),
    ("hangul", 0xAC00, 0xD7AF),
    ("latin", 0xFB00, 0xFB06),
)
_LAST_LATIN = 0x024F
_ALONE = {
    "greek": "el",
    "armenian": "hy",
    "hebrew": "he",
    "thai": "th",
    "georgian": "ka",
    "hangul": "ko",
    "kana": "ja",
    "han": "zh",
}
_COMMON = {
    "it": "il lo la i gli le un una uno di del dello della dei degli delle dell al allo alla ai agli alle all da dal "
    "dalla dai nel nella nei nelle nell sul sulla sui con per tra fra che chi non è sono ha hanno era stato stata "
    "anche più ma come questo questa suo sua si ed e dopo prima dove a in",
    "en": "the of and to in a is was that for on as with by at from it he she his her they their this are were be "
    "been has have had not but which who will would said an or its after",
    "es": "el la los las un una de del al y en que por con para no es se su sus lo como más pero fue ha han este "
    "esta ser son entre cuando muy sin sobre también hasta desde está según a",
    "fr": "le la les un une des de du et en à au aux que qui dans pour par sur avec est sont a ont ne pas ce cette "
    "ces se son sa ses il elle ils plus mais été qu d l selon après leur être",
    "de": "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus "
    "er hat dass sie nach bei",
    "pt": "o a os as um uma de do da dos das em no na nos nas e que por para com não é se seu sua ao aos à foi são "
    "mais como mas foram pelo pela também segundo",
    "ca": "el la els les un una de del dels al als i en que per amb no és es seu seva ha han més com però aquest "
    "aquesta són van va també entre segons l d a",
    "ro": "și şi în de la cu pe din care este sunt nu a fost ca pentru mai o un se al ale după prin dar sau această",
    "nl": "de het een en van in is dat op te zijn met voor niet aan er door ook als maar bij uit naar wordt hij zij "
    "om werd",
    "sv": "och i att det som en på är av för med den till har de inte om ett var sig men så från",
    "pl": "i w na z do się nie że jest to o jak po za od przez dla ale oraz był przy",
    "la": "et in est non ad cum ut quod qui quae sed ab ex esse autem enim atque ac sunt eius",
}
_WORDS = {code: frozenset(words.split()) for code, words in _COMMON.items()}
_SPOKEN_IN: dict[str, list[str]] = {}
for _code, _words in _WORDS.items():
    for _word in _words:
        _SPOKEN_IN.setdefault(_word, []).append(_code)
_LEAST_HITS = 3  # common words, before anything is said
_LEAST_SHARE = 0.08  # of all words, each counted by how few languages share it
_LEAST_LEAD = 1.4  # over the next language


def detect_language(text: str) -> str:
    """ISO code of the text's language where its words or letters leave no doubt, else `und`."""
    script = alphabet(text)
    if script == "latin":
        return _by_words(text)
    if script == "cyrillic":
        return _by_letters(text, ("uk", "іїєґ", "ыэё"), ("ru", "ыэё", "іїєґў"))
    if script == "arabic":
        return _by_letters(text, ("fa", "پچژگ", "ة"), ("ar", "ة", "پچژگٹڈ"))
    return _ALONE.get(script, UNKNOWN)


def alphabet(text: str) -> str:
    """The alphabet of most letters of the text; `latin` where there are none, `mixed` below two thirds."""
    if all(ord(letter) <= _LAST_LATIN or not letter.isalpha() for letter in set(text)):
        return "latin"
    letters = Counter(_script(letter) for letter in text if letter.isalpha())
    if letters["kana"]:
        letters["kana"] += letters.pop("han", 0)
    if not letters:
        return "latin"
    script, count = letters.most_common(1)[0]
    return script if 3 * count >= 2 * letters.total() else "mixed"


def _script(letter: str) -> str:
    code = ord(letter)
    if code <= _LAST_LATIN:
        return "latin"
    return next((name for name, first, last in _SCRIPTS if first <= code <= last), "other")


def _by_words(text: str) -> str:
    words = re.findall(r"[^\W\d_]+", unify(text).lower())
    hits = Counter(word for word in words if word in _SPOKEN_IN)
    scores = dict.fromkeys(_WORDS, 0.0)
    for word, count in hits.items():
        for code in _SPOKEN_IN[word]:
            scores[code] += count / len(_SPOKEN_IN[word])
    (best, score), (_, second) = sorted(scores.items(), key=lambda pair: -pair[1])[:2]
    certain = (
        sum(count for word, count in hits.items() if word in _WORDS[best]) >= _LEAST_HITS
        and score >= _LEAST_SHARE * len(words)
        and score >= _LEAST_LEAD * second
    )
    return best if certain else UNKNOWN


def _by_letters(text: str, *languages: tuple[str, str, str]) -> str:
    """The language whose own letters the text has and whose foreign ones it lacks."""
    letters = set(text.lower())
    return next(
        (code for code, own, foreign in languages if letters & set(own) and not letters & set(foreign)),
        UNKNOWN,
    )

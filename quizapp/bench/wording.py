"""The bench's codes in the reader's words."""

from flask_babel import lazy_gettext as _l

FLAWS = {
    "options-doubled": _l("Two answers say the same."),
    "key-in-stem": _l("The question gives its own answer away."),
    "stem-too-long": _l("The question is long: can it be shortened?"),
    "unbalanced": _l("Quotation marks or brackets are left open."),
    "attribution-lost": _l("It does not say whose claim this is."),
    "loaded-term": _l("A word in it takes sides."),
    "harm": _l("It touches on crime, illness or victims: think of your class."),
    "true-elsewhere": _l("A wrong answer may be true by another sentence."),
    "longest-key": _l("The right answer is much longer than the others."),
    "leans-on-context": _l("The sentence leans on the one before it."),
    "bare-definite": _l("It opens with something the question has not named yet."),
    "linked": _l("A linking word refers to what was said before."),
    "dangling": _l("It is not clear which thing is meant without the article."),
    "surname-only": _l("A person is named by surname alone."),
    "not-central": _l("The sentence is not central to the article."),
    "undated": _l("The question does not say when."),
    "far-options": _l("The wrong countries are not in the article."),
    "trivial": _l("The answer is hardly worth remembering."),
    "bare-noun": _l("The sentence may be cut short at its beginning."),
    "mixed-kind": _l("The sentence mixes facts with claims or forecasts."),
    "rough": _l("Made for a key fact that no better question was found for: finish it by hand."),
    "unexplained-name": _l("It has a name that is not explained: who or what is it?"),
    "heavy": _l("The sentence is long-winded: one clause would do."),
    "vague": _l("It has a judgement, a vague amount or a scrap of a quotation."),
    "weak-turn": _l("The altered statement can be seen through without the article."),
    "unanchored": _l("It names nobody, no place and no year."),
    "double-space": _l("There are two spaces in a row."),
    "lower-start": _l("It begins with a small letter."),
    "double-stop": _l("It ends with two full stops."),
    "dangling-end": _l("It ends with a word that leads nowhere."),
    "double-article": _l("There are two articles in a row."),
    "doubled-word": _l("A word stands there twice."),
    "run-on": _l("Two sentences have run into one."),
    "residue": _l("A scrap of the web page is left in it."),
    "no-verb": _l("The sentence has no verb."),
    "language-mismatch": _l("It seems to be written in another language."),
    "relative-time": _l("It says “today” or “last”, which depends on the day."),
    "all-of-the-above": _l("An answer says “all” or “none” of the others."),
    "grammar-cue": _l("Its grammar tells which answer fits."),
    "type-mismatch": _l("The answers are not of one kind."),
    "negative-stem": _l("It asks by a “not” that is easily overlooked."),
    "absolute-wording": _l("An “always” or “never” gives a wrong answer away."),
    "numeric-equal": _l("Two answers are the same number."),
    "quote-mismatch": _l("The words are not exactly those of the article."),
    "key-unsupported": _l("Its sentence does not say the right answer."),
    "modality-changed": _l("What the article holds possible is told as certain, or the other way round."),
    "negation-changed": _l("A “not” has been lost or added."),
    "swap-entailed": _l("The altered statement may be true as well."),
}
REASONS = {
    "in-quote": _l("inside a quotation"),
    "fragment": _l("not a whole sentence"),
    "question": _l("a question or an unfinished sentence"),
    "too-short": _l("too short"),
    "too-long": _l("too long"),
    "leans-on-context": _l("leans on the sentence before"),
    "no-subject": _l("has no subject of its own"),
    "points-elsewhere": _l("points to something elsewhere in the text"),
    "relative-time": _l("says “today” or “last”, which depends on the day"),
    "damaged": _l("damaged text"),
}
ROLES = {
    "residue": _l("a menu, a button or a notice of the page"),
    "caption": _l("words under a picture"),
}
FAMILIES = {
    "claim-status": _l("Whose claim it is"),
    "gap-date": _l("Missing date"),
    "gap-number": _l("Missing number"),
    "gap-percent": _l("Missing percentage"),
    "gap-money": _l("Missing sum"),
    "gap-country": _l("Missing country"),
    "gap-person": _l("Missing person"),
    "gap-body": _l("Missing organisation"),
    "gap-place": _l("Missing town"),
    "gap-phrase": _l("Missing word"),
    "who-said": _l("Who says so"),
    "who-quoted": _l("Whose words"),
    "who-told": _l("Which source says so"),
    "kind-status": _l("Kind of sentence"),
    "classify-kinds": _l("Sentences to sort"),
    "role": _l("Who holds an office"),
    "true-false-verbatim": _l("True statement"),
    "true-false-lead": _l("True statement of the news"),
    "true-false-first": _l("True statement of the news"),
    "true-false-voiced": _l("What somebody says"),
    "true-false-dated": _l("True statement of a dated article"),
    "gap-typed-dated": _l("Number to type, of a dated article"),
    "true-false-swap": _l("Altered statement"),
    "true-false-turned": _l("Statement turned round"),
    "multiple-statements": _l("Several statements"),
    "multiple-subjects": _l("Several about one subject"),
    "gap-typed-number": _l("Number to type"),
    "gap-typed-name": _l("Name to type"),
    "short-answer": _l("Short answer"),
    "matching": _l("Pairs to match"),
    "ordering": _l("Events in order"),
    "headline": _l("Headline against the text"),
    "source": _l("Which source"),
    "speaker": _l("Who said it"),
    "cloze-parts": _l("Two missing words"),
}
LABELS = {
    "title": _l("Title"),
    "outlet": _l("Newspaper or site"),
    "author": _l("Author"),
    "published": _l("Published on"),
    "retrieved": _l("Read on"),
    "url": _l("Web address"),
    "licence": _l("Licence"),
}
KINDS = {
    "fact": _l("Stated as fact"),
    "claim": _l("Claim"),
    "forecast": _l("Forecast"),
    "opinion": _l("Opinion"),
}
_ELSE = _l("Look at it with care.")


def flaw(code: str) -> str:
    """What keeps a draft out of the ready drawer."""
    return str(FLAWS.get(code, _ELSE))


def reason(code: str) -> str:
    """Why no question stands on a sentence."""
    return str(REASONS.get(code, _ELSE))


def role_name(code: str) -> str:
    """Why a line of a page is no part of its article."""
    return str(ROLES[code])


def family(code: str) -> str:
    """What a family of questions asks for."""
    return str(FAMILIES.get(code, _l("Question")))


def field_name(code: str) -> str:
    """A field of an article's provenance."""
    return str(LABELS[code])


def kind_name(code: str) -> str:
    """A kind of sentence."""
    return str(KINDS[code])

"""What holds of every draft of every article, ours and those of the corpus where it is at hand."""

import datetime
import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from quizapp.core.items import read_item
from quizapp.core.reading import Reader
from quizapp.core.text import words
from quizapp.extraction import engine
from quizapp.extraction.assembly import CANDIDATES, PROVEN
from quizapp.extraction.engine import as_json, draft_article
from quizapp.formats.bankfile import read_bank
from quizapp.intake.blocks import blocks_of
from tests.extraction.make import drafted

BANKS = sorted((Path(__file__).parents[2] / "questions").rglob("*.yaml"))


def bank_articles():
    for path in BANKS:
        bank, _problems = read_bank(path.read_bytes())
        yield path.stem, bank.lang, bank.article.text, bank.article.title, bank.article.published


def corpus_articles():
    folder = os.environ.get("QUIZAPP_CORPUS")
    for path in sorted(Path(folder).rglob("??[0-9]*.txt")) if folder else []:
        if path.stem[:2] in {"it", "en"}:
            yield path.stem, path.stem[:2], path.read_text(encoding="utf-8"), None, None


def documents(proven=CANDIDATES):
    """Every article drafted as if all families had proven themselves, so that the ready drawer is not empty."""
    for name, lang, text, title, published in (*bank_articles(), *corpus_articles()):
        blocks = blocks_of(text, lang)
        yield name, as_json(draft_article(text, blocks, lang, title=title, published=published, proven=proven))


@pytest.fixture(scope="module")
def drafted_articles():
    return list(documents())


def quotes(document):
    yield from document["facts"]
    yield from document["discarded"]
    for draft in document["drafts"]:
        yield from draft["item"]["evidence"]


def test_every_quote_stands_at_its_offsets(drafted_articles):
    for name, document in drafted_articles:
        text = document["article"]["text"]
        for span in quotes(document):
            assert text[span["start"] : span["end"]] == span["quote"], name
        for fact in document["facts"]:
            for entity in fact["entities"]:
                assert text[entity["start"] : entity["end"]].replace("’", "'") == entity["text"].replace("’", "'")


def test_every_draft_is_an_item_without_problems(drafted_articles):
    for name, document in drafted_articles:
        for draft in document["drafts"]:
            reader = Reader(draft["item"])
            item = read_item(reader, document["language"])
            assert item is not None, name
            assert [problem.code for problem in reader.problems] == [], (name, draft["item"]["stem"])
            assert draft["item"]["status"] == "draft"
            assert item.explanation


def test_only_a_proven_family_is_ready():
    for _name, document in documents(PROVEN):
        assert {draft["family"] for draft in document["drafts"] if draft["drawer"] == "ready"} <= PROVEN


def test_ready_drafts_have_no_flaw_and_a_candidate_family(drafted_articles):
    for _name, document in drafted_articles:
        for draft in document["drafts"]:
            if draft["drawer"] == "ready":
                assert draft["flaws"] == []
                assert draft["family"] in CANDIDATES


def test_no_wrong_option_says_what_the_key_says(drafted_articles):
    for _name, document in drafted_articles:
        for draft in document["drafts"]:
            options = draft["item"].get("options", [])
            keys = [words(each["text"]) for each in options if each["fraction"] == 1]
            rest = [words(each["text"]) for each in options if each["fraction"] == 0]
            if draft["item"]["type"] == "choice":
                assert len(keys) == 1
            assert not [each for each in rest if each in keys]
            assert len({tuple(each) for each in keys + rest}) == len(options)


def test_every_wrong_option_says_why(drafted_articles):
    for _name, document in drafted_articles:
        for draft in document["drafts"]:
            for each in draft["item"].get("options", []):
                assert each["fraction"] == 1 or each["feedback"], draft["item"]["stem"]


def test_ready_drafts_share_no_sentence_and_do_not_show_each_others_key(drafted_articles):
    for name, document in drafted_articles:
        ready = {place for place, draft in enumerate(document["drafts"]) if draft["drawer"] == "ready"}
        used = [span["start"] for place in sorted(ready) for span in document["drafts"][place]["item"]["evidence"]]
        assert len(used) == len(set(used)), name


def test_conflicts_are_mutual(drafted_articles):
    for _name, document in drafted_articles:
        for place, draft in enumerate(document["drafts"]):
            for other in draft["conflicts_with"]:
                assert place in document["drafts"][other]["conflicts_with"]


def test_claims_keep_their_holder_in_the_question(drafted_articles):
    for name, document in drafted_articles:
        for draft in document["drafts"]:
            item = draft["item"]
            if draft["drawer"] == "ready" and item.get("kind") == "claim" and item["type"] == "true_false":
                assert item["holder"].lower() in item["stem"].lower(), (name, item["stem"])


@pytest.mark.parametrize(
    ("lang", "spoken"),
    [
        ("it", "«I cittadini di Xanadu godono di uguali libertà e di uguali diritti»."),
        ("en", "“The citizens of Xanadu enjoy equal freedoms and equal rights.”"),
    ],
)
def test_words_between_quotation_marks_are_never_what_the_article_states(lang, spoken):
    after = {"it": "\nIl deputato Mario Verdi lo ha detto a Roma.", "en": "\nThe lawmaker Mark Green spoke in Rome."}
    found = drafted(spoken + after[lang], lang, title="Xanadu", published="2024-11-20").drafts
    assert not [draft.stem for draft in found if draft.type == "true_false" and "xanadu" in draft.shows]


def test_no_number_of_the_dead_is_ever_invented(drafted_articles):
    for _name, document in drafted_articles:
        for draft in document["drafts"]:
            if draft["family"] in {"gap-number", "true-false-swap"}:
                said = draft["item"]["evidence"][0]["quote"].lower()
                assert not [word for word in (" morti", " feriti", " vittime", " killed", " injured") if word in said]


def test_false_statements_are_at_most_a_quarter_of_the_ready_ones(drafted_articles):
    for _name, document in drafted_articles:
        ready = [draft["family"] for draft in document["drafts"] if draft["drawer"] == "ready"]
        assert ready.count("true-false-swap") <= max(1, len(ready) // 4)


SIDES = (
    "Secondo fonti {adjective}, migliaia di militari {other} sono pronti a combattere a Verona dal 2024.\n"
    "{one} ha ratificato il trattato con {two} nel 2024, e il Giappone osserva.\n"
    "Il Giappone ha chiuso il porto di Osaka nel 2023."
)


def test_the_two_sides_are_treated_alike():
    one = SIDES.format(adjective="ucraine", other="russi", one="La Russia", two="l’Ucraina")
    swapped = SIDES.format(adjective="russe", other="ucraini", one="L’Ucraina", two="la Russia")
    verdicts = [[(each.family, each.flaws, each.drawer) for each in drafted(text).drafts] for text in (one, swapped)]
    assert verdicts[0] == verdicts[1]
    assert verdicts[0]


SCRIPT = """
import json, sys
from quizapp.extraction.engine import as_json, draft_article
from quizapp.formats.bankfile import read_bank
from quizapp.intake.blocks import blocks_of
bank, _ = read_bank(open(sys.argv[1], "rb").read())
a = bank.article
d = as_json(draft_article(a.text, blocks_of(a.text, bank.lang), bank.lang, title=a.title, published=a.published))
sys.stdout.buffer.write(json.dumps(d, ensure_ascii=False).encode())
"""


def test_the_same_bytes_whatever_the_hash_seed_and_the_locale():
    made = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT, str(BANKS[0])],
            env={**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": locale},
            capture_output=True,
            check=True,
        ).stdout
        for seed, locale in (("0", "C"), ("1", "C.UTF-8"), ("2", "C"))
    }
    assert len(made) == 1
    assert json.loads(made.pop())["engine"] == "rules-1"


def test_a_figure_of_the_title_that_no_sentence_has_is_flagged():
    text = "Il Parlamento di Roma ha votato la legge con 210 deputati nel 2024.\nIl Senato tace."
    found = drafted(text, title="Votano in 300 a Roma")
    assert [flag["code"] for flag in found.flags] == ["headline-unsupported"]
    assert drafted(text, title="Votano in 210 a Roma").flags == ()


def test_one_voice_alone_is_said():
    text = "Secondo fonti ucraine, migliaia di militari sono pronti a Verona.\nLa Duma di Mosca ha votato nel 2024."
    assert [flag["code"] for flag in drafted(text).flags] == ["one-sided"]


def test_an_article_that_gives_little_says_so():
    assert "non consente domande così affidabili" in " ".join(drafted("Il gatto dorme. Il cane no.").notes)
    one = drafted("La Duma di Mosca ha ratificato il trattato dei porti il 24 ottobre 2019.", published="2024-11-20")
    assert [each.drawer for each in one.drafts].count("ready") == 1
    assert "una sola domanda affidabile" in " ".join(one.notes)


def test_a_draft_is_read_as_an_item_once_however_often_it_is_judged_and_written_out(monkeypatch):
    times = Counter()

    def counted(reader, lang):
        times[reader.text("stem"), reader.text("type")] += 1
        return read_item(reader, lang)

    monkeypatch.setattr(engine, "read_item", counted)
    name, lang, text, title, _day = next(bank_articles())
    found = draft_article(text, blocks_of(text, lang), lang, title=title, published=datetime.date(2024, 10, 15))
    as_json(found)
    assert {(draft.stem, draft.type) for draft in found.drafts} <= set(times), name
    assert set(times.values()) == {1}, name


@pytest.mark.parametrize("text", ["", "Ciao."])
@pytest.mark.parametrize("lang", sorted(engine.SUPPORTED))
def test_a_text_without_a_sentence_is_said_to_have_none(text, lang):
    document = as_json(draft_article(text, [], lang))
    assert (document["facts"], document["drafts"], len(document["notes"])) == ([], [], 1)

"""A corrected article: quotes go along, only those that are gone break, and broken questions are passed over."""

import pytest
from bs4 import BeautifulSoup
from sqlalchemy import func, select

from quizapp import db
from quizapp.articles.models import ArticleVersion
from quizapp.banks import queries as banks
from quizapp.banks.models import Anchor, ItemVersion
from quizapp.banks.service import sync_bank
from quizapp.core.differences import passages_changed
from quizapp.formats.bankfile import read_bank, write_bank
from tests.bench.paper import WHOLE, bring
from tests.build import NOW, SENTENCE, TEXT, form_of, make_bank, signed_in
from tests.house import begin


@pytest.fixture
def at(town):
    return f"/articles/{town.article}/correct"


@pytest.fixture
def rewrite(giulia, at):
    """Keep another text."""
    return lambda text, client=giulia: client.post(at, data={**form_of(giulia.get(at).text, at), "text": text})


def whole(session, town):
    session.rollback()
    session.expire_all()
    return banks.whole_bank(session, banks.bank_by_public_id(session, town.bank))


def test_quotes_that_are_still_found_go_along_and_no_item_is_touched(giulia, session, town, rewrite):
    count = session.scalar(select(func.count()).select_from(ItemVersion))
    more = f"Un cappello nuovo.\n\n{TEXT}"
    assert rewrite(more.replace("\n", "\r\n")).headers["Location"] == f"/articles/{town.article}"
    bank = whole(session, town)
    assert bank.article.text == more
    assert all(span.holds_in(more) for item in bank.items for span in item.spans)
    assert session.scalar(select(func.count()).select_from(ItemVersion)) == count
    assert session.scalar(select(func.count()).select_from(Anchor)) == 2 * len(bank.items)
    assert "manca" not in giulia.get(f"/items/{town.item}").text


def test_a_quote_that_is_gone_breaks_its_questions_alone_and_the_page_shows_the_nearest(
    giulia, session, town, rewrite, press
):
    with db.writing(session) as write:
        bank = banks.bank_by_public_id(write, town.bank)
        listed = banks.items_of(write, bank)[1]
        other = TEXT[len(SENTENCE) + 2 :]
        content = dict(listed.version.content)
        content["evidence"] = [{"start": len(SENTENCE) + 2, "end": len(TEXT), "quote": other}]
        listed.version.content = content
        row = write.scalars(select(Anchor).where(Anchor.item_version_id == listed.version.id)).one()
        row.start, row.end, row.quote = len(SENTENCE) + 2, len(TEXT), other
    answer = rewrite(TEXT.replace("3 marzo", "4 marzo"))
    assert answer.headers["Location"] == f"/articles/{town.article}/broken"
    page = giulia.get(answer.headers["Location"]).text
    assert page.count("/edit") == 4
    assert "<del>" in page
    assert "<ins>" in page
    session.rollback()
    broken = [each.broken for each in banks.items_of(session, banks.bank_by_public_id(session, town.bank))]
    assert broken == [True, False, True, True, True]


def test_broken_questions_are_passed_over_and_the_teacher_is_told(ada, giulia, session, town, rewrite):
    running = begin(ada, town.deferred)
    rewrite(TEXT.replace("3 marzo", "4 marzo"))
    assert ada.get(f"{running}/1").status_code == 200
    assert ada.post(f"/assignments/{town.immediate}/start").status_code == 409
    assert "non è più nell’articolo" in giulia.get("/notices").text
    assert giulia.get(f"/banks/{town.bank}/quiz").status_code == 200


def test_mended_with_a_sentence_of_the_new_text_a_question_is_asked_again(ada, giulia, session, town, rewrite, press):
    new = SENTENCE.replace("3 marzo", "4 marzo")
    rewrite(TEXT.replace("3 marzo", "4 marzo"))
    assert press("ready", **{"evidence-0-sentence": f"0-{len(new)}"}).status_code == 303
    session.rollback()
    first, second, *_rest = banks.items_of(session, banks.bank_by_public_id(session, town.bank))
    assert (first.broken, second.broken) == (False, True)


def test_put_right_again_the_former_sentence_is_found_again(ada, session, town, rewrite):
    rewrite(TEXT.replace("3 marzo", "4 marzo"))
    rewrite(f"{TEXT}\n\nAltro.")
    assert "Domanda 1 di 5" in ada.get(f"{begin(ada, town.immediate)}/1").text


def test_the_same_text_or_none_is_refused_and_of_two_who_correct_at_once_the_second_hears(giulia, session, town, at):
    before = form_of(giulia.get(at).text, at)
    assert giulia.post(at, data={**before, "text": TEXT}).status_code == 422
    assert giulia.post(at, data={**before, "text": " "}).status_code == 422
    assert giulia.post(at, data={**before, "text": f"{TEXT} Uno."}).status_code == 303
    late = giulia.post(at, data={**before, "text": f"{TEXT} Due."})
    assert late.status_code == 409
    assert "Due." in late.text
    session.rollback()
    assert session.scalar(select(func.count()).select_from(ArticleVersion)) == 2


def test_the_bank_file_says_the_newest_places_and_comes_back_the_same(session, town, rewrite):
    rewrite(f"Un cappello.\n\n{TEXT}")
    written = write_bank(whole(session, town))
    bank, problems = read_bank(written.encode())
    assert problems == []
    with db.writing(session) as write:
        report = sync_bank(write, bank, school_id=1, now=NOW)
    assert (report.added, report.changed, report.retired) == (0, 0, 0)
    assert write_bank(whole(session, town)) == written


def test_the_file_as_it_was_does_not_take_a_correction_back(session, town, rewrite):
    rewrite(f"Un cappello.\n\n{TEXT}")
    with db.writing(session) as write:
        report = sync_bank(write, make_bank(), school_id=1, now=NOW)
    assert report.kept == 5
    assert whole(session, town).article.text.startswith("Un cappello.")


def test_only_who_owns_the_article_corrects_it(app, ada, session, town, rewrite):
    assert rewrite("Altro.", client=ada).status_code == 404
    assert rewrite("Altro.", client=signed_in(app, town.marco)).status_code == 403
    assert rewrite("Altro.", client=signed_in(app, town.bruno)).status_code == 404
    session.rollback()
    assert session.scalar(select(func.count()).select_from(ArticleVersion)) == 1


def test_what_changed_in_the_text_is_shown_passage_by_passage_with_version_and_day(giulia, town, rewrite):
    place = f"/articles/{town.article}/texts"
    assert "non è mai stato corretto" in giulia.get(place).text
    rewrite(TEXT.replace("3 marzo", "4 marzo"))
    rewrite(f"{TEXT.replace('3 marzo', '4 marzo')}\n\nSeguono altri.")
    page = BeautifulSoup(giulia.get(place).text, "html.parser")
    assert [each.get_text() for each in page.select("section h2")] == ["Versione 3", "Versione 2", "Versione 1"]
    third, second, first = page.select("section")
    assert [each.get_text() for each in third.select("ins, del")] == ["aggiunto: Seguono altri."]
    assert [each.get_text() for each in second.select("del, ins")] == ["tolto: 3", "aggiunto: 4"]
    assert "potrebbe durare" not in second.get_text()
    assert not first.select("ins, del")
    assert f'href="{place}"' in giulia.get(f"/articles/{town.article}").text


def test_the_bench_says_when_its_text_was_corrected_since_and_leads_to_what_changed(giulia, clock):
    article = bring(giulia, **WHOLE).article
    bench, at = f"/articles/{article}/drafts", f"/articles/{article}/correct"
    assert "è stato corretto" not in giulia.get(bench).text
    form = form_of(giulia.get(at).text, at)
    assert giulia.post(at, data={**form, "text": f"{form['text'][0]}\n\nCorretto."}).status_code == 303
    page = giulia.get(bench).text
    assert "Il testo è stato corretto il 24 novembre 2026 (versione 2)." in page
    assert f'href="/articles/{article}/texts"' in page


def test_a_passage_too_long_to_compare_is_gone_and_come_as_a_whole():
    old, new = "uno " * 4000, "due " * 4000
    assert passages_changed(f"Inizio.\n{old}", f"Inizio.\n{new}") == ((("gone", old), ("new", new)),)

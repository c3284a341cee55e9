"""Bringing questions in: shown before anything is stored, stored once and whole, in review, by their teacher alone."""

import io
import re

import pytest
from sqlalchemy import event, func, select

from quizapp import db, working
from quizapp.banks import queries as banks
from quizapp.banks.models import Bank, Item, ItemVersion
from quizapp.core.lifecycle import Status
from quizapp.exchange import queries, service
from quizapp.exchange.models import Upload
from quizapp.formats.apart import Reading
from quizapp.formats.bankfile import write_bank
from quizapp.formats.registry import read
from quizapp.jobs.models import Job, State
from quizapp.working import carry_out, note_failure, take_up
from tests.build import NOW, make_bank, signed_in

GIFT = "::Roma::Capitale d’Italia?{~Milano =Roma}\n\nScrivi un tema.{}\n\n::Parigi::E della Francia?{=Parigi ~Lione}\n"
ENGLISH = {"Accept-Language": "en"}


def sent(client, text=GIFT, name="domande.gift", **data):
    """The answer to a file."""
    content = text if isinstance(text, bytes) else text.encode()
    data = {"file": (io.BytesIO(content), name), "format": "", **data}
    return client.post("/imports", data=data, headers=ENGLISH, content_type="multipart/form-data")


def brought(client, place, **data):
    return client.post(place, data={"into": "new", "title": "Capitali", **data}, headers=ENGLISH)


def counts(session):
    session.rollback()
    return [session.scalar(select(func.count()).select_from(table)) for table in (Bank, Item, ItemVersion)]


def test_a_file_is_shown_before_anything_is_stored_and_lands_in_review_in_one_press(app, giulia, session):
    before = counts(session)
    place = sent(giulia).headers["Location"]
    page = giulia.get(place, headers=ENGLISH).text
    for words in ("Capitale d’Italia?", "E della Francia?", "2 new questions", "question 2", "line 3"):
        assert words in page
    assert counts(session) == before
    answer = brought(giulia, place)
    assert answer.status_code == 303
    session.rollback()
    bank = banks.bank_by_public_id(session, answer.headers["Location"].rsplit("/", 1)[1])
    listed = banks.items_of(session, bank)
    assert (bank.title, bank.visible) == ("Capitali", "own")
    assert [(each.item.title, each.item.status, each.row.key) for each in listed] == [
        ("Roma", Status.IN_REVIEW, "capitale-d-italia"), ("Parigi", Status.IN_REVIEW, "e-della-francia"),
    ]  # fmt: skip
    assert "2 questions have come in" in giulia.get(answer.headers["Location"], headers=ENGLISH).text
    assert "E della <mark>Francia" in giulia.get("/items?q=franc").text


def test_the_same_file_twice_makes_no_doubles_and_the_page_says_so(giulia, session):
    first = brought(giulia, sent(giulia).headers["Location"]).headers["Location"]
    before = counts(session)
    again = sent(giulia).headers["Location"]
    page = giulia.get(again, headers=ENGLISH).text
    assert "You imported this same file on" in page
    assert "nothing new in this file" in page
    bank = first.rsplit("/", 1)[1]
    assert brought(giulia, again, into=bank).status_code == 303
    assert counts(session) == before


def test_pressing_twice_brings_in_once(giulia, session):
    place = sent(giulia).headers["Location"]
    first = brought(giulia, place)
    before = counts(session)
    assert brought(giulia, place).headers["Location"] == first.headers["Location"]
    assert giulia.get(place).headers["Location"] == first.headers["Location"]
    assert counts(session) == before


def test_a_changed_question_is_new_and_another_of_a_number_that_is_there_stays_out(giulia, session):
    head = "codice,domanda,risposta 1,risposta 2,giusta\n"
    bank = brought(giulia, sent(giulia, head + "a1,Chi?,io,tu,A\n").headers["Location"]).headers["Location"]
    into = bank.rsplit("/", 1)[1]
    place = sent(giulia, head + "a1,Chi altri?,io,tu,A\na2,Chi?,io,tu,B\na2,Chi?,io,tu,B\n").headers["Location"]
    page = giulia.get(f"{place}?into={into}", headers=ENGLISH).text
    assert "1 new question" in page
    assert "another question with the code a1" in page
    brought(giulia, place, into=into)
    listed = banks.items_of(session, banks.bank_by_public_id(session, into))
    assert [each.item.stem for each in listed] == ["Chi?", "Chi?"]


def test_a_bank_file_lands_in_review_and_without_its_article_whatever_it_says(giulia, session):
    whole = make_bank()
    assert any(item.status is Status.READY and item.evidence for item in whole.items)
    place = sent(giulia, write_bank(whole), "banca.yaml").headers["Location"]
    assert "the sentence of the article does not come" in giulia.get(place, headers=ENGLISH).text
    bank = brought(giulia, place).headers["Location"].rsplit("/", 1)[1]
    listed = banks.items_of(session, banks.bank_by_public_id(session, bank))
    assert {each.item.status for each in listed} == {Status.IN_REVIEW}
    assert [each.item.spans for each in listed] == [()] * len(whole.items)
    assert [each.row.key for each in listed] == [item.id for item in whole.items]


@pytest.mark.parametrize("who", ["marco", "admin", "ada"])
def test_nobody_else_sees_confirms_or_drops_a_file(app, town, giulia, session, who):
    place = sent(giulia).headers["Location"]
    other, before = signed_in(app, getattr(town, who)), counts(session)
    assert other.get(place).status_code in {403, 404}
    assert brought(other, place).status_code in {403, 404}
    assert other.post(f"{place}/drop").status_code in {403, 404}
    assert counts(session) == before
    assert brought(giulia, place).status_code == 303


def test_a_bank_of_somebody_else_is_no_place_for_them(app, town, giulia, session):
    marco = signed_in(app, town.marco)
    place, before = sent(marco).headers["Location"], counts(session)
    assert brought(marco, place, into=town.bank).status_code == 422
    assert marco.get(f"{place}?into={town.bank}").status_code == 200
    assert counts(session) == before


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("niente che si riconosca", "choose it below"),
        ("::T::Chi?{=io", "No question can be taken from this file"),
        ("Chi?\nA. io\nB. tu\nANSWER: Z\n", "(line 4)"),
        (b"PK\x03\x04 rotto imsmanifest.xml", "the zip archive is damaged"),
        ("<!DOCTYPE quiz [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><quiz/>", "a DTD is not allowed"),
        ("Chi?{=<script>alert(1)}", "script"),
    ],
)
def test_a_file_that_gives_nothing_says_why_in_one_sentence_and_nothing_is_kept(giulia, session, text, words):
    answer = sent(giulia, text)
    if answer.status_code == 303:
        assert "<script>" not in giulia.get(answer.headers["Location"]).text
        return
    assert answer.status_code == 422
    assert words in answer.text.replace("&#39;", "'")
    session.rollback()
    assert session.scalar(select(func.count()).select_from(Upload)) == 0


@pytest.mark.parametrize(
    ("data", "words", "leads"),
    [
        (b"%PDF-1.7\n", "this is a file of the kind PDF", True),
        (b"\x89PNG\r\n\x1a\n", "this is a picture (PNG)", False),
        (b"#separator:tab\nCapitale?\tRoma\n", "this is a deck of Anki", False),
    ],
)
def test_what_is_no_file_of_questions_is_named_and_an_article_is_led_to_the_bench(giulia, data, words, leads):
    answer = sent(giulia, data)
    assert answer.status_code == 422
    assert f"No question can be taken from this file: {words}" in answer.text
    assert "choose it below" not in answer.text
    assert ('href="/articles/new"' in answer.text) is leads


def test_without_a_file_or_a_title_the_page_says_so(giulia):
    assert "Choose a file." in giulia.post("/imports", data={"format": ""}, headers=ENGLISH).text
    assert "Give the new bank a title." in brought(giulia, sent(giulia).headers["Location"], title=" ").text


def test_a_file_that_is_given_up_is_gone_and_old_ones_go_with_the_next(giulia, session, town):
    place = sent(giulia).headers["Location"]
    assert giulia.post(f"{place}/drop").status_code == 303
    assert giulia.get(place).status_code == 404
    reading = Reading("gift", read(GIFT.encode(), "gift"))

    def keep(whose, now):
        with db.writing(session) as write:
            return service.keep(write, reading, b"", name="a", user_id=whose, now=now).public_id

    kept = [keep(town.giulia, NOW) for _each in range(service.MOST_WAITING + 2)]
    left = set(session.scalars(select(Upload.public_id)))
    assert [name in left for name in kept] == [False, False, *[True] * service.MOST_WAITING]
    keep(town.marco, NOW + 2 * service.KEPT)
    assert session.scalar(select(func.count()).select_from(Upload)) == 1


def many(count):
    return "".join(f"Quanto fa {n} più uno?{{#{n + 1}}}\n\n" for n in range(count))


@pytest.fixture
def asked(app, giulia, session):
    """A file of many questions, for which a job was asked."""
    place = sent(giulia, many(service.IN_A_JOB + 1)).headers["Location"]
    assert "they come in beside" in giulia.get(place, headers=ENGLISH).text
    answer = brought(giulia, place)
    assert brought(giulia, place).headers["Location"] == answer.headers["Location"]
    return place, answer.headers["Location"]


def test_many_questions_come_in_by_a_job_whole_and_once(app, giulia, session, asked):
    place, page = asked
    before = counts(session)
    kind, run = take_up(app.extensions["engine"])
    carry_out(kind, run)
    added = service.IN_A_JOB + 1
    assert counts(session) == [before[0] + 1, before[1] + added, before[2] + added]
    assert run.progress == 100
    words = giulia.get(page, headers=ENGLISH).text
    assert f"{added} questions have come in" in words
    assert working.import_questions(run) == ""
    assert counts(session)[1] == before[1] + added
    assert giulia.get(place).headers["Location"] == re.search(r'href="(/banks/[^"]+)">To the bank', words)[1]


def test_a_job_that_fails_or_is_cancelled_leaves_nothing_and_can_be_asked_anew(app, giulia, session, asked):
    place, page = asked
    before = counts(session)
    _kind, run = take_up(app.extensions["engine"])
    run.unwanted.set()
    with pytest.raises(working.CancelledError):
        working.import_questions(run)
    assert counts(session) == before
    note_failure(run, RuntimeError("x"))
    assert giulia.get(place).status_code == 200
    again = brought(giulia, place).headers["Location"]
    assert again not in {place, page}
    carry_out(*take_up(app.extensions["engine"]))
    session.rollback()
    states = list(session.scalars(select(Job.state).order_by(Job.id)))
    assert states == [State.FAILED, State.DONE]
    assert counts(session)[1] == before[1] + service.IN_A_JOB + 1


def test_the_questions_of_a_file_keep_their_numbers_beside_those_that_are_refused(giulia, session):
    place = sent(giulia).headers["Location"]
    session.rollback()
    upload = queries.by_public_id(session, place.rsplit("/", 1)[1])
    assert [place for place, _item in service.numbered(service.unpacked(upload))] == [1, 3]
    made = service.ready(session, upload, service.prepared(upload), None, now=NOW)
    with db.writing(session) as write:
        found = service.bring_in(write, upload, made, banks_head(), school_id=1, now=NOW)
    assert (found.added, found.known) == (2, 0)
    before = counts(session)
    with db.writing(session) as write:
        assert service.bring_in(write, upload, made, banks_head(), school_id=1, now=NOW) is None
    assert counts(session) == before


def test_what_came_into_the_bank_since_the_rows_were_made_does_not_come_in_twice(giulia, session):
    first = brought(giulia, sent(giulia).headers["Location"]).headers["Location"].rsplit("/", 1)[1]
    more = f"{GIFT}\nNuova?{{=a ~b}}\n\nAltra?{{=a ~b}}\n"
    places = [sent(giulia, text).headers["Location"] for text in (more, more.replace("Altra", "Terza"))]
    session.rollback()
    bank = banks.bank_by_public_id(session, first)
    waiting = [queries.by_public_id(session, place.rsplit("/", 1)[1]) for place in places]
    made = [service.ready(session, each, service.prepared(each), bank, now=NOW) for each in waiting]
    done = []
    for upload, each in zip(waiting, made, strict=True):
        with db.writing(session) as write:
            found = service.bring_in(write, upload, each, write.get_one(Bank, bank.id), school_id=1, now=NOW)
            done.append((found.added, found.known))
    assert done == [(2, 2), (1, 3)]
    listed = banks.items_of(session, bank)
    assert [each.item.stem for each in listed][2:] == ["Nuova?", "Altra?", "Terza?"]
    assert [each.row.position for each in listed] == [0, 1, 2, 3, 4]


def test_more_questions_need_no_more_statements_while_others_wait_to_write(app, giulia, session):
    said, counted = [], []
    event.listen(app.extensions["engine"], "before_cursor_execute", lambda *about: said.append(about[2]))
    for count in (3, 150):
        place = sent(giulia, many(count).replace("Quanto", f"Insieme a {count}: quanto")).headers["Location"]
        session.rollback()
        upload = queries.by_public_id(session, place.rsplit("/", 1)[1])
        made = service.ready(session, upload, service.prepared(upload), None, now=NOW)
        with db.writing(session) as write:
            said.clear()
            assert service.bring_in(write, upload, made, banks_head(), school_id=1, now=NOW).added == count
            counted.append(len(said))
    assert counted[0] == counted[1] < 20


def banks_head():
    return service.BankHead("Prova", "it")


def test_a_name_with_signs_that_no_name_has_is_kept_without_them(giulia, session):
    assert sent(giulia, name="a\0b\x1f\x7f.gift").status_code == 303
    session.rollback()
    assert session.scalars(select(Upload.name)).one() == "ab.gift"

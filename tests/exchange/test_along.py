"""Leaving with everything: her banks and quizzes, nobody else's, in one zip whose files are read again."""

import json

import pytest
from sqlalchemy import select

from quizapp import db
from quizapp.banks import queries as banks
from quizapp.banks.models import Bank
from quizapp.banks.service import BankHead
from quizapp.exchange import service
from quizapp.formats.apart import Reading
from quizapp.formats.bankfile import read_bank
from quizapp.formats.registry import WRITTEN_TO, read
from tests.build import NOW, signed_in
from tests.formats.packing import unpacked

ENGLISH = {"Accept-Language": "en"}
GIFT = "::Roma::Capitale d’Italia?{~Milano =Roma####Perché sì}\n\n::Abbina::Abbina.{=a -> b =c -> d}\n"


@pytest.fixture
def second(session, town):
    """Another bank of hers, with the title of the first."""
    title = session.scalars(select(Bank.title).where(Bank.public_id == town.bank)).one()
    with db.writing(session) as write:
        upload = service.keep(
            write, Reading("gift", read(GIFT.encode(), "gift")), b"", name="a", user_id=town.giulia, now=NOW
        )
        made = service.ready(write, upload, service.prepared(upload), None, now=NOW)
        service.bring_in(write, upload, made, BankHead(title, "it"), school_id=1, now=NOW)


def fetched(client, name, headers=ENGLISH):
    with client.get(f"/export?format={name}&get=1", headers=headers) as answer:
        assert answer.status_code == 200
        assert answer.headers.getlist("Cache-Control") == ["no-store"]
        assert answer.headers["Content-Disposition"].startswith("attachment; filename=quotidia-2")
        return unpacked(answer.data)


def test_one_press_gives_every_bank_of_hers_twice_and_what_was_lost(town, giulia, session, second):
    assert "2 banks of yours" in giulia.get("/export", headers=ENGLISH).text
    files = fetched(giulia, "aiken")
    own = sorted(name for name in files if name.startswith("quotidia/"))
    assert [len(read(files[name], "bank").items) for name in own] == [2, 5]
    assert own[0].replace("-2.", ".") == own[1]
    assert min(name for name in files if name.startswith("aiken/")).endswith(".aiken.txt")
    about = files["README.txt"].decode()
    assert "Questions of this form: Matching" in about
    assert "  - the comments on answers" in about
    for words in (
        *own,
        "5 questions",
        "2 questions",
        "Cannot be written (Aiken)",
        "What this format does not carry (Aiken)",
    ):
        assert words in about
    assert "&" not in about


@pytest.mark.parametrize("name", ["", *WRITTEN_TO])
def test_every_format_goes_along_and_is_what_the_banks_own_page_gives(town, giulia, session, name):
    files = fetched(giulia, name)
    folders = {place.partition("/")[0] for place in files if "/" in place}
    assert folders == {"quotidia"} | ({name} if name not in {"", "bank"} else set())
    (own,) = (place for place in files if place.startswith("quotidia/"))
    assert files[own] == giulia.get(f"/banks/{town.bank}/export?format=bank&get=1").data


def test_neither_the_text_of_an_article_nor_a_colleagues_bank_leaves(app, town, giulia, session):
    bank = banks.bank_by_public_id(session, town.bank)
    text = banks.whole_bank(session, bank).article.text
    assert all(text not in content.decode() for content in fetched(giulia, "").values())
    marco = signed_in(app, town.marco)
    assert "no bank and no quiz yet" in marco.get("/export", headers=ENGLISH).text
    assert marco.get("/export?get=1", headers=ENGLISH).mimetype == "text/html"


def test_the_plan_of_a_quiz_names_its_questions_by_file_and_id(town, giulia, session):
    files = fetched(giulia, "")
    quizzes = json.loads(files["quiz.json"])
    places = [line["item"] for quiz in quizzes for line in quiz["lines"]]
    assert places
    for place in places:
        name, _hash, key = place.partition("#")
        bank, _located = read_bank(files[name])
        assert key in {item.id for item in bank.items}


def test_what_a_quiz_takes_from_banks_of_others_goes_along_too(town, giulia, session):
    with db.writing(session) as write:
        write.scalars(select(Bank).where(Bank.public_id == town.bank)).one().owner_id = None
    files = fetched(giulia, "gift")
    assert sorted(name for name in files if "/" in name) == [
        "gift/questions-of-other-banks.gift.txt", "quotidia/questions-of-other-banks.yaml",
    ]  # fmt: skip
    lines = json.loads(files["quiz.json"])[0]["lines"]
    assert {line["item"].partition("#")[0] for line in lines} == {"quotidia/questions-of-other-banks.yaml"}


def test_the_italian_zip_has_its_italian_note(giulia):
    files = fetched(giulia, "gift", {})
    assert "ogni banca nel file di Quotidia" in files["LEGGIMI.txt"].decode()

"""The picture of an explanation leaves the server with the explanation, not before."""

import base64
import re
from dataclasses import replace

import pytest
from sqlalchemy import select

from quizapp import db
from quizapp.accounts.queries import school
from quizapp.attempts.models import Attempt
from quizapp.banks import queries as banks
from quizapp.banks.service import sync_bank
from quizapp.classes.models import SchoolClass
from quizapp.core.items import Attachment
from quizapp.quizzes.models import Assignment
from quizapp.quizzes.service import DEFERRED, IMMEDIATE, Delivery, assign, make_quiz
from tests.build import NOW, make_bank, make_item, signed_in
from tests.house import begin, fill

PNG = base64.b64encode(
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\x06\0\0\0\x1f\x15\xc4\x89\0\0\0\0IEND\xaeB`\x82"
).decode()
FILES = [Attachment(name, "image/png", name, PNG) for name in ("sola.png", "domanda.png", "prova 1.png", "tutte.png")]
ASKED, TOLD = {"sola.png", "domanda.png", "tutte.png"}, "prova 1.png"


@pytest.fixture(params=[IMMEDIATE, DEFERRED])
def place(request, app, town, session):
    item = make_item(
        text_format="html",
        stem='In quale città fu firmato l’accordo del 2024? <img src="file:domanda.png"> <img src="file:tutte.png">',
        explanation='A Vienna: <img alt="" src="file:prova 1.png"><img src="file:tutte.png">.',
    )
    with db.writing(session) as write:
        at = school(write).id
        bank = replace(make_bank(), id="it/figure", items=(replace(item, files=tuple(FILES)),))
        sync_bank(write, bank, school_id=at, now=NOW)
        stored = banks.bank_by_slug(write, at, "it/figure")
        quiz = make_quiz(
            write, at, title="Figure", lang="it", article_id=stored.article_id,
            item_version_ids=[each.version.id for each in banks.items_of(write, stored)], owner_id=town.giulia, now=NOW,
        )  # fmt: skip
        room = write.scalar(select(SchoolClass.id))
        given = assign(write, quiz, room, Delivery(feedback=request.param), by=town.giulia, now=NOW).public_id
    ada = signed_in(app, town.ada)
    return ada, begin(ada, given), request.param


def seen(client, attempt):
    """Which of the pictures can be had."""
    return {f.name for f in FILES if client.get(f"{attempt}/1/pictures/{f.name}").status_code == 200}


def test_the_picture_of_an_explanation_comes_with_the_explanation(place):
    ada, attempt, mode = place
    page = ada.get(f"{attempt}/1").text
    assert page.count("<img") == 3
    assert "prova%201" not in page
    assert seen(ada, attempt) == ASKED
    ada.post(f"{attempt}/1", data=fill(page))
    if mode == DEFERRED:
        assert seen(ada, attempt) == ASKED
        assert "prova%201" not in ada.get(f"{attempt}/1/outcome").text
        ada.post(f"{attempt}/hand-in")
    assert seen(ada, attempt) == {*ASKED, TOLD}
    assert ada.get(f"{attempt}/1/outcome").text.count("<img") == 4


def test_whoever_sees_the_results_sees_the_pictures_of_an_attempt_and_nobody_else(app, town, session, place):
    ada, attempt, _mode = place
    ada.post(f"{attempt}/1", data=fill(ada.get(f"{attempt}/1").text))
    ada.post(f"{attempt}/hand-in")
    public_id = attempt.rsplit("/", 1)[1]
    wanted = select(Assignment.public_id).join(Attempt).where(Attempt.public_id == public_id)
    giulia = signed_in(app, town.giulia)
    page = giulia.get(f"/assignments/{session.scalar(wanted)}/attempts/{public_id}").text
    pictures = re.findall(r'<img src="([^"]+)"', page)
    assert len(pictures) == 4
    assert {giulia.get(each).data for each in pictures} == {base64.b64decode(PNG)}
    assert {ada.get(each).status_code for each in pictures} <= {403, 404}
    assert giulia.get(pictures[0].replace("/1/", "/2/")).status_code == 404
    assert giulia.get(f"{pictures[0]}x").status_code == 404

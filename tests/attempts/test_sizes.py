"""How long a page is says nothing of the key: two quizzes that differ in it alone have pages of the same length."""

import re
from dataclasses import replace

import pytest

from quizapp import db
from quizapp.accounts.queries import school
from quizapp.banks import queries
from quizapp.banks.service import sync_bank
from quizapp.classes import queries as classes
from quizapp.quizzes.service import DEFERRED, IMMEDIATE, Delivery, assign, make_quiz
from tests.build import NOW, make_bank, make_item, signed_in

LONG = "perché così dice l’articolo " * 9
OPTIONS = ("Vienna", "Ginevra", "Roma", "Oslo")


def options(*right, **told):
    return [{"text": each, "fraction": 1} if each in right else {"text": each, **told} for each in OPTIONS]


def sorts():
    return [{"text": "Dato per certo", "kind": "fact"}, {"text": "Opinione", "kind": "opinion"}]


KEYS = {
    "choice": [{"options": options("Vienna")}, {"options": options("Oslo", feedback=LONG)}],
    "multiple": [{"options": options("Vienna")}, {"options": options("Ginevra", "Roma", "Oslo", feedback=LONG)}],
    "true_false": [
        {"options": [{"text": "true", "fraction": 1}, {"text": "false", "feedback": LONG}]},
        {"options": [{"text": "true"}, {"text": "false", "fraction": 1}], "correction": LONG},
    ],
    "text": [{"answers": [{"text": "marzo"}]}, {"answers": [{"text": "a" * 40}, {"text": LONG[:90]}]}],
    "number": [{"numbers": [{"value": 4}]}, {"numbers": [{"value": "123456.78", "tolerance": 90}, {"value": 7}]}],
    "matching": [
        {"pairs": [{"left": "uno", "right": "a"}, {"left": "due", "right": "bbb"}], "extra_rights": ["cc"]},
        {
            "pairs": [{"left": "uno", "right": "bbb", "feedback": LONG}, {"left": "due", "right": "cc"}],
            "extra_rights": ["a"],
        },
    ],
    "ordering": [
        {"order": [{"text": each} for each in ("uno", "due", "venti", "cento")]},
        {"order": [{"text": each, "feedback": LONG} for each in ("cento", "uno", "venti", "due")]},
    ],
    "cloze": [
        {
            "gaps": [
                {"type": "choice", "options": options("Vienna")},
                {"type": "text", "answers": [{"text": "marzo"}]},
                {"type": "number", "numbers": [{"value": 4}]},
            ]
        },
        {
            "gaps": [
                {"type": "choice", "options": options("Oslo", feedback=LONG)},
                {"type": "text", "answers": [{"text": "a" * 40}, {"text": LONG[:90]}]},
                {"type": "number", "numbers": [{"value": "123456.78", "tolerance": 90}, {"value": 7}]},
            ]
        },
    ],
    "classify": [
        {"categories": sorts(), "statements": [{"text": each, "category": 0} for each in OPTIONS]},
        {
            "categories": sorts(),
            "statements": [
                {"text": each, "category": place % 2, "feedback": LONG} for place, each in enumerate(OPTIONS)
            ],
        },
    ],
}
STEMS = {"cloze": "Nel 2024 a [[1]] in [[2]] erano [[3]]."}


def quiz_of(write, town, name, which, mode):
    items = [
        make_item(
            id=kind, type=kind, stem=STEMS.get(kind, f"Nel 2024, {kind}?"), explanation=LONG * which or "-",
            **{"options": None, **both[which]},
        )
        for kind, both in KEYS.items()
    ]  # fmt: skip
    here = school(write).id
    sync_bank(write, replace(make_bank(), id=name, items=tuple(items)), school_id=here, now=NOW)
    bank = queries.bank_by_slug(write, here, name)
    quiz = make_quiz(
        write, here, title="Chiavi", lang="it", article_id=bank.article_id, owner_id=town.giulia, now=NOW,
        item_version_ids=[each.version.id for each in queries.items_of(write, bank)],
    )  # fmt: skip
    found = classes.by_public_id(write, town.school_class)
    return assign(write, quiz, found.id, Delivery(feedback=mode), by=town.giulia, now=NOW).public_id


@pytest.mark.parametrize("mode", [IMMEDIATE, DEFERRED])
def test_a_page_before_its_answer_is_as_long_whatever_the_key(app, town, session, mode):
    with db.writing(session) as write:
        assignments = [quiz_of(write, town, f"it/chiavi-{which}", which, mode) for which in (0, 1)]
    ada = signed_in(app, town.ada)
    sizes = []
    for each in assignments:
        attempt = ada.post(f"/assignments/{each}/start").headers["Location"].rsplit("/", 1)[0]
        ada.get(f"{attempt}/1")  # the first page of all carries the cookie
        answers = [ada.get(f"{attempt}/{place}") for place in range(1, len(KEYS) + 1)]
        sizes.append([(len(answer.data), sorted(answer.headers.keys())) for answer in answers])
    assert dict(zip(KEYS, sizes[0], strict=True)) == dict(zip(KEYS, sizes[1], strict=True))


@pytest.mark.parametrize(
    ("kind", "ways"),
    [
        ("choice", 1),
        ("multiple", 1),
        ("true_false", 1),
        ("matching", 1),
        ("ordering", 1),
        ("cloze", 1),
        ("classify", 2),
    ],
)
def test_every_option_is_written_alike_but_for_its_text_and_its_digest(app, town, session, kind, ways):
    """In as many ways as the type has: the first category of every sentence has the id that its error leads to."""
    with db.writing(session) as write:
        assignment = quiz_of(write, town, "it/chiavi", 1, IMMEDIATE)
    ada = signed_in(app, town.ada)
    attempt = ada.post(f"/assignments/{assignment}/start").headers["Location"].rsplit("/", 1)[0]
    page = ada.get(f"{attempt}/{list(KEYS).index(kind) + 1}").text
    boxes = re.findall(
        r"<(?:option|input)[^>]*(?:type=\"(?:radio|checkbox)\"|value=\"(?:[0-9a-f]{8}|\d)\")[^>]*>", page
    )
    alike = {re.sub(r"-?[0-9a-f]{8}|(?<=\")\d(?=\")|-\d+(?=\")", "#", box) for box in boxes if "seq" not in box}
    assert len(boxes) > 1
    assert len(alike) == ways

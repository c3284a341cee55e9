"""Number, matching, ordering and gap text: asked, refused, marked and told through the real client and database."""

import re
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup
from sqlalchemy import func, select

from quizapp import db
from quizapp.accounts.queries import school
from quizapp.attempts.models import AttemptEvent, Outcome, Response
from quizapp.banks import queries
from quizapp.banks.service import sync_bank
from quizapp.classes import queries as classes
from quizapp.quizzes.service import DEFERRED, IMMEDIATE, Delivery, assign, make_quiz
from tests.build import CANARY, NOW, SENTENCE, make_bank, make_item, signed_in

EVIDENCE = [{"start": 0, "end": len(SENTENCE), "quote": SENTENCE}]
NUMBER = {
    "unit": "stati",
    "numbers": [
        {"value": 1234, "tolerance": 1},
        {"value": 1300, "tolerance": 70, "fraction": "1/2", "feedback": f"{CANARY}-vicino"},
    ],
}
MATCHING = {
    "pairs": [
        {"left": "La firma", "right": "Vienna", "feedback": f"{CANARY}-firma", "evidence": EVIDENCE},
        {"left": "Lo scambio", "right": "Ginevra"},
        {"left": "La ratifica", "right": "Roma"},
    ],
    "extra_rights": ["Oslo"],
}
ORDERING = {"order": [{"text": text, "feedback": f"{CANARY}-{text}"} for text in ("firma", "ratifica", "vigore")]}
CLOZE = {
    "stem": "Nel 2024 l’accordo fu firmato a [[1]] da [[2]] stati nel mese di [[3]].",
    "gaps": [
        {
            "type": "choice",
            "options": [{"text": "Vienna", "fraction": 1}, {"text": "Oslo", "feedback": f"{CANARY}-oslo"}],
        },
        {"type": "number", "numbers": [{"value": 1234}]},
        {"type": "text", "answers": [{"text": f"marzo {CANARY}"}, {"text": "marzo"}]},
    ],
}
BODIES = {"number": NUMBER, "matching": MATCHING, "ordering": ORDERING, "cloze": CLOZE}
PLACES = {name: place for place, name in enumerate(BODIES, 1)}
EMPTY = {"answer": ""}


@pytest.fixture
def given(session, town):
    """The four types as one quiz, given to Ada's class with immediate and with deferred feedback."""
    items = [
        make_item(id=name, type=name, options=None, **{"stem": f"Nel 2024, {name}?", **body})
        for name, body in BODIES.items()
    ]
    with db.writing(session) as write:
        here = school(write).id
        sync_bank(write, replace(make_bank(), id="it/quattro", items=tuple(items)), school_id=here, now=NOW)
        bank = queries.bank_by_slug(write, here, "it/quattro")
        quiz = make_quiz(
            write,
            here,
            title="Quattro tipi",
            lang="it",
            article_id=bank.article_id,
            item_version_ids=[each.version.id for each in queries.items_of(write, bank)],
            owner_id=town.giulia,
            now=NOW,
        )
        found = classes.by_public_id(write, town.school_class)
        return {
            mode: assign(write, quiz, found.id, Delivery(feedback=mode), by=town.giulia, now=NOW).public_id
            for mode in (IMMEDIATE, DEFERRED)
        }


@pytest.fixture
def ada(app, town):
    return signed_in(app, town.ada)


@pytest.fixture
def attempt(ada, given):
    return start(ada, given[IMMEDIATE])


def start(client, assignment):
    return client.post(f"/assignments/{assignment}/start").headers["Location"].rsplit("/", 1)[0]


def count(session, table):
    session.rollback()
    return session.scalar(select(func.count()).select_from(table))


def soup_of(client, place):
    return BeautifulSoup(client.get(place).text, "html.parser")


def matching_form(page, pairs):
    form = {"seq": "0"}
    for box in page.select(".sort--two"):
        wanted = pairs.get(box.label.text)
        codes = {option.text: option["value"] for option in box.select("option")}
        form[box.select_one("select")["name"]] = codes[wanted] if wanted else ""
    return form


def ordering_form(page, places):
    form = {"seq": "0"}
    for box in page.select(".sort--place"):
        form[box.select_one("select")["name"]] = places.get(box.span.text, "")
    return form


def cloze_form(page, choice, number, text):
    choice_box, number_box, text_box = page.select(".cloze .gap")
    codes = {option.text: option["value"] for option in choice_box.select("option")}
    return {"seq": "0", choice_box["name"]: codes[choice], number_box["name"]: number, text_box["name"]: text}


RIGHT_PAIRS = {"La firma": "Vienna", "Lo scambio": "Ginevra", "La ratifica": "Roma"}
ONE_WRONG_PAIR = {**RIGHT_PAIRS, "La ratifica": "Oslo"}
ANSWERS = {
    "number": [
        (lambda _page: {"seq": "0", "answer": "1234 stati"}, "1"),
        (lambda _page: {"seq": "0", "answer": "1250"}, "1/2"),
        (lambda _page: {"seq": "0", "answer": "7"}, "0"),
    ],
    "matching": [
        (lambda page: matching_form(page, RIGHT_PAIRS), "1"),
        (lambda page: matching_form(page, ONE_WRONG_PAIR), "2/3"),
        (lambda page: matching_form(page, dict.fromkeys(RIGHT_PAIRS, "Oslo")), "0"),
    ],
    "ordering": [
        (lambda page: ordering_form(page, {"firma": "1", "ratifica": "2", "vigore": "3"}), "1"),
        (lambda page: ordering_form(page, {"firma": "3", "ratifica": "1", "vigore": "2"}), "1/2"),
        (lambda page: ordering_form(page, {"firma": "3", "ratifica": "2", "vigore": "1"}), "0"),
    ],
    "cloze": [
        (lambda page: cloze_form(page, "Vienna", "1234", "Marzo"), "1"),
        (lambda page: cloze_form(page, "Oslo", "1234", "marzo"), "2/3"),
        (lambda page: cloze_form(page, "Oslo", "3", "maggio"), "0"),
    ],
}
CASES = [(name, make, share) for name, answers in ANSWERS.items() for make, share in answers]


@pytest.mark.parametrize(("name", "make", "share"), CASES, ids=[f"{name} {share}" for name, _make, share in CASES])
def test_an_answer_is_marked_by_its_share_and_told_with_what_was_right(ada, attempt, session, name, make, share):
    place = f"{attempt}/{PLACES[name]}"
    sent = ada.post(place, data=make(soup_of(ada, place)))
    assert sent.status_code == 303
    session.rollback()
    assert str(session.scalars(select(Outcome.fraction)).one()) == share
    page = soup_of(ada, sent.headers["Location"])
    verdict = {"1": "Giusta", "0": "Non è giusta"}.get(share, "Giusta in parte")
    assert page.h1.text == verdict
    told = page.select_one(".ans__c").text
    rights = {"number": ["1234"], "matching": [*RIGHT_PAIRS.values()], "ordering": ["firma", "ratifica"]}
    missing = [word for word in rights.get(name, ["Vienna"]) if word not in told]
    assert share == "1" or not missing


def test_the_evidence_of_a_pair_stands_beside_it_once_answered(ada, attempt):
    place = f"{attempt}/{PLACES['matching']}"
    before = soup_of(ada, place)
    assert before.select(".sort .srcline") == []
    sent = ada.post(place, data=matching_form(before, ONE_WRONG_PAIR))
    told = soup_of(ada, sent.headers["Location"]).select(".sort .srcline")
    assert [quote.text for quote in told] == [SENTENCE]


@pytest.mark.parametrize("name", BODIES)
def test_an_empty_form_is_refused_noted_and_never_marked(ada, attempt, session, name):
    refused = ada.post(f"{attempt}/{PLACES[name]}", data={"seq": "0"})
    assert refused.status_code == 422
    assert "<title>Errore:" in refused.text
    assert "Manca la risposta." in refused.text
    assert (count(session, Response), count(session, Outcome), count(session, AttemptEvent)) == (0, 0, 1)


HALF = {
    "matching": (
        lambda page: matching_form(page, {"La firma": "Vienna"}),
        "Scegli una corrispondenza per ogni elemento.",
    ),
    "ordering": (lambda page: ordering_form(page, {"firma": "1"}), "Dai un posto a ogni voce."),
    "cloze": (lambda page: cloze_form(page, "Vienna", "1234", ""), "Riempi tutte le lacune."),
}


@pytest.mark.parametrize("name", HALF)
def test_half_an_answer_is_refused_and_kept_on_the_page(ada, attempt, session, name):
    make, words = HALF[name]
    place = f"{attempt}/{PLACES[name]}"
    refused = ada.post(place, data=make(soup_of(ada, place)))
    assert refused.status_code == 422
    assert words in refused.text
    page = BeautifulSoup(refused.text, "html.parser")
    kept = [option.text for option in page.select("select option[selected]")]
    assert kept == [{"matching": "Vienna", "ordering": "1", "cloze": "Vienna"}[name]]
    assert count(session, Response) == 0


def test_two_entries_in_one_place_are_refused_by_name(ada, attempt):
    place = f"{attempt}/{PLACES['ordering']}"
    form = ordering_form(soup_of(ada, place), {"firma": "1", "ratifica": "1", "vigore": "2"})
    refused = ada.post(place, data=form)
    assert refused.status_code == 422
    assert "Due voci hanno lo stesso posto" in refused.text


def test_a_word_where_a_number_is_asked_is_refused_by_name(ada, attempt):
    refused = ada.post(f"{attempt}/{PLACES['number']}", data={"seq": "0", "answer": "mille"})
    assert refused.status_code == 422
    assert "Non è un numero" in refused.text
    assert 'value="mille"' in refused.text


@pytest.mark.parametrize(("reading", "share"), [(0, "1"), (1, "0")])
def test_an_ambiguous_number_gets_both_readings_named_and_either_can_be_meant(ada, attempt, session, reading, share):
    place = f"{attempt}/{PLACES['number']}"
    refused = ada.post(place, data={"seq": "0", "answer": "1.234"})
    assert refused.status_code == 422
    assert "1234 (numero intero) o 1,234 (con i decimali)" in refused.text
    assert count(session, Response) == 0
    offered = BeautifulSoup(refused.text, "html.parser").select("input[type=radio][name=answer]")
    assert len(offered) == 2
    assert not [box for box in offered if box.has_attr("checked")]
    sent = ada.post(place, data={"seq": "0", "answer": [offered[reading]["value"], ""]})
    assert sent.status_code == 303
    session.rollback()
    assert str(session.scalars(select(Outcome.fraction)).one()) == share


def test_an_ambiguous_number_in_a_gap_is_asked_again_in_that_gap_alone(ada, attempt):
    place = f"{attempt}/{PLACES['cloze']}"
    refused = ada.post(place, data=cloze_form(soup_of(ada, place), "Vienna", "1.234", "marzo"))
    assert refused.status_code == 422
    page = BeautifulSoup(refused.text, "html.parser")
    asked = [box.name for box in page.select(".cloze .gap")]
    assert asked == ["select", "select", "input"]
    assert [option.text for option in page.select(".cloze .gap")[1].select("option")][1:] == [
        "1234 (numero intero)",
        "1,234 (con i decimali)",
    ]


@pytest.mark.parametrize("mode", [IMMEDIATE, DEFERRED])
def test_nothing_of_the_key_leaves_before_the_answer(ada, given, mode):
    attempt = start(ada, given[mode])
    for n in PLACES.values():
        for address in (f"{attempt}/{n}", f"{attempt}/{n}/outcome", f"{attempt}/results", "/", "/history"):
            answer = ada.get(address, follow_redirects=True)
            assert CANARY.encode() not in answer.data
        assert CANARY not in ada.post(f"{attempt}/{n}", data={"seq": "0"}).text


def test_ids_and_order_of_what_is_on_offer_say_nothing_of_the_key(app, town, ada, given):
    """The public ids are digests, nothing is chosen beforehand, and the order is never the right one."""
    bruno_free = start(ada, given[IMMEDIATE])
    for name, place in PLACES.items():
        page = soup_of(ada, f"{bruno_free}/{place}")
        form = page.select_one("form.stack")
        names = [box["name"] for box in form.select("select, input:not([type=hidden])")]
        assert all(re.fullmatch(r"answer(-[0-9a-f]{8})?", each) for each in names), name
        values = [option["value"] for option in form.select("option") if option["value"]]
        shape = r"[1-9]" if name == "ordering" else r"[0-9a-f]{8}"
        assert all(re.fullmatch(shape, each) for each in values), name
        assert form.select("[selected], [checked]") == []
    steps = [box.span.text for box in soup_of(ada, f"{bruno_free}/{PLACES['ordering']}").select(".sort--place")]
    assert sorted(steps) == ["firma", "ratifica", "vigore"]
    assert steps != ["firma", "ratifica", "vigore"]


def test_a_recorded_answer_stands_in_the_form_of_a_deferred_quiz(ada, given):
    attempt = start(ada, given[DEFERRED])
    for name, answers in ANSWERS.items():
        place = f"{attempt}/{PLACES[name]}"
        ada.post(place, data=answers[0][0](soup_of(ada, place)))
        page = soup_of(ada, place)
        standing = [option.text for option in page.select("option[selected]")]
        standing += [box["value"] for box in page.select("input.typed, input.gap") if box.get("value")]
        assert len(standing) == {"number": 1}.get(name, 3), name


def test_results_shares_and_table_of_the_teacher_hold_the_four_types(app, town, ada, given):
    attempt = start(ada, given[IMMEDIATE])
    for name, answers in ANSWERS.items():
        place = f"{attempt}/{PLACES[name]}"
        ada.post(place, data=answers[1][0](soup_of(ada, place)))
    assert ada.get(f"{attempt}/results").status_code == 200
    assert ada.get("/history").status_code == 200
    giulia = signed_in(app, town.giulia)
    results = f"/assignments/{given[IMMEDIATE]}"
    assert giulia.get(f"{results}/results").status_code == 200
    assert ";0,5;0,67;0,5;0,67" in giulia.get(f"{results}/results.csv").text
    expected = {
        "number": {"1250": False, "1234 stati": True},
        "matching": {"La firma → Vienna": True, "La ratifica → Oslo": False},
        "ordering": {"1. ratifica": False},
        "cloze": {"1. Oslo": False, "2. 1234": True, "3. marzo": True},
    }
    for name, shares in expected.items():
        page = soup_of(giulia, f"{results}/questions/{PLACES[name]}")
        rows = {row.th.contents[0].strip(): bool(row.select(".tag--ok")) for row in page.select("tbody tr")}
        for text, is_key in shares.items():
            assert rows.get(text, is_key if text == "1234 stati" else None) == is_key, (name, rows)

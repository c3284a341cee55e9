"""Marks given again are those of an attempt that had the corrected questions from the start; totals are a pure sum."""

import random
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp import db
from quizapp.attempts import queries as attempts
from quizapp.attempts import service as taking
from quizapp.attempts.models import Purpose
from quizapp.banks import queries as banks
from quizapp.core.answers import DontKnow
from quizapp.core.correcting import Place, same_entries, totals
from quizapp.core.responses import Chosen, ChosenSet, Placed, Typed
from quizapp.core.scoring import Certainty, Scoring
from quizapp.corrections.service import correct
from quizapp.quizzes import queries as quizzes
from quizapp.quizzes.sitting import sitting_of
from tests.build import NOW, make_item
from tests.house import classmates


def with_another_key(item, chance):
    """The item with other answers right, drawn by chance."""
    body = item.body
    if item.type in {"choice", "true_false"}:
        key = chance.choice(body.options).id
        worth = [
            Fraction(1) if each.id == key else chance.choice([Fraction(0), Fraction(-1, 2)]) for each in body.options
        ]
        worth = [min(each, 1) if item.type == "choice" or each == 1 else Fraction(0) for each in worth]
        return replace(item, body=replace(body, options=_worth(body.options, worth)))
    if item.type == "multiple":
        key = chance.sample(range(len(body.options)), chance.randint(1, 2))
        return replace(item, body=replace(body, options=_worth(body.options, [Fraction(n in key) for n in range(3)])))
    if item.type == "text":
        return replace(item, body=replace(body, answers=(replace(body.answers[0], text=chance.choice(WORDS)),)))
    moved = tuple(replace(each, category=chance.randrange(2)) for each in body.statements)
    return replace(item, body=replace(body, statements=moved))


WORDS = ("marzo", "maggio", "luglio")


def _worth(options, worth):
    return tuple(replace(option, fraction=share) for option, share in zip(options, worth, strict=True))


def some_answer(item, chance):
    """An answer by chance: perhaps none, perhaps not to know."""
    body = item.body
    if chance.random() < 0.2:
        return chance.choice([None, DontKnow()])
    if item.type == "text":
        return Typed(chance.choice(WORDS))
    if item.type == "classify":
        return Placed({each.id: chance.choice(body.categories).id for each in body.statements})
    chosen = [each.id for each in body.options]
    return ChosenSet(frozenset(chance.sample(chosen, 2))) if item.type == "multiple" else Chosen(chance.choice(chosen))


def sit(write, work, person, said, feedback):
    """An attempt with these answers and certainties, handed in."""
    work.assignment.feedback = feedback
    places = sitting_of(write, work.assignment, "uguale").places
    attempt = taking.start(write, work.assignment, person, places, purpose=Purpose.GRADED, seed="uguale", now=NOW)
    for n, (answer, sure) in enumerate(said, 1):
        if answer is not None:
            taking.answer(write, attempts.slot_at(write, attempt.public_id, n), 0, answer, NOW, sure)
    write.expire(attempt)
    taking.hand_in(write, attempt, NOW)
    write.flush()
    return attempt


@pytest.mark.parametrize("scoring", list(Scoring))
def test_marked_again_is_marked_afresh(session, town, scoring):
    chance = random.Random(f"correggere {scoring}")  # noqa: S311 - reproducible by design
    (mate, *_others) = classmates(session, town)
    with db.writing(session) as write:
        work = quizzes.by_public_id(write, town.deferred)
        work.assignment.scoring, work.assignment.dont_know, work.assignment.attempts_allowed = scoring, True, None
        bank = banks.bank_by_public_id(write, town.bank)
        for _round in range(4):
            listed = banks.items_of(write, bank)
            sure = [chance.choice(list(Certainty)) if scoring is Scoring.CERTAINTY else None for _each in listed]
            said = [(some_answer(each.item, chance), each_sure) for each, each_sure in zip(listed, sure, strict=True)]
            feedback = chance.choice(["immediate", "deferred"])
            first = sit(write, work, town.ada, said, feedback)
            for each in listed:
                corrected = with_another_key(each.item, chance)
                assert same_entries(each.item, corrected)
                correct(write, each.row, corrected, None, why="Prova.", by=town.giulia, now=NOW)
            afresh = sit(write, work, mate, said, feedback)
            assert facts(write, first) == facts(write, afresh)


def facts(write, attempt):
    """Totals and marks of an attempt, question by question."""
    write.refresh(attempt)
    whole = (attempt.size, attempt.answered, attempt.right, attempt.mark, attempt.maximum, attempt.share)
    return whole, [(row.fraction, row.mark) for row in attempts.slots_with_outcomes(write, attempt.id)]


shares = st.fractions(-1, 1, max_denominator=6)
places = st.builds(
    Place,
    points=st.sampled_from([Fraction(1), Fraction(2), Fraction(1, 2)]),
    answered=st.booleans(),
    fraction=shares,
    mark=shares,
    withdrawn=st.booleans(),
)


@given(st.lists(places, max_size=8), st.sampled_from(Scoring))
def test_totals_leave_out_what_was_withdrawn_as_if_it_had_never_been_asked(found, scoring):
    left = [each for each in found if not each.withdrawn]
    assert totals(found, scoring, finished=True) == totals(left, scoring, finished=True)
    whole = totals(found, scoring, finished=True)
    assert (whole.size, whole.maximum) == (len(left), sum((each.points for each in left), Fraction(0)))
    raw = sum((each.mark for each in left), Fraction(0))
    assert whole.mark == (raw if scoring in {Scoring.PLAIN, Scoring.CERTAINTY} else max(raw, Fraction(0)))


@pytest.mark.parametrize(
    ("changes", "same"),
    [
        ({"options": [{"text": "Vienna"}, {"text": "Ginevra", "fraction": 1}, {"text": "Roma"}]}, True),
        ({"options": [{"text": "A Vienna"}, {"text": "Ginevra"}, {"text": "Roma", "fraction": 1}]}, True),
        ({"options": [{"text": "Roma"}, {"text": "Vienna", "fraction": 1}, {"text": "Ginevra"}]}, True),
        ({"options": [{"text": "Vienna", "fraction": 1}, {"text": "Ginevra"}]}, False),
        ({"options": [{"text": t, "fraction": int(t == "Roma")} for t in ("Vienna", "Roma", "Riga", "Oslo")]}, False),
        ({"type": "true_false", "options": [{"text": "true", "fraction": 1}, {"text": "false"}]}, False),
    ],
)
def test_what_is_a_correction_and_what_another_question(changes, same):
    old = make_item()
    assert same_entries(old, make_item(**changes).after(old)) is same

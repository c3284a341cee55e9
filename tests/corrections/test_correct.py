"""The key was wrong: seen before it is done, done in one go, told to who may know, and taken back exactly."""

import datetime
from fractions import Fraction

import pytest
from sqlalchemy import func, select

from quizapp import db
from quizapp.accounts.models import User
from quizapp.attempts.models import Attempt, Outcome
from quizapp.banks.models import Bank, ItemVersion
from quizapp.banks.queries import bank_by_public_id, items_of
from quizapp.notices.models import Notice
from quizapp.quizzes import queries as quizzes
from quizapp.quizzes.models import Assignment
from quizapp.quizzes.service import Delivery, assign, make_quiz
from tests.build import NOW, form_of, signed_in
from tests.corrections.conftest import acts, outcomes, say, standing
from tests.house import answer_all, begin, classmates

ENGLISH = {"Accept-Language": "en"}


@pytest.fixture
def answered(ada, town):
    """Ada has said Ginevra, and answered the rest of the immediate quiz wrongly; its address."""
    place = begin(ada, town.immediate)
    say(ada, f"{place}/1", "Ginevra")
    return place


def test_the_dry_run_names_every_student_with_old_and_new_marks_and_stores_nothing(app, session, town, answered, press):
    (mate, *_rest) = classmates(session, town)
    carla = signed_in(app, mate)
    say(carla, f"{begin(carla, town.deferred)}/1", "Vienna")
    carla.post(f"/q/{session.scalars(select(Attempt.public_id).where(Attempt.user_id == mate)).one()}/hand-in")
    before, count = standing(session), session.scalar(select(func.count()).select_from(Outcome))
    page = press("correct", key="1").text
    assert page.index("Ada") < page.index("0 → 1")
    assert page.index("Carla") < page.index("1 → 0")
    assert "2 voti cambiano" in page or "2 punteggi cambiano" in page
    assert standing(session) == before
    assert session.scalar(select(func.count()).select_from(Outcome)) == count
    assert not acts(session)


def test_applied_every_answer_has_a_further_outcome_and_the_totals_follow(session, town, answered, correct):
    assert correct().status_code == 303
    assert outcomes(session) == [(1, 0, 1, "answer"), (2, 1, 1, "corrected")]
    assert standing(session) == [("open", 5, 1, 1, 1, 5)]
    (act,) = acts(session)
    assert (act.act, act.why, act.by_id, act.touched) == ("corrected", "Fu firmato a Ginevra.", town.giulia, 1)


def test_an_open_attempt_is_marked_with_it_from_then_on_though_its_slot_stays(ada, session, town, correct):
    place = begin(ada, town.immediate)
    correct()
    told = ada.get(say(ada, f"{place}/1", "Ginevra").headers["Location"]).text
    assert "verdict--ok" in told
    assert "è stata corretta" in told
    slot_version, marked_with = session.execute(
        select(ItemVersion.number, Outcome.item_version_id)
        .join(Outcome, Outcome.position == 1)
        .order_by(ItemVersion.id)
    ).first()
    assert slot_version == 1
    assert session.get(ItemVersion, marked_with).number == 2


def test_a_deferred_attempt_is_marked_with_it_at_hand_in_by_its_last_answer(ada, session, town, correct):
    place = begin(ada, town.deferred)
    say(ada, f"{place}/1", "Vienna")
    say(ada, f"{place}/1", "Ginevra")
    correct()
    assert outcomes(session) == []
    ada.post(f"{place}/hand-in")
    assert outcomes(session) == [(1, 1, 1, "answer")]


def test_an_attempt_begun_afterwards_asks_the_corrected_question(ada, session, town, press):
    press("apply", key="1", stem="In quale città fu firmata l’intesa del 2024?", why="La città era sbagliata.")
    assert "firmata l’intesa" in ada.get(f"{begin(ada, town.immediate)}/1").text


def test_a_mark_given_by_hand_stays_and_the_dry_run_says_so(ada, giulia, session, town, press, correct):
    place = begin(ada, town.deferred)
    say(ada, f"{place}/1", "Vienna")
    ada.post(f"{place}/hand-in")
    attempt = place.rsplit("/", 1)[1]
    at = f"/assignments/{town.deferred}/attempts/{attempt}/marks/1"
    assert giulia.post(at, data={"mark": "0,5", "why": "Metà."}).status_code == 303
    page = press("correct", key="1").text
    assert "dato a mano" in page
    correct()
    assert outcomes(session) == [(1, 1, 1, "answer"), (2, Fraction(1, 2), 1, "by hand")]
    assert standing(session)[0][4] == Fraction(1, 2)


def test_undo_restores_every_outcome_and_total_and_is_logged(ada, giulia, session, town, answered, correct, undo):
    before = standing(session)
    correct()
    assert standing(session) != before
    assert undo().status_code == 303
    assert standing(session) == before
    assert outcomes(session) == [(1, 0, 1, "answer"), (2, 1, 1, "corrected"), (3, 0, 1, "answer")]
    (act,) = acts(session)
    assert act.undone_by == town.giulia
    assert undo().status_code == 409
    page = giulia.get(f"/items/{town.item}").text
    assert "Vienna" in page[page.index('class="good"') :][:400]


def test_undo_marks_what_was_answered_since_as_if_nothing_had_been_corrected(ada, session, town, correct, undo):
    place, again = begin(ada, town.immediate), begin(ada, town.deferred)
    correct()
    say(ada, f"{place}/1", "Ginevra")
    say(ada, f"{again}/1", "Ginevra")
    undo()
    ada.post(f"{again}/hand-in")
    assert [row[4] for row in standing(session)] == [0, 0]


@pytest.mark.parametrize(
    ("scoring", "sure", "marks"),
    [
        ("certainty", "3", (-2, 1)),
        ("certainty", "1", (0, Fraction(1, 3))),
        ("chance", None, (0, 1)),
        ("plain", None, (0, 1)),
    ],
)
def test_it_holds_under_certainty_and_costs(ada, session, town, bound, correct, scoring, sure, marks):
    before, after = marks
    bound(scoring=scoring)
    place = begin(ada, town.deferred)
    say(ada, f"{place}/1", "Ginevra", **({"answer-certainty": sure} if sure else {}))
    ada.post(f"{place}/hand-in")
    assert standing(session)[0][4] == before
    correct()
    assert standing(session)[0][4] == after


def test_not_to_know_and_no_answer_earn_nothing_under_any_key(ada, session, town, bound, correct):
    bound(dont_know=True, scoring="1/2")
    for more in ({}, {"answer-unknown": "1"}):
        place = begin(ada, town.deferred)
        if more:
            ada.post(f"{place}/1", data={"seq": "0", **more})
        ada.post(f"{place}/hand-in")
    correct()
    assert [row[4] for row in standing(session)] == [0, 0]
    assert outcomes(session)[-1] == (2, 0, 1, "corrected")


def test_one_that_adds_or_takes_away_an_answer_is_refused_with_a_sentence(session, town, answered, press):
    for button in ("correct", "apply"):
        answer = press(button, **{"options-2-text": "", "options-2-feedback": "", "why": "Meno risposte."})
        assert answer.status_code == 422
        assert "un’altra domanda" in answer.text
    assert not acts(session)


def test_without_a_reason_nothing_is_done(session, answered, correct):
    answer = correct(why=" ")
    assert answer.status_code == 422
    assert not acts(session)


def test_two_who_correct_at_once_do_not_overwrite_each_other(session, answered, press, giulia, edit, correct):
    stale = {**form_of(giulia.get(edit).text, edit), "key": "2", "save": "apply", "why": "No, Roma."}
    correct()
    assert giulia.post(edit, data=stale).status_code == 409
    assert len(acts(session)) == 1


@pytest.mark.parametrize("seen", [True, False])
def test_the_student_reads_it_when_the_mark_may_be_seen_and_never_before(ada, session, town, correct, seen):
    if not seen:
        with db.writing(session) as write:
            work = write.scalars(select(Assignment).where(Assignment.public_id == town.immediate)).one()
            work.release = dict.fromkeys(("score", "correctness", "key", "explanation"), "never")
    place = begin(ada, town.immediate)
    answer_all(ada, place, 5, 0, leave=1)
    say(ada, f"{place}/1", "Ginevra")
    correct(why="Il testo dice Ginevra, parola d’ordine.")
    assert ("parola d’ordine" in ada.get("/notices").text) is seen
    session.rollback()
    assert session.scalar(select(func.count()).select_from(Notice).where(Notice.user_id == town.ada)) == int(seen)


def test_a_colleague_whose_class_was_reached_hears_of_it_and_no_name_of_another_class_is_shown(
    app, session, town, press, giulia
):
    ada, marco = signed_in(app, town.ada), signed_in(app, town.marco)
    say(ada, f"{begin(ada, town.immediate)}/1", "Ginevra")
    with db.writing(session) as write:
        write.scalars(select(Bank).where(Bank.public_id == town.bank)).one().owner_id = town.marco
    at = f"/items/{town.item}/edit"
    sent = {**form_of(marco.get(at).text, at), "key": "1"}
    dry = marco.post(at, data={**sent, "save": "correct"}).text
    assert "Ada" not in dry
    assert "classi non tue" in dry or "classe non tua" in dry
    assert marco.post(at, data={**sent, "save": "apply", "why": "Era Ginevra."}).status_code == 303
    assert "Era Ginevra." in giulia.get("/notices").text


def test_only_who_may_edit_the_bank_may_correct(app, session, town, answered, press, ada):
    assert press("apply", client=ada, key="1", why="…").status_code in {403, 404}
    assert press("apply", client=signed_in(app, town.marco), key="1", why="…").status_code == 403
    assert not acts(session)


def test_teacher_pages_read_the_corrected_key(giulia, session, town, answered, correct):
    correct()
    attempt = session.scalars(select(Attempt.public_id)).one()
    assert "domanda corretta" in giulia.get(f"/assignments/{town.immediate}/attempts/{attempt}").text
    assert session.scalar(select(User.name).where(User.id == town.ada)) == "Ada"


def test_the_page_over_all_uses_shows_versions_apart_and_together(app, ada, giulia, session, town, press):
    at = f"/items/{town.item}/analysis"
    answer_all(ada, begin(ada, town.immediate), 5, 0)
    assert "Versione per versione" not in giulia.get(at).text
    press("ready", stem="In quale città fu firmata l’intesa del 2024?")
    with db.writing(session) as write:
        given = quizzes.by_public_id(write, town.immediate)
        newest = [each.version.id for each in items_of(write, bank_by_public_id(write, town.bank))]
        quiz = make_quiz(
            write,
            1,
            title="Ancora",
            lang="it",
            article_id=None,
            item_version_ids=newest,
            owner_id=town.giulia,
            now=NOW,
        )
        again = assign(write, quiz, given.assignment.class_id, Delivery(), by=town.giulia, now=NOW).public_id
    carla = signed_in(app, classmates(session, town)[0])
    answer_all(carla, begin(carla, again), 5, 0)
    page = giulia.get(at).text
    apart = page[page.index("Versione per versione") :]
    assert apart.index("Versione 2") < apart.index("Versione 1")
    assert "2 risposte" in page


def test_a_key_that_was_mended_and_saved_first_still_reaches_the_marks(session, town, answered, press, giulia, edit):
    assert press("ready", key="1").status_code == 303
    assert "0 → 1" in press("correct").text
    assert press("apply", why="Fu firmato a Ginevra.").status_code == 303
    assert outcomes(session) == [(1, 0, 1, "answer"), (2, 1, 1, "corrected")]


def test_a_key_that_was_mended_and_saved_first_reaches_who_has_not_answered_yet(ada, session, town, press):
    place = begin(ada, town.immediate)
    assert press("ready", key="1").status_code == 303
    assert press("apply", why="Fu firmato a Ginevra.").status_code == 303
    assert "verdict--ok" in ada.get(say(ada, f"{place}/1", "Ginevra").headers["Location"]).text


def test_with_nothing_changed_there_is_nothing_to_correct(session, answered, press):
    assert press("correct").status_code == 303
    assert press("apply", why="Niente.").status_code == 303
    assert not acts(session)


def test_the_log_of_a_bank_tells_no_student_of_a_question_that_is_still_to_come(ada, giulia, town, bound, correct):
    log, stem = f"/banks/{town.bank}/corrections", "In quale città fu firmato"
    assert correct().status_code == 303
    bound(opens_at=NOW + datetime.timedelta(days=1))
    assert ada.get(log).status_code == 200
    assert stem not in ada.get(log).text
    assert stem in giulia.get(log).text
    bound(opens_at=None)
    place = begin(ada, town.immediate)
    assert stem in ada.get(log).text, "she has it before her"
    assert "Fu firmato a Ginevra." not in ada.get(log).text
    answer_all(ada, place, 5, 0)
    ada.post(f"{begin(ada, town.deferred)}/hand-in")
    assert "Fu firmato a Ginevra." in ada.get(log).text


def test_who_saves_another_key_of_an_answered_question_is_told_that_marks_stay(giulia, edit, answered, press):
    def told(**fields):
        return giulia.get(press("ready", **fields).headers["Location"]).text

    stay = "I punteggi già dati restano come sono."
    assert stay not in told(stem="Dove fu firmato il trattato del 3 marzo 2024, in quale città?")
    assert stay in told(key="1")


def test_who_saves_another_key_of_a_question_that_nobody_answered_is_told_nothing_of_marks(giulia, press):
    page = giulia.get(press("ready", key="1").headers["Location"]).text
    assert "Salvato." in page
    assert "I punteggi già dati" not in page


def test_the_days_of_a_version_are_written_as_days(giulia, town, press):
    press("ready", as_of="2024-03-01")
    changes = giulia.get(f"/items/{town.item}/versions").text
    assert "1º marzo 2024" in changes
    assert "2024-03-01" not in changes

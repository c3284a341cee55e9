"""Who may do what to what: the whole table, person by person."""

import pytest

from quizapp.core.policy import POLICY, Action, Identity, Role, Thing, knows, may

ADA, BRUNO, GIULIA, NINO, MARCO, ADMIN, LEO, ZOE, ZED = range(1, 10)
PEOPLE = [
    *(Identity(each, 1, Role.STUDENT, "-") for each in (ADA, BRUNO)),
    *(Identity(each, 1, Role.TEACHER, "-") for each in (GIULIA, NINO, MARCO)),
    Identity(ADMIN, 1, Role.ADMIN, "-"),
    Identity(LEO, 2, Role.STUDENT, "-"),
    Identity(ZOE, 2, Role.TEACHER, "-"),
    Identity(ZED, 2, Role.ADMIN, "-"),
]
"""Of the school of the thing at hand a student who has to do with it and one who has not, its teacher, one of the same
class and one of another, who administers; and three of another school, of whom lists name two by mistake."""
THINGS = [
    Thing(1, owner, frozenset({GIULIA, NINO, ZOE}), frozenset({ADA, LEO}), shared)
    for owner in (GIULIA, ADA, ZOE)
    for shared in (False, True)
]
"""Giulia's, kept to herself and shared; Ada's; and what is said to be of somebody of another school."""
MAY = {
    Action.USE: "ooooooooo ooooooooo ooooooooo ooooooooo ooooooooo ooooooooo",
    Action.TEACH: "--oooo-oo --oooo-oo --oooo-oo --oooo-oo --oooo-oo --oooo-oo",
    Action.ANSWER: "--o------ --o------ o-------- o-------- -------o- -------o-",
    Action.SEE_ATTEMPT: "--oo-o--- --oo-o--- o-oo-o--- o-oo-o--- --oo-o-o- --oo-o-o-",
    Action.START: "o-------- o-------- o-------- o-------- o-------- o--------",
    Action.SEE_RESULTS: "--oo-o--- --oo-o--- --oo-o--- --oo-o--- --oo-o--- --oo-o---",
    Action.RUN_ASSIGNMENT: "--oo-o--- --oo-o--- --oo-o--- --oo-o--- --oo-o--- --oo-o---",
    Action.REPORT: "--o------ --o------ o-------- o-------- -------o- -------o-",
    Action.ANSWER_REPORTS: "--oo-o--- --oo-o--- --oo-o--- --oo-o--- --oo-o--- --oo-o---",
    Action.SEE_PEOPLE: "--oooo-oo --oooo-oo --oooo-oo --oooo-oo --oooo-oo --oooo-oo",
    Action.MAKE_PERSON: "--oooo-oo --oooo-oo --oooo-oo --oooo-oo --oooo-oo --oooo-oo",
    Action.MANAGE_PERSON: "-----o--- --oooo--- -----o--- --oooo--- -----o--- --oooo---",
    Action.ERASE_PERSON: "-----o--- -----o--- -----o--- -----o--- -----o--- -----o---",
    Action.SEE_CLASS: "--oo-o--- --oo-o--- --oo-o--- --oo-o--- --oo-o--- --oo-o---",
    Action.SEE_BANK: "--o--o--- --oooo--- -----o--- --oooo--- -----o--- --oooo---",
    Action.EDIT_BANK: "--o--o--- --o--o--- -----o--- -----o--- -----o--- -----o---",
    Action.SEE_CORRECTIONS: "o-oo-o--- o-oooo--- o-oo-o--- o-oooo--- o-oo-o--- o-oooo---",
    Action.CORRECT_ARTICLE: "--o------ --o------ --------- --------- --------- ---------",
    Action.SEE_QUIZ: "--o--o--- --o--o--- -----o--- -----o--- -----o--- -----o---",
    Action.EDIT_QUIZ: "--o--o--- --o--o--- -----o--- -----o--- -----o--- -----o---",
    Action.READ_ARTICLE: "o-o--o--- o-oooo--- o----o--- o-oooo--- o----o--- o-oooo---",
    Action.WORK_ON_ARTICLE: "--o------ --o------ --------- --------- --------- ---------",
    Action.SET_UP_SCHOOL: "-----o--o -----o--o -----o--o -----o--o -----o--o -----o--o",
    Action.RUN_INSTALLATION: "-----o--o -----o--o -----o--o -----o--o -----o--o -----o--o",
    Action.SEE_JOB: "--o------ --o------ o-------- o-------- --------- ---------",
    Action.SEE_UPLOAD: "--o------ --o------ --------- --------- --------- ---------",
}
KNOWS = "o-oo-o--- o-oooo--- o-oo-o--- o-oooo--- o-oo-o-o- o-oooo-o-"


@pytest.mark.parametrize("action", Action)
def test_the_policy_is_the_table(action):
    assert action in POLICY
    found = ["".join("o" if may(who, action, what) else "-" for who in PEOPLE) for what in THINGS]
    assert found == MAY[action].split()


def test_only_who_sees_a_thing_in_another_way_hears_that_it_is_there():
    assert ["".join("o" if knows(who, what) else "-" for who in PEOPLE) for what in THINGS] == KNOWS.split()


@pytest.mark.parametrize("action", [Action.USE, Action.SEE_JOB, Action.ANSWER])
def test_without_an_object_it_is_ones_own(action):
    assert all(may(who, action) for who in PEOPLE)


@pytest.mark.parametrize(
    ("name", "initials"), [("Giulia De Santis", "GS"), ("ada", "A"), ("Anna  Rossi", "AR"), ("", "")]
)
def test_initials_are_those_of_the_first_and_the_last_name(name, initials):
    who = Identity(1, 1, Role.STUDENT, name)
    assert (who.initials, who.text_size, who.text_spacing) == (initials, 0, 0)

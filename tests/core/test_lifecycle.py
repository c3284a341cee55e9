"""Where an item version may go, and what may be asked on a given day."""

from datetime import date
from itertools import product

import pytest

from quizapp.core.lifecycle import Standing, Status, Timing, Unfit, deliverable, may_move, overdue, selectable, unfit

TODAY = date(2026, 11, 24)
PAST, FUTURE = date(2026, 11, 23), date(2026, 11, 25)
ALLOWED = {
    "draft in_review",
    "draft retired",
    "in_review draft",
    "in_review ready",
    "in_review retired",
    "ready retired",
    "retired in_review",
}


def _standing(status="ready", timing="current", review_by=FUTURE, **known):
    return Standing(Status(status), Timing(timing), review_by, **known)


@pytest.mark.parametrize(("before", "after"), list(product(Status, Status)))
def test_only_the_moves_of_the_table_are_allowed(before, after):
    assert may_move(before, after) is (f"{before} {after}" in ALLOWED)


@pytest.mark.parametrize(
    ("standing", "late", "delivered", "selected"),
    [
        (_standing(), False, True, True),
        (_standing(review_by=TODAY), False, True, True),
        (_standing(review_by=PAST), True, True, False),
        (_standing(timing="dated", review_by=PAST), False, True, True),
        (_standing(superseded=True), False, False, False),
        (_standing(timing="dated", superseded=True), False, True, True),
        (_standing(evidence_broken=True), False, False, False),
        (_standing(timing="dated", evidence_broken=True), False, False, False),
        (_standing(status="in_review"), False, False, False),
        (_standing(status="draft"), False, False, False),
        (_standing(status="retired"), False, False, False),
    ],
)
def test_a_version_is_asked_only_while_it_stands(standing, late, delivered, selected):
    assert (overdue(standing, TODAY), deliverable(standing), selectable(standing, TODAY)) == (
        late,
        delivered,
        selected,
    )


@pytest.mark.parametrize(
    ("standing", "reason"),
    [
        (_standing(), None),
        (_standing(review_by=PAST), Unfit.OVERDUE),
        (_standing(timing="dated", review_by=PAST, superseded=True), None),
        (_standing(superseded=True, review_by=PAST), Unfit.SUPERSEDED),
        (_standing(evidence_broken=True, superseded=True), Unfit.BROKEN),
        (_standing(status="in_review", review_by=PAST), Unfit.STATUS),
    ],
)
def test_what_may_not_be_chosen_says_its_gravest_reason(standing, reason):
    assert unfit(standing, TODAY) is reason


@pytest.mark.parametrize(
    "standing",
    [
        _standing(status, timing, review_by, superseded=superseded, evidence_broken=broken)
        for status, timing, review_by, superseded, broken in product(
            Status, Timing, (None, PAST, TODAY, FUTURE), (False, True), (False, True)
        )
    ],
)
def test_what_is_selectable_has_no_reason_against_it(standing):
    assert selectable(standing, TODAY) is (unfit(standing, TODAY) is None)

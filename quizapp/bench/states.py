"""The states of a draft and the acts between them."""

from enum import StrEnum


class State(StrEnum):
    """What has been decided on a draft; `editing` until its item is active."""

    TODO = "todo"
    EDITING = "editing"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


class Act(StrEnum):
    """What a person does to a draft."""

    ACCEPT = "accept"
    EDIT = "edit"
    REJECT = "reject"
    UNDO = "undo"
    APPROVE = "approve"


MOVES: dict[tuple[State, Act], State] = {
    (State.TODO, Act.ACCEPT): State.ACCEPTED,
    (State.TODO, Act.EDIT): State.EDITING,
    (State.TODO, Act.REJECT): State.REJECTED,
    (State.EDITING, Act.ACCEPT): State.ACCEPTED,
    (State.EDITING, Act.REJECT): State.REJECTED,
    (State.EDITING, Act.UNDO): State.TODO,
    (State.ACCEPTED, Act.UNDO): State.TODO,
    (State.ACCEPTED, Act.APPROVE): State.ACCEPTED,
    (State.REJECTED, Act.UNDO): State.TODO,
}

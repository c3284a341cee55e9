"""What became of an answer that the page's own script sent, in one word; a person is shown a page instead."""

from enum import StrEnum

from flask import jsonify, request, url_for
from werkzeug.wrappers import Response

from quizapp.web.guard import remember

_JSON = "application/json"


class Word(StrEnum):
    """`saved` alone is an acknowledgement; after any other word the sender still holds the answer."""

    SAVED = "saved"
    UNREADABLE = "unreadable"
    CONFLICT = "conflict"
    """Another answer is recorded, or no more are taken."""
    SIGN_IN = "sign-in"
    STALE = "stale"
    """The form is of another session: the page must be read anew."""
    UNSAVED = "unsaved"
    """The server can record nothing now; the same may go well in a moment."""


_CODES = {
    Word.SAVED: 200,
    Word.UNREADABLE: 422,
    Word.CONFLICT: 409,
    Word.SIGN_IN: 401,
    Word.STALE: 400,
    Word.UNSAVED: 503,
}


def by_script() -> bool:
    """Whether the page's script is asking, and keeps the answer until it hears `saved`."""
    return request.headers.get("Accept", "").startswith(_JSON)


def word(said: Word, goes_on: str = "") -> Response:
    """The word, and the page to go on to."""
    answer = jsonify(word=said, goes_on=goes_on)
    answer.status_code = _CODES[said]
    return answer


def sign_in_first(place: str) -> Response:
    """The session is dead: the sender keeps its answer, and comes back to `place` once signed in."""
    remember(next=place)
    return word(Word.SIGN_IN, url_for("accounts.sign_in"))

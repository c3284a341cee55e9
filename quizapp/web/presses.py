"""What one press of a button makes is one thing, though its form is sent several times, as by a double click.

The token of a page's form is new each time the page is shown, so it names the press together with what the form says:
the thing made is called after it, and who sends the same again is led to what is there.
"""

import hmac
import json
from collections.abc import Callable
from typing import Any, TypeVar, cast

from flask import request
from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp.db import Model, id_from, public_id
from quizapp.web.guard import me
from quizapp.web.settings import secret_key

_TOKEN = "csrf_token"  # noqa: S105 - the name of a field


Row = TypeVar("Row", bound=Model)


def once(db: Session, kind: type[Row], make: Callable[[], Row]) -> Row:
    """What this press makes, or has made already; inside a write transaction that waits for all others."""
    name = name_of_press(kind.__name__)
    found = db.scalar(select(kind).where(kind.__table__.c.public_id == name))
    if found is not None:
        return found
    made: Any = make()
    made.public_id = name
    return cast("Row", made)


def name_of_press(what: str) -> str:
    """The public id of `what` this press makes: the same for the same form of the same person, random without a token,
    and no more to be guessed than a random one."""
    if not request.form.get(_TOKEN):
        return public_id()
    said = json.dumps([what, request.path, me().id, sorted(request.form.items(multi=True))])
    return id_from(hmac.digest(secret_key().encode(), said.encode(), "sha256"))

"""Verbs on uploads: keep what was read from a file, and put it in a bank, once and as a whole."""

import base64
import datetime
import hashlib
import json
import re
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from quizapp.accounts.models import User
from quizapp.banks.filling import EMPTY, Made, Place, make, place_in, put_in, sign_of
from quizapp.banks.models import Bank
from quizapp.banks.service import BankHead, make_bank
from quizapp.core.items import Item
from quizapp.core.problems import Problem
from quizapp.core.wording import Wording
from quizapp.exchange import queries
from quizapp.exchange.landing import Brought, Landing, fingerprint, landed, landing, language_of
from quizapp.exchange.models import Upload
from quizapp.formats.apart import Reading, dumped, loaded
from quizapp.formats.exchange import Found, Imported

KEPT = datetime.timedelta(days=7)
"""How long a file waits for its teacher's word."""
MOST_WAITING = 10
"""How many files of one teacher wait at once."""
_LEFT = Wording(
    "la frase dell’articolo non viene con la domanda: va indicata di nuovo",
    "the sentence of the article does not come with the question: it has to be marked again",
)
_CONTROLS = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")
"""What a name of a file brings along that no name has, and PostgreSQL refuses."""
IN_A_JOB = 200
"""From so many questions on a job brings them in, and says how far it is."""
MADE = 90
"""How far it is, in percent, when every row is made and the transaction begins."""


@dataclass(frozen=True, slots=True)
class Done:
    """What bringing a file in did."""

    bank: Bank
    added: int
    known: int


def packed(reading: Reading) -> str:
    """What was read from a file as it is kept."""
    return base64.b64encode(zlib.compress(json.dumps(dumped(reading)).encode(), 6)).decode("ascii")


def unpacked(upload: Upload) -> Reading:
    """What was read from an upload's file, its questions as they will land."""
    data: Any = json.loads(zlib.decompress(base64.b64decode(upload.content))) if upload.content else None
    found = loaded(data) or Reading(None, Imported((), ()))
    lang = language_of(found.imported.items)
    items = tuple(landed(item, lang) for item in found.imported.items)
    left = tuple(_unproven(place) for place, item in numbered(found) if item.spans)
    return Reading(found.format, Imported(items, found.imported.problems + left))


def _unproven(place: int) -> Found:
    return Found(Problem("evidence-left", (), _LEFT, {}, "warning"), place, element="evidence")


def keep(session: Session, reading: Reading, data: bytes, *, name: str, user_id: int, now: datetime.datetime) -> Upload:
    """Keep what was read from a file until its teacher says what is to become of it."""
    forget(session, user_id, now)
    upload = Upload(
        user_id=user_id,
        name=_CONTROLS.sub("", name)[:200] or "?",
        digest=hashlib.sha256(data).hexdigest(),
        format=reading.format or "",
        size=len(reading.imported.items),
        content=packed(reading),
        created_at=now,
    )
    session.add(upload)
    session.flush()  # the page goes by its public id
    return upload


def forget(session: Session, user_id: int, now: datetime.datetime) -> None:
    """Give up what has waited too long, and a teacher's oldest where too many wait."""
    waiting = Upload.done_at.is_(None)
    session.execute(delete(Upload).where(waiting, Upload.created_at < now - KEPT, Upload.wish.is_(None)))
    wanted = (
        select(Upload.id).where(waiting, Upload.user_id == user_id, Upload.wish.is_(None)).order_by(Upload.id.desc())
    )
    session.execute(delete(Upload).where(Upload.id.in_(list(session.scalars(wanted))[MOST_WAITING - 1 :])))


def drop(session: Session, upload: Upload) -> None:
    """Give up a file that is not to go anywhere."""
    if upload.done_at is None:
        session.delete(upload)


def prepared(upload: Upload) -> list[Brought]:
    """The questions of an upload as they would land: what takes time, done before the transaction begins."""
    return [Brought(place, item, fingerprint(item)) for place, item in numbered(unpacked(upload))]


def lands(session: Session, questions: Sequence[Brought], bank: Bank | None) -> Landing:
    """Which of the questions would land in a bank, or in a new one."""
    there = queries.held(session, bank)
    return landing(questions, there.marks, there.numbers)


def numbered(reading: Reading) -> list[tuple[int, Item]]:
    """The questions with their numbers in the file, which their ids count where a foreign file has none."""
    refused = {each.index for each in reading.imported.problems if each.severity == "error" and each.index}
    places = (place for place in range(1, len(reading.imported.items) + len(refused) + 1) if place not in refused)
    return list(zip(places, reading.imported.items, strict=False))


@dataclass(frozen=True, slots=True)
class Ready:
    """What of an upload lands in its bank, with its rows; `place` is how the bank was when they were made."""

    questions: Sequence[Brought]
    found: Landing
    made: Sequence[Made]
    place: Place


def ready(
    session: Session,
    upload: Upload,
    questions: Sequence[Brought],
    bank: Bank | None,
    *,
    now: datetime.datetime,
    reach: Callable[[int], None] = lambda _percent: None,
) -> Ready:
    """The questions of an upload (`prepared`) with their rows in a bank, or in a new one: made before the transaction.

    `reach` hears how far it is, from 0 to `MADE`.
    """
    place = place_in(session, bank) if bank else EMPTY
    found = lands(session, questions, bank)
    made = make(
        [(each.item, each.mark) for each in found.new],
        place,
        now=now,
        author_id=upload.user_id,
        reach=lambda count: reach(MADE * count // len(found.new)),
    )
    return Ready(questions, found, made, place)


def bring_in(
    session: Session,
    upload: Upload,
    this: Ready,
    target: Bank | BankHead,
    *,
    school_id: int,
    now: datetime.datetime,
    reach: Callable[[int], None] = lambda _percent: None,
) -> Done | None:
    """Put the questions of an upload in a bank, or in a new one; None where that was done before.

    Whatever the file says, every question lands in review; what the bank has already stays as it is, also what came
    since the rows were made. `reach` hears how far it is, from `MADE` to 100.
    """
    upload = queries.held_fast(session, upload.id)
    if upload.done_at is not None or upload.content is None:
        return None
    if isinstance(target, BankHead):
        bank = make_bank(session, school_id, target, owner_id=upload.user_id, now=now)
    else:
        bank = target
    if sign_of(session, bank) != this.place.sign:
        this = ready(session, upload, this.questions, bank, now=now)
    put_in(session, bank, this.made, reach=lambda count: reach(MADE + (100 - MADE) * count // len(this.made)))
    upload.bank_id, upload.done_at, upload.content, upload.wish = bank.id, now, None, None
    return Done(bank, len(this.made), len(this.found.known))


def wished(session: Session, upload: Upload) -> tuple[Bank | BankHead, int] | None:
    """Where its teacher has asked a job to put an upload, and in which school; None where nothing is asked any more."""
    wish = upload.wish or {}
    bank = session.get(Bank, wish["bank"]) if "bank" in wish else None
    school = session.scalar(select(User.school_id).where(User.id == upload.user_id))
    if not wish or school is None:
        return None
    title = str(wish.get("title") or upload.name)
    return bank or BankHead(title, language_of(unpacked(upload).imported.items)), school

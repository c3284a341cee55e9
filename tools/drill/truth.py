"""What the database holds in the end, beside what the server acknowledged."""

from dataclasses import dataclass, field
from typing import Any

from flask import Flask
from sqlalchemy import Engine, text

_ROWS = text(
    "SELECT a.public_id, r.position, r.seq FROM response r JOIN attempt a ON a.id = r.attempt_id ORDER BY 1, 2, 3"
)
_BROKEN = {
    "attempts whose count of answers is not theirs": (
        "SELECT count(*) FROM attempt a WHERE a.answered <> (SELECT count(DISTINCT r.position) FROM response r"
        " WHERE r.attempt_id = a.id)"
    ),
    "answers told at once and without a mark": (
        "SELECT count(*) FROM response r JOIN attempt a ON a.id = r.attempt_id WHERE a.feedback = 'immediate'"
        " AND NOT EXISTS (SELECT 1 FROM outcome o WHERE o.attempt_id = r.attempt_id AND o.position = r.position"
        " AND o.seq = r.seq)"
    ),
    "places of a closed attempt without a mark, or with more than one": (
        "SELECT count(*) FROM slot s JOIN attempt a ON a.id = s.attempt_id WHERE a.state <> 'open' AND 1 <>"
        " (SELECT count(*) FROM outcome o WHERE o.attempt_id = s.attempt_id AND o.position = s.position)"
    ),
    "marks of a closed attempt that are not of the last answer": (
        "SELECT count(*) FROM slot s JOIN attempt a ON a.id = s.attempt_id WHERE a.state <> 'open'"
        " AND coalesce((SELECT max(r.seq) FROM response r WHERE r.attempt_id = s.attempt_id"
        " AND r.position = s.position), 0)"
        " <> coalesce((SELECT max(o.seq) FROM outcome o WHERE o.attempt_id = s.attempt_id"
        " AND o.position = s.position), 0)"
    ),
    "students with two open attempts of one assignment": (
        "SELECT count(*) FROM (SELECT 1 FROM attempt WHERE state = 'open' GROUP BY user_id, assignment_id, purpose"
        " HAVING count(*) > 1) twice"
    ),
}


@dataclass
class Answers:
    """The responses that a drill was told of: by attempt and position, the numbers acknowledged."""

    acknowledged: dict[tuple[str, int], set[int]] = field(default_factory=dict)

    def note(self, slot: tuple[str, int], seq: int) -> None:
        """The server said that it has the response after number `seq`."""
        self.acknowledged.setdefault(slot, set()).add(seq + 1)

    @property
    def count(self) -> int:
        """How many."""
        return sum(map(len, self.acknowledged.values()))


@dataclass(frozen=True)
class Verdict:
    """Acknowledged and absent; there more than once; and what does not fit together."""

    present: int
    lost: int
    doubled: int
    broken: dict[str, int]

    @property
    def good(self) -> bool:
        """Whether nothing is wrong."""
        return not self.lost and not self.doubled and not self.broken

    def __str__(self) -> str:
        wrong = "".join(f", {what}: {count}" for what, count in self.broken.items())
        return f"present {self.present}, lost {self.lost}, doubled {self.doubled}{wrong}"


def judged(app: Flask, told: Answers) -> Verdict:
    """Compare. A place with more responses than were ever sent apart holds one twice."""
    return judged_in(app.extensions["engine"], told)


def judged_in(engine: Engine, told: Answers) -> Verdict:
    """The same of a database that no application has open."""
    with engine.connect() as connection:
        stored: dict[tuple[str, int], list[int]] = {}
        for attempt, position, seq in connection.execute(_ROWS):
            stored.setdefault((attempt, position), []).append(seq)
        broken = {what: int(connection.execute(text(query)).scalar() or 0) for what, query in _BROKEN.items()}
        broken["integrity"] = int(not _sound(connection))
    lost = sum(len(seqs - set(stored.get(slot, ()))) for slot, seqs in told.acknowledged.items())
    present = sum(len(seqs & set(stored.get(slot, ()))) for slot, seqs in told.acknowledged.items())
    doubled = sum(len(stored.get(slot, ())) > max(seqs) for slot, seqs in told.acknowledged.items())
    return Verdict(present, lost, doubled, {what: count for what, count in broken.items() if count})


def _sound(connection: Any) -> bool:
    if connection.dialect.name != "sqlite":
        return True
    return bool(connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok")

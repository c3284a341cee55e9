"""The database: mapping base, engines, sessions that read, and the one way to write.

The rest of the application knows it by these names alone.
"""

from quizapp.db.alone import IN_USE, InUseError, in_use, sweep
from quizapp.db.engines import file_of, make_engine
from quizapp.db.mapping import Exact, Model, UtcDateTime, exact, id_from, public_id
from quizapp.db.reading import Kept, UnannouncedWriteError, make_session, plain_rows, plain_write
from quizapp.db.transactions import apart_from_writers, writing, writing_if_free
from quizapp.db.turns import LOCK

__all__ = [
    "IN_USE",
    "LOCK",
    "Exact",
    "InUseError",
    "Kept",
    "Model",
    "UnannouncedWriteError",
    "UtcDateTime",
    "apart_from_writers",
    "exact",
    "file_of",
    "id_from",
    "in_use",
    "make_engine",
    "make_session",
    "plain_rows",
    "plain_write",
    "public_id",
    "sweep",
    "writing",
    "writing_if_free",
]

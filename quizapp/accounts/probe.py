"""Whether the database can be written now."""

from sqlalchemy import select

from quizapp.accounts.models import Setting
from quizapp.obstacles import ERRORS, Obstacle, obstacle
from quizapp.web import database
from quizapp.web.clock import now

EVERY_S = 5
"""A write at most so often, whoever asks."""
STALE_S = 30
"""After so long without one, who asks waits for a turn instead of leaving it to who writes meanwhile."""
_KEY = "health_probe"


def obstacle_now() -> Obstacle | None:
    """What keeps it from being written, or None; what is neither a success nor an obstacle counts as away."""
    try:
        _write()
    except ERRORS as error:
        return obstacle(error) or Obstacle.AWAY
    return None


def _write() -> None:
    session, moment = database.session(), now().timestamp()
    last = session.scalar(select(Setting.value).where(Setting.key == _KEY))
    since = None if last is None else moment - float(last)
    if since is not None and since < EVERY_S:
        return
    stale = since is not None and since > STALE_S
    with database.writing("health") if stale else database.writing_if_free() as writable:
        if writable is not None:
            writable.merge(Setting(key=_KEY, value=str(moment)))

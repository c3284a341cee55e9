"""Days and hours as the clock on a classroom's wall shows them, and the moments they stand for."""

import datetime


class NoSuchTimeError(ValueError):
    """The clock never shows this time: it is put forward over it."""


def moment_of(local: datetime.datetime, zone: datetime.tzinfo, *, later: bool = False) -> datetime.datetime:
    """The moment, in UTC, at which the clock of a zone shows this day and hour.

    When the clock is put back it shows an hour twice: the first time counts, or the second with `later`.
    Raises NoSuchTimeError for an hour that is left out when the clock is put forward.
    """
    moment = local.replace(tzinfo=zone, fold=int(later)).astimezone(datetime.UTC)
    if wall(moment, zone) != local.replace(tzinfo=None, fold=0):
        raise NoSuchTimeError
    return moment


def wall(moment: datetime.datetime, zone: datetime.tzinfo) -> datetime.datetime:
    """What the clock of a zone shows at a moment."""
    return moment.astimezone(zone).replace(tzinfo=None, fold=0)


def shown_twice(moment: datetime.datetime, zone: datetime.tzinfo) -> bool:
    """Whether the clock of a zone shows the same day and hour at another moment too."""
    local = wall(moment, zone)
    return moment_of(local, zone) != moment_of(local, zone, later=True)

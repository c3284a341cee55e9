"""The one place where the edge asks what time it is."""

import datetime
from zoneinfo import ZoneInfo

from flask import current_app


def now() -> datetime.datetime:
    """The present moment, aware, in UTC."""
    return datetime.datetime.now(datetime.UTC)


def zone() -> ZoneInfo:
    """The time zone of the installation."""
    return ZoneInfo(current_app.config["TIMEZONE"])


def today() -> datetime.date:
    """The present day in the time zone of the installation."""
    return now().astimezone(zone()).date()

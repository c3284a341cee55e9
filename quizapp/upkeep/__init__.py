"""Keeping what is taught true: what is due to be looked at again, how forecasts went, who else says it."""

from flask import Blueprint


def blueprint() -> Blueprint:
    """The routes of this room."""
    from quizapp.upkeep import corroboration_views, forecast_views  # noqa: F401 - their routes are on the same blueprint
    from quizapp.upkeep.views import upkeep

    return upkeep

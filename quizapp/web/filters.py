"""How templates write days, moments, shares and marks in the reader's language."""

import datetime
from fractions import Fraction

from flask import Flask
from flask_babel import format_date, format_datetime, format_decimal
from jinja2 import StrictUndefined

from quizapp.web.languages import ui_language

_MOMENT = {"it": "EEEE d MMMM y, HH:mm", "en": "EEEE d MMMM y, HH:mm"}
_DAY = {"it": "d MMMM y", "en": "d MMMM y"}


def init_app(app: Flask) -> None:
    """Register the filters; an undefined name in a template is an error."""
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.jinja_env.filters.update(day=day, moment=moment, percent=percent, decimal=decimal)


def day(value: datetime.date) -> str:
    """`14 ottobre 2024`."""
    return str(format_date(value, _DAY[ui_language()]))


def moment(value: datetime.datetime) -> str:
    """`lunedì 23 novembre 2026, 18:42`, in the installation's time zone."""
    return str(format_datetime(value, _MOMENT[ui_language()]))


def percent(share: float | Fraction) -> str:
    """`75%`, rounded half up, for a share of 1."""
    return f"{int(Fraction(share) * 100 + Fraction(1, 2))}%"


def decimal(value: Fraction | float) -> str:
    """A mark with at most two decimals, in the reader's notation."""
    return str(format_decimal(round(float(value), 2), "#,##0.##"))

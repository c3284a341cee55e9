"""A quiz's reading as plain values for JSON, and back without a loss."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from quizapp.core.analysis.options import Chosen
from quizapp.core.analysis.reliability import Reliability
from quizapp.core.analysis.report import Finding, QuizReading, Reading


def as_plain(reading: QuizReading) -> dict[str, Any]:
    """Numbers, words and lists alone."""
    return asdict(reading)


def from_plain(said: Mapping[str, Any]) -> QuizReading:
    """What `as_plain` said."""
    known = said["reliability"]
    return QuizReading([_question(each) for each in said["questions"]], said["n"], known and Reliability(**known))


def _question(said: Mapping[str, Any]) -> Reading:
    lies_in = said["interval"]
    return Reading(
        **{
            **said,
            "finding": Finding(said["finding"]),
            "interval": None if lies_in is None else tuple(lies_in),
            "options": tuple(Chosen(**each) for each in said["options"]),
        }
    )

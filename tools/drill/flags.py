"""Simulated quizzes: how often the item analysis flags a sound question, and finds a miskeyed one."""

import argparse

from tools.simulate import figures


def options(_parser: argparse.ArgumentParser) -> None:
    """None."""


def run(_wanted: argparse.Namespace) -> bool:
    """Simulated quizzes: how often a sound question is flagged, and a miskeyed one found."""
    found = figures()
    print(f"   at n = 100, 20 questions, {found.runs} quizzes: sound questions flagged {found.false:.2%}, "
          f"idle ones {found.idle:.2%}, miskeyed ones found {found.found:.1%}")  # fmt: skip
    return found.false <= 0.05 and found.idle <= 0.05 and found.found >= 0.8

"""Long lives of attempts in any order of events, each held against the small model of the tests."""

import argparse
import tempfile
from importlib import import_module
from pathlib import Path

from quizapp import db, schema


def options(parser: argparse.ArgumentParser) -> None:
    """How many, and how long."""
    parser.add_argument("--lives", type=int, default=2000)
    parser.add_argument("--part", type=int, default=0, help="other lives than those of part 0")
    parser.add_argument("--steps", type=int, default=60, help="events in one life, at most")


def run(wanted: argparse.Namespace) -> bool:
    """Attempts begun, answered, replayed, closed, marked anew and taken away in any order are what the model says."""
    machine = import_module("tests.attempts.test_lifecycle_machine")
    with tempfile.TemporaryDirectory(prefix="quizapp-lives-") as folder:
        engine = db.make_engine(f"sqlite:///{Path(folder) / 'lives.sqlite3'}")
        schema.upgrade(engine)
        try:
            machine.live(engine, wanted.lives, wanted.steps, wanted.part)
        except AssertionError as error:
            print(f"   {error}")
            return False
        finally:
            engine.dispose()
    print(f"   {wanted.lives} lives of at most {wanted.steps} steps, part {wanted.part}: each is what the model says")
    return True

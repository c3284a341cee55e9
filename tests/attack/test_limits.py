"""The page of limits says what the code holds to."""

# ruff: noqa: E501 - a limit and how it is written stand on one line

from pathlib import Path

import pytest

from quizapp.classes import service as classes
from quizapp.core import picture_size, pictures, reading
from quizapp.exchange import service
from quizapp.formats import apart, exchange, packages, xmltree, yamltree
from quizapp.intake import article, child
from quizapp.intake import reading as intake
from quizapp.jobs.models import Kind

MEGABYTE = 1024 * 1024
PAGE = Path("docs/limits.md")
SAID = {
    "a file with questions": f"{exchange.MOST_BYTES // MEGABYTE} MiB; a bank file {yamltree.MAX_BYTES // MEGABYTE} MiB",
    "an archive": f"{packages.MOST_ENTRIES:,} files, {packages.MOST_EXPANDED // MEGABYTE} MiB unpacked, at most {packages.MOST_RATIO} times its size",
    "XML": f"{xmltree.DEEPEST} levels, {xmltree.MOST_NODES:,} elements",
    "a bank file": f"{yamltree.MAX_DEPTH} levels",
    "a text of a question": f"{reading.LONGEST:,} characters",
    "pictures": f"{pictures.MOST_PICTURES}, of {pictures.MOST_BYTES:,} bytes and {picture_size.MOST_POINTS:,} points",
    "reading a file": f"{apart.LIMITS.cpu} seconds of a processor, {apart.LIMITS.wall} in all, {apart.MOST_DATA // MEGABYTE} MiB",
    "reading an article": f"{child.USUAL.cpu} seconds of a processor, {child.USUAL.wall} in all, {child.USUAL.memory // MEGABYTE} MiB",
    "at the same time": f"another waits {child.PATIENCE_S:.0f} seconds",
    "an article": f"{article.MOST_WORDS:,} words; text {intake._MOST_MEGABYTES['text']} MB, HTML {intake._MOST_MEGABYTES['html']} MB, PDF and DOCX {intake._MOST_MEGABYTES['pdf']} MB",
    "students by code": f"while it has fewer than {classes.MOST_BY_CODE}",
    "files that wait": f"{service.MOST_WAITING}, for {service.KEPT.days} days",
    "without a job": f"without a job | {service.IN_A_JOB} |",
}  # fmt: skip


@pytest.mark.parametrize("what", SAID)
def test_every_limit_is_written_as_the_code_has_it(what):
    assert SAID[what] in PAGE.read_text(encoding="utf-8")


def test_every_act_that_costs_much_is_written(app):
    page = PAGE.read_text(encoding="utf-8")
    large = [name for name, view in app.view_functions.items() if hasattr(view, "uploads")]
    assert len(large) > 1
    assert all(f"`{name}`" in page for name in [*large, *Kind])

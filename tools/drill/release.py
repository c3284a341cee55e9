"""The release before this one: the newest commit at which a migration of today's was missing, laid out in a folder."""

import io
import subprocess
import tarfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_MIGRATIONS = "quizapp/migrations/versions/"


class NoReleaseError(Exception):
    """There is no history here, or none in it with an older schema."""


def before() -> str:
    """The commit. Raises NoReleaseError."""
    today = _migrations("HEAD")
    for commit in _git("rev-list", "HEAD").decode().split():
        then = _migrations(commit)
        if then and len(then) < len(today) and then == today[: len(then)]:
            return commit
    raise NoReleaseError("no commit of this history has an older schema")


def revision(commit: str) -> str:
    """The revision of its schema."""
    return Path(_migrations(commit)[-1]).name.split("_", 1)[0]


def laid_out(commit: str, folder: Path) -> Path:
    """Its files, in a folder made for them."""
    folder.mkdir()
    with tarfile.open(fileobj=io.BytesIO(_git("archive", commit))) as archive:
        archive.extractall(folder, filter="data")
    return folder


def _migrations(commit: str) -> list[str]:
    names = _git("ls-tree", "--name-only", commit, _MIGRATIONS).decode().split()
    return sorted(name for name in names if name.endswith(".py"))


def _git(*words: str) -> bytes:
    try:
        return subprocess.run(["git", *words], check=True, capture_output=True, cwd=ROOT).stdout
    except (OSError, subprocess.CalledProcessError) as error:
        raise NoReleaseError(f"git {words[0]}: {error}") from error

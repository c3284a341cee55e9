"""Write a migration: what the models have and a freshly migrated database lacks.

python tools/new_migration.py "add the hint"     (`make migration m="add the hint"`)

The migration is a proposal: read it, and mend what Alembic cannot see, such as a renamed column.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.operations.ops import MigrationScript
from alembic.runtime.migration import MigrationContext
from alembic.script import Script, ScriptDirectory

ROOT = Path(__file__).resolve().parent.parent
MIGRATIONS = ROOT / "quizapp" / "migrations"


def write(message: str) -> Path | None:
    """Write the next migration; nothing where the models ask for none."""
    from quizapp.db import make_engine

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    with tempfile.TemporaryDirectory() as scratch:
        url = f"sqlite:///{scratch}/empty.sqlite3"
        os.environ |= {"QUIZAPP_DATABASE_URL": url, "QUIZAPP_DATA_DIR": scratch}
        engine = make_engine(url)
        with engine.connect() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            made = command.revision(
                config,
                message,
                autogenerate=True,
                rev_id=_next_number(config),
                process_revision_directives=_drop_empty,
            )
        engine.dispose()
    return Path(made.path) if isinstance(made, Script) else None


def _next_number(config: Config) -> str:
    """Migrations are numbered, so that two made side by side meet in a conflict."""
    return f"{len(list(ScriptDirectory.from_config(config).walk_revisions())) + 1:04d}"


def _drop_empty(_context: MigrationContext, _revision: object, directives: list[MigrationScript]) -> None:
    operations = directives[0].upgrade_ops
    if operations is not None and operations.is_empty():
        directives.clear()


def main(arguments: list[str]) -> int:
    if len(arguments) != 1 or not arguments[0].strip():
        print(__doc__, file=sys.stderr)
        return 2
    sys.path.insert(0, str(ROOT))
    path = write(arguments[0])
    if path is None:
        print("Models and migrations agree: nothing to write")
        return 0
    for verb in (["check", "--fix", "--quiet"], ["format", "--quiet"]):
        subprocess.run([sys.executable, "-m", "ruff", *verb, path], check=False, cwd=ROOT)
    print(f"Read it before you commit it: {path.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

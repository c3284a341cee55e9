"""readings of quizzes that many took are kept, with triggers that note whatever they are counted from.

A later migration that rebuilds one of these tables on SQLite takes its triggers away: it has to make them again, with
`watch`, and `db check` says so where one is missing.
"""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

_COUNTS = "{row}.state = 'submitted' AND {row}.purpose = 'graded'"
_OF_QUIZ = "INSERT INTO quiz_reading_change (quiz_id) SELECT quiz_id FROM quiz_reading WHERE quiz_id IN ({quizzes});"
_BY_ATTEMPT = (
    "INSERT INTO quiz_reading_change (quiz_id) SELECT kept.quiz_id FROM attempt JOIN quiz_reading kept"
    " ON kept.quiz_id = attempt.quiz_id WHERE attempt.id = {row}.attempt_id"
    " AND attempt.state = 'submitted' AND attempt.purpose = 'graded';"
)
_BY_USER = (
    "INSERT INTO quiz_reading_change (quiz_id) SELECT DISTINCT kept.quiz_id FROM attempt JOIN quiz_reading kept"
    " ON kept.quiz_id = attempt.quiz_id WHERE attempt.user_id = NEW.id"
    " AND attempt.state = 'submitted' AND attempt.purpose = 'graded';"
)
_NEW, _OLD = _COUNTS.format(row="NEW"), _COUNTS.format(row="OLD")
_WHAT_COUNTS = "state, purpose, user_id, quiz_id, assignment_id, mark, maximum, share"
_FURTHER = "NEW.number > 1 OR NEW.reason <> 'answer'"
_WATCHED = {
    "attempt_insert": ("INSERT ON attempt", _NEW, _OF_QUIZ.format(quizzes="NEW.quiz_id")),
    "attempt_update": (
        f"UPDATE OF {_WHAT_COUNTS} ON attempt",
        f"({_NEW}) OR ({_OLD})",
        _OF_QUIZ.format(quizzes="NEW.quiz_id, OLD.quiz_id"),
    ),
    "attempt_delete": ("DELETE ON attempt", _OLD, _OF_QUIZ.format(quizzes="OLD.quiz_id")),
    "outcome_insert": ("INSERT ON outcome", _FURTHER, _BY_ATTEMPT.format(row="NEW")),
    "outcome_update": (
        "UPDATE OF seq, item_version_id, mark, maximum ON outcome",
        None,
        _BY_ATTEMPT.format(row="NEW"),
    ),
    "outcome_delete": ("DELETE ON outcome", None, _BY_ATTEMPT.format(row="OLD")),
    "response_update": ("UPDATE OF given ON response", None, _BY_ATTEMPT.format(row="NEW")),
    "response_delete": ("DELETE ON response", None, _BY_ATTEMPT.format(row="OLD")),
    "user_update": ('UPDATE OF active ON "user"', "OLD.active <> NEW.active", _BY_USER),
    "assignment_update": (
        "UPDATE OF edition ON assignment",
        "OLD.edition <> NEW.edition",
        _OF_QUIZ.format(quizzes="NEW.quiz_id"),
    ),
}
"""Of each trigger: after what, when, and what it does. The first answer of a question that is marked by its key is
none: it counts from the moment when its attempt is handed in."""


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "quiz_reading",
        sa.Column("quiz_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("run", sa.Integer(), nullable=False),
        sa.Column("said", sa.JSON(), nullable=True),
        sa.Column("counted_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["quiz_id"], ["quiz.id"], name=op.f("fk_quiz_reading_quiz_id_quiz")),
        sa.PrimaryKeyConstraint("quiz_id", name=op.f("pk_quiz_reading")),
    )
    op.create_table(
        "quiz_reading_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("quiz_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["quiz_id"], ["quiz_reading.quiz_id"], name=op.f("fk_quiz_reading_change_quiz_id_quiz_reading")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quiz_reading_change")),
    )
    op.create_index(op.f("ix_quiz_reading_change_quiz_id"), "quiz_reading_change", ["quiz_id"])
    finished = sa.text("state = 'submitted' AND purpose = 'graded'")
    op.create_index(
        "ix_attempt_finished",
        "attempt",
        ["quiz_id", "user_id", "id"],
        sqlite_where=finished,
        postgresql_where=finished,
    )
    further = sa.text("number > 1")
    op.create_index(
        "ix_outcome_further",
        "outcome",
        ["attempt_id", "position", "number"],
        sqlite_where=further,
        postgresql_where=further,
    )
    watch()


def watch() -> None:
    """Make the triggers."""
    sqlite = op.get_bind().dialect.name == "sqlite"
    for name, (event, when, act) in _WATCHED.items():
        trigger = f"CREATE TRIGGER reading_of_{name} AFTER {event} FOR EACH ROW" + (f" WHEN ({when})" if when else "")
        if sqlite:
            op.execute(f"{trigger} BEGIN {act} END")
            continue
        op.execute(
            f"CREATE OR REPLACE FUNCTION reading_of_{name}() RETURNS trigger LANGUAGE plpgsql AS"
            f" $$ BEGIN {act} RETURN NULL; END $$"
        )
        op.execute(f"{trigger} EXECUTE FUNCTION reading_of_{name}()")


def downgrade() -> None:
    """Back."""
    sqlite = op.get_bind().dialect.name == "sqlite"
    for name, (event, _when, _act) in _WATCHED.items():
        table = event.rpartition(" ")[2]
        op.execute(f"DROP TRIGGER reading_of_{name}" if sqlite else f"DROP TRIGGER reading_of_{name} ON {table}")
        if not sqlite:
            op.execute(f"DROP FUNCTION reading_of_{name}()")
    op.drop_index("ix_outcome_further", "outcome")
    op.drop_index("ix_attempt_finished", "attempt")
    op.drop_index(op.f("ix_quiz_reading_change_quiz_id"), "quiz_reading_change")
    op.drop_table("quiz_reading_change")
    op.drop_table("quiz_reading")

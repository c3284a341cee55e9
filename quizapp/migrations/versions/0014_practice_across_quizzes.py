"""practice across quizzes, and banks opened to a class for it."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

_OPEN = sa.text("state = 'open' AND quiz_id IS NULL")
_OF_NO_QUIZ = "SELECT id FROM attempt WHERE quiz_id IS NULL"


def upgrade() -> None:
    """Forward."""
    with op.batch_alter_table("attempt", schema=None) as batch_op:
        batch_op.alter_column("quiz_id", existing_type=sa.Integer(), nullable=True)
    op.create_index(
        "uq_attempt_one_practice", "attempt", ["user_id"], unique=True, sqlite_where=_OPEN, postgresql_where=_OPEN
    )
    op.create_table(
        "bank_opening",
        sa.Column("bank_id", sa.Integer(), nullable=False),
        sa.Column("class_id", sa.Integer(), nullable=False),
        sa.Column("opened_by", sa.Integer(), nullable=True),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["bank_id"], ["bank.id"], name=op.f("fk_bank_opening_bank_id_bank")),
        sa.ForeignKeyConstraint(["class_id"], ["class.id"], name=op.f("fk_bank_opening_class_id_class")),
        sa.ForeignKeyConstraint(["opened_by"], ["user.id"], name=op.f("fk_bank_opening_opened_by_user")),
        sa.PrimaryKeyConstraint("bank_id", "class_id", name=op.f("pk_bank_opening")),
    )
    with op.batch_alter_table("bank_opening", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_bank_opening_class_id"), ["class_id"], unique=False)


def downgrade() -> None:
    """Back; practice of no quiz had no place there, so it goes."""
    op.drop_table("bank_opening")
    op.drop_index("uq_attempt_one_practice", "attempt")
    for table in ("report", "attempt_event", "outcome", "response", "slot"):
        op.execute(f"DELETE FROM {table} WHERE attempt_id IN ({_OF_NO_QUIZ})")  # noqa: S608 - names of tables
    op.execute("DELETE FROM attempt WHERE quiz_id IS NULL")
    with op.batch_alter_table("attempt", schema=None) as batch_op:
        batch_op.alter_column("quiz_id", existing_type=sa.Integer(), nullable=False)

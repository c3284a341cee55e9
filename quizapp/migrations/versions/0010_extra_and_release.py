"""extra time and attempts of a student, and when each part of an outcome is told."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_GRANTED = {"extra_percent": "100", "extra_minutes": "0", "extra_attempts": "0"}


def upgrade() -> None:
    """Forward."""
    with op.batch_alter_table("assignment", schema=None) as batch_op:
        batch_op.add_column(sa.Column("release", sa.JSON(), nullable=True))
    with op.batch_alter_table("membership", schema=None) as batch_op:
        for name, usual in _GRANTED.items():
            batch_op.add_column(sa.Column(name, sa.Integer(), server_default=usual, nullable=False))
    op.create_table(
        "assignment_extra",
        sa.Column("assignment_id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("percent", sa.Integer(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["assignment_id"], ["assignment.id"], name=op.f("fk_assignment_extra_assignment_id_assignment")
        ),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_assignment_extra_user_id_user")),
        sa.PrimaryKeyConstraint("assignment_id", "user_id", name=op.f("pk_assignment_extra")),
    )
    with op.batch_alter_table("assignment_extra", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_assignment_extra_user_id"), ["user_id"], unique=False)


def downgrade() -> None:
    """Back."""
    op.drop_table("assignment_extra")
    with op.batch_alter_table("membership", schema=None) as batch_op:
        for name in _GRANTED:
            batch_op.drop_column(name)
    with op.batch_alter_table("assignment", schema=None) as batch_op:
        batch_op.drop_column("release")

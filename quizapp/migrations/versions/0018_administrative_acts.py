"""administrative acts."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "admin_act",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("school_id", sa.Integer(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("act", sa.String(length=20), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=True),
        sa.Column("about", sa.JSON(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["user.id"], name=op.f("fk_admin_act_by_id_user")),
        sa.ForeignKeyConstraint(["school_id"], ["school.id"], name=op.f("fk_admin_act_school_id_school")),
        sa.ForeignKeyConstraint(["subject_id"], ["user.id"], name=op.f("fk_admin_act_subject_id_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_admin_act")),
    )
    with op.batch_alter_table("admin_act", schema=None) as batch_op:
        batch_op.create_index("ix_admin_act_school_id_at", ["school_id", "at"], unique=False)


def downgrade() -> None:
    """Back."""
    with op.batch_alter_table("admin_act", schema=None) as batch_op:
        batch_op.drop_index("ix_admin_act_school_id_at")

    op.drop_table("admin_act")

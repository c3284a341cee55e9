"""options of answering, and how a person wants texts to look."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    for table in ("assignment", "attempt"):
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.add_column(sa.Column("dont_know", sa.Boolean(), server_default=sa.false(), nullable=False))
            batch_op.add_column(sa.Column("scoring", sa.String(10), server_default="plain", nullable=False))
    with op.batch_alter_table("user", schema=None) as batch_op:
        for name in ("text_size", "text_spacing"):
            batch_op.add_column(sa.Column(name, sa.Integer(), server_default="0", nullable=False))


def downgrade() -> None:
    """Back."""
    with op.batch_alter_table("user", schema=None) as batch_op:
        for name in ("text_size", "text_spacing"):
            batch_op.drop_column(name)
    for table in ("attempt", "assignment"):
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.drop_column("scoring")
            batch_op.drop_column("dont_know")

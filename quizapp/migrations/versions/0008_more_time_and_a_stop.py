"""more time and a stop."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    with op.batch_alter_table("assignment", schema=None) as batch_op:
        batch_op.add_column(sa.Column("extra_s", sa.Integer(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("stopped_at", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    """Back."""
    with op.batch_alter_table("assignment", schema=None) as batch_op:
        batch_op.drop_column("stopped_at")
        batch_op.drop_column("extra_s")

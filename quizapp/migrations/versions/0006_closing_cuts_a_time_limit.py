"""closing cuts a time limit."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    with op.batch_alter_table("assignment", schema=None) as batch_op:
        batch_op.add_column(sa.Column("closing_cuts", sa.Boolean(), server_default=sa.false(), nullable=False))


def downgrade() -> None:
    """Back."""
    with op.batch_alter_table("assignment", schema=None) as batch_op:
        batch_op.drop_column("closing_cuts")

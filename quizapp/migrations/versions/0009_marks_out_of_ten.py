"""the scale of a class's marks out of ten."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_COLUMNS = {"mark_passes": "60", "mark_lowest": "2", "mark_steps": "2"}


def upgrade() -> None:
    """Forward."""
    with op.batch_alter_table("class", schema=None) as batch_op:
        for name, usual in _COLUMNS.items():
            batch_op.add_column(sa.Column(name, sa.Integer(), server_default=usual, nullable=False))


def downgrade() -> None:
    """Back."""
    with op.batch_alter_table("class", schema=None) as batch_op:
        for name in _COLUMNS:
            batch_op.drop_column(name)

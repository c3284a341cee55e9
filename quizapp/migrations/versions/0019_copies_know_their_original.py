"""copies know the question that they are copies of."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

_NAME = "fk_item_copied_from_id_item"


def upgrade() -> None:
    """Forward; copies made before are not known as such."""
    op.execute(f"ALTER TABLE item ADD COLUMN copied_from_id INTEGER CONSTRAINT {_NAME} REFERENCES item (id)")
    op.add_column("item", sa.Column("copied_number", sa.Integer(), nullable=True))
    op.create_index("ix_item_copied_from_id", "item", ["copied_from_id"])


def downgrade() -> None:
    """Back."""
    op.drop_index("ix_item_copied_from_id", "item")
    for column in ("copied_number", "copied_from_id"):
        op.execute(f"ALTER TABLE item DROP COLUMN {column}")

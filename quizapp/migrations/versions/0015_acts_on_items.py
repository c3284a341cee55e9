"""acts on items: corrected, superseded, withdrawn; what answers are marked with, and the place a slot stands for."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

_ADDED = (
    ("item_version", "marked_with_id", "item_version"),
    ("outcome", "act_id", "item_act"),
)
_OF_ACTS = sa.text("act_id IS NOT NULL")


def upgrade() -> None:
    """Forward; columns are added in place, since `outcome` is the largest table of all."""
    op.create_table(
        "item_act",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(length=16), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("act", sa.String(length=12), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("after_id", sa.Integer(), nullable=True),
        sa.Column("successor_id", sa.Integer(), nullable=True),
        sa.Column("touched", sa.Integer(), nullable=False),
        sa.Column("about", sa.JSON(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("undone_by", sa.Integer(), nullable=True),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["after_id"], ["item_version.id"], name=op.f("fk_item_act_after_id_item_version")),
        sa.ForeignKeyConstraint(["by_id"], ["user.id"], name=op.f("fk_item_act_by_id_user")),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"], name=op.f("fk_item_act_item_id_item")),
        sa.ForeignKeyConstraint(["successor_id"], ["item.id"], name=op.f("fk_item_act_successor_id_item")),
        sa.ForeignKeyConstraint(["undone_by"], ["user.id"], name=op.f("fk_item_act_undone_by_user")),
        sa.ForeignKeyConstraint(["version_id"], ["item_version.id"], name=op.f("fk_item_act_version_id_item_version")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_item_act")),
        sa.UniqueConstraint("public_id", name=op.f("uq_item_act_public_id")),
    )
    for column in ("item_id", "successor_id"):
        op.create_index(f"ix_item_act_{column}", "item_act", [column])
    for table, column, parent in _ADDED:
        name = f"fk_{table}_{column}_{parent}"
        op.execute(f"ALTER TABLE {table} ADD COLUMN {column} INTEGER CONSTRAINT {name} REFERENCES {parent} (id)")
    op.add_column("slot", sa.Column("place", sa.Integer(), nullable=True))
    op.create_index("ix_outcome_act_id", "outcome", ["act_id"], sqlite_where=_OF_ACTS, postgresql_where=_OF_ACTS)


def downgrade() -> None:
    """Back; marks stay as the acts left them."""
    op.drop_index("ix_outcome_act_id", "outcome")
    for table, column in (("slot", "place"), ("outcome", "act_id"), ("item_version", "marked_with_id")):
        op.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
    op.drop_table("item_act")

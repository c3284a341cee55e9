"""Quizzes with a working copy, published editions, draws, and an archive."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "quiz_edition",
        sa.Column("quiz_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("pools", sa.JSON(), nullable=False),
        sa.Column("conflicts", sa.JSON(), nullable=False),
        sa.Column("published_by", sa.Integer(), nullable=True),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["published_by"], ["user.id"], name=op.f("fk_quiz_edition_published_by_user")),
        sa.ForeignKeyConstraint(["quiz_id"], ["quiz.id"], name=op.f("fk_quiz_edition_quiz_id_quiz")),
        sa.PrimaryKeyConstraint("quiz_id", "number", name=op.f("pk_quiz_edition")),
    )
    op.execute(
        "INSERT INTO quiz_edition (quiz_id, number, pools, conflicts, published_by, published_at) "
        "SELECT id, 1, '{}', '[]', owner_id, created_at FROM quiz ORDER BY id"
    )
    op.create_table(
        "quiz_article",
        sa.Column("quiz_id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_quiz_article_article_id_article")),
        sa.ForeignKeyConstraint(["quiz_id"], ["quiz.id"], name=op.f("fk_quiz_article_quiz_id_quiz")),
        sa.PrimaryKeyConstraint("quiz_id", "article_id", name=op.f("pk_quiz_article")),
    )
    op.create_index(op.f("ix_quiz_article_article_id"), "quiz_article", ["article_id"])
    op.execute("INSERT INTO quiz_article SELECT id, article_id FROM quiz WHERE article_id IS NOT NULL ORDER BY id")
    with op.batch_alter_table("quiz") as batch_op:
        batch_op.add_column(sa.Column("plan", sa.JSON(), nullable=False, server_default="[]"))
        batch_op.add_column(sa.Column("plan_number", sa.Integer(), nullable=False, server_default="0"))
        batch_op.add_column(sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("trashed_at", sa.DateTime(timezone=True), nullable=True))
    _plan()
    with op.batch_alter_table("quiz_slot") as batch_op:
        batch_op.add_column(sa.Column("edition", sa.Integer(), nullable=False, server_default="1"))
        batch_op.add_column(sa.Column("points", sa.String(length=60), nullable=True))
        batch_op.drop_constraint(batch_op.f("uq_quiz_slot_quiz_id_position"), type_="unique")
        batch_op.create_unique_constraint(
            batch_op.f("uq_quiz_slot_quiz_id_edition_position"), ["quiz_id", "edition", "position"]
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_quiz_slot_quiz_id_edition_quiz_edition"),
            "quiz_edition",
            ["quiz_id", "edition"],
            ["quiz_id", "number"],
        )
    with op.batch_alter_table("assignment") as batch_op:
        batch_op.add_column(sa.Column("edition", sa.Integer(), nullable=False, server_default="1"))
    for table, column in (
        ("quiz", "plan"),
        ("quiz", "plan_number"),
        ("quiz_slot", "edition"),
        ("assignment", "edition"),
    ):
        with op.batch_alter_table(table) as batch_op:
            batch_op.alter_column(column, server_default=None)


def downgrade() -> None:
    """Back: of several editions the newest stays."""
    op.execute(
        "DELETE FROM quiz_slot WHERE edition < "
        "(SELECT max(number) FROM quiz_edition WHERE quiz_edition.quiz_id = quiz_slot.quiz_id)"
    )
    with op.batch_alter_table("assignment") as batch_op:
        batch_op.drop_column("edition")
    with op.batch_alter_table("quiz_slot") as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_quiz_slot_quiz_id_edition_quiz_edition"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("uq_quiz_slot_quiz_id_edition_position"), type_="unique")
        batch_op.create_unique_constraint(batch_op.f("uq_quiz_slot_quiz_id_position"), ["quiz_id", "position"])
        batch_op.drop_column("points")
        batch_op.drop_column("edition")
    with op.batch_alter_table("quiz") as batch_op:
        for column in ("trashed_at", "archived_at", "plan_number", "plan"):
            batch_op.drop_column(column)
    op.drop_table("quiz_article")
    op.drop_table("quiz_edition")


def _plan() -> None:
    connection = op.get_bind()
    quiz = sa.table("quiz", sa.column("id", sa.Integer), sa.column("plan", sa.JSON))
    rows = connection.execute(
        sa.text(
            "SELECT quiz_slot.quiz_id, item_version.item_id FROM quiz_slot "
            "JOIN item_version ON item_version.id = quiz_slot.item_version_id "
            "ORDER BY quiz_slot.quiz_id, quiz_slot.position"
        )
    )
    plans: dict[int, list[dict[str, int]]] = {}
    for row in rows:
        plans.setdefault(row.quiz_id, []).append({"item": row.item_id})
    for quiz_id, plan in plans.items():
        connection.execute(quiz.update().where(quiz.c.id == quiz_id).values(plan=plan))

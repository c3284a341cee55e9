"""Items in columns for lists, searches and draws, with a full-text index over their words."""

import datetime
import json
import re
import unicodedata

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_SAID = {"stem", "title", "text", "left", "right", "explanation", "quote", "holder", "correction", "category"}
_FORGET = "INSERT INTO item_words(item_words, rowid, words) VALUES ('delete', old.item_id, old.words);"
_LEARN = "INSERT INTO item_words(rowid, words) VALUES (new.item_id, new.words);"
_TABLE = """CREATE VIRTUAL TABLE item_words USING fts5(
    words, content='item_listing', content_rowid='item_id', tokenize='unicode61 remove_diacritics 0'
)"""
_SQLITE = (
    _TABLE,
    f"CREATE TRIGGER item_words_insert AFTER INSERT ON item_listing BEGIN {_LEARN} END",
    f"CREATE TRIGGER item_words_delete AFTER DELETE ON item_listing BEGIN {_FORGET} END",
    f"CREATE TRIGGER item_words_update AFTER UPDATE ON item_listing BEGIN {_FORGET} {_LEARN} END",
)
_POSTGRESQL = (
    "CREATE INDEX ix_item_listing_words ON item_listing USING gin (array_to_tsvector(string_to_array(words, ' ')))",
)


def upgrade() -> None:
    """Forward."""
    listing = op.create_table(
        "item_listing",
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(length=10), nullable=False),
        sa.Column("type", sa.String(length=20), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=True),
        sa.Column("lang", sa.String(length=5), nullable=False),
        sa.Column("difficulty", sa.String(length=10), nullable=True),
        sa.Column("timing", sa.String(length=10), nullable=True),
        sa.Column("review_by", sa.Date(), nullable=True),
        sa.Column("author_id", sa.Integer(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["user.id"], name=op.f("fk_item_listing_author_id_user")),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"], name=op.f("fk_item_listing_item_id_item")),
        sa.ForeignKeyConstraint(
            ["version_id"], ["item_version.id"], name=op.f("fk_item_listing_version_id_item_version")
        ),
        sa.PrimaryKeyConstraint("item_id", name=op.f("pk_item_listing")),
    )
    tag = op.create_table(
        "item_tag",
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("tag", sa.String(length=120), nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"], name=op.f("fk_item_tag_item_id_item")),
        sa.PrimaryKeyConstraint("item_id", "tag", name=op.f("pk_item_tag")),
    )
    op.create_index(op.f("ix_item_tag_tag"), "item_tag", ["tag"])
    for statement in _SQLITE if op.get_bind().dialect.name == "sqlite" else _POSTGRESQL:
        op.execute(statement)
    _fill(listing, tag)


def downgrade() -> None:
    """Back."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE item_words")
    op.drop_table("item_tag")
    op.drop_table("item_listing")


def _fill(listing: sa.Table, tag: sa.Table) -> None:
    connection = op.get_bind()
    newest = connection.execute(
        sa.text(
            "SELECT item_id, id, status, type, kind, author_id, CAST(content AS TEXT) AS content FROM item_version "
            "WHERE number = (SELECT max(number) FROM item_version AS other WHERE other.item_id = item_version.item_id) "
            "ORDER BY item_id"
        )
    )
    for row in newest.all():
        content = json.loads(row.content)
        review_by = content.get("review_by")
        connection.execute(
            listing.insert().values(
                item_id=row.item_id,
                version_id=row.id,
                status=row.status,
                type=row.type,
                kind=row.kind,
                lang=content.get("lang") or "it",
                difficulty=content.get("difficulty"),
                timing=content.get("timing"),
                review_by=datetime.date.fromisoformat(review_by) if review_by else None,
                author_id=row.author_id,
                words=_words(content),
            )
        )
        tags = dict.fromkeys(str(each).strip()[:120] for each in content.get("tags") or () if str(each).strip())
        for each in tags:
            connection.execute(tag.insert().values(item_id=row.item_id, tag=each))


def _words(content: dict[str, object]) -> str:
    """As `quizapp.core.search.searchable` said it when this was written."""
    found: dict[str, None] = {}
    for text in _texts(content):
        bare = re.sub(r"<[^>]*>", " ", text) if content.get("text_format") == "html" else text
        apart = unicodedata.normalize("NFD", bare.casefold())
        plain = unicodedata.normalize("NFC", "".join(c for c in apart if unicodedata.category(c) != "Mn"))
        found |= dict.fromkeys(word[:40] for word in re.findall(r"[^\W_]+", plain))
    return " ".join(found)


def _texts(value: object) -> list[str]:
    if isinstance(value, list):
        return [text for inner in value for text in _texts(inner)]
    if not isinstance(value, dict):
        return []
    found: list[str] = []
    for key, inner in value.items():
        if isinstance(inner, str) and key in _SAID:
            found.append(inner)
        elif isinstance(inner, list) and key in {"tags", "extra_rights"}:
            found += map(str, inner)
        else:
            found += _texts(inner)
    return found

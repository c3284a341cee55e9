"""Alembic's environment: runs on the connection that `quizapp.schema` hands over."""

from typing import Any, Literal

from alembic import context

from quizapp.db import Exact, Model, UtcDateTime
from quizapp.schema import ours  # registers the tables too


def _render(kind: str, value: Any, _autogen: Any) -> str | Literal[False]:
    if kind == "type" and isinstance(value, UtcDateTime):
        return "sa.DateTime(timezone=True)"
    if kind == "type" and isinstance(value, Exact):
        return "sa.String(length=60)"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Model.metadata,
    render_as_batch=True,
    render_item=_render,
    compare_type=True,
    include_name=ours,
)
with context.begin_transaction():
    context.run_migrations()

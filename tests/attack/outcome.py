"""What a page may hold after a hostile file, and how many rows there are."""

# ruff: noqa: E501 - a file and what it tries stand on one line

import re
from typing import Any

from bs4 import BeautifulSoup
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quizapp import schema

_RUNS = re.compile(r"\s*(?:javascript|data|vbscript):|\s*(?:https?:)?//", re.IGNORECASE)
_ODD = re.compile(r"Traceback|Error\b|[{}]|\bNone\b|<class|\n")
_EDGE = "edge-of-a-form"
MOST = 450
"""Signs of one sentence."""


def form_with(name: str, data: bytes, **fields: str) -> dict[str, Any]:
    """What a browser sends of a form with a file; written here, as what the client writes stays open when it is large."""
    said = "".join(
        f'--{_EDGE}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n' for key, value in fields.items()
    )
    head = f'{said}--{_EDGE}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'
    body = head.encode() + data + f"\r\n--{_EDGE}--\r\n".encode()
    return {"data": body, "content_type": f"multipart/form-data; boundary={_EDGE}"}


def rows(session: Session) -> dict[str, int]:
    """How many rows each table has but for sessions, which every request touches."""
    session.rollback()
    return {name: session.scalar(select(func.count()).select_from(table)) or 0 for name, table in schema.TABLES.items()}


def runs_in(html: str) -> list[str]:
    """Whatever of a page would run or ask elsewhere."""
    page = BeautifulSoup(html, "html.parser")
    found = [str(each) for each in page.find_all("script") if not each.get("src")]
    found += [str(each)[:80] for each in page.find_all(["iframe", "object", "embed", "base", "style", "template"])]
    for each in page.find_all(True):
        for name, value in each.attrs.items():
            leads = name in {"href", "src", "action", "formaction"} and _RUNS.match(str(value))
            if name.startswith("on") or leads:
                found.append(f"{each.name} {name}={str(value)[:60]}")
    return found


def sentence(html: str) -> str:
    """The one sentence at the field of the file or of the text."""
    page = BeautifulSoup(html, "html.parser")
    said = [each.get_text(" ", strip=True) for each in page.select(".errors a")]
    assert len(said) == 1, said
    return said[0]


def is_clear(said: str) -> bool:
    """Whether it is a sentence for people: one line, not long, nothing of a program's."""
    return 10 < len(said) <= MOST and not _ODD.search(re.sub("«.*»|“.*”", "", said, flags=re.DOTALL))

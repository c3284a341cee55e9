"""HTML through trafilatura: the article's paragraphs without the page around them. Only the child imports this."""

import re

import trafilatura

from quizapp.intake.article import Extract, Unusable
from quizapp.intake.markup import AMONG_FIRST, heading, near_top, pieces

_SUBTITLE = re.compile(r"sub-?(?:title|head)|sommario|catenaccio|standfirst|\bdeck?\b|chap[oô]|entradilla|strapline")
_LANG = re.compile(r"<html\b[^>]*\blang\s*=\s*[\"']?([A-Za-z]{2,3})", re.IGNORECASE)
_DATES = {"original_date": True, "extensive_search": False}


def read(data: bytes) -> Extract:
    """The article of a page in UTF-8."""
    page = data.decode("utf-8")
    page_lang = _LANG.search(page)
    found = trafilatura.bare_extraction(
        page, with_metadata=True, include_comments=False, date_extraction_params=dict(_DATES)
    )
    if found is None or isinstance(found, dict) or found.body is None:
        raise Unusable("no-article")
    parts = list(pieces(found.body))
    title = heading(parts) or _named(found.title, found.sitename, [each.said for each in parts[AMONG_FIRST:]])
    described = found.description or ""
    subtitle = near_top(parts, _SUBTITLE, None if described.endswith(".") else described)  # with a stop, the lead
    return Extract(
        paragraphs=tuple(each.said for each in parts if each.said not in {title, subtitle}),
        title=title,
        subtitle=subtitle,
        author=found.author.replace("; ", ", ") if found.author else None,
        outlet=found.sitename,
        published=found.date,
        lang=page_lang[1].lower() if page_lang else None,
    )


def _named(title: str | None, outlet: str | None, further_down: list[str]) -> str | None:
    """The title that the page gives itself, less the outlet's name; not a heading from within the article."""
    if title is None or title in further_down:
        return None
    return re.sub(rf"\s+[-–—|·]\s+{re.escape(outlet)}$", "", title) if outlet else title

"""The addresses of an application at the root of its host, for templates that are compiled before any request."""

import re
from functools import lru_cache
from urllib.parse import quote, quote_plus

from flask import request
from werkzeug.routing import BuildError, Map

_FIRST_PROBE = 7_000_000_001
ANCHOR = "_anchor"
"""What Flask calls the place in a page."""
_PROBE = re.compile(r"700000\d{4}")
_PATH_SAFE = "!$&'()*+,/:;=@"
_QUERY_SAFE = "!$'()*,/:;?@"


class Addresses:
    """Those of the routes of a map."""

    def __init__(self, routes: Map) -> None:
        self._routes = routes.bind("localhost")

    def of(self, endpoint: str, **values: object) -> str | None:
        """An address; None where there is no such route (not every installation has the pages of the demo), and where
        more is asked for than a place in the page."""
        anchor = values.pop(ANCHOR, None)
        if any(name.startswith("_") for name in values):
            return None
        try:
            address = self._routes.build(endpoint, values)
        except BuildError:
            return None
        return f"{address}#{in_path(anchor)}" if anchor else address

    def pieces(self, endpoint: str, names: tuple[str, ...]) -> list[tuple[str, str]] | None:
        """An address in pieces, each a text or the name of a value; None where some value is not in it."""
        probes = {name: _FIRST_PROBE + place for place, name in enumerate(names) if name != ANCHOR}
        whole = self.of(endpoint, **probes)
        if whole is None:
            return None
        known = {str(probe): name for name, probe in probes.items()}
        texts, found = _PROBE.split(whole), _PROBE.findall(whole)
        if sorted(found) != sorted(known):
            return None
        address = [("", known[found[at // 2]]) if at % 2 else (texts[at // 2], "") for at in range(2 * len(found) + 1)]
        return [*address, ("#", ""), ("", ANCHOR)] if ANCHOR in names else address


def asked() -> str:
    """The path and query of this request, as an address can say them again."""
    query = request.query_string.decode("ascii", "replace")
    return f"{in_path(request.path)}?{query}" if query else in_path(request.path)


@lru_cache(maxsize=4096)
def in_path(value: object) -> str:
    """A value as a part of a path."""
    return quote(str(value), safe=_PATH_SAFE)


def in_query(value: str) -> str:
    """A text as a value of a query."""
    return quote_plus(value, safe=_QUERY_SAFE)

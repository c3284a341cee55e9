"""Putting entries in places: what `classify` and `matching` share."""

from collections.abc import Callable, Collection, Iterable

from quizapp.core.responses import Placed, Submission, Unreadable


def place_field(code: str) -> str:
    """The form field that holds where an entry is put."""
    return f"answer-{code}"


def parse_places(submission: Submission, entries: Iterable[str], offered: Collection[str]) -> Placed | Unreadable:
    """A place on offer for every entry."""
    places: dict[str, str] = {}
    wanted = tuple(entries)
    for entry in wanted:
        place = submission.entry(place_field(submission.code(entry)))
        if isinstance(place, str) and place not in offered:
            return Unreadable("not-offered")
        if isinstance(place, str):
            places[entry] = place
        elif place.reason != "empty":
            return place
    if not places:
        return Unreadable("empty")
    return Placed(places) if len(places) == len(wanted) else Unreadable("incomplete")


def place_fields(response: Placed, code: Callable[[str], str]) -> dict[str, list[str]]:
    """One field per entry with the public id of its place."""
    return {place_field(code(entry)): [code(place)] for entry, place in response.places.items()}

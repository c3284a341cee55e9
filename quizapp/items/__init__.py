"""The pages of one item: reading, editing, previewing, its versions and its pictures."""

from flask import Blueprint


def blueprint() -> Blueprint:
    """The routes of this room."""
    from quizapp.items import edit_views, review_views, supersede_views  # noqa: F401 - their routes are on the same blueprint
    from quizapp.items.views import items

    return items

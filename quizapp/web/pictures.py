"""A picture of an item as a response."""

from collections.abc import Collection

from flask import abort, make_response
from werkzeug.wrappers import Response

from quizapp.core.items import Attachment
from quizapp.core.pictures import content_of


def sent_picture(files: Collection[Attachment], name: str) -> Response:
    """The picture of this name; 404 where there is none, or what is there is no picture by its content."""
    found = content_of(files, name) or abort(404)
    response = make_response(found[0])
    response.headers["Content-Type"] = found[1]
    return response

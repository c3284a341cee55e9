"""What a request sends: a form of which a name cannot be read is refused for just that, not for the token it lacks."""

from typing import IO, Any

from flask import Request
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import BadRequest
from werkzeug.formparser import FormDataParser

_Parsed = tuple[IO[bytes], MultiDict[str, Any], MultiDict[str, Any]]


class UnreadableNameError(BadRequest):
    """The name of a file, or of a field, is no UTF-8."""


class NamedParser(FormDataParser):
    """As Flask's own, which takes such a form for an empty one."""

    def parse(
        self, stream: IO[bytes], mimetype: str, content_length: int | None, options: dict[str, str] | None = None
    ) -> _Parsed:
        """Fields and files. Raises UnreadableNameError."""
        silent, self.silent = self.silent, False
        try:
            return super().parse(stream, mimetype, content_length, options)
        except ValueError as error:
            if isinstance(error, UnicodeDecodeError) and mimetype == "multipart/form-data":
                raise UnreadableNameError from error
            if not silent:
                raise
            return stream, self.cls(), self.cls()


class SentRequest(Request):
    """A request that reads its forms so."""

    form_data_parser_class = NamedParser

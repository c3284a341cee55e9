"""The cookie that holds the session: Flask's own, signed with the secret of the installation."""

import datetime
import hashlib
import time
from functools import lru_cache
from typing import Any, NamedTuple

from flask import Flask, Request, Response
from flask.sessions import SecureCookieSession, SecureCookieSessionInterface, SessionMixin
from itsdangerous import BadSignature, URLSafeTimedSerializer
from werkzeug.http import parse_cookie

_MOST = 1024
"""How many cookies a process remembers."""
_FORMER = {"key_derivation": "hmac", "digest_method": hashlib.sha1}
"""How cookies were signed by earlier versions: such a one is ours until it is too old."""
_PLAIN, _HOLDING = (str, int, bool, type(None)), (list, dict)


class Verified(NamedTuple):
    """What a cookie of ours says, None where that is more than a copy can be made of, and when it was signed, in
    seconds."""

    values: dict[str, Any] | None
    signed_at: int


class Cookies(SecureCookieSessionInterface):
    """Of a cookie that was found to be ours the signature is not checked again, its age always is.

    One that was signed later than now is of another machine, or from before this one's clock was put right: it is ours
    as well. The same text says the same; who may still use the token in it is asked of the database each time.
    """

    digest_method = staticmethod(hashlib.sha256)

    def __init__(self) -> None:
        self._verified = lru_cache(_MOST)(self._verify)

    def open_session(self, app: Flask, request: Request) -> SecureCookieSession | None:
        """The session of a request: an empty one where its cookie is missing, too old, or not ours."""
        header, secrets = request.environ.get("HTTP_COOKIE"), _secrets(app)
        if not header or not secrets:
            return super().open_session(app, request)
        try:
            found = self._verified(app, secrets, self.get_cookie_name(app), header)
        except BadSignature:
            return self.session_class()
        if int(time.time()) - found.signed_at > int(app.permanent_session_lifetime.total_seconds()):
            return self.session_class()
        if found.values is None:
            return self.session_class(self._read(app, self.get_cookie_name(app), header)[0])
        return self.session_class(
            {name: each.copy() if type(each) in _HOLDING else each for name, each in found.values.items()}
        )

    def get_signing_serializer(self, app: Flask) -> URLSafeTimedSerializer | None:
        """What signs with SHA-256, and knows what was signed with SHA-1."""
        found = super().get_signing_serializer(app)
        if found is not None:
            found.fallback_signers = [_FORMER]
        return found

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        """Send the cookie where it has to be another one."""
        if not session or self.should_set_cookie(app, session):
            super().save_session(app, session, response)
        elif session.accessed:
            response.vary.add("Cookie")

    def _verify(self, app: Flask, _secrets: tuple[Any, ...], name: str, header: str) -> Verified:
        """Raises BadSignature where it is not ours, or is not there."""
        values, signed_at = self._read(app, name, header)
        plain = all(map(_can_be_copied, values.values()))
        return Verified(values if plain else None, int(signed_at.timestamp()))

    def _read(self, app: Flask, name: str, header: str) -> tuple[dict[str, Any], datetime.datetime]:
        serializer, written = self.get_signing_serializer(app), parse_cookie(header).get(name)
        if serializer is None or not written:
            raise BadSignature(name)
        values, signed_at = serializer.loads(written, return_timestamp=True)
        return values, signed_at


def init_app(app: Flask) -> None:
    """Keep sessions in `Cookies`."""
    app.session_interface = Cookies()


def _can_be_copied(value: Any) -> bool:
    """Whether it is plain, or holds nothing but what is."""
    inside = value.values() if type(value) is dict else value if type(value) is list else [value]
    return all(isinstance(each, _PLAIN) for each in inside)


def _secrets(app: Flask) -> tuple[Any, ...]:
    return (app.secret_key, *(app.config["SECRET_KEY_FALLBACKS"] or ())) if app.secret_key else ()

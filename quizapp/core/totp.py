"""Codes of a device for sign-in: TOTP of RFC 6238 with SHA-1, six digits and steps of thirty seconds (RFC 4226)."""

import base64
import datetime
import hashlib
import hmac
from urllib.parse import quote

STEP_S = 30
DIGITS = 6
_SECRET_BYTES = 20
_AROUND = (0, -1, 1)
"""Steps that are taken beside the present one, for clocks that are a little off."""
_SIGN_BIT = 0x7FFFFFFF


def secret_of(key: str, nonce: str) -> bytes:
    """The secret of a person: of the key of the installation and a nonce that is theirs, so that none is stored."""
    return hmac.new(key.encode(), f"totp|{nonce}".encode(), hashlib.sha256).digest()[:_SECRET_BYTES]


def code_at(secret: bytes, step: int, digits: int = DIGITS) -> str:
    """The code of a step (RFC 4226, 5.3)."""
    digest = hmac.digest(secret, step.to_bytes(8), "sha1")
    place = digest[-1] & 0xF
    number = int.from_bytes(digest[place : place + 4]) & _SIGN_BIT
    return str(number % 10**digits).zfill(digits)


def step_of(moment: datetime.datetime) -> int:
    """The step of a moment: thirties of seconds since 1970."""
    return int(moment.timestamp()) // STEP_S


def accepted(secret: bytes, typed: str, moment: datetime.datetime, last: int | None) -> int | None:
    """The step whose code was typed, the present one or a neighbour, if it comes after the last one used; or None."""
    code, now = "".join(typed.split()), step_of(moment)
    if len(code) != DIGITS or not (code.isascii() and code.isdecimal()):
        return None
    fits = [now + off for off in _AROUND if hmac.compare_digest(code_at(secret, now + off), code)]
    return next((step for step in fits if last is None or step > last), None)


def written(secret: bytes) -> str:
    """The secret as it is typed into a device, in groups of four."""
    text = base64.b32encode(secret).decode().rstrip("=")
    return " ".join(text[place : place + 4] for place in range(0, len(text), 4))


def address_of(secret: bytes, issuer: str, account: str) -> str:
    """What a device reads from the picture."""
    label = quote(f"{issuer}:{account}", safe="")
    return f"otpauth://totp/{label}?secret={written(secret).replace(' ', '')}&issuer={quote(issuer, safe='')}"

"""How many points a picture has, from what its head declares: few bytes can ask a browser for gigabytes."""

MOST_POINTS = 40_000_000
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def points_of(content: bytes) -> int:
    """Width times height of a PNG, JPEG or WebP; 0 where the head does not say."""
    if content[12:16] == b"IHDR":
        return _big(content[16:20]) * _big(content[20:24])
    if content.startswith(b"\xff\xd8"):
        return _jpeg(content)
    kind = content[12:16]
    if kind == b"VP8X":
        return (_little(content[24:27]) + 1) * (_little(content[27:30]) + 1)
    if kind == b"VP8L":
        bits = _little(content[21:25])
        return ((bits & 0x3FFF) + 1) * (((bits >> 14) & 0x3FFF) + 1)
    if kind == b"VP8 ":
        return (_little(content[26:28]) & 0x3FFF) * (_little(content[28:30]) & 0x3FFF)
    return 0


def _jpeg(content: bytes) -> int:
    """The largest of its frames: a smaller one may stand in front."""
    most, place = 0, 2
    while place + 9 <= len(content):
        if content[place] != 0xFF:
            return most
        mark = content[place + 1]
        if mark in _FRAMES:
            most = max(most, _big(content[place + 5 : place + 7]) * _big(content[place + 7 : place + 9]))
        if mark == 0xDA:  # from here on the points themselves
            return most
        place += 1 if mark == 0xFF else 2 + _big(content[place + 2 : place + 4])
    return most


def _big(some: bytes) -> int:
    return int.from_bytes(some, "big")


def _little(some: bytes) -> int:
    return int.from_bytes(some, "little")

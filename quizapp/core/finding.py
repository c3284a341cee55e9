"""Words and figures found in a text without a pattern: of the words of an article one would be compiled each time."""

from collections.abc import Callable, Iterator

_POINTS = frozenset(".,")


def everywhere(said: str, text: str) -> Iterator[int]:
    """Where it stands in a text, each place behind the one before."""
    return _standing(said, text, lambda _start, _end: True)


def bounded(said: str, text: str) -> Iterator[int]:
    r"""Where `\bsaid\b` matches."""
    first, last = is_word(said[:1]), is_word(said[-1:])
    return _standing(
        said,
        text,
        lambda start, end: is_word(text[start - 1 : start]) != first and is_word(text[end : end + 1]) != last,
    )


def names(said: str, text: str) -> bool:
    r"""Whether `\bsaid\b` matches somewhere."""
    return said in text and any(True for _start in bounded(said, text))


def apart(said: str, text: str) -> Iterator[int]:
    r"""Where `(?<!\w)said(?!\w)` matches."""
    return _standing(
        said, text, lambda start, end: not is_word(text[start - 1 : start]) and not is_word(text[end : end + 1])
    )


def told(said: str, text: str) -> bool:
    r"""Whether `(?<![\w.,])said(?!\w|[.,]\d)` matches somewhere: words or a figure, no part of a longer one."""

    def alone(start: int, end: int) -> bool:
        before = text[start - 1 : start]
        return not (is_word(before) or before in _POINTS or is_word(text[end : end + 1]) or _goes_on(text, end))

    return said in text and any(True for _start in _standing(said, text, alone))


def figured(said: str, text: str) -> bool:
    r"""Whether `(?<![\d.,])said(?!\d|[.,]\d)` matches somewhere: a figure, no part of a longer one."""

    def alone(start: int, end: int) -> bool:
        before = text[start - 1 : start]
        return not (before.isdecimal() or before in _POINTS or text[end : end + 1].isdecimal() or _goes_on(text, end))

    return said in text and any(True for _start in _standing(said, text, alone))


def is_word(character: str) -> bool:
    r"""Whether it is one that `\w` matches; nothing is none."""
    return character.isalnum() or character == "_"


def _goes_on(text: str, end: int) -> bool:
    return text[end : end + 1] in _POINTS and text[end + 1 : end + 2].isdecimal()


def _standing(said: str, text: str, alone: Callable[[int, int], bool]) -> Iterator[int]:
    """Where it stands as `alone` wants it of its start and its end."""
    start = text.find(said)
    while start >= 0:
        end = start + len(said)
        found = alone(start, end)
        if found:
            yield start
        start = text.find(said, max(end, start + 1) if found else start + 1)

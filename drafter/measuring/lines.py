"""Where the lines of a paragraph end: the one line breaker.

A line takes as many characters as fit; then it ends at the last place where lines may end. Most
marks never begin a line and opening ones never end one (GB/T 15834—2011 5.1), words and figures stay
whole, and a full stop or comma that finds no room hangs over the margin. Which marks, and where a line ends
between a mark and a figure, follows LibreOffice, by which the law in `tests/measuring/test_rendered_lines.py` is
measured.
"""

from __future__ import annotations

import functools

from drafter.measuring.widths import Face
from drafter.patterns import pattern

_NEVER_FIRST = frozenset(
    "!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠"
)
_NEVER_LAST = frozenset("$([{£¥‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥")
_HANGING = frozenset("，。、；：！？,.;:!?")
_KEPT_BEFORE_FIGURES = frozenset("，。、．）〕》」』】］”’")
_GLUED = pattern("[\u0300-\u036f\u200c-\u200f\u2060\u20d0-\u20f0\ufe00-\ufe0f\U0001f3fb-\U0001f3ff]")
_FIRST_HAN, _LAST_HAN = "\u4e00", "\u9fff"
_FORCED = pattern("[\n\v\u2028\u2029]")
_LAST_LATIN = "\u058f"


@functools.lru_cache(maxsize=1 << 12)  # rows of a batch, and the looks that are tried, share most paragraphs
def line_ends(text: str, first: float, rest: float, face: Face) -> tuple[int, ...]:
    """Where each line of a paragraph ends; the last ends where its text does.

    `first` is the room of the first line in twips, `rest` that of the others.
    """
    ruler = face.ruler(text)
    forces = not text.isprintable() and _FORCED.search(text) is not None
    ends: list[int] = []
    start, room = 0, first
    while True:
        fitting = ruler.fill(start, room + face.spacing)  # there is none after the last character
        forced = _FORCED.search(text, start, fitting + 1) if forces else None
        if forced:
            start = forced.end()
        elif fitting == len(text):
            return (*ends, fitting)
        elif fitting > start and _is_easy(text[fitting - 1], text[fitting]):
            start = fitting
        else:
            start = _end(text, start, fitting)
        ends.append(start)
        if start == len(text) and not forced:
            return tuple(ends)
        room = rest


def _is_easy(before: str, after: str) -> bool:
    """Whether a line surely ends between two characters, as most do: before a Han character, after one or a mark of
    pause. (A pattern of so many characters takes two milliseconds to compile.)
    """
    return _FIRST_HAN <= after <= _LAST_HAN and (_FIRST_HAN <= before <= _LAST_HAN or before in "，。、；：")


def _end(text: str, start: int, fitting: int) -> int:
    """Where a line ends that begins at `start` and has no room for the character at `fitting`."""
    if text[fitting] == " ":
        return next((i for i in range(fitting, len(text)) if text[i] != " "), len(text))
    after = text[fitting + 1 : fitting + 2]
    if not (after and _are_kept(text[fitting], after)) and _may_hang(text, start, fitting):
        return fitting + 1
    for place in range(fitting, start, -1):
        if _may_end(text, start, place):
            return place
    return next(
        (i for i in range(max(fitting, start + 1), len(text)) if not _GLUED.match(text[i])), len(text)
    )


def _may_hang(text: str, start: int, place: int) -> bool:
    """Whether a mark may hang over the margin where it finds no room: not after words and figures."""
    if text[place] not in _HANGING:
        return False
    said = next((text[i] for i in range(place - 1, start - 1, -1) if text[i].isalnum()), "")
    return said > _LAST_LATIN


def _are_kept(before: str, after: str) -> bool:
    return after in _NEVER_FIRST or before in _NEVER_LAST


def _may_end(text: str, start: int, place: int) -> bool:
    """Whether a line may end before the character at `place`."""
    before, after = text[place - 1], text[place]
    if _are_kept(before, after) or after in " \u00a0" or _GLUED.match(after) or before in "\u00a0\u2060":
        return False
    if before in " \t\u00ad\u200b":
        return True
    if before <= _LAST_LATIN and after <= _LAST_LATIN:
        return before in "-/" and after.isalpha()
    if before in _KEPT_BEFORE_FIGURES and after.isdecimal():
        return _may_hang(text, start, place - 1)
    return not before == after == "—"

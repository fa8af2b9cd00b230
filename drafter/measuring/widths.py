"""How wide the characters of a line are: Han characters are square, others as their font has them."""

from __future__ import annotations

import functools
import unicodedata
from bisect import bisect_right
from collections.abc import Mapping, Sequence

from drafter.patterns import pattern

_LATIN = "!-\u02c7\u0370-\u058f\u1e00-\u1fff"
_GAP = 0.2
"""Em between a Han character and a word or figure. Our styles forbid it, Word obeys and LibreOffice 7.4 does not:
this follows LibreOffice, whose pages can be counted.
"""

_WEAK = " \u00a0\u2000-\u22ff"
"""Signs that are set with what stands before them; at the head of a text, with what comes next."""

_WIDTHLESS = "\n\v\u00ad\u0300-\u036f\u200b-\u200f\u2028-\u202e\u2060-\u2064\u20d0-\u20f0\ufe00-\ufe0f\ufeff"

_NOT_SQUARE = pattern(
    rf"(?:\A[{_WEAK}{_WIDTHLESS}]+)?[{_LATIN}][{_LATIN}{_WEAK}{_WIDTHLESS}]*|[ \t\u00a0{_WIDTHLESS}]+"
)
_STRETCH = pattern(rf"[\t{_LATIN}{_WEAK}{_WIDTHLESS}]+")
"""All that `_NOT_SQUARE` can find lies in such stretches, which are found five times as fast."""

_NO_WIDTH = frozenset({"Mn", "Me", "Cf", "Cc", "Zl", "Zp"})
"""Unicode's categories of characters that change others or part lines; a tab, of Cc too, has a width."""

_LAST_HALF = "\u02c7"

Widths = Mapping[str, float]
"""The widths of the characters of words and figures, in em; of those that are not in it, letters, digits and
ASCII marks are half a character wide and others a whole one.
"""

CHINESE_FONTS: Widths = {}
"""As 仿宋, 楷体, 黑体, 宋体 and 小标宋 have them, in which official papers are set."""


class Ruler:
    """How far from the beginning of a text each of its characters stands, in twips.

    Han characters stand a `full` width apart, so that `fronts` are told only of the `places` where something else
    begins or ends, and of both ends of the text. `gaps` are in the fronts too, by the place of the character that
    follows one.
    """

    def __init__(
        self, places: Sequence[int], fronts: Sequence[float], gaps: Mapping[int, float], full: int
    ) -> None:
        self._places, self._fronts, self._gaps, self._full = places, fronts, gaps, full

    def fill(self, start: int, room: float) -> int:
        """Where the first character stands that finds no room in a line that begins at `start`; the end of the
        text where all find room. A gap before the first character of the line does not count.
        """
        places, fronts, full = self._places, self._fronts, self._full
        knot = bisect_right(places, start)
        if knot == len(places):
            return start
        square = start + int(room // full)
        if start < square < places[knot]:
            return square
        front = fronts[knot - 1] + (start - places[knot - 1]) * full
        limit = front + self._gaps.get(start, 0.0) + room
        if limit >= fronts[-1]:
            return places[-1]
        knot = bisect_right(fronts, limit, knot)
        fitting = places[knot - 1] + int((limit - fronts[knot - 1]) // full)
        return max(start, min(fitting, places[knot] - 1))


class Face:
    """Characters of one size (twips), with `spacing` twips after each."""

    def __init__(self, size: int, spacing: int = 0, latin: Widths = CHINESE_FONTS) -> None:
        self.spacing = spacing
        self._full = max(size + spacing, 1)  # squeezed to nothing, a line would hold any number
        self._gap = _GAP * size
        self._widths = _Twips(size, spacing, latin)

    def ruler(self, text: str) -> Ruler:
        """Where the characters of the text stand."""
        uneven, gaps = self._uneven(text)
        places, fronts = [0], [0.0]
        at, front = 0, 0.0
        for place, wide in uneven.items():
            if at < place:
                front += (place - at) * self._full
                places.append(place)
                fronts.append(front)
            at, front = place + 1, front + wide
            places.append(at)
            fronts.append(front)
        if at < len(text):
            places.append(len(text))
            fronts.append(front + (len(text) - at) * self._full)
        return Ruler(places, fronts, gaps, self._full)

    def _uneven(self, text: str) -> tuple[dict[int, float], dict[int, float]]:
        """The widths of the characters that are not square, or stand after a gap, by their places; and the gaps."""
        widths: dict[int, float] = {}
        gaps: dict[int, float] = {}
        for stretch in _STRETCH.finditer(text):
            for match in _NOT_SQUARE.finditer(text, *stretch.span()):
                first, last = match.span()
                widths.update(zip(range(first, last), map(self._widths.__getitem__, match[0]), strict=True))
                for place in (first, last):
                    if 0 < place < len(text):
                        # The last character before a change of script has no spacing after it.
                        between = text[place - 1].isalnum() and text[place].isalnum()
                        gap = (self._gap if between else 0.0) - self.spacing
                        wide = widths.get(place, self._full)
                        gaps[place] = max(gap, -wide)
                        widths[place] = wide + gaps[place]
        return widths, gaps


@functools.cache
def chinese_face(size: int, spacing: int) -> Face:
    """The one face of this size in the fonts of official papers: lines that were broken in it are known."""
    return Face(size, spacing)


class _Twips(dict[str, float]):
    """Widths in twips by character, worked out when first asked for."""

    def __init__(self, size: int, spacing: int, latin: Widths) -> None:
        super().__init__()
        self._size, self._spacing, self._latin = size, spacing, latin

    def __missing__(self, char: str) -> float:
        if unicodedata.category(char) in _NO_WIDTH and char != "\t":
            wide = 0.0
        else:
            em = self._latin.get(char) or (0.5 if char <= _LAST_HALF else 1.0)
            wide = max(0.0, em * self._size + self._spacing)
        self[char] = wide
        return wide

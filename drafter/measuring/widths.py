"""How wide the characters of a line are: Han characters are square, others as their font has them."""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Mapping, Sequence
from itertools import accumulate

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
_NO_WIDTH = frozenset({"Mn", "Me", "Cf", "Cc", "Zl", "Zp"})
"""Unicode's categories of characters that change others or part lines; a tab, of Cc too, has a width."""

_LAST_HALF = "\u02c7"

Widths = Mapping[str, float]
"""The widths of the characters of words and figures, in em; of those that are not in it, letters, digits and
ASCII marks are half a character wide and others a whole one.
"""

CHINESE_FONTS: Widths = {}
"""As 仿宋, 楷体, 黑体, 宋体 and 小标宋 have them, in which official papers are set."""


class Face:
    """Characters of one size (twips), with `spacing` twips after each."""

    def __init__(self, size: int, spacing: int = 0, latin: Widths = CHINESE_FONTS) -> None:
        self.spacing = spacing
        self._full = max(size + spacing, 1)  # squeezed to nothing, a line would hold any number
        self._gap = _GAP * size
        self._widths = _Twips(size, spacing, latin)

    def fronts(self, text: str) -> tuple[Sequence[float], Mapping[int, float]]:
        """How far from the beginning of the text each of its characters stands, and its end, in twips; and
        the gaps in that, by the place of the character that follows.
        """
        full, end = self._full, len(text)
        found = [match.span() for match in _NOT_SQUARE.finditer(text)]
        if not found:
            return range(0, (end + 1) * full, full), {}
        widths: list[float] = [full] * end
        gaps: dict[int, float] = {}
        for first, last in found:
            widths[first:last] = map(self._widths.__getitem__, text[first:last])
            for place in (first, last):
                if 0 < place < end:
                    # The last character before a change of script has no spacing after it.
                    between = text[place - 1].isalnum() and text[place].isalnum()
                    gaps[place] = (self._gap if between else 0.0) - self.spacing
                    widths[place] += gaps[place]
        return list(accumulate(widths, initial=0)), gaps


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

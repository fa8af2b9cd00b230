"""The characters of an old Word file in their order ([MS-DOC] 2.4.1): pieces of the stream, put in a row by a table."""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice, pairwise
from typing import NamedTuple

from drafter.readers.old_word import fib, sprms
from drafter.readers.old_word.compound import damaged
from drafter.readers.old_word.fib import Binary
from drafter.readers.old_word.sprms import Sprms

_ROW, _TABLE = 1, 2
_NARROW = 0x40000000
_SHARED = 2
"""How often the same bytes may stand in a text, over all: Word shares none, and a file made to swell would."""

_SIGNS = {
    0x82: "‚", 0x83: "ƒ", 0x84: "„", 0x85: "…", 0x86: "†", 0x87: "‡", 0x88: "ˆ", 0x89: "‰", 0x8A: "Š", 0x8B: "‹", 0x8C: "Œ",
    0x91: "‘", 0x92: "’", 0x93: "“", 0x94: "”", 0x95: "•", 0x96: "–", 0x97: "—", 0x98: "˜", 0x99: "™", 0x9A: "š", 0x9B: "›",
    0x9C: "œ", 0x9F: "Ÿ",
}  # fmt: skip
"""The bytes of narrow pieces that stand for other characters than their own number (2.9.73)."""


class Piece(NamedTuple):
    """A stretch of the text: where it begins and ends in the row of all characters, at which byte of the stream it lies,
    how many bytes a character takes there, and what it sets over all other properties.
    """

    start: int
    end: int
    byte: int
    width: int
    over: Sprms


class Pieces:
    """The row of all characters of one file.

    Raises:
        UnreadableError: the table of pieces is damaged, or makes more of the text than there is.

    """

    def __init__(self, binary: Binary) -> None:
        self._word = binary.word
        rows, table = _split(binary.part(fib.PIECES))
        cps, found = fib.plc(table, 8)
        if not found:
            raise damaged()
        self._pieces = [
            _piece(start, end, data, rows) for (start, end), data in zip(pairwise(cps), found, strict=True)
        ]
        self._starts = cps[:-1]
        taken = sum((piece.end - piece.start) * piece.width for piece in self._pieces)
        beyond = any(
            piece.byte + (piece.end - piece.start) * piece.width > len(self._word) for piece in self._pieces
        )
        if beyond or taken > _SHARED * len(self._word):
            raise damaged()

    def between(self, start: int, end: int) -> Iterator[Piece]:
        """The pieces from one character to another, cut to fit."""
        at = max(bisect_right(self._starts, start) - 1, 0)
        for piece in islice(self._pieces, at, None):
            if piece.start >= end:
                return
            first, last = max(piece.start, start), min(piece.end, end)
            if first < last:
                byte = piece.byte + (first - piece.start) * piece.width
                yield Piece(first, last, byte, piece.width, piece.over)

    def text(self, byte: int, end: int, width: int) -> str:
        """The characters from one byte of the stream to another, each of UTF-16's units by itself."""
        data = self._word[byte:end]
        if width == 1:
            return data.decode("latin-1").translate(_SIGNS)
        text = data.decode("utf-16-le", "surrogatepass")
        if len(text) * 2 == len(data):
            return text
        return "".join(map(chr, struct.unpack(f"<{len(data) // 2}H", data[: len(data) // 2 * 2])))


def _split(clx: bytes) -> tuple[list[Sprms], bytes]:
    """The rows of properties before the table of pieces (2.9.38), and that table."""
    rows, at = [], 0
    while at < len(clx) and clx[at] == _ROW:
        (size,) = struct.unpack_from("<h", clx, at + 1)
        if size < 0:
            raise damaged()
        rows.append(Sprms(sprms.parsed(clx[at + 3 : at + 3 + size])))
        at += 3 + size
    if at >= len(clx) or clx[at] != _TABLE:
        raise damaged()
    (size,) = struct.unpack_from("<I", clx, at + 1)
    return rows, clx[at + 5 : at + 5 + size]


def _piece(start: int, end: int, data: bytes, rows: list[Sprms]) -> Piece:
    """One piece by its descriptor (2.9.177)."""
    byte, prm = struct.unpack_from("<IH", data, 2)
    over = sprms.of_piece(prm, rows)
    if byte & _NARROW:
        return Piece(start, end, (byte & ~_NARROW) // 2, 1, over)
    return Piece(start, end, byte, 2, over)

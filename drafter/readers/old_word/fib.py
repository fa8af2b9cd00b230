"""The head of an old Word file ([MS-DOC] 2.5): how long each of its texts is, and where its tables lie."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from itertools import accumulate

from drafter.readers.old_word.compound import Streams, UnreadableError, damaged

_MAGIC = 0xA5EC
_WORD_97 = 0xBF
"""The least `nFib` of the form that Word 97 began; 6.0 and 95 wrote another ([MS-DOC] 2.5.1)."""

_ENCRYPTED, _WHICH_TABLE = 0x0100, 0x0200

STYLES, SECTIONS, LOOKS, PARAGRAPHS, FONTS, PIECES, LISTS, LIST_USES = 1, 6, 12, 13, 15, 33, 73, 74
FOOTNOTES, COMMENTS, ENDNOTES, MARGINS = 3, 5, 47, 11
ANCHORS, MARGIN_ANCHORS, BOXES, MARGIN_BOXES, DRAWINGS = 40, 41, 56, 58, 50
"""Places in the list of tables (2.5.6)."""

_STORIES = ("text", "footnotes", "margins", "macros", "comments", "endnotes", "boxes", "margin_boxes")
"""The texts of a file in their order (2.5.4): the macros' is no longer used and always empty."""


@dataclass(frozen=True, slots=True)
class Binary:
    """An old Word file: the stream with its text, its table stream, that of its pictures, and what its head says.

    `stories` says where in the row of all characters each text begins and ends.
    """

    word: bytes
    table: bytes
    data: bytes
    places: tuple[tuple[int, int], ...]
    stories: dict[str, tuple[int, int]]

    def start(self, which: int) -> int:
        """Where in the table stream a table begins."""
        return self.places[which][0] if which < len(self.places) else 0

    def part(self, which: int) -> bytes:
        """One of the tables; nothing where the file has none such.

        Raises:
            UnreadableError: it lies beyond the end of the file.

        """
        start, length = self.places[which] if which < len(self.places) else (0, 0)
        if length and start + length > len(self.table):
            raise damaged()
        return self.table[start : start + length]

    def plc(self, which: int, size: int) -> tuple[list[int], list[bytes]]:
        """A table of stretches (2.8.1): where each begins and the last ends, and the data of each, so many bytes."""
        return plc(self.part(which), size)


def plc(data: bytes, size: int) -> tuple[list[int], list[bytes]]:
    """Such a table by itself. Its positions never go back: of some tables the last is not defined, and may."""
    count = max(len(data) - 4, 0) // (4 + size)
    if not count:
        return [], []
    cps = accumulate(struct.unpack_from(f"<{count + 1}I", data), max)
    at = 4 * (count + 1)
    return list(cps), [data[at + size * number : at + size * (number + 1)] for number in range(count)]


def read(streams: Streams) -> Binary:
    """The file by its head.

    Raises:
        UnreadableError: it is of an older Word, locked, or damaged.

    """
    word = streams.word
    magic, version = struct.unpack_from("<HH", word)
    (flags,) = struct.unpack_from("<H", word, 10)
    if magic != _MAGIC or version < _WORD_97:
        raise UnreadableError("是 Word 95 或更早的格式", foreign=True)
    if flags & _ENCRYPTED:
        raise UnreadableError("文件加了密码")
    (shorts,) = struct.unpack_from("<H", word, 32)
    (longs,) = struct.unpack_from("<H", word, 34 + 2 * shorts)
    numbers = 36 + 2 * shorts
    lengths = struct.unpack_from("<8i", word, numbers + 12)
    (count,) = struct.unpack_from("<H", word, numbers + 4 * longs)
    pairs = struct.unpack_from(f"<{2 * count}I", word, numbers + 4 * longs + 2)
    places = tuple(zip(pairs[::2], pairs[1::2], strict=True))
    if any(length < 0 for length in lengths):
        raise damaged()
    stories, at = {}, 0
    for name, length in zip(_STORIES, lengths, strict=True):
        stories[name] = (at, at + length)
        at += length
    return Binary(word, streams.tables[bool(flags & _WHICH_TABLE)], streams.data, places, stories)

"""What is set for each stretch of the stream ([MS-DOC] 2.9.55 FKP): pages of 512 bytes, of characters and of paragraphs."""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Callable
from typing import NamedTuple

from drafter.readers.old_word import fib, sprms
from drafter.readers.old_word.compound import damaged
from drafter.readers.old_word.fib import Binary
from drafter.readers.old_word.sprms import NONE, Sprms

_PAGE = 512
_NUMBER = 0x3FFFFF
_FOR_EVER = 1 << 32
_BOX = 13
"""Bytes of an entry of a page of paragraphs (2.9.24)."""


class Stretch(NamedTuple):
    """What is set from one byte of the stream to another."""

    start: int
    end: int
    set: Sprms


class Looks:
    """The stretches of one file, of its characters or of its paragraphs."""

    def __init__(self, stretches: list[Stretch]) -> None:
        self._stretches = sorted(stretches, key=lambda one: one.start)
        self._starts = [one.start for one in self._stretches]

    def at(self, byte: int) -> Stretch:
        """The stretch that a byte stands in; between two, one that sets nothing."""
        after = bisect_right(self._starts, byte)
        if after and byte < self._stretches[after - 1].end:
            return self._stretches[after - 1]
        end = self._starts[after] if after < len(self._starts) else _FOR_EVER
        return Stretch(byte, end, NONE)


def of_characters(binary: Binary) -> Looks:
    """What is set for characters (2.8.6, 2.9.33)."""
    known: dict[bytes, Sprms] = {}

    def entry(page: bytes, number: int, count: int) -> Sprms:
        at = 2 * page[4 * (count + 1) + number]
        row = page[at + 1 : at + 1 + page[at]] if at else b""
        if row not in known:
            known[row] = Sprms(sprms.parsed(row))
        return known[row]

    return Looks(_stretches(binary, fib.LOOKS, 1, entry))


def of_paragraphs(binary: Binary) -> Looks:
    """What is set for paragraphs (2.8.7, 2.9.174), each with the number of its style."""
    known: dict[bytes, Sprms] = {}
    long_rows = LongRows(binary.data)

    def entry(page: bytes, number: int, count: int) -> Sprms:
        at = 2 * page[4 * (count + 1) + _BOX * number]
        size = 2 * page[at] - 1 if at and page[at] else 0
        at += 1
        if at > 1 and not size:  # 2.9.175: the size stands in a second byte
            size, at = 2 * page[at], at + 1
        row = page[at : at + size] if size > 0 else b""
        if row not in known:
            known[row] = paragraph(row, long_rows)
        return known[row]

    return Looks(_stretches(binary, fib.PARAGRAPHS, _BOX, entry))


class LongRows:
    """Properties of paragraphs that are too many for a page, and stand with the pictures (2.6.2, sprmPHugePapx and
    sprmPTableProps). No file of Word's has the same bytes in several.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._left = 2 * len(data)
        self._known: dict[int, dict[int, bytes]] = {}

    def at(self, place: int) -> dict[int, bytes]:
        """The properties that stand at a place.

        Raises:
            UnreadableError: all of them together are longer than the stream by far.

        """
        if place not in self._known:
            row = self._data[place + 2 : place + 2 + int.from_bytes(self._data[place : place + 2], "little")]
            self._left -= len(row)
            if self._left < 0:
                raise damaged()
            self._known[place] = sprms.parsed(row)
        return self._known[place]


def paragraph(row: bytes, long_rows: LongRows) -> Sprms:
    """The properties of a paragraph, its style before them (2.9.114)."""
    found = sprms.parsed(row[2:])
    for code in sprms.HUGE:
        if code in found:
            found |= long_rows.at(int.from_bytes(found[code], "little"))
    return Sprms(found, int.from_bytes(row[:2], "little"))


def _stretches(
    binary: Binary, which: int, size: int, entry: Callable[[bytes, int, int], Sprms]
) -> list[Stretch]:
    """The stretches on all pages that a table names, each page once."""
    found: list[Stretch] = []
    _, named = binary.plc(which, 4)
    for number in dict.fromkeys(int.from_bytes(one, "little") & _NUMBER for one in named):
        page = binary.word[number * _PAGE : (number + 1) * _PAGE]
        if len(page) < _PAGE:
            continue
        count = min(page[-1], (_PAGE - 5) // (4 + size))
        bytes_ = struct.unpack_from(f"<{count + 1}I", page)
        found += [
            Stretch(bytes_[at], bytes_[at + 1], entry(page, at, count))
            for at in range(count)
            if bytes_[at] < bytes_[at + 1]
        ]
    return found

"""The texts of a workbook: those that cells share, and how Excel writes what XML cannot hold."""

from __future__ import annotations

import re
from collections.abc import Mapping

from drafter.readers.tables.stream import BrokenPart, walk

MOST_CHARACTERS = 30_000_000
"""Of all texts of a workbook together: ten times what a full sheet of an office holds."""

_CODED = re.compile("_x([0-9A-Fa-f]{4})_")


def decoded(text: str) -> str:
    """The text with characters that Excel wrote as _x000D_ (ISO/IEC 29500-1, 22.9.2.19) as themselves."""
    return _CODED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


def shared_strings(data: bytes) -> list[str]:
    """The texts that cells name by number: runs of a rich one joined, readings over characters left out.

    Raises:
        BrokenPart: the part cannot be read, or holds more than a table does.

    """
    reader = _Reader()
    walk(data, reader.start, reader.end, reader.text)
    return reader.found


class _Reader:
    """One run over the shared texts."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._pieces: list[str] = []
        self._in_reading = self._collecting = False
        self._characters = 0

    def start(self, name: str, _: Mapping[str, str]) -> None:
        """An element begins."""
        if name == "si":
            self._pieces.clear()
        elif name == "rPh":
            self._in_reading = True
        elif name == "t":
            self._collecting = not self._in_reading

    def end(self, name: str) -> None:
        """An element ends."""
        if name == "t":
            self._collecting = False
        elif name == "rPh":
            self._in_reading = False
        elif name == "si":
            self.found.append(decoded("".join(self._pieces)))
            self._characters += len(self.found[-1]) + 1
            if self._characters > MOST_CHARACTERS:
                raise BrokenPart(f"的文字超过 {MOST_CHARACTERS // 10_000} 万字，一次读不了")

    def text(self, piece: str) -> None:
        """Some characters."""
        if self._collecting:
            self._pieces.append(piece)

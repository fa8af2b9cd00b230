"""The styles of an old Word file ([MS-DOC] 2.9.271 STSH), and its fonts (2.9.286 SttbfFfn)."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from typing import NamedTuple

from drafter.readers.old_word import fib, looks, sprms, writing
from drafter.readers.old_word.fib import Binary
from drafter.readers.old_word.sprms import NONE, Code, Sprms

_NAMES = {
    0: "Normal", 62: "Title", 64: "Signature", 66: "Body Text", 74: "Subtitle", 75: "Salutation", 76: "Date",
    **{number: f"heading {number}" for number in range(1, 10)},
    **{18 + number: f"toc {number}" for number in range(1, 10)},
}  # fmt: skip
"""What Word calls the styles that it brings itself, by their numbers (2.9.260): a file has these names in the language of
the Word that wrote it.
"""

_OWN = 0xFFE
"""The number of a style that a person made."""

_PARAGRAPH, _CHARACTER = 1, 2
_NONE = 0xFFF
_USUAL_SIZE = 20
"""Half points of a text that nothing is set for (2.6.1, sprmCHps)."""

_DEEPEST = 32


class OldStyle(NamedTuple):
    """A style: its name, its kind, the number of the one that it is based on, what it sets for paragraphs and for
    characters.
    """

    name: str
    kind: int
    based_on: int
    paragraph: Sprms
    characters: Sprms


class OldStyles:
    """The styles of one file by their numbers, and its fonts.

    Raises:
        UnreadableError: they are damaged.

    """

    def __init__(self, binary: Binary) -> None:
        self.fonts = _fonts(binary.part(fib.FONTS))
        self.known: dict[int, OldStyle] = {}
        self._font = 0
        self._set: dict[int, Sprms] = {}
        sheet = binary.part(fib.STYLES)
        if not sheet:
            return
        head, count, base = struct.unpack_from("<3H", sheet)
        self._font = int.from_bytes(sheet[16:18], "little") if head >= 16 else 0
        at, long_rows = 2 + head, looks.LongRows(binary.data)
        for number in range(min(count, _NONE)):
            size = int.from_bytes(sheet[at : at + 2], "little")
            if size > base:
                self.known[number] = _style(sheet[at + 2 : at + 2 + size], base, long_rows)
            at += 2 + size

    def set_for_characters(self, number: int) -> Sprms:
        """What the style of a paragraph and those that it is based on set for its characters."""
        if number not in self._set:
            found, at = NONE, number
            for _ in range(_DEEPEST):
                if at not in self.known:
                    break
                found = found.over(self.known[at].characters)
                at = self.known[at].based_on
            self._set[number] = found
        return self._set[number]

    def written(self) -> str:
        """The styles as those of a Word file of today (ECMA-376 17.7)."""
        usual = Sprms({Code.FONT: struct.pack("<H", self._font), Code.SIZE: struct.pack("<H", _USUAL_SIZE)})
        said = [f"<w:rPrDefault><w:rPr>{writing.look(usual, self.fonts)}</w:rPr></w:rPrDefault>"]
        for number, style in self.known.items():
            kind = "character" if style.kind == _CHARACTER else "paragraph"
            usual_one = ' w:default="1"' if number == 0 else ""
            based_on = writing.style_id(style.based_on) if style.based_on != _NONE else ""
            said.append(
                f'<w:style w:type="{kind}" w:styleId="{writing.style_id(number)}"{usual_one}>'
                f"<w:name w:val={writing.attribute(style.name)}/>"
                + (f'<w:basedOn w:val="{based_on}"/>' if based_on else "")
                + f"<w:pPr>{writing.paragraph(style.paragraph)}</w:pPr>"
                f"<w:rPr>{writing.look(style.characters, self.fonts)}</w:rPr></w:style>"
            )
        return "".join(said)


def _style(std: bytes, base: int, long_rows: looks.LongRows) -> OldStyle:
    """One style (2.9.257 STD): its head, its name, rows of properties."""
    own, kind, rows = struct.unpack_from("<3H", std)
    (length,) = struct.unpack_from("<H", std, base)
    name = std[base + 2 : base + 2 + 2 * length].decode("utf-16-le", "replace").partition(",")[0]
    paragraph, characters = NONE, NONE
    at = base + 2 + 2 * length + 2
    for number in range(rows & 0xF):
        at += at % 2
        size = int.from_bytes(std[at : at + 2], "little")
        row = std[at + 2 : at + 2 + size]
        if kind & 0xF == _PARAGRAPH and number == 0:
            paragraph = looks.paragraph(row, long_rows)
        elif number == (kind & 0xF == _PARAGRAPH):
            characters = Sprms(sprms.parsed(row))
        at += 2 + size
    own &= 0xFFF
    named = name if own == _OWN else _NAMES.get(own, name)
    return OldStyle(named, kind & 0xF, kind >> 4, paragraph, characters)


def _fonts(table: bytes) -> Sequence[str]:
    """The names of the fonts, in the order by which they are named (2.9.77 FFN)."""
    found: list[str] = []
    at = 4
    while at < len(table):
        size = table[at]
        entry = table[at + 1 : at + 1 + size]
        found.append(entry[39:].decode("utf-16-le", "ignore").partition("\0")[0])
        at += 1 + size
    return found

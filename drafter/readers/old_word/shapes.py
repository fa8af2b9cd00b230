"""What is drawn over the text of an old Word file: where it hangs, how many pictures it holds, which text boxes.

The drawings are records inside records ([MS-ODRAW] 2.2.13), the texts of boxes one story by themselves.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from drafter.readers.old_word import fib
from drafter.readers.old_word.fib import Binary

_DRAWING, _GROUP, _OWN, _HEAD = 0xF002, 0xF003, 0xF00A, 8
_HOLDER = 0xF
"""The version of a record that holds others."""

_PICTURE = 75
"""The kind of a shape that is a picture ([MS-ODRAW] 2.4.24)."""

_ANCHOR, _BOX, _BOX_SHAPE = 26, 22, 14
"""Bytes of an anchor and of a box ([MS-DOC] 2.9.253, 2.9.103), and where the latter has the number of its shape."""


@dataclass(slots=True)
class Drawing:
    """A shape, or a group of them, that hangs on one character: its pictures and the boxes with their stretches."""

    pictures: int = 0
    boxes: list[tuple[int, int]] = field(default_factory=list)


class Drawings:
    """The drawings over one story of a file, by the place of the character that they hang on; `adrift` are the boxes that hang
    on none.

    Raises:
        UnreadableError: the tables of anchors or boxes are damaged.

    """

    def __init__(self, binary: Binary, story: str, anchors: int, boxes: int) -> None:
        start, end = binary.stories[story]
        whole = dict(_shapes(binary.part(fib.DRAWINGS)))
        places, data = binary.plc(anchors, _ANCHOR)
        self.at: dict[int, Drawing] = {}
        of: dict[int, Drawing] = {}
        for place, anchor in zip(places, data, strict=False):
            number = int.from_bytes(anchor[:4], "little")
            if start + place < end:
                of[number] = self.at[start + place] = Drawing()
        for number, (outermost, kind) in whole.items():
            if kind == _PICTURE and outermost in of:
                of[outermost].pictures += 1
            if outermost in of:
                of.setdefault(number, of[outermost])
        self.adrift: list[tuple[int, int]] = []
        first, last = binary.stories["boxes" if story == "text" else "margin_boxes"]
        places, data = binary.plc(boxes, _BOX)
        for at, box in enumerate(data):
            number = int.from_bytes(box[_BOX_SHAPE : _BOX_SHAPE + 4], "little")
            end = first + places[at + 1] - 1  # the last mark of a box is no paragraph of it (2.3.5)
            stretch = (min(first + places[at], last), min(end, last))
            drawing = of.get(number)
            (drawing.boxes if drawing is not None else self.adrift).append(stretch)


def _shapes(content: bytes) -> Iterator[tuple[int, tuple[int, int]]]:
    """Every shape by its number, with the number of the outermost that it belongs to, and its kind."""
    for start, end in _outermost(content):
        found = list(_numbered(content, start, end))
        yield from ((number, (found[0][0], kind)) for number, kind in found)


def _outermost(content: bytes) -> Iterator[tuple[int, int]]:
    """The stretches of the shapes and groups that stand in no other ([MS-DOC] 2.9.172, [MS-ODRAW] 2.2.13, 2.2.16): of a
    page's group all but the first, which is the page itself.
    """
    _, _, _, at = next(_records(content, 0, len(content)), (0, 0, 0, len(content)))
    while at < len(content):
        at += 1  # which of the two stories it is for
        for _, kind, start, end in _records(content, at, len(content)):
            at = end
            if kind == _DRAWING:
                groups = (one for one in _records(content, start, end) if one[1] == _GROUP)
                for _, _, first, last in groups:
                    yield from (
                        (inside, after) for _, _, inside, after in [*_records(content, first, last)][1:]
                    )
            break
        else:
            return


def _numbered(content: bytes, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The number and the kind of each shape in a stretch of records, those inside others too, in order."""
    pending = [_records(content, start, end)]
    while pending:
        found = next(pending[-1], None)
        if found is None:
            pending.pop()
            continue
        version, kind, inside, after = found
        if kind == _OWN and after >= inside + 4:
            yield int.from_bytes(content[inside : inside + 4], "little"), version >> 4
        elif version & 0xF == _HOLDER:
            pending.append(_records(content, inside, after))


def _records(content: bytes, at: int, end: int) -> Iterator[tuple[int, int, int, int]]:
    """The records that stand next to one another: version and kind, where what is inside begins and ends."""
    while at + _HEAD <= end:
        version, kind, size = struct.unpack_from("<HHI", content, at)
        after = min(at + _HEAD + size, end)
        yield version, kind, at + _HEAD, after
        at = after

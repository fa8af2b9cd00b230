"""Raster images that Word shows, from their bytes: size and direction read, what else a camera wrote taken out.

Only the frame of each format is read (PNG, third edition; JFIF 1.02 and Exif 2.32; GIF89a; Windows bitmaps), never the
picture: who prints it decodes it.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator

from drafter.model.document import Image

LARGEST = 20_000_000
"""Bytes of a picture that goes into a paper, or is kept from one."""

PNG, JPEG, GIF, BITMAP = "png", "jpeg", "gif", "bmp"
_TWIPS, _USUAL, _INCH = 1440, 96, 39.3701
"""Twips of an inch; dots of one where a file says nothing; inches of a metre."""

_LEAST, _MOST = 50, 1200
"""Dots of an inch that are believed."""

_MOST_PIXELS = 60_000
_MOST_INFLATED, _STEP = 2_000_000_000, 1_000_000
"""Bytes of rows that a picture may have, and those that are looked at at once."""

_KEPT = (
    b"IHDR",
    b"PLTE",
    b"IDAT",
    b"IEND",
    b"tRNS",
    b"cHRM",
    b"gAMA",
    b"sRGB",
    b"iCCP",
    b"sBIT",
    b"bKGD",
    b"pHYs",
)
"""Chunks of a PNG that its look needs; texts, times and Exif are not among them."""

_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_APPLICATION, _COMMENT, _SCAN = range(0xE0, 0xF0), 0xFE, 0xDA
_JFIF, _ICC, _ADOBE = b"JFIF\0", b"ICC_PROFILE\0", b"Adobe"
_EXIF = b"Exif\0\0"
_ORIENTATION, _SHORT = 0x0112, 3
_TURNED = {3: 180, 4: 180, 5: 90, 6: 90, 7: 270, 8: 270}
"""Degrees clockwise by the orientation that a camera wrote; mirrored ones, which no camera writes, are only turned."""


def read(data: bytes) -> Image | None:
    """The image; None where the bytes are none that Word shows, or are broken."""
    reader = next((make for start, make in _READERS.items() if data.startswith(start)), None)
    if reader is None:
        return None
    try:
        image = reader(data)
    except (struct.error, LookupError, ValueError):
        return None
    return image if image and image.width > 0 and image.height > 0 else None


def _image(
    data: bytes, suffix: str, pixels: tuple[int, int], dots: tuple[float, float], turned: int = 0
) -> Image:
    if not all(0 < side <= _MOST_PIXELS for side in pixels):
        raise ValueError(pixels)
    across, down = (dot if _LEAST <= dot <= _MOST else _USUAL for dot in dots)
    width, height = round(pixels[0] / across * _TWIPS), round(pixels[1] / down * _TWIPS)
    return (
        Image(data, suffix, width, height, turned)
        if turned % 180 == 0
        else Image(data, suffix, height, width, turned)
    )


def _png(data: bytes) -> Image:
    chunks = list(_chunks(data))
    said = dict(reversed(chunks))
    pixels = struct.unpack(">2L", said[b"IHDR"][:8])
    dots = (0.0, 0.0)
    if len(said.get(b"pHYs", b"")) == 9 and said[b"pHYs"][8] == 1:
        across, down, _ = struct.unpack(">2LB", said[b"pHYs"])
        dots = across / _INCH, down / _INCH
    if b"IEND" not in said:
        raise ValueError(data[:8])
    _prove_inflates(content for kind, content in chunks if kind == b"IDAT")
    return _image(_without_remarks(data), PNG, (pixels[0], pixels[1]), dots)


def _prove_inflates(pieces: Iterable[bytes]) -> None:
    """Says no to rows that do not come to their end; nothing of them is kept.

    Raises:
        ValueError: they do not.

    """
    inflating, left = zlib.decompressobj(), _MOST_INFLATED
    try:
        for piece in pieces:
            rest = piece
            while rest and left > 0:
                left -= len(inflating.decompress(rest, _STEP))
                rest = inflating.unconsumed_tail
    except zlib.error as error:
        raise ValueError(str(error)) from error
    if not inflating.eof or left <= 0:
        raise ValueError(left)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The kinds and contents of a PNG's chunks."""
    at = 8
    while at + 8 <= len(data):
        size, kind = struct.unpack_from(">L4s", data, at)
        content = data[at + 8 : at + 8 + size]
        (check,) = struct.unpack_from(">L", data, at + 8 + size)
        if zlib.crc32(kind + content) != check:
            raise ValueError(kind)
        yield kind, content
        if kind == b"IEND":
            return  # what hangs behind it is nobody's
        at += 12 + size


def _without_remarks(data: bytes) -> bytes:
    """A PNG with the chunks alone that its look needs, each as it was."""
    kept, at = [data[:8]], 8
    for kind, content in _chunks(data):
        size = 12 + len(content)
        if kind in _KEPT:
            kept.append(data[at : at + size])
        at += size
    return b"".join(kept)


def _jpeg(data: bytes) -> Image:
    kept, pixels, dots, turned = [data[:2]], (0, 0), (0.0, 0.0), 0
    at = 2
    while True:
        if data[at] != 0xFF:
            raise ValueError(at)
        mark = data[at + 1]
        if mark == _SCAN:
            break
        if mark == 0xFF:  # a filler
            at += 1
            continue
        (size,) = struct.unpack_from(">H", data, at + 2)
        segment = data[at : at + 2 + size]
        content = segment[4:]
        if mark in _FRAMES:
            down, across = struct.unpack_from(">2H", content, 1)
            pixels = across, down
        if content.startswith(_JFIF) and content[7] in (1, 2):
            per_inch = 1.0 if content[7] == 1 else 2.54
            dots = tuple(each * per_inch for each in struct.unpack_from(">2H", content, 8))
        if content.startswith(_EXIF):
            turned = _TURNED.get(_orientation(content[len(_EXIF) :]), 0)
        is_remark = mark == _COMMENT or (
            mark in _APPLICATION and not content.startswith((_JFIF, _ICC, _ADOBE))
        )
        kept += [] if is_remark else [segment]
        at += 2 + size
    end = data.rfind(b"\xff\xd9")  # what a telephone hangs behind the picture goes too
    if end < at:
        raise ValueError(end)
    return _image(b"".join(kept) + data[at : end + 2], JPEG, pixels, dots, turned)


def _orientation(exif: bytes) -> int:
    """How a camera was held (Exif 2.32, 4.6.4); 0 where it does not say."""
    order = {b"II": "<", b"MM": ">"}.get(exif[:2], "")
    if not order:
        return 0
    (first,) = struct.unpack_from(f"{order}L", exif, 4)
    (count,) = struct.unpack_from(f"{order}H", exif, first)
    for number in range(count):
        tag, kind, _, value = struct.unpack_from(f"{order}2HLH", exif, first + 2 + 12 * number)
        if (tag, kind) == (_ORIENTATION, _SHORT):
            return int(value)
    return 0


def _gif(data: bytes) -> Image:
    across, down = struct.unpack_from("<2H", data, 6)
    return _image(data, GIF, (across, down), (0, 0))


def _bitmap(data: bytes) -> Image:
    across, down, _, _, _, _, per_metre, down_per_metre = struct.unpack_from("<2l2H4l", data, 18)[:8]
    return _image(data, BITMAP, (across, abs(down)), (per_metre / _INCH, down_per_metre / _INCH))


_READERS = {b"\x89PNG\r\n\x1a\n": _png, b"\xff\xd8\xff": _jpeg, b"GIF8": _gif, b"BM": _bitmap}
"""What reads an image, by what it begins with."""

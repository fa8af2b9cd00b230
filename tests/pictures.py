"""Raster images made by hand, byte for byte, for tests."""

from __future__ import annotations

import struct
import zlib


def chunk(kind, data):
    return struct.pack(">L4s", len(data), kind) + data + struct.pack(">L", zlib.crc32(kind + data))


def png(width=4, height=2, dots=0, text=b""):
    """A grey PNG; `dots` are those of an inch, `text` a remark in it."""
    rows = zlib.compress((b"\0" + b"\x80" * width) * height)
    resolution = chunk(b"pHYs", struct.pack(">2LB", *[round(dots * 39.3701)] * 2, 1)) if dots else b""
    remark = chunk(b"tEXt", b"Author\0" + text) if text else b""
    head = chunk(b"IHDR", struct.pack(">2L5B", width, height, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + resolution + remark + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def segment(mark, data):
    return b"\xff" + bytes([mark]) + struct.pack(">H", len(data) + 2) + data


def jpeg(width=4, height=2, orientation=0, dots=0, behind=b""):
    """The frame of a JPEG, with what a camera writes: Exif with a place, a remark; `behind` hangs after its end."""
    entries = struct.pack(">2HLHH", 0x0112, 3, 1, orientation, 0) if orientation else b""
    place = struct.pack(">2HLL", 0x8825, 4, 1, 0)
    exif = (
        b"MM\0*\0\0\0\x08" + struct.pack(">H", 1 + bool(orientation)) + entries + place + b"\0\0\0\0GPS 31.2N"
    )
    jfif = b"JFIF\0\x01\x02\x01" + struct.pack(">2H", dots, dots) + b"\0\0"
    frame = struct.pack(">B2HB", 8, height, width, 1) + b"\x01\x11\0"
    return (
        b"\xff\xd8" + segment(0xE0, jfif) + segment(0xE1, b"Exif\0\0" + exif) + segment(0xFE, b"SECRET REMARK")
        + segment(0xC0, frame) + segment(0xDA, b"\x01\x01\0\0\x3f\0") + b"\x12\x34\xff\xd9" + behind
    )  # fmt: skip


def gif(width=4, height=2):
    return b"GIF89a" + struct.pack("<2H", width, height) + b"\0\0\0;"


def bitmap(width=4, height=2):
    return b"BM" + b"\0" * 12 + struct.pack("<L2l2H6l", 40, width, height, 1, 24, 0, 0, 3780, 3780, 0, 0)

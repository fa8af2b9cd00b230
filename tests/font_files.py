"""Fonts of a few hundred bytes, which the system takes for fonts."""

from __future__ import annotations

import struct

CHINESE, ENGLISH = 0x0804, 0x0409


def font(*families, encoding=(3, 1), coding="utf-16-be", outlines=b"\x00\x01\x00\x00", without=()):
    """A font with one empty glyph for every character from 一 to 万, named so: Chinese first, then English."""
    languages = (CHINESE, ENGLISH)
    records, texts = [], b""
    for language, family in zip(languages, families, strict=False):
        for which, said in ((1, family), (2, "Regular"), (4, family), (6, "Font")):
            raw = said.encode(coding)
            records.append(struct.pack(">6H", *encoding, language, which, len(raw), len(texts)))
            texts += raw
    name = struct.pack(">3H", 0, len(records), 6 + 12 * len(records)) + b"".join(records) + texts
    segments = struct.pack(
        ">14H", 4, 32, 0, 4, 4, 1, 0, 0x4E07, 0xFFFF, 0, 0x4E00, 0xFFFF, (1 - 0x4E00) % 0x10000, 1
    )
    tables = {
        b"OS/2": struct.pack(">hHHHH", 0, 500, 400, 5, 0) + bytes(68),
        b"cmap": struct.pack(">HHHHI", 0, 1, 3, 1, 12) + segments + bytes(4),
        b"glyf": bytes(4),
        b"head": struct.pack(">IIIIHH16xhhhhHHhhh", 0x10000, 0, 0, 0x5F0F3CF5, 0, 1000, 0, 0, 1000, 1000, 0, 8, 2, 1, 0),
        b"hhea": struct.pack(">IhhhH22xH", 0x10000, 800, -200, 0, 1000, 1),
        b"hmtx": struct.pack(">Hh", 1000, 0) + bytes(2 * 8),
        b"loca": bytes(4 * 10),
        b"maxp": struct.pack(">IH26x", 0x10000, 9),
        b"name": name,
        b"post": struct.pack(">I28x", 0x30000),
    }  # fmt: skip
    return packed({tag: data for tag, data in tables.items() if tag.decode() not in without}, outlines)


def packed(tables, outlines):
    """Tables as a font file."""
    head = struct.pack(">4sHHHH", outlines, len(tables), 128, 3, 32)
    directory, data = b"", b""
    start = len(head) + 16 * len(tables)
    for tag, table in tables.items():
        directory += struct.pack(">4sIII", tag, 0, start + len(data), len(table))
        data += table + bytes(-len(table) % 4)
    return head + directory + data


def collection(*fonts):
    """Several fonts in one file; their tables stand where they are said to."""
    starts, data = [], b""
    begin = 12 + 4 * len(fonts)
    for one in fonts:
        starts.append(begin + len(data))
        data += moved(one, begin + len(data))
    return struct.pack(f">4sII{len(fonts)}I", b"ttcf", 0x10000, len(fonts), *starts) + data


def moved(data, by):
    """A font whose tables are looked for further on."""
    (count,) = struct.unpack_from(">H", data, 4)
    out = bytearray(data)
    for number in range(count):
        at = 12 + 16 * number + 8
        (offset,) = struct.unpack_from(">I", data, at)
        struct.pack_into(">I", out, at, offset + by)
    return bytes(out)

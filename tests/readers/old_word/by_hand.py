"""The streams of an old Word file, written by hand: a head, pieces of text, pages of what is set, tables."""

from __future__ import annotations

import struct

from drafter.readers.old_word import compound, document, fib
from drafter.readers.old_word.compound import Streams
from drafter.readers.word import text as word_text

TEXT = 1024
"""The byte at which the text begins, after the head."""

_TABLES = 93


def sprm(code, *operand):
    """A property with the bytes of its operand."""
    return struct.pack("<H", code) + bytes(operand)


def piece(text, narrow=False, prm=0):
    return text, narrow, prm


def streams(
    *pieces, characters=(), paragraphs=(), rows=(), tables=None, lengths=(), data=b"", version=0xC1, flags=0
):
    """A file of these pieces. `characters` and `paragraphs` are stretches of bytes from where the text begins, with
    their properties (a paragraph's with its style before them); `rows` stand before the table of pieces, `lengths` are
    those of the stories after the text.
    """
    word, found, cps, at = b"", [], [0], TEXT
    for text, narrow, prm in pieces:
        said = text if isinstance(text, bytes) else text.encode("utf-16-le")
        count = len(said) if narrow else len(said) // 2
        found.append(struct.pack("<HIH", 0, at * 2 | 0x40000000 if narrow else at, prm))
        cps.append(cps[-1] + count)
        word, at = word + said, at + len(said)
    clx = b"".join(b"\1" + struct.pack("<h", len(row)) + row for row in rows)
    plc = struct.pack(f"<{len(cps)}I", *cps) + b"".join(found)
    parts = {fib.PIECES: clx + b"\2" + struct.pack("<I", len(plc)) + plc, **(tables or {})}
    body = (b"\0" * TEXT + word).ljust(-(-(TEXT + len(word)) // 512) * 512, b"\0")
    for which, stretches, size in ((fib.LOOKS, characters, 1), (fib.PARAGRAPHS, paragraphs, 13)):
        if stretches:
            parts[which] = struct.pack("<3I", TEXT, at, len(body) // 512)
            body += _page(stretches, size)
    head, table = _head(parts, (cps[-1] - sum(lengths), *lengths), version, flags)
    return Streams(head.ljust(TEXT, b"\0") + body[TEXT:], (table, b""), data)


def _page(stretches, size):
    """A page of 512 bytes that says what is set for each stretch."""
    page = bytearray(512)
    page[511] = len(stretches)
    edges = [TEXT + start for start, _, _ in stretches] + [TEXT + stretches[-1][1]]
    struct.pack_into(f"<{len(edges)}I", page, 0, *edges)
    at = 510
    for number, (_, _, row) in enumerate(stretches):
        said = bytes([len(row)]) + row if size == 1 else b"\0" + bytes([-(-len(row) // 2)]) + row
        at = (at - len(said)) // 2 * 2
        page[at : at + len(said)] = said
        page[4 * len(edges) + size * number] = at // 2
    return bytes(page)


def _head(parts, lengths, version, flags):
    """The head, and the table stream that it points into."""
    lengths = (*lengths, *[0] * (8 - len(lengths)))
    places, table = [(0, 0)] * _TABLES, b""
    for which, part in parts.items():
        places[which] = (len(table), len(part))
        table += part
    head = struct.pack("<HHHHHHHIHHHHII", 0xA5EC, version, 0, 0, 0, flags, 0, 0, 0, 0, 0, 0, 0, 0)[:32]
    head += struct.pack("<H", 14) + b"\0" * 28 + struct.pack("<H", 22) + b"\0" * 12
    head += struct.pack("<8i", *lengths).ljust(76, b"\0") + struct.pack("<H", _TABLES)
    return head + b"".join(struct.pack("<II", *place) for place in places), table


def source(monkeypatch, made, revisions="accepted"):
    """What import takes for its lines."""
    monkeypatch.setattr(compound, "streams", lambda _: made)
    return word_text.read(document.read(b"", "旧稿.doc"), revisions)


def texts(monkeypatch, made, revisions="accepted"):
    return [line.text for line in source(monkeypatch, made, revisions).lines]

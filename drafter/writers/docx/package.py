"""Zip packages whose unchanging members are kept deflated and copied as they are.

Deflating is nine tenths of the work of writing a Word file, and all members but two are the
same for every document of one stylesheet. The standard `zipfile` cannot copy a member
without inflating it, so the three records of the format are written here (APPNOTE 4.3.7,
4.3.12, 4.3.16).
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from types import ModuleType

from drafter.records import Record

deflate: ModuleType = zlib
LEVEL = 3
try:
    from isal import isal_zlib  # the extra [fast]: the same format in a quarter of the time
except ImportError:
    pass
else:
    deflate, LEVEL = isal_zlib, 2
# Measured on the body of a speech of 9,600 characters, 40,006 bytes of XML, in bytes and µs of CPU:
# zlib 6: 11,541 and 634; zlib 3: 12,060 (+4 %) and 344; zlib 1: 12,546 and 287;
# isal 3: 12,387 and 177; isal 2: 12,380 and 88; isal 1: 12,576 and 85.

_EPOCH = 0x0021  # 1 January 1980, the first day a zip file can name: same input, same bytes
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_DEFLATED = 8
_VERSION = 20
_UTF8 = 0x0800  # a part name outside ASCII, as other people's files may have


class Member(Record):
    """One file of a package, deflated."""

    name: str
    crc: int
    size: int
    deflated: bytes

    @property
    def data(self) -> bytes:
        """The file itself."""
        return zlib.decompress(self.deflated, -zlib.MAX_WBITS)


def member(name: str, data: bytes) -> Member:
    """The data as a deflated member."""
    packer = deflate.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return Member(name, deflate.crc32(data), len(data), packer.compress(data) + packer.flush())


def streamed(name: str, pieces: Iterable[bytes]) -> Member:
    """The pieces, one after the other, as one deflated member; they are never all there at once."""
    packer = deflate.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    crc, size, packed = 0, 0, []
    for piece in pieces:
        crc, size = deflate.crc32(piece, crc), size + len(piece)
        packed.append(packer.compress(piece))
    return Member(name, crc, size, b"".join([*packed, packer.flush()]))


class Segment(Record):
    """A stretch of a file, and the same deflated in blocks that look back at nothing before it and are not the last."""

    data: bytes
    deflated: bytes


_LAST_BLOCK = b"\x03\x00"
"""An empty block that is the last (RFC 1951 3.2.3, 3.2.6)."""


def segment(data: bytes, level: int = LEVEL) -> Segment:
    """The data as a segment; one that is used many times is worth a higher level."""
    library = deflate if level == LEVEL else zlib
    packer = library.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
    return Segment(data, packer.compress(data) + packer.flush(zlib.Z_SYNC_FLUSH))


def put_together(name: str, segments: Iterable[Segment]) -> Member:
    """The segments, one after the other, as one member, without deflating any again."""
    crc, size, packed = 0, 0, []
    for one in segments:
        crc, size = deflate.crc32(one.data, crc), size + len(one.data)
        packed.append(one.deflated)
    return Member(name, crc, size, b"".join([*packed, _LAST_BLOCK]))


def members(package: bytes) -> tuple[Member, ...]:
    """The members of a package as they lie in it, deflated; what lies there otherwise (a picture that
    would not shrink) is deflated now.

    Raises:
        zipfile.BadZipFile: the bytes are no whole zip file.

    """
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return tuple(
            _as_it_lies(package, info) if info.compress_type == _DEFLATED
            else member(info.filename, archive.read(info))
            for info in archive.infolist()
        )  # fmt: skip


def _as_it_lies(package: bytes, info: zipfile.ZipInfo) -> Member:
    """A member without inflating it: its bytes follow its local header (APPNOTE 4.3.7)."""
    *_, name, extra = _LOCAL.unpack_from(package, info.header_offset)
    start = info.header_offset + _LOCAL.size + name + extra
    return Member(info.filename, info.CRC, info.file_size, package[start : start + info.compress_size])


class Front(Record):
    """The members that a package begins with, laid out once: their bytes, their lines in its directory, how many."""

    data: bytes = b""
    listing: bytes = b""
    count: int = 0


def begin(content: Iterable[Member]) -> Front:
    """The front of packages that all begin with these members."""
    return _laid_out(content, Front())


def pack(content: Iterable[Member], front: Front | None = None) -> bytes:
    """A zip file of these members, in this order, behind those of the `front`."""
    whole = _laid_out(content, front or Front())
    size = len(whole.listing)
    end = _END.pack(b"PK\5\6", 0, 0, whole.count, whole.count, size, len(whole.data), 0)
    return b"".join((whole.data, whole.listing, end))


def replaced(data: bytes, changed: Mapping[str, bytes]) -> bytes:
    """The package with some of its members replaced or added; the others lie as they lay."""
    there = members(data)
    kept = [member(one.name, changed[one.name]) if one.name in changed else one for one in there]
    names = {one.name for one in there}
    return pack([*kept, *(member(name, content) for name, content in changed.items() if name not in names)])


CONTENT_TYPES = "[Content_Types].xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CLOSED = "</Relationships>"
_NONE = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{_CLOSED}'


class Part(Record):
    """A part that the text of a document needs beside those of every document: the id by which the text names it, what it
    is to the text (image, footer), its name, and its content type.
    """

    id: str
    kind: str
    name: str
    data: bytes
    type: str


def related(parts: Iterable[Part], relations: str, there: Mapping[str, bytes]) -> dict[str, bytes]:
    """What these parts add to a package of ours and change in it: `relations` is the part with the relationships of the
    text, which it may lack yet (ECMA-376 part 2, 9 and 10).
    """
    made: dict[str, bytes] = {}
    named = types = ""
    for part in parts:
        made[part.name] = part.data
        named += f'<Relationship Id="{part.id}" Type="{_OFFICE}/{part.kind}" Target="/{part.name}"/>'
        types += f'<Override PartName="/{part.name}" ContentType="{part.type}"/>'
    before = there.get(relations, _NONE.encode()).decode("utf-8")
    listed = there[CONTENT_TYPES].decode("utf-8")
    made[relations] = before.replace(_CLOSED, f"{named}{_CLOSED}").encode("utf-8")
    return made | {CONTENT_TYPES: listed.replace("</Types>", f"{types}</Types>").encode("utf-8")}


_DOCUMENT_TYPE = b"wordprocessingml.document.main+xml"


def as_template(data: bytes) -> bytes:
    """The Word file as a template of Word's (.dotx): what is begun from it is a new file in its styles."""
    types = next(one.data for one in members(data) if one.name == CONTENT_TYPES)
    return replaced(
        data, {CONTENT_TYPES: types.replace(_DOCUMENT_TYPE, b"wordprocessingml.template.main+xml")}
    )


def _laid_out(content: Iterable[Member], front: Front) -> Front:
    """The front with these members behind it."""
    out = [front.data]
    directory = [front.listing]
    offset, count = len(front.data), front.count
    for item in content:
        name = item.name.encode("utf-8")
        flags = 0 if item.name.isascii() else _UTF8
        sizes = (item.crc, len(item.deflated), item.size, len(name))
        local = _LOCAL.pack(b"PK\3\4", _VERSION, flags, _DEFLATED, 0, _EPOCH, *sizes, 0)
        directory.append(
            _CENTRAL.pack(
                b"PK\1\2", _VERSION, _VERSION, flags, _DEFLATED, 0, _EPOCH, *sizes, 0, 0, 0, 0, 0, offset
            )
            + name
        )
        out += (local, name, item.deflated)
        offset += len(local) + len(name) + len(item.deflated)
        count += 1
    return Front(b"".join(out), b"".join(directory), count)

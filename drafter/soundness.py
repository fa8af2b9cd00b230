"""Whether a Word file that was just written is one: every part of it well-formed XML."""

from __future__ import annotations

import io
import zipfile
from xml.parsers import expat

Proven = set[tuple[str, int, int]]
"""Parts that were found well-formed: name, checksum and size. Files of one outline share all but a few."""

_XML = (".xml", ".rels")


def find_broken_part(data: bytes, proven: Proven) -> str:
    """The name of the first part that is no well-formed XML, "" where all are. Parts that are `proven` are not
    gone through again, and those that are found so are added.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for part in archive.infolist():
            known = (part.filename, part.CRC, part.file_size)
            if known in proven or not part.filename.endswith(_XML):
                continue
            if not is_sound(archive.read(part)):
                return part.filename
            proven.add(known)
    return ""


def is_sound(data: bytes) -> bool:
    """Whether this is well-formed XML."""
    try:
        expat.ParserCreate().Parse(data, True)
    except expat.ExpatError:
        return False
    return True

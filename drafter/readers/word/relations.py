"""Which part of a Word file stands for what (ECMA-376 part 2, 9.3).

Names of parts are a habit of Word's, not a rule: what a part is, its relationship says.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping
from urllib.parse import unquote
from xml.etree import ElementTree

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


def relations_of(part: str) -> str:
    """The name of the part that holds the relationships of a part; of the package itself for ""."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def by_kind(root: ElementTree.Element, part: str, parts: Mapping[str, bytes]) -> dict[str, list[str]]:
    """The parts of the file that a part is related to, by what they are to it (styles, header), in the order
    of the file and as they are written there; names in other cases and with percent signs are found, what lies
    outside or is missing is not.
    """
    found: dict[str, dict[str, None]] = {}
    written = {
        unquote(name).lower(): name for name in reversed(list(parts))
    }  # parts are the same in small letters (9.1.1.3)
    for relation in root.iter(_RELATION):
        if relation.get("TargetMode") == "External":
            continue
        target = posixpath.join(f"/{posixpath.dirname(part)}", unquote(relation.get("Target", "")))
        wanted = posixpath.normpath(target).lstrip("/")
        name = wanted if wanted in parts else written.get(wanted.lower(), "")
        known = found.setdefault(relation.get("Type", "").rpartition("/")[2], {})
        if name:
            known[name] = None
    place = {name: number for number, name in enumerate(parts)}
    return {kind: sorted(names, key=place.__getitem__) for kind, names in found.items()}


def usually_named(kind: str, folder: str, parts: Iterable[str]) -> list[str]:
    """The parts that bear the usual name of a kind (header1.xml), for a file that does not say."""
    pattern = re.compile(re.escape(posixpath.join(folder, kind)) + r"\d*\.xml")
    return [part for part in parts if pattern.fullmatch(part)]

"""Which part of a Word file stands for what (ECMA-376 part 2, 9.3).

Names of parts are a habit of Word's, not a rule: what a part is, its relationship says.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping
from xml.etree import ElementTree

from drafter import opc


def by_kind(root: ElementTree.Element, part: str, parts: Mapping[str, bytes]) -> dict[str, list[str]]:
    """The parts of the file that a part is related to, by what they are to it (styles, header), in the order
    of the file and as they are written there; names in other cases and with percent signs are found, what lies
    outside or is missing is not.
    """
    found: dict[str, dict[str, None]] = {}
    written = {opc.folded(name): name for name in reversed(list(parts))}
    for relation in root.iter(opc.RELATION):
        if relation.get("TargetMode") == "External":
            continue
        wanted = opc.target_of(part, relation.get("Target", ""))
        name = wanted if wanted in parts else written.get(opc.folded(wanted), "")
        known = found.setdefault(relation.get("Type", "").rpartition("/")[2], {})
        if name:
            known[name] = None
    place = {name: number for number, name in enumerate(parts)}
    return {kind: sorted(names, key=place.__getitem__) for kind, names in found.items()}


def usually_named(kind: str, folder: str, parts: Iterable[str]) -> list[str]:
    """The parts that bear the usual name of a kind (header1.xml), for a file that does not say."""
    pattern = re.compile(re.escape(posixpath.join(folder, kind)) + r"\d*\.xml")
    return [part for part in parts if pattern.fullmatch(part)]

"""What all work on a tree of somebody's Word file needs."""

from __future__ import annotations

from typing import Any

from lxml import etree

from drafter import opc

_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"


def local(element: Any) -> str:
    """An element's name without its namespace; "" for no element."""
    return str(getattr(element, "tag", "")).rpartition("}")[2]


def remove(element: Any) -> None:
    """Takes an element out; what follows it stays."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def attached(relations: Any, types: Any, part: str, kind: str, content_type: str) -> str:
    """The id of a new relationship of this kind to a part, among `relations` (None where there is one), and what the part is
    among the `types` of the file; "" for no relationship.
    """
    number = ""
    if relations is not None:
        known = {relation.get("Id") for relation in relations}
        number = next(f"rIdDrafter{n}" for n in range(1, len(known) + 2) if f"rIdDrafter{n}" not in known)
        etree.SubElement(relations, opc.RELATION, Id=number, Type=kind, Target=f"/{part}")
    if not any(override.get("PartName") == f"/{part}" for override in types):
        etree.SubElement(types, f"{_TYPES}Override", PartName=f"/{part}", ContentType=content_type)
    return number

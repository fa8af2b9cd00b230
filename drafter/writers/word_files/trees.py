"""What all work on a tree of somebody's Word file needs."""

from __future__ import annotations

from typing import Any


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

"""How the parts of an Office file are named, and how one names another (ECMA-376 part 2, 9)."""

from __future__ import annotations

import posixpath
from urllib.parse import unquote

RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
RELATION = f"{{{RELATIONSHIPS}}}Relationship"


def relations_of(part: str) -> str:
    """The name of the part that holds the relationships of a part; of the package itself for ""."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def target_of(part: str, target: str) -> str:
    """The name of the part to which a relationship of a part leads, spelt as it is there."""
    return posixpath.normpath(posixpath.join(f"/{posixpath.dirname(part)}", target)).lstrip("/")


def folded(part: str) -> str:
    """A part's name such that two that are the same read the same: in small letters, without percent signs (9.1.1.3)."""
    return unquote(part).lower()

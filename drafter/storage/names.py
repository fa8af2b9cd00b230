"""File names that are made from titles: safe on every system, and inside their folder."""

from __future__ import annotations

import re
import unicodedata

from drafter.patterns import pattern

LONGEST = 120
"""Bytes of UTF-8; a name on common file systems may have 255, and a suffix is still to come."""

_FORBIDDEN = pattern(r'[<>:"/\\|?*\x00-\x1f\x7f／＼：＊？＂＜＞｜]')
_RESERVED = pattern(r"(?:con|prn|aux|nul|com\d|lpt\d)\s*(?:\.|$)", re.IGNORECASE)


def safe(title: str, fallback: str) -> str:
    """The title as a file's stem, or the fallback where nothing of it can be used."""
    kept = "".join(char for char in title if unicodedata.category(char) not in ("Cf", "Cc", "Cs", "Co"))
    name = _FORBIDDEN.sub("", kept).strip(" .\u3000")
    if _RESERVED.match(name):
        name = f"_{name}"
    while len(name.encode("utf-8")) > LONGEST:
        name = name[:-1]
    return name.strip(" .\u3000") or fallback

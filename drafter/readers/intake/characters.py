"""Characters that no page can hold, and line ends in disguise."""

from __future__ import annotations

import re

from drafter import shield
from drafter.patterns import pattern

_UNUSABLE = pattern(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]")
_LINE_ENDS = pattern("[\r\x85\u2028\u2029]")


def unusable(text: str) -> re.Match[str] | None:
    """The first character that XML forbids or that `shield` keeps to itself, if there is one."""
    if text.isprintable():
        return None
    return unprintable(text) or shield.RESERVED.search(text)


def unprintable(text: str) -> re.Match[str] | None:
    """The first character that XML forbids, if there is one; what `shield` keeps to itself may stand in the text."""
    return None if text.isprintable() else _UNUSABLE.search(text)


def usable(text: str) -> str:
    """The text without such characters."""
    return _UNUSABLE.sub("", shield.RESERVED.sub("", text))


def plain_line_ends(text: str) -> str:
    """The text with every kind of line end as a plain one."""
    return _LINE_ENDS.sub("\n", text)

"""The units that a change never parts: a Han character, a mark; a number, a date, a Latin word whole."""

from __future__ import annotations

from drafter.patterns import pattern

_UNIT = pattern(
    r"(?:\d{4}年)?\d{1,2}月(?:\d{1,2}[日号])?|\d{4}年"  # a date
    r"|\d+(?:[.,:：/]\d+)*[%％‰]?"
    r"|[A-Za-z]+(?:['’\-][A-Za-z]+)*"
    r"|.",
    16,
)
"""`re.DOTALL` is 16: a line end is a unit too."""

MARKS = frozenset("，。；：、！？…—,.;:!?\n")
"""Marks at which a change begins or ends where it may."""

SENTENCE_ENDS = frozenset("。；！？\n")


def units(text: str) -> list[str]:
    """The units of a text, in order; together they are the text."""
    return _UNIT.findall(text)

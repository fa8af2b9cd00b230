"""Texts that lost their paragraph breaks on the way: broken again where a new thought opens."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from drafter import numerals
from drafter.model.source import Guess, Line

LONGEST = 1200
"""Characters of the longest paragraph that somebody may have meant."""

_OPENS = re.compile(
    r"(?<=[。！？”）])\s*(?:(?P<call>(?:各位[^，。！？：]{1,16}|同志们|朋友们)[！，])"
    r"|(?P<mark>(?P<one>[一二三四五六七八九十]{1,3})、|[（(](?P<two>[一二三四五六七八九十]{1,3})[）)]"
    r"|第(?P<three>[一二三四五六七八九十]{1,3})，))"
)


def parted(lines: Sequence[Line], guesses: list[Guess]) -> list[Line]:
    """The lines, those too long for a paragraph in several: before a call to the listeners, and
    before marks that count from one.
    """
    found: list[Line] = []
    for line in lines:
        pieces = list(_pieces(line.text)) if len(line.text) > LONGEST and not line.rows else []
        if len(pieces) < 2:
            found.append(line)
            continue
        guesses.append(
            Guess("分段", line.number, f"这一段有 {len(line.text)} 个字，照序号和称呼分成了 {len(pieces)} 段")
        )
        found += [replace(line, text=piece, lead=0) for piece in pieces]
    return found


def _pieces(text: str) -> Iterator[str]:
    """The text in pieces, each beginning where a thought opens."""
    start = 0
    for at in _openings(text):
        yield text[start:at].strip()
        start = at
    yield text[start:].strip()


def _openings(text: str) -> list[int]:
    """Where a call stands, or a mark that follows the one before it."""
    counts = {"one": 0, "two": 0, "three": 0}
    found = []
    for match in _OPENS.finditer(text):
        at = match.start("call") if match["call"] else match.start("mark")
        kind = next((name for name in counts if match[name]), "")
        if kind:
            number = numerals.value(match[kind])
            if number not in (1, counts[kind] + 1) or (number == 1 and kind != "two" and counts[kind]):
                continue
            counts[kind] = number
        found.append(at)
    return found

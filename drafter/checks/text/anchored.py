"""Patterns that begin with what is common, tried only near what is rare."""

from __future__ import annotations

import re
from collections.abc import Iterator


def matches(
    pattern: re.Pattern[str], anchor: re.Pattern[str], sight: int, text: str
) -> Iterator[re.Match[str]]:
    """As `pattern.finditer(text)`, for one that begins at most `sight` characters before what `anchor` finds."""
    done = 0
    for found in anchor.finditer(text):
        for start in range(max(found.start() - sight, done), found.start() + 1):
            match = pattern.match(text, start)
            if match:
                yield match
                done = match.end()
                break

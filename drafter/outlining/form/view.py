"""A text as structure is looked for in it: half-width marks beside Han as full-width ones, traditional forms of
address as simple ones. As long as the text itself, so that what is found stands there at the same place; the text
stays as it was.
"""

from __future__ import annotations

import functools

from drafter.patterns import pattern
from drafter.residue.forms import simple

_HALF = pattern(r"[,:;!?](?![0-9A-Za-z/])|(?<![0-9A-Za-z])[,:;!?]")
_WIDE = str.maketrans(",:;!?", "，：；！？")


@functools.lru_cache(maxsize=1 << 14)
def seen(text: str) -> str:
    """The text as structure is looked for in it."""
    return simple(widened(text))


def widened(text: str) -> str:
    """The text with half-width marks beside Han as full-width ones; times, figures and addresses keep theirs."""
    return text if text.isalnum() else _HALF.sub(lambda mark: mark[0].translate(_WIDE), text)

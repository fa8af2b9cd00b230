"""Sentences that are too long to say in one breath."""

from __future__ import annotations

import re

LONGEST = 100
"""Characters above which a listener loses the thread (prose: nine in ten sentences are shorter)."""

_SENTENCE = re.compile(r"[^。！？；]+[。！？；]?[”’）]*")


def long_ones(text: str, longest: int = LONGEST) -> list[str]:
    """The sentences of a paragraph that are longer than so many characters."""
    return [found[0].strip() for found in _SENTENCE.finditer(text) if len(found[0].strip()) > longest]

"""Sentences that are too long to say in one breath."""

from __future__ import annotations

import re

LONGEST = 100
"""Characters above which a listener loses the thread (prose: nine in ten sentences are shorter)."""

_SENTENCE = re.compile(r"[^。！？；]+[。！？；]?[”’）]*")


def long_ones(text: str, longest: int = LONGEST) -> list[tuple[int, str]]:
    """The sentences of a paragraph that are longer than so many characters, each with where it begins."""
    found = (one for one in _SENTENCE.finditer(text) if one.end() - one.start() > longest)
    bare = ((one.end() - len(one[0].lstrip()), one[0].strip()) for one in found)
    return [(start, said) for start, said in bare if len(said) > longest]

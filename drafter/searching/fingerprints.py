"""Fingerprints of a text by winnowing, so that what was copied is found without comparing all with all.

Schleimer, Wilkerson and Aiken, SIGMOD 2003: of every WINDOW neighbouring hashes of GRAM
characters the smallest is kept, so that any shared run of LEAST characters shares a fingerprint.
"""

from __future__ import annotations

import re
import zlib

GRAM = 8
WINDOW = 6
LEAST = GRAM + WINDOW - 1
"""A run of so many characters in common is always found: thirteen, as the offices' audits count."""

MOST_PARAGRAPHS = 4096
"""Of one text; what follows is not compared."""

_KEPT = re.compile(r"[^\W_]")
_DIGITS = re.compile(r"\d+")


def bare(text: str) -> tuple[str, list[int]]:
    """The text without punctuation, each number a single 0, and where each character stood."""
    found: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        if character.isdigit():
            character = "0"
        if _KEPT.match(character) and not (character == "0" and found and found[-1] == "0"):
            found.append(character)
            places.append(place)
    return "".join(found), places


def prints(text: str) -> set[int]:
    """The fingerprints of the text; none where it is shorter than GRAM."""
    said = _DIGITS.sub("0", "".join(_KEPT.findall(text)))
    data = said.encode("utf-32-le")
    marks = [zlib.crc32(data[at : at + 4 * GRAM]) for at in range(0, len(data) - 4 * GRAM + 1, 4)]
    if len(marks) <= WINDOW:
        return {min(marks)} if marks else set()
    return set(map(min, *(marks[offset:] for offset in range(WINDOW))))

"""Which characters a speaker may stumble over, and how they are read."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Mapping
from functools import cache

_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]+")
_FIRST_RARE = 0xD8
"""GB/T 2312 orders its 3755 usual characters (level 1) before its 3008 less usual ones."""

SKIPPED = "_"
"""Stands in a reading for a character that needs none."""

Piece = tuple[str, str]
"""A passage and its reading, "" where it needs none."""


def is_rare(char: str) -> bool:
    """Whether a Han character is not among the usual ones of GB/T 2312 (level 1)."""
    try:
        return char.encode("gb2312")[0] >= _FIRST_RARE
    except UnicodeEncodeError:
        return True


@cache
def can_guess() -> bool:
    """Whether pypinyin is installed (the extra `pinyin`)."""
    return importlib.util.find_spec("pypinyin") is not None


def unread(text: str, words: Mapping[str, str]) -> list[str]:
    """The rare characters of the text that would have no reading: none where they can be guessed."""
    if can_guess():
        return []
    pieces = annotated(text, words, guess=False)
    rest = "".join(passage for passage, reading in pieces if not reading)
    return [char for char in dict.fromkeys("".join(_HAN.findall(rest))) if is_rare(char)]


def annotated(text: str, words: Mapping[str, str], guess: bool = True) -> list[Piece]:
    """The text in passages, each with the reading that stands above it.

    `words` are known readings, a syllable a character (`_` for a character that needs none);
    with `guess` rare characters outside them are read by their context, where pypinyin is there
    to read them.
    """
    pieces: list[Piece] = []
    position = 0
    guess = guess and can_guess()
    pattern = _pattern(tuple(words))
    while position < len(text):
        match = pattern.search(text, position) if pattern else None
        end = match.start() if match else len(text)
        pieces += _guessed(text[position:end]) if guess else [(text[position:end], "")]
        if match is None:
            break
        pieces += _known(match[0], words[match[0]])
        position = match.end()
    return _joined(pieces)


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str] | None:
    """Finds the longest known word; None where there are none."""
    known = sorted(map(re.escape, filter(None, words)), key=len, reverse=True)
    return re.compile("|".join(known)) if known else None


def _known(word: str, reading: str) -> list[Piece]:
    """A known word, character by character where its reading has as many syllables."""
    syllables = reading.split()
    if len(syllables) != len(word):
        return [(word, reading)]
    return [(char, "" if said == SKIPPED else said) for char, said in zip(word, syllables, strict=True)]


def _guessed(text: str) -> list[Piece]:
    """The text with the rare characters read; most texts have none."""
    pieces: list[Piece] = []
    position = 0
    for match in _HAN.finditer(text):
        if any(map(is_rare, match[0])):
            pieces.append((text[position : match.start()], ""))
            sounds = _pinyin(match[0])
            pieces += [
                (char, sound if is_rare(char) else "") for char, sound in zip(match[0], sounds, strict=True)
            ]
            position = match.end()
    return [*pieces, (text[position:], "")]


def _pinyin(han: str) -> list[str]:
    """The pinyin of each character of a run of Han characters, by its context."""
    from pypinyin import Style, pinyin

    found = [sounds[0] for sounds in pinyin(han, style=Style.TONE)]
    if len(found) != len(han):  # characters that it does not know come back in one piece
        found = [pinyin(char, style=Style.TONE)[0][0] for char in han]
    return ["" if sound == char else sound for sound, char in zip(found, han, strict=True)]


def _joined(pieces: list[Piece]) -> list[Piece]:
    """The pieces, those without a reading that touch made one."""
    joined: list[Piece] = []
    for text, reading in pieces:
        if joined and not reading and not joined[-1][1]:
            joined[-1] = (joined[-1][0] + text, "")
        elif text:
            joined.append((text, reading))
    return [piece for piece in joined if piece[0]]

"""Lines that a program broke at a width: joined to the paragraphs that they were."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from drafter.model.source import Guess, Line
from drafter.outlining.form import marks
from drafter.outlining.form.pasted import is_call

_NARROWEST, _WIDEST = 20, 60
"""Han characters of a line that a program broke: a mail, a page of a PDF."""

_RAGGED = 4
"""Characters by which such a line may fall short: no mark begins a line."""

_FEWEST = 3
_SHARE = 0.3
_WITHIN = "，。；、：,;:"
"""Marks that sentences hold: lines without any are names in a row, each by itself."""

_STOPS = ("。", "！", "？", "：", "；", "”", "）", "…", ".", ":", ";")


def joined(lines: Sequence[Line], guesses: list[Guess]) -> list[Line]:
    """The lines as paragraphs, where a program broke them; as they are where each is one."""
    widths = [_width(line.text) for line in lines]
    widest = max((width for width, line in zip(widths, lines, strict=True) if _is_plain(line)), default=0)
    full = [_is_plain(line) and width >= widest - _RAGGED for width, line in zip(widths, lines, strict=True)]
    broken = [at for at, line in enumerate(lines[:-1]) if full[at] and not line.text.endswith(_STOPS)]
    plain = sum(map(_is_plain, lines))
    running = any(at + 1 in broken for at in broken)  # a paragraph of three lines at least
    running &= 2 * sum(any(mark in lines[at].text for mark in _WITHIN) for at in broken) >= len(broken)
    if not _NARROWEST <= widest <= _WIDEST or len(broken) < max(_FEWEST, _SHARE * plain) or not running:
        return list(lines)
    found: list[Line] = []
    pieces = 0
    for at, line in enumerate(lines):
        if at and at - 1 in broken and _goes_on(line):
            found[-1] = replace(
                found[-1], text=found[-1].text + _between(found[-1].text, line.text) + line.text, lead=0
            )
            pieces += 1
        else:
            found.append(line)
    if pieces:
        guesses.append(
            Guess("断行", lines[0].number, f"每行差不多一样长、句子断在行末，接回去了 {pieces} 处")
        )
    return found


def _is_plain(line: Line) -> bool:
    return not line.rows and line.role is None


def _goes_on(line: Line) -> bool:
    """Whether a line may go on with the one before: it brings no mark and calls nobody."""
    return _is_plain(line) and marks.opening(line.text) is None and not is_call(line.text)


def _between(before: str, after: str) -> str:
    """A space between two Latin words, nothing beside Han."""
    return (
        " "
        if before[-1:].isascii() and after[:1].isascii() and before[-1:].isalnum() and after[:1].isalnum()
        else ""
    )


def _width(text: str) -> float:
    """Characters of a line, Latin ones counted half."""
    return sum(0.5 if char.isascii() else 1 for char in text)

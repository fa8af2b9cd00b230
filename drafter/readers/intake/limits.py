"""How much a file may hold once it is unfolded: few bytes can stand for more than any memory has."""

from __future__ import annotations

from drafter.problems import InputProblem, Place, Problem

MOST_PARAGRAPHS = 50_000
"""A book of a thousand pages has thirty thousand."""

MOST_CHARACTERS = 5_000_000
MOST_CELLS = 100_000
"""Cells of all tables, each for as many as it spans."""


def too_large(name: str, what: str, most: int, unit: str) -> InputProblem:
    """What to raise for a file that holds more than may be read: `what` is counted in `unit`."""
    said = f"{most // 10_000} 万" if most >= 10_000 else f"{most}"
    message = f"{what}超过 {said}{unit}，为安全起见不读"
    return InputProblem(Problem("too-large", message, Place(name), hint="拆成几个文件，一份一份来"))


def check_text(text: str, name: str) -> None:
    """Says no to a text that is longer than any paper, before it is taken apart.

    Raises:
        InputProblem: it has too many characters or lines.

    """
    if len(text) > MOST_CHARACTERS:
        raise too_large(name, "文字", MOST_CHARACTERS, "字")
    if text.count("\n") + text.count("\r") > MOST_PARAGRAPHS * 2:
        raise too_large(name, "内容", MOST_PARAGRAPHS * 2, "行")

"""How much a file may hold once it is unfolded: few bytes can stand for more than any memory has."""

from __future__ import annotations

from drafter.problems import InputProblem, Place, Problem

MOST_PARAGRAPHS = 50_000
"""A book of a thousand pages has thirty thousand."""

MOST_IMPORTED = 20_000
"""Paragraphs, a table for one, that are read back into an outline: each is understood and its guess tried."""

MOST_CHARACTERS = 5_000_000
MOST_CELLS = 100_000
"""Cells of all tables, each for as many as it spans."""

MOST_COLUMNS = 500
"""Of one table; Word sets 63."""

MOST_LINES = 2 * MOST_PARAGRAPHS
"""Of a text, the empty ones too."""

WAY = "拆成几个文件，一份一份来"


def over(what: str, most: int, unit: str) -> str:
    """What to say of a file that holds more than may be read: `what` is counted in `unit`."""
    said = f"{most // 10_000} 万" if most >= 10_000 else f"{most} "
    return f"{what}超过 {said}{unit}，为安全起见不读"


def too_large(name: str, message: str) -> InputProblem:
    """What to raise for such a file."""
    return InputProblem(Problem("too-large", message, Place(name), hint=WAY))


def too_large_text(text: str) -> str:
    """What to say of a text that is longer than any paper, before it is taken apart; "" of any other."""
    if len(text) > MOST_CHARACTERS:
        return over("文字", MOST_CHARACTERS, "字")
    if text.count("\n") + text.count("\r") > MOST_LINES:
        return over("内容", MOST_LINES, "行")
    return ""


def check_cells(text: str, name: str) -> None:
    """Says no to Markdown whose tables hold more cells than any paper's, before it is taken apart.

    Raises:
        InputProblem: it has too many.

    """
    if text.count("|") > MOST_CELLS:
        raise too_large(name, over("表格", MOST_CELLS, "格"))


def check_text(text: str, name: str) -> None:
    """Says no to a text that is longer than any paper, before it is taken apart.

    Raises:
        InputProblem: it has too many characters or lines.

    """
    large = too_large_text(text)
    if large:
        raise too_large(name, large)

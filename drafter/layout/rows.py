"""The lines 名称：值 that a header block and an imprint are written in, taken apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from drafter.model.document import Inlines, Paragraph, Text, plain

FORM = "格式"
LETTER, ORDER, TELEGRAM = "信函", "命令", "电报"
"""Forms whose header block or imprint differs from the usual one."""

PLACE, EVEN, APART = "位置", "偶数页", "另面"
"""Where an imprint stands: on the last even page; what says that this is a page of its own."""

Row = tuple[str, Inlines]


def split_rows(lines: Iterable[Paragraph]) -> list[Row]:
    """Each line as its name and the inlines of its value; the name is "" where it has none."""
    return [_row(line.content) for line in lines]


def _row(content: Inlines) -> Row:
    first = content[0].text if content and isinstance(content[0], Text) else ""
    name, colon, rest = first.partition("：")
    if not colon:
        return "", content
    return name.strip(), (*((Text(rest.strip()),) if rest.strip() else ()), *content[1:])


def find_value(rows: Sequence[Row], name: str) -> Inlines:
    """The value of the first row of this name; () where there is none."""
    return next((value for own, value in rows if own == name), ())


def find_form(rows: Sequence[Row]) -> str:
    """The form that the header asks for: 信函, 命令, 纪要, 电报, or "" for the usual one."""
    return plain(find_value(rows, FORM))


def place_of_imprint(rows: Sequence[Row]) -> str:
    """Where the imprint is to stand, "" for the foot of the last page."""
    return plain(find_value(rows, PLACE))

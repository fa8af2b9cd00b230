"""Bands: what lies one below another on the pages of a document."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.model.document import Added, Aid, Block, Inlines, Lead, Text, Value, plain
from drafter.model.stylesheet import ParagraphStyle
from drafter.records import Record


class Indents(Record):
    """How far lines are indented, in characters."""

    first_line: float = 0.0
    left: float = 0.0
    hanging: float = 0.0
    right: float = 0.0


class Band(Record):
    """A block with the heights of its lines in twips, and the space before and after it.

    `ends` are the places where its lines end, in what `printed` gives of it; of a table or a table of contents,
    the numbers of its rows; an empty line after a table has none. A band is `whole` on one page, and on that of the first line after it
    where it stands `with_next`; `repeated` is what comes again on each further page, the head of a table, and `pitch` that of the lines in its
    rows, of which one that no page holds is parted. `look` is the style of a paragraph, `indents` are what it has instead of the
    style's.
    """

    block: Block
    heights: Sequence[int]
    ends: Sequence[int]
    before: float = 0.0
    after: float = 0.0
    whole: bool = False
    with_next: bool = False
    new_page: bool = False
    lying: bool = False
    repeated: int = 0
    pitch: int = 0
    look: ParagraphStyle | None = None
    indents: Indents | None = None


def printed(content: Inlines) -> str:
    """The characters that the inlines take room with: what `plain` has, and marks for who reads aloud; where they were
    typed, which would keep the whole file in memory with lines that are known, is forgotten.
    """
    if len(content) == 1 and type(content[0]) is Text:
        return str(content[0].text)
    parts = []
    for inline in content:
        match inline:
            case Text(text):
                parts.append(text)
            case Lead(inner) | Added(inner) | Value(inner):
                parts.append(printed(inner))
            case Aid(mark):
                parts.append(mark)
            case _:
                parts.append(plain((inline,)))
    return "".join(parts)

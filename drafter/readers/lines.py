"""Plain text and Markdown as lines of a source."""

from __future__ import annotations

from drafter.model.document import Attachment, Block, Document, Paragraph, Pictured, Table, plain
from drafter.model.source import Dropped, Line, Source
from drafter.readers.intake import characters
from drafter.residue import on_one_line


def split_text(text: str) -> Source:
    """A line for each line of a text file that says something."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    tidy = ((number, on_one_line(characters.usable(line))) for number, line in enumerate(lines, 1))
    return Source(tuple(Line(line, number) for number, line in tidy if line))


def split_document(document: Document) -> Source:
    """A line for each paragraph of a document, with the roles that it has; pictures are told, their names are text."""
    dropped: list[Dropped] = []
    return Source(tuple(_lines(document.blocks, [0], dropped)), tuple(dropped))


def _lines(blocks: tuple[Block, ...], count: list[int], dropped: list[Dropped]) -> list[Line]:
    found: list[Line] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            count[0] += 1
            shown = [one for one in block.content if isinstance(one, Pictured)]
            dropped += [Dropped(count[0], "", f"图片 {one.file}，不放进大纲", "picture") for one in shown]
            said = "".join((plain(block.content), *(one.caption for one in shown)))
            found += [Line(said, count[0], block.role, block.level)] if said or not shown else []
        elif isinstance(block, Table):
            rows = tuple(tuple(map(plain, row)) for row in block.rows)
            found.append(Line("".join(map("".join, rows)), count[0] + 1, rows=rows))
            count[0] += sum(map(len, rows))
        elif isinstance(block, Attachment):
            found += _lines(block.blocks, count, dropped)
    return found

"""Which mark of secrecy a text bears, whichever hand put it there: a key, or a line beside the title."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from drafter import secrecy
from drafter.copying.lawful import MARK_WITHIN, MARKS
from drafter.model.outline import Outline
from drafter.model.source import Dropped, Line
from drafter.patterns import pattern

_LINE, _WITHIN = pattern(MARKS), pattern(MARK_WITHIN)
_WORD = pattern(
    r"(?:^|(?<=[\s（(【\[〔：:·•★为属系急]))(?:绝\s?密|机\s?密|秘\s?密)级?(?:文?件)?(?=$|[\s）)】\]〕★☆·•（(，,；—/]|\d)"
)
"""The bare word of a mark, parted from what else its line says: an office's name, a number, a title."""

_LABEL = pattern(r"^密\s?级\s?[：:｜|\s]\s*")
_LONGEST = 60
"""Characters of a line that holds a mark beside other things; a longer one is text."""
_TABLES = 3
"""Paragraphs of a file among which a table of its head stands."""

_BELOW = 10
"""Lines of a file within which a mark stands: above the title, or right under it."""


def mark_among(lines: Iterable[str]) -> str:
    """The highest mark among these lines of a head; "" where there is none."""
    return highest(mark for mark in map(_mark_in, lines) if secrecy.known_rank(mark))


def _mark_in(line: str) -> str:
    """A line that holds nothing but marks, or the mark that it holds beside a number, the name of an office."""
    line = secrecy.simplified(line.strip())
    if _LINE.fullmatch(line):
        return line
    if len(line) > _LONGEST or "。" in line:
        return ""
    within = _WITHIN.search(line) or _WORD.search(line)
    return _LABEL.sub("", within[0].strip()) if within else ""


def mark_of_lines(lines: Iterable[str]) -> str:
    """The highest mark in the head of a text that was read line by line."""
    return mark_among(line for number, line in enumerate(lines) if number < _BELOW)


def mark_of_source(lines: Sequence[Line], dropped: Iterable[Dropped]) -> str:
    """The highest mark of an old file: in the head of its text, in a table that stands there, in what no line holds (the
    header of its pages).
    """
    cells = ("　".join(row) for line in lines[:_TABLES] for row in line.rows)
    return mark_among([mark_of_lines(line.text for line in lines), *cells, *(one.text for one in dropped)])


def mark_of(outline: Outline) -> str:
    """The highest mark that an outline bears: in its header block, in its own key, in whatever stands beside its title."""
    official = outline.official.secrecy if outline.official else ""
    return highest((official, outline.secrecy, mark_among(_beside(outline))))


def _beside(outline: Outline) -> Iterator[str]:
    """What a person may have written a mark into: the lines about a title, and those of the header block."""
    yield from (*outline.above_title, outline.title, outline.subtitle, outline.stage, *outline.under_title)
    yield from (*outline.audience, *outline.addressees, *outline.tags)
    if outline.official:
        said = outline.official
        yield from (said.copy, said.urgency, *said.banner, said.number, said.note)
    for attachment in outline.attachments:
        yield attachment.title
        yield from (item for item in attachment.items[:1] if isinstance(item, str))


def highest(marks: Iterable[str]) -> str:
    """The highest of some marks, "" where none says anything."""
    return max(marks, key=secrecy.rank, default="")

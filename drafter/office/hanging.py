"""Word files such that LibreOffice prints the stops that hang over the margin.

Where a justified line ends with a stop that hangs, LibreOffice 7.4 at times draws no stop: it joins what hangs to
what the next line begins with. A bookmark of no width behind the stop parts the two, and moves nothing.
"""

from __future__ import annotations

import re
from itertools import count

from drafter.patterns import pattern
from drafter.writers.docx import package

STOPS = pattern("[，。；：、！？]")
"""The marks that may hang over the margin of a line."""

_PARTS = pattern(r"word/document\d*\.xml")
_RUN = pattern(
    r"<w:r(?P<of> [^>]*)?>"
    r"(?P<look><w:rPr(?:/>|>(?:(?!<w:rPr[ />]|</w:rPr>).)*</w:rPr>))?"
    r"<w:(?P<kind>t|delText)(?: [^>]*)?>(?P<said>[^<]*)</w:(?P=kind)></w:r>",
    re.DOTALL,
)
_BEFORE_MORE = pattern(f"(?<={STOPS.pattern})(?=.)", re.DOTALL)
_FIRST = 900_000
"""Numbers of bookmarks from here on are no file's own."""


def parted(docx: bytes) -> bytes:
    """The same Word file with a bookmark behind each stop inside a run of one text; what stands otherwise stays."""
    texts = [part for part in package.members(docx) if _PARTS.fullmatch(part.name)]
    return package.replaced(docx, {part.name: _parted(part.data) for part in texts})


def _parted(data: bytes) -> bytes:
    """A part of a Word file in UTF-8; one in another encoding stays as it is."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return data
    numbers = count(_FIRST)
    return _RUN.sub(lambda run: _run_parted(run, numbers), text).encode("utf-8")


def _run_parted(run: re.Match[str], numbers: count[int]) -> str:
    """A run as several, with a bookmark between each two; as it is where no stop stands inside."""
    if not _BEFORE_MORE.search(run["said"]):
        return run[0]
    kind = run["kind"]
    begin = f'<w:r{run["of"] or ""}>{run["look"] or ""}<w:{kind} xml:space="preserve">'
    end = f"</w:{kind}></w:r>"

    def between(_: re.Match[str]) -> str:
        number = next(numbers)
        mark = f'<w:bookmarkStart w:id="{number}" w:name="_stop{number}"/><w:bookmarkEnd w:id="{number}"/>'
        return f"{end}{mark}{begin}"

    return f"{begin}{_BEFORE_MORE.sub(between, run['said'])}{end}"

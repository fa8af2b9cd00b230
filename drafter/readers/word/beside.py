"""What stands beside the text of a Word file: notes and comments, headers and footers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.source import Dropped
from drafter.readers.word.package import Package
from drafter.readers.word.runs import RunReader

_NOTES = {"footnotes": "脚注", "endnotes": "尾注", "comments": "批注"}
_MARGIN = re.compile(r"word/(header|footer)\d*\.xml")
_MARGINS = {"header": "页眉", "footer": "页脚"}
_PAGE_NUMBER = re.compile(r"[第共页/\d\s—-]+")


def set_aside(package: Package, runs: RunReader) -> Iterator[Dropped]:
    """All of it, as what an outline leaves out."""
    for part, reason in _NOTES.items():
        root = package.xml(f"word/{part}.xml")
        for note in root if root is not None else ():
            text = runs.whole(note)
            if text:
                yield Dropped(0, text, f"{reason}，不放进大纲")
    for name, text in _margins(package, runs):
        yield Dropped(0, text, f"{name}，不放进大纲")


def read_margins(package: Package) -> list[tuple[str, str]]:
    """What headers and footers say beside page numbers (页眉, 页脚), changes accepted.

    Raises:
        InputProblem: a part of the file is damaged.

    """
    return list(_margins(package, RunReader(package)))


def _margins(package: Package, runs: RunReader) -> Iterator[tuple[str, str]]:
    """Each text once, with what it stands in."""
    said = set()
    for part in package.parts:
        margin = _MARGIN.fullmatch(part)
        text = runs.whole(package.xml(part)) if margin else ""
        if margin and re.search(r"\w", _PAGE_NUMBER.sub("", text)) and text not in said:
            said.add(text)
            yield _MARGINS[margin[1]], text

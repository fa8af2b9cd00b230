"""What stands beside the text of a Word file: notes and comments, headers and footers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.source import Dropped
from drafter.readers.word.document import Walker, WordDocument, tidy
from drafter.readers.word.package import Package
from drafter.readers.word.unsaid import PICTURES, VML

_NOTES = {"footnotes": "脚注", "endnotes": "尾注", "comments": "批注"}
_KINDS = {"页眉": "header", "页脚": "footer"}
_MARGINS = {"header": "页眉", "footer": "页脚"}
_PAGE_NUMBER = re.compile(r"[第共页/\d\s—-]+")


def set_aside(package: Package, walker: Walker) -> Iterator[Dropped]:
    """All of it, as what an outline leaves out; `walker` goes through the file.

    Raises:
        InputProblem: a part of the file is damaged.

    """
    for kind, reason in _NOTES.items():
        for part in package.related(kind):
            root = package.xml(part)
            for note in root if root is not None else ():
                text = _said(walker.read(note))
                if text:
                    yield Dropped(0, text, f"{reason}，不放进大纲", kind.removesuffix("s"))
    for name, text in _margins(package, walker):
        yield Dropped(0, text, f"{name}，不放进大纲", _KINDS[name])
    yield from _pictured(package)


def read_margins(package: Package) -> list[tuple[str, str]]:
    """What headers and footers say beside page numbers (页眉, 页脚), changes accepted.

    Raises:
        InputProblem: a part of the file is damaged.

    """
    return list(_margins(package, Walker(package)))


def _margins(package: Package, walker: Walker) -> Iterator[tuple[str, str]]:
    """Each text once, with what it stands in."""
    said = set()
    for kind, name in _MARGINS.items():
        for part in package.related(kind):
            root = package.xml(part)
            if root is None:
                continue
            drawn = [shape.get("string", "") for shape in root.iter(f"{VML}textpath")]  # a watermark
            for text in (_said(walker.read(root)), *drawn):
                if re.search(r"\w", _PAGE_NUMBER.sub("", text)) and text not in said:
                    said.add(text)
                    yield name, text


def _pictured(package: Package) -> Iterator[Dropped]:
    """The pictures of headers and footers: a badge, a seal, a picture behind the text."""
    for kind, name in _MARGINS.items():
        roots = (package.xml(part) for part in package.related(kind))
        shown = [mark for root in roots if root is not None for tag in PICTURES for mark in root.iter(tag)]
        if shown:
            yield Dropped(0, "", f"{name}里的图片 {len(shown)} 张，不放进大纲", "picture")


def _said(beside: WordDocument) -> str:
    """All that stands there, its paragraphs joined."""
    return "".join(tidy(paragraph.text) for paragraph, _ in beside.paragraphs())

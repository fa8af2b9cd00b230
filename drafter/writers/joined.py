"""Word files that we wrote, all in one: each a section of its own that begins with page 1 on an odd page.

What is put together is the bodies alone, as they were written: one look, and so one set of all other parts, is what all have
in common. Names and numbers that a file may have once only are made anew.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from drafter.patterns import pattern
from drafter.wordml import DOCUMENT
from drafter.writers.docx import package
from drafter.writers.docx.properties import Properties, core

_CORE = "docProps/core.xml"
_BODY = pattern(
    r"(?s)(.*?<w:body>)(.*)(<w:sectPr(?: [^>]*)?>(?:(?!<w:sectPr[ >]).)*</w:sectPr>)\s*(</w:body>.*)"
)
_SECTION = pattern(r"(?s)<w:sectPr(?: [^>]*)?>.*?</w:sectPr>")
_BEGINS_AS = pattern(r"<w:(?:type|pgNumType)(?: [^>]*)?/>")
_SIZE, _BEHIND_MARGINS = "<w:pgSz ", pattern(r"<w:pgMar [^>]*/>(?:<w:(?:paperSrc|lnNumType)[^>]*/>)*")
_BOOKMARK = pattern(r'<w:bookmarkStart [^>]*w:name="([^"]+)"')
_NUMBERED = pattern(r'(<(?:w:bookmarkStart|w:bookmarkEnd|wp:docPr) (?:[^>]*? )?(?:w:)?id=")(\d+)"')
_LAST = "</w:pPr>"
_SMALL = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
"""The line of a paragraph that only ends a section: a twentieth of an inch would go over to a page of its own."""

_STEP = 10_000
"""How far the numbers of one document are from those of the next."""


class UnlikeError(Exception):
    """The document of this index looks otherwise than the first: styles, headers, pictures."""

    def __init__(self, index: int) -> None:
        super().__init__(str(index))
        self.index = index


def join(documents: Iterable[bytes], title: str) -> bytes:
    """All of them as one Word file of this title, read one by one as they are needed.

    Raises:
        UnlikeError: one has other parts than the first.
        ValueError: there is none.

    """
    given = iter(documents)
    first = next(given, None)
    if first is None:
        raise ValueError("there is nothing to be joined")
    members = package.members(first)
    whole = package.streamed(DOCUMENT, _bodies(first, given, _shared(members)))
    kept = [one for one in members if one.name not in (DOCUMENT, _CORE)]
    return package.pack([*kept, whole, package.member(_CORE, core(Properties(title)).encode("utf-8"))])


def _shared(members: Iterable[package.Member]) -> set[tuple[str, int, int]]:
    return {(one.name, one.crc, one.size) for one in members if one.name not in (DOCUMENT, _CORE)}


def _bodies(first: bytes, others: Iterable[bytes], shared: set[tuple[str, int, int]]) -> Iterator[bytes]:
    """The parts of the new body, one after the other; each section waits until it is known whether another follows."""
    before, body, end, after = _parted(first)
    yield before.encode("utf-8")
    body, end = _begun(body, end, first=True)
    for index, data in enumerate(others, 1):
        if _shared(package.members(data)) != shared:
            raise UnlikeError(index)
        yield _closed(body, end).encode("utf-8")
        _, body, end, _ = _parted(data)
        body, end = _begun(_renumbered(body, index), end)
    yield f"{body}{end}{after}".encode()


def _parted(data: bytes) -> tuple[str, str, str, str]:
    """A document: what stands before its body, the body, its last section's properties, what stands behind."""
    text = next(one.data for one in package.members(data) if one.name == DOCUMENT).decode("utf-8")
    found = _BODY.fullmatch(text)
    if found is None:
        raise ValueError("the document has no body of ours")
    return found[1], found[2], found[3], found[4]


def _begun(body: str, end: str, first: bool = False) -> tuple[str, str]:
    """Body and last section, the first of all its sections made to begin with page 1, on an odd page."""

    def begun(section: str) -> str:
        plain = _BEGINS_AS.sub("", section)
        kind = "" if first else '<w:type w:val="oddPage"/>'
        sized = plain.replace(_SIZE, f"{kind}{_SIZE}", 1)
        return _BEHIND_MARGINS.sub(lambda found: f'{found[0]}<w:pgNumType w:start="1"/>', sized, count=1)

    inner = _SECTION.search(body)
    if inner is None:
        return body, begun(end)
    return f"{body[: inner.start()]}{begun(inner[0])}{body[inner.end() :]}", end


def _closed(body: str, end: str) -> str:
    """The body as it ends where another follows: its last paragraph ends its section too, if it can."""
    start = max(body.rfind("<w:p>"), body.rfind("<w:p "))
    last = body[start:] if start >= 0 else ""
    plain = last.count("</w:p>") == 1 and last.endswith("</w:p>") and "<w:framePr" not in last
    if plain and "<w:sectPr" not in last and last.count(_LAST) == 1:
        return body[:start] + last.replace(_LAST, f"{end}{_LAST}", 1)
    return f"{body}<w:p><w:pPr>{_SMALL}{end}</w:pPr></w:p>"


def _renumbered(body: str, index: int) -> str:
    """The body with bookmarks and pictures of its own names and numbers."""
    for name in set(_BOOKMARK.findall(body)):
        body = re.sub(rf"(?<![\w-]){re.escape(name)}(?![\w-])", _calling(f"{name}_{index}"), body)
    return _NUMBERED.sub(lambda found: f'{found[1]}{int(found[2]) + index * _STEP}"', body)


def _calling(name: str) -> Callable[[re.Match[str]], str]:
    return lambda _: name

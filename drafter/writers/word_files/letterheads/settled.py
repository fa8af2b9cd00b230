"""A part of somebody's Word file as it prints: changes accepted, without comments, hidden text and names of folders.

A letterhead is a form and no draft: what its makers said to one another about it is nobody else's business, and a place
that does not print is none. ECMA-376 17.13.4 (comments), 17.13.5 (revisions), 17.3.2.41 (hidden text).
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Set
from typing import Any

from lxml import etree

from drafter import wordml
from drafter.patterns import pattern
from drafter.wordml import W
from drafter.writers.word_files.trees import local, remove

COMMENT, CHANGE, HIDDEN = "批注", "修订", "隐藏的文字"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_STAYS = frozenset({f"{W}ins", f"{W}moveTo", f"{_W14}conflictIns"})
_GOES = frozenset(
    {f"{W}del", f"{W}moveFrom", f"{_W14}conflictDel", f"{W}cellDel", f"{W}delText", f"{W}delInstrText"}
)
_OF_CHANGES = frozenset(
    W + name
    for name in (
        "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblPrExChange", "tblGridChange", "trPrChange",
        "tcPrChange", "numberingChange", "cellIns", "cellMerge", "moveFromRangeStart", "moveFromRangeEnd",
        "moveToRangeStart", "moveToRangeEnd", "customXmlInsRangeStart", "customXmlInsRangeEnd",
        "customXmlDelRangeStart", "customXmlDelRangeEnd", "customXmlMoveFromRangeStart", "customXmlMoveFromRangeEnd",
        "customXmlMoveToRangeStart", "customXmlMoveToRangeEnd", "trackRevisions",
    )
)  # fmt: skip
"""What tells of a change, and of what was before; a form that is filled does not go on tracking either."""

_OF_COMMENTS = frozenset(
    W + name for name in ("commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef")
)
_BOOKMARKS = (f"{W}bookmarkStart", f"{W}bookmarkEnd")
_SHOWN = frozenset(
    W + name for name in ("drawing", "pict", "object", "sym", "footnoteReference", "endnoteReference")
)
_HOLD_PARAGRAPHS = frozenset(W + name for name in ("tc", "txbxContent", "hdr", "ftr", "footnote", "endnote"))
"""What may not stand without a paragraph."""

_DESCRIBED = ("docPr", "cNvPr")
_SAYINGS = ("descr", "title", "name", "alt", "{urn:schemas-microsoft-com:office:office}title")
_VML = "{urn:schemas-microsoft-com:vml}"
_FOLDER = pattern(
    r"(?i)(?<![a-z])[a-z]:[\\/]|\\\\|file:|(?<![\w/.])/(?:home|users|mnt|media|tmp|root|var|opt)/"
)
"""What a path on somebody's computer looks like."""

_UNSEEN = pattern(r"(?i)visibility\s*:\s*hidden")

Tell = Callable[[str], None]
"""Hears what of the above did not come along."""


def settle(root: Any, hiding: wordml.Hiding, tell: Tell) -> None:
    """Makes of a part, in place, what prints of it; `hiding` says which styles hide their text."""
    _accept(root, tell)
    _drop_comments(root, tell)
    _drop_hidden(root, hiding, tell)
    for element in root.iter():
        if local(element) in _DESCRIBED or str(element.tag).startswith(_VML):
            for key in _SAYINGS:
                if _FOLDER.search(element.get(key, "")):
                    element.set(key, "")


def references(root: Any) -> set[tuple[str, str]]:
    """The notes that a part refers to: footnote or endnote, and its number."""
    found = root.iter(f"{W}footnoteReference", f"{W}endnoteReference")
    return {(local(one).removesuffix("Reference"), one.get(f"{W}id", "")) for one in found}


def drop_lone_notes(root: Any, referred: Set[tuple[str, str]]) -> None:
    """Takes out of a part of notes those that nothing refers to any more: they print nowhere and can still be read."""
    for note in list(root.iterchildren(f"{W}footnote", f"{W}endnote")):
        if (
            note.get(f"{W}type", "normal") == "normal"
            and (local(note), note.get(f"{W}id", "")) not in referred
        ):
            remove(note)


def _accept(root: Any, tell: Tell) -> None:
    joined: list[Any] = []
    for element in list(root.iter(*_STAYS, *_GOES, *_OF_CHANGES)):
        tell(CHANGE)
        if element.tag in _STAYS:
            for child in list(element):
                element.addprevious(child)
            remove(element)
        elif element.tag in _GOES:
            joined += _delete(element)
        else:
            remove(element)
    for paragraph in reversed(joined):  # each is joined to one that is whole already
        _join_next(paragraph)


def _delete(element: Any) -> list[Any]:
    """Takes out what was deleted: a row, a cell, some runs; the paragraph of which it was the mark."""
    inside = [local(one) for one in (element, *itertools.islice(element.iterancestors(), 3))]
    if inside[1:3] in (["trPr", "tr"], ["tcPr", "tc"]):
        _remove_block(element.getparent().getparent())
        return []
    paragraph = element.getparent().getparent().getparent() if inside[1:] == ["rPr", "pPr", "p"] else None
    for mark in list(element.iter(*_BOOKMARKS)):  # its other end may stand elsewhere
        element.addprevious(mark)
    remove(element)
    return [] if paragraph is None else [paragraph]


def _join_next(paragraph: Any) -> None:
    """Puts what a paragraph without a mark holds in front of the next one's text."""
    after = paragraph.getnext()
    if after is None or after.tag != wordml.PARAGRAPH or paragraph.find(f"{W}pPr/{W}sectPr") is not None:
        return
    first = next(after.iterchildren(), None)
    look = first if local(first) == "pPr" else None
    for child in reversed(list(paragraph)):
        if child.tag == f"{W}pPr":
            continue
        if look is not None:
            look.addnext(child)
        else:
            after.insert(0, child)
    remove(paragraph)


def _remove_block(block: Any) -> None:
    """Takes out a paragraph, a row, a cell, and what holds nothing without it."""
    parent = block.getparent()
    if parent is None:
        return
    remove(block)
    if (parent.tag, block.tag) in ((f"{W}tr", f"{W}tc"), (f"{W}tbl", f"{W}tr")):
        if next(parent.iterchildren(block.tag), None) is None:
            _remove_block(parent)
    elif parent.tag in _HOLD_PARAGRAPHS:
        last = next(parent.iterchildren(reversed=True), None)
        if last is None or last.tag != wordml.PARAGRAPH:
            etree.SubElement(parent, wordml.PARAGRAPH)


def _drop_comments(root: Any, tell: Tell) -> None:
    for element in list(root.iter(*_OF_COMMENTS)):
        tell(COMMENT)
        run = element.getparent()
        remove(element)
        if run is not None and run.tag == wordml.RUN and all(child.tag == f"{W}rPr" for child in run):
            remove(run)


def _drop_hidden(root: Any, hiding: wordml.Hiding, tell: Tell) -> None:
    hidden = hiding.of(root)  # a row that goes is the first all the same
    for gone in (*_hidden_rows(root), *_hidden_shapes(root)):  # all found, before any goes
        tell(HIDDEN)
        _remove_block(gone)
    for run in list(root.iter(wordml.RUN, f"{_MATH}r")):
        line = next(run.iterancestors(wordml.PARAGRAPH), None)
        if wordml.is_hidden(run.find(f"{W}rPr"), hidden, line in hidden.lines):
            if any(one.tag in _SHOWN or (local(one) == "t" and one.text) for one in run.iter()):
                tell(HIDDEN)
            remove(run)
    for paragraph in list(root.iter(wordml.PARAGRAPH)):
        if _is_hidden_line(paragraph, paragraph in hidden.lines):
            _remove_block(paragraph)
    if root.tag == f"{W}styles":  # what is drafted may stand in them
        for element in list(root.iter(f"{W}vanish", f"{W}specVanish")):
            remove(element)


def _is_hidden_line(paragraph: Any, hides: bool) -> bool:
    """Whether nothing is left of a paragraph whose mark does not print either; `hides`: styles hide it."""
    mark = paragraph.find(f"{W}pPr/{W}rPr/{W}vanish")
    return (
        (hides if mark is None else wordml.is_on(mark))
        and all(child.tag == f"{W}pPr" for child in paragraph)
        and paragraph.find(f"{W}pPr/{W}sectPr") is None
    )


def _hidden_rows(root: Any) -> list[Any]:
    return [
        mark.getparent().getparent()
        for mark in list(root.iter(f"{W}hidden"))
        if wordml.is_on(mark)
        and mark.getparent().tag == f"{W}trPr"
        and local(mark.getparent().getparent()) == "tr"
    ]


def _hidden_shapes(root: Any) -> Iterable[Any]:
    """Drawings that are set not to show, in all their ways of being written, and shapes in them."""
    for element in root.iter():
        if str(element.tag).startswith(_VML) and _UNSEEN.search(element.get("style", "")):
            yield element
        elif local(element) in _DESCRIBED and element.get("hidden", "") in ("1", "true"):
            holders = list(itertools.islice(element.iterancestors(), 4))
            if local(element) == "cNvPr":
                yield from [one for one in holders if not local(one).startswith("nv")][:1]
            else:
                ways = [one for one in holders if local(one) == "AlternateContent"]
                yield from (ways or [one for one in holders if one.tag == f"{W}drawing"])[:1]
